package dk.lovproeve.simulation;

import static dk.lovproeve.simulation.Parts.CASEWORKER;
import static dk.lovproeve.simulation.Parts.CITIZEN;
import static dk.lovproeve.simulation.Parts.HELPER;
import static dk.lovproeve.simulation.Parts.PLACE;
import static dk.lovproeve.simulation.Parts.actor;
import static dk.lovproeve.simulation.Parts.head;
import static dk.lovproeve.simulation.Parts.measure;
import static dk.lovproeve.simulation.Parts.of;
import static dk.lovproeve.simulation.Parts.text;

import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Procedure.Goals;
import dk.lovproeve.procedure.Procedure.Groups;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.procedure.Vocabulary.State;
import dk.lovproeve.rule.Addressee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A duty small enough for paper: one track, and one municipality unless a case has more.
 *
 * <pre>
 * notice --done, clock--> book --done--> booked (rest, end)
 *                          | full (only where a case asks for it) --> excuse --> book, extended | book
 *                          | expired: sanction, meter from the clock --> contact --done, meter stops--> review
 *                                                                      review --forgiven, refund--> booked
 *                                                                             --else--> booked
 * </pre>
 *
 * As it stands all is sure: everybody is told on day 0, tries and manages, and there is a slot for everyone. A case
 * changes the fields it is about. The track arrives every day, day 0 among them.
 */
final class TinyDuty {

    static final String TOLD = "told";
    static final String BOOKED = "booked";
    static final String FULL = "full";
    static final String EXTENDED = "extended";
    static final String SANCTIONED = "sanctioned";
    static final String FORGIVEN = "forgiven";
    static final String DAYS = "days";
    static final String KRONER = "kroner";
    static final String REFUNDED = "refunded";
    static final String CITIZEN_MINUTES = "citizen-minutes";
    static final String HELPER_MINUTES = "helper-minutes";
    static final String CASEWORKER_MINUTES = "caseworker-minutes";
    static final String AT_START = "at-start";
    static final String AT_END = "at-end";

    static final List<String> MEASURES = List.of(
            TOLD, BOOKED, FULL, EXTENDED, SANCTIONED, FORGIVEN, DAYS, KRONER, REFUNDED, CITIZEN_MINUTES, HELPER_MINUTES,
            CASEWORKER_MINUTES, AT_START, AT_END);

    /** The municipalities and their shares. */
    Map<String, Double> municipalities = new LinkedHashMap<>(Map.of("0101", 1.0));
    /** The target groups and their persons. */
    Map<String, Integer> persons = new LinkedHashMap<>(Map.of("all", 1));
    /** The mean skill of a target group, in standard deviations; 0 where it is not named. */
    Map<String, Double> shift = Map.of();
    /** 1 leaves only the common factor, which is the same number for every capacity and the helper. */
    double loading = 0;

    double deadlineDays = 3;
    double bookTries = 1;
    Optional<Double> bookDemands = Optional.empty();
    boolean bookHelp = false;
    double reminderDaysBefore = 1;
    double reminderChance = 0;
    double subscribed = 1;

    double slotsPer1000 = 1000;
    double slotsKeepDays = 1;
    boolean slotsWeekdaysOnly = false;
    /** How often {@code full} extends the clock; with 0 {@code book} has no arrow {@code full}. */
    double extensions = 0;
    double extendDays = 3;

    double contactTries = 1;
    Optional<Double> contactDemands = Optional.empty();
    double rate = 100;
    double debtPer1000 = 0;
    Optional<Double> forgive = Optional.empty();
    double discretion = 0;
    double culture = 1;

    /** Longer than any case unless one says otherwise, so that each citizen goes through once. */
    double restDays = 1000;

    /** Which steps make the groups. */
    List<String> groupSteps = List.of("book");
    double spread = 0.001;
    double headStart = 0;
    double stressOnSkill = 0;
    Optional<Double> stressHalfLife = Optional.empty();
    Optional<Double> helperShare = Optional.empty();
    double helperLevel = 5;
    double helperAway = 0;
    Optional<Double> helperTriesADay = Optional.empty();
    /** A Monday. */
    LocalDate firstDay = LocalDate.of(2024, 1, 1);

