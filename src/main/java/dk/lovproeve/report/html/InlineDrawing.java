package dk.lovproeve.report.html;

import dk.lovproeve.base.Checks;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.drawing.Svg;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A prepared drawing as part of a page: its ids get a prefix, so that two drawings cannot be mixed up, and whatever would
 * reach outside the drawing is refused.
 */
final class InlineDrawing {

    /** Display makes the smallest text of our drawings, 12 units, just over 13 pixels. */
    static final double SCALE = 1.1;

    /** Not likely to be an id of the drawing's own. */
    private static final String TITLE = "_title";

    private static final String DESCRIPTION = "_desc";

    private static final Set<String> FORBIDDEN =
            Set.of("script", "style", "foreignObject", "image", "a", "animate", "set", "iframe", "audio", "video");
    private static final Pattern INNER = Pattern.compile("url\\(\\s*['\"]?#([^)'\"]*)['\"]?\\s*\\)");

    private final Drawing drawing;
    private final String prefix;
    private final Svg out = new Svg();

    InlineDrawing(Drawing drawing, String prefix) {
        this.drawing = drawing;
        this.prefix = prefix;
    }

    /**
     * Whether all colours can be chosen by the page: then every shape has one of the classes our own drawings use.
     */
    static boolean followsThePage(Drawing drawing) {
        return drawing.svg().contains("class=\"g-ink\"");
    }

    /** @throws IllegalArgumentException when the drawing is not XML or holds something from outside */
    String draw(String title, String description) {
        Element root = parse();
        Checks.that(root.getTagName().equals("svg"), "drawing", "<" + root.getTagName() + ">", "<svg>");
        List.of("width", "height", "style", "id", "aria-hidden", "aria-label").forEach(root::removeAttribute);
        root.setAttribute("width", Svg.number(drawing.width() * SCALE));
        root.setAttribute("height", Svg.number(drawing.height() * SCALE));
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", TITLE + " " + DESCRIPTION);
        for (Node child = root.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child.getNodeName().equals("title") || child.getNodeName().equals("desc")) {
                root.removeChild(child);
            }
            child = next;
        }
        Node first = root.getFirstChild();
        root.insertBefore(named(root, "title", TITLE, title), first);
        root.insertBefore(named(root, "desc", DESCRIPTION, description), first);
        write(root);
        return out.toString();
    }

    private static Element named(Element root, String name, String id, String words) {
        Element element = root.getOwnerDocument().createElement(name);
        element.setAttribute("id", id);
        element.setTextContent(words);
        return element;
    }

    private Element parse() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(drawing.svg()))).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("drawing: found " + e.getMessage() + ", expected well-formed SVG", e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    private void write(Element element) {
        Checks.that(
                !FORBIDDEN.contains(element.getTagName()), "drawing", "<" + element.getTagName() + ">", "shapes and text only");
        List<Object> attributes = new ArrayList<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            attributes.add(attribute.getName());
            attributes.add(value(attribute));
        }
        out.element(element.getTagName(), !element.hasChildNodes(), attributes.toArray());
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner);
            } else if (child instanceof Text text) {
                out.raw(Svg.escape(text.getData()));
            }
        }
        if (element.hasChildNodes()) {
            out.close(element.getTagName());
        }
    }

    private String value(Attr attribute) {
        String name = attribute.getName();
        String value = attribute.getValue();
        Checks.that(!name.startsWith("on"), "drawing", "the attribute " + name, "no scripts");
        if (name.equals("id")) {
            return own(value);
        }
        if (name.equals("aria-labelledby") || name.equals("aria-describedby")) {
            return own(value.strip().replaceAll("\\s+", " " + prefix + "_"));
        }
        if (name.equals("href") || name.endsWith(":href")) {
            Checks.that(value.startsWith("#"), "drawing", name + "=" + value, "#id, nothing outside the drawing");
            return "#" + own(value.substring(1));
        }
        String inner = INNER.matcher(value).replaceAll(m -> Matcher.quoteReplacement("url(#" + own(m.group(1)) + ")"));
        Checks.that(
                !inner.replaceAll("url\\(#", "").contains("url("), "drawing", value, "url(#id), nothing outside the drawing");
        return inner;
    }

    private String own(String id) {
        return prefix + "_" + id;
    }
}
