package dk.lovproeve.report.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.office.CarriedText;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody writes in the empty places of a document is in the assessment afterwards, to the last letter, and nothing else is. */
class AdditionsTest {

    private static final QuestionBank BANK = BankLoader.load(Path.of("templates/assessment"));
    private static final Path TINY = Path.of("src/test/resources/scenarios/tiny");
    private static final Scenario SCENARIO = ScenarioLoader.load(TINY);
    private static final AssessmentFile FILE = AssessmentFile.open(TINY, BANK);
    private static final Place PLACE = new Place("assessment.yaml", 1);
    private static final List<String> WORDS = List.of("Årlig måling", "§ 5, stk. 2", "(gruppe 2)", "»citat«", "x < y & z", "5 % af 1.000", "12–15 kr.", "fra 3. maj", "30 dages frist");

    @TempDir
    Path temporary;

    /** What is written in the columns of a form, by the table; the rows are the form's own, and blank is nothing. */
    private record Written(Map<String, List<List<String>>> columns) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsWrittenInTheEmptyPlacesIsAddedToTheAssessment(long seed) throws IOException {
        for (Language language : Language.values()) {
            Drawn drawn = new Drawn(new Random(seed), language);
            Assessment before = base(language);
            for (Path document : documents(before, language)) {
                byte[] filled = filled(document, drawn.written(), language);
                VisibleEdits edits = edits(document, filled, before);
                assertThat(edits.unread()).as(document.toString()).isEmpty();
                Assessment expected = before
                        .withSources(joined(before.sources(), drawn.sources)).withRisks(joined(before.risks(), List.of(drawn.risk))).withSafeguards(drawn.safeguards);
                assertThat(FILE.text(FILE.with(before, edits.fields()))).as(document.toString()).isEqualTo(FILE.text(expected));
                assertThat(edits.added()).containsExactlyInAnyOrderElementsOf(Stream.of(
                                drawn.sources.stream().map(s -> List.of("sources", s.id())), Stream.of(List.of("risks", drawn.risk.id())),
                                drawn.safeguards.stream().map(s -> List.of("safeguards", s.id())))
                        .flatMap(s -> s).toList());
            }
        }
    }

    @Test
    void whatIsMissingOrMeansNothingIsRefusedWithTheCellItBelongsIn() throws IOException {
        Assessment before = base(Language.EN);
        Map<String, List<List<String>>> half = new LinkedHashMap<>();
        half.put("new-sources", List.of(List.of("A survey", "poll", "", "2025", "", "", "")));
        half.put("new-safeguards", List.of(List.of("Phone", "makes it smaller", "proposed", "the text of the act", "", "soon", "", "", "The sky falls")));
        for (Path document : documents(before, Language.EN)) {
            byte[] filled = filled(document, new Written(half), Language.EN);
            AuthorException refused = catchThrowableOfType(AuthorException.class, () -> edits(document, filled, before));
            List<String> told = refused.failures().stream().map(f -> f.subject().replaceFirst(".*, ", "") + ": " + f.found().en() + " / " + f.expected().en()).toList();
            String source = document.toString().endsWith(".xlsx") ? "" : "Source 1: ";
            assertThat(told).as(document.toString()).hasSize(5)
                    .anyMatch(t -> t.contains("poll / act or order, guidance, register statistics"))
                    .anyMatch(t -> t.contains("soon / a date such as 4 May 2026"))
                    .anyMatch(t -> t.contains("The sky falls / risks as they are called, with semicolons between"))
                    // The issuer and the ground; of the kind it is told already that it means nothing.
                    .filteredOn(t -> t.startsWith(source) && t.contains("nothing / ")).hasSize(2);
        }
    }

