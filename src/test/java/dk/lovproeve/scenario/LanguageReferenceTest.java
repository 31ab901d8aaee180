package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages and the schema that a visitor finds are those the program writes today. Written anew with
 * {@code -Dlovproeve.update=true}.
 */
class LanguageReferenceTest {

    private static final Path SITE = Path.of("src/site/markdown");

    @Test
    void theCommittedPagesAndSchemaAreWhatTheProgramWrites() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(SITE.resolve("language.md"), LanguageReference.page(Language.DA));
        files.put(SITE.resolve("language.en.md"), LanguageReference.page(Language.EN));
        files.put(Schemas.FILE, LanguageReference.schema());
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Boolean.getBoolean("lovproeve.update")) {
                SafeFiles.writeAtomically(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            assertThat(file.getKey())
                    .as("has drifted; mvn test -Dtest=LanguageReferenceTest -Dlovproeve.update=true")
                    .exists()
                    .content(StandardCharsets.UTF_8)
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void everyKeyIsToldOfOnBothPages() {
        for (Language language : Language.values()) {
            String page = LanguageReference.page(language);
            LanguageReference.root().keys().forEach(key -> assertThat(page).contains("### `" + key.name() + "`\n"));
            LanguageReference.forms().stream()
                    .filter(form -> form != LanguageReference.root())
                    .flatMap(form -> form.own().stream())
                    .forEach(key -> assertThat(page).contains("- **`" + key.name() + "`**: " + key.doc().in(language)));
            Stream.of(EvidenceClass.values()).forEach(c -> assertThat(page).contains("| `" + c.key() + "` |"));
            Stream.of(Unit.values()).forEach(unit -> assertThat(page).contains("| `" + unit.key() + "` |"));
            Stream.of(Amount.Moment.values()).forEach(moment -> assertThat(page).contains("| `" + moment.key() + "` |"));
            assertThat(page).doesNotContain("{{").doesNotContain("null");
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Language language : Language.values()) {
            String page = LanguageReference.page(language);
            Matcher link = Pattern.compile("\\]\\(#([^)]+)\\)").matcher(page);
            int links = 0;
            while (link.find()) {
                links++;
                String to = link.group(1);
                assertThat(page.contains("<a id=\"" + to + "\">") || page.contains("\n### `" + to + "`\n")).as(to).isTrue();
            }
            assertThat(links).isGreaterThan(100);
        }
    }

    @Test
    void anchorsAreUnique() {
        List<String> anchors = Pattern.compile("<a id=\"([^\"]+)\">").matcher(LanguageReference.page(Language.DA)).results()
                .map(found -> found.group(1))
                .toList();
        assertThat(anchors).doesNotHaveDuplicates().contains("condition", "amount");
    }

    @Test
    void everyConditionAndAmountThatTheProseShowsCanBeRead() {
        for (Language language : Language.values()) {
            String page = LanguageReference.page(language);
            String tables = page.substring(page.indexOf("<a id=\"condition\">"), page.indexOf("\n### `"));
            Matcher shown = Pattern.compile("^\\| (.*?) \\|", Pattern.MULTILINE).matcher(tables);
            int read = 0;
            while (shown.find()) {
                Matcher words = Pattern.compile("`([^`]+)`").matcher(shown.group(1));
                while (words.find()) {
                    assertThat(Words.read(words.group(1))).isNotNull();
                    read++;
                }
            }
            assertThat(read).isGreaterThan(25);
        }
    }

    @Test
    void aWordIsToldOfWithItsHeading() {
        assertThat(LanguageReference.about("flags", Language.EN)).startsWith("### `flags`\n").doesNotContain("<a id").doesNotContain("### `facts`");
        assertThat(LanguageReference.about("condition", Language.DA)).startsWith("## Betingelser\n").doesNotContain("## Størrelser");
        assertThat(LanguageReference.about("several", Language.EN)).contains("### `several`", "## The same thing several times");
        assertThat(LanguageReference.about("days-before-clock", Language.EN)).contains("#### reminder\n\n- **`days-before-clock`**").doesNotContain("**`try`**");
        assertThat(LanguageReference.about("nothing-of-the-kind", Language.EN)).isEmpty();
        assertThat(LanguageReference.words()).contains("steps", "condition", "reminder", "try").allSatisfy(
                word -> assertThat(LanguageReference.about(word, Language.DA)).as(word).isNotEmpty());
    }
}
