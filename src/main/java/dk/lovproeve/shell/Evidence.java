package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.EvidenceRegister;
import dk.lovproeve.scenario.EvidenceRegister.Figure;
import dk.lovproeve.scenario.EvidenceRegister.Replacement;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The evidence register of a scenario in one language, the weakest evidence first. */
final class Evidence {

    private final Scenario scenario;
    private final EvidenceRegister register;
    private final Language language;
    private final Messages say;
    private final Levels levels;

    Evidence(Scenario scenario, Language language) {
        this.scenario = scenario;
        this.register = EvidenceRegister.of(scenario);
        this.language = language;
        this.say = Messages.in(language);
        this.levels = new Levels(scenario.sources(), language);
    }

    /**
     * What all of it rests on, and the numbers that were asked for.
     *
     * @param only     the only class to list
     * @param variants ids of the variants whose own numbers alone to list; empty for the bill's and all variants'
     * @param unused   whether to list only what nothing uses
     */
    Answer answer(Optional<EvidenceClass> only, List<String> variants, boolean unused) {
        List<Table> tables = new ArrayList<>();
        if (variants.isEmpty()) {
            List<Figure> asked = register.figures().stream()
                    .filter(f -> only.isEmpty() || f.level().evidence() == only.get())
                    .filter(f -> !unused || !f.isUsed())
                    .toList();
            tables.addAll(figures(asked));
            if (only.isEmpty() && !unused) {
                facts().ifPresent(tables::add);
                correlations().ifPresent(tables::add);
            }
        }
        List<String> lines = summary();
        for (Version version : scenario.versions()) {
            Variant variant = version.variant();
            if (!variants.isEmpty() && !variants.contains(variant.id())) {
                continue;
            }
            List<Replacement> asked = register.replacements().stream()
                    .filter(r -> r.variant().id().equals(variant.id()))
                    .filter(r -> only.isEmpty() || r.after().or(r::before).orElseThrow().evidence() == only.get())
                    .filter(r -> !unused || scenario.unused().contains(r.parameter().id()))
                    .toList();
            if (!asked.isEmpty()) {
                tables.add(replacements(variant, asked));
            } else if (!variants.isEmpty()) {
                lines.add(say.say("evidence.no.replacements", variant.label().in(language)));
            }
        }
        if (tables.isEmpty() && variants.isEmpty()) {
            lines.add(say.say("evidence.none"));
        }
        return new Answer(lines, tables, List.of(), List.of());
    }

