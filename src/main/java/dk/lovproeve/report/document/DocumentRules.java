package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks a whole tree once: collects ids, references and claims, and refuses a tree that contradicts itself. */
final class DocumentRules implements Block.Reader, Inline.Reader {

    private final Set<String> ids = new HashSet<>();
    private final List<String> references = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private int depth;

    DocumentRules(List<Fact> facts, List<Block> blocks) {
        facts.forEach(fact -> lines(fact.value()));
        blocks.forEach(block -> block.read(this));
    }

    void check() {
        for (String to : references) {
            Checks.that(ids.contains(to), "reference", to, "the id of a section, table or figure");
        }
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    private void id(String id) {
        Checks.that(id.isEmpty() || ids.add(id), "id", id + " twice", "an id used once");
    }

    private void lines(List<Inline> inlines) {
        inlines.forEach(inline -> inline.read(this));
    }

    @Override
    public void section(Section section) {
        id(section.id());
        depth++;
        Checks.that(depth <= Section.DEEPEST, "section " + section.title(), "level " + depth, "level 1 to 5");
        section.blocks().forEach(block -> block.read(this));
        depth--;
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        lines(paragraph.inlines());
    }

    @Override
    public void list(ItemList list) {
        list.items().forEach(this::lines);
    }

    @Override
    public void table(Table table) {
        id(table.id());
        for (List<Table.Row> rows : List.of(table.header(), table.body())) {
            for (Table.Row row : rows) {
                row.cells().forEach(cell -> cell.paragraphs().forEach(this::paragraph));
            }
        }
    }

    @Override
    public void figure(Figure figure) {
        id(figure.id());
    }

    @Override
    public void note(Note note) {
        note.blocks().forEach(block -> block.read(this));
    }

    @Override
    public void pageBreak() {
        // Holds nothing.
    }

    @Override
    public void words(Words words) {
        // Holds nothing.
    }

    @Override
    public void strong(Strong strong) {
        lines(strong.inlines());
    }

    @Override
    public void emphasis(Emphasis emphasis) {
        lines(emphasis.inlines());
    }

    @Override
    public void foreign(Foreign foreign) {
        lines(foreign.inlines());
    }

    @Override
    public void reference(Reference reference) {
        references.add(reference.to());
    }

    @Override
    public void elsewhere(Elsewhere elsewhere) {
        // Leads out of this document.
    }

    @Override
    public void claim(Claim claim) {
        claims.add(claim);
    }
}
