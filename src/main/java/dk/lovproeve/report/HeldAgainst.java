package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Judgement;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.template.NumberStyle;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Sources;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the known figures of a scenario come to beside what a run found, put into words in one language: the same rows on the
 * screen, in the report and in the annex.
 */
public final class HeldAgainst {

    /** A share below this is written with two decimals of a per cent. */
    private static final double FEW = 0.1;

    private static final String NOTHING = "\u2013";

    /**
     * One known figure.
     *
     * @param label      what is known, and when
     * @param version    the version that the figure is held against
     * @param among      whose figure it is, and who sees it, where that is not everybody and the registers
     * @param known      the figure with its interval
     * @param cited      the figure alone with the word before it that tells whether a source has it or it is judged from the source's words
     * @param model      the estimate with its interval, or a dash
     * @param difference what the model lies above or below, or a dash
     * @param verdict    met, not met, or why it cannot be judged
     * @param met        whether it is met; empty where it cannot be judged
     * @param evidence   the class of evidence
     * @param source     where the figure is from
     */
    public record Row(
            String label, String version, String among, String known, String cited, String model, String difference, String verdict,
            Optional<Boolean> met, String evidence, Sources.Quoted source) {}

    /**
     * A measure that leads the report and does not come to what is known of it. Whoever quotes the measure says so beside it, in
     * these words.
     *
     * @param measure the measure that leads
     * @param before  what the sentence begins with, up to its colon
     * @param figures the known figures that the model fails, in the order of the file
     * @param after   what follows from it, a sentence
     */
    public record Misfit(Measure measure, String before, List<Figure> figures, String after) {

        /**
         * One of the figures, both without their intervals of chance.
         *
         * @param label what is known, when, and of which version where that is not the bill
         * @param model what the model gives
         * @param known what is known, as {@link Row#cited}
         */
        public record Figure(String label, String model, String known) {}

        /** For a template. */
        Map<String, Object> asMap() {
            return Map.of("before", before, "after", after, "figures", figures.stream()
                    .map(f -> Map.of("label", f.label(), "model", f.model(), "known", f.known()))
                    .toList());
        }
    }

    private final Scenario scenario;
    private final Language language;
    private final NumberStyle style;
    private final Written written;
    private final List<Judgement> judgements;

    /**
     * Holds a run against every known figure of its scenario.
     *
     * @param days  the days that were run
     * @param scale the share of the population that was run
     */
    public HeldAgainst(Scenario scenario, OutcomeTable outcomes, int days, double scale, Language language) {
        this(scenario, scenario.targets().stream()
                .map(t -> Judgement.of(t, scenario.version(t.version()).model(), outcomes, days, scale))
                .toList(), language);
    }

    private HeldAgainst(Scenario scenario, List<Judgement> judgements, Language language) {
        this.scenario = scenario;
        this.language = language;
        this.style = new NumberStyle(language);
        this.written = new Written(language, Set.of());
        this.judgements = judgements;
    }

    /** The known figures of a scenario before any run: it can only be told what they are. */
    public static HeldAgainst noRun(Scenario scenario, Language language) {
        return new HeldAgainst(scenario, List.of(), language);
    }

    /** What is known, and when. */
    public String label(Target target) {
        return target.label().in(language) + (target.year().isPresent() ? " (" + target.year().getAsInt() + ")" : "");
    }

    /** A figure with its interval. */
    public String known(Target target) {
        return known(target, numbers(target));
    }

    /** What a model gives for a figure, written as the figure is. */
    public String said(Target target, double value) {
        return numbers(target).say(value);
    }

    /** An interval of what a model gives for a figure, written as the figure is. */
    public String said(Target target, double low, double high) {
        return numbers(target).between(low, high);
    }

    /** How many known figures of a use there are. */
    public int count(Target.Use use) {
        return (int) of(use).count();
    }

    /** How many of them could be judged. */
    public int judged(Target.Use use) {
        return (int) of(use).filter(j -> j.verdict().isJudged()).count();
    }

    /** How many of them are met. */
    public int met(Target.Use use) {
        return (int) of(use).filter(j -> j.verdict() == Judgement.Verdict.MET).count();
    }

    /** How many of those that are met are met only by lying within a known span, which is a weak test. */
    public int withinSpan(Target.Use use) {
        return (int) of(use).filter(j -> j.verdict() == Judgement.Verdict.MET && j.target().value().isEmpty()).count();
    }

