package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answers that a question can have, from the least concern to the most. Where it is scored no step brings less concern
 * than the one before it, and none brings more than one level more: an answer that is a little worse never throws the whole
 * assessment over.
 *
 * @param id    its name in the question bank
 * @param steps all scored or none; at least two
 */
public record Scale(String id, List<Step> steps) {

    /**
     * One answer.
     *
     * @param key     the word an author writes
     * @param label   what it says, described so that two people would choose alike
     * @param concern what it gives cause for; empty where the question is not scored
     */
    public record Step(String key, Text label, Optional<Concern> concern) {

        public Step {
            Checks.notBlank(key, "key");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(concern, "concern");
        }
    }

    public Scale {
        Checks.notBlank(id, "id");
        steps = List.copyOf(steps);
        Checks.atLeast(2, steps.size(), id);
        for (int i = 1; i < steps.size(); i++) {
            Optional<Concern> before = steps.get(i - 1).concern();
            Optional<Concern> here = steps.get(i).concern();
            Checks.that(before.isPresent() == here.isPresent(), id, steps.get(i).key(), "every step with a concern, or none");
            if (here.isPresent()) {
                int rise = here.get().ordinal() - before.get().ordinal();
                Checks.that(rise == 0 || rise == 1, id, here.get().key() + " after " + before.get().key(),
                        "the same concern as the step before, or one level more");
            }
        }
    }

    /** Whether its answers have a bearing on a level. */
    public boolean isScored() {
        return steps.get(0).concern().isPresent();
    }

    public List<String> keys() {
        return steps.stream().map(Step::key).toList();
    }

    /** The step with this key. @throws IllegalArgumentException when there is none */
    public Step step(String key) {
        return steps.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow(() -> Checks.failure(id, key, "one of " + keys()));
    }

    /** The concern of the worst answer. */
    public Concern worst() {
        return steps.get(steps.size() - 1).concern().orElseThrow();
    }

    /** Whether an answer is this step or a worse one. */
    public boolean isAtLeast(String key, String limit) {
        return keys().indexOf(key) >= keys().indexOf(limit);
    }
}
