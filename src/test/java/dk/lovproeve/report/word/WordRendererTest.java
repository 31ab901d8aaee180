package dk.lovproeve.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Foreign;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.office.OfficeSchemas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

/** Reads a rendered report back and holds it to what officials and screen readers need. */
class WordRendererTest {

    private static byte[] bytes;
    private static XWPFDocument word;

    @BeforeAll
    static void render() throws IOException {
        bytes = new WordRenderer().render(RichReport.danish());
        word = open(bytes);
    }

    @AfterAll
    static void close() throws IOException {
        word.close();
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(new WordRenderer().render(RichReport.danish())).isEqualTo(bytes);
    }

    @Test
    void theFileKeepsToTheSchemasOfOffice() {
        assertThat(OfficeSchemas.faults("report.docx", bytes)).isEmpty();
    }

    @Test
    void aQuotationInTheOtherLanguageIsSpelledAsWhatItIs() throws IOException {
        Document document = new Document("T", "", Language.DA, List.of(), 0,
                List.of(RichReport.text("Se ", new Foreign(Language.EN, List.of(new Words("a source"))))));
        try (XWPFDocument made = open(new WordRenderer().render(document))) {
            XWPFParagraph line = made.getParagraphs().get(1);
            assertThat(line.getRuns()).extracting(r -> r.text()).containsExactly("Se ", "a source");
            assertThat(line.getRuns()).extracting(r -> r.getLang()).containsExactly(null, "en-GB");
        }
    }

    @Test
    void whatLeadsToTheNextStandsOnItsPage() throws IOException {
        ItemList list = new ItemList(false, List.of(List.of(new Words("one")), List.of(new Words("two"))));
        Document document = new Document("T", "", Language.EN, List.of(), 0, List.of(new Section("s", "On section 1", false, List.of(
                RichReport.text("Entry into force"),
                RichReport.text("The act will take effect when it has been adopted, which nobody has yet said when it will be, and so this is long."),
                RichReport.text("Two things remain:"), list,
                new Note(Note.Kind.GAP, "a date", "", List.of(RichReport.text("Can be filled by:"), list))))));
        try (XWPFDocument made = open(new WordRenderer().render(document))) {
            assertThat(made.getParagraphs().stream().filter(XWPFParagraph::isKeepNext).map(XWPFParagraph::getText))
                    .containsExactly("Entry into force", "Two things remain:", "Can be filled by:", "one");
        }
    }

    @Test
    void wordCountsCaptionsAndMakesTheContentsItself() {
        List<String> captions = word.getParagraphs().stream().filter(p -> "Caption".equals(p.getStyle())).map(p -> p.getText()).toList();
        assertThat(captions).contains("Tabel\u00a01. Borgere, der mister en ydelse, efter gruppe og variant")
                .filteredOn(c -> c.startsWith("Tabel")).hasSize(4);
        String body = word.getDocument().getBody().xmlText();
        assertThat(body).contains("SEQ Tabel \\* ARABIC", "SEQ Figur \\* ARABIC", " TOC \\o \"1-3\" \\n \\h \\z ");
        assertThat(body.split("fldCharType=\"begin\"", -1)).hasSize(2);
        assertThat(body.split("fldCharType=\"end\"", -1)).hasSize(2);
    }

