package dk.lovproeve.simulation;

import static dk.lovproeve.simulation.Counts.ACTUAL;
import static dk.lovproeve.simulation.Counts.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.random.Purpose;
import dk.lovproeve.statistics.Normal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The plain engine against cases worked on paper; the arithmetic stands beside each number. */
class OracleWorkedCasesTest {

    private static final KeyedDraws DRAWS = KeyedDraws.of(7, 0);

    @Test
    void whereAllIsSureTheDutyIsFulfilledOnTheDayItArrives() {
        // Day 0: told, tries, manages, 1000 * 1 / 1000 = 1 slot, booked. Then she rests; later arrivals are dropped.
        for (int days : List.of(1, 5)) {
            Counts counts = run(new TinyDuty(), days);
            assertThat(actual(counts, TinyDuty.TOLD)).isEqualTo(1);
            assertThat(actual(counts, TinyDuty.BOOKED)).isEqualTo(1);
            assertThat(register(counts, TinyDuty.BOOKED)).isEqualTo(1);
            assertThat(actual(counts, TinyDuty.SANCTIONED)).isZero();
            // One try: 30 minutes of hers that no register sees, none of a helper's, 10 of the caseworker's.
            assertThat(actual(counts, TinyDuty.CITIZEN_MINUTES)).isEqualTo(60 * 30);
            assertThat(register(counts, TinyDuty.CITIZEN_MINUTES)).isZero();
            assertThat(actual(counts, TinyDuty.HELPER_MINUTES)).isZero();
            assertThat(actual(counts, TinyDuty.CASEWORKER_MINUTES)).isEqualTo(60 * 10);
            assertThat(register(counts, TinyDuty.CASEWORKER_MINUTES)).isEqualTo(60 * 10);
            assertThat(actual(counts, TinyDuty.AT_START)).isEqualTo(1);
            assertThat(register(counts, TinyDuty.AT_START)).isZero();
            // Nothing is demanded: group 1 (index 0) throughout.
            assertThat(counts.get(TinyDuty.index(TinyDuty.BOOKED), ACTUAL, 0, 0, 0)).isEqualTo(1);
        }
    }

    @Test
    void anArrivalIsDroppedWhileTheTrackIsUnderWay() {
        // Rest entered on day 0 for 2 days ends on day 2; the arrivals of days 1 and 2 are dropped (arrivals come before
        // visits), that of day 3 starts anew. So she is told on days 0, 3, 6.
        TinyDuty duty = new TinyDuty();
        duty.restDays = 2;
        assertThat(byDay(duty, TinyDuty.TOLD, 8)).containsExactly(1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L);
        // A rest of 0 days is over at once, so that she is told every day.
        duty.restDays = 0.4;
        assertThat(byDay(duty, TinyDuty.TOLD, 4)).containsExactly(1L, 2L, 3L, 4L);
        // 1.5 days are 2: halves go up.
        duty.restDays = 1.5;
        assertThat(byDay(duty, TinyDuty.TOLD, 4)).containsExactly(1L, 1L, 1L, 2L);
    }

    @Test
    void whoNeverTriesIsSanctionedTheDayAfterTheDeadlineAndTheMeterIsSettledAtTheEnd() {
        // Told on day 0 with 3 days: the last day is 3, expired on day 4, meter from day 4. A run of D days ends on day D:
        // D - 4 days, at 100.50 a day: 101 (100.5 up), 201, 302 (301.5 up).
        TinyDuty duty = new TinyDuty();
        duty.bookTries = 0;
        duty.contactTries = 0;
        duty.rate = 100.5;
        assertThat(byDay(duty, TinyDuty.SANCTIONED, 7)).containsExactly(0L, 0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(byDay(duty, TinyDuty.DAYS, 7)).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 3L);
        assertThat(byDay(duty, TinyDuty.KRONER, 7)).containsExactly(0L, 0L, 0L, 0L, 101L, 201L, 302L);
        assertThat(register(run(duty, 7), TinyDuty.KRONER)).isEqualTo(302);
        assertThat(actual(run(duty, 7), TinyDuty.CITIZEN_MINUTES)).isZero();
    }

