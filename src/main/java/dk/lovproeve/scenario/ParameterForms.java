package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Confidence;
import dk.lovproeve.evidence.Distribution;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The numbers of the model, each with its range and where it is from. */
final class ParameterForms {

    private ParameterForms() {}

    private static final Text BOUNDS = new Text(
            "et tal med decimalpunktum, inden for det, parameterens enhed tillader",
            "a number with a decimal point, within what the parameter's unit allows");

    /** A number in the unit of the parameter it stands in; empty where there is none. */
    private static final Type<Optional<Double>> NUMBER =
            new Type<>(new Shape.Number(BOUNDS), c -> unit(c).flatMap(c::number));

    private static final Type<EvidenceClass> ANY_CLASS =
            Type.oneOf(EvidenceClass.values(), EvidenceClass::key, ParameterForms::meaning);
    /** The class of evidence; empty where the word is none, which has been reported. */
    private static final Type<Optional<EvidenceClass>> EVIDENCE = new Type<>(
            ANY_CLASS.shape(), c -> Optional.of(ANY_CLASS.read(c)).filter(read -> read.key().equals(c.word())));

    private static final Key.Maybe<Text> LABEL = Key.optional(
                    "label", Type.TEXT,
                    "Hvad tallet er.",
                    "What the number is.",
                    "{da: Ventetid på telefonen, en: Wait on the phone}")
            .otherwise("kræves, medmindre fact står der: så kendsgerningens", "required unless fact is there: then the fact's");
    private static final Type<Unit> ANY_UNIT = Type.oneOf(Unit.values(), Unit::key, ParameterForms::meaning);
    /** The unit; empty where the word is none, which has been reported. */
    private static final Key.Maybe<Optional<Unit>> UNIT = Key.optional(
                    "unit", new Type<>(
                            ANY_UNIT.shape(), c -> Optional.of(ANY_UNIT.read(c)).filter(read -> read.key().equals(c.word()))),
                    "Hvad tallet tæller. Enheden siger, hvor parameteren kan bruges, og hvad tallet højst og mindst kan være.",
                    "What the number counts. The unit says where the parameter can be used, and its bounds.",
                    "minutes")
            .otherwise("kræves, medmindre fact står der: så kendsgerningens", "required unless fact is there: then the fact's");

    /** A fact of the shared files; empty where there is none, which has been reported. */
    private static final Type<Optional<Parameter>> KNOWN = new Type<>(
            new Shape.Words(new Text(
                    "id på en [kendsgerning](#facts-shared) i de fælles filer", "the id of a [fact](#facts-shared) in the shared files")),
            c -> c.binding().sharedFact(c));
    private static final Key.Maybe<Optional<Parameter>> FACT = Key.optional(
                    "fact", KNOWN,
                    "Tallet er en kendsgerning i de fælles filer. Tal, interval, klasse, kilde og alt andet, der vides om det, "
                            + "tages derfra, og intet af det står her. Enheden skal passe; en andel kan også være en chance eller en percentil.",
                    "The number is a fact in the shared files. Number, range, class, source and all else that is known of it "
                            + "are taken from there, and nothing of it stands here. The unit must fit; a share may also be a chance or a percentile.",
                    "lit-low-2023")
            .otherwise("tallet står her", "the number stands here");
    private static final Key.Maybe<Optional<Double>> VALUE = Key.optional(
                    "value", NUMBER,
                    "Det centrale tal, som modellen regner med.",
                    "The central number, which the model calculates with.",
                    "12")
            .otherwise("kræves, medmindre fact, by-group eller by-category står der", "required unless fact, by-group or by-category is there");
    private static final Key.Maybe<Optional<Double>> GROUP_VALUE = Key.optional(
                    "value", NUMBER,
                    "Det centrale tal for målgruppen eller kategorien.",
                    "The central number for the target group or the category.",
                    "15")
            .otherwise("kræves, medmindre fact står der", "required unless fact is there");
    private static final Key.Maybe<Optional<Double>> LOW = Key.optional(
                    "low", NUMBER,
                    "Det laveste, tallet kan tænkes at være.",
                    "The lowest that the number may plausibly be.",
                    "8")
            .otherwise("value, når class er observed eller derived, og det yderste af outcomes; ellers kræves den", "value when class is observed or derived, and the outermost of outcomes; otherwise required");
    private static final Key.Maybe<Optional<Double>> HIGH = Key.optional(
                    "high", NUMBER,
                    "Det højeste, tallet kan tænkes at være.",
                    "The highest that the number may plausibly be.",
                    "20")
            .otherwise("value, når class er observed eller derived, og det yderste af outcomes; ellers kræves den", "value when class is observed or derived, and the outermost of outcomes; otherwise required");
    private static final Key.Maybe<Optional<EvidenceClass>> CLASS = Key.optional(
                    "class", EVIDENCE,
                    "Hvad slags belæg tallet har.",
                    "What kind of support the number has.",
                    "reported")
            .otherwise("kræves, hvor value står; i by-group og by-category gælder parameterens egen", "required beside value; in by-group and by-category the parameter's own holds");
    private static final Key.Maybe<String> SOURCE = Key.optional(
                    "source", Type.words("hvor tallet er fra", "where the number is from"),
                    "Hvor tallet er fra: statistikken, rapporten, eller at der ingen kilde er.",
                    "Where the number is from: the statistic, the report, or that there is no source.",
                    "\"STAR, Jobindsats 2024\"")
            .otherwise("kræves, hvor value står; i by-group og by-category gælder parameterens egen", "required beside value; in by-group and by-category the parameter's own holds");

