package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;

/**
 * Words that lead to a place in another document written beside this one. On paper they are words; on the web they are a link.
 *
 * @param text   the words
 * @param page   the other document's web page, by its file name
 * @param anchor the place in it
 */
public record Elsewhere(String text, String page, String anchor) implements Inline {

    public Elsewhere {
        Checks.notBlank(text, "text");
        Checks.notBlank(page, "page");
        Checks.notBlank(anchor, "anchor");
    }

    @Override
    public void read(Reader reader) {
        reader.elsewhere(this);
    }
}
