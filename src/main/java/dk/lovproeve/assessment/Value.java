package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an answer says; the reasons stand beside it in the {@link Answer}. */
public sealed interface Value
        permits Value.One, Value.Each, Value.Several, Value.Quantity, Value.Written, Value.Unknown, Value.Irrelevant {

    /** The word for "do not know". */
    String UNKNOWN = "unknown";
    /** The word for "not relevant here". */
    String IRRELEVANT = "not-relevant";

    /** One step of the question's scale. */
    record One(String step) implements Value {
        public One {
            Checks.notBlank(step, "step");
        }
    }

    /**
     * A step for each rights-security group or each channel.
     *
     * @param steps the step, or {@link #UNKNOWN}, by group or channel; at least one, in the order of the file
     */
    record Each(Map<String, String> steps) implements Value {
        public Each {
            steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
            Checks.that(!steps.isEmpty(), "steps", "none", "at least one");
        }
    }

    /** Some of the scale's steps, or names of provisions. */
    record Several(List<String> names) implements Value {
        public Several {
            names = List.copyOf(names);
            Checks.that(!names.isEmpty(), "names", "none", "at least one");
        }
    }

    /**
     * A quantity with its range.
     *
     * @param low     at most {@code central}
     * @param central empty where only the range is known
     * @param high    at least {@code central}
     * @param unit    what it counts
     */
    record Quantity(double low, Optional<Double> central, double high, String unit) implements Value {
        public Quantity {
            Objects.requireNonNull(central, "central");
            double middle = central.orElse(low);
            Checks.that(low <= middle && middle <= high, "range", low + ".." + high, "low <= central <= high");
            Checks.notBlank(unit, "unit");
        }
    }

    /** The words are the answer. */
    record Written(Prose words) implements Value {
        public Written {
            Objects.requireNonNull(words, "words");
        }
    }

    /** Somebody has considered the question and does not know: never the same as a good answer. */
    record Unknown() implements Value {}

    /** Somebody has considered the question and found that it does not arise; the reason says why. */
    record Irrelevant() implements Value {}
}
