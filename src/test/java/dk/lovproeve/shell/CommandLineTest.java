package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final CommandLine line = new CommandLine(
            List.of(
                    new Command(
                            "simulate",
                            Command.Group.BILL,
                            List.of(
                                    Parameter.word("scenario", Parameter.Kind.SCENARIO),
                                    Parameter.option("scale", Parameter.Kind.SHARE),
                                    Parameter.whole("threads", 1, 1024),
                                    Parameter.option("variants", Parameter.Kind.VARIANTS),
                                    Parameter.option("out", Parameter.Kind.FOLDER)),
                            call -> {}),
                    new Command(
                            "help",
                            Command.Group.START,
                            List.of(Parameter.optionalWord("command", Parameter.Kind.COMMAND)),
                            call -> {})),
            Language.DA);

    private void refuses(List<String> words, String message) {
        assertThatThrownBy(() -> line.canonical(words)).isInstanceOf(AuthorException.class).hasMessage(message);
    }

    @Test
    void valuesComeByNameInTheOrderOfTheCommand() {
        List<String> canonical =
                List.of("simulate", "--scenario", "selvbook", "--scale", "0.25", "--threads", "2", "--lang", "en");
        assertThat(line.canonical(List.of("simulate", "selvbook", "--threads=2", "--scale", "0,25", "--lang", "en")))
                .isEqualTo(canonical);
        assertThat(line.canonical(List.of("--lang=en", "simulate", "--scale=.25", "--threads", "2", "selvbook")))
                .containsExactly(
                        "simulate", "--scenario", "selvbook", "--scale", ".25", "--threads", "2", "--lang", "en");
        assertThat(line.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void theSameVariantTwiceIsOneVariant() {
        assertThat(line.canonical(List.of("simulate", "s", "--variants", "a, b,a"))).contains("a,b");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        refuses(
                List.of("simulate", "--scale", "2", "--threads", "x", "--foo", "3"),
                """
                lovproeve simulate
                  found:     nothing
                  expected:  the name or folder of a scenario
                lovproeve simulate --foo
                  found:     an option that the command does not have
                  expected:  one of --scenario, --scale, --threads, --variants, --out, --lang
                lovproeve simulate --scale
                  found:     2
                  expected:  a number above 0 and at most 1, such as 0.1
                lovproeve simulate --threads
                  found:     x
                  expected:  a whole number from 1 to 1024""");
    }

    @Test
    void aMistypedOptionGetsAGuess() {
        refuses(
                List.of("simulate", "s", "--tread", "2"),
                """
                lovproeve simulate --tread
                  found:     an option that the command does not have
                  expected:  one of --scenario, --scale, --threads, --variants, --out, --lang
                  maybe:     --threads""");
    }

    @Test
    void aSurplusWordAnOptionTwiceAndAMissingValueAreRefused() {
        refuses(
                List.of("simulate", "s", "a b"),
                """
                lovproeve simulate
                  found:     'a b', one word too many
                  expected:  no more words; put quotes around a text with spaces""");
        refuses(
                List.of("simulate", "s", "--threads", "1", "--threads", "2"),
                """
                lovproeve simulate --threads
                  found:     the option more than once
                  expected:  the option once""");
        refuses(
                List.of("simulate", "s", "--out", "--threads", "2"),
                """
                lovproeve simulate --out
                  found:     nothing
                  expected:  a folder whose name does not start with a dash""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1025", "-1", "1e2", "1.5", "", "99999999999999999999"})
    void aWholeNumberOutOfRangeIsRefused(String value) {
        assertThatThrownBy(() -> line.canonical(List.of("simulate", "s", "--threads=" + value)))
                .isInstanceOf(AuthorException.class)
                .hasMessageContaining("a whole number from 1 to 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.01", "-0.1", "NaN", "1e-3", "0,1,2", ""})
    void aShareOutOfRangeIsRefused(String value) {
        assertThatThrownBy(() -> line.canonical(List.of("simulate", "s", "--scale=" + value)))
                .isInstanceOf(AuthorException.class)
                .hasMessageContaining("a number above 0 and at most 1");
    }

    @Test
    void helpIsReachedFromAnywhere() {
        assertThat(line.canonical(List.of("simulate", "--scale", "x", "--help")))
                .containsExactly("help", "--command", "simulate", "--lang", "da");
        assertThat(line.canonical(List.of("-h", "--lang", "en"))).containsExactly("help", "--lang", "en");
    }

    @Test
    void theLanguageIsKnownEvenWhenTheRestIsWrong() {
        assertThat(line.language(List.of("nonsense", "--x", "--lang", "en"))).isEqualTo(Language.EN);
        assertThat(line.language(List.of("--lang=en"))).isEqualTo(Language.EN);
        assertThat(line.language(List.of("simulate", "--lang", "fr"))).isEqualTo(Language.DA);
        assertThat(line.language(List.of("--lang"))).isEqualTo(Language.DA);
    }

    @Test
    void onlyALanguageMeansTheShell() {
        assertThat(line.asksForShell(List.of())).isTrue();
        assertThat(line.asksForShell(List.of("--lang", "en"))).isTrue();
        assertThat(line.asksForShell(List.of("--lang=da"))).isTrue();
        assertThat(line.asksForShell(List.of("--lang=xx"))).isFalse();
        assertThat(line.asksForShell(List.of("help"))).isFalse();
        assertThat(line.asksForShell(List.of(""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"selvbook,selvbook", "a b,'a b'", "it's,|\"it's\"|", "|a'$\"|,|\"a'\\$\\\"\"|", "||,''", "æ/ø:å,æ/ø:å"})
    void aWordIsQuotedOnlyWhenItMustBe(String word, String quoted) {
        assertThat(CommandLine.quoted(word == null ? "" : word)).isEqualTo(quoted);
    }
}
