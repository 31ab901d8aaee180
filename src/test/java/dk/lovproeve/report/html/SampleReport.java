package dk.lovproeve.report.html;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.document.Emphasis;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Figure;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.PageBreak;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.TileMap;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.template.NumberStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A report that holds everything a report can hold, with the long words and wide tables of real ones. */
public final class SampleReport {

    static final String RUN = "3f2a91c7";
    static final String OTHER_RUN = "b80d44e1";

    private static final List<String> BENEFITS = List.of(
            "Dagpenge",
            "Jobparate kontanthjælpsmodtagere",
            "Aktivitetsparate kontanthjælpsmodtagere",
            "Åbenlyst uddannelsesparate uddannelseshjælpsmodtagere",
            "Sygedagpengemodtagere",
            "Modtagere af ressourceforløbsydelse under jobafklaringsforløb",
            "Ledighedsydelse (visiteret til fleksjob)",
            "Selvforsørgelses- og hjemrejseydelse samt overgangsydelse, jobparate",
            "Revalidering",
            "Ressourceforløb");

    private SampleReport() {}

    static TileMap map() {
        return new TileMap("Pr. 1.000 borgere", 0, 1200, List.of(
                new TileMap.Place("0101", "København", Chart.Value.of(1250, 1190, 1310)),
                new TileMap.Place("0492", "Ærø", Chart.Value.of(2600, 1400, 3800)),
                new TileMap.Place("0825", "Læsø", Chart.Value.of(0)),
                new TileMap.Place("0400", "Bornholm", Chart.Value.of(999.6, 900, 1100)),
                new TileMap.Place("0851", "Aalborg", Chart.Value.of(1800, 1000, 2600)),
                new TileMap.Place("0461", "Odense", Chart.Value.of(1199.4, 1000, 1400))));
    }

    public static Document danish() {
        return report(Language.DA, RUN, OTHER_RUN);
    }

    /** All numbers from one run. */
    public static Document oneRun(Language language) {
        return report(language, RUN, RUN);
    }

