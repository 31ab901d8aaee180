package dk.lovproeve.report.lint;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.drawing.Palette;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * A web page: language, title and one top heading; headings in order; ids that are unique and links that lead somewhere and
 * say where; tables with captions and headers that say what they head; figures with captions and drawings with names;
 * colours that can be told apart; no scripts, and nothing from outside the file.
 */
final class PageLint {

    private static final Pattern VARIABLES = Pattern.compile(":root\\{([^}]*)\\}");
    private static final Pattern VARIABLE = Pattern.compile("--([a-z0-9]+):(#[0-9a-f]{6})");
    private static final Pattern HEADING = Pattern.compile("h([1-6])");
    private static final Pattern FETCHED = Pattern.compile("@import|url\\((?!['\"]?#)");
    /** Elements that fetch something by an attribute. */
    private static final Set<String> FETCHING = Set.of("img", "script", "iframe", "object", "embed", "link", "audio", "video", "source", "image", "use");

    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final int SHOWN = 40;

    private final String page;
    private final Language language;
    private final Lint.Findings findings;

    PageLint(byte[] bytes, Language language, Lint.Findings findings) {
        this.page = new String(bytes, StandardCharsets.UTF_8);
        this.language = language;
        this.findings = findings;
    }

    void check() {
        Element root;
        try {
            root = Xml.root("html", page.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notWellFormed) {
            findings.add("", new Text(notWellFormed.getMessage(), notWellFormed.getMessage()), new Text("velformet HTML", "well-formed HTML"));
            return;
        }
        head(root);
        headings(root);
        idsAndLinks(root);
        tables(root);
        figures(root);
        nothingFromOutside(root);
        contrasts();
        for (Element part : Xml.children(root)) {
            if (part.getLocalName().equals("body")) {
                Leftovers.in(part.getTextContent(), "body", findings);
            }
        }
    }

    private void head(Element root) {
        String lang = root.getAttribute("lang");
        findings.that(lang.equals(language.code()), "html", new Text("sproget »" + lang + "«", "the language \"" + lang + "\""),
                new Text("lang=\"" + language.code() + "\"", "lang=\"" + language.code() + "\""));
        String title = Xml.at(root, "head", "title").map(Element::getTextContent).orElse("");
        findings.that(!title.isBlank(), "head", new Text("ingen titel", "no title"), new Text("en titel", "a title"));
        boolean viewport = Xml.all(root, "meta").stream().anyMatch(m -> m.getAttribute("name").equals("viewport"));
        findings.that(viewport, "head", new Text("ingen bredde for små skærme", "no width for small screens"), new Text("meta viewport", "meta viewport"));
        boolean policy = Xml.all(root, "meta").stream().anyMatch(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy")
                && m.getAttribute("content").contains("default-src 'none'"));
        findings.that(policy, "head", new Text("intet forbud mod at hente noget", "nothing that forbids fetching"),
                new Text("Content-Security-Policy default-src 'none'", "Content-Security-Policy default-src 'none'"));
    }

    private void headings(Element root) {
        int level = 0;
        int top = 0;
        for (Element element : Xml.all(root, "*")) {
            Matcher heading = HEADING.matcher(element.getLocalName());
            if (heading.matches()) {
                int found = Integer.parseInt(heading.group(1));
                findings.that(!element.getTextContent().isBlank(), "h" + found, new Text("en tom overskrift", "an empty heading"), new Text("en tekst", "a text"));
                findings.that(found <= level + 1, shown(element), new Text("niveau " + found, "level " + found),
                        new Text("højst niveau " + (level + 1), "at most level " + (level + 1)));
                top += found == 1 ? 1 : 0;
                level = found;
            }
        }
        findings.that(top == 1, "h1", new Text(top + " øverste overskrifter", top + " top headings"), new Text("netop én", "just one"));
        findings.that(Xml.all(root, "main").size() == 1, "main", new Text("ikke ét hovedindhold", "not one main content"), new Text("netop ét", "just one"));
    }

    private void idsAndLinks(Element root) {
        Set<String> ids = new HashSet<>();
        List<Element> all = Xml.all(root, "*");
        for (Element element : all) {
            String id = element.getAttribute("id");
            findings.that(id.isEmpty() || ids.add(id), "#" + id, new Text("samme id to gange", "the same id twice"), new Text("et id brugt én gang", "an id used once"));
        }
        for (Element element : all) {
            for (String attribute : List.of("aria-labelledby", "aria-describedby", "headers", "for")) {
                if (element.hasAttribute(attribute)) {
                    for (String id : element.getAttribute(attribute).strip().split("\\s+")) {
                        resolves(id, ids, element);
                    }
                }
            }
            String href = element.getAttribute("href");
            if (href.startsWith("#")) {
                resolves(href.substring(1), ids, element);
            }
            if (element.getLocalName().equals("a")) {
                findings.that(!href.isBlank() && !href.equals("#"), "a", new Text("et link uden mål", "a link without a target"), new Text("et mål", "a target"));
                boolean named = !element.getTextContent().isBlank() || !element.getAttribute("aria-label").isBlank();
                findings.that(named, href, new Text("et link uden tekst", "a link without text"), new Text("en tekst", "a text"));
            }
        }
    }

    private void resolves(String id, Set<String> ids, Element from) {
        if (id.isEmpty() || ids.contains(id)) {
            return;
        }
        findings.add(shown(from), new Text("»#" + id + "«, som ikke findes", "\"#" + id + "\", which does not exist"),
                new Text("et id på siden", "an id on the page"));
    }

    private void tables(Element root) {
        for (Element table : Xml.all(root, "table")) {
            String caption = Xml.at(table, "caption").map(c -> c.getTextContent().strip()).orElse("");
            String where = "table: " + (caption.isEmpty() ? shown(table) : shown(caption));
            findings.that(!caption.isEmpty(), where, new Text("ingen tabeltekst", "no caption"), new Text("en tabeltekst", "a caption"));
            List<Element> headers = Xml.all(table, "th");
            findings.that(!headers.isEmpty(), where, new Text("ingen hovedceller", "no header cells"), new Text("mindst én", "at least one"));
            for (Element header : headers) {
                findings.that(Set.of("col", "row", "colgroup", "rowgroup").contains(header.getAttribute("scope")), where,
                        new Text("hovedcellen »" + shown(header) + "« uden scope", "the header cell \"" + shown(header) + "\" without scope"),
                        new Text("hvad den er hoved for", "what it heads"));
            }
        }
    }

    private void figures(Element root) {
        for (Element figure : Xml.all(root, "figure")) {
            findings.that(Xml.all(figure, "figcaption").stream().anyMatch(c -> !c.getTextContent().isBlank()), "figure " + figure.getAttribute("id"),
                    new Text("ingen billedtekst", "no caption"), new Text("en billedtekst", "a caption"));
        }
        for (Element drawing : Xml.all(root, "svg")) {
            boolean named = drawing.getAttribute("aria-hidden").equals("true")
                    || Xml.at(drawing, "title").map(t -> !t.getTextContent().isBlank()).orElse(false) && drawing.getAttribute("role").equals("img");
            findings.that(named, "svg " + drawing.getAttribute("aria-labelledby"), new Text("en tegning uden navn", "a drawing without a name"),
                    new Text("role=\"img\" og en titel", "role=\"img\" and a title"));
        }
        for (Element image : Xml.all(root, "img")) {
            findings.that(image.hasAttribute("alt"), "img", new Text("ingen alternativ tekst", "no alternative text"), new Text("alt", "alt"));
        }
    }

    private void nothingFromOutside(Element root) {
        Text inside = new Text("alt i filen selv, og intet der kører", "everything in the file itself, and nothing that runs");
        for (Element element : Xml.all(root, "*")) {
            String name = element.getLocalName();
            // A block of data is no script: nothing runs it.
            boolean script = name.equals("script") && !element.getAttribute("type").equals("text/plain");
            findings.that(!script, "script", new Text("et script", "a script"), inside);
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.item(i).getNodeName();
                String value = attributes.item(i).getNodeValue();
                findings.that(!attribute.startsWith("on"), name, Text.same(attribute), inside);
                boolean fetches = FETCHING.contains(name) && Set.of("src", "href", "data", "xlink:href", "srcset", "poster").contains(attribute);
                findings.that(!fetches || value.startsWith("#") || value.startsWith("data:"), name, Text.same(value), inside);
                findings.that(!value.strip().startsWith("javascript:"), name, Text.same(value), inside);
            }
            if (name.equals("style")) {
                Matcher fetched = FETCHED.matcher(element.getTextContent());
                findings.that(!fetched.find(), "style", new Text("noget hentes", "something is fetched"), inside);
            }
        }
    }

