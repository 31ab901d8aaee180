package dk.lovproeve.report.lint;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A Word file: title and language are set; headings are Word's own, in order and numbered by Word; captions are counted by
 * Word; every table has a caption, a header that is repeated, and rows that stay whole; every picture has a caption and an alternative text and
 * stands in the line; charts carry their numbers; links lead somewhere; nothing is done with empty lines or text boxes.
 */
final class WordLint {

    private static final String DOCUMENT = "word/document.xml";
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final Pattern TYPED_NUMBER = Pattern.compile("\\d+(\\.\\d+)*\\.?[\\s\u00a0].*");
    /** A cell of more characters may fill many lines of a narrow column, and its row may break over two pages. */
    private static final int LONG = 40;
    private static final int SHOWN = 40;

    private final Parts parts;
    private final String tag;
    private final Lint.Findings findings;
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, String> relations;
    private final Set<String> numberings = new HashSet<>();
    private int level;

    WordLint(Parts parts, Language language, Lint.Findings findings) {
        this.parts = parts;
        this.tag = language.locale().toLanguageTag();
        this.findings = findings;
        this.relations = parts.relations(DOCUMENT);
        parts.root("word/styles.xml").ifPresent(root -> Xml.all(root, "style").forEach(s -> styles.put(Xml.value(s, "styleId"), s)));
        parts.root("word/numbering.xml").ifPresent(root -> Xml.all(root, "num").forEach(n -> numberings.add(Xml.value(n, "numId"))));
    }

