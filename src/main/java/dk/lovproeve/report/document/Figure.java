package dk.lovproeve.report.document;

import dk.lovproeve.base.Checks;
import java.util.Objects;

/**
 * A picture with a caption and a text that says the same to those who cannot see it.
 *
 * @param id          what references point to; empty when nothing does
 * @param caption     what the figure shows; the number before it (<em>Figur 1</em>) is given by the renderer
 * @param alternative what one learns from the figure, in words
 * @param picture     a chart, a drawing or a map
 */
public record Figure(String id, String caption, String alternative, Picture picture) implements Block {

    public Figure {
        Objects.requireNonNull(id, "id");
        Checks.notBlank(caption, "caption");
        Checks.notBlank(alternative, "alternative");
        Objects.requireNonNull(picture, "picture");
    }

    @Override
    public void read(Reader reader) {
        reader.figure(this);
    }
}
