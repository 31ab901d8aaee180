package dk.lovproeve.assessment;

import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard.Lowering;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.rule.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What follows from an assessment: how each question stands, the level of each risk and each dimension for each group, what
 * the screening asks for, and what is lacking. Nothing is added up or averaged: the worst group and the worst answer decide,
 * and what nobody knows keeps a level from being one of the two lowest. It proposes no decision; it says only whether there
 * is enough to decide on.
 */
public final class Appraisal {

    private final QuestionBank bank;
    private final Assessment assessment;
    private final Basis basis;
    private final Optional<ModelView> model;
    private final List<String> groups;
    private final List<Item> items;
    private final List<Asked> asked;
    private final List<RiskLevel> risks;
    private final List<DimensionLevel> dimensions;
    private final List<Gap> gaps;

    private Appraisal(QuestionBank bank, Assessment assessment, Basis basis, Optional<ModelView> model) {
        this.bank = bank;
        this.assessment = assessment;
        this.basis = basis;
        this.model = model;
        this.groups = model.map(ModelView::groups).orElse(Cells.GROUPS);
        this.items = bank.sections().stream().flatMap(s -> s.questions().stream()).map(this::item).toList();
        this.asked = bank.screening().stream().map(this::asked).flatMap(Optional::stream).toList();
        this.risks = assessment.risks().stream().map(this::level).toList();
        this.dimensions = bank.dimensions().stream().map(this::level).flatMap(Optional::stream).toList();
        this.gaps = new Gaps(bank, assessment, this).all();
    }

    /**
     * Appraises an assessment.
     *
     * @param basis what it stands on today
     * @param model the model of the bill; empty where there is none
     */
    public static Appraisal of(QuestionBank bank, Assessment assessment, Basis basis, Optional<ModelView> model) {
        return new Appraisal(bank, assessment, basis, model);
    }

    /** The same bank, model and ground with another assessment. */
    public Appraisal with(Assessment other) {
        return new Appraisal(bank, other, basis, model);
    }

    public QuestionBank bank() {
        return bank;
    }

    /** The model it is held against; empty where there is no bill. */
    public Optional<ModelView> model() {
        return model;
    }

    /** Whether a risk is grave for some group while nothing is done about it, and nobody has accepted it. */
    public boolean isBare(String risk) {
        boolean grave = risks.stream().anyMatch(r -> r.risk().id().equals(risk) && r.before().level().compareTo(Concern.HIGH) >= 0);
        boolean met = assessment.safeguards().stream().anyMatch(s -> s.lowers().stream().anyMatch(l -> l.risk().equals(risk)));
        return grave && !met && assessment.decision().filter(d -> d.accepted().contains(risk)).isEmpty();
    }

    // ---- where it goes in the bill's notes ----

    /** The sections of the bill's notes that something belongs in, such as {@code 7}, in their order. */
    public List<String> landings() {
        return items.stream().filter(i -> i.standing().isAsked()).flatMap(i -> i.question().lands().stream()).distinct()
                .sorted(Comparator.comparingInt(Integer::parseInt)).toList();
    }

    /**
     * The questions that belong in a section of the bill's notes, in the order of the bank; those that nobody has answered
     * too, since the notes must say what is missing.
     *
     * @param section such as {@code 7}
     */
    public List<Item> landing(String section) {
        return items.stream().filter(i -> i.standing().isAsked() && i.question().lands().contains(section)).toList();
    }

    /** The risks that belong in a section of the bill's notes: those of the dimensions whose answers go there. */
    public List<RiskLevel> risksLanding(String section) {
        return risks.stream()
                .filter(r -> bank.dimensions().stream().anyMatch(d -> d.id().equals(r.risk().dimension())
                        && d.questions().stream().anyMatch(q -> q.lands().contains(section))))
                .toList();
    }

    /** Every question that is not retired, in the order of the bank. */
    public List<Item> items() {
        return items;
    }

