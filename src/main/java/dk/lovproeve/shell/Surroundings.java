package dk.lovproeve.shell;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a command is run: its streams, its screen and its folders. Everything that the shell knows of the process.
 *
 * @param in             standard input
 * @param out            results, UTF-8
 * @param err            progress, warnings and errors, UTF-8
 * @param inIsTerminal   whether a person is typing
 * @param outIsTerminal  whether results go to a screen, which is then {@code width} columns wide
 * @param errIsTerminal  whether progress may be drawn
 * @param width          columns of the screen, at least 20
 * @param home           the folder that holds {@code scenarios/} and {@code reports/}
 * @param workingFolder  what relative paths are relative to
 * @param language       the language when a command does not say
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int width,
        Path home,
        Path workingFolder,
        Language language) {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    public Surroundings {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Checks.atLeast(LEAST_WIDTH, width, "width");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(workingFolder, "workingFolder");
        Objects.requireNonNull(language, "language");
    }

    /**
     * Those of this process. The launcher tells by system properties what Java 17 cannot see: {@code lovproeve.home},
     * {@code lovproeve.terminals} (some of {@code in,out,err}), {@code lovproeve.columns}, and {@code lovproeve.locale},
     * which is the user's where {@code LC_ALL} had to be changed to read file names.
     */
    public static Surroundings ofProcess() {
        Path workingFolder = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("lovproeve.home", "")).toAbsolutePath().normalize();
        String terminals = Optional.ofNullable(System.getProperty("lovproeve.terminals"))
                .orElseGet(() -> System.console() == null ? "" : "in,out,err");
        return new Surroundings(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                terminals.contains("in"),
                terminals.contains("out"),
                terminals.contains("err"),
                width(System.getProperty("lovproeve.columns", "")),
                home,
                workingFolder,
                language(System.getProperty("lovproeve.locale", ""), System.getenv()));
    }

    /**
     * English when the locale starts with {@code en}, else Danish.
     *
     * @param locale      the launcher's word for it; empty for the first of {@code LC_ALL}, {@code LC_MESSAGES} and
     *                    {@code LANG} that is set
     * @param environment the variables of the process
     */
    static Language language(String locale, Map<String, String> environment) {
        return Stream.of(
                        locale,
                        environment.getOrDefault("LC_ALL", ""),
                        environment.getOrDefault("LC_MESSAGES", ""),
                        environment.getOrDefault("LANG", ""))
                .filter(l -> !l.isEmpty())
                .findFirst()
                .filter(l -> l.startsWith("en"))
                .map(l -> Language.EN)
                .orElse(Language.DA);
    }

    private static int width(String columns) {
        return columns.matches("[1-9][0-9]{0,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    /** UTF-8 whatever the machine's code page, which Java 17 would follow. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
