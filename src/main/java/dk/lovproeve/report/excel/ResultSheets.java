package dk.lovproeve.report.excel;

import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.Sensitivity;
import dk.lovproeve.experiment.Sensitivity.Effect;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Subjects;
import dk.lovproeve.report.WeightiestAssumptions;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.statistics.Estimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sheets of numbers that the run found. Rows go by measure first, so that the versions stand under one another. */
final class ResultSheets {

    /** The rows that a sheet by municipality may have. */
    private static final int MOST_ROWS = 30_000;

    /** A sheet of more rows than this opens with a filter: about four pages. */
    private static final int LONG = 200;

    private final Subject subject;
    private final AnnexWords words;
    private final OutcomeTable outcomes;

    ResultSheets(Subject subject) {
        this.subject = subject;
        this.words = subject.words();
        this.outcomes = subject.run().outcomes();
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(groups());
        if (!subject.alternatives().isEmpty()) {
            sheets.add(differences());
        }
        sheets.add(registers());
        sheets.add(targetGroups());
        sheets.add(municipalities());
        movement().ifPresent(sheets::add);
        subject.run().range().ifPresent(range -> sheets.add(range(range)));
        subject.run().sensitivity().ifPresent(sensitivity -> sheets.add(sensitivity(sensitivity)));
        return sheets;
    }

    private Sheet groups() {
        boolean rates = subject.counted().isPresent();
        List<Column> columns = namedColumns();
        columns.addAll(groupColumn());
        columns.addAll(List.of(
                words.column("estimate", Format.INTEGER, 16),
                words.column("lower", Format.INTEGER, 16),
                words.column("upper", Format.INTEGER, 16),
                words.column("unit", Format.TEXT, 11)));
        if (rates) {
            columns.add(words.column("rate", Format.ONE_DECIMAL, 13));
            columns.add(words.column("rate.lower", Format.ONE_DECIMAL, 13));
            columns.add(words.column("rate.upper", Format.ONE_DECIMAL, 13));
        }
        if (subject.grouped()) {
            columns.add(words.column("at-event", Format.INTEGER, 18));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            Format format = subject.format(measure);
            for (String variant : subject.variants()) {
                for (String group : subject.groups()) {
                    Cells.Cell cell = Subject.group(Grouping.START, group);
                    Optional<Estimate> estimate = subject.estimate(outcomes, variant, measure, View.ACTUAL, cell);
                    List<Cell> row = named(measure, variant);
                    row.addAll(groupCell(group));
                    row.addAll(interval(measure, estimate, format));
                    row.add(Cell.of(subject.unit(measure)));
                    if (rates) {
                        double factor = subject.perThousand(variant, measure, cell);
                        row.add(Cell.of(factor * mean(estimate)));
                        row.add(Cell.of(factor * lower(estimate.map(Estimate::notNegative))));
                        row.add(Cell.of(factor * upper(estimate)));
                    }
                    if (subject.grouped()) {
                        row.add(Cell.of(mean(subject.estimate(
                                outcomes, variant, measure, View.ACTUAL, Subject.group(Grouping.STATE, group))), format));
                    }
                    rows.add(row);
                }
            }
        }
        return table("groups", columns, rows, bill(1));
    }