    private static final Key.Maybe<Text> POPULATION = Key.optional(
                    "population", Type.TEXT,
                    "Hvem eller hvad tallet er målt på.",
                    "Whom or what the number was measured on.",
                    "{da: 16-65-årige i Danmark, en: people of 16-65 in Denmark}")
            .otherwise("det fortælles ikke", "it is not told");
    private static final Key.Maybe<String> YEAR = Key.optional(
                    "year", Type.words("året eller perioden", "the year or the period"),
                    "Det år eller den periode, tallet er fra.",
                    "The year or the period that the number is of.",
                    "2022-23")
            .otherwise("det fortælles ikke", "it is not told");
    private static final Key.Maybe<Confidence> CONFIDENCE = Key.optional(
                    "confidence", Type.oneOf(Confidence.values(), Confidence::key, Confidence::label),
                    "Hvor meget tillid man kan have til tallet for dem, det er målt på.",
                    "How far the number may be trusted for those it was measured on.",
                    "medium")
            .otherwise("det fortælles ikke", "it is not told");
    private static final Key.Maybe<String> PLACE = Key.optional(
                    "place", Type.words("et sted i kilden", "a place in the source"),
                    "Hvor i kilden tallet står: side, tabel eller afsnit.",
                    "Where in the source the number stands: page, table or section.",
                    "\"s. 14, tabel 3\"")
            .otherwise("det fortælles ikke", "it is not told");
    private static final Key.Maybe<String> URL = Key.optional(
                    "url", Type.words("en adresse", "an address"),
                    "Hvor kilden findes på nettet.",
                    "Where the source is found on the web.",
                    "https://www.dst.dk")
            .otherwise("det fortælles ikke", "it is not told");
    private static final Key<List<String>> RESTS_ON = Key.optional(
                    "rests-on", Type.references(KNOWN.as(fact -> fact.map(Parameter::id).orElse(Binding.UNKNOWN))),
                    "De kendsgerninger i de fælles filer, tallet hviler på, når det er regnet ud af dem eller skønnet efter dem.",
                    "The facts in the shared files that the number rests on, when it is worked out or judged from them.",
                    "[lit-low-2023, lit-low-2012]")
            .or(List.of(), "ingen", "none");
    private static final List<Key<?>> KNOWN_OF_IT = List.of(POPULATION, YEAR, CONFIDENCE, PLACE, URL, RESTS_ON);

    static final Form<Provenance> PROVENANCE = Form.named(
                    "provenance",
                    "Hvad man ved om et tal ud over, hvor det er fra. Modellen regner ikke med det. "
                            + "En målgruppe, der ikke har sin egen source, får parameterens.",
                    "What is known of a number besides where it is from. The model does not reckon with it. "
                            + "A target group that has no source of its own gets the parameter's.")
            .keys(POPULATION, YEAR, CONFIDENCE, PLACE, URL, RESTS_ON)
            .makes(f -> new Provenance(
                    f.get(POPULATION), f.get(YEAR), f.get(CONFIDENCE), f.get(PLACE), f.get(URL), Optional.empty(),
                    f.get(RESTS_ON)));

