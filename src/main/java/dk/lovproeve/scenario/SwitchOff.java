package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A tree with provisions switched off: whoever was sent to one of their steps is sent to that step's {@code if-off}
 * instead, and on from there when that is switched off too. The steps themselves stay where they are; nobody comes there.
 */
final class SwitchOff {

    private final Tree.Mapping tree;
    private final Cursor without;
    private final Set<Set<String>> circles = new HashSet<>();
    private final Map<String, String> instead = new LinkedHashMap<>();

    SwitchOff(Tree.Mapping tree, Cursor without, List<String> provisions) {
        this.tree = tree;
        this.without = without;
        Tree steps = tree.entries().get(Kind.STEP.root());
        if (steps != null) {
            steps.keys().forEach((id, step) -> {
                if (provisions.contains(step.word("provision")) && !step.word("if-off").isEmpty()) {
                    instead.put(id, step.word("if-off").strip());
                }
            });
        }
    }

    Tree.Mapping tree() {
        Tree.Mapping changed = tree;
        changed = each(changed, Kind.STEP.root(), this::step);
        return each(changed, Kind.TRACK.root(), track -> goingTo(track, "entry"));
    }

    private static Tree.Mapping each(
            Tree.Mapping tree, String root, UnaryOperator<Tree> change) {
        if (!(tree.entries().get(root) instanceof Tree.Mapping all)) {
            return tree;
        }
        Tree.Mapping changed = all;
        for (Map.Entry<String, Tree> one : all.entries().entrySet()) {
            changed = changed.with(one.getKey(), change.apply(one.getValue()));
        }
        return tree.with(root, changed);
    }

    private Tree step(Tree step) {
        Tree changed = step;
        for (Outcome outcome : Outcome.values()) {
            changed = goingTo(changed, outcome.key());
        }
        return changed;
    }

    /** The node with whatever its key sends to redirected: a step, an arrow, or a list of choices. */
    private Tree goingTo(Tree node, String key) {
        Tree arrow = node.keys().get(key);
        return arrow == null ? node : ((Tree.Mapping) node).with(key, redirected(arrow));
    }

    private Tree redirected(Tree arrow) {
        if (arrow instanceof Tree.Scalar scalar) {
            return new Tree.Scalar(scalar.place(), target(scalar.text()), scalar.first());
        }
        if (arrow instanceof Tree.Items choices) {
            return new Tree.Items(
                    choices.place(), choices.items().stream().map(choice -> goingTo(choice, "to")).toList());
        }
        return goingTo(arrow, "to");
    }

    private String target(String step) {
        Set<String> passed = new LinkedHashSet<>();
        String here = step;
        while (instead.containsKey(here)) {
            if (!passed.add(here)) {
                if (!circles.add(Set.copyOf(passed))) {
                    return step;
                }
                String way = String.join(" -> ", passed) + " -> " + here;
                without.fail(
                        new Text("en kreds af if-off: " + way, "a circle of if-off: " + way),
                        new Text("if-off, der ender ved et trin, som bliver stående", "if-off that ends at a step that remains"), "");
                return step;
            }
            here = instead.get(here);
        }
        return here;
    }
}
