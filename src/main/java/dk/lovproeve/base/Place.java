package dk.lovproeve.base;

import java.util.Objects;

/**
 * Where in an author's files something stands.
 *
 * @param file the file as the author would name it, such as {@code selvbook/procedure.yaml}
 * @param line the line, 1 for the first; 0 when the failure is about the file as a whole
 */
public record Place(String file, int line) implements Comparable<Place> {

    public Place {
        Objects.requireNonNull(file, "file");
        Checks.atLeast(0, line, "line");
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
