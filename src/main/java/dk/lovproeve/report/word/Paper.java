package dk.lovproeve.report.word;

import org.apache.poi.ooxml.util.POIXMLUnits;
import org.apache.poi.util.Units;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * The room for text on a page: what tables, pictures and charts fill, whoever's page it is.
 *
 * @param width  in twentieths of a point
 * @param height likewise
 */
record Paper(int width, int height) {

    /** A page that says nothing of itself is what Word makes of it: letter, with margins of an inch. */
    private static final int LETTER_WIDTH = 12240;
    private static final int LETTER_HEIGHT = 15840;
    private static final int INCH = 1440;

    /** So wide and so high there is always, whatever margins a page claims to have. */
    private static final int LEAST = 4 * INCH;

    /** The room on the pages of a section. */
    static Paper of(CTSectPr section) {
        int width = section.isSetPgSz() && section.getPgSz().isSetW() ? twentieths(POIXMLUnits.parseLength(section.getPgSz().xgetW())) : LETTER_WIDTH;
        int height = section.isSetPgSz() && section.getPgSz().isSetH() ? twentieths(POIXMLUnits.parseLength(section.getPgSz().xgetH())) : LETTER_HEIGHT;
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : CTPageMar.Factory.newInstance();
        int beside = (margins.xgetLeft() == null ? INCH : twentieths(POIXMLUnits.parseLength(margins.xgetLeft())))
                + (margins.xgetRight() == null ? INCH : twentieths(POIXMLUnits.parseLength(margins.xgetRight())))
                + (margins.xgetGutter() == null ? 0 : twentieths(POIXMLUnits.parseLength(margins.xgetGutter())));
        // A margin below zero is one that the header may not push away: as large, whatever its sign.
        int around = (margins.xgetTop() == null ? INCH : Math.abs(twentieths(POIXMLUnits.parseLength(margins.xgetTop()))))
                + (margins.xgetBottom() == null ? INCH : Math.abs(twentieths(POIXMLUnits.parseLength(margins.xgetBottom()))));
        return new Paper(Math.max(LEAST, width - beside), Math.max(LEAST, height - around));
    }

    private static int twentieths(long emu) {
        return (int) Math.round(emu * 20.0 / Units.EMU_PER_POINT);
    }

    /** In points. */
    double widthInPoints() {
        return width / 20.0;
    }

    /** In points. */
    double heightInPoints() {
        return height / 20.0;
    }
}
