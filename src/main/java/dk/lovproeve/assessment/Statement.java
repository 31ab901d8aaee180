package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What somebody who must be asked has said, or why she was not asked.
 *
 * @param text  the statement; where {@code asked} is false, the reason for not asking
 * @param asked whether the party was asked
 */
public record Statement(Party party, boolean asked, Prose text, String role, LocalDate date) {

    /** Who must be asked. */
    public enum Party {
        DPO("dpo", new Text("databeskyttelsesrådgiveren", "the data protection officer")),
        LEGAL("legal", new Text("juridisk kontor", "the legal office")),
        AFFECTED("affected", new Text("de berørte borgere eller deres organisationer", "the citizens affected or their organisations"));

        private final String key;
        private final Text label;

        Party(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    public Statement {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
        Checks.notBlank(role, "role");
        Objects.requireNonNull(date, "date");
    }
}
