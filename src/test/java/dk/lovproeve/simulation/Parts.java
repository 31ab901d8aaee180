package dk.lovproeve.simulation;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to write the parts of a test's model whose words do not matter to a run. */
final class Parts {

    static final Place PLACE = new Place("test.yaml", 1);

    /** The ids of the three actors that tests have. */
    static final String CITIZEN = "citizen";

    static final String HELPER = "helper";
    static final String CASEWORKER = "caseworker";

    private Parts() {}

    static Text text(String words) {
        return new Text(words, words);
    }

    static Level level(double value) {
        return new Level(value, value, value, EvidenceClass.ASSUMED, "a test");
    }

    static Parameter parameter(String id, Unit unit, double value) {
        return new Parameter(id, text(id), unit, level(value), Map.of(), PLACE);
    }

    static Step.Head head(String id, String track, boolean invisible) {
        return new Step.Head(
                id, text(id), track, CITIZEN, Optional.empty(), "p", Optional.empty(), invisible, List.of(), false, PLACE);
    }

    static Arrow arrow(Outcome outcome, String to, Consequences consequences) {
        return new Arrow(outcome, to, consequences, PLACE);
    }

    /** A decision's way for everybody who comes this far. */
    static Choice otherwise(String to, Consequences consequences) {
        return new Choice(Condition.ALWAYS, Optional.empty(), Optional.empty(), arrow(Outcome.CHOSEN, to, consequences));
    }

    static Actor actor(String id, Actor.Role role, String measure) {
        return new Actor(id, text(id), role, Optional.of(measure), PLACE);
    }

    static Measure measure(String id, Measure.Kind kind) {
        return new Measure(id, text(id), Optional.empty(), kind, kind.unit(), Optional.empty(), true, 0, false, PLACE);
    }

    static Tally tally(String measure, View view, Condition when) {
        return new Tally(measure, view, when, Optional.empty());
    }

    static Amount of(Parameter parameter) {
        return new Amount.Of(parameter);
    }
}
