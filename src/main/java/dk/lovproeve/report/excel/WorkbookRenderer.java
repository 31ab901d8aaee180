package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.drawing.Palette;
import dk.lovproeve.report.drawing.TextWidth;
import dk.lovproeve.report.office.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAutoFilter;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFilterColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetPr;

/**
 * Makes a workbook the bytes of an {@code .xlsx} file. Equal workbooks give equal bytes. All cells are held in memory at
 * once, about a kilobyte each.
 */
public final class WorkbookRenderer {

    private static final Palette COLOURS = Palette.LIGHT;
    /** On every machine, or one of the same widths is: the row heights rest on them. */
    private static final String FONT = "Arial";

    private static final Text ONLY = new Text("kun", "only");
    private static final Text COLUMNS =
            new Text("på papir til og med »{0}«, resten kun i filen", "on paper as far as \"{0}\", the rest in the file alone");
    private static final int SIZE = 10;
    /** The width of one character of a column's width, in points: 7 pixels at 96 to the inch. */
    private static final double CHARACTER = 5.25;
    /** The height of a line, in points. */
    private static final double LINE = 13.5;
    /** What indents and the room between cells take of a cell's width, in points. */
    private static final double PADDING = 12;
    /** The widest column of texts on one line, in characters. */
    private static final int WIDEST_TEXT = 70;
    /** What the button of a filter takes of a header's width, in points. */
    private static final double BUTTON = 18;
    /** A table with more characters than this in a row is printed on A3. */
    private static final int A4_CHARACTERS = 215;
    /** As many fit on A3 at seven points; columns beyond them are not printed. */
    private static final int A3_CHARACTERS = 300;
    /** What is left of an A4 page lying down within the margins of 0.7 and 0.75 inches, in points. */
    private static final double PAGE_WIDTH = 741;

    private static final double PAGE_HEIGHT = 487;
    /** Columns are wider where another font takes the place of ours. */
    private static final double SPARE = 0.88;

    private final WorkbookSpec spec;
    private final XSSFWorkbook workbook;
    private final Map<Format, XSSFCellStyle> body = new EnumMap<>(Format.class);
    private final XSSFCellStyle headerText;
    private final XSSFCellStyle headerNumber;
    private final XSSFCellStyle title;
    private final XSSFCellStyle heading;
    /** Over a column of numbers on a page. */
    private final XSSFCellStyle columnHeading;

    private final XSSFCellStyle link;

    private WorkbookRenderer(WorkbookSpec spec, XSSFWorkbook workbook) {
        this.spec = spec;
        this.workbook = workbook;
        XSSFFont plain = workbook.getFontAt(0);
        plain.setFontName(FONT);
        plain.setFontHeightInPoints((short) SIZE);
        plain.setScheme(FontScheme.NONE);
        for (Format format : Format.values()) {
            body.put(format, bodyStyle(format));
        }
        this.headerText = headerStyle(HorizontalAlignment.LEFT);
        this.headerNumber = headerStyle(HorizontalAlignment.RIGHT);
        this.title = fontStyle(16, true, COLOURS.accent());
        this.heading = fontStyle(SIZE, true, COLOURS.ink());
        this.columnHeading = fontStyle(SIZE, true, COLOURS.ink());
        columnHeading.setAlignment(HorizontalAlignment.RIGHT);
        columnHeading.setVerticalAlignment(VerticalAlignment.BOTTOM);
        columnHeading.setWrapText(true);
        this.link = fontStyle(SIZE, false, COLOURS.accent());
        workbook.getFontAt(link.getFontIndex()).setUnderline(XSSFFont.U_SINGLE);
        title.setVerticalAlignment(VerticalAlignment.CENTER);
    }

