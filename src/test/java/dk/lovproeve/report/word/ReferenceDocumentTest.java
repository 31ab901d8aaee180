package dk.lovproeve.report.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.html.SampleReport;
import dk.lovproeve.report.lint.Lint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;

/** A ministry whose Word is Danish: its headings are called Overskrift1, though Word knows them as heading 1. */
class ReferenceDocumentTest {

    @TempDir
    Path temporary;

    private Path ministry() throws IOException {
        Path file = temporary.resolve("ministry.docx");
        try (XWPFDocument word = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            CTStyles styles = CTStyles.Factory.newInstance();
            CTStyle heading = styles.addNewStyle();
            heading.setType(STStyleType.PARAGRAPH);
            heading.setStyleId("Overskrift1");
            heading.addNewName().setVal("heading 1");
            heading.addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
            heading.getPPr().addNewNumPr().addNewNumId().setVal(BigInteger.ONE);
            heading.addNewRPr().addNewColor().setVal("990000");
            word.createStyles().setStyles(styles);
            word.createParagraph().createRun().setText("Ministeriets gamle brev");
            word.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("Et ministerium");
            CTSectPr page = word.getDocument().getBody().isSetSectPr() ? word.getDocument().getBody().getSectPr() : word.getDocument().getBody().addNewSectPr();
            page.addNewPgSz().setW(BigInteger.valueOf(11906));
            page.getPgSz().setH(BigInteger.valueOf(16838));
            page.addNewPgMar().setLeft(BigInteger.valueOf(2000));
            page.getPgMar().setRight(BigInteger.valueOf(4000));
            word.write(out);
        }
        return file;
    }

    private static XWPFDocument read(byte[] bytes) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    @Test
    void theMinistrysStylesPageAndHeaderAreKeptAndItsTextIsNot() throws IOException {
        byte[] bytes = new WordRenderer(Optional.of(ReferenceDocument.read(ministry()))).render(SampleReport.danish());
        try (XWPFDocument word = read(bytes)) {
            List<String> used = word.getParagraphs().stream().map(XWPFParagraph::getStyle).toList();
            assertThat(used).contains("Overskrift1").doesNotContain("Heading1");
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText)).doesNotContain("Ministeriets gamle brev");
            assertThat(word.getStyles().getStyle("Overskrift1").getCTStyle().getRPr().getColorArray(0).xgetVal().getStringValue()).isEqualTo("990000");
            // The ministry numbers its headings by their style; ours say themselves which number they have, or that they have none.
            assertThat(word.getParagraphs().stream().filter(p -> "Overskrift1".equals(p.getStyle()))).isNotEmpty().allMatch(p -> p.getCTP().getPPr().isSetNumPr());
            // What the ministry has no style for comes with the report.
            assertThat(word.getStyles().getStyle("NoteText")).isNotNull();
            // Narrow columns are set flush left, also where the ministry's text has even edges.
            assertThat(word.getStyles().getStyle("TableText").getCTStyle().getPPr().getJc().getVal()).isEqualTo(STJc.LEFT);
            assertThat(word.getHeaderList()).singleElement().satisfies(h -> assertThat(h.getText()).contains("Et ministerium"));
            assertThat(word.getDocument().getBody().getSectPr().getPgMar().getLeft().toString()).isEqualTo("2000");
            // Tables, charts and pictures fill the width of the ministry's text: 11906 - 2000 - 4000 twentieths of a point.
            assertThat(word.getTables()).isNotEmpty().allSatisfy(t -> assertThat(t.getCTTbl().getTblPr().getTblW().getW().toString()).isEqualTo("5906"));
            assertThat(word.getParagraphs().stream().flatMap(p -> p.getRuns().stream()).flatMap(r -> r.getCTR().getDrawingList().stream()).flatMap(d -> d.getInlineList().stream()))
                    .isNotEmpty().allSatisfy(d -> assertThat(d.getExtent().getCx()).isLessThanOrEqualTo(5906L * 635));
            used.stream().filter(style -> style != null).distinct().forEach(style -> assertThat(word.getStyles().getStyle(style)).as(style).isNotNull());
        }
        Lint.check(Map.of("report.docx", bytes), Language.DA);
    }

    @Test
    void whatIsNoWordDocumentIsRefused() throws IOException {
        Path text = Files.writeString(temporary.resolve("ministry.docx"), "Not a document");
        assertThat(catchThrowableOfType(AuthorException.class, () -> ReferenceDocument.read(text)).failures().get(0).in(Language.EN)).isEqualTo(
                text + " --reference-doc\n  found:     a file that is no Word document\n  expected:  a Word document (.docx) with the ministry's styles");
        Path nowhere = temporary.resolve("nowhere.docx");
        assertThat(catchThrowableOfType(AuthorException.class, () -> ReferenceDocument.read(nowhere)).failures().get(0).in(Language.EN)).contains("no such file");
    }
}
