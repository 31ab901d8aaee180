package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.Edition.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionLoaderTest {

    private static final Path EDITIONS = Path.of("templates", "editions");

    @TempDir
    Path temporary;

    /** Word for word as lovkvalitet.dk 4.2.1 has it; the brackets round 2 and 4 say that they may be left out. */
    @Test
    void theNewestEditionHasTheTwelveHeadingsOfNovember2023() {
        Edition edition = EditionLoader.load(EDITIONS, Optional.empty());
        assertThat(edition.id()).isEqualTo("2023-11");
        assertThat(edition.sections().stream().map(s -> s.heading().text().da())).containsExactly(
                "Indledning",
                "Baggrund",
                "Lovforslagets hovedpunkter",
                "Konsekvenser ud over de obligatoriske konsekvensvurderinger",
                "Økonomiske konsekvenser og implementeringskonsekvenser for det offentlige",
                "Økonomiske og administrative konsekvenser for erhvervslivet m.v.",
                "Administrative konsekvenser for borgerne",
                "Klimamæssige konsekvenser",
                "Miljø- og naturmæssige konsekvenser",
                "Forholdet til EU-retten",
                "Hørte myndigheder og organisationer m.v.",
                "Sammenfattende skema");
        assertThat(edition.sections().stream().filter(s -> s.subject().isOptional()).map(Edition.Section::subject))
                .containsExactly(Subject.BACKGROUND, Subject.BEYOND);
    }

    /** The table of contents of the guidance on digital-ready legislation, retsinformation.dk id 202556. */
    @Test
    void everyEditionNamesTheSevenPrinciplesAlike() {
        for (String id : EditionLoader.names(EDITIONS)) {
            assertThat(EditionLoader.load(EDITIONS, Optional.of(id)).principles().stream().map(p -> p.text().da())).containsExactly(
                    "Enkle og klare regler",
                    "Digital kommunikation",
                    "Muliggør automatisk sagsbehandling",
                    "Sammenhæng på tværs - ensartede begreber og genbrug af data",
                    "Tryg og sikker datahåndtering",
                    "Anvendelse af offentlig infrastruktur",
                    "Forebygger snyd og fejl");
        }
    }

    @Test
    void theTableHasNineRowsOfWhichOnlyThoseThatWereSeenAreSure() {
        Edition old = EditionLoader.load(EDITIONS, Optional.of("2018"));
        assertThat(old.table().rows()).hasSize(9).allMatch(r -> r.label().certainty() == Edition.Certainty.READ);
        Edition newest = EditionLoader.load(EDITIONS, Optional.empty());
        assertThat(newest.table().rows()).hasSize(9);
        assertThat(newest.toCompare().keySet()).contains("table.rows.union-principles").doesNotContain("sections.citizens");
    }

    @Test
    void anEditionThatIsNotThereIsToldWithThoseThatAre() {
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> EditionLoader.load(EDITIONS, Optional.of("2023-12")));
        assertThat(said(thrown)).isEqualTo("""
                editions notes.edition
                  found:     2023-12
                  expected:  one of: 2018, 2023-11
                  maybe:     2023-11
                """);
    }

    @Test
    void aMistakeInAnEditionIsToldWithItsLine() throws IOException {
        String text = Files.readString(EDITIONS.resolve("2023-11.yaml"));
        assertThat(broken(text.replaceFirst("  citizens: ", "  borgere: "))).isEqualTo("""
                editions/broken.yaml:11 edition.sections
                  found:     no citizens
                  expected:  every section that may not be left out
                editions/broken.yaml:18 edition.sections.borgere
                  found:     borgere
                  expected:  one of: introduction, background, main-points, beyond, public, business, citizens, climate, environment, union, hearing, table
                """);
        assertThat(broken(text.replaceFirst("    - \\{da: Forebygger.*\n", ""))).isEqualTo("""
                editions/broken.yaml:34 edition.principles
                  found:     6 principles
                  expected:  seven
                """);
        assertThat(broken(text.replaceFirst("certainty: read}", "certainty: sure}"))).isEqualTo("""
                editions/broken.yaml:8 edition.title.certainty
                  found:     sure
                  expected:  one of: read, believed
                """);
    }

    private String broken(String text) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("editions"));
        Files.writeString(folder.resolve("broken.yaml"), text);
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> EditionLoader.load(folder, Optional.empty()));
        return said(thrown);
    }

    private static String said(AuthorException thrown) {
        List<String> all = thrown.failures().stream().map(f -> f.in(Language.EN) + "\n").toList();
        return all.stream().collect(Collectors.joining());
    }
}
