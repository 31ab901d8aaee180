package dk.lovproeve.report.lint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reading XML by the names of its elements; which prefix a name has is the writer's business. */
final class Xml {

    private Xml() {}

    /** @throws IllegalArgumentException when it is not well-formed */
    static Element root(String name, byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements directly inside. */
    static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** All elements of a name inside, in order, the outer element not among them. */
    static List<Element> all(Element of, String name) {
        List<Element> found = new ArrayList<>();
        collect(of, name, found);
        return found;
    }

    private static void collect(Element of, String name, List<Element> found) {
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (name.equals("*") || name.equals(element.getLocalName())) {
                    found.add(element);
                }
                collect(element, name, found);
            }
        }
    }

    /** The first element directly inside by each name in turn. */
    static Optional<Element> at(Element from, String... path) {
        Optional<Element> at = Optional.of(from);
        for (String name : path) {
            at = at.flatMap(e -> children(e).stream().filter(c -> c.getLocalName().equals(name)).findFirst());
        }
        return at;
    }

    /** The value of an attribute whatever its prefix; empty when there is none. */
    static String value(Element of, String name) {
        NamedNodeMap attributes = of.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (name.equals(attribute.getLocalName())) {
                return attribute.getValue();
            }
        }
        return "";
    }

    /** The value of {@code val} of the element at the path; empty when there is none. */
    static String valueAt(Element from, String... path) {
        return at(from, path).map(e -> value(e, "val")).orElse("");
    }

    /** Whether the element at the path is there and not switched off. */
    static boolean isOn(Element from, String... path) {
        return at(from, path).map(e -> !List.of("0", "off", "false").contains(value(e, "val"))).orElse(false);
    }
}
