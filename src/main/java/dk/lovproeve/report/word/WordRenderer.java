package dk.lovproeve.report.word;

import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.KeptTogether;
import dk.lovproeve.report.document.Labels;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Picture;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.TileMap;
import dk.lovproeve.report.drawing.DrawingPicture;
import dk.lovproeve.report.drawing.Palette;
import dk.lovproeve.report.drawing.TileMapDrawing;
import dk.lovproeve.report.office.StableZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTCompatSetting;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSettings;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;

/**
 * Renders a report as a Word file: A4, headings with Word's own styles and numbers, charts that can be edited, and what
 * a screen reader needs (language, title, repeated table headers, alternative texts). The same report gives the same
 * bytes. A renderer keeps nothing between calls.
 */
public final class WordRenderer {

    private static final String MAKER = "lovprøve";

    /** How much room a document takes. */
    public enum Layout {
        /** Many pages: room to read and to write notes. */
        REPORT,
        /** A sheet that must not be longer: letters of 11 points, narrow margins, little space between. */
        SHEET
    }

    private final Layout layout;
    private final Optional<ReferenceDocument> reference;

    /** Renders reports. */
    public WordRenderer() {
        this(Layout.REPORT);
    }

    public WordRenderer(Layout layout) {
        this.layout = Objects.requireNonNull(layout, "layout");
        this.reference = Optional.empty();
    }

    /** Renders reports in the styles, and on the page, of a ministry's own document; in our own where there is none. */
    public WordRenderer(Optional<ReferenceDocument> reference) {
        this.layout = Layout.REPORT;
        this.reference = Objects.requireNonNull(reference, "reference");
    }

