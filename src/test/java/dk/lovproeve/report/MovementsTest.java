package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a version is told by, on the parking permits of the scenario tiny without their fee. */
class MovementsTest {

    private static final String NO_FEE = "no-fee";
    private static final Procedure PROCEDURE = NotesDocumentsTest.scenario().bill().model().procedure();
    private static final Movements MOVEMENTS = new Movements(NotesDocumentsTest.run(), PROCEDURE);

    @Test
    void aVersionThatMovesAUsualMeasureIsToldByTheUsualOnes() {
        List<Measure> usual = MOVEMENTS.besides(NO_FEE, List.of()).stream().map(Found::measure).limit(1).toList();
        assertThat(MOVEMENTS.of(NO_FEE, usual)).extracting(Found::measure).containsExactlyElementsOf(usual);
        assertThat(MOVEMENTS.besides(NO_FEE, usual)).isEmpty();
    }

    /** With no usual measures there is none that moves. */
    @Test
    void aVersionThatMovesNoneOfThemIsToldByTheLargestOfWhatItSurelyMoves() {
        List<Found> moved = MOVEMENTS.besides(NO_FEE, List.of());
        assertThat(moved).hasSizeBetween(1, Movements.TOLD).allMatch(d -> d.direction().isSure() && d.measure().good() != 0 && d.estimate().mean() != 0);
        assertThat(MOVEMENTS.of(NO_FEE, List.of())).isEqualTo(moved);
    }
}