    /** The colours that the page names, light and dark: text on each ground it may stand on, and marks on the page. */
    private void contrasts() {
        Matcher themes = VARIABLES.matcher(page);
        int found = 0;
        while (themes.find()) {
            found++;
            Map<String, String> colours = new HashMap<>();
            Matcher one = VARIABLE.matcher(themes.group(1));
            while (one.find()) {
                colours.put(one.group(1), one.group(2));
            }
            List<String> texts = List.of("ink", "muted", "accent", "note", "caveat", "gap");
            texts.forEach(text -> List.of("paper", "panel").forEach(ground -> contrast(colours, text, ground, TEXT)));
            List.of("ink", "muted", "accent").forEach(text -> List.of("good", "bad").forEach(ground -> contrast(colours, text, ground, TEXT)));
            List<String> marks = new ArrayList<>(colours.keySet().stream().filter(c -> c.startsWith("series")).sorted().toList());
            marks.add("line");
            marks.forEach(mark -> contrast(colours, mark, "paper", MARK));
        }
        findings.that(found == 2, "style", new Text(found + " sæt farver", found + " sets of colours"), new Text("to, et lyst og et mørkt", "two, one light and one dark"));
    }

    private void contrast(Map<String, String> colours, String one, String other, double least) {
        String where = "--" + one + " / --" + other;
        if (!colours.containsKey(one) || !colours.containsKey(other)) {
            findings.add(where, new Text("en farve, der mangler", "a colour that is missing"), new Text("begge farver", "both colours"));
            return;
        }
        double contrast = Palette.contrast(colours.get(one), colours.get(other));
        findings.that(contrast >= least, where, Text.same(String.format(Locale.ROOT, "%.2f : 1", contrast)), Text.same(least + " : 1"));
    }

    private static String shown(Element element) {
        return shown(element.getTextContent().strip().replaceAll("\\s+", " "));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
