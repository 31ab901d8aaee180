package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Condition.Relation;

/** A condition with its names looked up (model rule S18). */
interface CompiledCondition {

    CompiledCondition ALWAYS = (run, i, track, day) -> true;
    CompiledCondition NO_HELPER = (run, i, track, day) -> run.alone(i);

    /**
     * @param run   the municipality's run, as it stands
     * @param i     the citizen
     * @param track the track being visited; -1 where there is none
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

    record Trait(int trait) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.hasTrait(trait, i);
        }
    }

    record Circumstance(int circumstance) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.circumstance(circumstance, i, day);
        }
    }

    /** She has a helper of one of the kinds: {@code among[kind]}. */
    record HelperIs(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return run.hasHelper(i, among);
        }
    }

    record Comparison(CompiledAmount left, Relation relation, CompiledAmount right) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int i, int track, int day) {
            return relation.holds(left.of(run, i, track, day), right.of(run, i, track, day));
        }
    }
}
