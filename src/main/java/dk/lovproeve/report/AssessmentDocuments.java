package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.office.CarriedText;
import dk.lovproeve.report.word.WordRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An assessment as a Word document and a web page; each carries the answers inside, so that it can be read back. */
public final class AssessmentDocuments {

    private AssessmentDocuments() {}

    /**
     * A table in one language.
     *
     * @param title  what it shows
     * @param header the columns
     * @param rows   each with a cell a column
     */
    public record Sheet(String title, List<String> header, List<List<String>> rows) {
        public Sheet {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Questions with their answers.
     *
     * @param entries each the question, and below it what is said to it
     */
    public record Part(String title, List<Entry> entries) {
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** A question and what is said to it, a paragraph each. */
    public record Entry(String question, List<String> said) {
        public Entry {
            said = List.copyOf(said);
        }
    }

    /**
     * What the documents tell, all in one language.
     *
     * @param summary how it stands
     * @param sheets  what follows from the answers
     * @param parts   the answers
     * @param answers the file of answers, which the documents carry
     */
    public record Told(String title, String subtitle, List<String> summary, List<Sheet> sheets, List<Part> parts, String answers) {}

    /** Writes both. @return the files written */
    public static List<Path> write(Told told, Language language, Path folder) throws IOException {
        Document document = document(told, language);
        String name = language == Language.DA ? "dataetisk-konsekvensanalyse" : "data-ethics-assessment";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".docx", CarriedText.inWord(new WordRenderer().render(document), told.answers()));
        files.put(name + ".html", CarriedText.inHtml(new HtmlRenderer().bytes(document), told.answers()));
        return WrittenFiles.write(files, language, folder);
    }

    private static Document document(Told told, Language language) {
        List<Block> standing = new ArrayList<>(told.summary().stream().map(AssessmentDocuments::paragraph).toList());
        told.sheets().forEach(sheet -> standing.add(table(sheet)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Section("", language == Language.DA ? "Hvordan analysen står" : "How the assessment stands", true, standing));
        for (Part part : told.parts()) {
            // Each question is a heading of its own, so that one who cannot see the page can find it.
            List<Block> within = new ArrayList<>();
            part.entries().forEach(entry -> within.add(
                    new Section("", entry.question(), false, List.copyOf(entry.said().stream().map(AssessmentDocuments::paragraph).toList()))));
            blocks.add(new Section("", part.title(), true, within));
        }
        return new Document(told.title(), told.subtitle(), language, List.of(), 1, blocks);
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(List.of(new Words(words)));
    }

    private static Table table(Sheet sheet) {
        return new Table(
                "", sheet.title(), "", Collections.nCopies(sheet.header().size(), Table.Alignment.TEXT), List.of(row(sheet.header())),
                sheet.rows().stream().map(AssessmentDocuments::row).toList(), true);
    }

    private static Table.Row row(List<String> cells) {
        return new Table.Row(cells.stream().map(c -> new Table.Cell(c.isEmpty() ? List.of() : List.of(paragraph(c)), 1)).toList());
    }
}
