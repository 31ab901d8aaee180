package dk.lovproeve.report.template;

/**
 * Puts the file and line of each start tag into a template before it is parsed, as an attribute {@code at}. The XML that
 * comes out then still knows which line of which template each element was written on, and a failure can say so.
 */
final class MarkedSource {

    static final String ATTRIBUTE = "at";

    private final String file;
    private final String source;
    private final StringBuilder marked = new StringBuilder();
    private int position;
    private int line = 1;

    private MarkedSource(String file, String source) {
        this.file = file;
        this.source = source;
    }

    static String of(String file, String source) {
        return new MarkedSource(file, source).mark();
    }

    private String mark() {
        while (position < source.length()) {
            if (source.startsWith("<#--", position)) {
                copyThrough(source.indexOf("-->", position), 3);
            } else if (source.startsWith("<!--", position)) {
                copyThrough(source.indexOf("-->", position), 3);
            } else if (startsDirective()) {
                copyThrough(end('>'), 1);
            } else if (source.startsWith("${", position)) {
                copyThrough(end('}'), 1);
            } else if (startsElement()) {
                copyName();
            } else {
                copyOne();
            }
        }
        return marked.toString();
    }

    private boolean startsDirective() {
        return source.startsWith("<#", position)
                || source.startsWith("</#", position)
                || source.startsWith("<@", position)
                || source.startsWith("</@", position);
    }

    private boolean startsElement() {
        return source.charAt(position) == '<'
                && position + 1 < source.length()
                && Character.isLetter(source.charAt(position + 1));
    }

    private void copyName() {
        int startLine = line;
        copyOne();
        while (position < source.length() && isNamePart(source.charAt(position))) {
            copyOne();
        }
        marked.append(' ').append(ATTRIBUTE).append("=\"").append(file).append(':').append(startLine).append('"');
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' || c == '.';
    }

    /** The first closing character outside quotes and brackets; -1 when there is none. */
    private int end(char closing) {
        int open = 0;
        char quote = 0;
        for (int i = position + 2; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == closing && open == 0) {
                return i;
            } else if (c == '(' || c == '[' || c == '{') {
                open++;
            } else if (c == ')' || c == ']' || c == '}') {
                open--;
            }
        }
        return -1;
    }

    private void copyThrough(int end, int length) {
        int stop = end < 0 ? source.length() : Math.min(source.length(), end + length);
        while (position < stop) {
            copyOne();
        }
    }

    private void copyOne() {
        char c = source.charAt(position++);
        if (c == '\n') {
            line++;
        }
        marked.append(c);
    }
}
