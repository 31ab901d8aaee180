package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Drawing;
import dk.lovproeve.report.drawing.GraphDrawing;
import dk.lovproeve.report.drawing.GraphDrawing.Edge;
import dk.lovproeve.report.drawing.GraphDrawing.Kind;
import dk.lovproeve.report.drawing.GraphDrawing.Line;
import dk.lovproeve.report.drawing.GraphDrawing.Node;
import java.util.ArrayList;
import java.util.List;

/** A procedure as large as real ones get: 35 steps and 60 transitions of booking one's own meetings. */
public final class SampleProcedure {

    private static final String CITIZEN = "Borger · digitalt";
    private static final String CASEWORKER = "Sagsbehandler";
    private static final String SYSTEM = "System · automatisk";
    private static final String HELPER = "Pårørende";

    private SampleProcedure() {}

    public static List<Node> nodes() {
        return List.of(
                node("start", Kind.START, "Ledig tilmelder sig", CITIZEN),
                node("frist", Kind.NOTICE, "Frist vises på Jobnet", SYSTEM),
                node("sms", Kind.NOTICE, "Påmindelse på sms", SYSTEM),
                node("set", Kind.DECISION, "Ser borgeren fristen?", CITIZEN),
                node("forstaa", Kind.DECISION, "Forstår, hvad der skal gøres?", CITIZEN),
                node("login", Kind.STEP, "Logger på med MitID", CITIZEN),
                node("laast", Kind.WAIT, "MitID er låst; ny kode", SYSTEM),
                node("moedetype", Kind.STEP, "Vælger mødetype og sagsbehandler", CITIZEN),
                node("tid", Kind.DECISION, "Er der en ledig tid?", SYSTEM),
                node("booket", Kind.STEP, "Booker mødet", CITIZEN),
                node("kvittering", Kind.NOTICE, "Kvittering i Digital Post", SYSTEM),
                node("hjaelp", Kind.DECISION, "Er der en, der kan hjælpe?", HELPER),
                node("hjaelper", Kind.STEP, "Hjælper booker for borgeren", HELPER),
                node("ferie", Kind.WAIT, "Hjælper er væk", HELPER),
                node("ring", Kind.STEP, "Ringer til jobcentret", CITIZEN),
                node("koe", Kind.WAIT, "Telefonkø", SYSTEM),
                node("forlaeng", Kind.DECISION, "Forlænges fristen med 3 dage?", CASEWORKER),
                node("uofficielt", Kind.STEP, "Booker uden om reglen (uofficiel fritagelse)", CASEWORKER),
                node("soeg", Kind.STEP, "Søger om fritagelse", CITIZEN),
                node("dok", Kind.STEP, "Skaffer dokumentation", CITIZEN),
                node("fritag", Kind.DECISION, "Fritages borgeren?", CASEWORKER),
                node("indkald", Kind.NOTICE, "Almindelig indkaldelse med brev", CASEWORKER),
                node("overskredet", Kind.WAIT, "Fristen udløber", SYSTEM),
                node("hoering", Kind.NOTICE, "Partshøring", CASEWORKER),
                node("svar", Kind.DECISION, "Svarer borgeren?", CITIZEN),
                node("rimelig", Kind.DECISION, "Rimelig grund til at udeblive?", CASEWORKER),
                node("afmeld", Kind.EFFECT, "Afmeldes automatisk; ingen ydelse", SYSTEM),
                node("fradrag", Kind.EFFECT, "Fradrag på en dags ydelse pr. dag", CASEWORKER),
                node("gentilmeld", Kind.STEP, "Tilmelder sig igen", CITIZEN),
                node("klagefrist", Kind.NOTICE, "Afgørelse med klagevejledning", CASEWORKER),
                node("klage", Kind.DECISION, "Klager borgeren?", CITIZEN),
                node("ankestyrelse", Kind.DECISION, "Ankestyrelsen afgør sagen", "Ankestyrelsen"),
                node("omgjort", Kind.EFFECT, "Ydelsen efterbetales", CASEWORKER),
                node("moede", Kind.END, "Mødet holdes", CASEWORKER),
                node("tabt", Kind.END, "Ydelse tabt", CITIZEN));
    }

    public static List<Edge> edges() {
        List<Edge> e = new ArrayList<>();
        String[] plain = {
            "start>frist", "start>soeg:søger straks", "frist>sms:tilmeldt sms", "frist>set", "sms>set", "set>forstaa:ja",
            "forstaa>login:ja", "forstaa>hjaelp:nej", "login>moedetype", "login>laast:3 forkerte forsøg", "laast>login",
            "laast>ring", "laast>hjaelp", "moedetype>tid", "tid>booket:ja", "tid>ring:nej", "booket>kvittering",
            "kvittering>moede", "hjaelp>hjaelper:ja", "hjaelp>ring:nej", "hjaelp>soeg:nej", "hjaelper>login:med borgerens kode",
            "hjaelper>booket", "hjaelp>ferie:ja, men ikke nu", "ferie>hjaelper", "ring>koe", "koe>forlaeng", "koe>ring:opgiver og prøver igen",
            "forlaeng>tid:ja", "forlaeng>uofficielt:nej, booker selv", "uofficielt>moede", "soeg>dok", "dok>fritag", "fritag>indkald:ja",
            "fritag>klagefrist:nej", "indkald>moede", "overskredet>hoering:andre ydelser",
            "overskredet>afmeld:dagpenge", "hoering>svar", "svar>rimelig:ja", "rimelig>indkald:ja", "rimelig>fradrag:nej",
            "afmeld>gentilmeld", "gentilmeld>frist", "fradrag>klagefrist", "afmeld>klagefrist", "klagefrist>klage", "klage>ankestyrelse:ja",
            "ankestyrelse>omgjort:medhold", "ankestyrelse>tabt:stadfæstet", "omgjort>moede", "fradrag>ring:kontakter jobcentret",
            "tid>overskredet:venter på en tid"
        };
        String[] dashed = {
            "set>overskredet:nej", "dok>overskredet:når ikke at få den", "ferie>overskredet", "koe>overskredet", "svar>fradrag:nej",
            "klage>tabt:nej", "login>overskredet:giver op"
        };
        for (String line : plain) {
            e.add(edge(line, Line.PLAIN));
        }
        for (String line : dashed) {
            e.add(edge(line, Line.DASHED));
        }
        return e;
    }

    public static Drawing drawing() {
        return new GraphDrawing(Language.DA, nodes(), edges()).draw();
    }

    private static Node node(String id, Kind kind, String label, String lane) {
        return new Node(id, kind, List.of(label), lane);
    }

    private static Edge edge(String line, Line style) {
        String[] ends = line.split("[>:]", 3);
        return new Edge(ends[0], ends[1], ends.length > 2 ? ends[2] : "", style);
    }
}
