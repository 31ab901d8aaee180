package dk.lovproeve.simulation;

/** A condition with its names looked up (model rule S18). */
interface CompiledCondition {

    CompiledCondition ALWAYS = (run, i, track, day) -> true;
    CompiledCondition SUBSCRIBED = (run, i, track, day) -> run.subscribed(i);

    /**
     * @param run   the municipality's run, as it stands
     * @param i     the citizen
     * @param track the track being visited; -1 for opening and closing tallies
     * @param day   today
     */
    boolean holds(MunicipalityRun run, int i, int track, int day);

    record All(CompiledCondition[] of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            for (CompiledCondition condition : of) {
                if (!condition.holds(run, i, track, day)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(CompiledCondition[] of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            for (CompiledCondition condition : of) {
                if (condition.holds(run, i, track, day)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(CompiledCondition of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return !of.holds(run, i, track, day);
        }
    }

    record Flag(long bit) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return (run.flags(i) & bit) != 0;
        }
    }

    record OfTargetGroup(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return among[run.targetGroup(i)];
        }
    }

    record InGroup(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return among[run.groupAtVisit()];
        }
    }

    record CapacityBelow(int capacity, double[] level) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.lastingLevel(capacity, i) < level[run.targetGroup(i)];
        }
    }

    record StateAbove(int state, double[] level) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.state(state, i, day) > level[run.targetGroup(i)];
        }
    }

    record Circumstance(int key, double[] chance) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.circumstance(i, key) < chance[run.targetGroup(i)];
        }
    }

    record ExtendedFewerThan(double[] times) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            int extensions = track < 0 ? 0 : run.extensions(i, track);
            return extensions < times[run.targetGroup(i)];
        }
    }

    record HelperAway(double[] share) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return track >= 0 && run.groupAtVisit() == 1 && run.helperAwayShare(i, track) >= share[run.targetGroup(i)];
        }
    }
}
