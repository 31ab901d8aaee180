package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Outcome;

/** A track's clock: where one is asked for, some arrow of the track must set it. */
final class Clock {

    private Clock() {}

    /** A failure where this stands in a track whose clock nothing sets; outside of tracks no clock is anybody's. */
    static void mustBeSet(Cursor c) {
        Binding binding = c.binding();
        String step = c.enclosing(Kind.STEP);
        String track = step.isEmpty() ? c.enclosing(Kind.TRACK) : binding.word(Kind.STEP, step, "track");
        boolean set = binding.declarations(Kind.STEP).values().stream()
                .filter(one -> one.word("track").equals(track))
                .anyMatch(Clock::isSetBy);
        if (!set && c.isThere() && binding.declared(Kind.TRACK).contains(track)) {
            c.fail(
                    new Text("et ur, som intet i sporet " + track + " sætter", "a clock that nothing in the track " + track + " sets"),
                    new Text("clock på en pil i sporet", "clock on an arrow of the track"), "");
        }
    }

    private static boolean isSetBy(Tree step) {
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
}
