package dk.lovproeve.shell;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.experiment.Calibration;
import dk.lovproeve.experiment.CalibrationResult;
import dk.lovproeve.experiment.CalibrationResult.Fit;
import dk.lovproeve.experiment.CalibrationResult.Freedom;
import dk.lovproeve.experiment.CalibrationResult.Pair;
import dk.lovproeve.experiment.CalibrationResult.Start;
import dk.lovproeve.experiment.CalibrationSpec;
import dk.lovproeve.report.HeldAgainst;
import dk.lovproeve.scenario.Fitting;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.simulation.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of fitting numbers to known figures, in one language: what could not be told is said before what could. */
final class Fitted {

    /** Enough digits to see a difference by; the figures they are fitted to carry no more. */
    private static final MathContext DIGITS = new MathContext(3);

    private final Scenario scenario;
    private final Language language;
    private final Messages say;
    private final HeldAgainst figures;
    private final NumberFormat plain;
    private final NumberFormat twoDecimals;

    Fitted(Scenario scenario, Language language) {
        this.scenario = scenario;
        this.language = language;
        this.say = Messages.in(language);
        this.figures = HeldAgainst.noRun(scenario, language);
        this.plain = NumberFormat.getNumberInstance(language.locale());
        this.plain.setMaximumFractionDigits(12);
        this.twoDecimals = NumberFormat.getNumberInstance(language.locale());
        this.twoDecimals.setMinimumFractionDigits(2);
        this.twoDecimals.setMaximumFractionDigits(2);
    }

    /** The scenario leaves nothing free. */
    Answer nothing() {
        return Answer.of(say.say("calibrate.none", scenario.duty().title().in(language)));
    }

    /** Why a figure cannot be fitted to, as the author's mistake. */
    Failure cannot(Calibration.CannotFit why) {
        Target target = scenario.targets().stream().filter(t -> t.id().equals(why.figure())).findFirst().orElseThrow();
        return new Failure(target.place(), "targets." + target.id(), why.why(), Messages.text("expected.fittable"), "");
    }

    /**
     * What was found.
     *
     * @param asked   whether it was asked to be kept
     * @param written where it was
     */
    Answer answer(CalibrationResult result, CalibrationSpec spec, double scale, boolean asked, List<Path> written) {
        Fitting fitting = scenario.fitting().orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(say.say("calibrate.what", scenario.duty().title().in(language), fitting.free().size(), fitting.targets().size(),
                spec.replications(), percent(scale), spec.seed()));
        lines.addAll(result.accepted().isEmpty() ? misses(result) : fits(result));
        List<String> warnings = new ArrayList<>();
        if (asked && written.isEmpty()) {
            warnings.add(say.say("calibrate.not.written"));
        } else if (!asked && !result.accepted().isEmpty()) {
            lines.add(say.say("calibrate.write", scenario.id()));
        }
        if (!written.isEmpty() && !result.hasConverged()) {
            warnings.add(say.say("calibrate.written.unsure"));
        }
        return new Answer(lines, List.of(figures(result), numbers(result), searches(result)), written, warnings);
    }

    private List<String> misses(CalibrationResult result) {
        Fit worst = result.fits().stream().max((a, b) -> Double.compare(a.implausibility(), b.implausibility())).orElseThrow();
        return List.of(say.say("calibrate.misses", label(worst.id()), twoDecimals.format(worst.implausibility()), plain.format(Calibration.ACCEPTED)));
    }

    private List<String> fits(CalibrationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(say.say("calibrate.fits", result.accepted().size(), plain.format(Calibration.ACCEPTED), result.walk().accepted(), result.walk().tried()));
        long same = result.starts().stream()
                .filter(s -> s.score() - result.starts().stream().mapToDouble(Start::score).min().orElseThrow() <= CalibrationResult.SAME_SCORE)
                .count();
        long unsettled = result.starts().stream().filter(s -> !s.settled()).count();
        double agreement = result.freedoms().stream().mapToDouble(Freedom::agreement).max().orElseThrow();
        lines.add(say.say(result.hasConverged() ? "calibrate.converged" : "calibrate.not.converged",
                same, result.starts().size(), unsettled, Double.isNaN(agreement) ? "–" : twoDecimals.format(agreement),
                twoDecimals.format(CalibrationResult.SAME_REGION)));
        String unidentified = names(result, IntStream.range(0, result.free().size()).filter(f -> result.freedoms().get(f).isUnidentified()));
        if (!unidentified.isEmpty()) {
            lines.add(say.say("calibrate.unidentified", unidentified, percent(CalibrationResult.TELLS_NOTHING)));
        }
        if (!result.together().isEmpty()) {
            lines.add(say.say("calibrate.together", result.together().stream().map(p -> pair(result, p)).collect(Collectors.joining("; "))));
        }
        String ends = names(result, IntStream.range(0, result.free().size()).filter(f -> result.freedoms().get(f).isAtAnEnd()));
        if (!ends.isEmpty()) {
            lines.add(say.say("calibrate.ends", ends));
        }
        return lines;
    }

