package dk.lovproeve.report.excel;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Confidence;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationFit.LineFit;
import dk.lovproeve.population.PopulationFit.MarginFit;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Right;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.procedure.Wording;
import dk.lovproeve.report.Subjects;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheets that say what the run was made of. */
final class ModelSheets {

    /** The key of the level for every target group that has none of its own. */
    private static final String GENERAL = "";

    private final Subject subject;
    private final AnnexWords words;

    ModelSheets(Subject subject) {
        this.subject = subject;
        this.words = subject.words();
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>(List.of(parameters()));
        facts().ifPresent(sheets::add);
        correlations().ifPresent(sheets::add);
        population().ifPresent(sheets::add);
        vocabulary().ifPresent(sheets::add);
        sheets.addAll(List.of(provisions(), actors(), steps(), variants(), definitions()));
        return sheets;
    }

    private Sheet parameters() {
        List<Column> columns = List.of(
                words.column("parameter", Format.PROSE, 36),
                words.column("applies-in", Format.PROSE, 20),
                words.column("target-group", Format.PROSE, 24),
                words.column("value", Format.PLAIN, 11),
                words.column("plausible-low", Format.PLAIN, 10),
                words.column("plausible-high", Format.PLAIN, 10),
                words.column("distribution", Format.PROSE, 14),
                words.column("unit", Format.TEXT, 20),
                words.column("evidence", Format.TEXT, 13),
                words.column("source", Format.PROSE, 48),
                words.column("in-source", Format.PROSE, 20),
                words.column("measured-on", Format.PROSE, 28),
                words.column("year", Format.TEXT, 12),
                words.column("confidence", Format.TEXT, 12),
                words.column("is-fact", Format.PROSE, 26),
                words.column("leans-on", Format.PROSE, 30),
                words.column("changed-by", Format.PROSE, 22),
                words.column("id", Format.TEXT, 26),
                words.column("place", Format.TEXT, 30));
        Map<String, Parameter> baseline = parameters(subject.versions().get(0));
        List<List<Cell>> rows = new ArrayList<>();
        for (Parameter parameter : baseline.values()) {
            String changedBy = subject.versions().stream()
                    .filter(v -> !changed(parameters(v).get(parameter.id()), parameter).isEmpty())
                    .map(v -> subject.say(v.variant().label()))
                    .collect(Collectors.joining(", "));
            levels(parameter).forEach((group, level) ->
                    rows.add(row(parameter, subject.label(subject.baseline()), group, level, changedBy)));
        }
        for (Version version : subject.versions()) {
            for (Parameter parameter : parameters(version).values()) {
                changed(parameter, baseline.get(parameter.id())).forEach((group, level) ->
                        rows.add(row(parameter, subject.say(version.variant().label()), group, level, "")));
            }
        }
        return table("parameters", columns, rows);
    }

    /** The shared facts that numbers are or rest on. */
    private Optional<Sheet> facts() {
        List<Column> columns = List.of(
                words.column("is-fact", Format.TEXT, 28),
                words.column("what", Format.PROSE, 48),
                words.column("value", Format.PLAIN, 11),
                words.column("plausible-low", Format.PLAIN, 10),
                words.column("plausible-high", Format.PLAIN, 10),
                words.column("unit", Format.TEXT, 20),
                words.column("evidence", Format.TEXT, 13),
                words.column("source", Format.PROSE, 48),
                words.column("in-source", Format.PROSE, 20),
                words.column("url", Format.PROSE, 36),
                words.column("measured-on", Format.PROSE, 28),
                words.column("year", Format.TEXT, 12),
                words.column("confidence", Format.TEXT, 12),
                words.column("place", Format.TEXT, 30));
        List<List<Cell>> rows = subject.scenario().facts().stream().map(this::fact).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(table("facts", columns, rows));
    }

