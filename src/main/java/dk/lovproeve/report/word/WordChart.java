package dk.lovproeve.report.word;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.drawing.Palette;
import dk.lovproeve.report.drawing.TextWidth;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetPattern;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPatternFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextAlignType;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/**
 * Writes a chart as one that Word can edit, with its numbers in a sheet inside. Bars stand upright when the names of the
 * categories have room below them and lie down when they have not; differences always lie down.
 */
final class WordChart {

    private static final Text BELOW = new Text("ned til nedre grænse", "down to the lower bound");
    private static final Text ABOVE = new Text("op til øvre grænse", "up to the upper bound");

    private static final double CM = Units.EMU_PER_CENTIMETER;
    private static final double UPRIGHT = 6.5;
    /** Height of a lying chart: what its axis and legend take, and each category. */
    private static final double FRAME = 1.8;

    private static final double LEGEND = 0.7;
    /** About how many steps an axis of values has. */
    private static final int STEPS = 6;

    private static final double TALLEST = 20;

    /** Of the width: room for the names of all categories of an upright chart. */
    private static final double NAMES = 0.84;
    private static final double LETTERS = 9;
    /** A letter's size as charts write it: in hundredths of a point. */
    private static final int SIZE = 900;
    /** Width of a bar's outline, and of a whisker, in points. */
    private static final double OUTLINE = 0.75;

    private static final double WHISKER = 1.25;

    private final Chart chart;
    private final Language language;
    private final double width;
    private final boolean lying;

    /** @param width in points */
    WordChart(Chart chart, Language language, double width) {
        this.chart = chart;
        this.language = language;
        this.width = width;
        this.lying = chart.kind() == Chart.Kind.INTERVALS || !namesFitBelow();
    }

    private boolean namesFitBelow() {
        double slot = NAMES * width / chart.categories().size();
        return chart.categories().stream()
                .allMatch(c -> TextWidth.longestWord(c, LETTERS) <= slot && TextWidth.of(c, LETTERS) <= 2.5 * slot);
    }

