package dk.lovproeve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Amount.Combined;
import dk.lovproeve.procedure.Amount.Is;
import dk.lovproeve.procedure.Amount.Literal;
import dk.lovproeve.procedure.Amount.Moment;
import dk.lovproeve.procedure.Amount.Named;
import dk.lovproeve.procedure.Amount.Of;
import dk.lovproeve.procedure.Amount.OfCapacity;
import dk.lovproeve.procedure.Amount.OfState;
import dk.lovproeve.procedure.Amount.Operation;
import dk.lovproeve.procedure.Amount.Rounded;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Condition.All;
import dk.lovproeve.procedure.Condition.Any;
import dk.lovproeve.procedure.Condition.Circumstance;
import dk.lovproeve.procedure.Condition.Comparison;
import dk.lovproeve.procedure.Condition.Fact;
import dk.lovproeve.procedure.Condition.Flag;
import dk.lovproeve.procedure.Condition.HelperIs;
import dk.lovproeve.procedure.Condition.InGroup;
import dk.lovproeve.procedure.Condition.Not;
import dk.lovproeve.procedure.Condition.OfTargetGroup;
import dk.lovproeve.procedure.Condition.Relation;
import dk.lovproeve.procedure.Condition.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {

    private static final Place HERE = new Place("here.yaml", 7);

    private final Failures failures = new Failures();
    private final Binding binding = new Binding(root(), failures);
    private final Expressions expressions = new Expressions(binding);

    ExpressionsTest() {
        know("days", Unit.DAYS);
        know("limit", Unit.COUNT);
        know("rate", Unit.KRONER_PER_DAY);
        know("weak", Unit.PERCENTILE);
    }

    // ---- conditions ----

    @Test
    void aNameIsWhatItWasDeclaredAs() {
        assertThat(condition("exempt")).isEqualTo(new Flag("exempt"));
        assertThat(condition("subscribed")).isEqualTo(new Trait("subscribed"));
        assertThat(condition("ill")).isEqualTo(new Circumstance("ill"));
        assertThat(condition("entitled")).isEqualTo(new Fact("entitled"));
        assertThat(failures.all()).isEmpty();
        assertThat(binding.used(Kind.FLAG)).containsExactly("exempt");
        assertThat(binding.used(Kind.TRAIT)).containsExactly("subscribed");
        assertThat(binding.used(Kind.CIRCUMSTANCE)).containsExactly("ill");
        assertThat(binding.used(Kind.FACT)).containsExactly("entitled");
    }

    @Test
    void notBindsTighterThanAndAndTighterThanOr() {
        assertThat(condition("not exempt and told or ill")).isEqualTo(new Any(List.of(
                new All(List.of(new Not(new Flag("exempt")), new Flag("told"))),
                new Circumstance("ill"))));
        assertThat(condition("not (exempt and (told or ill))")).isEqualTo(new Not(new All(List.of(
                new Flag("exempt"), new Any(List.of(new Flag("told"), new Circumstance("ill")))))));
        assertThat(condition("exempt or told or ill"))
                .isEqualTo(new Any(List.of(new Flag("exempt"), new Flag("told"), new Circumstance("ill"))));
        assertThat(condition("not stress > limit"))
                .isEqualTo(new Not(new Comparison(new OfState("stress"), Relation.ABOVE, of("limit"))));
    }

    @Test
    void isTakesAListThatEndsWhereTheCommasEnd() {
        assertThat(condition("target-group is insured, sick or exempt")).isEqualTo(
                new Any(List.of(new OfTargetGroup(List.of("insured", "sick")), new Flag("exempt"))));
        assertThat(condition("group is 2, 3")).isEqualTo(new InGroup(List.of(2, 3)));
        assertThat(condition("helper is family, friend")).isEqualTo(new HelperIs(List.of("family", "friend")));
        assertThat(condition("not helper is none")).isEqualTo(new Not(new HelperIs(List.of())));
        assertThat(binding.used(Kind.TARGET_GROUP)).containsExactlyInAnyOrder("insured", "sick");
        assertThat(binding.used(Kind.HELPER)).containsExactlyInAnyOrder("family", "friend");
    }

    @Test
    void amountsAreComparedBothWaysRound() {
        assertThat(condition("stress + 1 >= limit * limit")).isEqualTo(new Comparison(
                new Combined(Operation.PLUS, new OfState("stress"), new Literal(1)),
                Relation.AT_LEAST,
                new Combined(Operation.TIMES, of("limit"), of("limit"))));
        assertThat(condition("(stress + 1) / limit = burden and (exempt)")).isEqualTo(new All(List.of(
                new Comparison(
                        new Combined(
                                Operation.DIVIDED_BY, new Combined(Operation.PLUS, new OfState("stress"), new Literal(1)), of("limit")),
                        Relation.EQUAL,
                        new Named("burden")),
                new Flag("exempt"))));
        assertThat(condition("extensions < limit")).isEqualTo(new Comparison(Moment.EXTENSIONS, Relation.BELOW, of("limit")));
        assertThat(failures.all()).isEmpty();
    }

    @Test
    void aCapacityIsComparedWithAPercentile() {
        assertThat(condition("digital < weak"))
                .isEqualTo(new Comparison(new OfCapacity("digital"), Relation.BELOW, of("weak")));
        assertThat(condition("weak >= digital"))
                .isEqualTo(new Comparison(of("weak"), Relation.AT_LEAST, new OfCapacity("digital")));
        assertThat(failures.all()).isEmpty();
        assertThat(binding.used(Kind.CAPACITY)).containsExactly("digital");
    }

    @Test
    void withoutWhenEverybody() {
        assertThat(expressions.when(cursor(new Tree.Mapping(HERE, Map.of())))).isEqualTo(Condition.ALWAYS);
        assertThat(expressions.when(cursor(new Tree.Mapping(HERE, Map.of("when", scalar("told")))))).isEqualTo(new Flag("told"));
        assertThat(expressions.condition(cursor(null))).isEqualTo(Condition.ALWAYS);
        assertThat(failures.all()).isEmpty();
    }

    // ---- amounts ----

    @Test
    void timesBindsTighterThanMinusAndEqualsGoFromTheLeft() {
        assertThat(amount("limit - stress - 1")).isEqualTo(new Combined(
                Operation.MINUS, new Combined(Operation.MINUS, of("limit"), new OfState("stress")), new Literal(1)));
        assertThat(amount("limit - stress * rate")).isEqualTo(new Combined(
                Operation.MINUS, of("limit"), new Combined(Operation.TIMES, new OfState("stress"), of("rate"))));
        assertThat(amount("(limit - stress) * rate")).isEqualTo(new Combined(
                Operation.TIMES, new Combined(Operation.MINUS, of("limit"), new OfState("stress")), of("rate")));
    }

    @Test
    void minMaxFloorAndCeilStandBeforeAParenthesis() {
        assertThat(amount("max(today - started, 0)")).isEqualTo(new Combined(
                Operation.MAX, new Combined(Operation.MINUS, Moment.TODAY, Moment.STARTED), new Literal(0)));
        assertThat(amount("min( floor(burden), ceil(rate) )")).isEqualTo(new Combined(
                Operation.MIN, new Rounded(false, new Named("burden")), new Rounded(true, of("rate"))));
        assertThat(amount("clock + 1")).isEqualTo(new Combined(Operation.PLUS, Moment.CLOCK, new Literal(1)));
    }

    @Test
    void inACalculationAYesCountsAsOne() {
        assertThat(amount("exempt + told")).isEqualTo(new Combined(
                Operation.PLUS, new Is(new Flag("exempt")), new Is(new Flag("told"))));
        assertThat(amount("limit * (group is 3 or not ill)", Unit.DAYS)).isEqualTo(new Combined(
                Operation.TIMES, of("limit"),
                new Is(new Any(List.of(new InGroup(List.of(3)), new Not(new Circumstance("ill")))))));
        assertThat(amount("1 - entitled")).isEqualTo(new Combined(Operation.MINUS, new Literal(1), new Is(new Fact("entitled"))));
        assertThat(amount("told")).isEqualTo(new Is(new Flag("told")));
        assertThat(expressions.usesClock(amount("1 + helper-failed"))).isTrue();
        assertThat(failures.all()).isEmpty();
        amount("told", Unit.DAYS);
        assertThat(failures.all()).hasSize(1);
    }

    @Test
    void aParameterAloneMustBeInTheUnitAndInACalculationMayBeInAny() {
        assertThat(amount("days", Unit.DAYS)).isEqualTo(of("days"));
        assertThat(amount("(days)", Unit.DAYS)).isEqualTo(of("days"));
        assertThat(amount("limit * rate", Unit.DAYS)).isInstanceOf(Combined.class);
        assertThat(failures.all()).isEmpty();
        amount("rate", Unit.DAYS, Unit.COUNT);
        assertThat(said()).containsExactly(
                "rate, which is in kroner-per-day | a parameter in days or count | ");
    }

    // ---- what is wrong, and how it is mended ----

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        // name; found; a part of expected; maybe
        "exemt;                   exemt;                                  something that holds;       exempt",
        "told and not exemt;      exemt (in: told and not exemt);         something that holds;       told and not exempt",
        "stress;                  stress, which is a state (a number);    something that holds;       stress > 0",
        "digital and told;        digital, which is a capacity (compared with a percentile) (in: digital and told); something that holds; ``",
        "told and 1;              1, which is a number (in: told and 1);  something that holds;       ``",
        "told and limit - 1;      a calculation with - (in: told and limit - 1); something that holds;  ``",
        "stress > exempt;         exempt, which is a flag (yes or no) (in: stress > exempt); a number: a parameter; ``",
        "stress > 0.5;            0.5 (in: stress > 0.5);                 the name of a parameter;    ``",
        "stress > 1.0;            1.0 (in: stress > 1.0);                 the name of a parameter;    stress > 1",
        "stress > limt;           limt (in: stress > limt);               a number: a parameter;      stress > limit",
        "stress > weak;           weak, which is in percentile (in: stress > weak); only in a comparison with a capacity; ``",
        "digital < limit;         limit, which is in count (in: digital < limit); a parameter in percentile; ``",
        "digital < wek;           wek (in: digital < wek);                a parameter in percentile;  digital < weak",
        "digital < 0.1;           0.1 (in: digital < 0.1);                a parameter in percentile;  ``",
        "stress -1 > 0;           -1 (in: stress -1 > 0);                 spaces on both sides;       stress - 1 > 0",
        "stress-limit > 0;        stress-limit (in: stress-limit > 0);    spaces on both sides;       stress - limit > 0",
        "stress- limit > 0;       stress- (in: stress- limit > 0);        spaces on both sides;       stress - limit > 0",
        "stress*limit > 0;        stress*limit (in: stress*limit > 0);    spaces on both sides;       stress * limit > 0",
        "(stress)- limit > 0;     - (in: (stress)- limit > 0);            spaces on both sides;       (stress) - limit > 0",
        "stress > - limit;        - (in: stress > - limit);               0 before a minus;           stress > 0 - limit",
        "(told;                   ( (in: (told);                          a ) after each (;           ``",
        "told);                   ) (in: told));                          a ( before each );          ``",
        "told and;                nothing after and (in: told and);       a name, a number;           ``",
        "told exempt;             exempt (in: told exempt);               the end of the line;        ``",
        "told og exempt;          og (in: told og exempt);                the end of the line;        told and exempt",
        "ikke told;               ikke (in: ikke told);                   the end of the line;        not told",
        "told && exempt;          && (in: told && exempt);                and;                        told and exempt",
        "stress == 1;             == (in: stress == 1);                   =;                          stress = 1",
        "stress != 1;             != (in: stress != 1);                   not before a comparison;    ``",
        "0 < stress < 1;          < (in: 0 < stress < 1);                 one comparison at a time;   ``",
        "group is not 3 or told;  is not (in: group is not 3 or told);    not before the whole;       not (group is 3 or told)",
        "group is 4;              4 (in: group is 4);                     1, 2 or 3;                  ``",
        "group is 2, 2;           2 a second time (in: group is 2, 2);    each name once;             ``",
        "gruop is 2;              gruop (in: gruop is 2);                 target-group, group or helper; group is 2",
        "helper is famly;         famly (in: helper is famly);            a kind of helper that stands under helpers; helper is family",
        "target-group is;         nothing after is (in: target-group is); a name after is;            ``",
        "any exempt;              any (in: any exempt);                   only before a name with $;  ``",
        "Told;                    Told;                                   lower-case letters;         told",
        "ære;                     ære;                                    lower-case letters;         ``",
        "limit > 0 and max(1) > 0; ) (in: limit > 0 and max(1) > 0);      max(A, B) with two amounts; ``",
    })
    void aSlipInAConditionIsShownAndMended(String words, String found, String expected, String maybe) {
        condition(words);
        assertThat(failures.all()).hasSize(1);
        Failure failure = failures.all().get(0);
        assertThat(failure.found().en()).isEqualTo(found);
        assertThat(failure.expected().en()).contains(expected);
        assertThat(failure.maybe()).isEqualTo(maybe);
        assertThat(failure.place()).isEqualTo(HERE);
        assertThat(failure.subject()).isEqualTo("here");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "14;             14;                                              the name of a parameter;    ``",
        "told = 1;       a condition with = (in: told = 1);               a number: a parameter;      ``",
        "told or ill;    a condition with or (in: told or ill);           a number: a parameter;      ``",
        "limit > 0;      a condition with > (in: limit > 0);              a number: a parameter;      ``",
        "weak * limit;   weak, which is in percentile (in: weak * limit); only in a comparison;       ``",
        "limit-1;        limit-1;                                         spaces on both sides;       limit - 1",
        "digital;        digital, which is a capacity (compared with a percentile); a number: a parameter; ``",
        "floor limit;    floor (in: floor limit);                         floor(...);                 ``",
        "strss + exempt; strss (in: strss + exempt);                      a number: a parameter;      stress + exempt",
    })
    void aSlipInAnAmountIsShownAndMended(String words, String found, String expected, String maybe) {
        amount(words);
        Failure failure = failures.all().get(0);
        assertThat(failure.found().en()).isEqualTo(found);
        assertThat(failure.expected().en()).contains(expected);
        assertThat(failure.maybe()).isEqualTo(maybe);
    }

    @Test
    void everyUnknownNameOfALineIsAFailureOfItsOwn() {
        condition("exemt or tld");
        assertThat(said()).hasSize(2);
        assertThat(failures.all().get(1).in(Language.DA)).isEqualTo("""
                here.yaml:7 here
                  fundet:    tld (i: exemt or tld)
                  forventet: noget, der gælder eller ikke gælder: et flag, et træk, en omstændighed, et faktum eller en sammenligning
                  måske:     exemt or told""");
    }

    @Test
    void whatTheFirstEditionWroteIsShownInWords() {
        assertThat(inWords(mapping("capacity", scalar("digital"), "below", scalar("weak")))).isEqualTo("digital < weak");
        assertThat(inWords(mapping("state", scalar("stress"), "above", scalar("limit")))).isEqualTo("stress > limit");
        assertThat(inWords(mapping("extended-fewer-than", scalar("limit")))).isEqualTo("extensions < limit");
        assertThat(inWords(list(scalar("told"), mapping("any", list(scalar("ill"), scalar("not exempt"))))))
                .isEqualTo("told and (ill or not exempt)");
        assertThat(inWords(mapping("not", mapping("group", list(scalar("1"), scalar("2")))))).isEqualTo("not (group is 1, 2)");
        assertThat(inWords(mapping("circumstance", scalar("ill"), "chance", scalar("limit")))).isEqualTo("ill");
        assertThat(failures.all()).allSatisfy(f -> assertThat(f.expected().en()).isEqualTo("a condition in words on one line"));
    }

    @Test
    void nothingWhereWordsMustStandIsAFailure() {
        expressions.amount(cursor(scalar("")));
        assertThat(said()).containsExactly("nothing | an amount in words on one line | ");
    }

    @Test
    void aNameMeansOneThingAndNoWordOfTheLanguage() {
        Failures own = new Failures();
        new Expressions(new Binding(mapping("flags", mapping("told", scalar(""), "group", scalar("")), "traits", mapping("told", scalar(""))), own))
                .oneMeaningEach();
        assertThat(own.all()).extracting(f -> f.subject() + ": " + f.found().en()).containsExactly(
                "flags.told: told, which is a trait too", "flags.group: group");
    }

    // ---- the clock ----

    @Test
    void whatAsksForTheClockIsFoundThroughNames() {
        assertThat(expressions.usesClock(amount("clock + 1"))).isTrue();
        assertThat(expressions.usesClock(amount("floor(max(extensions, 0))"))).isTrue();
        assertThat(expressions.usesClock(amount("late"))).isTrue();
        assertThat(expressions.usesClock(condition("told or not helper-failed"))).isTrue();
        assertThat(expressions.usesClock(condition("told and late > 1"))).isTrue();
        assertThat(expressions.usesClock(amount("today - started"))).isFalse();
        assertThat(expressions.usesClock(amount("burden"))).isFalse();
        assertThat(expressions.usesClock(condition("entitled or stress > limit"))).isFalse();
        assertThat(failures.all()).isEmpty();
    }

    @Test
    void aFactThatRestsOnItselfEndsTheSearch() {
        assertThat(expressions.usesClock(condition("circle"))).isFalse();
    }

    // ---- the little world of the tests ----

    private static Tree.Mapping root() {
        return mapping(
                "target-groups", mapping("insured", scalar(""), "sick", scalar("")),
                "parameters", mapping("days", scalar(""), "limit", scalar(""), "rate", scalar(""), "weak", scalar("")),
                "traits", mapping("subscribed", scalar("")),
                "flags", mapping("exempt", scalar(""), "told", scalar("")),
                "circumstances", mapping("ill", scalar("")),
                "facts", mapping(
                        "entitled", mapping("when", scalar("digital < weak or told")),
                        "helper-failed", mapping("when", scalar("group is 2 and helper-away > 0")),
                        "circle", mapping("when", scalar("circle or told"))),
                "amounts", mapping(
                        "burden", mapping("is", scalar("stress * limit")),
                        "late", mapping("is", scalar("today - clock"))),
                "states", mapping("stress", scalar("")),
                "capacities", mapping("digital", scalar("")),
                "helpers", mapping("family", scalar(""), "friend", scalar("")));
    }

    private void know(String id, Unit unit) {
        binding.know(new Parameter(
                id, new Text(id, id), unit, new Level(0.1, 0, 1, EvidenceClass.ASSUMED, "test"), Map.of(), HERE));
    }

    private Of of(String id) {
        return new Of(binding.parameter(id));
    }

    private Condition condition(String words) {
        return expressions.condition(cursor(scalar(words)));
    }

    private Amount amount(String words, Unit... units) {
        return expressions.amount(cursor(scalar(words)), units);
    }

    /** What a failure shows for a form of the first edition. */
    private String inWords(Tree tree) {
        expressions.condition(cursor(tree));
        List<Failure> all = failures.all();
        return all.get(all.size() - 1).maybe();
    }

    private List<String> said() {
        return failures.all().stream().map(f -> f.found().en() + " | " + f.expected().en() + " | " + f.maybe()).toList();
    }

    private Cursor cursor(Tree tree) {
        return new Cursor(binding, "here", HERE, tree);
    }

    private static Tree scalar(String text) {
        return new Tree.Scalar(HERE, text);
    }

    private static Tree list(Tree... items) {
        return new Tree.Items(HERE, List.of(items));
    }

    private static Tree.Mapping mapping(Object... keysAndValues) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put((String) keysAndValues[i], (Tree) keysAndValues[i + 1]);
        }
        return new Tree.Mapping(HERE, entries);
    }
}