    private Sheet differences() {
        List<Column> columns = namedColumns();
        columns.addAll(groupColumn());
        columns.addAll(List.of(
                words.column("difference", Format.INTEGER, 16),
                words.column("lower", Format.INTEGER, 16),
                words.column("upper", Format.INTEGER, 16),
                words.column("unit", Format.TEXT, 13),
                words.column("relative", Format.PERCENT, 16),
                words.column("interval", Format.TEXT, 38),
                words.column("better", Format.TEXT, 22)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            Format format = subject.format(measure);
            for (String variant : subject.alternatives()) {
                for (String group : subject.groups()) {
                    Cells.Cell cell = Subject.group(Grouping.START, group);
                    Optional<Estimate> difference =
                            subject.estimate(subject.run().differences(), variant, measure, View.ACTUAL, cell);
                    double before = mean(subject.estimate(outcomes, subject.baseline(), measure, View.ACTUAL, cell));
                    List<Cell> row = named(measure, variant);
                    row.addAll(groupCell(group));
                    row.addAll(intervalOfDifference(difference, format));
                    row.add(Cell.of(subject.unitOfDifference(measure)));
                    // The difference of two shares is in percentage points; a percentage of a percentage misleads.
                    boolean relative = measure.kind() != Measure.Kind.SHARE && before > 0;
                    row.add(Cell.of(relative ? mean(difference) / before : Double.NaN));
                    Verdict verdict = difference.map(ResultSheets::verdict).orElse(Verdict.ABSENT);
                    row.add(Cell.of(words.say("verdict." + verdict.key)));
                    row.add(Cell.of(words.say("better." + better(measure, verdict))));
                    rows.add(row);
                }
            }
        }
        return table("differences", columns, rows, subject.grouped() ? Map.of(2, subject.group(Cells.ALL)) : Map.of());
    }

    /** What a difference's interval says. */
    enum Verdict {
        ABOVE("above", 1),
        BELOW("below", -1),
        UNSURE("unsure", 0),
        SINGLE("single", 0),
        NONE("none", 0),
        ABSENT("absent", 0);

        private final String key;
        private final int direction;

        Verdict(String key, int direction) {
            this.key = key;
            this.direction = direction;
        }
    }

    static Verdict verdict(Estimate difference) {
        if (Double.isNaN(difference.lower())) {
            return Verdict.SINGLE;
        }
        if (difference.mean() == 0 && difference.lower() == 0 && difference.upper() == 0) {
            return Verdict.NONE;
        }
        if (!difference.differsFromZero()) {
            return Verdict.UNSURE;
        }
        return difference.lower() > 0 ? Verdict.ABOVE : Verdict.BELOW;
    }

    private static String better(Measure measure, Verdict verdict) {
        if (verdict == Verdict.NONE) {
            return "same";
        }
        if (verdict.direction == 0) {
            return "unsure";
        }
        int good = measure.good() * verdict.direction;
        return good > 0 ? "better" : good < 0 ? "worse" : "neither";
    }

    private Sheet registers() {
        List<Column> columns = List.of(
                words.column("measure", Format.TEXT, 48),
                words.column("variant", Format.TEXT, 34),
                words.column("actual", Format.INTEGER, 16),
                words.column("actual.lower", Format.INTEGER, 16),
                words.column("actual.upper", Format.INTEGER, 16),
                words.column("register", Format.INTEGER, 16),
                words.column("register.lower", Format.INTEGER, 16),
                words.column("register.upper", Format.INTEGER, 16),
                words.column("unit", Format.TEXT, 11),
                words.column("gap", Format.INTEGER, 16),
                words.column("gap.relative", Format.PERCENT, 14),
                words.column("gap.words", Format.TEXT, 30));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            if (subject.counted().equals(Optional.of(measure))) {
                continue; // how many there are is not what registers miss
            }
            Format format = subject.format(measure);
            for (String variant : subject.variants()) {
                Optional<Estimate> actual = outcomes.total(variant, measure.id(), View.ACTUAL);
                Optional<Estimate> register = outcomes.total(variant, measure.id(), View.REGISTER);
                double gap = mean(register) - mean(actual);
                List<Cell> row = named(measure, variant);
                row.addAll(interval(measure, actual, format));
                row.addAll(interval(measure, register, format));
                row.add(Cell.of(subject.unit(measure)));
                row.add(Cell.of(gap, format));
                boolean relative = measure.kind() != Measure.Kind.SHARE && mean(actual) > 0;
                row.add(Cell.of(relative ? gap / mean(actual) : Double.NaN));
                String says = !measure.recorded() ? "unknown"
                        : Double.isNaN(gap) ? "absent"
                        : WorkbookRenderer.rounded(gap) == 0 ? "same"
                        : gap < 0 ? "less" : "more";
                row.add(Cell.of(words.say("gap." + says)));
                rows.add(row);
            }
        }
        return table("registers", columns, rows, bill(1));
    }

