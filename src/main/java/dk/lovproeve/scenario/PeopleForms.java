package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec.Access;
import dk.lovproeve.population.PopulationSpec.AllAdults;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Bounds;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Category;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Holiday;
import dk.lovproeve.population.PopulationSpec.KnownShare;
import dk.lovproeve.population.PopulationSpec.Margin;
import dk.lovproeve.population.PopulationSpec.Tiring;
import dk.lovproeve.population.PopulationSpec.Topic;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import dk.lovproeve.procedure.Measure;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Who the citizens are, who helps them, and what a municipality has to serve them with. */
final class PeopleForms {

    private PeopleForms() {}

    private static final Key<Text> CAPACITY_LABEL = label("{da: Digitale færdigheder, en: Digital skills}");
    private static final Key<Text> HELPER_LABEL = label("{da: Familie, en: Family}");
    private static final Key<Text> RESOURCE_LABEL = label("{da: Tider på rådhuset, en: Slots at the town hall}");

    private static Key<Text> label(String example) {
        return Key.required(
                "label", Type.TEXT, "Hvad det er, som læseren får det at vide.", "What it is, as the reader is told.", example);
    }

    // ---- capacities ----

    private static final Key<Parameter> SHIFT = Key.required(
            "shift", Type.parameter(Unit.SD),
            "Hvor langt målgruppens gennemsnit ligger fra alle voksnes, i standardafvigelser. Med by: fra voksne af de samme kategorier.",
            "How far the target group's mean lies from that of all adults, in standard deviations. With by: from adults of the same categories.",
            "digital-shift");
    private static final Key<Parameter> LOADING = Key.required(
            "loading", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget evnen hænger sammen med de andre, som en korrelation fra 0 til 1.",
            "How much the capacity goes together with the others, as a correlation from 0 to 1.",
            "loading");

    private static final Key<Map<String, Parameter>> BY = Key.optional(
                    "by", new Type<>(
                            new Shape.ByReference(Kind.ATTRIBUTE, new Shape.ParameterIn(
                                    List.of(Unit.SD, Unit.SHARE), new Text("by-category for egenskaben", "by-category for the attribute"))),
                            c -> c.referenced(Kind.ATTRIBUTE, each -> each.byCategoryOf(each.key(), Unit.SD, Unit.SHARE)))
                            .checked(PeopleForms::oneMeasured),
                    "Hvordan evnen hænger på egenskaber. I sd: hvad kategorien lægger til gennemsnittet. I share: "
                            + "den målte andel af kategorien, der ligger under ét niveau, som er fælles for alle; gennemsnittene følger af det. Alle voksne beholder gennemsnit 0 og spredning 1.",
                    "How the capacity hangs on attributes. In sd: what the category adds to the mean. In share: "
                            + "the measured share of the category that lies below one level common to all; the means follow from it. All adults keep mean 0 and standard deviation 1.",
                    "{age: challenged-by-age}")
            .or(Map.of(), "den hænger ikke på egenskaber", "it does not hang on attributes");

    static final Form<Capacity> CAPACITY = Form.named(
                    "capacity",
                    "En evne, som pligten kræver noget af, og som folk har mere eller mindre af.",
                    "A capacity that the duty asks something of, and that people have more or less of.")
            .keys(CAPACITY_LABEL, SHIFT, LOADING, BY)
            .makes(f -> new Capacity(f.id(), f.get(CAPACITY_LABEL), f.get(SHIFT), f.get(LOADING), f.get(BY), f.place()));

