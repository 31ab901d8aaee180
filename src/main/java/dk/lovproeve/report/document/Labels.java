package dk.lovproeve.report.document;

import dk.lovproeve.base.Text;

/** The words a renderer adds of its own accord, in both languages. */
public final class Labels {

    public static final Text TABLE = new Text("Tabel", "Table");
    public static final Text FIGURE = new Text("Figur", "Figure");
    public static final Text SECTION = new Text("afsnit", "section");
    public static final Text CONTENTS = new Text("Indhold", "Contents");
    public static final Text SKIP = new Text("Gå til indholdet", "Skip to the content");
    public static final Text PAGE = new Text("Side", "Page");
    public static final Text OF = new Text("af", "of");
    public static final Text DATA = new Text("Tallene bag figuren", "The numbers behind the figure");
    public static final Text DESCRIPTION = new Text("Figuren i ord", "The figure in words");
    public static final Text MUNICIPALITY = new Text("Kommune", "Municipality");
    public static final Text WHOLE_COUNTRY = new Text("Hele landet", "The whole country");
    public static final Text STANDS_OUT = new Text(
            "Kraftig kant og skrift: intervallet rummer ikke tallet for hele landet",
            "Heavy edge and letters: the interval does not contain the number for the whole country");
    public static final Text INTERVAL = new Text("interval", "interval");
    public static final Text ORIGIN = new Text("Tallenes oprindelse", "Where the numbers come from");
    public static final Text ONE_RUN =
            new Text("Alle modeltal i rapporten er fra kørsel", "All model numbers in this report are from run");
    public static final Text SEVERAL_RUNS = new Text(
            "Bogstavet efter et modeltal viser, hvilken kørsel det er fra:",
            "The letter after a model number shows which run it is from:");
    public static final Text RUN = new Text("kørsel", "run");
    public static final Text BACK = new Text("Til toppen", "Back to the top");

    private Labels() {}

    /** The word a note starts with. */
    public static Text of(Note.Kind kind) {
        return switch (kind) {
            case NOTE -> new Text("Bemærk", "Note");
            case CAVEAT -> new Text("Forbehold", "Caveat");
            case GAP -> new Text("Mangler", "Missing");
        };
    }
}