    // ---- how likely the values of the range are ----

    /** The words for a distribution. */
    private enum Spread {
        TRIANGULAR("triangular", new Text(
                "sandsynligst ved value, og jævnt mindre mod low og high",
                "likeliest at value, and evenly less so towards low and high")),
        UNIFORM("uniform", new Text("alle tal fra low til high lige sandsynlige", "all numbers from low to high equally likely")),
        PERT("pert", new Text(
                "som triangular, men samlet tættere om value: gennemsnittet er (low + 4 value + high) / 6",
                "as triangular, but closer about value: the mean is (low + 4 value + high) / 6")),
        BETA("beta", new Text(
                "en andel, der er målt på observations: jo flere, jo tættere om value; skåret af ved low og high",
                "a share that was measured on observations: the more, the closer about value; cut off at low and high")),
        LOGNORMAL("lognormal", new Text(
                "skæv: lige så sandsynligt dobbelt som halvt så stort som value; skåret af ved low og high",
                "skewed: as likely twice as half as large as value; cut off at low and high")),
        DISCRETE("discrete", new Text("et af tallene i outcomes", "one of the numbers in outcomes"));

        private final String key;
        private final Text meaning;

        Spread(String key, Text meaning) {
            this.key = key;
            this.meaning = meaning;
        }
    }

    private static final Key.Maybe<Spread> DISTRIBUTION = Key.optional(
                    "distribution", Type.oneOf(Spread.values(), spread -> spread.key, spread -> spread.meaning),
                    "Hvor sandsynlige tallene fra low til high er, når parametrene trækkes.",
                    "How likely the numbers from low to high are, when parameters are drawn.",
                    "pert")
            .otherwise("triangular; i by-group gælder parameterens egen", "triangular; in by-group the parameter's own holds");
    private static final Text MANY = new Text("et tal over 0: hvor mange der blev målt", "a number above 0: how many were measured");
    private static final Key.Maybe<Double> OBSERVATIONS = Key.optional(
                    "observations", new Type<>(new Shape.Number(MANY), c -> c.number(Double.MIN_VALUE, 1e12, MANY)),
                    "Hvor mange andelen er målt på.",
                    "How many the share was measured on.",
                    "1200")
            .otherwise("kræves ved beta og står kun dér", "required beside beta, and stands only there");
    private static final Text CHANCE =
            new Text("en sandsynlighed fra 0 til 1; de skal summe til 1", "a probability from 0 to 1; they must sum to 1");
    private static final Key.Maybe<Map<Double, Double>> OUTCOMES = Key.optional(
                    "outcomes", new Type<>(
                            new Shape.ByWord(new Text("et tal i parameterens enhed", "a number in the parameter's unit"), new Shape.Number(CHANCE)),
                            ParameterForms::outcomes),
                    "De tal, parameteren kan være, hver med sin sandsynlighed. value er et af dem.",
                    "The numbers that the parameter may be, each with its probability. value is one of them.",
                    "{0: 0.2, 1: 0.8}")
            .otherwise("kræves ved discrete og står kun dér", "required beside discrete, and stands only there");

    /** Empty where the parameter says nothing of it, or says it wrongly, which has been reported. */
    private static final Form<Optional<Distribution>> SPREAD = Form.named(
                    "spread",
                    "Hvor sandsynlige de tænkelige tal er. Uden det gælder triangular.",
                    "How likely the plausible numbers are. Without it triangular holds.")
            .keys(DISTRIBUTION, OBSERVATIONS, OUTCOMES)
            .makes(ParameterForms::distribution);

    private static Optional<Distribution> distribution(Form.Fields f) {
        Optional<Spread> spread = f.get(DISTRIBUTION);
        boolean beta = spread.filter(one -> one == Spread.BETA).isPresent();
        boolean discrete = spread.filter(one -> one == Spread.DISCRETE).isPresent();
        Optional<Double> observations = beta ? Optional.of(f.require(OBSERVATIONS)) : only(f, OBSERVATIONS, "beta");
        Optional<Map<Double, Double>> outcomes = discrete ? Optional.of(f.require(OUTCOMES)) : only(f, OUTCOMES, "discrete");
        return spread.flatMap(one -> switch (one) {
            case TRIANGULAR -> Optional.of(Distribution.TRIANGULAR);
            case UNIFORM -> Optional.of(new Distribution.Uniform());
            case PERT -> Optional.of(new Distribution.Pert());
            case BETA -> observations.filter(n -> n > Double.MIN_VALUE).map(Distribution.Beta::new);
            case LOGNORMAL -> Optional.of(new Distribution.Lognormal());
            case DISCRETE -> outcomes.filter(some -> !some.isEmpty()).map(Distribution.Discrete::new);
        });
    }

