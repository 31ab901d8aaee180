package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * A list of short texts.
 *
 * @param ordered whether the order matters; then the items are numbered
 * @param items   at least one
 */
public record ItemList(boolean ordered, List<List<Inline>> items) implements Block {

    public ItemList {
        items = items.stream().map(List::copyOf).toList();
        Checks.that(!items.isEmpty(), "list", "no items", "at least one item");
    }

    @Override
    public void read(Reader reader) {
        reader.list(this);
    }
}
