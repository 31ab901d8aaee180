package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * What has been worked out of an experiment that is not finished, so that it can be stopped at any moment, even by loss of
 * power, and go on where it stopped: a file for each item in {@code .unfinished-<run>} of the run's folder. An item is
 * written aside and moved into place, so its file is whole or not there; a file that cannot be read, or is another run's,
 * counts as not there. Safe for several threads.
 */
public final class Journal {

    /** Keeps nothing. */
    public static final Journal NONE = new Journal(null, "");

    private static final String FORM = "lovproeve-journal-2";
    private static final String FOLDER = ".unfinished-";
    private static final String ENDING = ".gz";

    private final Path folder;
    private final String run;
    private final int found;

    private Journal(Path folder, String run) {
        this.folder = folder;
        this.run = run;
        this.found = folder == null ? 0 : count(folder);
    }

    /**
     * The journal of a run, with what is there of it already.
     *
     * @param runFolder where the run will be kept; need not exist
     * @param run       the run's id, which stands for everything that decides the numbers
     */
    public static Journal of(Path runFolder, String run) {
        Checks.notBlank(run, "run");
        return new Journal(runFolder.resolve(FOLDER + run), run);
    }

    /** How many items had been worked out when it was opened. */
    public int found() {
        return found;
    }

    /** Whether an item has been worked out. */
    boolean has(WorkItem item) {
        return folder != null && Files.exists(file(item));
    }

    /** What came of an item; empty when it has not been worked out, or what was kept cannot be read. */
    Optional<long[][]> find(WorkItem item) {
        if (!has(item)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file(item)))))) {
            if (!in.readUTF().equals(FORM) || !in.readUTF().equals(run) || !in.readUTF().equals(item.word())) {
                return Optional.empty();
            }
            long[][] rows = new long[in.readInt()][];
            for (int r = 0; r < rows.length; r++) {
                rows[r] = new long[in.readInt()];
                for (int c = 0; c < rows[r].length; c++) {
                    rows[r][c] = in.readLong();
                }
            }
            // The check sum comes behind the numbers, and is compared when there is nothing left to read.
            return in.read() < 0 ? Optional.of(rows) : Optional.empty();
        } catch (EOFException | ZipException broken) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what came of an item. */
    void keep(WorkItem item, long[][] rows) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "aside-", null);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(aside))))) {
                out.writeUTF(FORM);
                out.writeUTF(run);
                out.writeUTF(item.word());
                out.writeInt(rows.length);
                for (long[] row : rows) {
                    out.writeInt(row.length);
                    for (long number : row) {
                        out.writeLong(number);
                    }
                }
            }
            Files.move(aside, file(item), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it away, once the run itself has been kept. */
    public void discard() {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(WorkItem item) {
        return folder.resolve(item.word() + ENDING);
    }

    private static int count(Path folder) {
        String[] names = folder.toFile().list((in, name) -> name.endsWith(ENDING));
        return names == null ? 0 : names.length;
    }
}
