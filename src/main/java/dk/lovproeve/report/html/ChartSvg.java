package dk.lovproeve.report.html;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Labels;
import dk.lovproeve.report.drawing.Svg;
import dk.lovproeve.report.drawing.TextWidth;
import dk.lovproeve.report.template.NumberStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a chart with one row of marks for each category and the value axis below. Both kinds lie down, so that long
 * category names have the left margin to stand in. Colours come from the page's style sheet by class; each series also
 * has a pattern of its own (bars) or a marker of its own (intervals), so nothing hangs on colour.
 */
final class ChartSvg {

    /** Width of every chart, in pixels at its natural size. */
    static final double WIDTH = 680;
    /** Below this width the smallest text would be smaller than 12 pixels. */
    static final double LEAST_WIDTH = 630;

    private static final double LABEL = 14;
    private static final double SMALL = 13;
    private static final double LEADING = 18;
    private static final double MOST_LABEL_ROOM = 230;
    private static final double THICKNESS = 17;
    private static final double BETWEEN_SERIES = 3;
    private static final double BETWEEN_CATEGORIES = 15;
    private static final double SAMPLE = 24;

    private final Chart chart;
    private final NumberStyle style;
    private final String prefix;
    private final List<List<String>> labels;
    private final List<LegendEntry> legend;
    private final double left;
    private final double right;
    private final ValueAxis axis;
    private final Svg svg = new Svg();

    /** @param index of the series, or -1 for the interval */
    private record LegendEntry(int index, List<String> lines, double width) {}

    /** @param prefix starts every id in the drawing; unique on the page */
    ChartSvg(Chart chart, Language language, String prefix) {
        this.chart = chart;
        this.style = new NumberStyle(language);
        this.prefix = prefix;
        double widest = chart.categories().stream().mapToDouble(c -> TextWidth.of(c, LABEL)).max().orElse(0);
        double labelRoom = Math.min(MOST_LABEL_ROOM, widest);
        this.labels = chart.categories().stream().map(c -> TextWidth.wrap(c, LABEL, labelRoom)).toList();
        this.legend = legend(language);
        double valueRoom = 0;
        double least = 0;
        double greatest = 0;
        for (Chart.Series series : chart.series()) {
            for (Chart.Value value : series.values()) {
                valueRoom = Math.max(valueRoom, TextWidth.of(style.value(chart, value.value()), SMALL));
                least = Math.min(least, shown(value.lower()));
                greatest = Math.max(greatest, shown(value.upper()));
            }
        }
        this.right = WIDTH - valueRoom - 12;
        double start = labelRoom + 14;
        int steps = 9;
        ValueAxis candidate = ValueAxis.over(least, greatest, chart.decimals(), steps);
        while (steps > 2 && tooTight(candidate, start)) {
            candidate = ValueAxis.over(least, greatest, chart.decimals(), --steps);
        }
        this.axis = candidate;
        this.left = Math.max(start, TextWidth.of(tick(axis, axis.ticks().get(0)), SMALL) / 2 + 1);
    }

    /** The drawing, named by its title and told by its description for those who cannot see it. */
    String draw(String title, String description) {
        double top = legendHeight() + 10;
        double bottom = top;
        for (List<String> label : labels) {
            bottom += rowHeight(label);
        }
        List<String> unit = TextWidth.wrap(chart.unit(), SMALL, WIDTH - 8);
        double height = Math.ceil(bottom + 26 + unit.size() * LEADING + 4);
        svg.open(
                "svg",
                "xmlns", "http://www.w3.org/2000/svg",
                "class", "chart",
                "viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height),
                "width", WIDTH,
                "height", height,
                "font-family", Svg.FONTS,
                "font-size", SMALL,
                "role", "img",
                "aria-labelledby", prefix + "_title " + prefix + "_desc");
        svg.open("title", "id", prefix + "_title").raw(Svg.escape(title)).close("title");
        svg.open("desc", "id", prefix + "_desc").raw(Svg.escape(description)).close("desc");
        if (chart.kind() == Chart.Kind.BARS) {
            patterns();
        }
        drawLegend();
        grid(top, bottom, unit);
        double y = top;
        for (int category = 0; category < labels.size(); category++) {
            double rowHeight = rowHeight(labels.get(category));
            if (category > 0) {
                line("c-rule", 0, y, right, y);
            }
            row(category, y + rowHeight / 2);
            y += rowHeight;
        }
        return svg.close("svg").toString();
    }

