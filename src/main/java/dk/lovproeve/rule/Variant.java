package dk.lovproeve.rule;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.Objects;

/**
 * A version of the rule: the bill itself, the law before it, or the bill with an amendment.
 *
 * @param id        its name in the scenario
 * @param label     a short name for tables
 * @param text      what it changes, in words fit for a bill's notes
 * @param provision the provision or recommendation it rests on; empty for the bill as it stands
 * @param place     where the author wrote it
 */
public record Variant(String id, Text label, Text text, String provision, Place place) {

    /** The id of the bill as it stands. */
    public static final String BILL = "bill";

    /** The id of the law before the bill, where a scenario has it: reports call it so. */
    public static final String CURRENT_LAW = "current-law";

    public Variant {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(provision, "provision");
    }
}
