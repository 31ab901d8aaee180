package dk.lovproeve.report.excel;

import dk.lovproeve.report.drawing.Palette;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** Draws charts on a page: lying bars, the first category at the top, whiskers where there are intervals. */
final class ChartRenderer {

    private final XSSFSheet sheet;
    private final Sheet.Page page;

    ChartRenderer(XSSFSheet sheet, Sheet.Page page) {
        this.sheet = sheet;
        this.page = page;
    }

    void draw(Chart chart) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        Chart.Place place = chart.place();
        // A little below the row's edge, so that a page that ends there shows nothing of it.
        XSSFClientAnchor anchor = drawing.createAnchor(
                0, 3 * Units.EMU_PER_POINT, 0, 0, place.firstColumn(), place.firstRow(), place.lastColumn(), place.lastRow());
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFChart xssf = drawing.createChart(anchor);
        describe(xssf, chart, page.charts().indexOf(chart) + 1);
        xssf.setTitleText(chart.title());
        xssf.setTitleOverlay(false);
        xssf.getCTChart().getTitle().getTx().getRich().getPList().forEach(p -> p.getRList().forEach(r -> {
            (r.isSetRPr() ? r.getRPr() : r.addNewRPr()).setSz(1200);
            r.getRPr().setB(true);
        }));

        XDDFCategoryAxis categories = xssf.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        // Beside the bars, not on top of those that go below zero.
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        XDDFValueAxis values = xssf.createValueAxis(AxisPosition.BOTTOM);
        values.setTitle(chart.unit());
        values.setCrosses(AxisCrosses.MAX);
        values.setNumberFormat(chart.format().code());
        scale(values, chart);
        values.getOrAddMajorGridProperties().setLineProperties(line(Palette.LIGHT.rule()));
        categories.crossAxis(values);
        values.crossAxis(categories);

        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(sheet, range(chart, chart.categories()));
        XDDFBarChartData data = (XDDFBarChartData) xssf.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(60);
        data.setVaryColors(false);
        List<String> colours = Palette.LIGHT.series();
        for (int s = 0; s < chart.series().size(); s++) {
            Chart.Series series = chart.series().get(s);
            XDDFNumericalDataSource<Double> numbers =
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(chart, series.values()));
            XDDFBarChartData.Series bars = (XDDFBarChartData.Series) data.addSeries(names, numbers);
            bars.setTitle(series.name(), null);
            // LibreOffice draws no bars without a fill and a line of their own.
            // Whiskers are dark, so the bars under them are not.
            String colour = colours.get((series.hasIntervals() ? s + 1 : s) % colours.size());
            bars.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb(colour))));
            bars.setLineProperties(line(colour));
        }
        xssf.plot(data);
        for (int s = 0; s < chart.series().size(); s++) {
            CTBarSer bars = xssf.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(s);
            if (!bars.isSetInvertIfNegative()) {
                bars.addNewInvertIfNegative();
            }
            bars.getInvertIfNegative().setVal(false);
            if (chart.series().get(s).hasIntervals()) {
                whiskers(bars.addNewErrBars(), chart, chart.series().get(s));
            }
        }
        if (chart.series().size() > 1) {
            xssf.getOrAddLegend().setPosition(LegendPosition.TOP);
            xssf.getOrAddLegend().setOverlay(false);
        }
    }

    /** From zero, or below, to beyond the last whisker: programs do not count whiskers in when they choose an axis. */
    private void scale(XDDFValueAxis axis, Chart chart) {
        double low = 0;
        double high = 0;
        for (Chart.Series series : chart.series()) {
            for (int row = chart.firstRow(); row <= chart.lastRow(); row++) {
                double value = number(row, series.values());
                low = Math.min(low, value - (series.hasIntervals() ? number(row, series.below()) : 0));
                high = Math.max(high, value + (series.hasIntervals() ? number(row, series.above()) : 0));
            }
        }
        if (high > low) {
            double step = step((high - low) / 5);
            axis.setMinimum(step * Math.floor(low / step));
            axis.setMaximum(step * Math.ceil(high / step));
            axis.setMajorUnit(step);
        }
    }

    /** The number in a cell; a blank one draws nothing. */
    private double number(int row, int column) {
        XSSFCell cell = sheet.getRow(row).getCell(column);
        return cell == null ? 0 : cell.getNumericCellValue();
    }

    /** The smallest of 1, 2, 5, 10, 20, 50 ... and their tenths that is at least as large. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= least) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /** What a screen reader says. */
    private static void describe(XSSFChart xssf, Chart chart, int number) {
        CTNonVisualDrawingProps frame = xssf.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
        frame.setId(number + 1);
        frame.setName("Chart " + number);
        frame.setTitle(chart.title());
        frame.setDescr(chart.description());
    }

    private void whiskers(CTErrBars bars, Chart chart, Chart.Series series) {
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(false);
        lengths(bars.addNewPlus(), chart, series.above());
        lengths(bars.addNewMinus(), chart, series.below());
        bars.addNewSpPr().addNewLn().setW(12700);
        bars.getSpPr().getLn().addNewSolidFill().addNewSrgbClr().setVal(rgb(Palette.LIGHT.ink()));
    }

    private void lengths(CTNumDataSource source, Chart chart, int column) {
        source.addNewNumRef().setF("'" + sheet.getSheetName() + "'!" + range(chart, column).formatAsString(null, true));
        CTNumData cache = source.getNumRef().addNewNumCache();
        cache.addNewPtCount().setVal(chart.lastRow() - chart.firstRow() + 1L);
        for (int row = chart.firstRow(); row <= chart.lastRow(); row++) {
            if (sheet.getRow(row).getCell(column) != null) {
                var point = cache.addNewPt();
                point.setIdx(row - chart.firstRow());
                point.setV(String.valueOf(sheet.getRow(row).getCell(column).getNumericCellValue()));
            }
        }
    }

    private static CellRangeAddress range(Chart chart, int column) {
        return new CellRangeAddress(chart.firstRow(), chart.lastRow(), column, column);
    }

    private static XDDFLineProperties line(String colour) {
        return new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb(colour))));
    }

    private static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex.substring(1));
    }
}
