package dk.lovproeve.report.word;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;

/** The anchors of a report under names that Word takes: a letter, then letters, digits and underscores, 40 at most. */
final class Bookmarks {

    private static final int LONGEST = 40;

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int next = 1;

    /** The bookmark of an anchor; the same anchor always gives the same. */
    String name(String anchor) {
        return names.computeIfAbsent(anchor, a -> {
            String plain = a.replaceAll("[^A-Za-z0-9_]", "_");
            String base = Character.isLetter(plain.charAt(0)) ? plain : "a" + plain;
            String name = shortened(base, "");
            // Word does not tell A from a in the names of bookmarks.
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = shortened(base, "_" + i);
            }
            return name;
        });
    }

    private static String shortened(String base, String end) {
        return base.substring(0, Math.min(base.length(), LONGEST - end.length())) + end;
    }

    /** Starts the bookmark of an anchor at the end of what the paragraph holds so far; {@link #end} ends it. */
    BigInteger start(XWPFParagraph paragraph, String anchor) {
        BigInteger id = BigInteger.valueOf(next++);
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName(name(anchor));
        return id;
    }

    void end(XWPFParagraph paragraph, BigInteger id) {
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }
}
