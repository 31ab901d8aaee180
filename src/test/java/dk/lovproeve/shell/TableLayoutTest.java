package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableLayoutTest {

    private static final Table TABLE = new Table(
            "Hvem rammes",
            List.of(Table.Column.text("Gruppe"), Table.Column.number("Andel"), Table.Column.text("Bemærkning")),
            List.of(
                    List.of("Gruppe 1", "0,4 %", "kan selv"),
                    List.of("Gruppe 2", "12,5 %", "får hjælp af en pårørende, som kan være på ferie")));

    @Test
    void columnsStandUnderTheirHeadersWithNumbersToTheRight() {
        assertThat(new TableLayout(TableLayout.UNLIMITED).lines(TABLE))
                .containsExactly(
                        "Hvem rammes",
                        "Gruppe     Andel  Bemærkning",
                        "--------  ------  ------------------------------------------------",
                        "Gruppe 1   0,4 %  kan selv",
                        "Gruppe 2  12,5 %  får hjælp af en pårørende, som kan være på ferie");
    }

    @Test
    void theWidestColumnOfTextIsWrappedBetweenWords() {
        assertThat(new TableLayout(40).lines(TABLE))
                .containsExactly(
                        "Hvem rammes",
                        "Gruppe     Andel  Bemærkning",
                        "--------  ------  ----------------------",
                        "Gruppe 1   0,4 %  kan selv",
                        "",
                        "Gruppe 2  12,5 %  får hjælp af en",
                        "                  pårørende, som kan",
                        "                  være på ferie");
    }

    @Test
    void aTableThatCannotFitHasOneLineACell() {
        Table numbers = new Table(
                "",
                List.of(Table.Column.number("a"), Table.Column.number("b")),
                List.of(List.of("1234567890", "1234567890123")));
        assertThat(new TableLayout(20).lines(numbers)).containsExactly("a: 1234567890", "b: 1234567890123", "");
    }

    @Test
    void theLastCellOfAShortRowReachesOverTheColumnsThatAreLeft() {
        Table table = new Table(
                "",
                List.of(Table.Column.text("Dato"), Table.Column.text("Før"), Table.Column.text("Efter")),
                List.of(List.of("1.", "sker efter begge udgaver"), List.of("2.", "nej", "ja")));
        assertThat(new TableLayout(80).lines(table))
                .containsExactly(
                        "Dato  Før          Efter",
                        "----  -----------  -----------",
                        "1.    sker efter begge udgaver",
                        "2.    nej          ja");
        assertThat(new TableLayout(26).lines(table))
                .containsExactly(
                        "Dato  Før        Efter",
                        "----  ---------  ---------",
                        "1.    sker efter begge",
                        "      udgaver",
                        "",
                        "2.    nej        ja");
    }

    @Test
    void anItemHangsBelowItsFirstWordAndANoBreakSpaceHolds() {
        assertThat(TableLayout.wrapped("Afgift\n– løber fra 1.\u00a0maj\n+ dage: 31", 12))
                .containsExactly("Afgift", "– løber fra", "  1. maj", "+ dage: 31");
        assertThat(TableLayout.wrapped("efter LAB §\u00a034", 10)).containsExactly("efter LAB", "§ 34");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 26, 27, 33, 40, 60, 80, 200})
    void noLineIsWiderThanTheScreenAndNoNumberIsBroken(int width) {
        List<String> lines = new TableLayout(width).lines(TABLE);
        assertThat(lines).allMatch(l -> TableLayout.columns(l) <= width).anyMatch(l -> l.contains("12,5 %"));
    }

    @Test
    void aCombiningAccentTakesNoColumnAndAChineseSignTwo() {
        assertThat(TableLayout.columns("blåbær")).isEqualTo(6);
        assertThat(TableLayout.columns("bla\u030abær")).isEqualTo(6);
        assertThat(TableLayout.columns("法")).isEqualTo(2);
    }

    @Test
    void aWordLongerThanTheColumnIsBroken() {
        assertThat(TableLayout.wrapped("en retssikkerhedsgruppe", 10)).containsExactly("en", "retssikker", "hedsgruppe");
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        assertThatThrownBy(() -> new Table("", List.of(Table.Column.text("a")), List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row: found 0 cells, expected 1 to 1 cells");
    }

    @Test
    void aLongWordGivesWayAfterTheShorterOnesAndBreaksAtAHyphen() {
        Table table = new Table(
                "", List.of(Table.Column.text("Id"), Table.Column.text("Tekst")),
                List.of(List.of("antal-dage-til-fristen", "et ord og et ord og et ord til"), List.of("a", "arbejdsmarkedet")));
        assertThat(new TableLayout(30).lines(table))
                .containsExactly(
                        "Id             Tekst",
                        "-------------  ---------------",
                        "antal-dage-    et ord og et",
                        "til-fristen    ord og et ord",
                        "               til",
                        "",
                        "a              arbejdsmarkedet");
        assertThat(TableLayout.wrapped("antal-dage-til-fristen", 12)).containsExactly("antal-dage-", "til-fristen");
        assertThat(TableLayout.wrapped("-arbejdsmarkedet", 9)).containsExactly("-arbejdsm", "arkedet");
    }
}
