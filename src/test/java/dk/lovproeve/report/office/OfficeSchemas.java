package dk.lovproeve.report.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/**
 * Holds the parts of an Office file against the schemas of ECMA-376 (transitional), which {@code poi-ooxml-full} carries
 * compiled. A program that opens a file need not mind an element in the wrong order; Word does, and offers to repair it.
 */
public final class OfficeSchemas {

    /** Parts of the package itself, which have schemas that the library does not carry. */
    private static final List<String> PACKAGE = List.of("[Content_Types].xml", ".rels", "docProps/core.xml", "customXml/");

    private static final SchemaTypeLoader SCHEMAS = XmlBeans.typeLoaderUnion(new SchemaTypeLoader[] {
        org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem()
    });

    private OfficeSchemas() {}

    /** What is wrong, each with its part; the workbooks that charts carry along are held against the schemas as well. */
    public static List<String> faults(String name, byte[] office) {
        List<String> faults = new ArrayList<>();
        int checked = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = name + "!" + entry.getName();
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(".xlsx")) {
                    faults.addAll(faults(part, content));
                } else if (entry.getName().endsWith(".xml") && PACKAGE.stream().noneMatch(entry.getName()::contains)) {
                    faults.addAll(faultsOf(part, content));
                    checked++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (checked == 0) {
            faults.add(name + ": found no parts, expected an Office file");
        }
        return faults;
    }

    private static List<String> faultsOf(String part, byte[] xml) throws IOException {
        try {
            XmlObject parsed = SCHEMAS.parse(new ByteArrayInputStream(xml), null, new XmlOptions().setLoadLineNumbers());
            if (parsed.schemaType().getDocumentElementName() == null) {
                return List.of(part + ": found a root that no schema knows");
            }
            List<XmlError> errors = new ArrayList<>();
            parsed.validate(new XmlOptions().setErrorListener(errors));
            return errors.stream().map(e -> part + ": " + e.getMessage()).distinct().limit(20).toList();
        } catch (XmlException e) {
            return List.of(part + ": " + e.getMessage());
        }
    }
}
