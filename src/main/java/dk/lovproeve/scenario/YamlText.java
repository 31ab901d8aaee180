package dk.lovproeve.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes maps, lists and words as YAML that a person can read and that differs only in the lines where something differs:
 * a key a line, long texts folded at a fixed width, and never a wrap that hangs on what stands above.
 */
final class YamlText {

    private static final int WIDTH = 110;
    /** Words that mean themselves to every reader of YAML, whatever its version. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9ÆØÅæøå§(][\\p{L}\\p{N} .,;()/§%+_'\"-]*");
    /** What some readers take for something else than words. */
    private static final Pattern TAKEN = Pattern.compile("(?i)(true|false|yes|no|on|off|y|n|null|~)|[-+.0-9][-+.0-9_,eE:xoO]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FOLDABLE = Pattern.compile("\\S+( \\S+)*");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** The text of a map, without its braces; each line ends in a line feed. */
    static String of(Map<String, ?> map) {
        YamlText text = new YamlText();
        text.map(map, 0);
        return text.out.toString();
    }

    private void map(Map<String, ?> map, int depth) {
        map.forEach((key, value) -> {
            out.append("  ".repeat(depth)).append(word(key)).append(':');
            value(value, depth);
        });
    }

    @SuppressWarnings("unchecked")
    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            out.append(map.isEmpty() ? " {}\n" : "\n");
            map((Map<String, ?>) map, depth + 1);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value instanceof Boolean) {
            out.append(' ').append(value).append('\n');
        } else {
            scalar(value.toString(), depth);
        }
    }

    private void list(List<?> list, int depth) {
        boolean words = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        if (words) {
            out.append(" [").append(String.join(", ", list.stream().map(item -> flow(item.toString())).toList())).append("]\n");
            return;
        }
        out.append('\n');
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map) || map.isEmpty()) {
                out.append("  ".repeat(depth + 1)).append('-');
                value(item, depth + 1);
                continue;
            }
            int from = out.length();
            value(item, depth + 1);
            // The first key of an item stands behind its hyphen.
            String indented = "  ".repeat(depth + 2);
            String said = out.substring(from).replaceFirst("^\\n" + indented, "  ".repeat(depth + 1) + "- ");
            out.setLength(from);
            out.append(said);
        }
    }

    private void scalar(String words, int depth) {
        boolean isLong = words.length() + 2 * depth > WIDTH;
        if (isLong && FOLDABLE.matcher(words).matches() && words.chars().noneMatch(c -> Character.isISOControl(c) || !isPrintable(c))) {
            out.append(" >-\n");
            String indent = "  ".repeat(depth + 1);
            StringBuilder line = new StringBuilder(indent);
            for (String word : words.split(" ")) {
                if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                    out.append(line).append('\n');
                    line = new StringBuilder(indent);
                }
                line.append(line.length() > indent.length() ? " " : "").append(word);
            }
            out.append(line).append('\n');
        } else {
            out.append(' ').append(word(words)).append('\n');
        }
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c != 0xFEFF && c != 0x2028 && c != 0x2029 && !Character.isSurrogate((char) c);
    }

    private static String flow(String word) {
        String plain = word(word);
        return plain.contains(",") && !plain.startsWith("\"") ? quoted(word) : plain;
    }

    private static String word(String words) {
        boolean plain = PLAIN.matcher(words).matches() && !words.endsWith(" ") && (!TAKEN.matcher(words).matches() || NUMBER.matcher(words).matches())
                || DATE.matcher(words).matches();
        return plain ? words : quoted(words);
    }

    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || Character.isSurrogate(c) || c >= 0xFFFE) {
                quoted.append(String.format("\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
