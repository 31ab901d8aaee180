package dk.lovproeve.report.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.EveryDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every document that is written is in order; and whatever a rule forbids, done to such a document, is found. */
class LintTest {

    private static final Map<String, byte[]> WORD = EveryDocument.named("sample.docx");
    private static final Map<String, byte[]> PAGE = EveryDocument.named("sample.html");
    private static final Map<String, byte[]> WORKBOOK = EveryDocument.named("bilag.xlsx");

    @Test
    void everyDocumentWrittenIsInOrder() {
        assertThat(EveryDocument.of(Language.DA)).isNotEmpty().allSatisfy((name, bytes) -> assertThat(faults(name, bytes, Language.DA)).as(name).isEmpty());
        assertThat(EveryDocument.of(Language.EN)).isNotEmpty().allSatisfy((name, bytes) -> assertThat(faults(name, bytes, Language.EN)).as(name).isEmpty());
    }

    @Test
    void aDocumentInTheOtherLanguageIsNotInOrder() {
        WORD.forEach((name, bytes) -> assertThat(faults(name, bytes, Language.EN)).isNotEmpty());
        PAGE.forEach((name, bytes) -> assertThat(faults(name, bytes, Language.EN)).isNotEmpty());
        WORKBOOK.forEach((name, bytes) -> assertThat(faults(name, bytes, Language.EN)).isNotEmpty());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            docProps/core.xml   | <dc:title>[^<]*</dc:title>                    |                                       | no title
            docProps/core.xml   | da-DK                                         | en-US                                 | the language "en-US"
            docProps/core.xml   | <dc:creator>[^<]*</dc:creator>                |                                       | no author
            word/styles.xml     | w:val="da-DK"                                 | w:val="en-GB"                         | en-GB
            word/document.xml   | <w:body>                                      | <w:body><w:p><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>x</w:t></w:r></w:p> | en-US
            word/document.xml   | w:val="Heading2"                              | w:val="Heading4"                      | level 4
            word/document.xml   | <w:body>                                      | <w:body><w:p/>                        | an empty line after it
            word/document.xml   | <w:body>                                      | <w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Resultater</w:t></w:r></w:p> | a bold paragraph that looks like a heading
            word/document.xml   | <w:body>                                      | <w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>1.2. Resultater</w:t></w:r></w:p> | a number typed in
            word/document.xml   | <w:body>                                      | <w:body><w:p><w:r><w:t>Der er NaN borgere</w:t></w:r></w:p> | Der er NaN borgere
            word/document.xml   | <w:body>                                      | <w:body><w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p> | numId 99
            word/document.xml   | <w:tblHeader[^>]*/>                           |                                       | a header that is not repeated
            word/document.xml   | <w:cantSplit[^>]*/>                           |                                       | a short row that may break over two pages
            word/document.xml   | <w:tblCaption[^>]*/>                          |                                       | no title for screen readers
            word/document.xml   | w:val="Caption"                               | w:val="TableText"                     | no caption
            word/document.xml   | SEQ                                           | XXX                                   | a number typed in
            word/document.xml   | <w:gridCol w:w="\\d+"/>                       |                                       | columns
            word/document.xml   | descr="[^"]*"                                 |                                       | no alternative text
            word/document.xml   | docPr id="\\d+"                               | docPr id="1"                          | an id of its own
            word/document.xml   | <wp:inline([^>]*)>(.*?)</wp:inline>           | <wp:anchor$1>$2</wp:anchor>           | floating figure
            word/document.xml   | <w:bookmarkStart w:id="\\d+" w:name="[^"]*"/> |                                       | which does not exist
            word/document.xml   | <w:pgSz[^>]*/>                                |                                       | no paper size
            word/footer1.xml    | PAGE                                          | DATE                                  | no page numbers
            word/charts/chart1.xml | <c:externalData[^>]*>                      |                                       | a chart without a sheet
            word/charts/chart1.xml | <c:valAx>(.*?)<c:title>.*?</c:title>       | <c:valAx>$1                           | an axis of values without a unit
            """)
    void whatIsWrongInWordIsFound(String part, String what, String with, String found) {
        WORD.forEach((name, bytes) -> assertThat(changed(bytes, part, what, with)).satisfies(wrong -> assertThat(faults(name, wrong, Language.DA)).contains(found)));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lang="da"                    |                               | the language ""
            <title>[^<]*</title>\\n<style | <title> </title><style        | no title
            <meta name="viewport"[^>]*>  |                               | no width for small screens
            default-src 'none'           | default-src *                 | nothing that forbids fetching
            <main                        | <h1>Igen</h1><main            | 2 top headings
            <(/?)h3                      | <$1h5                         | level 5
            <section id="[^"]*"          | <section id="x"               | the same id twice
            href="#                      | href="#q-                     | which does not exist
            <a class="skip"([^>]*)>[^<]* | <a class="skip"$1>            | a link without text
            <caption.*?</caption>        |                               | no caption
            scope="[a-z]+"               |                               | without scope
            <th ([^>]*)>(.*?)</th>       | <td>$2</td>                   | no header cells
            <figcaption.*?</figcaption>  |                               | no caption
            role="img"                   |                               | a drawing without a name
            </main>                      | <img src="data:,"/></main>    | no alternative text
            </main>                      | <img alt="" src="a.png"/></main> | a.png
            </main>                      | <script>1</script></main>     | a script
            </main>                      | <p onclick="x()">x</p></main> | onclick
            <style>                      | <style>@import "a.css";       | something is fetched
            --muted:#[0-9a-f]{6}         | --muted:#999999               | : 1
            --panel:#[0-9a-f]{6};        |                               | a colour that is missing
            </main>                      | <p>${navn}</p></main>         | ${navn}
            </main>                      | <p></main>                    | well-formed
            """)
    void whatIsWrongOnAPageIsFound(String what, String with, String found) {
        PAGE.forEach((name, bytes) -> {
            String page = new String(bytes, StandardCharsets.UTF_8);
            assertThat(faults(name, replaced(page, what, with).getBytes(StandardCharsets.UTF_8), Language.DA)).contains(found);
        });
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            docProps/core.xml         | da-DK                                | sv-SE                          | the language "sv-SE"
            xl/workbook.xml           | name="Definitioner"                  | name="Andet"                   | no sheet of definitions
            xl/workbook.xml           | _xlnm.Print_Area                     | Print                          | no print area
            xl/workbook.xml           | _xlnm.Print_Titles                   | Titles                         | not repeated on paper
            xl/worksheets/sheet3.xml  | state="frozen"                       | state="split"                  | a first row that scrolls away
            xl/worksheets/sheet3.xml  | orientation="landscape"              |                                | not lying on paper
            xl/worksheets/sheet3.xml  | paperSize="\\d+"                     |                                | no paper size
            xl/worksheets/sheet3.xml  | <pageSetUpPr[^>]*/>                  |                                | columns that fall off the paper
            xl/worksheets/sheet3.xml  | &amp;P                               |                                | no page numbers
            xl/worksheets/sheet3.xml  | <oddHeader>                          | <oddHeader>1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890 | characters above or below the page
            xl/worksheets/sheet3.xml  | <c r="B1".*?</c>                     |                                | column headers
            xl/worksheets/sheet3.xml  | <c r="B1".*?</c><c r="C1"            | <c r="B1"                      | column headers
            xl/worksheets/sheet1.xml  | location="'                          | location="'x                   | a link to
            xl/drawings/drawing1.xml  | descr="[^"]*"                        |                                | without an alternative text
            xl/charts/chart1.xml      | <c:chart><c:title>.*?</c:title>      | <c:chart>                      | a chart without a title
            xl/charts/chart1.xml      | <c:f>[^<]*</c:f>                     | <c:f>Andet!A1</c:f>            | numbers from
            xl/sharedStrings.xml      | <si><t([^>]*)>[^<]*                  | <si><t$1>null                  | null
            """)
    void whatIsWrongInAWorkbookIsFound(String part, String what, String with, String found) {
        WORKBOOK.forEach((name, bytes) -> assertThat(faults(name, changed(bytes, part, what, with), Language.DA)).contains(found));
    }

    @Test
    void theCommandIsRefusedWithFileAndPlace() {
        byte[] wrong = changed(WORD.values().iterator().next(), "word/document.xml", "<w:tblHeader[^>]*/>", "");
        assertThatThrownBy(() -> Lint.check(Map.of("rapport.docx", wrong), Language.DA))
                .isInstanceOf(AuthorException.class)
                .hasMessageStartingWith("rapport.docx table: ")
                .hasMessageContaining("found:     a header that is not repeated")
                .hasMessageContaining("expected:  the header repeated on every page");
    }

    private static String faults(String name, byte[] bytes, Language language) {
        List<String> found = Lint.faults(name, bytes, language).stream().map(f -> f.in(Language.EN)).toList();
        return String.join("\n", found);
    }

    /** The file with a pattern replaced in one part; the pattern must be there, or the test tries nothing. */
    private static byte[] changed(byte[] office, String part, String what, String with) {
        return rewritten(office, part, xml -> replaced(xml, what, with));
    }

    private static String replaced(String text, String what, String with) {
        String replaced = java.util.regex.Pattern.compile(what, java.util.regex.Pattern.DOTALL).matcher(text).replaceAll(with == null ? "" : quoted(with));
        assertThat(replaced).as(what).isNotEqualTo(text);
        return replaced;
    }

    /** Groups are meant, other dollars are not. */
    private static String quoted(String with) {
        return with.replaceAll("\\$(?!\\d)", "\\\\\\$");
    }

    private static byte[] rewritten(byte[] office, String part, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office)); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(part) ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
