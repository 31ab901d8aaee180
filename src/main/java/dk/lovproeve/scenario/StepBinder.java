package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.MeterStart;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Right;
import dk.lovproeve.procedure.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds {@code steps}: what every step has, what each kind has of its own, its arrows and what happens on them. */
final class StepBinder {

    /** The words for the kinds of step. */
    static final String[] KINDS = {"notice", "attempt", "wait", "decision", "effect", "end"};

    private final ConditionBinder conditions;
    private final MeasureBinder measures;

    StepBinder(ConditionBinder conditions, MeasureBinder measures) {
        this.conditions = conditions;
        this.measures = measures;
    }

    Step step(Cursor c) {
        Cursor kind = c.take("kind");
        String word = kind.oneOf(KINDS, w -> w);
        Step.Head head = head(c);
        if (!word.equals(kind.word())) {
            // Which keys belong here hangs on the kind: without one, what else stands here can be neither right nor wrong.
            if (c.isThere()) {
                c.tree().keys().keySet().forEach(c::maybe);
            }
            return new Step.End(head);
        }
        return switch (word) {
            case "notice", "attempt" -> attempt(c, head, word.equals("notice"));
            case "wait" -> wait(c, head);
            case "decision" -> decision(c, head);
            case "effect" -> effect(c, head);
            default -> new Step.End(head);
        };
    }

    private Step.Head head(Cursor c) {
        String track = c.take("track").reference(Kind.TRACK);
        return new Step.Head(
                c.key(),
                c.take("label").text(),
                track,
                c.take("actor").oneOf(Actor.values(), Actor::key),
                c.maybe("channel").map(channel -> channel.reference(Kind.CHANNEL)).orElse(""),
                c.take("provision").reference(Kind.PROVISION),
                c.maybe("if-off").map(to -> stepOfTrack(to, c)).orElse(""),
                c.maybe("invisible").map(Cursor::yes).orElse(false),
                rights(c.maybe("rights")),
                c.maybe("adverse").map(Cursor::yes).orElse(false),
                c.place());
    }

    private static List<Right> rights(Optional<Cursor> list) {
        List<Right> rights = new ArrayList<>();
        Cursor.items(list).forEach(item -> {
            Right right = item.oneOf(Right.values(), Right::key);
            if (rights.contains(right) && right.key().equals(item.word())) {
                item.again(right.key());
            } else {
                rights.add(right);
            }
        });
        return rights;
    }

    private Step attempt(Cursor c, Step.Head head, boolean notice) {
        Parameter tries = c.take("try").parameter(Unit.PROBABILITY, Unit.SHARE);
        Optional<Step.Reminder> reminder = c.maybe("reminder").map(r -> {
            needsClock(r, head.track());
            return r.whole(this::reminder);
        });
        Map<String, Parameter> demands = c.maybe("demands")
                .map(d -> d.referenced(Kind.CAPACITY, one -> one.parameter(Unit.PERCENTILE)))
                .orElse(Map.of());
        boolean help = c.maybe("help").map(Cursor::yes).orElse(false);
        Optional<Step.Take> takes = c.maybe("takes").flatMap(this::take);
        Step.Minutes minutes = c.maybe("minutes").map(m -> m.whole(this::minutes)).orElse(Step.Minutes.NONE);
        boolean until = c.maybe("until").map(u -> untilClock(u, head)).isPresent();

        List<Arrow> arrows = new ArrayList<>();
        arrows.add(arrow(Outcome.DONE, c.take("done"), c, head));
        c.maybe("failed").ifPresent(a -> arrows.add(arrow(Outcome.FAILED, a, c, head)));
        c.maybe("full").ifPresent(a -> {
            if (!c.has("takes")) {
                a.fail(
                        new Text("full uden takes", "full without takes"),
                        new Text("full kun, hvor noget kan slippe op", "full only where something can run out"), "");
            }
            arrows.add(arrow(Outcome.FULL, a, c, head));
        });
        if (until) {
            arrows.add(arrow(Outcome.EXPIRED, c.take("expired"), c, head));
        } else {
            c.maybe("expired").ifPresent(a -> a.fail(
                    new Text("expired uden until: clock", "expired without until: clock"),
                    new Text("expired kun, hvor uret kan løbe ud", "expired only where the clock can run out"), ""));
        }
        return new Step.Attempt(head, notice, tries, reminder, demands, help, takes, minutes, until, arrows);
    }

    private Step wait(Cursor c, Step.Head head) {
        Optional<Parameter> days = c.maybe("days").map(d -> d.parameter(Unit.DAYS));
        boolean until = c.maybe("until").map(u -> untilClock(u, head)).isPresent();
        if (c.isThere() && days.isPresent() == until) {
            c.fail(
                    until ? new Text("både days og until", "both days and until") : new Text("hverken days eller until", "neither days nor until"),
                    new Text("days: en parameter, eller until: clock", "days: a parameter, or until: clock"), "");
        }
        return new Step.Wait(head, days, List.of(arrow(Outcome.THEN, c.take("then"), c, head)));
    }

