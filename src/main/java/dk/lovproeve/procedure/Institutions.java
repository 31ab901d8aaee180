package dk.lovproeve.procedure;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a municipality has to serve its subjects with.
 *
 * @param caseworkers its caseworkers; empty when nothing hangs on who they are
 * @param resources   what runs out, in the order of the file
 */
public record Institutions(Optional<Caseworkers> caseworkers, List<Resource> resources) {

    public Institutions {
        Objects.requireNonNull(caseworkers, "caseworkers");
        resources = List.copyOf(resources);
    }

    /**
     * How caseworkers differ and change. A caseworker's leniency is {@code culture} x (the municipality's standard
     * normal) + sqrt(1 - culture^2) x (her own).
     *
     * @param subjectsEach how many subjects one caseworker has
     * @param culture      the share of the spread that is the municipality's, as a correlation 0 to 1
     * @param turnover     the chance that a subject gets a new caseworker in a quarter (91 days)
     */
    public record Caseworkers(Parameter subjectsEach, Parameter culture, Parameter turnover) {}

    /**
     * Something that runs out, in each municipality for itself.
     *
     * @param id       its name in the scenario
     * @param label    what it is, for a reader
     * @param supply   how much appears each open day for every 1,000 subjects of the municipality
     * @param keepsDays for how many days what is not used can still be used: 1 is the same day only
     * @param varies   how much municipalities differ: each has between (1 - varies) and (1 + varies) times the supply
     * @param weekdaysOnly whether nothing appears or is given on Saturdays and Sundays; day 0 is a Monday
     * @param place    where the author wrote it
     */
    public record Resource(
            String id, Text label, Parameter supply, Parameter keepsDays, Parameter varies, boolean weekdaysOnly, Place place) {}
}
