package dk.lovproeve.report.drawing;

/** Writes SVG: coordinates with a point and at most one decimal, texts escaped. */
public final class Svg {

    /** No spaces after the commas: the maker of pictures takes them for a part of the name, and ends up with a serif face. */
    public static final String FONTS = "Arial,'Liberation Sans',Helvetica,sans-serif";

    private final StringBuilder text = new StringBuilder();

    /** Adds as it is. */
    public Svg raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Opens or, with {@code empty}, writes an element; attributes are name and value in turn. */
    public Svg element(String name, boolean empty, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            Object value = attributes[i + 1];
            text.append(value instanceof Double d ? number(d) : escape(value.toString())).append('"');
        }
        text.append(empty ? "/>" : ">");
        return this;
    }

    public Svg open(String name, Object... attributes) {
        return element(name, false, attributes);
    }

    public Svg empty(String name, Object... attributes) {
        return element(name, true, attributes);
    }

    public Svg close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** One line of text. */
    public Svg text(String line, Object... attributes) {
        return open("text", attributes).raw(escape(line)).close("text");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** At most one decimal, and none when it would be zero. */
    public static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /** A text as it may stand in XML, in an element or an attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
