package dk.lovproeve.report.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the clock out of an Office file, so that equal reports are equal bytes: the times of the zip's entries and the
 * times of creation and change in its properties, also in the workbooks that charts carry along.
 */
public final class StableZip {

    /** The earliest time a zip entry can have. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";

    private StableZip() {}

    /**
     * The same file with every time set to 1 January 1980; the order of the entries is kept.
     *
     * @param office the bytes of a {@code .docx} or {@code .xlsx} file
     * @throws UncheckedIOException when they are not a zip
     */
    public static byte[] of(byte[] office) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(office.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(TIME);
                out.putNextEntry(stable);
                out.write(withoutClock(entry.getName(), in.readAllBytes()));
                out.closeEntry();
                entries++;
            }
            if (entries == 0) {
                throw new IOException("office file: found no zip entries, expected a .docx or .xlsx file");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutClock(String name, byte[] content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx") || lower.endsWith(".docx")) {
            return of(content);
        }
        if (!name.equals(PROPERTIES)) {
            return content;
        }
        String xml = new String(content, StandardCharsets.UTF_8);
        return xml.replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$11980-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
