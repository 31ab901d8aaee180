package dk.lovproeve.assessment;

import dk.lovproeve.base.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer that the model gives. Nobody can change it but by changing the model; who disagrees says so beside it.
 *
 * @param because what it rests on, for a reader
 * @param run     the run it is read from; empty when it is found without one
 */
public record Computed(Value value, Text because, Optional<String> run) {

    public Computed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(run, "run");
    }
}
