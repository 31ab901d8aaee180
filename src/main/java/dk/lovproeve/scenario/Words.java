package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of one line of words, before anybody knows what its names mean. From loosest to tightest: {@code or},
 * {@code and}, {@code not}, a comparison or an {@code is}, plus and minus, times and division. Conditions and amounts share
 * one grammar, because until the names are known a parenthesis may hold either.
 */
final class Words {

    /** Said wherever a sign stands too near. */
    static final Text SPACES = new Text(
            "mellemrum på begge sider af + - * og /, for en bindestreg hører ellers til navnet",
            "spaces on both sides of + - * and /, since a hyphen otherwise belongs to the name");

    private static final Text AN_OPERAND = new Text("et navn, et tal eller en parentes", "a name, a number or a parenthesis");
    private static final Text AN_END = new Text(
            "slutningen af linjen, eller and, or, <, <=, >, >=, =, +, -, * eller / her", "the end of the line, or and, or, <, <=, >, >=, =, +, -, * or / here");

    private static final Pattern TOKEN =
            Pattern.compile("<=|>=|==|!=|<>|&&|\\|\\||[-+*/](?=\\s|$)|[<>=(),]|[^\\s<>=(),]+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+([.]\\d*)?|[.]\\d+)%?");
    /** A name or number, a sign too near it, and the next. */
    private static final Pattern CRAMPED = Pattern.compile("([\\w-]*\\w)?([-+*/])(\\w[\\w-]*)?|([\\w-]*\\w)-");

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=");
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("og", "and"), Map.entry("eller", "or"), Map.entry("ikke", "not"), Map.entry("er", "is"),
            Map.entry("&&", "and"), Map.entry("||", "or"), Map.entry("!", "not"), Map.entry("==", "="),
            Map.entry("AND", "and"), Map.entry("OR", "or"), Map.entry("NOT", "not"), Map.entry("IS", "is"),
            Map.entry("ingen", "none"));

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Words(String line) {
        this.line = line;
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start()));
        }
    }

    /** @throws Wrong when the line has no shape */
    static Shape read(String line) {
        Words words = new Words(line);
        words.tokens.forEach(words::legal);
        Shape shape = words.or();
        if (words.next < words.tokens.size()) {
            Token left = words.tokens.get(words.next);
            throw words.trailing(left, words.tokens.get(words.next - 1));
        }
        return shape;
    }

    private Wrong trailing(Token left, Token before) {
        if (left.text.equals(")")) {
            return wrong(left, new Text("en ( før hver )", "a ( before each )"), "");
        }
        if (left.text.matches("[-+].+")) {
            return wrong(left, SPACES, left.text.charAt(0) + " " + left.text.substring(1));
        }
        // A word of another language is what is wrong, not what follows it.
        return wrong(MEANT.containsKey(before.text) ? before : left, AN_END, "");
    }

    /** One word or sign, and where it begins. */
    private record Token(String text, int start) {}

    /** What a part of a line is, as far as its shape tells. */
    enum Sort {
        /** {@code word} is the name. */
        NAME,
        /** {@code word} is the number as written. */
        NUMBER,
        AND,
        OR,
        NOT,
        /** {@code word} is target-group, group or helper; the parts are what it may be. */
        IS,
        /** {@code word} is the sign; two parts. */
        COMPARISON,
        /** {@code word} is the sign, min or max; two parts. */
        CALCULATION,
        /** {@code word} is floor or ceil; one part. */
        ROUNDING
    }

    /** A part of a line. @param at where in the line its word stands */
    record Shape(Sort sort, String word, List<Shape> parts, String line, int at) {

        void fail(Cursor c, Text expected, String meant) {
            fail(c, Text.same(word), expected, meant);
        }

        void fail(Cursor c, Text found, Text expected) {
            fail(c, found, expected, "");
        }

        /** @param meant what should stand for this word; the failure then shows the whole line so */
        void fail(Cursor c, Text found, Text expected, String meant) {
            c.fail(within(found, word, line), expected, meant.isEmpty() ? "" : mended(line, at, word, meant));
        }
    }

    /** A line without a shape. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Text found;
        private final transient Text expected;
        private final String maybe;

        private Wrong(Text found, Text expected, String maybe) {
            super(expected.en());
            this.found = found;
            this.expected = expected;
            this.maybe = maybe;
        }

        Text found() {
            return found;
        }

        Text expected() {
            return expected;
        }

        String maybe() {
            return maybe;
        }
    }

    private static Text within(Text found, String word, String line) {
        return word.equals(line)
                ? found
                : new Text(found.da() + " (i: " + line + ")", found.en() + " (in: " + line + ")");
    }

    private static String mended(String line, int at, String word, String meant) {
        return line.substring(0, at) + meant + line.substring(at + word.length());
    }

    private Wrong wrong(Token token, Text expected, String meant) {
        String better = meant.isEmpty() ? MEANT.getOrDefault(token.text, "") : meant;
        return new Wrong(
                within(Text.same(token.text), token.text, line), expected,
                better.isEmpty() ? "" : mended(line, token.start, token.text, better));
    }

    /** Each word by itself: a name, a number or a sign. */
    private void legal(Token token) {
        String text = token.text;
        boolean sign = text.matches("<=|>=|[<>=(),+*/-]");
        if (sign) {
            spaced(token);
            return;
        }
        if (NAME.matcher(text).matches() || NUMBER.matcher(text).matches()) {
            return;
        }
        if (text.equals("!=") || text.equals("<>")) {
            throw wrong(token, new Text("not foran en sammenligning med =", "not before a comparison with ="), "");
        }
        if (MEANT.containsKey(text)) {
            throw wrong(token, Text.same(MEANT.get(text)), "");
        }
        if (CRAMPED.matcher(text).matches() || text.matches("[\\w.]+([-+*/][\\w.]*)+")) {
            String apart = text.replaceAll("([+*/])", " $1 ").replaceAll("^-|-$", " - ").replaceAll(" +", " ").strip();
            throw wrong(token, SPACES, apart);
        }
        throw wrong(
                token,
                new Text(
                        "navne af små bogstaver a-z, cifre og bindestreger, og ordene and, or og not",
                        "names of lower-case letters a-z, digits and hyphens, and the words and, or and not"),
                NAME.matcher(text.toLowerCase(Locale.ROOT)).matches() ? text.toLowerCase(Locale.ROOT) : "");
    }

    /** Signs of calculation keep their distance: {@code a -b} and {@code a- b} might each be a slip for a name. */
    private void spaced(Token token) {
        boolean arithmetic = "+-*/".contains(token.text);
        boolean before = token.start == 0 || " (,".indexOf(line.charAt(token.start - 1)) >= 0;
        int end = token.start + token.text.length();
        boolean after = end == line.length() || Character.isWhitespace(line.charAt(end));
        if (arithmetic && (!before || !after)) {
            throw wrong(token, SPACES, (before ? "" : " ") + token.text + (after ? "" : " "));
        }
    }

    // ---- the grammar, loosest first ----

    private Shape or() {
        return several("or", Sort.OR, this::and);
    }

    private Shape and() {
        return several("and", Sort.AND, this::not);
    }

    private Shape several(String word, Sort sort, Supplier<Shape> tighter) {
        int at = start();
        List<Shape> parts = new ArrayList<>(List.of(tighter.get()));
        while (take(word)) {
            parts.add(tighter.get());
        }
        return parts.size() == 1 ? parts.get(0) : new Shape(sort, word, parts, line, at);
    }

    private Shape not() {
        int at = start();
        return take("not") ? new Shape(Sort.NOT, "not", List.of(not()), line, at) : comparison();
    }

    private Shape comparison() {
        if (isNext("is", 1)) {
            return is();
        }
        Shape left = sum();
        if (!isNext(COMPARISONS)) {
            return left;
        }
        Token sign = tokens.get(next++);
        Shape right = sum();
        if (isNext(COMPARISONS)) {
            throw wrong(
                    tokens.get(next),
                    new Text("én sammenligning ad gangen, bundet sammen med and", "one comparison at a time, joined by and"), "");
        }
        return new Shape(Sort.COMPARISON, sign.text, List.of(left, right), line, sign.start);
    }

    private Shape is() {
        Token subject = tokens.get(next);
        if (!Set.of("target-group", "group", "helper").contains(subject.text)) {
            throw wrong(
                    subject,
                    new Text("target-group, group eller helper foran is", "target-group, group or helper before is"),
                    Nearest.to(subject.text, List.of("target-group", "group", "helper")));
        }
        next += 2;
        if (isNext("not", 0)) {
            Token not = tokens.get(next);
            String rest = line.substring(not.start + 3).strip();
            throw new Wrong(
                    within(Text.same("is not"), "is not", line),
                    new Text("not foran det hele", "not before the whole"),
                    line.substring(0, subject.start) + "not (" + subject.text + " is " + rest + ")");
        }
        List<Shape> among = new ArrayList<>();
        do {
            if (next >= tokens.size() || tokens.get(next).text.matches("[^a-z0-9].*|and|or|not|is")) {
                throw incomplete(new Text("et navn efter " + tokens.get(next - 1).text, "a name after " + tokens.get(next - 1).text));
            }
            Token one = tokens.get(next++);
            among.add(new Shape(Sort.NAME, one.text, List.of(), line, one.start));
        } while (take(","));
        return new Shape(Sort.IS, subject.text, among, line, subject.start);
    }

    private Shape sum() {
        Shape left = product();
        while (isNext(Set.of("+", "-"))) {
            Token sign = tokens.get(next++);
            left = new Shape(Sort.CALCULATION, sign.text, List.of(left, product()), line, sign.start);
        }
        return left;
    }

    private Shape product() {
        Shape left = single();
        while (isNext(Set.of("*", "/"))) {
            Token sign = tokens.get(next++);
            left = new Shape(Sort.CALCULATION, sign.text, List.of(left, single()), line, sign.start);
        }
        return left;
    }

    private Shape single() {
        if (next >= tokens.size()) {
            throw incomplete(AN_OPERAND);
        }
        Token token = tokens.get(next++);
        switch (token.text) {
            case "(":
                Shape inner = or();
                close(token);
                return inner;
            case "min", "max":
                Token open = open(token);
                Shape first = sum();
                if (!take(",")) {
                    throw incomplete(new Text(token.text + "(A, B) med to størrelser", token.text + "(A, B) with two amounts"));
                }
                Shape second = sum();
                close(open);
                return new Shape(Sort.CALCULATION, token.text, List.of(first, second), line, token.start);
            case "floor", "ceil":
                Token opened = open(token);
                Shape of = sum();
                close(opened);
                return new Shape(Sort.ROUNDING, token.text, List.of(of), line, token.start);
            case "-", "+":
                throw wrong(
                        token, new Text("0 foran et minus uden noget at trække fra", "0 before a minus with nothing to take from"),
                        "0 " + token.text);
            case "any", "all", "sum":
                throw wrong(
                        token,
                        new Text(token.text + " kun foran et navn med $ og et ord fra several", token.text + " only before a name with $ and a word from several"),
                        "");
            default:
                if (NUMBER.matcher(token.text).matches()) {
                    return new Shape(Sort.NUMBER, token.text, List.of(), line, token.start);
                }
                if (!NAME.matcher(token.text).matches() || Set.of("and", "or", "not", "is").contains(token.text)) {
                    throw wrong(token, AN_OPERAND, "");
                }
                return new Shape(Sort.NAME, token.text, List.of(), line, token.start);
        }
    }

    private Token open(Token function) {
        if (!isNext("(", 0)) {
            throw wrong(function, new Text(function.text + "(...)", function.text + "(...)"), "");
        }
        return tokens.get(next++);
    }

    private void close(Token open) {
        if (take(")")) {
            return;
        }
        if (next < tokens.size()) {
            throw wrong(tokens.get(next), new Text("en ) efter hver (, eller " + AN_END.da(), "a ) after each (, or " + AN_END.en()), "");
        }
        throw wrong(open, new Text("en ) efter hver (", "a ) after each ("), "");
    }

    /** The line stops, or something else stands, where more is needed. */
    private Wrong incomplete(Text expected) {
        if (next < tokens.size()) {
            return wrong(tokens.get(next), expected, "");
        }
        return new Wrong(
                within(new Text("ingenting efter " + tokens.get(next - 1).text, "nothing after " + tokens.get(next - 1).text), "", line),
                expected, "");
    }

    private int start() {
        return next < tokens.size() ? tokens.get(next).start : line.length();
    }

    private boolean isNext(String text, int ahead) {
        return next + ahead < tokens.size() && tokens.get(next + ahead).text.equals(text);
    }

    private boolean isNext(Set<String> texts) {
        return next < tokens.size() && texts.contains(tokens.get(next).text);
    }

    private boolean take(String text) {
        boolean there = isNext(text, 0);
        if (there) {
            next++;
        }
        return there;
    }
}
