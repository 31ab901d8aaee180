package dk.lovproeve.shell;

import java.util.List;
import org.jline.terminal.Terminal;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.shell.ExitRequest;
import org.springframework.shell.Input;
import org.springframework.shell.ResultHandlerService;
import org.springframework.shell.Shell;
import org.springframework.shell.command.CommandCatalog;
import org.springframework.shell.command.CommandExecution.CommandExecutionHandlerMethodArgumentResolvers;
import org.springframework.shell.context.InteractionMode;
import org.springframework.shell.context.ShellContext;

/**
 * Spring Shell's loop with our reading of the words and our reporting of errors. At the keyboard an error leads back to
 * the prompt; elsewhere it ends the run with its exit code.
 */
final class CommandShell extends Shell implements ExitCodeGenerator {

    private final CommandLine commandLine;
    private final Printer printer;
    private final ShellContext context;
    private int exitCode;

    CommandShell(
            ResultHandlerService results,
            CommandCatalog catalog,
            Terminal terminal,
            ShellContext context,
            CommandLine commandLine,
            Printer printer) {
        super(results, catalog, terminal, context, null);
        this.commandLine = commandLine;
        this.printer = printer;
        this.context = context;
    }

    /** Not injected, unlike in the parent: our commands are functions, and have no arguments to resolve. */
    @Override
    public void setArgumentResolvers(CommandExecutionHandlerMethodArgumentResolvers resolvers) {
        super.setArgumentResolvers(resolvers);
    }

    @Override
    protected Object evaluate(Input input) {
        if (input.rawText().isBlank() || input.rawText().stripLeading().startsWith("//")) {
            return NO_INPUT;
        }
        // A typed line that ends in a space, as it does after completion, gives an empty last word.
        List<String> words = input instanceof Words
                ? input.words()
                : input.words().stream().filter(w -> !w.isEmpty()).toList();
        Object result;
        try {
            List<String> canonical = commandLine.canonical(words);
            result = super.evaluate(new Words(canonical));
        } catch (RuntimeException | OutOfMemoryError trouble) {
            result = trouble;
        }
        if (result instanceof ExitRequest || !(result instanceof Throwable trouble)) {
            return result;
        }
        int code = printer.report(trouble, Messages.in(commandLine.language(words)));
        if (context.getInteractionMode() == InteractionMode.INTERACTIVE) {
            return null;
        }
        exitCode = code;
        return new ExitRequest(code);
    }

    /** 0 until a command that was not given at the keyboard has failed. */
    @Override
    public int getExitCode() {
        return exitCode;
    }

    /** Words that are already told apart. */
    record Words(List<String> words) implements Input {

        Words {
            words = List.copyOf(words);
        }

        @Override
        public String rawText() {
            return String.join(" ", words.stream().map(CommandLine::quoted).toList());
        }
    }
}