    /** How one question stands. @throws java.util.NoSuchElementException when the bank has no such question */
    public Item item(String question) {
        return items.stream().filter(i -> i.question().id().equals(question)).findFirst().orElseThrow();
    }

    /** What the screening asks for. */
    public List<Asked> asked() {
        return asked;
    }

    public List<RiskLevel> risks() {
        return risks;
    }

    /** The dimensions that the track has questions in. */
    public List<DimensionLevel> dimensions() {
        return dimensions;
    }

    /** What is lacking, the gravest first. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** The groups that levels are given for. */
    public List<String> groups() {
        return groups;
    }

    /** How many questions are asked in this track. */
    public long askedCount() {
        return items.stream().filter(i -> i.standing().isAsked()).count();
    }

    /** How many of them nobody knows the answer to. */
    public long openCount() {
        return items.stream().filter(i -> i.standing().isOpen()).count();
    }

    /** Whether enough is known to decide on: most scored questions have an answer, and every one that has a red line. */
    public boolean isEnough() {
        List<Item> scored = items.stream().filter(Item::counts).toList();
        long open = scored.stream().filter(i -> i.standing().isOpen()).count();
        boolean redLineOpen = scored.stream().anyMatch(i -> i.standing().isOpen() && i.question().redLine().isPresent());
        return !redLineOpen && scored.size() - open >= bank.enough() * scored.size();
    }

    // ---- questions ----

    private Item item(Question question) {
        Optional<Answer> answer = assessment.answer(question.id());
        Optional<Computed> computed = question.computed().flatMap(c -> model.flatMap(c::of)).filter(c -> fits(question, c));
        Standing standing = standing(question, answer, computed);
        Optional<Value> value = standing == Standing.COMPUTED
                ? computed.map(Computed::value)
                : answer.filter(Answer::counts).flatMap(Answer::value);
        List<Text> stale = standing.isAsked() ? stale(question, standing, answer, computed) : List.of();
        boolean scored = question.isScored() && standing.isAsked() && standing != Standing.IRRELEVANT;
        Optional<Value> known = standing.isOpen() ? Optional.empty() : value;
        boolean crosses = scored && known.filter(v -> crosses(question, v)).isPresent();
        Map<String, Band> concern = new LinkedHashMap<>();
        if (scored) {
            boolean loose = standing != Standing.COMPUTED && answer.flatMap(Answer::grade).filter(Grade::isWeak).isPresent();
            groups.forEach(group -> concern.put(group, crosses
                    ? new Band(Concern.CRITICAL, Concern.CRITICAL)
                    : band(question, known, group, loose)));
        }
        return new Item(question, standing, value, computed, answer, stale, concern, crosses);
    }

    /** Whether a computed answer is one that the question takes. */
    private static boolean fits(Question question, Computed computed) {
        return question.kind() != Question.Kind.PER_GROUP || computed.value() instanceof Value.Each;
    }

    private Standing standing(Question question, Optional<Answer> answer, Optional<Computed> computed) {
        if (assessment.track() == Assessment.Track.SHORT && !question.isShort()) {
            return Standing.OUTSIDE_TRACK;
        }
        if (question.successor().isPresent() || question.applies().filter(when -> !mayHold(when)).isPresent()) {
            return Standing.DOES_NOT_ARISE;
        }
        if (computed.isPresent()) {
            return Standing.COMPUTED;
        }
        Optional<Value> value = answer.flatMap(Answer::value);
        if (value.isEmpty()) {
            return Standing.MISSING;
        }
        if (answer.get().from().isPresent()) {
            return Standing.UNCONFIRMED;
        }
        if (value.get() instanceof Value.Unknown) {
            return Standing.UNKNOWN;
        }
        return value.get() instanceof Value.Irrelevant ? Standing.IRRELEVANT : Standing.ANSWERED;
    }

    /** Whether another question has one of the answers, or may have: nobody knows yet. */
    private boolean mayHold(Question.When when) {
        return step(when.question()).map(when.answers()::contains).orElse(true);
    }

