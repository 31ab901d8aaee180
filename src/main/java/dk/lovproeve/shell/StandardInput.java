package dk.lovproeve.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Standard input, line by line: one reader for all, so that a command and what it asks can stand in the same file. */
final class StandardInput {

    private final BufferedReader reader;

    StandardInput(Surroundings surroundings) {
        this.reader = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
    }

    /** The next line; {@code null} when there are no more. */
    String line() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
