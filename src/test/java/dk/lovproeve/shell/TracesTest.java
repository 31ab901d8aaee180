package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.TraceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories of the tiny scenario as they stand on a screen of 80 columns. */
class TracesTest {

    /**
     * The letter comes on 5 January 2026 and is seen on the 6th; 14 days later, the 20th, is the last day. On the 21st
     * the fee of 20 kroner a day begins, and it runs for the three days of the wait: 60 kroner.
     */
    private static final String CASES = """
            cases:
              too-late:
                label: {da: For sent, en: Too late}
                text: {da: "Hun ser brevet, men fornyer ikke.", en: She sees the letter but does not renew.}
                subject: {target-group: owners, levels: {digital: 0.3}, helpers: {partner: 0.5}, states: {cars: 2}, traits: [signed-up]}
                given:
                  - {track: renewal, on: 2026-01-05}
                  - {step: see-letter, on: 2026-01-06}
                expect:
                  - {step: charge, on: 2026-01-21}
                  - {measure: fee-kroner, is: 60}
                variants:
                  no-fee:
                    expect:
                      - {never: charge}
              in-time:
                label: {da: I tide, en: In time}
                text: {da: Partneren fornyer for hende., en: Her partner renews for her.}
                source: {da: Opdigtet, en: Made up}
                subject: {target-group: owners, levels: {digital: 0.05}, helpers: {partner: 0.9}, states: {cars: 1}}
                given:
                  - {track: renewal, on: 2026-01-05}
                  - {step: see-letter, on: 2026-01-06}
                  - {step: renew, on: 2026-01-07, outcome: failed}
                  - {step: renew, on: 2026-01-08, outcome: full}
                  - {step: renew, on: 2026-01-09, by: helper}
                expect:
                  - {step: renewed, on: 2026-01-09}
                  - {never: charge}
              excused:
                label: {da: Syg, en: Ill}
                text: {da: Hun er syg., en: She is ill.}
                subject: {target-group: carers, states: {cars: 1}}
                given:
                  - {track: renewal, on: 2026-01-05}
                  - {circumstance: ill}
                  - {step: see-letter, on: 2026-01-06}
                expect:
                  - {step: assess, on: 2026-01-21}
            """;

    @TempDir
    Path home;

    private Path tiny;
    private LocalWorkbench workbench;