    /** The step somebody has answered, or the model; empty where nobody knows, also where the question does not arise. */
    private Optional<String> step(String id) {
        Question question = bank.find(id).orElseThrow();
        Optional<Value> value = question.computed().flatMap(c -> model.flatMap(c::of)).map(Computed::value)
                .or(() -> assessment.answer(id).filter(Answer::counts).flatMap(Answer::value));
        return value.filter(Value.One.class::isInstance).map(v -> ((Value.One) v).step());
    }

    private List<Text> stale(Question question, Standing standing, Optional<Answer> answer, Optional<Computed> computed) {
        if (standing == Standing.COMPUTED) {
            boolean oldRun = computed.flatMap(Computed::run).isPresent()
                    && model.flatMap(ModelView::run).filter(run -> !run.isCurrent()).isPresent();
            return oldRun
                    ? List.of(new Text("kørslen er fra før den sidste ændring i scenariet", "the run is from before the scenario was last changed"))
                    : List.of();
        }
        return answer.filter(Answer::counts).map(a -> a.seen().changedSince(question, basis)).orElse(List.of());
    }

    /** Whether a red line is crossed: where channels differ, only when no channel stays on the right side of it. */
    private static boolean crosses(Question question, Value value) {
        if (question.redLine().isEmpty()) {
            return false;
        }
        Scale scale = question.scale().orElseThrow();
        Predicate<String> over = step -> !step.equals(Value.UNKNOWN) && scale.isAtLeast(step, question.redLine().get().step());
        if (value instanceof Value.One one) {
            return over.test(one.step());
        }
        if (value instanceof Value.Each each) {
            return question.kind() == Question.Kind.PER_CHANNEL
                    ? each.steps().values().stream().allMatch(over)
                    : each.steps().values().stream().anyMatch(over);
        }
        return false;
    }

    private static Band band(Question question, Optional<Value> known, String group, boolean loose) {
        Scale scale = question.scale().orElseThrow();
        Concern worst = question.redLine().isPresent() ? Concern.CRITICAL : scale.worst();
        if (known.isEmpty()) {
            return Band.unknown(worst);
        }
        if (known.get() instanceof Value.One one) {
            return Band.on(loose, scale.step(one.step()).concern().orElseThrow());
        }
        Value.Each each = (Value.Each) known.get();
        if (question.kind() == Question.Kind.PER_GROUP) {
            return band(scale, worst, each.steps().getOrDefault(group, Value.UNKNOWN), loose);
        }
        return each.steps().values().stream().map(step -> band(scale, worst, step, loose)).reduce(Band.NOTHING, Band::and);
    }

    private static Band band(Scale scale, Concern worst, String step, boolean loose) {
        return step.equals(Value.UNKNOWN) ? Band.unknown(worst) : Band.on(loose, scale.step(step).concern().orElseThrow());
    }

    // ---- screening ----

    private Optional<Asked> asked(Screening screening) {
        if (screening.onlyIf().filter(when -> !mayHold(when)).isPresent()) {
            return Optional.empty();
        }
        List<String> because = new ArrayList<>();
        boolean certain = false;
        for (Question.When trigger : screening.triggers()) {
            Optional<String> step = step(trigger.question());
            if (step.isEmpty() || trigger.answers().contains(step.get())) {
                because.add(trigger.question());
                certain |= step.isPresent();
            }
        }
        boolean known = certain && screening.onlyIf().flatMap(when -> step(when.question())).isPresent() == screening.onlyIf().isPresent();
        return because.isEmpty() ? Optional.empty() : Optional.of(new Asked(screening, because, known));
    }

    // ---- risks ----

