package dk.lovproeve.report.word;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Elsewhere;
import dk.lovproeve.report.document.Emphasis;
import dk.lovproeve.report.document.Foreign;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.KeptTogether;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

/** Writes lines of text into one paragraph. */
final class WordText implements Inline.Reader {

    private final XWPFParagraph paragraph;
    private final Outline outline;
    private final Bookmarks bookmarks;
    private final UnaryOperator<String> setting;
    private boolean bold;
    private boolean italic;
    /** What is written just now, where that may be another language than the document's. */
    private Optional<Language> language = Optional.empty();

    /** @param setting what is done to each text, such as keeping a number on one line */
    WordText(XWPFParagraph paragraph, Outline outline, Bookmarks bookmarks, UnaryOperator<String> setting) {
        this.paragraph = paragraph;
        this.outline = outline;
        this.bookmarks = bookmarks;
        this.setting = setting;
    }

    void write(List<Inline> inlines) {
        inlines.forEach(inline -> inline.read(this));
    }

    /** What {@link #write} puts on the page, as plain text. */
    static String plain(List<Inline> inlines, Outline outline) {
        StringBuilder text = new StringBuilder();
        inlines.forEach(inline -> inline.read(new Inline.Reader() {
            @Override
            public void words(Words words) {
                text.append(oneLine(words.text()));
            }

            @Override
            public void strong(Strong strong) {
                text.append(plain(strong.inlines(), outline));
            }

            @Override
            public void emphasis(Emphasis emphasis) {
                text.append(plain(emphasis.inlines(), outline));
            }

            @Override
            public void foreign(Foreign foreign) {
                text.append(plain(foreign.inlines(), outline));
            }

            @Override
            public void reference(Reference reference) {
                text.append(outline.target(reference).label());
            }

            @Override
            public void claim(Claim claim) {
                text.append(claim.text()).append(outline.mark(claim));
            }

            @Override
            public void elsewhere(Elsewhere elsewhere) {
                text.append(elsewhere.text());
            }
        }));
        return KeptTogether.in(text.toString());
    }

    /** Line breaks in a source mean nothing; spaces that do not break stay. */
    private static String oneLine(String text) {
        return text.replaceAll("[ \\t\\r\\n]+", " ");
    }

    @Override
    public void words(Words words) {
        run(paragraph.createRun(), oneLine(words.text()));
    }

    @Override
    public void strong(Strong strong) {
        boolean before = bold;
        bold = true;
        write(strong.inlines());
        bold = before;
    }

    @Override
    public void emphasis(Emphasis emphasis) {
        boolean before = italic;
        italic = true;
        write(emphasis.inlines());
        italic = before;
    }

    @Override
    public void foreign(Foreign foreign) {
        Optional<Language> before = language;
        language = Optional.of(foreign.language());
        write(foreign.inlines());
        language = before;
    }

    @Override
    public void reference(Reference reference) {
        Outline.Numbered target = outline.target(reference);
        run(link(paragraph, bookmarks.name(target.anchor())), target.label()).setStyle(WordStyles.LINK);
    }

    @Override
    public void elsewhere(Elsewhere elsewhere) {
        run(paragraph.createRun(), elsewhere.text());
    }

    @Override
    public void claim(Claim claim) {
        run(paragraph.createRun(), claim.text());
        String mark = outline.mark(claim);
        if (!mark.isEmpty()) {
            run(paragraph.createRun(), mark).setVerticalAlignment("superscript");
        }
    }

    /** A run that leads to a bookmark of the same file. */
    static XWPFRun link(XWPFParagraph paragraph, String bookmark) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(bookmark);
        link.setHistory(true);
        return new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
    }

    /** A soft hyphen, and one at which no line is broken, are elements of their own in Word. */
    static void write(XWPFRun run, String line) {
        for (String part : line.split("(?<=[\u00ad\u2011])|(?=[\u00ad\u2011])")) {
            if (part.equals("\u00ad")) {
                run.getCTR().addNewSoftHyphen();
            } else if (part.charAt(0) == KeptTogether.HYPHEN) {
                run.getCTR().addNewNoBreakHyphen();
            } else {
                run.setText(part, run.getCTR().sizeOfTArray());
            }
        }
    }

    private XWPFRun run(XWPFRun run, String text) {
        String[] lines = setting.apply(KeptTogether.in(text)).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            if (!lines[i].isEmpty()) {
                write(run, lines[i]);
            }
        }
        language.ifPresent(l -> run.setLang(l.locale().toLanguageTag()));
        if (bold) {
            run.setBold(true);
        }
        if (italic) {
            run.setItalic(true);
        }
        return run;
    }
}