    @Test
    void contactOnTheSameDayStopsTheMeterBeforeItHasCountedADay() {
        // Day 4: expired, meter from day 4; contact the same day: 4 - 4 = 0 days. The review takes 5 minutes out of sight.
        TinyDuty duty = new TinyDuty();
        duty.bookTries = 0;
        Counts counts = run(duty, 30);
        assertThat(actual(counts, TinyDuty.SANCTIONED)).isEqualTo(1);
        assertThat(actual(counts, TinyDuty.DAYS)).isZero();
        assertThat(actual(counts, TinyDuty.CASEWORKER_MINUTES)).isEqualTo(60 * 5);
        assertThat(register(counts, TinyDuty.CASEWORKER_MINUTES)).isZero();
    }

    @Test
    void theMeterRunsUntilTheDayOfContact() {
        // Contact on the first day d from 4 on with U(0, TRY, d, contact) < 0.1: d - 4 days at 100.
        TinyDuty duty = new TinyDuty();
        duty.bookTries = 0;
        duty.contactTries = 0.1;
        for (int seed = 0; seed < 10; seed++) {
            KeyedDraws draws = KeyedDraws.of(seed, 0);
            long days = firstContact(draws) - 4;
            Counts counts = OracleEngine.run(duty.model(), draws, 0, 1, 300);
            assertThat(actual(counts, TinyDuty.DAYS)).isEqualTo(days);
            assertThat(actual(counts, TinyDuty.KRONER)).isEqualTo(100 * days);
        }
    }

    @Test
    void aFullResourceDisplacesWhoComesLaterInTheDay() {
        // Two citizens, 500 * 2 / 1000 = 1 slot a day, the deadline is day 0. The one with the lower time of day books on day 0; the
        // other tries in vain, and is sanctioned on day 1.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 2);
        duty.slotsPer1000 = 500;
        duty.deadlineDays = 0;
        for (int seed = 0; seed < 10; seed++) {
            KeyedDraws draws = KeyedDraws.of(seed, 0);
            int first = draws.uniform(0, Purpose.TIME_OF_DAY, 0, 0) < draws.uniform(1, Purpose.TIME_OF_DAY, 0, 0) ? 0 : 1;
            OracleEngine.Result result = OracleEngine.runCitizens(duty.model(), draws, 0, 1, 2);
            assertThat(total(result, first, TinyDuty.BOOKED)).isEqualTo(1);
            assertThat(total(result, 1 - first, TinyDuty.BOOKED)).isZero();
            assertThat(total(result, first, TinyDuty.SANCTIONED)).isZero();
            assertThat(total(result, 1 - first, TinyDuty.SANCTIONED)).isEqualTo(1);
            assertThat(total(result, 1 - first, TinyDuty.CITIZEN_MINUTES)).isEqualTo(60 * 30);
        }
    }

    @Test
    void aHeadStartPutsTheAbleFirst() {
        // Margins to a demand of the median (0): strong at least 8 - 5, weak at most -8 + 5, for |e| up to 5. s(3) = (1 + 3 / sqrt 10) / 2 =
        // 0.974, s(-3) = 0.026. With a head start of 2 the strong come no later than 1 - 1.948 + 1 = 0.052, the weak no earlier
        // than 0 - 0.052 + 1 = 0.948. Some of the former numbers lie below 0, where they are rounded down.
        TinyDuty duty = new TinyDuty();
        duty.persons = new LinkedHashMap<>();
        duty.persons.put("weak", 1);
        duty.persons.put("strong", 1);
        duty.shift = Map.of("weak", -8.0, "strong", 8.0);
        duty.groupSteps = List.of("contact");
        duty.contactDemands = Optional.of(0.5);
        duty.slotsPer1000 = 500;
        duty.headStart = 2;
        for (int seed = 0; seed < 20; seed++) {
            OracleEngine.Result result = OracleEngine.runCitizens(duty.model(), KeyedDraws.of(seed, 0), 0, 1, 1);
            assertThat(result.citizens().get(0).who()).isZero();
            assertThat(result.citizens().get(1).who()).isEqualTo(1L << 32);
            assertThat(total(result, 0, TinyDuty.BOOKED)).isZero();
            assertThat(total(result, 1, TinyDuty.BOOKED)).isEqualTo(1);
        }
    }