    private RiskLevel level(Risk risk) {
        Map<String, RiskLevel.AtGroup> levels = new LinkedHashMap<>();
        risk.groups().forEach((group, exposure) -> {
            Optional<Double> share = share(risk, Variant.BILL, group);
            List<Safeguard> decided = about(risk, group, s -> s.status().counts());
            List<Safeguard> proposed = about(risk, group, s -> s.status() != Safeguard.Status.IDEA);
            Optional<Double> left = proposed.stream().map(s -> s.variant().flatMap(v -> share(risk, v, group))).flatMap(Optional::stream).min(Double::compare);
            levels.put(group, new RiskLevel.AtGroup(
                    share, left, band(risk, group, exposure, List.of()), band(risk, group, exposure, decided), band(risk, group, exposure, proposed)));
        });
        boolean isRate = risk.measured().flatMap(m -> model.flatMap(view -> view.kind(m.measure()))).filter(k -> k == Measure.Kind.EVENTS).isPresent();
        return new RiskLevel(risk, isRate, levels);
    }

    private List<Safeguard> about(Risk risk, String group, Predicate<Safeguard> which) {
        return assessment.safeguards().stream()
                .filter(which)
                // What is taken over and not looked at may raise a level and not lower one.
                .filter(s -> s.from().isEmpty())
                .filter(s -> s.lowers().stream().anyMatch(l -> l.risk().equals(risk.id()) && l.helps(group)))
                .toList();
    }

    /** Why a risk must be looked at again; none while it holds. */
    public List<Text> stale(Risk risk) {
        return risk.from().isPresent() ? List.of() : risk.seen().changedSince(basis);
    }

    /** Why a safeguard must be looked at again; none while it holds. */
    public List<Text> stale(Safeguard safeguard) {
        return safeguard.from().isPresent() ? List.of() : safeguard.seen().changedSince(basis);
    }

    /**
     * Where somebody's judgement of a risk does not agree with what the run counts: by group, the step that was judged and in
     * words what it says.
     */
    public Map<String, Text> contradictions(RiskLevel level) {
        Map<String, Text> found = new LinkedHashMap<>();
        RiskScales scales = bank.risks();
        level.groups().forEach((group, at) -> at.share().ifPresent(share -> {
            Risk.Exposure judged = level.risk().groups().get(group);
            Optional<Integer> scope = Optional.ofNullable(judged.severity().get(Aspect.SCOPE)).filter(step -> !scales.agrees(step, share, level.isRate()));
            Optional<Integer> likelihood = judged.likelihood().filter(step -> step != scales.likelihood(share));
            scope.map(step -> scales.severity().get(Aspect.SCOPE).get(step))
                    .or(() -> likelihood.map(step -> scales.likelihood().get(step).label()))
                    .ifPresent(says -> found.put(group, says));
        }));
        return found;
    }

    /**
     * The runs that people's answers, risks and safeguards were given on and that are not the one they are held against here,
     * with how many hang on each; by id.
     */
    public Map<String, Integer> otherRuns() {
        Map<String, Integer> others = new TreeMap<>();
        Stream<Optional<String>> seen = Stream.of(
                        items.stream().filter(i -> i.standing().isAsked() && i.standing() != Standing.COMPUTED)
                                .flatMap(i -> i.answer().stream()).filter(Answer::counts).map(a -> a.seen().run()),
                        assessment.risks().stream().map(r -> r.seen().run()),
                        assessment.safeguards().stream().map(s -> s.seen().run()))
                .flatMap(s -> s);
        seen.flatMap(Optional::stream).filter(run -> !Optional.of(run).equals(basis.run())).forEach(run -> others.merge(run, 1, Integer::sum));
        return others;
    }

    private Optional<Double> share(Risk risk, String variant, String group) {
        return risk.measured().flatMap(m -> model.flatMap(view -> view.share(variant, m.measure(), m.of(), group)));
    }

