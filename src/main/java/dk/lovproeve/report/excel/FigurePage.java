package dk.lovproeve.report.excel;

import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.statistics.Estimate;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of charts. Each stands beside the numbers it is drawn from. */
final class FigurePage {

    /** How many harms are drawn by group, and how many as differences. */
    private static final int HARMS = 3;

    private static final int CHART_COLUMN = 7;
    private static final List<Integer> WIDTHS = List.of(36, 13, 13, 13, 13, 13, 3, 14, 14, 14, 14, 14);

    private final Subject subject;
    private final AnnexWords words;
    private final OutcomeTable outcomes;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();

    FigurePage(Subject subject) {
        this.subject = subject;
        this.words = subject.words();
        this.outcomes = subject.run().outcomes();
    }

    /** Empty when the run has nothing to draw: nothing that harms anybody. */
    Optional<Sheet> page() {
        List<Measure> harms = subject.harms().stream().limit(HARMS).toList();
        if (subject.grouped()) {
            harms.forEach(this::byGroup);
        }
        if (!subject.alternatives().isEmpty()) {
            harms.forEach(this::byVariant);
        }
        widestGap().ifPresent(this::registers);
        return charts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet.Page(words.say("sheet.figures"), words.say("about.figures"), WIDTHS, rows, charts));
    }

    /** What is drawn: a name, a number, and the ends of its interval. */
    private record Bar(String name, double value, double lower, double upper) {

        static Bar of(String name, Estimate estimate, double factor) {
            return new Bar(name, estimate.mean() * factor, estimate.lower() * factor, estimate.upper() * factor);
        }

        boolean hasInterval() {
            return !Double.isNaN(lower);
        }
    }

    private void byGroup(Measure measure) {
        boolean rates = !Double.isNaN(
                subject.perThousand(subject.baseline(), measure, Subject.group(Grouping.START, Cells.ALL)));
        List<Bar> bars = new ArrayList<>();
        for (String group : Cells.GROUPS) {
            var cell = Subject.group(Grouping.START, group);
            double factor = rates ? subject.perThousand(subject.baseline(), measure, cell) : 1;
            subject.estimate(outcomes, subject.baseline(), measure, View.ACTUAL, cell)
                    .filter(e -> !Double.isNaN(factor))
                    .ifPresent(e -> bars.add(Bar.of(words.say("group.long", group), e, factor)));
        }
        String unit = rates ? words.say("figure.per-thousand") : subject.unit(measure);
        draw(words.say("figure.by-group", subject.say(measure.label()), subject.label(subject.baseline())), unit,
                words.say("column.estimate"), bars);
    }

    private void byVariant(Measure measure) {
        List<Bar> bars = new ArrayList<>();
        for (String variant : subject.alternatives()) {
            subject.run().differences().total(variant, measure.id(), View.ACTUAL)
                    .ifPresent(e -> bars.add(Bar.of(subject.label(variant), e, 1)));
        }
        draw(words.say("figure.by-variant", subject.say(measure.label()), subject.label(subject.baseline())),
                subject.unit(measure), words.say("column.difference"), bars);
    }

    private void draw(String title, String unit, String number, List<Bar> bars) {
        if (bars.isEmpty()) {
            return;
        }
        boolean intervals = bars.stream().allMatch(Bar::hasInterval);
        List<String> headers = new ArrayList<>(List.of("", number));
        if (intervals) {
            headers.addAll(List.of(words.say("column.lower"), words.say("column.upper"), words.say("column.below"),
                    words.say("column.above")));
        }
        Format format = largest(bars) >= 100 ? Format.INTEGER : Format.ONE_DECIMAL;
        List<List<Cell>> numbers = new ArrayList<>();
        for (Bar bar : bars) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(bar.name()), Cell.of(bar.value(), format)));
            if (intervals) {
                row.add(Cell.of(bar.lower(), format));
                row.add(Cell.of(bar.upper(), format));
                row.add(Cell.of(bar.value() - bar.lower(), format));
                row.add(Cell.of(bar.upper() - bar.value(), format));
            }
            numbers.add(row);
        }
        String description = words.say("figure.described", title, unit, bars.stream().map(this::said).collect(Collectors.joining("; ")));
        List<Chart.Series> series = List.of(new Chart.Series(number, 1, intervals ? 4 : -1, intervals ? 5 : -1));
        place(title, unit, format, description, headers, numbers, series);
    }

    private String said(Bar bar) {
        String value = bar.name() + " " + number(bar.value());
        return bar.hasInterval() ? words.say("figure.interval", value, number(bar.lower()), number(bar.upper())) : value;
    }

    /**
     * The counted measure whose register view misses most of what happened, as a share of the larger of the two, under the
     * baseline; empty when the registers see everything right.
     */
    private Optional<Measure> widestGap() {
        return subject.measures().stream()
                .filter(m -> m.kind() == Measure.Kind.EVENTS || m.kind() == Measure.Kind.SUBJECTS)
                .filter(m -> !subject.counted().equals(Optional.of(m))) // how many there are is not what registers miss
                .filter(m -> gap(m) > 0.001)
                .max(Comparator.comparingDouble(this::gap));
    }

    private double gap(Measure measure) {
        double actual = total(subject.baseline(), measure, View.ACTUAL);
        double register = total(subject.baseline(), measure, View.REGISTER);
        double larger = Math.max(actual, register);
        return larger > 0 ? Math.abs(actual - register) / larger : 0;
    }

    private double total(String variant, Measure measure, View view) {
        return outcomes.total(variant, measure.id(), view).map(Estimate::mean).orElse(Double.NaN);
    }

    private void registers(Measure measure) {
        List<List<Cell>> numbers = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (String variant : subject.variants()) {
            double actual = total(variant, measure, View.ACTUAL);
            double register = total(variant, measure, View.REGISTER);
            bars.add(new Bar(subject.label(variant), Math.max(actual, register), Double.NaN, Double.NaN));
            said.add(words.say("figure.both", subject.label(variant), number(actual), number(register)));
            numbers.add(List.of(Cell.of(subject.label(variant)), Cell.of(actual), Cell.of(register)));
        }
        Format format = largest(bars) >= 100 ? Format.INTEGER : Format.ONE_DECIMAL;
        numbers.replaceAll(row -> row.stream()
                .map(c -> c instanceof Cell.Number n ? Cell.of(n.value(), format) : c).toList());
        String title = words.say("figure.registers", subject.say(measure.label()));
        String unit = subject.unit(measure);
        List<Chart.Series> series = List.of(
                new Chart.Series(words.say("view.actual"), 1, -1, -1), new Chart.Series(words.say("view.register"), 2, -1, -1));
        place(title, unit, format, words.say("figure.described", title, unit, String.join("; ", said)),
                List.of("", words.say("view.actual"), words.say("view.register")), numbers, series);
    }

    private void place(
            String title, String unit, Format format, String description, List<String> headers, List<List<Cell>> numbers,
            List<Chart.Series> series) {
        rows.add(List.of(new Cell.Heading(title)));
        rows.add(headers.stream().map(h -> h.isEmpty() ? Cell.BLANK : new Cell.Heading(h)).toList());
        int top = rows.size();
        int first = rows.size() + 1;
        rows.addAll(numbers);
        int last = rows.size();
        // Room for the title, the axis and the bars.
        int height = Math.max(12, 6 + numbers.size() * (series.size() + 3) / 3);
        while (rows.size() < top + height + 1) {
            rows.add(List.of());
        }
        charts.add(new Chart(title, unit, format, description, first, last, 0, series,
                new Chart.Place(top - 1, CHART_COLUMN, top + height, WIDTHS.size())));
    }

    private static double largest(List<Bar> bars) {
        return bars.stream()
                .mapToDouble(b -> b.hasInterval() ? Math.max(Math.abs(b.lower()), Math.abs(b.upper())) : Math.abs(b.value()))
                .max()
                .orElse(0);
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(subject.language().locale());
        format.setMaximumFractionDigits(Math.abs(value) < 100 ? 1 : 0);
        return format.format(value);
    }
}
