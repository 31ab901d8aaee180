package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A version of the rule that holds in some municipalities only, as a trial before the whole country.
 *
 * @param municipalities where it holds: their places in the population's list, from 0; one or more
 * @param elsewhere      what holds in the others
 */
public record Trial(Set<Integer> municipalities, Model elsewhere) {

    public Trial {
        Checks.that(!municipalities.isEmpty(), "municipalities", "none", "at least one");
        municipalities = Collections.unmodifiableSet(new TreeSet<>(municipalities));
        Objects.requireNonNull(elsewhere, "elsewhere");
    }
}
