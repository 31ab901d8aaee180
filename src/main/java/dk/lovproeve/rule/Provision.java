package dk.lovproeve.rule;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * A provision of the bill, of existing law, or of a recommendation, in our own words.
 *
 * @param id        its name in the scenario
 * @param reference how a lawyer cites it, such as {@code LAB § 34, stk. 2}
 * @param text      what it says
 * @param origin    whether it is the bill's, guidance to it that is no part of it, existing law, practice without a basis in law, or a proposed change
 * @param place     where the author wrote it
 */
public record Provision(String id, Text reference, Text text, Origin origin, Place place) {

    /** Where a provision comes from. */
    public enum Origin {
        BILL("bill", new Text("lovforslaget", "the bill")),
        GUIDANCE("guidance", new Text("vejledning til lovforslaget", "guidance to the bill")),
        LAW("law", new Text("gældende ret", "existing law")),
        PRACTICE("practice", new Text("praksis uden hjemmel i loven", "practice without a basis in the act")),
        RECOMMENDATION("recommendation", new Text("anbefaling", "recommendation"));

        private final String key;
        private final Text label;

        Origin(String key, Text label) {
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

    public Provision {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }
}
