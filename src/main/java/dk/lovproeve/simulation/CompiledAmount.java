package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Amount.Operation;

/** An amount with its names looked up (model rule S21). */
interface CompiledAmount {

    /** The largest number of days, minutes or units: more than any run has. */
    int MOST = 1_000_000;

    CompiledAmount TODAY = (run, track, day) -> day;
    CompiledAmount CLOCK = (run, track, day) -> run.clock(track);
    CompiledAmount STARTED = (run, track, day) -> run.started(track);
    CompiledAmount EXTENSIONS = (run, track, day) -> run.extensions(track);
    CompiledAmount HELPER_AWAY = (run, track, day) -> run.helperAwayShare(track);

    /**
     * The number, unrounded.
     *
     * @param run   the municipality's run, as it stands, with the citizen at hand
     * @param track the track being visited; -1 where there is none
     * @param day   today
     */
    double of(MunicipalityRun run, int track, int day);

    /** Between what it lies for a target group, whatever happens. */
    default Range range(int group) {
        return Range.ANY;
    }

    /** A number for each target group: a parameter, or what can be worked out of parameters alone. */
    record Plain(double[] byGroup) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            return byGroup[run.targetGroup()];
        }

        @Override
        public Range range(int group) {
            return new Range(byGroup[group], byGroup[group]);
        }
    }

    /** A yes counts as one. */
    record Is(CompiledCondition condition) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            return condition.holds(run, track, day) ? 1 : 0;
        }

        @Override
        public Range range(int group) {
            return Range.CHANCE;
        }
    }

    record OfState(int state) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            return run.state(state, day);
        }

        @Override
        public Range range(int group) {
            return Range.NOT_BELOW_0;
        }
    }

    record OfCapacity(int capacity) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            return run.lastingLevel(capacity);
        }
    }

    record Combined(Operation operation, CompiledAmount left, CompiledAmount right) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            return operation.of(left.of(run, track, day), right.of(run, track, day));
        }

        @Override
        public Range range(int group) {
            return left.range(group).with(operation, right.range(group));
        }
    }

    record Rounded(boolean up, CompiledAmount amount) implements CompiledAmount {
        @Override
        public double of(MunicipalityRun run, int track, int day) {
            double exact = amount.of(run, track, day);
            return up ? Math.ceil(exact) : Math.floor(exact);
        }

        @Override
        public Range range(int group) {
            Range of = amount.range(group);
            return up ? new Range(Math.ceil(of.least()), Math.ceil(of.most())) : new Range(Math.floor(of.least()), Math.floor(of.most()));
        }
    }
}
