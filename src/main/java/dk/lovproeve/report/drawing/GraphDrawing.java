package dk.lovproeve.report.drawing;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Drawing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Draws a graph from top to bottom for a page of A4: the kind of a node is told by its shape, its lane by a line of text
 * (and a tint), and an unusual edge by its dashes, so that nothing hangs on colour. The layout is Eclipse ELK's layered
 * one and the same for the same graph on every machine.
 */
public final class GraphDrawing {

    /** What a node is, and so which shape it has. */
    public enum Kind {
        START(new Text("Begyndelse", "Start")),
        NOTICE(new Text("Besked", "Notice")),
        STEP(new Text("Handling", "Action")),
        WAIT(new Text("Ventetid", "Wait")),
        DECISION(new Text("Afgørelse eller valg", "Decision or choice")),
        EFFECT(new Text("Følge", "Effect")),
        END(new Text("Slut", "End"));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }
    }

    /** How an edge is drawn. */
    public enum Line {
        PLAIN,
        /** What happens when nobody does anything, or in the exceptional case. */
        DASHED,
        /** The path the text around the drawing speaks of. */
        HEAVY
    }

    /**
     * One node.
     *
     * @param id    names it in edges; unique
     * @param lines its label; each line is wrapped where it is too long
     * @param lane  who acts, or which track; empty for none
     */
    public record Node(String id, Kind kind, List<String> lines, String lane) {

        public Node {
            Checks.notBlank(id, "id");
            Objects.requireNonNull(kind, "kind");
            lines = List.copyOf(lines);
            Checks.that(!lines.isEmpty(), "lines of " + id, "none", "at least one");
            Objects.requireNonNull(lane, "lane");
        }
    }

    /** From one node to another; the label may be empty. */
    public record Edge(String from, String to, String label, Line line) {

        public Edge {
            Checks.notBlank(from, "from");
            Checks.notBlank(to, "to");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(line, "line");
        }
    }

    private static final double SIZE = 13;
    private static final double SMALL = 12;
    private static final double LEADING = 15;
    /** Room for a node's words, from narrow to wide: the drawing is tried with each. */
    private static final List<Double> ROOMS = List.of(120.0, 140.0, 160.0, 190.0, 220.0, 260.0);
    /** In a wider drawing the letters are too small on a page of A4, where 605 units stand as they are. */
    public static final double WIDEST = 670;
    private static final double LABEL_ROOM = 100;
    private static final double MARGIN = 12;

    private final Language language;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges;
    private final List<String> lanes;

    /** @throws IllegalArgumentException when an id is used twice or an edge names no node */
    public GraphDrawing(Language language, List<Node> nodes, List<Edge> edges) {
        this.language = Objects.requireNonNull(language, "language");
        Checks.that(!nodes.isEmpty(), "nodes", "none", "at least one");
        for (Node node : nodes) {
            Checks.that(this.nodes.put(node.id(), node) == null, "node", node.id() + " twice", "an id used once");
        }
        this.edges = List.copyOf(edges);
        for (Edge edge : edges) {
            for (String end : List.of(edge.from(), edge.to())) {
                Checks.that(this.nodes.containsKey(end), "edge", end, "the id of a node");
            }
        }
        this.lanes = nodes.stream().map(Node::lane).filter(l -> !l.isEmpty()).distinct().toList();
    }

    /** Lays the graph out and draws it. */
    public Drawing draw() {
        Layout layout = ROOMS.stream().map(this::layout).min(Layout.BEST).orElseThrow();
        List<ElkEdge> routed = layout.routed();

        double top = MARGIN;
        double graphWidth = layout.graph().getWidth();
        List<Kind> kinds = nodes.values().stream().map(Node::kind).distinct().sorted().toList();
        double width = Math.max(graphWidth + 2 * MARGIN, legendWidth(kinds));
        double left = (width - graphWidth) / 2;
        double legendTop = top + layout.graph().getHeight() + 16;
        double height = legendTop + 18 * legendRows(kinds, width) + MARGIN;

        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Svg.number(Math.ceil(width)) + " " + Svg.number(Math.ceil(height)),
                "font-family",
                Svg.FONTS,
                "font-size",
                SIZE);
        svg.open("g", "transform", "translate(" + Svg.number(left) + "," + Svg.number(top) + ")");
        for (int i = 0; i < routed.size(); i++) {
            edge(svg, edges.get(i), routed.get(i));
        }
        for (int i = 0; i < routed.size(); i++) {
            label(svg, edges.get(i), routed.get(i));
        }
        layout.placed().forEach((id, at) -> node(svg, nodes.get(id), at, layout.room()));
        svg.close("g");
        legend(svg, kinds, legendTop, width);
        svg.close("svg");
        return new Drawing(svg.toString(), Math.ceil(width), Math.ceil(height));
    }

    /** The graph laid out, with so much room for the words of each node. */
    private record Layout(double room, ElkNode graph, Map<String, ElkNode> placed, List<ElkEdge> routed) {

        /** First what need not be made smaller for the page, or least; of these, what leaves most of the page to others. */
        static final Comparator<Layout> BEST = Comparator.<Layout>comparingDouble(l -> Math.max(WIDEST - 2 * MARGIN, l.graph.getWidth()))
                .thenComparingDouble(l -> l.graph.getHeight());
    }

    private Layout layout(double room) {
        Map<String, ElkNode> placed = new LinkedHashMap<>();
        List<ElkEdge> routed = new ArrayList<>();
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 14.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 9.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 12.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_LABEL, 3.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 13.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 6.0);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.THOROUGHNESS, 60);
        for (Node node : nodes.values()) {
            ElkNode at = ElkGraphUtil.createNode(graph);
            at.setDimensions(width(node, room), height(node, room));
            placed.put(node.id(), at);
        }
        for (Edge edge : edges) {
            ElkEdge route = ElkGraphUtil.createSimpleEdge(placed.get(edge.from()), placed.get(edge.to()));
            if (!edge.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), route);
                List<String> lines = TextWidth.wrap(edge.label(), SMALL, LABEL_ROOM);
                double widest = lines.stream().mapToDouble(l -> TextWidth.of(l, SMALL)).max().orElse(0);
                label.setDimensions(widest + 6, lines.size() * 13.0 + 2);
                label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
            }
            routed.add(route);
        }
        // Registers the types of the layout's options, without which their defaults cannot be read.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        return new Layout(room, graph, placed, routed);
    }

    private static List<String> wrapped(Node node, double room) {
        List<String> lines = new ArrayList<>();
        node.lines().forEach(line -> lines.addAll(TextWidth.wrap(line, SIZE, room)));
        return lines;
    }

    private static List<String> wrappedLane(Node node, double room) {
        return node.lane().isEmpty() ? List.of() : TextWidth.wrap(node.lane(), SMALL, room);
    }

    /** Room at each side for the shape itself. */
    private static double side(Kind kind) {
        return switch (kind) {
            case DECISION -> 20;
            case START, END -> 16;
            case NOTICE -> 14;
            default -> 11;
        };
    }

    private static double width(Node node, double room) {
        double widest = 70;
        for (String line : wrapped(node, room)) {
            widest = Math.max(widest, TextWidth.of(line, SIZE));
        }
        for (String line : wrappedLane(node, room)) {
            widest = Math.max(widest, TextWidth.of(line, SMALL));
        }
        return Math.ceil(widest + 2 * side(node.kind()));
    }

    private static double height(Node node, double room) {
        return wrapped(node, room).size() * LEADING + wrappedLane(node, room).size() * 13.0 + 12;
    }

    private void node(Svg svg, Node node, ElkNode at, double room) {
        int tint = node.lane().isEmpty() ? 0 : 1 + lanes.indexOf(node.lane()) % (Palette.LIGHT.tints().size() - 1);
        shape(svg, node.kind(), tint, at.getX(), at.getY(), at.getWidth(), at.getHeight());
        double middle = at.getX() + at.getWidth() / 2;
        double y = at.getY() + 4.5;
        for (String line : wrappedLane(node, room)) {
            y += 13;
            svg.text(
                    line,
                    "x",
                    middle,
                    "y",
                    y - 2,
                    "text-anchor",
                    "middle",
                    "font-size",
                    SMALL,
                    "class",
                    "g-muted",
                    "fill",
                    Palette.LIGHT.muted());
        }
        for (String line : wrapped(node, room)) {
            y += LEADING;
            svg.text(line, "x", middle, "y", y - 3, "text-anchor", "middle", "class", "g-ink", "fill", Palette.LIGHT.ink());
        }
    }

    private static void shape(Svg svg, Kind kind, int tint, double x, double y, double w, double h) {
        String fill = Palette.LIGHT.tints().get(tint);
        Object[] style = {
            "class", "g-node g-tint" + tint, "fill", fill, "stroke", Palette.LIGHT.line(), "stroke-width", 1.2
        };
        switch (kind) {
            case START -> svg.empty("rect", with(style, "x", x, "y", y, "width", w, "height", h, "rx", Math.min(18, h / 2)));
            case END -> {
                double round = Math.min(18, h / 2);
                svg.empty("rect", with(style, "x", x, "y", y, "width", w, "height", h, "rx", round));
                svg.empty(
                        "rect",
                        with(style, "x", x + 3, "y", y + 3, "width", w - 6, "height", h - 6, "rx", Math.max(2, round - 3)));
            }
            case NOTICE -> {
                double fold = 11;
                svg.empty("path", with(style, "d", path(
                        x, y, x + w - fold, y, x + w, y + fold, x + w, y + h, x, y + h) + "Z"));
                svg.empty("path", with(style, "d", path(x + w - fold, y, x + w - fold, y + fold, x + w, y + fold)));
            }
            case STEP -> svg.empty("rect", with(style, "x", x, "y", y, "width", w, "height", h));
            case WAIT -> svg.empty(
                    "rect",
                    with(style, "x", x, "y", y, "width", w, "height", h, "rx", 6.0, "stroke-dasharray", "5 3"));
            case DECISION -> svg.empty("path", with(style, "d", path(
                    x, y + h / 2, x + 13, y, x + w - 13, y, x + w, y + h / 2, x + w - 13, y + h, x + 13, y + h) + "Z"));
            case EFFECT -> {
                style[style.length - 1] = 3.0;
                svg.empty("rect", with(style, "x", x + 1, "y", y + 1, "width", w - 2, "height", h - 2));
            }
        }
    }

    private static Object[] with(Object[] style, Object... more) {
        Object[] all = new Object[style.length + more.length];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(style, 0, all, more.length, style.length);
        return all;
    }

    private static String path(double... points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(Svg.number(points[i])).append(' ').append(Svg.number(points[i + 1]));
        }
        return path.toString();
    }

    private static void edge(Svg svg, Edge edge, ElkEdge route) {
        for (ElkEdgeSection section : route.getSections()) {
            List<double[]> points = new ArrayList<>();
            points.add(new double[] {section.getStartX(), section.getStartY()});
            section.getBendPoints().forEach(b -> points.add(new double[] {b.getX(), b.getY()}));
            points.add(new double[] {section.getEndX(), section.getEndY()});
            double[] end = points.get(points.size() - 1);
            double[] before = points.get(points.size() - 2);
            double length = Math.max(1e-9, Math.hypot(end[0] - before[0], end[1] - before[1]));
            double dx = (end[0] - before[0]) / length;
            double dy = (end[1] - before[1]) / length;
            String line = rounded(points);
            String width = edge.line() == Line.HEAVY ? "2.6" : "1.2";
            List<Object> attributes = new ArrayList<>(List.of(
                    "d", line, "class", "g-line", "fill", "none", "stroke", Palette.LIGHT.line(), "stroke-width", width));
            if (edge.line() == Line.DASHED) {
                attributes.addAll(List.of("stroke-dasharray", "6 4"));
            }
            svg.empty("path", attributes.toArray());
            svg.empty(
                    "path",
                    "d",
                    path(
                                    end[0],
                                    end[1],
                                    end[0] - 8 * dx - 4 * dy,
                                    end[1] - 8 * dy + 4 * dx,
                                    end[0] - 8 * dx + 4 * dy,
                                    end[1] - 8 * dy - 4 * dx)
                            + "Z",
                    "class",
                    "g-arrow",
                    "fill",
                    Palette.LIGHT.line());
        }
    }

    /** Round corners let the eye follow one line among crossing ones. */
    private static String rounded(List<double[]> points) {
        StringBuilder path = new StringBuilder();
        path.append('M').append(pair(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            double[] a = points.get(i - 1);
            double[] b = points.get(i);
            double[] c = points.get(i + 1);
            path.append('L').append(pair(toward(b, a))).append('Q').append(pair(b)).append(' ').append(pair(toward(b, c)));
        }
        return path.append('L').append(pair(points.get(points.size() - 1))).toString();
    }

    private static double[] toward(double[] from, double[] to) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        double part = length == 0 ? 0 : Math.min(5, length / 2) / length;
        return new double[] {from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])};
    }

    private static String pair(double[] point) {
        return Svg.number(point[0]) + " " + Svg.number(point[1]);
    }

    private static void label(Svg svg, Edge edge, ElkEdge route) {
        for (ElkLabel label : route.getLabels()) {
            svg.empty(
                    "rect",
                    "x",
                    label.getX(),
                    "y",
                    label.getY(),
                    "width",
                    label.getWidth(),
                    "height",
                    label.getHeight(),
                    "class",
                    "g-paper",
                    "fill",
                    Palette.LIGHT.paper());
            double y = label.getY() - 1;
            for (String line : TextWidth.wrap(edge.label(), SMALL, LABEL_ROOM)) {
                y += 13;
                svg.text(
                        line,
                        "x",
                        label.getX() + label.getWidth() / 2,
                        "y",
                        y - 1,
                        "text-anchor",
                        "middle",
                        "font-size",
                        SMALL,
                        "class",
                        "g-ink",
                        "fill",
                        Palette.LIGHT.ink());
            }
        }
    }

    private double entryWidth(Kind kind) {
        return 34 + TextWidth.of(kind.label.in(language), SMALL) + 16;
    }

    private double legendWidth(List<Kind> kinds) {
        double widest = kinds.stream().mapToDouble(this::entryWidth).max().orElse(0);
        double all = kinds.stream().mapToDouble(this::entryWidth).sum();
        return Math.max(widest, Math.min(all, 420)) + 2 * MARGIN;
    }

    private int legendRows(List<Kind> kinds, double width) {
        double x = MARGIN;
        int rows = 1;
        for (Kind kind : kinds) {
            if (x > MARGIN && x + entryWidth(kind) > width) {
                rows++;
                x = MARGIN;
            }
            x += entryWidth(kind);
        }
        return rows;
    }

    private void legend(Svg svg, List<Kind> kinds, double top, double width) {
        double x = MARGIN;
        double y = top;
        for (Kind kind : kinds) {
            if (x > MARGIN && x + entryWidth(kind) > width) {
                x = MARGIN;
                y += 18;
            }
            sample(svg, kind, x, y);
            svg.text(
                    kind.label.in(language),
                    "x",
                    x + 34,
                    "y",
                    y + 10.5,
                    "font-size",
                    SMALL,
                    "class",
                    "g-muted",
                    "fill",
                    Palette.LIGHT.muted());
            x += entryWidth(kind);
        }
    }

    private static void sample(Svg svg, Kind kind, double x, double y) {
        svg.open(
                "g",
                "transform",
                "translate(" + Svg.number(x) + "," + Svg.number(y) + ") scale(0.5)");
        shape(svg, kind, 0, 0, 0, 54, 26);
        svg.close("g");
    }
}
