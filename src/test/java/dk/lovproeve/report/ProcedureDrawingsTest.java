package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A procedure of many tracks that were written once for several duties. */
class ProcedureDrawingsTest {

    private final Scenario scenario = ScenarioLoader.load(Path.of("scenarios/fritagelse"));
    private final Procedure procedure = scenario.bill().model().procedure();

    @Test
    void tracksThatWereWrittenOnceForSeveralAreDrawnOnce() {
        List<Map<String, Object>> told = new ProcedureDrawings(procedure, Language.DA).told();
        assertThat(procedure.tracks()).hasSize(19);
        assertThat(told.stream().map(d -> ((String) d.get("id")).replaceAll("-\\d+$", "")).distinct())
                .containsExactly("track-use-digital-post", "track-exempt-digital-post", "track-review-digital-post", "track-pass");
        assertThat(told.get(0).get("label").toString())
                .startsWith("Opgaven (Digital Post, selvbooking på Jobnet, jobloggen på Jobnet,")
                .endsWith(", del 1; tegnet for den første af dem");
    }

    @Test
    void everyStepOfADrawnTrackStandsInOneOfItsDrawings() {
        ProcedureDrawings drawings = new ProcedureDrawings(procedure, Language.DA);
        String alts = String.join(" ", drawings.told().stream().map(d -> (String) d.get("alt")).toList());
        Track first = procedure.tracks().get(0);
        assertThat(procedure.steps().stream().filter(s -> s.head().track().equals(first.id())))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(alts).contains(s.head().label().da()));
        assertThat(drawings.drawings().keySet()).containsExactlyElementsOf(drawings.told().stream().map(d -> (String) d.get("id")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"selvbook", "mit-sygefravaer", "chat-journalisering", "vitas", "fritagelse"})
    void theDrawingsOfTheExamplesCanBeReadOnAPageAndLeaveRoomForMoreAndAreTheSameInBothLanguages(String name) {
        Procedure example = ScenarioLoader.load(Path.of("scenarios", name)).bill().model().procedure();
        Map<String, Drawing> danish = new ProcedureDrawings(example, Language.DA).drawings();
        Map<String, Drawing> english = new ProcedureDrawings(example, Language.EN).drawings();
        assertThat(danish.keySet()).containsExactlyElementsOf(english.keySet());
        // 670 units wide: letters of 9 points and more; a page of A4 is 934 units high.
        assertThat(Stream.of(danish, english).flatMap(d -> d.values().stream()))
                .allSatisfy(drawing -> {
                    assertThat(drawing.width()).isLessThanOrEqualTo(670);
                    assertThat(drawing.height()).isLessThanOrEqualTo(600);
                });
    }
}
