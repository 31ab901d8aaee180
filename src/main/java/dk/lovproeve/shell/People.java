package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.experiment.PopulationSurvey;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationFit.LineFit;
import dk.lovproeve.population.PopulationFit.MarginFit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Category;
import dk.lovproeve.report.PublishedShares;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the command {@code population} answers: the people that are made, and how they fit what they were made from. */
final class People {

    /** How many lines of the margins, those that fit worst, are listed. */
    private static final int WORST = 10;

    private final Scenario scenario;
    private final PopulationSurvey survey;
    private final PopulationSpec people;
    private final Language language;
    private final Messages say;
    private final Map<String, Text> names = new LinkedHashMap<>();

    People(Scenario scenario, PopulationSurvey survey, Language language) {
        this.scenario = scenario;
        this.survey = survey;
        this.people = survey.people();
        this.language = language;
        this.say = Messages.in(language);
        scenario.duty().addressees().forEach(a -> names.put(a.id(), a.label()));
        people.municipalities().forEach(m -> names.put(m.code(), Text.same(m.name())));
        people.attributes().forEach(attribute -> attribute.categories().forEach(c -> names.put(c.id(), c.label())));
    }

    /** @param adults whether all adults were looked at, else those whom the duty binds */
    Answer answer(boolean adults, long seed) {
        PopulationFit fit = survey.fit();
        List<String> lines = new ArrayList<>();
        lines.add(say.say(
                adults ? "population.adults" : "population.affected", scenario.duty().title().in(language), whole(survey.size()),
                people.municipalities().size(), String.valueOf(seed), decimal(survey.bytesEach(), 0)));
        if (people.attributes().isEmpty()) {
            lines.add(say.say("population.no.attributes"));
        } else {
            lines.add(say.say(
                    fit.hasConverged() ? "population.converged" : "population.not.converged", fit.rounds(),
                    decimal(fit.largestPoints(), 3)));
        }
        lines.add(say.say("population.groups.say"));
        List<Table> tables = new ArrayList<>();
        if (!fit.margins().isEmpty()) {
            tables.add(margins(fit));
            tables.add(worst(fit));
        }
        // Whom the duty binds differ from adults of their categories, so they are held against nothing that was measured.
        if (adults) {
            tied().ifPresent(tables::add);
        }
        tables.add(capacities());
        tables.add(groups());
        known(adults).ifPresent(tables::add);
        if (!people.helpers().isEmpty()) {
            tables.add(helpers());
        }
        return new Answer(lines, tables, List.of(), List.of());
    }

    private Table margins(PopulationFit fit) {
        List<Column> columns = List.of(
                text("margin"), text("class"), number("lines"), number("largest"), number("srmse"), text("source"));
        return new Table(say.say("population.table.margins"), columns, fit.margins().stream()
                .map(m -> List.of(
                        m.margin().label().in(language), m.margin().evidence().label().in(language), whole(m.lines().size()),
                        decimal(m.largestPoints(), 3), decimal(m.srmse(), 5), scenario.sources().in(language, m.margin().source())))
                .toList());
    }

    private record Line(MarginFit margin, LineFit line) {}

    private Table worst(PopulationFit fit) {
        List<Line> all = new ArrayList<>();
        fit.margins().forEach(margin -> margin.lines().forEach(line -> all.add(new Line(margin, line))));
        all.sort(Comparator.comparingDouble((Line l) -> -Math.abs(l.line().points())));
        List<Line> shown = all.subList(0, Math.min(WORST, all.size()));
        List<Column> columns = List.of(text("margin"), text("cell"), number("target"), number("made"), number("points"));
        return new Table(say.say("population.table.worst", shown.size(), all.size()), columns, shown.stream()
                .map(l -> List.of(
                        l.margin().margin().label().in(language),
                        l.line().of().stream().map(this::name).collect(Collectors.joining(", ")),
                        decimal(l.line().target(), 1), whole(l.line().synthetic()), decimal(l.line().points(), 3)))
                .toList());
    }

