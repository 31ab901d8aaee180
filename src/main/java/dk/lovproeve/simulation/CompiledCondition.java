package dk.lovproeve.simulation;

import dk.lovproeve.procedure.Condition.Relation;

/** A condition with its names looked up (model rule S18). */
interface CompiledCondition {

    CompiledCondition ALWAYS = (run, track, day) -> true;
    CompiledCondition NO_HELPER = (run, track, day) -> run.alone();

    /**
     * @param run   the municipality's run, as it stands, with the citizen at hand
     * @param track the track being visited; -1 where there is none
     * @param day   today
     */
    boolean holds(MunicipalityRun run, int track, int day);

    record All(CompiledCondition[] of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            for (CompiledCondition condition : of) {
                if (!condition.holds(run, track, day)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(CompiledCondition[] of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            for (CompiledCondition condition : of) {
                if (condition.holds(run, track, day)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(CompiledCondition of) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return !of.holds(run, track, day);
        }
    }

    record Flag(int flag) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return run.flag(flag);
        }
    }

    record OfTargetGroup(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return among[run.targetGroup()];
        }
    }

    record InGroup(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return among[run.groupAtVisit()];
        }
    }

    record Trait(int trait) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return run.hasTrait(trait);
        }
    }

    record Circumstance(int circumstance) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return run.circumstance(circumstance, day);
        }
    }

    /** She has a helper of one of the kinds: {@code among[kind]}. */
    record HelperIs(boolean[] among) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return run.hasHelper(among);
        }
    }

    record Comparison(CompiledAmount left, Relation relation, CompiledAmount right) implements CompiledCondition {
        @Override
        public boolean holds(MunicipalityRun run, int track, int day) {
            return relation.holds(left.of(run, track, day), right.of(run, track, day));
        }
    }
}