    /** Nothing, and a failure where there is something: it says something of another distribution only. */
    private static <T> Optional<T> only(Form.Fields f, Key<Optional<T>> key, String distribution) {
        f.leave(key);
        f.at(key).ifPresent(there -> there.fail(
                new Text(key.name() + " uden distribution: " + distribution, key.name() + " without distribution: " + distribution),
                new Text(key.name() + " kun ved " + distribution, key.name() + " only beside " + distribution), ""));
        return Optional.empty();
    }

    /** Numbers with probabilities that sum to 1; none where something is wrong, which is reported. */
    private static Map<Double, Double> outcomes(Cursor c) {
        Map<Double, Double> outcomes = new LinkedHashMap<>();
        boolean sound = true;
        for (Cursor outcome : c.entries()) {
            // Not the outcome's own key: a decimal point parts a path.
            String written = outcome.path().substring(c.path().length() + 1);
            Cursor key = new Cursor(c.binding(), outcome.path(), outcome.place(), new Tree.Scalar(outcome.place(), written));
            Optional<Double> number = unit(c).flatMap(key::number);
            double chance = outcome.number(0, 1, CHANCE);
            sound &= number.isPresent();
            if (number.isPresent() && outcomes.put(number.get(), chance) != null) {
                key.again(written);
                sound = false;
            }
        }
        if (sound && c.isThere() && !Distribution.Discrete.sumsToOne(outcomes)) {
            double sum = outcomes.values().stream().mapToDouble(p -> p).sum();
            String found = Said.number(Math.rint(sum * 1e9) / 1e9);
            c.fail(
                    new Text("sandsynligheder, der summer til " + found, "probabilities that sum to " + found),
                    new Text("sandsynligheder, der summer til 1", "probabilities that sum to 1"), "");
            return Map.of();
        }
        return sound ? outcomes : Map.of();
    }

    private static final Form<Optional<Level>> LEVEL = Form.named(
                    "level",
                    "Tallet, som det er for én målgruppe eller én kategori.",
                    "The number as it is for one target group or one category.")
            .keys(FACT, GROUP_VALUE, LOW, HIGH)
            .part(SPREAD)
            .keys(CLASS, SOURCE)
            .part(PROVENANCE)
            .makes(f -> {
                if (f.has(FACT)) {
                    f.leave(GROUP_VALUE);
                    return fact(f, GROUP_VALUE).flatMap(known -> taken(f, known, unit(f.cursor())));
                }
                f.leave(FACT);
                Tree parameter = f.cursor().binding().declarations(Kind.PARAMETER).get(f.cursor().enclosing(Kind.PARAMETER));
                Optional<EvidenceClass> inherited = Stream.of(EvidenceClass.values())
                        .filter(e -> parameter != null && e.key().equals(parameter.word("class")))
                        .findFirst();
                String source = parameter == null ? "" : parameter.word("source").strip();
                Optional<EvidenceClass> evidence =
                        f.has(CLASS) || inherited.isEmpty() ? f.require(CLASS) : leaving(f, CLASS, inherited);
                String from = f.has(SOURCE) || source.isEmpty() ? f.require(SOURCE) : leaving(f, SOURCE, source);
                return level(f, f.require(GROUP_VALUE), f.get(SPREAD), evidence, Optional.of(from), f.get(PROVENANCE));
            });

