package dk.lovproeve.report.drawing;

import dk.lovproeve.base.Checks;
import java.util.List;

/**
 * The colours of reports. Blue leads, and the colours of series keep apart for the common kinds of colour blindness; no
 * colour carries a meaning alone, as each series also has a pattern or a marker. Text has a contrast of at least 4.5 to 1
 * on every ground it stands on, and the colours of series 3 to 1 (WCAG 2.2 AA, criteria 1.4.3 and 1.4.11).
 *
 * @param paper  the page
 * @param panel  the ground of tables' headers, notes and contents
 * @param ink    text
 * @param muted  captions and labels
 * @param accent headings and links
 * @param rule   thin lines that carry no meaning
 * @param line   lines that carry meaning: axes, whiskers, arrows
 * @param tints  grounds of the nodes of a drawing, by lane
 * @param series colours of series, in order
 * @param scale  grounds from little to much; what is written on them is ink or paper, whichever is seen better
 * @param note   the mark of a note
 * @param caveat the mark of a caveat
 * @param gap    the mark of something missing
 * @param good   the ground of a cell where things are as they should be
 * @param bad    the ground of a cell where they are not
 */
public record Palette(
        String paper,
        String panel,
        String ink,
        String muted,
        String accent,
        String rule,
        String line,
        List<String> tints,
        List<String> series,
        List<String> scale,
        String note,
        String caveat,
        String gap,
        String good,
        String bad) {

    /** For paper and light screens. */
    public static final Palette LIGHT = new Palette(
            "#ffffff",
            "#eef3f8",
            "#1a2430",
            "#47535f",
            "#0f4c81",
            "#c2ccd6",
            "#3a4651",
            List.of("#ffffff", "#e6eff8", "#f4efe4", "#eceef0"),
            List.of("#12436d", "#3b84c4", "#b4590f", "#5c6670"),
            List.of("#eef4fa", "#cfe1f2", "#9fc5e6", "#2f6fab", "#123f69"),
            "#0f4c81",
            "#8a4b08",
            "#9b1c31",
            "#e3f0fb",
            "#fbe9dd");

    /** For dark screens. */
    public static final Palette DARK = new Palette(
            "#11171d",
            "#1b242d",
            "#e9eef3",
            "#b3bec9",
            "#90c4f5",
            "#3d4a57",
            "#c3ccd5",
            List.of("#11171d", "#17293b", "#2c2618", "#262b30"),
            List.of("#8fc3f4", "#4c93d6", "#e39a52", "#a3adb7"),
            List.of("#18222c", "#1d3a57", "#26588a", "#7db6ee", "#c9e3fb"),
            "#90c4f5",
            "#f0b36b",
            "#ff9aa8",
            "#16324c",
            "#4a2a17");

    public Palette {
        tints = List.copyOf(tints);
        series = List.copyOf(series);
        scale = List.copyOf(scale);
    }

    /** The colour of text on a step of the scale. */
    public String onScale(int step) {
        return contrast(ink, scale.get(step)) >= contrast(paper, scale.get(step)) ? ink : paper;
    }

    /** Contrast of two colours written {@code #rrggbb}, 1 to 21, as WCAG 2.2 defines it. */
    public static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        Checks.that(colour.matches("#[0-9a-f]{6}"), "colour", colour, "#rrggbb");
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
