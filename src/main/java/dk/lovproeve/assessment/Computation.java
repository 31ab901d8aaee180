package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.procedure.AnalysisReport;
import dk.lovproeve.procedure.CatchTwentyTwo;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Milestone;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Right;
import dk.lovproeve.procedure.RightsChain;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Variant;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A question that the model of the bill answers: from the numbers, from the analysis of the procedure, or from the run. */
public enum Computation {

    /** How many the duty binds, low, central and high. */
    ADDRESSEES("addressees", List.of(), Computation::addressees),
    /** Whether everyone can fulfil the duty, or at least come to safety from it: yes, partly, no. */
    CAN_FULFIL("can-fulfil", Words.YES_PARTLY_NO, Computation::canFulfil),
    /** Whether those the protection is meant for can get it: yes, partly (only by favour), no. */
    WAY_OUT("way-out", Words.YES_PARTLY_NO, Computation::wayOut),
    /** Whether guidance is given before every adverse step: yes, partly (only elsewhere), no. */
    RIGHT_GUIDANCE("right-guidance", Words.YES_PARTLY_NO, model -> right(model, Right.GUIDANCE)),
    RIGHT_HEARING("right-hearing", Words.YES_PARTLY_NO, model -> right(model, Right.HEARING)),
    RIGHT_REASONS("right-reasons", Words.YES_PARTLY_NO, model -> right(model, Right.REASONS)),
    RIGHT_COMPLAINT("right-complaint", Words.YES_PARTLY_NO, model -> right(model, Right.COMPLAINT_GUIDANCE)),
    /** Whether another way than the digital one stands open where the citizen acts: yes, partly, no. */
    OTHER_CHANNEL("other-channel", Words.YES_PARTLY_NO, Computation::otherChannel),
    /** Whether a machine alone makes something take effect against the citizen: no, partly, yes. */
    AUTOMATIC("automatic", Words.NO_PARTLY_YES, Computation::automatic),
    /** Whether the outcome hangs on who the caseworker is: no, yes. */
    DISCRETION("discretion", Words.NO_PARTLY_YES, Computation::discretion),
    /** How much worse off each group is than group 1: steps 0 to 4. */
    GROUP_GAP("group-gap", Words.STEPS, Computation::groupGap),
    /** Whether the registers would show the harm: yes, partly (some of it, or not run yet), no. */
    REGISTERS("registers", Words.YES_PARTLY_NO, Computation::registers),
    /** Whether less intrusive versions have been tried: yes, partly (written down but not run), no. */
    ALTERNATIVES("alternatives", Words.YES_PARTLY_NO, Computation::alternatives),
    /** How large a part of the numbers is assumed: steps 0 to 4. */
    ASSUMED("assumed", Words.STEPS, Computation::assumed);

    /** The keys that scales must have. */
    private static final class Words {
        static final List<String> YES_PARTLY_NO = List.of("yes", "partly", "no");
        static final List<String> NO_PARTLY_YES = List.of("no", "partly", "yes");
        static final List<String> STEPS = List.of("0", "1", "2", "3", "4");
    }

    /** How many times as often as group 1 something bad befalls a group, from which steps 1 to 4 begin. */
    private static final List<Double> GAPS = List.of(1.25, 2.0, 5.0, 10.0);
    /** The least share of what happens that the registers must see to show it. */
    private static final double SEEN = 0.5;
    /** The share of assumed numbers from which steps 1 to 4 begin. */
    private static final List<Double> ASSUMED_SHARES = List.of(0.2, 0.4, 0.6, 0.8);

    private final String key;
    private final List<String> scale;
    private final Function<ModelView, Optional<Computed>> answer;

    Computation(String key, List<String> scale, Function<ModelView, Optional<Computed>> answer) {
        this.key = key;
        this.scale = scale;
        this.answer = answer;
    }

    /** The word the question bank uses. */
    public String key() {
        return key;
    }

    /** The keys of the scale that its answers are of, in their order; empty when it answers with a quantity. */
    public List<String> scale() {
        return scale;
    }

    /** The answer; empty when the model as it is cannot give one. */
    public Optional<Computed> of(ModelView model) {
        return answer.apply(model);
    }

    private static Optional<Computed> found(String step, Text because) {
        return Optional.of(new Computed(new Value.One(step), because, Optional.empty()));
    }

