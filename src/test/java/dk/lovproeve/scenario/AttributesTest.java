package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario tiny with its people spread over age and household, and what is said when that is written wrongly. */
class AttributesTest {

    private static final String ATTRIBUTES = """
            attributes:
              age:
                label: {da: Alder, en: Age}
                categories: {young: {da: Unge, en: Young}, old: {da: Ældre, en: Old}}
                among-adults: adults-by-age
              household:
                label: {da: Husstand, en: Household}
                categories: {alone: {da: Alene, en: Alone}, together: {da: Sammen, en: Together}}
                among-adults: adults-by-household
            margins:
              - label: {da: Alder efter målgruppe, en: Age by target group}
                over: [target-group, age]
                table: age-by-group.csv
                class: assumed
                source: No source
                year: 2025
            all-adults:
              number: adults
              margins:
                - label: {da: Husstand efter region, en: Household by region}
                  over: [region, household]
                  table: household-by-region.csv
                  class: derived
                  source: A count
            """;
    private static final String PARAMETERS = """
              adults: {label: {da: Voksne, en: Adults}, unit: persons, value: 40000, class: observed, source: A count}
              adults-by-age: {label: {da: Efter alder, en: By age}, unit: persons, class: observed, source: A count, by-category: {young: {value: 25000}, old: {value: 15000}}}
              adults-by-household: {label: {da: Efter husstand, en: By household}, unit: share, value: 0.25, class: derived, source: A count, by-category: {together: {value: 0.75}}}
              challenged: {label: {da: Udfordrede, en: Challenged}, unit: share, class: reported, source: A report, by-category: {young: {value: 0.08, low: 0.06, high: 0.1}, old: {value: 0.35, low: 0.3, high: 0.4}}}
              by-household: {label: {da: Efter husstand, en: By household}, unit: sd, value: 0, low: 0, high: 0, class: assumed, source: No source, by-category: {alone: {value: -0.3, low: -0.5, high: -0.1}}}
            """;
    private static final String CAPACITY =
            "  digital: {label: {da: Digitale færdigheder, en: Digital skill}, shift: digital-shift, loading: loading";
    private static final String AGES = "target-group,age,share\nowners,young,0.6\nowners,old,0.4\ncarers,young,0.3\ncarers,old,0.7\n";
    private static final String HOUSEHOLDS = "region,household,persons\nSjælland,alone,6000\nSjælland,together,18000\n"
            + "Syddanmark,alone,4000\nSyddanmark,together,8000\nHovedstaden,alone,20\nHovedstaden,together,20\n";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void spreadThePeople() throws IOException {
        folder = TinyScenario.copy(temporary);
        Files.writeString(folder.resolve("attributes.yaml"), ATTRIBUTES);
        Files.writeString(folder.resolve("age-by-group.csv"), AGES);
        Files.writeString(folder.resolve("household-by-region.csv"), HOUSEHOLDS);
        edit("parameters.yaml", "", PARAMETERS);
        edit("people.yaml", CAPACITY, CAPACITY + ", by: {age: challenged, household: by-household}");
    }

    private void edit(String file, String old, String changed) throws IOException {
        TinyScenario.edit(folder.resolve(file), old, changed);
    }

