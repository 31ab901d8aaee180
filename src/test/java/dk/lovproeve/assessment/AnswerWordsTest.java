package dk.lovproeve.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.Map;
import java.util.Optional;
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

    /** An answer for some channels only leaves the question open for the others, by their names. */
    @Test
    void whatNobodyKnowsIsOpenAlsoWhereItIsOneChannel() {
        AnswerWords words = new AnswerWords(Map.of(), Map.of("portal", new Text("portalen", "the portal")));
        String asked = "Can the citizen be represented or assisted in the system, with a power of attorney and in each channel?";
        assertThat(open(words, new Value.Each(Map.of("portal", Value.UNKNOWN)))).contains(asked + " Not examined: the portal");
        assertThat(open(words, new Value.Each(Map.of("portal", "partly")))).isEmpty();
        assertThat(open(words, new Value.Unknown())).contains(asked);
    }

    private static Optional<String> open(AnswerWords words, Value value) {
        Assessment answered = Filled.allAt(0).with("ret-2", Optional.of(Filled.answer("ret-2", value)));
        Item item = Filled.appraise(answered).items().stream().filter(i -> i.question().id().equals("ret-2")).findFirst().orElseThrow();
        return words.open(item).map(open -> open.in(Language.EN));
    }
}
