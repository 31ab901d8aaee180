package dk.lovproeve.simulation;

import dk.lovproeve.population.Citizens;
import dk.lovproeve.rule.Addressee;
import java.util.List;
import java.util.Optional;

/**
 * A simulated subject's name: the municipality's code, the target group, and her number there from 1, such as
 * {@code 0101-sick-17}. The same name is the same subject in every version of the rule.
 */
public record SubjectId(String municipality, String targetGroup, int number) {

    /** The subject of this name; empty when it is no name, or of no municipality or target group of the model. */
    public static Optional<SubjectId> of(String written, Model model) {
        int first = written.indexOf('-');
        int last = written.lastIndexOf('-');
        if (first < 0 || last <= first || !written.substring(last + 1).matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        SubjectId id = new SubjectId(
                written.substring(0, first), written.substring(first + 1, last), Integer.parseInt(written.substring(last + 1)));
        return Optional.of(id).filter(i -> i.municipality(model) >= 0 && i.targetGroup(model) >= 0);
    }

    /** The subject of this number. */
    public static SubjectId of(long who, Model model) {
        return new SubjectId(
                model.population().municipalities().get(Citizens.municipality(who)).code(),
                model.targetGroups().get(Citizens.targetGroupOf(who)).id(),
                Citizens.ordinal(who) + 1);
    }

    /** Her number, by which her draws are keyed. */
    public long who(Model model) {
        return Citizens.who(municipality(model), targetGroup(model), number - 1);
    }

    /** The index of her municipality in the model; -1 when it has none of this code. */
    public int municipality(Model model) {
        return model.population().municipalities().stream().map(m -> m.code()).toList().indexOf(municipality);
    }

    private int targetGroup(Model model) {
        List<String> ids = model.targetGroups().stream().map(Addressee::id).toList();
        return ids.indexOf(targetGroup);
    }

    @Override
    public String toString() {
        return municipality + "-" + targetGroup + "-" + number;
    }
}
