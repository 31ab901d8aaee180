package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences.MeterStart;
import dk.lovproeve.procedure.Consequences.MeterStop;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Vocabulary.Distribution;
import dk.lovproeve.procedure.Vocabulary.Start;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Event;
import dk.lovproeve.simulation.Story;
import dk.lovproeve.simulation.WorkedCase;
import dk.lovproeve.simulation.WorkedCase.Given;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.Counts;
import java.util.OptionalInt;
import java.util.OptionalDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioLoaderTest {

    @TempDir
    Path temporary;

    private final Scenario tiny = ScenarioLoader.load(TinyScenario.FOLDER);

    @Test
    void theBillComesFirstAndVariantsSayWhatTheyCutOff() {
        assertThat(tiny.id()).isEqualTo("tiny");
        assertThat(tiny.bill().variant().id()).isEqualTo("bill");
        assertThat(tiny.versions())
                .extracting(v -> v.variant().id() + " " + v.unreachableSteps())
                .containsExactly(
                        "bill []",
                        "contact-first [wait-on]",
                        "no-fee [assess, favour, charge, wait-on, apply, hear, decide, exempted, not-exempted]",
                        "no-duty [see-letter, renew, assess, favour, charge, wait-on, apply, hear, decide, exempted, not-exempted]");
    }

    @Test
    void theDutyIsReadInBothLanguages() {
        assertThat(tiny.duty().title()).isEqualTo(new Text("Digital parkeringslicens", "Digital parking permit"));
        assertThat(tiny.duty().provision("fee").reference()).isEqualTo(new Text("§ 2", "s. 2"));
        assertThat(tiny.duty().addressees())
                .extracting(a -> a.id() + " " + a.number().level(a.id()).value())
                .containsExactly("owners 1200.0", "carers 300.0");
    }

    @Test
    void aTargetGroupTakesTheSourceOfTheParameterUnlessItHasItsOwn() {
        Parameter shift = tiny.bill().model().population().capacities().get(0).shift();
        assertThat(shift.level("owners")).isEqualTo(new Level(0, -0.2, 0.2, EvidenceClass.ASSUMED, "No source"));
        assertThat(shift.level("carers")).isEqualTo(new Level(-0.5, -1, 0, EvidenceClass.REPORTED, "An interview"));
    }

    @Test
    void anObservedNumberIsItsOwnRange() {
        Parameter deadline = tiny.bill().model().parameters().stream()
                .filter(p -> p.id().equals("deadline-days"))
                .findFirst()
                .orElseThrow();
        assertThat(deadline.general()).isEqualTo(new Level(14, 14, 14, EvidenceClass.OBSERVED, "The bill"));
        assertThat(deadline.place()).hasToString("tiny/parameters.yaml:28");
    }

    @Test
    void anAttemptHasAnArrowForEachWayItCanTurnOut() {
        Step.Attempt renew = (Step.Attempt) step(tiny.bill(), "renew");
        assertThat(renew.notice()).isFalse();
        assertThat(renew.help()).isTrue();
        assertThat(renew.untilClock()).isTrue();
        assertThat(renew.demands().keySet()).containsExactly("digital", "health");
        assertThat(renew.takes().orElseThrow().resource()).isEqualTo("slots");
        assertThat(renew.arrows())
                .extracting(a -> a.outcome() + " " + a.to())
                .containsExactly("DONE renewed", "FAILED renew", "FULL renew", "EXPIRED assess");
        Arrow done = renew.arrows().get(0);
        assertThat(done.consequences().tallies())
                .containsExactly(
                        new Tally("renewals", View.BOTH, Condition.ALWAYS, Optional.empty()),
                        new Tally(
                                "own-renewals", View.ACTUAL, new Condition.InGroup(List.of(1)),
                                Optional.of(new Amount.OfState("cars"))));
        assertThat(done.consequences().stops()).containsExactly(new MeterStop("fee", Optional.empty()));
        assertThat(renew.minutes())
                .containsEntry("citizen", new Amount.Named("cars-minutes"))
                .containsEntry("relative", new Amount.Of(parameter(tiny.bill(), "ten-minutes")));
    }

    /** The partner of the case does the renewing in the variant; here she borrows a code, and then she may not see the letter. */
    @Test
    void whatBoundsAHelperIsReadAndHoldsInACase() throws IOException {
        Path folder = TinyScenario.copy(temporary.resolve("bounds"));
        TinyScenario.edit(folder.resolve("people.yaml"), "    tries-a-day: tries-a-day\n", """
                    tries-a-day: tries-a-day
                    loading: likeness
                    only-where-none: true
                    may-see: {illness: often}
                    dares: {health: low-percentile}
                    holidays: {july: seldom}
                    tires: {by: often, half-life: days-away}
                    access: {lawful: often, counts: own-renewals}
                topics: {illness: {label: {da: Sygdom, en: Illness}}}
                holidays: {july: {label: {da: Juli, en: July}, from: 07-01, to: 07-31}}
                """);
        TinyScenario.edit(
                folder.resolve("procedure.yaml"), "    demands: {digital: high-percentile, health: low-percentile}\n",
                "    demands: {digital: high-percentile, health: low-percentile}\n    topic: illness\n");
        TinyScenario.edit(
                folder.resolve("cases.yaml"), "          - {step: renew, on: 2026-01-12, by: helper}\n",
                "          - {step: renew, on: 2026-01-12, by: helper}\n          - {shared-code: partner}\n");
        Scenario borrowed = ScenarioLoader.load(folder);
        HelperKind partner = borrowed.bill().model().population().helpers().get(0);
        assertThat(partner.onlyWhereNone()).isTrue();
        assertThat(partner.loading()).map(Parameter::id).hasValue("likeness");
        assertThat(partner.bounds().maySee().keySet()).containsExactly("illness");
        assertThat(partner.bounds().dares().keySet()).containsExactly("health");
        assertThat(partner.bounds().tires().map(t -> t.by().id() + " " + t.halfLife().id())).hasValue("often days-away");
        assertThat(partner.bounds().access().map(a -> a.lawful().id() + " " + a.counts())).hasValue("often own-renewals");
        assertThat(borrowed.bill().model().population().holidays())
                .extracting(h -> h.id() + " " + h.from() + " " + h.to())
                .containsExactly("july --07-01 --07-31");
        assertThat(((Step.Attempt) step(borrowed.bill(), "renew")).topic()).hasValue("illness");
        CaseRun.Result managed = CaseRun.run(borrowed.cases().get(0), "no-fee", borrowed.version("no-fee").model());
        assertThat(managed.unmet()).isEmpty();
        assertThat(managed.idle()).noneMatch(given -> given instanceof Given.SharesCode || given instanceof Given.Tries);
        assertThat(managed.story().entries()).extracting(Story.Entry::event)
                .contains(new Event.Counted("own-renewals", true, false, 1));

        TinyScenario.edit(
                folder.resolve("cases.yaml"), "          - {shared-code: partner}\n",
                "          - {may-not-see: illness, helper: partner}\n");
        Scenario secret = ScenarioLoader.load(folder);
        CaseRun.Result failed = CaseRun.run(secret.cases().get(0), "no-fee", secret.version("no-fee").model());
        assertThat(failed.story().entries()).noneMatch(e -> e.event() instanceof Event.Tried tried && tried.helper().isPresent());
        assertThat(failed.unmet()).hasSize(1);
    }

    @Test
    void whatAnInvisibleStepCountsNoRegisterSees() {
        Arrow then = step(tiny.bill(), "favour").arrows().get(0);
        assertThat(then.consequences().tallies())
                .containsExactly(
                        new Tally("own-renewals", View.ACTUAL, Condition.ALWAYS, Optional.empty()),
                        new Tally("renewals", View.REGISTER, Condition.ALWAYS, Optional.empty()));
        assertThat(then.consequences().tracks()).containsExactly("exempting");
    }

    @Test
    void aDecisionKeepsItsChoicesInOrder() {
        List<Choice> choices = choices(tiny.bill());
        assertThat(choices).extracting(c -> c.arrow().outcome()).containsOnly(Outcome.CHOSEN);
        assertThat(choices).extracting(c -> c.arrow().to()).containsExactly("renewed", "renew", "favour", "charge");
        assertThat(choices.get(0).when()).isEqualTo(new Condition.Flag("exempt"));
        assertThat(choices.get(1).when()).isInstanceOfSatisfying(Condition.All.class, all -> {
            assertThat(all.of().get(0)).isEqualTo(new Condition.Fact("has-excuse"));
            assertThat(all.of().get(1)).isEqualTo(new Condition.Comparison(
                    Amount.Moment.EXTENSIONS, Condition.Relation.BELOW, new Amount.Of(parameter(tiny.bill(), "one"))));
        });
        assertThat(choices.get(2).discretion().orElseThrow().id()).isEqualTo("leniency");
        assertThat(step(tiny.bill(), "charge").arrows().get(0).consequences().starts())
                .containsExactly(new MeterStart("fee", Optional.of(new Amount.Combined(
                        Amount.Operation.PLUS, Amount.Moment.CLOCK, new Amount.Literal(1)))));
    }

    @Test
    void aStateMayBeDrawnOnTheFirstDay() {
        Procedure procedure = tiny.bill().model().procedure();
        assertThat(procedure.vocabulary().states()).extracting(s -> s.start()).containsExactly(
                Optional.of(new Start.Drawn(
                        Distribution.LOGNORMAL,
                        new Amount.Of(parameter(tiny.bill(), "cars-median")),
                        Optional.of(new Amount.Of(parameter(tiny.bill(), "cars-spread"))),
                        true)),
                Optional.empty());
        assertThat(tiny.bill().model().firstDay()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void aMeasureTakesItsUnitFromItsKindAndSubjectsFromWhatTheyAreCalled() {
        List<Measure> measures = tiny.bill().model().procedure().measures();
        assertThat(measures)
                .filteredOn(m -> List.of("enrolled", "fees", "hours-each").contains(m.id()))
                .extracting(m -> m.unit().en())
                .containsExactly("residents", "number", "hours");
    }

    @Test
    void aMeterMayCostNothing() {
        assertThat(tiny.bill().model().procedure().meters())
                .extracting(m -> m.id() + " " + m.cost().flatMap(Meter.Cost::refunded))
                .containsExactly("fee Optional[fee-refunded]", "answer Optional.empty");
    }

    @Test
    void aWorkedCaseSaysWhatIsGivenAndWhatMustHappenUnderEachVersion() {
        assertThat(tiny.cases()).extracting(WorkedCase::id).containsExactly("ill", "favoured");
        WorkedCase ill = tiny.cases().get(0);
        assertThat(ill.subject().levels()).containsExactly(Map.entry("digital", 0.1));
        assertThat(ill.parameters()).containsExactly(Map.entry("deadline-days", 10.0));
        assertThat(ill.given())
                .element(3)
                .isInstanceOfSatisfying(Given.Tries.class, tries -> {
                    assertThat(tries.on()).isEqualTo(LocalDate.of(2026, 1, 7));
                    assertThat(tries.outcome()).isEqualTo(Outcome.FAILED);
                });
        assertThat(ill.versions().get("no-fee").given())
                .singleElement()
                .isInstanceOfSatisfying(Given.Tries.class, tries -> assertThat(tries.byHelper()).isTrue());
        assertThat(tiny.cases().get(1).firstDay()).contains(LocalDate.of(2026, 2, 1));
    }

    /** A step that a variant adds is there for what a case expects under it, and nowhere else. */
    @Test
    void aCaseUnderAVariantSpeaksOfWhatTheVariantHas() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(
                copy.resolve("variants.yaml"), "    remove: [steps.see-letter.reminder]\n", """
                      steps.phoned: {label: {da: Ringet op, en: Phoned}, track: renewal, kind: end, actor: caseworker, provision: contact-first}
                      steps.assess.choose.4: {chance: phone-chance, to: phoned}
                    remove: [steps.see-letter.reminder]
                """);
        TinyScenario.edit(
                copy.resolve("cases.yaml"), "      no-fee:\n", """
                      contact-first:
                        expect:
                          - {never: phoned}
                      no-fee:
                """);
        assertThat(ScenarioLoader.load(copy).cases().get(0).versions()).containsKey("contact-first");
        TinyScenario.edit(copy.resolve("cases.yaml"), "      - {never: charge}\n", "      - {never: phoned}\n");
        assertThat(told(copy, Language.EN)).isEqualTo("""
                tiny/cases.yaml:16 cases.ill.expect.1.never
                  found:     phoned
                  expected:  a step that stands under steps""");
    }

    @Test
    void withoutPeopleThereIsNothingAboutGroups() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Path procedure = copy.resolve("procedure.yaml");
        TinyScenario.edit(copy.resolve("rule.yaml"), "groups: {steps: [see-letter, renew], spread: day-to-day, head-start: head-start}\n", "");
        TinyScenario.edit(copy.resolve("rule.yaml"), "  grounds: [digital, health]\n", "");
        Files.delete(copy.resolve("cases.yaml"));
        String people = Files.readString(copy.resolve("people.yaml"))
                .replaceAll("(?ms)^(capacities|helpers):.*?\n(?=[a-z])", "");
        Files.writeString(copy.resolve("people.yaml"), people);
        String changed = Files.readString(procedure)
                .replaceAll("    demands: .*\n", "")
                .replaceAll("    shifts: .*\n", "")
                .replace("when: group is 1, ", "")
                .replace("health < low-percentile", "stress > stress-step");
        Files.writeString(procedure, changed);
        Scenario loaded = ScenarioLoader.load(copy);
        assertThat(loaded.bill().model().procedure().groups()).isEmpty();
        assertThat(loaded.version("no-duty").model().procedure().steps()).extracting(Step::id).containsExactly("renewed");
    }

    @Test
    void theSharesOfMunicipalitiesAreScaledToOne() {
        // 0.6 + 0.3 + 0.102 = 1.002
        List<Municipality> municipalities = tiny.bill().model().population().municipalities();
        assertThat(municipalities).extracting(Municipality::name).containsExactly("Østby", "Vesterø", "Ærtholm");
        assertThat(municipalities.get(0).share()).isCloseTo(0.6 / 1.002, within(1e-15));
    }

    @Test
    void aVariantChangesWhatItNamesAndNothingElse() {
        List<Choice> bill = choices(tiny.bill());
        List<Choice> variant = choices(tiny.version("contact-first"));
        assertThat(bill.get(2).chance()).contains(new Amount.Of(parameter(tiny.bill(), "seldom")));
        assertThat(variant.get(2).chance()).contains(new Amount.Of(parameter(tiny.bill(), "often")));
        assertThat(variant).extracting(c -> c.arrow().to()).containsExactly("renewed", "renew", "favour", "renewed", "charge");
        assertThat(variant.get(3).arrow().place()).hasToString("tiny/variants.yaml:14");
        assertThat(variant.get(0)).isEqualTo(bill.get(0));
        assertThat(((Step.Attempt) step(tiny.bill(), "see-letter")).reminder()).isPresent();
        assertThat(((Step.Attempt) step(tiny.version("contact-first"), "see-letter")).reminder()).isEmpty();
    }

    @Test
    void aProvisionSwitchedOffSendsItsArrowsOn() {
        Step renew = step(tiny.version("no-fee"), "renew");
        // assess is of the fee and has if-off: renewed
        assertThat(renew.arrows().get(3).to()).isEqualTo("renewed");
    }

    @Test
    void theStepsThatDefineTheGroupsStayWhenTheDutyGoes() {
        Procedure without = tiny.version("no-duty").model().procedure();
        assertThat(without.tracks().get(0).entry()).isEqualTo("renewed");
        assertThat(without.groups()).isEqualTo(tiny.bill().model().procedure().groups());
        assertThat(without.steps()).extracting(Step::id).contains("see-letter", "renew");
        assertThat(without.goals().protectedAt()).as("nobody comes to exempted any more").isEmpty();
    }

    @Test
    void knownFiguresAreReadWithWhatIsLeftOut() {
        assertThat(tiny.targets()).extracting(Target::id).containsExactly("fees-2025", "with-a-fee", "ever-exempt", "own-renewals-known");
        assertThat(tiny.targets().get(0)).isEqualTo(new Target(
                "fees-2025", new Text("Afgifter i 2025", "Fees in 2025"), Target.Use.VALIDATION, "bill",
                new Target.Quantity("fees", false, Optional.empty(), OptionalInt.empty(), Counts.REGISTER),
                OptionalDouble.of(90), 80, 95, EvidenceClass.REPORTED, "A newspaper", OptionalInt.of(2025), tiny.targets().get(0).place()));
        Target share = tiny.targets().get(1);
        assertThat(share.version()).isEqualTo("contact-first");
        assertThat(share.low()).isEqualTo(0.1).isEqualTo(share.high());
        Target bounds = tiny.targets().get(2);
        assertThat(bounds.value()).isEmpty();
        assertThat(bounds.quantity().eachSubject()).isTrue();
        assertThat(tiny.targets().get(3).quantity()).isEqualTo(
                new Target.Quantity("own-renewals", false, Optional.empty(), OptionalInt.empty(), Counts.ACTUAL));
    }

    @Test
    void onlyTheFilesReadAreInputs() {
        // The hash is what sha256sum says of the file.
        assertThat(tiny.inputs())
                .extracting(InputFile::name)
                .containsExactly(
                        "cases.yaml", "municipalities.csv", "parameters.yaml", "people.yaml", "procedure.yaml", "rule.yaml",
                        "targets.yaml", "variants.yaml");
        assertThat(tiny.inputs().get(1).sha256())
                .isEqualTo("01d07fa06ac10a62e76596ae224c435ad3f987a8e30f838566a49e2eb1682644");
    }

    @Test
    void howTheWholeIsSplitIntoFilesDoesNotMatter() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        StringBuilder all = new StringBuilder();
        for (String file : List.of("variants", "procedure", "cases", "rule", "people", "parameters", "targets")) {
            all.append(Files.readString(copy.resolve(file + ".yaml"))).append('\n');
            Files.delete(copy.resolve(file + ".yaml"));
        }
        Files.writeString(copy.resolve("everything.yaml"), all);
        Scenario joined = ScenarioLoader.load(copy);
        assertThat(joined.versions())
                .extracting(Version::unreachableSteps)
                .isEqualTo(tiny.versions().stream().map(Version::unreachableSteps).toList());
        assertThat(joined.bill().model().procedure().steps())
                .extracting(Step::id)
                .isEqualTo(tiny.bill().model().procedure().steps().stream().map(Step::id).toList());
    }

    @Test
    void whatNothingRefersToIsARemark() throws IOException {
        assertThat(tiny.remarks()).isEmpty();
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(
                copy.resolve("procedure.yaml"), "  phone: {label",
                "  letter: {label: {da: Brev, en: Letter}, medium: letter}\n  phone: {label");
        assertThat(ScenarioLoader.load(copy).remarks()).extracting(f -> f.in(Language.EN)).containsExactly("""
                tiny/procedure.yaml:3 channels.letter
                  found:     a channel that nothing uses
                  expected:  a reference to letter, or nothing""");
    }

    @Test
    void severalMistakesAreToldAtOnceInTheOrderOfTheFiles() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        TinyScenario.edit(copy.resolve("variants.yaml"), "    without: [fee]\n", "    without: [fees]\n");
        TinyScenario.edit(copy.resolve("procedure.yaml"), "    expired: assess\n", "    expired: asses\n");
        TinyScenario.edit(copy.resolve("people.yaml"), "    away: seldom\n", "    away: 0.1\n");
        TinyScenario.edit(copy.resolve("procedure.yaml"), "    help: true\n", "    hlep: true\n");
        TinyScenario.edit(copy.resolve("rule.yaml"), "purpose: {da: At spare breve., en: To save letters.}\n", "");
        assertThat(told(copy, Language.EN)).isEqualTo("""
                tiny purpose
                  found:     nothing
                  expected:  the key purpose
                tiny/people.yaml:23 helpers.partner.away
                  found:     0.1
                  expected:  the name of a parameter, so that the number says where it is from
                tiny/procedure.yaml:91 steps.renew.hlep
                  found:     the key hlep
                  expected:  one of: label, track, kind, actor, provision, channel, if-off, invisible, adverse, rights, try, demands, \
                help, topic, reminder, takes, minutes, done, failed, full, expired
                  maybe:     help
                tiny/procedure.yaml:101 steps.renew.expired
                  found:     asses
                  expected:  a step that stands under steps
                  maybe:     assess
                tiny/variants.yaml:19 variants.no-fee.without.0
                  found:     fees
                  expected:  a provision that stands under provisions
                  maybe:     fee""");
    }

    @Test
    void aFolderThatIsNotThereIsSaidWithTheNearestThatIs() throws IOException {
        TinyScenario.copy(temporary);
        Path missing = temporary.resolve("tinny");
        assertThat(told(missing, Language.DA)).isEqualTo("""
                %s
                  fundet:    ingen sådan mappe
                  forventet: en mappe med et scenarie i .yaml-filer
                  måske:     tiny""".formatted(missing));
    }

    @Test
    void aFolderWithoutYamlIsSaidToBeSo() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        Files.writeString(empty.resolve("README.md"), "# nothing here");
        assertThat(told(empty, Language.EN)).isEqualTo("""
                empty
                  found:     no .yaml files
                  expected:  a scenario in one or more .yaml files""");
    }

    @Test
    void aFileWithTheOtherEndingIsNotLeftOutInSilence() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.move(copy.resolve("rule.yaml"), copy.resolve("rule.yml"));
        assertThat(told(copy, Language.EN)).isEqualTo("""
                tiny/rule.yml
                  found:     rule.yml
                  expected:  files that end in .yaml
                  maybe:     rule.yaml""");
    }

    @Test
    void aFileInAnotherEncodingIsSaidToBeSo() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.write(copy.resolve("rule.yaml"), new byte[] {'#', (byte) 0xE6});
        assertThat(told(copy, Language.EN)).isEqualTo("""
                tiny/rule.yaml
                  found:     bytes that are not UTF-8
                  expected:  a text file saved as UTF-8""");
    }

    @Test
    void aFileThatWouldGrowWithoutEndIsRefusedAtItsFirstAnchor() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Files.writeString(copy.resolve("bomb.yaml"), bomb);
        assertThat(told(copy, Language.EN)).startsWith("""
                tiny/bomb.yaml:1 a0
                  found:     &a0
                  expected:  YAML without anchors (& and *): write it out""");
    }

    /** Each line of each file in turn taken away, or with something else behind its first colon. */
    @Test
    void noMistakeMakesTheLoaderItselfFail() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        List<String> behind = List.of("", " []", " {}", " [x, {y: z}]", " -1");
        int told = 0;
        for (String file : List.of("rule", "parameters", "people", "procedure", "variants", "cases")) {
            Path path = copy.resolve(file + ".yaml");
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                String key = lines.get(i).substring(0, lines.get(i).indexOf(':') + 1);
                boolean away = i % (behind.size() + 1) == behind.size();
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, away ? "" : key + behind.get(i % (behind.size() + 1)));
                Files.write(path, changed);
                try {
                    ScenarioLoader.load(copy);
                } catch (AuthorException mistakes) {
                    told++;
                }
            }
            Files.write(path, lines);
        }
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void aVariantOnAnotherHasTheChangesOfBoth() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.writeString(copy.resolve("variants.yaml"), Files.readString(copy.resolve("variants.yaml")) + """
                  no-fee-by-letter:
                    label: {da: Begge, en: Both}
                    text: {da: Begge dele., en: Both of them.}
                    on: no-fee
                    remove: [steps.see-letter.reminder]
                """);
        Scenario scenario = ScenarioLoader.load(copy);
        Version both = scenario.version("no-fee-by-letter");
        assertThat(both.unreachableSteps())
                .isEqualTo(scenario.version("no-fee").unreachableSteps())
                .isNotEqualTo(scenario.bill().unreachableSteps());
        assertThat(((Step.Attempt) step(scenario.version("no-fee"), "see-letter")).reminder()).isPresent();
        assertThat(((Step.Attempt) step(both, "see-letter")).reminder()).isEmpty();
    }

    /** A decision that a variant sends elsewhere is the same decision, with the same luck. */
    @Test
    void aChoiceIsDrawnAsInTheBillWhereverAVariantSendsIt() throws IOException {
        Path copy = TinyScenario.copy(temporary);
        Files.writeString(copy.resolve("variants.yaml"), Files.readString(copy.resolve("variants.yaml")) + """
                  favour-goes:
                    label: {da: Ingen hjælp, en: No favour}
                    text: {da: Hjælpen udgår., en: The favour goes.}
                    set: {steps.assess.choose.2.to: charge}
                """);
        Scenario scenario = ScenarioLoader.load(copy);
        Choice bill = choices(scenario.bill()).get(2);
        Choice elsewhere = choices(scenario.version("favour-goes")).get(2);
        assertThat(bill.drawnAs()).isEqualTo("favour").isEqualTo(bill.arrow().to());
        assertThat(elsewhere.drawnAs()).isEqualTo("favour");
        assertThat(elsewhere.arrow().to()).isEqualTo("charge");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> tiny.version("no-fees"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version: found no-fees, expected one of bill, contact-first, no-fee, no-duty");
    }

    private static List<Choice> choices(Version version) {
        return ((Step.Decision) step(version, "assess")).choices();
    }

    private static Step step(Version version, String id) {
        return version.model().procedure().step(id);
    }

    private static Parameter parameter(Version version, String id) {
        return version.model().parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** What the author is told of a folder that cannot be used. */
    private static String told(Path folder, Language language) {
        try {
            ScenarioLoader.load(folder);
        } catch (AuthorException told) {
            return told.failures().stream().map((Failure f) -> f.in(language)).collect(Collectors.joining("\n"));
        }
        throw new AssertionError("found no mistake, expected one");
    }

    /** A subject once had room for 64. */
    @Test
    void flagsMayBeAsManyAsTheRuleNeeds() throws IOException {
        Path folder = TinyScenario.copy(temporary.resolve("flags"));
        StringBuilder flags = new StringBuilder("flags:\n");
        for (int i = 0; i < 70; i++) {
            flags.append("  extra-").append(i).append(": {label: {da: Nr. ").append(i).append(", en: No. ").append(i).append("}}\n");
        }
        TinyScenario.edit(folder.resolve("procedure.yaml"), "flags:\n", flags.toString());
        assertThat(ScenarioLoader.load(folder).bill().model().procedure().vocabulary().flags()).hasSizeGreaterThan(70).containsKey("extra-69");
    }
}
