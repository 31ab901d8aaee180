package dk.lovproeve.procedure;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws small procedures for tests: one line a step, ways out as {@code to("id")}. */
final class ProcedureDrawn {

    static final Place PLACE = new Place("drawn", 1);

    /** Labels of the capacities that the drawings use. */
    static final Map<String, Text> CAPACITIES = Map.of(
            "digital", new Text("digitale færdigheder", "digital skill"),
            "danish", new Text("læsefærdighed på dansk", "reading skill in Danish"));

    private final List<Track> tracks = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Text> flags = new LinkedHashMap<>();
    private final List<Procedure.NamedFact> facts = new ArrayList<>();
    private List<String> dutySteps = List.of();
    private Procedure.Goals goals = new Procedure.Goals(List.of(), List.of(), List.of());

    /** Starts a track that arrives by itself at the step of this id. */
    ProcedureDrawn arrivesAt(String entry) {
        tracks.add(new Track("from-" + entry, same(entry), entry, Optional.of(number("every", Unit.DAYS, 28)),
                Optional.empty(), PLACE));
        return this;
    }

    /** Declares a track that only other tracks start. */
    ProcedureDrawn track(String id, String entry) {
        tracks.add(new Track(id, same(id), entry, Optional.empty(), Optional.empty(), PLACE));
        return this;
    }

    ProcedureDrawn flag(String id) {
        flags.put(id, same(id));
        return this;
    }

    ProcedureDrawn fact(String id, Condition condition) {
        facts.add(new Procedure.NamedFact(id, same(id), condition, PLACE));
        return this;
    }

    ProcedureDrawn duty(String... ids) {
        dutySteps = List.of(ids);
        return this;
    }

    ProcedureDrawn goals(List<String> fulfilled, List<String> protectedAt, String... grounds) {
        goals = new Procedure.Goals(fulfilled, protectedAt, List.of(grounds));
        return this;
    }

    ProcedureDrawn attempt(Head head, Map<String, Double> demands, boolean help, Arrow... arrows) {
        Map<String, Parameter> asked = new LinkedHashMap<>();
        demands.forEach((capacity, level) -> asked.put(capacity, number(capacity, Unit.PERCENTILE, level)));
        steps.add(new Step.Attempt(head.build(), false, number("tries", Unit.PROBABILITY, 0.5), Optional.empty(), asked, help,
                Optional.empty(), Step.Minutes.NONE, true, List.of(arrows)));
        return this;
    }

    ProcedureDrawn await(Head head, Arrow... arrows) {
        steps.add(new Step.Wait(head.build(), Optional.of(number("days", Unit.DAYS, 8)), List.of(arrows)));
        return this;
    }

    ProcedureDrawn decision(Head head, Arrow... arrows) {
        steps.add(new Step.Decision(head.build(), Optional.empty(), Step.Minutes.NONE, List.of(arrows)));
        return this;
    }

    ProcedureDrawn effect(Head head, Arrow... arrows) {
        steps.add(new Step.Effect(head.build(), Step.Minutes.NONE, List.of(arrows)));
        return this;
    }

    ProcedureDrawn end(Head head) {
        steps.add(new Step.End(head.build()));
        return this;
    }

    Procedure build() {
        Procedure.Groups groups = new Procedure.Groups(
                dutySteps, number("spread", Unit.SD, 0.5), number("head-start", Unit.SHARE, 0.5));
        List<Procedure.Channel> channels = List.of(
                new Procedure.Channel("jobnet", same("Jobnet"), Procedure.Medium.DIGITAL, PLACE),
                new Procedure.Channel("letter", new Text("brev", "letter"), Procedure.Medium.LETTER, PLACE));
        return new Procedure(tracks, steps, channels, flags, facts, List.of(), List.of(), List.of(),
                new Procedure.MinutesMeasures("", "", ""), groups, List.of(), List.of(), goals);
    }

    ProcedureGraph graph() {
        return new ProcedureGraph(build());
    }

    /** What a step says of itself; the citizen acts, without a channel, unless it is said. */
    record Head(String id, Text label, Actor actor, String channel, boolean invisible, List<Right> rights, boolean adverse) {

        Head labelled(String da, String en) {
            return new Head(id, new Text(da, en), actor, channel, invisible, rights, adverse);
        }

        Head by(Actor other) {
            return new Head(id, label, other, channel, invisible, rights, adverse);
        }

        Head on(String other) {
            return new Head(id, label, actor, other, invisible, rights, adverse);
        }

        Head unseen() {
            return new Head(id, label, actor, channel, true, rights, adverse);
        }

        Head giving(Right... given) {
            return new Head(id, label, actor, channel, invisible, List.of(given), adverse);
        }

        Head against() {
            return new Head(id, label, actor, channel, invisible, rights, true);
        }

        Step.Head build() {
            return new Step.Head(id, label, "track", actor, channel, "provision", "", invisible, rights, adverse, PLACE);
        }
    }

    static Head at(String id) {
        return new Head(id, same(id), Actor.CITIZEN, "", false, List.of(), false);
    }

    static Arrow done(String to) {
        return arrow(Outcome.DONE, to);
    }

    static Arrow failed(String to) {
        return arrow(Outcome.FAILED, to);
    }

    static Arrow expired(String to) {
        return arrow(Outcome.EXPIRED, to);
    }

    static Arrow then(String to) {
        return arrow(Outcome.THEN, to);
    }

    static Arrow otherwise(String to) {
        return arrow(Outcome.CHOSEN, to);
    }

    static Arrow when(Condition condition, String to) {
        return new Arrow(Outcome.CHOSEN, to, condition, Optional.empty(), Optional.empty(), Consequences.NONE, PLACE);
    }

    /** An arm of a decision that comes up with a chance. */
    static Arrow sometimes(double chance, String to) {
        return new Arrow(Outcome.CHOSEN, to, Condition.ALWAYS, Optional.of(number("chance", Unit.PROBABILITY, chance)),
                Optional.empty(), Consequences.NONE, PLACE);
    }

    /** An arm of a decision whose chance a caseworker's leniency moves. */
    static Arrow atDiscretion(double chance, String to) {
        return new Arrow(Outcome.CHOSEN, to, Condition.ALWAYS, Optional.of(number("chance", Unit.PROBABILITY, chance)),
                Optional.of(number("discretion", Unit.SD, 1)), Consequences.NONE, PLACE);
    }

    static Arrow setting(Arrow arrow, String... flags) {
        Map<String, Condition> sets = new LinkedHashMap<>();
        Arrays.stream(flags).forEach(flag -> sets.put(flag, Condition.ALWAYS));
        return with(arrow, sets, arrow.consequences().tracks());
    }

    static Arrow starting(Arrow arrow, String... tracks) {
        return with(arrow, arrow.consequences().sets(), List.of(tracks));
    }

    private static Arrow with(Arrow arrow, Map<String, Condition> sets, List<String> tracks) {
        Consequences consequences = new Consequences(List.of(), sets, List.of(), Optional.empty(), Optional.empty(),
                List.of(), List.of(), List.of(), Map.of(), tracks);
        return new Arrow(arrow.outcome(), arrow.to(), arrow.when(), arrow.chance(), arrow.discretion(), consequences, PLACE);
    }

    private static Arrow arrow(Outcome outcome, String to) {
        return new Arrow(outcome, to, Condition.ALWAYS, Optional.empty(), Optional.empty(), Consequences.NONE, PLACE);
    }

    static Parameter number(String id, Unit unit, double value) {
        return new Parameter(id, same(id), unit, new Level(value, value, value, EvidenceClass.ASSUMED, "drawn"), Map.of(), PLACE);
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
