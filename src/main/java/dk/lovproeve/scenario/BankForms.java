package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Computation;
import dk.lovproeve.assessment.Concern;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.Scale;
import dk.lovproeve.assessment.Screening;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.TypicalRisk;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The question bank as it is written: a folder of YAML files like a scenario's. */
final class BankForms {

    private BankForms() {}

    private static final Text WHOLE = new Text("et helt tal, 1 eller mere", "a whole number, 1 or more");
    private static final Text SHARE = new Text("et tal fra 0 til 1", "a number from 0 to 1");
    private static final Text A_QUESTION = new Text("et spørgsmåls id", "a question's id");
    private static final String SCALES = "scales";

    private static final Type<Integer> COUNT = new Type<>(new Shape.Number(WHOLE), c -> whole(c, 1, Integer.MAX_VALUE, WHOLE));
    private static final Type<Double> PART = new Type<>(new Shape.Number(SHARE), c -> c.number(0, 1, SHARE));

    /** Stands in for what is wrong and has been reported; never handed out. */
    private static final Scale NO_SCALE = new Scale(Binding.UNKNOWN, List.of(step(Binding.UNKNOWN), step(Binding.UNKNOWN + "-")));

    private static Scale.Step step(String key) {
        return new Scale.Step(key, new Text(key, key), Optional.of(Concern.NEGLIGIBLE));
    }

    static int whole(Cursor c, int least, int most, Text expected) {
        double number = c.number(least, most, expected);
        if (number != Math.rint(number)) {
            c.fail(expected);
        }
        return (int) number;
    }

