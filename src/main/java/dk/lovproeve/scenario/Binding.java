package dk.lovproeve.scenario;

import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.AcceptedSets;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known while one tree becomes a model: what is declared, what has been referred to, what is wrong. After a
 * mistake binding goes on with a stand-in, so that every other mistake is found too; a model with a stand-in in it is
 * never handed out, because there is a failure.
 */
final class Binding {

    /** Stands in for a name that is not there. No author can write it as an id. */
    static final String UNKNOWN = "?";

    final Failures failures;
    final Tree.Mapping root;

    private final Municipalities municipalities;
    private final Optional<AcceptedSets> accepted;
    private List<Municipality> known = List.of();
    private final SharedFacts facts;
    private final Map<String, Parameter> parameters;
    private final Map<Kind, Set<String>> used;
    private final Map<String, Binding> versions = new HashMap<>();
    private Text subjects = new Text(UNKNOWN, UNKNOWN);
    private QuestionBank bank;
    private final Expressions expressions = new Expressions(this);

    /** For reading a part in which no municipalities stand, and no shared facts are named. */
    Binding(Tree.Mapping root, Failures failures) {
        this(root, failures, null, Optional.empty(), null);
    }

    /**
     * @param accepted the sets of numbers that fit the known figures, where they have been found
     * @param facts    those that the scenario shares with others
     */
    Binding(
            Tree.Mapping root, Failures failures, Municipalities municipalities, Optional<AcceptedSets> accepted,
            SharedFacts facts) {
        this(root, failures, municipalities, accepted, facts, new HashMap<>(), new EnumMap<>(Kind.class));
        for (Kind kind : Kind.values()) {
            used.put(kind, new HashSet<>());
        }
    }

    private Binding(
            Tree.Mapping root, Failures failures, Municipalities municipalities, Optional<AcceptedSets> accepted,
            SharedFacts facts,
            Map<String, Parameter> parameters, Map<Kind, Set<String>> used) {
        this.root = root;
        this.failures = failures;
        this.municipalities = municipalities;
        this.accepted = accepted;
        this.facts = facts;
        this.parameters = parameters;
        this.used = used;
    }

    /** What is known here, for reading something more whose mistakes are told elsewhere. */
    Binding telling(Failures others) {
        return new Binding(root, others, municipalities, accepted, facts, parameters, used);
    }

    Cursor cursor() {
        return new Cursor(this, "", root.place(), root);
    }

    /** The ids of a kind, in the order of the file. */
    Set<String> declared(Kind kind) {
        return declarations(kind).keySet();
    }

    /** What stands under the ids of a kind, in the order of the file. */
    Map<String, Tree> declarations(Kind kind) {
        Tree all = root.entries().get(kind.root());
        return all == null ? Map.of() : all.keys();
    }

    /** The attribute that each category belongs to, in the order of the file; the first where several have it. */
    Map<String, String> attributeOfCategory() {
        Map<String, String> attributes = new LinkedHashMap<>();
        declarations(Kind.ATTRIBUTE).forEach((attribute, tree) -> {
            Tree categories = tree.keys().get("categories");
            if (categories != null) {
                categories.keys().keySet().forEach(category -> attributes.putIfAbsent(category, attribute));
            }
        });
        return attributes;
    }

    /** Whether a parameter has values by the categories of an attribute. */
    boolean isByCategory(Parameter parameter) {
        return !parameter.byGroup().isEmpty() && parameter.byGroup().keySet().stream().anyMatch(attributeOfCategory()::containsKey);
    }

    /** The word below a key of a declared thing, such as the track of a step; {@code ""} when it is not to be had. */
    String word(Kind kind, String id, String key) {
        Tree declared = declarations(kind).get(id);
        return declared == null ? "" : declared.word(key);
    }

    /** Whether there are rights-security groups: without them nobody has capacities or a helper. */
    boolean hasGroups() {
        return root.entries().containsKey("groups");
    }

    /** What is known in the version of a variant; what is known here when there is no such version. */
    Binding version(String variant) {
        return versions.getOrDefault(variant, this);
    }

    void know(String variant, Binding version) {
        versions.put(variant, version.telling(failures));
    }

