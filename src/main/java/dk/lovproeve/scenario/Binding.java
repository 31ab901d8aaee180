package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<Kind, Set<String>> used = new EnumMap<>(Kind.class);

    Binding(Tree.Mapping root, Failures failures) {
        this.root = root;
        this.failures = failures;
        for (Kind kind : Kind.values()) {
            used.put(kind, new HashSet<>());
        }
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

    /** The word below a key of a declared thing, such as the track of a step; {@code ""} when it is not to be had. */
    String word(Kind kind, String id, String key) {
        Tree declared = declarations(kind).get(id);
        return declared == null ? "" : declared.word(key);
    }

    void use(Kind kind, String id) {
        used.get(kind).add(id);
    }

    Set<String> used(Kind kind) {
        return used.get(kind);
    }

    void know(Parameter parameter) {
        parameters.put(parameter.id(), parameter);
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
