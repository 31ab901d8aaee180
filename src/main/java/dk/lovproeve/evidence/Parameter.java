package dk.lovproeve.evidence;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A number of the model that answers for itself. It may differ by target group, or by the categories of an attribute.
 *
 * @param id     its name in the scenario, such as {@code deadline-days}
 * @param label  what it is, for a reader
 * @param unit   what it counts
 * @param general the level for everybody who has none of their own; {@code null} when all have one
 * @param byGroup levels of single target groups, or of single categories of one attribute, in the order of the file
 * @param place  where the author wrote it
 */
public record Parameter(
        String id, Text label, Unit unit, Level general, Map<String, Level> byGroup, Place place) {

    public Parameter {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
        byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
        Checks.that(general != null || !byGroup.isEmpty(), id, "no level", "a value, or values by target group");
    }

    /** Whether any of its levels is ours, without a source. */
    public boolean isAssumed() {
        return (general != null && general.evidence() == EvidenceClass.ASSUMED)
                || byGroup.values().stream().anyMatch(level -> level.evidence() == EvidenceClass.ASSUMED);
    }

    /** Whether it can be moved by itself: some level has a range, and none has been fitted together with others. */
    public boolean isMovable() {
        List<Level> levels = levels();
        return levels.stream().anyMatch(level -> !level.isFixed()) && levels.stream().allMatch(level -> level.accepted().isEmpty());
    }

    /** The general level, where there is one, and then those of target groups or categories. */
    public List<Level> levels() {
        return Stream.concat(Stream.ofNullable(general), byGroup.values().stream()).toList();
    }

    /**
     * The level that holds for a target group, or for a category of an attribute.
     *
     * @throws IllegalArgumentException when the parameter has neither a level for the group nor a general one
     */
    public Level level(String group) {
        Level own = byGroup.get(group);
        if (own == null && general == null) {
            throw Checks.failure(id, "no value for " + group, "a value for every group");
        }
        return own == null ? general : own;
    }
}
