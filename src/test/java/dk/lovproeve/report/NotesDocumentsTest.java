package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes to the scenario tiny, whose ministry has written nearly everything, and to parcels, whose ministry has written nothing. */
class NotesDocumentsTest {

    static final Path TINY = Path.of("src/test/resources/scenarios/tiny");
    static final Path TEMPLATES = Path.of("templates");

    private static final Scenario SCENARIO = ScenarioLoader.load(TINY);
    private static final Run RUN = run(SCENARIO);

    @TempDir
    Path temporary;

    static Run run() {
        return RUN;
    }

    static Scenario scenario() {
        return SCENARIO;
    }

    /** Half a year, a small part of the people, two luck draws and four draws of the parameters: enough to write about. */
    private static Run run(Scenario of) {
        List<Arm> arms = of.versions().stream().map(v -> new Arm(v.variant().id(), v.model())).toList();
        ExperimentSpec spec = new ExperimentSpec(2, 1, 2, 0.2, 180);
        ExperimentResult result = new Experiment(arms, spec).run(ProgressListener.SILENT);
        PlausibleRange range = PlausibleRange.run(arms, spec, of.correlations(), 4, ProgressListener.SILENT);
        Manifest manifest = new Manifest("0123456789", of.id(), "test", 1, 2, 4, 0.2, 180, arms.stream().map(Arm::variant).toList(),
                Map.of(), Map.of(), "lovproeve simulate tiny", "17", 2, Map.of());
        return new Run(manifest, result.outcomes(), result.differences(), Optional.of(range));
    }

    static NotesDocuments tiny(Path templates, BillNotes notes, Language language) {
        return tiny(templates, notes, Optional.empty(), language);
    }

    static NotesDocuments tiny(Path templates, BillNotes notes, Optional<Assessed> assessed, Language language) {
        Drafting drafting = new Drafting(notes, EditionLoader.load(TEMPLATES.resolve("editions"), notes.edition()), assessed);
        return new NotesDocuments(templates, new ConsequenceModel(SCENARIO, RUN, CaseResults.of(SCENARIO), language).asMap(), SCENARIO, RUN, drafting, language);
    }

    private static List<String> numbered(Document document) {
        return new Outline(document).headings().stream().filter(h -> h.level() == 2 && !h.number().isEmpty()).map(Outline.Heading::text).toList();
    }

    @Test
    void theHeadingsAreTheOfficialOnesAndWhatIsNotUsedIsLeftOut() {
        assertThat(numbered(tiny(TEMPLATES, NotesFile.read(TINY), Language.DA).notes())).containsExactly(
                "1. Indledning",
                "2. Lovforslagets hovedpunkter",
                "3. Konsekvenser ud over de obligatoriske konsekvensvurderinger",
                "4. Økonomiske konsekvenser og implementeringskonsekvenser for det offentlige",
                "5. Økonomiske og administrative konsekvenser for erhvervslivet m.v.",
                "6. Administrative konsekvenser for borgerne",
                "7. Klimamæssige konsekvenser",
                "8. Miljø- og naturmæssige konsekvenser",
                "9. Forholdet til EU-retten",
                "10. Hørte myndigheder og organisationer m.v.",
                "11. Sammenfattende skema");
    }

    @Test
    void theTableSaysWhatTheMinistryHasWrittenAndPointsToWhereItStands() {
        Document document = tiny(TEMPLATES, NotesFile.read(TINY), Language.DA).notes();
        Map<String, List<String>> rows = table(document).body().stream().collect(Collectors.toMap(
                r -> text(r.cells().get(0)), r -> r.cells().stream().skip(1).map(NotesDocumentsTest::text).toList()));
        assertThat(rows.get("Økonomiske konsekvenser for stat, kommuner og regioner")).containsExactly(
                "Staten: Ingen () Kommunerne vil få mindreudgifter til drift (færre breve) på 1,4 mio. kr. i 2027 (2026-pl). () Regionerne: Ingen ()",
                "Staten: Ingen () Kommunerne vil få merudgifter til drift (færre breve) på 0,2 mio. kr. i 2026 (2026-pl). () Regionerne: Ingen ()");
        assertThat(rows.get("Klimamæssige konsekvenser")).containsExactly("Ingen ()", "Ingen ()");
        // The ministry has told what is won, and nothing of what is lost; and what is won lacks a weight, as the text says.
        assertThat(rows.get("Miljø- og naturmæssige konsekvenser")).containsExactly("Der vil blive brugt mindre papir. () Mangler, se", "Mangler, se");
        assertThat(rows.get("Forholdet til EU-retten")).containsExactly("Lovforslaget indeholder ingen EU-retlige aspekter ()");
        assertThat(rows.keySet().stream().filter(label -> label.startsWith("Er i strid med de fem principper"))).singleElement()
                .satisfies(label -> assertThat(rows.get(label)).containsExactly("Ja", "Nej X ()"));
    }

