package dk.lovproeve.report.html;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Labels;
import dk.lovproeve.report.drawing.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The style sheet of a page: the palettes as variables, then {@code report.css}, which names colours only by variable. */
final class StyleSheet {

    private StyleSheet() {}

    static String of(Language language) {
        return ":root{color-scheme:light dark;" + variables(Palette.LIGHT) + "}\n"
                + "@media screen and (prefers-color-scheme:dark){:root{" + variables(Palette.DARK) + "}}\n"
                + "@page{size:A4;margin:22mm 20mm 24mm;@bottom-center{content:\"" + Labels.PAGE.in(language)
                + " \" counter(page) \" " + Labels.OF.in(language) + " \" counter(pages);font:9pt Arial,sans-serif}}\n"
                + read();
    }

    /** Variables named as the palette names its colours. */
    static String variables(Palette palette) {
        StringBuilder text = new StringBuilder();
        variable(text, "paper", palette.paper());
        variable(text, "panel", palette.panel());
        variable(text, "ink", palette.ink());
        variable(text, "muted", palette.muted());
        variable(text, "accent", palette.accent());
        variable(text, "rule", palette.rule());
        variable(text, "line", palette.line());
        for (int i = 0; i < palette.tints().size(); i++) {
            variable(text, "tint" + i, palette.tints().get(i));
        }
        for (int i = 0; i < palette.series().size(); i++) {
            variable(text, "series" + (i + 1), palette.series().get(i));
        }
        for (int i = 0; i < palette.scale().size(); i++) {
            variable(text, "scale" + i, palette.scale().get(i));
            variable(text, "onscale" + i, palette.onScale(i));
        }
        variable(text, "note", palette.note());
        variable(text, "caveat", palette.caveat());
        variable(text, "gap", palette.gap());
        variable(text, "good", palette.good());
        variable(text, "bad", palette.bad());
        return text.toString();
    }

    private static void variable(StringBuilder text, String name, String colour) {
        text.append("--").append(name).append(':').append(colour).append(';');
    }

    /** The rules of charts alone, with the palette's colours in place of the variables. */
    static String chartRules(Palette palette) {
        String rules = read().lines().filter(line -> line.startsWith(".c-")).collect(Collectors.joining("\n"));
        for (String variable : variables(palette).split(";")) {
            int colon = variable.indexOf(':');
            rules = rules.replace("var(" + variable.substring(0, colon) + ")", variable.substring(colon + 1));
        }
        return rules;
    }

    private static String read() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css: found nothing, expected it beside " + StyleSheet.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
