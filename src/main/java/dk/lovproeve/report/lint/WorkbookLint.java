package dk.lovproeve.report.lint;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * An Excel file: title and language are set; every sheet keeps its first row in view and prints on paper of a known size,
 * lying down, as wide as the page, with page numbers and an area of its own; a sheet of rows has a header without holes
 * that can be filtered by and is repeated on paper; charts are Excel's own, and have a name, a unit and an alternative text;
 * links lead to sheets; and there is a sheet that says what the words mean.
 */
final class WorkbookLint {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Text DEFINITIONS = new Text("Definitioner", "Definitions");
    private static final int LONGEST_EDGE = 255;
    private static final String ROWS = "<sheetData>";
    private static final String END = "</sheetData>";

    private final Parts parts;
    private final Language language;
    private final Lint.Findings findings;
    /** By sheet's number, from 0, the names that belong to it: what is printed, and what is repeated. */
    private final Map<Integer, Set<String>> defined = new HashMap<>();

    private final List<String> texts;

    WorkbookLint(Parts parts, Language language, Lint.Findings findings) {
        this.parts = parts;
        this.language = language;
        this.findings = findings;
        this.texts = parts.root("xl/sharedStrings.xml")
                .map(root -> Xml.children(root).stream().map(Element::getTextContent).toList()).orElse(List.of());
    }

    void check() {
        Properties.check(parts, language.locale().toLanguageTag(), findings);
        Optional<Element> workbook = parts.root(WORKBOOK);
        if (workbook.isEmpty()) {
            findings.add("", new Text("ingen ark", "no sheets"), new Text("en Excel-projektmappe", "an Excel workbook"));
            return;
        }
        texts.forEach(text -> Leftovers.in(text, "", findings));
        Xml.all(workbook.get(), "definedName").forEach(name -> {
            String sheet = name.getAttribute("localSheetId");
            if (!sheet.isEmpty()) {
                defined.computeIfAbsent(Integer.valueOf(sheet), s -> new HashSet<>()).add(name.getAttribute("name"));
            }
        });
        Map<String, String> relations = parts.relations(WORKBOOK);
        List<Element> sheets = Xml.all(workbook.get(), "sheet");
        List<String> names = sheets.stream().map(s -> s.getAttribute("name")).toList();
        findings.that(names.contains(DEFINITIONS.in(language)), "", new Text("intet ark med definitioner", "no sheet of definitions"),
                new Text("»" + DEFINITIONS.da() + "«", "\"" + DEFINITIONS.en() + "\""));
        for (int i = 0; i < sheets.size(); i++) {
            sheet(i, names.get(i), relations.getOrDefault(Xml.value(sheets.get(i), "id"), ""), names);
        }
    }

    private void sheet(int index, String name, String part, List<String> names) {
        byte[] bytes = parts.bytes(part);
        if (bytes == null) {
            findings.add(name, new Text("et ark uden indhold", "a sheet without content"), new Text("et ark", "a sheet"));
            return;
        }
        Element sheet = Xml.root(part, withoutRows(bytes));
        Set<String> own = defined.getOrDefault(index, Set.of());
        boolean frozen = Xml.all(sheet, "pane").stream().anyMatch(p -> p.getAttribute("state").equals("frozen"));
        findings.that(frozen, name, new Text("en første række, der ruller væk", "a first row that scrolls away"), new Text("rækken fastfrosset", "the row frozen"));
        Optional<Element> print = Xml.at(sheet, "pageSetup");
        boolean lying = print.map(p -> p.getAttribute("orientation").equals("landscape")).orElse(false);
        findings.that(lying, name, new Text("ikke liggende på papir", "not lying on paper"), new Text("liggende format", "landscape"));
        boolean paper = print.map(p -> Set.of("8", "9").contains(p.getAttribute("paperSize"))).orElse(false);
        findings.that(paper, name, new Text("ingen papirstørrelse", "no paper size"), new Text("A4 eller A3", "A4 or A3"));
        boolean fitted = Xml.at(sheet, "sheetPr", "pageSetUpPr").map(p -> p.getAttribute("fitToPage").matches("1|true")).orElse(false)
                || print.map(p -> !p.getAttribute("scale").isEmpty()).orElse(false);
        findings.that(fitted, name, new Text("kolonner, der falder uden for papiret", "columns that fall off the paper"), new Text("papirets bredde", "the width of the paper"));
        findings.that(own.contains("_xlnm.Print_Area"), name, new Text("intet udskriftsområde", "no print area"), new Text("et udskriftsområde", "a print area"));
        boolean numbered = Xml.at(sheet, "headerFooter", "oddFooter").map(f -> f.getTextContent().contains("&P")).orElse(false);
        findings.that(numbered, name, new Text("ingen sidetal", "no page numbers"), new Text("sidetal i sidefoden", "page numbers in the footer"));
        for (String edge : List.of("oddHeader", "oddFooter")) {
            int length = Xml.at(sheet, "headerFooter", edge).map(e -> e.getTextContent().length()).orElse(0);
            findings.that(length <= LONGEST_EDGE, name, new Text(length + " tegn over eller under siden", length + " characters above or below the page"),
                    new Text("højst " + LONGEST_EDGE + ", ellers åbner Excel ikke filen", "at most " + LONGEST_EDGE + ", or Excel does not open the file"));
        }
        if (Xml.at(sheet, "autoFilter").isPresent()) {
            findings.that(own.contains("_xlnm.Print_Titles"), name, new Text("et hoved, der ikke gentages på papir", "a header that is not repeated on paper"),
                    new Text("hovedet på hver side", "the header on every page"));
            header(name, sheet);
        }
        for (Element link : Xml.all(sheet, "hyperlink")) {
            String to = link.getAttribute("location");
            boolean known = names.stream().anyMatch(n -> to.startsWith("'" + n + "'!") || to.startsWith(n + "!"));
            findings.that(known || !Xml.value(link, "id").isEmpty(), name + "!" + link.getAttribute("ref"), new Text("et link til »" + to + "«", "a link to \"" + to + "\""),
                    new Text("et ark i projektmappen", "a sheet of the workbook"));
        }
        Map<String, String> relations = parts.relations(part);
        Xml.all(sheet, "drawing").forEach(d -> drawing(name, relations.getOrDefault(Xml.value(d, "id"), ""), names));
    }

