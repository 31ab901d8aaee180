package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the same thing once for each of several. {@code several: {duty: {post: TEXT, booking: TEXT}}} declares the members
 * of a placeholder; where {@code $duty} stands,
 *
 * <ul>
 *   <li>in a key, the entry is repeated for each member, whose id stands in the placeholder's place there and below;
 *   <li>in an item of a list, outside any list of its own and where nothing above has fixed it, the item is repeated;
 *   <li>in a text, the member's label stands in its place ({@code $Duty}: with a capital), elsewhere its id;
 *   <li>after {@code any}, {@code all} or {@code sum} in words, the name or the parenthesis is written for each member,
 *       joined by or, and, or plus. It ranges over the placeholders that nothing above has fixed; over all of its own where
 *       everything is fixed.
 * </ul>
 *
 * Every part keeps the line it was written on. Variants are left alone: they change the tree before it is expanded.
 */
final class Several {

    private static final String ROOT = "several";

    /** A dollar and a name; which part of the name is the placeholder, the declarations say. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Za-z][a-z0-9]*(?:-[a-z0-9]+)*)");
    private static final Pattern OVER_ALL = Pattern.compile("(?<![\\w$-])(any|all|sum)\\s+(?=\\(|[\\w$-])");
    private static final Map<String, String> JOINED = Map.of("any", " or ", "all", " and ", "sum", " + ");

    private final Failures failures;
    private final Map<String, Map<String, Text>> members;

    private Several(Failures failures, Map<String, Map<String, Text>> members) {
        this.failures = failures;
        this.members = members;
    }

    /**
     * The tree with everything written out and without the key {@code several}.
     *
     * @param failures gets what cannot be written out: a placeholder nobody declared, or that nothing repeats, and a name
     *                 that comes twice
     */
    static Tree.Mapping expand(Tree.Mapping root, Failures failures) {
        Several several = new Several(failures, declared(root, failures));
        Map<String, Tree> expanded = new LinkedHashMap<>();
        root.entries().forEach((key, tree) -> {
            if (key.equals("variants")) {
                expanded.put(key, tree);
            } else if (!key.equals(ROOT)) {
                expanded.put(key, several.written(tree, key, key, Map.of()));
            }
        });
        return new Tree.Mapping(root.place(), expanded);
    }

    private static Map<String, Map<String, Text>> declared(Tree.Mapping root, Failures failures) {
        Map<String, Map<String, Text>> all = new LinkedHashMap<>();
        Optional<Cursor> several = new Binding(root, failures).cursor().maybe(ROOT);
        for (Cursor placeholder : several.map(Cursor::declared).orElse(List.of())) {
            Map<String, Text> labels = new LinkedHashMap<>();
            placeholder.declared().forEach(member -> labels.put(member.key(), member.text()));
            if (labels.isEmpty() && placeholder.tree() instanceof Tree.Mapping) {
                placeholder.fail(new Text("ingen", "none"), new Text("mindst én at skrive for", "at least one to write for"), "");
            }
            all.put(placeholder.key(), labels);
        }
        return all;
    }

    // ---- trees ----

