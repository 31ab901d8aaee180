package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.scenario.NotesFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoPagesTest {

    @TempDir
    Path temporary;

    private static Document tiny(Language language) {
        return NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, NotesFile.read(NotesDocumentsTest.TINY), language).twoPages();
    }

    @Test
    void thereAreFourteenFieldsInTheSameOrderInBothLanguages() {
        assertThat(new Outline(tiny(Language.DA)).headings().stream().map(Outline.Heading::text)).containsExactly(
                "1. Hvad ændres, for hvem og fra hvornår",
                "2. I dag og efter forslaget",
                "3. Tre grupper (afsnit 3 og 6)",
                "4. Hvem der er dårligst stillet",
                "5. Penge (merudgifter er over nul)",
                "6. Skemaet i bemærkningerne (afsnit 11)",
                "7. De største risici, og hvad der er gjort ved dem",
                "8. Fravigelser fra principperne for digitaliseringsklar lovgivning",
                "9. Hvad vi ikke ved",
                "10. Alternativer, og hvorfor de ikke er valgt",
                "11. Høringen",
                "12. Ændret siden sidste version",
                "13. Spørgsmål, et udvalg kan stille ministeren",
                "14. Version, kørsel og kontakt");
        assertThat(new Outline(tiny(Language.EN)).headings()).hasSize(14);
    }

    @Test
    void thereAreAtMostSixQuestionsAndEachIsOne() {
        for (Language language : Language.values()) {
            List<String> questions = lines(field(tiny(language), 13));
            assertThat(questions).hasSizeBetween(1, 6).allMatch(q -> q.contains("?"));
        }
        assertThat(lines(field(tiny(Language.DA), 13))).contains("Hvad er grunden til, at »Ring først« ikke er valgt? (afsnit 2.2)".replace("Ring først", contactFirst()));
    }

    private static String contactFirst() {
        return NotesDocumentsTest.scenario().version("contact-first").variant().label().da();
    }

    @Test
    void noGroupIsLeftOutAndEachFigureHasItsRange() {
        for (Language language : Language.values()) {
            Table table = (Table) field(tiny(language), 3).blocks().get(0);
            assertThat(table.header().get(0).cells()).hasSize(4);
            List<String> labels = table.body().stream().map(r -> text(r.cells().get(0))).toList();
            assertThat(labels).hasSizeGreaterThan(2).last().isEqualTo(language == Language.DA ? "Mod i dag" : "Against today");
            // The number of citizens has a share in its brackets, and how they stand has none.
            for (Table.Row row : table.body().subList(1, table.body().size() - 1)) {
                assertThat(row.cells().subList(1, 4)).allSatisfy(cell -> assertThat(text(cell)).matches("0|.+ \\(.+\\)"));
            }
        }
    }

    @Test
    void theAlternativesStandWithTheBestForAllFirst() {
        String line = lines(field(tiny(Language.DA), 10)).get(1);
        List<Double> figures = Pattern.compile("([−+]?[0-9][0-9.]*(?:,[0-9]+)?)(?: †)?(?=[;.]|$)").matcher(line).results()
                .map(m -> Double.valueOf(m.group(1).replace("−", "-").replace(".", "").replace(',', '.'))).toList();
        assertThat(figures).as(line).hasSizeGreaterThan(1).isSorted();
    }

    @Test
    void everyReferenceLeadsToASectionOfTheNotes() {
        for (Language language : Language.values()) {
            NotesDocuments made = NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, NotesFile.read(NotesDocumentsTest.TINY), language);
            String notes = new String(made.files().get(NotesDocuments.page(language)), StandardCharsets.UTF_8);
            String pages = new String(made.files().get(language == Language.DA ? "to-sider.html" : "two-pages.html"), StandardCharsets.UTF_8);
            List<String> anchors = Pattern.compile("href=\"" + NotesDocuments.page(language) + "#([^\"]+)\"").matcher(pages).results().map(m -> m.group(1)).toList();
            assertThat(anchors).hasSizeGreaterThan(10).allSatisfy(anchor -> assertThat(notes).contains("id=\"" + anchor + "\""));
        }
    }

    private static String text(Table.Cell cell) {
        return cell.paragraphs().stream().map(p -> Inline.plain(p.inlines())).collect(Collectors.joining(" "));
    }

    @Test
    void moneyIsTheNetOfEachYearAndNoneIsSaid() {
        assertThat(lines(field(tiny(Language.DA), 5))).containsExactly(
                "Staten: ingen økonomiske konsekvenser (afsnit 4.1.1)",
                // By hand: 0.2 in 2026 and -1.4 in 2027.
                "Kommunerne: netto mio. kr. 2026: 0,2; 2027: −1,4 (afsnit 4.1.2)",
                "Regionerne: ingen økonomiske konsekvenser (afsnit 4.1.3)");
    }

    @Test
    void aTextThatIsTooLongIsLeftOutBySentencesAndSaysSo() {
        String sentence = "Loven vil træde i kraft på en dag, der endnu ikke er besluttet af nogen som helst, og som derfor må stå åben. ";
        BillNotes notes = NotesFile.read(NotesDocumentsTest.TINY);
        BillNotes.Summary summary = notes.summary();
        BillNotes longer = with(notes, new BillNotes.Summary(
                summary.version(), summary.from(), summary.example(), summary.contact(), summary.review(), Optional.of(Text.same(sentence.repeat(5)))));
        Document made = NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, longer, Language.DA).twoPages();
        assertThat(lines(field(made, 12))).singleElement().satisfies(line -> assertThat(line).startsWith(sentence.strip()).endsWith("åben. [...]"));
    }

    /** The contact cannot be cut: it is no sentence. */
    @Test
    void aFieldOfMoreThanSevenLinesIsRefusedByName() {
        BillNotes notes = NotesFile.read(NotesDocumentsTest.TINY);
        BillNotes.Summary summary = notes.summary();
        BillNotes longer = with(notes, new BillNotes.Summary(
                summary.version(), summary.from(), summary.example(), Optional.of(Text.same("kontor ".repeat(120).strip())), summary.review(), summary.changes()));
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, longer, Language.EN));
        assertThat(thrown.failures().get(0).in(Language.EN)).startsWith("tiny/notes.yaml Version, run and contact").endsWith("at most 7 lines in the two pages");
    }

    private static BillNotes with(BillNotes n, BillNotes.Summary summary) {
        return new BillNotes(n.edition(), n.caveat(), n.introduction(), n.background(), n.mainPoints(), n.beyond(), n.authorities(), n.figures(), n.compensation(),
                n.principles(), n.business(), n.citizens(), n.climate(), n.environment(), n.union(), n.hearing(), n.paragraphs(), n.rejected(), summary, n.untranslated());
    }

    /** Where there is no LibreOffice this is not tried, and says so. */
    @Test
    void theSheetIsTwoPagesOfA4() throws Exception {
        Optional<Path> office = List.of("/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice").stream()
                .map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(office.isPresent(), "LibreOffice is not installed: the two pages are not counted");
        for (Language language : Language.values()) {
            Map<String, byte[]> files = NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, NotesFile.read(NotesDocumentsTest.TINY), language).files();
            String name = language == Language.DA ? "to-sider" : "two-pages";
            Files.write(temporary.resolve(name + ".docx"), files.get(name + ".docx"));
            assertThat(pages(office.get(), name)).as(name).isEqualTo(2);
        }
    }

    private long pages(Path office, String name) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                office.toString(), "-env:UserInstallation=" + temporary.resolve("profile").toUri(), "--headless", "--convert-to", "pdf", "--outdir",
                temporary.toString(), temporary.resolve(name + ".docx").toString()).redirectErrorStream(true).redirectOutput(temporary.resolve("log").toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String pdf = Files.readString(temporary.resolve(name + ".pdf"), StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf).results().count();
    }

    private static Section field(Document document, int number) {
        List<Section> fields = document.blocks().stream().filter(Section.class::isInstance).map(Section.class::cast).toList();
        return fields.get(number - 1);
    }

    private static List<String> lines(Section field) {
        return field.blocks().stream()
                .<String>flatMap(b -> b instanceof ItemList list ? list.items().stream().map(Inline::plain) : b instanceof Paragraph p ? Stream.of(Inline.plain(p.inlines())) : Stream.empty())
                .map(line -> line.replace('\u00a0', ' '))
                .collect(Collectors.toList());
    }
}