    private Sheet targetGroups() {
        boolean rates = subject.counted().isPresent();
        List<Column> columns = new ArrayList<>(List.of(
                words.column("measure", Format.TEXT, 48),
                words.column("variant", Format.TEXT, 34),
                words.column("target-group", Format.TEXT, 44),
                words.column("estimate", Format.INTEGER, 16),
                words.column("lower", Format.INTEGER, 16),
                words.column("upper", Format.INTEGER, 16),
                words.column("unit", Format.TEXT, 11)));
        if (rates) {
            columns.add(words.column("rate", Format.ONE_DECIMAL, 13));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            Format format = subject.format(measure);
            for (String variant : subject.variants()) {
                for (Addressee targetGroup : subject.scenario().duty().addressees()) {
                    Cells.Cell cell = new Cells.Cell(Grouping.START, Cells.ALL, targetGroup.id(), Cells.ALL);
                    Optional<Estimate> estimate = subject.estimate(outcomes, variant, measure, View.ACTUAL, cell);
                    List<Cell> row = named(measure, variant);
                    row.add(Cell.of(subject.say(targetGroup.label())));
                    row.addAll(interval(measure, estimate, format));
                    row.add(Cell.of(subject.unit(measure)));
                    if (rates) {
                        row.add(Cell.of(subject.perThousand(variant, measure, cell) * mean(estimate)));
                    }
                    rows.add(row);
                }
            }
        }
        return table("target-groups", columns, rows, bill(1));
    }

    /** What is shown by municipality: quotients, and events of which more is good or bad, as many as there is room for. */
    List<Measure> byMunicipality() {
        long each = (long) municipalityList().size() * subject.variants().size();
        return subject.measures().stream()
                .filter(m -> m.kind().isQuotient() || m.kind() == Measure.Kind.EVENTS && m.good() != 0)
                .limit(Math.max(1, MOST_ROWS / each))
                .toList();
    }

    private List<Municipality> municipalityList() {
        return subject.scenario().bill().model().population().municipalities();
    }

    private Sheet municipalities() {
        List<Column> columns = new ArrayList<>(List.of(
                words.column("municipality", Format.TEXT, 20),
                words.column("measure", Format.TEXT, 48),
                words.column("variant", Format.TEXT, 34),
                words.column("all", Format.ONE_DECIMAL, 13),
                words.column("lower", Format.ONE_DECIMAL, 16),
                words.column("upper", Format.ONE_DECIMAL, 16)));
        boolean rates = subject.counted().isPresent();
        if (rates) {
            columns.add(words.column("rate", Format.ONE_DECIMAL, 13));
        }
        if (subject.grouped()) {
            Cells.GROUPS.forEach(group -> columns.add(words.column("group-" + group, Format.ONE_DECIMAL, 13)));
        }
        columns.add(words.column("unit", Format.TEXT, 11));
        List<List<Cell>> rows = new ArrayList<>();
        for (Municipality municipality : municipalityList()) {
            for (Measure measure : byMunicipality()) {
                for (String variant : subject.variants()) {
                    List<Cell> row = new ArrayList<>(List.of(Cell.of(municipality.name())));
                    row.addAll(named(measure, variant));
                    Optional<Estimate> all = in(municipality, variant, measure, Cells.ALL);
                    Format format = Subject.format(measure, mean(all), upper(all));
                    row.addAll(interval(measure, all, format));
                    if (rates) {
                        Cells.Cell cell = new Cells.Cell(Grouping.START, Cells.ALL, Cells.ALL, municipality.code());
                        row.add(Cell.of(subject.perThousand(variant, measure, cell) * mean(all)));
                    }
                    if (subject.grouped()) {
                        Cells.GROUPS.forEach(group -> row.add(Cell.of(mean(in(municipality, variant, measure, group)), format)));
                    }
                    row.add(Cell.of(subject.unit(measure)));
                    rows.add(row);
                }
            }
        }
        return table("municipalities", columns, rows, bill(2));
    }

    private Optional<Estimate> in(Municipality municipality, String variant, Measure measure, String group) {
        return subject.estimate(outcomes, variant, measure, View.ACTUAL,
                new Cells.Cell(Grouping.START, group, Cells.ALL, municipality.code()));
    }

