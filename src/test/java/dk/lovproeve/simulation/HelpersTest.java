package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Bounds;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Holiday;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.random.KeyedDraws;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has whom (P2), and what a helper more does (S5, S6, S10). */
class HelpersTest {

    /** Citizens who have twenty days to do what the abler half is up to; a slot a day for each, so that none runs out. */
    private static TinyDuty duty(int citizens) {
        TinyDuty duty = new TinyDuty();
        duty.persons = new LinkedHashMap<>(Map.of("all", citizens));
        duty.deadlineDays = 20;
        duty.bookTries = 0.4;
        duty.bookDemands = Optional.of(0.5);
        duty.bookHelp = true;
        duty.spread = 0.5;
        return duty;
    }

    private static HelperKind kind(String id, double share, Optional<Double> loading, boolean onlyWhereNone, double level) {
        return new HelperKind(
                id, Parts.text(id), number(id + "-share", Unit.SHARE, share),
                loading.map(rho -> number(id + "-loading", Unit.SHARE, rho)), onlyWhereNone, List.of(),
                number(id + "-level", Unit.SD, level), number(id + "-likeness", Unit.SHARE, 0.3), List.of("skill"),
                number(id + "-time", Unit.PROBABILITY, 0.5), number(id + "-away", Unit.PROBABILITY, 0.3),
                number(id + "-away-days", Unit.DAYS, 14), Optional.of(number(id + "-tries", Unit.COUNT, 1)), Bounds.NONE, Parts.PLACE);
    }

    private static Parameter number(String id, Unit unit, double value) {
        return new Parameter(id, Parts.text(id), unit, Parts.level(value), Map.of(), Parts.PLACE);
    }

    private static Model with(Model model, List<HelperKind> helpers) {
        PopulationSpec was = model.population();
        return new Model(
                model.firstDay(), model.targetGroups(), model.parameters(), model.procedure(), model.institutions(),
                new PopulationSpec(was.groups(), was.municipalities(), was.capacities(), helpers, was.traits()));
    }

    private static Citizens citizens(Model model, KeyedDraws draws) {
        return new Synthesizer(model.population(), Values.central(), 1).synthesize(draws, 0);
    }

    /** The share whose tie of a kind is there. */
    private static double share(Citizens citizens, int kind) {
        int with = 0;
        for (int i = 0; i < citizens.size(); i++) {
            with += citizens.ties().of(i, kind) >= 0 ? 1 : 0;
        }
        return (double) with / citizens.size();
    }

    /** Five standard errors of a share at 20,000 citizens are at most 0.018. */
    @Test
    void aTiesShareIsWhatWasAskedForWhateverItsLoading() {
        TinyDuty duty = duty(20_000);
        Model model = with(duty.model(), List.of(
                kind("family", 0.6, Optional.of(0.7), false, 0), kind("friend", 0.25, Optional.empty(), false, 0),
                kind("support", 0.4, Optional.empty(), true, 0)));
        Citizens citizens = citizens(model, KeyedDraws.of(4, 0));
        assertThat(share(citizens, 0)).isBetween(0.582, 0.618);
        assertThat(share(citizens, 1)).isBetween(0.232, 0.268);
        // Those without: near 0.4 x 0.75 (the two are independent), and 0.4 of them are 0.12.
        assertThat(share(citizens, 2)).isBetween(0.105, 0.135);
        for (int i = 0; i < citizens.size(); i++) {
            if (citizens.ties().of(i, 2) >= 0) {
                assertThat(citizens.ties().end(i) - citizens.ties().first(i)).isEqualTo(1);
            }
        }
    }

    /**
     * With loading r of the skill and rho of the tie, skill and the normal behind the tie correlate r rho; those with a tie have
     * the mean skill r rho phi(q) / share above the rest of the mean, q the threshold: 0.9 x 0.8 x 0.3989 / 0.5 = 0.574 at share
     * 0.5, and minus as much without one. Without a loading both have the mean of all. Standard errors are about 0.01.
     */
    @Test
    void theLoadingIsWhatTiesHavingSomebodyToBeingAble() {
        TinyDuty duty = duty(20_000);
        duty.loading = 0.9;
        Model model = with(duty.model(), List.of(
                kind("family", 0.5, Optional.of(0.8), false, 0), kind("friend", 0.5, Optional.empty(), false, 0)));
        Citizens citizens = citizens(model, KeyedDraws.of(5, 0));
        assertThat(gap(citizens, 0)).isBetween(2 * 0.574 - 0.07, 2 * 0.574 + 0.07);
        assertThat(gap(citizens, 1)).isBetween(-0.07, 0.07);
    }

