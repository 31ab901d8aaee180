package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.List;
import java.util.Objects;

/**
 * A table with a caption and at least one header row. The column widths are the renderer's business.
 *
 * @param id          what references point to; empty when nothing does
 * @param caption     what the table shows; the number before it (<em>Tabel 2</em>) is given by the renderer
 * @param description a sentence for those who cannot see the table; may be empty
 * @param columns     how each column is set
 * @param header      the header rows; repeated on every page
 * @param body        the rows
 * @param rowHeader   whether the first cell of each row names the row
 */
public record Table(
        String id,
        String caption,
        String description,
        List<Alignment> columns,
        List<Row> header,
        List<Row> body,
        boolean rowHeader)
        implements Block {

    /** How the cells of a column are set: text to the left, numbers to the right. */
    public enum Alignment {
        TEXT,
        NUMBER
    }

    /** A row of cells. */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** How many columns the cells cover together. */
        public int width() {
            return cells.stream().mapToInt(Cell::span).sum();
        }
    }

    /** How a cell is coloured, to help the eye: what it says stands in its words. */
    public enum Mark {
        NONE,
        /** As it should be. */
        GOOD,
        /** Not as it should be. */
        BAD
    }

    /**
     * One cell.
     *
     * @param paragraphs the text; none for an empty cell
     * @param span       how many columns it covers, 1 or more
     * @param mark       its colour; a marked cell has a text, so that nothing hangs on the colour
     */
    public record Cell(List<Paragraph> paragraphs, int span, Mark mark) {

        public Cell {
            paragraphs = List.copyOf(paragraphs);
            Checks.atLeast(1, span, "span");
            Objects.requireNonNull(mark, "mark");
            Checks.that(mark == Mark.NONE || !paragraphs.isEmpty(), "marked cell", "no text", "a text that says what the colour says");
        }

        /** A cell without a colour of its own. */
        public Cell(List<Paragraph> paragraphs, int span) {
            this(paragraphs, span, Mark.NONE);
        }
    }

    /** @throws IllegalArgumentException when there is no header row, or a row does not fill the columns */
    public Table {
        Objects.requireNonNull(id, "id");
        Checks.notBlank(caption, "caption");
        Objects.requireNonNull(description, "description");
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        body = List.copyOf(body);
        Checks.that(!columns.isEmpty(), "columns", "none", "at least one");
        Checks.that(!header.isEmpty(), "header", "no row", "at least one row");
        for (List<Row> rows : List.of(header, body)) {
            for (Row row : rows) {
                Checks.that(row.width() == columns.size(), "row", row.width() + " columns", columns.size() + " columns");
            }
        }
    }

    @Override
    public void read(Reader reader) {
        reader.table(this);
    }
}
