package dk.lovproeve.procedure;

import dk.lovproeve.evidence.Parameter;
import java.util.List;

/** Something that holds or does not hold for a citizen at a moment. */
public sealed interface Condition {

    /** Holds for everybody. */
    Condition ALWAYS = new All(List.of());

    /** All hold; with none, it holds. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one holds; with none, it does not hold. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /** The citizen carries the flag. */
    record Flag(String flag) implements Condition {}

    /** A condition named under {@code facts}. */
    record Fact(String fact) implements Condition {}

    /** The citizen belongs to one of these target groups. */
    record OfTargetGroup(List<String> targetGroups) implements Condition {
        public OfTargetGroup {
            targetGroups = List.copyOf(targetGroups);
        }
    }

    /** The citizen is in one of these rights-security groups at the moment; numbers 1 to 3. */
    record InGroup(List<Integer> groups) implements Condition {
        public InGroup {
            groups = List.copyOf(groups);
        }
    }

    /** The citizen's lasting level of a capacity, stress and the like aside, lies below a percentile of adults. */
    record CapacityBelow(String capacity, Parameter percentile) implements Condition {}

    /** A state stands above a level at the moment. */
    record StateAbove(String state, Parameter level) implements Condition {}

    /**
     * Something befell the citizen at this occasion of the track that arrives by itself, such as illness. Drawn once an
     * occasion, by the name: every place that asks gets the same answer.
     */
    record Circumstance(String name, Parameter chance) implements Condition {}

    /** The citizen has signed up for reminders. */
    record Subscribed() implements Condition {}

    /** The track's clock has been extended fewer times than this since it was set. */
    record ExtendedFewerThan(Parameter times) implements Condition {}

    /**
     * The citizen is in group 2 and her helper was away on at least this share of the days that the track's clock ran.
     */
    record HelperAway(Parameter share) implements Condition {}
}
