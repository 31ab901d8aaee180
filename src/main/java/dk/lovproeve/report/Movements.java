package dk.lovproeve.report;

import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a version of the rule is told by: the usual measures, or, where it moves none of them, what it does move. */
record Movements(Run run, Procedure procedure) {

    /** How many measures a version is told by. */
    static final int TOLD = 3;

    /** The differences from the bill in the usual measures; where all of them are 0, the largest of those that are sure. */
    List<Found> of(String variant, List<Measure> usual) {
        List<Found> told = differences(variant, usual.stream());
        List<Found> moved = movesNone(told) ? sure(variant) : List.of();
        return moved.isEmpty() ? told : moved;
    }

    /** What a version moves that moves none of the usual measures; empty where it moves one of them, or nothing for sure. */
    List<Found> besides(String variant, List<Measure> usual) {
        return movesNone(differences(variant, usual.stream())) ? sure(variant) : List.of();
    }

    private static boolean movesNone(List<Found> differences) {
        return differences.stream().allMatch(d -> d.estimate().mean() == 0);
    }

    private List<Found> sure(String variant) {
        return differences(variant, procedure.measures().stream().filter(m -> m.good() != 0)).stream()
                .filter(d -> d.direction().isSure())
                .sorted(Comparator.comparingDouble((Found d) -> -relative(d)))
                .limit(TOLD)
                .toList();
    }

    private List<Found> differences(String variant, Stream<Measure> measures) {
        return measures.map(m -> Found.difference(run, variant, m, Cells.ALL)).flatMap(Optional::stream).toList();
    }

    /** How large a difference is beside what the bill has. */
    private double relative(Found difference) {
        double bill = Found.underTheBill(run, difference.measure(), Cells.ALL).map(f -> Math.abs(f.estimate().mean())).orElse(0.0);
        return Math.abs(difference.estimate().mean()) / (bill == 0 ? 1 : bill);
    }
}
