package dk.lovproeve.report.lint;

import dk.lovproeve.base.Text;
import java.util.Optional;
import org.w3c.dom.Element;

/** What an Office file says of itself: programs show the title, and read aloud by the language. */
final class Properties {

    private Properties() {}

    static void check(Parts parts, String tag, Lint.Findings findings) {
        Optional<Element> core = parts.root("docProps/core.xml");
        findings.that(!text(core, "title").isBlank(), "core.xml", new Text("ingen titel", "no title"),
                new Text("titlen i filens egenskaber", "the title in the file's properties"));
        findings.that(!text(core, "creator").isBlank(), "core.xml", new Text("ingen forfatter", "no author"),
                new Text("forfatteren i filens egenskaber", "the author in the file's properties"));
        String language = text(core, "language");
        findings.that(language.equals(tag), "core.xml", new Text("sproget »" + language + "«", "the language \"" + language + "\""), new Text(tag, tag));
    }

    private static String text(Optional<Element> core, String name) {
        return core.flatMap(c -> Xml.at(c, name)).map(Element::getTextContent).orElse("");
    }
}
