package dk.lovproeve.report.word;

import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.drawing.Palette;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLevelSuffix;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMultiLevelType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** The numbers of headings and the marks of lists, as Word's own numbering, so that they follow when text is moved. */
final class WordNumbering {

    /** Indent of a list's text and of its mark before it, in twentieths of a point. */
    static final int LIST_INDENT = 360;

    private final XWPFNumbering numbering;
    private final Map<Integer, BigInteger> headings = new HashMap<>();
    private BigInteger bullets;
    private int made;

    WordNumbering(XWPFDocument word) {
        this.numbering = word.createNumbering();
        // A document that somebody else has begun may have lists of its own.
        this.made = numbering.getAbstractNums().stream().mapToInt(n -> n.getCTAbstractNum().getAbstractNumId().intValue() + 1).max().orElse(0);
    }

    /** The multilevel numbering of one group of headings: 1., 1.1., 1.1.1. */
    BigInteger headings(int group) {
        return headings.computeIfAbsent(group, g -> {
            CTAbstractNum form = form(STMultiLevelType.MULTILEVEL);
            StringBuilder pattern = new StringBuilder();
            for (int depth = 1; depth <= Section.DEEPEST; depth++) {
                pattern.append('%').append(depth).append('.');
                CTLvl level = level(form, depth - 1, STNumberFormat.DECIMAL, pattern.toString());
                level.addNewSuff().setVal(STLevelSuffix.SPACE);
                indent(level, 0, 0);
            }
            return add(form);
        });
    }

    /** The marks of lists whose order does not matter. */
    BigInteger bullets() {
        if (bullets == null) {
            CTAbstractNum form = form(STMultiLevelType.HYBRID_MULTILEVEL);
            CTLvl level = level(form, 0, STNumberFormat.BULLET, "\u2022");
            indent(level, LIST_INDENT, LIST_INDENT);
            level.addNewRPr().addNewColor().setVal(WordStyles.colour(Palette.LIGHT.accent()));
            bullets = add(form);
        }
        return bullets;
    }

    /** Numbers for one ordered list; each list starts at 1. */
    BigInteger numbers() {
        CTAbstractNum form = form(STMultiLevelType.HYBRID_MULTILEVEL);
        indent(level(form, 0, STNumberFormat.DECIMAL, "%1."), LIST_INDENT, LIST_INDENT);
        return add(form);
    }

    private CTAbstractNum form(STMultiLevelType.Enum type) {
        CTAbstractNum form = CTAbstractNum.Factory.newInstance();
        form.setAbstractNumId(BigInteger.valueOf(made++));
        form.addNewMultiLevelType().setVal(type);
        return form;
    }

    private static CTLvl level(CTAbstractNum form, int index, STNumberFormat.Enum format, String text) {
        CTLvl level = form.addNewLvl();
        level.setIlvl(BigInteger.valueOf(index));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
        level.addNewLvlJc().setVal(STJc.LEFT);
        return level;
    }

    private static void indent(CTLvl level, int left, int hanging) {
        CTInd indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(left));
        indent.setHanging(BigInteger.valueOf(hanging));
    }

    private BigInteger add(CTAbstractNum form) {
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(form)));
    }
}