    /** Two measured shares of one capacity would each ask for the means alone; and nobody can be tied to 0 or to 1. */
    private static void oneMeasured(Cursor by, Map<String, Parameter> read) {
        List<String> measured = new ArrayList<>();
        read.forEach((attribute, parameter) -> {
            if (by.binding().isKnown(parameter) && parameter.unit() == Unit.SHARE) {
                measured.add(attribute);
                boolean certain = Stream.concat(Stream.ofNullable(parameter.general()), parameter.byGroup().values().stream())
                        .anyMatch(level -> level.low() <= 0 || level.high() >= 1);
                if (certain) {
                    by.maybe(attribute).ifPresent(c -> c.fail(
                            new Text(parameter.id() + ", der kan være 0 eller 1", parameter.id() + ", which can be 0 or 1"),
                            new Text("andele over 0 og under 1", "shares above 0 and below 1"), ""));
                }
            }
        });
        measured.stream().skip(1).forEach(attribute -> by.maybe(attribute).ifPresent(c -> c.fail(
                new Text("målte andele også efter " + attribute, "measured shares by " + attribute + " too"),
                new Text("målte andele (share) efter én egenskab, andre i sd", "measured shares (share) by one attribute, others in sd"), "")));
    }

    // ---- attributes ----

    private static final Key<Text> ATTRIBUTE_LABEL = label("{da: Alder, en: Age}");
    private static final Key<List<Category>> CATEGORIES = Key.required(
            "categories", new Type<>(
                    new Shape.ByWord(new Text("nye id'er, som ikke betyder andet", "new ids that mean nothing else"), Type.TEXT.shape()),
                    c -> c.declared().stream().map(each -> new Category(each.key(), Type.TEXT.read(each))).toList())
                    .checked(PeopleForms::ownNames),
            "De slags, som hver person er én af.",
            "The kinds that each person is one of.",
            "{age-18-29: {da: 18-29 år, en: 18-29 years}, age-30-up: {da: 30 år og over, en: 30 years and up}}");
    private static final Key<Parameter> AMONG_ADULTS = Key.required(
            "among-adults", new Type<>(
                    new Shape.ParameterIn(List.of(Unit.SHARE, Unit.PERSONS), new Text("by-category for egenskaben", "by-category for the attribute")),
                    c -> c.byCategoryOf(c.enclosing(Kind.ATTRIBUTE), Unit.SHARE, Unit.PERSONS)),
            "Hvordan alle voksne er fordelt på kategorierne, som andele eller personer. Det er dem, evner måles iblandt.",
            "How all adults are spread over the categories, as shares or persons. They are whom capacities are measured among.",
            "adults-by-age");

    static final Form<Attribute> ATTRIBUTE = Form.named(
                    "attribute",
                    "En egenskab, som befolkningen er fordelt på ud over målgruppe og kommune: alder, herkomst, husstand.",
                    "An attribute that the population is spread over besides target group and municipality: age, origin, household.")
            .keys(ATTRIBUTE_LABEL, CATEGORIES, AMONG_ADULTS)
            .makes(f -> new Attribute(f.id(), f.get(ATTRIBUTE_LABEL), f.get(CATEGORIES), f.get(AMONG_ADULTS), f.place()));

    private static void ownNames(Cursor categories, List<Category> all) {
        String attribute = categories.enclosing(Kind.ATTRIBUTE);
        Binding binding = categories.binding();
        if (all.isEmpty() && !categories.isScalar() && !categories.isList()) {
            categories.fail(new Text("en kategori eller flere", "one category or more"));
        }
        for (Cursor each : categories.declared()) {
            boolean taken = binding.declared(Kind.TARGET_GROUP).contains(each.key())
                    || each.key().equals(AllAdults.ID)
                    || !attribute.equals(binding.attributeOfCategory().get(each.key()));
            if (taken) {
                each.fail(
                        Text.same(each.key()),
                        new Text("et navn, som ingen målgruppe eller anden kategori har", "a name that no target group and no other category has"), "");
            }
        }
    }

    // ---- margins ----