    /** How much higher the mean skill is among those with a tie of a kind. */
    private static double gap(Citizens citizens, int kind) {
        double with = 0;
        double without = 0;
        double share = share(citizens, kind);
        for (int i = 0; i < citizens.size(); i++) {
            if (citizens.ties().of(i, kind) >= 0) {
                with += citizens.level(0, i);
            } else {
                without += citizens.level(0, i);
            }
        }
        return with / (share * citizens.size()) - without / ((1 - share) * citizens.size());
    }

    @Test
    void oneKindMoreLeavesTheOtherTiesAsTheyWere() {
        Model fewer = with(duty(2_000).model(), List.of(kind("family", 0.5, Optional.empty(), false, 0)));
        Model more = with(duty(2_000).model(), List.of(
                kind("family", 0.5, Optional.empty(), false, 0), kind("friend", 0.5, Optional.empty(), false, 0)));
        Citizens before = citizens(fewer, KeyedDraws.of(6, 0));
        Citizens after = citizens(more, KeyedDraws.of(6, 0));
        for (int i = 0; i < before.size(); i++) {
            int tie = before.ties().of(i, 0);
            int same = after.ties().of(i, 0);
            assertThat(same >= 0).isEqualTo(tie >= 0);
            if (tie >= 0) {
                assertThat(after.ties().level(same)).isEqualTo(before.ties().level(tie));
            }
        }
    }

    /**
     * The same citizens with the same luck, and for some a helper more, able or not: nobody fails more often, nobody is
     * sanctioned who was not, and nobody's group is worse. No state changes what she is able to, slots never run out, and nobody tires.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneHelperMoreNeverHarmsWhereNothingIsContended(long seed) {
        List<HelperKind> helpers = new ArrayList<>();
        long[] before = null;
        double[] levels = {-0.5, 0.4, -2, 1};
        for (int more = 0; more <= levels.length; more++) {
            long[] now = harm(with(duty(2_000).model(), helpers), seed);
            if (before != null) {
                for (int i = 0; i < now.length; i++) {
                    assertThat(now[i]).as("citizen %d with %d helpers", i, more).isLessThanOrEqualTo(before[i]);
                }
                assertThat(LongStream.of(now).sum()).isLessThan(LongStream.of(before).sum());
            }
            before = now;
            if (more < levels.length) {
                helpers.add(kind("kind-" + more, 0.5, Optional.empty(), false, levels[more]));
            }
        }
    }

    /** For each citizen her group on the first day in millions, her sanctions in thousands, and her failed tries. */
    private static long[] harm(Model model, long seed) {
        KeyedDraws draws = KeyedDraws.of(seed, 0);
        Citizens citizens = citizens(model, draws);
        long[] harm = new long[citizens.size()];
        new Engine(model, Values.central(), 100).run(citizens, draws, (who, day, event) -> {
            int i = citizens.indexOf(who);
            if (event instanceof Event.Began began) {
                harm[i] += 1_000_000L * began.group();
            } else if (event instanceof Event.Counted counted && counted.measure().equals(TinyDuty.SANCTIONED)) {
                harm[i] += 1_000;
            } else if (event instanceof Event.Tried tried && tried.outcome() == Outcome.FAILED) {
                harm[i]++;
            }
        });
        return harm;
    }

    @Test
    void aHolidayOverTheTurnOfTheYearBeganInTheYearBefore() {
        Holiday christmas = new Holiday("christmas", Parts.text("christmas"), MonthDay.of(12, 20), MonthDay.of(1, 2), Parts.PLACE);
        assertThat(christmas.began(LocalDate.of(2026, 12, 19))).isEmpty();
        assertThat(christmas.began(LocalDate.of(2026, 12, 20))).hasValue(2026);
        assertThat(christmas.began(LocalDate.of(2027, 1, 2))).hasValue(2026);
        assertThat(christmas.began(LocalDate.of(2027, 1, 3))).isEmpty();
        Holiday july = new Holiday("july", Parts.text("july"), MonthDay.of(7, 1), MonthDay.of(7, 31), Parts.PLACE);
        assertThat(july.began(LocalDate.of(2026, 6, 30))).isEmpty();
        assertThat(july.began(LocalDate.of(2026, 7, 31))).hasValue(2026);
    }
}
