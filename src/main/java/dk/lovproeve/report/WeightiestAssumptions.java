package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.experiment.Sensitivity.Effect;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.scenario.Scenario;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which assumptions weigh most in each change that chance cannot have made, and at what value of one of them the change
 * would turn. For a reader, with no more digits than a straight line between three runs carries.
 */
public final class WeightiestAssumptions {

    /** So many assumptions of each measure are told. */
    public static final int TOLD = 3;
    /** A straight line between two runs is worth no more digits. */
    public static final MathContext ROUGHLY = new MathContext(2);

    /**
     * A change and what it hangs on.
     *
     * @param weightiest the assumptions that move it most
     * @param turning    every assumption that turns it by itself, the weightiest first
     */
    record Change(Measure measure, List<Effect> weightiest, List<Effect> turning) {}

    private final Run run;
    private final Language language;
    private final Written written;
    private final List<Measure> measures;
    private final Map<String, Parameter> parameters;

    WeightiestAssumptions(Scenario scenario, Run run, Language language, Written written) {
        this.run = run;
        this.language = language;
        this.written = written;
        this.measures = scenario.bill().model().procedure().measures();
        this.parameters = scenario.bill().model().parameters().stream().collect(Collectors.toMap(Parameter::id, Function.identity()));
    }

    /** What the template is given; empty where no assumption was moved by itself. */
    Map<String, Object> asMap() {
        return run.sensitivity().<Map<String, Object>>map(s -> Map.of(
                "tried", s.parameters(),
                "turned", turning(),
                "changes", changes().stream().map(this::told).toList())).orElse(Map.of());
    }

    /** How many assumptions turn at least one change by themselves. */
    long turning() {
        return changes().stream().flatMap(c -> c.turning().stream()).map(Effect::parameter).distinct().count();
    }

    /** The changes that chance cannot have made, in the measures' order. */
    List<Change> changes() {
        return run.sensitivity().stream()
                .flatMap(s -> measures.stream().filter(m -> cannotBeChance(run, m)).map(m -> new Change(
                        m, s.of(m.id()).stream().limit(TOLD).toList(), s.of(m.id()).stream().filter(e -> e.turnsAt().isPresent()).toList())))
                .toList();
    }

    /**
     * Whether the bill changes a measure, for all together, and chance cannot have made the change: what turns another change
     * turns nothing. On the smaller part of the population that assumptions are tried on, the change must be there too.
     *
     * @param run one whose assumptions were moved one at a time; otherwise no change is
     */
    public static boolean cannotBeChance(Run run, Measure measure) {
        Optional<Found> change = Found.change(run, measure, Cells.ALL);
        return change.filter(found -> found.direction() != Found.Direction.NONE && found.direction() != Found.Direction.UNCLEAR).isPresent()
                && run.sensitivity().stream().flatMap(s -> s.of(measure.id()).stream()).findFirst()
                        .filter(e -> Math.signum(e.central()) == Math.signum(change.get().estimate().mean())).isPresent();
    }

    private Map<String, Object> told(Change change) {
        Measure measure = change.measure();
        return Map.of(
                "label", measure.label().in(language) + written.unit(measure),
                "rows", change.weightiest().stream().map(e -> Map.of(
                        "assumption", label(e),
                        "chosen", chosen(e),
                        "low", written.roughChange(measure, e.low()),
                        "central", written.roughChange(measure, e.central()),
                        "high", written.roughChange(measure, e.high()),
                        "turns", turns(e).orElse("\u2013"))).toList());
    }

    /** Where a change turns, as a value where the assumption has one; empty where it does not. */
    Optional<String> turns(Effect effect) {
        OptionalDouble way = effect.turnsAt();
        if (way.isEmpty()) {
            return Optional.empty();
        }
        List<Level> levels = parameters.get(effect.parameter()).levels();
        if (levels.size() == 1) {
            return Optional.of(written.plain(new BigDecimal(levels.get(0).moved(way.getAsDouble())).round(ROUGHLY).doubleValue()));
        }
        String share = written.percent(Math.abs(way.getAsDouble()), 0);
        return Optional.of((way.getAsDouble() < 0
                ? new Text(share + " af vejen ned", share + " of the way down")
                : new Text(share + " af vejen op", share + " of the way up")).in(language));
    }

    /** The name of what an effect moves, with its unit. */
    String label(Effect effect) {
        Parameter parameter = parameters.get(effect.parameter());
        return parameter.label().in(language) + " (" + parameter.unit().label().in(language) + ")";
    }

    /** What has been chosen for what an effect moves, and its plausible range. */
    String chosen(Effect effect) {
        Parameter parameter = parameters.get(effect.parameter());
        return written.chosen(parameter) + " (" + written.plausible(parameter).orElseThrow() + ")";
    }
}
