package dk.lovproeve.report.drawing;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Labels;
import dk.lovproeve.report.document.TileMap;
import dk.lovproeve.report.template.NumberStyle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a map of tiles: each says in letters which municipality it is and in figures what its number is, so the ground only
 * helps the eye. Where the tiles lie is told by {@code municipalities.csv}.
 */
public final class TileMapDrawing {

    /** A tile's place: its short name, and its column and row from the upper left. */
    private record Spot(String shortName, int column, int row) {}

    private static final Map<String, Spot> SPOTS = read();

    private static final double TILE = 47;
    private static final double GAP = 2;
    private static final double LETTERS = 13.5;
    private static final double SMALL = 13;
    private static final double LEADING = 18;
    private static final double SWATCH = 24;
    /** Where the legend stands: between the north of Jutland and the north of Zealand, where there is sea. */
    private static final int LEGEND_COLUMN = 8;

    /** Between the legend and the tiles at both its sides. */
    private static final double LEGEND_SPACE = 10;
    private static final double LEGEND_WIDTH = 4 * TILE - 2 * LEGEND_SPACE;

    private final TileMap map;
    private final NumberStyle style;
    private final Language language;
    private final BigDecimal step;
    private final long first;
    private final int classes;
    private final Svg svg = new Svg();

    /** @throws IllegalArgumentException when a place has no tile */
    public TileMapDrawing(TileMap map, Language language) {
        check(map);
        this.map = map;
        this.language = language;
        this.style = new NumberStyle(language);
        double least = map.places().stream().mapToDouble(p -> p.value().value()).min().orElseThrow();
        double most = map.places().stream().mapToDouble(p -> p.value().value()).max().orElseThrow();
        this.step = step(least, most, map.decimals());
        this.first = index(least);
        this.classes = (int) (index(most) - first) + 1;
    }

    /** Whether there is a tile for a municipality. */
    public static boolean knows(String code) {
        return SPOTS.containsKey(plain(code));
    }

    /** @throws IllegalArgumentException when a place has no tile */
    public static void check(TileMap map) {
        for (TileMap.Place place : map.places()) {
            Checks.that(knows(place.code()), "tile " + place.name(), place.code(), "the code of a Danish municipality");
        }
    }

    /** The drawing, in the colours of paper; a page may choose others by class. */
    public Drawing draw() {
        int columns = SPOTS.values().stream().mapToInt(Spot::column).max().orElseThrow() + 1;
        int rows = SPOTS.values().stream().mapToInt(Spot::row).max().orElseThrow() + 1;
        double width = columns * TILE + 4;
        double height = rows * TILE + 4;
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + Svg.number(width) + " " + Svg.number(height),
                "width", width, "height", height, "font-family", Svg.FONTS, "font-size", LETTERS);
        map.places().forEach(this::tile);
        legend();
        return new Drawing(svg.close("svg").toString(), width, height);
    }

    private void tile(TileMap.Place place) {
        Spot spot = SPOTS.get(plain(place.code()));
        double x = 2 + spot.column() * TILE;
        double y = 2 + spot.row() * TILE;
        int shade = shade(index(place.value().value()) - first);
        square(x, y, TILE - GAP, TILE - GAP, shade, map.standsOut(place));
        double middle = x + (TILE - GAP) / 2;
        String weight = map.standsOut(place) ? "bold" : "normal";
        text(spot.shortName(), middle, y + 18.5, shade, weight);
        text(style.number(place.value().value(), map.decimals()), middle, y + 36, shade, weight);
    }

    private void square(double x, double y, double width, double height, int shade, boolean standsOut) {
        double edge = standsOut ? 2.6 : 1;
        svg.empty("rect", "x", x + edge / 2, "y", y + edge / 2, "width", width - edge, "height", height - edge,
                "class", "g-scale" + shade + (standsOut ? " g-edge g-out" : " g-edge"), "fill", Palette.LIGHT.scale().get(shade),
                "stroke", standsOut ? Palette.LIGHT.ink() : Palette.LIGHT.rule(), "stroke-width", edge);
    }

    private void text(String words, double x, double y, int shade, String weight) {
        svg.text(words, "x", x, "y", y, "text-anchor", "middle", "font-weight", weight, "class", "g-on" + shade, "fill", Palette.LIGHT.onScale(shade));
    }

    private void legend() {
        double x = 2 + LEGEND_COLUMN * TILE + LEGEND_SPACE;
        double y = 2;
        y = lines(map.unit(), x, y) + 4;
        for (int i = 0; i < classes; i++) {
            square(x, y, SWATCH, LEADING - 2, shade(i), false);
            ink(range(i), x + SWATCH + 8, y + 13);
            y += LEADING + 2;
        }
        if (map.places().stream().anyMatch(map::standsOut)) {
            lines(Labels.STANDS_OUT.in(language), x, y + 4);
        }
    }

    private double lines(String words, double x, double y) {
        double at = y;
        for (String line : TextWidth.wrap(words, SMALL, LEGEND_WIDTH)) {
            ink(line, x, at + 13);
            at += LEADING;
        }
        return at;
    }

    private void ink(String words, double x, double y) {
        svg.text(words, "x", x, "y", y, "font-size", SMALL, "class", "g-ink", "fill", Palette.LIGHT.ink());
    }

    /** From the class' least value to just below the next one's. */
    private String range(int at) {
        double low = step.multiply(BigDecimal.valueOf(first + at)).doubleValue();
        double high = step.multiply(BigDecimal.valueOf(first + at + 1)).doubleValue();
        return style.interval(low, high - Math.pow(10, -map.decimals()), map.decimals());
    }

    /** With few classes the shades are spread, so that they are told apart. */
    private int shade(long at) {
        int last = Palette.LIGHT.scale().size() - 1;
        return classes == 1 ? 1 : (int) Math.round((double) at * last / (classes - 1));
    }

    /** The class of a value as it is written, so that no tile's figure lies outside its class. */
    private long index(double value) {
        BigDecimal written = BigDecimal.valueOf(value).setScale(map.decimals(), RoundingMode.HALF_UP);
        return written.divide(step, 0, RoundingMode.FLOOR).longValueExact();
    }

    /** The smallest of 1, 2, 5, 10 ... that needs no more classes than there are shades. */
    private static BigDecimal step(double least, double most, int decimals) {
        BigDecimal power = BigDecimal.ONE.movePointLeft(decimals);
        while (true) {
            for (int round : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(round));
                BigDecimal low = BigDecimal.valueOf(least).divide(step, 0, RoundingMode.FLOOR);
                BigDecimal high = BigDecimal.valueOf(most).setScale(decimals, RoundingMode.HALF_UP).divide(step, 0, RoundingMode.FLOOR);
                if (high.subtract(low).longValueExact() < Palette.LIGHT.scale().size()) {
                    return step;
                }
            }
            power = power.scaleByPowerOfTen(1);
        }
    }

    /** Codes are written with and without leading zeros. */
    private static String plain(String code) {
        return code.replaceFirst("^0+", "");
    }

    private static Map<String, Spot> read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                TileMapDrawing.class.getResourceAsStream("municipalities.csv"), StandardCharsets.UTF_8))) {
            Map<String, Spot> spots = new LinkedHashMap<>();
            List<String> lines = new ArrayList<>(in.lines().toList());
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(";");
                spots.put(cells[0], new Spot(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
            }
            return Collections.unmodifiableMap(spots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