    /** Who moved between the groups; empty when the scenario does not count where citizens end. */
    private Optional<Sheet> movement() {
        List<Measure> ends = Cells.GROUPS.stream().flatMap(g -> Subjects.endedIn(subject.procedure(), g).stream()).toList();
        if (!subject.grouped() || ends.size() < Cells.GROUPS.size()) {
            return Optional.empty();
        }
        List<Column> columns = List.of(
                words.column("variant", Format.TEXT, 34),
                words.column("from", Format.TEXT, 14),
                words.column("to-1", Format.INTEGER, 16),
                words.column("to-2", Format.INTEGER, 16),
                words.column("to-3", Format.INTEGER, 16),
                words.column("together", Format.INTEGER, 14),
                words.column("share-to-1", Format.PERCENT, 16),
                words.column("share-to-2", Format.PERCENT, 16),
                words.column("share-to-3", Format.PERCENT, 16));
        List<List<Cell>> rows = new ArrayList<>();
        for (String variant : subject.variants()) {
            for (String from : subject.groups()) {
                List<Double> counts = ends.stream()
                        .map(end -> mean(outcomes.find(variant, end.id(), View.ACTUAL, Grouping.START, from)))
                        .toList();
                double together = counts.stream().mapToDouble(n -> n).sum();
                List<Cell> row = new ArrayList<>(List.of(Cell.of(subject.label(variant)), Cell.of(subject.group(from))));
                counts.forEach(n -> row.add(Cell.of(n)));
                row.add(Cell.of(together));
                counts.forEach(n -> row.add(Cell.of(together > 0 ? n / together : Double.NaN)));
                rows.add(row);
            }
        }
        return Optional.of(table("movement", columns, rows));
    }

    private Sheet range(PlausibleRange range) {
        List<Column> columns = namedColumns();
        columns.add(words.column("quantity", Format.TEXT, 26));
        columns.add(words.column("view", Format.TEXT, 12));
        columns.addAll(groupColumn());
        columns.addAll(List.of(
                words.column("low", Format.INTEGER, 16),
                words.column("middle", Format.INTEGER, 16),
                words.column("high", Format.INTEGER, 16),
                words.column("unit", Format.TEXT, 13),
                words.column("below-zero", Format.PERCENT, 14),
                words.column("above-zero", Format.PERCENT, 14),
                words.column("draws", Format.INTEGER, 17),
                words.column("robust", Format.TEXT, 34)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            Format format = subject.format(measure);
            for (String variant : subject.variants()) {
                boolean baseline = variant.equals(subject.baseline());
                for (View view : View.values()) {
                    for (String group : subject.groups()) {
                        range.find(variant, measure.id(), view, group).ifPresent(spread -> {
                            List<Cell> row = named(measure, variant);
                            row.add(Cell.of(words.say(baseline ? "quantity.value" : "quantity.difference")));
                            row.add(Cell.of(words.say("view." + view.key())));
                            row.addAll(groupCell(group));
                            row.add(Cell.of(spread.low(), format));
                            row.add(Cell.of(spread.middle(), format));
                            row.add(Cell.of(spread.high(), format));
                            row.add(Cell.of(baseline ? subject.unit(measure) : subject.unitOfDifference(measure)));
                            row.add(Cell.of(spread.below()));
                            row.add(Cell.of(spread.above()));
                            row.add(Cell.of(spread.draws()));
                            row.add(baseline ? Cell.BLANK : Cell.of(words.say("robust." + robust(spread))));
                            rows.add(row);
                        });
                    }
                }
            }
        }
        Map<Integer, String> shown = new LinkedHashMap<>(Map.of(3, words.say("view." + View.ACTUAL.key())));
        if (subject.grouped()) {
            shown.put(4, subject.group(Cells.ALL));
        }
        return table("range", columns, rows, shown);
    }

    private static String robust(PlausibleRange.Spread spread) {
        if (spread.above() == 1) {
            return "above";
        }
        if (spread.below() == 1) {
            return "below";
        }
        return spread.above() == 0 && spread.below() == 0 ? "none" : "turns";
    }

    /** What each parameter does by itself to what the bill changes; for each measure the weightiest first. */
    private Sheet sensitivity(Sensitivity sensitivity) {
        List<Column> columns = List.of(
                words.column("measure", Format.PROSE, 40),
                words.column("parameter", Format.PROSE, 40),
                words.column("value", Format.PLAIN, 14),
                words.column("plausible-low", Format.PLAIN, 11),
                words.column("plausible-high", Format.PLAIN, 11),
                words.column("parameter-unit", Format.PROSE, 20),
                words.column("change-low", Format.INTEGER, 15),
                words.column("change-central", Format.INTEGER, 15),
                words.column("change-high", Format.INTEGER, 15),
                words.column("unit", Format.TEXT, 13),
                words.column("weighs", Format.TEXT, 18),
                words.column("turns", Format.PROSE, 28),
                words.column("turns-at", Format.PLAIN, 15),
                words.column("turns-way", Format.PERCENT, 18),
                words.column("id", Format.TEXT, 26));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        subject.scenario().bill().model().parameters().forEach(p -> parameters.put(p.id(), p));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            boolean sure = WeightiestAssumptions.cannotBeChance(subject.run(), measure);
            int place = 0;
            for (Effect effect : sensitivity.of(measure.id())) {
                boolean heavy = place++ < WeightiestAssumptions.TOLD;
                rows.add(moved(measure, parameters.get(effect.parameter()), effect, heavy, sure));
            }
        }
        return table("sensitivity", columns, rows, Map.of(10, words.say("weighs.most", WeightiestAssumptions.TOLD)));
    }

