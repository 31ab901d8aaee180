package dk.lovproeve.report.assessment;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.WrittenFiles;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.excel.WorkbookRenderer;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.office.CarriedText;
import dk.lovproeve.report.word.WordRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An assessment as a Word document, a web page and a workbook; each carries the file of answers inside, so that it can be read
 * back to the last letter.
 */
public final class AssessmentDocuments {

    private AssessmentDocuments() {}

    /**
     * Writes all three.
     *
     * @param answers the text of the file of answers, which the documents carry
     * @param folder  made when it is missing
     * @return the files written
     */
    public static List<Path> write(Assessed assessed, String answers, Language language, Path folder) throws IOException {
        AssessmentPaper paper = new AssessmentPaper(assessed, language);
        AssessmentBook sheets = new AssessmentBook(assessed, language);
        Document document = paper.document();
        String name = language == Language.DA ? "dataetisk-konsekvensanalyse" : "data-ethics-assessment";
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] word = new WordRenderer().render(document);
        byte[] page = new HtmlRenderer().bytes(document);
        byte[] book = WorkbookRenderer.render(sheets.workbook());
        files.put(name + ".docx", carried(word, answers, paper.passages(), language).inOffice(word));
        files.put(name + ".html", carried(page, answers, paper.passages(), language).inHtml(page));
        files.put(name + ".xlsx", carried(book, answers, sheets.passages(), language).inOffice(book));
        return WrittenFiles.write(files, language, folder);
    }

    /** The file of answers, and what the document shows, so that what a person changes in it is found. */
    private static CarriedText carried(byte[] document, String answers, List<Passage> passages, Language language) throws IOException {
        return new CarriedText(answers, VisibleEdits.shown(document, passages, language));
    }
}
