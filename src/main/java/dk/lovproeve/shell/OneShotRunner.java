package dk.lovproeve.shell;

import java.util.Iterator;
import java.util.List;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;
import org.springframework.core.Ordered;
import org.springframework.shell.ExitRequest;
import org.springframework.shell.Input;
import org.springframework.shell.Shell;
import org.springframework.shell.ShellRunner;
import org.springframework.shell.context.InteractionMode;
import org.springframework.shell.context.ShellContext;
import org.springframework.shell.jline.InteractiveShellRunner;

/**
 * Runs the one command of the arguments, or, when there is none and nobody sits at the keyboard, one command a line from
 * standard input until one fails. Spring Shell's own runner joins the arguments and splits them again, which loses quotes
 * and backslashes.
 */
final class OneShotRunner implements ShellRunner, Ordered {

    private final Shell shell;
    private final ShellContext context;
    private final CommandLine commandLine;
    private final Parser parser;
    private final Surroundings surroundings;
    private final StandardInput input;

    OneShotRunner(
            Shell shell, ShellContext context, CommandLine commandLine, Parser parser, Surroundings surroundings,
            StandardInput input) {
        this.shell = shell;
        this.context = context;
        this.commandLine = commandLine;
        this.parser = parser;
        this.surroundings = surroundings;
        this.input = input;
    }

    @Override
    public int getOrder() {
        return InteractiveShellRunner.PRECEDENCE - 1;
    }

    @Override
    public boolean run(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean lines = commandLine.asksForShell(words);
        if (lines && surroundings.inIsTerminal()) {
            return false;
        }
        context.setInteractionMode(InteractionMode.NONINTERACTIVE);
        try {
            if (lines) {
                shell.run(this::nextLine);
            } else {
                Iterator<CommandShell.Words> once = List.of(new CommandShell.Words(words)).iterator();
                shell.run(() -> once.hasNext() ? once.next() : null);
            }
        } catch (ExitRequest end) {
            // The shell keeps the exit code; Spring must not take this for a failed start.
            return true;
        }
        return true;
    }

    /** Spring Shell's own reader of lines ends at the first comment. */
    private Input nextLine() {
        String line = input.line();
        if (line == null) {
            return null;
        }
        try {
            return new Line(parser.parse(line, line.length()));
        } catch (SyntaxError openQuote) {
            // Is refused as a command by this name, so that the user sees the line.
            return new CommandShell.Words(List.of(line));
        }
    }

    private record Line(ParsedLine line) implements Input {

        @Override
        public String rawText() {
            return line.line();
        }

        @Override
        public List<String> words() {
            return line.words();
        }
    }
}
