package dk.lovproeve.report.excel;

import dk.lovproeve.base.Checks;
import dk.lovproeve.report.drawing.Palette;
import dk.lovproeve.report.office.StableZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
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

/**
 * Makes a workbook the bytes of an {@code .xlsx} file. Equal workbooks give equal bytes. All cells are held in memory at
 * once, about a kilobyte each.
 */
public final class WorkbookRenderer {

    private static final Palette COLOURS = Palette.LIGHT;

    private final WorkbookSpec spec;
    private final XSSFWorkbook workbook;
    private final Map<Format, XSSFCellStyle> body = new EnumMap<>(Format.class);
    private final XSSFCellStyle headerText;
    private final XSSFCellStyle headerNumber;
    private final XSSFCellStyle title;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle link;

    private WorkbookRenderer(WorkbookSpec spec, XSSFWorkbook workbook) {
        this.spec = spec;
        this.workbook = workbook;
        for (Format format : Format.values()) {
            body.put(format, bodyStyle(format));
        }
        this.headerText = headerStyle(HorizontalAlignment.LEFT);
        this.headerNumber = headerStyle(HorizontalAlignment.RIGHT);
        this.title = fontStyle(16, true, COLOURS.accent());
        this.heading = fontStyle(11, true, COLOURS.ink());
        this.link = fontStyle(11, false, COLOURS.accent());
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
        List<Column> columns = table.columns();
        XSSFRow header = xssf.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            XSSFCell cell = header.createCell(c);
            cell.setCellValue(column.header());
            cell.setCellStyle(column.format().isNumber() ? headerNumber : headerText);
            xssf.setColumnWidth(c, column.width() * 256);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            XSSFRow row = xssf.createRow(r + 1);
            List<Cell> cells = table.rows().get(r);
            for (int c = 0; c < cells.size(); c++) {
                put(cells.get(c), columns.get(c).format(), row, c);
            }
        }
        xssf.createFreezePane(0, 1);
        xssf.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns.size() - 1));
        xssf.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
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
            cell.setCellStyle(heading);
        } else if (content instanceof Cell.Number number) {
            Format format = number.format().orElse(columns);
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

    /** Six decimals: what the run's own files hold, and the same digits on every Java. */
    static double rounded(double value) {
        return Math.abs(value) < 1e9 ? Math.round(value * 1e6) / 1e6 : Math.rint(value);
    }

    private void forPrint(Sheet sheet, XSSFSheet xssf) {
        PrintSetup print = xssf.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        xssf.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        // An ampersand starts a code in headers and footers.
        if (sheet instanceof Sheet.Table) {
            xssf.getHeader().setCenter("&B" + sheet.title().replace("&", "&&"));
        }
        xssf.getFooter().setLeft(spec.footer().replace("&", "&&"));
        xssf.getFooter().setRight(spec.pages());
    }

    private XSSFCellStyle bodyStyle(Format format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format.code()));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(format == Format.PROSE);
        return style;
    }

    private XSSFCellStyle headerStyle(HorizontalAlignment alignment) {
        XSSFCellStyle style = fontStyle(11, true, COLOURS.ink());
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
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex.substring(1)), null);
    }
}
