package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSchemaTest {

    private static final Schema SCHEMA = Schemas.ofFile();

    static List<Path> files() throws IOException {
        try (Stream<Path> bundled = Files.walk(Path.of("scenarios"));
                Stream<Path> tiny = Files.walk(TinyScenario.FOLDER)) {
            return Stream.concat(bundled, tiny)
                    .filter(file -> file.toString().endsWith(".yaml") && !file.getParent().endsWith(SharedEvidence.FOLDER))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfEveryScenarioIsAsTheSchemaSays(Path file) throws IOException {
        assertThat(Schemas.wrong(SCHEMA, Files.readString(file))).isEmpty();
    }

    /** The scenarios that come with the program: those are the ones that are copied and changed. */
    static List<Path> bundled() throws IOException {
        return files().stream().filter(file -> file.startsWith("scenarios")).toList();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyFileTellsEditorsWhereTheSchemaIs(Path file) throws IOException {
        Matcher pointer = Pattern.compile("^# yaml-language-server: \\$schema=(\\S+)$", Pattern.MULTILINE).matcher(Files.readString(file));
        assertThat(pointer.find()).isTrue();
        assertThat(file.getParent().resolve(pointer.group(1)).normalize()).isEqualTo(Schemas.FILE);
    }

    @Test
    void everyExampleOfTheReferenceIsAsTheSchemaSays() {
        for (Form<?> form : LanguageReference.forms()) {
            for (Key<?> key : form.keys()) {
                assertThat(Schemas.wrong(Schemas.of(form, key.name()), key.example()))
                        .as("%s.%s: %s", form.name(), key.name(), key.example())
                        .isEmpty();
            }
        }
    }

    @Test
    void whatTheReferenceShowsInABlockIsAsTheSchemaSays() {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(LanguageReference.page(Language.DA));
        int blocks = 0;
        while (block.find()) {
            assertThat(Schemas.wrong(SCHEMA, block.group(1))).as(block.group(1)).isEmpty();
            blocks++;
        }
        assertThat(blocks).isGreaterThanOrEqualTo(LanguageReference.root().keys().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // what is wrong | where the schema says so
        "flgas: {told: {label: {da: a, en: b}}}                              | ``",
        "title: {da: Kun dansk}                                              | /title",
        "flags: {told: {label: {da: a, en: b}, lable: c}}                    | /flags/told",
        "flags: {Told: {label: {da: a, en: b}}}                              | /flags",
        "steps: {s: {kind: atempt}}                                          | /steps/s/kind",
        "steps: {s: {kind: end, label: {da: a, en: b}, track: t, actor: c, provision: p, then: s}} | /steps/s",
        "facts: {f: {label: {da: a, en: b}, when: [a, b]}}                   | /facts/f/when",
        "amounts: {a: {label: {da: a, en: b}, is: 0.5}}                      | /amounts/a/is",
        "first-day: 1 January 2026                                           | /first-day",
    })
    void whatTheLanguageDoesNotHaveTheSchemaRefuses(String yaml, String where) {
        assertThat(Schemas.wrong(SCHEMA, yaml)).isNotEmpty().anySatisfy(wrong -> assertThat(wrong).startsWith(where + ": "));
    }

    @Test
    void theSchemaIsOfADraftThatEditorsRead() {
        assertThat(LanguageReference.schema())
                .contains("\"$schema\": \"http://json-schema.org/draft-07/schema#\"")
                .satisfies(text -> assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000));
    }
}
