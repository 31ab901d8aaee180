package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.html.SampleReport;
import dk.lovproeve.report.word.WordRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static void assessment(Language language, Map<String, byte[]> files) {
        boolean danish = language == Language.DA;
        AssessmentDocuments.Told told = new AssessmentDocuments.Told(
                danish ? "Dataetisk konsekvensanalyse: Prøvepligten" : "Data-ethics impact assessment: The trial duty",
                danish ? "Fuldt spor" : "Full track",
                List.of(danish ? "3 af 60 spørgsmål er besvaret." : "3 of 60 questions are answered."),
                List.of(new AssessmentDocuments.Sheet(
                        danish ? "Dimensioner" : "Dimensions",
                        danish ? List.of("Dimension", "Niveau") : List.of("Dimension", "Level"),
                        List.of(List.of("1", danish ? "høj" : "high"), List.of("2", "")))),
                List.of(new AssessmentDocuments.Part(
                        danish ? "Fakta" : "Facts",
                        List.of(new AssessmentDocuments.Entry(
                                danish ? "Hvem er omfattet?" : "Who is covered?",
                                List.of(danish ? "Alle voksne." : "All adults."))))),
                "answers: {}\n");
        try {
            Path folder = Files.createTempDirectory("assessment");
            for (Path file : AssessmentDocuments.write(told, language, folder)) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            try (Stream<Path> written = Files.walk(folder)) {
                written.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
