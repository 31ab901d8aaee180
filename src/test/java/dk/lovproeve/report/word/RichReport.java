package dk.lovproeve.report.word;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Chart;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
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
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.drawing.GraphDrawing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report with everything a report can hold, long words and wide tables among it. */
final class RichReport {

    static final String RUN = "k-3f2a91c4";

    private static final List<String> GROUPS = List.of(
            "Borgere med varig funktionsnedsættelse",
            "Retssikkerhedsgruppe 1",
            "Digitalt usikre",
            "Ældre over 80 år",
            "Socialt udsatte",
            "Nytilkomne",
            "Borgere uden fast bopæl",
            "Repræsenterede",
            "Selvbetjeningsfritagelsesansøgere",
            "Øvrige borgere",
            "Unge under 25 år",
            "I alt");

    private RichReport() {}

    static Document danish() {
        return document(Language.DA, RUN);
    }

    /** @param secondRun the run of some numbers; a letter shows which, when it is not the first */
    static Document document(Language language, String secondRun) {
        Section results = new Section(
                "resultater",
                "Konsekvenser for retssikkerhedsgrupperne",
                true,
                List.of(
                        text("Forslaget flytter ansøgningen til selvbetjening. Se ", new Reference("femten", ""), ", ",
                                new Reference("procedure", ""), " og ", new Reference("figur-soejler", "figuren nedenfor"),
                                ". I alt mister ", new Claim("131.000 borgere", RUN), " en ydelse mindst én gang, mod ",
                                new Claim("98.400", secondRun), " i dag."),
                        new Note(Note.Kind.NOTE, "Sådan læses tallene", List.of(text(
                                "Intervallet i parentes er et 95 %-interval for modellens tilfældighed alene; det dækker ikke usikkerheden om forudsætningerne."))),
                        table("femten", "Borgere, der mister en ydelse, efter gruppe og variant", 5),
                        text("En tekst umiddelbart efter tabellen, så afstanden kan ses."),
                        new Section("seks", "Med støtte til fuldmagt og repræsentation", true, List.of(
                                table("", "Samme med seks kolonner", 6),
                                table("", "Samme med syv kolonner", 7),
                                new Note(Note.Kind.CAVEAT, "", List.of(
                                        text("Tallene gælder den syntetiske befolkning."),
                                        list(false, "Kommunernes sagsbehandlingstider er skønnet.",
                                                "Fritagelsesansøgninger antages behandlet i den rækkefølge, de kommer, også når de vedrører samme husstand."),
                                        text("Se også forudsætningerne."))))),
                        new Section("", "Figurer", true, List.of(
                                bars("figur-soejler", 10, false),
                                bars("", 4, true),
                                intervals(10)))));
        Section procedure = new Section("procedure", "Den digitale procedure", true, List.of(
                text("Proceduren følger lovforslagets kapitel 2."),
                drawing(language),
                list(true, "Borgeren får besked i Digital Post.",
                        "Borgeren søger fritagelse eller bruger selvbetjeningsløsningen.",
                        "Kommunen træffer afgørelse."),
                list(true, "En ny liste begynder med 1.", "Og fortsætter med 2.")));
        Section assumptions = new Section("", "Forudsætninger", false, List.of(
                new Section("", "Kilder", true, List.of(
                        text("Numrene begynder forfra under en overskrift uden nummer."),
                        longTable())),
                new Section("", "Huller", true, List.of(
                        new Note(Note.Kind.GAP, "Sagsbehandlingstid", List.of(
                                text("Ministeriet skal oplyse den gennemsnitlige sagsbehandlingstid."))))),
                new PageBreak(),
                new Section("", "Efter et sideskift", true, List.of(new Section("", "Dybere", true, List.of(
                        new Section("", "Endnu dybere", true, List.of(text("Bunden.")))))))));
        return new Document(
                "Konsekvenser af lov om obligatorisk selvbetjening",
                "Udkast til de almindelige bemærkninger om borgernes retssikkerhed",
                language,
                List.of(
                        new Fact("Lovudkast", List.of(new Words("Forslag til lov om obligatorisk digital selvbetjening og ændring af forskellige andre love (konsekvenser af digitaliseringsreformen)"))),
                        new Fact("Version", List.of(new Words("3 af 12. marts 2026"))),
                        new Fact("Kørsel", List.of(new Claim(RUN, RUN)))),
                3,
                List.of(new Section("", "Sammenfatning", false, List.of(text(
                        "Reglen i ", new Strong(List.of(new Words("§ 5, stk. 2"))), " rammer skævt; se ",
                        new Reference("resultater", ""), ". Ordet ", new Emphasis(List.of(new Words("digital pligt"))),
                        " bruges om pligten til at bruge selvbetjening, som den foreslås indført for kommunernes ydelser efter lov om aktiv socialpolitik og boligstøtteloven."))),
                        results, procedure, assumptions));
    }