    private static final Key<Map<String, Optional<Level>>> BY_GROUP = Key.optional(
                    "by-group", Type.byReference(Kind.TARGET_GROUP, Type.mapping(LEVEL)).checked(ParameterForms::complete),
                    "Tallet for hver målgruppe, hvor de er forskellige.",
                    "The number for each target group, where they differ.",
                    "{insured: {value: 15, low: 10, high: 20}}")
            .or(Map.of(), "samme tal for alle", "the same number for all");
    private static final Key<Map<String, Optional<Level>>> BY_CATEGORY = Key.optional(
                    "by-category", Type.byCategory(Type.mapping(LEVEL)).checked(ParameterForms::completeCategories),
                    "Tallet for hver kategori af én egenskab, hvor det er forskelligt. Kan ikke stå sammen med by-group.",
                    "The number for each category of one attribute, where it differs. May not stand with by-group.",
                    "{age-18-29: {value: 0.05, low: 0.03, high: 0.08}}")
            .or(Map.of(), "samme tal for alle", "the same number for all");

    /** What becomes of a parameter without a mistake; the binding knows it from then on. */
    static final Form<Optional<Parameter>> PARAMETER = Form.named(
                    "parameter",
                    "Et tal, der svarer for sig selv: hvad det er, hvor usikkert det er, og hvor det er fra.",
                    "A number that answers for itself: what it is, how uncertain it is, and where it is from.")
            .keys(LABEL, UNIT, FACT, VALUE, LOW, HIGH)
            .part(SPREAD)
            .keys(CLASS, SOURCE)
            .part(PROVENANCE)
            .keys(BY_GROUP, BY_CATEGORY)
            .makes(ParameterForms::parameter);

    /** A number of the shared files: like a parameter with one value for all, which rests on no other. */
    private static final Form<Optional<Parameter>> SHARED = Form.named(
                    "shared-fact",
                    "En kendsgerning i de fælles filer.",
                    "A fact in the shared files.")
            .keys(LABEL, UNIT, VALUE, LOW, HIGH)
            .part(SPREAD)
            .keys(CLASS, SOURCE)
            .part(PROVENANCE)
            .makes(f -> {
                Text label = f.require(LABEL);
                Optional<Unit> unit = f.require(UNIT);
                Optional<Level> level = level(
                        f, f.require(VALUE), f.get(SPREAD), f.require(CLASS), Optional.of(f.require(SOURCE)), f.get(PROVENANCE));
                return unit.flatMap(one -> level.map(number -> new Parameter(f.id(), label, one, number, Map.of(), f.place())));
            });

    /** The root key of the shared files. */
    static final Key<List<Optional<Parameter>>> SHARED_FACTS = Key.required(
            "facts", Type.declarations(Kind.FACT, Type.mapping(SHARED)),
            "De kendsgerninger, som scenarierne kan bruge.",
            "The facts that the scenarios may use.",
            "{lit-low-2023: {label: {da: Lav læsefærdighed, en: Low literacy}, unit: share, value: 0.18, class: observed, source: OECD}}");

    /** The fact that stands in the place of a number; whatever is told of the number beside it is a mistake. */
    private static Optional<Parameter> fact(Form.Fields f, Key<?> value) {
        f.leave(LOW, HIGH, CLASS, SOURCE);
        f.get(SPREAD);
        f.get(PROVENANCE);
        List<Key<?>> beside = new ArrayList<>(List.of(value, LOW, HIGH, DISTRIBUTION, CLASS, SOURCE));
        beside.addAll(KNOWN_OF_IT);
        beside.forEach(key -> f.at(key).ifPresent(there -> there.fail(
                new Text(key.name() + " ved siden af fact", key.name() + " beside fact"),
                new Text("kendsgerningens eget, eller et tal uden fact med rests-on", "the fact's own, or a number without fact, with rests-on"), "")));
        return f.require(FACT);
    }

    /** The fact's number, where its unit fits. */
    private static Optional<Level> taken(Form.Fields f, Parameter fact, Optional<Unit> wanted) {
        if (wanted.isPresent() && !fact.unit().fits(wanted.get())) {
            f.at(FACT).orElseThrow().fail(
                    new Text(fact.id() + ", der er i " + fact.unit().key(), fact.id() + ", which is in " + fact.unit().key()),
                    new Text("en kendsgerning i " + wanted.get().key(), "a fact in " + wanted.get().key()), "");
            return Optional.empty();
        }
        return Optional.of(fact.general().with(fact.general().provenance().ofFact(fact.id())));
    }