    /** How much of the whole rests on what, however little of it was asked for. */
    private List<String> summary() {
        List<Figure> figures = register.figures();
        List<Figure> assumed = figures.stream().filter(Figure::isAssumed).toList();
        List<String> lines = new ArrayList<>();
        lines.add(say.say("evidence.numbers", scenario.duty().title().in(language), figures.size(), parameters(figures), assumed.size(),
                parameters(assumed)));
        lines.add(say.say("evidence.classes", weakestFirst().stream()
                .map(c -> c.label().in(language) + " " + figures.stream().filter(f -> f.level().evidence() == c).count())
                .collect(Collectors.joining(", "))));
        List<Figure> fixed = assumed.stream().filter(f -> f.level().isFixed()).toList();
        if (!fixed.isEmpty()) {
            lines.add(say.say("evidence.fixed", fixed.size(), ids(fixed)));
        }
        lines.add(scenario.unused().isEmpty()
                ? say.say("evidence.all.used")
                : say.say("evidence.unused", String.join(", ", scenario.unused())));
        List<Replacement> borrowed = register.replacements().stream().filter(Replacement::hasSourceOfTheBill).toList();
        if (!borrowed.isEmpty()) {
            lines.add(say.say("evidence.borrowed", borrowed.stream()
                    .map(r -> r.parameter().id() + " (" + r.variant().id() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static long parameters(List<Figure> figures) {
        return figures.stream().map(f -> f.parameter().id()).distinct().count();
    }

    private static String ids(List<Figure> figures) {
        return figures.stream().map(f -> f.parameter().id()).distinct().collect(Collectors.joining(", "));
    }

    private static List<EvidenceClass> weakestFirst() {
        List<EvidenceClass> classes = new ArrayList<>(List.of(EvidenceClass.values()));
        Collections.reverse(classes);
        return classes;
    }

    /** A table for each class, so that what rests on assumption is read first. */
    private List<Table> figures(List<Figure> figures) {
        List<Column> columns = List.of(
                Column.text(say.say("evidence.column.parameter")), Column.text(say.say("evidence.column.what")),
                Column.number(say.say("evidence.column.value")), Column.number(say.say("evidence.column.low")),
                Column.number(say.say("evidence.column.high")), Column.text(say.say("evidence.column.source")));
        List<Table> tables = new ArrayList<>();
        for (EvidenceClass evidence : weakestFirst()) {
            List<List<String>> rows = figures.stream()
                    .filter(f -> f.level().evidence() == evidence)
                    .map(f -> List.of(
                            f.parameter().id(), what(f), levels.number(f.level().value()), levels.number(f.level().low()),
                            levels.number(f.level().high()), levels.source(f.level())))
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Table(say.say("evidence.table." + evidence.key(), rows.size()), columns, rows));
            }
        }
        return tables;
    }

    /** The shared facts that the bill's numbers are or rest on. */
    private Optional<Table> facts() {
        List<List<String>> rows = new ArrayList<>();
        for (Parameter fact : scenario.facts()) {
            List<String> is = naming(f -> f.level().provenance().fact().filter(fact.id()::equals).isPresent());
            List<String> rest = naming(f -> f.level().provenance().restsOn().contains(fact.id()));
            if (!is.isEmpty() || !rest.isEmpty()) {
                rows.add(List.of(
                        fact.id(), fact.label().in(language) + " (" + fact.unit().label().in(language) + ")", levels.withRange(fact.general()),
                        fact.general().evidence().label().in(language), String.join(", ", is), String.join(", ", rest)));
            }
        }
        List<Column> columns = List.of(
                Column.text(say.say("facts.column.fact")), Column.text(say.say("evidence.column.what")),
                Column.text(say.say("evidence.column.value")), Column.text(say.say("facts.column.class")),
                Column.text(say.say("facts.column.is")), Column.text(say.say("facts.column.rest")));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(say.say("evidence.table.facts", rows.size()), columns, rows));
    }

    /** The parameters of which a number is so, each once. */
    private List<String> naming(Predicate<Figure> holds) {
        return register.figures().stream().filter(holds).map(f -> f.parameter().id()).distinct().toList();
    }

    private Optional<Table> correlations() {
        List<Column> columns = List.of(
                Column.text(say.say("evidence.column.between")), Column.number(say.say("evidence.column.correlation")),
                Column.text(say.say("evidence.column.rests")));
        List<List<String>> rows = scenario.correlations().pairs().stream()
                .map(pair -> List.of(
                        pair.first() + ", " + pair.second(), levels.number(pair.correlation()),
                        pair.evidence().label().in(language) + ": " + scenario.sources().in(language, pair.source())))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(say.say("evidence.table.correlations", rows.size()), columns, rows));
    }

    private String what(Figure figure) {
        String what = what(figure.parameter(), figure.targetGroup());
        return figure.isUsed() ? what : what + " " + say.say("evidence.mark.unused");
    }

    /** What the number is, whose, and in what unit. */
    private String what(Parameter parameter, Optional<String> targetGroup) {
        String label = parameter.label().in(language);
        String whose = targetGroup.map(this::targetGroup)
                .orElseGet(() -> parameter.byGroup().isEmpty() ? "" : say.say("evidence.rest"));
        return label + (whose.isEmpty() ? "" : " – " + whose) + " (" + parameter.unit().label().in(language) + ")";
    }

    private String targetGroup(String id) {
        return scenario.duty().addressees().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .map(Addressee::label)
                .or(() -> scenario.bill().model().population().attributes().stream()
                        .flatMap(attribute -> attribute.categories().stream())
                        .filter(category -> category.id().equals(id))
                        .map(PopulationSpec.Category::label)
                        .findFirst())
                .map(label -> label.in(language))
                .orElse(id);
    }

    private Table replacements(Variant variant, List<Replacement> replacements) {
        List<Column> columns = List.of(
                Column.text(say.say("evidence.column.parameter")), Column.text(say.say("evidence.column.what")),
                Column.text(say.say("evidence.column.bill")), Column.text(say.say("evidence.column.variant")),
                Column.text(say.say("evidence.column.rests")));
        List<List<String>> rows = replacements.stream()
                .map(r -> List.of(
                        r.parameter().id(), what(r.parameter(), r.targetGroup()), withRange(r.before()), withRange(r.after()), rests(r)))
                .toList();
        return new Table(
                say.say("evidence.table.variant", variant.label().in(language), variant.id(), rows.size()), columns, rows);
    }

    private String withRange(Optional<Level> level) {
        return level.map(levels::withRange).orElse(say.say("evidence.absent"));
    }

    private String rests(Replacement replacement) {
        return replacement.after()
                .map(level -> level.evidence().label().in(language) + ": " + levels.source(level)
                        + (replacement.hasSourceOfTheBill() ? " " + say.say("evidence.mark.borrowed") : ""))
                .orElse("");
    }
}
