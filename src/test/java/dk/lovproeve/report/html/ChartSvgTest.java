package dk.lovproeve.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.drawing.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartSvgTest {

    private static final Pattern TEXT = Pattern.compile("<text ([^>]*)>([^<]*)</text>");

    /** A text of a chart with the room it takes. */
    private record Placed(String text, double left, double right, double baseline, double size) {

        boolean meets(Placed other) {
            return left < other.right
                    && other.left < right
                    && Math.abs(baseline - other.baseline) < 0.8 * Math.min(size, other.size);
        }
    }

    /** By hand: the finest of 1, 2, 5 times a power of ten that needs no more than nine steps, with zero on the axis. */
    @Test
    void ticksAreRound() {
        assertThat(ValueAxis.over(0, 0.83, 2, 9).ticks()).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        assertThat(ValueAxis.over(12, 83, 0, 9).ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
        assertThat(ValueAxis.over(-7.5, 4.1, 1, 9).ticks()).containsExactly(-8.0, -6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0);
        assertThat(ValueAxis.over(0, 1_234_567, 0, 9).ticks()).hasSize(8).endsWith(1_400_000.0);
        assertThat(ValueAxis.over(-5, -1, 0, 9).ticks()).containsExactly(-5.0, -4.0, -3.0, -2.0, -1.0, 0.0);
    }

    @Test
    void anAxisOfNothingButZeroStillHasTwoTicks() {
        assertThat(ValueAxis.over(0, 0, 0, 9).ticks()).containsExactly(0.0, 1.0);
        assertThat(ValueAxis.over(0, 0, 2, 9).ticks()).containsExactly(0.0, 0.01);
    }

    @Test
    void ticksAreNoFinerThanTheValuesAreWritten() {
        assertThat(ValueAxis.over(0, 3, 0, 9).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(ValueAxis.over(0, 1e-9, 1, 9).ticks()).containsExactly(0.0, 0.1);
    }

    @Test
    void noTextIsClippedOrCoversAnother() {
        List<Chart> charts = new ArrayList<>();
        for (int series = 1; series <= 4; series++) {
            charts.add(SampleReport.bars(series));
            charts.add(SampleReport.intervals(series));
        }
        charts.add(extreme(Chart.Kind.BARS));
        charts.add(extreme(Chart.Kind.INTERVALS));
        for (Chart chart : charts) {
            List<Placed> texts = texts(new ChartSvg(chart, Language.DA, "f1").draw("titel", "tekst"));
            for (int i = 0; i < texts.size(); i++) {
                Placed one = texts.get(i);
                assertThat(one.left()).as(one.text()).isGreaterThanOrEqualTo(0);
                assertThat(one.right()).as(one.text()).isLessThanOrEqualTo(ChartSvg.WIDTH);
                assertThat(one.size()).isGreaterThanOrEqualTo(13);
                for (Placed other : texts.subList(i + 1, texts.size())) {
                    assertThat(one.meets(other)).as(one.text() + " over " + other.text()).isFalse();
                }
            }
        }
    }

    /** 13 units at the least width a chart is shown in: 13 * 630 / 680 is 12.04 pixels. */
    @Test
    void theSmallestTextIsAtLeastTwelvePixelsHowEverNarrowTheScreen() {
        assertThat(13 * ChartSvg.LEAST_WIDTH / ChartSvg.WIDTH).isGreaterThanOrEqualTo(12);
        assertThat(StyleSheet.of(Language.DA)).contains(".chart{width:100%;min-width:" + (int) ChartSvg.LEAST_WIDTH + "px");
    }

    @Test
    void eachSeriesHasAPatternOrAMarkerOfItsOwn() {
        String bars = new ChartSvg(SampleReport.bars(4), Language.DA, "f7").draw("titel", "tekst");
        assertThat(bars).contains("id=\"f7_pattern2\"", "id=\"f7_pattern3\"", "id=\"f7_pattern4\"", "url(#f7_pattern4)");
        String dots = new ChartSvg(SampleReport.intervals(4), Language.DA, "f7").draw("titel", "tekst");
        Matcher markers = Pattern.compile("d=\"M[0-9.]+ [0-9.]+([^\"]*)\" class=\"c-marker").matcher(dots);
        assertThat(markers.results().map((MatchResult m) -> m.group(1)).distinct()).hasSize(4);
    }

    /** 4 is twice 2, and four times 1, whichever side of zero; coordinates have one decimal. */
    @Test
    void barsAreAsLongAsTheirValues() {
        Chart chart = new Chart(
                Chart.Kind.BARS,
                "antal",
                Chart.ValueFormat.NUMBER,
                0,
                List.of("a", "b", "c"),
                List.of(new Chart.Series("s", List.of(Chart.Value.of(4), Chart.Value.of(2), Chart.Value.of(-1)))));
        List<Double> widths = Pattern.compile("<rect x=\"[0-9.]+\" y=\"[0-9.]+\" width=\"([0-9.]+)\" height=\"17\"")
                .matcher(new ChartSvg(chart, Language.DA, "f1").draw("titel", "tekst"))
                .results()
                .map((MatchResult m) -> Double.valueOf(m.group(1)))
                .toList();
        assertThat(widths).hasSize(3);
        assertThat(widths.get(0) / widths.get(1)).isBetween(1.99, 2.01);
        assertThat(widths.get(0) / widths.get(2)).isBetween(3.98, 4.02);
    }

    private static Chart extreme(Chart.Kind kind) {
        List<Chart.Value> values =
                List.of(Chart.Value.of(-98_765_432.1, -123_456_789, -5), Chart.Value.of(0), Chart.Value.of(123_456.5, 1, 1e8));
        return new Chart(
                kind,
                "En meget lang enhed, som fortæller, hvad der er talt op, for hvem det er talt op og over hvor lang en periode det er sket",
                Chart.ValueFormat.NUMBER,
                1,
                List.of(
                        "Arbejdsmarkedsuddannelsesgodtgørelsesberettigede",
                        "x",
                        "En lang beskrivelse af en gruppe, der går over mange linjer, fordi den skal skelnes fra de andre"),
                List.of(
                        new Chart.Series("Et navn på en serie, der er så langt, at det skal deles over flere linjer i"
                                + " signaturforklaringen, fordi den fylder mere end hele figurens bredde", values),
                        new Chart.Series("kort", values)));
    }

    private static List<Placed> texts(String svg) {
        List<Placed> placed = new ArrayList<>();
        for (MatchResult match : TEXT.matcher(svg).results().toList()) {
            String attributes = match.group(1);
            double size = attributes.contains("font-size") ? number(attributes, "font-size") : 13;
            String text = match.group(2).replace("&amp;", "&");
            double width = TextWidth.of(text, size);
            double x = number(attributes, "x");
            double left = attributes.contains("\"middle\"") ? x - width / 2 : attributes.contains("\"end\"") ? x - width : x;
            placed.add(new Placed(text, left, left + width, number(attributes, "y"), size));
        }
        return placed;
    }

    private static double number(String attributes, String name) {
        Matcher matcher = Pattern.compile("(?:^| )" + name + "=\"([0-9.-]+)\"").matcher(attributes);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