    /** Adds the chart to the run. */
    void addTo(XWPFDocument word, XWPFRun run) throws IOException, InvalidFormatException {
        XWPFChart made = word.createChart(run, Units.toEMU(width), (int) (height() * CM));
        made.getCTChartSpace().addNewRoundedCorners().setVal(false);
        made.setAutoTitleDeleted(true);
        XDDFCategoryAxis names = made.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = made.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        axes(names, values);

        XDDFBarChartData bars = (XDDFBarChartData) made.createData(ChartTypes.BAR, names, values);
        bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        bars.setGapWidth(chart.series().size() == 1 ? 80 : 55);
        bars.setOverlap((byte) 0);
        bars.setVaryColors(false);

        int last = chart.categories().size();
        XDDFCategoryDataSource categories = XDDFDataSourcesFactory.fromArray(
                chart.categories().toArray(String[]::new), made.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        for (int i = 0; i < chart.series().size(); i++) {
            Chart.Series series = chart.series().get(i);
            Double[] numbers = series.values().stream().map(Chart.Value::value).toArray(Double[]::new);
            XDDFChartData.Series one = bars.addSeries(
                    categories,
                    XDDFDataSourcesFactory.fromArray(
                            numbers, made.formatRange(new CellRangeAddress(1, last, i + 1, i + 1)), i + 1));
            one.setTitle(series.name(), made.setSheetTitle(series.name(), i + 1));
            one.setFillProperties(fill(i));
            one.setLineProperties(line(colour(i), OUTLINE));
        }
        made.plot(bars);
        intervals(made, bars);
        if (chart.series().size() > 1) {
            made.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
            made.getOrAddLegend().setOverlay(false);
        }
        letters(made.getCTChartSpace().addNewTxPr());
        CTShapeProperties ground = made.getCTChartSpace().addNewSpPr();
        ground.addNewSolidFill().addNewSrgbClr().setVal(bytes(Palette.LIGHT.paper()));
        ground.addNewLn().addNewNoFill();
    }

    private double height() {
        return lying
                ? Math.min(TALLEST, FRAME + (chart.series().size() > 1 ? LEGEND : 0) + chart.categories().size() * (0.45 + 0.3 * chart.series().size()))
                : UPRIGHT;
    }

    private void axes(XDDFCategoryAxis names, XDDFValueAxis values) {
        names.crossAxis(values);
        values.crossAxis(names);
        values.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        names.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        if (lying) {
            // The first category is the topmost; the axis of values stays at the bottom.
            names.setOrientation(AxisOrientation.MAX_MIN);
        }
        // Beside the chart, also where bars go below zero.
        names.setTickLabelPosition(AxisTickLabelPosition.LOW);
        names.setMajorTickMark(AxisTickMark.NONE);
        values.setMajorTickMark(AxisTickMark.NONE);
        names.getOrAddShapeProperties().setLineProperties(line(Palette.LIGHT.line(), 1));
        values.getOrAddShapeProperties().getXmlObject().addNewLn().addNewNoFill();
        values.getOrAddMajorGridProperties().setLineProperties(line(Palette.LIGHT.rule(), 0.5));
        span(values);
        values.setTitle(chart.unit());
        values.setNumberFormat(format());
    }

    /** From round number to round number, with zero and all whiskers between: by itself the axis may cut whiskers off. */
    private void span(XDDFValueAxis axis) {
        double least = 0;
        double most = 0;
        for (Chart.Series series : chart.series()) {
            for (Chart.Value value : series.values()) {
                least = Math.min(least, value.lower());
                most = Math.max(most, value.upper());
            }
        }
        if (least == most) {
            return;
        }
        int percent = chart.format() == Chart.ValueFormat.PERCENT ? 2 : 0;
        BigDecimal finest = BigDecimal.ONE.movePointLeft(chart.decimals() + percent);
        BigDecimal rough = BigDecimal.valueOf((most - least) / STEPS).max(finest);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal step = Stream.of(1, 2, 5, 10)
                .map(i -> power.multiply(BigDecimal.valueOf(i)))
                .filter(s -> s.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
        axis.setMajorUnit(step.doubleValue());
        axis.setMinimum(BigDecimal.valueOf(least).divide(step, 0, RoundingMode.FLOOR).multiply(step).doubleValue());
        axis.setMaximum(BigDecimal.valueOf(most).divide(step, 0, RoundingMode.CEILING).multiply(step).doubleValue());
    }

    /** Separators are set by the reader's own Office unless the format names the language; what is below zero has a minus, no hyphen. */
    private String format() {
        String decimals = chart.decimals() == 0 ? "" : "." + "0".repeat(chart.decimals());
        String locale = language == Language.DA ? "[$-406]" : "[$-809]";
        String number = switch (chart.format()) {
            case NUMBER -> "#,##0" + decimals;
            case PERCENT -> "0" + decimals + (language == Language.DA ? "\\ %" : "%");
        };
        return locale + number + ";" + locale + "\"\u2212\"" + number;
    }

    private void intervals(XWPFChart made, XDDFBarChartData bars) throws IOException, InvalidFormatException {
        var plot = made.getCTChart().getPlotArea();
        finishAxis(plot.getValAxArray(0).getTitle(), plot.getValAxArray(0).getNumFmt());
        XSSFSheet sheet = made.getWorkbook().getSheetAt(0);
        int column = chart.series().size() + 1;
        for (int i = 0; i < chart.series().size(); i++) {
            Chart.Series series = chart.series().get(i);
            CTBarSer bar = plot.getBarChartArray(0).getSerArray(i);
            if (bar.isSetInvertIfNegative()) {
                bar.unsetInvertIfNegative();
            }
            bar.addNewInvertIfNegative().setVal(false);
            if (!chart.hasIntervals(series)) {
                continue;
            }
            CTErrBars whiskers = bar.addNewErrBars();
            whiskers.addNewErrBarType().setVal(STErrBarType.BOTH);
            whiskers.addNewErrValType().setVal(STErrValType.CUST);
            whiskers.addNewNoEndCap().setVal(false);
            distances(
                    made, sheet, whiskers.addNewPlus(), column++, series, ABOVE, v -> v.upper() - v.value());
            distances(
                    made, sheet, whiskers.addNewMinus(), column++, series, BELOW, v -> v.value() - v.lower());
            CTLineProperties stroke = whiskers.addNewSpPr().addNewLn();
            stroke.set(line(Palette.LIGHT.line(), WHISKER).getXmlObject());
        }
    }

    /** The lengths of the whiskers on one side, in the sheet and as the chart shows them unopened. */
    private void distances(
            XWPFChart made,
            XSSFSheet sheet,
            CTNumDataSource to,
            int column,
            Chart.Series series,
            Text side,
            ToDoubleFunction<Chart.Value> distance) {
        List<Chart.Value> values = series.values();
        cell(sheet, 0, column).setCellValue(series.name() + ": " + side.in(language));
        CTNumRef reference = to.addNewNumRef();
        reference.setF(made.formatRange(new CellRangeAddress(1, values.size(), column, column)));
        CTNumData shown = reference.addNewNumCache();
        shown.setFormatCode("General");
        shown.addNewPtCount().setVal(values.size());
        for (int i = 0; i < values.size(); i++) {
            double length = distance.applyAsDouble(values.get(i));
            cell(sheet, i + 1, column).setCellValue(length);
            CTNumVal point = shown.addNewPt();
            point.setIdx(i);
            point.setV(String.valueOf(length));
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow made = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return made.createCell(column);
    }

    /** What the library leaves to chance: the title's place and direction, and that the format is the axis' own. */
    private void finishAxis(CTTitle title, CTNumFmt format) {
        format.setSourceLinked(false);
        if (!title.isSetOverlay()) {
            title.addNewOverlay();
        }
        title.getOverlay().setVal(false);
        CTTextBody text = title.getTx().getRich();
        CTTextBodyProperties body = text.getBodyPr();
        body.setRot(lying ? 0 : -5400000);
        body.setVert(STTextVerticalType.HORZ);
        CTTextParagraph line = text.getPArray(0);
        line.getPPr().setAlgn(STTextAlignType.CTR);
        line.unsetEndParaRPr();
        line.getRArray(0).getRPr().setLang(language.locale().toLanguageTag());
        look(line.getRArray(0).getRPr());
    }

    private void letters(CTTextBody text) {
        text.addNewBodyPr();
        text.addNewLstStyle();
        var paragraph = text.addNewP();
        look(paragraph.addNewPPr().addNewDefRPr());
        paragraph.addNewEndParaRPr().setLang(language.locale().toLanguageTag());
    }

    private static void look(CTTextCharacterProperties letters) {
        letters.setSz(SIZE);
        letters.setB(false);
        if (!letters.isSetSolidFill()) {
            letters.addNewSolidFill().addNewSrgbClr().setVal(bytes(Palette.LIGHT.ink()));
        }
        if (!letters.isSetLatin()) {
            letters.addNewLatin().setTypeface(WordStyles.FONT);
        }
    }

    /**
     * Two plain grounds far apart in lightness, then hatches: the series keep apart in print without colour. Below whiskers
     * no ground is dark, as their lower halves would be lost in it.
     */
    private XDDFFillProperties fill(int series) {
        String colour = colour(series);
        if (series < 2) {
            return solid(series == 1 && chart.hasIntervals() ? Palette.LIGHT.tints().get(1) : colour);
        }
        XDDFPatternFillProperties pattern = new XDDFPatternFillProperties();
        pattern.setPresetPattern(series == 2 ? PresetPattern.WIDE_UPWARD_DIAGONAL : PresetPattern.SMALL_GRID);
        // The library's own setters leave the colours empty.
        pattern.getXmlObject().addNewFgClr().addNewSrgbClr().setVal(bytes(colour));
        pattern.getXmlObject().addNewBgClr().addNewSrgbClr().setVal(bytes(Palette.LIGHT.paper()));
        return pattern;
    }

    private String colour(int series) {
        boolean swapped = series < 2 && chart.hasIntervals();
        return Palette.LIGHT.series().get(swapped ? 1 - series : series);
    }

    private static XDDFSolidFillProperties solid(String colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(bytes(colour)));
    }

    private static XDDFLineProperties line(String colour, double points) {
        XDDFLineProperties line = new XDDFLineProperties(solid(colour));
        line.setWidth(points);
        return line;
    }

    private static byte[] bytes(String colour) {
        return HexFormat.of().parseHex(WordStyles.colour(colour));
    }
}
