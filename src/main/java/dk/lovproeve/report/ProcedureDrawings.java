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
 * step that every way to the later part passes; that step stands in both.
 */
final class ProcedureDrawings {

    /** More steps than this in one drawing cannot be read on a page of A4. */
    private static final int MOST_STEPS = 14;

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
     * @param entry  the step by which one comes to them
     */
    private record Part(List<Track> tracks, int number, Step entry, List<Step> steps) {

        Track track() {
            return tracks.get(0);
        }

        String name() {
            return "track-" + track().id() + (number == 0 ? "" : "-" + number);
        }
    }

    /** Steps and the one by which one comes to them. */
    private record Piece(Step entry, List<Step> steps) {}

    ProcedureDrawings(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
        for (List<Track> alike : alike()) {
            Track track = alike.get(0);
            List<Piece> pieces = parted(new Piece(procedure.step(track.entry()), steps(track)));
            for (int n = 0; n < pieces.size(); n++) {
                parts.add(new Part(alike, pieces.size() == 1 ? 0 : n + 1, pieces.get(n).entry(), pieces.get(n).steps()));
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
        parts.forEach(part -> drawings.put(part.name(), drawing(part)));
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
                        + part.steps().stream().map(s -> s.head().label().in(language)).collect(Collectors.joining("; ")) + ".");
    }

    private List<Step> steps(Track track) {
        return procedure.steps().stream().filter(s -> s.head().track().equals(track.id())).toList();
    }

    /** The steps as they are, or parted: those that can be reached without the parting step, and those that cannot. */
    private static List<Piece> parted(Piece whole) {
        List<Step> steps = whole.steps();
        if (steps.size() <= MOST_STEPS) {
            return List.of(whole);
        }
        int smallest = steps.size();
        Piece later = null;
        for (Step step : steps) {
            Set<String> without = reachedWithout(step, whole.entry(), steps);
            List<Step> rest = steps.stream().filter(s -> !without.contains(s.id())).toList();
            int larger = Math.max(rest.size(), steps.size() - rest.size() + 1);
            boolean worthIt = rest.size() >= FEWEST_STEPS && steps.size() - rest.size() + 1 >= FEWEST_STEPS;
            if (!step.equals(whole.entry()) && worthIt && larger < smallest) {
                smallest = larger;
                later = new Piece(step, rest);
            }
        }
        if (later == null) {
            return List.of(whole);
        }
        Piece second = later;
        Piece first = new Piece(whole.entry(),
                steps.stream().filter(s -> !second.steps().contains(s) || s.equals(second.entry())).toList());
        return Stream.concat(parted(first).stream(), parted(second).stream()).toList();
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

    private Drawing drawing(Part part) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Edge> edges = new LinkedHashMap<>();
        part.steps().forEach(step -> nodes.put(step.id(), node(step, part.track())));
        List<Step> continued = parts.stream()
                .filter(other -> other.track().equals(part.track()) && other.number() > part.number())
                .map(Part::entry)
                .toList();
        for (Step step : part.steps()) {
            if (continued.contains(step)) {
                continue; // its ways onward are in a later part
            }
            for (Arrow arrow : step.arrows()) {
                // A step of another part is shown where a way leads to it, without its own ways onward.
                nodes.computeIfAbsent(arrow.to(), id -> node(procedure.step(id), part.track()));
                String label = label(arrow);
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
        return new GraphDrawing(language, List.copyOf(nodes.values()), List.copyOf(edges.values())).draw();
    }

    private Node node(Step step, Track track) {
        return new Node(step.id(), kind(step, track), List.of(step.head().label().in(language)),
                procedure.actor(step.head().actor()).label().in(language));
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

    private String label(Arrow arrow) {
        Text text = switch (arrow.outcome()) {
            case DONE, THEN, CHOSEN -> new Text("", "");
            case FAILED -> new Text("lykkes ikke", "does not succeed");
            case FULL -> new Text("intet ledigt", "none free");
            case EXPIRED -> new Text("tiden er gået", "time is up");
        };
        return text.in(language);
    }

    private static Line line(Arrow arrow) {
        return arrow.outcome() == Outcome.EXPIRED || arrow.outcome() == Outcome.FULL || arrow.outcome() == Outcome.FAILED
                ? Line.DASHED
                : Line.PLAIN;
    }
}
