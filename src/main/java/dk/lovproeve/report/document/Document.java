package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One report in one language: the root of the tree.
 *
 * @param title          the report's title; also the title property of every file made from it
 * @param subtitle       a line below the title; may be empty
 * @param language       the language all its texts are written in
 * @param facts          what identifies the report (bill, version, run, date), shown below the title
 * @param contentsLevels how many levels of sections the table of contents shows, 0 (no table of contents) to 3
 * @param blocks         the content, in order
 */
public record Document(
        String title, String subtitle, Language language, List<Fact> facts, int contentsLevels, List<Block> blocks) {

    /**
     * @throws IllegalArgumentException when two blocks share an id, when a reference points nowhere, or when sections
     *     nest deeper than {@value Section#DEEPEST}
     */
    public Document {
        Checks.notBlank(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(language, "language");
        Checks.between(0, 3, contentsLevels, "contentsLevels");
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
        new DocumentRules(facts, blocks).check();
    }

    /** The same with a block before all others. */
    public Document beginningWith(Block first) {
        return new Document(title, subtitle, language, facts, contentsLevels, Stream.concat(Stream.of(first), blocks.stream()).toList());
    }

    /** Every number with a run id, in reading order: what a reader could ask the origin of. */
    public List<Claim> claims() {
        return new DocumentRules(facts, blocks).claims();
    }
}