    @Test
    void everyGapIsToldWhereItIsAndCountedInFront() {
        for (Language language : Language.values()) {
            NotesDocuments made = tiny(TEMPLATES, NotesFile.read(TINY), language);
            Note front = made.notes().blocks().stream().filter(Note.class::isInstance).map(Note.class::cast)
                    .filter(note -> note.kind() == Note.Kind.GAP).findFirst().orElseThrow();
            assertThat(front.title()).startsWith(made.gaps().size() + " ");
            assertThat(made.gaps()).doesNotHaveDuplicates();
        }
        assertThat(tiny(TEMPLATES, NotesFile.read(TINY), Language.EN).gaps()).contains(
                "compensation of municipalities and regions (DUT) (notes.yaml: compensation)",
                "organisation, the municipalities (notes.yaml: public.municipalities.implementation.organisation)",
                "the data-ethics impact assessment (assess)",
                // What the ministry itself says is missing, in the midst of what it has written.
                "the weight of the paper (notes.yaml: environment)").noneMatch(gap -> gap.startsWith("the introduction"));
    }

    /** 1 May to 1 June 2025 is less than six weeks. */
    @Test
    void aRightThatTheProcedureDoesNotShowIsToldOrMissing() {
        NotesDocuments made = tiny(TEMPLATES, NotesFile.read(TINY), Language.EN);
        assertThat(text(made.notes().blocks())).contains("Confidentiality (Public Administration Act s. 27). The act will not change it.");
        assertThat(made.gaps()).contains("how the bill stands to these rights (notes.yaml: rights)");
        assertThat(asked(made, "how the bill stands to these rights")).contains("Representation of the party").doesNotContain("Confidentiality");
    }

    @Test
    void aConsequenceInWordsAloneLacksItsExtent() {
        NotesDocuments made = tiny(TEMPLATES, NotesFile.read(TINY), Language.EN);
        assertThat(made.gaps()).contains(
                "the extent of what is negative for the municipalities (notes.yaml: public.municipalities.implementation.negative)",
                "considerations of committees etc., or that there have been none (notes.yaml: main-points.committee)");
        assertThat(table(made.notes()).body().stream().flatMap(r -> r.cells().stream()).map(NotesDocumentsTest::text)).anyMatch(cell -> cell.contains("he extent is missing, see"));
    }

    @Test
    void aPreConsultationTooNearTheHearingMustBeExplained() {
        assertThat(NotesFile.read(TINY).hearing().flatMap(BillNotes.Hearing::before)).hasValueSatisfying(before -> {
            assertThat(before.isLate(LocalDate.of(2025, 6, 11))).isTrue();
            assertThat(before.isLate(LocalDate.of(2025, 6, 12))).isFalse();
        });
        assertThat(tiny(TEMPLATES, NotesFile.read(TINY), Language.EN).gaps())
                .contains("why the pre-consultation began less than six weeks before the consultation (notes.yaml: hearing.pre-consultation.text)");
        assertThat(tiny(TEMPLATES, BillNotes.NOTHING, Language.EN).gaps())
                .contains("the pre-consultation at the Secretariat for Digital-Ready Legislation, at least six weeks before the consultation (notes.yaml: hearing.pre-consultation)");
    }

    @Test
    void withoutTheLawOfTodayNoChangeIsClaimed() {
        assertThat(RUN.manifest().variants()).doesNotContain(Variant.CURRENT_LAW);
        String text = text(tiny(TEMPLATES, NotesFile.read(TINY), Language.DA).notes().blocks());
        assertThat(text).contains("Gældende ret er ikke beregnet.").doesNotContain("beregnes at stige").doesNotContain("sikker gevinst");
    }

    @Test
    void theContentsOfTheWebPageAndTheWordFileHaveNoPageNumbers() throws IOException {
        NotesDocuments made = tiny(TEMPLATES, NotesFile.read(TINY), Language.DA);
        assertThat(made.files().keySet()).containsExactly("lovbemaerkninger.docx", "lovbemaerkninger.html", "to-sider.docx", "to-sider.html");
        try (var word = new org.apache.poi.xwpf.usermodel.XWPFDocument(new java.io.ByteArrayInputStream(made.files().get("lovbemaerkninger.docx")))) {
            // The switch n leaves the page numbers out also when Word makes the contents anew.
            assertThat(word.getDocument().xmlText()).doesNotContain("PAGEREF").containsPattern("TOC [^<]*\\\\n");
        }
    }

