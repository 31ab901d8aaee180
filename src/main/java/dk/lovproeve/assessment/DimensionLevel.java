package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a dimension stands. There is no total over dimensions: a right that is lost is not made up for by good security.
 *
 * @param before   the level by group, with risks as they are before anything is done
 * @param after    the level by group, with risks as they are with what is decided
 * @param asked    how many scored questions are asked
 * @param open     how many of them nobody knows the answer to; at most {@code asked}
 * @param redLines ids of the questions that cross a red line
 */
public record DimensionLevel(
        Section section, Map<String, Band> before, Map<String, Band> after, int asked, int open, List<String> redLines) {

    public DimensionLevel {
        Objects.requireNonNull(section, "section");
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        Checks.that(open >= 0 && open <= asked, "open", open, "0 to " + asked);
        redLines = List.copyOf(redLines);
    }

    /** The worst group with what is decided. */
    public Band worst() {
        return after.values().stream().reduce(Band.NOTHING, Band::and);
    }

    /** Whether there is nothing in it yet that anybody knows. */
    public boolean isBlank() {
        return asked > 0 && open == asked;
    }
}
