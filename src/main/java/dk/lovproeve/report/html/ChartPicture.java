package dk.lovproeve.report.html;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.drawing.DrawingPicture;
import dk.lovproeve.report.drawing.Palette;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chart of the web page as a picture of its own, in the light colours, for places that show pictures only. */
public final class ChartPicture {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\S+) (\\S+)\"");

    private ChartPicture() {}

    /**
     * A PNG on white.
     *
     * @param scale pixels for each unit of the chart
     */
    public static byte[] png(Chart chart, Language language, String title, double scale) {
        String svg = new ChartSvg(chart, language, "picture").draw(title, title);
        int head = svg.indexOf('>') + 1;
        String styled = svg.substring(0, head) + "<style>" + StyleSheet.chartRules(Palette.LIGHT) + "</style>" + svg.substring(head);
        Matcher size = SIZE.matcher(svg);
        if (!size.find()) {
            throw new IllegalStateException("chart: found no viewBox, expected one");
        }
        return DrawingPicture.png(
                new Drawing(styled, Double.parseDouble(size.group(1)), Double.parseDouble(size.group(2))), scale);
    }
}
