package dk.lovproeve.report.template;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Emphasis;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Foreign;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.PageBreak;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Picture;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.TileMap;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.drawing.TileMapDrawing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the vocabulary that templates write into the tree of a report. Strict: an unknown element, attribute or value, a
 * text where none belongs, an id used twice and a reference to nowhere are failures, all of them reported at once.
 *
 * <pre>{@code
 * <document title subtitle? contents="0..3"?>            the root; contents = levels in the table of contents (2)
 *   <fact label>inlines</fact>*
 *   blocks
 * blocks:
 *   <section id? title numbered="yes|no"?>blocks</section>
 *   <p>inlines</p>
 *   <list kind="bullets|numbers"?><item>inlines</item>+</list>
 *   <table id? caption description? row-header="yes|no"?>
 *     <column align="text|number"?/>+  <head><row>cells</row>+</head>  <body><row>cells</row>*</body>
 *     cell: <cell span? mark="good|bad"?>inlines or <p>s</cell>
 *   <figure id? caption alt><chart>...</chart> or <drawing name/> or <tile-map>...</tile-map></figure>
 *     <chart kind="bars|intervals" unit format="number|percent"? decimals?>
 *       <category>text</category>+  <series name><point value lower? upper?/>+</series>+
 *     <tile-map unit decimals? whole> <tile code name value lower? upper?/>+  whole: the number for the whole country
 *   <note kind="note|caveat|gap" title? where?>inlines, or <p>s and <list>s</note>
 *   <page-break/>
 * inlines: text, <strong>, <em>, <lang code="da|en">quoted in that language</lang>, <ref to>text?</ref>, <claim run>text</claim>
 * }</pre>
 */
public final class DocumentParser {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final String file;
    private final Language language;
    private final Map<String, Drawing> drawings;
    private final Failures failures = new Failures();
    private final Map<String, Place> ids = new HashMap<>();
    private final List<Pointer> references = new ArrayList<>();

    /**
     * @param file     what to call the text in a failure where the text itself does not say
     * @param drawings what {@code <drawing name="..."/>} may show
     */
    public DocumentParser(String file, Language language, Map<String, Drawing> drawings) {
        this.file = Objects.requireNonNull(file, "file");
        this.language = Objects.requireNonNull(language, "language");
        this.drawings = Map.copyOf(drawings);
    }

    /**
     * Reads one text; a parser reads one text only.
     *
     * @throws AuthorException with every mistake found
     */
    public Document parse(String xml) {
        XmlElement root = XmlElement.read(xml, file);
        if (!root.name().equals("document")) {
            fail(root.place(), "<" + root.name() + ">", Text.same("<" + root.name() + ">"), Text.same("<document>"), "");
            failures.throwIfAny();
        }
        Attributes attributes = new Attributes(root);
        String title = attributes.required("title");
        String subtitle = attributes.optional("subtitle", "");
        int contents = attributes.integer("contents", 2, 0, 3);
        attributes.end();
        List<Fact> facts = new ArrayList<>();
        List<XmlElement> rest = new ArrayList<>();
        for (XmlElement child : elements(root)) {
            if (child.name().equals("fact")) {
                Attributes own = new Attributes(child);
                String label = own.required("label");
                own.end();
                build(child, () -> new Fact(label, inlines(child))).ifPresent(facts::add);
            } else {
                rest.add(child);
            }
        }
        List<Block> blocks = blocks(rest, 1);
        for (Pointer reference : references) {
            String to = reference.to();
            if (!ids.containsKey(to)) {
                fail(
                        reference.place(),
                        "<ref>",
                        Text.same("to=\"" + to + "\""),
                        new Text("id på et afsnit, en tabel eller en figur", "the id of a section, table or figure"),
                        Nearest.to(to, ids.keySet()));
            }
        }
        failures.throwIfAny();
        return new Document(title, subtitle, language, facts, contents, blocks);
    }

    private List<Block> blocks(List<XmlElement> elements, int level) {
        List<Block> blocks = new ArrayList<>();
        for (XmlElement element : elements) {
            block(element, level).ifPresent(blocks::add);
        }
        return blocks;
    }