    private static final Key<Text> MARGIN_LABEL = label("{da: Alder efter målgruppe, en: Age by target group}");
    private static final Key<List<String>> OVER = Key.required(
            "over", new Type<>(
                    new Shape.Items(new Shape.Words(new Text(
                            "target-group, municipality, en egenskab eller en kolonne i kommunetabellen",
                            "target-group, municipality, an attribute or a column of the table of municipalities"))),
                    c -> c.once(Cursor::word)),
            "Tabellens dimensioner, som er navnene på dens første kolonner: egenskaber (mindst én), target-group, municipality "
                    + "og kolonner i kommunetabellen, såsom region.",
            "The dimensions of the table, which are the names of its first columns: attributes (at least one), target-group, "
                    + "municipality and columns of the table of municipalities, such as region.",
            "[target-group, age]");
    private static final Key<String> TABLE = Key.required(
            "table", new Type<>(new Shape.FileName(".csv"), Cursor::word),
            "Filen med tabellen: en kolonne for hver dimension, og share eller persons. Med share summer hver målgruppe, "
                    + "kommune eller region, som tabellen nævner, til 1; nævner den ingen, summer det hele til 1. Med persons tæller kun forholdet mellem dem.",
            "The file of the table: a column for each dimension, and share or persons. With share, each target group, "
                    + "municipality or region that the table names sums to 1; where it names none, the whole does. With persons only their proportions count.",
            "age-by-group.csv");
    private static final Key<EvidenceClass> CLASS = Key.required(
            "class", Type.oneOf(EvidenceClass.values(), EvidenceClass::key, EvidenceClass::label),
            "Hvad slags belæg tabellen har.",
            "What kind of support the table has.",
            "observed");
    private static final Key<String> SOURCE = Key.required(
            "source", Type.words("hvor tabellen er fra", "where the table is from"),
            "Hvor tabellen er fra.",
            "Where the table is from.",
            "\"Danmarks Statistik, FOLK1A\"");

    static final Form<Optional<Margin>> MARGIN = Form.named(
                    "margin",
                    "En tabel, som befolkningen tilpasses. Tallene er i en fil for sig.",
                    "A table that the population is fitted to. The numbers are in a file of their own.")
            .keys(MARGIN_LABEL, OVER, TABLE, CLASS, SOURCE)
            .part(ParameterForms.PROVENANCE)
            .makes(f -> {
                List<String> over = f.get(OVER);
                Text label = f.get(MARGIN_LABEL);
                EvidenceClass evidence = f.get(CLASS);
                String source = f.get(SOURCE);
                Provenance provenance = f.get(ParameterForms.PROVENANCE);
                f.leave(TABLE);
                return f.at(TABLE).flatMap(table -> f.at(OVER).map(c -> f.cursor().binding().cells(table, c, over)))
                        .filter(cells -> !cells.isEmpty())
                        .map(cells -> new Margin(label, over, cells, evidence, source, provenance, f.place()));
            });

    private static final Key<Parameter> ADULTS = Key.required(
            "number", Type.common(Unit.PERSONS),
            "Hvor mange de er.",
            "How many they are.",
            "adults");
    private static final Key<List<Optional<Margin>>> ADULTS_MARGINS = Key.optional(
                    "margins", Type.listOf(Type.mapping(MARGIN)),
                    "Tabeller, de tilpasses, ud over kommunernes andele. En egenskab, som ingen af dem nævner, er fordelt som among-adults. Kan ikke nævne target-group.",
                    "Tables that they are fitted to besides the municipalities' shares. An attribute that none of them names is spread as among-adults. May not name target-group.",
                    "[{label: {da: Alder efter region, en: Age by region}, over: [region, age], table: age-by-region.csv, class: observed, source: A register}]")
            .or(List.of(), "ingen", "none");

    // ---- published shares ----