    /** A ministry has changed its template, and a cell says more than the text. */
    @Test
    void aTableThatSaysWhatTheTextDoesNotIsRefusedWithTheCell() throws IOException {
        Path templates = Files.createDirectories(temporary.resolve("templates"));
        try (Stream<Path> all = Files.list(TEMPLATES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, templates.resolve(file.getFileName()));
            }
        }
        Path template = templates.resolve("bill-notes.ftlx");
        String text = Files.readString(template);
        String cells = "<cell><@filled r.row \"positive\"/></cell><cell><@filled r.row \"negative\"/></cell>";
        assertThat(text).contains(cells);
        refused(template, text.replace(cells, "<cell><p>Store gevinster (<ref to=\"n-citizens\"/>)</p></cell><cell><@filled r.row \"negative\"/></cell>"),
                "found:     Store gevinster", "expected:  something that is said in \"6. Administrative consequences for citizens\"",
                "the table, the row \"Consequences for the climate\", column 2");
        refused(template, text.replace(cells, "<cell>Store gevinster</cell><cell><@filled r.row \"negative\"/></cell>"),
                "found:     Store gevinster", "expected:  a reference to the section that says it");
        refused(template, text.replace(cells, "<cell></cell><cell><@filled r.row \"negative\"/></cell>"), "found:     nothing");
        refused(template, text.replace(cells, "<cell><p>None (<ref to=\"n-hearing\"/>)</p></cell><cell><@filled r.row \"negative\"/></cell>"), "found:     None");
        refused(template, text.replace(cells, "<cell><p>Missing, see <ref to=\"n-union\"/></p></cell><cell><@filled r.row \"negative\"/></cell>"), "found:     Missing, see");
        // None is said of the sign it stands under, and of nothing else.
        refused(template, text.replace("<row><cell>${r.label}</cell>" + cells, "<row><cell>${r.label}</cell><cell><p>None (<ref to=\"n-economy-municipalities\"/>)</p></cell><cell><@filled r.row \"negative\"/></cell>"), "found:     None");
        refused(template, text.replace(cells, "<cell><@filled r.row \"positive\"/><@filled r.row \"positive\"/></cell><cell><@filled r.row \"negative\"/></cell>"), "found:     None and something more");
        refused(template, text.replace("id=\"summary-table\"", "id=\"skema\""), "found:     no table");
    }

    private void refused(Path template, String text, String... said) throws IOException {
        Files.writeString(template, text);
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> tiny(template.getParent(), NotesFile.read(TINY), Language.EN));
        assertThat(thrown).as(said[0]).isNotNull();
        assertThat(thrown.failures().stream().map(f -> f.in(Language.EN)).collect(Collectors.joining("\n"))).contains(said);
    }

    @Test
    void whereNobodyHasWrittenAnythingEverythingIsAGapAndNothingIsInvented() {
        for (Language language : Language.values()) {
            Reports.Made made = new Reports(TEMPLATES).made(Parcels.scenario(), Parcels.run(), Parcels.results(), Parcels.drafting(), language);
            assertThat(made.files()).containsKey(language == Language.DA ? "lovbemaerkninger.docx" : "bill-notes.docx");
            assertThat(made.gaps()).hasSizeGreaterThan(20);
        }
    }

    private static Table table(Document document) {
        return tables(document.blocks()).filter(t -> t.id().equals(SummaryTable.ID)).findFirst().orElseThrow();
    }

    private static Stream<Table> tables(List<Block> blocks) {
        return blocks.stream().flatMap(b -> b instanceof Section s ? tables(s.blocks()) : b instanceof Table t ? Stream.of(t) : Stream.empty());
    }

    /** A reference without words of its own gives none. */
    private static String text(Table.Cell cell) {
        return cell.paragraphs().stream().map(p -> Inline.plain(p.inlines()).strip()).collect(Collectors.joining(" "));
    }

    /** What a gap asks for, a line each. */
    private static String asked(NotesDocuments made, String gap) {
        return blocks(made.notes().blocks()).filter(Note.class::isInstance).map(Note.class::cast).filter(note -> note.title().equals(gap))
                .flatMap(note -> note.blocks().stream()).filter(ItemList.class::isInstance).map(ItemList.class::cast)
                .flatMap(list -> list.items().stream()).map(item -> Inline.plain(item)).collect(Collectors.joining("\n"));
    }

    private static Stream<Block> blocks(List<Block> blocks) {
        return blocks.stream().flatMap(b -> b instanceof Section s ? blocks(s.blocks()) : Stream.of(b));
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .map(b -> b instanceof Section s ? text(s.blocks()) : b instanceof Paragraph p ? Inline.plain(p.inlines()) : "")
                .collect(Collectors.joining("\n"));
    }
}
