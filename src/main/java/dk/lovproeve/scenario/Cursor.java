package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in the author's tree, and the ways to read what stands there. Every way reports what is wrong and then gives a
 * stand-in, so binding code has no error handling: it reads as the format. Where nothing stands, it has been reported
 * once, and reading on is silent.
 */
final class Cursor {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$[A-Za-z]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final Binding binding;
    private final String path;
    private final Place place;
    private final Tree node;

    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** @param node {@code null} where nothing stands and that has been reported */
    Cursor(Binding binding, String path, Place place, Tree node) {
        this.binding = binding;
        this.path = path;
        this.place = place;
        this.node = node;
    }

    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Place place() {
        return place;
    }

    String path() {
        return path;
    }

    Binding binding() {
        return binding;
    }

    Tree tree() {
        return node;
    }

    /** Whether anything stands here; where not, that has been reported. */
    boolean isThere() {
        return node != null;
    }

    boolean isScalar() {
        return node instanceof Tree.Scalar;
    }

    boolean isList() {
        return node instanceof Tree.Items;
    }

    /** The last part of the path: the id of a declared thing. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The id of the declared thing of a kind that this stands in; {@code ""} when it stands in none. */
    String enclosing(Kind kind) {
        String root = kind.root() + ".";
        if (!path.startsWith(root)) {
            return "";
        }
        int end = path.indexOf('.', root.length());
        return path.substring(root.length(), end < 0 ? path.length() : end);
    }

    /** The same place, where the names mean what they mean in another version. */
    Cursor in(Binding version) {
        return new Cursor(version, path, place, node);
    }

    // ---- mappings ----

    /** Reads a mapping whole: keys that the reading did not ask for, and required ones that are not there, are failures. */
    <T> T whole(Function<Cursor, T> reading) {
        if (node != null && !(node instanceof Tree.Mapping)) {
            Cursor nowhere = new Cursor(binding, path, place, null);
            T nothing = reading.apply(nowhere);
            fail(Said.keys(nowhere.asked));
            return nothing;
        }
        T read = reading.apply(this);
        finish();
        return read;
    }

    /** What stands below a key that must be there. */
    Cursor take(String key) {
        asked.add(key);
        Tree below = below(key);
        if (below == null && node != null) {
            missing.add(key);
        }
        return new Cursor(binding, below(path, key), below == null ? place : below.place(), below);
    }

    /** What stands below a key that may be left out. */
    Optional<Cursor> maybe(String key) {
        asked.add(key);
        return Optional.ofNullable(below(key))
                .map(below -> new Cursor(binding, below(path, key), below.place(), below));
    }

    /** Says that a key may stand here. */
    void knows(String key) {
        asked.add(key);
    }

    boolean has(String key) {
        return below(key) != null;
    }

    private Tree below(String key) {
        return node == null ? null : node.keys().get(key);
    }

    /** Everything declared below, each under an id of its own, in the order of the file. */
    List<Cursor> declared() {
        return entries(true);
    }

    /** Everything below a mapping whose keys are names declared elsewhere, or paths. */
    List<Cursor> entries() {
        return entries(false);
    }

