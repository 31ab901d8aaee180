package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.excel.AnnexWriter;
import dk.lovproeve.report.html.ChartPicture;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.template.TemplateEngine;
import dk.lovproeve.report.word.ReferenceDocument;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written about a run: the consequence report as a tree, as a Word document and as a web page, the notes to the bill,
 * and the Excel annex with all numbers.
 */
public final class Reports {

    private static final String TEMPLATE = "consequences.ftlx";

    /** Pixels for each unit of the chart. */
    private static final double PICTURE_SCALE = 2;

    private final Path templates;

    /** @param templates the folder of templates */
    public Reports(Path templates) {
        this.templates = templates;
    }

    /**
     * The report as a tree of meaning, from which Word and web are made alike.
     *
     * @param cases how the model did on the scenario's worked cases
     */
    public Document document(Scenario scenario, Run run, CaseResults cases, Language language) {
        Edition newest = EditionLoader.load(templates.resolve("editions"), Optional.empty());
        return document(scenario, model(scenario, run, cases, newest, BillNotes.NOTHING, language), language);
    }

    private Map<String, Object> model(Scenario scenario, Run run, CaseResults cases, Edition edition, BillNotes notes, Language language) {
        Map<String, Object> model = new LinkedHashMap<>(new ConsequenceModel(scenario, run, cases, language).asMap());
        Map<String, Object> numbers = new LinkedHashMap<>();
        Map<String, Object> headings = new LinkedHashMap<>();
        for (Edition.Section section : edition.sections(notes)) {
            headings.put(section.subject().key(), section.heading().text());
            numbers.put(section.subject().key(), String.valueOf(headings.size()));
        }
        notes.summary().version().ifPresent(version -> model.put("version", version));
        notes.summary().contact().ifPresent(contact -> model.put("contact", contact));
        model.put("outline", Map.of("label", edition.label(), "number", numbers, "heading", headings));
        return model;
    }

    private Document document(Scenario scenario, Map<String, Object> told, Language language) {
        ProcedureDrawings drawings = new ProcedureDrawings(scenario.bill().model().procedure(), language);
        Map<String, Drawing> byName = drawings.drawings();
        Map<String, Object> model = new LinkedHashMap<>(told);
        model.put("drawings", drawings.told());
        return new TemplateEngine(templates).document(TEMPLATE, model, language, byName);
    }

    /**
     * Everything that is written about a run.
     *
     * @param files by name; equal runs give equal bytes
     * @param gaps  what the notes to the bill still lack, in their order
     */
    public record Made(Map<String, byte[]> files, List<String> gaps) {}

    /**
     * Makes the report's files and the notes to the bill.
     *
     * @param drafting what the notes are drafted from besides
     */
    public Made made(Scenario scenario, Run run, CaseResults cases, Drafting drafting, Language language) {
        return made(scenario, run, cases, drafting, Optional.empty(), language);
    }

    /**
     * As above, with the report and the notes in a ministry's own Word styles. The two pages keep theirs, since they must not
     * be longer.
     */
    public Made made(Scenario scenario, Run run, CaseResults cases, Drafting drafting, Optional<ReferenceDocument> reference, Language language) {
        Map<String, Object> model = model(scenario, run, cases, drafting.edition(), drafting.notes(), language);
        Document document = drafting.beginning(document(scenario, model, language));
        NotesDocuments notes = new NotesDocuments(templates, model, scenario, run, drafting, language);
        boolean danish = language == Language.DA;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(danish ? "konsekvensrapport.docx" : "consequence-report.docx", new WordRenderer(reference).render(document));
        files.put(danish ? "konsekvensrapport.html" : "consequence-report.html", new HtmlRenderer().bytes(document));
        files.putAll(notes.files(reference));
        files.put(danish ? "bilag.xlsx" : "annex.xlsx", AnnexWriter.bytes(run, scenario, language));
        return new Made(files, notes.gaps());
    }

    /** The report's first chart as a picture (PNG), for places that show pictures only. */
    public byte[] picture(Scenario scenario, Run run, CaseResults cases, Language language) {
        for (Block block : document(scenario, run, cases, language).blocks()) {
            if (block instanceof Section section) {
                for (Block inner : section.blocks()) {
                    if (inner instanceof Figure figure && figure.picture() instanceof Chart chart) {
                        return ChartPicture.png(chart, language, figure.caption(), PICTURE_SCALE);
                    }
                }
            }
        }
        throw new IllegalStateException("report: found no chart, expected one in a first-level section");
    }
}
