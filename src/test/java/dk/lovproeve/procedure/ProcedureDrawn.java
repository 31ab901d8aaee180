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
import java.util.Set;

/** Draws small procedures for tests: one line a step, ways out as {@code to("id")}. */
final class ProcedureDrawn {

    static final Place PLACE = new Place("drawn", 1);

    /** Labels of the capacities that the drawings use. */
    static final Map<String, Text> CAPACITIES = Map.of(
            "digital", new Text("digitale færdigheder", "digital skill"),
            "danish", new Text("læsefærdighed på dansk", "reading skill in Danish"));

    static final String CITIZEN = "citizen";
    static final String CASEWORKER = "caseworker";
    static final String SYSTEM = "system";
    static final String BOARD = "board";

    private static final List<Actor> ACTORS = List.of(
            actor(CITIZEN, "borgeren", "the citizen", Actor.Role.SUBJECT),
            actor(CASEWORKER, "sagsbehandleren", "the caseworker", Actor.Role.STAFF),
            actor(SYSTEM, "systemet", "the system", Actor.Role.SYSTEM),
            actor(BOARD, "klageinstansen", "the appeals body", Actor.Role.BOARD));

    private final List<Track> tracks = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Text> flags = new LinkedHashMap<>();
    private final List<Vocabulary.Circumstance> circumstances = new ArrayList<>();
    private final List<Vocabulary.NamedFact> facts = new ArrayList<>();
    private List<String> dutySteps = List.of();
    private Procedure.Goals goals = new Procedure.Goals(List.of(), List.of(), List.of());

    /** Starts a track that arrives by itself at the step of this id. */
    ProcedureDrawn arrivesAt(String entry) {
        tracks.add(new Track("from-" + entry, same(entry), entry, Optional.of(number("every", Unit.DAYS, 28)),
                Optional.empty(), Condition.ALWAYS, PLACE));
        return this;
    }

    /** Declares a track that only other tracks start. */
    ProcedureDrawn track(String id, String entry) {
        tracks.add(new Track(id, same(id), entry, Optional.empty(), Optional.empty(), Condition.ALWAYS, PLACE));
        return this;
    }

    ProcedureDrawn flag(String id) {
        flags.put(id, same(id));
        return this;
    }

    ProcedureDrawn circumstance(String id, double chance) {
        circumstances.add(new Vocabulary.Circumstance(id, same(id), number(id + "-chance", Unit.PROBABILITY, chance), PLACE));
        return this;
    }

    ProcedureDrawn fact(String id, Condition condition) {
        facts.add(new Vocabulary.NamedFact(id, same(id), condition, PLACE));
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
        steps.add(new Step.Attempt(head.build(), false, new Amount.Of(number("tries", Unit.PROBABILITY, 0.5)),
                Optional.empty(), asked, help, Optional.empty(), Optional.empty(), Map.of(), List.of(arrows)));
        return this;
    }

    ProcedureDrawn await(Head head, Arrow then) {
        steps.add(new Step.Wait(head.build(), Optional.of(new Amount.Of(number("days", Unit.DAYS, 8))), then));
        return this;
    }

    ProcedureDrawn decision(Head head, Choice... choices) {
        steps.add(new Step.Decision(head.build(), Optional.empty(), Map.of(), List.of(choices)));
        return this;
    }

    ProcedureDrawn effect(Head head, Arrow then) {
        steps.add(new Step.Effect(head.build(), Map.of(), then));
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
        Vocabulary vocabulary = new Vocabulary(Map.of(), flags, circumstances, facts, List.of(), List.of());
        return new Procedure(vocabulary, ACTORS, channels, tracks, steps, List.of(), List.of(), List.of(), List.of(),
                Optional.of(groups), goals);
    }

    ProcedureGraph graph() {
        return new ProcedureGraph(build());
    }

    /** What a step says of itself; the citizen acts, without a channel, unless it is said. */
    record Head(String id, Text label, String actor, Optional<String> channel, boolean invisible, List<Right> rights, boolean adverse) {

