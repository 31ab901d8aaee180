package dk.lovproeve.report.html;

import static dk.lovproeve.report.html.SampleReport.p;
import static dk.lovproeve.report.html.SampleReport.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Foreign;
import dk.lovproeve.report.document.Section;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {

    private final String page = new HtmlRenderer().render(SampleReport.danish());

    /** Kept after the test run, so that it can be looked at. */
    @Test
    void thePageIsWellFormed() throws IOException {
        Path file = Path.of("target", "sample-report.html");
        Files.createDirectories(file.getParent());
        Files.write(file, new HtmlRenderer().bytes(SampleReport.danish()));
        assertThat(elements(page, "table")).hasSize(6);
        assertThat(elements(page, "svg")).hasSize(5);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(page);
    }

    @Test
    void nothingIsFetchedOrRun() {
        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "@font-face", " src=");
        assertThat(matches(page, "url\\(([^)]*)\\)")).allMatch(target -> target.startsWith("#"));
        assertThat(matches(page, "href=\"([^\"]*)\"")).allMatch(target -> target.startsWith("#"));
        assertThat(matches(page, "(https?://[^\"' ]*)")).containsOnly("http://www.w3.org/2000/svg");
        assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"");
    }

    @Test
    void everyIdIsUsedOnceAndEveryLinkAndLabelLeadsToOne() {
        List<String> ids = matches(page, " id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        Set<String> known = new HashSet<>(ids);
        assertThat(known).containsAll(matches(page, "href=\"#([^\"]*)\""));
        assertThat(known).containsAll(matches(page, "url\\(#([^)]*)\\)"));
        for (String labels : matches(page, "aria-(?:labelledby|describedby)=\"([^\"]*)\"")) {
            assertThat(known).contains(labels.split(" "));
        }
    }

    @Test
    void noHeadingLevelIsSkipped() {
        int before = 0;
        for (String level : matches(page, "<h([1-6])[ >]")) {
            int now = Integer.parseInt(level);
            assertThat(now).isLessThanOrEqualTo(before + 1);
            before = now;
        }
        assertThat(matches(page, "<h(1)[ >]")).hasSize(1);
        assertThat(page).contains("<h2><span class=\"number\">1.</span> Lovforslagets indhold</h2>");
        assertThat(page).contains("<h4><span class=\"number\">1.1.1.</span> Partshøring");
    }

    @Test
    void aQuotationInTheOtherLanguageSaysWhichItIs() {
        Document document = new Document("T", "", Language.DA, List.of(), 0, List.of(new Paragraph(List.of(
                new Foreign(Language.EN, List.of(new Words("a source"))), new Words(" og "), new Foreign(Language.DA, List.of(new Words("en kilde")))))));
        assertThat(new HtmlRenderer().render(document)).contains("<p><span lang=\"en\">a source</span> og en kilde</p>");
    }

    @Test
    void theNumbersOfAMapStandInATableOfMunicipalitiesWithTheWholeCountryLast() {
        String page = new HtmlRenderer().render(SampleReport.of(new Figure("", "Kort", "Ord", SampleReport.map())));
        assertThat(page)
                .contains("<th scope=\"col\">Kommune</th><th scope=\"col\" class=\"n\">Pr. 1.000 borgere</th>")
                .contains("<th scope=\"row\">Ærø</th><td class=\"n\">2.600 <span class=\"between\">(1.400–3.800)</span></td>")
                .contains("<th scope=\"row\">Læsø</th><td class=\"n\">0</td>")
                .contains("<th scope=\"row\">Hele landet</th><td class=\"n\">1.200</td></tr>\n</tbody>");
    }

    @Test
    void everyFigureHasANumberACaptionAndATextAlternative() {
        for (Element figure : elements(page, "figure")) {
            Element svg = (Element) figure.getElementsByTagName("svg").item(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(figure.getElementsByTagName("title").item(0).getTextContent()).startsWith("Figur\u00a0");
            assertThat(figure.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
            assertThat(figure.getElementsByTagName("figcaption").item(0).getTextContent()).startsWith("Figur\u00a0");
            assertThat(figure.getTextContent()).contains("Figuren i ord");
        }
        assertThat(elements(page, "figure")).hasSize(5);
    }

    @Test
    void tablesHaveNumbersAndScopes() {
        Element table = elements(page, "table").get(0);
        assertThat(table.getElementsByTagName("caption").item(0).getTextContent()).startsWith("Tabel\u00a01. Borgere");
        List<String> scopes = new ArrayList<>();
        for (Element header : list(table.getElementsByTagName("th"))) {
            scopes.add(header.getAttribute("scope"));
            assertThat(header.getTextContent()).isNotBlank();
        }
        // Two spanning headers, eight below them, and the first cell of twelve rows.
        assertThat(scopes.stream().filter("colgroup"::equals)).hasSize(2);
        assertThat(scopes.stream().filter("col"::equals)).hasSize(8);
        assertThat(scopes.stream().filter("row"::equals)).hasSize(12);
    }

    @Test
    void aTableThatCannotFitASmallScreenIsReachedByTheKeyboardAndASmallOneIsNoExtraStop() {
        List<Element> tables = elements(page, "table");
        assertThat(((Element) tables.get(0).getParentNode()).getAttribute("tabindex")).isEqualTo("0");
        assertThat(((Element) tables.get(0).getParentNode()).getAttribute("role")).isEqualTo("region");
        assertThat(((Element) tables.get(1).getParentNode()).getAttribute("class")).isEqualTo("table");
    }

    @Test
    void rowsThatSpanTheTableNameTheRowsBelowThem() {
        Element table = elements(page, "table").get(1);
        assertThat(list(table.getElementsByTagName("tbody"))).hasSize(2);
        assertThat(((Element) table.getElementsByTagName("tbody").item(1)).getElementsByTagName("th").item(0))
                .satisfies(header -> assertThat(((Element) header).getAttribute("scope")).isEqualTo("rowgroup"));
    }

    @Test
    void textIsEscapedEverywhere() {
        String nasty = "<b onclick=\"x\">&amp;</b>";
        Document document = new Document(
                nasty,
                nasty,
                Language.EN,
                List.of(),
                2,
                List.of(
                        new Section("", nasty, true, List.of(p(words(nasty), new Claim(nasty, nasty)))),
                        new Figure("", nasty, nasty, SampleReport.bars(4)),
                        new Figure("", nasty, nasty, SampleReport.drawing())));
        String html = new HtmlRenderer().render(document);
        assertThat(html).doesNotContain("<b ", "onclick=\"");
        assertThat(elements(html, "h1").get(0).getTextContent()).isEqualTo(nasty);
        assertThat(elements(html, "desc").get(1).getTextContent()).isEqualTo(nasty);
    }

    @Test
    void theSameDocumentGivesTheSameCharactersWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new HtmlRenderer().render(SampleReport.danish())).isEqualTo(page);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(new HtmlRenderer().render(SampleReport.danish())).isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void chartsWriteNumbersInTheLanguageOfTheReport() {
        assertThat(page).contains(">1.234.567<", ">1,2\u00a0%<", ">\u22125,3<");
        assertThat(page).contains("(1,0–1,5\u00a0%)");
        String english = new HtmlRenderer().render(SampleReport.oneRun(Language.EN));
        assertThat(english).contains("<html lang=\"en\">", ">1,234,567<", ">1.2%<", ">\u22125.3<", "Figure\u00a01");
    }

    @Test
    void aClaimOfSeveralRunsLeadsToItsRunAndOfOneRunIsNamedOnce() {
        assertThat(page).contains(
                "<span class=\"claim\" title=\"kørsel 3f2a91c7\">12,3\u00a0%</span><sup><a href=\"#_run-a\" aria-label=\"kørsel a\">a</a></sup>");
        assertThat(page).contains("<code id=\"_run-b\">b80d44e1</code>");
        String one = new HtmlRenderer().render(SampleReport.oneRun(Language.DA));
        assertThat(one).doesNotContain("<sup>");
        assertThat(one).contains("Alle modeltal i rapporten er fra kørsel <code id=\"_run-a\">3f2a91c7</code>.");
    }

    @Test
    void contentsLinkToEveryHeading() {
        Element contents = elements(page, "nav").get(0);
        assertThat(list(contents.getElementsByTagName("a")).stream().map(a -> a.getTextContent().strip()))
                .containsExactly(
                        "Sammenfatning",
                        "1. Lovforslagets indhold",
                        "1.1. Retssikkerhedsgarantier i sagsgangen",
                        "1.1.1. Partshøring, begrundelse og klagevejledning",
                        "2. Konsekvenser for borgerne",
                        "3. Metode og usikkerhed");
        assertThat(new HtmlRenderer().render(SampleReport.of(p(words("kort"))))).doesNotContain("<nav");
    }

    @Test
    void twoDrawingsWithTheSameIdsDoNotMeet() {
        Drawing drawing = new Drawing(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><defs><linearGradient id=\"a\"/></defs>"
                        + "<rect id=\"b\" fill=\"url(#a)\" width=\"9\" height=\"9\"/><use href=\"#b\"/></svg>",
                10,
                10);
        String html = new HtmlRenderer()
                .render(SampleReport.of(new Figure("", "en", "en", drawing), new Figure("", "to", "to", drawing)));
        assertThat(html).contains("id=\"f1_a\"", "url(#f1_a)", "href=\"#f1_b\"", "id=\"f2_a\"", "url(#f2_a)");
        assertThat(matches(html, " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
        // Without the classes of our own drawings it keeps its colours, and so needs white paper in the dark.
        assertThat(html).contains("class=\"scroll drawing on-paper\"");
    }

    @Test
    void aDrawingThatReachesOutsideItselfIsRefused() {
        assertRefused("<svg><script>alert(1)</script></svg>", "found <script>, expected shapes and text only");
        assertRefused("<svg onload=\"x()\"/>", "found the attribute onload, expected no scripts");
        assertRefused("<svg><use href=\"https://a.dk/b.svg#c\"/></svg>", "expected #id, nothing outside the drawing");
        assertRefused("<svg><rect fill=\"url(https://a.dk/x)\"/></svg>", "expected url(#id), nothing outside the drawing");
        assertRefused("<svg><rect></svg>", "expected well-formed SVG");
    }

    private static void assertRefused(String svg, String message) {
        Document document = SampleReport.of(new Figure("", "a", "b", new Drawing(svg, 10, 10)));
        assertThatThrownBy(() -> new HtmlRenderer().render(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    }

    private static List<Element> elements(String html, String name) {
        try {
            return list(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)))
                    .getElementsByTagName(name));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
