package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A variant's changes to the tree of the bill, or of another variant, made in the order set, add, remove, without. Paths are dotted from the
 * root; an element of a list is named by its index from 0 as the list is when the change is made.
 */
final class Patch {

    private static final Text EXISTING = new Text("en sti til noget, der står i lovforslaget", "a path to something that stands in the bill");

    private final Optional<Cursor> sets;
    private final Optional<Cursor> adds;
    private final Optional<Cursor> removes;
    private final Optional<Cursor> without;
    private final List<String> provisionsOff;

    /**
     * A change that is still to be made.
     *
     * @param sets          the place of its {@code set}; likewise the others
     * @param provisionsOff what stands below {@code without}
     */
    Patch(
            Optional<Cursor> sets, Optional<Cursor> adds, Optional<Cursor> removes, Optional<Cursor> without,
            List<String> provisionsOff) {
        this.sets = sets;
        this.adds = adds;
        this.removes = removes;
        this.without = without;
        this.provisionsOff = List.copyOf(provisionsOff);
    }

    boolean changesNothing() {
        return sets.isEmpty() && adds.isEmpty() && removes.isEmpty() && without.isEmpty();
    }

    /** The provisions that are switched off. */
    List<String> provisionsOff() {
        return provisionsOff;
    }

    /** The tree with the changes made; those that cannot be made are failures and left out. */
    Tree.Mapping apply(Tree.Mapping original) {
        Tree.Mapping tree = original;
        for (Cursor change : entries(sets)) {
            String path = pathOf(change, sets.get());
            if (mayTouch(change, path) && exists(change, tree, path)) {
                tree = replace(tree, path, old -> changed(old, change.tree()));
            }
        }
        for (Cursor change : entries(adds)) {
            String path = pathOf(change, adds.get());
            if (mayTouch(change, path)) {
                tree = add(change, tree, path);
            }
        }
        for (Cursor change : Cursor.items(removes).toList()) {
            String path = change.words(EXISTING);
            if (!path.equals(Binding.UNKNOWN) && mayTouch(change, path) && exists(change, tree, path)) {
                tree = remove(tree, path);
            }
        }
        return provisionsOff.isEmpty() ? tree : new SwitchOff(tree, without.get(), provisionsOff).tree();
    }

    /** One word put in another's place remembers what stood there first. */
    private static Tree changed(Tree old, Tree change) {
        return old instanceof Tree.Scalar before && change instanceof Tree.Scalar after
                ? new Tree.Scalar(after.place(), after.text(), before.first())
                : change;
    }

    private static List<Cursor> entries(Optional<Cursor> changes) {
        return changes.map(Cursor::entries).orElse(List.of());
    }

    private static String pathOf(Cursor change, Cursor changes) {
        return change.path().substring(changes.path().length() + 1);
    }

    private static boolean mayTouch(Cursor change, String path) {
        for (String root : List.of(Kind.VARIANT.root(), Kind.CASE.root(), ScenarioForm.CORRELATIONS.name(), ScenarioForm.CALIBRATION.name())) {
            if (path.equals(root) || path.startsWith(root + ".")) {
                change.fail(Text.same(path), new Text("en sti uden for " + root, "a path outside " + root), "");
                return false;
            }
        }
        return true;
    }

    /** Whether something stands at the path; where not, a failure that names the nearest key there is. */
    private static boolean exists(Cursor change, Tree tree, String path) {
        Tree here = tree;
        String way = "";
        for (String part : path.split("\\.", -1)) {
            Tree next = child(here, part);
            if (next == null) {
                String before = way;
                String after = path.substring(Cursor.below(way, part).length());
                change.fail(
                        new Text(path + ", men " + place(before, here) + " har ingen " + part, path + ", but " + placeEn(before, here) + " has no " + part),
                        EXISTING,
                        Nearest.of(part, here.keys().keySet()).map(near -> Cursor.below(before, near) + after).orElse(""));
                return false;
            }
            here = next;
            way = Cursor.below(way, part);
        }
        return true;
    }

    private static String place(String way, Tree here) {
        return way.isEmpty() ? "roden" : way + (here instanceof Tree.Items list ? " (" + list.items().size() + " elementer)" : "");
    }

    private static String placeEn(String way, Tree here) {
        return way.isEmpty() ? "the root" : way + (here instanceof Tree.Items list ? " (" + list.items().size() + " elements)" : "");
    }

    private static Tree child(Tree here, String part) {
        if (here instanceof Tree.Items list) {
            int index = index(part);
            return index >= 0 && index < list.items().size() ? list.items().get(index) : null;
        }
        return here.keys().get(part);
    }

    private static int index(String part) {
        return part.matches("\\d{1,6}") ? Integer.parseInt(part) : -1;
    }

    private static Tree.Mapping add(Cursor change, Tree.Mapping tree, String path) {
        int dot = path.lastIndexOf('.');
        String parent = dot < 0 ? "" : path.substring(0, dot);
        String last = path.substring(dot + 1);
        if (!parent.isEmpty() && !exists(change, tree, parent)) {
            return tree;
        }
        Tree at = parent.isEmpty() ? tree : at(tree, parent);
        if (at instanceof Tree.Items list) {
            if (index(last) < 0 || index(last) > list.items().size()) {
                change.fail(
                        Text.same(path),
                        new Text("en plads i listen: 0 til " + list.items().size(), "a place in the list: 0 to " + list.items().size()),
                        Cursor.below(parent, "" + list.items().size()));
                return tree;
            }
            return replace(tree, parent, old -> {
                List<Tree> longer = old.openElements();
                longer.add(index(last), change.tree());
                return new Tree.Items(old.place(), longer);
            });
        }
        if (!(at instanceof Tree.Mapping mapping) || mapping.entries().containsKey(last)) {
            change.fail(
                    new Text(path + ", der allerede står i lovforslaget", path + ", which stands in the bill already"),
                    new Text("en sti, hvor intet står endnu; brug set for at ændre", "a path where nothing stands yet; use set to change"), "");
            return tree;
        }
        return parent.isEmpty()
                ? tree.with(last, change.tree())
                : replace(tree, parent, old -> ((Tree.Mapping) old).with(last, change.tree()));
    }

    private static Tree at(Tree tree, String path) {
        Tree here = tree;
        for (String part : path.split("\\.")) {
            here = child(here, part);
        }
        return here;
    }

    private static Tree.Mapping remove(Tree.Mapping tree, String path) {
        int dot = path.lastIndexOf('.');
        String last = path.substring(dot + 1);
        if (dot < 0) {
            return tree.without(last);
        }
        return replace(tree, path.substring(0, dot), parent -> {
            if (parent instanceof Tree.Mapping mapping) {
                return mapping.without(last);
            }
            List<Tree> shorter = parent.openElements();
            shorter.remove(index(last));
            return new Tree.Items(parent.place(), shorter);
        });
    }

    /** The tree with something else at a path where something stands. */
    private static Tree.Mapping replace(Tree.Mapping tree, String path, UnaryOperator<Tree> change) {
        return (Tree.Mapping) replace(tree, List.of(path.split("\\.")), change);
    }

    private static Tree replace(Tree here, List<String> path, UnaryOperator<Tree> change) {
        if (path.isEmpty()) {
            return change.apply(here);
        }
        String part = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (here instanceof Tree.Mapping mapping) {
            return mapping.with(part, replace(mapping.entries().get(part), rest, change));
        }
        List<Tree> items = here.openElements();
        items.set(index(part), replace(items.get(index(part)), rest, change));
        return new Tree.Items(here.place(), items);
    }
}
