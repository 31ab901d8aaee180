package dk.lovproeve.report.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * What a person who opens a document sees in it, place by place, so that two states of the same document can be held against
 * each other. Below an anchor a line has the place {@code anchor/1}, {@code anchor/2} and so on, a cell of its second table
 * {@code anchor/2.3.1}: table, row and column, the header row being the first; before the first anchor it is {@code /1}. In a
 * workbook it is the sheet, what the row begins with, and the column's header. How lines are
 * broken, and which kind of space or hyphen stands, does not enter; nor do contents, headers and footers, which programs fill in.
 */
public final class VisibleText {

    private static final Pattern HIDDEN = Pattern.compile("(?s)<(head|script|style|svg|nav)\\b.*?</\\1>");
    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)([^>]*)>");
    private static final Pattern ID = Pattern.compile("\\bid\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Set<String> LINES = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "caption", "div", "dt", "dd", "section", "aside", "footer", "main", "figcaption", "br", "tr", "table");

    private VisibleText() {}

    /**
     * Reads it.
     *
     * @param file    a Word document, a workbook or a web page
     * @param anchors the anchors that places are told by
     * @return the text of each place, in the order of the document; places without text are left out
     * @throws IOException when the file is none of these
     */
    public static Map<String, String> of(byte[] file, Set<String> anchors) throws IOException {
        if (!isZipped(file)) {
            return ofPage(new String(file, StandardCharsets.UTF_8), anchors);
        }
        return isWord(file) ? ofWord(file, anchors) : ofWorkbook(file);
    }

    /** Whether a document is a workbook. @throws IOException when it cannot be read */
    public static boolean isWorkbook(byte[] file) throws IOException {
        // Word's documents are the same kind of package; the names of the parts tell which.
        return isZipped(file) && !isWord(file);
    }

    private static boolean isZipped(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }

    private static boolean isWord(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Map<String, String> ofWord(byte[] file, Set<String> anchors) throws IOException {
        Places places = new Places();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph && !isContents(document, paragraph)) {
                    paragraph.getCTP().getBookmarkStartList().forEach(mark -> anchors.stream()
                            .filter(anchor -> anchor.replaceAll("[^A-Za-z0-9_]", "_").equals(mark.getName())).findFirst().ifPresent(places::under));
                    places.line(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    places.table();
                    table.getRows().forEach(row -> {
                        places.row();
                        row.getTableCells().forEach(cell -> places.cell(cell.getText()));
                    });
                }
            }
        }
        return places.all;
    }

    /** Whether it is a line of the contents, which a program may write anew. */
    private static boolean isContents(XWPFDocument document, XWPFParagraph paragraph) {
        var style = paragraph.getStyle() == null || document.getStyles() == null ? null : document.getStyles().getStyle(paragraph.getStyle());
        return style != null && style.getName() != null && style.getName().toLowerCase(Locale.ROOT).startsWith("toc");
    }

    private static Map<String, String> ofPage(String page, Set<String> anchors) {
        Places places = new Places();
        String shown = HIDDEN.matcher(page).replaceAll("");
        Matcher tags = TAG.matcher(shown);
        StringBuilder line = new StringBuilder();
        int from = 0;
        boolean inCell = false;
        while (tags.find()) {
            line.append(shown, from, tags.start());
            from = tags.end();
            String tag = tags.group(1) == null ? "" : tags.group(1).toLowerCase(Locale.ROOT);
            boolean opens = !tags.group().startsWith("</");
            boolean isCell = tag.equals("td") || tag.equals("th");
            if (inCell && !isCell) {
                // The paragraphs of a cell are one text.
                line.append(LINES.contains(tag) ? " " : "");
                continue;
            }
            if (LINES.contains(tag)) {
                if (isCell && !opens) {
                    places.cell(unescaped(line.toString()));
                } else {
                    places.line(unescaped(line.toString()));
                }
                line.setLength(0);
                inCell = isCell && opens;
                Matcher id = ID.matcher(tags.group(2));
                if (id.find() && anchors.contains(id.group(1))) {
                    places.under(id.group(1));
                }
                if (opens && tag.equals("table")) {
                    places.table();
                } else if (opens && tag.equals("tr")) {
                    places.row();
                }
            }
        }
        places.line(unescaped(line.append(shown.substring(from)).toString()));
        return places.all;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", " ").replace("&shy;", "").replace("&amp;", "&");
    }

    private static Map<String, String> ofWorkbook(byte[] file) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        DataFormatter shown = new DataFormatter(Locale.ROOT);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook) {
                List<String> header = new ArrayList<>();
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    for (int c = 0; c < row.getLastCellNum(); c++) {
                        cells.add(row.getCell(c) == null ? "" : plain(text(row.getCell(c), shown)));
                    }
                    boolean isHeader = header.isEmpty() && cells.stream().filter(cell -> !cell.isEmpty()).count() > 2;
                    if (isHeader) {
                        header.addAll(cells);
                    }
                    String begins = cells.isEmpty() ? "" : cells.get(0);
                    for (int c = 0; c < cells.size(); c++) {
                        String place = sheet.getSheetName() + "/" + begins + "/" + (c < header.size() ? header.get(c) : String.valueOf(c));
                        for (int again = 2; all.containsKey(place); again++) {
                            place = sheet.getSheetName() + "/" + begins + " " + again + "/" + (c < header.size() ? header.get(c) : String.valueOf(c));
                        }
                        if (!cells.get(c).isEmpty()) {
                            all.put(place, cells.get(c));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** As it is shown; a number that is shown as a whole one and is none, as it is. */
    private static String text(Cell cell, DataFormatter shown) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            // A day that somebody types becomes a number in a form of the program's own.
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        String text = shown.formatCellValue(cell);
        boolean rounded = cell.getCellType() == CellType.NUMERIC && text.matches("-?\\d+") && cell.getNumericCellValue() != Math.rint(cell.getNumericCellValue());
        return rounded ? NumberToTextConverter.toText(cell.getNumericCellValue()) : text;
    }

    /** The words alone: one space between them, and one kind of hyphen. */
    public static String plain(String text) {
        return text.replace('\u2011', '-').replaceAll("[\u00ad\u200b]", "").replaceAll("[\\s\u00a0\u202f\u2009]+", " ").strip();
    }

    /** Numbers the lines and the tables below an anchor. */
    private static final class Places {

        private final Map<String, String> all = new LinkedHashMap<>();
        private String anchor = "";
        private int number;
        private int table;
        private int row;
        private int column;

        void under(String next) {
            anchor = next;
            number = 0;
            table = 0;
        }

        void line(String text) {
            String words = plain(text);
            if (!words.isEmpty()) {
                all.put(anchor + "/" + ++number, words);
            }
        }

        void table() {
            table++;
            row = 0;
        }

        void row() {
            row++;
            column = 0;
        }

        void cell(String text) {
            String words = plain(text);
            column++;
            if (!words.isEmpty()) {
                all.put(anchor + "/" + table + "." + row + "." + column, words);
            }
        }
    }
}