    private List<Cell> moved(Measure measure, Parameter parameter, Effect effect, boolean heavy, boolean sure) {
        List<Level> levels = parameter.levels();
        boolean one = levels.size() == 1;
        OptionalDouble turns = sure ? effect.turnsAt() : OptionalDouble.empty();
        Format format = subject.format(measure);
        return List.of(
                Cell.of(subject.say(measure.label())),
                Cell.of(subject.say(parameter.label())),
                one ? Cell.of(levels.get(0).value()) : Cell.of(words.say("value.varies")),
                Cell.of(levels.stream().mapToDouble(Level::low).min().orElseThrow()),
                Cell.of(levels.stream().mapToDouble(Level::high).max().orElseThrow()),
                Cell.of(subject.say(parameter.unit().label())),
                Cell.of(effect.low(), format),
                Cell.of(effect.central(), format),
                Cell.of(effect.high(), format),
                Cell.of(subject.unitOfDifference(measure)),
                Cell.of(words.say(heavy ? "weighs.most" : "weighs.less", WeightiestAssumptions.TOLD)),
                Cell.of(words.say(!sure ? "turns.chance" : turns.isPresent() ? "turns.yes" : "turns.no")),
                turns.isPresent() && one ? Cell.of(roughly(levels.get(0).moved(turns.getAsDouble()))) : Cell.BLANK,
                Cell.of(turns.orElse(Double.NaN)),
                Cell.of(parameter.id()));
    }

    /** With no more digits than a straight line between two runs carries. */
    private static double roughly(double value) {
        return new BigDecimal(value).round(WeightiestAssumptions.ROUGHLY).doubleValue();
    }

    private Sheet table(String key, List<Column> columns, List<List<Cell>> rows) {
        return table(key, columns, rows, Map.of());
    }

    /** @param shown what the sheet shows at first when it is too long to be read whole */
    private Sheet table(String key, List<Column> columns, List<List<Cell>> rows, Map<Integer, String> shown) {
        boolean isLong = rows.size() > LONG;
        return new Sheet.Table(words.say("sheet." + key), words.say("about." + key), columns, rows, isLong ? shown : Map.of());
    }

    private Map<Integer, String> bill(int column) {
        return Map.of(column, subject.label(subject.baseline()));
    }

    private List<Column> namedColumns() {
        return new ArrayList<>(List.of(words.column("measure", Format.TEXT, 48), words.column("variant", Format.TEXT, 34)));
    }

    private List<Column> groupColumn() {
        return subject.grouped() ? List.of(words.column("group", Format.TEXT, 10)) : List.of();
    }

    private List<Cell> groupCell(String group) {
        return subject.grouped() ? List.of(Cell.of(subject.group(group))) : List.of();
    }

    private List<Cell> named(Measure measure, String variant) {
        return new ArrayList<>(List.of(Cell.of(subject.say(measure.label())), Cell.of(subject.label(variant))));
    }

    /** Of what is counted: none of it is below zero, and no share is above one. */
    private static List<Cell> interval(Measure measure, Optional<Estimate> estimate, Format format) {
        Optional<Estimate> counted = estimate.map(Estimate::notNegative);
        return intervalOfDifference(measure.kind() == Measure.Kind.SHARE ? counted.map(Estimate::atMostOne) : counted, format);
    }

    private static List<Cell> intervalOfDifference(Optional<Estimate> estimate, Format format) {
        return List.of(
                Cell.of(mean(estimate), format), Cell.of(lower(estimate), format), Cell.of(upper(estimate), format));
    }

    private static double mean(Optional<Estimate> estimate) {
        return estimate.map(Estimate::mean).orElse(Double.NaN);
    }

    private static double lower(Optional<Estimate> estimate) {
        return estimate.map(Estimate::lower).orElse(Double.NaN);
    }

    private static double upper(Optional<Estimate> estimate) {
        return estimate.map(Estimate::upper).orElse(Double.NaN);
    }
}