    private double shown(double value) {
        return chart.format() == Chart.ValueFormat.PERCENT ? 100 * value : value;
    }

    /** Zero needs no decimals, and looks calmer without them. */
    private String tick(ValueAxis of, double value) {
        int decimals = value == 0 ? 0 : of.decimals();
        return chart.format() == Chart.ValueFormat.PERCENT
                ? style.percent(value / 100, decimals)
                : style.number(value, decimals);
    }

    private boolean tooTight(ValueAxis candidate, double start) {
        double widest = 0;
        for (double value : candidate.ticks()) {
            widest = Math.max(widest, TextWidth.of(tick(candidate, value), SMALL));
        }
        return (right - start) / (candidate.last() - candidate.first()) < widest + 14;
    }

    private double x(double value) {
        return left + (right - left) * axis.position(shown(value));
    }

    private double rowHeight(List<String> label) {
        double marks = chart.series().size() * (THICKNESS + BETWEEN_SERIES) - BETWEEN_SERIES;
        return Math.max(marks, label.size() * LEADING) + BETWEEN_CATEGORIES;
    }

    private void row(int category, double middle) {
        List<String> label = labels.get(category);
        double y = middle - label.size() * LEADING / 2;
        for (String words : label) {
            svg.text(words, "x", left - 12, "y", y + 13.5, "text-anchor", "end", "font-size", LABEL, "class", "c-ink");
            y += LEADING;
        }
        double pitch = THICKNESS + BETWEEN_SERIES;
        double at = middle - (chart.series().size() - 1) * pitch / 2;
        for (int index = 0; index < chart.series().size(); index++) {
            Chart.Value value = chart.series().get(index).values().get(category);
            double start = x(value.lower());
            double end = x(value.upper());
            if (chart.kind() == Chart.Kind.BARS) {
                double from = Math.min(x(0), x(value.value()));
                double to = Math.max(x(0), x(value.value()));
                bar(index, from, at - THICKNESS / 2, to - from, THICKNESS);
                end = Math.max(end, to);
            }
            if (value.interval().isPresent()) {
                whisker(x(value.lower()), x(value.upper()), at);
            }
            if (chart.kind() == Chart.Kind.INTERVALS) {
                marker(index, x(value.value()), at);
                start = Math.min(start, x(value.value()) - 6);
                end = Math.max(end, x(value.value()) + 6);
            }
            valueLabel(style.value(chart, value.value()), start, end, at);
            at += pitch;
        }
    }

    /** To the right of the mark; to the left only where it would else stand on the zero line and there is room. */
    private void valueLabel(String text, double start, double end, double y) {
        double width = TextWidth.of(text, SMALL);
        boolean meetsZero = end <= x(0) && end + 7 + width + 4 > x(0);
        boolean fitsBefore = start - 12 - width > left;
        if (chart.kind() == Chart.Kind.INTERVALS && meetsZero && fitsBefore) {
            svg.text(text, "x", start - 8, "y", y + 4.6, "text-anchor", "end", "class", "c-value");
        } else {
            svg.text(text, "x", end + 7, "y", y + 4.6, "class", "c-value");
        }
    }

    private void bar(int index, double x, double y, double width, double height) {
        svg.empty(
                "rect",
                "x", x,
                "y", y,
                "width", width,
                "height", height,
                "class", "c-bar c-series" + (index + 1),
                "fill", index == 0 ? "currentColor" : "url(#" + prefix + "_pattern" + (index + 1) + ")",
                "stroke", "currentColor");
    }

    /** A light edge keeps the whisker visible on a dark bar. */
    private void whisker(double from, double to, double y) {
        String path = "M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(to)
                + "M" + Svg.number(from) + " " + Svg.number(y - 4) + "v8"
                + "M" + Svg.number(to) + " " + Svg.number(y - 4) + "v8";
        if (chart.kind() == Chart.Kind.BARS) {
            svg.empty("path", "d", path, "class", "c-halo");
        }
        svg.empty("path", "d", path, "class", "c-whisker");
    }

