package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A text set apart from the rest.
 *
 * @param kind   why it is set apart
 * @param title  a few words before the text; empty for none
 * @param where  of a gap, where in the bill's files it is filled; for whoever keeps them, and not shown in the document
 * @param blocks paragraphs and lists only
 */
public record Note(Kind kind, String title, String where, List<Block> blocks) implements Block {

    /** A note that is no gap of the bill's files. */
    public Note(Kind kind, String title, List<Block> blocks) {
        this(kind, title, "", blocks);
    }

    /** Why a note is set apart. */
    public enum Kind {
        /** Worth knowing. */
        NOTE,
        /** Limits what may be concluded. */
        CAVEAT,
        /** Something the ministry must still write or find. */
        GAP
    }

    public Note {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(where, "where");
        blocks = List.copyOf(blocks);
        Checks.that(!blocks.isEmpty(), "note", "nothing", "paragraphs or lists");
        for (Block block : blocks) {
            Checks.that(
                    block instanceof Paragraph || block instanceof ItemList,
                    "note",
                    block.getClass().getSimpleName(),
                    "paragraphs or lists only");
        }
    }

    @Override
    public void read(Reader reader) {
        reader.note(this);
    }
}
