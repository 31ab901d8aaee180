package dk.lovproeve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.scenario.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a reader meets in one language is in that language: texts of scenarios, of the question bank, of editions and templates, and the
 * shell's and the annex's words. What gives a text away are small words that the other language does not have; a title may be quoted.
 */
class BothLanguagesTest {

    /** Danish words that are no English ones, and that hardly any Danish sentence does without. */
    private static final Pattern DANISH = Pattern.compile("(?iU)\\b(og|ikke|eller|som|af|på|ved|fra|efter|hvor|også|skal|vores|borgeren|antagelse)\\b");

    /** English words that are no Danish ones. */
    private static final Pattern ENGLISH = Pattern.compile("(?iU)\\b(the|and|of|not|which|is|are|who|whose|these|with|from|assumption)\\b");

    /** Titles keep their language; so do what one types and what stands in a file. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|»[^«]*«|[\\w./-]*\\.\\w{2,4}\\b|https?://\\S+|lovproeve [^\\n]*|<[^>]*>|\\$\\{[^}]*}");

    private static final Pattern SAY = Pattern.compile("say\\(\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    private record Said(String where, String danish, String english) {}

    @Test
    void danishTextsAreDanish() throws IOException {
        // The words of a source are quoted as they stand; some are of an English paper or page.
        assertThat(said()).filteredOn(text -> !text.where().contains(Sources.NAME)).filteredOn(text -> ENGLISH.matcher(bare(text.danish())).find()).isEmpty();
    }

    @Test
    void englishTextsAreEnglish() throws IOException {
        assertThat(said()).filteredOn(text -> DANISH.matcher(bare(text.english())).find()).isEmpty();
    }

    @Test
    void thereAreTextsEnoughAndOneInTheWrongLanguageIsFound() throws IOException {
        assertThat(said()).hasSizeGreaterThan(5000);
        assertThat(DANISH.matcher(bare("STAR 2020: under 1 % i februar 2020, og kun den øvre grænse")).find()).isTrue();
        assertThat(ENGLISH.matcher(bare("Ordet of the day")).find()).isTrue();
        assertThat(DANISH.matcher(bare("VIVE 2025, \"Digital forandring og digital inklusion\"")).find()).isFalse();
    }

    private static String bare(String text) {
        return QUOTED.matcher(text).replaceAll(" ");
    }

    private static List<Said> said() throws IOException {
        List<Said> said = new ArrayList<>();
        for (Path root : List.of(Path.of("scenarios"), Path.of("templates"))) {
            for (Path file : files(root, ".yaml")) {
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(file)).forEach(tree -> collect(file.toString(), tree, said));
            }
        }
        for (Path file : files(Path.of("templates"), ".ftlx")) {
            Matcher pair = SAY.matcher(Files.readString(file));
            while (pair.find()) {
                said.add(new Said(file.toString(), pair.group(1), pair.group(2)));
            }
        }
        for (Path file : files(Path.of("src/main/resources"), ".properties")) {
            boolean danish = file.toString().contains("_da");
            Files.readString(file).lines().filter(line -> !line.startsWith("#") && line.contains("=")).forEach(line -> {
                String words = line.substring(line.indexOf('=') + 1);
                said.add(new Said(file + " " + line.substring(0, line.indexOf('=')), danish ? words : "", danish ? "" : words));
            });
        }
        return said;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Everything that stands under {@code da} beside {@code en}. */
    private static void collect(String where, Object tree, List<Said> said) {
        if (tree instanceof Map<?, ?> map) {
            if (map.get("da") instanceof String danish && map.get("en") instanceof String english) {
                said.add(new Said(where, danish, english));
            }
            map.forEach((key, value) -> collect(where + " " + key, value, said));
        } else if (tree instanceof List<?> list) {
            list.forEach(one -> collect(where, one, said));
        }
    }
}
