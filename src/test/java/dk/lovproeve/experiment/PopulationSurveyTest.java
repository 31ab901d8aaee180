package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationFit;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Model;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The lead case's people, as they are made at full size or thinned. */
class PopulationSurveyTest {

    private final Model model = ScenarioLoader.load(Path.of("scenarios/selvbook")).bill().model();
    private final PopulationSpec adults = model.population().ofAllAdults().orElseThrow();

    @Test
    void atFullScaleNoMarginIsHalfAPercentagePointOff() {
        for (PopulationSpec people : List.of(model.population(), adults)) {
            PopulationFit fit = PopulationFit.of(people, Values.central(), 1);
            assertThat(fit.hasConverged()).isTrue();
            assertThat(fit.largestPoints()).isLessThan(0.5);
            assertThat(fit.margins()).isNotEmpty();
        }
        assertThat(PopulationFit.of(adults, Values.central(), 1).people()).isEqualTo(4_888_900);
    }

    @Test
    void aCitizenTakesLessThan64Bytes() {
        assertThat(survey(2).bytesEach()).isLessThan(64);
    }

    @Test
    void theThreadsChangeNothingInWhatIsCounted() {
        PopulationSurvey one = survey(1);
        PopulationSurvey three = survey(3);
        assertThat(three.mean(0)).isEqualTo(one.mean(0));
        assertThat(three.deviation(1)).isEqualTo(one.deviation(1));
        for (int group = 1; group <= 3; group++) {
            assertThat(three.inGroup(Optional.empty(), Optional.empty(), group)).isEqualTo(one.inGroup(Optional.empty(), Optional.empty(), group));
        }
    }

    /** 98,000 adults: the smallest band is 3,066, a standard error of at most 0.9 percentage points; 4 of them are allowed. */
    @Test
    void eachAgeIsBelowTheCommonLevelAsMeasured() {
        PopulationSurvey survey = survey(2);
        var measured = adults.capacities().get(0).by().get("age");
        adults.attributes().get(0).categories().forEach(age -> assertThat(
                        survey.below(0, age.id()) / (double) survey.size(Optional.empty(), Optional.of(age.id())))
                .as(age.id())
                .isCloseTo(measured.level(age.id()).value(), within(0.036)));
    }

    @Test
    void thePeopleAreTheSameBytesOnOneTwoAndThreeThreads() throws Exception {
        byte[] one = hash(1);
        assertThat(hash(2)).isEqualTo(one);
        assertThat(hash(3)).isEqualTo(one);
    }

    private PopulationSurvey survey(int threads) {
        return PopulationSurvey.of(adults, model.procedure(), Values.central(), 1, 0.02, threads, (done, total) -> {});
    }

    private byte[] hash(int threads) throws Exception {
        Synthesizer synthesizer = new Synthesizer(adults, Values.central(), 0.01);
        KeyedDraws draws = KeyedDraws.of(1, 0);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Citizens>> made = new ArrayList<>();
        for (int m = 0; m < adults.municipalities().size(); m++) {
            int municipality = m;
            made.add(pool.submit(() -> synthesizer.synthesize(draws, municipality)));
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int capacities = adults.capacities().size();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (Future<Citizens> future : made) {
            Citizens citizens = future.get();
            for (int i = 0; i < citizens.size(); i++) {
                buffer.clear().putLong(citizens.who(i)).putInt(citizens.targetGroup(i));
                for (int a = 0; a < adults.attributes().size(); a++) {
                    buffer.putInt(citizens.category(a, i));
                }
                for (int k = 0; k < capacities; k++) {
                    buffer.putFloat(citizens.level(k, i));
                }
                for (int tie = citizens.ties().first(i); tie < citizens.ties().end(i); tie++) {
                    buffer.putInt(citizens.ties().kind(tie)).putFloat(citizens.ties().level(tie));
                }
                digest.update(Arrays.copyOf(buffer.array(), buffer.position()));
            }
        }
        pool.shutdown();
        return digest.digest();
    }
}