    private Step effect(Cursor c, Step.Head head) {
        return new Step.Effect(head, caseworkerMinutes(c), List.of(arrow(Outcome.THEN, c.take("then"), c, head)));
    }

    private Step decision(Cursor c, Step.Head head) {
        Optional<Step.Take> takes = c.maybe("takes").flatMap(this::take);
        Step.Minutes minutes = caseworkerMinutes(c);
        Cursor choose = c.take("choose");
        List<Cursor> choices = choose.items();
        if (choose.isList() && choices.isEmpty()) {
            choose.fail(new Text("en tom liste", "an empty list"), new Text("mindst ét valg", "at least one choice"), "");
        }
        List<Arrow> arrows = new ArrayList<>();
        for (Cursor choice : choices) {
            boolean last = arrows.size() == choices.size() - 1;
            if (last) {
                certain(choice);
            }
            arrows.add(choice.whole(one -> choice(one, c, head)));
        }
        return new Step.Decision(head, takes, minutes, arrows);
    }

    private Arrow choice(Cursor c, Cursor step, Step.Head head) {
        Condition when = conditions.when(c);
        Optional<Parameter> chance = c.maybe("chance").map(p -> p.parameter(Unit.PROBABILITY, Unit.SHARE));
        Optional<Parameter> discretion = c.maybe("discretion").map(d -> {
            if (chance.isEmpty()) {
                d.fail(
                        new Text("discretion uden chance", "discretion without chance"),
                        new Text("discretion kun, hvor der er en chance at flytte", "discretion only where there is a chance to shift"), "");
            }
            return d.parameter(Unit.SD);
        });
        return new Arrow(
                Outcome.CHOSEN, stepOfTrack(c.take("to"), step), when, chance, discretion, consequences(c, head), c.place());
    }

    /** The last choice is what is left: it must always hold. */
    private static void certain(Cursor choice) {
        for (String key : List.of("when", "chance")) {
            if (choice.has(key)) {
                new Cursor(choice.binding(), Cursor.below(choice.path(), key), choice.tree().keys().get(key).place(), null)
                        .fail(
                                new Text(key + " i det sidste valg", key + " in the last choice"),
                                new Text("et sidste valg, der altid gælder: kun to og følger", "a last choice that always holds: only to and consequences"), "");
            }
        }
    }

    // ---- the parts ----

    private Step.Reminder reminder(Cursor c) {
        return new Step.Reminder(
                c.take("days-before-clock").parameter(Unit.DAYS),
                conditions.when(c),
                c.take("chance").parameter(Unit.PROBABILITY, Unit.SHARE));
    }

    private Optional<Step.Take> take(Cursor c) {
        Map<String, Parameter> takes =
                c.referenced(Kind.RESOURCE, amount -> amount.parameter(Unit.COUNT, Unit.MINUTES));
        if (c.tree() instanceof Tree.Mapping && takes.size() != 1) {
            c.fail(new Text("én ressource", "one resource"));
        }
        return takes.entrySet().stream().findFirst().map(e -> new Step.Take(e.getKey(), e.getValue()));
    }

    private Step.Minutes minutes(Cursor c) {
        return new Step.Minutes(
                c.maybe("citizen").map(m -> m.parameter(Unit.MINUTES)),
                c.maybe("helper").map(m -> m.parameter(Unit.MINUTES)),
                c.maybe("caseworker").map(m -> m.parameter(Unit.MINUTES)));
    }

    /** Only who tries spends her own time; a decision or an effect costs the caseworker's. */
    private Step.Minutes caseworkerMinutes(Cursor c) {
        return c.maybe("minutes")
                .map(m -> m.whole(one -> new Step.Minutes(
                        Optional.empty(), Optional.empty(), one.maybe("caseworker").map(p -> p.parameter(Unit.MINUTES)))))
                .orElse(Step.Minutes.NONE);
    }

    private boolean untilClock(Cursor until, Step.Head head) {
        until.only("clock");
        needsClock(until, head.track());
        return true;
    }

    /** Where a clock is asked for, some arrow of the track must set it. */
    private static void needsClock(Cursor c, String track) {
        Binding binding = c.binding();
        boolean set = binding.declarations(Kind.STEP).values().stream()
                .filter(step -> step.word("track").equals(track))
                .anyMatch(StepBinder::setsClock);
        if (!set && !track.equals(Binding.UNKNOWN)) {
            c.fail(
                    new Text("et ur, som intet i sporet " + track + " sætter", "a clock that nothing in the track " + track + " sets"),
                    new Text("clock på en pil i sporet", "clock on an arrow of the track"), "");
        }
    }