    void check() {
        Properties.check(parts, tag, findings);
        Optional<Element> document = parts.root(DOCUMENT);
        if (document.isEmpty()) {
            findings.add("", new Text("ingen tekst", "no text"), new Text("et Word-dokument", "a Word document"));
            return;
        }
        Element body = Xml.at(document.get(), "body").orElseThrow();
        language(document.get());
        List<Element> blocks = Xml.children(body);
        for (int i = 0; i < blocks.size(); i++) {
            Element block = blocks.get(i);
            if (block.getLocalName().equals("p")) {
                paragraph(block, i == 0 ? null : blocks.get(i - 1), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
            } else if (block.getLocalName().equals("tbl")) {
                table(block, i == 0 ? null : blocks.get(i - 1));
            }
        }
        drawings(body);
        links(body);
        page(body);
    }

    private void language(Element document) {
        String standard = parts.root("word/styles.xml")
                .map(root -> Xml.valueAt(root, "docDefaults", "rPrDefault", "rPr", "lang")).orElse("");
        findings.that(standard.equals(tag), "styles.xml", Text.same(standard.isEmpty() ? "–" : standard),
                new Text("sproget " + tag + " for al tekst", "the language " + tag + " for all text"));
        styles.forEach((id, style) -> Xml.all(style, "lang").forEach(lang -> {
            String value = Xml.value(lang, "val");
            findings.that(value.isEmpty() || value.equals(tag), id, Text.same(value), Text.same(tag));
        }));
        // A source may be quoted in its own language.
        Set<String> ours = Arrays.stream(Language.values()).map(l -> l.locale().toLanguageTag()).collect(Collectors.toSet());
        for (Element lang : Xml.all(document, "lang")) {
            String value = Xml.value(lang, "val");
            findings.that(value.isEmpty() || ours.contains(value), "document.xml", Text.same(value), Text.same(String.join(" / ", new TreeSet<>(ours))));
        }
    }

    private void paragraph(Element paragraph, Element before, Element after) {
        String style = style(paragraph);
        String text = text(paragraph);
        Matcher heading = HEADING.matcher(style);
        boolean drawing = !Xml.all(paragraph, "drawing").isEmpty();
        if (heading.matches()) {
            heading(paragraph, Integer.parseInt(heading.group(1)), text);
        } else if (text.isBlank() && !drawing && Xml.all(paragraph, "fldChar").isEmpty() && Xml.at(paragraph, "pPr", "sectPr").isEmpty()) {
            findings.add(before == null ? "" : shown(text(before)), new Text("en tom linje bagefter", "an empty line after it"),
                    new Text("afstand, der er sat i typografien", "space that is set in the style"));
        } else if (style.equals("normal") && !text.isBlank() && isBold(paragraph)) {
            findings.add(shown(text), new Text("et fedt afsnit, der ligner en overskrift", "a bold paragraph that looks like a heading"),
                    new Text("en overskriftstypografi", "a heading style"));
        }
        if (style.equals("caption")) {
            boolean counted = Xml.all(paragraph, "fldSimple").stream().anyMatch(f -> Xml.value(f, "instr").contains("SEQ "))
                    || Xml.all(paragraph, "instrText").stream().anyMatch(f -> f.getTextContent().contains("SEQ "));
            findings.that(counted, shown(text), new Text("et nummer, der er skrevet ind", "a number typed in"),
                    new Text("et nummer, som Word selv tæller", "a number that Word counts itself"));
        }
        if (drawing) {
            boolean captioned = isCaption(before) || isCaption(after);
            findings.that(captioned, "figure: " + shown(descriptions(paragraph)), new Text("ingen billedtekst ved siden af", "no caption beside it"),
                    new Text("en billedtekst", "a caption"));
        }
        for (Element number : Xml.all(paragraph, "numId")) {
            String id = Xml.value(number, "val");
            findings.that(id.equals("0") || numberings.contains(id), shown(text), Text.same("numId " + id),
                    new Text("en nummerering, der findes", "a numbering that exists"));
        }
        Leftovers.in(text, shown(text), findings);
    }

    private void heading(Element paragraph, int found, String text) {
        findings.that(!text.isBlank(), "heading " + found, new Text("en tom overskrift", "an empty heading"), new Text("en tekst", "a text"));
        findings.that(found <= level + 1, shown(text), new Text("niveau " + found, "level " + found),
                new Text("højst niveau " + (level + 1), "at most level " + (level + 1)));
        level = found;
        boolean numbered = Xml.at(paragraph, "pPr", "numPr").isPresent()
                || Optional.ofNullable(styles.get(Xml.valueAt(paragraph, "pPr", "pStyle"))).flatMap(s -> Xml.at(s, "pPr", "numPr")).isPresent();
        findings.that(numbered || !TYPED_NUMBER.matcher(text).matches(), shown(text), new Text("et nummer, der er skrevet ind", "a number typed in"),
                new Text("et nummer, som Word selv sætter", "a number that Word sets itself"));
    }

    private void table(Element table, Element before) {
        String caption = Xml.valueAt(table, "tblPr", "tblCaption");
        String where = "table: " + shown(caption.isEmpty() ? text(table) : caption);
        findings.that(!caption.isBlank(), where, new Text("ingen titel for skærmlæsere", "no title for screen readers"),
                new Text("titlen i tabellens egenskaber", "the title in the table's properties"));
        findings.that(isCaption(before), where, new Text("ingen tabeltekst ovenover", "no caption above it"),
                new Text("en tabeltekst", "a caption"));
        List<Element> rows = Xml.children(table).stream().filter(e -> e.getLocalName().equals("tr")).toList();
        findings.that(!rows.isEmpty() && Xml.isOn(rows.get(0), "trPr", "tblHeader"), where,
                new Text("et hoved, der ikke gentages", "a header that is not repeated"),
                new Text("hovedet gentaget på hver side", "the header repeated on every page"));
        int columns = Xml.at(table, "tblGrid").map(grid -> Xml.children(grid).size()).orElse(0);
        for (Element row : rows) {
            boolean isLong = Xml.children(row).stream().anyMatch(cell -> text(cell).length() > LONG);
            findings.that(isLong || Xml.isOn(row, "trPr", "cantSplit"), where, new Text("en kort række, der kan deles over to sider", "a short row that may break over two pages"),
                    new Text("hele rækker", "whole rows"));
            int cells = Xml.children(row).stream().filter(e -> e.getLocalName().equals("tc"))
                    .mapToInt(cell -> Math.max(1, number(Xml.valueAt(cell, "tcPr", "gridSpan")))).sum();
            findings.that(cells == columns, where, new Text("en række med " + cells + " kolonner", "a row of " + cells + " columns"),
                    new Text(columns + " kolonner", columns + " columns"));
        }
        Leftovers.in(text(table), where, findings);
    }

    private void drawings(Element body) {
        Text inLine = new Text("tekst og figurer i linjen", "text and figures in the line");
        for (String box : List.of("txbxContent", "textbox", "pict", "anchor")) {
            for (Element found : Xml.all(body, box)) {
                findings.add(shown(text(found)), new Text("en tekstboks eller svævende figur (" + box + ")", "a text box or floating figure (" + box + ")"), inLine);
            }
        }
        Set<String> ids = new HashSet<>();
        for (Element properties : Xml.all(body, "docPr")) {
            String name = Xml.value(properties, "name");
            findings.that(!Xml.value(properties, "descr").isBlank(), name, new Text("ingen alternativ tekst", "no alternative text"),
                    new Text("en tekst for den, der ikke kan se figuren", "a text for those who cannot see the figure"));
            String id = Xml.value(properties, "id");
            findings.that(number(id) > 0 && ids.add(id), name, Text.same("id " + id), new Text("et id for sig selv, 1 eller mere", "an id of its own, 1 or more"));
        }
        for (Element blip : Xml.all(body, "blip")) {
            String target = relations.getOrDefault(Xml.value(blip, "embed"), "");
            findings.that(parts.names().contains(target), "picture", Text.same(target.isEmpty() ? "–" : target),
                    new Text("et billede i filen selv", "a picture in the file itself"));
        }
        for (Element chart : Xml.all(body, "chart")) {
            chart(relations.getOrDefault(Xml.value(chart, "id"), ""));
        }
    }

    private void chart(String part) {
        Optional<Element> root = parts.root(part);
        boolean sheet = root.flatMap(r -> Xml.at(r, "externalData"))
                .map(data -> parts.names().contains(parts.relations(part).getOrDefault(Xml.value(data, "id"), ""))).orElse(false);
        findings.that(sheet, part, new Text("et diagram uden regneark", "a chart without a sheet"),
                new Text("et diagram, hvis tal kan rettes", "a chart whose numbers can be edited"));
        root.ifPresent(r -> ChartRules.check(r, part, findings));
    }

    private void links(Element body) {
        Set<String> names = new HashSet<>();
        for (Element mark : Xml.all(body, "bookmarkStart")) {
            String name = Xml.value(mark, "name");
            findings.that(names.add(name.toLowerCase(Locale.ROOT)), name, new Text("et bogmærke to gange", "a bookmark twice"),
                    new Text("navne, der er forskellige", "names that differ"));
        }
        for (Element link : Xml.all(body, "hyperlink")) {
            String anchor = Xml.value(link, "anchor");
            boolean leads = anchor.isEmpty() ? relations.containsKey(Xml.value(link, "id")) : names.contains(anchor.toLowerCase(Locale.ROOT));
            findings.that(leads, shown(text(link)), new Text("et link til »" + anchor + "«, som ikke findes", "a link to \"" + anchor + "\", which does not exist"),
                    new Text("et sted i dokumentet", "a place in the document"));
            findings.that(!text(link).isBlank(), anchor, new Text("et link uden tekst", "a link without text"), new Text("en tekst", "a text"));
        }
    }

    private void page(Element body) {
        findings.that(Xml.at(body, "sectPr", "pgSz").isPresent(), "", new Text("ingen papirstørrelse", "no paper size"),
                new Text("en papirstørrelse", "a paper size"));
        boolean numbered = parts.names().stream().filter(n -> n.matches("word/(footer|header)\\d*\\.xml"))
                .flatMap(n -> parts.root(n).stream())
                .anyMatch(root -> Xml.all(root, "fldSimple").stream().anyMatch(f -> Xml.value(f, "instr").contains("PAGE"))
                        || Xml.all(root, "instrText").stream().anyMatch(f -> f.getTextContent().contains("PAGE")));
        findings.that(numbered, "", new Text("ingen sidetal", "no page numbers"), new Text("sidetal i sidefoden", "page numbers in the footer"));
    }

    private boolean isCaption(Element block) {
        return block != null && block.getLocalName().equals("p") && style(block).equals("caption") && !text(block).isBlank();
    }

    private static boolean isBold(Element paragraph) {
        List<Element> runs = Xml.all(paragraph, "r").stream().filter(r -> !text(r).isBlank()).toList();
        return !runs.isEmpty() && runs.stream().allMatch(r -> Xml.isOn(r, "rPr", "b"));
    }

    /** The name of a paragraph's style, as Word knows it in every language; that of body text when it has none. */
    private String style(Element paragraph) {
        String id = Xml.valueAt(paragraph, "pPr", "pStyle");
        return id.isEmpty() ? "normal" : Optional.ofNullable(styles.get(id)).map(s -> Xml.valueAt(s, "name")).orElse(id).toLowerCase(Locale.ROOT);
    }

    private static String text(Element of) {
        return Xml.all(of, "t").stream().map(Element::getTextContent).collect(Collectors.joining());
    }

    private static String descriptions(Element of) {
        return Xml.all(of, "docPr").stream().map(p -> Xml.value(p, "name")).collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
