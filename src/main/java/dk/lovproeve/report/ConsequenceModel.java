package dk.lovproeve.report;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.Cells.Cell;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.outcome.OutcomeTable.Key;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Alike;
import dk.lovproeve.procedure.AnalysisReport;
import dk.lovproeve.procedure.CapabilityProfile;
import dk.lovproeve.procedure.Citizens;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Milestone;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.ProcedureAnalysis;
import dk.lovproeve.procedure.ProtectionInLaw;
import dk.lovproeve.procedure.Right;
import dk.lovproeve.procedure.RightsChain;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.VariantComparison;
import dk.lovproeve.report.drawing.TileMapDrawing;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Sources;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.WorkedCase;
import dk.lovproeve.statistics.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the consequence report's template is given: texts, and numbers already rounded as {@link Written} says. Nothing
 * here knows what the scenario is about; which measures lead is the scenario's own word ({@code headline}), and so is what
 * the model follows. Where the subjects are in no rights-security groups, {@code groups} is empty and a row of cells by
 * group has the one for all.
 */
final class ConsequenceModel {

    private final Scenario scenario;
    private final Run run;
    private final Language language;
    private final CaseResults cases;
    private final Written written;
    private final Procedure procedure;
    private final List<Measure> headline;
    private final Optional<Measure> counted;
    private final List<String> groups;
    private final List<Version> variants;

    ConsequenceModel(Scenario scenario, Run run, CaseResults cases, Language language) {
        this.scenario = scenario;
        this.run = run;
        this.language = language;
        this.cases = cases;
        this.procedure = scenario.bill().model().procedure();
        this.written = written(scenario, run, language);
        this.headline = procedure.measures().stream().filter(Measure::headline).toList();
        this.counted = Subjects.counted(procedure);
        this.groups = procedure.groups().isPresent() ? Cells.GROUPS : List.of();
        this.variants = scenario.versions().stream()
                .filter(v -> !v.variant().id().equals(Scenario.BILL))
                .filter(v -> run.manifest().variants().contains(v.variant().id()))
                .toList();
    }

    /** How the numbers of a run are written: kroner in millions where a measure reaches one. */
    static Written written(Scenario scenario, Run run, Language language) {
        return new Written(language, scenario.bill().model().procedure().measures().stream()
                .filter(m -> m.kind() == Measure.Kind.KRONER && run.outcomes().largestTotal(m.id()) >= 1e6)
                .map(Measure::id)
                .collect(Collectors.toSet()));
    }

