package dk.lovproeve.procedure;

import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is certain of a parameter whatever its plausible value and, where it is left open, the target group. */
final class Bounds {

    private final Optional<String> targetGroup;

    Bounds(Optional<String> targetGroup) {
        this.targetGroup = targetGroup;
    }

    /** Whether the parameter can have no other value than this. */
    boolean surely(Parameter parameter, double value) {
        return every(parameter, level -> level.low() == value && level.high() == value);
    }

    /** Whether a demand asks anything of anybody; the 0th percentile is reached by all. */
    boolean asksSomething(Parameter demand) {
        return every(demand, level -> level.value() > 0);
    }

    private boolean every(Parameter parameter, Predicate<Level> holds) {
        if (targetGroup.isPresent()) {
            return holds.test(parameter.level(targetGroup.get()));
        }
        List<Level> levels = new ArrayList<>(parameter.byGroup().values());
        if (parameter.general() != null) {
            levels.add(parameter.general());
        }
        return levels.stream().allMatch(holds);
    }
}