    /** The level with some safeguards. What is not known is taken at its best for the level, and at its worst for the upper end. */
    private Band band(Risk risk, String group, Risk.Exposure exposure, List<Safeguard> safeguards) {
        int best = 0;
        int worst = 0;
        boolean unknown = false;
        for (Aspect aspect : Aspect.values()) {
            Optional<Integer> step = Optional.ofNullable(exposure.severity().get(aspect));
            int less = lowerings(risk, group, safeguards).stream().mapToInt(l -> l.severity().getOrDefault(aspect, 0)).sum();
            unknown |= step.isEmpty();
            best = Math.max(best, Math.max(0, step.orElse(0) - less));
            worst = Math.max(worst, Math.max(0, step.orElse(RiskScales.WORST) - less));
        }
        Optional<Integer> likelihood = likelihood(risk, group, exposure, safeguards);
        unknown |= likelihood.isEmpty();
        Concern level = bank.risks().level(best, likelihood.orElse(0));
        Concern upper = bank.risks().level(worst, likelihood.orElse(RiskScales.WORST));
        // What nobody feels is negligible however often it happens: what is not known matters only where it can change the level.
        unknown &= upper != level;
        Band band = new Band(unknown ? level.orWorse(Concern.MEDIUM) : level, unknown ? upper.orWorse(Concern.MEDIUM) : upper);
        boolean loose = exposure.grade().filter(Grade::isWeak).isPresent();
        return loose ? new Band(band.level(), band.upper().orWorse(band.level().oneUp())) : band;
    }

    /**
     * How likely it is with some safeguards: a version of the rule that has been run says it itself; the others lower by
     * steps. Where several versions apply, the one that does most counts: how they work together has not been run.
     */
    private Optional<Integer> likelihood(Risk risk, String group, Risk.Exposure exposure, List<Safeguard> safeguards) {
        Optional<Integer> before = risk.measured().isPresent()
                ? share(risk, Variant.BILL, group).map(bank.risks()::likelihood)
                : exposure.likelihood();
        Optional<Integer> run = safeguards.stream()
                .map(s -> s.variant().flatMap(v -> share(risk, v, group)).map(bank.risks()::likelihood))
                .flatMap(Optional::stream)
                .min(Integer::compareTo);
        int informed = 0;
        int less = 0;
        for (Safeguard safeguard : safeguards) {
            boolean isRun = safeguard.variant().flatMap(v -> share(risk, v, group)).isPresent();
            int steps = isRun ? 0 : lowerings(risk, group, List.of(safeguard)).stream().mapToInt(Lowering::likelihood).sum();
            if (safeguard.kind() == Safeguard.Kind.INFORM) {
                informed = Math.max(informed, Math.min(1, steps));
            } else {
                less += steps;
            }
        }
        int lowered = less + informed;
        return run.or(() -> before).map(step -> Math.max(0, step - lowered));
    }

    private static List<Lowering> lowerings(Risk risk, String group, List<Safeguard> safeguards) {
        return safeguards.stream()
                .flatMap(s -> s.lowers().stream())
                .filter(l -> l.risk().equals(risk.id()) && l.helps(group))
                .toList();
    }

    // ---- dimensions ----

    private Optional<DimensionLevel> level(Section section) {
        List<Item> here = items.stream()
                .filter(i -> bank.sectionOf(i.question().id()).equals(section) && i.standing() != Standing.OUTSIDE_TRACK)
                .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Band> before = new LinkedHashMap<>();
        Map<String, Band> after = new LinkedHashMap<>();
        for (String group : groups) {
            Band answers = here.stream().filter(Item::counts).map(i -> i.concern().get(group)).reduce(Band.NOTHING, Band::and);
            Band inherent = answers;
            Band residual = answers;
            for (RiskLevel risk : risks) {
                RiskLevel.AtGroup at = risk.groups().get(group);
                if (risk.risk().dimension().equals(section.id()) && at != null) {
                    inherent = inherent.and(at.before());
                    residual = residual.and(at.after());
                }
            }
            before.put(group, inherent);
            after.put(group, residual);
        }
        int scored = (int) here.stream().filter(Item::counts).count();
        int open = (int) here.stream().filter(i -> i.counts() && i.standing().isOpen()).count();
        List<String> redLines = here.stream().filter(Item::redLine).map(i -> i.question().id()).toList();
        return Optional.of(new DimensionLevel(section, before, after, scored, open, redLines));
    }

    /** Whether a text is written in both languages. */
    static boolean isInBoth(Prose prose) {
        return prose.has(Language.DA) && prose.has(Language.EN);
    }
}
