package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A risk with its level for each group: before anything is done, with what is decided, and with what is only proposed too.
 *
 * @param isRate whether what the run counts can befall the same person several times, so that a share of 1.5 is one and a half
 *               times a person and a year
 * @param groups by group, in the order of the risk
 */
public record RiskLevel(Risk risk, boolean isRate, Map<String, AtGroup> groups) {

    /** What the levels of {@link AtGroup#after()} are called. */
    public static final Text DECIDED = new Text("Med det besluttede", "With what is decided");

    /** What the levels of {@link AtGroup#possible()} are called: what is only proposed is not in the bill. */
    public static final Text PROPOSED = new Text("Hvis alle foranstaltninger kom med", "If all safeguards were added");

    /**
     * The level for one group.
     *
     * @param share    how large a share of the group it befell in the run, 0 or more; empty where it is not measured there
     * @param left     the least share in the run of a version that is a safeguard, decided or proposed; empty where none was run
     * @param before   before anything is done
     * @param after    with the safeguards that are decided or in force
     * @param possible with those that are proposed as well
     */
    public record AtGroup(Optional<Double> share, Optional<Double> left, Band before, Band after, Band possible) {
        public AtGroup {
            Objects.requireNonNull(share, "share");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(possible, "possible");
        }

        /** Whether {@code after} or {@code possible} rests on a version that was run. */
        public boolean isRun() {
            return left.isPresent();
        }
    }

    public RiskLevel {
        Objects.requireNonNull(risk, "risk");
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        Checks.that(!groups.isEmpty(), risk.id(), "no group", "at least one");
    }

    /** The worst group with what is decided: the groups are never averaged. */
    public Band after() {
        return groups.values().stream().map(AtGroup::after).reduce(Band.NOTHING, Band::and);
    }

    /** The worst group before anything is done. */
    public Band before() {
        return groups.values().stream().map(AtGroup::before).reduce(Band.NOTHING, Band::and);
    }
}
