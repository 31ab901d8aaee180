package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Measure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is counted and reported, and every place that counts in it. */
final class MeasureForms {

    private MeasureForms() {}

    /** Whether more of it is good. */
    private enum Good {
        MORE("more", 1, "mere er bedre", "more is better"),
        LESS("less", -1, "mindre er bedre", "less is better"),
        NEITHER("neither", 0, "hverken eller", "neither");

        private final String key;
        private final int sign;
        private final Text meaning;

        Good(String key, int sign, String da, String en) {
            this.key = key;
            this.sign = sign;
            this.meaning = new Text(da, en);
        }
    }

    private static final Measure.Kind[] COUNTED =
            Stream.of(Measure.Kind.values()).filter(kind -> !kind.isQuotient()).toArray(Measure.Kind[]::new);

    /** The id of a measure of one of these kinds. */
    static Type<String> measure(Measure.Kind... kinds) {
        List<String> keys = Stream.of(kinds).map(Measure.Kind::key).toList();
        String da = "et måltal af slagsen " + either(keys, "eller");
        String en = "a measure of kind " + either(keys, "or");
        return Type.reference(Kind.MEASURE, da, en, (c, id) -> {
            String found = c.binding().word(Kind.MEASURE, id, "kind");
            boolean isKind = Stream.of(Measure.Kind.values()).anyMatch(k -> k.key().equals(found));
            if (isKind && !keys.contains(found)) {
                c.fail(
                        new Text(id + ", der er af slagsen " + found, id + ", which is of kind " + found),
                        new Text(da, en), "");
            }
        });
    }

    private static String either(List<String> words, String or) {
        String last = words.get(words.size() - 1);
        String others = words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "));
        return others.isEmpty() ? last : others + " " + or + " " + last;
    }

    private static Text meaning(Measure.Kind kind) {
        return switch (kind) {
            case EVENTS -> new Text("hændelser, der tælles", "events that are counted");
            case SUBJECTS -> new Text("subjekter, der tælles", "subjects that are counted");
            case DAYS -> new Text("dage, som målere har løbet", "days that meters have run");
            case KRONER -> new Text("kroner", "kroner");
            case HOURS -> new Text("tid: skrives i minutter og vises i timer", "time: written in minutes and shown in hours");
            case SHARE -> new Text("et måltal divideret med et andet, vist i procent", "one measure divided by another, shown in per cent");
            case AVERAGE -> new Text("et måltal divideret med et andet, vist som et tal", "one measure divided by another, shown as a number");
        };
    }

    // ---- measures ----

    private static final Key<String> NUMERATOR = Key.required(
            "numerator", measure(COUNTED),
            "Måltallet, der deles.",
            "The measure that is divided.",
            "fees");
    private static final Key<String> DENOMINATOR = Key.required(
            "denominator", measure(COUNTED),
            "Måltallet, der deles med.",
            "The measure it is divided by.",
            "renewals");

