package dk.lovproeve.report.word;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocDefaults;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;

/**
 * A ministry's own Word document, whose styles, page, header and footer a report takes on. Its text is left out. A style of
 * ours goes by the ministry's where that has one of the same name ({@code heading 1}, whatever Word calls it in the reader's
 * language); the others are added.
 */
public final class ReferenceDocument {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final QName VALUE = new QName(WORD, "val");
    private static final Set<String> NAME_A_STYLE = Set.of("pStyle", "rStyle", "tblStyle");

    private final byte[] bytes;

    private ReferenceDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws AuthorException when the file is missing or is no Word document */
    public static ReferenceDocument read(Path file) {
        try {
            ReferenceDocument read = new ReferenceDocument(Files.readAllBytes(file));
            try (XWPFDocument word = read.emptied()) {
                word.getStyle();
            }
            return read;
            // POI tells of other files by unchecked exceptions of several kinds.
        } catch (IOException | XmlException | RuntimeException e) {
            boolean there = Files.isRegularFile(file);
            throw new AuthorException(List.of(new Failure(
                    new Place(file.toString(), 0), "--reference-doc",
                    there ? new Text("en fil, der ikke er et Word-dokument", "a file that is no Word document") : new Text("ingen sådan fil", "no such file"),
                    new Text("et Word-dokument (.docx) med ministeriets typografier", "a Word document (.docx) with the ministry's styles"), "")));
        }
    }

    /** The document without its text. */
    XWPFDocument emptied() throws IOException {
        XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes));
        while (!word.getBodyElements().isEmpty()) {
            word.removeBodyElement(0);
        }
        return word;
    }

    /**
     * Adds the styles of ours that the document has none of the same name for.
     *
     * @return by the id of a style of ours, what it is called there
     */
    static Map<String, String> merge(XWPFDocument word, CTStyles ours, Language language) {
        try {
            CTStyles styles = word.getStyle();
            Map<String, String> byName = new HashMap<>();
            Set<String> taken = new HashSet<>();
            for (CTStyle style : styles.getStyleList()) {
                byName.put(kindAndName(style), style.getStyleId());
                taken.add(style.getStyleId());
            }
            Map<String, String> ids = new HashMap<>();
            for (CTStyle style : ours.getStyleList()) {
                String id = byName.get(kindAndName(style));
                ids.put(style.getStyleId(), id != null ? id : taken.contains(style.getStyleId()) ? "Lovproeve" + style.getStyleId() : style.getStyleId());
            }
            for (CTStyle style : ours.getStyleList()) {
                if (!byName.containsKey(kindAndName(style))) {
                    CTStyle added = styles.addNewStyle();
                    added.set(style);
                    added.setStyleId(ids.get(style.getStyleId()));
                    if (added.isSetDefault()) {
                        added.unsetDefault();
                    }
                    if (added.isSetBasedOn()) {
                        added.getBasedOn().setVal(ids.getOrDefault(added.getBasedOn().getVal(), added.getBasedOn().getVal()));
                    }
                    if (added.isSetNext()) {
                        added.getNext().setVal(ids.getOrDefault(added.getNext().getVal(), added.getNext().getVal()));
                    }
                }
            }
            speak(styles, language);
            word.createStyles().setStyles(styles);
            return ids;
        } catch (IOException | XmlException e) {
            throw new IllegalStateException("reference document: found styles that cannot be read, expected those that were read before", e);
        }
    }

    /** The report's language, whatever the ministry's document is in. */
    private static void speak(CTStyles styles, Language language) {
        CTDocDefaults defaults = styles.isSetDocDefaults() ? styles.getDocDefaults() : styles.addNewDocDefaults();
        var letters = defaults.isSetRPrDefault() ? defaults.getRPrDefault() : defaults.addNewRPrDefault();
        CTRPr form = letters.isSetRPr() ? letters.getRPr() : letters.addNewRPr();
        var tongue = form.sizeOfLangArray() > 0 ? form.getLangArray(0) : form.addNewLang();
        tongue.setVal(language.locale().toLanguageTag());
    }

    /** Makes everything that was written go by the names the document has for styles. */
    static void rename(XWPFDocument word, Map<String, String> ids) {
        try (XmlCursor cursor = word.getDocument().getBody().newCursor()) {
            while (cursor.hasNextToken() && !cursor.toNextToken().isEnddoc()) {
                if (cursor.isStart() && WORD.equals(cursor.getName().getNamespaceURI()) && NAME_A_STYLE.contains(cursor.getName().getLocalPart())) {
                    String id = cursor.getAttributeText(VALUE);
                    cursor.setAttributeText(VALUE, ids.getOrDefault(id, id));
                }
            }
        }
    }

    private static String kindAndName(CTStyle style) {
        String name = style.isSetName() ? style.getName().getVal() : style.getStyleId();
        return style.getType() + " " + name.toLowerCase(Locale.ROOT);
    }
}
