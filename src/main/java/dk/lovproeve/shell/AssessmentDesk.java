package dk.lovproeve.shell;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Asked;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Band;
import dk.lovproeve.assessment.DimensionLevel;
import dk.lovproeve.assessment.Gap;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.AssessmentDocuments;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An assessment laid out to be worked on: the bank, what is filled in, the model it is held against, and what follows. */
final class AssessmentDesk {

    private static final Set<Measure.Kind> COUNTS = Set.of(Measure.Kind.EVENTS, Measure.Kind.SUBJECTS, Measure.Kind.SHARE);

    private final AssessmentFile file;
    private final LocalDate today;
    private Assessed assessed;

    /** @param assessed what is filled in, which may not have been written yet */
    AssessmentDesk(AssessmentFile file, Assessed assessed, LocalDate today) {
        this.file = file;
        this.assessed = assessed;
        this.today = today;
    }

    QuestionBank bank() {
        return appraisal().bank();
    }

    Assessment assessment() {
        return assessed.assessment();
    }

    Appraisal appraisal() {
        return assessed.appraisal();
    }

    /** Writes the assessment with a change, filled in with the bank of now. */
    void save(Assessment changed, String role) {
        Assessment written = changed.with(bank().version(), changed.takenFrom());
        file.save(written, role, today);
        assessed = assessed.with(written);
    }

    /** What lies before somebody who answers now. */
    Seen seen(Question question, List<String> clauses) {
        return Seen.now(question, assessed.basis(), clauses);
    }

    // ---- what can be named ----

    /** The provisions, by id; none where there is no bill. */
    Map<String, Text> clauses() {
        return assessed.words().clauses();
    }

    Map<String, Text> sources() {
        Map<String, Text> sources = new LinkedHashMap<>();
        assessment().sources().forEach(s -> sources.put(s.id(), Text.same(s.title())));
        return sources;
    }

    Map<String, Text> channels() {
        return assessed.words().channels();
    }

    List<String> groups() {
        return appraisal().groups();
    }

    /** The versions of the rule that a safeguard can be, by id. */
    Map<String, Text> variants() {
        Map<String, Text> variants = new LinkedHashMap<>();
        appraisal().model().ifPresent(m -> m.variants().stream()
                .filter(v -> !v.id().equals(Variant.BILL) && !v.id().equals(Variant.CURRENT_LAW))
                .forEach(v -> variants.put(v.id(), v.label())));
        return variants;
    }

    /** The measures that can tell how often something bad happens; none where there is no bill. */
    List<Measure> harms() {
        return appraisal().model().stream()
                .flatMap(m -> m.procedure().measures().stream())
                .filter(m -> m.good() < 0 && COUNTS.contains(m.kind()))
                .toList();
    }

    /** The measure that counts everybody once. */
    Optional<String> counted() {
        return appraisal().model().flatMap(ModelView::counted);
    }

    /** Whether how likely a risk is is read from the run. */
    boolean isMeasured(String risk) {
        return assessment().risks().stream().anyMatch(r -> r.id().equals(risk) && r.measured().isPresent());
    }

    /** What is assessed. */
    Text title() {
        return assessed.title();
    }

    /** An answer as a reader is told it. */
    String said(Question question, Value value, Language language) {
        return assessed.words().said(question, value).in(language);
    }

    /** How it stands, in a few lines. */
    List<String> summary(Language language) {
        Messages say = Messages.in(language);
        List<String> lines = new ArrayList<>();
        assessment().caveat().ifPresent(c -> lines.add(say.say("assess.caveat", c.orOther(language))));
        lines.add(say.say("assess.what", title().in(language), assessment().track().label().in(language), assessment().state().label().in(language), bank().version()));
        long computed = appraisal().items().stream().filter(i -> i.standing() == Item.Standing.COMPUTED).count();
        long stale = appraisal().gaps().stream().filter(g -> g.kind() == Gap.Kind.STALE).map(Gap::subject).distinct().count();
        lines.add(say.say("assess.counts", appraisal().askedCount(), appraisal().askedCount() - appraisal().openCount(), computed, appraisal().openCount(), stale));
        List<String> redLines = appraisal().items().stream().filter(Item::redLine).map(i -> i.question().shown()).toList();
        if (!redLines.isEmpty()) {
            lines.add(say.say("assess.red.lines", String.join(", ", redLines)));
        }
        lines.add(say.say(appraisal().isEnough() ? "assess.enough" : "assess.not.enough"));
        assessment().decision().ifPresent(d -> lines.add(say.say(
                "assess.decided", d.outcome().label().in(language), d.role(), d.date(), d.dissent().size())));
        return lines;
    }

