package dk.lovproeve.rule;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.Objects;

/**
 * A target group that the duty binds.
 *
 * @param id        its name in the scenario
 * @param label     its official name
 * @param number    how many they are
 * @param from      when the duty reaches them, as a reader is told
 * @param provision the provision that makes them addressees
 * @param place     where the author wrote it
 */
public record Addressee(String id, Text label, Parameter number, Text from, String provision, Place place) {

    public Addressee {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(from, "from");
        Checks.notBlank(provision, "provision");
    }
}