    /**
     * @param key   the key right above
     * @param fixed the member that stands for each placeholder here
     */
    private Tree written(Tree tree, String path, String key, Map<String, String> fixed) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping(mapping, path, fixed);
        }
        if (tree instanceof Tree.Items list) {
            List<Tree> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                Tree item = list.items().get(i);
                for (Map<String, String> one : each(open(item, "", fixed.keySet()), fixed)) {
                    items.add(written(item, Cursor.below(path, "" + i), "", one));
                }
            }
            return new Tree.Items(list.place(), items);
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        String text = written(scalar, scalar.text(), path, key, fixed);
        boolean changed = !scalar.first().equals(scalar.text());
        return new Tree.Scalar(scalar.place(), text, changed ? written(scalar, scalar.first(), path, key, fixed) : text);
    }

    private String written(Tree.Scalar scalar, String text, String path, String key, Map<String, String> fixed) {
        return text.indexOf('$') < 0 ? text : new Line(scalar, path, key).written(text, fixed);
    }

    private Tree mapping(Tree.Mapping mapping, String path, Map<String, String> fixed) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, below) -> {
            String way = Cursor.below(path, key);
            Line line = new Line(below, way, "");
            Set<String> own = new LinkedHashSet<>(line.names(key));
            own.removeAll(fixed.keySet());
            for (Map<String, String> one : each(own, fixed)) {
                String written = key.indexOf('$') < 0 ? key : line.written(key, one);
                Tree first = entries.putIfAbsent(written, written(below, way, key, one));
                if (first != null) {
                    failures.add(
                            below.place(), way,
                            new Text(written + " for anden gang; det står også i " + first.place(), written + " a second time; it also stands in " + first.place()),
                            new Text("hvert navn en gang, når alt er skrevet ud", "each name once when everything is written out"), "");
                }
            }
        });
        return new Tree.Mapping(mapping.place(), entries);
    }

    /** The placeholders in a tree that neither a key nor a list of its own repeats, in the order they come. */
    private Set<String> open(Tree tree, String key, Set<String> fixed) {
        Set<String> open = new LinkedHashSet<>();
        if (tree instanceof Tree.Scalar scalar) {
            open.addAll(new Line(tree, "", key).open(scalar.text()));
        }
        tree.keys().forEach((name, below) -> {
            Set<String> within = new LinkedHashSet<>(open(below, name, fixed));
            within.removeAll(new Line(below, "", "").names(name));
            open.addAll(within);
        });
        open.removeAll(fixed);
        return open;
    }

    /** What is fixed, and one member for each of these placeholders: every combination, the last changing fastest. */
    private List<Map<String, String>> each(Set<String> placeholders, Map<String, String> fixed) {
        List<Map<String, String>> all = List.of(fixed);
        for (String placeholder : placeholders) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String member : members.get(placeholder).keySet()) {
                    Map<String, String> more = new LinkedHashMap<>(one);
                    more.put(placeholder, member);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    // ---- lines ----

    /** One line of text or words, and where it stands. */
    private final class Line {

        private final Tree at;
        private final String path;
        private final String key;

        Line(Tree at, String path, String key) {
            this.at = at;
            this.path = path;
            this.key = key;
        }

        /** The declared placeholders in it. */
        Set<String> names(String text) {
            return PLACEHOLDER.matcher(text).results()
                    .map(found -> declared(found.group(1)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Those that no any, all or sum takes care of. */
        Set<String> open(String text) {
            if (isText()) {
                return names(text);
            }
            Set<String> names = new LinkedHashSet<>();
            int from = 0;
            Matcher over = OVER_ALL.matcher(text);
            while (over.find(from)) {
                int end = operandEnd(text, over.end());
                names.addAll(names(text.substring(from, over.start())));
                from = end;
            }
            names.addAll(names(text.substring(from)));
            return names;
        }

        /** In a text any, all and sum are words like others. */
        private boolean isText() {
            return key.equals("da") || key.equals("en");
        }

        String written(String text, Map<String, String> fixed) {
            if (isText()) {
                return replaced(text, fixed);
            }
            StringBuilder words = new StringBuilder();
            int from = 0;
            Matcher over = OVER_ALL.matcher(text);
            while (over.find(from)) {
                int end = operandEnd(text, over.end());
                String operand = text.substring(over.end(), end);
                words.append(replaced(text.substring(from, over.start()), fixed));
                words.append(names(operand).isEmpty() ? over.group() + replaced(operand, fixed) : overAll(over.group(1), operand, fixed));
                from = end;
            }
            return words.append(replaced(text.substring(from), fixed)).toString();
        }

        private String overAll(String word, String operand, Map<String, String> fixed) {
            Set<String> free = names(operand);
            free.removeAll(fixed.keySet());
            Set<String> ranging = free.isEmpty() ? names(operand) : free;
            return each(ranging, fixed).stream()
                    .map(one -> written(operand, one))
                    .collect(Collectors.joining(JOINED.get(word), "(", ")"));
        }

        /** The end of a name, or of a parenthesis with all that is in it. */
        private int operandEnd(String text, int start) {
            int end = start;
            if (text.charAt(start) != '(') {
                while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || "$-".indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                return end;
            }
            int open = 0;
            do {
                open += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
                end++;
            } while (open > 0 && end < text.length());
            return end;
        }

        private String replaced(String text, Map<String, String> fixed) {
            return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replaced(found.group(1), found.group(), fixed)));
        }

        private String replaced(String name, String asWritten, Map<String, String> fixed) {
            Optional<String> placeholder = declared(name);
            if (placeholder.isEmpty()) {
                String meant = Nearest.to(name, members.keySet());
                failures.add(
                        at.place(), path, Text.same(asWritten),
                        new Text("$ og et ord, der står under several", "$ and a word that stands under several"),
                        meant.isEmpty() ? "" : "$" + meant);
                return asWritten;
            }
            String member = fixed.get(placeholder.get());
            if (member == null) {
                failures.add(
                        at.place(), path, Text.same("$" + placeholder.get()),
                        new Text(
                                "$" + placeholder.get() + " kun i en liste, under en nøgle med $" + placeholder.get() + " i, eller efter any, all eller sum",
                                "$" + placeholder.get() + " only in a list, below a key with $" + placeholder.get() + " in it, or after any, all or sum"),
                        "");
                return asWritten;
            }
            Text label = members.get(placeholder.get()).get(member);
            String stands = key.equals("da") ? label.da() : key.equals("en") ? label.en() : member;
            boolean capital = Character.isUpperCase(name.charAt(0));
            return (capital ? stands.substring(0, 1).toUpperCase(Locale.ROOT) + stands.substring(1) : stands)
                    + name.substring(placeholder.get().length());
        }

        /** The longest declared placeholder that a name begins with: {@code $duty-share} may be duty and something more. */
        private Optional<String> declared(String name) {
            String small = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            return members.keySet().stream()
                    .filter(placeholder -> (small + "-").startsWith(placeholder + "-"))
                    .max(Comparator.comparingInt(String::length));
        }
    }
}