    Map<String, Object> asMap() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("run", run.manifest().run());
        model.put("manifest", manifest());
        model.put("subjects", scenario.duty().subjects());
        model.put("groups", groups);
        model.put("capacities", population().capacities().stream().map(PopulationSpec.Capacity::label).toList());
        model.put("helpers", !population().helpers().isEmpty());
        model.put("fit", Map.of(
                "numbers", scenario.accepted().map(sets -> sets.columns().size()).orElse(0),
                "sets", scenario.accepted().map(sets -> sets.rows().size()).orElse(0),
                "outdated", scenario.isFitOutdated()));
        model.put("title", scenario.duty().title());
        model.put("summary", scenario.duty().summary());
        model.put("purpose", scenario.duty().purpose());
        model.put("today", scenario.duty().today());
        model.put("proposed", scenario.duty().proposed());
        model.put("caveat", scenario.duty().caveat().orElse(new Text("", "")));
        model.put("abbreviations", scenario.duty().abbreviations());
        model.put("definitions", headline.stream()
                .filter(m -> m.definition().isPresent())
                .map(m -> Map.of("label", m.label(), "text", m.definition().get()))
                .toList());
        model.put("rangeScale", written.percent(PlausibleRange.scale(run.manifest().scale()), 0));
        model.put("rangeSmaller", PlausibleRange.scale(run.manifest().scale()) < run.manifest().scale());
        model.put("smallScale", ExperimentSpec.isTooSmallToQuote(run.manifest().scale()));
        model.put("otherPeople", groups.isEmpty() ? List.of() : variants.stream()
                .filter(v -> !v.model().population().helpers().equals(population().helpers())
                        || !v.model().population().capacities().equals(population().capacities()))
                .map(v -> v.variant().label())
                .toList());
        model.put("provisions", scenario.duty().provisions().stream().map(this::provision).toList());
        model.put("targetGroups", targetGroups());
        model.put("groupSizes", groupSizes());
        model.put("outcomeRows", headline.stream().map(this::outcomeRow).toList());
        model.put("rateRows", rates());
        model.put("ratesRanged", ratedMeasures().stream().anyMatch(m -> rateFound(m, Cells.ALL).flatMap(Found::range).isPresent()));
        model.put("rateChart", rateChart());
        model.put("map", map());
        model.put("views", views());
        model.put("variants", variants.stream().map(this::variant).toList());
        model.put("overview", overview());
        model.put("comparison", comparison());
        model.put("otherwise", otherwise());
        model.put("quoted", quoted());
        model.put("outside", Written.outside().in(language) + " " + Written.notTheMostLikely().in(language));
        model.put("notTheMostLikely", Written.notTheMostLikely().in(language));
        model.put("ranged", run.range().isPresent());
        model.put("unclear", Written.unclear(run.range().isPresent()).in(language));
        model.put("charts", differenceCharts());
        model.put("currentLaw", currentLaw());
        model.put("movement", movement());
        model.put("range", range());
        model.put("sensitivity", new WeightiestAssumptions(scenario, run, language, written).asMap());
        model.put("parameters", parameters());
        model.put("assumed", scenario.bill().model().parameters().stream().filter(Parameter::isAssumed).count());
        model.put("time", time());
        model.put("cases", workedCases());
        model.put("held", held());
        model.put("published", PublishedShares.of(
                        scenario.bill().model(), scenario.sources(), run.manifest().seed(), PublishedShares.SCALE, 1, language).stream()
                .map(r -> Map.of("label", r.label(), "among", r.among(), "groups", r.groups(), "published", r.published(),
                        "made", r.made(), "verdict", r.verdict(), "mark", mark(r.met()), "evidence", r.evidence(), "source", quoted(r.source())))
                .toList());
        model.putAll(analysis());
        return model;
    }

    private PopulationSpec population() {
        return scenario.bill().model().population();
    }

    /** The groups in the order of every table, and behind them all. */
    private List<String> columns() {
        return Stream.concat(groups.stream(), Stream.of(Cells.ALL)).toList();
    }

    private Map<String, Object> manifest() {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("scenario", run.manifest().scenario());
        m.put("version", run.manifest().version().equals(Manifest.UNVERSIONED) ? "" : run.manifest().version());
        m.put("firstDay", written.date(scenario.bill().model().firstDay()));
        m.put("seed", String.valueOf(run.manifest().seed()));
        m.put("replications", run.manifest().replications());
        m.put("draws", run.manifest().draws());
        m.put("scale", written.percent(run.manifest().scale(), 1));
        m.put("days", run.manifest().days());
        m.put("command", "./" + run.manifest().command());
        m.put("inputs", run.manifest().inputs().entrySet().stream()
                .map(e -> Map.of("name", e.getKey(), "hash", e.getValue().substring(0, 16)))
                .toList());
        return m;
    }

    private Map<String, Object> provision(Provision provision) {
        return Map.of("reference", provision.reference(), "text", provision.text(), "origin", provision.origin().label());
    }

    private List<Map<String, Object>> targetGroups() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Addressee addressee : scenario.duty().addressees()) {
            Level level = addressee.number().level(addressee.id());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("label", addressee.label());
            row.put("from", addressee.from());
            row.put("number", written.number(level.value(), 0));
            row.put("evidence", level.evidence().label());
            List<String> shares = new ArrayList<>();
            for (String group : counted.isPresent() ? groups : List.<String>of()) {
                double all = counted(Cells.ALL, addressee.id());
                shares.add(all == 0 ? NOTHING : written.percent(counted(group, addressee.id()) / all, 0));
            }
            row.put("shares", shares);
            rows.add(row);
        }
        return rows;
    }

    private static final String NOTHING = "\u2013";

    private List<Map<String, Object>> groupSizes() {
        List<Map<String, Object>> sizes = new ArrayList<>();
        if (counted.isPresent()) {
            double all = counted(Cells.ALL, Cells.ALL);
            for (String group : groups) {
                double own = counted(group, Cells.ALL);
                sizes.add(Map.of("group", group, "number", written.rounded(own), "share", all == 0 ? NOTHING : written.percent(own / all, 0),
                        "quoted", Found.underTheBill(run, counted.get(), group).map(f -> f.range().isPresent() ? written.inRange(f) : written.rounded(own)).orElse(NOTHING)));
            }
        }
        return sizes;
    }

    /**
     * What the report begins with, each figure with its plausible range: how often what is bad happens in each group, or, where there
     * are no groups, what the year comes to; and what the bill changes in it for all.
     */
    private List<Map<String, Object>> quoted() {
        boolean rated = !groups.isEmpty() && counted.isPresent();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : rated ? ratedMeasures() : headline) {
            List<String> cells = (rated ? groups : List.of(Cells.ALL)).stream()
                    .map(g -> (rated ? rateFound(measure, g) : Found.underTheBill(run, measure, g)).map(written::inRange).orElse(NOTHING))
                    .toList();
            Optional<Found> change = rated
                    ? Found.changePer(1000, counted(Cells.ALL, Cells.ALL), run, measure, Cells.ALL)
                    : Found.change(run, measure, Cells.ALL);
            rows.add(Map.of("label", rated ? measure.label().in(language) : label(measure), "cells", cells,
                    "change", change.map(written::differenceInRange).orElse(NOTHING)));
        }
        return rows;
    }

    /** How many there are on the first day; 0 where the scenario does not count them. */
    private double counted(String group, String targetGroup) {
        return counted.flatMap(c -> cell(c, View.ACTUAL, group, targetGroup)).map(Estimate::mean).orElse(0.0);
    }

    private Map<String, Object> outcomeRow(Measure measure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label(measure));
        List<String> cells = new ArrayList<>();
        for (String group : columns()) {
            cells.add(total(measure, View.ACTUAL, group).map(e -> written.withInterval(measure, e)).orElse(NOTHING));
        }
        row.put("cells", cells);
        row.put("before", run.outcomes().total(Variant.CURRENT_LAW, measure.id(), View.ACTUAL)
                .map(e -> written.withInterval(measure, e))
                .orElse(NOTHING));
        return row;
    }

    /** Events and subjects that are worse with more, per 1,000 subjects of the group at the start of the year. */
    private List<Map<String, Object>> rates() {
        if (counted.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : ratedMeasures()) {
            List<String> cells = new ArrayList<>();
            List<List<String>> lines = new ArrayList<>();
            for (String group : columns()) {
                cells.add(rateEstimate(measure, group).map(r -> written.withInterval(measure, r)).orElse(NOTHING));
                lines.add(rateFound(measure, group).map(written::lines).orElse(List.of(NOTHING)));
            }
            rows.add(Map.of("label", measure.label(), "cells", cells, "lines", lines));
        }
        return rows;
    }

    private List<Measure> ratedMeasures() {
        return headline.stream()
                .filter(m -> m.good() < 0)
                .filter(ConsequenceModel::isCounted)
                .toList();
    }

    private static boolean isCounted(Measure measure) {
        return measure.kind() == Measure.Kind.EVENTS || measure.kind() == Measure.Kind.SUBJECTS;
    }

    private Optional<Double> rate(Measure measure, String group) {
        return rateEstimate(measure, group).map(Estimate::mean);
    }

    /** The interval is the measure's own; the number of subjects, which varies far less, is taken as it is estimated. */
    private Optional<Estimate> rateEstimate(Measure measure, String group) {
        return rateFound(measure, group).map(Found::estimate);
    }

    private Optional<Found> rateFound(Measure measure, String group) {
        double base = counted(group, Cells.ALL);
        return base == 0 ? Optional.empty() : Found.underTheBillPer(1000, base, run, measure, group);
    }

    private Map<String, Object> rateChart() {
        List<Map<String, Object>> series = new ArrayList<>();
        List<String> categories = ratedMeasures().stream().map(m -> m.label().in(language)).toList();
        for (String group : groups) {
            List<Double> points = ratedMeasures().stream().map(m -> rate(m, group).orElse(0.0)).toList();
            series.add(Map.of("group", group, "points", points));
        }
        return Map.of("categories", categories, "series", series);
    }

    /** How many municipalities a map is told by in words, at either end. */
    private static final int EXTREMES = 3;

    /**
     * The first of the rates by municipality, for a map; empty unless the scenario has several municipalities that the map
     * knows. A municipality in which the run has no subjects has no number.
     */
    private Map<String, Object> map() {
        List<PopulationSpec.Municipality> municipalities = population().municipalities();
        if (ratedMeasures().isEmpty() || counted.isEmpty() || municipalities.size() < 2 * EXTREMES
                || !municipalities.stream().allMatch(m -> TileMapDrawing.knows(m.code()))) {
            return Map.of();
        }
        Measure measure = ratedMeasures().get(0);
        record There(PopulationSpec.Municipality municipality, Estimate rate) {}
        List<There> found = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (PopulationSpec.Municipality municipality : municipalities) {
            double base = in(municipality, counted.get()).map(Estimate::mean).orElse(0.0);
            Optional<Estimate> events = in(municipality, measure);
            if (base == 0 || events.isEmpty()) {
                without.add(municipality.name());
            } else {
                found.add(new There(municipality, per(events.get(), 1000 / base)));
            }
        }
        Optional<Double> whole = rate(measure, Cells.ALL);
        if (found.size() < 2 * EXTREMES || whole.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> tiles = new ArrayList<>();
        for (There one : found) {
            Map<String, Object> tile = new LinkedHashMap<>();
            tile.put("code", one.municipality().code());
            tile.put("name", one.municipality().name());
            tile.put("value", one.rate().mean());
            if (!Double.isNaN(one.rate().lower())) {
                tile.put("lower", one.rate().lower());
                tile.put("upper", one.rate().upper());
            }
            tiles.add(tile);
        }
        int decimals = whole.get() < 10 ? 1 : 0;
        List<String> byRate = found.stream()
                .sorted(Comparator.comparingDouble((There f) -> f.rate().mean()))
                .map(f -> f.municipality().name() + " (" + written.number(f.rate().mean(), decimals) + ")")
                .toList();
        List<String> highest = new ArrayList<>(byRate.subList(byRate.size() - EXTREMES, byRate.size()));
        Collections.reverse(highest);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", measure.label());
        map.put("whole", whole.get());
        map.put("said", written.number(whole.get(), decimals));
        map.put("decimals", decimals);
        map.put("tiles", tiles);
        map.put("intervals", tiles.stream().allMatch(t -> t.containsKey("lower")));
        map.put("highest", highest);
        map.put("lowest", byRate.subList(0, EXTREMES));
        map.put("without", without);
        return map;
    }

    private Optional<Estimate> in(PopulationSpec.Municipality municipality, Measure measure) {
        return run.outcomes().find(new Key(Scenario.BILL, measure.id(), View.ACTUAL,
                new Cell(Grouping.START, Cells.ALL, Cells.ALL, municipality.code())));
    }

    private static Estimate per(Estimate e, double factor) {
        return new Estimate(e.mean() * factor, e.lower() * factor, e.upper() * factor, e.replications());
    }

    private List<Map<String, Object>> views() {
        List<Measure> ends = groups.stream().flatMap(g -> Subjects.endedIn(procedure, g).stream()).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : procedure.measures()) {
            Optional<Estimate> actual = total(measure, View.ACTUAL, Cells.ALL);
            Optional<Estimate> register = total(measure, View.REGISTER, Cells.ALL);
            boolean differ = actual.isPresent() && register.map(r -> Math.abs(r.mean() - actual.get().mean()) > 1e-9).orElse(true);
            boolean told = measure.kind() != Measure.Kind.SHARE && !counted.equals(Optional.of(measure)) && !ends.contains(measure);
            if (actual.isPresent() && differ && told && (actual.get().mean() > 0 || register.isPresent())) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("id", measure.id());
                row.put("label", label(measure));
                row.put("actual", written.withInterval(measure, actual.get()));
                row.put("register", register.map(r -> written.withInterval(measure, r)).orElse(NOTHING));
                row.put("known", register.isPresent() && !measure.kind().isQuotient() && actual.get().mean() > 0
                        ? written.percent(register.get().mean() / actual.get().mean(), 1)
                        : NOTHING);
                row.put("over", register.filter(r -> r.mean() > actual.get().mean()).isPresent());
                register.ifPresent(r -> row.put("away", Math.abs(r.mean() - actual.get().mean()) / Math.max(r.mean(), actual.get().mean())));
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, Object> variant(Version version) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", version.variant().id());
        row.put("label", version.variant().label());
        row.put("text", version.variant().text());
        String provision = version.variant().provision();
        row.put("reference", provision.isEmpty() ? new Text("", "") : scenario.duty().provision(provision).reference());
        return row;
    }

    /** Paired differences: for each headline measure of which more is better or worse, a table of variants by group. */
    private List<Map<String, Object>> comparison() {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (Measure measure : compared()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Version version : variants) {
                List<String> cells = new ArrayList<>();
                for (String group : groups) {
                    cells.add(difference(version, measure, group).map(written::differenceAlone).orElse(NOTHING));
                }
                Optional<Found> all = difference(version, measure, Cells.ALL);
                cells.add(all.map(written::difference).orElse(NOTHING));
                rows.add(Map.of("label", version.variant().label(), "cells", cells,
                        "range", all.flatMap(written::rangeAlone).orElse(NOTHING), "same", all.map(d -> sameSign(d, written)).orElse(NOTHING)));
            }
            tables.add(Map.of("id", measure.id(), "label", label(measure), "rows", rows));
        }
        return tables;
    }

    /** How many measures a table of all versions has room for. */
    private static final int IN_SUMMARY = 5;

    /** The first measures side by side: the bill's own numbers, and below them each variant's difference from them. */
    private Map<String, Object> overview() {
        List<Measure> measures = compared().stream().limit(IN_SUMMARY).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Version version : variants) {
            List<String> cells = measures.stream()
                    .map(m -> difference(version, m, Cells.ALL).map(written::differenceAlone).orElse(NOTHING))
                    .toList();
            rows.add(Map.of("label", version.variant().label(), "cells", cells));
        }
        return Map.of(
                "measures", measures.stream().map(this::label).toList(),
                "bill", measures.stream()
                        .map(m -> total(m, View.ACTUAL, Cells.ALL).map(e -> written.alone(m, e)).orElse(NOTHING))
                        .toList(),
                "rows", rows);
    }

    /** Versions that move none of the measures side by side, with what they do move. */
    private List<Map<String, Object>> otherwise() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Version version : variants) {
            List<Found> moved = new Movements(run, procedure).besides(version.variant().id(), compared().stream().limit(IN_SUMMARY).toList());
            if (!moved.isEmpty()) {
                told.add(Map.of("label", version.variant().label(), "moved", moved.stream()
                        .map(d -> Map.of("label", label(d.measure()), "value", written.differenceInRange(d))).toList()));
            }
        }
        return told;
    }

    private List<Measure> compared() {
        return headline.stream().filter(m -> m.good() != 0).toList();
    }

    private Optional<Found> difference(Version version, Measure measure, String group) {
        return Found.difference(run, version.variant().id(), measure, group);
    }

    /** In how many of the draws from the plausible range the difference has the sign of the number that is told; a number of 0 has none. */
    static String sameSign(Found difference, Written written) {
        return difference.estimate().mean() == 0 ? NOTHING : difference.sameDirection().map(share -> written.percent(share, 0)).orElse(NOTHING);
    }

    private static final int CHARTS = 3;

    private List<Map<String, Object>> differenceCharts() {
        List<Map<String, Object>> charts = new ArrayList<>();
        for (Measure measure : compared().stream().filter(ConsequenceModel::isCounted).limit(CHARTS).toList()) {
            List<Map<String, Object>> points = new ArrayList<>();
            List<String> categories = new ArrayList<>();
            for (Version version : variants) {
                Optional<Estimate> e = run.differences().total(version.variant().id(), measure.id(), View.ACTUAL).map(Written::carried);
                if (e.isPresent()) {
                    categories.add(version.variant().label().in(language));
                    Map<String, Object> point = new LinkedHashMap<>();
                    point.put("value", e.get().mean());
                    if (!Double.isNaN(e.get().lower())) {
                        point.put("lower", e.get().lower());
                        point.put("upper", e.get().upper());
                    }
                    points.add(point);
                }
            }
            if (!points.isEmpty()) {
                charts.add(Map.of("id", measure.id(), "label", measure.label(), "categories", categories, "points", points));
            }
        }
        return charts;
    }

    /** What the bill changes against the law before it: the paired difference, turned round. */
    private List<Map<String, Object>> currentLaw() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : procedure.measures().stream().filter(m -> headline.contains(m) || m.kind() == Measure.Kind.HOURS).toList()) {
            Optional<Estimate> bill = total(measure, View.ACTUAL, Cells.ALL);
            Optional<Estimate> before = run.outcomes().total(Variant.CURRENT_LAW, measure.id(), View.ACTUAL);
            Optional<Found> change = Found.change(run, measure, Cells.ALL);
            if (bill.isPresent() && before.isPresent() && change.isPresent()) {
                rows.add(Map.of(
                        "label", label(measure),
                        "before", written.withInterval(measure, before.get()),
                        "after", Found.underTheBill(run, measure, Cells.ALL).map(written::inRange).orElse(NOTHING),
                        "change", written.differenceInRange(change.get())));
            }
        }
        return rows;
    }

    /** How many of each starting group are in each group at the end. */
    private List<Map<String, Object>> movement() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String from : groups) {
            List<String> cells = groups.stream()
                    .flatMap(to -> Subjects.endedIn(procedure, to).stream())
                    .flatMap(end -> total(end, View.ACTUAL, from).stream())
                    .map(e -> written.rounded(e.mean()))
                    .toList();
            if (cells.size() == groups.size()) {
                rows.add(Map.of("from", from, "cells", cells));
            }
        }
        return rows;
    }

    private List<Map<String, Object>> range() {
        List<Map<String, Object>> rows = new ArrayList<>();
        run.range().ifPresent(range -> {
            for (Measure measure : headline) {
                List<String> cells = new ArrayList<>();
                for (String group : columns()) {
                    cells.add(range.find(Scenario.BILL, measure.id(), View.ACTUAL, group)
                            .map(s -> written.range(measure, s.low(), s.high()))
                            .orElse(NOTHING));
                }
                rows.add(Map.of("label", label(measure), "cells", cells));
            }
        });
        return rows;
    }

    /** What everybody's time comes to, in all and for each subject. */
    private List<Map<String, Object>> time() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : procedure.measures()) {
            if (measure.kind() == Measure.Kind.HOURS) {
                List<String> each = new ArrayList<>();
                // Where nobody counts the subjects, there is nothing to divide by.
                for (String group : counted.isEmpty() ? List.<String>of() : groups.isEmpty() ? List.of(Cells.ALL) : groups) {
                    each.add(minutesEach(measure, group).map(written::each).orElse(NOTHING));
                }
                rows.add(Map.of("id", measure.id(), "label", measure.label(),
                        "total", Found.underTheBill(run, measure, Cells.ALL).map(written::inRange).orElse(NOTHING),
                        "each", each));
            }
        }
        return rows;
    }

    private Optional<Found> minutesEach(Measure hours, String group) {
        double base = counted(group, Cells.ALL);
        return base == 0 ? Optional.empty() : Found.underTheBillPer(60, base, run, hours, group);
    }

    /** The scenario's worked cases, with all that is expected under each version and what the model did not meet. */
    private List<Map<String, Object>> workedCases() {
        CaseWords words = new CaseWords(scenario, language, written);
        List<Map<String, Object>> told = new ArrayList<>();
        for (WorkedCase one : scenario.cases()) {
            int expected = one.expect().size() + one.versions().values().stream().mapToInt(v -> v.expect().size()).sum();
            int tried = cases.of(one).stream().mapToInt(r -> r.answers().size()).sum();
            // A case that nobody tried must not stand as if the model had met it.
            Checks.that(tried == expected, one.id(), tried, expected + " expectations tried");
            List<Map<String, Object>> rows = new ArrayList<>();
            for (CaseRun.Result result : cases.of(one)) {
                if (!result.answers().isEmpty()) {
                    rows.add(Map.of(
                            "version", scenario.version(result.version()).variant().label(),
                            "expected", result.answers().stream().map(a -> words.of(a.expected())).toList(),
                            "unmet", result.answers().stream().filter(a -> !a.met()).map(a -> words.of(a.expected())).toList()));
                }
            }
            told.add(Map.of("id", one.id(), "label", one.label(), "text", one.text(),
                    "source", one.source().orElse(new Text("", "")), "rows", rows));
        }
        return told;
    }

    /** The known figures beside what the run found: those the model is tried on, and those it is set to. */
    private Map<String, Object> held() {
        HeldAgainst held = new HeldAgainst(scenario, run.outcomes(), run.manifest().days(), run.manifest().scale(), language);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("misfits", held.misfits().stream().map(HeldAgainst.Misfit::asMap).toList());
        for (Target.Use use : Target.Use.values()) {
            told.put(use.key(), Map.of(
                    "rows", held.rows(use).stream().map(this::held).toList(),
                    "met", held.met(use), "said", held.fit(use), "judged", held.judged(use), "count", held.count(use)));
        }
        return told;
    }

    private Map<String, Object> held(HeldAgainst.Row row) {
        Map<String, Object> told = new LinkedHashMap<>(Map.of("label", row.label(), "version", row.version(), "among", row.among(), "known", row.known(), "cited", row.cited(),
                "model", row.model(), "difference", row.difference(), "verdict", row.verdict(), "mark", mark(row.met())));
        told.put("evidence", row.evidence());
        told.put("source", quoted(row.source()));
        return told;
    }

    /** A source's words; where it names a number of the scenario by its id, the reader is given what the number is called. */
    private Map<String, Object> quoted(Sources.Quoted source) {
        String words = source.words();
        for (Parameter parameter : scenario.bill().model().parameters()) {
            // An id of one word may be a word of the sentence.
            if (parameter.id().contains("-")) {
                words = words.replaceAll("(?<![\\w-])" + Pattern.quote(parameter.id()) + "(?![\\w-])",
                        Matcher.quoteReplacement(new Text("»%s«", "\u201c%s\u201d").in(source.language()).formatted(parameter.label().in(source.language()))));
            }
        }
        return Map.of("words", words, "language", source.language().code());
    }

    /** How a cell that says whether something is met is coloured. */
    private static String mark(Optional<Boolean> met) {
        return met.map(m -> m ? "good" : "bad").orElse("none");
    }

    /** One row a parameter; values that differ by target group are shown as a span, and one by one in the annex. */
    private List<Map<String, Object>> parameters() {
        return scenario.bill().model().parameters().stream().map(this::parameter).toList();
    }

    private Map<String, Object> parameter(Parameter parameter) {
        List<Level> levels = parameter.levels();
        EvidenceClass weakest = levels.stream().map(Level::evidence).max(EvidenceClass::compareTo).orElseThrow();
        List<Map<String, Object>> sources = levels.stream().map(Level::source).distinct()
                .map(source -> quoted(scenario.sources().quote(language, source)))
                .toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", parameter.label());
        row.put("value", written.chosen(parameter));
        row.put("range", written.plausible(parameter).orElse(NOTHING));
        row.put("unit", parameter.unit().label());
        row.put("evidence", weakest.label());
        row.put("sources", sources);
        return row;
    }

    private Map<String, Object> analysis() {
        Citizens citizens = Subjects.citizens(scenario);
        AnalysisReport report = ProcedureAnalysis.analyse(procedure, citizens);
        Map<String, Object> model = new LinkedHashMap<>();
        List<Text> ofRights = report.rights().stream().map(RightsChain::sentence).toList();
        model.put("fulfilled", Alike.labels(procedure.goals().fulfilled().stream().map(procedure::step).toList()));
        model.put("findings", report.sentences().stream().filter(f -> !ofRights.contains(f)).toList());
        ProtectionInLaw inLaw = ProtectionInLaw.of(procedure, citizens, id -> scenario.duty().provision(id).reference());
        model.put("protections", inLaw.protections());
        model.put("inLaw", inLaw.sentences());
        model.put("hurdles", inLaw.hurdles());
        List<Milestone> told = report.milestones().stream()
                .filter(m -> m.is(Milestone.Kind.FULFILLED) || m.is(Milestone.Kind.PROTECTED) || m.is(Milestone.Kind.ADVERSE))
                .toList();
        // One profile says nothing of who can and who cannot: nobody lacks anything.
        boolean tellsApart = report.profiles().size() > 1 && !told.isEmpty();
        model.put("examined", tellsApart ? CapabilityProfile.kinds(report.profiles(), citizens.capacities()) : List.of());
        model.put("closed", tellsApart ? report.closed(procedure, citizens, told) : List.of());
        model.put("rights", rights(report));
        model.put("rightNames", List.of(Right.values()).stream().map(Right::label).toList());
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Version version : variants) {
            List<Text> sentences = VariantComparison.of(
                    version.variant().label(), procedure, version.model().procedure(), citizens).sentences();
            if (!sentences.isEmpty()) {
                changes.add(Map.of("label", version.variant().label(), "sentences", sentences));
            }
        }
        model.put("changes", changes);
        return model;
    }

    private List<Map<String, Object>> rights(AnalysisReport report) {
        Map<String, List<String>> byStep = new LinkedHashMap<>();
        for (RightsChain answer : report.rights()) {
            byStep.computeIfAbsent(answer.adverse(), s -> new ArrayList<>())
                    .add(answer.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Step> alike : Alike.steps(byStep.keySet().stream().map(procedure::step).toList())) {
            Map<List<String>, List<Text>> byStandings = new LinkedHashMap<>();
            alike.forEach(step -> byStandings.computeIfAbsent(byStep.get(step.id()), s -> new ArrayList<>()).add(step.head().label()));
            byStandings.forEach((standings, labels) -> rows.add(Map.of("label", Alike.label(labels), "standings", standings)));
        }
        return rows;
    }

    private String label(Measure measure) {
        return measure.label().in(language) + written.unit(measure);
    }

    private Optional<Estimate> total(Measure measure, View view, String group) {
        return run.outcomes().find(Scenario.BILL, measure.id(), view, Grouping.START, group);
    }

    private Optional<Estimate> cell(Measure measure, View view, String group, String targetGroup) {
        OutcomeTable outcomes = run.outcomes();
        return outcomes.find(new Key(Scenario.BILL, measure.id(), view, new Cell(Grouping.START, group, targetGroup, Cells.ALL)));
    }
}
