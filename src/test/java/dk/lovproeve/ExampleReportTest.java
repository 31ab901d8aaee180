package dk.lovproeve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.report.Assessed;
import dk.lovproeve.report.Drafting;
import dk.lovproeve.report.Reports;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/**
 * The report that a visitor finds in {@code reports/example} is the one the program writes today. Compared by what a reader
 * reads: the web page to the letter, the texts of the Word file, the cells of the Excel file. Written anew with
 * {@code -Dlovproeve.update=true}.
 */
class ExampleReportTest {

    private static final Path FOLDER = Path.of("reports", "example");
    private static final ExperimentSpec SPEC = new ExperimentSpec(10, 1, 2, 0.1, 365);
    private static final int DRAWS = 12;

    @Test
    void theCommittedExampleIsWhatTheProgramWrites() throws IOException {
        Scenario scenario = ScenarioLoader.load(Path.of("scenarios", "selvbook"));
        Run run = run(scenario);
        CaseResults cases = CaseResults.of(scenario);
        Reports reports = new Reports(Path.of("templates"));
        Map<String, byte[]> files = new LinkedHashMap<>(reports.made(scenario, run, cases, drafting(scenario, run), Language.DA).files());
        files.put("groups.png", reports.picture(scenario, run, cases, Language.EN));

        if (Boolean.getBoolean("lovproeve.update")) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                SafeFiles.writeAtomically(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path committed = FOLDER.resolve(file.getKey());
            assertThat(committed).as("write it with: mvn test -Dtest=ExampleReportTest -Dlovproeve.update=true").exists();
            assertThat(read(file.getKey(), Files.readAllBytes(committed)))
                    .as("%s has drifted; mvn test -Dtest=ExampleReportTest -Dlovproeve.update=true, and a line under 'Results change'", committed)
                    .isEqualTo(read(file.getKey(), file.getValue()));
        }
    }

    private static Drafting drafting(Scenario scenario, Run run) {
        BillNotes notes = NotesFile.read(Path.of("scenarios", "selvbook"));
        return new Drafting(notes, EditionLoader.load(Path.of("templates", "editions"), notes.edition()), Assessed.in(Path.of("scenarios", "selvbook"), BankLoader.load(Path.of("templates", "assessment")), scenario, Optional.of(run)));
    }

    private static Run run(Scenario scenario) {
        List<Arm> arms = scenario.versions().stream().map(v -> new Arm(v.variant().id(), v.model())).toList();
        ExperimentResult result = new Experiment(arms, SPEC).run(ProgressListener.SILENT);
        ExperimentSpec small = new ExperimentSpec(1, SPEC.seed(), SPEC.threads(), PlausibleRange.scale(SPEC.scale()), SPEC.days());
        PlausibleRange range = PlausibleRange.run(arms, small, scenario.correlations(), DRAWS, ProgressListener.SILENT);
        Map<String, String> inputs = new LinkedHashMap<>();
        scenario.inputs().forEach(f -> inputs.put(f.name(), f.sha256()));
        List<String> variants = arms.stream().map(Arm::variant).toList();
        String id = Manifest.runId(scenario.id(), "example", SPEC, DRAWS, variants, inputs);
        Manifest manifest = new Manifest(id, scenario.id(), "example", SPEC.seed(), SPEC.replications(), DRAWS, SPEC.scale(), SPEC.days(),
                variants, inputs, Map.of(), "mvn test -Dtest=ExampleReportTest -Dlovproeve.update=true", "", SPEC.threads(), Map.of());
        return new Run(manifest, result.outcomes(), result.differences(), Optional.of(range));
    }

    /** What a reader reads; of a picture, which differs with the fonts of the machine, only its size. */
    private static String read(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".html")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (name.endsWith(".docx")) {
            return word(bytes);
        }
        if (name.endsWith(".xlsx")) {
            return excel(bytes);
        }
        var image = javax.imageio.ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getWidth() + " x " + image.getHeight();
    }

    private static String word(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    lines.add(paragraph.getStyle() + ": " + paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> lines.add(row.getTableCells().stream().map(c -> c.getText()).toList().toString()));
                }
            }
        }
        return String.join("\n", lines);
    }

    private static String excel(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> {
                text.append("# ").append(sheet.getSheetName()).append('\n');
                sheet.forEach(row -> {
                    row.forEach(cell -> text.append(cell).append('|'));
                    text.append('\n');
                });
            });
        }
        return text.toString();
    }
}