    private static Optional<Computed> addressees(ModelView model) {
        double low = 0;
        double central = 0;
        double high = 0;
        for (Addressee addressee : model.addressees()) {
            Parameter number = addressee.number();
            low += number.level(addressee.id()).low();
            central += number.level(addressee.id()).value();
            high += number.level(addressee.id()).high();
        }
        List<Text> labels = model.addressees().stream().map(Addressee::label).toList();
        Text because = new Text(
                "Tallet er summen af målgrupperne: " + listed(labels, Language.DA) + "."
                        + (labels.size() > 1 ? " Intervallet går fra summen af alle de lave til summen af alle de høje tal og er derfor vidt." : ""),
                "The number is the sum of the target groups: " + listed(labels, Language.EN) + "."
                        + (labels.size() > 1 ? " The range goes from the sum of all the low numbers to that of all the high ones, and is wide for that reason." : ""));
        return Optional.of(new Computed(new Value.Quantity(low, Optional.of(central), high, "persons"), because, Optional.empty()));
    }

    private static Optional<Computed> canFulfil(ModelView model) {
        Procedure.Goals goals = model.procedure().goals();
        if (goals.fulfilled().isEmpty()) {
            return Optional.empty();
        }
        List<Text> lost = new ArrayList<>();
        List<Text> spared = new ArrayList<>();
        for (AnalysisReport.Row row : model.analysis().reach()) {
            if (reaches(row, Milestone.Kind.FULFILLED)) {
                continue;
            }
            (reaches(row, Milestone.Kind.PROTECTED) ? spared : lost).add(row.profile().label());
        }
        if (!lost.isEmpty()) {
            return found("no", new Text(
                    "Kan hverken opfylde pligten eller fritages for den: " + listed(lost, Language.DA) + ".",
                    "Can neither fulfil the duty nor be exempted from it: " + listed(lost, Language.EN) + "."));
        }
        if (!spared.isEmpty()) {
            return found("partly", new Text(
                    "Kan ikke opfylde pligten, men kan fritages: " + listed(spared, Language.DA) + ".",
                    "Cannot fulfil the duty but can be exempted: " + listed(spared, Language.EN) + "."));
        }
        return found("yes", new Text(
                "Alle de typer borgere, analysen sender igennem forløbet, kan opfylde pligten.",
                "Every kind of citizen that the analysis sends through the procedure can fulfil the duty."));
    }

    private static boolean reaches(AnalysisReport.Row row, Milestone.Kind kind) {
        return row.cells().stream().anyMatch(cell -> cell.milestone().is(kind) && cell.reached());
    }

    private static Optional<Computed> wayOut(ModelView model) {
        List<CatchTwentyTwo> answers = model.analysis().catch22();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        CatchTwentyTwo.Standing worst = answers.stream().map(CatchTwentyTwo::standing).max(Enum::compareTo).orElseThrow();
        String step = switch (worst) {
            case OPEN -> "yes";
            case ONLY_BY_FAVOUR -> "partly";
            case CATCH_22, NO_WAY -> "no";
        };
        return found(step, joined(answers.stream().filter(a -> a.standing() == worst).map(CatchTwentyTwo::sentence).toList()));
    }

    private static Optional<Computed> right(ModelView model, Right right) {
        List<RightsChain> answers = model.analysis().rights().stream()
                .filter(a -> a.right() == right && a.standing() != RightsChain.Standing.NEVER_REACHED)
                .toList();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        RightsChain.Standing worst = answers.stream().map(RightsChain::standing).max(Enum::compareTo).orElseThrow();
        String step = switch (worst) {
            case ON_EVERY_PATH -> "yes";
            case ONLY_ELSEWHERE -> "partly";
            default -> "no";
        };
        List<RightsChain> those = answers.stream().filter(a -> a.standing() == worst).toList();
        // Each path in full would be a page; the analysis has them all.
        RightsChain shortest = those.stream().min(Comparator.comparingInt(a -> a.sentence().da().length())).orElseThrow();
        List<Text> others = those.stream()
                .filter(a -> a != shortest)
                .map(a -> model.procedure().steps().stream().filter(s -> s.id().equals(a.adverse())).findFirst().orElseThrow().head().label())
                .toList();
        return found(step, others.isEmpty()
                ? shortest.sentence()
                : new Text(
                        shortest.sentence().da() + " Det samme gælder: " + listed(others, Language.DA) + ".",
                        shortest.sentence().en() + " The same holds for: " + listed(others, Language.EN) + "."));
    }

