package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.procedure.Measure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In this package because only it may count. */
class CountsBecomeCellsTest {

    private static final List<Measure> MEASURES = List.of(
            measure("subjects", Measure.Kind.SUBJECTS, Optional.empty()),
            measure("time", Measure.Kind.HOURS, Optional.empty()),
            measure("each", Measure.Kind.AVERAGE, Optional.of(new Measure.Quotient("time", "subjects"))));

    @Test
    void withoutGroupsThereIsNoCellByGroup() {
        Cells cells = new Cells(MEASURES, false, List.of("a", "b"), List.of("0101"));
        assertThat(cells.groups()).containsExactly("all");
        assertThat(cells.cells()).containsExactly(
                new Cell(Grouping.START, "all", "all", "all"), new Cell(Grouping.START, "all", "a", "all"),
                new Cell(Grouping.START, "all", "b", "all"), new Cell(Grouping.START, "all", "all", "0101"));

        Counts counts = new Counts(3, 2, 1);
        counts.add(0, Counts.ACTUAL, 0, 0, 0, 3);
        counts.add(0, Counts.ACTUAL, 0, 0, 1, 4);
        long[] sums = new long[cells.quantities()];
        cells.add(counts, 0, sums);
        // 3 + 4 in all, 3 of a, 4 of b, all in the one municipality; run on half of them.
        double[] values = cells.values(sums, 0.5);
        assertThat(List.of(values[0], values[1], values[2], values[3])).containsExactly(14.0, 6.0, 8.0, 14.0);
    }

    @Test
    void withGroupsAnEventIsInItsOwnGroupAndInTheWhole() {
        Cells cells = new Cells(MEASURES, true, List.of("a"), List.of("0101"));
        Counts counts = new Counts(3, 1, Counts.GROUPS);
        counts.add(0, Counts.ACTUAL, 2, 0, 0, 5);
        long[] sums = new long[cells.quantities()];
        cells.add(counts, 0, sums);
        assertThat(value(cells, sums, Grouping.STATE, "3")).isEqualTo(5);
        assertThat(value(cells, sums, Grouping.STATE, "1")).isZero();
        assertThat(value(cells, sums, Grouping.START, "1")).isEqualTo(5);
        assertThat(value(cells, sums, Grouping.START, "all")).isEqualTo(5);
    }

    @Test
    void anAverageDividesNumbersAsTheyAreReported() {
        Cells cells = new Cells(MEASURES, false, List.of("a"), List.of("0101"));
        Counts counts = new Counts(3, 1, 1);
        counts.add(0, Counts.ACTUAL, 0, 0, 0, 4);
        counts.add(1, Counts.ACTUAL, 0, 0, 0, 7200);
        long[] sums = new long[cells.quantities()];
        cells.add(counts, 0, sums);
        // 7,200 seconds are 2 hours; 2 hours for 4 are 0.5 each, whatever the share that was run.
        assertThat(cells.values(sums, 0.1)[cells.quantity(2, Counts.ACTUAL, 0)]).isEqualTo(0.5);
        assertThat(cells.values(sums, 0.1)[cells.quantity(2, Counts.REGISTER, 0)]).isNaN();
    }

    @Test
    void countsOfAnotherNumberOfGroupsAreRefused() {
        Cells cells = new Cells(MEASURES, false, List.of("a"), List.of("0101"));
        assertThatThrownBy(() -> cells.add(new Counts(3, 1, Counts.GROUPS), 0, new long[cells.quantities()]))
                .hasMessage("counts: found 3, expected 1 groups");
    }

    private static double value(Cells cells, long[] sums, Grouping grouping, String group) {
        int cell = cells.cells().indexOf(new Cell(grouping, group, Cells.ALL, Cells.ALL));
        return cells.values(sums, 1)[cells.quantity(0, Counts.ACTUAL, cell)];
    }

    private static Measure measure(String id, Measure.Kind kind, Optional<Measure.Quotient> quotient) {
        Text label = new Text(id, id);
        return new Measure(id, label, Optional.empty(), kind, kind.unit(), quotient, true, 0, false, new Place("measures.yaml", 1));
    }
}