    /** Circle, square, triangle, diamond. */
    private void marker(int index, double x, double y) {
        String outline =
                switch (index) {
                    case 0 -> "m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z";
                    case 1 -> "m-5 -5h10v10h-10z";
                    case 2 -> "m0 -6.5l6.5 11.5h-13z";
                    default -> "m0 -7l7 7l-7 7l-7 -7z";
                };
        svg.empty(
                "path",
                "d", "M" + Svg.number(x) + " " + Svg.number(y) + outline,
                "class", "c-marker c-series" + (index + 1),
                "fill", "currentColor");
    }

    /** The first series is solid; the others are hatched, dotted and lined. */
    private void patterns() {
        svg.open("defs");
        for (int index = 1; index < chart.series().size(); index++) {
            String id = prefix + "_pattern" + (index + 1);
            String ink = "c-series" + (index + 1);
            double size = index == 2 ? 6 : 7;
            svg.open("pattern", "id", id, "width", size, "height", size, "patternUnits", "userSpaceOnUse");
            svg.empty("rect", "width", size, "height", size, "class", "c-paper");
            switch (index) {
                case 1 -> svg.empty(
                        "path", "d", "M-2 2l4 -4M0 7l7 -7M5 9l4 -4", "class", ink, "stroke", "currentColor", "stroke-width", 2.6);
                case 2 -> svg.empty("circle", "cx", 3, "cy", 3, "r", 1.9, "class", ink, "fill", "currentColor");
                default -> svg.empty(
                        "path", "d", "M2 0v7", "class", ink, "stroke", "currentColor", "stroke-width", 2.2);
            }
            svg.close("pattern");
        }
        svg.close("defs");
    }

    private void grid(double top, double bottom, List<String> unit) {
        for (double value : axis.ticks()) {
            double x = left + (right - left) * axis.position(value);
            line("c-rule", x, top, x, bottom);
            line("c-line", x, bottom, x, bottom + 5);
            svg.text(tick(axis, value), "x", x, "y", bottom + 19, "text-anchor", "middle", "class", "c-muted");
        }
        line("c-line", left, bottom, right, bottom);
        double zero = left + (right - left) * axis.position(0);
        line(chart.kind() == Chart.Kind.INTERVALS ? "c-zero" : "c-line", zero, top, zero, bottom);
        double y = bottom + 26;
        for (String words : unit) {
            double half = TextWidth.of(words, SMALL) / 2;
            double middle = Math.max(half, Math.min(WIDTH - half, (left + right) / 2));
            svg.text(words, "x", middle, "y", y + 13, "text-anchor", "middle", "class", "c-muted");
            y += LEADING;
        }
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    private List<LegendEntry> legend(Language language) {
        List<LegendEntry> entries = new ArrayList<>();
        for (int index = 0; index < chart.series().size(); index++) {
            entries.add(entry(index, chart.series().get(index).name()));
        }
        if (chart.hasIntervals()) {
            entries.add(entry(-1, Labels.INTERVAL.in(language)));
        }
        return List.copyOf(entries);
    }

    private static LegendEntry entry(int index, String name) {
        List<String> lines = TextWidth.wrap(name, SMALL, WIDTH - SAMPLE - 8);
        double room = lines.stream().mapToDouble(l -> TextWidth.of(l, SMALL)).max().orElse(0);
        return new LegendEntry(index, lines, SAMPLE + 8 + room);
    }

    private double legendHeight() {
        return placeLegend(false);
    }

    private void drawLegend() {
        placeLegend(true);
    }

    /** Places the entries in lines from the left; gives the height they take. */
    private double placeLegend(boolean draw) {
        double x = 0;
        double y = 2;
        double height = 0;
        for (LegendEntry entry : legend) {
            if (x > 0 && x + entry.width() > WIDTH) {
                x = 0;
                y += height + 4;
                height = 0;
            }
            if (draw) {
                sample(entry.index(), x, y + LEADING / 2);
                double line = y;
                for (String words : entry.lines()) {
                    svg.text(words, "x", x + SAMPLE + 8, "y", line + 13.5, "class", "c-ink");
                    line += LEADING;
                }
            }
            height = Math.max(height, entry.lines().size() * LEADING);
            x += entry.width() + 22;
        }
        return y + height;
    }

    private void sample(int index, double x, double y) {
        if (index < 0) {
            whisker(x + 1, x + SAMPLE - 1, y);
        } else if (chart.kind() == Chart.Kind.BARS) {
            bar(index, x + 1, y - 7, SAMPLE - 2, 14);
        } else {
            marker(index, x + SAMPLE / 2, y);
        }
    }
}
