package dk.lovproeve.report.lint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;

/** The parts of an Office file, and what points from one to another. */
final class Parts {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Parts(byte[] office) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return parts.keySet();
    }

    byte[] bytes(String part) {
        return parts.get(part);
    }

    /** The root of a part; empty when there is no such part. */
    Optional<Element> root(String part) {
        return Optional.ofNullable(parts.get(part)).map(bytes -> Xml.root(part, bytes));
    }

    /** Where a part's relations lead, by id: another part, or for {@code TargetMode="External"} an address. */
    Map<String, String> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        Map<String, String> targets = new LinkedHashMap<>();
        root(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels").ifPresent(root -> Xml.all(root, "Relationship").forEach(r -> {
            String target = r.getAttribute("Target");
            boolean outside = r.getAttribute("TargetMode").equals("External");
            targets.put(r.getAttribute("Id"), outside ? target : URI.create("/" + part).resolve(target).getPath().substring(1));
        }));
        return targets;
    }
}
