package dk.lovproeve.report.word;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.drawing.Palette;
import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocDefaults;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;

/**
 * The styles of a report. Where Word has a style for a purpose, its built-in name is used, so that Word shows it in the
 * reader's language and knows what it is for. Lengths are in twentieths of a point.
 */
final class WordStyles {

    static final String BODY = "Normal";
    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";
    static final String FACT = "ReportFact";
    static final String CONTENTS_TITLE = "TOCHeading";
    static final String CAPTION = "Caption";
    static final String FIGURE = "ReportFigure";
    static final String LIST = "ListParagraph";
    static final String TABLE = "TableGrid";
    static final String TABLE_TEXT = "TableText";
    static final String TABLE_HEADER = "TableHeader";
    static final String NOTE_TITLE = "NoteTitle";
    static final String NOTE = "NoteText";
    static final String FOOTER = "Footer";
    static final String LINK = "Hyperlink";

    /** Where the value of a fact starts. */
    private static final int FACT_VALUE = 2400;

    /** Room for the number before an entry of the contents, by level. */
    private static final int[] ENTRY_HANGS = {480, 640, 840};

    /**
     * On every machine, if under the name of its twin Liberation Sans, and the face whose widths the columns of tables are
     * measured by. Where Calibri is missing, faces so wide may take its place that numbers break.
     */
    static final String FONT = "Arial";

    /** Of the letters of a text, in half points. */
    private static final int SIZE = 20;

    /** The letters of a sheet, in half points; how much less space it has before a paragraph; single line spacing. */
    private static final int SHEET_SIZE = 22;
    private static final int SHEET_TIGHTER = 6;
    private static final int SINGLE = 240;

    private final CTStyles styles = CTStyles.Factory.newInstance();

    private final boolean sheet;
    private final Paper paper;

    private WordStyles(WordRenderer.Layout layout, Paper paper) {
        this.paper = paper;
        this.sheet = layout == WordRenderer.Layout.SHEET;
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    static String entry(int level) {
        return "TOC" + level;
    }

    /** A colour as Office writes it: without the hash. */
    static String colour(String hash) {
        return hash.substring(1);
    }

    /** Every style of a report. */
    static CTStyles made(Language language, WordRenderer.Layout layout, Paper paper) {
        WordStyles made = new WordStyles(layout, paper);
        made.defaults(language);
        made.text();
        made.headings();
        made.tables();
        made.notes();
        return made.styles;
    }

    private void defaults(Language language) {
        CTDocDefaults defaults = styles.addNewDocDefaults();
        CTRPr letters = defaults.addNewRPrDefault().addNewRPr();
        CTFonts fonts = letters.addNewRFonts();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        letters.addNewColor().setVal(colour(Palette.LIGHT.ink()));
        int size = sheet ? SHEET_SIZE : SIZE;
        letters.addNewSz().setVal(BigInteger.valueOf(size));
        letters.addNewSzCs().setVal(BigInteger.valueOf(size));
        CTLanguage tongue = letters.addNewLang();
        tongue.setVal(language.locale().toLanguageTag());
        tongue.setEastAsia(language.locale().toLanguageTag());
        defaults.addNewPPrDefault();
    }

    private void text() {
        CTStyle body = paragraph(BODY, "Normal", "", 0, 140, 276);
        body.setDefault(true);
        body.getPPr().addNewWidowControl();
        body.getPPr().addNewSuppressAutoHyphens();

        CTStyle title = paragraph(TITLE, "Title", BODY, 0, 80, 240);
        letters(title, sheet ? 32 : 46, true, Palette.LIGHT.accent());
        title.getPPr().addNewKeepNext();
        CTStyle subtitle = paragraph(SUBTITLE, "Subtitle", BODY, 0, 240, 252);
        letters(subtitle, sheet ? SHEET_SIZE : 25, false, Palette.LIGHT.muted());

        CTStyle fact = paragraph(FACT, "Report fact", BODY, 0, 50, 252);
        indent(fact, FACT_VALUE, FACT_VALUE);
        flushLeft(fact);
        CTTabStop tab = fact.getPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.LEFT);
        tab.setPos(BigInteger.valueOf(FACT_VALUE));

        CTStyle caption = paragraph(CAPTION, "caption", BODY, 160, 80, 252);
        letters(caption, 19, true, Palette.LIGHT.muted());
        flushLeft(caption);

        CTStyle figure = paragraph(FIGURE, "Report figure", BODY, 160, 0, 240);
        figure.getPPr().addNewKeepNext();

        paragraph(LIST, "List Paragraph", BODY, 0, 60, 276);

        CTStyle footer = paragraph(FOOTER, "footer", BODY, 0, 0, 240);
        letters(footer, 16, false, Palette.LIGHT.muted());
        CTTabStop right = footer.getPPr().addNewTabs().addNewTab();
        right.setVal(STTabJc.RIGHT);
        right.setLeader(STTabTlc.NONE);
        right.setPos(BigInteger.valueOf(paper.width()));

        CTStyle link = styles.addNewStyle();
        link.setType(STStyleType.CHARACTER);
        link.setStyleId(LINK);
        link.addNewName().setVal("Hyperlink");
        link.addNewRPr().addNewColor().setVal(colour(Palette.LIGHT.accent()));
        link.getRPr().addNewU().setVal(STUnderline.SINGLE);
    }

