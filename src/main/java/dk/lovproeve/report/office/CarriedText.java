package dk.lovproeve.report.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * A text that a document carries without showing it, so that what was written into the document can be read back from it. In
 * Word and Excel it is a part of custom XML, which both keep when they save; in a web page it is a block of data that nothing runs.
 */
public final class CarriedText {

    private static final String NAMESPACE = "urn:dk.lovproeve:assessment";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
    private static final String WHO_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
    private static final String WHO_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private static final String WHO = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>"
            + "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{6F1B0C5E-7A0D-4C36-9B7E-2D5A1F0E8C41}\">"
            + "<ds:schemaRefs><ds:schemaRef ds:uri=\"" + NAMESPACE + "\"/></ds:schemaRefs></ds:datastoreItem>";
    private static final Pattern XML = Pattern.compile("<answers xmlns=\"" + Pattern.quote(NAMESPACE) + "\">([A-Za-z0-9+/=]*)</answers>");
    private static final Pattern HTML = Pattern.compile("<script type=\"text/plain\" id=\"lovproeve-answers\">([A-Za-z0-9+/=]*)</script>");

    private CarriedText() {}

    /** A Word document or a workbook with the text in it. */
    public static byte[] inOffice(byte[] document, String text) throws IOException {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(document))) {
            PackagePart part = parts.createPart(PackagingURIHelper.createPartName("/customXml/item1.xml"), "application/xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?><answers xmlns=\"" + NAMESPACE + "\">" + coded(text) + "</answers>").getBytes(StandardCharsets.UTF_8));
            }
            // Some programs keep a part of custom XML only when it says who it is.
            PackagePart who = parts.createPart(PackagingURIHelper.createPartName("/customXml/itemProps1.xml"), WHO_TYPE);
            try (OutputStream out = who.getOutputStream()) {
                out.write(WHO.getBytes(StandardCharsets.UTF_8));
            }
            part.addRelationship(who.getPartName(), TargetMode.INTERNAL, WHO_RELATION);
            parts.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT).get(0)
                    .addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATION);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            parts.save(out);
            return StableZip.of(out.toByteArray());
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /** A web page with the text in it. */
    public static byte[] inHtml(byte[] page, String text) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        return (html.substring(0, end) + "<script type=\"text/plain\" id=\"lovproeve-answers\">" + coded(text) + "</script>\n" + html.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The text that a Word document, a workbook or a web page carries; empty when it carries none, or is neither. */
    public static Optional<String> of(byte[] file) {
        boolean zipped = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return zipped ? ofOffice(file) : first(HTML, new String(file, StandardCharsets.UTF_8));
    }

    private static Optional<String> ofOffice(byte[] file) {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart part : parts.getParts()) {
                if (part.getPartName().getName().startsWith("/customXml/")) {
                    Optional<String> text = first(XML, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidFormatException | RuntimeException notADocument) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Pattern pattern, String within) {
        Matcher matcher = pattern.matcher(within);
        return matcher.find() ? Optional.of(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
