package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.simulation.WorkedCase.Given;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The luck of a worked case: what is given happens where it can, what is not given does not happen unless it is certain.
 * Given chances come up with the uniform number 0, all others with one just below 1. The caseworker is as lenient as the
 * average, resources never run out unless given, and a drawn start of a state is at its middle. Mutable.
 */
final class ScriptedLuck implements Luck {

    private static final double COMES_UP = 0;
    private static final double DOES_NOT = Math.nextDown(1.0);

    private final CompiledModel model;
    private final LocalDate firstDay;
    private final int targetGroup;
    private final Map<String, Double> states;
    private final List<Given> given;
    private final Set<Given> asked = new LinkedHashSet<>();
    /** The chance she last had to manage alone: a helper's work shows only in what lies above it. */
    private double alone;

    /** @param states what states are known to be on the first day */
    ScriptedLuck(CompiledModel model, LocalDate firstDay, int targetGroup, Map<String, Double> states, List<Given> given) {
        this.model = model;
        this.firstDay = firstDay;
        this.targetGroup = targetGroup;
        this.states = states;
        this.given = given;
    }

    /** What was asked for and came up, of circumstances and of what bounds helpers; of the rest the story tells. */
    Set<Given> asked() {
        return asked;
    }

    @Override
    public int arrival(int i, int track, int n) {
        return of(Given.Arrives.class, a -> a.track().equals(model.track(track)))
                .map(Given.Arrives::on)
                .sorted()
                .skip(n)
                .findFirst()
                .map(this::day)
                .orElse(NEVER);
    }

    @Override
    public double start(int i, int state) {
        return 0.5;
    }

    @Override
    public double known(int i, int state) {
        return states.getOrDefault(model.state(state), Double.NaN);
    }

    @Override
    public double timeOfDay(int i, int day) {
        return 0.5;
    }

    @Override
    public double tries(int i, CompiledStep step, int day) {
        return attempt(step, day).isPresent() ? COMES_UP : DOES_NOT;
    }

    @Override
    public boolean managesAlone(int i, CompiledStep step, int day, double chance) {
        alone = chance;
        boolean manages = attempt(step, day).filter(a -> a.outcome() != Outcome.FAILED && !a.byHelper()).isPresent();
        return (manages ? COMES_UP : DOES_NOT) < chance;
    }

    // By the helper means: with a number between the two chances, if there is one.
    @Override
    public boolean managesWithHelp(int i, CompiledStep step, int day, double chance) {
        boolean byHelper = attempt(step, day).filter(a -> a.outcome() != Outcome.FAILED && a.byHelper()).isPresent();
        return byHelper ? chance > alone : DOES_NOT < chance;
    }

    @Override
    public double branch(int i, CompiledArrow arrow, int day) {
        String step = arrow.from.id;
        Optional<Given.Decides> dated =
                of(Given.Decides.class, d -> d.step().equals(step) && d.on().equals(Optional.of(date(day)))).findFirst();
        Optional<Given.Decides> way =
                dated.or(() -> of(Given.Decides.class, d -> d.step().equals(step) && d.on().isEmpty()).findFirst());
        boolean goes = way.filter(d -> d.to().equals(arrow.to.id)).isPresent();
        return goes ? COMES_UP : DOES_NOT;
    }

    @Override
    public boolean befalls(int i, int circumstance, int occasion) {
        Optional<Given.Befalls> befalls = of(
                        Given.Befalls.class,
                        b -> b.circumstance().equals(model.circumstance(circumstance))
                                && b.on().map(date(occasion)::equals).orElse(true))
                .findFirst();
        boolean happens = (befalls.isPresent() ? COMES_UP : DOES_NOT)
                < model.circumstanceChance[circumstance * model.groups + targetGroup];
        if (happens) {
            befalls.ifPresent(asked::add);
        }
        return happens;
    }

    @Override
    public boolean helperAway(int i, int kind, int day) {
        LocalDate date = date(day);
        Optional<Given.HelperAway> away = of(
                        Given.HelperAway.class,
                        a -> a.helper().map(model.helper(kind)::equals).orElse(true)
                                && !date.isBefore(a.from())
                                && !date.isAfter(a.to()))
                .findFirst();
        away.ifPresent(asked::add);
        return away.isPresent();
    }

    @Override
    public boolean helperHasTime(int i, int kind, int day, double readiness) {
        return true;
    }

    // What may be seen at all is seen, unless given.
    @Override
    public boolean helperMaySee(int i, int kind, int topic) {
        double share = model.helperSees[(kind * model.topicNumber + topic) * model.groups + targetGroup];
        return comesUp(share, of(Given.MayNotSee.class,
                n -> n.helper().equals(model.helper(kind)) && n.topic().equals(model.topic(topic))).findFirst());
    }

    // Who may help lawfully at all does, unless given.
    @Override
    public boolean helpsLawfully(int i, int kind) {
        double share = model.helperLawful[kind * model.groups + targetGroup];
        return comesUp(share, of(Given.SharesCode.class, s -> s.helper().equals(model.helper(kind))).findFirst());
    }

    private boolean comesUp(double chance, Optional<? extends Given> otherwise) {
        boolean happens = (otherwise.isPresent() ? DOES_NOT : COMES_UP) < chance;
        if (!happens) {
            otherwise.ifPresent(asked::add);
        }
        return happens;
    }

    @Override
    public double leniency(int i, int day) {
        return 0;
    }

    @Override
    public void open(int day) {}

    @Override
    public boolean take(int i, CompiledStep step, int resource, int amount, int day) {
        return attempt(step, day).filter(a -> a.outcome() == Outcome.FULL).isEmpty();
    }

    private Optional<Given.Tries> attempt(CompiledStep step, int day) {
        LocalDate date = date(day);
        return of(Given.Tries.class, t -> t.step().equals(step.id) && t.on().equals(date)).findFirst();
    }

    private <T extends Given> Stream<T> of(Class<T> kind, Predicate<T> which) {
        return given.stream().filter(kind::isInstance).map(kind::cast).filter(which);
    }

    private LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    private int day(LocalDate date) {
        return (int) (date.toEpochDay() - firstDay.toEpochDay());
    }
}
