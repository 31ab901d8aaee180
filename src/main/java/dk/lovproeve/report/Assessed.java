package dk.lovproeve.report;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Basis;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.ProcedureAnalysis;
import dk.lovproeve.report.assessment.AssessmentTables;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.scenario.AssessmentBasis;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Sources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An assessment held against the model and the run that it is to rest on, in words that a text can use.
 *
 * @param title      what is assessed
 * @param assessment what people have filled in
 * @param basis      what it stands on today
 * @param appraisal  what follows from it
 * @param words      its answers in words
 * @param sources    what its sources are called in English
 */
public record Assessed(Text title, Assessment assessment, Basis basis, Appraisal appraisal, AnswerWords words, Sources sources) {

    /** Channels to answer for where no scenario names its own. */
    private static final Map<String, Text> USUAL_CHANNELS = usualChannels();
    private static final Text WITHOUT_A_NAME = new Text("Uden navn", "Without a name");

    /**
     * The assessment in a scenario's folder.
     *
     * @param folder   the scenario's folder, which has been read without mistakes
     * @param bank     the question bank
     * @param scenario as read from the folder
     * @param run      the run that the model answers from; empty for none
     * @return empty when nobody has begun on an assessment
     * @throws AuthorException with every mistake in the assessment
     */
    public static Optional<Assessed> in(Path folder, QuestionBank bank, Scenario scenario, Optional<Run> run) {
        return AssessmentFile.open(folder, bank).assessment().map(a -> of(folder, bank, a, Optional.of(scenario), run));
    }

    /**
     * An assessment, which may not have been written yet.
     *
     * @param scenario empty where there is no bill, and so no run
     */
    public static Assessed of(Path folder, QuestionBank bank, Assessment assessment, Optional<Scenario> scenario, Optional<Run> run) {
        return held(assessment, bank, scenario.map(s -> AssessmentBasis.of(folder, s, run.map(r -> r.manifest().run()))).orElse(Basis.NOTHING),
                scenario, scenario.map(s -> view(s, NotesFile.read(folder), run)));
    }

    /** The same ground with another assessment of the same thing. */
    public Assessed with(Assessment changed) {
        return new Assessed(changed.subject().map(s -> s.title().text()).orElse(title), changed, basis, appraisal.with(changed), words, sources);
    }

    /** What does not go together: the runs it rests on, and judgements beside what the run counts. */
    public List<Text> warnings() {
        return new AssessmentTables(this).warnings();
    }

    private static Assessed held(Assessment assessment, QuestionBank bank, Basis basis, Optional<Scenario> scenario, Optional<ModelView> model) {
        return new Assessed(
                title(assessment, scenario), assessment, basis, Appraisal.of(bank, assessment, basis, model),
                new AnswerWords(scenario.map(Assessed::clauses).orElse(Map.of()), channels(scenario)),
                scenario.map(Scenario::sources).orElse(Sources.NONE));
    }

    private static Text title(Assessment assessment, Optional<Scenario> scenario) {
        return assessment.subject().map(s -> s.title().text()).or(() -> scenario.map(s -> s.duty().title())).orElse(WITHOUT_A_NAME);
    }

    /** What the model can say by itself. */
    private static ModelView view(Scenario of, BillNotes notes, Optional<Run> run) {
        Procedure procedure = of.bill().model().procedure();
        List<Parameter> parameters = of.bill().model().parameters();
        Map<String, String> inputs = new LinkedHashMap<>();
        of.inputs().forEach(f -> inputs.put(f.name(), f.sha256()));
        return new ModelView(
                procedure, ProcedureAnalysis.analyse(procedure, Subjects.citizens(of)), of.duty().addressees(),
                of.versions().stream().map(v -> v.variant()).toList(), parameters.size(),
                (int) parameters.stream().filter(Parameter::isAssumed).count(), Subjects.counted(procedure).map(Measure::id), notes.principles(),
                run.map(r -> new ModelView.RunView(
                        r.manifest().run(), inputs.equals(r.manifest().inputs()), r.manifest().variants(), r.outcomes())));
    }

    private static Map<String, Text> clauses(Scenario scenario) {
        Map<String, Text> clauses = new LinkedHashMap<>();
        scenario.duty().provisions().stream()
                .filter(p -> p.origin() != Provision.Origin.RECOMMENDATION)
                .forEach(p -> clauses.put(p.id(), p.reference()));
        return clauses;
    }

    private static Map<String, Text> channels(Optional<Scenario> scenario) {
        Map<String, Text> channels = new LinkedHashMap<>();
        scenario.ifPresent(s -> s.bill().model().procedure().channels().forEach(c -> channels.put(c.id(), c.label())));
        return channels.isEmpty() ? USUAL_CHANNELS : channels;
    }

    private static Map<String, Text> usualChannels() {
        Map<String, Text> channels = new LinkedHashMap<>();
        channels.put("digital", new Text("digitalt", "digitally"));
        channels.put("phone", new Text("telefon", "phone"));
        channels.put("letter", new Text("brev", "letter"));
        channels.put("in-person", new Text("fremmøde", "in person"));
        return channels;
    }
}