    /** The workbook as a file. */
    public static byte[] render(WorkbookSpec spec) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new WorkbookRenderer(spec, workbook).fill();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(spec.title());
        core.setCreator("lovprøve");
        core.getUnderlyingProperties().setLanguageProperty(spec.language().locale().toLanguageTag());
        for (Sheet sheet : spec.sheets()) {
            XSSFSheet xssf = workbook.createSheet(sheet.name());
            if (sheet instanceof Sheet.Table table) {
                fill(table, xssf);
            } else if (sheet instanceof Sheet.Page page) {
                fill(page, xssf);
            }
            forPrint(sheet, xssf);
        }
    }

    private void fill(Sheet.Table table, XSSFSheet xssf) {
        List<Column> columns = fitted(table);
        List<Integer> widths = columns.stream().map(Column::width).toList();
        XSSFRow header = xssf.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            XSSFCell cell = header.createCell(c);
            cell.setCellValue(column.header());
            cell.setCellStyle(column.format().isNumber() ? headerNumber : headerText);
            xssf.setColumnWidth(c, widths.get(c) * 256);
        }
        header.setHeightInPoints(height(columns.stream().map(Column::header).toList(), widths, BUTTON));
        for (int r = 0; r < table.rows().size(); r++) {
            XSSFRow row = xssf.createRow(r + 1);
            List<Cell> cells = table.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                put(cells.get(c), columns.get(c).format(), row, c);
            }
            row.setHeightInPoints(height(columns.stream().map(Column::format).toList(), cells, widths));
            row.setZeroHeight(!table.isShown(cells));
        }
        xssf.createFreezePane(0, 1);
        xssf.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns.size() - 1));
        filter(table, xssf);
        xssf.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    /**
     * The columns as asked for, but no text is cut off by the cell beside it: a column of texts is as wide as the longest of them,
     * and where that would be too wide, its texts are broken over lines.
     */
    private static List<Column> fitted(Sheet.Table table) {
        List<Column> fitted = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            Column asked = table.columns().get(c);
            double longest = asked.format() != Format.TEXT ? 0 : table.rows().stream()
                    .map(row -> row.get(column) instanceof Cell.Words words ? words.text() : "")
                    .distinct()
                    .mapToDouble(text -> Math.ceil((TextWidth.of(text, SIZE) + PADDING) / CHARACTER))
                    .max().orElse(0);
            Format format = longest > Math.max(asked.width(), WIDEST_TEXT) ? Format.PROSE : asked.format();
            fitted.add(new Column(asked.header(), format, (int) Math.max(asked.width(), Math.min(WIDEST_TEXT, longest))));
        }
        return fitted;
    }

    private static List<Integer> widths(Sheet.Table table) {
        return fitted(table).stream().map(Column::width).toList();
    }

    /** Sets the filter that the hidden rows belong to, so that clearing it shows them. */
    private static void filter(Sheet.Table table, XSSFSheet xssf) {
        CTAutoFilter filter = xssf.getCTWorksheet().getAutoFilter();
        table.shown().forEach((column, text) -> {
            CTFilterColumn of = filter.addNewFilterColumn();
            of.setColId(column);
            of.addNewFilters().addNewFilter().setVal(text);
        });
        if (!table.shown().isEmpty()) {
            CTSheetPr properties = xssf.getCTWorksheet().isSetSheetPr()
                    ? xssf.getCTWorksheet().getSheetPr() : xssf.getCTWorksheet().addNewSheetPr();
            properties.setFilterMode(true);
        }
    }

    private void fill(Sheet.Page page, XSSFSheet xssf) {
        XSSFRow first = xssf.createRow(0);
        first.setHeightInPoints(30);
        XSSFCell heading = first.createCell(0);
        heading.setCellValue(page.title());
        heading.setCellStyle(title);
        for (int c = 0; c < page.widths().size(); c++) {
            xssf.setColumnWidth(c, page.widths().get(c) * 256);
        }
        for (int r = 0; r < page.rows().size(); r++) {
            XSSFRow row = xssf.createRow(r + 1);
            List<Cell> cells = page.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                put(cells.get(c), Format.PROSE, row, c);
            }
            row.setHeightInPoints(height(cells.stream().map(c -> Format.PROSE).toList(), cells, page.widths()));
        }
        xssf.setDisplayGridlines(false);
        xssf.createFreezePane(0, 1);
        page.charts().forEach(chart -> new ChartRenderer(xssf, page).draw(chart));
    }

    private void put(Cell content, Format columns, XSSFRow row, int column) {
        if (content instanceof Cell.Blank) {
            return;
        }
        XSSFCell cell = row.createCell(column);
        if (content instanceof Cell.Words words) {
            cell.setCellValue(words.text());
            cell.setCellStyle(body.get(columns.isNumber() ? Format.TEXT : columns));
        } else if (content instanceof Cell.Heading words) {
            cell.setCellValue(words.text());
            cell.setCellStyle(column == 0 ? heading : columnHeading);
        } else if (content instanceof Cell.Number number) {
            Format asked = number.format().orElse(columns);
            // As it was written, but a large whole number is easier to read with its thousands apart.
            Format format = asked == Format.PLAIN && number.value() == Math.rint(number.value()) ? Format.INTEGER : asked;
            Checks.that(format.isNumber(), row.getSheet().getSheetName() + " column " + column, "a number", "text");
            cell.setCellValue(rounded(number.value()));
            cell.setCellStyle(body.get(format));
        } else if (content instanceof Cell.Link to) {
            Optional<Sheet> sheet = spec.sheets().stream().filter(s -> s.name().equals(to.sheet())).findFirst();
            Checks.that(sheet.isPresent(), "link", to.sheet(), "a sheet of the workbook");
            XSSFHyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            hyperlink.setAddress("'" + to.sheet() + "'!A1");
            cell.setCellValue(to.sheet());
            cell.setHyperlink(hyperlink);
            cell.setCellStyle(link);
        }
    }

    /**
     * The height that a row's sentences need, in points. It is set because not every program works it out when it opens a
     * file, and lines would then lie on top of each other.
     */
    private static float height(List<Format> formats, List<Cell> cells, List<Integer> widths) {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            boolean prose = formats.get(c) == Format.PROSE;
            boolean columnHeading = c > 0 && cells.get(c) instanceof Cell.Heading;
            texts.add(prose && cells.get(c) instanceof Cell.Words words ? words.text()
                    : columnHeading ? ((Cell.Heading) cells.get(c)).text() : "");
        }
        return height(texts, widths, 0);
    }

    private static float height(List<String> texts, List<Integer> widths, double taken) {
        int lines = 1;
        for (int c = 0; c < texts.size(); c++) {
            lines = Math.max(lines, TextWidth.wrap(texts.get(c), SIZE, widths.get(c) * CHARACTER - PADDING - taken).size());
        }
        return (float) (lines * LINE);
    }

    /** Six decimals: what the run's own files hold, and the same digits on every Java. */
    static double rounded(double value) {
        return Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : Math.rint(value);
    }

    private void forPrint(Sheet sheet, XSSFSheet xssf) {
        PrintSetup print = xssf.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        if (sheet instanceof Sheet.Page page && !page.charts().isEmpty()) {
            keepChartsWhole(page, xssf);
        } else {
            xssf.setFitToPage(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 0);
        }
        // An ampersand starts a code in headers and footers.
        if (sheet instanceof Sheet.Table table) {
            if (widths(table).stream().mapToInt(w -> w).sum() > A4_CHARACTERS) {
                print.setPaperSize(PrintSetup.A3_PAPERSIZE);
            }
            xssf.getHeader().setCenter("&B" + (sheet.title() + leftOut(table)).replace("&", "&&"));
        }
        workbook.setPrintArea(workbook.getSheetIndex(xssf), 0, lastColumn(sheet), 0, xssf.getLastRowNum());
        xssf.getFooter().setLeft(spec.footer().replace("&", "&&"));
        xssf.getFooter().setRight(spec.pages());
    }

    /** What paper does not show of a table: rows that are filtered away, and columns there is no room for. */
    private String leftOut(Sheet.Table table) {
        List<String> left = new ArrayList<>();
        if (!table.shown().isEmpty()) {
            left.add(ONLY.in(spec.language()) + " " + String.join(", ", table.shown().values()));
        }
        int last = lastColumn(table);
        if (last + 1 < table.columns().size()) {
            left.add(COLUMNS.in(spec.language()).replace("{0}", table.columns().get(last).header()));
        }
        return left.isEmpty() ? "" : " (" + String.join("; ", left) + ")";
    }

    /** The last column on paper: of a wide table as many are printed as leave its letters of a size that can be read. */
    private static int lastColumn(Sheet sheet) {
        if (sheet instanceof Sheet.Page page) {
            return page.widths().size() - 1;
        }
        List<Integer> widths = widths((Sheet.Table) sheet);
        int sum = 0;
        for (int c = 0; c < widths.size(); c++) {
            sum += widths.get(c);
            if (sum > A3_CHARACTERS) {
                return Math.max(0, c - 1);
            }
        }
        return widths.size() - 1;
    }

    /** Breaks the page before a chart that would lie over two. Excel heeds breaks only where it need not fit a sheet itself. */
    private static void keepChartsWhole(Sheet.Page page, XSSFSheet xssf) {
        double width = page.widths().stream().mapToInt(w -> w).sum() * CHARACTER + page.widths().size() * 4;
        double scale = Math.min(1, SPARE * PAGE_WIDTH / width);
        xssf.getPrintSetup().setScale((short) (100 * scale));
        double room = PAGE_HEIGHT / scale;
        int start = 0;
        for (Chart chart : page.charts()) {
            double end = 0;
            for (int row = start; row < chart.place().lastRow(); row++) {
                end += xssf.getRow(row).getHeightInPoints();
            }
            if (end > room) {
                start = chart.place().firstRow();
                xssf.setRowBreak(start - 1);
            }
        }
    }

    private XSSFCellStyle bodyStyle(Format format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format.code()));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(format == Format.PROSE);
        if (!format.isNumber()) {
            // Away from the number to the left.
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
        return style;
    }

    private XSSFCellStyle headerStyle(HorizontalAlignment alignment) {
        XSSFCellStyle style = fontStyle(SIZE, true, COLOURS.ink());
        // Room for the button of the filter, which lies at the right.
        style.setIndention((short) (alignment == HorizontalAlignment.RIGHT ? 2 : 1));
        style.setFillForegroundColor(colour(COLOURS.panel()));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setWrapText(true);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        return style;
    }

    private XSSFCellStyle fontStyle(int points, boolean bold, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** With the opaqueness first, as the schema has it. */
    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex("ff" + hex.substring(1)), null);
    }
}
