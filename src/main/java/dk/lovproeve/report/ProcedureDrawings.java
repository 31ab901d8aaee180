package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Alike;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.drawing.GraphDrawing;
import dk.lovproeve.report.drawing.GraphDrawing.Edge;
import dk.lovproeve.report.drawing.GraphDrawing.Kind;
import dk.lovproeve.report.drawing.GraphDrawing.Line;
import dk.lovproeve.report.drawing.GraphDrawing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a procedure for the reader: one drawing a track, and a long track in parts, so that each can be read on a page.
 * Tracks that the author wrote once for several are drawn once, by the steps of the first of them. A track is parted at the
 * step that every way to the later part passes; that step stands in both. The parts are the same in every language.
 */
final class ProcedureDrawings {

    /** A taller drawing, in its own units, hardly leaves room for another on a page of A4. */
    private static final double TALLEST = 600;

    /** A part of fewer steps than this is not worth a drawing. */
    private static final int FEWEST_STEPS = 4;

    private final Procedure procedure;
    private final Language language;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Some steps that are drawn together.
     *
     * @param tracks the track, and behind it those that are drawn by it
     * @param number 0 where the track is one part
     */
    private record Part(List<Track> tracks, int number, Piece piece) {

        String name() {
            return "track-" + tracks.get(0).id() + (number == 0 ? "" : "-" + number);
        }
    }

    /**
     * Steps of a track, drawn.
     *
     * @param entry by which one comes to them
     * @param left  those of the steps whose ways onward stand in a later piece
     */
    private record Piece(Track track, Step entry, List<Step> steps, Set<Step> left) {}

    ProcedureDrawings(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
        for (List<Track> alike : alike()) {
            Track track = alike.get(0);
            List<Piece> pieces = parted(new Piece(track, procedure.step(track.entry()), steps(track), Set.of()));
            for (int n = 0; n < pieces.size(); n++) {
                parts.add(new Part(alike, pieces.size() == 1 ? 0 : n + 1, pieces.get(n)));
            }
        }
    }

    /** The tracks by the places their steps were written at. */
    private List<List<Track>> alike() {
        Map<List<Place>, List<Track>> byPlaces = new LinkedHashMap<>();
        for (Track track : procedure.tracks()) {
            List<Place> places = steps(track).stream().map(s -> s.head().place()).toList();
            byPlaces.computeIfAbsent(places, p -> new ArrayList<>()).add(track);
        }
        return List.copyOf(byPlaces.values());
    }

    /** The drawings by the name a template shows them by. */
    Map<String, Drawing> drawings() {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        parts.forEach(part -> drawings.put(part.name(), drawing(part.piece(), language)));
        return drawings;
    }

    /** What a template is told of each drawing: {@code id}, {@code label}, {@code alt}. */
    List<Map<String, Object>> told() {
        return parts.stream().map(this::told).toList();
    }

    private Map<String, Object> told(Part part) {
        String of = part.number() == 0 ? "" : ", " + new Text("del ", "part ").in(language) + part.number();
        Text label = Alike.label(part.tracks().stream().map(Track::label).toList());
        Text shown = part.tracks().size() == 1
                ? new Text("", "")
                : new Text("; tegnet for den første af dem", "; drawn for the first of them");
        return Map.of(
                "id", part.name(),
                "label", label.in(language) + of + shown.in(language),
                "alt", new Text("Trinene og vejene mellem dem: ", "The steps and the ways between them: ").in(language)
                        + part.piece().steps().stream().map(s -> s.head().label().in(language)).collect(Collectors.joining("; ")) + ".");
    }

    private List<Step> steps(Track track) {
        return procedure.steps().stream().filter(s -> s.head().track().equals(track.id())).toList();
    }

