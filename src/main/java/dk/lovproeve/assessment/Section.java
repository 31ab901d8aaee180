package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;

/**
 * Questions that belong together.
 *
 * @param id        its name in the bank
 * @param layer     what they are for
 * @param label     its heading
 * @param text      what it is about, in a sentence or two
 * @param questions in the order in which they are asked; at least one
 */
public record Section(String id, Layer layer, Text label, Text text, List<Question> questions) {

    /** What questions are for. */
    public enum Layer {
        /** Which assessments the law asks for. */
        SCREENING,
        /** What the matter is; nothing is scored. */
        FACTS,
        /** What is at stake. */
        DIMENSION,
        /** The seven principles of digital-ready legislation. */
        PRINCIPLES
    }

    public Section {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(text, "text");
        questions = List.copyOf(questions);
        Checks.that(!questions.isEmpty(), id, "no questions", "at least one");
    }
}