    @Test
    void aReminderMakesHerTryOnItsDayIfSheHasSignedUp() {
        // The last day is 3, the reminder comes 1 day before: day 2. p = 1 - (1 - 0)(1 - 1) = 1.
        TinyDuty duty = new TinyDuty();
        duty.bookTries = 0;
        duty.reminderChance = 1;
        assertThat(byDay(duty, TinyDuty.BOOKED, 6)).containsExactly(0L, 0L, 1L, 1L, 1L, 1L);
        duty.subscribed = 0;
        assertThat(byDay(duty, TinyDuty.BOOKED, 6)).containsOnly(0L);
        assertThat(byDay(duty, TinyDuty.SANCTIONED, 6)).containsExactly(0L, 0L, 0L, 0L, 1L, 1L);
    }

    @Test
    void theDeadlineIsExtendedTwiceAndSheTriesOnceADay() {
        // No slots. Day 0: told, last day 3; full, extended to 6; the arrow leads to a step she has been at: tomorrow.
        // Day 1: full, extended to 9. Days 2 to 9: full, no more extensions. Day 10: expired.
        // Full on days 0 to 9: 10 times; 30 minutes each.
        TinyDuty duty = new TinyDuty();
        duty.slotsPer1000 = 0;
        duty.extensions = 2;
        assertThat(byDay(duty, TinyDuty.FULL, 12)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 10L, 10L);
        assertThat(byDay(duty, TinyDuty.EXTENDED, 3)).containsExactly(1L, 2L, 2L);
        assertThat(byDay(duty, TinyDuty.SANCTIONED, 12)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
        Counts counts = run(duty, 12);
        assertThat(actual(counts, TinyDuty.CITIZEN_MINUTES)).isEqualTo(60 * 300);
        assertThat(register(counts, TinyDuty.FULL)).isZero();
    }

    @Test
    void discretionMovesTheChanceByTheCaseworkersLeniency() {
        // The deadline is day 0, so the review is on day 1. All leniency is the municipality's: l = q(U(0, LENIENCY, 0)).
        // From an even chance s^-1(1/2) = 0, so that p' = s(l) = (1 + l / sqrt(1 + l^2)) / 2.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 60);
        duty.bookTries = 0;
        duty.deadlineDays = 0;
        duty.forgive = Optional.of(0.5);
        duty.discretion = 1;
        for (int seed = 0; seed < 5; seed++) {
            KeyedDraws draws = KeyedDraws.of(seed, 0);
            double l = Normal.quantile(draws.uniform(0, Purpose.LENIENCY, 0, 0));
            double p = (1 + l / Math.sqrt(1 + l * l)) / 2;
            long forgiven = IntStream.range(0, 60)
                    .filter(i -> draws.uniform(i, Purpose.BRANCH, 1, "review>rest#0".hashCode()) < p)
                    .count();
            Counts counts = OracleEngine.run(duty.model(), draws, 0, 1, 10);
            assertThat(actual(counts, TinyDuty.FORGIVEN)).isEqualTo(forgiven);
            assertThat(register(counts, TinyDuty.FORGIVEN)).isZero();
        }
        // What is sure stays sure, and what is out of the question too.
        duty.discretion = -10;
        duty.forgive = Optional.of(1.0);
        assertThat(actual(run(duty, 10), TinyDuty.FORGIVEN)).isEqualTo(60);
        duty.discretion = 10;
        duty.forgive = Optional.of(0.0);
        assertThat(actual(run(duty, 10), TinyDuty.FORGIVEN)).isZero();
    }

    @Test
    void aCaseworkersOwnLeniencyAndTheCitizensNewCaseworkerCount() {
        // 60 citizens at 20 each: 3 caseworkers. On day 95, in quarter 1, a citizen has number floor(3 U(i, CASEWORKER, 1, 0)) if
        // U(i, CASEWORKER, 1, 1) < 0.3, else floor(3 U(i, CASEWORKER, 0, 0)). No culture: l = q(U(c, LENIENCY, 1)) in municipality 0.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 60);
        duty.bookTries = 0;
        duty.deadlineDays = 94;
        duty.forgive = Optional.of(0.5);
        duty.discretion = 2;
        duty.culture = 0;
        long forgiven = IntStream.range(0, 60)
                .filter(i -> {
                    int quarter = DRAWS.uniform(i, Purpose.CASEWORKER, 1, 1) < 0.3 ? 1 : 0;
                    int c = (int) (3 * DRAWS.uniform(i, Purpose.CASEWORKER, quarter, 0));
                    double l = 2 * Normal.quantile(DRAWS.uniform(c, Purpose.LENIENCY, 1, 0));
                    double p = (1 + l / Math.sqrt(1 + l * l)) / 2;
                    return DRAWS.uniform(i, Purpose.BRANCH, 95, "review>rest#0".hashCode()) < p;
                })
                .count();
        assertThat(actual(run(duty, 96), TinyDuty.FORGIVEN)).isEqualTo(forgiven);
    }

    @Test
    void aHelperDoesWhatTheCitizenCannotAndPutsHerInGroup2() {
        // Skill is -5 + e, the helper's 5 + e, the demand 0. The helper books on day 0: 30 minutes of hers, 20 of the helper's.
        TinyDuty duty = unableWithHelper();
        Counts counts = run(duty, 10);
        assertThat(counts.get(TinyDuty.index(TinyDuty.BOOKED), ACTUAL, 1, 1, 0)).isEqualTo(1);
        assertThat(actual(counts, TinyDuty.CITIZEN_MINUTES)).isEqualTo(60 * 30);
        assertThat(actual(counts, TinyDuty.HELPER_MINUTES)).isEqualTo(60 * 20);
        assertThat(register(counts, TinyDuty.HELPER_MINUTES)).isZero();
    }

    @Test
    void whileTheHelperIsAwayTheCitizenFailsAlone() {
        // Away for sure, 64 days of every 64: from day 64 b + floor(U * 1) = 64 b. Alone the margin is about -5 / 0.001, the chance
        // about 1 / (4 * 5000^2) = 1e-8. She tries on days 0 to 3, 4 * 30 minutes, and is sanctioned on day 4, still in group 2.
        TinyDuty duty = unableWithHelper();
        duty.helperAway = 1;
        Counts counts = run(duty, 10);
        assertThat(actual(counts, TinyDuty.BOOKED)).isZero();
        assertThat(actual(counts, TinyDuty.CITIZEN_MINUTES)).isEqualTo(60 * 120);
        assertThat(actual(counts, TinyDuty.HELPER_MINUTES)).isZero();
        assertThat(counts.get(TinyDuty.index(TinyDuty.SANCTIONED), ACTUAL, 1, 1, 0)).isEqualTo(1);
    }

    @Test
    void withoutAHelperSheIsInGroup3() {
        TinyDuty duty = unableWithHelper();
        duty.helperShare = Optional.of(0.0);
        Counts counts = run(duty, 10);
        assertThat(counts.get(TinyDuty.index(TinyDuty.SANCTIONED), ACTUAL, 2, 2, 0)).isEqualTo(1);
        assertThat(actual(counts, TinyDuty.HELPER_MINUTES)).isZero();
    }

    @Test
    void debtSettledAtTheEndMovesHerToGroup3() {
        // Meter from day 4 to day 24: 20 days, 2000 kroner, stress 2000 / 1000 = 2, skill 5 + e - 10 * 2 < 0. The kroner are counted in group 1,
        // where she is when they are settled; the closing tally in group 3; both started in group 1.
        TinyDuty duty = indebted();
        duty.contactTries = 0;
        Counts counts = run(duty, 24);
        assertThat(counts.get(TinyDuty.index(TinyDuty.KRONER), ACTUAL, 0, 0, 0)).isEqualTo(2000);
        assertThat(counts.get(TinyDuty.index(TinyDuty.AT_START), ACTUAL, 0, 0, 0)).isEqualTo(1);
        assertThat(counts.get(TinyDuty.index(TinyDuty.AT_END), ACTUAL, 2, 0, 0)).isEqualTo(1);
        assertThat(register(counts, TinyDuty.AT_END)).isZero();
    }

    @Test
    void aRefundPaysBackWhatWasSettledAndTakesTheDebtBack() {
        // Contact on day d: (d - 4) * 100 kroner, at 10 stress for every 1000: d - 4. Skill is 5 + e - 10 (d - 4): group 3 if d > 4.
        TinyDuty duty = indebted();
        duty.contactTries = 0.1;
        duty.debtPer1000 = 10;
        KeyedDraws draws = IntStream.range(0, 100)
                .mapToObj(seed -> KeyedDraws.of(seed, 0))
                .filter(d -> firstContact(d) > 5)
                .findFirst()
                .orElseThrow();
        long day = firstContact(draws);
        Counts kept = OracleEngine.run(duty.model(), draws, 0, 1, (int) day + 40);
        assertThat(actual(kept, TinyDuty.KRONER)).isEqualTo(100 * (day - 4));
        assertThat(actual(kept, TinyDuty.REFUNDED)).isZero();
        assertThat(kept.get(TinyDuty.index(TinyDuty.AT_END), ACTUAL, 2, 0, 0)).isEqualTo(1);

        duty.forgive = Optional.of(1.0);
        Counts refunded = OracleEngine.run(duty.model(), draws, 0, 1, (int) day + 40);
        assertThat(actual(refunded, TinyDuty.KRONER)).isEqualTo(100 * (day - 4));
        assertThat(actual(refunded, TinyDuty.REFUNDED)).isEqualTo(100 * (day - 4));
        assertThat(register(refunded, TinyDuty.REFUNDED)).isEqualTo(100 * (day - 4));
        // Still in group 1 at the refund: the group is that of the visit's beginning. And afterwards: the stress is 0 again.
        assertThat(refunded.get(TinyDuty.index(TinyDuty.REFUNDED), ACTUAL, 0, 0, 0)).isEqualTo(100 * (day - 4));
        assertThat(refunded.get(TinyDuty.index(TinyDuty.AT_END), ACTUAL, 0, 0, 0)).isEqualTo(1);

        // Without a refund, but with a half-life of one day: (d - 4) / 2^40 is nothing to speak of after 40 days.
        duty.forgive = Optional.empty();
        duty.stressHalfLife = Optional.of(1.0);
        Counts faded = OracleEngine.run(duty.model(), draws, 0, 1, (int) day + 40);
        assertThat(faded.get(TinyDuty.index(TinyDuty.AT_END), ACTUAL, 0, 0, 0)).isEqualTo(1);
    }

    @Test
    void halfASlotAWeekdayIsOneEverySecondWeekday() {
        // 50 * 10 / 1000 = 0.5 a day. Monday floor(0.5) - 0 = 0, Tuesday 1, Wednesday 0, Thursday 1, Friday 0, nothing on Saturday and
        // Sunday; then, as the sixth open day, Monday 1, Tuesday 0, Wednesday 1.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 10);
        duty.slotsPer1000 = 50;
        duty.slotsWeekdaysOnly = true;
        duty.deadlineDays = 100;
        assertThat(byDay(duty, TinyDuty.BOOKED, 10)).containsExactly(0L, 1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, 4L);
    }

    @Test
    void slotsNotUsedLapse() {
        // 100 * 10 / 1000 = 1 slot a day; all ten try on day 3 and on that day only. Kept 1 day: that of day 3. Kept 3 days: those of days 1,
        // 2 and 3. Kept 10 days: all four.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 10);
        duty.slotsPer1000 = 100;
        duty.bookTries = 0;
        duty.reminderChance = 1;
        duty.reminderDaysBefore = 0;
        assertThat(actual(run(duty, 10), TinyDuty.BOOKED)).isEqualTo(1);
        duty.slotsKeepDays = 3;
        assertThat(actual(run(duty, 10), TinyDuty.BOOKED)).isEqualTo(3);
        duty.slotsKeepDays = 10;
        assertThat(actual(run(duty, 10), TinyDuty.BOOKED)).isEqualTo(4);
        // On Friday, day 4, there are five; on Saturday, day 5, they are kept but not given.
        duty.slotsWeekdaysOnly = true;
        duty.deadlineDays = 4;
        assertThat(actual(run(duty, 10), TinyDuty.BOOKED)).isEqualTo(5);
        duty.deadlineDays = 5;
        assertThat(actual(run(duty, 10), TinyDuty.BOOKED)).isZero();
    }

    @Test
    void citizensAreSharedOutByLargestRemainder() {
        // 10 persons: 5, 2.5, 2.5; the one left goes to the first of the equal remainders. Half of them: 2.5, 1.25, 1.25; it goes to the
        // largest.
        TinyDuty duty = new TinyDuty();
        duty.persons = Map.of("all", 10);
        duty.municipalities = new LinkedHashMap<>();
        duty.municipalities.put("0101", 0.5);
        duty.municipalities.put("0102", 0.25);
        duty.municipalities.put("0103", 0.25);
        assertThat(citizens(duty, 1)).containsExactly(5L, 3L, 2L);
        assertThat(citizens(duty, 0.5)).containsExactly(3L, 1L, 1L);
    }

    private static TinyDuty unableWithHelper() {
        TinyDuty duty = new TinyDuty();
        duty.shift = Map.of("all", -5.0);
        duty.bookDemands = Optional.of(0.5);
        duty.bookHelp = true;
        duty.helperShare = Optional.of(1.0);
        return duty;
    }

    /** She never books, and could: skill 5 + e against 0, less 10 for each unit of stress. */
    private static TinyDuty indebted() {
        TinyDuty duty = new TinyDuty();
        duty.shift = Map.of("all", 5.0);
        duty.bookTries = 0;
        duty.bookDemands = Optional.of(0.5);
        duty.debtPer1000 = 1;
        duty.stressOnSkill = -10;
        return duty;
    }

    /** The first day from 4 on with {@code U(0, TRY, day, contact) < 0.1}. */
    private static long firstContact(KeyedDraws draws) {
        long day = 4;
        while (draws.uniform(0, Purpose.TRY, day, "contact".hashCode()) >= 0.1) {
            day++;
        }
        return day;
    }

    private static Counts run(TinyDuty duty, int days) {
        return OracleEngine.run(duty.model(), DRAWS, 0, 1, days);
    }

    /** The actual total of a measure in runs of 1, 2 ... days. */
    private static List<Long> byDay(TinyDuty duty, String measure, int days) {
        return IntStream.rangeClosed(1, days)
                .mapToObj(d -> actual(run(duty, d), measure))
                .toList();
    }

    private static List<Long> citizens(TinyDuty duty, double scale) {
        Model model = duty.model();
        return IntStream.range(0, 3)
                .mapToObj(m -> actual(OracleEngine.run(model, DRAWS, m, scale, 1), TinyDuty.AT_START))
                .toList();
    }

    private static long total(OracleEngine.Result result, int citizen, String measure) {
        return result.citizens().get(citizen).totals().get(TinyDuty.index(measure));
    }

    private static long actual(Counts counts, String measure) {
        return sum(counts, measure, ACTUAL);
    }

    private static long register(Counts counts, String measure) {
        return sum(counts, measure, REGISTER);
    }

    private static long sum(Counts counts, String measure, int view) {
        long sum = 0;
        for (int state = 0; state < Counts.GROUPS; state++) {
            for (int start = 0; start < Counts.GROUPS; start++) {
                for (int g = 0; g < counts.targetGroups(); g++) {
                    sum += counts.get(TinyDuty.index(measure), view, state, start, g);
                }
            }
        }
        return sum;
    }
}