    private static Table table(String id, String caption, int columns) {
        List<String> heads = List.of("Gruppe", "I dag", "Forslaget", "Forslaget med fuldmagt", "Forskel, borgere", "Genvundne ydelser", "Ventetid, dage");
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(GROUPS.get(i)));
            for (int c = 1; c < columns; c++) {
                cells.add(i == 3 && c == 2 ? "0" : "13" + (i % 10) + ".000 (130.400–131.7" + i % 10 + "0)");
            }
            rows.add(row(cells));
        }
        return new Table(id, caption, "Antal borgere med 95 %-interval.", alignments(columns - 1, 0),
                List.of(row(heads.subList(0, columns))), rows, true);
    }

    private static Table longTable() {
        List<Table.Row> rows = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> row(List.of(
                        "parameter.sagsbehandling.nr" + i,
                        i + ",5",
                        i % 3 == 0 ? "skøn" : "registerdata",
                        "Ankestyrelsens praksisundersøgelse af retssikkerhedsgarantierne i kommunernes sagsbehandling, nr. " + i
                                + (i % 4 == 0 ? ", samt en lang uddybning af, hvorfor kilden kan bruges om digitaliseringsparate borgere i hele landet, og hvad den ikke dækker" : "") + ".")))
                .toList();
        return new Table("", "Forudsætninger og kilder", "", List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER, Table.Alignment.TEXT, Table.Alignment.TEXT),
                List.of(row(List.of("Parameter", "Værdi", "Evidens", "Kilde"))), rows, false);
    }

    private static List<Table.Alignment> alignments(int numbers, int texts) {
        return Stream.of(List.of(Table.Alignment.TEXT), Collections.nCopies(numbers, Table.Alignment.NUMBER),
                        Collections.nCopies(texts, Table.Alignment.TEXT))
                .flatMap(List::stream)
                .toList();
    }

    private static Figure bars(String id, int categories, boolean percent) {
        List<Chart.Series> series = Stream.of("I dag", "Forslaget", "Forslaget med fuldmagt", "Uden pligt")
                .limit(percent ? 4 : 2)
                .map(name -> new Chart.Series(name, IntStream.range(0, categories)
                        .mapToObj(i -> percent
                                ? Chart.Value.of(0.04 + 0.02 * i + name.length() / 100.0)
                                : Chart.Value.of(9000 + 1500 * i + 100 * name.length(), 8000 + 1500 * i, 11000 + 1500 * i))
                        .toList()))
                .toList();
        List<String> names = percent ? List.of("Unge", "Midaldrende", "Ældre", "I alt") : GROUPS.subList(0, categories);
        return new Figure(id, percent ? "Andel, der mister en ydelse" : "Borgere, der mister en ydelse, efter gruppe",
                "Søjlerne viser, at forslaget rammer de ældre hårdest.",
                new Chart(Chart.Kind.BARS, percent ? "Andel af gruppen" : "Borgere om året",
                        percent ? Chart.ValueFormat.PERCENT : Chart.ValueFormat.NUMBER, percent ? 1 : 0, names, series));
    }

    private static Figure intervals(int categories) {
        return new Figure("", "Forskel mellem forslaget og i dag", "Forskellen er større end nul for ni grupper ud af ti.",
                new Chart(Chart.Kind.INTERVALS, "Forskel i procentpoint", Chart.ValueFormat.NUMBER, 1, GROUPS.subList(0, categories),
                        List.of(new Chart.Series("Forslaget minus i dag", IntStream.range(0, categories)
                                .mapToObj(i -> Chart.Value.of(i - 2.5, i - 3.25, i - 1.5))
                                .toList()))));
    }

    private static Figure drawing(Language language) {
        List<GraphDrawing.Node> nodes = List.of(
                node("a", GraphDrawing.Kind.START, "Kravet træder i kraft", "Borger"),
                node("b", GraphDrawing.Kind.NOTICE, "Besked i Digital Post", "Kommune"),
                node("c", GraphDrawing.Kind.STEP, "Selvbetjeningsansøgning udfyldes", "Borger"),
                node("d", GraphDrawing.Kind.WAIT, "Sagsbehandling 30 dage", "Kommune"),
                node("e", GraphDrawing.Kind.DECISION, "Afgørelse om fritagelse", "Kommune"),
                node("f", GraphDrawing.Kind.EFFECT, "Ydelsen standses", "Udbetaling Danmark"),
                node("g", GraphDrawing.Kind.END, "Ydelsen fortsætter", "Udbetaling Danmark"));
        List<GraphDrawing.Edge> edges = List.of(
                edge("a", "b", ""), edge("b", "c", "læst"), edge("c", "d", ""), edge("d", "e", ""),
                edge("e", "f", "afslag"), edge("e", "g", "fritaget"),
                new GraphDrawing.Edge("b", "f", "ulæst efter 14 dage", GraphDrawing.Line.DASHED));
        return new Figure("", "Proceduren efter forslaget", "Fra besked til afgørelse; uden svar standses ydelsen.",
                new GraphDrawing(language, nodes, edges).draw());
    }

    private static GraphDrawing.Node node(String id, GraphDrawing.Kind kind, String label, String lane) {
        return new GraphDrawing.Node(id, kind, List.of(label), lane);
    }

    private static GraphDrawing.Edge edge(String from, String to, String label) {
        return new GraphDrawing.Edge(from, to, label, GraphDrawing.Line.PLAIN);
    }

    private static Table.Row row(List<String> cells) {
        return new Table.Row(cells.stream().map(c -> new Table.Cell(List.of(text(c)), 1)).toList());
    }

    private static Block list(boolean ordered, String... items) {
        return new ItemList(ordered, Stream.of(items).map(i -> List.<Inline>of(new Words(i))).toList());
    }

    static Paragraph text(Object... parts) {
        return new Paragraph(Stream.of(parts).map(p -> p instanceof Inline i ? i : new Words((String) p)).toList());
    }
}
