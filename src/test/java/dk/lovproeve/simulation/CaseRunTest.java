package dk.lovproeve.simulation;

import static dk.lovproeve.simulation.Parts.PLACE;
import static dk.lovproeve.simulation.Parts.text;
import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.WorkedCase.Expected;
import dk.lovproeve.simulation.WorkedCase.Given;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Worked cases of the tiny duty; day 0 is Monday 1 January 2024, and the deadline three days. */
class CaseRunTest {

    private static final LocalDate ARRIVAL = day(1);

    private final TinyDuty duty = new TinyDuty();

    CaseRunTest() {
        duty.bookTries = 0.5;
        duty.contactTries = 0.2;
        duty.forgive = Optional.of(0.3);
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2024, 1, ofJanuary);
    }

    @Test
    void whatIsGivenHappensAndTheRestFollowsFromTheRule() {
        // Told 1 January; the last day is the 4th; on the 5th she has not booked, and the deduction runs until she
        // makes contact on the 10th: 5 days at 100 kroner. The notice is certain and need not be given.
        CaseRun.Result result = run(
                List.of(arrives(), tries("contact", 10, Outcome.DONE, false)),
                List.of(
                        comes("notice", 1), comes("book", 1), comes("contact", 5), comes("review", 10), comes("rest", 10),
                        never("excuse"), counted(TinyDuty.DAYS, 5), counted(TinyDuty.KRONER, 500), counted(TinyDuty.FORGIVEN, 0)));
        assertThat(result.unmet()).isEmpty();
        assertThat(result.idle()).isEmpty();
        assertThat(result.answers()).hasSize(9).allMatch(CaseRun.Answer::met);
    }

    @Test
    void whatIsNotGivenDoesNotHappen() {
        CaseRun.Result result = run(List.of(), List.of(never("notice"), counted(TinyDuty.TOLD, 0)));
        assertThat(result.unmet()).isEmpty();
        assertThat(run(List.of(arrives()), List.of(comes("contact", 5), never("rest"))).unmet()).isEmpty();
    }

    @Test
    void anExpectationThatIsNotMetIsToldWithPlaceAndBothDates() {
        CaseRun.Result result = run(
                List.of(arrives()),
                List.of(
                        new Expected.Comes("contact", day(7), new Place("cases.yaml", 12)),
                        new Expected.Never("book", new Place("cases.yaml", 13)),
                        new Expected.Comes("rest", day(7), new Place("cases.yaml", 14)),
                        new Expected.Counted(TinyDuty.SANCTIONED, Counts.REGISTER, 2, new Place("cases.yaml", 15))));
        assertThat(result.unmet().stream().map(f -> f.in(Language.EN))).containsExactly(
                """
                cases.yaml:12 cases.case.expect
                  found:     came to step contact on 2024-01-05
                  expected:  2024-01-07""",
                """
                cases.yaml:13 cases.case.expect
                  found:     came to step book on 2024-01-01
                  expected:  never""",
                """
                cases.yaml:14 cases.case.expect
                  found:     never came to step rest
                  expected:  2024-01-07""",
                """
                cases.yaml:15 cases.case.expect
                  found:     sanctioned: 1
                  expected:  2""");
        assertThat(result.unmet().get(0).in(Language.DA)).contains("kom til trinnet contact den 2024-01-05");
    }

    @Test
    void aTryCanFailOrFindNothingLeft() {
        duty.extensions = 1;
        duty.bookDemands = Optional.of(0.5);
        CaseRun.Result result = run(
                List.of(
                        arrives(), tries("book", 2, Outcome.FAILED, false), tries("book", 3, Outcome.FULL, false),
                        tries("book", 7, Outcome.DONE, false)),
                List.of(
                        comes("excuse", 3), comes("rest", 7), counted(TinyDuty.FULL, 1), counted(TinyDuty.BOOKED, 1),
                        // Three tries of 30 minutes are 1.5 hours, and the caseworker's 10 for the one that was done 0.167.
                        counted(TinyDuty.CITIZEN_MINUTES, 1.5), counted(TinyDuty.CASEWORKER_MINUTES, 0.167)));
        assertThat(result.unmet()).isEmpty();
        assertThat(result.idle()).isEmpty();
    }

    @Test
    void theHelperDoesItWhereSheIsGivenAndNotWhileSheIsAway() {
        duty.helperShare = Optional.of(0.1);
        duty.bookDemands = Optional.of(0.5);
        duty.bookHelp = true;
        duty.spread = 1;
        List<Given> byHelper = List.of(arrives(), tries("book", 2, Outcome.DONE, true));
        CaseRun.Result helped = run(byHelper, List.of(comes("rest", 2), counted(TinyDuty.HELPER_MINUTES, 0.333)));
        assertThat(helped.unmet()).isEmpty();
        assertThat(helped.idle()).isEmpty();

        List<Given> away = List.of(
                arrives(), tries("book", 2, Outcome.DONE, true), new Given.HelperAway(day(2), day(2), Optional.empty(), PLACE));
        CaseRun.Result alone = run(away, List.of(never("rest"), counted(TinyDuty.HELPER_MINUTES, 0)));
        assertThat(alone.unmet()).isEmpty();
        assertThat(alone.idle()).containsExactly(away.get(1));
    }

    @Test
    void aDecisionGoesTheWayThatIsGivenEachTimeOrOnADay() {
        List<Given> course = List.of(arrives(), tries("contact", 10, Outcome.DONE, false));
        assertThat(run(with(course, new Given.Decides("review", "rest", Optional.empty(), PLACE)),
                        List.of(counted(TinyDuty.FORGIVEN, 1), counted(TinyDuty.REFUNDED, 500))).unmet()).isEmpty();
        assertThat(run(with(course, new Given.Decides("review", "rest", Optional.of(day(10)), PLACE)),
                        List.of(counted(TinyDuty.FORGIVEN, 1))).unmet()).isEmpty();
        assertThat(run(with(course, new Given.Decides("review", "rest", Optional.of(day(9)), PLACE)),
                        List.of(counted(TinyDuty.FORGIVEN, 0))).unmet()).isEmpty();
    }

    @Test
    void whatIsClosedStaysClosed() {
        // The slots are given on weekdays; 6 January 2024 is a Saturday, 8 January a Monday.
        duty.deadlineDays = 10;
        duty.slotsWeekdaysOnly = true;
        CaseRun.Result result = run(
                List.of(arrives(), tries("book", 6, Outcome.DONE, false), tries("book", 8, Outcome.DONE, false)),
                List.of(comes("rest", 8)));
        assertThat(result.unmet()).isEmpty();
        assertThat(result.idle()).containsExactly(tries("book", 6, Outcome.DONE, false));
    }

    @Test
    void aKnownNumberStandsInForTheParameters() {
        WorkedCase worked = worked(List.of(arrives()), List.of(comes("contact", 9)), Map.of(), Map.of("deadline", 7.0));
        assertThat(CaseRun.run(worked, Variant.BILL, duty.model()).unmet()).isEmpty();
    }

    @Test
    void aVariantHasItsOwnExpectationsAndGivensForTheSameStep() {
        Map<String, WorkedCase.Version> versions = new LinkedHashMap<>();
        versions.put("longer", new WorkedCase.Version(
                List.of(tries("contact", 20, Outcome.DONE, false)), List.of(comes("contact", 8), comes("rest", 20)), PLACE));
        Given odd = tries("excuse", 3, Outcome.DONE, false);
        WorkedCase worked = worked(
                List.of(arrives(), tries("contact", 10, Outcome.DONE, false), odd), List.of(comes("rest", 10)), versions, Map.of());
        CaseRun.Result bill = CaseRun.run(worked, Variant.BILL, duty.model());
        duty.deadlineDays = 6;
        CaseRun.Result longer = CaseRun.run(worked, "longer", duty.model());
        CaseRun.Result unnamed = CaseRun.run(worked, "unnamed", duty.model());
        assertThat(bill.unmet()).isEmpty();
        assertThat(longer.unmet()).isEmpty();
        assertThat(unnamed.unmet()).isEmpty();
        assertThat(unnamed.story().comesTo("rest")).containsExactly(day(10));
        // Only what came up nowhere is a mistake.
        assertThat(CaseRun.neverCameUp(List.of(bill, longer)).stream().map(f -> f.in(Language.EN))).containsExactly(
                """
                test.yaml:1 cases.case.given
                  found:     step excuse on 2024-01-03, which never came up
                  expected:  something that can happen in the case""");
    }

    @Test
    void whatIsGivenBeforeTheFirstDayNeverComesUp() {
        Given early = new Given.Arrives("track", LocalDate.of(2023, 12, 31), PLACE);
        CaseRun.Result result = run(List.of(early), List.of(never("notice")));
        assertThat(result.unmet()).isEmpty();
        assertThat(result.idle()).containsExactly(early);
    }

    private static List<Given> with(List<Given> course, Given more) {
        return Stream.concat(course.stream(), Stream.of(more)).toList();
    }

    /** No state of the model has a start of its own; the case's is told all the same. */
    @Test
    void aStateThatTheCaseGivesIsThereFromTheFirstDay() {
        WorkedCase plain = worked(List.of(), List.of(never("notice")), Map.of(), Map.of());
        WorkedCase.Subject subject = new WorkedCase.Subject(
                "all", Map.of(), Map.of(), List.of(), Map.of("stress", 0.7));
        WorkedCase stressed = new WorkedCase(
                plain.id(), plain.label(), plain.text(), plain.source(), plain.firstDay(), subject, plain.parameters(),
                plain.given(), plain.expect(), plain.versions(), PLACE);
        assertThat(CaseRun.run(stressed, Variant.BILL, duty.model()).story().entries().get(0))
                .isEqualTo(new Story.Entry(0, new Event.StateChanged("stress", 0, 0.7)));
    }

    private CaseRun.Result run(List<Given> given, List<Expected> expect) {
        return CaseRun.run(worked(given, expect, Map.of(), Map.of()), Variant.BILL, duty.model());
    }

    private WorkedCase worked(
            List<Given> given, List<Expected> expect, Map<String, WorkedCase.Version> versions, Map<String, Double> parameters) {
        WorkedCase.Subject subject = new WorkedCase.Subject(
                "all", Map.of("skill", 0.3), duty.helperShare.map(share -> Map.of("friend", 0.9)).orElse(Map.of()), List.of("subscribed"), Map.of());
        return new WorkedCase(
                "case", text("case"), text("case"), Optional.empty(), Optional.empty(), subject, parameters, given, expect, versions,
                PLACE);
    }

    private static Given arrives() {
        return new Given.Arrives("track", ARRIVAL, PLACE);
    }

    private static Given tries(String step, int on, Outcome outcome, boolean byHelper) {
        return new Given.Tries(step, day(on), outcome, byHelper, PLACE);
    }

    private static Expected comes(String step, int on) {
        return new Expected.Comes(step, day(on), PLACE);
    }

    private static Expected never(String step) {
        return new Expected.Never(step, PLACE);
    }

    private static Expected counted(String measure, double number) {
        return new Expected.Counted(measure, Counts.ACTUAL, number, PLACE);
    }
}
