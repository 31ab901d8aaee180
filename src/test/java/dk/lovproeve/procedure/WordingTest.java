package dk.lovproeve.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount.Combined;
import dk.lovproeve.procedure.Amount.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Condition A = new Condition.Flag("a");
    private static final Condition B = new Condition.Flag("b");

    private final Wording wording = new Wording(
            new ProcedureDrawn().flag("a").flag("b").build(),
            Map.of("sick", new Text("Sygemeldte", "Sick-listed"), "digital", new Text("digitale færdigheder", "digital skill")));

    @Test
    void aConditionInsideAnotherStandsInBracketsWhenItHasJoints() {
        Condition both = new Condition.Not(new Condition.All(List.of(A, B)));
        assertThat(wording.of(both)).isEqualTo(new Text("ikke (a og b)", "not (a and b)"));
        Condition either = new Condition.Any(List.of(A, new Condition.Not(B), new Condition.OfTargetGroup(List.of("sick"))));
        assertThat(wording.of(either))
                .isEqualTo(new Text("a eller ikke b eller målgruppe: Sygemeldte", "a or not b or target group: Sick-listed"));
        assertThat(wording.of(Condition.ALWAYS)).isEqualTo(new Text("altid", "always"));
    }

    @Test
    void amountsReadAsSums() {
        Amount limit = new Amount.Of(ProcedureDrawn.number("limit", Unit.COUNT, 5));
        Amount one = new Amount.Literal(1);
        Amount sum = new Combined(Operation.TIMES, new Combined(Operation.PLUS, limit, one), limit);
        assertThat(wording.of(sum)).isEqualTo(new Text("(»limit« + 1) × »limit«", "(“limit” + 1) × “limit”"));
        Condition compared = new Condition.Comparison(new Amount.OfCapacity("digital"), Condition.Relation.AT_MOST, limit);
        assertThat(wording.of(compared).da()).isEqualTo("»digitale færdigheder« højst »limit«");
    }

    @Test
    void quotientsOfSumsAndProductsKeepTheirBrackets() {
        Amount limit = new Amount.Of(ProcedureDrawn.number("limit", Unit.COUNT, 5));
        Amount product = new Combined(Operation.TIMES, limit, limit);
        Amount quotient = new Combined(Operation.DIVIDED_BY, limit, product);
        assertThat(wording.of(quotient).da()).isEqualTo("»limit« / (»limit« × »limit«)");
    }
}