    private final List<Parameter> parameters = new ArrayList<>();

    /** The duty as it stands, for 40 citizens that differ: some fail, some have a helper, some find no slot. */
    static TinyDuty lifelike() {
        TinyDuty duty = new TinyDuty();
        duty.persons = new LinkedHashMap<>();
        duty.persons.put("strong", 25);
        duty.persons.put("weak", 15);
        duty.shift = Map.of("weak", -0.8);
        duty.loading = 0.6;
        duty.bookTries = 0.4;
        duty.bookDemands = Optional.of(0.4);
        duty.bookHelp = true;
        duty.reminderChance = 0.5;
        duty.subscribed = 0.5;
        duty.slotsPer1000 = 90;
        duty.slotsKeepDays = 2;
        duty.slotsWeekdaysOnly = true;
        duty.extensions = 2;
        duty.contactTries = 0.2;
        duty.debtPer1000 = 0.5;
        duty.forgive = Optional.of(0.3);
        duty.discretion = 1;
        duty.culture = 0.5;
        duty.spread = 0.5;
        duty.headStart = 0.5;
        duty.stressOnSkill = -0.5;
        duty.stressHalfLife = Optional.of(20.0);
        duty.helperShare = Optional.of(0.5);
        duty.helperLevel = 0.5;
        duty.helperAway = 0.5;
        return duty;
    }

    /** The index of a measure. */
    static int index(String measure) {
        return MEASURES.indexOf(measure);
    }

    /** The duty with its fields as they are now. */
    Model model() {
        parameters.clear();
        List<Addressee> addressees = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        Map<String, Level> shifts = new LinkedHashMap<>();
        persons.forEach((id, number) -> {
            Parameter count = number("persons-" + id, Unit.PERSONS, number);
            addressees.add(new Addressee(id, text(id), count, text("now"), "p", PLACE));
            groups.add(new Group(id, count));
            shifts.put(id, Parts.level(shift.getOrDefault(id, 0.0)));
        });
        Parameter skillShift = new Parameter("skill-shift", text("skill-shift"), Unit.SD, null, shifts, PLACE);
        parameters.add(skillShift);
        Capacity skill = new Capacity("skill", text("skill"), skillShift, number("loading", Unit.SHARE, loading), PLACE);
        List<HelperKind> helpers = helperShare.map(share -> List.of(helper(share))).orElse(List.of());
        List<Municipality> places = new ArrayList<>();
        municipalities.forEach((code, share) -> places.add(new Municipality(code, code, share)));
        PopulationSpec population = new PopulationSpec(
                groups, places, List.of(skill), helpers,
                List.of(new PopulationSpec.Trait("subscribed", text("subscribed"), number("subscription", Unit.SHARE, subscribed), PLACE)));
        Resource slots = new Resource(
                "slots", text("slots"), number("supply", Unit.PER_1000_A_DAY, slotsPer1000),
                number("keeps", Unit.DAYS, slotsKeepDays), number("varies", Unit.SHARE, 0), slotsWeekdaysOnly, PLACE);
        Caseworkers caseworkers = new Caseworkers(
                number("citizens-each", Unit.PERSONS, 20), number("culture", Unit.SHARE, culture),
                number("turnover", Unit.PROBABILITY, 0.3));
        return new Model(
                firstDay, addressees, parameters, procedure(), new Institutions(Optional.of(caseworkers), List.of(slots)), population);
    }

    private HelperKind helper(double share) {
        return new HelperKind(
                "friend", text("friend"), number("friend-share", Unit.SHARE, share), Optional.empty(), false, List.of(),
                number("friend-level", Unit.SD, helperLevel), number("likeness", Unit.SHARE, loading), List.of("skill"),
                number("has-time", Unit.PROBABILITY, 1), number("away", Unit.PROBABILITY, helperAway),
                number("away-days", Unit.DAYS, 64), helperTriesADay.map(t -> number("tries-a-day", Unit.COUNT, t)),
                PopulationSpec.Bounds.NONE, PLACE);
    }

