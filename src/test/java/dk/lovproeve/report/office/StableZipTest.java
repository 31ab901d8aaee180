package dk.lovproeve.report.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class StableZipTest {

    @Test
    void theHourItWasMadeDoesNotShowNotEvenInAWorkbookWithin() throws IOException {
        byte[] morning = file(8);
        byte[] evening = file(20);

        assertThat(morning).isNotEqualTo(evening);
        assertThat(StableZip.of(morning)).isEqualTo(StableZip.of(evening));
    }

    @Test
    void allButTheTimesIsKept() throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(StableZip.of(file(8))))) {
            ZipEntry properties = in.getNextEntry();
            assertThat(properties.getName()).isEqualTo("docProps/core.xml");
            assertThat(properties.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(
                    "<p><dc:title>æøå</dc:title><dcterms:created xsi:type=\"t\">1980-01-01T00:00:00Z</dcterms:created></p>");
            assertThat(in.getNextEntry().getName()).isEqualTo("word/embeddings/book.xlsx");
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThatThrownBy(() -> StableZip.of(new byte[] {1, 2, 3}))
                .hasMessageContaining("office file: found no zip entries, expected a .docx or .xlsx file");
    }

    private static byte[] file(int hour) throws IOException {
        String core = "<p><dc:title>æøå</dc:title><dcterms:created xsi:type=\"t\">2026-03-04T%02d:00:00Z</dcterms:created></p>"
                .formatted(hour);
        byte[] inner = zip(hour, "docProps/core.xml", core.getBytes(StandardCharsets.UTF_8));
        return zip(hour, "docProps/core.xml", core.getBytes(StandardCharsets.UTF_8), "word/embeddings/book.xlsx", inner);
    }

    private static byte[] zip(int hour, Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                entry.setTimeLocal(LocalDateTime.of(2026, 3, 4, hour, 0));
                out.putNextEntry(entry);
                out.write((byte[]) namesAndContents[i + 1]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