    private static final Key<Text> KNOWN_LABEL = label("{da: Digitalt udsatte, en: Digitally vulnerable}");
    private static final Key<Boolean> AMONG = Key.optional(
                    "among", Type.oneOf(
                            new Boolean[] {true, false}, adults -> adults ? AllAdults.ID : "affected",
                            adults -> adults ? new Text("alle voksne", "all adults") : new Text("dem, pligten binder", "those whom the duty binds")),
                    "Hvem andelen er af. all-adults kræver nøglen all-adults.",
                    "Whom the share is of. all-adults needs the key all-adults.",
                    "affected")
            .or(true, "all-adults", "all-adults");
    private static final Key<List<Integer>> KNOWN_GROUPS = Key.required(
            "groups", new Type<>(
                    new Shape.Items(Type.oneOf(new Integer[] {1, 2, 3}, String::valueOf, g -> new Text("gruppe " + g, "group " + g)).shape()),
                    c -> c.once(each -> each.oneOf(new Integer[] {1, 2, 3}, String::valueOf))),
            "De retssikkerhedsgrupper, der tilsammen svarer til andelen, efter evnerne alene og det, som pligtens egne trin beder om.",
            "The rights-security groups that together answer to the share, by capacities alone and what the duty's own steps demand.",
            "[2, 3]");
    private static final Key.Maybe<String> KNOWN_TARGET_GROUP = Key.optional(
                    "target-group", Type.reference(Kind.TARGET_GROUP),
                    "Den ene målgruppe, andelen er af; kun med among: affected.",
                    "The one target group that the share is of; only with among: affected.",
                    "insured")
            .otherwise("alle", "all");
    private static final Key<List<String>> KNOWN_CATEGORIES = Key.optional(
                    "categories", new Type<>(
                            new Shape.Items(new Shape.Words(new Text("en kategori af en egenskab", "a category of an attribute"))),
                            c -> c.once(PeopleForms::category)),
                    "De kategorier, andelen er af: alle af samme egenskab.",
                    "The categories that the share is of: all of the same attribute.",
                    "[age-75-79, age-80-84]")
            .or(List.of(), "alle", "all");
    private static final Text SHARE_BOUNDS = new Text("et tal fra 0 til 1 (en andel)", "a number from 0 to 1 (a share)");
    private static final Key<Double> KNOWN_LOW = Key.required(
            "low", new Type<>(new Shape.Number(SHARE_BOUNDS), c -> c.number(0, 1, SHARE_BOUNDS)),
            "Det laveste, andelen kan være.",
            "The lowest that the share may be.",
            "0.17");
    private static final Key<Double> KNOWN_HIGH = Key.required(
            "high", new Type<>(new Shape.Number(SHARE_BOUNDS), c -> c.number(0, 1, SHARE_BOUNDS)),
            "Det højeste, andelen kan være.",
            "The highest that the share may be.",
            "0.22");

    static final Form<KnownShare> KNOWN_SHARE = Form.named(
                    "known-share",
                    "En offentliggjort andel, som grupperne holdes op imod. Er noget i modellen sat efter den, så sig det i label. Den er opfyldt, når modellens andel ligger fra low til high.",
                    "A published share that the groups are held against. Where something in the model is set to it, say so in label. It is met when the model's share lies from low to high.")
            .keys(KNOWN_LABEL, AMONG, KNOWN_GROUPS, KNOWN_TARGET_GROUP, KNOWN_CATEGORIES, KNOWN_LOW, KNOWN_HIGH, CLASS, SOURCE)
            .part(ParameterForms.PROVENANCE)
            .makes(PeopleForms::known);

    private static KnownShare known(Form.Fields f) {
        boolean adults = f.get(AMONG);
        Optional<String> targetGroup = f.get(KNOWN_TARGET_GROUP);
        List<Integer> groups = f.get(KNOWN_GROUPS);
        List<String> categories = f.get(KNOWN_CATEGORIES);
        double low = f.get(KNOWN_LOW);
        double high = f.get(KNOWN_HIGH);
        Binding binding = f.cursor().binding();
        if (adults && f.cursor().isThere() && !binding.root.entries().containsKey(AllAdults.ID)) {
            f.cursor().fail(
                    new Text("en andel af alle voksne uden all-adults", "a share of all adults without all-adults"),
                    new Text("all-adults, eller among: affected", "all-adults, or among: affected"), "");
        }
        if (adults && targetGroup.isPresent()) {
            f.at(KNOWN_TARGET_GROUP).ifPresent(c -> c.fail(
                    new Text("en målgruppe blandt alle voksne", "a target group among all adults"),
                    new Text("target-group kun med among: affected", "target-group only with among: affected"), ""));
        }
        if (f.has(KNOWN_GROUPS) && groups.isEmpty()) {
            f.at(KNOWN_GROUPS).ifPresent(c -> c.fail(new Text("en gruppe eller flere", "one group or more")));
        }
        Map<String, String> attributes = binding.attributeOfCategory();
        if (categories.stream().map(attributes::get).filter(Objects::nonNull).distinct().count() > 1) {
            f.at(KNOWN_CATEGORIES).ifPresent(c -> c.fail(
                    new Text("kategorier af flere egenskaber", "categories of several attributes"),
                    new Text("kategorier af én egenskab", "categories of one attribute"), ""));
        }
        if (low > high) {
            f.cursor().fail(
                    Text.same("low: " + Said.number(low) + ", high: " + Said.number(high)), Text.same("low <= high"), "");
        }
        return new KnownShare(
                f.get(KNOWN_LABEL), adults, groups.isEmpty() ? List.of(1) : groups, targetGroup, categories,
                Math.min(low, high), high, f.get(CLASS), f.get(SOURCE), f.get(ParameterForms.PROVENANCE), f.place());
    }