    /** What each category was measured at, and what the people made come to. */
    private Optional<Table> tied() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < people.capacities().size(); k++) {
            Capacity capacity = people.capacities().get(k);
            if (people.commonLevel(capacity, Values.central()).isEmpty()) {
                continue;
            }
            for (Attribute attribute : people.attributes()) {
                Parameter measured = capacity.by().get(attribute.id());
                if (measured == null || measured.unit() != Unit.SHARE) {
                    continue;
                }
                for (Category category : attribute.categories()) {
                    long those = survey.size(Optional.empty(), Optional.of(category.id()));
                    rows.add(List.of(
                            capacity.label().in(language), category.label().in(language),
                            percent(measured.level(category.id()).value()),
                            those == 0 ? "-" : percent(survey.below(k, category.id()) / (double) those),
                            measured.level(category.id()).evidence().label().in(language), scenario.sources().in(language, measured.level(category.id()).source())));
                }
            }
        }
        List<Column> columns = List.of(
                text("capacity"), text("category"), number("measured"), number("made-share"), text("class"), text("source"));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(say.say("population.table.tied"), columns, rows));
    }

    private Table capacities() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < people.capacities().size(); k++) {
            rows.add(List.of(
                    people.capacities().get(k).label().in(language), decimal(survey.mean(k), 3), decimal(survey.deviation(k), 3)));
        }
        return new Table(say.say("population.table.capacities"), List.of(text("capacity"), number("mean"), number("deviation")), rows);
    }

    private Table groups() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(groups(say.say("population.all"), Optional.empty(), Optional.empty()));
        if (people.groups().size() > 1) {
            people.groups().forEach(g -> rows.add(groups(name(g.id()), Optional.of(g.id()), Optional.empty())));
        }
        for (Attribute attribute : people.attributes()) {
            attribute.categories().forEach(c -> rows.add(groups(c.label().in(language), Optional.empty(), Optional.of(c.id()))));
        }
        List<Column> columns = List.of(text("who"), number("people"), number("group.1"), number("group.2"), number("group.3"));
        return new Table(say.say("population.table.groups"), columns, rows);
    }

    private List<String> groups(String who, Optional<String> targetGroup, Optional<String> category) {
        long those = survey.size(targetGroup, category);
        List<String> row = new ArrayList<>(List.of(who, whole(those)));
        for (int group = 1; group <= 3; group++) {
            row.add(those == 0 ? "-" : percent(survey.inGroup(targetGroup, category, group) / (double) those));
        }
        return row;
    }

    /** The groups against what is published of them; empty where nothing is. */
    private Optional<Table> known(boolean adults) {
        return known(PublishedShares.of(survey, adults, scenario.sources(), language), say);
    }

    /** As a table; nothing where nothing is published. */
    static Optional<Table> known(List<PublishedShares.Row> rows, Messages say) {
        List<Column> columns = List.of(
                Column.text(say.say("population.column.known")), Column.text(say.say("population.column.who")),
                Column.text(say.say("population.column.groups")), Column.number(say.say("population.column.published")),
                Column.number(say.say("population.column.made-share")), Column.text(say.say("population.column.verdict")),
                Column.text(say.say("population.column.source")));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(
                say.say("population.table.known"), columns,
                rows.stream().map(r -> List.of(r.label(), r.among(), r.groups(), r.published(), r.made(), r.verdict(), r.evidence() + ": " + r.source().words())).toList()));
    }

    private Table helpers() {
        List<List<String>> rows = new ArrayList<>();
        for (int j = 0; j < people.helpers().size(); j++) {
            rows.add(List.of(people.helpers().get(j).label().in(language), percent(survey.tied(j))));
        }
        rows.add(List.of(say.say("population.nobody"), percent(survey.alone())));
        return new Table(say.say("population.table.helpers"), List.of(text("helper"), number("has")), rows);
    }

    private String name(String id) {
        return Optional.ofNullable(names.get(id)).map(label -> label.in(language)).orElse(id);
    }

    private Column text(String key) {
        return Column.text(say.say("population.column." + key));
    }

    private Column number(String key) {
        return Column.number(say.say("population.column." + key));
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    private String percent(double share) {
        return decimal(100 * share, 1);
    }

    private String decimal(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
