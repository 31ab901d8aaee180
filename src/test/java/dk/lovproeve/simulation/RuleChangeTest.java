package dk.lovproeve.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.random.KeyedDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is not run again would have come out the same. */
class RuleChangeTest {

    private static final int MODELS = 40;
    private static final int DAYS = 60;

    @Test
    void aYearThatMissesWhatDiffersIsTheOtherVersionsYear() {
        int missed = 0;
        int touched = 0;
        int moved = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            Model model = RandomModels.model(seed);
            KeyedDraws draws = KeyedDraws.of(seed, 3);
            Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), 0.05);
            Engine engine = new Engine(model, Values.central(), DAYS);
            for (int s = 0; s < model.procedure().steps().size(); s++) {
                Model other = withAnother(s, model);
                Optional<RuleChange> change = RuleChange.between(model, other);
                if (change.isEmpty()) {
                    continue;
                }
                Engine changed = new Engine(other, Values.central(), DAYS);
                for (int m = 0; m < model.population().municipalities().size(); m++) {
                    Citizens citizens = synthesizer.synthesize(draws, m);
                    Engine.Year year = engine.year(citizens, draws);
                    boolean same = changed.run(citizens, draws).equals(year.counts());
                    if (change.get().missed(year)) {
                        missed++;
                        assertThat(same).as("model %d, step %d, municipality %d", seed, s, m).isTrue();
                    } else {
                        touched++;
                        moved += same ? 0 : 1;
                    }
                }
            }
        }
        // Else nothing has been tried.
        assertThat(missed).isGreaterThan(100);
        assertThat(touched).isGreaterThan(100);
        assertThat(moved).isGreaterThan(50);
    }

    @Test
    void anotherVocabularyMayTouchEverybody() {
        Model one = RandomModels.model(1);
        Model other = RandomModels.model(2);
        assertThat(RuleChange.between(one, other)).isEmpty();
        assertThat(RuleChange.between(one, one)).isPresent();
    }

    /** The same rule with something else at one step: a decision always goes the last way, others are turned inside out. */
    private static Model withAnother(int index, Model model) {
        List<Step> steps = new ArrayList<>(model.procedure().steps());
        steps.set(index, another(steps.get(index)));
        Procedure procedure = model.procedure().with(model.procedure().tracks(), steps, model.procedure().goals());
        return new Model(model.firstDay(), model.targetGroups(), model.parameters(), procedure, model.institutions(), model.population());
    }

    private static Step another(Step step) {
        if (step instanceof Step.Decision d) {
            return new Step.Decision(d.head(), d.takes(), d.minutes(), d.choices().subList(d.choices().size() - 1, d.choices().size()));
        } else if (step instanceof Step.Attempt a) {
            return new Step.Attempt(unlike(a.head()), a.notice(), a.tries(), Optional.empty(), a.demands(), !a.help(), a.topic(),
                    Optional.empty(), a.minutes(), a.arrows());
        } else if (step instanceof Step.Wait w) {
            return new Step.Wait(unlike(w.head()), Optional.empty(), w.then());
        } else if (step instanceof Step.Effect e) {
            return new Step.Effect(unlike(e.head()), e.minutes(), e.then());
        }
        return new Step.End(unlike(step.head()));
    }

    private static Step.Head unlike(Step.Head h) {
        return new Step.Head(h.id(), h.label(), h.track(), h.actor(), h.channel(), h.provision(), h.ifOff(), !h.invisible(),
                h.rights(), h.adverse(), h.place());
    }
}
