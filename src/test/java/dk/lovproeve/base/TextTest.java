package dk.lovproeve.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void insideASentenceOnlyTheCapitalThatBeginsOneGoes() {
        assertThat(Text.inside("Missed deadlines")).isEqualTo("missed deadlines");
        assertThat(Text.inside("Ældre borgere")).isEqualTo("ældre borgere");
        assertThat(Text.inside("SMS reminders")).isEqualTo("SMS reminders");
        assertThat(Text.inside("IT-støtte")).isEqualTo("IT-støtte");
        assertThat(Text.inside("MitID by phone")).isEqualTo("MitID by phone");
        assertThat(Text.inside("")).isEmpty();
    }
}
