package dk.lovproeve.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.SampleProcedure;
import dk.lovproeve.report.document.Drawing;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {

    @Test
    void the_same_graph_gives_the_same_drawing() {
        assertThat(SampleProcedure.drawing()).isEqualTo(SampleProcedure.drawing());
    }

    @Test
    void a_procedure_of_thirty_five_steps_is_readable_on_a_page() throws Exception {
        Drawing drawing = SampleProcedure.drawing();
        Files.createDirectories(Path.of("target/samples"));
        Files.writeString(Path.of("target/samples/procedure.svg"), drawing.svg());
        byte[] png = DrawingPicture.png(drawing, 1.5);
        Files.write(Path.of("target/samples/procedure.png"), png);
        // The text area of A4 is about 640 units wide at 96 dots an inch: text of 13 units is then 6 points or more.
        assertThat(drawing.width()).isLessThan(640 * 13 * 0.75 / 6);
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo((int) Math.ceil(drawing.width() * 1.5));
    }

    @Test
    void no_two_nodes_overlap() {
        Matcher nodes = Pattern.compile("<rect x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\" height=\"([0-9.]+)\" class=\"g-node")
                .matcher(new GraphDrawing(
                                Language.DA,
                                SampleProcedure.nodes().stream()
                                        .map(n -> new GraphDrawing.Node(n.id(), GraphDrawing.Kind.STEP, n.lines(), n.lane()))
                                        .toList(),
                                SampleProcedure.edges())
                        .draw()
                        .svg());
        List<double[]> boxes = nodes.results()
                .map(m -> new double[] {at(m, 1), at(m, 2), at(m, 3), at(m, 4)})
                .filter(b -> b[2] > 60)
                .toList();
        assertThat(boxes).hasSize(35);
        for (double[] a : boxes) {
            for (double[] b : boxes) {
                boolean apart = a == b
                        || a[0] + a[2] <= b[0]
                        || b[0] + b[2] <= a[0]
                        || a[1] + a[3] <= b[1]
                        || b[1] + b[3] <= a[1];
                assertThat(apart).isTrue();
            }
        }
    }

    @Test
    void an_edge_to_nowhere_is_refused() {
        assertThatThrownBy(() -> new GraphDrawing(
                        Language.EN,
                        List.of(new GraphDrawing.Node("a", GraphDrawing.Kind.STEP, List.of("A"), "")),
                        List.of(new GraphDrawing.Edge("a", "b", "", GraphDrawing.Line.PLAIN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edge: found b, expected the id of a node");
    }

    private static double at(java.util.regex.MatchResult match, int group) {
        return Double.parseDouble(match.group(group));
    }
}