    private Optional<? extends Block> block(XmlElement element, int level) {
        return switch (element.name()) {
            case "section" -> section(element, level);
            case "p" -> paragraph(element);
            case "list" -> list(element);
            case "table" -> table(element);
            case "figure" -> figure(element);
            case "note" -> note(element);
            case "page-break" -> {
                new Attributes(element).end();
                empty(element);
                yield Optional.of(new PageBreak());
            }
            default -> unknown(element, "section", "p", "list", "table", "figure", "note", "page-break");
        };
    }

    private Optional<Section> section(XmlElement element, int level) {
        Attributes attributes = new Attributes(element);
        String id = attributes.id();
        String title = attributes.required("title");
        boolean numbered = attributes.choice("numbered", YES, YES, NO).equals(YES);
        attributes.end();
        if (level > Section.DEEPEST) {
            fail(
                    element.place(),
                    "<section>",
                    new Text("niveau " + level, "level " + level),
                    new Text("højst niveau " + Section.DEEPEST, "at most level " + Section.DEEPEST),
                    "");
            return Optional.empty();
        }
        List<Block> blocks = blocks(elements(element), level + 1);
        return build(element, () -> new Section(id, title, numbered, blocks));
    }

    private Optional<Paragraph> paragraph(XmlElement element) {
        new Attributes(element).end();
        return build(element, () -> new Paragraph(inlines(element)));
    }

    private Optional<ItemList> list(XmlElement element) {
        Attributes attributes = new Attributes(element);
        boolean ordered = attributes.choice("kind", "bullets", "bullets", "numbers").equals("numbers");
        attributes.end();
        List<List<Inline>> items = new ArrayList<>();
        for (XmlElement item : elements(element, "item")) {
            new Attributes(item).end();
            items.add(inlines(item));
        }
        return build(element, () -> new ItemList(ordered, items));
    }

    private Optional<Table> table(XmlElement element) {
        Attributes attributes = new Attributes(element);
        String id = attributes.id();
        String caption = attributes.required("caption");
        String description = attributes.optional("description", "");
        boolean rowHeader = attributes.choice("row-header", NO, YES, NO).equals(YES);
        attributes.end();
        List<Table.Alignment> columns = new ArrayList<>();
        List<Table.Row> header = new ArrayList<>();
        List<Table.Row> body = new ArrayList<>();
        for (XmlElement child : elements(element, "column", "head", "body")) {
            Attributes own = new Attributes(child);
            if (child.name().equals("column")) {
                columns.add(
                        own.choice("align", "text", "text", "number").equals("number")
                                ? Table.Alignment.NUMBER
                                : Table.Alignment.TEXT);
                empty(child);
            } else {
                rows(child, columns.size(), child.name().equals("head") ? header : body);
            }
            own.end();
        }
        return build(element, () -> new Table(id, caption, description, columns, header, body, rowHeader));
    }

    private void rows(XmlElement element, int columns, List<Table.Row> rows) {
        for (XmlElement row : elements(element, "row")) {
            new Attributes(row).end();
            List<Table.Cell> cells = new ArrayList<>();
            for (XmlElement cell : elements(row, "cell")) {
                Attributes attributes = new Attributes(cell);
                int span = attributes.integer("span", 1, 1, 100);
                String mark = attributes.choice("mark", "none", "none", "good", "bad");
                attributes.end();
                build(cell, () -> new Table.Cell(cellText(cell), span, Table.Mark.valueOf(mark.toUpperCase(Locale.ROOT)))).ifPresent(cells::add);
            }
            Table.Row read = new Table.Row(cells);
            if (read.width() == columns) {
                rows.add(read);
            } else {
                fail(
                        row.place(),
                        "<row>",
                        new Text(read.width() + " celler", read.width() + " cells"),
                        new Text(columns + ", en til hver <column>", columns + ", one for each <column>"),
                        "");
            }
        }
    }

    private List<Paragraph> cellText(XmlElement cell) {
        if (holdsBlocks(cell)) {
            List<Paragraph> paragraphs = new ArrayList<>();
            elements(cell, "p").forEach(p -> paragraph(p).ifPresent(paragraphs::add));
            return paragraphs;
        }
        List<Inline> inlines = inlines(cell);
        return inlines.isEmpty() ? List.of() : List.of(new Paragraph(inlines));
    }