    private Procedure procedure() {
        Track track = new Track(
                "track", text("track"), "notice", Optional.of(number("every", Unit.DAYS, 1)), Optional.empty(), Condition.ALWAYS,
                PLACE);
        Map<String, Parameter> stressShift = Map.of("skill", number("stress-on-skill", Unit.SD, stressOnSkill));
        State stress = new State(
                "stress", text("stress"), Optional.empty(), stressShift, stressHalfLife.map(h -> number("half-life", Unit.DAYS, h)),
                PLACE);
        Meter.Cost cost = new Meter.Cost(of(number("rate", Unit.KRONER_PER_DAY, rate)), KRONER, Optional.of(REFUNDED));
        Meter deduction = new Meter(
                "deduction", text("deduction"), DAYS, Optional.of(cost),
                Map.of("stress", number("debt", Unit.COUNT, debtPer1000)), PLACE);
        Vocabulary vocabulary = new Vocabulary(
                Map.of("subscribed", text("subscribed")), Map.of(), List.of(), List.of(), List.of(), List.of(stress));
        return new Procedure(
                vocabulary,
                List.of(
                        actor(CITIZEN, Actor.Role.SUBJECT, CITIZEN_MINUTES),
                        actor(HELPER, Actor.Role.HELPER, HELPER_MINUTES),
                        actor(CASEWORKER, Actor.Role.STAFF, CASEWORKER_MINUTES)),
                List.of(),
                List.of(track),
                List.of(notice(), book(), excuse(), contact(), review(), rest(), new Step.End(head("end", "track", false))),
                List.of(deduction),
                List.of(
                        measure(TOLD, Measure.Kind.EVENTS),
                        measure(BOOKED, Measure.Kind.EVENTS),
                        measure(FULL, Measure.Kind.EVENTS),
                        measure(EXTENDED, Measure.Kind.EVENTS),
                        measure(SANCTIONED, Measure.Kind.EVENTS),
                        measure(FORGIVEN, Measure.Kind.EVENTS),
                        measure(DAYS, Measure.Kind.DAYS),
                        measure(KRONER, Measure.Kind.KRONER),
                        measure(REFUNDED, Measure.Kind.KRONER),
                        measure(CITIZEN_MINUTES, Measure.Kind.HOURS),
                        measure(HELPER_MINUTES, Measure.Kind.HOURS),
                        measure(CASEWORKER_MINUTES, Measure.Kind.HOURS),
                        measure(AT_START, Measure.Kind.SUBJECTS),
                        measure(AT_END, Measure.Kind.SUBJECTS)),
                List.of(Parts.tally(AT_START, View.ACTUAL, Condition.ALWAYS)),
                List.of(Parts.tally(AT_END, View.ACTUAL, Condition.ALWAYS)),
                Optional.of(new Groups(groupSteps, number("spread", Unit.SD, spread), number("head-start", Unit.COUNT, headStart))),
                new Goals(List.of("rest"), List.of(), List.of("skill")));
    }

    private Step notice() {
        Consequences told = Follows.counts(TOLD, View.BOTH).clock(of(number("deadline", Unit.DAYS, deadlineDays))).made();
        return new Step.Attempt(
                head("notice", "track", false), true, of(number("notice-tries", Unit.PROBABILITY, 1)), Optional.empty(), Map.of(),
                false, Optional.empty(), Optional.empty(), Map.of(), List.of(Parts.arrow(Outcome.DONE, "book", told)));
    }