    /** The condition in words that stands somewhere. */
    Condition condition(Cursor c) {
        Condition condition = expressions.condition(c);
        if (expressions.usesClock(condition)) {
            Clock.mustBeSet(c);
        }
        if (!hasGroups() && asksForPeople(condition)) {
            c.fail(
                    new Text(c.word() + " uden groups", c.word() + " without groups"),
                    new Text("group og helper kun, hvor der er groups", "group and helper only where there are groups"), "");
        }
        return condition;
    }

    private static boolean asksForPeople(Condition condition) {
        return condition instanceof Condition.InGroup
                || condition instanceof Condition.HelperIs
                || (condition instanceof Condition.Not not && asksForPeople(not.of()))
                || (condition instanceof Condition.All all && all.of().stream().anyMatch(Binding::asksForPeople))
                || (condition instanceof Condition.Any any && any.of().stream().anyMatch(Binding::asksForPeople));
    }

    /** The amount in words that stands somewhere; a parameter alone is in one of the units. */
    Amount amount(Cursor c, Unit... units) {
        Amount amount = expressions.amount(c, units);
        if (expressions.usesClock(amount)) {
            Clock.mustBeSet(c);
        }
        return amount;
    }

    /** The table of municipalities that is named somewhere. */
    List<Municipality> municipalities(Cursor c) {
        known = municipalities.read(c);
        return known;
    }

    /** The lines of the table of a margin that is named somewhere; none where there is a mistake, which is told. */
    List<Cell> cells(Cursor table, Cursor over, List<String> dimensions) {
        return municipalities.cells(table, over, dimensions, known);
    }

    /** The shared fact that is named somewhere; empty where there is none, which is reported. */
    Optional<Parameter> sharedFact(Cursor c) {
        if (facts == null) {
            c.fail(new Text("et tal, der ikke hviler på andre", "a number that rests on no other"));
            return Optional.empty();
        }
        return facts.use(c);
    }

    /** The shared fact of this id; empty where there is none. */
    Optional<Parameter> knownFact(String id) {
        return facts == null || id.isEmpty() ? Optional.empty() : Optional.ofNullable(facts.all(failures).get(id));
    }

    /** Looks for names that mean two things. */
    void oneMeaningEach() {
        expressions.oneMeaningEach();
    }

    void use(Kind kind, String id) {
        used.get(kind).add(id);
    }

    Set<String> used(Kind kind) {
        return used.get(kind);
    }

    /** Takes note of a parameter. @return the same, with what its numbers are in the sets that fit the known figures */
    Parameter know(Parameter parameter) {
        Parameter fitted = accepted.map(sets -> fitted(parameter, sets)).orElse(parameter);
        parameters.put(fitted.id(), fitted);
        return fitted;
    }

    private static Parameter fitted(Parameter parameter, AcceptedSets sets) {
        Level general = parameter.general();
        Map<String, Level> byGroup = new LinkedHashMap<>();
        parameter.byGroup().forEach((group, level) ->
                byGroup.put(group, level.with(sets.of(parameter.id(), Optional.of(group), level))));
        return new Parameter(
                parameter.id(), parameter.label(), parameter.unit(),
                general == null ? null : general.with(sets.of(parameter.id(), Optional.empty(), general)), byGroup, parameter.place());
    }

    /** Takes note of the question bank that an assessment answers. */
    void know(QuestionBank questions) {
        bank = questions;
    }

    /** The question bank; only where an assessment is read. */
    QuestionBank bank() {
        return bank;
    }

    /** What several subjects are called, once {@code subjects} has been read. */
    Text subjects() {
        return subjects;
    }

    void know(Text severalSubjects) {
        subjects = severalSubjects;
    }

    /** A declared parameter; a stand-in when what stands there is wrong and has been reported. */
    Parameter parameter(String id) {
        return parameters.getOrDefault(id, standIn(id));
    }

    boolean isKnown(Parameter parameter) {
        return parameters.containsKey(parameter.id());
    }

    static Parameter standIn(String id) {
        return new Parameter(
                id, new Text("?", "?"), Unit.COUNT, new Level(0, 0, 0, EvidenceClass.ASSUMED, "?"), Map.of(),
                new Place("?", 0));
    }
}
