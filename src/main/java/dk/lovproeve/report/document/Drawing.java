package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;

/**
 * A prepared drawing, as SVG with nothing outside it: no links, fonts, scripts or style sheets. Colours stand as
 * attributes, for paper; a web page may override them by class.
 *
 * @param svg    one {@code svg} element with a {@code viewBox}
 * @param width  of the drawing in its own units, about one unit a pixel at 96 dots an inch
 * @param height of the drawing in its own units
 */
public record Drawing(String svg, double width, double height) implements Picture {

    public Drawing {
        Checks.that(svg.startsWith("<svg"), "svg", svg.substring(0, Math.min(20, svg.length())), "<svg ...>");
        Checks.that(width > 0, "width", width, "more than 0");
        Checks.that(height > 0, "height", height, "more than 0");
    }

    @Override
    public void read(Reader reader) {
        reader.drawing(this);
    }
}
