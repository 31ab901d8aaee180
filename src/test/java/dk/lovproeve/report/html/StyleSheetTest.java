package dk.lovproeve.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.drawing.Palette;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** Contrast of every colour the style sheet uses, on every ground it can stand on (WCAG 2.2, 1.4.3 and 1.4.11). */
class StyleSheetTest {

    private static final Set<String> DRAWING_GROUNDS = Set.of("tint0", "tint1", "tint2", "tint3");
    private static final Set<String> SERIES = Set.of("series1", "series2", "series3", "series4");

    private final String css = StyleSheet.of(Language.DA);

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void textHasAContrastOfFourAndAHalfOnEveryGround(String scheme) {
        Map<String, String> colours = colours(scheme);
        // Every colour that any text is given, and every background: a new one in the style sheet is tried at once.
        Set<String> texts = used("(?<![a-z-])color:var\\(--([a-z0-9]+)\\)");
        texts.removeAll(SERIES);
        Set<String> grounds = used("background:var\\(--([a-z0-9]+)\\)");
        assertThat(texts).contains("ink", "muted", "accent", "note", "caveat", "gap");
        assertThat(grounds).containsExactlyInAnyOrder("paper", "panel", "good", "bad");
        assertContrast(colours, texts, grounds, 4.5);
        assertContrast(colours, Set.of("ink", "muted"), DRAWING_GROUNDS, 4.5);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void marksHaveAContrastOfThreeOnTheGroundTheyStandOn(String scheme) {
        Map<String, String> colours = colours(scheme);
        Set<String> strokes = used("stroke:var\\(--([a-z0-9]+)\\)");
        // Rules help the eye but carry no meaning; paper is the light edge around marks.
        strokes.removeAll(Set.of("rule", "paper"));
        assertThat(strokes).contains("line");
        assertContrast(colours, strokes, Set.of("paper"), 3);
        assertContrast(colours, used("(?<![a-z-])color:var\\(--(series[0-9])\\)"), Set.of("paper"), 3);
        assertContrast(colours, Set.of("line"), DRAWING_GROUNDS, 3);
        assertContrast(colours, used("border-left-color:var\\(--([a-z0-9]+)\\)"), Set.of("paper", "panel"), 3);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void whatIsWrittenOnATileOfAMapCanBeReadOnEveryStepOfTheScale(String scheme) {
        Map<String, String> colours = colours(scheme);
        assertThat(used("g-scale([0-9])\\{fill:var")).containsExactly("0", "1", "2", "3", "4");
        for (int step = 0; step < 5; step++) {
            assertContrast(colours, Set.of("onscale" + step), Set.of("scale" + step), 4.5);
        }
    }

    @Test
    void everyVariableThatIsUsedIsDefined() {
        assertThat(colours("LIGHT").keySet()).containsAll(used("var\\(--([a-z0-9]+)\\)"));
        assertThat(colours("DARK").keySet()).isEqualTo(colours("LIGHT").keySet());
    }

    @Test
    void colourIsNamedOnlyByVariableExceptThePaperUnderADrawingWithColoursOfItsOwn() {
        String rules = css.substring(css.indexOf("*,*::before"));
        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b").matcher(rules).results().map(MatchResult::group))
                .containsExactly("#ffffff");
    }

    @Test
    void thePageNumberIsInTheLanguageOfTheReport() {
        assertThat(css).contains("content:\"Side \" counter(page) \" af \" counter(pages)");
        assertThat(StyleSheet.of(Language.EN)).contains("content:\"Page \" counter(page) \" of \" counter(pages)");
    }

    private static void assertContrast(Map<String, String> colours, Set<String> fronts, Set<String> grounds, double least) {
        List<String> tooWeak = new ArrayList<>();
        for (String front : fronts) {
            for (String ground : grounds) {
                double contrast = Palette.contrast(colours.get(front), colours.get(ground));
                if (contrast < least) {
                    tooWeak.add(front + " on " + ground + ": " + contrast);
                }
            }
        }
        assertThat(tooWeak).isEmpty();
    }

    private Set<String> used(String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(css).results().forEach(m -> found.add(m.group(1)));
        return found;
    }

    private static Map<String, String> colours(String scheme) {
        String text = StyleSheet.variables(scheme.equals("LIGHT") ? Palette.LIGHT : Palette.DARK);
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("--([a-z0-9]+):(#[0-9a-f]{6});").matcher(text).results().forEach(m -> colours.put(m.group(1), m.group(2)));
        return colours;
    }
}
