package dk.lovproeve.report.html;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Elsewhere;
import dk.lovproeve.report.document.Emphasis;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Foreign;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.KeptTogether;
import dk.lovproeve.report.document.Labels;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Picture;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.TileMap;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.drawing.Svg;
import dk.lovproeve.report.drawing.TextWidth;
import dk.lovproeve.report.drawing.TileMapDrawing;
import dk.lovproeve.report.template.NumberStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the tree of a report into one HTML5 file that stands alone: style sheet and drawings inside, no scripts, and
 * nothing fetched (a content security policy forbids it). The file is also well-formed XML. The same document gives the
 * same characters every time. Has no state; may be shared between threads.
 */
public final class HtmlRenderer {

    /** The whole file. */
    public String render(Document document) {
        return new Page(document).write();
    }

    /** The whole file as it is to be stored: UTF-8, no byte order mark. */
    public byte[] bytes(Document document) {
        return render(document).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One page being written. Ids of our own hold an underscore, which no id from a template may hold, so the two never
     * meet.
     */
    private static String text(String words) {
        return Svg.escape(KeptTogether.in(words));
    }

    private static final class Page implements Block.Reader, Inline.Reader {

        private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        private static final String MAIN = "_main";
        private static final String TOP = "_top";
        private static final String CONTENTS = "_contents";
        private static final String RUN = "_run-";
        /** What must fit without scrolling to the side: 320 pixels less the margins (WCAG 2.2, 1.4.10). */
        private static final double NARROW_SCREEN = 288;

        /** From so many columns on, a table is set tighter. */
        private static final int DENSE = 7;

        private static final double TABLE_SIZE = 15;
        private static final double CELL_PADDING = 22;

        private final Document document;
        private final Language language;
        private final Outline outline;
        private final NumberStyle style;
        private final Svg out = new Svg();

        Page(Document document) {
            this.document = document;
            this.language = document.language();
            this.outline = new Outline(document);
            this.style = new NumberStyle(language);
        }

        String write() {
            out.raw("<!DOCTYPE html>\n").open("html", "lang", language.code()).raw("\n");
            head();
            boolean contents = document.contentsLevels() > 0 && !outline.headings().isEmpty();
            // What needs no table of contents is so short that it is to take few pages when printed.
            out.open("body", "id", TOP, "class", contents ? "report" : "sheet").raw("\n");
            out.open("a", "class", "skip", "href", "#" + MAIN).raw(text(Labels.SKIP.in(language))).close("a").raw("\n");
            header();
            out.open("div", "class", contents ? "page with-contents" : "page").raw("\n");
            if (contents) {
                contents();
            }
            out.open("main", "id", MAIN, "tabindex", "-1").raw("\n");
            document.blocks().forEach(block -> block.read(this));
            out.close("main").raw("\n").close("div").raw("\n");
            footer();
            return out.close("body").raw("\n").close("html").raw("\n").toString();
        }

        private void head() {
            String description = document.subtitle().isBlank() ? document.title() : document.subtitle();
            out.open("head").raw("\n");
            out.empty("meta", "charset", "utf-8").raw("\n");
            out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).raw("\n");
            out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").raw("\n");
            out.empty("meta", "name", "description", "content", description).raw("\n");
            out.empty("meta", "name", "color-scheme", "content", "light dark").raw("\n");
            element("title", document.title());
            out.open("style").raw("\n").raw(StyleSheet.of(language)).close("style").raw("\n");
            out.close("head").raw("\n");
        }

        private void header() {
            out.open("header").raw("\n");
            element("h1", document.title());
            if (!document.subtitle().isBlank()) {
                element("p", document.subtitle(), "class", "subtitle");
            }
            if (!document.facts().isEmpty()) {
                out.open("dl").raw("\n");
                for (Fact fact : document.facts()) {
                    out.open("div");
                    out.open("dt").raw(text(fact.label())).close("dt");
                    out.open("dd");
                    inlines(fact.value());
                    out.close("dd").close("div").raw("\n");
                }
                out.close("dl").raw("\n");
            }
            out.close("header").raw("\n");
        }

        /** On small screens closed until it is asked for; the style sheet opens it where there is room. */
        private void contents() {
            String word = Labels.CONTENTS.in(language);
            out.open("nav", "id", CONTENTS, "aria-label", word).raw("\n");
            element("p", word, "class", "contents-title");
            out.open("details");
            out.open("summary").raw(text(word)).close("summary").raw("\n");
            int open = 0;
            for (Outline.Heading heading : outline.headings()) {
                if (heading.level() > document.contentsLevels()) {
                    continue;
                }
                if (heading.level() > open) {
                    out.raw("\n").open("ul").raw("\n");
                    open++;
                } else {
                    out.close("li").raw("\n");
                    for (; open > heading.level(); open--) {
                        out.close("ul").close("li").raw("\n");
                    }
                }
                out.open("li").open("a", "href", "#" + heading.anchor());
                headingText(heading);
                out.close("a");
            }
            for (; open > 0; open--) {
                out.close("li").raw("\n").close("ul");
            }
            out.raw("\n").close("details").raw("\n").close("nav").raw("\n");
        }

        private void footer() {
            out.open("footer").raw("\n");
            Map<String, String> runs = outline.runs();
            if (!runs.isEmpty()) {
                element("h2", Labels.ORIGIN.in(language));
            }
            if (runs.size() == 1) {
                out.open("p").raw(text(Labels.ONE_RUN.in(language))).raw(" ");
                runs.forEach(this::run);
                out.raw(".").close("p").raw("\n");
            } else if (!runs.isEmpty()) {
                element("p", Labels.SEVERAL_RUNS.in(language));
                out.open("dl", "class", "runs").raw("\n");
                runs.forEach((run, letter) -> {
                    out.open("div").open("dt").raw(text(letter)).close("dt").open("dd");
                    run(run, letter);
                    out.close("dd").close("div").raw("\n");
                });
                out.close("dl").raw("\n");
            }
            out.open("p").open("a", "href", "#" + TOP).raw(text(Labels.BACK.in(language))).close("a").close("p");
            out.raw("\n").close("footer").raw("\n");
        }

        private void run(String run, String letter) {
            out.open("code", "id", RUN + letter).raw(text(run)).close("code");
        }

        private void headingText(Outline.Heading heading) {
            if (!heading.number().isEmpty()) {
                out.open("span", "class", "number").raw(text(heading.number())).close("span").raw(" ");
            }
            out.raw(text(heading.section().title()));
        }

        @Override
        public void section(Section section) {
            Outline.Heading heading = outline.heading(section);
            String element = "h" + (heading.level() + 1);
            out.open("section", "id", heading.anchor()).raw("\n").open(element);
            headingText(heading);
            out.close(element).raw("\n");
            section.blocks().forEach(block -> block.read(this));
            out.close("section").raw("\n");
        }

        @Override
        public void paragraph(Paragraph paragraph) {
            out.open("p");
            inlines(paragraph.inlines());
            out.close("p").raw("\n");
        }

        @Override
        public void list(ItemList list) {
            String element = list.ordered() ? "ol" : "ul";
            out.open(element).raw("\n");
            for (List<Inline> item : list.items()) {
                out.open("li");
                inlines(item);
                out.close("li").raw("\n");
            }
            out.close(element).raw("\n");
        }

        @Override
        public void note(Note note) {
            out.open("aside", "role", "note", "class", "note " + note.kind().name().toLowerCase(language.locale())).raw("\n");
            out.open("p", "class", "note-title");
            out.open("strong").raw(text(Labels.of(note.kind()).in(language))).close("strong");
            if (!note.title().isBlank()) {
                out.raw(": ").raw(text(note.title()));
            }
            out.close("p").raw("\n");
            note.blocks().forEach(block -> block.read(this));
            out.close("aside").raw("\n");
        }

        @Override
        public void pageBreak() {
            out.open("div", "class", "page-break").close("div").raw("\n");
        }

        @Override
        public void table(Table table) {
            Outline.Numbered numbered = outline.numbered(table);
            String caption = numbered.anchor() + "_caption";
            String description = numbered.anchor() + "_description";
            out.open("div", "class", "table", "id", numbered.anchor()).raw("\n");
            if (!table.description().isBlank()) {
                element("p", table.description(), "class", "unseen", "id", description);
            }
            Runnable content = () -> {
                List<Object> attributes = new ArrayList<>();
                if (table.columns().size() >= DENSE) {
                    attributes.addAll(List.of("class", "dense"));
                }
                if (!table.description().isBlank()) {
                    attributes.addAll(List.of("aria-describedby", description));
                }
                out.open("table", attributes.toArray()).raw("\n");
                out.open("caption", "id", caption).open("span");
                caption(numbered, table.caption());
                out.close("span").close("caption").raw("\n");
                tableContent(table);
                out.close("table").raw("\n");
            };
            if (leastWidth(table) > NARROW_SCREEN) {
                scrollable("scroll", caption, content);
            } else {
                content.run();
            }
            out.close("div").raw("\n");
        }

        private void tableContent(Table table) {
            for (Table.Cell cell : table.header().get(0).cells()) {
                out.open("colgroup", "span", cell.span()).close("colgroup");
            }
            out.raw("\n").open("thead").raw("\n");
            for (int index = 0; index < table.header().size(); index++) {
                Table.Row row = table.header().get(index);
                boolean first = index == 0;
                row(table, row, (cell, column) -> first && cell.span() > 1 ? "colgroup" : "col");
            }
            out.close("thead").raw("\n").open("tbody").raw("\n");
            boolean any = false;
            for (Table.Row row : table.body()) {
                boolean wholeRow = row.cells().size() == 1 && table.columns().size() > 1;
                if (table.rowHeader() && wholeRow && any) {
                    out.close("tbody").raw("\n").open("tbody").raw("\n");
                }
                any = true;
                String scope = wholeRow ? "rowgroup" : "row";
                row(table, row, (cell, column) -> table.rowHeader() && column == 0 ? scope : "");
            }
            out.close("tbody").raw("\n");
        }

        /** Which scope a cell has as a header, by its first column; empty for a cell with data. */
        private interface Scope {
            String of(Table.Cell cell, int column);
        }

        private void row(Table table, Table.Row row, Scope scopes) {
            out.open("tr");
            int column = 0;
            for (Table.Cell cell : row.cells()) {
                // An empty header cell names nothing, and is read aloud as a header without a name.
                String scope = cell.paragraphs().isEmpty() ? "" : scopes.of(cell, column);
                out.raw(scope.isEmpty() ? "<td" : "<th scope=\"" + scope + "\"");
                out.raw(attributes(table, cell, column)).raw(">");
                if (cell.paragraphs().size() == 1) {
                    inlines(cell.paragraphs().get(0).inlines());
                } else {
                    cell.paragraphs().forEach(this::paragraph);
                }
                out.close(scope.isEmpty() ? "td" : "th");
                column += cell.span();
            }
            out.close("tr").raw("\n");
        }

        private static String attributes(Table table, Table.Cell cell, int column) {
            String span = cell.span() > 1 ? " colspan=\"" + cell.span() + "\"" : "";
            boolean number = table.columns().get(column) == Table.Alignment.NUMBER;
            String kind = !number ? "" : cell.span() > 1 ? "over" : "n";
            String mark = cell.mark() == Table.Mark.NONE ? "" : cell.mark().name().toLowerCase(Locale.ROOT);
            String classes = (kind + " " + mark).strip();
            return span + (classes.isEmpty() ? "" : " class=\"" + classes + "\"");
        }

        /** How narrow the table can become: the longest word of each column. */
        private static double leastWidth(Table table) {
            double[] widths = new double[table.columns().size()];
            for (List<Table.Row> rows : List.of(table.header(), table.body())) {
                for (Table.Row row : rows) {
                    int column = 0;
                    for (Table.Cell cell : row.cells()) {
                        for (Paragraph paragraph : cell.paragraphs()) {
                            double word = TextWidth.longestWord(Inline.plain(paragraph.inlines()), TABLE_SIZE);
                            widths[column] = Math.max(widths[column], word / cell.span());
                        }
                        column += cell.span();
                    }
                }
            }
            double sum = 0;
            for (double width : widths) {
                sum += width + CELL_PADDING;
            }
            return sum;
        }

        @Override
        public void figure(Figure figure) {
            Outline.Numbered numbered = outline.numbered(figure);
            String anchor = numbered.anchor();
            String title = numbered.label() + ". " + figure.caption();
            out.open("figure", "id", anchor).raw("\n");
            figure.picture().read(new Picture.Reader() {
                @Override
                public void chart(Chart chart) {
                    scrollable("scroll", anchor + "_caption", () -> out.raw(
                                    new ChartSvg(chart, language, anchor).draw(title, figure.alternative()))
                            .raw("\n"));
                }

                @Override
                public void drawing(Drawing drawing) {
                    String kinds = "scroll drawing" + (InlineDrawing.followsThePage(drawing) ? "" : " on-paper");
                    scrollable(kinds, anchor + "_caption", () -> out.raw(
                                    new InlineDrawing(drawing, anchor).draw(title, figure.alternative()))
                            .raw("\n"));
                }

                @Override
                public void tileMap(TileMap map) {
                    drawing(new TileMapDrawing(map, language).draw());
                }
            });
            out.open("figcaption", "id", anchor + "_caption");
            caption(numbered, figure.caption());
            out.close("figcaption").raw("\n");
            more(Labels.DESCRIPTION.in(language), () -> element("p", figure.alternative()));
            if (figure.picture() instanceof Chart chart) {
                more(Labels.DATA.in(language), () -> data(chart, numbered));
            } else if (figure.picture() instanceof TileMap map) {
                more(Labels.DATA.in(language), () -> data(map, numbered));
            }
            out.close("figure").raw("\n");
        }

        private void more(String summary, Runnable content) {
            out.open("details", "class", "more").open("summary").raw(text(summary)).close("summary").raw("\n");
            content.run();
            out.close("details").raw("\n");
        }

        /** The values of a chart as a table, without a number of its own. */
        private void data(Chart chart, Outline.Numbered numbered) {
            String caption = numbered.anchor() + "_data";
            scrollable("scroll", caption, () -> {
                out.open("table").raw("\n");
                String words = Labels.DATA.in(language) + " (" + numbered.label() + "): " + chart.unit();
                out.open("caption", "id", caption).open("span").raw(text(words)).close("span").close("caption");
                out.raw("\n").open("thead").raw("\n").open("tr").open("td").close("td");
                chart.series().forEach(s -> out.raw("<th scope=\"col\" class=\"n\">").raw(text(s.name())).raw("</th>"));
                out.close("tr").raw("\n").close("thead").raw("\n").open("tbody").raw("\n");
                for (int row = 0; row < chart.categories().size(); row++) {
                    int at = row;
                    out.open("tr").raw("<th scope=\"row\">").raw(text(chart.categories().get(row))).raw("</th>");
                    chart.series().forEach(series -> value(chart, series.values().get(at)));
                    out.close("tr").raw("\n");
                }
                out.close("tbody").raw("\n").close("table").raw("\n");
            });
        }

        /** The numbers of a map as a table: the municipalities, and the whole country last. */
        private void data(TileMap map, Outline.Numbered numbered) {
            String caption = numbered.anchor() + "_data";
            scrollable("scroll", caption, () -> {
                out.open("table").raw("\n");
                String words = Labels.DATA.in(language) + " (" + numbered.label() + ")";
                out.open("caption", "id", caption).open("span").raw(text(words)).close("span").close("caption");
                out.raw("\n").open("thead").raw("\n").open("tr");
                out.raw("<th scope=\"col\">").raw(text(Labels.MUNICIPALITY.in(language))).raw("</th>");
                out.raw("<th scope=\"col\" class=\"n\">").raw(text(map.unit())).raw("</th>");
                out.close("tr").raw("\n").close("thead").raw("\n").open("tbody").raw("\n");
                for (TileMap.Place place : map.places()) {
                    out.open("tr").raw("<th scope=\"row\">").raw(text(place.name())).raw("</th>");
                    out.open("td", "class", "n").raw(text(style.number(place.value().value(), map.decimals())));
                    place.value().interval().ifPresent(interval ->
                            between(style.interval(interval.lower(), interval.upper(), map.decimals())));
                    out.close("td").close("tr").raw("\n");
                }
                out.open("tr").raw("<th scope=\"row\">").raw(text(Labels.WHOLE_COUNTRY.in(language))).raw("</th>");
                out.open("td", "class", "n").raw(text(style.number(map.whole(), map.decimals()))).close("td").close("tr");
                out.raw("\n").close("tbody").raw("\n").close("table").raw("\n");
            });
        }

        private void between(String interval) {
            out.raw(" ").open("span", "class", "between").raw(text("(" + interval + ")")).close("span");
        }

        private void value(Chart chart, Chart.Value value) {
            out.open("td", "class", "n").raw(text(style.value(chart, value.value())));
            value.interval().ifPresent(interval -> {
                String between = chart.format() == Chart.ValueFormat.PERCENT
                        ? style.percentInterval(interval.lower(), interval.upper(), chart.decimals())
                        : style.interval(interval.lower(), interval.upper(), chart.decimals());
                between(between);
            });
            out.close("td");
        }

        /** A part that may be wider than the screen: reached by the keyboard, and read aloud with the name of the label. */
        private void scrollable(String kinds, String label, Runnable content) {
            out.open("div", "class", kinds, "role", "region", "aria-labelledby", label, "tabindex", 0).raw("\n");
            content.run();
            out.close("div").raw("\n");
        }

        private void caption(Outline.Numbered numbered, String words) {
            out.open("strong").raw(text(numbered.label() + ".")).close("strong").raw(" ").raw(text(words));
        }

        private void element(String name, String words, Object... attributes) {
            out.open(name, attributes).raw(text(words)).close(name).raw("\n");
        }

        private void inlines(List<Inline> inlines) {
            inlines.forEach(inline -> inline.read(this));
        }

        @Override
        public void words(Words words) {
            out.raw(text(words.text()));
        }

        @Override
        public void strong(Strong strong) {
            out.open("strong");
            inlines(strong.inlines());
            out.close("strong");
        }

        @Override
        public void emphasis(Emphasis emphasis) {
            out.open("em");
            inlines(emphasis.inlines());
            out.close("em");
        }

        @Override
        public void foreign(Foreign foreign) {
            if (foreign.language() == language) {
                inlines(foreign.inlines());
                return;
            }
            out.open("span", "lang", foreign.language().code());
            inlines(foreign.inlines());
            out.close("span");
        }

        @Override
        public void reference(Reference reference) {
            Outline.Numbered target = outline.target(reference);
            out.open("a", "href", "#" + target.anchor()).raw(text(target.label())).close("a");
        }

        @Override
        public void elsewhere(Elsewhere elsewhere) {
            out.open("a", "href", elsewhere.page() + "#" + elsewhere.anchor()).raw(Svg.escape(elsewhere.text())).close("a");
        }

        /** With several runs a letter leads to the one meant; with one run a link at every number would be noise. */
        @Override
        public void claim(Claim claim) {
            String run = Labels.RUN.in(language) + " " + claim.run();
            // A number and its intervals are kept whole each; a narrow line may break between them.
            String between = "";
            for (String piece : claim.text().split(" (?=\\()|(?<=;) ")) {
                out.raw(between).open("span", "class", "claim", "title", run).raw(text(piece)).close("span");
                between = " ";
            }
            String mark = outline.mark(claim);
            if (!mark.isEmpty()) {
                out.open("sup").open("a", "href", "#" + RUN + mark, "aria-label", Labels.RUN.in(language) + " " + mark);
                out.raw(text(mark)).close("a").close("sup");
            }
        }
    }
}
