package dk.lovproeve.report;

import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A measure for each subject of a group, as one reads it who knows no statistics: time, days and kroner for each of them, and so
 * what most of them meet; the rest for 1,000 of them. The plausible range is the rate's own, as in the notes.
 *
 * @param each   whether it is for each; else for {@value #MANY}
 * @param groups what was found, by group; a group that nobody is in is left out
 */
record Rate(Measure measure, boolean each, Map<String, Found> groups) {

    private static final int MANY = 1000;

    /** Under the bill; of no groups where the scenario does not count its subjects. */
    static Rate of(Scenario scenario, Run run, Measure measure) {
        Map<String, Found> one = under(scenario, run, measure, 1);
        boolean each = !TwoPages.isCounted(measure) || one.values().stream().anyMatch(f -> f.estimate().mean() >= 1);
        return new Rate(measure, each, each ? one : under(scenario, run, measure, MANY));
    }

    private static Map<String, Found> under(Scenario scenario, Run run, Measure measure, int many) {
        Map<String, Found> groups = new LinkedHashMap<>();
        for (String group : Cells.GROUPS) {
            size(scenario, run, group).flatMap(size -> Found.underTheBillPer(many, size, run, measure, group)).ifPresent(f -> groups.put(group, f));
        }
        return groups;
    }

    private static Optional<Double> size(Scenario scenario, Run run, String group) {
        return Subjects.counted(scenario.bill().model().procedure())
                .flatMap(m -> Found.underTheBill(run, m, group)).map(f -> f.estimate().mean()).filter(mean -> mean > 0);
    }

    /** Under current law, in one group; empty where that was not run. */
    Optional<Found> today(Scenario scenario, Run run, String group) {
        return size(scenario, run, group).flatMap(size -> Found.underCurrentLaw(run, measure, group).map(f -> f.times((each ? 1 : MANY) / size)));
    }

    /** Whether the run has kept where the rate lies when the assumptions move. */
    boolean isRanged() {
        return groups.values().stream().anyMatch(f -> f.range().isPresent());
    }

    /** {@code timer pr. person}, {@code pr. 1.000}. */
    Text unit(Written written) {
        Text whom = each ? new Text("pr. person", "per person") : new Text("pr. 1.000", "per 1,000");
        Text what = written.unit(measure).isEmpty() ? new Text("", "") : measure.unit();
        return new Text((what.da() + " " + whom.da()).strip(), (what.en() + " " + whom.en()).strip());
    }

    /** The figure of a group with its range, as {@link #inRange} writes it; a dash where there is none. */
    String inRange(String group, Written written) {
        return Optional.ofNullable(groups.get(group)).map(f -> inRange(f, written)).orElse(Sheet.NOTHING);
    }

    private String inRange(Found found, Written written) {
        return each ? written.each(found) : written.inRange(found);
    }

    /** A figure in the unit of this rate, alone. */
    String alone(Found found, Written written) {
        return each ? written.twoDigits(found.estimate().mean()) : written.alone(measure, found.estimate());
    }
}
