package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.statistics.Estimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "5. Penge og arbejde i det offentlige (over nul er mere)",
                "6. Skemaet i bemærkningerne (afsnit 11)",
                "7. De største risici, og hvad der er gjort ved dem",
                "8. Fravigelser fra principperne for digitaliseringsklar lovgivning (afsnit 4.3)",
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
        assertThat(lines(field(tiny(Language.DA), 13))).contains("Hvorfor er »Ring først« ikke valgt? (afsnit 2.2)".replace("Ring først", contactFirst()));
    }

    @Test
    void theSameIsAskedInBothLanguages() {
        List<List<String>> sections = Stream.of(Language.values())
                .map(l -> lines(field(tiny(l), 13)).stream().map(q -> q.replaceFirst(".*\\? ?", "").replaceAll("(afsnit|sections?) ", "")).toList()).toList();
        assertThat(sections.get(0)).hasSizeGreaterThan(2).isEqualTo(sections.get(1));
    }

    private static String contactFirst() {
        return NotesDocumentsTest.scenario().version("contact-first").variant().label().da();
    }

    @Test
    void noGroupIsLeftOutAndEachFigureHasItsRange() {
        for (Language language : Language.values()) {
            Table table = table(field(tiny(language), 3));
            assertThat(table.header().get(0).cells()).hasSize(4);
            List<String> labels = table.body().stream().map(r -> text(r.cells().get(0))).toList();
            assertThat(labels).hasSizeGreaterThan(2).last().asString().startsWith(language == Language.DA ? "Sikker ændring, af " : "Sure change, of ");
            // The number of citizens has a share in its brackets, and how they stand has none.
            for (Table.Row row : table.body().subList(1, table.body().size() - 1)) {
                assertThat(row.cells().subList(1, 4)).allSatisfy(cell -> assertThat(text(cell)).matches("0|.+ \\(.+\\)"));
            }
        }
    }

    @Test
    void theAlternativesStandWithTheBestForAllFirst() {
        List<Table.Row> rows = table(field(tiny(Language.DA), 10)).body();
        List<Double> figures = rows.stream().map(r -> text(r.cells().get(1)).replaceFirst("[ \u00a0].*", ""))
                .map(m -> Double.valueOf(m.replace("−", "-").replace(".", "").replace(',', '.'))).toList();
        assertThat(figures).hasSizeGreaterThan(1).isSorted();
    }

    @Test
    void anAlternativeIsToldWithWhyItWasNotChosenOrThatNobodyHasSaid() {
        List<String> why = table(field(tiny(Language.DA), 10)).body().stream().map(r -> text(r.cells().get(2))).toList();
        assertThat(why).contains("Mangler").allSatisfy(w -> assertThat(w).isNotBlank());
    }

    /** Two ways: the whole group's hours from the run, over its number of people. */
    @Test
    void timeIsToldInHoursForEachPerson() {
        Scenario scenario = NotesDocumentsTest.scenario();
        Procedure procedure = scenario.bill().model().procedure();
        Measure people = Subjects.counted(procedure).orElseThrow();
        Table.Row row = table(field(tiny(Language.EN), 3)).body().get(1);
        assertThat(text(row.cells().get(0))).endsWith("(hours per person)");
        Measure hours = procedure.measures().stream().filter(m -> text(row.cells().get(0)).startsWith(m.label().en() + " (")).findFirst().orElseThrow();
        for (int group = 1; group <= 3; group++) {
            double each = total(hours, group) / total(people, group);
            double told = Double.parseDouble(text(row.cells().get(group)).replaceFirst("[* ].*", ""));
            assertThat(told).isCloseTo(each, withinPercentage(5.0));
        }
    }

    private static double total(Measure measure, int group) {
        return Found.underTheBill(NotesDocumentsTest.run(), measure, String.valueOf(group)).orElseThrow().estimate().mean();
    }

    @Test
    void aFigureOutsideItsOwnRangeIsMarkedAndAnotherIsNot() {
        Measure hours = NotesDocumentsTest.scenario().bill().model().procedure().measures().stream().filter(m -> m.kind() == Measure.Kind.HOURS).findFirst().orElseThrow();
        Written written = new Written(Language.DA, Set.of());
        PlausibleRange.Spread spread = new PlausibleRange.Spread(2.9, 4.3, 5.7, 0, 1, 20);
        assertThat(written.each(new Found(hours, new Estimate(2.83, 2.7, 2.9, 5), Optional.of(spread)))).isEqualTo("2,8* (2,9–5,7)");
        assertThat(written.each(new Found(hours, new Estimate(3.1, 3, 3.2, 5), Optional.of(spread)))).isEqualTo("3,1 (2,9–5,7)");
        assertThat(written.each(new Found(hours, new Estimate(3.1, 3, 3.2, 5), Optional.empty()))).isEqualTo("3,1 (3,0–3,2)");
    }

    @Test
    void twoDigitsAreWrittenWhateverTheSize() {
        Written written = new Written(Language.DA, Set.of());
        assertThat(Stream.of(0.0, 0.0784, 0.784, 6.0, 18.3, 465.0, 11042.0).map(written::twoDigits)).containsExactly("0", "0,078", "0,78", "6,0", "18", "460", "11.000");
        // What is rounded up to another power of ten has its second digit one place higher.
        assertThat(Stream.of(0.0996, 0.996, 0.994, 9.96, 99.6, -0.996).map(written::twoDigits)).containsExactly("0,10", "1,0", "0,99", "10", "100", "−1,0");
    }

    @Test
    void whatIsMissingIsCounted() {
        for (Language language : Language.values()) {
            NotesDocuments made = NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, NotesFile.read(NotesDocumentsTest.TINY), language);
            Pattern word = Pattern.compile(language == Language.DA ? "Mangler" : "Missing");
            long here = IntStream.rangeClosed(1, 14).filter(f -> f != 6).mapToLong(f -> word.matcher(String.join("\n", said(field(made.twoPages(), f)))).results().count()).sum();
            assertThat(here).isGreaterThan(2);
            assertThat(lines(field(made.twoPages(), 14))).singleElement().asString().endsWith(language == Language.DA
                    ? "Endnu ikke skrevet: " + made.gaps().size() + " punkter i bemærkningerne og " + here + " her uden for skemaet."
                    : "Not yet written: " + made.gaps().size() + " points in the notes and " + here + " here outside the table.");
        }
    }

    @Test
    void aRiskIsToldWithItsOwnSafeguardsAndWhereTheyStand() throws IOException {
        Path folder = copied(NotesDocumentsTest.TINY);
        copied(NotesDocumentsTest.TINY.resolveSibling("evidence"));
        Files.writeString(folder.resolve("assessment.yaml"), """
                assessment:
                  bank: 1
                  track: full
                  risks:
                    late:
                      label: {da: Fristen går, en: The deadline passes}
                      dimension: ret
                      groups: {3: {scale: 3, scope: 3, remedy: 2, duration: 2, likelihood: 3, reason: {da: Et skøn., en: A judgement.}, grade: C}}
                    alone:
                      label: {da: Ingen hjælper, en: Nobody helps}
                      dimension: ret
                      groups: {3: {scale: 2, scope: 2, remedy: 2, duration: 2, likelihood: 2, reason: {da: Et skøn., en: A judgement.}, grade: C}}
                  safeguards:
                    call:
                      label: {da: Et opkald, en: A call}
                      kind: reduce
                      anchor: order
                      status: decided
                      lowers: [{risk: late, likelihood: 1, because: {da: Et skøn., en: A judgement.}}]
                    text:
                      label: {da: En sms, en: A text message}
                      kind: reduce
                      anchor: act
                      status: idea
                      lowers: [{risk: late, likelihood: 1, because: {da: Et skøn., en: A judgement.}}]
                """);
        Scenario scenario = NotesDocumentsTest.scenario();
        Assessed assessed = Assessed.in(folder, BankLoader.load(Path.of("templates/assessment")), scenario, Optional.of(NotesDocumentsTest.run())).orElseThrow();
        Table table = table(field(NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, NotesFile.read(NotesDocumentsTest.TINY), Optional.of(assessed), Language.DA).twoPages(), 7));
        assertThat(table.body().stream().map(r -> text(r.cells().get(0)) + ": " + text(r.cells().get(2)))).containsExactly(
                "Fristen går: Et opkald (bekendtgørelse, besluttet); En sms (ville skulle stå i loven; ikke med i lovforslaget)", "Ingen hjælper: Ingen");
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
                "Staten og regionerne: ingen økonomiske konsekvenser (afsnit 4.1.1 og 4.1.3)",
                // By hand: 0.2 in 2026 and -1.4 in 2027.
                "Kommunerne: netto mio. kr. 2026: 0,2; 2027: −1,4 (afsnit 4.1.2)");
    }

    @Test
    void aTextThatIsTooLongIsLeftOutBySentencesAndSaysWhereTheRestStands() {
        String sentence = "Loven vil træde i kraft på en dag, der endnu ikke er besluttet af nogen som helst, og som derfor må stå åben. ";
        BillNotes notes = NotesFile.read(NotesDocumentsTest.TINY);
        BillNotes longer = with(notes, Optional.of(Text.same(sentence.repeat(5).strip())), notes.summary());
        Document made = NotesDocumentsTest.tiny(NotesDocumentsTest.TEMPLATES, longer, Language.DA).twoPages();
        assertThat(lines(field(made, 14))).first().satisfies(line -> assertThat(line).isEqualTo(sentence + "(mere i bemærkningerne)"));
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

    /** Of the worked example the sentences between the first and the end are left out, and the reader is told where all of it stands. */
    @Test
    void anExampleIsToldInWholeSentencesAndWhereAllOfItStands() {
        Sheet sheet = new Sheet(NotesDocumentsTest.scenario(), NotesDocumentsTest.run(), new Drafting(NotesFile.read(NotesDocumentsTest.TINY), EditionLoader.load(NotesDocumentsTest.TEMPLATES.resolve("editions"), Optional.empty()), Optional.empty()), Language.DA, Map.of(), tiny(Language.DA));
        String end = "Enden er god. ";
        Text told = sheet.outcome(Text.same(""), Text.same("En mand. " + "Han ringer til kommunen og venter. ".repeat(20) + end.strip()), Text.same(" (Uddrag.)"), 2);
        assertThat(told.da()).startsWith("En mand. Han ringer").endsWith("venter. Enden er god. (Uddrag.)").doesNotContain("[");
        assertThat(sheet.outcome(Text.same(""), Text.same("En mand. " + end.strip()), Text.same(" (Uddrag.)"), 2).da()).isEqualTo("En mand. Enden er god.");
    }

    private static BillNotes with(BillNotes n, BillNotes.Summary summary) {
        return with(n, n.caveat(), summary);
    }

    private static BillNotes with(BillNotes n, Optional<Text> caveat, BillNotes.Summary summary) {
        return new BillNotes(n.edition(), caveat, n.introduction(), n.background(), n.mainPoints(), n.beyond(), n.authorities(), n.figures(), n.compensation(),
                n.principles(), n.business(), n.citizens(), n.relations(), n.rights(), n.climate(), n.environment(), n.union(), n.hearing(), n.paragraphs(), n.rejected(), summary, n.untranslated());
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

    private Path copied(Path folder) throws IOException {
        Path to = Files.createDirectories(temporary.resolve(folder.getFileName()));
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static Table table(Section field) {
        return (Table) field.blocks().stream().filter(Table.class::isInstance).findFirst().orElseThrow();
    }

    /** Everything a field says, its table's cells too. */
    private static List<String> said(Section field) {
        Stream<String> cells = field.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .flatMap(t -> t.body().stream()).flatMap(r -> r.cells().stream()).map(TwoPagesTest::text);
        return Stream.concat(lines(field).stream(), cells).toList();
    }

    private static List<String> lines(Section field) {
        return field.blocks().stream()
                .<String>flatMap(b -> b instanceof ItemList list ? list.items().stream().map(Inline::plain) : b instanceof Paragraph p ? Stream.of(Inline.plain(p.inlines())) : Stream.empty())
                .map(line -> line.replace('\u00a0', ' '))
                .collect(Collectors.toList());
    }
}
