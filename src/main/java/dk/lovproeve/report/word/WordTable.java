package dk.lovproeve.report.word;

import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.drawing.Palette;
import dk.lovproeve.report.drawing.TextWidth;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** Writes a table: thin level rules, a shaded header that is repeated on every page, rows that stay whole unless they are long. */
final class WordTable {

    /** A row of more lines may break over two pages: whole, it would leave half a page empty. */
    private static final int WHOLE = 8;

    /** A table of no more lines stands on one page; of a longer one the first two rows stand together, and the last two. */
    private static final int SHORT = 22;
    /** The same on a sheet, which has no room to give away. */
    private static final int SHEET_SHORT = 14;

    private static final int ROW_PADDING = 45;
    private static final int SHEET_PADDING = 8;
    /** Between the paragraphs of one cell, so that each can be told from the next. */
    private static final int BETWEEN_PARAGRAPHS = 60;

    private final Table table;
    private final Outline outline;
    private final Bookmarks bookmarks;
    private final ColumnWidths widths;
    private final int width;
    private final int rowPadding;
    private final int together;

    /** @param width of the text on the page, in twentieths of a point */
    WordTable(Table table, Outline outline, Bookmarks bookmarks, int width, WordRenderer.Layout layout) {
        boolean sheet = layout == WordRenderer.Layout.SHEET;
        this.rowPadding = sheet ? SHEET_PADDING : ROW_PADDING;
        this.together = sheet ? SHEET_SHORT : SHORT;
        this.table = table;
        this.outline = outline;
        this.bookmarks = bookmarks;
        this.width = width;
        this.widths = ColumnWidths.of(columns(), width);
    }

    /** Adds the table at the end of the document. */
    void addTo(XWPFDocument word) {
        XWPFTable made = word.createTable(table.header().size() + table.body().size(), 1);
        properties(made);
        int index = 0;
        for (Table.Row row : table.header()) {
            row(made.getRow(index++), row, true, true);
        }
        boolean whole = table.body().stream().mapToInt(this::lines).sum() <= together;
        int last = table.body().size() - 1;
        for (int i = 0; i <= last; i++) {
            Table.Row row = table.body().get(i);
            boolean edge = (i == 0 || i == last - 1) && lines(row) <= WHOLE;
            row(made.getRow(index++), row, false, i < last && (whole || edge));
        }
    }