    private Optional<Figure> figure(XmlElement element) {
        Attributes attributes = new Attributes(element);
        String id = attributes.id();
        String caption = attributes.required("caption");
        String alternative = attributes.required("alt");
        attributes.end();
        List<Picture> pictures = new ArrayList<>();
        List<XmlElement> children = elements(element, "chart", "drawing", "tile-map");
        for (XmlElement child : children) {
            picture(child).ifPresent(pictures::add);
        }
        if (children.size() != 1) {
            fail(
                    element.place(),
                    "<figure>",
                    new Text(children.size() + " billeder", children.size() + " pictures"),
                    new Text("netop ét <chart>, <drawing> eller <tile-map>", "exactly one <chart>, <drawing> or <tile-map>"),
                    "");
        }
        return pictures.size() == 1
                ? build(element, () -> new Figure(id, caption, alternative, pictures.get(0)))
                : Optional.empty();
    }

    private Optional<? extends Picture> picture(XmlElement element) {
        return switch (element.name()) {
            case "chart" -> chart(element);
            case "drawing" -> drawing(element);
            default -> tileMap(element);
        };
    }

    private Optional<? extends Picture> tileMap(XmlElement element) {
        Attributes attributes = new Attributes(element);
        String unit = attributes.required("unit");
        int decimals = attributes.integer("decimals", 0, 0, 6);
        double whole = attributes.number("whole");
        attributes.end();
        List<TileMap.Place> places = new ArrayList<>();
        for (XmlElement tile : elements(element, "tile")) {
            Attributes own = new Attributes(tile);
            String code = own.required("code");
            String name = own.required("name");
            build(tile, () -> new TileMap.Place(code, name, value(own))).ifPresent(places::add);
        }
        return build(element, () -> {
            TileMap map = new TileMap(unit, decimals, whole, places);
            TileMapDrawing.check(map);
            return map;
        });
    }

    private Optional<? extends Picture> drawing(XmlElement element) {
        Attributes attributes = new Attributes(element);
        String name = attributes.required("name");
        attributes.end();
        empty(element);
        if (!drawings.containsKey(name)) {
            fail(
                    element.place(),
                    "<drawing>",
                    Text.same("name=\"" + name + "\""),
                    new Text("navnet på en tegning, som rapporten har", "the name of a drawing the report has"),
                    Nearest.to(name, drawings.keySet()));
        }
        return Optional.ofNullable(drawings.get(name));
    }

    private Optional<? extends Picture> chart(XmlElement element) {
        Attributes attributes = new Attributes(element);
        Chart.Kind kind = attributes.choice("kind", "bars", "bars", "intervals").equals("bars")
                ? Chart.Kind.BARS
                : Chart.Kind.INTERVALS;
        String unit = attributes.required("unit");
        Chart.ValueFormat format = attributes.choice("format", "number", "number", "percent").equals("percent")
                ? Chart.ValueFormat.PERCENT
                : Chart.ValueFormat.NUMBER;
        int decimals = attributes.integer("decimals", 0, 0, 6);
        attributes.end();
        List<String> categories = new ArrayList<>();
        List<Chart.Series> series = new ArrayList<>();
        for (XmlElement child : elements(element, "category", "series")) {
            Attributes own = new Attributes(child);
            if (child.name().equals("category")) {
                categories.add(Inline.plain(inlines(child)));
            } else {
                String name = own.required("name");
                List<Chart.Value> values = new ArrayList<>();
                for (XmlElement point : elements(child, "point")) {
                    build(point, () -> value(new Attributes(point))).ifPresent(values::add);
                }
                build(child, () -> new Chart.Series(name, values)).ifPresent(series::add);
            }
            own.end();
        }
        return build(element, () -> new Chart(kind, unit, format, decimals, categories, series));
    }

    /** A value and its interval, which are all that is left to read of an element. */
    private static Chart.Value value(Attributes attributes) {
        double value = attributes.number("value");
        boolean interval = attributes.has("lower") || attributes.has("upper");
        double lower = interval ? attributes.number("lower") : value;
        double upper = interval ? attributes.number("upper") : value;
        attributes.end();
        return interval ? Chart.Value.of(value, lower, upper) : Chart.Value.of(value);
    }