    @BeforeEach
    void aScenarioWithTwoWorkedCases() throws IOException {
        tiny = Files.createDirectories(home.resolve("scenarios/tiny"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios/tiny"))) {
            for (Path file : files.toList()) {
                Files.copy(file, tiny.resolve(file.getFileName()));
            }
        }
        SafeFiles.writeAtomically(tiny.resolve("cases.yaml"), CASES.getBytes(StandardCharsets.UTF_8));
        workbench = new LocalWorkbench(home);
    }

    private TraceRequest request(String citizen, String worked, String reaching, Language language, String... variants) {
        return new TraceRequest(
                tiny, Optional.ofNullable(citizen), Optional.ofNullable(worked), Optional.ofNullable(reaching), List.of(variants),
                OptionalLong.of(7), OptionalDouble.of(0.5), OptionalInt.empty(), false, language);
    }

    private Answer trace(TraceRequest request) {
        return workbench.trace(request, Progress.SILENT);
    }

    /** As it stands on a screen of 80 columns. */
    static String screen(Answer answer) {
        List<String> lines = new ArrayList<>();
        answer.lines().forEach(line -> lines.addAll(TableLayout.wrapped(line, 80)));
        for (Table table : answer.tables()) {
            lines.add("");
            lines.addAll(new TableLayout(80).lines(table));
        }
        return String.join("\n", lines);
    }

    private String mistake(TraceRequest request, Language language) {
        try {
            trace(request);
        } catch (AuthorException mistakes) {
            return String.join("\n", mistakes.failures().stream().map((Failure f) -> f.in(language)).toList());
        }
        return "no mistake";
    }

    @Test
    void aWorkedCaseIsToldUnderTwoVersionsWithWhatIsAlikeAcrossTheColumns() {
        assertThat(screen(trace(request(null, "too-late", null, Language.EN, "bill", "no-fee")))).isEqualTo(
                """
                Too late (Car owners).
                She sees the letter but does not renew.
                Begins in group 1. Helper: Partner.
                Place among a hundred adults, counted from the weakest: Digital skill 30,
                Surplus 50.
                Also: Signed up for reminders; Cars: 2.
                Worked out by hand under “The bill”: 2 of 2 as expected.
                Worked out by hand under “No fee”: 1 of 1 as expected.

                [ ] the provision, where it is another than just above; – what came of it; +
                what is counted. What stands across the columns happens under every version.

                Date             The bill                                 No fee
                ---------------  ---------------------------------------  -------
                1 January 2026   The story begins
                                 + Covered: 1

                5 January 2026   Ahead: Sees the letter [s. 1(1)]

                6 January 2026   Sees the letter: succeeds [s. 1(1)]
                                 – time limit: to the end of 20 January 2026

                                 Ahead: Renews

                21 January 2026  Not in time: Renews [s. 1(1)]

                                 Assesses [s. 2]                          Renewed
                                 + Caseworkers' time: 10 min

                                 Fee
                                 – “Fee” runs from 21 January 2026
                                 – “Exemption” begins on 22 January 2026
                                 + Fees: 1

                                 Waits
                                 – waits until 24 January 2026

                22 January 2026  Ahead: Applies for exemption [s. 3]

                24 January 2026  Ends: Waits [s. 2]
                                 – “Fee” stops: 3 days, DKK 60
                                 – “Exemption” is broken off
                                 + Days of fee: 3 days
                                 + Fee paid: DKK 60

                                 Renewed [s. 1(1)]

                In all
                Counted (+)        The bill  No fee
                -----------------  --------  ------
                Covered            1         1
                Fees               1         0
                Days of fee        3 days    0 days
                Fee paid           DKK 60    DKK 0
                Caseworkers' time  10 min    0 min""");
    }

    @Test
    void itIsToldInDanishToo() {
        assertThat(screen(trace(request(null, "too-late", null, Language.DA, "bill", "no-fee")))).isEqualTo(
                """
                For sent (Bilejere).
                Hun ser brevet, men fornyer ikke.
                Begynder i gruppe 1. Hjælper: Partner.
                Plads blandt hundrede voksne, talt fra den svageste: Digitale færdigheder 30,
                Overskud 50.
                Desuden: Tilmeldt påmindelser; Biler: 2.
                Regnet i hånden efter »Lovforslaget«: 2 af 2 som ventet.
                Regnet i hånden efter »Ingen afgift«: 1 af 1 som ventet.

                [ ] bestemmelsen, hvor den er en anden end lige ovenfor; – hvad der fulgte; +
                hvad der tælles. Det, der står hen over kolonnerne, sker efter alle udgaver.

                Dato             Lovforslaget                             Ingen afgift
                ---------------  ---------------------------------------  ------------
                1. januar 2026   Forløbet begynder
                                 + Omfattede: 1

                5. januar 2026   Forestår: Ser brevet [§ 1, stk. 1]

                6. januar 2026   Ser brevet: lykkes [§ 1, stk. 1]
                                 – frist: til og med 20. januar 2026

                                 Forestår: Fornyer

                21. januar 2026  Ikke i tide: Fornyer [§ 1, stk. 1]

                                 Vurderer [§ 2]                           Fornyet
                                 + Sagsbehandlernes tid: 10 min.

                                 Afgift
                                 – »Afgift« løber fra 21. januar 2026
                                 – »Fritagelse« begynder 22. januar 2026
                                 + Afgifter: 1

                                 Venter
                                 – venter til 24. januar 2026

                22. januar 2026  Forestår: Søger om fritagelse [§ 3]

                24. januar 2026  Slutter: Venter [§ 2]
                                 – »Afgift« standser: 3 dage, 60 kr.
                                 – »Fritagelse« afbrydes
                                 + Afgiftsdage: 3 dage
                                 + Betalt afgift: 60 kr.

                                 Fornyet [§ 1, stk. 1]

                I alt
                Talt (+)              Lovforslaget  Ingen afgift
                --------------------  ------------  ------------
                Omfattede             1             1
                Afgifter              1             0
                Afgiftsdage           3 dage        0 dage
                Betalt afgift         60 kr.        0 kr.
                Sagsbehandlernes tid  10 min.       0 min.""");
    }

    @Test
    void aTryThatFailsOneThatFindsNothingAndTheHelpersAreToldApart() {
        assertThat(screen(trace(request(null, "in-time", null, Language.EN))))
                .contains(
                        "Source: Made up",
                        """
                        7 January 2026  Renews: does not succeed, nor with the helper (Partner)
                                        [s. 1(1)]
                                        – Stress: 0 → 0.2
                                        + Citizens' time: 10 min
                                        + Helpers' time: 10 min

                        8 January 2026  Renews: nothing is free [s. 1(1)]
                                        – the time limit is moved to the end of 23 January 2026
                                        + Citizens' time: 10 min

                        9 January 2026  Renews: succeeds with the helper (Partner) [s. 1(1)]
                        """)
                .doesNotContain("across the columns");
        assertThat(screen(trace(request(null, "in-time", null, Language.DA)))).contains(
                "Fornyer: lykkes ikke, heller ikke med hjælperen (Partner)", ": der er intet ledigt", ": lykkes med hjælperen (Partner)");
    }

    @Test
    void aCircumstanceIsToldWhereItCounts() {
        Table days = trace(request(null, "excused", null, Language.EN)).tables().get(0);
        assertThat(days.rows()).anyMatch(row -> row.get(1).replace('\u00a0', ' ').startsWith("Assesses [s. 2]\n– circumstance: Ill\n– time limit: "));
    }

    @Test
    void twoStoriesThatAreAlikeAreOne() {
        Answer answer = trace(request(null, "in-time", null, Language.EN, "bill", "no-fee"));
        assertThat(answer.tables().get(0).rows()).allMatch(row -> row.size() == 2);
        assertThat(answer.tables().get(1).rows()).allMatch(row -> row.size() == 3 && row.get(1).equals(row.get(2)));
    }

    @Test
    void eachVersionHasItsColumnHowManyThereAre() {
        Answer answer = trace(request(null, "too-late", null, Language.EN, "no-duty", "bill", "no-fee"));
        assertThat(answer.tables().get(0).columns().stream().map(Table.Column::header))
                .containsExactly("Date", "No duty", "The bill", "No fee");
        assertThat(answer.tables().get(0).rows()).anyMatch(row -> row.size() == 4 && row.get(2).startsWith("Assesses"));
    }

    @Test
    void aSimulatedSubjectIsFoundByTheStepSheComesToAndHasTheSameStoryEachTime() {
        Answer found = trace(request(null, null, "charge", Language.EN, "bill", "no-fee"));
        assertThat(found.lines()).hasSize(6).first().isEqualTo("They come to “Fee” under “The bill”, among others:");
        String command = found.lines().get(1);
        assertThat(command).matches("- lovproeve trace tiny --citizen \\d{4}-(owners|carers)-\\d+ --variant bill,no-fee --scale 0.5 --seed 7");
        String citizen = command.split(" ")[5];

        String story = screen(trace(request(citizen, null, null, Language.EN, "bill", "no-fee")));
        assertThat(story).startsWith("Resident " + citizen + ": Car").contains("+ Fees: 1", "Begins in group");
        assertThat(screen(trace(request(citizen, null, null, Language.EN, "bill", "no-fee")))).isEqualTo(story);
        assertThat(screen(trace(request(citizen, null, null, Language.EN)))).contains("+ Fees: 1").doesNotContain("across");
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        for (int width : new int[] {60, 80, 120}) {
            Answer answer = trace(request(null, "too-late", null, Language.DA, "bill", "no-fee", "no-duty"));
            answer.tables().forEach(table -> assertThat(new TableLayout(width).lines(table)).allMatch(l -> TableLayout.columns(l) <= width));
        }
    }

    @Test
    void withNobodyNamedEverythingThatCanBeToldIsListed() {
        assertThat(mistake(request(null, null, null, Language.EN), Language.EN)).isEqualTo(
                """
                lovproeve trace
                  found:     none, or several, of --case, --citizen and --reaching
                  expected:  one of these:
                             --case too-late: Too late
                             --case in-time: In time
                             --case excused: Ill
                             --citizen 0901-owners-1: one in the run, by municipality code, target group (owners, carers) and number
                             --reaching …: the id of a step, to be told who comes to it
                  maybe:     lovproeve trace tiny --case too-late""");
        assertThat(mistake(request("0901-owners-1", "too-late", null, Language.DA), Language.DA))
                .contains("ingen eller flere af", "--case too-late: For sent");
    }

    @Test
    void aMistypedNameGetsAGuess() {
        assertThat(mistake(request(null, "to-late", null, Language.EN), Language.EN)).isEqualTo(
                """
                lovproeve trace --case
                  found:     to-late
                  expected:  too-late: Too late
                             in-time: In time
                             excused: Ill
                  maybe:     too-late""");
        assertThat(mistake(request("0901-owner-3", null, null, Language.EN), Language.EN)).isEqualTo(
                """
                lovproeve trace --citizen
                  found:     0901-owner-3
                  expected:  municipality code, target group and number, such as 0901-owners-1; the target groups are owners, carers
                  maybe:     0901-owners-3""");
        assertThat(mistake(request("0901-owners-99999", null, null, Language.EN), Language.EN)).isEqualTo(
                """
                lovproeve trace --citizen
                  found:     0901-owners-99999
                  expected:  a number that is in the run; a larger --scale has more
                  maybe:     0901-owners-1""");
        assertThat(mistake(request(null, null, "chrage", Language.EN), Language.EN))
                .startsWith("lovproeve trace --reaching\n  found:     chrage\n  expected:  one of see-letter, renew, assess,")
                .endsWith("  maybe:     charge");
        assertThat(mistake(request(null, "too-late", null, Language.DA, "bill", "no-fe"), Language.DA)).isEqualTo(
                """
                lovproeve --variant
                  fundet:    no-fe
                  forventet: en af bill, contact-first, no-fee, no-duty
                  måske:     no-fee""");
    }

    @Test
    void aSubjectThatCannotBeAtAllGetsNoGuess() {
        assertThat(mistake(request("somebody", null, null, Language.EN), Language.EN)).doesNotContain("maybe");
    }
}
