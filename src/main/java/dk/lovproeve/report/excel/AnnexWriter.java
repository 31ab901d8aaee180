package dk.lovproeve.report.excel;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the Excel annex of a run: contents, charts, every estimate by group, target group and municipality, the
 * differences between the versions, what the registers see, and all the model is made of.
 */
public final class AnnexWriter {

    private AnnexWriter() {}

    /**
     * Writes the annex in one step: a reader never meets half a file.
     *
     * @param target an {@code .xlsx} file; missing folders are made, an old file is replaced
     */
    public static void write(Path target, Run run, Scenario scenario, Language language) throws IOException {
        SafeFiles.writeAtomically(target, bytes(run, scenario, language));
    }

    /**
     * The annex as a file's bytes. The same run, scenario and language give the same bytes.
     *
     * @throws IllegalArgumentException when the run is not of this scenario, has a variant that the scenario does
     *     not have, or does not compare with the bill
     */
    public static byte[] bytes(Run run, Scenario scenario, Language language) {
        return WorkbookRenderer.render(workbook(run, scenario, language));
    }

    /** The annex before it is a file. */
    static WorkbookSpec workbook(Run run, Scenario scenario, Language language) {
        Subject subject = new Subject(run, scenario, language, new AnnexWords(language, scenario));
        List<Sheet> sheets = new ArrayList<>();
        new FigurePage(subject).page().ifPresent(sheets::add);
        sheets.addAll(new ResultSheets(subject).all());
        sheets.addAll(new ModelSheets(subject).all());
        sheets.add(0, new ContentsPage(subject).page(List.copyOf(sheets)));
        return new WorkbookSpec(
                ContentsPage.title(subject),
                subject.words().say("footer", run.manifest().run()),
                subject.words().say("pages"),
                language,
                sheets);
    }
}