    private static Optional<Computed> otherChannel(ModelView model) {
        Set<String> digital = model.procedure().channels().stream()
                .filter(c -> c.medium() == Procedure.Medium.DIGITAL)
                .map(Procedure.Channel::id)
                .collect(Collectors.toSet());
        List<Text> onlyDigital = new ArrayList<>();
        int others = 0;
        for (Step step : model.procedure().steps()) {
            if (!(step instanceof Step.Attempt attempt) || attempt.notice() || step.head().channel().isEmpty()) {
                continue;
            }
            if (digital.contains(step.head().channel().get())) {
                onlyDigital.add(step.head().label());
            } else {
                others++;
            }
        }
        if (onlyDigital.isEmpty()) {
            return found("yes", new Text("Ingen af borgerens egne trin er digitale.", "None of the citizen's own steps is digital."));
        }
        if (others == 0) {
            return found("no", new Text(
                    "Alle trin, hvor borgeren selv handler, er digitale: " + listed(onlyDigital, Language.DA) + ".",
                    "Every step where the citizen acts herself is digital: " + listed(onlyDigital, Language.EN) + "."));
        }
        return found("partly", new Text(
                "Nogle af borgerens egne trin kan kun gøres digitalt: " + listed(onlyDigital, Language.DA) + ".",
                "Some of the citizen's own steps can only be done digitally: " + listed(onlyDigital, Language.EN) + "."));
    }

    private static Optional<Computed> automatic(ModelView model) {
        Procedure procedure = model.procedure();
        List<Step> adverse = procedure.steps().stream().filter(s -> s.head().adverse()).toList();
        List<Text> alone = procedure.byMachineAlone().stream().map(s -> s.head().label()).toList();
        if (alone.isEmpty()) {
            return found("no", new Text(
                    "Intet trin, der går borgeren imod, gøres af en maskine alene.", "No step that goes against the citizen is done by a machine alone."));
        }
        return found(alone.size() == adverse.size() ? "yes" : "partly", new Text(
                "En maskine alene lader dette gå borgeren imod: " + listed(alone, Language.DA) + ".",
                "A machine alone makes this go against the citizen: " + listed(alone, Language.EN) + "."));
    }

    private static Optional<Computed> discretion(ModelView model) {
        List<Text> where = model.procedure().steps().stream()
                .filter(s -> s instanceof Step.Decision d && d.choices().stream().anyMatch(c -> c.discretion().isPresent()))
                .map(s -> s.head().label())
                .toList();
        return where.isEmpty()
                ? found("no", new Text("Intet trin i modellen hænger på, hvem sagsbehandleren er.", "No step of the model hangs on who the caseworker is."))
                : found("yes", new Text(
                        "Hvor mild sagsbehandleren er, flytter udfaldet her: " + listed(where, Language.DA) + ".",
                        "How lenient the caseworker is moves the outcome here: " + listed(where, Language.EN) + "."));
    }

