package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that answers rest on.
 *
 * @param id        its name in the assessment
 * @param publisher who has issued it
 * @param date      when, as the source writes it
 * @param link      an ELI or another address; empty when there is none
 * @param pinpoint  where in it; empty for all of it
 * @param sha256    of the copy that was read; empty when none was kept
 */
public record Source(
        String id, Kind kind, String title, String publisher, String date, Optional<String> link, Optional<String> pinpoint,
        Optional<String> sha256, Grade grade) {

    /** What sort of thing it is. */
    public enum Kind {
        LAW("law", new Text("lov eller bekendtgørelse", "act or order")),
        GUIDANCE("guidance", new Text("vejledning", "guidance")),
        STATISTICS("statistics", new Text("registerstatistik", "register statistics")),
        SURVEY("survey", new Text("undersøgelse", "survey")),
        HEARING("hearing", new Text("høringssvar", "hearing reply")),
        CASE("case", new Text("afgørelse eller sag", "decision or case")),
        RUN("run", new Text("kørsel af modellen", "run of the model")),
        EXPERT("expert", new Text("fagpersons vurdering", "expert view"));

        private final String key;
        private final Text label;

        Kind(String key, Text label) {
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

    public Source {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(kind, "kind");
        Checks.notBlank(title, "title");
        Checks.notBlank(publisher, "publisher");
        Checks.notBlank(date, "date");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(pinpoint, "pinpoint");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(grade, "grade");
    }
}
