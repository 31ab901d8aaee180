package dk.lovproeve.procedure;

import java.util.List;
import java.util.Objects;

/** Something that holds or does not hold for a subject at a moment. */
public sealed interface Condition {

    /** Holds for every subject. */
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

    /** The subject carries the flag. */
    record Flag(String flag) implements Condition {}

    /** The subject has the trait, drawn once for good. */
    record Trait(String trait) implements Condition {}

    /**
     * Something befell the subject at this occasion of the track that arrives by itself, such as illness. Drawn once an
     * occasion: every place that asks gets the same answer.
     */
    record Circumstance(String circumstance) implements Condition {}

    /** A condition named under {@code facts}. */
    record Fact(String fact) implements Condition {}

    /** The subject belongs to one of these target groups. */
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

    /** The citizen has a helper of one of these kinds; with none named, she has no helper. */
    record HelperIs(List<String> kinds) implements Condition {
        public HelperIs {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * One amount against another. A capacity alone on one side and a parameter that is a percentile alone on the other
     * compare her place among all adults with that percentile.
     */
    record Comparison(Amount left, Relation relation, Amount right) implements Condition {
        public Comparison {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(relation, "relation");
            Objects.requireNonNull(right, "right");
        }
    }

    /** How two amounts are compared. */
    enum Relation {
        BELOW("<") {
            @Override
            public boolean holds(double left, double right) {
                return left < right;
            }
        },
        AT_MOST("<=") {
            @Override
            public boolean holds(double left, double right) {
                return left <= right;
            }
        },
        ABOVE(">") {
            @Override
            public boolean holds(double left, double right) {
                return left > right;
            }
        },
        AT_LEAST(">=") {
            @Override
            public boolean holds(double left, double right) {
                return left >= right;
            }
        },
        EQUAL("=") {
            @Override
            public boolean holds(double left, double right) {
                return left == right;
            }
        };

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The sign a scenario file uses. */
        public String sign() {
            return sign;
        }

        public abstract boolean holds(double left, double right);
    }
}
