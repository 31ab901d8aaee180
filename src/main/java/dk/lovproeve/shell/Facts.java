package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.SharedEvidence;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts that scenarios share in one language, file by file. */
final class Facts {

    private final SharedEvidence evidence;
    private final List<Scenario> users;
    private final List<String> unreadable;
    private final Language language;
    private final Messages say;
    private final Levels levels;

    /**
     * @param users      the scenarios that are looked through for who uses what
     * @param unreadable the names of those that have mistakes
     */
    Facts(SharedEvidence evidence, List<Scenario> users, List<String> unreadable, Language language) {
        this.evidence = evidence;
        this.users = List.copyOf(users);
        this.unreadable = List.copyOf(unreadable);
        this.language = language;
        this.say = Messages.in(language);
        this.levels = new Levels(evidence.sources(), language);
    }

    /**
     * The facts that were asked for.
     *
     * @param usedOnly whether to list only what the scenarios use
     * @param only     the only class to list
     */
    Answer answer(boolean usedOnly, Optional<EvidenceClass> only) {
        Set<String> used = users.stream().flatMap(user -> user.facts().stream()).map(Parameter::id).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>(List.of(
                say.say("facts.numbers", evidence.size(), evidence.themes().size(), used.size()),
                say.say("facts.classes", Stream.of(EvidenceClass.values())
                        .filter(c -> count(c) > 0)
                        .map(c -> c.label().in(language) + " " + count(c))
                        .collect(Collectors.joining(", ")))));
        if (!unreadable.isEmpty()) {
            lines.add(say.say("facts.unreadable", String.join(", ", unreadable)));
        }
        List<Column> columns = List.of(
                Column.text(say.say("facts.column.fact")), Column.text(say.say("evidence.column.what")),
                Column.text(say.say("evidence.column.value")), Column.text(say.say("facts.column.class")),
                Column.text(say.say("facts.column.used")), Column.text(say.say("evidence.column.source")));
        List<Table> tables = new ArrayList<>();
        for (SharedEvidence.Theme theme : evidence.themes()) {
            List<List<String>> rows = theme.facts().stream()
                    .filter(fact -> only.isEmpty() || fact.general().evidence() == only.get())
                    .filter(fact -> !usedOnly || used.contains(fact.id()))
                    .map(fact -> List.of(
                            fact.id(), fact.label().in(language) + " (" + fact.unit().label().in(language) + ")",
                            levels.withRange(fact.general()), fact.general().evidence().label().in(language), usedBy(fact),
                            levels.source(fact.general())))
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Table(say.say("facts.table", theme.name(), rows.size()), columns, rows));
            }
        }
        if (tables.isEmpty()) {
            lines.add(say.say("evidence.none"));
        }
        return new Answer(lines, tables, List.of(), List.of());
    }

    private long count(EvidenceClass evidenceClass) {
        return evidence.themes().stream().flatMap(theme -> theme.facts().stream())
                .filter(fact -> fact.general().evidence() == evidenceClass)
                .count();
    }

    private String usedBy(Parameter fact) {
        Set<String> by = new LinkedHashSet<>();
        users.stream().filter(user -> user.facts().stream().anyMatch(f -> f.id().equals(fact.id()))).forEach(user -> by.add(user.id()));
        return by.isEmpty() ? "–" : String.join(", ", by);
    }
}
