package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * The population the author asks for.
 *
 * <p>Citizen i of target group g has for capacity k the level, in standard deviations among all adults,
 * <pre>  z(i,k) = shift(k, g) + loading(k) F(i) + sqrt(1 - loading(k)^2) e(i,k)   (P1)</pre>
 * with F and e standard normal: the capacities are separate, and correlated through what they share.
 *
 * @param groups         how many subjects each target group has, in the rule's order
 * @param municipalities where they live
 * @param capacities     what makes a person able
 * @param helpers        the kinds of helper; a citizen may have one of each kind
 * @param traits         what a subject has or has not, once for all
 */
public record PopulationSpec(
        List<Group> groups,
        List<Municipality> municipalities,
        List<Capacity> capacities,
        List<HelperKind> helpers,
        List<Trait> traits) {

    public PopulationSpec {
        groups = List.copyOf(groups);
        municipalities = List.copyOf(municipalities);
        capacities = List.copyOf(capacities);
        helpers = List.copyOf(helpers);
        traits = List.copyOf(traits);
    }

    /** A target group's name and its number of subjects. */
    public record Group(String id, Parameter number) {}

    /** A trait. @param share the share of a target group that has it */
    public record Trait(String id, Text label, Parameter share, Place place) {}

    /**
     * A municipality.
     *
     * @param code  its official code, such as {@code 0101}
     * @param share its share of the citizens; the shares sum to 1
     */
    public record Municipality(String code, String name, double share) {
        public Municipality {
            Checks.between(0, 1, share, "share");
        }
    }

    /**
     * A capacity.
     *
     * @param shift   how far each target group's mean lies from that of all adults, in standard deviations
     * @param loading its correlation with what all capacities share, 0 to 1
     */
    public record Capacity(String id, Text label, Parameter shift, Parameter loading, Place place) {}

    /**
     * A kind of helper. Her level in the capacities she stands in for is
     * <pre>  h(i) = level + likeness F(i) + sqrt(1 - likeness^2) e   (P2)</pre>
     *
     * @param share     the share of citizens that have one of this kind
     * @param loading   the correlation of having one with what the citizen's capacities share, 0 to 1; empty for none:
     *                  then having somebody says nothing of being able
     * @param onlyWhereNone whether only those have one who have nobody of a kind before it; the share is then of them
     * @param level     the mean of her level, in standard deviations among all adults
     * @param likeness  the correlation of her level with what the citizen's capacities share, 0 to 1
     * @param standsInFor the capacities for which her level counts where it is higher than the citizen's
     * @param hasTime   the chance that she has time on a day when she is not away
     * @param away      the chance that she is away once in a block of 64 days
     * @param awayDays  how many days she is then away
     * @param triesADay how many tries a day she makes at most, over everything she helps with; empty for no limit
     */
    public record HelperKind(
            String id,
            Text label,
            Parameter share,
            Optional<Parameter> loading,
            boolean onlyWhereNone,
            Parameter level,
            Parameter likeness,
            List<String> standsInFor,
            Parameter hasTime,
            Parameter away,
            Parameter awayDays,
            Optional<Parameter> triesADay,
            Place place) {
        public HelperKind {
            standsInFor = List.copyOf(standsInFor);
        }
    }
}