    private static String category(Cursor c) {
        Map<String, String> attributes = c.binding().attributeOfCategory();
        if (!attributes.containsKey(c.word())) {
            c.fail(
                    new Text("en kategori, der står under attributes", "a category that stands under attributes"),
                    Nearest.of(c.word(), attributes.keySet()).orElse(""));
        }
        return c.word();
    }

    static final Form<AllAdults> ALL_ADULTS = Form.named(
                    "all-adults",
                    "Alle voksne, ved siden af dem, pligten binder. For dem gælder parametrenes almindelige værdier, og evnernes shift er 0.",
                    "All adults, beside those whom the duty binds. For them the parameters' general values hold, and the capacities' shift is 0.")
            .keys(ADULTS, ADULTS_MARGINS)
            .makes(f -> {
                List<Margin> margins = f.get(ADULTS_MARGINS).stream().flatMap(Optional::stream).toList();
                margins.stream().filter(margin -> margin.over().contains(Margin.TARGET_GROUP)).findFirst().ifPresent(
                        margin -> f.at(ADULTS_MARGINS).ifPresent(c -> c.fail(
                                new Text("en tabel over target-group", "a table over target-group"),
                                new Text("tabeller uden target-group: alle voksne er én gruppe", "tables without target-group: all adults are one group"), "")));
                return new AllAdults(f.get(ADULTS), margins);
            });

    // ---- helpers ----

    private static final Key<Parameter> SHARE = Key.required(
            "share", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Andelen, der har en af denne slags.",
            "The share that has one of this kind.",
            "family-share");
    private static final Key.Maybe<Parameter> TIE_LOADING = Key.optional(
                    "loading", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
                    "Hvor meget det at have en hænger sammen med, hvad borgeren selv kan, som en korrelation fra 0 til 1.",
                    "How much having one goes together with what the citizen can do herself, as a correlation from 0 to 1.",
                    "family-loading")
            .otherwise("slet ikke: den, der kan mindst, har lige så tit en", "not at all: those who can least have one as often");
    private static final Key<Boolean> ONLY_WHERE_NONE = Key.optional(
                    "only-where-none", Type.YES_OR_NO,
                    "Om kun de har en, der ingen har af slagsene før den i filen. Andelen er så af dem.",
                    "Whether only those have one who have nobody of the kinds before it in the file. The share is then of them.",
                    "true")
            .or(false, "false", "false");
    private static final Text A_CATEGORY = new Text("en kategori, der står under attributes", "a category that stands under attributes");
    private static final Key<List<String>> ONLY_AMONG = Key.optional(
                    "among", new Type<>(new Shape.Items(new Shape.Words(A_CATEGORY)), Cursor::categoriesOfOne),
                    "De kategorier af én egenskab, hvis folk alene har en af denne slags. Andelen er så af dem.",
                    "The categories of one attribute whose people alone have one of this kind. The share is then of them.",
                    "[lives-with-others]")
            .or(List.of(), "alle", "everybody");
    private static final Key<Parameter> LEVEL = Key.required(
            "level", Type.parameter(Unit.SD),
            "Hjælperens gennemsnitlige niveau, i standardafvigelser blandt alle voksne.",
            "The helper's mean level, in standard deviations among all adults.",
            "family-level");
    private static final Key<Parameter> LIKENESS = Key.required(
            "likeness", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget hjælperen ligner den, hun hjælper, som en korrelation fra 0 til 1.",
            "How much the helper is like the one she helps, as a correlation from 0 to 1.",
            "family-likeness");
    private static final Key<List<String>> STANDS_IN_FOR = Key.required(
            "stands-in-for", Type.references(Kind.CAPACITY),
            "De evner, hvor hjælperens niveau tæller, når det er højere end borgerens.",
            "The capacities in which the helper's level counts where it is higher than the citizen's.",
            "[digital, language]");
    private static final Key<Parameter> HAS_TIME = Key.required(
            "has-time", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at hjælperen har tid på en dag, hvor hun ikke er væk.",
            "The chance that the helper has time on a day when she is not away.",
            "family-time");
    private static final Key<Parameter> AWAY = Key.required(
            "away", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at hjælperen er væk én gang i løbet af 64 dage.",
            "The chance that the helper is away once in the course of 64 days.",
            "family-away");
    private static final Key<Parameter> AWAY_DAYS = Key.required(
            "away-days", Type.parameter(Unit.DAYS),
            "Hvor mange dage hun så er væk.",
            "How many days she is then away.",
            "family-away-days");
    private static final Key.Maybe<Parameter> TRIES_A_DAY = Key.optional(
                    "tries-a-day", Type.parameter(Unit.COUNT),
                    "Hvor mange forsøg om dagen hun højst gør, i alt hvad hun hjælper med.",
                    "How many tries a day she makes at most, over everything she helps with.",
                    "family-tries")
            .otherwise("så mange, det skal være", "as many as it takes");