    private static Optional<Computed> groupGap(ModelView model) {
        if (model.procedure().groups().isEmpty() || model.run().isEmpty() || model.counted().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> steps = new LinkedHashMap<>();
        List<Text> said = new ArrayList<>();
        for (String group : model.groups()) {
            double worst = 1;
            Optional<Measure> where = Optional.empty();
            for (Measure measure : harms(model)) {
                Optional<Double> here = model.share(Variant.BILL, measure.id(), model.counted(), group);
                Optional<Double> first = model.share(Variant.BILL, measure.id(), model.counted(), "1");
                if (here.isPresent() && first.isPresent() && first.get() > 0 && here.get() / first.get() > worst) {
                    worst = here.get() / first.get();
                    where = Optional.of(measure);
                }
            }
            steps.put(group, step(worst, GAPS));
            double times = worst;
            where.ifPresent(m -> said.add(new Text(
                    "Gruppe " + group + ": " + oneDecimal(times, Language.DA) + " gange så ofte som gruppe 1 (" + m.label().da() + ").",
                    "Group " + group + ": " + oneDecimal(times, Language.EN) + " times as often as group 1 (" + m.label().en() + ").")));
        }
        if (harms(model).isEmpty()) {
            return Optional.empty();
        }
        Text because = said.isEmpty()
                ? new Text("Ingen gruppe rammes oftere end gruppe 1.", "No group is hit more often than group 1.")
                : joined(said);
        return Optional.of(new Computed(new Value.Each(steps), because, model.run().map(ModelView.RunView::id)));
    }

    /** What is bad for citizens and counted, of what a reader with two minutes should see. */
    private static List<Measure> harms(ModelView model) {
        return model.procedure().measures().stream()
                .filter(m -> m.good() < 0 && m.headline() && !m.kind().isQuotient())
                .toList();
    }

    private static Optional<Computed> registers(ModelView model) {
        List<Measure> harms = harms(model);
        if (harms.isEmpty()) {
            return Optional.empty();
        }
        List<Text> unseen = new ArrayList<>();
        List<Text> little = new ArrayList<>();
        boolean counted = false;
        for (Measure measure : harms) {
            Optional<Double> seen = model.seenByRegisters(measure.id());
            counted |= measure.recorded() && seen.isPresent();
            if (!measure.recorded()) {
                unseen.add(measure.label());
            } else if (seen.filter(share -> share < SEEN).isPresent()) {
                little.add(new Text(
                        measure.label().da() + " (" + percent(seen.get(), Language.DA) + ")", measure.label().en() + " (" + percent(seen.get(), Language.EN) + ")"));
            }
        }
        List<Text> said = new ArrayList<>();
        if (!unseen.isEmpty()) {
            said.add(new Text("Intet register kender: " + listed(unseen, Language.DA) + ".", "No register knows: " + listed(unseen, Language.EN) + "."));
        }
        if (!little.isEmpty()) {
            said.add(new Text(
                    "Registrene ser under halvdelen af: " + listed(little, Language.DA) + ".", "The registers see less than half of: " + listed(little, Language.EN) + "."));
        }
        int missed = unseen.size() + little.size();
        if (missed == 0) {
            said.add(counted
                    ? new Text(
                            "Registrene ser mindst halvdelen af hvert af de hovedtal, der er til skade for borgerne.",
                            "The registers see at least half of each main figure that is to citizens' harm.")
                    : new Text(
                            "Registrene har noget at sige om hvert af de hovedtal, der er til skade for borgerne; hvor meget de ser, viser først en kørsel.",
                            "The registers have something to say about each main figure that is to citizens' harm; how much they see is shown only by a run."));
        }
        Optional<String> run = counted ? model.run().map(ModelView.RunView::id) : Optional.empty();
        return Optional.of(new Computed(new Value.One(missed == 0 && counted ? "yes" : missed == harms.size() ? "no" : "partly"), joined(said), run));
    }

    private static Optional<Computed> alternatives(ModelView model) {
        List<Variant> written = model.variants().stream()
                .filter(v -> !v.id().equals(Variant.BILL) && !v.id().equals(Variant.CURRENT_LAW))
                .toList();
        List<String> run = model.run().map(ModelView.RunView::variants).orElse(List.of());
        List<Text> tried = written.stream().filter(v -> run.contains(v.id())).map(Variant::label).toList();
        if (written.isEmpty()) {
            return found("no", new Text("Ingen anden udgave af reglen er skrevet ned.", "No other version of the rule is written down."));
        }
        if (tried.isEmpty()) {
            List<Text> labels = written.stream().map(Variant::label).toList();
            return found("partly", new Text(
                    "Skrevet ned, men ikke kørt: " + listed(labels, Language.DA) + ".", "Written down but not run: " + listed(labels, Language.EN) + "."));
        }
        return Optional.of(new Computed(
                new Value.One("yes"),
                new Text("Kørt ved siden af lovforslaget: " + listed(tried, Language.DA) + ".", "Run beside the bill: " + listed(tried, Language.EN) + "."),
                model.run().map(ModelView.RunView::id)));
    }

    private static Optional<Computed> assumed(ModelView model) {
        if (model.numbers() == 0) {
            return Optional.empty();
        }
        double share = (double) model.assumed() / model.numbers();
        return found(step(share, ASSUMED_SHARES), new Text(
                model.assumed() + " af modellens " + model.numbers() + " parametre er helt eller delvis antagelser uden kilde.",
                model.assumed() + " of the model's " + model.numbers() + " parameters are wholly or partly assumptions without a source."));
    }

    /** The step that a number has come to. */
    private static String step(double number, List<Double> from) {
        return String.valueOf(from.stream().filter(limit -> number >= limit).count());
    }

    private static String oneDecimal(double number, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private static String percent(double share, Language language) {
        NumberFormat format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return format.format(share);
    }

    private static Text joined(Collection<Text> sentences) {
        return new Text(
                sentences.stream().map(Text::da).distinct().collect(Collectors.joining(" ")),
                sentences.stream().map(Text::en).distinct().collect(Collectors.joining(" ")));
    }

    private static String listed(List<Text> labels, Language language) {
        return labels.stream().map(l -> l.in(language)).distinct().collect(Collectors.joining("; "));
    }

    /** The computation with this key. @throws IllegalArgumentException when there is none */
    public static Computation of(String key) {
        for (Computation computation : values()) {
            if (computation.key.equals(key)) {
                return computation;
            }
        }
        throw Checks.failure("computed", key, "the word of a computation");
    }
}
