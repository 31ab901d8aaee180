package dk.lovproeve.shell;

import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/**
 * A conversation over the program's own streams: at the keyboard of the interactive shell with its line editor, otherwise
 * with standard input line by line.
 */
final class Keyboard implements Conversation {

    private final Surroundings surroundings;
    private final Printer printer;
    private final StandardInput input;
    private final Supplier<Optional<Terminal>> terminal;

    /** @param terminal that of the interactive shell; empty outside it */
    Keyboard(Surroundings surroundings, Printer printer, StandardInput input, Supplier<Optional<Terminal>> terminal) {
        this.surroundings = surroundings;
        this.printer = printer;
        this.input = input;
        this.terminal = terminal;
    }

    @Override
    public void say(String paragraph) {
        printer.print(paragraph);
    }

    @Override
    public Optional<String> ask(String prompt) {
        Optional<Terminal> shell = terminal.get();
        if (shell.isPresent()) {
            // An answer is a text: an apostrophe opens nothing, and a backslash is a letter.
            DefaultParser plain = new DefaultParser();
            plain.setQuoteChars(null);
            plain.setEscapeChars(null);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(shell.get())
                    .parser(plain)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            try {
                return Optional.of(reader.readLine(prompt + " ").strip());
            } catch (EndOfFileException | UserInterruptException end) {
                return Optional.empty();
            }
        }
        surroundings.out().print(prompt + " ");
        surroundings.out().flush();
        String line = input.line();
        if (!surroundings.inIsTerminal()) {
            // Nobody has pressed Enter on the screen.
            surroundings.out().println();
        }
        return Optional.ofNullable(line).map(String::strip);
    }
}
