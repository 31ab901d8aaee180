package dk.lovproeve.simulation;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to write the parts of a test's model whose words do not matter to a run. */
final class Parts {

    static final Place PLACE = new Place("test.yaml", 1);

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
        return new Step.Head(id, text(id), track, Actor.CITIZEN, "", "p", "", invisible, List.of(), false, PLACE);
    }

    static Arrow arrow(Outcome outcome, String to, Consequences consequences) {
        return new Arrow(outcome, to, Condition.ALWAYS, Optional.empty(), Optional.empty(), consequences, PLACE);
    }

    static Measure measure(String id, Measure.Kind kind) {
        return new Measure(id, text(id), Optional.empty(), kind, Optional.empty(), true, 0, false, PLACE);
    }
}