    /** The header has a text over every column that the filter covers, each with another text. */
    private void header(String name, Element sheet) {
        String range = Xml.at(sheet, "autoFilter").orElseThrow().getAttribute("ref");
        List<String> headers = new ArrayList<>();
        Xml.all(sheet, "c").forEach(cell -> {
            String value = Xml.at(cell, "v").map(Element::getTextContent).orElse("");
            headers.add(cell.getAttribute("t").equals("s") ? texts.get(Integer.parseInt(value)) : value);
        });
        int columns = column(range.substring(range.indexOf(':') + 1));
        boolean whole = headers.size() == columns && headers.stream().noneMatch(String::isBlank);
        findings.that(whole, name, new Text(headers.size() + " kolonnehoveder", headers.size() + " column headers"), new Text(columns + ", alle med tekst", columns + ", all with a text"));
        findings.that(new HashSet<>(headers).size() == headers.size(), name, new Text("to ens kolonnehoveder: " + headers, "two column headers alike: " + headers),
                new Text("hoveder, der er forskellige", "headers that differ"));
    }

    private void drawing(String sheet, String part, List<String> names) {
        Element drawing = parts.root(part).orElseThrow();
        Map<String, String> relations = parts.relations(part);
        findings.that(Xml.all(drawing, "pic").isEmpty(), sheet, new Text("et billede", "a picture"), new Text("Excels egne diagrammer", "Excel's own charts"));
        findings.that(Xml.all(drawing, "txBody").isEmpty(), sheet, new Text("en tekstboks", "a text box"), new Text("tekst i celler", "text in cells"));
        for (Element frame : Xml.all(drawing, "graphicFrame")) {
            boolean described = Xml.all(frame, "cNvPr").stream().anyMatch(p -> !p.getAttribute("descr").isBlank());
            findings.that(described, sheet, new Text("et diagram uden alternativ tekst", "a chart without an alternative text"),
                    new Text("en tekst for den, der ikke kan se det", "a text for those who cannot see it"));
            for (Element chart : Xml.all(frame, "chart")) {
                String target = relations.getOrDefault(Xml.value(chart, "id"), "");
                parts.root(target).ifPresent(root -> {
                    ChartRules.check(root, sheet, findings);
                    boolean titled = Xml.at(root, "chart", "title").map(t -> !t.getTextContent().isBlank()).orElse(false);
                    findings.that(titled, sheet, new Text("et diagram uden titel", "a chart without a title"), new Text("en titel", "a title"));
                    for (Element range : Xml.all(root, "f")) {
                        String of = range.getTextContent();
                        boolean known = names.stream().anyMatch(n -> of.startsWith("'" + n + "'!") || of.startsWith(n + "!"));
                        findings.that(known, sheet, new Text("tal fra »" + of + "«", "numbers from \"" + of + "\""), new Text("celler i projektmappen", "cells of the workbook"));
                    }
                });
            }
        }
    }

    /** The sheet with its first row only: the rules ask about nothing below it, and there may be many rows. */
    private static byte[] withoutRows(byte[] sheet) {
        String xml = new String(sheet, StandardCharsets.UTF_8);
        int start = xml.indexOf(ROWS);
        int first = xml.indexOf("</row>", start);
        int end = xml.indexOf(END, start);
        if (start < 0 || first < 0 || end < first) {
            return sheet;
        }
        return (xml.substring(0, first + "</row>".length()) + xml.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** The number of a cell's column, 1 for A. */
    private static int column(String cell) {
        int column = 0;
        for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)); i++) {
            column = 26 * column + cell.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