    private List<Cell> fact(Parameter fact) {
        Level level = fact.general();
        return List.of(
                Cell.of(fact.id()),
                Cell.of(subject.say(fact.label())),
                Cell.of(level.value()),
                Cell.of(level.low()),
                Cell.of(level.high()),
                Cell.of(subject.say(fact.unit().label())),
                Cell.of(subject.say(level.evidence().label())),
                Cell.of(subject.source(level.source())),
                Cell.of(level.provenance().place().orElse("")),
                Cell.of(level.provenance().url().orElse("")),
                Cell.of(level.provenance().population().map(subject::say).orElse("")),
                Cell.of(level.provenance().year().orElse("")),
                Cell.of(level.provenance().confidence().map(Confidence::label).map(subject::say).orElse("")),
                Cell.of(fact.place().toString()));
    }

    /** Which parameters go together when they are drawn. */
    private Optional<Sheet> correlations() {
        List<Column> columns = List.of(
                words.column("parameter", Format.TEXT, 30),
                words.column("other-parameter", Format.TEXT, 30),
                words.column("correlation", Format.PLAIN, 12),
                words.column("evidence", Format.TEXT, 13),
                words.column("source", Format.PROSE, 48),
                words.column("place", Format.TEXT, 30));
        List<List<Cell>> rows = subject.scenario().correlations().pairs().stream()
                .map(pair -> List.of(
                        Cell.of(pair.first()), Cell.of(pair.second()), Cell.of(pair.correlation()),
                        Cell.of(subject.say(pair.evidence().label())), Cell.of(subject.source(pair.source())), Cell.of(pair.place().toString())))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(table("correlations", columns, rows));
    }

    private List<Cell> row(Parameter parameter, String version, String group, Level level, String changedBy) {
        String targetGroup = group.equals(GENERAL)
                ? words.say(parameter.byGroup().isEmpty() ? "target-group.all" : "target-group.rest")
                : targetGroup(group);
        return List.of(
                Cell.of(subject.say(parameter.label())),
                Cell.of(version),
                Cell.of(targetGroup),
                Cell.of(level.value()),
                Cell.of(level.low()),
                Cell.of(level.high()),
                Cell.of(level.isFixed() ? "" : subject.say(level.distribution().told())),
                Cell.of(subject.say(parameter.unit().label())),
                Cell.of(subject.say(level.evidence().label())),
                Cell.of(subject.source(level.source())),
                Cell.of(level.provenance().place().orElse("")),
                Cell.of(level.provenance().population().map(subject::say).orElse("")),
                Cell.of(level.provenance().year().orElse("")),
                Cell.of(level.provenance().confidence().map(Confidence::label).map(subject::say).orElse("")),
                Cell.of(level.provenance().fact().orElse("")),
                Cell.of(String.join(", ", level.provenance().restsOn())),
                Cell.of(changedBy),
                Cell.of(parameter.id()),
                Cell.of(parameter.place().toString()));
    }

    private String targetGroup(String id) {
        return subject.scenario().duty().addressees().stream()
                .filter(a -> a.id().equals(id)).map(Addressee::label).map(subject::say).findFirst()
                .or(() -> category(subject.scenario().bill().model().population(), id))
                .orElse(id);
    }

    private static Map<String, Parameter> parameters(Version version) {
        Map<String, Parameter> byId = new LinkedHashMap<>();
        version.model().parameters().forEach(p -> byId.put(p.id(), p));
        return byId;
    }

    private static Map<String, Level> levels(Parameter parameter) {
        Map<String, Level> levels = new LinkedHashMap<>();
        if (parameter.general() != null) {
            levels.put(GENERAL, parameter.general());
        }
        levels.putAll(parameter.byGroup());
        return levels;
    }

    /** The levels that are not the other's; all where there is no other, none where there is no parameter. */
    private static Map<String, Level> changed(Parameter parameter, Parameter other) {
        if (parameter == null) {
            return Map.of();
        }
        Map<String, Level> levels = levels(parameter);
        if (other != null) {
            levels.entrySet().removeIf(e -> e.getValue().equals(levels(other).get(e.getKey())));
        }
        return levels;
    }

