package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.evidence.Values;
import java.util.ArrayList;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The population the author asks for.
 *
 * <p>Its people are spread over a cross table: target group by municipality by the attributes (P5, P6). Citizen i of
 * target group g, with category c of each attribute, has for capacity k the level, in standard deviations among all adults,
 * <pre>  z(i,k) = shift(k, g) + sum of effect(k, c) + sigma(k) (loading(k) F(i) + sqrt(1 - loading(k)^2) e(i,k))   (P1)</pre>
 * with F and e standard normal: the capacities are separate, and correlated through what they share. Without effects
 * sigma is 1.
 *
 * @param groups         how many subjects each target group has, in the rule's order
 * @param municipalities where they live
 * @param capacities     what makes a person able
 * @param helpers        the kinds of helper; a citizen may have one of each kind
 * @param traits         what a subject has or has not, once for all
 * @param topics         what a citizen may wish to keep to herself
 * @param holidays       when many are away at once
 * @param attributes     what the people are spread over besides target group and municipality
 * @param margins        what their cross table is fitted to besides the number of each target group in each municipality
 * @param allAdults      all adults, beside those bound by the duty; empty where nobody asks for them
 * @param known          published shares that the three rights-security groups are held against
 */
public record PopulationSpec(
        List<Group> groups,
        List<Municipality> municipalities,
        List<Capacity> capacities,
        List<HelperKind> helpers,
        List<Trait> traits,
        List<Topic> topics,
        List<Holiday> holidays,
        List<Attribute> attributes,
        List<Margin> margins,
        Optional<AllAdults> allAdults,
        List<KnownShare> known) {

    public PopulationSpec {
        groups = List.copyOf(groups);
        municipalities = List.copyOf(municipalities);
        capacities = List.copyOf(capacities);
        helpers = List.copyOf(helpers);
        traits = List.copyOf(traits);
        topics = List.copyOf(topics);
        holidays = List.copyOf(holidays);
        attributes = List.copyOf(attributes);
        margins = List.copyOf(margins);
        Objects.requireNonNull(allAdults, "allAdults");
        known = List.copyOf(known);
    }

    /** A population without attributes: its people differ by target group only. */
    public PopulationSpec(
            List<Group> groups, List<Municipality> municipalities, List<Capacity> capacities, List<HelperKind> helpers,
            List<Trait> traits) {
        this(
                groups, municipalities, capacities, helpers, traits, List.of(), List.of(), List.of(), List.of(),
                Optional.empty(), List.of());
    }

    /**
     * The population of all adults: one target group with the id {@link AllAdults#ID}, whose capacities have no shift, and
     * which is fitted to how an attribute is spread among adults where none of its margins speaks of it; empty where nobody
     * asks for it.
     */
    public Optional<PopulationSpec> ofAllAdults() {
        return allAdults.map(adults -> {
            List<Margin> fitted = new ArrayList<>(adults.margins());
            attributes.stream()
                    .filter(attribute -> fitted.stream().noneMatch(margin -> margin.over().contains(attribute.id())))
                    .map(PopulationSpec::amongAdults)
                    .toList()
                    .forEach(fitted::add);
            List<Capacity> unshifted = capacities.stream()
                    .map(c -> new Capacity(c.id(), c.label(), NO_SHIFT, c.loading(), c.by(), c.place()))
                    .toList();
            return new PopulationSpec(
                    List.of(new Group(AllAdults.ID, adults.number())), municipalities, unshifted, helpers, traits, topics,
                    holidays, attributes, fitted, Optional.empty(), known);
        });
    }

    /**
     * The variance of a capacity among people of the same target group and categories, in that among all adults: 1 without
     * attributes; 0 or less where the categories differ so much that nothing is left for people to differ by.
     */
    public double varianceLeft(Capacity capacity, Values values) {
        return new CapacityCells(this, capacity, values).variance();
    }

    /**
     * The level, in standard deviations among all adults, below which the measured share of each category lies; empty for
     * a capacity that is tied to none.
     */
    public Optional<Double> commonLevel(Capacity capacity, Values values) {
        return new CapacityCells(this, capacity, values).measured().map(CapacityCells.Measured::level);
    }

    private static final Parameter NO_SHIFT = new Parameter(
            "all-adults-shift", Text.same("0"), Unit.SD,
            new Level(0, 0, 0, EvidenceClass.DERIVED, "Capacities are measured in standard deviations among all adults"),
            Map.of(), new Place("", 0));

    private static Margin amongAdults(Attribute attribute) {
        Parameter among = attribute.amongAdults();
        List<Cell> cells = attribute.categories().stream()
                .map(c -> new Cell(List.of(c.id()), among.level(c.id()).value()))
                .toList();
        Level first = among.level(attribute.categories().get(0).id());
        return new Margin(
                among.label(), List.of(attribute.id()), cells, first.evidence(), first.source(), first.provenance(), among.place());
    }

    /** A target group's name and its number of subjects. */
    public record Group(String id, Parameter number) {}

    /** A trait. @param share the share of a target group that has it */
    public record Trait(String id, Text label, Parameter share, Place place) {}

    /**
     * A municipality.
     *
     * @param code    its official code, such as {@code 0101}
     * @param share   its share of the citizens; the shares sum to 1
     * @param belongs what else its table says of it, by column, such as {@code region} to {@code Hovedstaden}
     */
    public record Municipality(String code, String name, double share, Map<String, String> belongs) {
        public Municipality {
            Checks.between(0, 1, share, "share");
            belongs = Collections.unmodifiableMap(new LinkedHashMap<>(belongs));
        }

        /** A municipality of which nothing else is known. */
        public Municipality(String code, String name, double share) {
            this(code, name, share, Map.of());
        }
    }

    /**
     * Something that every person is exactly one kind of, such as an age band.
     *
     * @param categories  the kinds, in the order of the file
     * @param amongAdults how all adults are spread over them, by category, as shares or persons: what capacities are
     *                    measured among, and how people are spread where no margin says otherwise
     */
    public record Attribute(String id, Text label, List<Category> categories, Parameter amongAdults, Place place) {
        public Attribute {
            categories = List.copyOf(categories);
        }
    }

    /** One kind of an attribute. Its id means nothing else in the scenario. */
    public record Category(String id, Text label) {}

    /**
     * A table that the population is fitted to: how people are spread over some dimensions. Where it names a target group,
     * a municipality or a column of the table of municipalities, it says how those people are spread; how many they are
     * follows from the number of the target groups and the municipalities' shares.
     *
     * @param label      what it is, for a reader
     * @param over       its dimensions: {@link #TARGET_GROUP}, {@link #MUNICIPALITY}, columns of the table of municipalities
     *                   and attributes; at least one attribute
     * @param cells      its lines, in the order of the file
     * @param evidence   the class of the evidence
     * @param source     where it is from
     * @param provenance what else is known of it
     */
    public record Margin(
            Text label, List<String> over, List<Cell> cells, EvidenceClass evidence, String source, Provenance provenance,
            Place place) {

        /** The dimension of target groups, in {@code over}. */
        public static final String TARGET_GROUP = "target-group";
        /** The dimension of municipalities, in {@code over}; in cells their codes stand. */
        public static final String MUNICIPALITY = "municipality";

        public Margin {
            over = List.copyOf(over);
            cells = List.copyOf(cells);
            Checks.that(!over.isEmpty() && !cells.isEmpty(), "margin", over, "a dimension and a cell at least");
        }
    }

    /**
     * A line of a margin.
     *
     * @param of     an id for each of the margin's dimensions, in their order
     * @param amount persons or a share, 0 or more; only its part of the others' counts
     */
    public record Cell(List<String> of, double amount) {
        public Cell {
            of = List.copyOf(of);
            Checks.that(amount >= 0 && Double.isFinite(amount), "amount", amount, "0 or more");
        }
    }

    /**
     * All adults.
     *
     * @param number  how many they are
     * @param margins what they are fitted to besides the municipalities' shares, and the spread of attributes not in them
     */
    public record AllAdults(Parameter number, List<Margin> margins) {

        /** The id of their one target group. */
        public static final String ID = "all-adults";

        public AllAdults {
            margins = List.copyOf(margins);
        }
    }

    /**
     * A published share of people that answers to rights-security groups.
     *
     * @param amongAdults whether it is of all adults; else of those whom the duty binds
     * @param groups      the groups that together answer to it, 1 to 3
     * @param targetGroup the only target group; empty for all
     * @param categories  the categories of one attribute that it is of; empty for everybody
     * @param low         the lowest that the share may be
     * @param high        the highest that it may be
     * @param source      where it is from, and how what was counted differs from the groups
     */
    public record KnownShare(
            Text label, boolean amongAdults, List<Integer> groups, Optional<String> targetGroup, List<String> categories,
            double low, double high, EvidenceClass evidence, String source, Provenance provenance, Place place) {

        public KnownShare {
            groups = List.copyOf(groups);
            categories = List.copyOf(categories);
            Checks.that(!groups.isEmpty(), "groups", groups, "a group at least");
            Checks.that(0 <= low && low <= high && high <= 1, "range", low + ".." + high, "0 <= low <= high <= 1");
        }

        /** Whether a share that a population has is as published. */
        public boolean isMetBy(double share) {
            return low <= share && share <= high;
        }
    }

    /**
     * A capacity.
     *
     * @param shift   how far each target group's mean lies from that of all adults of the same categories, in standard
     *                deviations
     * @param loading its correlation with what all capacities share, 0 to 1, among people of the same cell
     * @param by      by attribute, a parameter by its categories: in standard deviations, what the category adds to the
     *                mean; as shares (one attribute at most), the measured share of each category that lies below one
     *                level common to all
     */
    public record Capacity(
            String id, Text label, Parameter shift, Parameter loading, Map<String, Parameter> by, Place place) {

        public Capacity {
            by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
        }

        /** A capacity that no attribute tells anything of. */
        public Capacity(String id, Text label, Parameter shift, Parameter loading, Place place) {
            this(id, label, shift, loading, Map.of(), place);
        }
    }

    /**
     * A kind of helper. Her level in the capacities she stands in for is
     * <pre>  h(i) = level + likeness F(i) + sqrt(1 - likeness^2) e   (P2)</pre>
     *
     * @param share     the share of citizens that have one of this kind
     * @param loading   the correlation of having one with what the citizen's capacities share, 0 to 1; empty for none:
     *                  then having somebody says nothing of being able
     * @param onlyWhereNone whether only those have one who have nobody of a kind before it; the share is then of them
     * @param among     the categories of one attribute whose people alone have one, such as those who live with others; the
     *                  share is then of them; empty for everybody
     * @param level     the mean of her level, in standard deviations among all adults
     * @param likeness  the correlation of her level with what the citizen's capacities share, 0 to 1
     * @param standsInFor the capacities for which her level counts where it is higher than the citizen's
     * @param hasTime   the chance that she has time on a day when she is not away
     * @param away      the chance that she is away once in a block of 64 days
     * @param awayDays  how many days she is then away
     * @param triesADay how many tries a day she makes at most, over everything she helps with; empty for no limit
     * @param bounds    what else bounds her help
     */
    public record HelperKind(
            String id,
            Text label,
            Parameter share,
            Optional<Parameter> loading,
            boolean onlyWhereNone,
            List<String> among,
            Parameter level,
            Parameter likeness,
            List<String> standsInFor,
            Parameter hasTime,
            Parameter away,
            Parameter awayDays,
            Optional<Parameter> triesADay,
            Bounds bounds,
            Place place) {
        public HelperKind {
            among = List.copyOf(among);
            standsInFor = List.copyOf(standsInFor);
        }
    }

    /**
     * What bounds the help of a kind of helper.
     *
     * @param maySee   by topic, the share of citizens who let such a helper see it; anybody may see what is not named
     * @param dares    by capacity, the percentile of adults that a citizen must reach that day to turn to her
     * @param holidays by holiday, the chance that she is away through all of it
     * @param tires    how she tires; empty where she never does
     * @param access   how she gets in; empty where that is of no interest
     */
    public record Bounds(
            Map<String, Parameter> maySee,
            Map<String, Parameter> dares,
            Map<String, Parameter> holidays,
            Optional<Tiring> tires,
            Optional<Access> access) {

        /** Nothing else. */
        public static final Bounds NONE = new Bounds(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

        public Bounds {
            maySee = Collections.unmodifiableMap(new LinkedHashMap<>(maySee));
            dares = Collections.unmodifiableMap(new LinkedHashMap<>(dares));
            holidays = Collections.unmodifiableMap(new LinkedHashMap<>(holidays));
        }
    }

    /**
     * How a helper tires of helping one citizen.
     *
     * @param by       the share of what is left of her readiness that each try takes, 0 to 1
     * @param halfLife how many days it takes until half of what was taken is back
     */
    public record Tiring(Parameter by, Parameter halfLife) {}

    /**
     * How a helper gets into what is the citizen's.
     *
     * @param lawful the share of such helpers who do it lawfully, beside her or by proxy, rather than with a shared code
     * @param counts the measure in which each thing managed with a shared code is counted
     */
    public record Access(Parameter lawful, String counts) {}

    /** What a citizen may wish to keep to herself, such as her health. */
    public record Topic(String id, Text label, Place place) {}

    /** A holiday of every year. @param to its last day; a day earlier in the year than the first lies in the next year */
    public record Holiday(String id, Text label, MonthDay from, MonthDay to, Place place) {

        /** The year in which the holiday began that a date lies in; empty where it lies outside. */
        public OptionalInt began(LocalDate date) {
            MonthDay day = MonthDay.from(date);
            boolean early = day.compareTo(from) < 0;
            boolean past = day.compareTo(to) > 0;
            if (from.compareTo(to) <= 0) {
                return early || past ? OptionalInt.empty() : OptionalInt.of(date.getYear());
            }
            if (!early) {
                return OptionalInt.of(date.getYear());
            }
            return past ? OptionalInt.empty() : OptionalInt.of(date.getYear() - 1);
        }
    }
}
