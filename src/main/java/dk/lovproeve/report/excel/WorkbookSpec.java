package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import java.util.List;
import java.util.Objects;

/**
 * A workbook, before it is a file.
 *
 * @param title    what it is, for the file's properties
 * @param footer   printed under every page, such as the run's id
 * @param pages    the words of the page number, with {@code &P} for the page and {@code &N} for how many
 * @param language of its words
 * @param sheets   in order; no two of the same name
 */
public record WorkbookSpec(String title, String footer, String pages, Language language, List<Sheet> sheets) {

    public WorkbookSpec {
        Checks.notBlank(title, "title");
        Objects.requireNonNull(footer, "footer");
        Objects.requireNonNull(pages, "pages");
        Objects.requireNonNull(language, "language");
        sheets = List.copyOf(sheets);
        Checks.that(!sheets.isEmpty(), "sheets", 0, "at least one");
        long names = sheets.stream().map(s -> s.name().toLowerCase(language.locale())).distinct().count();
        Checks.that(names == sheets.size(), "sheets", sheets.stream().map(Sheet::name).toList(), "names that differ");
    }
}
