package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A text set apart from the rest.
 *
 * @param kind   why it is set apart
 * @param title  a few words before the text; empty for none
 * @param blocks paragraphs and lists only
 */
public record Note(Kind kind, String title, List<Block> blocks) implements Block {

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
