package dk.lovproeve.procedure;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Parameter;
import java.util.Objects;

/** A number that is worked out for a subject at a moment: how long, how much, how likely. */
public sealed interface Amount {

    /** A parameter's number for the subject's target group. */
    record Of(Parameter parameter) implements Amount {
        public Of {
            Objects.requireNonNull(parameter, "parameter");
        }
    }

    /** 0 or 1: to count one more, or what is left of a whole, is structure; every other number is a parameter. */
    record Literal(int number) implements Amount {
        public Literal {
            Checks.between(0, 1, number, "number");
        }
    }

    /** 1 where the condition holds and 0 where it does not: a yes counts as one. */
    record Is(Condition condition) implements Amount {
        public Is {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** What stands under this id in {@code amounts}. */
    record Named(String id) implements Amount {}

    /** A state of the subject's, as it is now. */
    record OfState(String state) implements Amount {}

    /** The subject's lasting level of a capacity, in standard deviations among all adults. */
    record OfCapacity(String capacity) implements Amount {}

    /** Where the subject stands in time, or what time has done. */
    enum Moment implements Amount {
        /** The number of the day, from 0. */
        TODAY("today"),
        /** The last day of the track's clock; a day after any run when it has not been set. */
        CLOCK("clock"),
        /** The day on which the track was started. */
        STARTED("started"),
        /** How many times the track's clock has been extended since it was set. */
        EXTENSIONS("extensions"),
        /** The share of the clock's days on which every helper was away; below 0 without helper or clock. */
        HELPER_AWAY("helper-away");

        private final String key;

        Moment(String key) {
            this.key = key;
        }

        /** The word a scenario file uses. */
        public String key() {
            return key;
        }
    }

    /** Two amounts made one. Division by 0 gives 0. */
    record Combined(Operation operation, Amount left, Amount right) implements Amount {
        public Combined {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }
    }

    /** An amount made a whole number. */
    record Rounded(boolean up, Amount of) implements Amount {
        public Rounded {
            Objects.requireNonNull(of, "of");
        }
    }

    /** What can be done with two numbers. */
    enum Operation {
        PLUS {
            @Override
            public double of(double left, double right) {
                return left + right;
            }
        },
        MINUS {
            @Override
            public double of(double left, double right) {
                return left - right;
            }
        },
        TIMES {
            @Override
            public double of(double left, double right) {
                return left * right;
            }
        },
        DIVIDED_BY {
            @Override
            public double of(double left, double right) {
                return right == 0 ? 0 : left / right;
            }
        },
        MIN {
            @Override
            public double of(double left, double right) {
                return Math.min(left, right);
            }
        },
        MAX {
            @Override
            public double of(double left, double right) {
                return Math.max(left, right);
            }
        };

        public abstract double of(double left, double right);
    }
}