    /** Everything that follows from what is filled in. */
    Answer status(Language language) {
        Messages say = Messages.in(language);
        List<Table> tables = new ArrayList<>();
        if (!appraisal().asked().isEmpty()) {
            tables.add(screening(say));
        }
        tables.add(dimensions(say));
        if (!appraisal().risks().isEmpty()) {
            tables.add(risks(say));
        }
        if (!appraisal().gaps().isEmpty()) {
            tables.add(gaps(say));
        }
        List<String> warnings = appraisal().model().isEmpty()
                ? List.of(say.say("assess.no.model"))
                : appraisal().model().flatMap(ModelView::run).isEmpty() ? List.of(say.say("assess.no.run")) : List.of();
        return new Answer(summary(language), tables, List.of(), warnings);
    }

    /** What the documents tell; they carry the file's text. */
    AssessmentDocuments.Told told(Language language, AssessmentFile written) {
        List<AssessmentDocuments.Sheet> sheets = status(language).tables().stream()
                .map(t -> new AssessmentDocuments.Sheet(t.title(), t.columns().stream().map(Column::header).toList(), t.rows()))
                .toList();
        List<AssessmentDocuments.Part> parts = new ArrayList<>();
        bank().sections().forEach(section -> {
            List<AssessmentDocuments.Entry> entries = section.questions().stream()
                    .map(q -> appraisal().item(q.id()))
                    .filter(i -> i.standing().isAsked())
                    .map(i -> new AssessmentDocuments.Entry(i.question().shown() + ". " + i.question().ask().in(language), paragraphs(i, language)))
                    .toList();
            if (!entries.isEmpty()) {
                parts.add(new AssessmentDocuments.Part(section.label().in(language), entries));
            }
        });
        Messages say = Messages.in(language);
        return new AssessmentDocuments.Told(
                say.say("assess.document", title().in(language)), assessment().track().label().in(language), summary(language), sheets, parts,
                written.text());
    }

    private List<String> paragraphs(Item item, Language language) {
        Messages say = Messages.in(language);
        List<String> said = new ArrayList<>();
        said.add(item.value().map(v -> said(item.question(), v, language)).orElse(item.standing().label().in(language)));
        item.computed().ifPresent(c -> said.add(c.because().in(language) + c.run().map(run -> " " + say.say("assess.run", run)).orElse("")));
        item.answer().flatMap(dk.lovproeve.assessment.Answer::reason).ifPresent(r -> said.add(r.orOther(language)));
        item.answer().filter(a -> a.value().isPresent()).ifPresent(a -> said.add(a.role() + ", " + a.date()));
        item.answer().flatMap(dk.lovproeve.assessment.Answer::remark).ifPresent(r -> said.add(say.say("assess.remark.before", r.role(), r.text().orOther(language))));
        item.stale().forEach(why -> said.add(say.say("assess.stale", why.in(language))));
        return said;
    }

    private Table screening(Messages say) {
        List<List<String>> rows = new ArrayList<>();
        for (Asked asked : appraisal().asked()) {
            rows.add(List.of(
                    asked.screening().label().in(say.language()),
                    asked.isCertain() ? asked.screening().reason().in(say.language()) : say.say("assess.screening.unsure"),
                    asked.because().stream().map(id -> bank().find(id).orElseThrow().shown()).collect(Collectors.joining(", ")),
                    asked.screening().source().in(say.language())));
        }
        return new Table(say.say("assess.table.screening"), List.of(
                Column.text(say.say("assess.column.asked")), Column.text(say.say("assess.column.because")), Column.text(say.say("assess.column.questions")),
                Column.text(say.say("assess.column.source"))), rows);
    }

