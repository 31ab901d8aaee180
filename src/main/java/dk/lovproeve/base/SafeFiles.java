package dk.lovproeve.base;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader sees the old content or the new, never half of the new. */
public final class SafeFiles {

    private SafeFiles() {}

    /**
     * Writes beside the target and then moves into place; missing folders are made. Where the file system cannot move
     * in one step, an ordinary replacing move is used.
     *
     * @throws IOException when it cannot be written; the target is then as it was
     */
    public static void writeAtomically(Path target, byte[] content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Not a temporary file of Java's: only its owner could read it.
        Path aside = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(aside, content);
            try {
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException noSingleStep) {
                Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
