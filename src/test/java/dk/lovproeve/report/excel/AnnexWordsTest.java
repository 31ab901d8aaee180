package dk.lovproeve.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnexWordsTest {

    private static final Path FOLDER = Path.of("src/main/resources/dk/lovproeve/report/excel");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty() throws IOException {
        Properties danish = words("da");
        Properties english = words("en");

        assertThat(danish.stringPropertyNames()).isNotEmpty().isEqualTo(english.stringPropertyNames());
        assertThat(danish.values()).noneMatch(v -> v.toString().isBlank());
        assertThat(english.values()).noneMatch(v -> v.toString().isBlank());
    }

    @Test
    void bothLanguagesTakeTheSamePlaceholders() throws IOException {
        Properties english = words("en");
        words("da").forEach((key, value) ->
                assertThat(placeholders(english.getProperty((String) key))).as((String) key).isEqualTo(placeholders((String) value)));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve("annex_" + language + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static String placeholders(String text) {
        Matcher matcher = Pattern.compile("\\{(\\d|many)}").matcher(text);
        return Stream.iterate(0, i -> matcher.find(), i -> i + 1).map(i -> matcher.group()).sorted().toList().toString();
    }
}
