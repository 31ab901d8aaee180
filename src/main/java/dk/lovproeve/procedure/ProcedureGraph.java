package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * A procedure as a directed graph: a vertex for each step, numbered as in {@link Procedure#steps()}, and one more,
 * {@link #ARRIVAL}, from which a way leads to the entry of every track that arrives by itself. Immutable.
 */
public final class ProcedureGraph {

    /** The vertex that stands for the day on which a track arrives by itself. */
    public static final int ARRIVAL = -1;

    /**
     * A way that a citizen's case can go.
     *
     * @param number      its number in {@link #ways()}
     * @param from        the number of the step it leaves, or {@link #ARRIVAL}
     * @param to          the number of the step it leads to
     * @param arrow       the arrow's index among the step's arrows; -1 for an arrival
     * @param startsTrack whether it leads to the entry of a track that the arrow starts, rather than where the arrow points
     */
    public record Way(int number, int from, int to, int arrow, boolean startsTrack) {}

    private final Procedure procedure;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();
    private final Graph<Integer, Way> graph = new DirectedPseudograph<>(Way.class);

    /** @throws IllegalArgumentException when an arrow or a track leads to a step or track that is not declared */
    public ProcedureGraph(Procedure procedure) {
        this.procedure = procedure;
        graph.addVertex(ARRIVAL);
        for (int s = 0; s < procedure.steps().size(); s++) {
            String id = procedure.steps().get(s).id();
            Checks.that(numbers.put(id, s) == null, "steps", id + " twice", "each id once");
            graph.addVertex(s);
        }
        Map<String, Integer> entries = new HashMap<>();
        for (Track track : procedure.tracks()) {
            entries.put(track.id(), number(track.entry()));
            if (track.every().isPresent()) {
                add(ARRIVAL, number(track.entry()), -1, true);
            }
        }
        for (int s = 0; s < procedure.steps().size(); s++) {
            List<Arrow> arrows = procedure.steps().get(s).arrows();
            for (int a = 0; a < arrows.size(); a++) {
                add(s, number(arrows.get(a).to()), a, false);
                for (String track : arrows.get(a).consequences().tracks()) {
                    Integer entry = entries.get(track);
                    Checks.that(entry != null, "track", track, "a declared one");
                    add(s, entry, a, true);
                }
            }
        }
    }

    private void add(int from, int to, int arrow, boolean startsTrack) {
        Way way = new Way(ways.size(), from, to, arrow, startsTrack);
        ways.add(way);
        graph.addEdge(from, to, way);
    }

    public Procedure procedure() {
        return procedure;
    }

    /** All ways: arrivals first, then by step and arrow. A way's index is its number. */
    public List<Way> ways() {
        return Collections.unmodifiableList(ways);
    }

    /** The graph itself, for drawing and further questions; it cannot be changed. */
    public Graph<Integer, Way> graph() {
        return new AsUnmodifiableGraph<>(graph);
    }

    /** The number of the step with this id. @throws IllegalArgumentException when there is none */
    public int number(String step) {
        Integer number = numbers.get(step);
        Checks.that(number != null, "step", step, "a declared one");
        return number;
    }

    /** The step with this number. */
    public Step step(int number) {
        return procedure.steps().get(number);
    }

    /** The arrow that a way other than an arrival follows. */
    public Arrow arrow(Way way) {
        return step(way.from()).arrows().get(way.arrow());
    }

    /**
     * The steps reached from the arrivals over open ways, nearest first, each with the last way of a shortest path to it.
     *
     * @param open    which ways are open
     * @param without numbers of steps that are taken out
     */
    Map<Integer, Way> spread(Predicate<Way> open, Set<Integer> without) {
        Graph<Integer, Way> left = new MaskSubgraph<>(graph, without::contains, way -> !open.test(way));
        BreadthFirstIterator<Integer, Way> walk = new BreadthFirstIterator<>(left, ARRIVAL);
        Map<Integer, Way> reached = new LinkedHashMap<>();
        while (walk.hasNext()) {
            int step = walk.next();
            if (step != ARRIVAL) {
                reached.put(step, walk.getSpanningTreeEdge(step));
            }
        }
        return reached;
    }
}
