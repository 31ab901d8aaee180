package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioLoaderTest {
    static final Path TINY = Path.of("src/test/resources/scenarios/tiny");

    @Test
    void theFixtureLoads() {
        Scenario tiny = ScenarioLoader.load(TINY);
        assertThat(tiny.versions()).extracting(v -> v.variant().id() + v.unreachableSteps())
                .containsExactly(
                        "bill[]",
                        "contact-first[wait-on]",
                        "no-fee[assess, favour, charge, wait-on, apply, hear, decide, exempted, not-exempted]",
                        "no-duty[see-letter, renew, assess, favour, charge, wait-on, apply, hear, decide, exempted, not-exempted]");
    }
}
