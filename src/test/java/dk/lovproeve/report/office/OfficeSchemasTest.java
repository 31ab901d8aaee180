package dk.lovproeve.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.report.EveryDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The check itself: a test that cannot fail is worth nothing. */
class OfficeSchemasTest {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @Test
    void everyOfficeFileWrittenKeepsToTheSchemas() {
        assertThat(EveryDocument.named(".docx")).hasSizeGreaterThan(6).allSatisfy((name, bytes) -> assertThat(OfficeSchemas.faults(name, bytes)).isEmpty());
        assertThat(EveryDocument.named(".xlsx")).hasSizeGreaterThan(3).allSatisfy((name, bytes) -> assertThat(OfficeSchemas.faults(name, bytes)).isEmpty());
    }

    @Test
    void aWellMadePartHasNoFaults() throws IOException {
        assertThat(OfficeSchemas.faults("a.docx", document("<w:p><w:pPr><w:keepNext/><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>Tekst</w:t></w:r></w:p>"))).isEmpty();
    }

    @Test
    void anElementInTheWrongOrderIsFound() throws IOException {
        assertThat(OfficeSchemas.faults("a.docx", document("<w:p><w:pPr><w:jc w:val=\"right\"/><w:keepNext/></w:pPr></w:p>")))
                .singleElement().asString().startsWith("a.docx!word/document.xml:").contains("keepNext");
    }

    @Test
    void aValueThatTheSchemaDoesNotKnowIsFound() throws IOException {
        assertThat(OfficeSchemas.faults("a.docx", document("<w:p><w:pPr><w:jc w:val=\"sideways\"/></w:pPr></w:p>")))
                .singleElement().asString().contains("sideways");
    }

    @Test
    void aRootThatNoSchemaKnowsIsFound() throws IOException {
        assertThat(OfficeSchemas.faults("a.docx", zip("word/odd.xml", "<odd xmlns=\"urn:odd\"/>")))
                .containsExactly("a.docx!word/odd.xml: found a root that no schema knows");
    }

    private static byte[] document(String body) throws IOException {
        return zip("word/document.xml", "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