    @Test
    void noHeadingSkipsALevel() {
        int before = 0;
        List<String> skipped = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (XWPFParagraph paragraph : word.getParagraphs()) {
            String style = word.getStyles().getStyle(paragraph.getStyle()).getName();
            if (style.startsWith("heading ")) {
                int level = Integer.parseInt(style.substring("heading ".length()));
                levels.add(level);
                if (level > before + 1) {
                    skipped.add(paragraph.getText() + ": level " + level + " after level " + before);
                }
                before = level;
            }
        }
        // The sections of the sample, in order, by hand.
        assertThat(levels).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 2, 3, 4);
        assertThat(skipped).isEmpty();
    }

    @Test
    void numbersOfHeadingsAreWordsOwnAndStartAnewBelowAnUnnumberedOne() {
        assertThat(heading("Sammenfatning").getNumID()).isNull();
        XWPFParagraph first = heading("Konsekvenser for retssikkerhedsgrupperne");
        XWPFParagraph sources = heading("Kilder");
        assertThat(first.getNumIlvl()).isZero();
        assertThat(heading("Figurer").getNumIlvl()).isEqualTo(1);
        assertThat(heading("Figurer").getNumID()).isEqualTo(first.getNumID());
        assertThat(sources.getNumIlvl()).isZero();
        assertThat(sources.getNumID()).isNotEqualTo(first.getNumID());
        assertThat(sources.getNumLevelText()).isEqualTo("%1.");
    }

    @Test
    void everyTableRepeatsItsHeaderKeepsItsRowsWholeAndIsDescribed() {
        assertThat(word.getTables()).hasSize(4);
        for (XWPFTable table : word.getTables()) {
            var form = table.getCTTbl().getTblPr();
            String caption = form.getTblCaption().getVal();
            assertThat(table.getRow(0).isRepeatHeader()).as("header of " + caption).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).as("first row of " + caption).isFalse();
            assertThat(table.getRows()).as(caption).allMatch(row -> row.isCantSplitRow());
            assertThat(form.getTblDescription().getVal()).as("description of " + caption).isNotBlank();
            assertThat(form.getTblLook().getFirstRow()).as("look of " + caption).isEqualTo(true);
            assertThat(table.getCTTbl().getTblGrid().getGridColList().stream()
                            .mapToInt(c -> Integer.parseInt(c.getW().toString()))
                            .sum())
                    .as("width of " + caption)
                    .isEqualTo(11906 - 2 * 1417);
        }
    }

    @Test
    void everyDrawingHasATextAndAnIdOfItsOwn() {
        List<CTNonVisualDrawingProps> drawings = word.getParagraphs().stream()
                .flatMap(p -> p.getRuns().stream())
                .flatMap(r -> r.getCTR().getDrawingList().stream())
                .flatMap(d -> d.getInlineList().stream())
                .map(i -> i.getDocPr())
                .toList();
        assertThat(drawings).extracting(CTNonVisualDrawingProps::getId).containsExactly(1L, 2L, 3L, 4L);
        assertThat(drawings).allSatisfy(d -> assertThat(d.getDescr()).as(d.getName()).isNotBlank());
    }

    @Test
    void theFileSaysItsLanguageAndTitle() throws Exception {
        assertThat(language(word)).containsOnly("da-DK");
        assertThat(word.getProperties().getCoreProperties().getTitle())
                .isEqualTo("Konsekvenser af lov om obligatorisk selvbetjening");
        try (XWPFDocument english = open(new WordRenderer().render(RichReport.document(Language.EN, RichReport.RUN)))) {
            assertThat(language(english)).containsOnly("en-GB");
            assertThat(text(english)).contains("Table\u00a01. ", "Figure\u00a01. ", "Contents").doesNotContain("Tabel\u00a0");
        }
    }

    @Test
    void nothingIsHiddenInTextBoxesAndNoParagraphIsEmpty() {
        assertThat(word.getDocument().xmlText()).doesNotContain("txbxContent", "<w:pict");
        for (int i = 0; i < word.getParagraphs().size(); i++) {
            XWPFParagraph paragraph = word.getParagraphs().get(i);
            boolean drawing = paragraph.getCTP().xmlText().contains("<w:drawing");
            assertThat(drawing || !paragraph.getText().isBlank()).as("paragraph " + i + " has content").isTrue();
        }
    }

    @Test
    void theContentsNameEverySectionDownToTheirDepthWithLinksAndNoPageNumbers() {
        List<XWPFParagraph> entries = word.getParagraphs().stream()
                .filter(p -> p.getStyle() != null && p.getStyle().matches("TOC[123]"))
                .toList();
        assertThat(entries).extracting(XWPFParagraph::getText)
                .containsExactly(
                        "Sammenfatning",
                        "1.\tKonsekvenser for retssikkerhedsgrupperne",
                        "1.1.\tMed støtte til fuldmagt og repræsentation",
                        "1.2.\tFigurer",
                        "2.\tDen digitale procedure",
                        "Forudsætninger",
                        "1.\tKilder",
                        "2.\tHuller",
                        "3.\tEfter et sideskift",
                        "3.1.\tDybere");
        assertThat(entries).allMatch(p -> p.getCTP().sizeOfHyperlinkArray() == 1);
        assertThat(entries).noneMatch(p -> p.getCTP().xmlText().contains("PAGE"));
    }

    @Test
    void everyLinkLeadsToABookmarkAndEveryBookmarkIsOneWordTakes() {
        List<CTBookmark> bookmarks = word.getParagraphs().stream()
                .flatMap(p -> p.getCTP().getBookmarkStartList().stream())
                .toList();
        List<String> names = bookmarks.stream().map(CTBookmark::getName).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(n -> n.matches("[A-Za-z][A-Za-z0-9_]{0,39}"));
        assertThat(bookmarks).extracting(CTBookmark::getId).doesNotHaveDuplicates();
        List<String> links = word.getParagraphs().stream()
                .flatMap(p -> p.getCTP().getHyperlinkList().stream())
                .map(CTHyperlink::getAnchor)
                .toList();
        assertThat(links).hasSizeGreaterThan(10).allMatch(names::contains);
    }

    @Test
    void numbersInNarrowColumnsBreakBeforeTheIntervalAlone() {
        String cell = word.getTables().get(0).getRow(1).getCell(1).getText();
        assertThat(cell).isEqualTo("130.000\n(130.400–131.700)");
        assertThat(word.getTables().get(3).getRow(100).getCell(1).getText()).isEqualTo("100,5");
    }

    @Test
    void axesHaveAMinusBelowZeroAndNoHyphen() {
        assertThat(word.getCharts()).allSatisfy(chart -> assertThat(
                        chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().getFormatCode())
                .matches("(\\[\\$-406][^;]+);\\[\\$-406]\"\u2212\"[^;]+"));
    }

    @Test
    void chartsCarryTheirNumbersAndWhiskers() throws Exception {
        XWPFChart first = word.getCharts().get(0);
        XSSFWorkbook book = first.getWorkbook();
        assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue()).isEqualTo("I dag");
        // The sample's first value: 9000 + 100 for each of the five letters of the name; its interval starts at 8000.
        assertThat(book.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isEqualTo(9500);
        assertThat(book.getSheetAt(0).getRow(1).getCell(4).getNumericCellValue()).isEqualTo(1500);
        assertThat(book.getSheetAt(0).getRow(0).getCell(4).getStringCellValue()).isEqualTo("I dag: ned til nedre grænse");
        List<Integer> whiskers = word.getCharts().stream()
                .map(c -> c.getCTChart().getPlotArea().getBarChartArray(0).getSerList().stream()
                        .mapToInt(s -> s.isSetErrBars() ? 1 : 0)
                        .sum())
                .toList();
        assertThat(whiskers).containsExactly(2, 0, 1);
    }

    @Test
    void theAxisHoldsEveryWhisker() {
        // Intervals of the sample go from -3.25 to 7.5.
        var scale = word.getCharts().get(2).getCTChart().getPlotArea().getValAxArray(0).getScaling();
        assertThat(scale.getMin().getVal()).isEqualTo(-4);
        assertThat(scale.getMax().getVal()).isEqualTo(8);
    }

    @Test
    void lettersTellTheRunsApartWhenThereAreSeveral() throws Exception {
        assertThat(word.getFooterList().get(0).getText()).startsWith("Alle modeltal i rapporten er fra kørsel k-3f2a91c4.");
        Document two = RichReport.document(Language.DA, "k-0000beef");
        try (XWPFDocument other = open(new WordRenderer().render(two))) {
            assertThat(text(other)).contains("131.000 borgerea", "98.400b", "a: k-3f2a91c4", "b: k-0000beef");
            assertThat(other.getFooterList().get(0).getText()).doesNotContain("k-");
        }
    }

    private static XWPFParagraph heading(String title) {
        return word.getParagraphs().stream()
                .filter(p -> p.getStyle() != null && p.getStyle().startsWith("Heading") && p.getText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no heading " + title));
    }

    private static Stream<String> language(XWPFDocument of) throws Exception {
        return Stream.of(
                of.getStyle().getDocDefaults().getRPrDefault().getRPr().getLangArray(0).getVal().toString(),
                of.getProperties().getCoreProperties().getUnderlyingProperties().getLanguageProperty().orElse("none"));
    }

    private static String text(XWPFDocument of) {
        return of.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }

    private static XWPFDocument open(byte[] of) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(of));
    }
}
