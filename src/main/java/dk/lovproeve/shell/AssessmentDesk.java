package dk.lovproeve.shell;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.assessment.AssessmentDocuments;
import dk.lovproeve.report.assessment.AssessmentTables;
import dk.lovproeve.report.assessment.Grid;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** A risk as it is judged now. */
    Risk seen(Risk risk) {
        return risk.seen(assessed.basis());
    }

    /** A safeguard as it is laid down now. */
    Safeguard seen(Safeguard safeguard) {
        return safeguard.seen(assessed.basis());
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
        new AssessmentTables(assessed).summary().forEach(line -> lines.add(line.in(language)));
        return lines;
    }

    /** Everything that follows from what is filled in. */
    Answer status(Language language) {
        Messages say = Messages.in(language);
        AssessmentTables tables = new AssessmentTables(assessed);
        List<Table> shown = List.of(tables.screening(), tables.dimensions(), tables.risks(), tables.gaps()).stream()
                .filter(grid -> !grid.rows().isEmpty())
                .map(grid -> table(grid, language))
                .toList();
        List<String> warnings = new ArrayList<>();
        if (appraisal().model().isEmpty()) {
            warnings.add(say.say("assess.no.model"));
        } else if (appraisal().model().flatMap(ModelView::run).isEmpty()) {
            tables.withoutRun().ifPresent(line -> warnings.add(line.in(language)));
            warnings.add(say.say("assess.no.run"));
        }
        tables.warnings().forEach(warning -> warnings.add(warning.in(language)));
        return new Answer(summary(language), shown, List.of(), warnings);
    }

    private static Table table(Grid grid, Language language) {
        return new Table(
                grid.title().in(language), grid.header().stream().map(h -> Column.text(h.in(language))).toList(),
                grid.rows().stream().map(row -> row.stream().map(t -> t.in(language)).toList()).toList());
    }

    /**
     * Whether another assessment's answer can be one's own: it is asked here, the model does not answer it, and it speaks
     * neither of provisions or channels, which are the other scenario's, nor of groups that are not here.
     */
    boolean canTakeOver(Question question, dk.lovproeve.assessment.Answer answer) {
        Item.Standing standing = appraisal().item(question.id()).standing();
        boolean own = question.kind() == Question.Kind.CLAUSES || question.kind() == Question.Kind.PER_CHANNEL;
        boolean otherGroups = question.kind() == Question.Kind.PER_GROUP
                && answer.value().filter(Value.Each.class::isInstance).map(v -> ((Value.Each) v).steps().keySet()).filter(g -> !groups().containsAll(g)).isPresent();
        return standing.isAsked() && standing != Item.Standing.COMPUTED && !own && !otherGroups;
    }

    /** Whether another assessment's risk can be one's own: nobody has taken it up or set it aside, and its dimension is in the bank. */
    boolean canTakeOver(Risk risk) {
        boolean known = assessment().risks().stream().anyMatch(r -> r.id().equals(risk.id()) || r.typical().isPresent() && r.typical().equals(risk.typical()))
                || risk.typical().filter(assessment().setAside()::containsKey).isPresent();
        return !known && bank().dimensions().stream().anyMatch(d -> d.id().equals(risk.dimension()));
    }

    /** The measures of the model, by id; none where there is no bill. */
    List<String> measures() {
        return appraisal().model().stream().flatMap(m -> m.procedure().measures().stream()).map(Measure::id).toList();
    }

    /** Writes the documents, which carry the file's text. */
    List<Path> export(Language language, Path folder) throws IOException {
        return AssessmentDocuments.write(assessed, file.text(), language, folder);
    }

    /** What is lacking, a line a kind of it. */
    List<String> gapLines(Language language) {
        return new AssessmentTables(assessed).gaps().rows().stream()
                .map(row -> row.get(0).in(language) + ": " + row.get(1).in(language) + " - " + row.get(2).in(language))
                .toList();
    }

    /** How grave a risk is for each group, a line each. */
    List<String> riskLines(String id, Language language) {
        Messages say = Messages.in(language);
        return appraisal().risks().stream()
                .filter(r -> r.risk().id().equals(id))
                .flatMap(r -> r.groups().entrySet().stream())
                .map(e -> say.say("assess.risk.line", AnswerWords.group(e.getKey()).in(language), AssessmentTables.level(e.getValue().before()).in(language), AssessmentTables.level(e.getValue().after()).in(language),
                        AssessmentTables.level(e.getValue().possible()).in(language)))
                .toList();
    }
}