        Head labelled(String da, String en) {
            return new Head(id, new Text(da, en), actor, channel, invisible, rights, adverse);
        }

        Head by(String other) {
            return new Head(id, label, other, channel, invisible, rights, adverse);
        }

        Head on(String other) {
            return new Head(id, label, actor, Optional.of(other), invisible, rights, adverse);
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
            return new Step.Head(id, label, "track", actor, channel, "provision", Optional.empty(), invisible, rights, adverse, PLACE);
        }
    }

    static Head at(String id) {
        return new Head(id, same(id), CITIZEN, Optional.empty(), false, List.of(), false);
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

    static Choice otherwise(String to) {
        return when(Condition.ALWAYS, to);
    }

    static Choice when(Condition condition, String to) {
        return new Choice(condition, Optional.empty(), Optional.empty(), arrow(Outcome.CHOSEN, to));
    }

    /** A choice that comes up with a chance. */
    static Choice sometimes(double chance, String to) {
        return new Choice(Condition.ALWAYS, Optional.of(new Amount.Of(number("chance", Unit.PROBABILITY, chance))),
                Optional.empty(), arrow(Outcome.CHOSEN, to));
    }

    /** A choice whose chance a caseworker's leniency moves. */
    static Choice atDiscretion(double chance, String to) {
        return new Choice(Condition.ALWAYS, Optional.of(new Amount.Of(number("chance", Unit.PROBABILITY, chance))),
                Optional.of(number("discretion", Unit.SD, 1)), arrow(Outcome.CHOSEN, to));
    }

    static Choice setting(Choice choice, String... flags) {
        return with(choice, setting(choice.arrow(), flags));
    }

    static Choice starting(Choice choice, String... tracks) {
        return with(choice, starting(choice.arrow(), tracks));
    }

    static Arrow setting(Arrow arrow, String... flags) {
        return with(
                arrow,
                Arrays.stream(flags).map(flag -> new Consequences.FlagSet(flag, Condition.ALWAYS)).toList(),
                arrow.consequences().tracks());
    }

    static Arrow starting(Arrow arrow, String... tracks) {
        return with(arrow, arrow.consequences().sets(), List.of(tracks));
    }

    private static Choice with(Choice choice, Arrow arrow) {
        return new Choice(choice.when(), choice.chance(), choice.discretion(), arrow);
    }

    private static Arrow with(Arrow arrow, List<Consequences.FlagSet> sets, List<String> tracks) {
        Consequences none = Consequences.NONE;
        Consequences consequences = new Consequences(none.tallies(), sets, none.clears(), none.clock(), none.extend(),
                none.starts(), none.stops(), none.drops(), none.refunds(), none.changes(), none.becomes(), tracks, none.ends());
        return new Arrow(arrow.outcome(), arrow.to(), consequences, PLACE);
    }

    private static Arrow arrow(Outcome outcome, String to) {
        return new Arrow(outcome, to, Consequences.NONE, PLACE);
    }

    private static Actor actor(String id, String da, String en, Actor.Role role) {
        return new Actor(id, new Text(da, en), role, Optional.empty(), PLACE);
    }

    static Citizens citizens(Set<String> helpersStandInFor) {
        return new Citizens(new Text("borgere", "citizens"), CAPACITIES, helpersStandInFor, Optional.empty());
    }

    /** She lies below this percentile of adults in the capacity. */
    static Condition below(String capacity, double percentile) {
        return new Condition.Comparison(
                new Amount.OfCapacity(capacity), Condition.Relation.BELOW,
                new Amount.Of(number("p", Unit.PERCENTILE, percentile)));
    }

    static Parameter number(String id, Unit unit, double value) {
        return new Parameter(id, same(id), unit, new Level(value, value, value, EvidenceClass.ASSUMED, "drawn"), Map.of(), PLACE);
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