    // ---- what bounds their help ----

    private static final Key<Text> TOPIC_LABEL = label("{da: Helbred, en: Health}");
    private static final Key<Text> HOLIDAY_LABEL = label("{da: Sommerferie, en: Summer holiday}");

    static final Form<Topic> TOPIC = Form.named(
                    "topic",
                    "Noget om en borger, som hun måske ikke lader enhver se.",
                    "Something about a citizen that she may not let anybody see.")
            .keys(TOPIC_LABEL)
            .makes(f -> new Topic(f.id(), f.get(TOPIC_LABEL), f.place()));

    private static final Key<MonthDay> FROM = Key.required(
            "from", monthDay(),
            "Den første dag.",
            "The first day.",
            "07-01");
    private static final Key<MonthDay> TO = Key.required(
            "to", monthDay(),
            "Den sidste dag. Ligger den tidligere på året end den første, er det i det næste år.",
            "The last day. One that lies earlier in the year than the first is in the next year.",
            "07-31");

    static final Form<Holiday> HOLIDAY = Form.named(
                    "holiday",
                    "En tid, hvor mange hjælpere er væk på én gang, hvert år.",
                    "A time when many helpers are away at once, each year.")
            .keys(HOLIDAY_LABEL, FROM, TO)
            .makes(f -> new Holiday(f.id(), f.get(HOLIDAY_LABEL), f.get(FROM), f.get(TO), f.place()));

    private static Type<MonthDay> monthDay() {
        Text what = new Text("en måned og en dag, såsom 07-01 for den 1. juli", "a month and a day, such as 07-01 for 1 July");
        return new Type<>(new Shape.Words(what), c -> {
            try {
                return MonthDay.parse("--" + c.word().strip());
            } catch (DateTimeParseException noDay) {
                c.fail(what);
                return MonthDay.of(1, 1);
            }
        });
    }