    private static final Form<Measure.Quotient> QUOTIENT = Form.named(
                    "quotient",
                    "De to måltal, en andel eller et gennemsnit er regnet ud af.",
                    "The two measures that a share or an average is worked out from.")
            .keys(NUMERATOR, DENOMINATOR)
            .makes(f -> new Measure.Quotient(f.get(NUMERATOR), f.get(DENOMINATOR)));

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Hvad måltallet hedder i tabeller og tekst.",
            "What the measure is called in tables and text.",
            "{da: Sanktioner, en: Sanctions}");
    private static final Key.Maybe<Text> DEFINITION = Key.optional(
            "definition", Type.TEXT,
            "Hvad der præcis tælles, hvor navnet alene kunne vildlede.",
            "What exactly is counted, where the name alone could mislead.",
            "{da: \"En borger, der bliver ramt to gange, tæller to gange.\", en: A citizen hit twice counts twice.}");
    private static final Key.Maybe<Text> SENTENCE = Key.optional(
                    "in-sentence", Type.TEXT,
                    "Det, der stiger eller falder, midt i en sætning. Bemærkningerne skriver »... beregnes at stige med 1.200 timer«.",
                    "What rises or falls, in the middle of a sentence. The notes write \"... is computed to rise by 1,200 hours\".",
                    "{da: borgernes tidsforbrug, en: the time that citizens spend}")
            .otherwise("følger af label: »antallet af ...« for det, der tælles", "follows from the label: \"the number of ...\" for what is counted");
    private static final Key<Measure.Kind> KIND = Key.required(
            "kind", Type.oneOf(Measure.Kind.values(), Measure.Kind::key, MeasureForms::meaning),
            "Hvordan måltallet bliver til.",
            "How the measure comes about.",
            "events");
    private static final Key.Maybe<Measure.Quotient> OF = Key.optional(
                    "of", Type.mapping(QUOTIENT),
                    "De to måltal, der divideres.",
                    "The two measures that are divided.",
                    "{numerator: fees, denominator: renewals}")
            .otherwise("kræves ved share og average, og kun der", "required with share and average, and only there");
    private static final Key.Maybe<Text> UNIT = Key.optional(
                    "unit", Type.TEXT,
                    "Hvad én af dem er, i flertal.",
                    "What one of it is, in the plural.",
                    "{da: kopier, en: copies}")
            .otherwise("følger af slagsen; for subjects flertallet fra subjects", "follows from the kind; for subjects the plural in subjects");
    private static final Key<Good> GOOD = Key.required(
            "good", Type.oneOf(Good.values(), g -> g.key, g -> g.meaning),
            "Om det er godt eller skidt for borgerne, at tallet er højt.",
            "Whether a high number is good or bad for citizens.",
            "less");
    private static final Key<Boolean> HEADLINE = Key.optional(
                    "headline", Type.YES_OR_NO,
                    "Om en læser med to minutter skal se det.",
                    "Whether a reader with two minutes should see it.",
                    "true")
            .or(false, "nej", "no");
    private static final Key<Boolean> RECORDED = Key.optional(
                    "recorded", Type.YES_OR_NO,
                    "Om myndighedernes registre ved noget om det. Hvor de ikke gør, er der ingen registertal.",
                    "Whether the authorities' registers know of it. Where they do not, there is no register figure.",
                    "false")
            .or(true, "ja", "yes");

    static final Form<Measure> MEASURE = Form.named(
                    "measure",
                    "Noget, kørslen tæller og rapporten viser.",
                    "Something that the run counts and the report shows.")
            .keys(LABEL, DEFINITION, SENTENCE, KIND, OF, UNIT, GOOD, HEADLINE, RECORDED)
            .makes(f -> {
                Measure.Kind kind = f.get(KIND);
                boolean kindKnown = f.at(KIND).filter(k -> k.word().equals(kind.key())).isPresent();
                if (kindKnown && !kind.isQuotient()) {
                    f.at(OF).ifPresent(of -> of.fail(
                            new Text("of på et måltal af slagsen " + kind.key(), "of on a measure of kind " + kind.key()),
                            new Text("of kun på share og average", "of only on share and average"), ""));
                }
                Optional<Measure.Quotient> quotient = Optional.empty();
                if (kind.isQuotient()) {
                    quotient = Optional.of(f.require(OF));
                } else {
                    f.leave(OF);
                }
                Text ofKind = kind == Measure.Kind.SUBJECTS ? f.cursor().binding().subjects() : kind.unit();
                return new Measure(
                        f.id(), f.get(LABEL), f.get(DEFINITION), f.get(SENTENCE), kind, f.get(UNIT).orElse(ofKind), quotient,
                        f.get(RECORDED), f.get(GOOD).sign, f.get(HEADLINE), f.place());
            });

    // ---- tallies ----

    /** When something is so; the same key wherever a condition may narrow what stands beside it. */
    static final Key<Condition> WHEN = Key.optional(
                    "when", Type.CONDITION,
                    "Hvem det kun gælder, eller hvornår.",
                    "Whom, or when, it only holds for.",
                    "exempt and not told")
            .or(Condition.ALWAYS, "altid", "always");

    private static final Key<String> COUNTS_IN = Key.required(
            "measure", measure(COUNTED),
            "Måltallet, der tælles i.",
            "The measure that is counted in.",
            "fees");
    private static final Key.Maybe<Amount> AMOUNT = Key.optional(
                    "amount", Type.amount(),
                    "Hvor meget der tælles, rundet til et helt tal. Tid skrives i minutter og rundes til sekunder.",
                    "How much is counted, rounded to a whole number. Time is written in minutes and rounded to seconds.",
                    "calls * minutes-call")
            .otherwise("én", "one");

    private static final Form<Tally> NARROWED = Form.named(
                    "tally",
                    "Noget, der tælles, når det gælder, og så meget, som der står.",
                    "Something that is counted where it holds, and as much as is said.")
            .keys(COUNTS_IN, WHEN, AMOUNT)
            .makes(f -> new Tally(f.get(COUNTS_IN), View.BOTH, f.get(WHEN), f.get(AMOUNT)));

    /** A measure, or a measure and when and how much is counted in it. */
    static final Type<Tally> TALLY = Type.either(
            measure(COUNTED).as(id -> new Tally(id, View.BOTH, Condition.ALWAYS, Optional.empty())), NARROWED);

    /** The same where only the registers say so: a measure they know. */
    static final Type<Tally> RECORDED_TALLY = TALLY.checked((c, tally) -> {
        String id = tally.measure();
        if (c.binding().word(Kind.MEASURE, id, RECORDED.name()).equals("false")) {
            c.fail(
                    new Text(id + ", som registrene ikke kender (recorded: false)", id + ", which the registers do not know (recorded: false)"),
                    new Text("et måltal, som registrene kender", "a measure that the registers know"), "");
        }
    });

    static List<Tally> seen(List<Tally> tallies, View view) {
        return tallies.stream().map(t -> new Tally(t.measure(), view, t.when(), t.amount())).toList();
    }
}
