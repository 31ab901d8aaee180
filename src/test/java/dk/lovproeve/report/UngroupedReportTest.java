package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.lovproeve.base.Language;
import dk.lovproeve.scenario.CaseResults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** One template for every duty: here one whose subjects are parcels, with no groups, no capacities and no helpers. */
class UngroupedReportTest {

    private static final Pattern GROUPS =
            Pattern.compile("(?i)gruppe|group|borger|citizen|retssikkerhed|rights-security|hjælper|helper");

    @Test
    void neitherGroupsNorCitizensStandAnywhereInTheReport() {
        assertThat(words(Language.DA)).contains("pakker").doesNotContainPattern(GROUPS.pattern().replace("borger|", "borgere(?!ne)|"));
        assertThat(words(Language.EN)).contains("parcels").doesNotContain("citizen's", "Group 1", "rights-security", "helper");
    }

    @Test
    void neitherGroupsNorCitizensStandAnywhereInTheAnnex() throws IOException {
        for (Language language : Language.values()) {
            assertThat(annex(language)).doesNotContainPattern(GROUPS.pattern().replace("gruppe|group", "(?<!mål)gruppe|(?<!target )group"));
        }
    }

    @Test
    void theSubjectsAreCalledWhatTheScenarioCallsThem() {
        assertThat(words(Language.DA))
                .contains("Modellen følger en syntetisk population af pakker.")
                .contains("pr. 1.000 pakker")
                .contains("Min. pr. pakke");
        assertThat(words(Language.EN))
                .contains("The model follows a synthetic population of parcels.")
                .contains("per 1,000 parcels")
                .contains("Min. per parcel");
    }

    @Test
    void anAverageHasTwoDecimalsAndItsUnitAndFewKronerAreNotWrittenInMillions() {
        assertThat(words(Language.DA)).contains("Papir pr. pakke (ark)", "1,23 (1,11–1,36)", "Porto (kr.)", "5.000");
        assertThat(words(Language.EN)).contains("Paper per parcel (sheets)", "1.23 (1.11–1.36)", "Postage (DKK)", "5,000");
    }

    @Test
    void aWorkedCaseStandsWithWhatMustHappenUnderEachVersion() {
        assertThat(words(Language.DA))
                .contains("Gennemregnede eksempler", "Pakken vejer for meget. (Kilde: Postens arkiv)")
                .contains("»Pakken er pakket om« nås den 16. juli 2024", "»Pakken er sendt« nås aldrig")
                .contains("»Papir pr. pakke«: 2,5 i registrene");
        assertThat(words(Language.EN))
                .contains("Worked cases", "“The parcel is repacked” is reached on 16 July 2024", "“The parcel is sent” is never reached")
                .contains("“Paper per parcel”: 2.5 in the registers");
    }

    @Test
    void oneTableShowsTheMainMeasuresOfTheBillAndTheDifferencesOfAllVersions() {
        assertThat(words(Language.DA)).contains("Lovforslagets tal og udgavernes forskel fra dem");
        assertThat(words(Language.EN)).contains("The bill's figures and the versions' difference from them");
    }

    @Test
    void aVersionStandsOnceInTheTableOfAWorkedCase() {
        String table = words(Language.DA).replaceAll("(?s).*hvad der skal ske, og hvad modellen siger", "").replaceAll("(?s)Forudsætninger.*", "");
        assertThat(table.split("Lovforslaget", -1)).hasSize(2);
    }

    @Test
    void aWorkedCaseThatWasNotTriedIsNoReport() {
        assertThatThrownBy(() -> new Reports(Path.of("templates")).document(Parcels.scenario(), Parcels.run(), new CaseResults(List.of()), Language.DA))
                .hasMessage("heavy: found 0, expected 3 expectations tried");
    }