    private String names(CalibrationResult result, IntStream which) {
        return which.mapToObj(f -> name(result.free().get(f))).collect(Collectors.joining(", "));
    }

    private String pair(CalibrationResult result, Pair pair) {
        return name(result.free().get(pair.one())) + " & " + name(result.free().get(pair.other())) + " (" + twoDecimals.format(pair.correlation()) + ")";
    }

    /** The parameter's id, and whose or which version's number it is where it has several. */
    private String name(FreeNumber number) {
        String group = number.targetGroup().map(g -> " " + g).orElse("");
        boolean ofTheBill = scenario.bill().model().parameters().stream()
                .filter(p -> p.id().equals(number.parameter()))
                .anyMatch(p -> number.level().equals(number.targetGroup().map(p.byGroup()::get).orElse(p.general())));
        return number.parameter() + group + (ofTheBill ? "" : " (" + say.say("calibrate.mark.variant") + ")");
    }

    private Table figures(CalibrationResult result) {
        List<Column> columns = List.of(
                Column.text(say.say("column.known.what")), Column.text(say.say("column.variant")), Column.text(say.say("column.known")),
                Column.text(say.say("calibrate.column.best")), Column.text(say.say("calibrate.column.other")),
                Column.number(say.say("calibrate.column.off")), Column.text(say.say("calibrate.column.accepted")));
        List<List<String>> rows = new ArrayList<>();
        for (Fit fit : result.fits()) {
            Target target = target(fit.id());
            rows.add(List.of(
                    figures.label(target), scenario.version(target.version()).variant().label().in(language), figures.known(target),
                    Double.isNaN(fit.figure()) ? "–" : figures.said(target, fit.figure()),
                    fit.other().map(e -> figures.said(target, e.lower(), e.upper())).orElse("–"),
                    twoDecimals.format(fit.implausibility()),
                    fit.range().map(r -> figures.said(target, r.low(), r.high())).orElse("–")));
        }
        return new Table(say.say("calibrate.table.figures"), columns, rows);
    }

    private Table numbers(CalibrationResult result) {
        List<Column> columns = List.of(
                Column.text(say.say("calibrate.column.number")), Column.number(say.say("calibrate.column.written")),
                Column.text(say.say("calibrate.column.range")), Column.number(say.say("calibrate.column.best")),
                Column.text(say.say("calibrate.column.accepted")), Column.number(say.say("calibrate.column.left")),
                Column.text(say.say("calibrate.column.told")));
        List<List<String>> rows = new ArrayList<>();
        for (int f = 0; f < result.free().size(); f++) {
            FreeNumber number = result.free().get(f);
            Freedom freedom = result.freedoms().get(f);
            rows.add(List.of(
                    name(number), plain.format(number.level().value()), between(number.level().low(), number.level().high()),
                    digits(freedom.best()), freedom.range().map(r -> between(r.low(), r.high())).orElse("–"),
                    Double.isNaN(freedom.spread()) ? "–" : percent(Math.min(1, freedom.spread())), told(result, f)));
        }
        return new Table(say.say("calibrate.table.numbers"), columns, rows);
    }

    private String told(CalibrationResult result, int f) {
        Freedom freedom = result.freedoms().get(f);
        if (Double.isNaN(freedom.spread())) {
            return "–";
        }
        boolean together = result.together().stream().anyMatch(p -> p.one() == f || p.other() == f);
        String told = say.say(freedom.isIdentified() ? "calibrate.told" : freedom.isUnidentified() ? "calibrate.told.not" : "calibrate.told.partly");
        return together && !freedom.isIdentified() ? told + ", " + say.say("calibrate.told.together") : told;
    }

    private Table searches(CalibrationResult result) {
        List<Column> columns = List.of(
                Column.number(say.say("calibrate.column.search")), Column.number(say.say("calibrate.column.tried")),
                Column.number(say.say("calibrate.column.score")), Column.number(say.say("calibrate.column.worst")),
                Column.text(say.say("calibrate.column.settled")));
        List<List<String>> rows = new ArrayList<>();
        for (int s = 0; s < result.starts().size(); s++) {
            Start start = result.starts().get(s);
            rows.add(List.of(
                    String.valueOf(s + 1), plain.format(start.evaluations()), twoDecimals.format(start.score()),
                    twoDecimals.format(start.worst()), say.say(start.settled() ? "calibrate.settled" : "calibrate.not.settled")));
        }
        return new Table(say.say("calibrate.table.searches"), columns, rows);
    }

    private Target target(String id) {
        return scenario.targets().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    private String label(String id) {
        return figures.label(target(id));
    }

    private String between(double low, double high) {
        return digits(low) + " – " + digits(high);
    }

    private String digits(double number) {
        return plain.format(new BigDecimal(number).round(DIGITS));
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return format.format(share * 100) + " %";
    }
}
