package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A heading and what belongs to it. The level of the heading is the depth of nesting, so no level can be skipped.
 *
 * @param id       what references point to; empty when nothing does
 * @param title    the heading
 * @param numbered whether the heading carries a number. An unnumbered section starts the numbers of its own sections
 *                 anew: the general notes of a bill are 1, 2, 3 below an unnumbered heading.
 * @param blocks   the content, in order
 */
public record Section(String id, String title, boolean numbered, List<Block> blocks) implements Block {

    /** Sections nest no deeper than this: HTML has six levels of headings and the title takes one. */
    public static final int DEEPEST = 5;

    public Section {
        Objects.requireNonNull(id, "id");
        Checks.notBlank(title, "title");
        blocks = List.copyOf(blocks);
    }

    @Override
    public void read(Reader reader) {
        reader.section(this);
    }
}
