package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the YAML files of a folder into one tree. Of YAML it takes scalars, lists and mappings only: an anchor, an alias
 * or a tag of one's own is a failure, so nothing can be built, repeated or hidden by the file itself.
 */
final class TreeReader {

    private static final Set<Tag> PLAIN = Set.of(
            Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final Folder folder;
    private final Failures failures;

    TreeReader(Folder folder, Failures failures) {
        this.folder = folder;
        this.failures = failures;
    }

    /** All root keys of all files; a key may stand in one file only. */
    Tree.Mapping read() {
        for (String file : folder.files(".yml")) {
            failures.add(
                    folder.place(file, 0), "", Text.same(file),
                    new Text("filer, der ender på .yaml", "files that end in .yaml"), file.replaceAll("yml$", "yaml"));
        }
        // The assessment, the notes and the English of the sources are read by themselves: what is written there changes no run.
        List<String> files = folder.files(".yaml").stream()
                .filter(file -> !AssessmentFile.OWN.contains(file) && !file.equals(NotesFile.NAME) && !file.equals(Sources.NAME))
                .toList();
        if (files.isEmpty()) {
            failures.add(
                    folder.place(), "", new Text("ingen .yaml-filer", "no .yaml files"),
                    new Text("et scenarie i en eller flere .yaml-filer", "a scenario in one or more .yaml files"), "");
        }
        Map<String, Tree> root = new LinkedHashMap<>();
        for (String file : files) {
            folder.text(file, failures).flatMap(text -> compose(file, text)).ifPresent(tree -> merge(root, tree));
        }
        return new Tree.Mapping(folder.place(), root);
    }

    /** One file alone; empty when it cannot be read, and then that is a failure. */
    Optional<Tree.Mapping> read(String file) {
        Map<String, Tree> root = new LinkedHashMap<>();
        folder.text(file, failures).flatMap(text -> compose(file, text)).ifPresent(tree -> merge(root, tree));
        return root.isEmpty() ? Optional.empty() : Optional.of(new Tree.Mapping(folder.place(file, 1), root));
    }

    private void merge(Map<String, Tree> root, Tree file) {
        if (!(file instanceof Tree.Mapping)) {
            failures.add(file.place(), "", file.said(), new Text("nøgler som title og steps", "keys such as title and steps"), "");
        }
        file.keys().forEach((key, value) -> {
            Tree first = root.putIfAbsent(key, value);
            if (first != null) {
                twice(key, key, first.place(), value.place());
            }
        });
    }

    /** A file's text as a tree; empty when it holds nothing, or is no YAML, which is a failure. */
    Optional<Tree> compose(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        // Nothing an alias points to is ever walked into, so their number is no danger, and each gets a failure of its own.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        // A type is no danger either, as nothing is constructed; it gets a failure of its own too.
        options.setTagInspector(tag -> true);
        try {
            // The constructor is never asked to construct anything: composing stops at nodes.
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return node == null ? Optional.empty() : Optional.of(tree(file, "", node, line(file, node.getStartMark())));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            unreadable(line(file, mark), e.getProblem());
        } catch (YAMLException e) {
            unreadable(folder.place(file, 0), e.getMessage());
        }
        return Optional.empty();
    }

    private Tree tree(String file, String path, Node node, Place place) {
        if (node.getAnchor() != null) {
            failures.add(
                    place, path, Text.same("&" + node.getAnchor()),
                    new Text("YAML uden ankre (& og *): skriv det ud", "YAML without anchors (& and *): write it out"), "");
            return new Tree.Scalar(place, "");
        }
        if (!PLAIN.contains(node.getTag())) {
            failures.add(
                    place, path, Text.same(node.getTag().getValue()),
                    new Text("YAML uden egne typer (!)", "YAML without types of its own (!)"), "");
            return new Tree.Scalar(place, "");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(file, path, mapping, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(tree(file, Cursor.below(path, "" + items.size()), item, line(file, item.getStartMark())));
            }
            return new Tree.Items(place, items);
        }
        boolean nothing = node.getTag().equals(Tag.NULL);
        return new Tree.Scalar(place, nothing ? "" : ((ScalarNode) node).getValue());
    }

    private Tree mapping(String file, String path, MappingNode node, Place place) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place at = line(file, tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                failures.add(
                        at, path, new Text("en nøgle, der er en liste eller har nøgler selv", "a key that is a list or has keys itself"),
                        new Text("et ord som nøgle", "a word as key"), "");
                continue;
            }
            String key = scalar.getValue();
            String below = Cursor.below(path, key);
            Tree value = tree(file, below, tuple.getValueNode(), at);
            Tree first = entries.putIfAbsent(key, value);
            if (first != null) {
                twice(below, key, first.place(), at);
            }
        }
        return new Tree.Mapping(place, entries);
    }

    private void twice(String subject, String key, Place first, Place second) {
        failures.add(
                second, subject, new Text(key + " for anden gang; den står også i " + first, key + " a second time; it also stands in " + first),
                new Text("hver nøgle en gang", "each key once"), "");
    }

    private void unreadable(Place place, String problem) {
        failures.add(
                place, "", new Text("noget, der ikke er YAML: " + problem, "something that is not YAML: " + problem),
                new Text(
                        "gyldig YAML; en tekst med \": \" eller \" #\" skal stå i anførselstegn, og der rykkes ind med mellemrum",
                        "valid YAML; a text with \": \" or \" #\" must stand in quotes, and one indents with spaces"),
                "");
    }

    private Place line(String file, Mark mark) {
        return folder.place(file, mark == null ? 0 : mark.getLine() + 1);
    }
}