    private static Document report(Language language, String run, String otherRun) {
        Section summary = new Section(
                "resume",
                "Sammenfatning",
                false,
                List.of(
                        p(
                                words("Pligten til selv at booke møder på Jobnet rammer "),
                                new Claim("12,3 %", run),
                                words(" af de omfattede i den gruppe, der er "),
                                strong("afhængig af pårørende"),
                                words(", mod "),
                                new Claim("1,4 %", run),
                                words(" blandt dem, der klarer sig selv. Se "),
                                new Reference("t-grupper", ""),
                                words(", "),
                                new Reference("fig-andel", ""),
                                words(" og "),
                                new Reference("metode", ""),
                                words(".")),
                        new ItemList(
                                false,
                                List.of(
                                        List.of(words("Registrene viser kun en del: uofficielle fritagelser ses ikke.")),
                                        List.of(
                                                words("Udfaldet er "),
                                                new Emphasis(List.of(words("vilkårligt"))),
                                                words(" for to af tre grupper.")),
                                        List.of(words("Sagsbehandlernes usynlige arbejde udgør "), new Claim("1.234,5 timer", otherRun)))),
                        new Note(
                                Note.Kind.CAVEAT,
                                "hvad modellen ikke kan vise",
                                List.of(p(words("Tilliden til myndigheden ændrer sig langsommere, end modellen antager; resultatet"
                                        + " for gruppe 3 vender, hvis sagsbehandlere booker for færre end 8 ud af 100."))))));
        Section rule = new Section(
                "",
                "Lovforslagets indhold",
                true,
                List.of(
                        p(words("Den foreslåede bestemmelse omfatter modtagere af dagpenge, kontanthjælp,"
                                + " beskæftigelsesindsatsforanstaltninger og jobafklaringsforløb. Fristen er mindst 8 dage, og den"
                                + " vises alene på Jobnet. Bemærk tegnene < > & \" og ' i teksten.")),
                        new Section(
                                "graf",
                                "Retssikkerhedsgarantier i sagsgangen",
                                true,
                                List.of(
                                        p(words("Sagsgangen er tegnet i "), new Reference("fig-sagsgang", ""), words(".")),
                                        new Figure(
                                                "fig-sagsgang",
                                                "Sagsgangen fra frist til nedsat ydelse",
                                                "Borgeren får en frist på Jobnet. Ser hun den ikke, undersøger sagsbehandleren, om der er en"
                                                        + " rimelig grund; er der ikke det, sættes ydelsen ned.",
                                                drawing()),
                                        new Section(
                                                "",
                                                "Partshøring, begrundelse og klagevejledning",
                                                true,
                                                List.of(p(words("Hver vej til en nedsat ydelse går gennem partshøring."))))))));
        Section consequences = new Section(
                "konsekvenser",
                "Konsekvenser for borgerne",
                true,
                List.of(
                        p(words("Tallene står i "), new Reference("t-grupper", "tabellen nedenfor"), words(".")),
                        wide(run, otherRun),
                        narrow(run),
                        new Figure(
                                "fig-andel",
                                "Andel, der mister ydelse, efter ydelsestype og retssikkerhedsgruppe",
                                "Andelen er størst for aktivitetsparate kontanthjælpsmodtagere, der er afhængige af pårørende.",
                                bars(3)),
                        new Figure(
                                "",
                                "Ændring ved tre ændringsforslag, procentpoint",
                                "Fripasset mindsker andelen for alle; påmindelser på sms gør en mindre forskel.",
                                intervals(2)),
                        new Figure("", "Antal henvendelser til jobcentret", "Flest henvender sig fra dagpengegruppen.", counts()),
                        new Figure("kort", "Overskredne frister i seks kommuner", "Flest er der på Ærø.", map()),
                        new Note(
                                Note.Kind.GAP,
                                "",
                                List.of(
                                        p(words("Ministeriet skal oplyse:")),
                                        new ItemList(
                                                true,
                                                List.of(
                                                        List.of(words("hvor mange sagsbehandlere der er")),
                                                        List.of(words("hvad et møde koster"))))))));
        Section method = new Section(
                "metode",
                "Metode og usikkerhed",
                true,
                List.of(
                        p(words("Hvert tal er gennemsnittet af 200 gentagelser.")),
                        new Note(
                                Note.Kind.NOTE,
                                "Fælles tilfældige tal",
                                List.of(p(words("De samme borgere oplever både lovforslaget og ændringsforslaget."))))));
        return new Document(
                "Konsekvenser af pligt til digital selvbooking for beskæftigelsesindsatsens målgrupper",
                "Bidrag til lovforslagets bemærkninger om retssikkerhed og digital inklusion",
                language,
                List.of(
                        new Fact("Lovforslag", List.of(words("L 209, ændring af lov om en aktiv beskæftigelsesindsats"))),
                        new Fact("Udgave", List.of(words("2. udkast"))),
                        new Fact("Borgere i modellen", List.of(new Claim("48.000", run)))),
                3,
                List.of(summary, rule, consequences, new PageBreak(), method));
    }

