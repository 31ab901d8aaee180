package dk.lovproeve.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import org.junit.jupiter.api.Test;

class AnswerWordsTest {

    /** A full stop before three figures is the mark of thousands in Danish, and a comma in English. */
    @Test
    void aNumberIsReadAsItIsWrittenInItsLanguage() {
        assertThat(AnswerWords.number("1.500", Language.DA)).contains(1500.0);
        assertThat(AnswerWords.number("1.500,25", Language.DA)).contains(1500.25);
        assertThat(AnswerWords.number("1,5", Language.DA)).contains(1.5);
        assertThat(AnswerWords.number("1.5", Language.DA)).contains(1.5);
        assertThat(AnswerWords.number("-12", Language.DA)).contains(-12.0);
        assertThat(AnswerWords.number("1,500", Language.EN)).contains(1500.0);
        assertThat(AnswerWords.number("1.500", Language.EN)).contains(1.5);
        for (String none : new String[] {"", "many", "1.2.3", "1 500", "5 %"}) {
            assertThat(AnswerWords.number(none, Language.DA)).as(none).isEmpty();
        }
    }
}
