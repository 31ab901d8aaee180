package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Procedure.Channel;
import dk.lovproeve.procedure.Procedure.Goals;
import dk.lovproeve.procedure.Procedure.Groups;
import dk.lovproeve.procedure.Procedure.Medium;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Procedure.MinutesMeasures;
import dk.lovproeve.procedure.Procedure.NamedFact;
import dk.lovproeve.procedure.Procedure.State;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds everything of the procedure but the inside of its steps. */
final class ProcedureBinder {

    private final ConditionBinder conditions = new ConditionBinder();
    private final MeasureBinder measures = new MeasureBinder(conditions);
    private final StepBinder steps = new StepBinder(conditions, measures);

    Procedure procedure(Cursor root) {
        List<Channel> channels = Cursor.all(root.maybe("channels"), ProcedureBinder::channel);
        Map<String, Text> flags = flags(root.maybe("flags"));
        List<NamedFact> facts = Cursor.all(root.maybe("facts"), this::fact);
        List<State> states = Cursor.all(root.maybe("states"), ProcedureBinder::state);
        List<Meter> meters = Cursor.all(root.maybe("meters"), ProcedureBinder::meter);
        List<Measure> measured = Cursor.all(Optional.of(root.take("measures")), measures::measure);
        MinutesMeasures minutes = root.take("minutes-measures").whole(MeasureBinder::minutes);
        List<Track> tracks = Cursor.all(Optional.of(root.take("tracks")), ProcedureBinder::track);
        List<Step> all = Cursor.all(Optional.of(root.take("steps")), steps::step);
        Groups groups = root.take("groups").whole(ProcedureBinder::groups);
        List<Tally> opening = measures.tallies(root.maybe("opening"), View.ACTUAL);
        List<Tally> closing = measures.tallies(root.maybe("closing"), View.ACTUAL);
        Goals goals = root.take("goals").whole(ProcedureBinder::goals);
        return new Procedure(
                tracks, all, channels, flags, facts, states, meters, measured, minutes, groups, opening, closing, goals);
    }

    private static Channel channel(Cursor c) {
        return new Channel(
                c.key(), c.take("label").text(), c.take("medium").oneOf(Medium.values(), Medium::key), c.place());
    }

    private static Map<String, Text> flags(Optional<Cursor> declared) {
        Map<String, Text> flags = new LinkedHashMap<>();
        for (Cursor c : declared.map(Cursor::declared).orElse(List.of())) {
            named(c);
            flags.put(c.key(), c.whole(one -> one.take("label").text()));
        }
        return flags;
    }

    private NamedFact fact(Cursor c) {
        named(c);
        if (c.binding().declared(Kind.FLAG).contains(c.key())) {
            c.fail(
                    new Text(c.key() + ", der også er et flag", c.key() + ", which is a flag too"),
                    new Text("et navn, som intet flag har", "a name that no flag has"), "");
        }
        return new NamedFact(c.key(), c.take("label").text(), conditions.condition(c.take("when")), c.place());
    }

    private static void named(Cursor c) {
        if (c.key().equals(ConditionBinder.SUBSCRIBED)) {
            c.fail(
                    Said.same(c.key()),
                    new Text("et andet navn: subscribed betyder tilmeldt påmindelser", "another name: subscribed means signed up for reminders"),
                    "");
        }
    }

    private static State state(Cursor c) {
        return new State(
                c.key(),
                c.take("label").text(),
                c.take("shifts").referenced(Kind.CAPACITY, shift -> shift.parameter(Unit.SD)),
                c.maybe("half-life").map(h -> h.aboveZero(h.parameter(Unit.DAYS))),
                c.place());
    }

    private static Meter meter(Cursor c) {
        return new Meter(
                c.key(),
                c.take("label").text(),
                c.take("rate").parameter(Unit.KRONER_PER_DAY),
                MeasureBinder.ofKind(c.take("days"), Measure.Kind.DAYS),
                MeasureBinder.ofKind(c.take("kroner"), Measure.Kind.KRONER),
                c.maybe("refunded").map(r -> MeasureBinder.ofKind(r, Measure.Kind.KRONER)),
                c.maybe("states-per-1000-kroner")
                        .map(s -> s.referenced(Kind.STATE, one -> one.parameter(Unit.SD, Unit.COUNT)))
                        .orElse(Map.of()),
                c.place());
    }

    private static Track track(Cursor c) {
        Cursor entry = c.take("entry");
        String step = entry.isThere() ? entry.reference(Kind.STEP) : Binding.UNKNOWN;
        String of = c.binding().word(Kind.STEP, step, "track");
        if (c.binding().declared(Kind.TRACK).contains(of) && !of.equals(c.key())) {
            entry.fail(
                    new Text(step + ", der hører til sporet " + of, step + ", which belongs to the track " + of),
                    new Text("et trin i sporet " + c.key(), "a step of the track " + c.key()), "");
        }
        Optional<Parameter> every = c.maybe("every").map(e -> e.aboveZero(e.parameter(Unit.DAYS)));
        Optional<Parameter> spread = c.maybe("spread").map(s -> {
            if (every.isEmpty()) {
                s.fail(
                        new Text("spread uden every", "spread without every"),
                        new Text("spread kun, hvor sporet kommer af sig selv", "spread only where the track arrives by itself"), "");
            }
            return s.parameter(Unit.SHARE, Unit.PROBABILITY);
        });
        return new Track(c.key(), c.take("label").text(), step, every, spread, c.place());
    }

    private static Groups groups(Cursor c) {
        Cursor steps = c.take("steps");
        for (Cursor step : steps.isThere() ? steps.items() : List.<Cursor>of()) {
            String kind = c.binding().word(Kind.STEP, step.word(), "kind");
            if (List.of(StepBinder.KINDS).contains(kind) && !kind.equals("attempt") && !kind.equals("notice")) {
                step.fail(
                        new Text(step.word() + ", der er af slagsen " + kind, step.word() + ", which is of kind " + kind),
                        new Text("et trin, der stiller krav: attempt eller notice", "a step that demands something: attempt or notice"), "");
            }
        }
        Cursor spread = c.take("spread");
        return new Groups(
                steps.references(Kind.STEP),
                spread.aboveZero(spread.common(Unit.SD)),
                c.take("head-start").common(Unit.SHARE, Unit.PROBABILITY));
    }

    private static Goals goals(Cursor c) {
        return new Goals(
                c.take("fulfilled").references(Kind.STEP),
                c.take("protected").references(Kind.STEP),
                c.take("grounds").references(Kind.CAPACITY));
    }
}