    private static Optional<Parameter> parameter(Form.Fields f) {
        if (f.has(FACT)) {
            f.leave(VALUE);
            Optional<Parameter> fact = fact(f, VALUE);
            Optional<Text> label = f.get(LABEL).or(() -> fact.map(Parameter::label));
            Optional<Unit> unit = f.has(UNIT) ? f.require(UNIT) : leaving(f, UNIT, fact.map(Parameter::unit));
            Optional<Level> level = fact.flatMap(known -> taken(f, known, unit));
            return whole(f, label.orElse(new Text(Binding.UNKNOWN, Binding.UNKNOWN)), unit, level, true, Optional.empty(), Provenance.NONE);
        }
        f.leave(FACT);
        Text label = f.require(LABEL);
        Optional<Unit> unit = f.require(UNIT);
        Key<Map<String, Optional<Level>>> by = f.has(BY_CATEGORY) ? BY_CATEGORY : BY_GROUP;
        boolean hasGeneral = f.has(VALUE) || !f.has(by);
        Optional<EvidenceClass> evidence =
                hasGeneral || f.has(CLASS) ? f.require(CLASS) : leaving(f, CLASS, Optional.empty());
        Optional<String> source =
                hasGeneral || f.has(SOURCE) ? Optional.of(f.require(SOURCE)) : leaving(f, SOURCE, Optional.empty());
        Provenance provenance = f.get(PROVENANCE);
        Optional<Distribution> distribution = f.get(SPREAD);
        Optional<Level> general = Optional.empty();
        if (unit.isEmpty()) {
            f.leave(VALUE, LOW, HIGH);
        } else if (hasGeneral) {
            general = level(f, f.require(VALUE), distribution, evidence, source, provenance);
        } else {
            f.leave(VALUE, LOW, HIGH);
            List.of(LOW, HIGH).forEach(bound -> f.at(bound).ifPresent(there -> there.fail(
                    new Text(bound.name() + " uden value", bound.name() + " without value"),
                    new Text("low og high ved siden af value", "low and high beside value"), "")));
            knownOfNothing(f, by);
        }
        return whole(f, label, unit, general, hasGeneral, distribution, provenance);
    }

    /** The parameter with its numbers by target group; the binding knows it from then on. */
    private static Optional<Parameter> whole(
            Form.Fields f, Text label, Optional<Unit> unit, Optional<Level> general, boolean hasGeneral,
            Optional<Distribution> distribution, Provenance provenance) {
        Key<Map<String, Optional<Level>>> by = f.has(BY_CATEGORY) ? BY_CATEGORY : BY_GROUP;
        f.leave(by == BY_GROUP ? BY_CATEGORY : BY_GROUP);
        if (unit.isEmpty()) {
            // A unit that is not known says nothing about what the numbers may be.
            f.leave(by);
            return Optional.empty();
        }
        if (f.has(BY_GROUP) && f.has(BY_CATEGORY)) {
            f.at(BY_GROUP).ifPresent(there -> there.fail(
                    new Text("by-group sammen med by-category", "by-group together with by-category"),
                    new Text("en af dem", "one of them"), ""));
        }
        Map<String, Level> byGroup = new LinkedHashMap<>();
        f.get(by).forEach((group, level) -> level
                .map(l -> has(f, by, group, SOURCE) || has(f, by, group, FACT) ? l : l.with(l.provenance().orElse(provenance)))
                .flatMap(l -> has(f, by, group, DISTRIBUTION) || has(f, by, group, FACT) || l.isFixed() || distribution.isEmpty()
                        ? Optional.of(l)
                        : spread(entry(f, by, group), l, distribution.get()))
                .ifPresent(l -> byGroup.put(group, l)));
        boolean sound = hasGeneral ? general.isPresent() : !byGroup.isEmpty();
        Optional<Parameter> parameter = sound
                ? Optional.of(new Parameter(f.id(), label, unit.get(), general.orElse(null), byGroup, f.place()))
                : Optional.empty();
        return parameter.map(f.cursor().binding()::know);
    }

    /** Whether a group's number has its own. Where that is from, the rest that is known of it is from too. */
    private static boolean has(Form.Fields f, Key<?> by, String group, Key<?> key) {
        return entry(f, by, group).has(key.name());
    }

    private static Cursor entry(Form.Fields f, Key<?> by, String group) {
        return f.at(by).flatMap(groups -> groups.maybe(group)).orElseThrow();
    }

