package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the screening can ask for, such as an impact assessment under another act.
 *
 * @param id       its name in the bank
 * @param label    what is asked for
 * @param reason   why it is, when it is, in words for a reader
 * @param source   the legal source
 * @param onlyIf   what must be the case as well; empty for nothing
 * @param triggers it is asked for when any of these answers has been given; not knowing, and not having answered, count as
 *                 the answer that triggers
 */
public record Screening(String id, Text label, Text reason, Text source, Optional<Question.When> onlyIf, List<Question.When> triggers) {

    public Screening {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(onlyIf, "onlyIf");
        triggers = List.copyOf(triggers);
        Checks.that(!triggers.isEmpty(), id, "no triggers", "at least one");
    }
}
