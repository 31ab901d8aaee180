package dk.lovproeve.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells.Grouping;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.report.office.OfficeSchemas;
import dk.lovproeve.statistics.Estimate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnexWriterTest {

    private static TinyRun tiny;
    private static byte[] bytes;
    private static XSSFWorkbook danish;
    private static XSSFWorkbook english;

    @BeforeAll
    static void writes() throws IOException {
        tiny = TinyRun.of(4, 3);
        bytes = AnnexWriter.bytes(tiny.run(), tiny.scenario(), Language.DA);
        danish = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        english = new XSSFWorkbook(new ByteArrayInputStream(
                AnnexWriter.bytes(tiny.run(), tiny.scenario(), Language.EN)));
    }

    @Test
    void theFileKeepsToTheSchemasOfOffice() {
        assertThat(OfficeSchemas.faults("annex.xlsx", bytes)).isEmpty();
    }

    @Test
    void theSheetsAreNamedInTheReadersLanguage() {
        // The scenario does not count where citizens end, so there is no sheet of movement.
        assertThat(names(danish)).containsExactly("Indhold", "Figurer", "Grupper", "Forskelle", "Register", "Målgrupper",
                "Kommuner", "Rimeligt interval", "Parametre", "Begreber", "Bestemmelser", "Aktører", "Trin", "Udgaver",
                "Definitioner");
        assertThat(names(english)).containsExactly("Contents", "Charts", "Groups", "Differences", "Registers",
                "Target groups", "Municipalities", "Plausible range", "Parameters", "Terms", "Provisions", "Actors", "Steps",
                "Versions", "Definitions");
    }

    @Test
    void theFactsThatNumbersRestOnAndTheCorrelationsHaveSheetsOfTheirOwn(@TempDir Path scenarios) throws IOException {
        Path folder = copy(scenarios, "tiny");
        copy(scenarios, "evidence");
        Path parameters = folder.resolve("parameters.yaml");
        Files.writeString(parameters, Files.readString(parameters)
                .replaceAll("(?m)^  fee-rate: .*$", "  fee-rate: {fact: fee-a-day}")
                .replaceAll("(?m)^(  often: .*)}$", "$1, distribution: pert, rests-on: [signed-up-2024]}")
                + "\ncorrelations: [{between: [often, seldom], correlation: -0.5, class: assumed, source: A guess}]\n");
        TinyRun run = TinyRun.of(folder, new ExperimentSpec(1, 7, 1, 1, 30), 0);
        XSSFWorkbook annex = new XSSFWorkbook(new ByteArrayInputStream(AnnexWriter.bytes(run.run(), run.scenario(), Language.EN)));
        assertThat(texts(annex.getSheet("Facts"))).contains(
                List.of("fee-a-day", "Fee a day", "20", "20", "20", "DKK per day", "derived", "The sum of two fees", "", "", "", "", "", "evidence/fees.yaml:5"));
        assertThat(texts(annex.getSheet("Facts"))).anyMatch(row -> row.get(0).equals("signed-up-2024") && row.contains("https://example.org/survey"));
        assertThat(texts(annex.getSheet("Correlations"))).anyMatch(
                row -> row.subList(0, 5).equals(List.of("often", "seldom", "-0.5", "assumed", "A guess")));
        assertThat(texts(annex.getSheet("Parameters")))
                .anyMatch(row -> row.contains("often") && row.contains("PERT") && row.contains("signed-up-2024"))
                .anyMatch(row -> row.contains("fee-rate") && row.contains("fee-a-day"));
    }

    private static Path copy(Path scenarios, String name) throws IOException {
        Path to = Files.createDirectories(scenarios.resolve(name));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios", name))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static List<List<String>> texts(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(row -> IntStream.range(0, row.getLastCellNum()).mapToObj(i -> formatter.formatCellValue(row.getCell(i))).toList())
                .toList();
    }

    @Test
    void theFileSaysWhatItIsAndInWhichLanguage() {
        var core = danish.getProperties().getCoreProperties();
        assertThat(core.getTitle()).isEqualTo("Talbilag: Digital parkeringslicens");
        assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("da-DK");
        assertThat(english.getProperties().getCoreProperties().getUnderlyingProperties().getLanguageProperty())
                .contains("en-GB");
    }

    @Test
    void everyTableHasABoldFrozenHeaderWithFiltersThatIsRepeatedInPrint() {
        for (XSSFSheet sheet : tables()) {
            PaneInformation pane = sheet.getPaneInformation();
            assertThat(pane.isFreezePane()).as(sheet.getSheetName()).isTrue();
            assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) 1);
            int columns = sheet.getRow(0).getLastCellNum();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).as(sheet.getSheetName()).isEqualTo(
                    "A1:" + (char) ('A' + columns - 1) + (sheet.getLastRowNum() + 1));
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            sheet.getRow(0).forEach(c -> assertThat(((XSSFCell) c).getCellStyle().getFont().getBold()).isTrue());
            assertThat(sheet.getHeader().getCenter()).isNotBlank();
            assertThat(sheet.getFooter().getLeft()).contains(tiny.run().manifest().run());
        }
    }

    @Test
    void aLongSheetOpensWithAFilterAndTheRowsItHidesAreThere() throws IOException {
        Sheet.Table table = new Sheet.Table("Ark", "Alt", List.of(new Column("Udgave", Format.TEXT, 10), new Column("Antal", Format.INTEGER, 10)),
                List.of(List.of(Cell.of("Lovforslaget"), Cell.of(1)), List.of(Cell.of("En anden"), Cell.of(2)), List.of(Cell.of("Lovforslaget"), Cell.of(3))),
                Map.of(0, "Lovforslaget"));
        byte[] file = WorkbookRenderer.render(new WorkbookSpec("Titel", "", "&P", Language.DA, List.of(table)));
        assertThat(OfficeSchemas.faults("a.xlsx", file)).isEmpty();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(IntStream.rangeClosed(0, 3).mapToObj(i -> sheet.getRow(i).getZeroHeight())).containsExactly(false, false, true, false);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getCTWorksheet().getAutoFilter().xmlText()).contains("colId=\"0\"", "val=\"Lovforslaget\"");
            assertThat(sheet.getHeader().getCenter()).isEqualTo("&BAlt (kun Lovforslaget)");
        }
        assertThatThrownBy(() -> new Sheet.Table("Ark", "Alt", table.columns(), table.rows(), Map.of(0, "Ingen")))
                .hasMessageContaining("expected texts that some row has");
    }

    @Test
    void ofAWideTableOnlyTheColumnsThatCanBeReadArePrintedAndThePaperSaysSo() throws IOException {
        List<Column> columns = IntStream.range(0, 5).mapToObj(i -> new Column("Kolonne " + i, Format.PROSE, 80)).toList();
        Sheet.Table table = new Sheet.Table("Ark", "Alt", columns, List.of(Collections.nCopies(5, Cell.of("x"))));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                WorkbookRenderer.render(new WorkbookSpec("Titel", "", "&P", Language.DA, List.of(table)))))) {
            // Three columns of 80 are 240 characters, four are 320, and 300 fit.
            assertThat(workbook.getPrintArea(0)).isEqualTo("Ark!$A$1:$C$2");
            assertThat(workbook.getSheetAt(0).getHeader().getCenter()).isEqualTo("&BAlt (på papir til og med »Kolonne 2«, resten kun i filen)");
        }
    }

    @Test
    void aColumnOfShortTextsIsAsWideAsTheLongestOfThem() throws IOException {
        String label = "Borgere, der opfyldte fritagelsesvilkårene og ikke blev fritaget";
        Sheet.Table table = new Sheet.Table("Ark", "Alt", List.of(new Column("Mål", Format.TEXT, 10), new Column("Antal", Format.INTEGER, 10)),
                List.of(List.of(Cell.of(label), Cell.of(1))));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                WorkbookRenderer.render(new WorkbookSpec("Titel", "", "&P", Language.DA, List.of(table)))))) {
            // 64 letters, most of them a little narrower than the digit that a column's width is counted in.
            assertThat(workbook.getSheetAt(0).getColumnWidth(0) / 256).isBetween(54, 64);
            assertThat(workbook.getSheetAt(0).getColumnWidth(1) / 256).isEqualTo(10);
        }
    }

    @Test
    void anEstimateStandsAsANumberBesideItsIntervalUnitAndRate() {
        Estimate fees = find("bill", "fees", "3");
        Estimate enrolled = find("bill", "enrolled", "3");
        XSSFRow row = row("Grupper", "Afgifter", "Lovforslaget", "3");

        assertThat(number(row, 3)).isEqualTo(fees.mean(), within(1e-6));
        assertThat(number(row, 4)).isEqualTo(fees.lower(), within(1e-6));
        assertThat(number(row, 5)).isEqualTo(fees.upper(), within(1e-6));
        assertThat(row.getCell(6).getStringCellValue()).isEqualTo("antal");
        assertThat(number(row, 7)).isEqualTo(1000 * fees.mean() / enrolled.mean(), within(1e-6));
        assertThat(number(row, 10)).isEqualTo(
                tiny.run().outcomes().find("bill", "fees", View.ACTUAL, Grouping.STATE, "3").orElseThrow().mean(), within(1e-6));
    }

    @Test
    void sharesKronerAndCountsHaveFormatsOfTheirOwn() {
        assertThat(format(row("Grupper", "Andel med afgift", "Lovforslaget", "alle"), 3)).isEqualTo("0.0%");
        assertThat(format(row("Grupper", "Betalt afgift", "Lovforslaget", "alle"), 3)).isEqualTo("#,##0");
        assertThat(format(row("Grupper", "Omfattede", "Lovforslaget", "alle"), 3)).isEqualTo("#,##0");
        assertThat(format(row("Grupper", "Afgifter", "Lovforslaget", "alle"), 7)).isEqualTo("#,##0.0");
    }

    @Test
    void thereIsNoRateWhereAMeasureIsNotCounted() {
        assertThat(row("Grupper", "Betalt afgift", "Lovforslaget", "alle").getCell(7)).isNull();
        assertThat(row("Grupper", "Omfattede", "Lovforslaget", "alle").getCell(7)).isNull();
    }

    @Test
    void aDifferenceSaysInWordsWhatItsIntervalSays() {
        // Without the fee there are no fees: below zero, whatever the chance.
        XSSFRow fees = row("Forskelle", "Afgifter", "Ingen afgift", "alle");
        assertThat(number(fees, 3)).isNegative();
        assertThat(number(fees, 7)).isEqualTo(-1);
        assertThat(fees.getCell(8).getStringCellValue()).isEqualTo("Under nul: mindre end lovforslaget");
        assertThat(fees.getCell(9).getStringCellValue()).isEqualTo("bedre");
        // The same people are bound by every version.
        XSSFRow people = row("Forskelle", "Omfattede", "Ingen afgift", "alle");
        assertThat(people.getCell(8).getStringCellValue()).isEqualTo("Ingen forskel i nogen gentagelse");
        assertThat(people.getCell(9).getStringCellValue()).isEqualTo("uændret");
    }

    @Test
    void anIntervalIsPutIntoWordsByItsEnds() {
        assertThat(ResultSheets.verdict(new Estimate(2, 1, 3, 5))).isEqualTo(ResultSheets.Verdict.ABOVE);
        assertThat(ResultSheets.verdict(new Estimate(-2, -3, -1, 5))).isEqualTo(ResultSheets.Verdict.BELOW);
        assertThat(ResultSheets.verdict(new Estimate(1, -1, 3, 5))).isEqualTo(ResultSheets.Verdict.UNSURE);
        assertThat(ResultSheets.verdict(new Estimate(0, 0, 0, 5))).isEqualTo(ResultSheets.Verdict.NONE);
        assertThat(ResultSheets.verdict(new Estimate(1, Double.NaN, Double.NaN, 1))).isEqualTo(ResultSheets.Verdict.SINGLE);
    }

    @Test
    void theGapIsWhatTheRegistersShowLessWhatHappened() {
        double actual = tiny.run().outcomes().total("bill", "renewals", View.ACTUAL).orElseThrow().mean();
        double register = tiny.run().outcomes().total("bill", "renewals", View.REGISTER).orElseThrow().mean();
        XSSFRow renewals = row("Register", "Fornyelser", "Lovforslaget");
        assertThat(number(renewals, 2)).isEqualTo(actual, within(1e-6));
        assertThat(number(renewals, 5)).isEqualTo(register, within(1e-6));
        assertThat(number(renewals, 9)).isEqualTo(register - actual, within(1e-6));

        XSSFRow own = row("Register", "Egne fornyelser", "Lovforslaget");
        assertThat(own.getCell(5)).isNull();
        assertThat(own.getCell(11).getStringCellValue()).isEqualTo("kender det ikke");
    }

    @Test
    void targetGroupsAndMunicipalitiesAddUpToTheTotal() {
        double total = tiny.run().outcomes().total("bill", "fees", View.ACTUAL).orElseThrow().mean();
        assertThat(sum("Målgrupper", 0, 3, "Afgifter", "Lovforslaget")).isEqualTo(total, within(1e-4));
        assertThat(sum("Kommuner", 1, 3, "Afgifter", "Lovforslaget")).isEqualTo(total, within(1e-4));
    }

    @Test
    void everyParameterStandsWithItsSourceAndWhoChangesIt() {
        XSSFSheet sheet = danish.getSheet("Parametre");
        List<String> ids = column(sheet, 17);
        tiny.scenario().bill().model().parameters().forEach(p -> assertThat(ids).contains(p.id()));

        XSSFRow carers = StreamSupport.stream(sheet.spliterator(), false).map(r -> (XSSFRow) r)
                .filter(r -> r.getCell(17).getStringCellValue().equals("digital-shift"))
                .filter(r -> r.getCell(2).getStringCellValue().equals("Omsorgspersoner"))
                .findFirst().orElseThrow();
        assertThat(number(carers, 3)).isEqualTo(-0.5);
        assertThat(number(carers, 4)).isEqualTo(-1);
        assertThat(number(carers, 5)).isZero();
        assertThat(carers.getCell(8).getStringCellValue()).isEqualTo("rapporteret");
        assertThat(carers.getCell(9).getStringCellValue()).isEqualTo("An interview");

        // Only the variant that adds it has it.
        XSSFRow phone = row(sheet, "Får fat i");
        assertThat(phone.getCell(1).getStringCellValue()).isEqualTo("Kontakt først");
    }

    @Test
    void aStepStandsWithItsActorChannelAndProvision() {
        XSSFRow favour = row(danish.getSheet("Trin"), "Fornyer for beboeren");
        assertThat(IntStream.range(1, 7).mapToObj(c -> favour.getCell(c).getStringCellValue()).toList())
                .containsExactly("Fornyelse", "virkning", "sagsbehandleren", "Telefon", "Praksis", "nej");
    }

    @Test
    void anActorStandsWithItsRoleAndWhereItsTimeIsCounted() {
        tiny.scenario().bill().model().procedure().actors().forEach(actor -> {
            XSSFRow row = row(danish.getSheet("Aktører"), actor.label().da());
            assertThat(row.getCell(1).getStringCellValue()).isNotBlank();
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo(actor.time().map(t -> tiny.scenario().bill().model()
                    .procedure().measures().stream().filter(m -> m.id().equals(t)).findFirst().orElseThrow().label().da()).orElse("tælles ikke"));
        });
    }

    @Test
    void whatTheModelKnowsOfASubjectStandsAsItIsDeclared() {
        var vocabulary = tiny.scenario().bill().model().procedure().vocabulary();
        List<String> ids = column(danish.getSheet("Begreber"), 5);
        assertThat(ids).containsAll(vocabulary.flags().keySet()).containsAll(vocabulary.traits().keySet());
        vocabulary.states().forEach(state -> assertThat(ids).contains(state.id()));
        vocabulary.facts().forEach(fact -> assertThat(ids).contains(fact.id()));
        vocabulary.amounts().forEach(amount -> assertThat(ids).contains(amount.id()));
        vocabulary.circumstances().forEach(circumstance -> assertThat(ids).contains(circumstance.id()));
    }

    @Test
    void theContentsLinkToEverySheet() {
        XSSFSheet contents = danish.getSheet("Indhold");
        assertThat(contents.getHyperlinkList()).extracting(h -> h.getAddress())
                .containsExactlyElementsOf(names(danish).stream().skip(1).map(n -> "'" + n + "'!A1").toList());
        assertThat(column(contents, 1)).contains(tiny.run().manifest().run(), tiny.run().manifest().command());
    }

    @Test
    void chartsHaveTheirOwnColoursAndWordsForThoseWhoCannotSeeThem() {
        XSSFSheet figures = danish.getSheet("Figurer");
        List<XSSFChart> charts = figures.getDrawingPatriarch().getCharts();
        assertThat(charts).isNotEmpty();
        for (int i = 0; i < charts.size(); i++) {
            XSSFChart chart = charts.get(i);
            var bars = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
            assertThat(bars.getSpPr().getSolidFill().getSrgbClr().getVal()).hasSize(3);
            assertThat(bars.getSpPr().getLn().isSetSolidFill()).isTrue();
            assertThat(bars.getVal().getNumRef().getF()).startsWith("Figurer!");
            var frame = figures.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorArray(i).getGraphicFrame()
                    .getNvGraphicFramePr().getCNvPr();
            assertThat(frame.getId()).isPositive();
            assertThat(frame.getDescr()).startsWith("Liggende søjler. ").contains(chart.getTitleText().getString());
        }
        assertThat(charts.get(0).getTitleText().getString()).isEqualTo("Afgifter pr. gruppe: Lovforslaget");
        assertThat(charts.get(0).getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0).isSetErrBars()).isTrue();
    }

    @Test
    void axesGoByStepsThatAreReadAtAGlance() {
        assertThat(ChartRenderer.step(0.9)).isEqualTo(1);
        assertThat(ChartRenderer.step(1.1)).isEqualTo(2);
        assertThat(ChartRenderer.step(30)).isEqualTo(50);
        assertThat(ChartRenderer.step(60)).isEqualTo(100);
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        assertThat(AnnexWriter.bytes(tiny.run(), tiny.scenario(), Language.DA)).isEqualTo(bytes);
    }

    @Test
    void aSingleReplicationHasNoIntervalsAndSaysSo() throws IOException {
        TinyRun single = TinyRun.of(1, 0);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                AnnexWriter.bytes(single.run(), single.scenario(), Language.DA)))) {
            assertThat(names(workbook)).doesNotContain("Rimeligt interval");
            XSSFRow fees = row(workbook.getSheet("Forskelle"), "Afgifter", "Ingen afgift", "alle");
            assertThat(fees.getCell(4)).isNull();
            assertThat(fees.getCell(8).getStringCellValue()).isEqualTo("Kan ikke afgøres: kun én gentagelse");
            assertThat(workbook.getSheet("Figurer").getDrawingPatriarch().getCharts()).isNotEmpty();
        }
    }

    @Test
    void aRunOfAnotherScenarioIsRefused() {
        Manifest m = tiny.run().manifest();
        Manifest other = new Manifest(m.run(), "other", m.version(), m.seed(), m.replications(), m.draws(), m.scale(),
                m.days(), m.variants(), m.inputs(), Map.of(), m.command(), m.java(), m.threads(), Map.of());
        Run run = new Run(other, tiny.run().outcomes(), tiny.run().differences(), Optional.empty());
        assertThatThrownBy(() -> AnnexWriter.bytes(run, tiny.scenario(), Language.DA))
                .hasMessage("run's scenario: found other, expected tiny");
    }

    private static Estimate find(String variant, String measure, String group) {
        return tiny.run().outcomes().find(variant, measure, View.ACTUAL, Grouping.START, group).orElseThrow();
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName).toList();
    }

    private static List<XSSFSheet> tables() {
        return IntStream.range(2, danish.getNumberOfSheets()).mapToObj(danish::getSheetAt).toList();
    }

    private static XSSFRow row(String sheet, String... firstCells) {
        return row(danish.getSheet(sheet), firstCells);
    }

    private static XSSFRow row(XSSFSheet sheet, String... firstCells) {
        return StreamSupport.stream(sheet.spliterator(), false).map(r -> (XSSFRow) r)
                .filter(r -> IntStream.range(0, firstCells.length)
                        .allMatch(c -> r.getCell(c).getStringCellValue().equals(firstCells[c])))
                .findFirst().orElseThrow(() -> new AssertionError(List.of(firstCells) + " in " + sheet.getSheetName()));
    }

    private static double number(XSSFRow row, int column) {
        assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.NUMERIC);
        return row.getCell(column).getNumericCellValue();
    }

    private static String format(XSSFRow row, int column) {
        return row.getCell(column).getCellStyle().getDataFormatString();
    }

    private static List<String> column(XSSFSheet sheet, int column) {
        return StreamSupport.stream(sheet.spliterator(), false).map(r -> r.getCell(column))
                .filter(c -> c != null && c.getCellType() == CellType.STRING).map(c -> c.getStringCellValue()).toList();
    }

    private static double sum(String name, int measure, int value, String label, String variant) {
        return StreamSupport.stream(danish.getSheet(name).spliterator(), false)
                .filter(r -> r.getCell(measure).getStringCellValue().equals(label))
                .filter(r -> r.getCell(measure + 1).getStringCellValue().equals(variant))
                .mapToDouble(r -> r.getCell(value).getNumericCellValue()).sum();
    }
}
