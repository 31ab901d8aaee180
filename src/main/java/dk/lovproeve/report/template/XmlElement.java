package dk.lovproeve.report.template;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of what a template wrote.
 *
 * @param place    the line of the template its start tag stands on
 * @param children elements and texts, in order
 */
record XmlElement(Place place, String name, Map<String, String> attributes, List<Object> children) {

    /**
     * Reads a whole text. Document types and external entities are switched off.
     *
     * @param file what to name as the file where an element carries no mark
     * @throws AuthorException when it is not well-formed
     */
    static XmlElement read(String xml, String file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity " + systemId);
        });
        Place last = new Place(file, 0);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            Deque<XmlElement> open = new ArrayDeque<>();
            XmlElement root = null;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Map<String, String> attributes = new LinkedHashMap<>();
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                        }
                        last = place(attributes.remove(MarkedSource.ATTRIBUTE), last);
                        XmlElement element =
                                new XmlElement(last, reader.getLocalName(), attributes, new ArrayList<>());
                        if (open.isEmpty()) {
                            root = element;
                        } else {
                            open.peek().children.add(element);
                        }
                        open.push(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!open.isEmpty()) {
                            open.peek().children.add(reader.getText());
                        }
                    }
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException(
                            "the entity &" + reader.getLocalName() + ";");
                    default -> {
                        // Comments, processing instructions and the ends of the text mean nothing.
                    }
                }
            }
            return root;
        } catch (XMLStreamException e) {
            String said = message(e);
            throw new AuthorException(List.of(new Failure(
                    last,
                    "XML",
                    new Text(said, said),
                    new Text(
                            "velformet XML på denne linje eller kort efter",
                            "well-formed XML on this line or shortly after it"),
                    "")));
        }
    }

    private static Place place(String mark, Place last) {
        if (mark == null) {
            return last;
        }
        int colon = mark.lastIndexOf(':');
        return new Place(mark.substring(0, colon), Integer.parseInt(mark.substring(colon + 1)));
    }

    /** Only what is wrong: the position the reader adds is one in the filled text, which nobody has seen. */
    private static String message(XMLStreamException e) {
        String said = String.valueOf(e.getMessage());
        int real = said.indexOf("Message: ");
        return (real < 0 ? said : said.substring(real + "Message: ".length())).strip();
    }
}
