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
 * Texts that a document carries without showing it, so that what was written into the document can be read back from it. In
 * Word and Excel it is a part of custom XML, which both keep when they save; in a web page it is a block of data that nothing runs.
 *
 * @param answers what was written into the document
 * @param shown   what it showed when it was written; empty in a document that does not carry it
 */
public record CarriedText(String answers, Optional<String> shown) {

    private static final String NAMESPACE = "urn:dk.lovproeve:assessment";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
    private static final String WHO_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
    private static final String WHO_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
    private static final String WHO = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>"
            + "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{6F1B0C5E-7A0D-4C36-9B7E-2D5A1F0E8C41}\">"
            + "<ds:schemaRefs><ds:schemaRef ds:uri=\"" + NAMESPACE + "\"/></ds:schemaRefs></ds:datastoreItem>";
    private static final Pattern XML = Pattern.compile("<answers xmlns=\"" + Pattern.quote(NAMESPACE) + "\">([A-Za-z0-9+/=]*)(?:\\.([A-Za-z0-9+/=]*))?</answers>");
    private static final Pattern HTML = Pattern.compile("<script type=\"text/plain\" id=\"lovproeve-answers\">([A-Za-z0-9+/=]*)(?:\\.([A-Za-z0-9+/=]*))?</script>");

    /** With what the document shows. */
    public CarriedText(String answers, String shown) {
        this(answers, Optional.of(shown));
    }

    /** A Word document or a workbook with the texts in it. */
    public byte[] inOffice(byte[] document) throws IOException {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(document))) {
            PackagePart part = parts.createPart(PackagingURIHelper.createPartName("/customXml/item1.xml"), "application/xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?><answers xmlns=\"" + NAMESPACE + "\">" + coded() + "</answers>").getBytes(StandardCharsets.UTF_8));
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

    /** A web page with the texts in it. */
    public byte[] inHtml(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        int end = html.lastIndexOf("</body>");
        return (html.substring(0, end) + "<script type=\"text/plain\" id=\"lovproeve-answers\">" + coded() + "</script>\n" + html.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The texts that a Word document, a workbook or a web page carries; empty when it carries none, or is neither. */
    public static Optional<CarriedText> of(byte[] file) {
        boolean zipped = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return zipped ? ofOffice(file) : first(HTML, new String(file, StandardCharsets.UTF_8));
    }

    private static Optional<CarriedText> ofOffice(byte[] file) {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart part : parts.getParts()) {
                if (part.getPartName().getName().startsWith("/customXml/")) {
                    Optional<CarriedText> text = first(XML, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
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

    private static Optional<CarriedText> first(Pattern pattern, String within) {
        Matcher matcher = pattern.matcher(within);
        return matcher.find() ? Optional.of(new CarriedText(decoded(matcher.group(1)), Optional.ofNullable(matcher.group(2)).map(CarriedText::decoded))) : Optional.empty();
    }

    private static String decoded(String coded) {
        return new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
    }

    private String coded() {
        return coded(answers) + shown.map(s -> "." + coded(s)).orElse("");
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
