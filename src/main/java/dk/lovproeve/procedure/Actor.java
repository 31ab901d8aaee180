package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;

/** Who acts in a step. A citizen's helper acts through the citizen's steps that allow help. */
public enum Actor {
    CITIZEN("citizen", new Text("borgeren", "the citizen")),
    CASEWORKER("caseworker", new Text("sagsbehandleren", "the caseworker")),
    SYSTEM("system", new Text("systemet", "the system")),
    BOARD("board", new Text("klageinstansen", "the appeals body"));

    private final String key;
    private final Text label;

    Actor(String key, Text label) {
        this.key = key;
        this.label = label;
    }

    /** The word a scenario file uses. */
    public String key() {
        return key;
    }

    public Text label() {
        return label;
    }
}