    private static final Key<Map<String, Parameter>> MAY_SEE = Key.optional(
                    "may-see", Type.byReference(Kind.TOPIC, Type.parameter(Unit.SHARE, Unit.PROBABILITY)),
                    "Andelen, der lader en hjælper af denne slags se, hvad der hører til emnet. Det trækkes én gang og varer.",
                    "The share that lets a helper of this kind see what belongs to the topic. It is drawn once and lasts.",
                    "{health: family-sees-health}")
            .or(Map.of(), "hun må se det hele; det må hun også, når et emne ikke er nævnt", "she may see it all; so she may where a topic is not named");
    private static final Key<Map<String, Parameter>> DARES = Key.optional(
                    "dares", Type.byReference(Kind.CAPACITY, Type.parameter(Unit.PERCENTILE)),
                    "Hvor højt borgeren skal ligge blandt voksne den dag for at henvende sig til hende.",
                    "How high the citizen must stand among adults that day to turn to her.",
                    "{trust: library-trust}")
            .or(Map.of(), "enhver tør", "anybody dares");
    private static final Key<Map<String, Parameter>> HOLIDAYS = Key.optional(
                    "holidays", Type.byReference(Kind.HOLIDAY, Type.parameter(Unit.PROBABILITY, Unit.SHARE)),
                    "Chancen for, at hun er væk hele ferien, for hver ferie. Det kommer oven i away.",
                    "The chance that she is away through all of the holiday, for each holiday. It comes on top of away.",
                    "{summer: family-summer}")
            .or(Map.of(), "ferier gør ingen forskel", "holidays make no difference");
    private static final Key<Parameter> TIRES_BY = Key.required(
            "by", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Hvor stor en del af det, der er tilbage af hendes overskud, hvert forsøg tager. Chancen for, at hun har tid, ganges med det, der er tilbage.",
            "How large a share of what is left of her readiness each try takes. The chance that she has time is multiplied by what is left.",
            "family-tires");
    private static final Key<Parameter> RESTS = Key.required(
            "half-life", Type.aboveZero(Type.parameter(Unit.DAYS)),
            "Hvor mange dage der går, til halvdelen af det, der er taget, er tilbage.",
            "How many days it takes until half of what was taken is back.",
            "family-rests");
    private static final Form<Tiring> TIRING = Form.named(
                    "tiring",
                    "Hvordan en hjælper bliver træt af at hjælpe den samme.",
                    "How a helper tires of helping the same citizen.")
            .keys(TIRES_BY, RESTS)
            .makes(f -> new Tiring(f.get(TIRES_BY), f.get(RESTS)));
    private static final Key.Maybe<Tiring> TIRES = Key.optional(
                    "tires", Type.mapping(TIRING),
                    "Hvordan hun bliver træt.",
                    "How she tires.",
                    "{by: family-tires, half-life: family-rests}")
            .otherwise("aldrig", "never");
    private static final Key<Parameter> LAWFUL = Key.required(
            "lawful", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Andelen, der hjælper lovligt: ved siden af borgeren eller med fuldmagt. Resten bruger en kode, de ikke må låne.",
            "The share that helps lawfully: beside the citizen or by proxy. The others use a code that they may not borrow.",
            "family-lawful");
    private static final Key<String> SHARED_CODE = Key.required(
            "counts", MeasureForms.measure(Measure.Kind.EVENTS, Measure.Kind.SUBJECTS),
            "Måltallet, der tæller, hvad der lykkes med en lånt kode. Registrene ser det ikke.",
            "The measure that counts what is managed with a borrowed code. The registers do not see it.",
            "shared-code");
    private static final Form<Access> ACCESS_FORM = Form.named(
                    "access",
                    "Hvordan en hjælper får adgang til det, der er borgerens.",
                    "How a helper gets into what is the citizen's.")
            .keys(LAWFUL, SHARED_CODE)
            .makes(f -> new Access(f.get(LAWFUL), f.get(SHARED_CODE)));
    private static final Key.Maybe<Access> ACCESS = Key.optional(
                    "access", Type.mapping(ACCESS_FORM),
                    "Hvordan hun får adgang.",
                    "How she gets in.",
                    "{lawful: family-lawful, counts: shared-code}")
            .otherwise("det tælles ikke", "it is not counted");

