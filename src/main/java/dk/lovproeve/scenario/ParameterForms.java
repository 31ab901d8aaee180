package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Confidence;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Provenance;
import dk.lovproeve.evidence.Unit;
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

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Hvad tallet er.",
            "What the number is.",
            "{da: Ventetid på telefonen, en: Wait on the phone}");
    private static final Type<Unit> ANY_UNIT = Type.oneOf(Unit.values(), Unit::key, ParameterForms::meaning);
    /** The unit; empty where the word is none, which has been reported. */
    private static final Key<Optional<Unit>> UNIT = Key.required(
            "unit", new Type<>(
                    ANY_UNIT.shape(), c -> Optional.of(ANY_UNIT.read(c)).filter(read -> read.key().equals(c.word()))),
            "Hvad tallet tæller. Enheden siger, hvor parameteren kan bruges, og hvad tallet højst og mindst kan være.",
            "What the number counts. The unit says where the parameter can be used, and its bounds.",
            "minutes");
    private static final Key.Maybe<Optional<Double>> VALUE = Key.optional(
                    "value", NUMBER,
                    "Det centrale tal, som modellen regner med.",
                    "The central number, which the model calculates with.",
                    "12")
            .otherwise("kræves, medmindre by-group står der", "required unless by-group is there");
    private static final Key<Optional<Double>> GROUP_VALUE = Key.required(
            "value", NUMBER,
            "Det centrale tal for målgruppen.",
            "The central number for the target group.",
            "15");
    private static final Key.Maybe<Optional<Double>> LOW = Key.optional(
                    "low", NUMBER,
                    "Det laveste, tallet kan tænkes at være.",
                    "The lowest that the number may plausibly be.",
                    "8")
            .otherwise("value, når class er observed eller derived; ellers kræves den", "value when class is observed or derived; otherwise required");
    private static final Key.Maybe<Optional<Double>> HIGH = Key.optional(
                    "high", NUMBER,
                    "Det højeste, tallet kan tænkes at være.",
                    "The highest that the number may plausibly be.",
                    "20")
            .otherwise("value, når class er observed eller derived; ellers kræves den", "value when class is observed or derived; otherwise required");
    private static final Key.Maybe<Optional<EvidenceClass>> CLASS = Key.optional(
                    "class", EVIDENCE,
                    "Hvad slags belæg tallet har.",
                    "What kind of support the number has.",
                    "reported")
            .otherwise("kræves, hvor value står; i by-group gælder parameterens egen", "required beside value; in by-group the parameter's own holds");
    private static final Key.Maybe<String> SOURCE = Key.optional(
                    "source", Type.words("hvor tallet er fra", "where the number is from"),
                    "Hvor tallet er fra: statistikken, rapporten, eller at der ingen kilde er.",
                    "Where the number is from: the statistic, the report, or that there is no source.",
                    "\"STAR, Jobindsats 2024\"")
            .otherwise("kræves, hvor value står; i by-group gælder parameterens egen", "required beside value; in by-group the parameter's own holds");

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
    private static final List<Key.Maybe<?>> KNOWN = List.of(POPULATION, YEAR, CONFIDENCE, PLACE);

    private static final Form<Provenance> PROVENANCE = Form.named(
                    "provenance",
                    "Hvad man ved om et tal ud over, hvor det er fra. Modellen regner ikke med det. "
                            + "En målgruppe, der ikke har sin egen source, får parameterens.",
                    "What is known of a number besides where it is from. The model does not reckon with it. "
                            + "A target group that has no source of its own gets the parameter's.")
            .keys(POPULATION, YEAR, CONFIDENCE, PLACE)
            .makes(f -> new Provenance(f.get(POPULATION), f.get(YEAR), f.get(CONFIDENCE), f.get(PLACE)));

    private static final Form<Optional<Level>> LEVEL = Form.named(
                    "level",
                    "Tallet, som det er for én målgruppe.",
                    "The number as it is for one target group.")
            .keys(GROUP_VALUE, LOW, HIGH, CLASS, SOURCE)
            .part(PROVENANCE)
            .makes(f -> {
                Tree parameter = f.cursor().binding().declarations(Kind.PARAMETER).get(f.cursor().enclosing(Kind.PARAMETER));
                Optional<EvidenceClass> inherited = Stream.of(EvidenceClass.values())
                        .filter(e -> parameter != null && e.key().equals(parameter.word("class")))
                        .findFirst();
                String source = parameter == null ? "" : parameter.word("source").strip();
                Optional<EvidenceClass> evidence =
                        f.has(CLASS) || inherited.isEmpty() ? f.require(CLASS) : leaving(f, CLASS, inherited);
                String from = f.has(SOURCE) || source.isEmpty() ? f.require(SOURCE) : leaving(f, SOURCE, source);
                return level(f, f.get(GROUP_VALUE), evidence, Optional.of(from), f.get(PROVENANCE));
            });

    private static final Key<Map<String, Optional<Level>>> BY_GROUP = Key.optional(
                    "by-group", Type.byReference(Kind.TARGET_GROUP, Type.mapping(LEVEL)).checked(ParameterForms::complete),
                    "Tallet for hver målgruppe, hvor de er forskellige.",
                    "The number for each target group, where they differ.",
                    "{insured: {value: 15, low: 10, high: 20}}")
            .or(Map.of(), "samme tal for alle", "the same number for all");

    /** What becomes of a parameter without a mistake; the binding knows it from then on. */
    static final Form<Optional<Parameter>> PARAMETER = Form.named(
                    "parameter",
                    "Et tal, der svarer for sig selv: hvad det er, hvor usikkert det er, og hvor det er fra.",
                    "A number that answers for itself: what it is, how uncertain it is, and where it is from.")
            .keys(LABEL, UNIT, VALUE, LOW, HIGH, CLASS, SOURCE)
            .part(PROVENANCE)
            .keys(BY_GROUP)
            .makes(ParameterForms::parameter);

    private static Optional<Parameter> parameter(Form.Fields f) {
        Text label = f.get(LABEL);
        Optional<Unit> unit = f.get(UNIT);
        boolean hasGeneral = f.has(VALUE) || !f.has(BY_GROUP);
        Optional<EvidenceClass> evidence =
                hasGeneral || f.has(CLASS) ? f.require(CLASS) : leaving(f, CLASS, Optional.empty());
        Optional<String> source =
                hasGeneral || f.has(SOURCE) ? Optional.of(f.require(SOURCE)) : leaving(f, SOURCE, Optional.empty());
        Provenance provenance = f.get(PROVENANCE);
        if (unit.isEmpty()) {
            // A unit that is not known says nothing about what the numbers may be.
            f.leave(VALUE, LOW, HIGH, BY_GROUP);
            return Optional.empty();
        }
        Optional<Level> general = Optional.empty();
        if (hasGeneral) {
            general = level(f, f.require(VALUE), evidence, source, provenance);
        } else {
            f.leave(VALUE, LOW, HIGH);
            List.of(LOW, HIGH).forEach(bound -> f.at(bound).ifPresent(there -> there.fail(
                    new Text(bound.name() + " uden value", bound.name() + " without value"),
                    new Text("low og high ved siden af value", "low and high beside value"), "")));
            knownOfNothing(f);
        }
        Map<String, Level> byGroup = new LinkedHashMap<>();
        f.get(BY_GROUP).forEach((group, level) -> level.ifPresent(l -> byGroup.put(
                group, hasOwnSource(f, group) ? l : l.with(l.provenance().orElse(provenance)))));
        boolean sound = hasGeneral ? general.isPresent() : !byGroup.isEmpty();
        Optional<Parameter> parameter = sound
                ? Optional.of(new Parameter(f.id(), label, unit.get(), general.orElse(null), byGroup, f.place()))
                : Optional.empty();
        parameter.ifPresent(f.cursor().binding()::know);
        return parameter;
    }

    /** Where a target group's number is from, the rest that is known of it is from too. */
    private static boolean hasOwnSource(Form.Fields f, String group) {
        return f.at(BY_GROUP).stream()
                .anyMatch(groups -> groups.tree().keys().get(group).keys().containsKey(SOURCE.name()));
    }

    /** What is told of the parameter's own source is about something only when a number is from there. */
    private static void knownOfNothing(Form.Fields f) {
        boolean isOfSome = f.at(BY_GROUP).stream()
                .anyMatch(groups -> groups.tree().keys().keySet().stream().anyMatch(group -> !hasOwnSource(f, group)));
        if (!isOfSome) {
            KNOWN.forEach(key -> f.at(key).ifPresent(there -> there.fail(
                    new Text(key.name() + " uden et tal, det handler om", key.name() + " without a number that it is about"),
                    new Text(key.name() + " ved siden af målgruppens egen source", key.name() + " beside the target group's own source"), "")));
        }
    }

    private static <T> T leaving(Form.Fields f, Key<?> key, T instead) {
        f.leave(key);
        return instead;
    }

    /** The unit of the parameter that this stands in; empty when the word is no unit, which is reported there. */
    private static Optional<Unit> unit(Cursor c) {
        String word = c.binding().word(Kind.PARAMETER, c.enclosing(Kind.PARAMETER), "unit");
        return Stream.of(Unit.values()).filter(unit -> unit.key().equals(word)).findFirst();
    }

    /** Without a value for all, each target group must have its own. */
    private static void complete(Cursor groups, Map<String, Optional<Level>> read) {
        Tree parameter = groups.binding().declarations(Kind.PARAMETER).get(groups.enclosing(Kind.PARAMETER));
        TreeSet<String> without = new TreeSet<>(groups.binding().declared(Kind.TARGET_GROUP));
        without.removeAll(read.keySet());
        if (!parameter.keys().containsKey(VALUE.name()) && !without.isEmpty()) {
            String names = String.join(", ", without);
            groups.fail(
                    new Text("ingen værdi for " + names, "no value for " + names),
                    new Text("en værdi for hver målgruppe, eller value for alle", "a value for every target group, or value for all"),
                    "");
        }
    }

    private static Optional<Level> level(
            Form.Fields f, Optional<Double> value, Optional<EvidenceClass> evidence, Optional<String> source,
            Provenance provenance) {
        boolean exact = evidence.filter(e -> e == EvidenceClass.OBSERVED || e == EvidenceClass.DERIVED).isPresent();
        Optional<Double> low = exact && !f.has(LOW) ? leaving(f, LOW, value) : f.require(LOW);
        Optional<Double> high = exact && !f.has(HIGH) ? leaving(f, HIGH, value) : f.require(HIGH);
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
        return Optional.of(new Level(value.get(), low.get(), high.get(), evidence.get(), source.get(), provenance));
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
        };
    }

    private static Text meaning(EvidenceClass evidence) {
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