    private static boolean setsClock(Tree step) {
        for (Outcome outcome : Outcome.values()) {
            Tree arrows = step.keys().get(outcome.key());
            if (arrows != null
                    && (arrows.keys().containsKey("clock")
                            || arrows.elements().stream().anyMatch(a -> a.keys().containsKey("clock")))) {
                return true;
            }
        }
        return false;
    }

    // ---- arrows ----

    private Arrow arrow(Outcome outcome, Cursor c, Cursor step, Step.Head head) {
        if (c.isScalar()) {
            return new Arrow(
                    outcome, stepOfTrack(c, step), Condition.ALWAYS, Optional.empty(), Optional.empty(), Consequences.NONE,
                    c.place());
        }
        return c.whole(one -> new Arrow(
                outcome, stepOfTrack(one.take("to"), step), Condition.ALWAYS, Optional.empty(), Optional.empty(),
                consequences(one, head), one.place()));
    }

    /** A step of the same track: what starts another track is a consequence, because tracks run side by side. */
    private static String stepOfTrack(Cursor to, Cursor from) {
        if (!to.isThere()) {
            return Binding.UNKNOWN;
        }
        String id = to.reference(Kind.STEP);
        String here = from.isThere() ? from.tree().word("track") : "";
        String there = to.binding().word(Kind.STEP, id, "track");
        boolean bothKnown = to.binding().declared(Kind.TRACK).containsAll(List.of(here, there));
        if (bothKnown && !here.equals(there)) {
            to.fail(
                    new Text(id + ", der hører til sporet " + there, id + ", which belongs to the track " + there),
                    new Text("et trin i sporet " + here + "; et andet spor startes med tracks", "a step of the track " + here + "; another track is started by tracks"),
                    "tracks: [" + there + "]");
        }
        return id;
    }

    private Consequences consequences(Cursor c, Step.Head head) {
        List<Tally> tallies = new ArrayList<>();
        tallies.addAll(measures.tallies(c.maybe("counts"), head.invisible() ? View.ACTUAL : View.BOTH));
        tallies.addAll(measures.tallies(c.maybe("happens"), View.ACTUAL));
        tallies.addAll(measures.tallies(c.maybe("records"), View.REGISTER));

        Map<String, Condition> sets = new LinkedHashMap<>();
        Cursor.items(c.maybe("sets")).forEach(one -> {
            Map.Entry<String, Condition> set = one.isScalar()
                    ? Map.entry(one.reference(Kind.FLAG), Condition.ALWAYS)
                    : one.whole(o -> Map.entry(o.take("flag").reference(Kind.FLAG), conditions.when(o)));
            if (sets.putIfAbsent(set.getKey(), set.getValue()) != null) {
                one.again(set.getKey());
            }
        });
        return new Consequences(
                tallies,
                sets,
                c.maybe("clears").map(flags -> flags.references(Kind.FLAG)).orElse(List.of()),
                c.maybe("clock").map(days -> days.parameter(Unit.DAYS)),
                c.maybe("extend").map(days -> {
                    needsClock(days, head.track());
                    return days.parameter(Unit.DAYS);
                }),
                Cursor.items(c.maybe("starts")).map(one -> meterStart(one, head)).toList(),
                c.maybe("stops").map(meters -> meters.references(Kind.METER)).orElse(List.of()),
                c.maybe("refunds").map(this::refunds).orElse(List.of()),
                c.maybe("changes")
                        .map(changes -> changes.referenced(Kind.STATE, one -> one.parameter(Unit.SD, Unit.COUNT)))
                        .orElse(Map.of()),
                c.maybe("tracks").map(tracks -> tracks.references(Kind.TRACK)).orElse(List.of()));
    }

    private MeterStart meterStart(Cursor c, Step.Head head) {
        if (c.isScalar()) {
            return new MeterStart(c.reference(Kind.METER), false);
        }
        return c.whole(one -> {
            String meter = one.take("meter").reference(Kind.METER);
            Cursor from = one.take("from");
            from.only("clock");
            if (from.isThere()) {
                needsClock(from, head.track());
            }
            return new MeterStart(meter, true);
        });
    }

    /** Only a meter with somewhere to count what is paid back can be paid back. */
    private List<String> refunds(Cursor list) {
        for (Cursor item : list.items()) {
            String meter = item.word();
            Tree declared = list.binding().declarations(Kind.METER).get(meter);
            if (declared != null && !declared.keys().containsKey("refunded")) {
                item.fail(
                        new Text(meter + ", der ikke har noget måltal under refunded", meter + ", which has no measure under refunded"),
                        new Text("en måler, der kan betales tilbage", "a meter that can be paid back"), "");
            }
        }
        return list.references(Kind.METER);
    }
}
