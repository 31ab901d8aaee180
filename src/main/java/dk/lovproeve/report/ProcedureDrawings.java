package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
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

/**
 * Draws a procedure for the reader: one drawing a track, and a long track in parts, so that each can be read on a page.
 * A track is parted at the step that every way to the later part passes; that step stands in both.
 */
final class ProcedureDrawings {

    /** More steps than this in one drawing cannot be read on a page of A4. */
    private static final int MOST_STEPS = 18;

    private final Procedure procedure;
    private final Language language;
    private final List<Part> parts = new ArrayList<>();

    /** Some steps of a track that are drawn together; {@code number} is 0 where the track is one part. */
    private record Part(Track track, int number, List<Step> steps) {

        String name() {
            return "track-" + track.id() + (number == 0 ? "" : "-" + number);
        }
    }

    ProcedureDrawings(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
        for (Track track : procedure.tracks()) {
            List<List<Step>> parted = parted(steps(track), procedure.step(track.entry()));
            for (int n = 0; n < parted.size(); n++) {
                parts.add(new Part(track, parted.size() == 1 ? 0 : n + 1, parted.get(n)));
            }
        }
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
        return Map.of(
                "id", part.name(),
                "label", part.track().label().in(language) + of,
                "alt", new Text("Trinene og vejene mellem dem: ", "The steps and the ways between them: ").in(language)
                        + part.steps().stream().map(s -> s.head().label().in(language)).collect(Collectors.joining("; ")) + ".");
    }

    private List<Step> steps(Track track) {
        return procedure.steps().stream().filter(s -> s.head().track().equals(track.id())).toList();
    }

    /** The steps as they are, or in two parts: those that can be reached without the parting step, and those that cannot. */
    private List<List<Step>> parted(List<Step> steps, Step entry) {
        if (steps.size() <= MOST_STEPS) {
            return List.of(steps);
        }
        List<Step> best = steps;
        Step parting = null;
        for (Step step : steps) {
            Set<String> without = reachedWithout(step, entry, steps);
            List<Step> later = steps.stream().filter(s -> !without.contains(s.id())).toList();
            int larger = Math.max(later.size(), steps.size() - later.size());
            if (!step.equals(entry) && larger < Math.max(best.size(), steps.size() - best.size())) {
                best = later;
                parting = step;
            }
        }
        if (parting == null) {
            return List.of(steps);
        }
        List<Step> later = best;
        Step shared = parting;
        return List.of(steps.stream().filter(s -> !later.contains(s) || s.equals(shared)).toList(), later);
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
        List<String> continued = parts.stream()
                .filter(other -> other.track().equals(part.track()) && other.number() > part.number())
                .flatMap(other -> other.steps().stream().map(Step::id).limit(1))
                .toList();
        for (Step step : part.steps()) {
            if (continued.contains(step.id())) {
                continue; // its ways onward are in the next part
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
