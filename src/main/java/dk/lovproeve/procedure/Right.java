package dk.lovproeve.procedure;

import dk.lovproeve.base.Text;

/** Rights of a party under the Public Administration Act (forvaltningsloven) that a step may give. */
public enum Right {
    GUIDANCE("guidance", new Text("vejledning (forvaltningsloven § 7)", "guidance (Public Administration Act s. 7)")),
    HEARING("hearing", new Text("partshøring (forvaltningsloven § 19)", "hearing of the party (Public Administration Act s. 19)")),
    REASONS("reasons", new Text("begrundelse (forvaltningsloven §§ 22-24)", "reasons (Public Administration Act ss. 22-24)")),
    COMPLAINT_GUIDANCE(
            "complaint-guidance",
            new Text("klagevejledning (forvaltningsloven § 25)", "guidance on complaint (Public Administration Act s. 25)"));

    private final String key;
    private final Text label;

    Right(String key, Text label) {
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
