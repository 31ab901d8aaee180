package dk.lovproeve.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in today's words what the first edition of the language wrote otherwise, so that a failure can show it. */
final class FirstEdition {

    private static final Map<String, String> KEYS = Map.of(
            "persons", "number",
            "citizens-each", "subjects-each",
            "states-per-1000-kroner", "raises-per-1000",
            "subscription", "traits",
            "minutes-measures", "actors",
            "until", "expired");

    private FirstEdition() {}

    /** The key that says what a key of the first edition said. */
    static Optional<String> nowCalled(String key) {
        return Optional.ofNullable(KEYS.get(key));
    }

    /** The words, or {@code ""} when this is nothing the first edition knew. */
    static String inWords(Tree tree) {
        return words(tree, false);
    }

    /** @param within whether the words stand beside others and need a parenthesis round an or */
    private static String words(Tree tree, boolean within) {
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text().strip();
        }
        if (tree instanceof Tree.Items list) {
            return joined(list.items(), " and ", false);
        }
        Map<String, Tree> keys = tree.keys();
        String form = keys.keySet().stream().findFirst().orElse("");
        String name = tree.word(form);
        return switch (form) {
            case "all" -> joined(keys.get(form).elements(), " and ", false);
            case "any" -> joined(keys.get(form).elements(), " or ", within);
            case "not" -> not(keys.get(form));
            case "target-group", "group" -> form + " is "
                    + keys.get(form).elements().stream().map(one -> words(one, false)).collect(Collectors.joining(", "));
            case "capacity" -> name + " < " + tree.word("below");
            case "state" -> name + " > " + tree.word("above");
            case "circumstance" -> name;
            case "extended-fewer-than" -> "extensions < " + name;
            case "helper-away" -> "group is 2 and helper-away >= " + name;
            default -> "";
        };
    }

    private static String not(Tree of) {
        String words = words(of, false);
        boolean single = words.startsWith("not ") || !words.contains(" ") || words.startsWith("(");
        return words.isEmpty() ? "" : single ? "not " + words : "not (" + words + ")";
    }

    private static String joined(List<Tree> parts, String by, boolean inParenthesis) {
        List<String> words = parts.stream().map(part -> words(part, true)).toList();
        if (words.isEmpty() || words.contains("")) {
            return "";
        }
        String all = String.join(by, words);
        return inParenthesis && words.size() > 1 ? "(" + all + ")" : all;
    }
}
