package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.template.TemplateEngine;
import dk.lovproeve.report.word.ReferenceDocument;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notes to the bill of one run, and the two pages that sum them up, in one language. */
final class NotesDocuments {

    private static final String NOTES = "bill-notes.ftlx";

    private final Document notes;
    private final Document twoPages;
    private final Language language;

    /**
     * Drafts them.
     *
     * @param report what the consequence report is given
     * @throws dk.lovproeve.base.AuthorException when the template breaks a rule, or its summary table says what its text does not
     */
    NotesDocuments(Path templates, Map<String, Object> report, Scenario scenario, Run run, Drafting drafting, Language language) {
        this.language = language;
        Map<String, Object> model = new LinkedHashMap<>(report);
        model.putAll(new NotesModel(scenario, run, drafting, language, ConsequenceModel.written(scenario, run, language)).asMap());
        this.notes = drafting.beginning(new TemplateEngine(templates).document(NOTES, model, language, Map.of()));
        SummaryTableRule.check(notes, drafting.edition(), NOTES);
        this.twoPages = drafting.beginning(new TwoPages(scenario, run, drafting, language, model, notes).document());
    }

    Document notes() {
        return notes;
    }

    /** The two pages for parliament. */
    Document twoPages() {
        return twoPages;
    }

    /** Their files by name. */
    Map<String, byte[]> files() {
        return files(Optional.empty());
    }

    /** The same, the notes in a ministry's own Word styles where there are some. */
    Map<String, byte[]> files(Optional<ReferenceDocument> reference) {
        boolean danish = language == Language.DA;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(danish ? "lovbemaerkninger.docx" : "bill-notes.docx", new WordRenderer(reference).render(notes));
        files.put(page(language), new HtmlRenderer().bytes(notes));
        files.put(danish ? "to-sider.docx" : "two-pages.docx", new WordRenderer(WordRenderer.Layout.SHEET).render(twoPages));
        files.put(danish ? "to-sider.html" : "two-pages.html", new HtmlRenderer().bytes(twoPages));
        return files;
    }

    /** The file name of the notes' web page. */
    static String page(Language language) {
        return language == Language.DA ? "lovbemaerkninger.html" : "bill-notes.html";
    }

    /** What nobody has written yet, in the order of the notes, and where it is written. */
    List<String> gaps() {
        return gaps(notes);
    }

    /** The same of the notes alone. */
    static List<String> gaps(Document notes) {
        List<String> gaps = new ArrayList<>();
        notes.blocks().stream().filter(Section.class::isInstance).forEach(s -> gather(((Section) s).blocks(), gaps));
        return gaps;
    }

    private static void gather(List<Block> blocks, List<String> gaps) {
        for (Block block : blocks) {
            if (block instanceof Note note && note.kind() == Note.Kind.GAP) {
                gaps.add(note.where().isEmpty() ? note.title() : note.title() + " (" + note.where() + ")");
            } else if (block instanceof Section section) {
                gather(section.blocks(), gaps);
            }
        }
    }
}
