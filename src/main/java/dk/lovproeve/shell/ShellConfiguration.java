package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.shell.ResultHandlerService;
import org.springframework.shell.Shell;
import org.springframework.shell.boot.ApplicationRunnerAutoConfiguration;
import org.springframework.shell.boot.CommandCatalogAutoConfiguration;
import org.springframework.shell.boot.CompleterAutoConfiguration;
import org.springframework.shell.boot.JLineAutoConfiguration;
import org.springframework.shell.boot.LineReaderAutoConfiguration;
import org.springframework.shell.boot.ShellContextAutoConfiguration;
import org.springframework.shell.boot.ShellRunnerAutoConfiguration;
import org.springframework.shell.boot.UserConfigAutoConfiguration;
import org.springframework.shell.command.CommandCatalog;
import org.springframework.shell.command.CommandCatalogCustomizer;
import org.springframework.shell.command.CommandRegistration;
import org.springframework.shell.completion.CompletionResolver;
import org.springframework.shell.context.InteractionMode;
import org.springframework.shell.context.ShellContext;
import org.springframework.shell.jline.PromptProvider;
import org.springframework.shell.result.GenericResultHandlerService;

/**
 * The shell's parts. Only the autoconfigurations that it needs are imported, and where Spring Shell's own parser, help,
 * result handlers and one-shot runner do not fit, ours stand here instead.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ApplicationRunnerAutoConfiguration.class,
    CommandCatalogAutoConfiguration.class,
    CompleterAutoConfiguration.class,
    JLineAutoConfiguration.class,
    LineReaderAutoConfiguration.class,
    ShellContextAutoConfiguration.class,
    ShellRunnerAutoConfiguration.class,
    UserConfigAutoConfiguration.class
})
public class ShellConfiguration {

    @Bean
    Folders folders(Surroundings surroundings) {
        return new Folders(surroundings.home(), surroundings.workingFolder());
    }

    @Bean
    Printer printer(Surroundings surroundings) {
        return new Printer(surroundings);
    }

    @Bean
    StandardInput standardInput(Surroundings surroundings) {
        return new StandardInput(surroundings);
    }

    /** The terminal and what it is used for are asked for late: they need to know of the commands themselves. */
    @Bean
    Conversation conversation(
            Surroundings surroundings, Printer printer, StandardInput input, ObjectProvider<ShellContext> context,
            ObjectProvider<Terminal> terminal) {
        return new Keyboard(surroundings, printer, input, () -> context.getObject().getInteractionMode() == InteractionMode.INTERACTIVE
                ? Optional.of(terminal.getObject())
                : Optional.empty());
    }

    @Bean
    Commands commands(
            Workbench workbench, Surroundings surroundings, Folders folders, Printer printer, Conversation conversation) {
        return new Commands(workbench, surroundings, folders, printer, conversation);
    }

    /** The language of the session is the one it was started in: {@code lovproeve --lang en}. */
    @Bean
    CommandLine commandLine(Commands commands, Surroundings surroundings, ApplicationArguments arguments) {
        Language language = new CommandLine(commands.all(), surroundings.language())
                .language(List.of(arguments.getSourceArgs()));
        return new CommandLine(commands.all(), language);
    }

    @Bean
    Messages messages(CommandLine commandLine) {
        return Messages.in(commandLine.language(List.of()));
    }

    /** Tells Spring Shell of the commands, for completion and for calling them. */
    @Bean
    CommandCatalogCustomizer registration(Commands commands, Messages messages, ShellContext context) {
        return catalog -> commands.all().forEach(command -> catalog.register(registered(command, messages, context)));
    }

    private static CommandRegistration registered(Command command, Messages messages, ShellContext context) {
        CommandRegistration.Builder builder = CommandRegistration.builder()
                .command(command.name())
                .description(messages.say(command.name() + ".summary"));
        for (Parameter parameter : command.parameters()) {
            builder.withOption().longNames(parameter.name()).type(String.class).and();
        }
        return builder.withTarget()
                .consumer(call -> {
                    if (context.getInteractionMode() != InteractionMode.INTERACTIVE) {
                        // Spring Shell only interrupts the command; outside the shell Ctrl-C must end the process.
                        Signals.registerDefault("INT");
                    }
                    command.action().accept(Call.of(call));
                })
                .and()
                .build();
    }

    @Bean
    ResultHandlerService results(Printer printer, Messages messages) {
        GenericResultHandlerService results = new GenericResultHandlerService();
        results.addResultHandler(Throwable.class, trouble -> printer.report(trouble, messages));
        return results;
    }

    @Bean
    Shell shell(
            ResultHandlerService results,
            CommandCatalog catalog,
            Terminal terminal,
            ShellContext context,
            CommandLine commandLine,
            Printer printer) {
        return new CommandShell(results, catalog, terminal, context, commandLine, printer);
    }

    @Bean
    OneShotRunner oneShotRunner(
            Shell shell, ShellContext context, CommandLine commandLine, Parser parser, Surroundings surroundings,
            StandardInput input) {
        return new OneShotRunner(shell, context, commandLine, parser, surroundings, input);
    }

    /** A real terminal only for the interactive shell: it takes time, and native code. */
    @Bean(destroyMethod = "close")
    Terminal terminal(CommandLine commandLine, ApplicationArguments arguments, Surroundings surroundings)
            throws IOException {
        boolean interactive =
                surroundings.inIsTerminal() && commandLine.asksForShell(List.of(arguments.getSourceArgs()));
        return interactive
                ? TerminalBuilder.builder()
                        .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                        .build()
                : new DumbTerminal(InputStream.nullInputStream(), surroundings.out());
    }

    /** Quotes keep words together; a backslash is a letter as any other, as in {@code C:\lovforslag}. */
    @Bean
    Parser parser() {
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(null);
        parser.setEofOnUnclosedQuote(true);
        return parser;
    }

    @Bean
    PromptProvider prompt() {
        return () -> new AttributedString("lovprøve> ");
    }

    @Bean
    CompletionResolver completion(Commands commands, Folders folders, Workbench workbench, Messages messages) {
        return new WordCompletion(commands.all(), folders, workbench, messages);
    }
}