    private Optional<Note> note(XmlElement element) {
        Attributes attributes = new Attributes(element);
        String kind = attributes.choice("kind", "note", "note", "caveat", "gap");
        String title = attributes.optional("title", "");
        String where = attributes.optional("where", "");
        attributes.end();
        List<Block> blocks = new ArrayList<>();
        if (holdsBlocks(element)) {
            for (XmlElement child : elements(element, "p", "list")) {
                block(child, 0).ifPresent(blocks::add);
            }
        } else {
            build(element, () -> new Paragraph(inlines(element))).ifPresent(blocks::add);
        }
        return build(element, () -> new Note(Note.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), title, where, blocks));
    }

    private static boolean holdsBlocks(XmlElement element) {
        return element.children().stream()
                .anyMatch(c -> c instanceof XmlElement e && (e.name().equals("p") || e.name().equals("list")));
    }

    /** Texts are joined and white space is one space, as the lines of a template mean nothing; no-break spaces stay. */
    private List<Inline> inlines(XmlElement element) {
        List<Inline> found = new ArrayList<>();
        for (Object child : element.children()) {
            if (child instanceof XmlElement inner) {
                inline(inner).ifPresent(found::add);
            } else {
                found.add(new Words(((String) child).replaceAll("[ \\t\\r\\n]+", " ")));
            }
        }
        trim(found);
        return found;
    }

    private static void trim(List<Inline> found) {
        if (!found.isEmpty() && found.get(0) instanceof Words first) {
            found.set(0, new Words(first.text().replaceAll("^ ", "")));
        }
        int last = found.size() - 1;
        if (last >= 0 && found.get(last) instanceof Words words) {
            found.set(last, new Words(words.text().replaceAll(" $", "")));
        }
        found.removeIf(inline -> inline instanceof Words words && words.text().isEmpty());
    }

    private Optional<? extends Inline> inline(XmlElement element) {
        Attributes attributes = new Attributes(element);
        switch (element.name()) {
            case "strong":
                attributes.end();
                return Optional.of(new Strong(inlines(element)));
            case "em":
                attributes.end();
                return Optional.of(new Emphasis(inlines(element)));
            case "lang":
                String code = attributes.choice("code", "", "da", "en");
                attributes.end();
                // Without a language, which is told above, the document's own lets the reading go on.
                return build(element, () -> new Foreign(code.isEmpty() ? language : Language.of(code), inlines(element)));
            case "ref":
                String to = attributes.required("to");
                attributes.end();
                references.add(new Pointer(element.place(), to));
                return build(element, () -> new Reference(to, Inline.plain(inlines(element))));
            case "claim":
                String run = attributes.required("run");
                attributes.end();
                return build(element, () -> new Claim(Inline.plain(inlines(element)), run));
            default:
                return unknown(element, "strong", "em", "lang", "ref", "claim");
        }
    }

    /** The child elements, when only elements may stand here. */
    private List<XmlElement> elements(XmlElement parent) {
        List<XmlElement> elements = new ArrayList<>();
        for (Object child : parent.children()) {
            if (child instanceof XmlElement element) {
                elements.add(element);
            } else if (!((String) child).isBlank()) {
                String words = ((String) child).strip();
                String start = "»" + words.substring(0, Math.min(40, words.length())) + "«";
                fail(
                        parent.place(),
                        "<" + parent.name() + ">",
                        new Text("teksten " + start, "the text " + start),
                        new Text("kun elementer; tekst står i <p>", "elements only; text stands in <p>"),
                        "");
            }
        }
        return elements;
    }

    private List<XmlElement> elements(XmlElement parent, String... allowed) {
        List<XmlElement> elements = elements(parent);
        for (XmlElement element : elements) {
            if (!Arrays.asList(allowed).contains(element.name())) {
                unknown(element, allowed);
            }
        }
        elements.removeIf(element -> !Arrays.asList(allowed).contains(element.name()));
        return elements;
    }

    private void empty(XmlElement element) {
        for (XmlElement child : elements(element)) {
            fail(
                    child.place(),
                    "<" + element.name() + ">",
                    Text.same("<" + child.name() + ">"),
                    new Text("ingenting i elementet", "nothing inside the element"),
                    "");
        }
    }

    private <T> Optional<T> unknown(XmlElement element, String... allowed) {
        String expected = "<" + String.join(">, <", allowed) + ">";
        String near = Nearest.to(element.name(), Arrays.asList(allowed));
        fail(
                element.place(),
                "<" + element.name() + ">",
                new Text("et ukendt element på dette sted", "an element that is unknown here"),
                Text.same(expected),
                near.isEmpty() ? "" : "<" + near + ">");
        return Optional.empty();
    }

    /** Turns the check of a constructor into a failure of the author's. */
    private <T> Optional<T> build(XmlElement element, Supplier<T> constructor) {
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException e) {
            String[] said = e.getMessage().split(", expected ", 2);
            String found = said[0].replaceFirst(": found ", " = ");
            fail(
                    element.place(),
                    "<" + element.name() + ">",
                    Text.same(found),
                    Text.same(said.length > 1 ? said[1] : ""),
                    "");
            return Optional.empty();
        }
    }

    private void fail(Place place, String subject, Text found, Text expected, String maybe) {
        failures.add(place, subject, found, expected, maybe);
    }

    /** A reference and where it stands; whether it leads anywhere is known only at the end. */
    private record Pointer(Place place, String to) {}

    /** The attributes of one element; whatever was not asked for is a failure. */
    private final class Attributes {

        private final XmlElement element;
        private final Set<String> asked = new LinkedHashSet<>();

        Attributes(XmlElement element) {
            this.element = element;
        }

        boolean has(String name) {
            return element.attributes().containsKey(name);
        }

        String optional(String name, String otherwise) {
            asked.add(name);
            return element.attributes().getOrDefault(name, otherwise).strip();
        }

        String required(String name) {
            String value = optional(name, "");
            if (value.isEmpty()) {
                wrong(name, new Text("ingenting", "nothing"), new Text("en tekst", "a text"), "");
                // Any text does: the failure above stops the report, and this lets the reading go on.
                return "?";
            }
            return value;
        }

        String choice(String name, String otherwise, String... allowed) {
            String value = optional(name, otherwise);
            if (Arrays.asList(allowed).contains(value)) {
                return value;
            }
            wrong(name, Text.same(value), Text.same(String.join(" | ", allowed)), Nearest.to(value, Arrays.asList(allowed)));
            return otherwise;
        }

        int integer(String name, int otherwise, int least, int most) {
            String value = optional(name, String.valueOf(otherwise));
            if (value.matches("[0-9]{1,6}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            wrong(
                    name,
                    Text.same(value),
                    new Text("et helt tal fra " + least + " til " + most, "a whole number from " + least + " to " + most),
                    "");
            return otherwise;
        }

        double number(String name) {
            String value = optional(name, "");
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Reported below, with the place the exception does not have.
            }
            wrong(
                    name,
                    Text.same(value.isEmpty() ? "\"\"" : value),
                    new Text("et tal med punktum, som ${x?c} skriver det", "a number as ${x?c} writes it"),
                    "");
            return 0;
        }

        String id() {
            String id = optional("id", "");
            if (id.isEmpty()) {
                return id;
            }
            if (!id.matches("[a-zA-Z][a-zA-Z0-9-]{0,39}")) {
                wrong(
                        "id",
                        Text.same(id),
                        new Text("bogstaver a-z, tal og bindestreger, højst 40", "letters a-z, digits and hyphens, at most 40"),
                        "");
            } else if (ids.putIfAbsent(id, element.place()) != null) {
                wrong(
                        "id",
                        new Text(id + ", som også står i " + ids.get(id), id + ", which also stands in " + ids.get(id)),
                        new Text("et id, der bruges én gang", "an id used once"),
                        "");
                return "";
            }
            return id;
        }

        void end() {
            for (String name : element.attributes().keySet()) {
                if (!asked.contains(name)) {
                    wrong(
                            name,
                            new Text("en ukendt attribut", "an unknown attribute"),
                            asked.isEmpty()
                                    ? new Text("ingen attributter", "no attributes")
                                    : Text.same(String.join(", ", asked)),
                            Nearest.to(name, asked));
                }
            }
        }

        private void wrong(String name, Text found, Text expected, String maybe) {
            fail(element.place(), "<" + element.name() + "> " + name, found, expected, maybe);
        }
    }
}
