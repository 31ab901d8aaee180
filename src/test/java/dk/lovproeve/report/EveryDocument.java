package dk.lovproeve.report;

import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.assessment.AssessmentDocuments;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.html.SampleReport;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.scenario.AssessmentFile;
import dk.lovproeve.scenario.BankLoader;
import dk.lovproeve.scenario.ScenarioLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of every document that is written, in both languages, small: what must hold for all of them is tried on these. */
public final class EveryDocument {

    private static final Map<Language, Map<String, byte[]>> FILES = new EnumMap<>(Language.class);

    private EveryDocument() {}

    /** All files in a language, by name. */
    public static synchronized Map<String, byte[]> of(Language language) {
        return FILES.computeIfAbsent(language, EveryDocument::made);
    }

    /** The files of both languages whose name ends so, by name. */
    public static Map<String, byte[]> named(String ending) {
        Map<String, byte[]> some = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            some.putAll(of(language));
        }
        some.keySet().removeIf(name -> !name.endsWith(ending));
        return some;
    }

    private static Map<String, byte[]> made(Language language) {
        Map<String, byte[]> files = new LinkedHashMap<>(
                new Reports(Path.of("templates")).made(Parcels.scenario(), Parcels.run(), Parcels.results(), Parcels.drafting(), language).files());
        assessment(language, files);
        if (language == Language.DA) {
            files.put("sample.html", new HtmlRenderer().bytes(SampleReport.danish()));
            files.put("sample.docx", new WordRenderer().render(SampleReport.danish()));
        }
        return files;
    }

    /** The assessment that comes with the program, which has everything in it that one can have. */
    private static void assessment(Language language, Map<String, byte[]> files) {
        Path scenario = Path.of("scenarios/selvbook");
        QuestionBank bank = BankLoader.load(Path.of("templates/assessment"));
        AssessmentFile file = AssessmentFile.open(scenario, bank);
        Assessed assessed = Assessed.of(scenario, bank, file.assessment().orElseThrow(), Optional.of(ScenarioLoader.load(scenario)), Optional.empty());
        try {
            Path folder = Files.createTempDirectory("assessment");
            for (Path one : AssessmentDocuments.write(assessed, file.text(), language, folder)) {
                files.put(one.getFileName().toString(), Files.readAllBytes(one));
            }
            try (Stream<Path> written = Files.walk(folder)) {
                written.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