    private Sheet provisions() {
        List<Column> columns = List.of(
                words.column("provision", Format.PROSE, 32),
                words.column("text", Format.PROSE, 70),
                words.column("origin", Format.TEXT, 30),
                words.column("its-steps", Format.PROSE, 60),
                words.column("its-variants", Format.PROSE, 32),
                words.column("id", Format.TEXT, 22));
        List<List<Cell>> rows = new ArrayList<>();
        for (Provision provision : subject.scenario().duty().provisions()) {
            String steps = stepsOfAll().values().stream()
                    .filter(s -> s.head().provision().equals(provision.id()))
                    .map(s -> subject.say(s.head().label()))
                    .collect(Collectors.joining("; "));
            String variants = subject.versions().stream()
                    .map(Version::variant)
                    .filter(v -> v.provision().equals(provision.id()))
                    .map(v -> subject.say(v.label()))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    Cell.of(subject.say(provision.reference())),
                    Cell.of(subject.say(provision.text())),
                    Cell.of(subject.say(provision.origin().label())),
                    Cell.of(steps),
                    Cell.of(variants),
                    Cell.of(provision.id())));
        }
        return table("provisions", columns, rows);
    }

    /** Every step of every version, as the first version that has it has it. */
    private Map<String, Step> stepsOfAll() {
        Map<String, Step> steps = new LinkedHashMap<>();
        subject.versions().forEach(v -> v.model().procedure().steps().forEach(s -> steps.putIfAbsent(s.id(), s)));
        return steps;
    }

    private Sheet steps() {
        List<Column> columns = List.of(
                words.column("step", Format.PROSE, 34),
                words.column("track", Format.PROSE, 16),
                words.column("kind", Format.TEXT, 13),
                words.column("actor", Format.TEXT, 16),
                words.column("channel", Format.PROSE, 15),
                words.column("provision", Format.PROSE, 24),
                words.column("recorded", Format.TEXT, 11),
                words.column("adverse", Format.TEXT, 11),
                words.column("rights", Format.PROSE, 28),
                words.column("leads-to", Format.PROSE, 36),
                words.column("in-versions", Format.PROSE, 26),
                words.column("id", Format.TEXT, 26));
        Map<String, Step> all = stepsOfAll();
        List<List<Cell>> rows = new ArrayList<>();
        for (Step step : all.values()) {
            Step.Head head = step.head();
            Version first = subject.versions().stream().filter(v -> has(v, step.id())).findFirst().orElseThrow();
            List<Version> where = subject.versions().stream().filter(v -> has(v, step.id())).toList();
            String track = first.model().procedure().tracks().stream()
                    .filter(t -> t.id().equals(head.track())).map(t -> subject.say(t.label())).findFirst().orElse(head.track());
            String channel = first.model().procedure().channels().stream()
                    .filter(c -> head.channel().equals(Optional.of(c.id()))).map(c -> subject.say(c.label())).findFirst().orElse("");
            String leadsTo = leadsTo(step, all, Subjects.wording(subject.scenario(), first.model().procedure()));
            String versions = where.size() == subject.versions().size()
                    ? words.say("versions.all")
                    : where.stream().map(v -> subject.say(v.variant().label())).collect(Collectors.joining("; "));
            rows.add(List.of(
                    Cell.of(subject.say(head.label())),
                    Cell.of(track),
                    Cell.of(words.say("kind." + kind(step))),
                    Cell.of(subject.say(first.model().procedure().actor(head.actor()).label())),
                    Cell.of(channel),
                    Cell.of(subject.say(subject.scenario().duty().provision(head.provision()).reference())),
                    // What registers see of what happens at a step, the measures tell; a step is told of where it leaves no trace at all.
                    Cell.of(head.invisible() ? words.yes(false) : ""),
                    Cell.of(words.yes(head.adverse())),
                    Cell.of(head.rights().stream().map(Right::label).map(subject::say).collect(Collectors.joining("; "))),
                    Cell.of(leadsTo),
                    Cell.of(versions),
                    Cell.of(step.id())));
        }
        return table("steps", columns, rows);
    }

    /** Where a step leads; of a decision also whom it leads there. */
    private String leadsTo(Step step, Map<String, Step> all, Wording wording) {
        if (step instanceof Step.Decision decision) {
            return decision.choices().stream()
                    .map(c -> label(all, c.arrow()) + (c.when().equals(Condition.ALWAYS) ? ""
                            : " (" + subject.say(wording.of(c.when())) + ")"))
                    .distinct().collect(Collectors.joining("; "));
        }
        return step.arrows().stream().map(a -> label(all, a)).distinct().collect(Collectors.joining("; "));
    }

    private String label(Map<String, Step> all, Arrow arrow) {
        return subject.say(all.get(arrow.to()).head().label());
    }

    private static boolean has(Version version, String step) {
        return version.model().procedure().steps().stream().anyMatch(s -> s.id().equals(step));
    }

    private static String kind(Step step) {
        if (step instanceof Step.Attempt attempt) {
            return attempt.notice() ? "notice" : "attempt";
        }
        return step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** What the model knows of a subject, as it is declared; empty where it knows nothing. */
    private Optional<Sheet> vocabulary() {
        List<Column> columns = List.of(
                words.column("name", Format.PROSE, 44),
                words.column("kind", Format.TEXT, 16),
                words.column("meaning", Format.PROSE, 70),
                words.column("changes-with-time", Format.PROSE, 36),
                words.column("shifts", Format.PROSE, 44),
                words.column("id", Format.TEXT, 26),
                words.column("place", Format.TEXT, 30));
        Procedure procedure = subject.procedure();
        Vocabulary vocabulary = procedure.vocabulary();
        Wording wording = Subjects.wording(subject.scenario(), procedure);
        List<List<Cell>> rows = new ArrayList<>();
        PopulationSpec population = subject.scenario().bill().model().population();
        population.traits().forEach(t -> rows.add(known(t.label(), "trait", parameter(t.share()), "", "", t.id(), t.place().toString())));
        vocabulary.circumstances().forEach(c ->
                rows.add(known(c.label(), "circumstance", parameter(c.chance()), "", "", c.id(), c.place().toString())));
        vocabulary.facts().forEach(f ->
                rows.add(known(f.label(), "fact", subject.say(wording.of(f.condition())), "", "", f.id(), f.place().toString())));
        vocabulary.amounts().forEach(a ->
                rows.add(known(a.label(), "amount", subject.say(wording.of(a.amount())), "", "", a.id(), a.place().toString())));
        for (Vocabulary.State state : vocabulary.states()) {
            String start = state.start().map(s -> start(s, wording)).orElse("0");
            String halves = state.halfLife().map(p -> words.say("state.halves", parameter(p))).orElse(words.say("state.stays"));
            String shifts = state.shifts().entrySet().stream()
                    .map(e -> subject.say(wording.of(new Amount.OfCapacity(e.getKey()))) + ": " + parameter(e.getValue()))
                    .collect(Collectors.joining("; "));
            rows.add(known(state.label(), "state", words.say("state.start", start), halves, shifts, state.id(), state.place().toString()));
        }
        vocabulary.flags().forEach((id, label) -> rows.add(known(label, "flag", words.say("flag.meaning"), "", "", id, "")));
        return rows.isEmpty() ? Optional.empty() : Optional.of(table("vocabulary", columns, rows));
    }

    private List<Cell> known(Text label, String kind, String meaning, String changes, String shifts, String id, String place) {
        return List.of(
                Cell.of(subject.say(label)),
                Cell.of(words.say("known." + kind)),
                Cell.of(meaning),
                Cell.of(changes),
                Cell.of(shifts),
                Cell.of(id),
                Cell.of(place));
    }

    /** A parameter by its label; its numbers stand in the sheet of parameters. */
    private String parameter(Parameter parameter) {
        return subject.say(parameter.label());
    }

    private String start(Vocabulary.Start start, Wording wording) {
        if (start instanceof Vocabulary.Start.Fixed fixed) {
            return subject.say(wording.of(fixed.amount()));
        }
        Vocabulary.Start.Drawn drawn = (Vocabulary.Start.Drawn) start;
        String first = subject.say(wording.of(drawn.first()));
        String second = drawn.second().map(wording::of).map(subject::say).orElse("");
        String draw = words.say("draw." + drawn.distribution().key(), first, second);
        return drawn.whole() ? words.say("draw.whole", draw) : draw;
    }

    private Sheet actors() {
        List<Column> columns = List.of(
                words.column("actor", Format.PROSE, 36),
                words.column("role", Format.PROSE, 50),
                words.column("its-time", Format.PROSE, 40),
                words.column("its-steps", Format.PROSE, 70),
                words.column("id", Format.TEXT, 24),
                words.column("place", Format.TEXT, 30));
        List<List<Cell>> rows = new ArrayList<>();
        for (Actor actor : subject.procedure().actors()) {
            String steps = stepsOfAll().values().stream()
                    .filter(s -> s.head().actor().equals(actor.id()))
                    .map(s -> subject.say(s.head().label()))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    Cell.of(subject.say(actor.label())),
                    Cell.of(words.say("role." + actor.role().key())),
                    Cell.of(actor.time().map(t -> subject.say(subject.measure(t).label())).orElse(words.say("time.not-counted"))),
                    Cell.of(steps),
                    Cell.of(actor.id()),
                    Cell.of(actor.place().toString())));
        }
        return table("actors", columns, rows);
    }

    private Sheet variants() {
        List<Column> columns = List.of(
                words.column("variant", Format.PROSE, 34),
                words.column("text", Format.PROSE, 70),
                words.column("rests-on", Format.PROSE, 30),
                words.column("new-steps", Format.PROSE, 44),
                words.column("gone-steps", Format.PROSE, 44),
                words.column("changed-parameters", Format.PROSE, 44),
                words.column("id", Format.TEXT, 24));
        Version baseline = subject.versions().get(0);
        Map<String, Parameter> before = parameters(baseline);
        List<List<Cell>> rows = new ArrayList<>();
        for (Version version : subject.versions()) {
            Variant variant = version.variant();
            String changed = parameters(version).values().stream()
                    .filter(p -> !changed(p, before.get(p.id())).isEmpty())
                    .map(p -> subject.say(p.label()))
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    Cell.of(subject.say(variant.label())),
                    Cell.of(subject.say(variant.text())),
                    Cell.of(variant.provision().isEmpty() ? ""
                            : subject.say(subject.scenario().duty().provision(variant.provision()).reference())),
                    Cell.of(stepsOnlyIn(version, baseline)),
                    Cell.of(stepsOnlyIn(baseline, version)),
                    Cell.of(changed),
                    Cell.of(variant.id())));
        }
        return table("variants", columns, rows);
    }

    private String stepsOnlyIn(Version version, Version other) {
        return version.model().procedure().steps().stream()
                .filter(s -> !has(other, s.id()))
                .map(s -> subject.say(s.head().label()))
                .collect(Collectors.joining("; "));
    }

    private Sheet definitions() {
        List<Column> columns = List.of(
                words.column("measure", Format.PROSE, 48),
                words.column("unit", Format.TEXT, 12),
                words.column("how-counted", Format.PROSE, 60),
                words.column("registers-know", Format.TEXT, 16),
                words.column("good", Format.TEXT, 24),
                words.column("counted-at", Format.PROSE, 60),
                words.column("id", Format.TEXT, 24));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            String how = measure.quotient()
                    .map(s -> words.say("counted." + measure.kind().key(),
                            subject.say(subject.measure(s.numerator()).label()),
                            subject.say(subject.measure(s.denominator()).label())))
                    .orElseGet(() -> measure.definition().map(subject::say)
                            .orElseGet(() -> words.say("counted." + measure.kind().key())));
            rows.add(List.of(
                    Cell.of(subject.say(measure.label())),
                    Cell.of(subject.unit(measure)),
                    Cell.of(how),
                    Cell.of(words.yes(measure.recorded())),
                    Cell.of(words.say("good." + (measure.good() > 0 ? "more" : measure.good() < 0 ? "less" : "neither"))),
                    Cell.of(countedAt(measure)),
                    Cell.of(measure.id())));
        }
        return table("definitions", columns, rows);
    }

    private String countedAt(Measure measure) {
        List<String> places = new ArrayList<>();
        if (tallied(subject.procedure().opening(), measure)) {
            places.add(words.say("counted-at.opening"));
        }
        subject.procedure().steps().stream()
                .filter(s -> s.arrows().stream().anyMatch(a -> tallied(a.consequences().tallies(), measure)))
                .forEach(s -> places.add(subject.say(s.head().label())));
        subject.procedure().meters().stream()
                .filter(m -> m.days().equals(measure.id()) || m.cost()
                        .filter(c -> c.kroner().equals(measure.id()) || c.refunded().equals(Optional.of(measure.id())))
                        .isPresent())
                .forEach(m -> places.add(subject.say(m.label())));
        subject.procedure().actors().stream()
                .filter(a -> a.time().equals(Optional.of(measure.id())))
                .forEach(a -> places.add(words.say("counted-at.actor", subject.say(a.label()))));
        if (tallied(subject.procedure().closing(), measure)) {
            places.add(words.say("counted-at.closing"));
        }
        return String.join("; ", places);
    }

    private static boolean tallied(List<Consequences.Tally> tallies, Measure measure) {
        return tallies.stream().anyMatch(t -> t.measure().equals(measure.id()));
    }

    /** How the people fit what they were made from, line by line; none where nothing is fitted. */
    private Optional<Sheet> population() {
        List<Column> columns = List.of(
                words.column("people", Format.TEXT, 20),
                words.column("fitted-table", Format.PROSE, 30),
                words.column("fitted-line", Format.PROSE, 40),
                words.column("asked-for", Format.ONE_DECIMAL, 14),
                words.column("made", Format.INTEGER, 14),
                words.column("points", Format.PLAIN, 14),
                words.column("srmse", Format.PLAIN, 14),
                words.column("evidence", Format.TEXT, 13),
                words.column("source", Format.PROSE, 48),
                words.column("year", Format.TEXT, 12));
        PopulationSpec affected = subject.scenario().bill().model().population();
        List<List<Cell>> rows = new ArrayList<>(fit("people.affected", affected));
        affected.ofAllAdults().ifPresent(adults -> rows.addAll(fit("people.adults", adults)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(table("population", columns, rows));
    }

    private List<List<Cell>> fit(String who, PopulationSpec people) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MarginFit fit : PopulationFit.of(people, Values.central(), 1).margins()) {
            for (LineFit line : fit.lines()) {
                rows.add(List.of(
                        Cell.of(words.say(who)),
                        Cell.of(subject.say(fit.margin().label())),
                        Cell.of(line.of().stream().map(id -> dimension(people, id)).collect(Collectors.joining(", "))),
                        Cell.of(line.target()),
                        Cell.of(line.synthetic()),
                        Cell.of(Math.rint(line.points() * 1e6) / 1e6),
                        Cell.of(Math.rint(fit.srmse() * 1e8) / 1e8),
                        Cell.of(subject.say(fit.margin().evidence().label())),
                        Cell.of(subject.source(fit.margin().source())),
                        Cell.of(fit.margin().provenance().year().orElse(""))));
            }
        }
        return rows;
    }

    /** A category or a municipality by its name, and what is neither as it stands. */
    private String dimension(PopulationSpec people, String id) {
        return category(people, id)
                .or(() -> people.municipalities().stream().filter(m -> m.code().equals(id)).map(Municipality::name).findFirst())
                .orElseGet(() -> targetGroup(id));
    }

    private Optional<String> category(PopulationSpec people, String id) {
        return people.attributes().stream().flatMap(a -> a.categories().stream())
                .filter(c -> c.id().equals(id)).map(c -> subject.say(c.label())).findFirst();
    }

    private Sheet table(String key, List<Column> columns, List<List<Cell>> rows) {
        return new Sheet.Table(words.say("sheet." + key), words.say("about." + key), columns, rows);
    }
}