    static final Form<HelperKind> HELPER = Form.named(
                    "helper",
                    "En slags hjælper, som en borger kan have. En borger har højst én af hver slags; ved et forsøg hjælper den bedste af dem, der er der.",
                    "A kind of helper that a citizen may have. A citizen has one of each kind at most; at a try the best of those who are there helps.")
            .keys(HELPER_LABEL, SHARE, TIE_LOADING, ONLY_WHERE_NONE, ONLY_AMONG, LEVEL, LIKENESS, STANDS_IN_FOR, HAS_TIME, AWAY, AWAY_DAYS, TRIES_A_DAY, MAY_SEE, DARES, HOLIDAYS, TIRES,
                    ACCESS)
            .makes(f -> new HelperKind(
                    f.id(), f.get(HELPER_LABEL), f.get(SHARE), f.get(TIE_LOADING), f.get(ONLY_WHERE_NONE), f.get(ONLY_AMONG), f.get(LEVEL), f.get(LIKENESS), f.get(STANDS_IN_FOR),
                    f.get(HAS_TIME), f.get(AWAY), f.get(AWAY_DAYS), f.get(TRIES_A_DAY),
                    new Bounds(f.get(MAY_SEE), f.get(DARES), f.get(HOLIDAYS), f.get(TIRES), f.get(ACCESS)), f.place()));

    // ---- what serves them ----

    private static final Key<Parameter> SUBJECTS_EACH = Key.required(
            "subjects-each", Type.aboveZero(Type.common(Unit.PERSONS, Unit.COUNT)),
            "Hvor mange subjekter én sagsbehandler har.",
            "How many subjects one caseworker has.",
            "caseload");
    private static final Key<Parameter> CULTURE = Key.required(
            "culture", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget af forskellen på sagsbehandlere der er kommunens, som en korrelation fra 0 til 1.",
            "How much of the difference between caseworkers is the municipality's, as a correlation from 0 to 1.",
            "culture");
    private static final Key<Parameter> TURNOVER = Key.required(
            "turnover", Type.common(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at et subjekt får en ny sagsbehandler i et kvartal (91 dage).",
            "The chance that a subject gets a new caseworker in a quarter (91 days).",
            "turnover");

    static final Form<Caseworkers> CASEWORKERS = Form.named(
                    "caseworkers",
                    "Hvor forskellige sagsbehandlere er, og hvor tit man får en ny. Det tæller, hvor en afgørelse har discretion.",
                    "How caseworkers differ, and how often one gets a new one. It counts where a decision has discretion.")
            .keys(SUBJECTS_EACH, CULTURE, TURNOVER)
            .makes(f -> new Caseworkers(f.get(SUBJECTS_EACH), f.get(CULTURE), f.get(TURNOVER)));

    private static final Key<Parameter> SUPPLY = Key.required(
            "supply", Type.common(Unit.PER_1000_A_DAY),
            "Hvor meget der kommer hver åben dag for hver 1.000 subjekter i kommunen.",
            "How much appears each open day for every 1,000 subjects of the municipality.",
            "slots-supply");
    private static final Key<Parameter> KEEPS_DAYS = Key.required(
            "keeps-days", Type.aboveZero(Type.common(Unit.DAYS)),
            "Hvor mange dage det, der ikke bruges, kan bruges: 1 er kun samme dag.",
            "For how many days what is not used can still be used: 1 is the same day only.",
            "slots-days");
    private static final Key<Parameter> VARIES = Key.required(
            "varies", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor forskellige kommunerne er: med 0,3 har hver mellem 70 og 130 procent af det.",
            "How much municipalities differ: with 0.3 each has between 70 and 130 per cent of it.",
            "slots-vary");
    private static final Key<Boolean> WEEKDAYS_ONLY = Key.required(
            "weekdays-only", Type.YES_OR_NO,
            "Om der intet er lørdag og søndag.",
            "Whether there is none on Saturdays and Sundays.",
            "true");

    static final Form<Resource> RESOURCE = Form.named(
                    "resource",
                    "Noget, der kan slippe op i en kommune: tider, linjer, hænder.",
                    "Something that can run out in a municipality: slots, lines, hands.")
            .keys(RESOURCE_LABEL, SUPPLY, KEEPS_DAYS, VARIES, WEEKDAYS_ONLY)
            .makes(f -> new Resource(
                    f.id(), f.get(RESOURCE_LABEL), f.get(SUPPLY), f.get(KEEPS_DAYS), f.get(VARIES), f.get(WEEKDAYS_ONLY), f.place()));
}
