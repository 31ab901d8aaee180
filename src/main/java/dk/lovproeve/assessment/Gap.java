package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * Something that an assessment still lacks.
 *
 * @param subject what lacks it: a question, a risk, a safeguard, a party
 * @param what    what is lacking, or why it must be looked at again
 */
public record Gap(Kind kind, String subject, Text what) {

    /** What sort of gap it is, the gravest first. */
    public enum Kind {
        MISSING(new Text("Ubesvaret", "Not answered")),
        STALE(new Text("Forældet", "Stale")),
        UNCONFIRMED(new Text("Overtaget, ikke bekræftet", "Taken over, not confirmed")),
        GROUND(new Text("Begrundelse eller belæg mangler", "Reason or evidence missing")),
        RISK(new Text("Risici", "Risks")),
        SAFEGUARD(new Text("Foranstaltninger, der er mere end ideer", "Safeguards that are more than ideas")),
        STATEMENT(new Text("Udtalelser", "Statements")),
        DECISION(new Text("Beslutning", "Decision")),
        TRANSLATION(new Text("Mangler på det ene sprog", "Missing in one language"));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    public Gap {
        Objects.requireNonNull(kind, "kind");
        Checks.notBlank(subject, "subject");
        Objects.requireNonNull(what, "what");
    }
}