    private void replace(String file, String old, String changed) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, changed));
    }

    private PopulationSpec population() {
        return ScenarioLoader.load(folder).bill().model().population();
    }

    private String said(Language language) {
        AuthorException thrown = catchThrowableOfType(AuthorException.class, () -> ScenarioLoader.load(folder));
        assertThat(thrown).as("the mistake is noticed").isNotNull();
        return thrown.failures().stream().map(f -> f.in(language)).collect(Collectors.joining("\n"));
    }

    @Test
    void thePeopleAreSpreadAsTheFilesSay() {
        PopulationSpec spec = population();
        assertThat(spec.attributes()).extracting(PopulationSpec.Attribute::id).containsExactly("age", "household");
        assertThat(spec.municipalities().get(0).belongs()).containsEntry("region", "Sjælland");
        assertThat(spec.capacities().get(0).by().keySet()).containsExactly("age", "household");
        PopulationFit fit = PopulationFit.of(spec, Values.central(), 1);
        assertThat(fit.people()).isEqualTo(1500);
        // By hand: 0.6 of 1,200 owners and 0.3 of 300 carers.
        assertThat(fit.margins().get(0).lines()).extracting(PopulationFit.LineFit::synthetic).containsExactly(720L, 480L, 90L, 210L);
        PopulationSpec adults = spec.ofAllAdults().orElseThrow();
        PopulationFit adultsFit = PopulationFit.of(adults, Values.central(), 1);
        assertThat(adultsFit.people()).isEqualTo(40_000);
        assertThat(adultsFit.margins()).hasSize(2);
    }

    @Test
    void theFilesOfTablesAreInputs() {
        assertThat(ScenarioLoader.load(folder).inputs()).extracting(InputFile::name).contains("age-by-group.csv", "household-by-region.csv");
    }

    @Test
    void aHelperMayBeForTheseCategoriesOnly() throws IOException {
        replace("people.yaml", "    share: partner-share\n", "    share: partner-share\n    among: [together]\n");
        assertThat(population().helpers().get(0).among()).containsExactly("together");
        replace("people.yaml", "[together]", "[togethr, together, young]");
        assertThat(said(Language.EN)).isEqualTo("""
                tiny/people.yaml:19 helpers.partner.among.0
                  found:     togethr
                  expected:  a category that stands under attributes
                  maybe:     together
                tiny/people.yaml:19 helpers.partner.among.2
                  found:     young, which is a category of age
                  expected:  categories of one attribute""");
    }

    @Test
    void aTableWithoutALineForEveryCellIsRefused() throws IOException {
        replace("age-by-group.csv", "carers,old,0.7\n", "");
        assertThat(said(Language.EN)).isEqualTo("""
                tiny/attributes.yaml:13 margins.0.table
                  found:     no line for carers x old
                  expected:  a line for every cell, also where there are 0""");
    }

    @Test
    void aLineOfSomethingUnknownIsRefused() throws IOException {
        replace("age-by-group.csv", "owners,old", "owner,old");
        assertThat(said(Language.DA)).isEqualTo("""
                tiny/age-by-group.csv:3 target-group
                  fundet:    owner
                  forventet: et af navnene for target-group
                  måske:     owners""");
    }

    @Test
    void sharesMustMakeAWholeWithinEachTargetGroup() throws IOException {
        replace("age-by-group.csv", "carers,old,0.7", "carers,old,0.6");
        assertThat(said(Language.EN)).isEqualTo("""
                tiny/attributes.yaml:13 margins.0.table
                  found:     carers: numbers that sum to 0.9
                  expected:  shares that sum to 1 (at most 0.01 off)""");
    }

    @Test
    void aShareAboveOneACellTwiceAndAMissingColumnAreRefused() throws IOException {
        replace("age-by-group.csv", "owners,young,0.6", "owners,young,60");
        assertThat(said(Language.EN)).contains("found:     60", "a number from 0 to 1 (a share)");
        Files.writeString(folder.resolve("age-by-group.csv"), AGES + "owners,old,0.4\n");
        assertThat(said(Language.EN)).contains("found:     owners, old a second time");
        Files.writeString(folder.resolve("age-by-group.csv"), AGES.replace("share", "part"));
        assertThat(said(Language.EN)).contains("found:     the columns target-group, age, part", "the columns target-group, age and share or persons");
    }

    @Test
    void aDimensionThatIsNotThereIsRefused() throws IOException {
        replace("attributes.yaml", "over: [target-group, age]", "over: [target-group, aeg]");
        assertThat(said(Language.EN)).contains("found:     aeg", "one of: target-group, municipality, age, household, region", "maybe:     age");
    }

    @Test
    void aTableOverNoAttributeIsRefused() throws IOException {
        replace("attributes.yaml", "over: [target-group, age]", "over: [target-group]");
        assertThat(said(Language.EN)).contains("at least one attribute that stands under attributes");
    }

    @Test
    void tablesThatContradictEachOtherAreRefused() throws IOException {
        Files.writeString(folder.resolve("old.csv"), "age,persons\nyoung,10\nold,90\n");
        replace("attributes.yaml", "all-adults:\n", "  - {label: {da: A, en: A}, over: [age], table: old.csv, class: assumed, source: No source}\nall-adults:\n");
        assertThat(said(Language.EN)).isEqualTo("""
                tiny/attributes.yaml:10 margins
                  found:     tables that contradict each other
                  expected:  tables that one population can meet: where two speak of the same, they must say the same""");
        // From other sources: 0.54 of owners and carers are young in the first table, so 0.538 is no contradiction.
        Files.writeString(folder.resolve("old.csv"), "age,persons\nyoung,538\nold,462\n");
        assertThat(PopulationFit.of(population(), Values.central(), 1).hasConverged()).isFalse();
    }

    @Test
    void allAdultsAreNoTargetGroupAndNeedAValueForAll() throws IOException {
        replace("attributes.yaml", "over: [region, household]", "over: [target-group, household]");
        Files.writeString(folder.resolve("household-by-region.csv"),
                "target-group,household,share\nowners,alone,0.5\nowners,together,0.5\ncarers,alone,0.5\ncarers,together,0.5\n");
        assertThat(said(Language.EN)).contains("found:     a table over target-group");
        Files.writeString(folder.resolve("attributes.yaml"), ATTRIBUTES);
        Files.writeString(folder.resolve("household-by-region.csv"), HOUSEHOLDS);
        replace("parameters.yaml", "unit: share, value: 0.5, low: 0.4, high: 0.6, class: reported, source: A report}",
                "unit: share, class: reported, source: A report, by-group: {owners: {value: 0.5, low: 0.4, high: 0.6}, carers: {value: 0.5, low: 0.4, high: 0.6}}}");
        assertThat(said(Language.EN)).isEqualTo("""
                tiny/attributes.yaml:17 all-adults
                  found:     no value for all in partner-share
                  expected:  value beside by-group: it holds for all adults""");
    }

    @Test
    void numbersByCategoryStandOnlyWhereSomethingHangsOnTheAttribute() throws IOException {
        Map<String, List<String>> wrong = Map.of(
                "by: {age: challenged, household: by-household}", List.of(
                        "by: {age: by-household, household: by-household}", "by-household without values by the categories of age"),
                "shift: digital-shift, loading: loading, by", List.of(
                        "shift: by-household, loading: loading, by", "by-household, which has values by category"));
        String before = Files.readString(folder.resolve("people.yaml"));
        for (Map.Entry<String, List<String>> one : wrong.entrySet()) {
            Files.writeString(folder.resolve("people.yaml"), before);
            replace("people.yaml", one.getKey(), one.getValue().get(0));
            assertThat(said(Language.EN)).contains(one.getValue().get(1));
        }
    }

    @Test
    void measuredSharesStandByOneAttributeAndAreNeverCertain() throws IOException {
        replace("parameters.yaml", "{value: 0.35, low: 0.3, high: 0.4}", "{value: 0.35, low: 0, high: 0.4}");
        assertThat(said(Language.EN)).contains("found:     challenged, which can be 0 or 1", "shares above 0 and below 1");
        replace("parameters.yaml", "{value: 0.35, low: 0, high: 0.4}", "{value: 0.35, low: 0.3, high: 0.4}");
        replace("people.yaml", "household: by-household}", "household: adults-by-household}");
        assertThat(said(Language.EN)).contains("found:     measured shares by household too");
    }

    @Test
    void effectsThatLeaveNothingToDifferByAreRefused() throws IOException {
        replace("parameters.yaml", "{alone: {value: -0.3, low: -0.5, high: -0.1}}", "{alone: {value: -4, low: -5, high: -0.1}}");
        assertThat(said(Language.EN)).contains("categories that differ so much that nobody within them does");
    }

    @Test
    void categoriesHaveNamesOfTheirOwnAndEachHasANumber() throws IOException {
        replace("parameters.yaml", "by-category: {young: {value: 25000}, old: {value: 15000}}", "by-category: {young: {value: 25000}}");
        assertThat(said(Language.EN)).contains("found:     no value for old", "a value for every category, or value for all");
        replace("parameters.yaml", "by-category: {young: {value: 25000}}", "by-category: {young: {value: 25000}, alone: {value: 1}}");
        assertThat(said(Language.EN)).contains("found:     alone, which is a category of household", "categories of one attribute");
        replace("parameters.yaml", "by-category: {young: {value: 25000}, alone: {value: 1}}", "by-category: {yuong: {value: 25000}}");
        assertThat(said(Language.EN)).contains("found:     yuong", "a category that stands under attributes", "maybe:     young");
        replace("parameters.yaml", "by-category: {yuong: {value: 25000}}", "by-group: {owners: {value: 1}, carers: {value: 1}}, by-category: {young: {value: 25000}, old: {value: 15000}}");
        assertThat(said(Language.EN)).contains("found:     by-group together with by-category");
        replace("attributes.yaml", "{alone: {da: Alene", "{owners: {da: Alene");
        assertThat(said(Language.EN)).contains("found:     owners", "a name that no target group and no other category has");
    }

    @Test
    void aPublishedShareIsOfPeopleThereAreAndInGroupsThereAre() throws IOException {
        String known = "known-shares:\n  - {label: {da: A, en: A}, groups: [2, 3], categories: [old], low: 0.1, high: 0.2, class: reported, source: A report}\n";
        Files.writeString(folder.resolve("attributes.yaml"), ATTRIBUTES + known);
        PopulationSpec.KnownShare share = population().known().get(0);
        assertThat(share.groups()).containsExactly(2, 3);
        assertThat(share.amongAdults()).isTrue();
        assertThat(share.isMetBy(0.2)).isTrue();
        assertThat(share.isMetBy(0.21)).isFalse();
        Map<String, String> wrong = Map.of(
                known.replace("low: 0.1", "low: 0.3"), "found:     low: 0.3, high: 0.2",
                known.replace("[old]", "[odl]"), "a category that stands under attributes",
                known.replace("[old]", "[old, alone]"), "categories of several attributes",
                known.replace("[2, 3]", "[2, 4]"), "one of: 1, 2, 3",
                known.replace("[2, 3]", "[]"), "one group or more",
                known.replace("groups:", "target-group: owners, groups:"), "a target group among all adults");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Files.writeString(folder.resolve("attributes.yaml"), ATTRIBUTES + one.getKey());
            assertThat(said(Language.EN)).contains(one.getValue());
        }
        Files.writeString(folder.resolve("attributes.yaml"), ATTRIBUTES.substring(0, ATTRIBUTES.indexOf("all-adults:")) + known);
        assertThat(said(Language.EN)).contains("found:     a share of all adults without all-adults");
    }
}
