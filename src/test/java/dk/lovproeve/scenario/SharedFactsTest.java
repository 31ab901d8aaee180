package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Confidence;
import dk.lovproeve.evidence.Distribution;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFactsTest {

    private static final Path SCENARIOS = Path.of("scenarios");
    private static final String SIGNED_UP =
            "  signed-up-share: {label: {da: Tilmeldt, en: Signed up}, unit: share, value: 0.4, low: 0.2, high: 0.6, class: assumed, source: No source}";
    private static final String FEE_RATE =
            "  fee-rate: {label: {da: Afgift om dagen, en: Fee a day}, unit: kroner-per-day, value: 20, class: observed, source: The bill}";
    private static final String TEN_MINUTES =
            "  ten-minutes: {label: {da: Ti minutter, en: Ten minutes}, unit: minutes, value: 10, low: 5, high: 20, class: assumed, source: No source}";

    @TempDir
    private Path temporary;

    @Test
    void aParameterCanBeAFact() throws IOException {
        Scenario scenario = changed(SIGNED_UP, "  signed-up-share: {label: {da: Tilmeldt, en: Signed up}, fact: signed-up-2024}");
        Parameter share = parameter(scenario, "signed-up-share");
        assertThat(share.label().en()).isEqualTo("Signed up");
        assertThat(share.unit()).isEqualTo(Unit.SHARE);
        assertThat(share.general()).isEqualTo(new Level(
                0.4, 0.35, 0.45, EvidenceClass.OBSERVED, "A survey",
                new Provenance(
                        Optional.of(new Text("bilejere", "car owners")), Optional.of("2024"), Optional.of(Confidence.HIGH),
                        Optional.of("Table 3"), Optional.of("https://example.org/survey"), Optional.of("signed-up-2024"), List.of())));
        assertThat(scenario.facts()).extracting(Parameter::id).containsExactly("signed-up-2024");
    }

    @Test
    void aFactBringsItsLabelAndItsDistribution() throws IOException {
        Parameter minutes = parameter(changed(TEN_MINUTES, "  ten-minutes: {fact: calls-minutes}"), "ten-minutes");
        assertThat(minutes.label().da()).isEqualTo("Et opkald");
        assertThat(minutes.general().distribution()).isEqualTo(new Distribution.Lognormal());
    }

    @Test
    void oneTargetGroupsNumberCanBeAFactAndAnotherRestOnSome() throws IOException {
        Scenario scenario = changed(
                SIGNED_UP,
                String.join(
                        "\n",
                        "  signed-up-share:",
                        "    label: {da: Tilmeldt, en: Signed up}",
                        "    unit: share",
                        "    by-group:",
                        "      owners: {fact: signed-up-2024}",
                        "      carers: {value: 0.2, low: 0.1, high: 0.3, class: assumed, source: Fewer than owners, rests-on: [signed-up-2024, signed-up-2019]}"));
        Parameter share = parameter(scenario, "signed-up-share");
        assertThat(share.level("owners").value()).isEqualTo(0.4);
        assertThat(share.level("owners").provenance().fact()).contains("signed-up-2024");
        assertThat(share.level("carers").provenance().fact()).isEmpty();
        assertThat(share.level("carers").provenance().restsOn()).containsExactly("signed-up-2024", "signed-up-2019");
        assertThat(scenario.facts()).extracting(Parameter::id).containsExactly("signed-up-2019", "signed-up-2024");
    }

    @Test
    void onlyTheSharedFilesThatAreUsedAreInputs() throws IOException {
        Scenario scenario = changed(FEE_RATE, "  fee-rate: {fact: fee-a-day}");
        assertThat(scenario.inputs()).extracting(InputFile::name).startsWith("../evidence/fees.yaml").doesNotContain("../evidence/streets.yaml");
        Scenario without = ScenarioLoader.load(TinyScenario.FOLDER);
        assertThat(without.inputs()).extracting(InputFile::name).noneMatch(name -> name.startsWith(".."));
        assertThat(without.facts()).isEmpty();
    }

    @Test
    void aTableThatIsNotInTheFolderIsLookedForInTheSharedOne() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.move(copy.resolve("municipalities.csv"), copy.resolveSibling("evidence").resolve("municipalities.csv"));
        Scenario scenario = ScenarioLoader.load(copy);
        assertThat(scenario.bill().model()).isEqualTo(ScenarioLoader.load(TinyScenario.FOLDER).bill().model());
        assertThat(scenario.inputs()).extracting(InputFile::name).contains("../evidence/municipalities.csv").doesNotContain("municipalities.csv");
    }

    @Test
    void aFactThatCannotBeReadIsToldOfOnce() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(copy.resolve("parameters.yaml"), FEE_RATE, "  fee-rate: {fact: fee-a-day}");
        TinyScenario.edit(copy.resolveSibling("evidence").resolve("fees.yaml"), "    unit: kroner-per-day", "    unit: kroner-per-night");
        assertThatThrownBy(() -> ScenarioLoader.load(copy))
                .isInstanceOf(AuthorException.class)
                .hasMessageStartingWith("evidence/fees.yaml:7 facts.fee-a-day.unit\n  found:     kroner-per-night\n")
                .hasMessageNotContaining("fee-rate");
    }

    /** Adding up the bands, which stand in a table, gives the totals, which stand among the facts. */
    @Test
    void theAgeBandsSumToThePopulation() throws IOException {
        List<String[]> rows;
        try (Stream<String> lines = Files.lines(SCENARIOS.resolve("evidence/population-age.csv"))) {
            rows = lines.filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(",")).toList();
        }
        SharedEvidence evidence = SharedEvidence.load(SCENARIOS);
        for (int year = 2024; year <= 2026; year++) {
            int column = year - 2023;
            int from15 = rows.stream().filter(row -> Integer.parseInt(row[0].split("[-+]")[0]) >= 15).mapToInt(row -> Integer.parseInt(row[column])).sum();
            int all = rows.stream().mapToInt(row -> Integer.parseInt(row[column])).sum();
            assertThat(fact(evidence, "pop-total-" + year).general().value()).isEqualTo(all);
            assertThat(fact(evidence, "pop-15plus-" + year).general().value()).isEqualTo(from15);
        }
    }

    @Test
    void whatIsNotVerifiedSaysSo() {
        SharedEvidence evidence = SharedEvidence.load(SCENARIOS);
        List<Parameter> facts = evidence.themes().stream().flatMap(theme -> theme.facts().stream()).toList();
        assertThat(evidence.size()).isEqualTo(facts.size()).isGreaterThan(250);
        List<Parameter> assumed = facts.stream().filter(Parameter::isAssumed).toList();
        assertThat(assumed).hasSizeGreaterThan(20).allSatisfy(fact -> {
            assertThat(fact.general().source()).as(fact.id()).matches("(Ikke efterprøvet|Vores (gæt|udgangsskøn), ikke data).*");
            assertThat(fact.general().provenance().confidence()).as(fact.id()).contains(Confidence.LOW);
        });
        assertThat(facts).filteredOn(fact -> !fact.isAssumed()).allSatisfy(fact -> assertThat(fact.general().source())
                .as(fact.id()).doesNotContainIgnoringCase("unverified"));
        assertThat(facts).allSatisfy(fact -> assertThat(fact.general().provenance().year()).as(fact.id()).isPresent());
    }

    private Scenario changed(String line, String instead) throws IOException {
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(copy.resolve("parameters.yaml"), line, instead);
        return ScenarioLoader.load(copy);
    }

    private static Parameter parameter(Scenario scenario, String id) {
        return scenario.bill().model().parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    private static Parameter fact(SharedEvidence evidence, String id) {
        return evidence.themes().stream().flatMap(theme -> theme.facts().stream()).filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