    /** Known is 30, the model gives 20: the reader of the first page is told, before any table. */
    @Test
    void aLeadingMeasureThatTheModelDoesNotHitIsToldOnTheFirstPageWithBothNumbers() {
        assertThat(words(Language.DA).replaceAll("(?s)De bestemmelser, modellen bygger på.*", "")).contains(
                "Modellen giver mindre, end der er kendt, for målet »Ompakninger«: »Kendt: known-repacked (2023)« 20 (kendt: 30). Tallene for målet og for det, der følger af det, kan derfor være for lave.");
        assertThat(words(Language.EN)).contains(
                "The model gives less than is known for the measure “Repackings”: “Known: known-repacked (2023)” 20 (known: 30). The figures for the measure and for what follows from it may therefore be too low.");
        assertThat(words(Language.DA)).doesNotContain("målet »Porto«");
    }

    /** Parcels have no range: then the interval of chance stands, and that it is no more is said. */
    @Test
    void whatIsQuotedFirstStandsWithItsIntervalAndWithWhatIsMissingInTheHeading() {
        assertThat(words(Language.DA)).contains("Lovforslagets versionmangler", "Kontaktmangler", "365 dage fra den ",
                "I parentes står 95 %-intervallet, som kun dækker tilfældig variation.", "Forskelle er regnet på uafrundede tal.");
        assertThat(words(Language.EN)).contains("Version of the billmissing", "Contactmissing", "365 days from ",
                "In brackets is the 95% interval, which covers random variation only.", "Differences are worked out on figures that are not rounded.");
    }

    @Test
    void whatTheModelIsHeldAgainstStandsWithWhatCouldNotBeJudged() {
        assertThat(words(Language.DA))
                .contains("Hvad modellen er holdt op imod", "1 af 2 er opfyldt, men kun ved at ligge inden for et kendt spænd, hvilket er en svag prøve. 1 kan ikke bedømmes med denne kørsel.")
                .contains("Kendt: known-repacked (2023)Lovforslaget30 (28–32)20 (18–22)−10IKKE OPFYLDT")
                .contains("Kendt: known-share (2023)Gældende ret40–60 %50,0 % (45,0–55,0)0,0 procentpointopfyldt: inden for spændet")
                .contains("Kendt: known-before (2023)Retten før50,0 pr. 1.000––kan ikke bedømmes: udgaven er ikke kørt")
                .contains("At de passer, prøver ikke modellen. 1 af 1 er opfyldt.", "2.800 (2.750–2.900) (kr.)2.500 (2.250–2.750) (kr.)−300 (kr.)opfyldt")
                .contains("observeret: Postens årbog");
        assertThat(words(Language.EN))
                .contains("What the model has been held against", "1 of 2 is met, but only by lying within a known span, which is a weak test. 1 cannot be judged with this run.")
                .contains("Known: known-share (2023)Current law40–60%50.0% (45.0–55.0)0.0 percentage pointsmet")
                .contains("Known: known-before (2023)The law before50.0 per 1,000––cannot be judged: the version was not run");
    }

    private static String words(Language language) {
        Map<String, byte[]> files =
                new Reports(Path.of("templates")).made(Parcels.scenario(), Parcels.run(), Parcels.results(), Parcels.drafting(), language).files();
        String html = new String(files.get(language == Language.DA ? "konsekvensrapport.html" : "consequence-report.html"), StandardCharsets.UTF_8);
        return html.replaceAll("(?s)<style.*?</style>", "").replaceAll("<[^>]*>", "").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static String annex(Language language) throws IOException {
        Map<String, byte[]> files =
                new Reports(Path.of("templates")).made(Parcels.scenario(), Parcels.run(), Parcels.results(), Parcels.drafting(), language).files();
        StringBuilder text = new StringBuilder();
        byte[] bytes = files.get(language == Language.DA ? "bilag.xlsx" : "annex.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> {
                text.append(sheet.getSheetName()).append('\n').append(sheet.getHeader().getCenter()).append('\n');
                sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
            });
        }
        return text.toString();
    }
}