    private Step book() {
        List<Arrow> arrows = new ArrayList<>();
        arrows.add(Parts.arrow(Outcome.DONE, "rest", Follows.counts(BOOKED, View.BOTH).made()));
        if (extensions > 0) {
            arrows.add(Parts.arrow(Outcome.FULL, "excuse", Follows.counts(FULL, View.ACTUAL).made()));
        }
        Amount dayAfterClock = new Amount.Combined(Amount.Operation.PLUS, Amount.Moment.CLOCK, new Amount.Literal(1));
        arrows.add(Parts.arrow(
                Outcome.EXPIRED, "contact", Follows.counts(SANCTIONED, View.BOTH).starts("deduction", dayAfterClock).made()));
        Step.Reminder reminder = new Step.Reminder(
                number("reminder-before", Unit.DAYS, reminderDaysBefore), new Condition.Trait("subscribed"),
                number("reminder", Unit.PROBABILITY, reminderChance));
        Map<String, Amount> minutes = new LinkedHashMap<>();
        minutes.put(CITIZEN, of(number("book-citizen", Unit.MINUTES, 30)));
        minutes.put(HELPER, of(number("book-helper", Unit.MINUTES, 20)));
        minutes.put(CASEWORKER, of(number("book-caseworker", Unit.MINUTES, 10)));
        return new Step.Attempt(
                head("book", "track", false), false, of(number("book-tries", Unit.PROBABILITY, bookTries)), Optional.of(reminder),
                demands("book", bookDemands), bookHelp, Optional.empty(),
                Optional.of(new Step.Take("slots", of(number("slot", Unit.COUNT, 1)))), minutes, arrows);
    }

    private Step excuse() {
        Consequences extended = Follows.counts(EXTENDED, View.BOTH).extend(of(number("extend", Unit.DAYS, extendDays))).made();
        Condition some = new Condition.Comparison(
                Amount.Moment.EXTENSIONS, Condition.Relation.BELOW, of(number("extensions", Unit.COUNT, extensions)));
        Choice more = new Choice(some, Optional.empty(), Optional.empty(), Parts.arrow(Outcome.CHOSEN, "book", extended));
        return new Step.Decision(
                head("excuse", "track", false), Optional.empty(), Map.of(),
                List.of(more, Parts.otherwise("book", Consequences.NONE)));
    }

    private Step contact() {
        return new Step.Attempt(
                head("contact", "track", false), false, of(number("contact-tries", Unit.PROBABILITY, contactTries)),
                Optional.empty(), demands("contact", contactDemands), false, Optional.empty(), Optional.empty(), Map.of(),
                List.of(Parts.arrow(Outcome.DONE, "review", new Follows().stops("deduction").made())));
    }

    /** An invisible step: the caseworker spends five minutes that no register sees. */
    private Step review() {
        List<Choice> choices = new ArrayList<>();
        forgive.ifPresent(chance -> choices.add(new Choice(
                Condition.ALWAYS, Optional.of(of(number("forgive", Unit.PROBABILITY, chance))),
                Optional.of(number("discretion", Unit.SD, discretion)),
                Parts.arrow(Outcome.CHOSEN, "rest", Follows.counts(FORGIVEN, View.ACTUAL).refunds("deduction").made()))));
        choices.add(Parts.otherwise("rest", Consequences.NONE));
        return new Step.Decision(
                head("review", "track", true), Optional.empty(),
                Map.of(CASEWORKER, of(number("review-caseworker", Unit.MINUTES, 5))), choices);
    }

    private Step rest() {
        return new Step.Wait(
                head("rest", "track", false), Optional.of(of(number("rest", Unit.DAYS, restDays))),
                Parts.arrow(Outcome.THEN, "end", Consequences.NONE));
    }

    private Map<String, Parameter> demands(String step, Optional<Double> percentile) {
        return percentile
                .map(p -> Map.of("skill", number(step + "-demands", Unit.PERCENTILE, p)))
                .orElse(Map.of());
    }

    private Parameter number(String id, Unit unit, double value) {
        Parameter parameter = Parts.parameter(id, unit, value);
        parameters.add(parameter);
        return parameter;
    }
}