    /** What is told of the parameter's own source is about something only when a number is from there. */
    private static void knownOfNothing(Form.Fields f, Key<?> by) {
        boolean isOfSome = f.at(by).stream()
                .anyMatch(groups -> groups.tree().keys().keySet().stream().anyMatch(
                        group -> !has(f, by, group, SOURCE) && !has(f, by, group, FACT)));
        if (!isOfSome) {
            KNOWN_OF_IT.forEach(key -> f.at(key).ifPresent(there -> there.fail(
                    new Text(key.name() + " uden et tal, det handler om", key.name() + " without a number that it is about"),
                    new Text(key.name() + " ved siden af målgruppens egen source", key.name() + " beside the target group's own source"), "")));
        }
    }

    private static <T> T leaving(Form.Fields f, Key<?> key, T instead) {
        f.leave(key);
        return instead;
    }

    /** The unit of the parameter or the fact that this stands in; empty when the word is no unit, which is reported there. */
    private static Optional<Unit> unit(Cursor c) {
        Kind kind = c.enclosing(Kind.PARAMETER).isEmpty() ? Kind.FACT : Kind.PARAMETER;
        String word = c.binding().word(kind, c.enclosing(kind), UNIT.name());
        String fact = word.isEmpty() ? c.binding().word(kind, c.enclosing(kind), FACT.name()) : "";
        return Stream.of(Unit.values())
                .filter(unit -> unit.key().equals(word))
                .findFirst()
                .or(() -> c.binding().knownFact(fact).map(Parameter::unit));
    }

    /** Without a value for all, each target group must have its own. */
    private static void complete(Cursor groups, Map<String, Optional<Level>> read) {
        Tree parameter = groups.binding().declarations(Kind.PARAMETER).get(groups.enclosing(Kind.PARAMETER));
        TreeSet<String> without = new TreeSet<>(groups.binding().declared(Kind.TARGET_GROUP));
        without.removeAll(read.keySet());
        boolean hasGeneral = parameter.keys().containsKey(VALUE.name()) || parameter.keys().containsKey(FACT.name());
        if (!hasGeneral && !without.isEmpty()) {
            String names = String.join(", ", without);
            groups.fail(
                    new Text("ingen værdi for " + names, "no value for " + names),
                    new Text("en værdi for hver målgruppe, eller value for alle", "a value for every target group, or value for all"),
                    "");
        }
    }

    /** Without a value for all, each category of the attribute must have its own. */
    private static void completeCategories(Cursor levels, Map<String, Optional<Level>> read) {
        Map<String, String> attributes = levels.binding().attributeOfCategory();
        Optional<String> attribute = read.keySet().stream().filter(attributes::containsKey).map(attributes::get).findFirst();
        TreeSet<String> without = new TreeSet<>();
        attributes.forEach((category, of) -> {
            if (attribute.filter(of::equals).isPresent() && !read.containsKey(category)) {
                without.add(category);
            }
        });
        Tree parameter = levels.binding().declarations(Kind.PARAMETER).get(levels.enclosing(Kind.PARAMETER));
        boolean hasGeneral = parameter.keys().containsKey(VALUE.name()) || parameter.keys().containsKey(FACT.name());
        if (!hasGeneral && !without.isEmpty()) {
            String names = String.join(", ", without);
            levels.fail(
                    new Text("ingen værdi for " + names, "no value for " + names),
                    new Text("en værdi for hver kategori, eller value for alle", "a value for every category, or value for all"),
                    "");
        }
    }

    private static Optional<Level> level(
            Form.Fields f, Optional<Double> value, Optional<Distribution> distribution, Optional<EvidenceClass> evidence,
            Optional<String> source, Provenance provenance) {
        boolean exact = evidence.filter(e -> e == EvidenceClass.OBSERVED || e == EvidenceClass.DERIVED).isPresent()
                && !f.has(DISTRIBUTION);
        Optional<Distribution.Discrete> discrete = distribution.filter(Distribution.Discrete.class::isInstance)
                .map(Distribution.Discrete.class::cast);
        boolean mayLack = exact || f.at(DISTRIBUTION).filter(there -> there.word().equals(Spread.DISCRETE.key)).isPresent();
        Optional<Double> low = mayLack && !f.has(LOW)
                ? leaving(f, LOW, exact ? value : discrete.map(Distribution.Discrete::least)) : f.require(LOW);
        Optional<Double> high = mayLack && !f.has(HIGH)
                ? leaving(f, HIGH, exact ? value : discrete.map(Distribution.Discrete::greatest)) : f.require(HIGH);
        if (value.isEmpty() || low.isEmpty() || high.isEmpty() || evidence.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() > value.get() || value.get() > high.get()) {
            double[] sorted = {low.get(), value.get(), high.get()};
            String found = said(sorted);
            Arrays.sort(sorted);
            f.cursor().fail(Text.same(found), Text.same("low <= value <= high"), said(sorted));
            return Optional.empty();
        }
        Level level = new Level(value.get(), low.get(), high.get(), evidence.get(), source.get(), provenance);
        return distribution.isEmpty() ? Optional.of(level) : spread(f.cursor(), level, distribution.get());
    }

