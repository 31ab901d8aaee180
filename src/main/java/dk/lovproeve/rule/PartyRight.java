package dk.lovproeve.rule;

import dk.lovproeve.base.Text;

/**
 * Rights of a party that hold in every case before an authority and that no step of a procedure shows: a bill's notes must say how
 * it stands to each. Those that a step can give stand with the procedure.
 */
public enum PartyRight {
    IMPARTIALITY("impartiality", new Text("inhabilitet (forvaltningsloven § 3)", "disqualification for partiality (Public Administration Act s. 3)")),
    REPRESENTATION("representation", new Text("partsrepræsentation (forvaltningsloven § 8)", "representation of the party (Public Administration Act s. 8)")),
    ACCESS("access", new Text("aktindsigt (forvaltningsloven §§ 9-18)", "access to the documents of the case (Public Administration Act ss. 9-18)")),
    COURT_DEADLINE(
            "court-deadline",
            new Text("vejledning om frist for søgsmål (forvaltningsloven § 26)", "guidance on a time limit for going to court (Public Administration Act s. 26)")),
    CONFIDENTIALITY("confidentiality", new Text("tavshedspligt (forvaltningsloven § 27)", "confidentiality (Public Administration Act s. 27)")),
    DIGITAL_ARRIVAL(
            "digital-arrival",
            new Text(
                    "hvornår en digital meddelelse er kommet frem (lov om Digital Post fra offentlige afsendere)",
                    "when a digital message has arrived (Act on Digital Post from Public Senders)")),
    DIGITAL_EXEMPTION(
            "digital-exemption",
            new Text(
                    "hvem der kan fritages fra Digital Post (lov om Digital Post fra offentlige afsendere)",
                    "who can be let off Digital Post (Act on Digital Post from Public Senders)"));

    private final String key;
    private final Text label;

    PartyRight(String key, Text label) {
        this.key = key;
        this.label = label;
    }

    /** The word a scenario file uses. */
    public String key() {
        return key;
    }

    /** With the act it stands in; it begins with a small letter, as within a sentence. */
    public Text label() {
        return label;
    }
}