    private List<ColumnWidths.Column> columns() {
        List<ColumnWidths.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean number = table.columns().get(i) == Table.Alignment.NUMBER;
            columns.add(new ColumnWidths.Column(number, texts(table.header(), i).stream().flatMap(List::stream).toList(), texts(table.body(), i)));
        }
        return columns;
    }

    /** The texts of a column's own cell in each row; one that covers several columns has room enough. */
    private List<List<String>> texts(List<Table.Row> rows, int column) {
        List<List<String>> texts = new ArrayList<>();
        for (Table.Row row : rows) {
            List<String> own = new ArrayList<>();
            int at = 0;
            for (Table.Cell cell : row.cells()) {
                if (at == column && cell.span() == 1) {
                    cell.paragraphs().forEach(p -> own.add(WordText.plain(p.inlines(), outline)));
                }
                at += cell.span();
            }
            texts.add(own);
        }
        return texts;
    }

    private void properties(XWPFTable made) {
        CTTblPr form = made.getCTTbl().getTblPr();
        made.setStyleID(WordStyles.TABLE);
        width(form.isSetTblW() ? form.getTblW() : form.addNewTblW(), width);
        (form.isSetTblLayout() ? form.getTblLayout() : form.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        CTTblBorders borders = form.isSetTblBorders() ? form.getTblBorders() : form.addNewTblBorders();
        borders.set(CTTblBorders.Factory.newInstance());
        rule(borders.addNewTop(), 8, Palette.LIGHT.accent());
        rule(borders.addNewBottom(), 8, Palette.LIGHT.accent());
        rule(borders.addNewInsideH(), 4, Palette.LIGHT.rule());
        CTTblCellMar margins = form.isSetTblCellMar() ? form.getTblCellMar() : form.addNewTblCellMar();
        width(margins.addNewTop(), rowPadding);
        width(margins.addNewLeft(), widths.padding() / 2);
        width(margins.addNewBottom(), rowPadding);
        width(margins.addNewRight(), widths.padding() / 2);
        CTTblLook look = form.isSetTblLook() ? form.getTblLook() : form.addNewTblLook();
        look.setFirstRow(true);
        look.setFirstColumn(table.rowHeader());
        look.setLastRow(false);
        look.setLastColumn(false);
        look.setNoHBand(true);
        look.setNoVBand(true);
        form.addNewTblCaption().setVal(table.caption());
        form.addNewTblDescription()
                .setVal(table.description().isEmpty() ? table.caption() : table.description());
        CTTblGrid grid = made.getCTTbl().getTblGrid() == null
                ? made.getCTTbl().addNewTblGrid()
                : made.getCTTbl().getTblGrid();
        grid.set(CTTblGrid.Factory.newInstance());
        widths.widths().forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
    }

    private void row(XWPFTableRow made, Table.Row row, boolean header, boolean keepNext) {
        if (header || lines(row) <= WHOLE) {
            made.setCantSplitRow(true);
        }
        if (header) {
            made.setRepeatHeader(true);
        }
        int column = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            cell(i == 0 ? made.getCell(0) : made.addNewTableCell(), cell, column, header);
            column += cell.span();
        }
        if (!made.isCantSplitRow()) {
            // A long row breaks between its paragraphs.
            made.getTableCells().stream().flatMap(cell -> cell.getParagraphs().stream()).map(XWPFParagraph::getCTP)
                    .forEach(p -> (p.isSetPPr() ? p.getPPr() : p.addNewPPr()).addNewKeepLines());
        }
        if (keepNext) {
            made.getTableCells().forEach(cell -> cell.getParagraphs().forEach(p -> p.setKeepNext(true)));
        }
    }

    /** How many lines the longest cell has. */
    private int lines(Table.Row row) {
        int most = 0;
        int column = 0;
        for (Table.Cell cell : row.cells()) {
            double room = (covered(column, cell) - widths.padding()) / 20.0;
            int lines = cell.paragraphs().stream().mapToInt(p -> TextWidth.wrap(WordText.plain(p.inlines(), outline), widths.size(), room).size()).sum();
            most = Math.max(most, lines);
            column += cell.span();
        }
        return most;
    }

    /** The width of a cell, in twentieths of a point. */
    private int covered(int column, Table.Cell cell) {
        return widths.widths().subList(column, column + cell.span()).stream().mapToInt(w -> w).sum();
    }

    private void cell(XWPFTableCell made, Table.Cell cell, int column, boolean header) {
        CTTcPr form = made.getCTTc().isSetTcPr() ? made.getCTTc().getTcPr() : made.getCTTc().addNewTcPr();
        width(form.isSetTcW() ? form.getTcW() : form.addNewTcW(), covered(column, cell));
        if (cell.span() > 1) {
            form.addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
        }
        if (header) {
            CTShd shade = form.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(WordStyles.colour(Palette.LIGHT.tints().get(1)));
            form.addNewVAlign().setVal(STVerticalJc.BOTTOM);
        }
        if (cell.mark() != Table.Mark.NONE) {
            CTShd shade = form.isSetShd() ? form.getShd() : form.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(WordStyles.colour(cell.mark() == Table.Mark.GOOD ? Palette.LIGHT.good() : Palette.LIGHT.bad()));
        }
        boolean number = table.columns().get(column) == Table.Alignment.NUMBER && cell.span() == 1;
        XWPFParagraph line = made.getParagraphs().isEmpty() ? made.addParagraph() : made.getParagraphs().get(0);
        if (cell.paragraphs().isEmpty()) {
            paragraph(line, List.of(), column, number, header);
            return;
        }
        for (int i = 0; i < cell.paragraphs().size(); i++) {
            Paragraph paragraph = cell.paragraphs().get(i);
            XWPFParagraph written = i == 0 ? line : made.addParagraph();
            paragraph(written, paragraph.inlines(), column, number, header);
            if (i + 1 < cell.paragraphs().size()) {
                written.setSpacingAfter(BETWEEN_PARAGRAPHS);
            }
        }
    }

    private void paragraph(XWPFParagraph made, List<Inline> text, int column, boolean number, boolean header) {
        made.setStyle(header ? WordStyles.TABLE_HEADER : WordStyles.TABLE_TEXT);
        if (number) {
            made.setAlignment(ParagraphAlignment.RIGHT);
        }
        UnaryOperator<String> setting = number && !header
                ? t -> ColumnWidths.broken(t, widths.breaking().get(column))
                : t -> widths.hyphenated(t, column);
        new WordText(made, outline, bookmarks, setting).write(text);
        if (widths.size() != ColumnWidths.SIZE) {
            for (XWPFRun run : made.getRuns()) {
                run.setFontSize(widths.size());
            }
        }
    }

    private static void width(CTTblWidth width, int twentieths) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twentieths));
    }

    private static void rule(CTBorder border, int eighths, String colour) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighths));
        border.setSpace(BigInteger.ZERO);
        border.setColor(WordStyles.colour(colour));
    }
}
