package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Test
    void theFirstLocaleThatIsSetChoosesTheLanguage() {
        assertThat(Surroundings.language("", Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Language.EN);
        assertThat(Surroundings.language("", Map.of("LC_MESSAGES", "en_US", "LANG", "da_DK"))).isEqualTo(Language.EN);
        assertThat(Surroundings.language("", Map.of("LC_ALL", "da_DK", "LANG", "en_US"))).isEqualTo(Language.DA);
        assertThat(Surroundings.language("", Map.of("LC_ALL", "", "LANG", "en_US"))).isEqualTo(Language.EN);
        assertThat(Surroundings.language("en_US", Map.of("LC_ALL", "C.UTF-8"))).isEqualTo(Language.EN);
    }

    @Test
    void withoutEnglishTheLanguageIsDanish() {
        assertThat(Surroundings.language("", Map.of())).isEqualTo(Language.DA);
        assertThat(Surroundings.language("", Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.DA);
        assertThat(Surroundings.language("", Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Language.DA);
    }
}
