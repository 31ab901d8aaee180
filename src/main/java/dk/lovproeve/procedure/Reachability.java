package dk.lovproeve.procedure;

import dk.lovproeve.procedure.ProcedureGraph.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a citizen of a profile can reach: the least fixpoint of "a step is reached when one way to it is open" and "a
 * way is open when all it needs is there", where a flag is there once an open way from a reached step sets it.
 *
 * <p>What is called unreachable is so for every citizen of the profile, however chance falls and whatever the plausible
 * values of the parameters. What is called reachable may still be rare, or be impossible because two conditions on the
 * path exclude each other.
 */
public final class Reachability {

    private final ProcedureGraph graph;
    private final Openings openings;
    private final Set<String> flags = new TreeSet<>();
    private final Map<Integer, Way> reached;

    public Reachability(ProcedureGraph graph, Assumptions assumptions) {
        this.graph = graph;
        this.openings = new Openings(graph, assumptions);
        Set<Integer> without = assumptions.without().stream().map(graph::number).collect(Collectors.toSet());
        Map<Integer, Way> soFar;
        do {
            soFar = graph.spread(way -> openings.open(way, flags), without);
        } while (flags.addAll(settable(soFar.keySet())));
        this.reached = soFar;
    }

    private Set<String> settable(Set<Integer> steps) {
        return graph.ways().stream()
                .filter(way -> steps.contains(way.from()) && openings.open(way, flags))
                .flatMap(way -> openings.set(way, flags).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean reaches(String step) {
        return reached.containsKey(graph.number(step));
    }

    public boolean reachesAny(Collection<String> steps) {
        return steps.stream().anyMatch(this::reaches);
    }

    /** The ids of the steps reached, in the procedure's order. */
    public List<String> steps() {
        return reached.keySet().stream().sorted().map(s -> graph.step(s).id()).toList();
    }

    /** The ids of the steps reached, nearest first. */
    List<String> nearestFirst() {
        return reached.keySet().stream().map(s -> graph.step(s).id()).toList();
    }

    /** The ids of the ends reached, in the procedure's order. */
    public List<String> ends() {
        return reached.keySet().stream()
                .sorted()
                .map(graph::step)
                .filter(Step.End.class::isInstance)
                .map(Step::id)
                .toList();
    }

    /** A shortest path to the step, the first in the procedure's order among equals; empty when it is not reached. */
    public Optional<Witness> witness(String step) {
        return reaches(step) ? Optional.of(witness(path(step))) : Optional.empty();
    }

    /** A shortest path to the nearest of the steps; empty when none is reached. */
    public Optional<Witness> witnessToAny(Collection<String> steps) {
        return nearestFirst().stream().filter(steps::contains).findFirst().flatMap(this::witness);
    }

    /**
     * A shortest path to the step that goes round other steps, with all flags that can be set as they are; empty when
     * there is none.
     */
    Optional<Witness> witnessAround(String step, Collection<String> others) {
        Set<Integer> without = others.stream().map(graph::number).collect(Collectors.toSet());
        Map<Integer, Way> around = graph.spread(way -> openings.open(way, flags), without);
        return around.containsKey(graph.number(step)) ? Optional.of(witness(path(step, around))) : Optional.empty();
    }

    private Witness witness(List<Way> path) {
        List<String> steps = path.stream().map(way -> graph.step(way.to()).id()).toList();
        return new Witness(steps, flagsFromElsewhere(path));
    }

    /** The ways of a shortest path to a reached step, an arrival first. */
    List<Way> path(String step) {
        return path(step, reached);
    }

    private List<Way> path(String step, Map<Integer, Way> spread) {
        LinkedList<Way> path = new LinkedList<>();
        for (int at = graph.number(step); at != ProcedureGraph.ARRIVAL; at = path.getFirst().from()) {
            path.addFirst(spread.get(at));
        }
        return path;
    }

    private List<String> flagsFromElsewhere(List<Way> path) {
        Set<String> carried = new TreeSet<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        for (Way way : path) {
            if (!openings.open(way, carried)) {
                List<String> needed = least(way, carried);
                elsewhere.addAll(needed);
                carried.addAll(needed);
            }
            carried.addAll(openings.set(way, carried));
        }
        return List.copyOf(elsewhere);
    }

    /** Flags that open the way beside those carried, none of which can be left out. */
    private List<String> least(Way way, Set<String> carried) {
        List<String> needed = new ArrayList<>(flags);
        needed.removeAll(carried);
        for (String flag : List.copyOf(needed)) {
            Set<String> others = new TreeSet<>(carried);
            others.addAll(needed);
            others.remove(flag);
            if (openings.open(way, others)) {
                needed.remove(flag);
            }
        }
        return needed;
    }

    /** The capacities that stop the profile at the step, her helper counted in; empty where nothing does. */
    public List<String> stoppedBy(String step) {
        return openings.stoppedBy(graph.step(graph.number(step)));
    }

    /** Whether the step can be left by a caseworker's leniency; a step may also just be out of the registers' sight. */
    boolean hasDiscretion(String step) {
        int number = graph.number(step);
        return graph.ways().stream().anyMatch(way -> way.from() == number && openings.isDiscretion(way));
    }

    /** Whether the way is open once one has come to the step it leaves. */
    boolean isOpen(Way way) {
        return openings.open(way, flags);
    }

    boolean isFavour(Way way) {
        return openings.isFavour(way);
    }
}
