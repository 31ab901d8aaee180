package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec.Trait;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Vocabulary.Circumstance;
import dk.lovproeve.procedure.Vocabulary.Distribution;
import dk.lovproeve.procedure.Vocabulary.NamedAmount;
import dk.lovproeve.procedure.Vocabulary.NamedFact;
import dk.lovproeve.procedure.Vocabulary.Start;
import dk.lovproeve.procedure.Vocabulary.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of a subject, under the names by which conditions and amounts speak of it. */
final class SubjectForms {

    private SubjectForms() {}

    private static final Key<Text> TRAIT_LABEL = label("{da: Tilmeldt, en: Signed up}");
    private static final Key<Text> FLAG_LABEL = label("{da: Har fået besked, en: Has been told}");
    private static final Key<Text> CIRCUMSTANCE_LABEL = label("{da: Syg ved fornyelsen, en: Ill at the renewal}");
    private static final Key<Text> FACT_LABEL = label("{da: Har en undskyldning, en: Has an excuse}");
    private static final Key<Text> AMOUNT_LABEL = label("{da: Tid i telefonen, en: Time on the phone}");
    private static final Key<Text> STATE_LABEL = label("{da: Ansatte på fuld tid, en: Full-time employees}");

    private static Key<Text> label(String example) {
        return Key.required(
                "label", Type.TEXT, "Hvad det er, som læseren får det at vide.", "What it is, as the reader is told.", example);
    }

    // ---- traits, flags, circumstances ----

    private static final Key<Parameter> SHARE = Key.required(
            "share", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Andelen af målgruppen, der har trækket.",
            "The share of the target group that has the trait.",
            "reminder-share");

    static final Form<Trait> TRAIT = Form.named(
                    "trait",
                    "Et træk: noget, et subjekt er eller har, ja eller nej. Det trækkes én gang og varer.",
                    "A trait: something a subject is or has, yes or no. It is drawn once and lasts.")
            .keys(TRAIT_LABEL, SHARE)
            .makes(f -> new Trait(f.id(), f.get(TRAIT_LABEL), f.get(SHARE), f.place()));

    /** A flag's id and label. */
    record Flag(String id, Text label) {}

    static final Form<Flag> FLAG = Form.named(
                    "flag",
                    "Et flag: noget, et subjekt får på sig undervejs og beholder, til det bliver taget af igen.",
                    "A flag: something a subject is marked with on the way and keeps until it is cleared.")
            .keys(FLAG_LABEL)
            .makes(f -> new Flag(f.id(), f.get(FLAG_LABEL)));

    private static final Key<Parameter> CHANCE = Key.required(
            "chance", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Hvor ofte det sker ved en lejlighed.",
            "How often it happens at an occasion.",
            "ill-chance");

    static final Form<Circumstance> CIRCUMSTANCE = Form.named(
                    "circumstance",
                    "En omstændighed: noget, der kan ramme ved en lejlighed, hvor et spor kommer af sig selv, såsom sygdom. "
                            + "Den trækkes én gang for hver lejlighed.",
                    "A circumstance: something that may befall at an occasion, when a track arrives by itself, such as illness. "
                            + "It is drawn once for each occasion.")
            .keys(CIRCUMSTANCE_LABEL, CHANCE)
            .makes(f -> new Circumstance(f.id(), f.get(CIRCUMSTANCE_LABEL), f.get(CHANCE), f.place()));

    // ---- names for conditions and amounts ----

    private static final Key<Condition> WHEN = Key.required(
            "when", Type.CONDITION,
            "Betingelsen, der får et navn.",
            "The condition that gets a name.",
            "ill or stress > stress-ground");

    static final Form<NamedFact> FACT = Form.named(
                    "fact",
                    "Et faktum: en betingelse, der har fået et navn, så den kan bruges flere steder.",
                    "A fact: a condition with a name, so that it can be used in several places.")
            .keys(FACT_LABEL, WHEN)
            .makes(f -> new NamedFact(f.id(), f.get(FACT_LABEL), f.get(WHEN), f.place()));

    private static final Key<Amount> IS = Key.required(
            "is", Type.amount(),
            "Størrelsen, der får et navn.",
            "The amount that gets a name.",
            "max(calls - free-calls, 0) * minutes-call");

    static final Form<NamedAmount> AMOUNT = Form.named(
                    "amount",
                    "En størrelse: et regnestykke, der har fået et navn, så det kan bruges flere steder.",
                    "An amount: a calculation with a name, so that it can be used in several places.")
            .keys(AMOUNT_LABEL, IS)
            .makes(f -> new NamedAmount(f.id(), f.get(AMOUNT_LABEL), f.get(IS), f.place()));

    // ---- states ----

    private static final Key<Amount> MEDIAN = Key.required(
            Distribution.LOGNORMAL.first(), Type.amount(),
            "Det, halvdelen ligger under.",
            "What half of them lie below.",
            "employees-median");
    private static final Key<Amount> SPREAD = Key.required(
            Distribution.LOGNORMAL.second(), Type.amount(Unit.SD),
            "Spredningen af logaritmen: 0 er ens for alle, 1 er meget forskelligt.",
            "The spread of the logarithm: 0 is the same for all, 1 is very different.",
            "employees-spread");
    private static final Key<Amount> MEAN = Key.required(
            Distribution.POISSON.first(), Type.amount(),
            "Gennemsnittet.",
            "The mean.",
            "messages-mean");
    private static final Key<Amount> FROM = Key.required(
            Distribution.UNIFORM.first(), Type.amount(),
            "Det mindste.",
            "The least.",
            "0");
    private static final Key<Amount> TO = Key.required(
            Distribution.UNIFORM.second(), Type.amount(),
            "Det største.",
            "The greatest.",
            "wait-longest");