    /** Makes something; what its constructor refuses is a failure here, where the author wrote it. */
    private static <T> T made(Cursor c, Supplier<T> making, T standIn) {
        int before = c.binding().failures.all().size();
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            // A stand-in may be refused too; then the real mistake has been told.
            if (c.binding().failures.all().size() == before) {
                String[] said = refused.getMessage().split(", expected ", 2);
                c.fail(Text.same(said[0]), Text.same(said.length > 1 ? said[1] : said[0]), "");
            }
            return standIn;
        }
    }

    // ---- scales ----

    private static final Key<Text> STEP_LABEL = Key.required("label", Type.TEXT, "Svaret i ord.", "The answer in words.", "{da: ja, en: \"yes\"}");
    private static final Key.Maybe<Concern> STEP_CONCERN = Key.optional(
            "concern", Type.oneOf(Concern.values(), Concern::key, Concern::label), "Hvad svaret giver anledning til.", "What the answer gives cause for.", "low");

    private static final Form<Scale.Step> STEP = Form.named("scale-step", "Et svar på en skala.", "An answer of a scale.")
            .keys(STEP_LABEL, STEP_CONCERN)
            .makes(f -> new Scale.Step(f.id(), f.get(STEP_LABEL), f.get(STEP_CONCERN)));

    private static final Type<Scale> SCALE = new Type<>(
            new Shape.ByWord(new Text("et svars ord", "an answer's word"), new Shape.Mapping(STEP)),
            c -> {
                List<Scale.Step> steps = c.entries().stream().map(STEP::read).toList();
                return made(c, () -> new Scale(c.key(), steps), NO_SCALE);
            });

    /** The scale that is named, which stands under the root key. */
    private static Scale scale(Cursor c) {
        Cursor scales = c.binding().cursor().take(SCALES);
        Optional<Cursor> named = scales.maybe(c.word());
        if (named.isEmpty()) {
            c.fail(new Text("en skala, der står under " + SCALES, "a scale that stands under " + SCALES));
            return NO_SCALE;
        }
        return SCALE.read(named.get());
    }

    // ---- questions ----

    private static final Key<String> WHEN_QUESTION = Key.required(
            "question", Type.words(A_QUESTION.da(), A_QUESTION.en()), "Spørgsmålet.", "The question.", "scr-1");
    private static final Key<List<String>> WHEN_IS = Key.required(
            "is", Type.references(Type.words("et svar", "an answer")), "Svarene.", "The answers.", "[\"yes\"]");
    private static final Form<Question.When> WHEN = Form.named("when-answered", "At et andet spørgsmål har et bestemt svar.", "That another question has a certain answer.")
            .keys(WHEN_QUESTION, WHEN_IS)
            .makes(f -> new Question.When(f.get(WHEN_QUESTION), f.get(WHEN_IS)));

    private static final Key<Text> ASK = Key.required("ask", Type.TEXT, "Spørgsmålet.", "The question.", "{da: Er der en anden vej?, en: Is there another way?}");
    private static final Key<Text> HELP = Key.required("help", Type.TEXT, "Hvad et godt svar rummer.", "What a good answer holds.", "{da: Sig hvor., en: Say where.}");
    private static final Key<Text> WHY = Key.required("why", Type.TEXT, "Hvorfor der spørges.", "Why it is asked.", "{da: Det afgør noget., en: It settles something.}");
    private static final Key<Text> ANCHOR = Key.required("anchor", Type.TEXT, "Loven eller normen bag.", "The law or the norm behind it.", "{da: Forvaltningsloven § 19, en: Public Administration Act s. 19}");
    private static final Key<Question.Kind> KIND = Key.required(
            "kind", Type.oneOf(Question.Kind.values(), Question.Kind::key, Question.Kind::meaning), "Hvordan et svar ser ud.", "What an answer looks like.", "ladder");
    private static final Key.Maybe<Scale> QUESTION_SCALE = Key.optional(
            "scale", new Type<>(new Shape.Words(new Text("en skalas navn", "a scale's name")), BankForms::scale), "Skalaen.", "The scale.", "met");
    private static final Key.Maybe<Question.When> APPLIES = Key.optional(
            "applies-if", Type.mapping(WHEN), "Hvornår spørgsmålet opstår.", "When the question arises.", "{question: scr-1, is: [\"yes\"]}");
    private static final Key<Boolean> OPTIONAL = flag("may-be-irrelevant", "Om »ikke relevant« er et svar.", "Whether \"not relevant\" is an answer.");
    private static final Key<Boolean> SHORT = flag("short", "Om det hører til det korte spor.", "Whether it belongs to the short track.");
    private static final Key<List<Question.Ground>> RESTS_ON = Key.optional(
                    "rests-on", Type.references(Type.oneOf(Question.Ground.values(), Question.Ground::key, Question.Ground::label)),
                    "Hvad svaret hænger på, og bliver forældet med.", "What the answer hangs on, and goes stale with.", "[rule]")
            .or(List.of(), "kun de bestemmelser, svaret nævner", "only the provisions that the answer names");
    private static final Key.Maybe<Computation> COMPUTED = Key.optional(
            "computed", Type.oneOf(Computation.values(), Computation::key, c -> Text.same(c.key())), "Hvad modellen selv svarer med.", "What the model answers with by itself.", "way-out");
    private static final Key<String> CROSSED_AT = Key.required(
            "from", Type.words("et svar på skalaen", "an answer of the scale"), "Svaret, fra hvilket det er kritisk uanset alt andet.", "The answer from which on it is critical whatever else is said.", "\"no\"");
    private static final Key<Text> CROSSED = Key.required(
            "crossed", Type.TEXT, "Hvad der så gælder, som en sætning for sig.", "What then holds, as a sentence of its own.", "{da: Borgeren bliver ikke hørt., en: The citizen is not heard.}");
    private static final Form<Question.RedLine> LINE = Form.named("red-line", "En grænse, som intet opvejer.", "A limit that nothing outweighs.")
            .keys(CROSSED_AT, CROSSED)
            .makes(f -> new Question.RedLine(f.get(CROSSED_AT), f.get(CROSSED)));
    private static final Key.Maybe<Question.RedLine> RED_LINE = Key.optional(
            "red-line", Type.mapping(LINE), "Grænsen, som intet opvejer.", "The limit that nothing outweighs.", "{from: \"no\", crossed: {da: Borgeren bliver ikke hørt., en: The citizen is not heard.}}");
    private static final Key<List<Question.Need>> NEEDS = Key.optional(
                    "needs", Type.references(Type.oneOf(Question.Need.values(), Question.Need::key, Question.Need::label)),
                    "Hvad der skal stå ved siden af svaret.", "What must stand beside the answer.", "[clauses]")
            .or(List.of(), "kun begrundelsen", "the reason only");
    private static final Key<List<String>> LANDS = Key.optional(
                    "lands", Type.references(Type.words("et punkt i bemærkningerne", "a point of the notes")),
                    "Hvor i bemærkningerne svaret hører hjemme.", "Where in the notes the answer belongs.", "[\"7\"]")
            .or(List.of(), "ingen steder", "nowhere");
    private static final Key<Integer> SINCE = Key.optional("since", COUNT, "Udgaven, det kom med.", "The version it came with.", "1").or(1, "1", "1");
    private static final Key<Integer> REVISION = Key.optional("revision", COUNT, "Hvor mange gange meningen er sat.", "How many times its meaning has been set.", "1").or(1, "1", "1");
    private static final Key.Maybe<String> SUCCESSOR = Key.optional("successor", Type.words(A_QUESTION.da(), A_QUESTION.en()), "Spørgsmålet, der stilles i stedet.", "The question asked in its place.", "ret-8");

    private static Key<Boolean> flag(String name, String da, String en) {
        return Key.optional(name, Type.YES_OR_NO, da, en, "true").or(false, "false", "false");
    }

    private static final Form<Optional<Question>> QUESTION = Form.named("question", "Et spørgsmål.", "A question.")
            .keys(ASK, HELP, WHY, ANCHOR, KIND, QUESTION_SCALE, APPLIES, OPTIONAL, SHORT, RESTS_ON, COMPUTED, RED_LINE, NEEDS, LANDS, SINCE, REVISION, SUCCESSOR)
            .makes(BankForms::question);

    private static Optional<Question> question(Form.Fields f) {
        Question.Kind kind = f.get(KIND);
        Optional<Scale> scale = f.get(QUESTION_SCALE);
        Optional<Computation> computed = f.get(COMPUTED);
        computed.ifPresent(c -> {
            List<String> found = scale.map(Scale::keys).orElse(List.of());
            if (!found.equals(c.scale()) && scale.filter(NO_SCALE::equals).isEmpty()) {
                f.at(COMPUTED).ifPresent(at -> at.fail(
                        new Text(c.key() + " med svarene " + found, c.key() + " with the answers " + found),
                        new Text("en skala med svarene " + c.scale(), "a scale with the answers " + c.scale()), ""));
            }
        });
        boolean severalScored = kind == Question.Kind.CHOICE && scale.filter(Scale::isScored).isPresent();
        if (severalScored) {
            f.at(QUESTION_SCALE).ifPresent(at -> at.fail(new Text("en skala uden concern, når der kan vælges flere", "a scale without concern where several may be chosen")));
        }
        Set<Question.Ground> ground = new LinkedHashSet<>(f.get(RESTS_ON));
        Set<Question.Need> needs = new LinkedHashSet<>(f.get(NEEDS));
        Text ask = f.get(ASK);
        Text help = f.get(HELP);
        Text why = f.get(WHY);
        Text anchor = f.get(ANCHOR);
        Optional<Question.When> applies = f.get(APPLIES);
        boolean optional = f.get(OPTIONAL);
        boolean isShort = f.get(SHORT);
        Optional<Question.RedLine> redLine = f.get(RED_LINE);
        List<String> lands = f.get(LANDS);
        int since = f.get(SINCE);
        int revision = f.get(REVISION);
        Optional<String> successor = f.get(SUCCESSOR);
        return made(f.cursor(), () -> Optional.of(new Question(
                f.id(), ask, help, why, anchor, kind, scale, applies, optional, isShort, ground, computed, redLine, needs, lands, since,
                revision, successor)), Optional.empty());
    }

    // ---- sections ----

    private static final Key<Text> LABEL = Key.required("label", Type.TEXT, "Overskriften.", "The heading.", "{da: Retssikkerhed, en: Legal certainty}");
    private static final Key<Text> TEXT = Key.required("text", Type.TEXT, "Hvad det handler om.", "What it is about.", "{da: Om kæden., en: About the chain.}");
    private static final Key<List<Question>> QUESTIONS = Key.required(
            "questions", declared(Type.mapping(QUESTION)), "Spørgsmålene.", "The questions.", "{}");

    private static Type<List<Question>> declared(Type<Optional<Question>> each) {
        return new Type<>(
                new Shape.ByWord(A_QUESTION, each.shape()),
                c -> c.declared().stream().map(each::read).flatMap(Optional::stream).toList());
    }

    private static Form<Optional<Section>> section(String name, Section.Layer layer) {
        return Form.named(name, "Spørgsmål, der hører sammen.", "Questions that belong together.")
                .keys(LABEL, TEXT, QUESTIONS)
                .makes(f -> {
                    Text label = f.get(LABEL);
                    Text text = f.get(TEXT);
                    List<Question> questions = f.get(QUESTIONS);
                    return made(f.cursor(), () -> Optional.of(new Section(f.id(), layer, label, text, questions)), Optional.empty());
                });
    }

    private static Key<List<Section>> sections(String name, Section.Layer layer, String da, String en) {
        Form<Optional<Section>> form = section(name + "-section", layer);
        return Key.required(
                name,
                new Type<>(new Shape.ByWord(new Text("et afsnits id", "a section's id"), new Shape.Mapping(form)),
                        c -> c.declared().stream().map(form::read).flatMap(Optional::stream).toList()),
                da, en, "{}");
    }

    private static final Key<List<Section>> SCREENING = sections("screening", Section.Layer.SCREENING, "Forhåndsvurderingen.", "The screening.");
    private static final Key<List<Section>> FACTS = sections("facts", Section.Layer.FACTS, "Sagen.", "The matter.");
    private static final Key<List<Section>> DIMENSIONS = sections("dimensions", Section.Layer.DIMENSION, "De tolv dimensioner.", "The twelve dimensions.");
    private static final Key<List<Section>> PRINCIPLES = sections("principles", Section.Layer.PRINCIPLES, "De syv principper.", "The seven principles.");

    // ---- what the screening asks for ----

    private static final Key<Text> REASON = Key.required("reason", Type.TEXT, "Hvorfor.", "Why.", "{da: Høj risiko., en: High risk.}");
    private static final Key<Text> SOURCE = Key.required("source", Type.TEXT, "Retskilden.", "The legal source.", "{da: GDPR art. 35, en: GDPR art. 35}");
    private static final Key.Maybe<Question.When> ONLY_IF = Key.optional(
            "only-if", Type.mapping(WHEN), "Hvad der også skal være tilfældet.", "What must be the case too.", "{question: scr-1, is: [\"yes\"]}");
    private static final Key<List<Question.When>> TRIGGERS = Key.required(
            "when", Type.listOf(Type.mapping(WHEN)), "Svarene, hvoraf ét er nok.", "The answers, of which one is enough.", "[{question: scr-2, is: [\"yes\"]}]");
    private static final Form<Optional<Screening>> OUTCOME = Form.named("screening-outcome", "Noget, forhåndsvurderingen kan udløse.", "Something that the screening can bring about.")
            .keys(LABEL, REASON, SOURCE, ONLY_IF, TRIGGERS)
            .makes(f -> {
                Text label = f.get(LABEL);
                Text reason = f.get(REASON);
                Text source = f.get(SOURCE);
                Optional<Question.When> onlyIf = f.get(ONLY_IF);
                List<Question.When> triggers = f.get(TRIGGERS);
                return made(f.cursor(), () -> Optional.of(new Screening(f.id(), label, reason, source, onlyIf, triggers)), Optional.empty());
            });
    private static final Key<List<Screening>> OUTCOMES = Key.required(
            "outcomes",
            new Type<>(new Shape.ByWord(new Text("et navn", "a name"), new Shape.Mapping(OUTCOME)),
                    c -> c.declared().stream().map(OUTCOME::read).flatMap(Optional::stream).toList()),
            "Hvad forhåndsvurderingen kan udløse.", "What the screening can bring about.", "{}");

    // ---- risks ----

    private static final Key<Map<RiskScales.Aspect, List<Text>>> SEVERITY = Key.required(
            "severity",
            new Type<>(new Shape.ByWord(new Text("en side af alvoren", "an aspect of severity"), new Shape.Items(new Shape.BothLanguages())), BankForms::severity),
            "Hvad trinnene 0-4 betyder.", "What the steps 0-4 mean.", "{}");
    private static final Key<List<Double>> SCOPE_FROM = Key.required(
            "scope-from", Type.listOf(PART), "Den mindste andel af gruppen, hvert trin af scope siger.", "The least share of the group that each step of scope says.", "[0, 0, 0.01, 0.05, 0.2]");
    private static final Key<Text> LIKELY = Key.required("label", Type.TEXT, "Trinnet i ord.", "The step in words.", "{da: sjælden, en: rare}");
    private static final Key<Double> FROM = Key.required("from", PART, "Den mindste andel.", "The least share.", "0.01");
    private static final Form<RiskScales.Likelihood> LIKELIHOOD_STEP = Form.named("likelihood-step", "Et trin af sandsynlighed.", "A step of likelihood.")
            .keys(LIKELY, FROM)
            .makes(f -> new RiskScales.Likelihood(f.get(LIKELY), f.get(FROM)));
    private static final Key<List<RiskScales.Likelihood>> LIKELIHOOD = Key.required(
            "likelihood", Type.listOf(Type.mapping(LIKELIHOOD_STEP)), "Trinnene 0-4.", "The steps 0-4.", "[]");
    private static final Key<List<List<Concern>>> TABLE = Key.required(
            "table", Type.listOf(Type.listOf(Type.oneOf(Concern.values(), Concern::key, Concern::label))), "Niveauet efter alvor og sandsynlighed.", "The level by severity and likelihood.", "[]");
    private static final Key<String> DIMENSION = Key.required(
            "dimension", Type.words("en dimension", "a dimension"), "Dimensionen, den hører til.", "The dimension it belongs to.", "ret");
    private static final Form<Optional<TypicalRisk>> TYPICAL = Form.named("typical-risk", "En risiko, enhver analyse tager stilling til.", "A risk that every assessment considers.")
            .keys(DIMENSION, LABEL, TEXT)
            .makes(f -> {
                String dimension = f.get(DIMENSION);
                Text label = f.get(LABEL);
                Text text = f.get(TEXT);
                return made(f.cursor(), () -> Optional.of(new TypicalRisk(f.id(), label, text, dimension)), Optional.empty());
            });
    private static final Key<List<TypicalRisk>> TYPICAL_RISKS = Key.required(
            "typical-risks",
            new Type<>(new Shape.ByWord(new Text("et navn", "a name"), new Shape.Mapping(TYPICAL)),
                    c -> c.declared().stream().map(TYPICAL::read).flatMap(Optional::stream).toList()),
            "Risici, enhver analyse tager stilling til.", "Risks that every assessment considers.", "{}");

    private static Map<RiskScales.Aspect, List<Text>> severity(Cursor c) {
        return c.whole(all -> {
            Map<RiskScales.Aspect, List<Text>> steps = new EnumMap<>(RiskScales.Aspect.class);
            Stream.of(RiskScales.Aspect.values())
                    .forEach(aspect -> steps.put(aspect, all.take(aspect.key()).items().stream().map(Cursor::text).toList()));
            return steps;
        });
    }

    // ---- the whole ----

    private static final Key<Integer> VERSION = Key.required("version", COUNT, "Bankens udgave.", "The version of the bank.", "1");
    private static final Key<Double> ENOUGH = Key.required("enough", PART, "Hvor meget der skal være besvaret.", "How much must be answered.", "0.75");
    private static final Key<Integer> LEAST = Key.required("least", COUNT, "Mindst så mange tegn.", "At least so many characters.", "30");
    private static final Key<Integer> MOST = Key.required("most", COUNT, "Højst så mange tegn.", "At most so many characters.", "2000");
    private static final Form<QuestionBank.Length> LENGTH = Form.named("length", "En længde i tegn.", "A length in characters.")
            .keys(LEAST, MOST)
            .makes(f -> {
                int least = f.get(LEAST);
                int most = f.get(MOST);
                return made(f.cursor(), () -> new QuestionBank.Length(least, most), new QuestionBank.Length(1, 1));
            });
    private static final Key<QuestionBank.Length> REASON_LENGTH = Key.required("reason", Type.mapping(LENGTH), "En begrundelses længde.", "The length of a reason.", "{least: 30, most: 2000}");
    private static final Key<List<Scale>> SCALES_KEY = Key.required(
            SCALES,
            new Type<>(new Shape.ByWord(new Text("en skalas navn", "a scale's name"), SCALE.shape()),
                    c -> c.declared().stream().map(SCALE::read).toList()),
            "Skalaerne.", "The scales.", "{}");

    /** The whole bank; empty when something is wrong, which has been reported. */
    static final Form<Optional<QuestionBank>> BANK = Form.named("bank", "Spørgsmålsbanken.", "The question bank.")
            .keys(VERSION, ENOUGH, REASON_LENGTH, SCALES_KEY, SCREENING, OUTCOMES, FACTS, DIMENSIONS, PRINCIPLES, SEVERITY, SCOPE_FROM, LIKELIHOOD, TABLE, TYPICAL_RISKS)
            .makes(f -> {
                f.get(SCALES_KEY);
                List<Section> sections = new ArrayList<>();
                Stream.of(SCREENING, FACTS, DIMENSIONS, PRINCIPLES).forEach(key -> sections.addAll(f.get(key)));
                int version = f.get(VERSION);
                double enough = f.get(ENOUGH);
                QuestionBank.Length reason = f.get(REASON_LENGTH);
                List<Screening> outcomes = f.get(OUTCOMES);
                List<TypicalRisk> typical = f.get(TYPICAL_RISKS);
                Map<RiskScales.Aspect, List<Text>> severity = f.get(SEVERITY);
                List<Double> scope = f.get(SCOPE_FROM);
                List<RiskScales.Likelihood> likelihood = f.get(LIKELIHOOD);
                List<List<Concern>> table = f.get(TABLE);
                if (!f.cursor().binding().failures.isEmpty()) {
                    return Optional.empty();
                }
                Optional<RiskScales> risks = made(
                        f.at(TABLE).orElseThrow(), () -> Optional.of(new RiskScales(severity, scope, likelihood, table)), Optional.empty());
                return risks.flatMap(scales -> made(
                        f.cursor(), () -> Optional.of(new QuestionBank(version, sections, outcomes, scales, typical, enough, reason)), Optional.empty()));
            });
}