    /** How many of those that could be judged are met, and how hard a test that is: a sentence. */
    public String fit(Target.Use use) {
        int met = met(use);
        int within = withinSpan(use);
        Text fit = new Text(met + " af " + judged(use) + " er opfyldt", met + " of " + judged(use) + (met == 1 ? " is met" : " are met"));
        Text weak = within == 0 ? Text.same("")
                : within == met ? new Text(", men kun ved at ligge inden for et kendt spænd, hvilket er en svag prøve", ", but only by lying within a known span, which is a weak test")
                : new Text(", heraf " + within + " kun ved at ligge inden for et kendt spænd, hvilket er en svag prøve", ", of which " + within + " only by lying within a known span, which is a weak test");
        return fit.in(language) + weak.in(language) + ".";
    }

    /** The figures of a use, in the order of the file. */
    public List<Row> rows(Target.Use use) {
        return of(use).map(this::row).toList();
    }

    /** The leading measures that do not come to what is known of them, in the order of the measures; most often none. */
    public List<Misfit> misfits() {
        return scenario.bill().model().procedure().measures().stream()
                .filter(Measure::headline)
                .map(m -> misfit(m, judgements.stream()
                        .filter(j -> j.verdict() == Judgement.Verdict.NOT_MET && j.target().quantity().measure().equals(m.id()))
                        .toList()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Misfit> misfit(Measure measure, List<Judgement> missed) {
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        boolean above = missed.stream().allMatch(j -> j.difference() > 0);
        boolean below = missed.stream().allMatch(j -> j.difference() < 0);
        String label = measure.label().in(language);
        Text before = above ? new Text("Modellen giver mere, end der er kendt, for målet »" + label + "«:", "The model gives more than is known for the measure \u201c" + label + "\u201d:")
                : below ? new Text("Modellen giver mindre, end der er kendt, for målet »" + label + "«:", "The model gives less than is known for the measure \u201c" + label + "\u201d:")
                : new Text("Modellen giver noget andet, end der er kendt, for målet »" + label + "«:", "The model gives something else than is known for the measure \u201c" + label + "\u201d:");
        Text after = above ? new Text("Tallene for målet og for det, der følger af det, kan derfor være for høje.", "The figures for the measure and for what follows from it may therefore be too high.")
                : below ? new Text("Tallene for målet og for det, der følger af det, kan derfor være for lave.", "The figures for the measure and for what follows from it may therefore be too low.")
                : new Text("Tallene for målet og for det, der følger af det, kan derfor ikke stå alene.", "The figures for the measure and for what follows from it can therefore not stand alone.");
        return Optional.of(new Misfit(measure, before.in(language), missed.stream().map(this::figure).toList(), after.in(language)));
    }

    private Misfit.Figure figure(Judgement judgement) {
        Target target = judgement.target();
        Numbers numbers = numbers(target);
        String version = target.version().equals(Scenario.BILL) ? "" : ", " + scenario.version(target.version()).variant().label().in(language);
        return new Misfit.Figure(label(target) + version, numbers.say(judgement.model().orElseThrow().mean()), cited(target, numbers));
    }

    private Stream<Judgement> of(Target.Use use) {
        return judgements.stream().filter(j -> j.target().use() == use);
    }

    private Row row(Judgement judgement) {
        Target target = judgement.target();
        Numbers numbers = numbers(target);
        return new Row(
                label(target),
                scenario.version(target.version()).variant().label().in(language),
                among(target),
                known(target, numbers), cited(target, numbers),
                // What is counted is never below 0, so what chance allows below it is not told.
                judgement.model()
                        .map(e -> e.mean() >= 0 ? e.notNegative() : e)
                        .map(e -> Double.isNaN(e.lower()) ? numbers.say(e.mean()) : numbers.around(e.mean(), e.lower(), e.upper()))
                        .orElse(NOTHING),
                judgement.model().isPresent() ? numbers.difference(judgement.difference()) : NOTHING,
                verdict(judgement).in(language),
                judgement.verdict().isJudged() ? Optional.of(judgement.verdict() == Judgement.Verdict.MET) : Optional.empty(),
                target.evidence().label().in(language), scenario.sources().quote(language, target.source()));
    }

    /** What is known, with the word that tells what it is: a span without a figure is somebody's reading of what the source says in words. */
    private String cited(Target target, Numbers numbers) {
        Text word = target.value().isPresent() ? new Text("kendt: ", "known: ") : new Text("kilden læst som: ", "source read as: ");
        return word.in(language) + (target.value().isPresent() ? numbers.say(target.value().getAsDouble()) : numbers.between(target.low(), target.high()));
    }

    private String known(Target target, Numbers numbers) {
        if (target.value().isEmpty()) {
            return numbers.between(target.low(), target.high());
        }
        double value = target.value().getAsDouble();
        return target.low() == target.high() ? numbers.say(value) : numbers.around(value, target.low(), target.high());
    }

    private String among(Target target) {
        Target.Quantity quantity = target.quantity();
        Stream<String> group = quantity.group().stream().mapToObj(g -> new Text("gruppe " + g, "group " + g).in(language));
        Stream<String> targetGroup = quantity.targetGroup().stream().flatMap(id -> scenario.duty().addressees().stream()
                .filter(a -> a.id().equals(id)).map(Addressee::label).map(l -> l.in(language)));
        Stream<String> view = quantity.view() == Counts.ACTUAL
                ? Stream.of(new Text("det, der sker", "what happens").in(language))
                : Stream.of();
        return Stream.of(targetGroup, group, view).flatMap(s -> s).reduce((a, b) -> a + "; " + b).orElse(NOTHING);
    }

    private static Text verdict(Judgement judgement) {
        return switch (judgement.verdict()) {
            case MET -> judgement.target().value().isPresent() ? new Text("opfyldt", "met") : new Text("opfyldt: inden for spændet", "met: within the span");
            case NOT_MET -> new Text("IKKE OPFYLDT", "NOT MET");
            case TOO_WIDE -> new Text("kan ikke bedømmes: modellens interval er for bredt", "cannot be judged: the model's interval is too wide");
            case VERSION_NOT_RUN -> new Text("kan ikke bedømmes: udgaven er ikke kørt", "cannot be judged: the version was not run");
            case NOT_A_YEAR -> new Text("kan ikke bedømmes: kørslen er ikke på 365 dage", "cannot be judged: the run is not of 365 days");
            case NO_FIGURE -> new Text("kan ikke bedømmes: kørslen har intet sådant tal", "cannot be judged: the run has no such figure");
        };
    }

    /** How the figures of one target are written: all with the same decimals, so that the eye can compare them. */
    private record Numbers(NumberStyle style, double factor, int decimals, boolean percent, String unit) {

        String say(double value) {
            return percent ? style.percent(value, decimals) : style.number(factor * value, decimals) + unit;
        }

        /** Bounds that are whole numbers have no decimals: they are nobody's measurement. */
        String between(double low, double high) {
            int places = isWhole(factor * low) && isWhole(factor * high) ? 0 : decimals;
            return percent ? style.percentInterval(low, high, places) : style.interval(factor * low, factor * high, places) + unit;
        }

        private static boolean isWhole(double value) {
            return Math.abs(value - Math.rint(value)) < 1e-9;
        }

        String around(double value, double low, double high) {
            String bracket = " (" + bounds(low, high) + ")";
            return percent ? say(value) + bracket : style.number(factor * value, decimals) + bracket + unit;
        }

        String difference(double value) {
            return percent ? style.points(value, decimals) : style.signed(factor * value, decimals) + unit;
        }

        private String bounds(double low, double high) {
            return style.interval(factor * low, factor * high, decimals);
        }
    }

    private Numbers numbers(Target target) {
        Measure measure = scenario.bill().model().procedure().measures().stream()
                .filter(m -> m.id().equals(target.quantity().measure()))
                .findFirst()
                .orElseThrow();
        boolean each = target.quantity().eachSubject();
        Measure.Kind kind = measure.kind();
        if (kind == Measure.Kind.SHARE || each && kind == Measure.Kind.SUBJECTS) {
            return new Numbers(style, 100, target.high() < FEW ? 2 : 1, true, "");
        }
        String unit = written.unit(measure);
        if (each) {
            return new Numbers(style, 1000, 1, false, " " + new Text("pr. 1.000", "per 1,000").in(language) + unit);
        }
        return new Numbers(style, 1, kind == Measure.Kind.AVERAGE ? 2 : target.high() < 10 ? 1 : 0, false, unit);
    }
}