    /** The steps as they are, or parted: those that can be reached without the parting step, and those that cannot. */
    private List<Piece> parted(Piece whole) {
        List<Step> steps = whole.steps();
        if (Stream.of(Language.values()).map(tongue -> drawing(whole, tongue)).allMatch(ProcedureDrawings::sharesPage)) {
            return List.of(whole);
        }
        int smallest = steps.size();
        Step at = null;
        List<Step> later = List.of();
        for (Step step : steps) {
            Set<String> without = reachedWithout(step, whole.entry(), steps);
            List<Step> rest = steps.stream().filter(s -> !without.contains(s.id())).toList();
            int larger = Math.max(rest.size(), steps.size() - rest.size() + 1);
            boolean worthIt = rest.size() >= FEWEST_STEPS && steps.size() - rest.size() + 1 >= FEWEST_STEPS;
            if (!step.equals(whole.entry()) && worthIt && larger < smallest) {
                smallest = larger;
                at = step;
                later = rest;
            }
        }
        if (at == null) {
            return List.of(whole);
        }
        Step parting = at;
        List<Step> second = later;
        List<Step> first = steps.stream().filter(s -> !second.contains(s) || s.equals(parting)).toList();
        Set<Step> left = new LinkedHashSet<>(whole.left());
        left.add(parting);
        return Stream.concat(
                        parted(new Piece(whole.track(), whole.entry(), first, left)).stream(),
                        parted(new Piece(whole.track(), parting, second, whole.left())).stream())
                .toList();
    }

    private static boolean sharesPage(Drawing drawing) {
        return drawing.width() <= GraphDrawing.WIDEST && drawing.height() <= TALLEST;
    }

    private static Set<String> reachedWithout(Step step, Step entry, List<Step> steps) {
        Map<String, Step> byId = new LinkedHashMap<>();
        steps.forEach(s -> byId.put(s.id(), s));
        Set<String> reached = new LinkedHashSet<>();
        Deque<Step> next = new ArrayDeque<>();
        if (!entry.equals(step)) {
            next.add(entry);
            reached.add(entry.id());
        }
        while (!next.isEmpty()) {
            for (Arrow arrow : next.remove().arrows()) {
                Step to = byId.get(arrow.to());
                if (to != null && !to.equals(step) && reached.add(to.id())) {
                    next.add(to);
                }
            }
        }
        return reached;
    }

    private Drawing drawing(Piece piece, Language tongue) {
        Track track = piece.track();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Edge> edges = new LinkedHashMap<>();
        piece.steps().forEach(step -> nodes.put(step.id(), node(step, track, tongue)));
        for (Step step : piece.steps()) {
            if (piece.left().contains(step)) {
                continue;
            }
            for (Arrow arrow : step.arrows()) {
                // A step of another part is shown where a way leads to it, without its own ways onward.
                nodes.computeIfAbsent(arrow.to(), id -> node(procedure.step(id), track, tongue));
                String label = label(arrow, tongue);
                String key = step.id() + ">" + arrow.to();
                Edge before = edges.get(key);
                if (before != null && !before.label().isEmpty() && !label.isEmpty() && !before.label().contains(label)) {
                    label = before.label() + ", " + label;
                } else if (before != null) {
                    label = before.label().isEmpty() ? label : before.label();
                }
                edges.put(key, new Edge(step.id(), arrow.to(), label, line(arrow)));
            }
        }
        return new GraphDrawing(tongue, List.copyOf(nodes.values()), List.copyOf(edges.values())).draw();
    }

    private Node node(Step step, Track track, Language tongue) {
        return new Node(step.id(), kind(step, track), List.of(step.head().label().in(tongue)),
                procedure.actor(step.head().actor()).label().in(tongue));
    }

    private static Kind kind(Step step, Track track) {
        if (step.id().equals(track.entry())) {
            return Kind.START;
        }
        if (step instanceof Step.Attempt attempt) {
            return attempt.notice() ? Kind.NOTICE : Kind.STEP;
        }
        if (step instanceof Step.Wait) {
            return Kind.WAIT;
        }
        if (step instanceof Step.Decision) {
            return Kind.DECISION;
        }
        return step instanceof Step.Effect ? Kind.EFFECT : Kind.END;
    }

    private static String label(Arrow arrow, Language tongue) {
        Text text = switch (arrow.outcome()) {
            case DONE, THEN, CHOSEN -> new Text("", "");
            case FAILED -> new Text("lykkes ikke", "does not succeed");
            case FULL -> new Text("intet ledigt", "none free");
            case EXPIRED -> new Text("tiden er gået", "time is up");
        };
        return text.in(tongue);
    }

    private static Line line(Arrow arrow) {
        return arrow.outcome() == Outcome.EXPIRED || arrow.outcome() == Outcome.FULL || arrow.outcome() == Outcome.FAILED
                ? Line.DASHED
                : Line.PLAIN;
    }
}
