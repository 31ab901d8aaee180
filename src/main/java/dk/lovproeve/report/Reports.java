package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.template.TemplateEngine;
import dk.lovproeve.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The consequence report of a run: as a tree, as a Word document, as a web page, and the Excel annex with all numbers. */
public final class Reports {

    private static final String TEMPLATE = "consequences.ftlx";

    private final Path templates;

    /** @param templates the folder of templates */
    public Reports(Path templates) {
        this.templates = templates;
    }

    /** The report as a tree of meaning, from which Word and web are made alike. */
    public Document document(Scenario scenario, Run run, Language language) {
        ProcedureDrawings drawings = new ProcedureDrawings(scenario.bill().model().procedure(), language);
        Map<String, Drawing> byName = drawings.drawings();
        Map<String, Object> model = new LinkedHashMap<>(new ConsequenceModel(scenario, run, language).asMap());
        model.put("drawings", drawings.told());
        return new TemplateEngine(templates).document(TEMPLATE, model, language, byName);
    }
}