    private static Table wide(String run, String otherRun) {
        List<Table.Row> body = new ArrayList<>();
        NumberStyle style = new NumberStyle(Language.DA);
        for (int i = 0; i < 12; i++) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(cell(BENEFITS.get(i % BENEFITS.size()) + (i >= BENEFITS.size() ? ", fase 2" : "")));
            for (int j = 1; j < 8; j++) {
                String text = j == 7 ? style.percent(0.011 * (i + 1), 1) : style.number(173.4 * (i + 1) * j, j % 2);
                cells.add(new Table.Cell(List.of(p(new Claim(text, j > 4 ? otherRun : run))), 1));
            }
            body.add(new Table.Row(cells));
        }
        List<Table.Alignment> columns = new ArrayList<>(List.of(Table.Alignment.TEXT));
        for (int j = 1; j < 8; j++) {
            columns.add(Table.Alignment.NUMBER);
        }
        return new Table(
                "t-grupper",
                "Borgere, der mister ydelse, efter ydelsestype og retssikkerhedsgruppe, registrenes billede og det faktiske",
                "En række for hver ydelse; først hvad registrene viser, så hvad der faktisk sker.",
                columns,
                List.of(
                        new Table.Row(List.of(empty(1), cell("Registrenes billede", 3), cell("Det faktiske", 4))),
                        row(
                                "Ydelse",
                                "Gruppe 1",
                                "Gruppe 2",
                                "Gruppe 3",
                                "Gruppe 1",
                                "Gruppe 2",
                                "Gruppe 3",
                                "Forskel i alt")),
                body,
                true);
    }

    private static Table narrow(String run) {
        return new Table(
                "",
                "Forudsætninger",
                "",
                List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER),
                List.of(row("Hvad", "Værdi")),
                List.of(
                        new Table.Row(List.of(cell("Frister", 2))),
                        new Table.Row(List.of(cell("Frist i dage"), new Table.Cell(List.of(p(new Claim("8", run))), 1))),
                        new Table.Row(List.of(cell("Kapacitet", 2))),
                        row("Ledige tider om ugen", "1.200")),
                true);
    }

    static Chart bars(int seriesCount) {
        List<String> names = List.of(
                "Gruppe 1: klarer sig selv", "Gruppe 2: afhængig af pårørende", "Gruppe 3: alene", "Alle borgere under pligten");
        List<Chart.Series> series = new ArrayList<>();
        for (int s = 0; s < seriesCount; s++) {
            List<Chart.Value> values = new ArrayList<>();
            for (int i = 0; i < BENEFITS.size(); i++) {
                double value = 0.012 + 0.02 * s + 0.007 * ((i * 3) % 7);
                values.add(Chart.Value.of(value, value * 0.8, value * 1.25));
            }
            series.add(new Chart.Series(names.get(s), values));
        }
        return new Chart(
                Chart.Kind.BARS, "Andel af de omfattede, der mister ydelse", Chart.ValueFormat.PERCENT, 1, BENEFITS, series);
    }

    static Chart intervals(int seriesCount) {
        List<String> names = List.of("Digitalt fripas", "Påmindelse på sms som udgangspunkt", "Ingen sanktion", "Frivillighed");
        List<Chart.Series> series = new ArrayList<>();
        for (int s = 0; s < seriesCount; s++) {
            List<Chart.Value> values = new ArrayList<>();
            for (int i = 0; i < BENEFITS.size(); i++) {
                double value = -6.2 + 1.7 * s + 0.9 * ((i * 5) % 9);
                values.add(Chart.Value.of(value, value - 1.3, value + 0.4 + 0.2 * i));
            }
            series.add(new Chart.Series(names.get(s), values));
        }
        return new Chart(
                Chart.Kind.INTERVALS, "Ændring i procentpoint i forhold til lovforslaget", Chart.ValueFormat.NUMBER, 1, BENEFITS, series);
    }

    private static Chart counts() {
        return new Chart(
                Chart.Kind.BARS,
                "Henvendelser om året",
                Chart.ValueFormat.NUMBER,
                0,
                List.of("Dagpenge", "Kontanthjælp", "Sygedagpenge", "Revalidering"),
                List.of(new Chart.Series(
                        "Henvendelser",
                        List.of(
                                Chart.Value.of(1_234_567),
                                Chart.Value.of(812_000),
                                Chart.Value.of(45_210),
                                Chart.Value.of(0)))));
    }

    /** A small procedure as the graph drawing draws it, kept so that these tests do not depend on its layout. */
    static Drawing drawing() {
        try (InputStream in = SampleReport.class.getResourceAsStream("/report/procedure.svg")) {
            return new Drawing(new String(in.readAllBytes(), StandardCharsets.UTF_8), 444, 783);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document of(Block... blocks) {
        return new Document("Titel", "", Language.DA, List.of(), 0, List.of(blocks));
    }

    static Paragraph p(Inline... inlines) {
        return new Paragraph(List.of(inlines));
    }

    static Inline words(String text) {
        return new Words(text);
    }

    private static Inline strong(String text) {
        return new Strong(List.of(words(text)));
    }

    private static Table.Row row(String... texts) {
        return new Table.Row(List.of(texts).stream().map(SampleReport::cell).toList());
    }

    private static Table.Cell cell(String text) {
        return cell(text, 1);
    }

    private static Table.Cell cell(String text, int span) {
        return new Table.Cell(List.of(p(words(text))), span);
    }

    private static Table.Cell empty(int span) {
        return new Table.Cell(List.of(), span);
    }
}