    /**
     * The report as the bytes of a {@code .docx} file.
     *
     * @throws IllegalArgumentException when a drawing in it cannot be drawn
     */
    public byte[] render(Document document) {
        try (XWPFDocument word = reference.isPresent() ? reference.get().emptied() : new XWPFDocument()) {
            new Page(document, word, layout, reference.isPresent()).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return StableZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One report being written. */
    private static final class Page implements Block.Reader {

        private static final int MARGIN = 1417;
        private static final int SHEET_SIDE = 850;
        private static final int SHEET_TOP = 460;
        private static final int SHEET_BOTTOM = 640;
        private static final int SHEET_FOOTER = 320;
        /** Where the footer starts above the edge of the page. */
        private static final int FOOTER_MARGIN = 720;
        /** Space between a table or note and what follows. */
        private static final int AFTER_BOX = 200;
        private static final int NOTE_INDENT = 170;
        /** A box of no more paragraphs stands on one page; of a longer one the first two stand together, and the last two. */
        private static final int SHORT_BOX = 12;
        /** About how many letters stand on a line. */
        private static final int LINE = 90;

        private static final double PIXEL = 0.75;
        /** Of the height of the page: the rest is for the caption. */
        private static final double TALLEST = 0.89;
        /** Of the height of the page: two so high stand on it with their captions. */
        private static final double HALF = 0.43;
        /** A drawing is made no smaller than this to let another stand beside it on the page. */
        private static final double SMALLER = 0.82;
        /** Pixels for each unit of a drawing. */
        private static final double SHARPNESS = 3;

        private final Layout layout;
        /** Whether the page, its header and its footer are somebody else's. */
        private final boolean guest;
        private final Document document;
        private final XWPFDocument word;
        private final Outline outline;
        private final Bookmarks bookmarks = new Bookmarks();
        private final WordNumbering numbering;
        private final Paper paper;
        private int pictures;
        /** Whether the last thing written was a table or a note, after which more space is due. */
        private boolean afterBox;
        private boolean breakBefore;

        Page(Document document, XWPFDocument word, Layout layout, boolean guest) {
            this.layout = layout;
            this.guest = guest;
            this.document = document;
            this.word = word;
            this.outline = new Outline(document);
            this.numbering = new WordNumbering(word);
            CTSectPr section = word.getDocument().getBody().isSetSectPr()
                    ? word.getDocument().getBody().getSectPr()
                    : word.getDocument().getBody().addNewSectPr();
            if (!guest) {
                paper(section);
            }
            this.paper = Paper.of(section);
        }

        void write() {
            Map<String, String> names = guest
                    ? ReferenceDocument.merge(word, WordStyles.made(document.language(), layout, paper), document.language())
                    : Map.of();
            if (!guest) {
                word.createStyles().setStyles(WordStyles.made(document.language(), layout, paper));
            }
            properties();
            settings();
            head();
            contents();
            blocks(document.blocks());
            boolean ownFooter = !guest || word.getFooterList().isEmpty();
            // The origin of all numbers stands on every page where the footer is ours; alone it could fill a last page.
            if (!ownFooter || outline.runs().size() > 1) {
                origin();
            }
            if (ownFooter) {
                footer(names);
            }
            if (guest) {
                ReferenceDocument.rename(word, names);
            }
        }

        private void properties() {
            var core = word.getProperties().getCoreProperties();
            core.setTitle(document.title());
            core.setSubjectProperty(document.subtitle());
            core.setCreator(MAKER);
            core.getUnderlyingProperties()
                    .setLanguageProperty(document.language().locale().toLanguageTag());
            word.getProperties().getExtendedProperties().setApplication(MAKER);
        }

        private void settings() {
            if (guest) {
                return;
            }
            CTSettings settings = word.getSettings().getCTSettings();
            settings.addNewAutoHyphenation();
            // Without it Word opens the file as one from an old version.
            CTCompatSetting mode = settings.addNewCompat().addNewCompatSetting();
            mode.setName("compatibilityMode");
            mode.setUri("http://schemas.microsoft.com/office/word");
            mode.setVal("15");
            String tag = document.language().locale().toLanguageTag();
            settings.addNewThemeFontLang().setVal(tag);
        }

        private void head() {
            text(paragraph(WordStyles.TITLE), document.title());
            if (!document.subtitle().isBlank()) {
                text(paragraph(WordStyles.SUBTITLE), document.subtitle());
            }
            for (Fact fact : document.facts()) {
                XWPFParagraph line = paragraph(WordStyles.FACT);
                XWPFRun label = text(line, fact.label());
                label.setColor(WordStyles.colour(Palette.LIGHT.muted()));
                line.createRun().addTab();
                lines(line, fact.value());
            }
        }

        private void contents() {
            List<Outline.Heading> shown = outline.headings().stream()
                    .filter(h -> h.level() <= document.contentsLevels())
                    .toList();
            if (shown.isEmpty()) {
                return;
            }
            text(paragraph(WordStyles.CONTENTS_TITLE), Labels.CONTENTS.in(document.language()));
            // A field, so that Word can make it anew; what it shows is written here, so that it is right unopened. \n: no page numbers.
            String instruction = " TOC \\o \"1-" + document.contentsLevels() + "\" \\n \\h \\z ";
            XWPFParagraph entry = null;
            for (Outline.Heading heading : shown) {
                boolean first = entry == null;
                entry = paragraph(WordStyles.entry(heading.level()));
                if (first) {
                    entry.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                    CTText code = entry.createRun().getCTR().addNewInstrText();
                    code.setStringValue(instruction);
                    code.setSpace(SpaceAttribute.Space.PRESERVE);
                    entry.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
                }
                XWPFRun link = WordText.link(entry, bookmarks.name(heading.anchor()));
                if (!heading.number().isEmpty()) {
                    link.setText(heading.number());
                    link.addTab();
                }
                WordText.write(link, KeptTogether.in(heading.section().title()));
            }
            entry.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        }

        @Override
        public void section(Section section) {
            Outline.Heading heading = outline.heading(section);
            XWPFParagraph made = paragraph(WordStyles.heading(heading.level()));
            if (heading.depth() > 0) {
                made.setNumID(numbering.headings(heading.group()));
                made.setNumILvl(BigInteger.valueOf(heading.depth() - 1));
            } else if (guest) {
                // A ministry's headings may be numbered by their style; one that has no number here must not get one there.
                made.setNumID(BigInteger.ZERO);
            }
            marked(made, heading.anchor(), () -> text(made, section.title()));
            blocks(section.blocks());
        }

        private void blocks(List<Block> blocks) {
            for (int i = 0; i < blocks.size(); i++) {
                blocks.get(i).read(this);
                if (blocks.get(i) instanceof Paragraph paragraph && i + 1 < blocks.size() && isLeadingTo(paragraph, blocks.get(i + 1), i == 0)) {
                    word.getParagraphs().get(word.getParagraphs().size() - 1).setKeepNext(true);
                }
            }
        }

        /** Whether a paragraph stands on the page of what follows: its colon promises a list, or it is no more than a line below a heading. */
        private static boolean isLeadingTo(Paragraph paragraph, Block next, boolean first) {
            String words = Inline.plain(paragraph.inlines());
            return next instanceof ItemList && words.endsWith(":") || first && words.length() <= LINE;
        }

        @Override
        public void paragraph(Paragraph paragraph) {
            lines(paragraph(WordStyles.BODY), paragraph.inlines());
        }

        @Override
        public void list(ItemList list) {
            List<XWPFParagraph> items = items(list, WordStyles.LIST);
            if (layout == Layout.REPORT) {
                items.get(items.size() - 1).setSpacingAfter(140);
            }
        }

        private List<XWPFParagraph> items(ItemList list, String style) {
            BigInteger marks = list.ordered() ? numbering.numbers() : numbering.bullets();
            return list.items().stream()
                    .map(item -> {
                        XWPFParagraph line = paragraph(style);
                        line.setNumID(marks);
                        line.setNumILvl(BigInteger.ZERO);
                        lines(line, item);
                        return line;
                    })
                    .toList();
        }

        @Override
        public void table(Table table) {
            XWPFParagraph caption = paragraph(WordStyles.CAPTION);
            caption.setKeepNext(true);
            caption(caption, outline.numbered(table), table.caption());
            new WordTable(table, outline, bookmarks, paper.width(), layout).addTo(word);
            afterBox = true;
        }

        @Override
        public void figure(Figure figure) {
            XWPFParagraph place = paragraph(WordStyles.FIGURE);
            XWPFRun run = place.createRun();
            figure.picture().read(new Picture.Reader() {
                @Override
                public void chart(Chart chart) {
                    try {
                        new WordChart(chart, document.language(), paper.widthInPoints()).addTo(word, run);
                    } catch (IOException | InvalidFormatException e) {
                        throw new IllegalStateException("chart of " + figure.caption() + ": " + e.getMessage(), e);
                    }
                }

                @Override
                public void drawing(Drawing drawing) {
                    picture(run, drawing, outline.numbered(figure).label(), figure.alternative());
                }

                @Override
                public void tileMap(TileMap map) {
                    drawing(new TileMapDrawing(map, document.language()).draw());
                }
            });
            describe(run, outline.numbered(figure).label(), figure.alternative());
            XWPFParagraph caption = paragraph(WordStyles.CAPTION);
            caption(caption, outline.numbered(figure), figure.caption());
            caption.setSpacingAfter(AFTER_BOX);
        }

        private void picture(XWPFRun run, Drawing drawing, String name, String alternative) {
            double pages = paper.heightInPoints() / (drawing.height() * PIXEL);
            double scale = Math.min(1, Math.min(paper.widthInPoints() / (drawing.width() * PIXEL), TALLEST * pages));
            if (HALF * pages >= SMALLER) {
                scale = Math.min(scale, HALF * pages);
            }
            byte[] png = DrawingPicture.png(drawing, SHARPNESS * Math.max(scale, 0.5));
            try {
                XWPFPicture made = run.addPicture(
                        new ByteArrayInputStream(png),
                        PictureType.PNG,
                        name + ".png",
                        Units.toEMU(drawing.width() * PIXEL * scale),
                        Units.toEMU(drawing.height() * PIXEL * scale));
                made.getCTPicture().getNvPicPr().getCNvPr().setDescr(alternative);
            } catch (IOException | InvalidFormatException e) {
                throw new IllegalStateException(name + ": " + e.getMessage(), e);
            }
        }

        /** The text read aloud instead of a picture; ids start at 1 and are not shared. */
        private void describe(XWPFRun run, String name, String alternative) {
            CTInline inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
            CTNonVisualDrawingProps properties = inline.getDocPr();
            properties.setId(++pictures);
            properties.setName(name);
            properties.setDescr(alternative);
        }

        private void caption(XWPFParagraph caption, Outline.Numbered numbered, String text) {
            // Word counts the captions itself, so that the numbers follow when a table is moved or added.
            int space = numbered.label().lastIndexOf('\u00a0');
            String word = numbered.label().substring(0, space);
            marked(caption, numbered.anchor(), () -> {
                text(caption, word + "\u00a0");
                field(caption, "SEQ " + word + " \\* ARABIC", numbered.label().substring(space + 1));
            });
            text(caption, ". ");
            XWPFRun words = text(caption, text);
            words.setBold(false);
        }

        @Override
        public void note(Note note) {
            String colour =
                    switch (note.kind()) {
                        case NOTE -> Palette.LIGHT.note();
                        case CAVEAT -> Palette.LIGHT.caveat();
                        case GAP -> Palette.LIGHT.gap();
                    };
            String kind = Labels.of(note.kind()).in(document.language());
            XWPFParagraph title = paragraph(WordStyles.NOTE_TITLE);
            text(title, note.title().isBlank() ? kind : kind + ": " + note.title());
            box(title, colour, 0);
            List<XWPFParagraph> within = new ArrayList<>();
            for (Block block : note.blocks()) {
                if (block instanceof Paragraph paragraph) {
                    XWPFParagraph line = paragraph(WordStyles.NOTE);
                    lines(line, paragraph.inlines());
                    box(line, colour, 0);
                    within.add(line);
                } else if (block instanceof ItemList list) {
                    for (XWPFParagraph item : items(list, WordStyles.NOTE)) {
                        box(item, colour, WordNumbering.LIST_INDENT);
                        within.add(item);
                    }
                }
            }
            int last = within.size() - 1;
            for (int i = 0; i < last; i++) {
                within.get(i).setKeepNext(within.size() <= SHORT_BOX || i == 0 || i == last - 1);
            }
            afterBox = true;
        }

        /** Shades a paragraph and draws a bar at its left. */
        private static void box(XWPFParagraph paragraph, String colour, int hanging) {
            CTPPr form = paragraph.getCTP().getPPr();
            CTPBdr borders = form.addNewPBdr();
            CTBorder bar = borders.addNewLeft();
            bar.setVal(STBorder.SINGLE);
            bar.setSz(BigInteger.valueOf(24));
            bar.setSpace(BigInteger.valueOf(8));
            bar.setColor(WordStyles.colour(colour));
            CTShd shade = form.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(WordStyles.colour(Palette.LIGHT.panel()));
            CTInd indent = form.addNewInd();
            indent.setLeft(BigInteger.valueOf(NOTE_INDENT + hanging));
            if (hanging > 0) {
                indent.setHanging(BigInteger.valueOf(hanging));
            }
        }

        @Override
        public void pageBreak() {
            breakBefore = true;
        }

        private void origin() {
            var language = document.language();
            var runs = outline.runs();
            if (runs.isEmpty()) {
                return;
            }
            XWPFParagraph line = paragraph(WordStyles.BODY);
            line.setSpacingBefore(AFTER_BOX);
            text(line, Labels.ORIGIN.in(language) + ". ").setBold(true);
            if (runs.size() == 1) {
                text(line, oneRun());
                return;
            }
            text(line, Labels.SEVERAL_RUNS.in(language));
            runs.forEach((run, letter) -> {
                XWPFParagraph entry = paragraph(WordStyles.LIST);
                text(entry, letter + ": " + run);
            });
        }

        private String oneRun() {
            return Labels.ONE_RUN.in(document.language()) + " " + outline.runs().keySet().iterator().next() + ".";
        }

        private void footer(Map<String, String> names) {
            var language = document.language();
            XWPFParagraph line = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            line.setStyle(names.getOrDefault(WordStyles.FOOTER, WordStyles.FOOTER));
            if (outline.runs().size() == 1) {
                text(line, oneRun());
            }
            XWPFRun before = line.createRun();
            before.addTab();
            before.setText(Labels.PAGE.in(language) + "\u00a0");
            field(line, "PAGE", "1");
            text(line, " " + Labels.OF.in(language) + "\u00a0");
            field(line, "NUMPAGES", "1");
        }

        /** @param shown what the field comes to, until Word works it out */
        private static void field(XWPFParagraph line, String instruction, String shown) {
            CTSimpleField field = line.getCTP().addNewFldSimple();
            field.setInstr(instruction);
            field.addNewR().addNewT().setStringValue(shown);
        }

        private void paper(CTSectPr section) {
            CTPageSz size = section.addNewPgSz();
            size.setW(BigInteger.valueOf(11906));
            size.setH(BigInteger.valueOf(16838));
            CTPageMar margins = section.addNewPgMar();
            margins.setTop(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_TOP : MARGIN));
            margins.setBottom(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_BOTTOM : MARGIN));
            margins.setLeft(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_SIDE : MARGIN));
            margins.setRight(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_SIDE : MARGIN));
            margins.setHeader(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_FOOTER : FOOTER_MARGIN));
            margins.setFooter(BigInteger.valueOf(layout == Layout.SHEET ? SHEET_FOOTER : FOOTER_MARGIN));
            margins.setGutter(BigInteger.ZERO);
        }

        /** A new paragraph at the end of the document. */
        private XWPFParagraph paragraph(String style) {
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.setStyle(style);
            if (breakBefore) {
                paragraph.setPageBreak(true);
                breakBefore = false;
            }
            if (afterBox && !style.startsWith("Heading")) {
                CTSpacing spacing = paragraph.getCTP().getPPr().addNewSpacing();
                spacing.setBefore(BigInteger.valueOf(AFTER_BOX));
            }
            afterBox = false;
            return paragraph;
        }

        private void lines(XWPFParagraph paragraph, List<Inline> inlines) {
            new WordText(paragraph, outline, bookmarks, UnaryOperator.identity()).write(inlines);
        }

        private XWPFRun text(XWPFParagraph paragraph, String text) {
            XWPFRun run = paragraph.createRun();
            if (!text.isEmpty()) {
                WordText.write(run, KeptTogether.in(text));
            }
            return run;
        }

        private void marked(XWPFParagraph paragraph, String anchor, Runnable content) {
            BigInteger bookmark = bookmarks.start(paragraph, anchor);
            content.run();
            bookmarks.end(paragraph, bookmark);
        }
    }
}
