package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is declared is what is read, and nothing else: that is why the reference can be written from it. */
class FormTest {

    private static final Key<String> FIRST = Key.required("first", Type.words("et ord", "a word"), "d", "e", "x");
    private static final Key<String> SECOND =
            Key.optional("second", Type.words("et ord", "a word"), "d", "e", "x").or("none", "ingen", "none");

    private final Failures failures = new Failures();

    @Test
    void aKeyIsReadByItsDeclaration() {
        Form<String> form = Form.named("form", "d", "e").keys(FIRST, SECOND).makes(f -> f.get(FIRST) + " " + f.get(SECOND));
        assertThat(form.read(mapping(Map.of("first", "one")))).isEqualTo("one none");
        assertThat(failures.isEmpty()).isTrue();
    }

    @Test
    void whatIsExpectedIsToldInTheOrderOfTheDeclarationWhateverTheOrderOfReading() {
        Form<String> form = Form.named("form", "d", "e").keys(FIRST, SECOND).makes(f -> f.get(SECOND) + f.get(FIRST));
        form.read(mapping(Map.of("third", "x", "first", "y")));
        assertThat(failures.all()).extracting(f -> f.in(Language.EN)).containsExactly("""
                file third
                  found:     the key third
                  expected:  one of: first, second""");
    }

    @Test
    void aPartPutsItsKeysAmongTheOthers() {
        Form<String> part = Form.named("part", "d", "e").keys(SECOND).makes(f -> f.get(SECOND));
        Form<String> whole = Form.named("whole", "d", "e").keys(FIRST).part(part).makes(f -> f.get(FIRST) + f.get(part));
        assertThat(whole.keys()).extracting(Key::name).containsExactly("first", "second");
        assertThat(whole.own()).containsExactly(FIRST);
        assertThat(whole.read(mapping(Map.of("first", "a", "second", "b")))).isEqualTo("ab");
    }

    @Test
    void aDeclaredKeyThatIsNotReadIsAMistakeOfTheProgram() {
        Form<String> form = Form.named("form", "d", "e").keys(FIRST, SECOND).makes(f -> f.get(FIRST));
        assertThatThrownBy(() -> form.read(mapping(Map.of("first", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("form: found unread [second], expected every declared key to be read");
    }

    @Test
    void aKeyThatIsReadAndNotDeclaredIsAMistakeOfTheProgram() {
        Form<String> form = Form.named("form", "d", "e").keys(FIRST).makes(f -> f.get(FIRST) + f.get(SECOND));
        assertThatThrownBy(() -> form.read(mapping(Map.of("first", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("form: found second, expected a declared key");
    }

    @Test
    void aKeyTwiceInAFormIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> Form.named("form", "d", "e").keys(FIRST, FIRST).makes(f -> ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("form: found [first, first], expected each key once");
    }

    /** Every key of the language has words for an author in both languages, and something to show. */
    @Test
    void everyKeyIsToldOf() {
        List<Form<?>> forms = LanguageReference.forms();
        assertThat(forms).hasSizeGreaterThan(50).extracting(Form::name).doesNotHaveDuplicates();
        assertThat(forms.stream().flatMap(form -> form.own().stream())).allSatisfy(key -> {
            assertThat(key.doc().da()).as(key.name()).isNotBlank().endsWith(".");
            assertThat(key.doc().en()).as(key.name()).isNotBlank().endsWith(".");
            assertThat(key.example()).as(key.name()).isNotBlank();
        });
    }

    private Cursor mapping(Map<String, String> words) {
        Place place = new Place("file", 0);
        Map<String, Tree> entries = new LinkedHashMap<>();
        words.forEach((key, word) -> entries.put(key, new Tree.Scalar(place, word)));
        return new Binding(new Tree.Mapping(place, entries), failures).cursor();
    }
}
