package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Each key with the places {0}, {1} ... that its message has. */
    private static Map<String, String> places(Language language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("messages_" + language.code() + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> places = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            places.put(
                    key,
                    String.join(
                            " ",
                            PLACE.matcher(properties.getProperty(key))
                                    .results()
                                    .map(MatchResult::group)
                                    .sorted()
                                    .distinct()
                                    .toList()));
        }
        return places;
    }

    @Test
    void everyMessageExistsInBothLanguagesWithTheSamePlaces() throws IOException {
        assertThat(places(Language.DA)).isNotEmpty().isEqualTo(places(Language.EN));
    }

    /** What is left of a merge is read as a key. */
    @Test
    void everyKeyIsWords() throws IOException {
        assertThat(places(Language.DA).keySet()).allMatch(key -> key.matches("[A-Za-z0-9.-]+"));
    }

    @Test
    void placesAreFilledAndQuotesMeanNothing() {
        assertThat(Messages.in(Language.EN).say("found.command", "it's {1}")).isEqualTo("it's {1}, which is not a command");
        assertThat(Messages.in(Language.DA).say("expected.whole.between", 1, 1024))
                .isEqualTo("et helt tal fra 1 til 1024");
    }
}