    private Table dimensions(Messages say) {
        List<Column> columns = new ArrayList<>(List.of(Column.text(say.say("assess.column.dimension"))));
        groups().forEach(g -> columns.add(Column.text(say.say("assess.group", g))));
        columns.add(Column.text(say.say("assess.column.upper")));
        columns.add(Column.text(say.say("assess.column.open")));
        columns.add(Column.text(say.say("assess.column.red")));
        List<List<String>> rows = new ArrayList<>();
        for (DimensionLevel dimension : appraisal().dimensions()) {
            List<String> row = new ArrayList<>(List.of(dimension.section().label().in(say.language())));
            groups().forEach(g -> row.add(dimension.isBlank() ? say.say("assess.blank") : level(dimension.after().get(g), say)));
            row.add(dimension.worst().upper().label().in(say.language()));
            row.add(say.say("assess.of", dimension.open(), dimension.asked()));
            row.add(dimension.redLines().stream().map(id -> bank().find(id).orElseThrow().shown()).collect(Collectors.joining(", ")));
            rows.add(row);
        }
        return new Table(say.say("assess.table.dimensions"), columns, rows);
    }

    private Table risks(Messages say) {
        NumberFormat percent = NumberFormat.getPercentInstance(say.language().locale());
        percent.setMaximumFractionDigits(1);
        List<List<String>> rows = new ArrayList<>();
        for (RiskLevel risk : appraisal().risks()) {
            risk.groups().forEach((group, at) -> rows.add(List.of(
                    risk.risk().label().orOther(say.language()), group, at.share().map(percent::format).orElse("-"), level(at.before(), say), level(at.after(), say),
                    level(at.possible(), say) + (at.isRun() ? " " + say.say("assess.is.run") : ""))));
        }
        return new Table(say.say("assess.table.risks"), List.of(
                Column.text(say.say("assess.column.risk")), Column.text(say.say("assess.column.group")), Column.number(say.say("assess.column.share")),
                Column.text(say.say("assess.column.before")), Column.text(say.say("assess.column.after")), Column.text(say.say("assess.column.possible"))), rows);
    }

    private static String level(Band band, Messages say) {
        String level = band.level().symbol() + " " + band.level().label().in(say.language());
        return band.upper() == band.level() ? level : level + "–" + band.upper().label().in(say.language());
    }

    /** What is lacking, a line a kind of it. */
    List<String> gapLines(Language language) {
        return gaps(Messages.in(language)).rows().stream().map(row -> row.get(0) + ": " + row.get(1) + " - " + row.get(2)).toList();
    }

    /** How grave a risk is for each group, a line each. */
    List<String> riskLines(String id, Language language) {
        Messages say = Messages.in(language);
        return appraisal().risks().stream()
                .filter(r -> r.risk().id().equals(id))
                .flatMap(r -> r.groups().entrySet().stream())
                .map(e -> say.say("assess.risk.line", AnswerWords.group(e.getKey()).in(language), level(e.getValue().before(), say), level(e.getValue().after(), say),
                        level(e.getValue().possible(), say)))
                .toList();
    }

    /** What lacks the same is named in one row; of questions that are only missing those of a section. */
    private Table gaps(Messages say) {
        record Alike(Gap.Kind kind, String what) {}
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        for (Gap gap : appraisal().gaps()) {
            Text what = gap.kind() == Gap.Kind.MISSING ? bank().sectionOf(gap.subject().toLowerCase(Locale.ROOT)).label() : gap.what();
            alike.computeIfAbsent(new Alike(gap.kind(), what.in(say.language())), k -> new ArrayList<>()).add(gap.subject());
        }
        List<List<String>> rows = new ArrayList<>();
        alike.forEach((key, subjects) -> rows.add(List.of(
                key.kind().label().in(say.language()), String.join(", ", subjects.stream().distinct().toList()), key.what())));
        return new Table(say.say("assess.table.gaps"), List.of(
                Column.text(say.say("assess.column.gap")), Column.text(say.say("assess.column.where")), Column.text(say.say("assess.column.lacking"))), rows);
    }
}
