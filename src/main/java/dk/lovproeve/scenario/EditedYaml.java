package dk.lovproeve.scenario;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes a YAML text only in the lines that are to say something else, so that comments, order and layout that somebody has
 * written by hand stay where they are. What is written in one line in braces, or is a list that has not merely grown, is
 * written anew when something in it changes.
 */
final class EditedYaml {

    private final List<String> lines;
    private final List<Edit> edits = new ArrayList<>();

    /** Lines {@code from} to {@code to}, the last excluded, become others; none are taken away where the two are the same. */
    private record Edit(int from, int to, List<String> lines) {}

    private EditedYaml(String text) {
        this.lines = List.of(text.split("\n", -1));
    }

    /**
     * The text with what has changed.
     *
     * @param text   YAML that holds a mapping, without anchors or types of its own
     * @param before what the text says, as it would be written; keys that the text has besides are left alone
     * @param after  what it is to say
     */
    static String of(String text, Map<String, ?> before, Map<String, ?> after) {
        EditedYaml edited = new EditedYaml(text);
        Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        edited.mapping((MappingNode) root, before, after);
        return edited.text();
    }

    // ---- finding what has changed ----

    private void mapping(MappingNode node, Map<String, ?> before, Map<String, ?> after) {
        Map<String, NodeTuple> here = new LinkedHashMap<>();
        node.getValue().forEach(tuple -> here.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple));
        int first = line(node.getValue().get(0).getKeyNode());
        int column = node.getValue().get(0).getKeyNode().getStartMark().getColumn();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.stream().filter(key -> !after.containsKey(key) && here.containsKey(key)).forEach(key ->
                edits.add(new Edit(line(here.get(key).getKeyNode()), end(here.get(key).getValueNode()), List.of())));
        int at = first;
        for (Map.Entry<String, ?> entry : after.entrySet()) {
            NodeTuple tuple = here.get(entry.getKey());
            Object was = before.get(entry.getKey());
            if (tuple != null) {
                at = end(tuple.getValueNode());
            }
            if (Objects.equals(was, entry.getValue())) {
                continue;
            }
            if (tuple == null) {
                edits.add(new Edit(at, at, written(entry.getKey(), entry.getValue(), column)));
            } else if (!within(tuple.getValueNode(), was, entry.getValue())) {
                edits.add(new Edit(line(tuple.getKeyNode()), at, written(entry.getKey(), entry.getValue(), column)));
            }
        }
    }

    /** Changes something inside a value; where that cannot be done nothing is changed, and the value must be written anew. */
    @SuppressWarnings("unchecked")
    private boolean within(Node node, Object before, Object after) {
        boolean block = node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK && !collection.getValue().isEmpty();
        if (block && node instanceof MappingNode mapping && before instanceof Map && after instanceof Map) {
            mapping(mapping, (Map<String, ?>) before, (Map<String, ?>) after);
            return true;
        }
        if (block && node instanceof SequenceNode && before instanceof List<?> was && after instanceof List<?> is
                && is.size() > was.size() && is.subList(0, was.size()).equals(was)) {
            List<?> added = is.subList(was.size(), is.size());
            boolean items = added.stream().allMatch(item -> item instanceof Map);
            if (items) {
                List<String> more = written("x", added, 0);
                String indent = " ".repeat(node.getStartMark().getColumn());
                int end = end(node);
                edits.add(new Edit(end, end, more.subList(1, more.size()).stream().map(l -> indent + l.substring(2)).toList()));
            }
            return items;
        }
        return false;
    }

    private static List<String> written(String key, Object value, int column) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(key, value);
        return YamlText.of(one).lines().map(l -> " ".repeat(column) + l).toList();
    }

    // ---- lines ----

    private static int line(Node node) {
        return node.getStartMark().getLine();
    }

    /** The line after the last one that a value stands on; comments and blank lines below it belong to what follows. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK && !collection.getValue().isEmpty()) {
            Object last = collection.getValue().get(collection.getValue().size() - 1);
            return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
        }
        Mark mark = node.getEndMark();
        int end = mark.getColumn() == 0 && mark.getLine() > line(node) ? mark.getLine() : mark.getLine() + 1;
        while (end > line(node) + 1 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    private String text() {
        // Where something is put in and something else taken away at the same line, what is put in comes first.
        edits.sort(Comparator.comparingInt(Edit::from).thenComparing(e -> e.to() > e.from()));
        List<String> changed = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            changed.addAll(lines.subList(at, edit.from()));
            changed.addAll(edit.lines());
            at = edit.to();
        }
        changed.addAll(lines.subList(at, lines.size()));
        return String.join("\n", changed);
    }
}
