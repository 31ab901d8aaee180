package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The scenario that tests read, and copies of it with something changed. */
final class TinyScenario {

    static final Path FOLDER = Path.of("src/test/resources/scenarios/tiny");
    private static final Path SHARED = FOLDER.resolveSibling(SharedEvidence.FOLDER);

    private TinyScenario() {}

    /** A copy called tiny in a new folder, beside a copy of the facts that it may share. */
    static Path copy(Path parent) throws IOException {
        copy(SHARED, parent.resolve(SharedEvidence.FOLDER));
        return copy(FOLDER, parent.resolve("tiny"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    /** Puts something in the place of what begins a line, which must stand so exactly once; at the end where nothing is given. */
    static void edit(Path file, String old, String changed) throws IOException {
        String text = Files.readString(file);
        if (old.isEmpty()) {
            Files.writeString(file, text + changed);
            return;
        }
        int first = ("\n" + text).indexOf("\n" + old);
        assertThat(first).as("to change: %s", old).isNotNegative();
        assertThat(("\n" + text).indexOf("\n" + old, first + 1)).as("to change, once: %s", old).isNegative();
        Files.writeString(file, text.substring(0, first) + changed + text.substring(first + old.length()));
    }
}
