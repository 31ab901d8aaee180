package dk.lovproeve.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.TileMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TileMapDrawingTest {

    private static final Pattern TILE = Pattern.compile("<rect x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"4[0-9.]+\"");

    @Test
    void theNinetyEightMunicipalitiesHaveATileEachAndNoTwoLieInTheSamePlace() throws IOException {
        List<TileMap.Place> places = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("scenarios/evidence/municipalities.csv"))) {
            String[] cells = line.split(",");
            if (cells[0].matches("\\d{3,4}")) {
                places.add(new TileMap.Place(cells[0], cells[1], Chart.Value.of(places.size())));
            }
        }
        assertThat(places).hasSize(98);
        String svg = draw(50, places);
        List<String> spots = TILE.matcher(svg).results().map(m -> m.group(1) + " " + m.group(2)).toList();
        assertThat(spots).hasSize(98).doesNotHaveDuplicates();
        List<String> names = texts(svg).stream().filter(t -> t.matches("\\p{Lu}\\p{L}{2,3}")).toList();
        assertThat(names).hasSize(98).doesNotHaveDuplicates();
    }

    @Test
    void aTileSaysItsNumberAndHasTheGroundOfTheClassThatHoldsIt() {
        // From 0 to 2,600 in five classes: steps of 1,000 make three, steps of 500 would make six.
        String svg = draw(1200, List.of(place("0101", 999.4), place("0492", 999.6), place("0825", 0), place("0400", 2600)));
        assertThat(texts(svg)).containsSubsequence("Kbh", "999", "Ærø", "1.000", "Læsø", "0", "Born", "2.600")
                .contains("0\u2013999", "1.000\u20131.999", "2.000\u20132.999");
        assertThat(grounds(svg)).startsWith("0", "2", "0", "4");
    }

    @Test
    void aHeavyEdgeMarksThatTheIntervalLeavesTheWholeCountryOutside() {
        String svg = draw(100, List.of(
                new TileMap.Place("0101", "København", Chart.Value.of(90, 80, 99.9)),
                new TileMap.Place("0492", "Ærø", Chart.Value.of(90, 80, 100)),
                new TileMap.Place("0741", "Samsø", Chart.Value.of(0, 0, 0)),
                new TileMap.Place("0825", "Læsø", Chart.Value.of(200))));
        assertThat(Pattern.compile("g-out").matcher(svg).results().count()).isEqualTo(1);
        assertThat(svg).contains("Kraftig kant");
        assertThat(draw(100, List.of(place("0101", 5)))).doesNotContain("Kraftig kant");
    }

    @Test
    void aMapOfEqualNumbersHasOneClass() {
        assertThat(texts(draw(7, List.of(place("0101", 7), place("0492", 7))))).contains("7", "Pr. 1.000");
    }

    @Test
    void aPlaceWithoutATileIsRefused() {
        assertThatThrownBy(() -> draw(1, List.of(place("0999", 1)))).hasMessage("tile 0999: found 0999, expected the code of a Danish municipality");
    }

    private static TileMap.Place place(String code, double value) {
        return new TileMap.Place(code, code, Chart.Value.of(value));
    }

    private static String draw(double whole, List<TileMap.Place> places) {
        return new TileMapDrawing(new TileMap("Pr. 1.000", 0, whole, places), Language.DA).draw().svg();
    }

    private static List<String> texts(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)<").matcher(svg).results().map(m -> m.group(1)).toList();
    }

    private static List<String> grounds(String svg) {
        return Pattern.compile("<rect[^>]*class=\"g-scale(\\d)").matcher(svg).results().map((MatchResult m) -> m.group(1)).toList();
    }
}
