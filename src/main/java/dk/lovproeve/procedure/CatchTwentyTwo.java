package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Can the citizen whom a protection is meant for get it? Asked for each capacity whose lack is a ground for protection,
 * of one who lacks it and has no helper.
 *
 * @param ground   the capacity
 * @param profile  who asks
 * @param standing the answer
 * @param way      the shortest way to protection; for {@link Standing#CATCH_22} the one that is meant for her and that she
 *                 could go only if she could do everything; empty for {@link Standing#NO_WAY}
 * @param barrier  where a catch-22 stops her
 * @param blocked  all steps she cannot do, nearest first, of those she would come to if she could do everything
 * @param favours  the steps on the way, nearest first, that hang on a caseworker's leniency or that no register sees, where
 *                 they are the only way
 * @param sentence the answer for a reader
 */
public record CatchTwentyTwo(
        String ground,
        CapabilityProfile profile,
        Standing standing,
        Optional<Witness> way,
        Optional<Barrier> barrier,
        List<String> blocked,
        List<String> favours,
        Text sentence) {

    /** How the citizen stands to the protection, from the best to the worst. */
    public enum Standing {
        /** There is a way that hangs on nobody's goodwill. */
        OPEN,
        /** Only where a caseworker bends towards her, or out of the registers' sight. */
        ONLY_BY_FAVOUR,
        /** Only by doing what the protection is there for those who cannot. */
        CATCH_22,
        /** Nobody treated as she is can reach it, whatever they can do. */
        NO_WAY
    }

    /**
     * The step that stops her.
     *
     * @param step       its id
     * @param lacking    what it demands that she lacks
     * @param onEveryWay whether no way to protection goes round managing it; where one does, that way is closed too
     */
    public record Barrier(String step, List<String> lacking, boolean onEveryWay) {
        public Barrier {
            lacking = List.copyOf(lacking);
        }
    }

    public CatchTwentyTwo {
        blocked = List.copyOf(blocked);
        favours = List.copyOf(favours);
    }

    /** One answer for each ground, in the order of the goals; none where there is no protection to reach. */
    public static List<CatchTwentyTwo> in(ProcedureGraph graph, Citizens citizens) {
        Procedure.Goals goals = graph.procedure().goals();
        return goals.protectedAt().isEmpty()
                ? List.of()
                : goals.grounds().stream().map(ground -> ask(graph, citizens, ground)).toList();
    }

    private static CatchTwentyTwo ask(ProcedureGraph graph, Citizens citizens, String ground) {
        CapabilityProfile profile = CapabilityProfile.of(List.of(ground), false, citizens.capacities());
        Assumptions asSheIs = citizens.as(profile);
        Reachability real = new Reachability(graph, asSheIs);
        Reachability ideal = new Reachability(graph, asSheIs.withoutDemands());
        Reachability plain = new Reachability(graph, asSheIs.withoutFavours());
        List<String> goals = graph.procedure().goals().protectedAt();
        List<String> blocked =
                ideal.nearestFirst().stream().filter(step -> !real.stoppedBy(step).isEmpty()).toList();
        Sentences say = new Sentences(graph.procedure(), citizens);

        if (plain.reachesAny(goals)) {
            Witness way = plain.witnessToAny(goals).orElseThrow();
            return new CatchTwentyTwo(ground, profile, Standing.OPEN, Optional.of(way), Optional.empty(), blocked,
                    List.of(), say.open(profile, way));
        }
        if (real.reachesAny(goals)) {
            Witness way = real.witnessToAny(goals).orElseThrow();
            List<String> favours = favours(graph, real, way);
            List<String> byLeniency = favours.stream().filter(real::hasDiscretion).toList();
            return new CatchTwentyTwo(ground, profile, Standing.ONLY_BY_FAVOUR, Optional.of(way), Optional.empty(), blocked,
                    favours, byLeniency.isEmpty()
                            ? say.onlyUnseen(profile, way, favours)
                            : say.onlyByLeniency(profile, way, byLeniency));
        }
        if (ideal.reachesAny(goals)) {
            Witness way = ideal.witnessToAny(goals).orElseThrow();
            Barrier barrier = barrier(graph, asSheIs, real, ideal, way, blocked);
            return new CatchTwentyTwo(ground, profile, Standing.CATCH_22, Optional.of(way), Optional.of(barrier), blocked,
                    List.of(), say.catch22(profile, way, barrier));
        }
        return new CatchTwentyTwo(ground, profile, Standing.NO_WAY, Optional.empty(), Optional.empty(), blocked, List.of(),
                say.noWay(profile));
    }

    /**
     * The first step on the way that she cannot do and cannot get past either. There is none when what she misses is a flag; then it is
     * the nearest step off the way that alone keeps her out, and where none does so alone, the nearest that she comes to.
     */
    private static Barrier barrier(
            ProcedureGraph graph, Assumptions asSheIs, Reachability real, Reachability ideal, Witness way,
            List<String> blocked) {
        List<String> goals = graph.procedure().goals().protectedAt();
        Predicate<String> alone = step -> !new Reachability(graph, asSheIs.stoppedOnlyAt(step)).reachesAny(goals);
        String step = ideal.path(way.last()).stream()
                .filter(w -> !real.reaches(graph.step(w.to()).id()))
                .map(w -> graph.step(w.from()).id())
                .filter(blocked::contains)
                .findFirst()
                .or(() -> blocked.stream().filter(alone).findFirst())
                .or(() -> blocked.stream().filter(real::reaches).findFirst())
                .orElseThrow();
        return new Barrier(step, real.stoppedBy(step), alone.test(step));
    }

    /** The favours on the way; where the favour lies off it, in setting a flag, all that she comes to. */
    private static List<String> favours(ProcedureGraph graph, Reachability real, Witness way) {
        List<String> onTheWay = new ArrayList<>();
        real.path(way.last()).stream()
                .filter(real::isFavour)
                .forEach(w -> onTheWay.add(graph.step(w.from()).id()));
        if (!onTheWay.isEmpty()) {
            return onTheWay;
        }
        return real.nearestFirst().stream()
                .filter(step -> graph.ways().stream()
                        .anyMatch(w -> w.from() == graph.number(step) && real.isFavour(w)))
                .toList();
    }
}