    private void headings() {
        int[] sizes = sheet ? new int[] {SHEET_SIZE, SHEET_SIZE, SHEET_SIZE, SHEET_SIZE, SHEET_SIZE} : new int[] {30, 26, 23, 21, 20};
        int[] before = {400, 320, 260, 220, 200};
        for (int level = 1; level <= Section.DEEPEST; level++) {
            CTStyle heading = paragraph(
                    heading(level), "heading " + level, BODY, before[level - 1], level == 1 ? 140 : 100, 240);
            letters(heading, sizes[level - 1], true, Palette.LIGHT.accent());
            heading.addNewNext().setVal(BODY);
            heading.getPPr().addNewKeepNext();
            heading.getPPr().addNewKeepLines();
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
        }
        // Looks like a heading but is none, so that the contents do not list themselves.
        CTStyle contents = paragraph(CONTENTS_TITLE, "TOC Heading", BODY, 400, 140, 240);
        letters(contents, sizes[0], true, Palette.LIGHT.accent());
        contents.getPPr().addNewKeepNext();
        int left = 0;
        for (int level = 1; level <= ENTRY_HANGS.length; level++) {
            CTStyle entry = paragraph(entry(level), "toc " + level, BODY, level == 1 ? 60 : 0, 40, 252);
            left += ENTRY_HANGS[level - 1];
            indent(entry, left, ENTRY_HANGS[level - 1]);
            if (level == 1) {
                letters(entry, SIZE, true, Palette.LIGHT.ink());
            }
        }
    }

    private void tables() {
        CTStyle plain = styles.addNewStyle();
        plain.setType(STStyleType.TABLE);
        plain.setStyleId("TableNormal");
        plain.setDefault(true);
        plain.addNewName().setVal("Normal Table");
        CTStyle grid = styles.addNewStyle();
        grid.setType(STStyleType.TABLE);
        grid.setStyleId(TABLE);
        grid.addNewName().setVal("Table Grid");
        grid.addNewBasedOn().setVal("TableNormal");

        CTStyle text = paragraph(TABLE_TEXT, "Table text", BODY, 0, 0, 240);
        letters(text, 18, false, Palette.LIGHT.ink());
        flushLeft(text);
        // Narrow columns need hyphens where the text of a page does not.
        text.getPPr().addNewSuppressAutoHyphens().setVal(false);
        // Where a long row goes on on the next page, it is not in the middle of a sentence.
        text.getPPr().addNewKeepLines();
        CTStyle header = paragraph(TABLE_HEADER, "Table header", TABLE_TEXT, 0, 0, 240);
        letters(header, 18, true, Palette.LIGHT.ink());
    }

    private void notes() {
        CTStyle note = paragraph(NOTE, "Note text", BODY, 0, 0, 264);
        note.getPPr().addNewKeepLines();
        CTStyle title = paragraph(NOTE_TITLE, "Note title", NOTE, 160, 0, 264);
        letters(title, SIZE, true, Palette.LIGHT.ink());
        title.getPPr().addNewKeepNext();
    }

    /** Adds a paragraph style; {@code line} is its leading in 240ths. */
    private CTStyle paragraph(String id, String name, String basedOn, int before, int after, int line) {
        CTStyle style = styles.addNewStyle();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (!basedOn.isEmpty()) {
            style.addNewBasedOn().setVal(basedOn);
        }
        style.addNewQFormat();
        CTPPrGeneral form = style.addNewPPr();
        CTSpacing spacing = form.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(sheet ? before / SHEET_TIGHTER : before));
        spacing.setAfter(BigInteger.valueOf(sheet ? 0 : after));
        spacing.setLine(BigInteger.valueOf(sheet ? Math.min(line, SINGLE) : line));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        return style;
    }

    private static void indent(CTStyle style, int left, int hanging) {
        CTInd indent = style.getPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(left));
        indent.setHanging(BigInteger.valueOf(hanging));
    }

    /** Not with even edges, also where a ministry's body text has them: in a narrow column that tears the words apart. */
    private static void flushLeft(CTStyle style) {
        style.getPPr().addNewJc().setVal(STJc.LEFT);
    }

    /** Letters of a style; the size is in half points. */
    private static void letters(CTStyle style, int size, boolean bold, String colour) {
        CTRPr letters = style.addNewRPr();
        if (bold) {
            letters.addNewB();
        }
        letters.addNewColor().setVal(colour(colour));
        letters.addNewSz().setVal(BigInteger.valueOf(size));
        letters.addNewSzCs().setVal(BigInteger.valueOf(size));
    }
}
