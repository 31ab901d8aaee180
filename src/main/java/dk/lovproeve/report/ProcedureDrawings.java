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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a procedure for the reader: one drawing a track, so that each fits a page. */
final class ProcedureDrawings {

    private final Procedure procedure;
    private final Language language;

    ProcedureDrawings(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
    }

    /** The drawings by the name a template shows them by: {@code track-<id>}. */
    Map<String, Drawing> drawings() {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        for (Track track : procedure.tracks()) {
            drawings.put(name(track), drawing(track));
        }
        return drawings;
    }

    /** What a template is told of each drawing: {@code id}, {@code label}, {@code alt}. */
    List<Map<String, Object>> told() {
        return procedure.tracks().stream()
                .map(track -> Map.<String, Object>of(
                        "id", name(track),
                        "label", track.label(),
                        "alt", new Text(
                                "Trinene i sporet og vejene mellem dem: " + inWords(track, Language.DA),
                                "The steps of the track and the ways between them: " + inWords(track, Language.EN))))
                .toList();
    }

    private static String name(Track track) {
        return "track-" + track.id();
    }

    private String inWords(Track track, Language words) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps(track)) {
            if (text.length() > 0) {
                text.append("; ");
            }
            text.append(step.head().label().in(words));
        }
        return text.append('.').toString();
    }

    private List<Step> steps(Track track) {
        return procedure.steps().stream().filter(s -> s.head().track().equals(track.id())).toList();
    }

    private Drawing drawing(Track track) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Edge> edges = new LinkedHashMap<>();
        for (Step step : steps(track)) {
            List<String> lines = new ArrayList<>();
            lines.add(step.head().label().in(language));
            nodes.add(new Node(step.id(), kind(step, track), lines, step.head().actor().label().in(language)));
            for (Arrow arrow : step.arrows()) {
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
        return new GraphDrawing(language, nodes, List.copyOf(edges.values())).draw();
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
            case EXPIRED -> new Text("fristen er gået", "time is up");
        };
        return text.in(language);
    }

    private static Line line(Arrow arrow) {
        return arrow.outcome() == Outcome.EXPIRED || arrow.outcome() == Outcome.FULL || arrow.outcome() == Outcome.FAILED
                ? Line.DASHED
                : Line.PLAIN;
    }
}