    private List<Cursor> entries(boolean ids) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Tree.Mapping mapping)) {
            fail(new Text("nøgler med hver sit indhold", "keys, each with something below it"));
            return List.of();
        }
        List<Cursor> all = new ArrayList<>();
        mapping.entries().forEach((key, below) -> {
            Cursor cursor = new Cursor(binding, below(path, key), below.place(), below);
            // What is left of a placeholder has been reported where it could not be written out.
            if (ids && !ID.matcher(key).matches() && !PLACEHOLDER.matcher(key).find()) {
                String mended = key.toLowerCase(Locale.ROOT)
                        .replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
                        .replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
                cursor.fail(
                        Text.same(key),
                        new Text("et navn af små bogstaver a-z, cifre og bindestreger", "a name of lower-case letters a-z, digits and hyphens"),
                        mended);
            }
            all.add(cursor);
        });
        return all;
    }

    private void finish() {
        if (node == null) {
            return;
        }
        node.keys().forEach((key, below) -> {
            if (asked.contains(key)) {
                return;
            }
            Optional<String> meant = FirstEdition.nowCalled(key)
                    .filter(now -> asked.contains(now) && !has(now))
                    .or(() -> Nearest.of(key, missing))
                    .or(() -> Nearest.of(key, asked.stream().filter(a -> !has(a)).toList()));
            // One slip of the pen is one failure: the key it was meant to be is not missing as well.
            meant.ifPresent(missing::remove);
            binding.failures.add(
                    below.place(), below(path, key), Said.keys(Set.of(key)),
                    Said.oneOf(asked), meant.orElse(""));
        });
        missing.forEach(key -> binding.failures.add(
                place, below(path, key), Said.NOTHING, Said.keys(Set.of(key)), ""));
    }

    // ---- lists ----

    List<Cursor> items() {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof Tree.Items list)) {
            fail(new Text("en liste", "a list"), isScalar() && !word().isBlank() ? "[" + word() + "]" : "");
            return List.of();
        }
        List<Cursor> all = new ArrayList<>();
        for (Tree item : list.items()) {
            all.add(new Cursor(binding, below(path, "" + all.size()), item.place(), item));
        }
        return all;
    }

    /** Each item of an optional list. */
    static Stream<Cursor> items(Optional<Cursor> list) {
        return list.map(Cursor::items).orElse(List.of()).stream();
    }

    // ---- scalars ----

    /** The words as they stand; {@code ""} where there is something else, unreported. */
    String word() {
        return node instanceof Tree.Scalar scalar ? scalar.text().strip() : "";
    }

    /** Words that must be there. */
    String words(Text expected) {
        if (word().isBlank()) {
            fail(expected);
            return Binding.UNKNOWN;
        }
        return word();
    }

    /** A text in both languages. */
    Text text() {
        Text words = new Text("en tekst", "a text");
        if (isScalar()) {
            fail(new Text("teksten på begge sprog, under da og en", "the text in both languages, under da and en"));
            return new Text(Binding.UNKNOWN, Binding.UNKNOWN);
        }
        commas();
        return whole(c -> new Text(c.take("da").words(words), c.take("en").words(words)));
    }

    /** In {@code {da: Ja, gerne, en: ...}} YAML takes "gerne" for a key with nothing below it: say what it is really about. */
    private void commas() {
        for (Map.Entry<String, Tree> entry : node == null ? Set.<Map.Entry<String, Tree>>of() : node.keys().entrySet()) {
            boolean text = entry.getKey().equals("da") || entry.getKey().equals("en");
            if (!text && entry.getValue() instanceof Tree.Scalar scalar && scalar.text().isEmpty()) {
                asked.add(entry.getKey());
                fail(
                        new Text("et komma foran \"" + entry.getKey() + "\" uden for anførselstegn", "a comma before \"" + entry.getKey() + "\" outside quotes"),
                        new Text("anførselstegn om en tekst med komma: {da: \"...\", en: \"...\"}", "quotes round a text with a comma: {da: \"...\", en: \"...\"}"),
                        "");
            }
        }
    }

    boolean yes() {
        String word = word();
        if (!word.equals("true") && !word.equals("false")) {
            String maybe = switch (word.toLowerCase(Locale.ROOT)) {
                case "yes", "ja", "on", "true" -> "true";
                case "no", "nej", "off", "false" -> "false";
                default -> "";
            };
            fail(Said.oneOf(List.of("true", "false")), maybe);
        }
        return word.equals("true");
    }

    /** One of the words of a closed list; the first where it is none of them. */
    <T> T oneOf(T[] values, Function<T, String> key) {
        for (T value : values) {
            if (key.apply(value).equals(word())) {
                return value;
            }
        }
        List<String> keys = Stream.of(values).map(key).toList();
        fail(Said.oneOf(keys), Nearest.of(word(), keys).orElse(""));
        return values[0];
    }

    /** The one word that may stand here. */
    void only(String expected) {
        oneOf(new String[] {expected}, Function.identity());
    }

    /** A number within the bounds of a unit; empty where there is none. */
    Optional<Double> number(Unit unit) {
        String word = word();
        boolean isNumber = NUMBER.matcher(word).matches();
        boolean whole = unit != Unit.PERSONS || word.matches("\\d+");
        double value = isNumber ? Double.parseDouble(word) : Double.NaN;
        if (isNumber && whole && value >= unit.minimum() && value <= unit.maximum()) {
            return Optional.of(value);
        }
        fail(Said.unit(unit), repaired(word, unit));
        return Optional.empty();
    }

    /** Any number between two bounds; the lower where there is none. */
    double number(double minimum, double maximum, Text expected) {
        String word = word();
        if (NUMBER.matcher(word).matches()) {
            double value = Double.parseDouble(word);
            if (value >= minimum && value <= maximum) {
                return value;
            }
        }
        fail(expected, NUMBER.matcher(word.replace(',', '.')).matches() && word.contains(",") ? word.replace(',', '.') : "");
        return minimum;
    }

    /** A date, {@code yyyy-mm-dd}. */
    LocalDate date() {
        Optional<LocalDate> date = Dates.of(word());
        if (date.isEmpty()) {
            fail(new Text("en dato som 2026-05-01 (år, måned, dag)", "a date such as 2026-05-01 (year, month, day)"), Dates.meant(word()));
        }
        return date.orElse(LocalDate.EPOCH);
    }

    /** The number that was perhaps meant: a slip of sign, a comma, a per cent, a thousands separator, a unit behind it. */
    private static String repaired(String word, Unit unit) {
        String bare = word.replaceAll("\\s*(%|[\\p{L}].*)$", "").replace(',', '.').replace("_", "").replace(" ", "");
        if (unit == Unit.PERSONS && bare.matches("\\d{1,3}(\\.\\d{3})+")) {
            bare = bare.replace(".", "");
        }
        if (!NUMBER.matcher(bare).matches()) {
            return "";
        }
        double value = Double.parseDouble(bare);
        if (value < 0 && unit.minimum() == 0) {
            value = -value;
        }
        boolean share = unit.minimum() == 0 && unit.maximum() == 1;
        if (share && (value > 1 || word.endsWith("%"))) {
            value = value >= 2 || word.endsWith("%") ? scaled(value, 2) : scaled(value, 1);
        }
        if (unit == Unit.PERSONS) {
            value = Math.rint(value);
        }
        return value >= unit.minimum() && value <= unit.maximum() ? Said.number(value) : "";
    }

    private static double scaled(double value, int places) {
        return BigDecimal.valueOf(value).movePointLeft(places).doubleValue();
    }

    // ---- references ----

    /** The id of something declared. */
    String reference(Kind kind) {
        String id = word();
        if (binding.declared(kind).contains(id)) {
            binding.use(kind, id);
            return id;
        }
        fail(kind.expected(), Nearest.of(id, binding.declared(kind)).orElse(""));
        return Binding.UNKNOWN;
    }

    /** A list of words, each of which stands there once. */
    <T> List<T> once(Function<Cursor, T> reading) {
        List<T> all = new ArrayList<>();
        Set<String> words = new LinkedHashSet<>();
        for (Cursor item : items()) {
            int before = binding.failures.all().size();
            T read = reading.apply(item);
            boolean sound = binding.failures.all().size() == before;
            if (sound && !words.add(item.word())) {
                item.again(item.word());
            } else {
                all.add(read);
            }
        }
        return all;
    }

    /** A mapping from ids of declared things. */
    <T> Map<String, T> referenced(Kind kind, Function<Cursor, T> value) {
        Map<String, T> read = new LinkedHashMap<>();
        for (Cursor entry : entries()) {
            String id = entry.key();
            if (binding.declared(kind).contains(id)) {
                binding.use(kind, id);
            } else {
                entry.fail(Text.same(id), kind.expected(), Nearest.of(id, binding.declared(kind)).orElse(""));
            }
            read.put(id, value.apply(entry));
        }
        return read;
    }

    /** A mapping from categories of one attribute. */
    <T> Map<String, T> byCategory(Function<Cursor, T> value) {
        Map<String, String> attributes = binding.attributeOfCategory();
        Map<String, T> read = new LinkedHashMap<>();
        Set<String> found = new LinkedHashSet<>();
        for (Cursor entry : entries()) {
            checkCategory(entry, entry.key(), attributes, found);
            read.put(entry.key(), value.apply(entry));
        }
        return read;
    }

    /** A list of categories of one attribute. */
    List<String> categoriesOfOne() {
        Map<String, String> attributes = binding.attributeOfCategory();
        Set<String> found = new LinkedHashSet<>();
        List<String> read = new ArrayList<>();
        for (Cursor item : items()) {
            checkCategory(item, item.word(), attributes, found);
            read.add(item.word());
        }
        return read;
    }

    /** @param found the attributes whose categories have been met */
    private static void checkCategory(Cursor at, String id, Map<String, String> attributes, Set<String> found) {
        if (!attributes.containsKey(id)) {
            at.fail(
                    Text.same(id), new Text("en kategori, der står under attributes", "a category that stands under attributes"),
                    Nearest.of(id, attributes.keySet()).orElse(""));
        } else if (found.add(attributes.get(id)) && found.size() > 1) {
            at.fail(
                    new Text(id + ", der er en kategori af " + attributes.get(id), id + ", which is a category of " + attributes.get(id)),
                    new Text("kategorier af én egenskab", "categories of one attribute"), "");
        }
    }

    void again(String id) {
        fail(new Text(id + " for anden gang", id + " a second time"), new Text("hvert navn en gang", "each name once"), "");
    }

    /** A parameter in one of the units; it may differ by target group. */
    Parameter parameter(Unit... accepted) {
        Parameter parameter = anyParameter(accepted);
        if (binding.isByCategory(parameter)) {
            String id = parameter.id();
            fail(
                    new Text(id + ", der har værdier efter kategori", id + ", which has values by category"),
                    new Text("en parameter med én værdi for alle eller en for hver målgruppe", "a parameter with one value for all, or one for each target group"), "");
        }
        return parameter;
    }

    /** A parameter in one of the units that has a value for each category of an attribute. */
    Parameter byCategoryOf(String attribute, Unit... accepted) {
        Parameter parameter = anyParameter(accepted);
        Map<String, String> attributes = binding.attributeOfCategory();
        boolean fits = parameter.byGroup().keySet().stream().anyMatch(id -> attribute.equals(attributes.get(id)));
        if (binding.isKnown(parameter) && binding.declared(Kind.ATTRIBUTE).contains(attribute) && !fits) {
            String id = parameter.id();
            fail(
                    new Text(id + " uden værdier efter kategorierne af " + attribute, id + " without values by the categories of " + attribute),
                    new Text("en parameter med by-category for " + attribute, "a parameter with by-category for " + attribute), "");
        }
        return parameter;
    }

    private Parameter anyParameter(Unit... accepted) {
        if (node == null) {
            return Binding.standIn(Binding.UNKNOWN);
        }
        if (NUMBER.matcher(word()).matches()) {
            fail(new Text(
                    "navnet på en parameter, så tallet siger, hvor det er fra",
                    "the name of a parameter, so that the number says where it is from"));
            return Binding.standIn(Binding.UNKNOWN);
        }
        String id = reference(Kind.PARAMETER);
        Parameter parameter = binding.parameter(id);
        if (binding.isKnown(parameter) && !List.of(accepted).contains(parameter.unit())) {
            fail(
                    new Text(id + ", der er i " + parameter.unit().key(), id + ", which is in " + parameter.unit().key()),
                    Said.units(List.of(accepted)), "");
        }
        return parameter;
    }

    /** A parameter where no target group applies: it must have one value for all. */
    Parameter common(Unit... accepted) {
        Parameter parameter = parameter(accepted);
        if (!parameter.byGroup().isEmpty() && !binding.isByCategory(parameter)) {
            String id = parameter.id();
            fail(
                    new Text(id + ", der har værdier efter målgruppe", id + ", which has values by target group"),
                    new Text("en parameter med én værdi for alle", "a parameter with one value for all"), "");
        }
        return parameter;
    }

    /** A parameter that can never be 0. */
    Parameter aboveZero(Parameter parameter) {
        boolean reachesZero = (parameter.general() != null && parameter.general().low() <= 0)
                || parameter.byGroup().values().stream().anyMatch(level -> level.low() <= 0);
        if (binding.isKnown(parameter) && reachesZero) {
            String id = parameter.id();
            fail(
                    new Text(id + ", der kan være 0", id + ", which can be 0"),
                    new Text("en parameter, hvis laveste værdi er over 0", "a parameter whose lowest value is above 0"), "");
        }
        return parameter;
    }

    // ---- failures ----

    void fail(Text expected) {
        fail(expected, "");
    }

    void fail(Text expected, String maybe) {
        if (node != null) {
            fail(node.said(), expected, maybe);
        }
    }

    void fail(Text found, Text expected, String maybe) {
        binding.failures.add(place, path, found, expected, maybe);
    }
}