    @Test
    void whatIsPublishedHasNoEmptyPlaces() throws IOException {
        Assessment published = base(Language.EN).withApprovals(Stream.of(Approval.State.CHECKED, Approval.State.HEARD, Approval.State.APPROVED, Approval.State.PUBLISHED)
                .map(s -> new Approval(s, "Jura", LocalDate.of(2026, 5, 4), Optional.empty())).toList());
        Path page = documents(published, Language.EN).stream().filter(p -> p.toString().endsWith(".html")).findFirst().orElseThrow();
        assertThat(Files.readString(page)).doesNotContain("new-sources").contains("How to read it");
    }

    @Test
    void twoSourcesOfOneIssuerAndYearAreToldApartByTheirTitles() throws IOException {
        List<Source> sources = List.of(source("one", "First", "STAR", "2020"), source("two", "Second", "STAR", "2020"), source("three", "Third", "STAR", "2021"));
        Answer answer = new Answer(
                "scr-1", Optional.of(new Value.One("yes")), Optional.of(new Prose("Fordi.", "Because.")), List.of(), List.of("one", "two", "three"), Optional.empty(), "Jura",
                LocalDate.of(2026, 5, 4), Seen.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
        Path page = documents(Assessment.blank(BANK.version(), Assessment.Track.FULL).withSources(sources).withAnswers(Map.of("scr-1", answer)), Language.EN).stream()
                .filter(p -> p.toString().endsWith(".html")).findFirst().orElseThrow();
        assertThat(Files.readString(page)).contains("STAR 2020, First; STAR 2020, Second; STAR 2021.");
    }

    // ---- assessments ----

    private static Assessment base(Language language) {
        Risk late = new Risk("late", Prose.in(language, "For sent"), "ret", Optional.empty(), List.of(), Optional.empty(), Map.of("1", NOBODY_KNOWS, "2", NOBODY_KNOWS, "3", NOBODY_KNOWS), Seen.NOTHING, Optional.empty(), PLACE);
        return Assessment.blank(BANK.version(), Assessment.Track.FULL).withRisks(List.of(late)).withSources(List.of(source("vive", "Digital inklusion", "VIVE", "2025")));
    }

    private static final Risk.Exposure NOBODY_KNOWS = new Risk.Exposure(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static Source source(String id, String title, String publisher, String date) {
        return new Source(id, Source.Kind.SURVEY, title, publisher, date, Optional.empty(), Optional.empty(), Optional.empty(), Grade.C);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<Path> documents(Assessment assessment, Language language) throws IOException {
        return AssessmentDocuments.write(assessed(assessment), FILE.text(assessment), language, temporary);
    }

    private static Assessed assessed(Assessment assessment) {
        return Assessed.of(TINY, BANK, assessment, Optional.of(SCENARIO), Optional.empty());
    }

    private static VisibleEdits edits(Path document, byte[] filled, Assessment before) throws IOException {
        return VisibleEdits.of(document.toString(), filled, assessed(before), CarriedText.of(filled).orElseThrow().shown().orElseThrow());
    }

    /** New things drawn by lot, and what somebody writes to have them. */
    private static final class Drawn {

        private final Random lot;
        private final Language language;
        private final List<Source> sources = new ArrayList<>();
        private final List<Safeguard> safeguards = new ArrayList<>();
        private final Risk risk;
        private final Map<String, List<List<String>>> columns = new LinkedHashMap<>();

        Drawn(Random lot, Language language) {
            this.lot = lot;
            this.language = language;
            for (int n = 1; n <= 1 + lot.nextInt(2); n++) {
                sources.add(source(n));
            }
            this.risk = risk();
            for (int n = 1; n <= 1 + lot.nextInt(2); n++) {
                safeguards.add(safeguard(n));
            }
        }

        Written written() {
            return new Written(columns);
        }

        private Source source(int number) {
            String title = "Kilde " + number + " " + words();
            Source.Kind kind = one(Source.Kind.values());
            Grade grade = one(Grade.values());
            Optional<String> place = maybe(words());
            Optional<String> link = maybe("https://example.dk/" + lot.nextInt(100));
            String publisher = words();
            column("new-sources", title, kind.label().in(language), publisher, "2025", place.orElse(""), link.orElse(""), lot.nextBoolean() ? grade.key() : AssessmentTables.grade(grade).in(language));
            return new Source("kilde-" + number + idOf(title), kind, title, publisher, "2025", link, place, Optional.empty(), grade);
        }

        /** Of an id, what comes behind its first two words. */
        private static String idOf(String title) {
            String[] parts = Prose.in(Language.DA, title).id(List.of()).split("-", 3);
            return parts.length < 3 ? "" : "-" + parts[2];
        }

        private Risk risk() {
            Section dimension = BANK.dimensions().get(lot.nextInt(BANK.dimensions().size()));
            boolean letters = lot.nextBoolean();
            Map<String, Risk.Exposure> groups = new LinkedHashMap<>();
            for (String group : List.of("1", "2", "3")) {
                Map<Aspect, Integer> severity = new EnumMap<>(Aspect.class);
                List<String> column = new ArrayList<>(group.equals("1")
                        ? List.of("Øde linje", letters ? dimension.id().toUpperCase(language.locale()) : dimension.label().in(language))
                        : List.of("", ""));
                for (Aspect aspect : Aspect.values()) {
                    Optional<Integer> step = maybe(lot.nextInt(5));
                    step.ifPresent(s -> severity.put(aspect, s));
                    column.add(step.map(String::valueOf).orElse(""));
                }
                Optional<Integer> likelihood = maybe(lot.nextInt(5));
                Optional<String> reason = maybe(words());
                Optional<Grade> grade = maybe(one(Grade.values()));
                column.addAll(List.of(likelihood.map(String::valueOf).orElse(""), reason.orElse(""), grade.map(Grade::key).orElse("")));
                column("new-risk", column.toArray(String[]::new));
                groups.put(group, new Risk.Exposure(severity, likelihood, reason.map(r -> Prose.in(language, r)), grade));
            }
            return new Risk("oede-linje", Prose.in(language, "Øde linje"), dimension.id(), Optional.empty(), List.of(), Optional.empty(), groups, Seen.NOTHING, Optional.empty(), PLACE);
        }

        private Safeguard safeguard(int number) {
            String label = "Værn " + number;
            Safeguard.Kind kind = one(Safeguard.Kind.values());
            Safeguard.Status status = one(Safeguard.Status.values());
            Safeguard.Anchor anchor = one(Safeguard.Anchor.values());
            Optional<String> owner = maybe(words());
            Optional<LocalDate> due = maybe(LocalDate.of(2026, 1, 1).plusDays(lot.nextInt(900)));
            Optional<Value.Quantity> cost = maybe(new Value.Quantity(lot.nextInt(100), Optional.of(100.0 + lot.nextInt(100)), 2_000 + lot.nextInt(100), "kr. om året"));
            Optional<String> sign = maybe(words());
            boolean both = lot.nextBoolean();
            column("new-safeguards", label, kind.label().in(language), status.label().in(language), anchor.label().in(language), owner.orElse(""),
                    due.map(d -> lot.nextBoolean() ? d.toString() : AssessmentTables.date(d).in(language)).orElse(""),
                    cost.map(c -> AnswerWords.quantity(c).in(language)).orElse(""), sign.orElse(""), both ? "for sent; Øde linje" : "øde linje");
            List<Safeguard.Lowering> lowers = (both ? Stream.of("late", "oede-linje") : Stream.of("oede-linje"))
                    .map(r -> new Safeguard.Lowering(r, List.of(), 0, Map.of(), Optional.empty())).toList();
            return new Safeguard(
                    "vaern-" + number, Prose.in(language, label), kind, anchor, List.of(), status, owner, due, cost, Optional.empty(), sign.map(s -> Prose.in(language, s)), lowers, Seen.NOTHING,
                    Optional.empty(), PLACE);
        }

        private void column(String table, String... texts) {
            columns.computeIfAbsent(table, t -> new ArrayList<>()).add(List.of(texts));
        }

        private String words() {
            return WORDS.get(lot.nextInt(WORDS.size())) + " " + lot.nextInt(100);
        }

        private <T> T one(T[] all) {
            return all[lot.nextInt(all.length)];
        }

        private <T> Optional<T> maybe(T value) {
            return lot.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
        }
    }

    // ---- documents ----

    private static byte[] filled(Path document, Written written, Language language) throws IOException {
        byte[] bytes = Files.readAllBytes(document);
        String name = document.toString();
        return name.endsWith(".html") ? page(bytes, written) : name.endsWith(".docx") ? word(bytes, written) : book(bytes, written, language);
    }

    /** The forms are the last tables of the document, each with a header row and two columns before the empty ones. */
    private static final List<String> FORMS = List.of("new-sources", "new-risk", "new-safeguards");

    private static byte[] word(byte[] bytes, Written written) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            List<XWPFTable> tables = document.getTables();
            List<XWPFTable> forms = tables.subList(tables.size() - FORMS.size(), tables.size());
            written.columns().forEach((form, columns) -> {
                XWPFTable table = forms.get(FORMS.indexOf(form));
                for (int c = 0; c < columns.size(); c++) {
                    for (int r = 0; r < columns.get(c).size(); r++) {
                        table.getRow(r + 1).getCell(c + 2).setText(columns.get(c).get(r));
                    }
                }
            });
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] page(byte[] bytes, Written written) {
        String html = new String(bytes, StandardCharsets.UTF_8);
        for (Map.Entry<String, List<List<String>>> form : written.columns().entrySet()) {
            int start = html.indexOf("<tbody", html.indexOf("id=\"" + form.getKey() + "\""));
            int end = html.indexOf("</table>", start);
            StringBuilder filled = new StringBuilder();
            String[] rows = html.substring(start, end).split("(?=<tr>)");
            for (int r = 0; r < rows.length; r++) {
                Matcher cells = Pattern.compile("<td></td>").matcher(rows[r]);
                StringBuilder row = new StringBuilder();
                for (int c = 0; cells.find(); c++) {
                    String text = c < form.getValue().size() ? form.getValue().get(c).get(r - 1) : "";
                    cells.appendReplacement(row, Matcher.quoteReplacement("<td>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</td>"));
                }
                cells.appendTail(row);
                filled.append(row);
            }
            html = html.substring(0, start) + filled + html.substring(end);
        }
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] book(byte[] bytes, Written written, Language language) throws IOException {
        boolean danish = language == Language.DA;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            written.columns().forEach((form, columns) -> {
                boolean risk = form.equals("new-risk");
                Sheet sheet = book.getSheet(risk ? danish ? "Risici" : "Risks" : form.equals("new-sources") ? danish ? "Kilder" : "Sources" : danish ? "Foranstaltninger" : "Safeguards");
                int last = sheet.getRow(0).getLastCellNum() - 1;
                for (int c = 0; c < columns.size(); c++) {
                    Row row = beginningWith(sheet, (danish ? "ny " : "new ") + (risk ? "1." + (c + 1) : String.valueOf(c + 1)));
                    for (int r = 0; r < columns.get(c).size(); r++) {
                        // Of a risk the group stands behind the dimension, and what is worked out before the reason.
                        int column = !risk ? r + 1 : r < 2 ? r + 1 : r < 7 ? r + 2 : last - 8 + r;
                        String text = columns.get(c).get(r);
                        if (!text.isEmpty()) {
                            row.createCell(column).setCellValue(text);
                        }
                    }
                }
            });
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row beginningWith(Sheet sheet, String words) {
        for (Row row : sheet) {
            if (row.getCell(0).getStringCellValue().equals(words)) {
                return row;
            }
        }
        throw new AssertionError("no row that begins with " + words);
    }
}