    /** The amounts a distribution hangs on. */
    private record Shaped(Distribution distribution, Amount first, Optional<Amount> second) {}

    private static final Form<Shaped> LOGNORMAL = Form.named(
                    "lognormal",
                    "En skæv fordeling: de fleste er små, nogle få er store.",
                    "A skewed distribution: most are small, a few are large.")
            .keys(MEDIAN, SPREAD)
            .makes(f -> new Shaped(Distribution.LOGNORMAL, f.get(MEDIAN), Optional.of(f.get(SPREAD))));
    private static final Form<Shaped> POISSON = Form.named(
                    "poisson",
                    "Et antal af noget, der sker hver for sig: 0, 1, 2 ...",
                    "A number of things that happen each by themselves: 0, 1, 2 ...")
            .keys(MEAN)
            .makes(f -> new Shaped(Distribution.POISSON, f.get(MEAN), Optional.empty()));
    private static final Form<Shaped> UNIFORM = Form.named(
                    "uniform",
                    "Lige sandsynligt alt sammen mellem to grænser.",
                    "Equally likely all over between two bounds.")
            .keys(FROM, TO)
            .makes(f -> new Shaped(Distribution.UNIFORM, f.get(FROM), Optional.of(f.get(TO))));

    private static final Key<Boolean> WHOLE = Key.optional(
                    "whole", Type.YES_OR_NO,
                    "Om tallet rundes til et helt.",
                    "Whether the number is rounded to a whole one.",
                    "true")
            .or(false, "nej", "no");

    private static Form<Start> drawn(Form<Shaped> shaped, String example) {
        Key<Shaped> key = Key.required(
                shaped.name(), Type.mapping(shaped), shaped.doc().da(), shaped.doc().en(), example);
        return Form.named(
                        "drawn-" + shaped.name(),
                        "Et tal, der trækkes for hvert subjekt på den første dag.",
                        "A number that is drawn for each subject on the first day.")
                .keys(key, WHOLE)
                .makes(f -> {
                    Shaped s = f.get(key);
                    return new Start.Drawn(s.distribution(), s.first(), s.second(), f.get(WHOLE));
                });
    }

    private static final Start NOTHING = new Start.Fixed(new Amount.Literal(0));

    private static Type<Start> start() {
        Map<String, Form<Start>> byKey = new LinkedHashMap<>();
        byKey.put(LOGNORMAL.name(), drawn(LOGNORMAL, "{median: employees-median, spread: employees-spread}"));
        byKey.put(POISSON.name(), drawn(POISSON, "{mean: messages-mean}"));
        byKey.put(UNIFORM.name(), drawn(UNIFORM, "{from: 0, to: wait-longest}"));
        return Type.scalarOr(Type.amount().as(Start.Fixed::new), Type.firstWith(byKey, NOTHING));
    }

    private static final Key.Maybe<Start> START = Key.optional(
                    "start", start(),
                    "Hvad tilstanden er på den første dag: en størrelse, eller en fordeling, den trækkes fra. "
                            + "Tilstande, der står før i filen, kan bruges.",
                    "What the state is on the first day: an amount, or a distribution it is drawn from. "
                            + "States that stand before it in the file can be used.",
                    "{lognormal: {median: employees-median, spread: employees-spread}, whole: true}")
            .otherwise("0", "0");
    private static final Key<Map<String, Parameter>> SHIFTS = Key.optional(
                    "shifts", Type.byReference(Kind.CAPACITY, Type.parameter(Unit.SD)),
                    "Hvad én mere af tilstanden gør ved evnerne, i standardafvigelser; under 0 sænker den.",
                    "What one more of the state does to capacities, in standard deviations; below 0 it lowers them.",
                    "{health: stress-effect}")
            .or(Map.of(), "ingenting", "nothing");
    private static final Key.Maybe<Parameter> HALF_LIFE = Key.optional(
                    "half-life", Type.aboveZero(Type.parameter(Unit.DAYS)),
                    "Hvor mange dage det tager, før tilstanden er halveret af sig selv.",
                    "How many days it takes the state to fall to half by itself.",
                    "stress-days")
            .otherwise("den bliver, som den er", "it stays as it is");

    static final Form<State> STATE = Form.named(
                    "state",
                    "En tilstand: et tal, 0 eller mere, som et subjekt bærer, og som trinnene ændrer, såsom stress, ansatte eller beskeder.",
                    "A state: a number, 0 or more, that a subject carries and the steps change, such as stress, employees or messages.")
            .keys(STATE_LABEL, START, SHIFTS, HALF_LIFE)
            .makes(f -> new State(
                    f.id(), f.get(STATE_LABEL), f.get(START), f.get(SHIFTS), f.get(HALF_LIFE), f.place()));
}
