package dk.lovproeve.scenario;

import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which steps some citizen can come to, conditions aside: along arrows, and into the tracks that arrows start. */
final class Reach {

    private final Procedure procedure;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();

    Reach(Procedure procedure) {
        this.procedure = procedure;
        procedure.steps().forEach(step -> steps.put(step.id(), step));
        procedure.tracks().forEach(track -> tracks.put(track.id(), track));
    }

    /** Every step that can be come to, beginning with the tracks that arrive by themselves. */
    Set<String> steps() {
        return from(procedure.tracks().stream().filter(t -> t.every().isPresent()).map(Track::entry).toList());
    }

    /**
     * The procedure without what cannot be come to. The steps that define the rights-security groups stay, with their
     * tracks and whatever can follow: the groups must mean the same in every version.
     */
    Procedure pruned() {
        Set<String> kept = steps();
        for (String id : procedure.groups().map(Procedure.Groups::steps).orElse(List.of())) {
            Step step = steps.get(id);
            kept.addAll(from(List.of(id, tracks.get(step.head().track()).entry())));
        }
        Set<String> keptTracks = new HashSet<>();
        kept.forEach(id -> keptTracks.add(steps.get(id).head().track()));
        Procedure.Goals goals = procedure.goals();
        return procedure.with(
                procedure.tracks().stream().filter(t -> keptTracks.contains(t.id())).toList(),
                procedure.steps().stream().filter(s -> kept.contains(s.id())).toList(),
                new Procedure.Goals(
                        goals.fulfilled().stream().filter(kept::contains).toList(),
                        goals.protectedAt().stream().filter(kept::contains).toList(),
                        goals.grounds()));
    }

    private Set<String> from(Collection<String> entries) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            String id = open.remove();
            Step step = steps.get(id);
            if (step == null || !reached.add(id)) {
                continue;
            }
            for (Arrow arrow : step.arrows()) {
                open.add(arrow.to());
                arrow.consequences().tracks().forEach(track -> open.add(tracks.get(track).entry()));
            }
        }
        return reached;
    }
}