    /** The number with its plausible values so distributed; empty where they cannot be, which is reported. */
    private static Optional<Level> spread(Cursor c, Level level, Distribution distribution) {
        Optional<Text> unmet = level.isFixed()
                ? Optional.of(new Text("low < high", "low < high"))
                : distribution.unmet(level.low(), level.value(), level.high());
        unmet.ifPresent(expected -> c.fail(
                Text.same(said(new double[] {level.low(), level.value(), level.high()})),
                new Text(expected.da() + ", for distribution er " + distribution.key(), expected.en() + ", for distribution is " + distribution.key()),
                ""));
        return unmet.isPresent() ? Optional.empty() : Optional.of(level.with(distribution));
    }

    private static String said(double[] levels) {
        return "low: " + Said.number(levels[0]) + ", value: " + Said.number(levels[1]) + ", high: " + Said.number(levels[2]);
    }

    /** What a number in the unit says, for the author. */
    static Text meaning(Unit unit) {
        return switch (unit) {
            case PROBABILITY -> new Text("en chance", "a chance");
            case SHARE -> new Text("en del af det hele", "a part of the whole");
            case PERCENTILE -> new Text(
                    "en plads blandt alle voksne: 0.1 er dér, hvor en tiendedel af dem ligger under",
                    "a place among all adults: 0.1 is where a tenth of them lie below");
            case SD -> new Text(
                    "standardafvigelser blandt alle voksne: 0 er gennemsnittet, under 0 er svagere",
                    "standard deviations among all adults: 0 is the mean, below 0 is weaker");
            case DAYS -> new Text("kalenderdage", "calendar days");
            case MINUTES -> new Text("minutter", "minutes");
            case PERSONS -> new Text("personer eller andre subjekter", "persons, or other subjects");
            case COUNT -> new Text("et antal, eller et tal uden enhed", "how many, or a number without a unit");
            case KRONER -> new Text("kroner", "kroner");
            case KRONER_PER_DAY -> new Text("kroner om dagen", "kroner a day");
            case PER_1000_A_DAY -> new Text(
                    "så meget hver åben dag for hver 1.000 subjekter i kommunen",
                    "so much each open day for every 1,000 subjects of the municipality");
            case RATIO -> new Text("hvor mange gange så stort, såsom en odds ratio", "how many times as large, such as an odds ratio");
            case CHANGE -> new Text(
                    "en relativ ændring: -0.22 er 22 procent mindre, 1 er dobbelt så meget",
                    "a relative change: -0.22 is 22 per cent less, 1 is twice as much");
            case MONTHS -> new Text("måneder", "months");
            case KRONER_PER_HOUR -> new Text("kroner i timen", "kroner an hour");
            case KRONER_PER_WEEK -> new Text("kroner om ugen", "kroner a week");
            case KRONER_PER_MONTH -> new Text("kroner om måneden", "kroner a month");
        };
    }

    /** What a class of evidence says, for the author. */
    static Text meaning(EvidenceClass evidence) {
        return switch (evidence) {
            case OBSERVED -> new Text("aflæst i en statistik eller en regel", "read off a statistic or a rule");
            case DERIVED -> new Text(
                    "regnet ud af observerede tal; regnestykket står i kilden", "worked out from observed numbers; the sum is in the source");
            case REPORTED -> new Text("en kildes udsagn", "a source's statement");
            case ELICITED -> new Text("en sagkyndigs skøn", "an expert's judgement");
            case ASSUMED -> new Text("forfatterens antagelse", "the author's assumption");
        };
    }
}
