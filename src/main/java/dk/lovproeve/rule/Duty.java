package dk.lovproeve.rule;

import dk.lovproeve.base.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The bill and the duty it creates, as the report's reader meets them.
 *
 * @param title      the bill's short title
 * @param summary    what changes, for whom, in one or two sentences
 * @param purpose    what the bill says it is for
 * @param today      how it is before the bill
 * @param proposed   how it is after the bill
 * @param caveat     what a reader must know before she reads a number; empty when there is nothing of the kind
 * @param abbreviations what the sources' short names and other abbreviations stand for, one a text
 * @param subjects   whom or what the model follows
 * @param provisions all provisions the model refers to, in the order of the file
 * @param addressees the target groups, in the order of the file; their index is the target group's number everywhere
 */
public record Duty(
        Text title,
        Text summary,
        Text purpose,
        Text today,
        Text proposed,
        Optional<Text> caveat,
        List<Text> abbreviations,
        Subjects subjects,
        List<Provision> provisions,
        List<Addressee> addressees) {

    public Duty {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(caveat, "caveat");
        Objects.requireNonNull(subjects, "subjects");
        abbreviations = List.copyOf(abbreviations);
        provisions = List.copyOf(provisions);
        addressees = List.copyOf(addressees);
    }

    /** What the model follows, one and several, in the indefinite form: {@code borger}, {@code borgere}. */
    public record Subjects(Text one, Text many) {}

    /** The provision with this id. @throws IllegalArgumentException when there is none */
    public Provision provision(String id) {
        return provisions.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("provision: found " + id + ", expected a declared one"));
    }
}
