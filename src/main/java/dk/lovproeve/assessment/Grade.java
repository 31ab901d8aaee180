package dk.lovproeve.assessment;

import dk.lovproeve.base.Text;

/** How firm the ground under an answer or a source is. */
public enum Grade {
    A("A", new Text("officiel statistik eller gældende lov", "official statistics or law in force")),
    B("B", new Text("fagfællebedømt eller revideret", "peer-reviewed or audited")),
    C("C", new Text("en enkelt undersøgelse eller myndighedens eget skøn", "a single study or the authority's own estimate")),
    D("D", new Text("en fagpersons vurdering", "the view of an expert"));

    private final String key;
    private final Text label;

    Grade(String key, Text label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public Text label() {
        return label;
    }

    /** Whether what rests on it may well be one level worse. */
    public boolean isWeak() {
        return this == C || this == D;
    }
}
