package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Scale;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What people have answered in an assessment, as it is written in the scenario's folder. */
final class AssessmentForms {

    private AssessmentForms() {}

    private static final Text STEP = new Text("et helt tal fra 0 til 4, eller unknown", "a whole number from 0 to 4, or unknown");
    private static final Text STEPS = new Text("et helt tal fra 1 til 4", "a whole number from 1 to 4");
    private static final Text COUNT = new Text("et helt tal, 0 eller mere", "a whole number, 0 or more");
    private static final Text ANY_NUMBER = new Text("et tal", "a number");
    private static final Prose NO_WORDS = new Prose(Binding.UNKNOWN, Binding.UNKNOWN);

    // ---- words ----

    private static final Key.Maybe<String> DA = Key.optional("da", Type.words("en tekst", "a text"), "På dansk.", "In Danish.", "Fordi.");
    private static final Key.Maybe<String> EN = Key.optional("en", Type.words("en tekst", "a text"), "På engelsk.", "In English.", "Because.");
    private static final Form<Prose> PROSE = Form.named(
                    "prose", "En tekst på mindst ét af sprogene. Mangler det andet, siges det.", "A text in at least one of the languages. If the other is missing, it is told.")
            .keys(DA, EN)
            .makes(f -> {
                Optional<String> da = f.get(DA);
                Optional<String> en = f.get(EN);
                if (da.isEmpty() && en.isEmpty()) {
                    f.cursor().fail(new Text("en tekst under da eller en", "a text under da or en"));
                    return NO_WORDS;
                }
                return new Prose(da.orElse(""), en.orElse(""));
            });
    /** Words in at least one of the languages. */
    static final Type<Prose> WORDS = Type.mapping(PROSE);

    private static Key.Maybe<Prose> prose(String name, String da, String en) {
        return Key.optional(name, WORDS, da, en, "{da: Fordi., en: Because.}");
    }

    private static Key<Prose> requiredProse(String name, String da, String en) {
        return Key.required(name, WORDS, da, en, "{da: Fordi., en: Because.}");
    }

    private static final Key<String> BY = Key.required(
            "by", Type.words("et embede eller kontor", "an office"), "Hvem, efter embede.", "Who, by office.", "fagkontoret");
    private static final Key<LocalDate> ON = Key.required("date", Type.DATE, "Hvornår.", "When.", "2026-11-22");

    // ---- names of other things ----

    private static final Type<String> CLAUSE = new Type<>(
            new Shape.Reference(Kind.PROVISION, new Text("fri tekst, hvor der ikke er noget lovforslag", "any words where there is no bill")),
            c -> c.binding().declared(Kind.PROVISION).isEmpty() ? c.words(Kind.PROVISION.one()) : c.isThere() ? c.reference(Kind.PROVISION) : Binding.UNKNOWN);

    /** The id of something that stands in another part of the assessment, or of the bank. */
    private static Type<String> named(String da, String en, Function<Cursor, Collection<String>> known) {
        Text what = new Text(da, en);
        return new Type<>(new Shape.Words(what), c -> {
            String word = c.words(what);
            Collection<String> all = known.apply(c);
            if (c.isThere() && !all.contains(word) && !word.equals(Binding.UNKNOWN)) {
                c.fail(what, Nearest.of(word, all).orElse(""));
            }
            return word;
        });
    }

    private static Collection<String> declared(Cursor c, String section) {
        Tree assessment = c.binding().root.entries().get(AssessmentFile.ROOT);
        Tree part = assessment == null ? null : assessment.keys().get(section);
        return part == null ? Set.of() : part.keys().keySet();
    }

    private static final Type<String> A_SOURCE = named("en kilde, der står under sources", "a source that stands under sources", c -> declared(c, "sources"));
    private static final Type<String> A_RISK = named("en risiko, der står under risks", "a risk that stands under risks", c -> declared(c, "risks"));
    private static final Type<String> A_TYPICAL = named(
            "en typisk risiko i spørgsmålsbanken", "a typical risk of the question bank", c -> c.binding().bank().typical().stream().map(t -> t.id()).toList());
    private static final Type<String> A_DIMENSION = named(
            "en dimension i spørgsmålsbanken", "a dimension of the question bank", c -> c.binding().bank().dimensions().stream().map(Section::id).toList());

    private static List<String> groups(Cursor c) {
        boolean grouped = c.binding().hasGroups() || c.binding().declared(Kind.STEP).isEmpty();
        return grouped ? List.of("1", "2", "3") : List.of("all");
    }

    private static final Type<String> A_GROUP = named("en retssikkerhedsgruppe: 1, 2 eller 3; all, hvor der ingen er", "a rights-security group: 1, 2 or 3; all where there are none", AssessmentForms::groups);

    private static final Key<List<String>> CLAUSES = Key.optional(
                    "clauses", Type.references(CLAUSE), "Bestemmelserne, det handler om.", "The provisions it is about.", "[duty]")
            .or(List.of(), "ingen", "none");

    // ---- answers ----

    private static final Key<Double> LOW = Key.required("low", number(), "Den laveste rimelige værdi.", "The lowest plausible value.", "100");
    private static final Key.Maybe<Double> CENTRAL = Key.optional("central", number(), "Den midterste værdi.", "The central value.", "120");
    private static final Key<Double> HIGH = Key.required("high", number(), "Den højeste rimelige værdi.", "The highest plausible value.", "150");
    private static final Key<String> UNIT = Key.required("unit", Type.words("en enhed", "a unit"), "Hvad der tælles.", "What is counted.", "personer");
    private static final Value.Quantity NO_QUANTITY = new Value.Quantity(0, Optional.empty(), 0, Binding.UNKNOWN);
    private static final Form<Value.Quantity> QUANTITY = Form.named("quantity", "Et tal med interval og enhed.", "A number with a range and a unit.")
            .keys(LOW, CENTRAL, HIGH, UNIT)
            .makes(f -> {
                double low = f.get(LOW);
                Optional<Double> central = f.get(CENTRAL);
                double high = f.get(HIGH);
                String unit = f.get(UNIT);
                double middle = central.orElse(low);
                if (!(low <= middle && middle <= high)) {
                    f.cursor().fail(Text.same(Said.number(low) + " ... " + Said.number(high)), Text.same("low <= central <= high"), "");
                    return NO_QUANTITY;
                }
                return new Value.Quantity(low, central, high, unit);
            });

    private static Type<Double> number() {
        return new Type<>(new Shape.Number(ANY_NUMBER), c -> c.number(-Double.MAX_VALUE, Double.MAX_VALUE, ANY_NUMBER));
    }

    private static final Key.Maybe<Optional<Value>> ANSWER = Key.optional(
                    "answer", new Type<>(new Shape.Anything(), AssessmentForms::value),
                    "Svaret: et ord på spørgsmålets skala, en liste, et tal med interval eller en tekst, alt efter spørgsmålet; unknown for ved ikke, not-relevant, hvor det kan siges.",
                    "The answer: a word of the question's scale, a list, a number with a range or a text, according to the question; unknown for do not know, not-relevant where that can be said.",
                    "partly")
            .otherwise("modellen svarer, og der står kun en bemærkning", "the model answers, and there is a remark only");
    private static final Key.Maybe<Prose> REASON = prose("reason", "Begrundelsen.", "The reason.");
    private static final Key<List<String>> EVIDENCE = Key.optional(
                    "evidence", Type.references(A_SOURCE), "Kilderne, svaret bygger på.", "The sources that the answer rests on.", "[survey-2025]")
            .or(List.of(), "ingen", "none");
    private static final Key.Maybe<Grade> GRADE = Key.optional(
            "grade", Type.oneOf(Grade.values(), Grade::key, Grade::label), "Hvor fast grunden er. C og D viser niveauet ét trin op som øvre ende.", "How firm the ground is. C and D show the level one step up as its upper end.", "C");
    private static final Key<Prose> REMARK_TEXT = requiredProse("text", "Uenigheden.", "The disagreement.");
    private static final Form<Answer.Remark> REMARK = Form.named("remark", "En uenighed, der står ved siden af svaret og ikke ændrer det.", "A disagreement that stands beside the answer and does not change it.")
            .keys(REMARK_TEXT, BY, ON)
            .makes(f -> new Answer.Remark(f.get(REMARK_TEXT), f.get(BY), f.get(ON)));
    private static final Key.Maybe<Answer.Remark> REMARK_KEY = Key.optional(
            "remark", Type.mapping(REMARK), "En uenighed.", "A disagreement.", "{text: {da: Vi er uenige., en: We disagree.}, by: Jura, date: 2026-11-22}");
    private static final Key.Maybe<String> FROM = Key.optional(
            "from", Type.words("navnet på en anden analyse", "the name of another assessment"), "Analysen, det er overtaget fra og endnu ikke set på her.", "The assessment that it was taken over from and is not yet looked at here.", "lovforslaget");

    private static final Key<Integer> REVISION = Key.optional("question", whole(0, Integer.MAX_VALUE, COUNT), "Spørgsmålets revision.", "The question's revision.", "1").or(0, "ikke sagt", "not told");
    private static final Key.Maybe<String> SEEN_RULE = Key.optional("rule", mark(), "Reglens fingeraftryk.", "The rule's fingerprint.", "0a1b2c3d4e");
    private static final Key.Maybe<String> SEEN_DATA = Key.optional("data", mark(), "Tallenes fingeraftryk.", "The fingerprint of the numbers.", "0a1b2c3d4e");
    private static final Key.Maybe<String> SEEN_RUN = Key.optional("run", mark(), "Kørslens id.", "The run's id.", "0a1b2c3d4e");
    private static final Key<Map<String, String>> SEEN_CLAUSES = Key.optional(
                    "clauses", new Type<>(new Shape.ByWord(Kind.PROVISION.one(), mark().shape()), AssessmentForms::marks), "Bestemmelsernes fingeraftryk.", "The fingerprints of the provisions.", "{duty: 0a1b2c3d4e}")
            .or(Map.of(), "ingen", "none");
    private static final Form<Seen> SEEN = Form.named("seen", "Hvad der forelå, da svaret blev givet, risikoen vurderet eller foranstaltningen lagt. Skrives af assess; det er forældet, når det ikke længere er sådan.", "What lay before the one who answered, judged the risk or laid down the safeguard. Written by assess; it is stale when it is no longer so.")
            .keys(REVISION, SEEN_RULE, SEEN_DATA, SEEN_RUN, SEEN_CLAUSES)
            .makes(f -> new Seen(f.get(REVISION), f.get(SEEN_RULE), f.get(SEEN_DATA), f.get(SEEN_RUN), f.get(SEEN_CLAUSES)));
    private static final Key<Seen> SEEN_KEY = Key.optional("seen", Type.mapping(SEEN), "Hvad der forelå.", "What lay before one.", "{question: 1, rule: 0a1b2c3d4e}")
            .or(Seen.NOTHING, "intet er sagt, og svaret bliver ikke forældet", "nothing is told, and the answer does not go stale");

    private static Type<String> mark() {
        return Type.words("et fingeraftryk", "a fingerprint");
    }

    private static Map<String, String> marks(Cursor c) {
        Map<String, String> marks = new LinkedHashMap<>();
        c.entries().forEach(entry -> marks.put(entry.key(), mark().read(entry)));
        return marks;
    }

    private static Type<Integer> whole(int least, int most, Text what) {
        return new Type<>(new Shape.Number(what), c -> BankForms.whole(c, least, most, what));
    }

    private static final Form<Answer> ANSWERED = Form.named("answered", "Et svar på et spørgsmål.", "An answer to a question.")
            .keys(ANSWER, REASON, CLAUSES, EVIDENCE, GRADE, REMARK_KEY, BY, ON, FROM, SEEN_KEY)
            .makes(f -> {
                Optional<Value> value = f.get(ANSWER).flatMap(v -> v);
                Optional<Prose> reason = f.get(REASON);
                Optional<Answer.Remark> remark = f.get(REMARK_KEY);
                if (!f.has(ANSWER) && remark.isEmpty()) {
                    f.cursor().fail(new Text("hverken answer eller remark", "neither answer nor remark"), new Text("mindst en af dem", "at least one of them"), "");
                }
                reason.filter(r -> r.length() > f.cursor().binding().bank().reason().most()).ifPresent(r -> f.at(REASON).ifPresent(c -> c.fail(
                        new Text(r.length() + " tegn", r.length() + " characters"),
                        new Text("højst " + c.binding().bank().reason().most() + " tegn", "at most " + c.binding().bank().reason().most() + " characters"), "")));
                return new Answer(
                        f.id(), value, reason, f.get(CLAUSES), f.get(EVIDENCE), f.get(GRADE), f.get(BY), f.get(ON), f.get(SEEN_KEY), f.get(FROM), remark,
                        Optional.of(f.place()));
            });

    private static final Text A_QUESTION = new Text("et spørgsmål i spørgsmålsbanken", "a question of the question bank");
    private static final Key<Map<String, Answer>> ANSWERS = Key.optional(
                    "answers", new Type<>(new Shape.ByWord(A_QUESTION, new Shape.Mapping(ANSWERED)), AssessmentForms::answers),
                    "Svarene, hvert under sit spørgsmåls id.", "The answers, each under its question's id.",
                    "{ret-4: {answer: partly, by: fagkontoret, date: 2026-11-22}}")
            .or(Map.of(), "ingen", "none");

    private static Map<String, Answer> answers(Cursor c) {
        Map<String, Answer> read = new LinkedHashMap<>();
        List<String> known = c.binding().bank().questions().stream().map(Question::id).toList();
        for (Cursor one : c.declared()) {
            if (known.contains(one.key())) {
                read.put(one.key(), ANSWERED.read(one));
            } else {
                one.fail(Text.same(one.key()), A_QUESTION, Nearest.of(one.key(), known).orElse(""));
            }
        }
        // In the order of the bank, so that the file differs only where an answer does.
        Map<String, Answer> ordered = new LinkedHashMap<>();
        known.stream().filter(read::containsKey).forEach(id -> ordered.put(id, read.get(id)));
        return ordered;
    }

    // ---- what an answer says ----

    private static Optional<Value> value(Cursor c) {
        String[] path = c.path().split("\\.");
        Optional<Question> question = path.length < 2 ? Optional.empty() : c.binding().bank().find(path[path.length - 2]);
        if (!c.isThere() || question.isEmpty()) {
            return Optional.empty();
        }
        if (c.isScalar() && c.word().equals(Value.UNKNOWN)) {
            return Optional.of(new Value.Unknown());
        }
        if (c.isScalar() && question.get().optional() && c.word().equals(Value.IRRELEVANT)) {
            return Optional.of(new Value.Irrelevant());
        }
        return value(c, question.get());
    }

    private static Optional<Value> value(Cursor c, Question question) {
        int before = c.binding().failures.all().size();
        Value value = switch (question.kind()) {
            case LADDER -> {
                List<String> words = new ArrayList<>(scale(question).keys());
                words.add(Value.UNKNOWN);
                if (question.optional()) {
                    words.add(Value.IRRELEVANT);
                }
                yield new Value.One(among(c, words));
            }
            case PER_GROUP -> each(c, question, groups(c), A_GROUP);
            case PER_CHANNEL -> {
                Set<String> channels = c.binding().declared(Kind.CHANNEL);
                yield each(c, question, channels.isEmpty() ? null : channels, new Type<>(new Shape.Words(Kind.CHANNEL.one()), entry -> entry.key()));
            }
            case CHOICE -> several(c, new Type<>(new Shape.Words(ANY_NUMBER), item -> among(item, scale(question).keys())));
            case CLAUSES -> several(c, CLAUSE);
            case QUANTITY -> QUANTITY.read(c);
            case WORDS -> new Value.Written(PROSE.read(c));
        };
        return c.binding().failures.all().size() == before ? Optional.of(value) : Optional.empty();
    }

    private static Scale scale(Question question) {
        return question.scale().orElseThrow();
    }

    private static String among(Cursor c, List<String> words) {
        if (!words.contains(c.word())) {
            c.fail(Said.oneOf(words), Nearest.of(c.word(), words).orElse(""));
            return Binding.UNKNOWN;
        }
        return c.word();
    }

    private static Value several(Cursor c, Type<String> each) {
        List<String> names = c.once(each::read);
        if (names.isEmpty()) {
            c.fail(new Text("mindst et svar i en liste", "at least one answer in a list"));
            return new Value.Several(List.of(Binding.UNKNOWN));
        }
        return new Value.Several(names);
    }

    /** @param among the keys that may stand; {@code null} for any */
    private static Value each(Cursor c, Question question, Collection<String> among, Type<String> what) {
        List<String> words = new ArrayList<>(scale(question).keys());
        words.add(Value.UNKNOWN);
        Map<String, String> steps = new LinkedHashMap<>();
        for (Cursor entry : c.entries()) {
            if (among != null && !among.contains(entry.key())) {
                entry.fail(Text.same(entry.key()), Said.oneOf(among), Nearest.of(entry.key(), among).orElse(""));
            }
            steps.put(entry.key(), among(entry, words));
        }
        return new Value.Each(steps.isEmpty() ? Map.of(Binding.UNKNOWN, Value.UNKNOWN) : steps);
    }

    // ---- sources ----

    private static final Key<Source.Kind> SOURCE_KIND = Key.required("kind", Type.oneOf(Source.Kind.values(), Source.Kind::key, Source.Kind::label), "Hvad det er.", "What it is.", "survey");
    private static final Key<String> TITLE = Key.required("title", Type.words("en titel", "a title"), "Titlen.", "The title.", "Digital inklusion");
    private static final Key<String> PUBLISHER = Key.required("publisher", Type.words("en udgiver", "a publisher"), "Hvem der har udgivet den.", "Who issued it.", "VIVE");
    private static final Key<String> DATED = Key.required("date", Type.words("en dato eller et år", "a date or a year"), "Hvornår.", "When.", "2025");
    private static final Key.Maybe<String> LINK = Key.optional("link", Type.words("en adresse", "an address"), "ELI eller anden adresse.", "ELI or another address.", "\"https://www.retsinformation.dk/eli/lta/2014/433\"");
    private static final Key.Maybe<String> PINPOINT = Key.optional("pinpoint", Type.words("et sted", "a place"), "Stedet i kilden.", "The place in the source.", "s. 14");
    private static final Key.Maybe<String> SHA = Key.optional("sha256", Type.words("64 cifre", "64 digits"), "Fingeraftryk af den kopi, der blev læst.", "Fingerprint of the copy that was read.", "0a1b");
    private static final Key<Grade> SOURCE_GRADE = Key.required("grade", Type.oneOf(Grade.values(), Grade::key, Grade::label), "Hvor fast grunden er.", "How firm the ground is.", "B");
    private static final Form<Source> SOURCE = Form.named("source", "Noget, svar bygger på.", "Something that answers rest on.")
            .keys(SOURCE_KIND, TITLE, PUBLISHER, DATED, LINK, PINPOINT, SHA, SOURCE_GRADE)
            .makes(f -> new Source(f.id(), f.get(SOURCE_KIND), f.get(TITLE), f.get(PUBLISHER), f.get(DATED), f.get(LINK), f.get(PINPOINT), f.get(SHA), f.get(SOURCE_GRADE)));
    private static final Key<List<Source>> SOURCES = byId("sources", "Kilderne.", "The sources.", "{survey-2025: {kind: survey, title: Digital inklusion, publisher: VIVE, date: 2025, grade: B}}", SOURCE);

    private static <T> Key<List<T>> byId(String name, String da, String en, String example, Form<T> form) {
        return Key.optional(
                        name, new Type<>(new Shape.ByWord(new Text("et nyt id", "a new id"), new Shape.Mapping(form)), c -> c.declared().stream().map(form::read).toList()), da, en, example)
                .or(List.of(), "ingen", "none");
    }

    // ---- risks ----

    private static final Key<Prose> LABEL = Key.required("label", WORDS, "Hvad det er, i få ord.", "What it is, in a few words.", "{da: Fristen går tabt, en: The deadline is lost}");
    private static final Key<String> DIMENSION = Key.required("dimension", A_DIMENSION, "Dimensionen, den hører til.", "The dimension it belongs to.", "ret");
    private static final Key.Maybe<String> TYPICAL = Key.optional("typical", A_TYPICAL, "Den typiske risiko, den tager op.", "The typical risk that it takes up.", "deadline-lost");
    private static final Key.Maybe<String> MEASURE = Key.optional("measure", Type.reference(Kind.MEASURE), "Måltallet, der siger, hvor ofte det sker.", "The measure that says how often it happens.", "fees");
    private static final Key.Maybe<String> OF = Key.optional("of", Type.reference(Kind.MEASURE), "Måltallet, det er en andel af. Udelades, når measure selv er en andel.", "The measure that it is a share of. Left out when measure is itself a share.", "enrolled");

    private static Key<Optional<Integer>> step(Aspect aspect) {
        return step(aspect.key(), aspect.label().da() + ", 0-4.", aspect.label().en() + ", 0-4.");
    }

    private static final Shape STEP_OR_UNKNOWN = new Shape.Either(List.of(
            new Shape.OneOf(Map.of(Value.UNKNOWN, new Text("ved ikke", "not known"))), new Shape.Number(STEP)));

    private static Key<Optional<Integer>> step(String name, String da, String en) {
        return Key.optional(name, new Type<>(STEP_OR_UNKNOWN, AssessmentForms::step), capital(da), capital(en), "2").or(Optional.empty(), "ved ikke", "not known");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Optional<Integer> step(Cursor c) {
        return c.word().equals(Value.UNKNOWN) ? Optional.empty() : Optional.of(BankForms.whole(c, 0, RiskScales.WORST, STEP));
    }

    private static final Key<Optional<Integer>> SCALE = step(Aspect.SCALE);
    private static final Key<Optional<Integer>> SCOPE = step(Aspect.SCOPE);
    private static final Key<Optional<Integer>> REMEDY = step(Aspect.REMEDY);
    private static final Key<Optional<Integer>> DURATION = step(Aspect.DURATION);
    private static final Key<Optional<Integer>> LIKELIHOOD = step(
            "likelihood", "hvor sandsynligt det er, 0-4; udelades, når det måles.", "how likely it is, 0-4; left out when it is measured.");
    private static final Form<Risk.Exposure> EXPOSURE = Form.named("exposure", "Hvad risikoen er for én gruppe, før der gøres noget.", "What the risk is for one group before anything is done.")
            .keys(SCALE, SCOPE, REMEDY, DURATION, LIKELIHOOD, REASON, GRADE)
            .makes(f -> {
                Map<Aspect, Integer> severity = new EnumMap<>(Aspect.class);
                f.get(SCALE).ifPresent(s -> severity.put(Aspect.SCALE, s));
                f.get(SCOPE).ifPresent(s -> severity.put(Aspect.SCOPE, s));
                f.get(REMEDY).ifPresent(s -> severity.put(Aspect.REMEDY, s));
                f.get(DURATION).ifPresent(s -> severity.put(Aspect.DURATION, s));
                return new Risk.Exposure(severity, f.get(LIKELIHOOD), f.get(REASON), f.get(GRADE));
            });
    private static final Key<Map<String, Risk.Exposure>> GROUPS = Key.required(
            "groups", new Type<>(new Shape.ByWord(new Text("en gruppe", "a group"), new Shape.Mapping(EXPOSURE)), AssessmentForms::exposures), "Risikoen for hver gruppe.", "The risk for each group.", "{3: {scale: 3, likelihood: 2}}");

    private static Map<String, Risk.Exposure> exposures(Cursor c) {
        Map<String, Risk.Exposure> read = new LinkedHashMap<>();
        List<String> groups = groups(c);
        for (Cursor entry : c.entries()) {
            if (!groups.contains(entry.key())) {
                entry.fail(Text.same(entry.key()), Said.oneOf(groups), "");
            }
            read.put(entry.key(), EXPOSURE.read(entry));
        }
        if (read.isEmpty()) {
            c.fail(new Text("mindst en gruppe", "at least one group"));
            read.put(Binding.UNKNOWN, new Risk.Exposure(Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return read;
    }

    private static final Form<Risk> RISK = Form.named("risk", "Noget, der kan ske for borgere.", "Something that may happen to citizens.")
            .keys(LABEL, DIMENSION, TYPICAL, CLAUSES, MEASURE, OF, GROUPS, FROM, SEEN_KEY)
            .makes(f -> {
                Optional<String> measure = f.get(MEASURE);
                Optional<String> of = f.get(OF);
                if (of.isPresent() && measure.isEmpty()) {
                    f.at(OF).ifPresent(c -> c.fail(new Text("of uden measure", "of without measure"), new Text("measure, som of er nævner for", "measure, which of is the denominator of"), ""));
                }
                return new Risk(f.id(), f.get(LABEL), f.get(DIMENSION), f.get(TYPICAL), f.get(CLAUSES), measure.map(m -> new Risk.Measured(m, of)), f.get(GROUPS), f.get(SEEN_KEY), f.get(FROM), f.place());
            });
    private static final Key<List<Risk>> RISKS = byId("risks", "Risiciene.", "The risks.", "{late: {label: {da: For sent, en: Too late}, dimension: ret, groups: {3: {scale: 3, likelihood: 2}}}}", RISK);
    private static final Key<Map<String, Prose>> SET_ASIDE = Key.optional(
                    "ruled-out", new Type<>(new Shape.ByWord(new Text("en typisk risiko i spørgsmålsbanken", "a typical risk of the question bank"), new Shape.Mapping(PROSE)), AssessmentForms::setAside),
                    "Typiske risici, der ikke opstår her, og hvorfor.", "Typical risks that do not arise here, and why.", "{shared-codes: {da: Der er ingen koder., en: There are no codes.}}")
            .or(Map.of(), "ingen", "none");

    private static Map<String, Prose> setAside(Cursor c) {
        Map<String, Prose> read = new LinkedHashMap<>();
        List<String> known = c.binding().bank().typical().stream().map(t -> t.id()).toList();
        for (Cursor entry : c.entries()) {
            if (!known.contains(entry.key())) {
                entry.fail(Text.same(entry.key()), new Text("en typisk risiko i spørgsmålsbanken", "a typical risk of the question bank"), Nearest.of(entry.key(), known).orElse(""));
            }
            read.put(entry.key(), PROSE.read(entry));
        }
        return read;
    }

    // ---- safeguards ----

    private static final Key<String> LOWERS_RISK = Key.required("risk", A_RISK, "Risikoen.", "The risk.", "late");
    private static final Key<List<String>> LOWERS_GROUPS = Key.optional("groups", Type.references(A_GROUP), "Grupperne, det hjælper.", "The groups it helps.", "[3]").or(List.of(), "alle", "all");
    private static final Key<Integer> LOWERS_LIKELIHOOD = Key.optional("likelihood", whole(0, RiskScales.WORST, COUNT), "Hvor mange trin sandsynligheden falder.", "By how many steps likelihood falls.", "1").or(0, "0", "0");
    private static final Key.Maybe<Integer> LESS_SCALE = less(Aspect.SCALE);
    private static final Key.Maybe<Integer> LESS_SCOPE = less(Aspect.SCOPE);
    private static final Key.Maybe<Integer> LESS_REMEDY = less(Aspect.REMEDY);
    private static final Key.Maybe<Integer> LESS_DURATION = less(Aspect.DURATION);
    private static final Key.Maybe<Prose> BECAUSE = prose("because", "Hvad der viser, at risikoen falder. Kræves, når noget falder.", "What shows that the risk falls. Required when something falls.");

    private static Key.Maybe<Integer> less(Aspect aspect) {
        return Key.optional(aspect.key(), whole(1, RiskScales.WORST, STEPS), "Hvor mange trin det falder: " + aspect.label().da() + ".", "By how many steps it falls: " + aspect.label().en() + ".", "1");
    }

    private static final Form<Safeguard.Lowering> LOWERING = Form.named("lowering", "Hvad en foranstaltning gør ved én risiko.", "What a safeguard does to one risk.")
            .keys(LOWERS_RISK, LOWERS_GROUPS, LOWERS_LIKELIHOOD, LESS_SCALE, LESS_SCOPE, LESS_REMEDY, LESS_DURATION, BECAUSE)
            .makes(f -> {
                Map<Aspect, Integer> less = new EnumMap<>(Aspect.class);
                f.get(LESS_SCALE).ifPresent(s -> less.put(Aspect.SCALE, s));
                f.get(LESS_SCOPE).ifPresent(s -> less.put(Aspect.SCOPE, s));
                f.get(LESS_REMEDY).ifPresent(s -> less.put(Aspect.REMEDY, s));
                f.get(LESS_DURATION).ifPresent(s -> less.put(Aspect.DURATION, s));
                int likelihood = f.get(LOWERS_LIKELIHOOD);
                Optional<Prose> because = f.get(BECAUSE);
                if (because.isEmpty() && (likelihood > 0 || !less.isEmpty())) {
                    f.cursor().fail(new Text("en sænkning uden because", "a lowering without because"), new Text("because: hvad der viser det", "because: what shows it"), "");
                    because = Optional.of(NO_WORDS);
                }
                return new Safeguard.Lowering(f.get(LOWERS_RISK), f.get(LOWERS_GROUPS), likelihood, less, because);
            });
    private static final Key<Safeguard.Kind> SAFEGUARD_KIND = Key.required("kind", Type.oneOf(Safeguard.Kind.values(), Safeguard.Kind::key, Safeguard.Kind::label), "Hvad den gør.", "What it does.", "reduce");
    private static final Key<Safeguard.Anchor> ANCHOR = Key.required("anchor", Type.oneOf(Safeguard.Anchor.values(), Safeguard.Anchor::key, Safeguard.Anchor::label), "Hvor den er fastsat.", "Where it is laid down.", "act");
    private static final Key<Safeguard.Status> STATUS = Key.required(
            "status", Type.oneOf(Safeguard.Status.values(), Safeguard.Status::key, Safeguard.Status::label), "Hvor langt den er. Kun decided og in-force sænker en risiko.", "How far it has come. Only decided and in-force lower a risk.", "proposed");
    private static final Key.Maybe<String> OWNER = Key.optional("owner", Type.words("et kontor", "an office"), "Hvem der svarer for den.", "Who answers for it.", "Driftskontoret");
    private static final Key.Maybe<LocalDate> DUE = Key.optional("due", Type.DATE, "Hvornår den virker.", "When it works.", "2027-07-01");
    private static final Key.Maybe<Value.Quantity> COST = Key.optional("cost", Type.mapping(QUANTITY), "Hvad den koster.", "What it costs.", "{low: 1, high: 2, unit: mio. kr.}");
    private static final Key.Maybe<String> VARIANT = Key.optional("variant", Type.reference(Kind.VARIANT), "Udgaven af reglen, der har den; så regnes virkningen ud af kørslen.", "The version of the rule that has it; its effect is then computed from the run.", "no-fee");
    private static final Key.Maybe<Prose> INDICATOR = Key.optional("indicator", WORDS, "Hvad man kan se virkningen på.", "What shows whether it works.", "{da: Antal klager, en: Number of appeals}");
    private static final Key<List<Safeguard.Lowering>> LOWERS = Key.required("lowers", Type.listOf(Type.mapping(LOWERING)), "Hvad den gør ved hver risiko.", "What it does to each risk.", "[{risk: late}]");
    private static final Form<Optional<Safeguard>> SAFEGUARD = Form.named("safeguard", "Noget, der gøres ved en eller flere risici.", "Something done about one or several risks.")
            .keys(LABEL, SAFEGUARD_KIND, ANCHOR, CLAUSES, STATUS, OWNER, DUE, COST, VARIANT, INDICATOR, LOWERS, FROM, SEEN_KEY)
            .makes(f -> {
                Safeguard.Kind kind = f.get(SAFEGUARD_KIND);
                List<Safeguard.Lowering> lowers = f.get(LOWERS);
                Prose label = f.get(LABEL);
                Safeguard.Anchor anchor = f.get(ANCHOR);
                List<String> clauses = f.get(CLAUSES);
                Safeguard.Status status = f.get(STATUS);
                Optional<String> owner = f.get(OWNER);
                Optional<LocalDate> due = f.get(DUE);
                Optional<Value.Quantity> cost = f.get(COST);
                Optional<String> variant = f.get(VARIANT);
                Optional<Prose> indicator = f.get(INDICATOR);
                Seen seen = f.get(SEEN_KEY);
                Optional<String> from = f.get(FROM);
                List<Text> refusals = lowers.stream().map(l -> Safeguard.refusal(kind, l)).flatMap(Optional::stream).toList();
                refusals.forEach(why -> f.at(LOWERS).ifPresent(c -> c.fail(new Text("for meget for " + kind.key(), "too much for " + kind.key()), why, "")));
                return refusals.isEmpty()
                        ? Optional.of(new Safeguard(f.id(), label, kind, anchor, clauses, status, owner, due, cost, variant, indicator, lowers, seen, from, f.place()))
                        : Optional.empty();
            });
    private static final Key<List<Optional<Safeguard>>> SAFEGUARDS = byId(
            "safeguards", "Foranstaltningerne.", "The safeguards.",
            "{phone: {label: {da: Telefon, en: Phone}, kind: reduce, anchor: act, status: proposed, lowers: [{risk: late, likelihood: 1, because: {da: Prøvet i to kommuner.}}]}}", SAFEGUARD);

    // ---- statements, approvals, decision ----

    private static final Key<Statement.Party> PARTY = Key.required("from", Type.oneOf(Statement.Party.values(), Statement.Party::key, Statement.Party::label), "Hvem.", "Who.", "dpo");
    private static final Key<Boolean> ASKED = Key.optional("asked", Type.YES_OR_NO, "Om de er spurgt. Hvis ikke, er text grunden.", "Whether they were asked. If not, text is the reason.", "false").or(true, "true", "true");
    private static final Key<Prose> SAID = requiredProse("text", "Udtalelsen, eller hvorfor der ikke er spurgt.", "The statement, or why there was no asking.");
    private static final Form<Statement> STATEMENT = Form.named("statement", "En udtalelse.", "A statement.")
            .keys(PARTY, ASKED, SAID, BY, ON)
            .makes(f -> new Statement(f.get(PARTY), f.get(ASKED), f.get(SAID), f.get(BY), f.get(ON)));
    private static final Key<List<Statement>> STATEMENTS = Key.optional(
                    "statements", Type.listOf(Type.mapping(STATEMENT)).checked(AssessmentForms::onceEach), "Udtalelserne.", "The statements.", "[{from: dpo, text: {da: Ingen bemærkninger.}, by: DPO, date: 2026-11-22}]")
            .or(List.of(), "ingen", "none");

    private static void onceEach(Cursor c, List<Statement> all) {
        Set<Statement.Party> met = new HashSet<>();
        all.stream().filter(s -> !met.add(s.party())).forEach(s -> c.again(s.party().key()));
    }

    private static final Key<Approval.State> STATE = Key.required("state", Type.oneOf(Approval.State.values(), Approval.State::key, Approval.State::label), "Hvor den er kommet til.", "Where it has come to.", "checked");
    private static final Key.Maybe<Prose> NOTE = prose("note", "Hvad der blev sagt. Kræves, når den sendes tilbage til draft.", "What was said. Required when it is sent back to draft.");
    private static final Form<Approval> APPROVAL = Form.named("approval", "At analysen er kommet et skridt videre eller er sendt tilbage.", "That the assessment has come a step further or has been sent back.")
            .keys(STATE, BY, ON, NOTE)
            .makes(f -> new Approval(f.get(STATE), f.get(BY), f.get(ON), f.get(NOTE)));
    private static final Key<List<Approval>> APPROVALS = Key.optional(
                    "approvals", Type.listOf(Type.mapping(APPROVAL)).checked(AssessmentForms::inOrder), "Skridtene, i rækkefølge, det første er checked.", "The steps, in order, the first of them checked.", "[{state: checked, by: Jura, date: 2026-11-22}]")
            .or(List.of(), "den er et udkast", "it is a draft");

    private static void inOrder(Cursor c, List<Approval> all) {
        Approval.State at = Approval.State.DRAFT;
        for (int i = 0; i < all.size(); i++) {
            Approval next = all.get(i);
            Cursor here = c.items().get(i);
            if (!at.leadsTo(next.state())) {
                here.fail(new Text(next.state().key() + " efter " + at.key(), next.state().key() + " after " + at.key()), new Text("ét skridt videre, eller draft", "one step further, or draft"), "");
            }
            if (next.state() == Approval.State.DRAFT && next.note().isEmpty()) {
                here.fail(new Text("draft uden note", "draft without note"), new Text("note: hvorfor den er sendt tilbage", "note: why it was sent back"), "");
            }
            at = next.state();
        }
    }

    private static final Key<Decision.Outcome> OUTCOME = Key.required("outcome", Type.oneOf(Decision.Outcome.values(), Decision.Outcome::key, Decision.Outcome::label), "Hvad der er besluttet.", "What was decided.", "on-conditions");
    private static final Key<Prose> SERVED = requiredProse("served", "De interesser, der tilgodeses.", "The interests that are served.");
    private static final Key<Prose> HARMED = requiredProse("harmed", "De interesser, der skades.", "The interests that are harmed.");
    private static final Key.Maybe<Prose> CONDITIONS = prose("conditions", "Vilkårene. Kræves ved on-conditions.", "The conditions. Required with on-conditions.");
    private static final Key<List<String>> ACCEPTED = Key.optional("accepted", Type.references(A_RISK), "Risici, der tages på sig, selv om de stadig er høje.", "Risks that are accepted though still high.", "[late]").or(List.of(), "ingen", "none");
    private static final Key<List<Answer.Remark>> DISSENT = Key.optional("dissent", Type.listOf(Type.mapping(REMARK)), "De uenige.", "Those who disagree.", "[{text: {da: Nej., en: No.}, by: Jura, date: 2026-11-22}]").or(List.of(), "ingen", "none");
    private static final Key<LocalDate> REVIEW = Key.required("review", Type.DATE, "Hvornår der ses på den igen.", "When it is looked at again.", "2028-01-01");
    private static final Form<Optional<Decision>> DECISION = Form.named("assessment-decision", "Beslutningen og dem, der var uenige.", "The decision and those who disagreed.")
            .keys(OUTCOME, BY, ON, SERVED, HARMED, CONDITIONS, ACCEPTED, DISSENT, REVIEW)
            .makes(f -> {
                Decision.Outcome outcome = f.get(OUTCOME);
                Optional<Prose> conditions = f.get(CONDITIONS);
                String by = f.get(BY);
                LocalDate on = f.get(ON);
                Prose served = f.get(SERVED);
                Prose harmed = f.get(HARMED);
                List<String> accepted = f.get(ACCEPTED);
                List<Answer.Remark> dissent = f.get(DISSENT);
                LocalDate review = f.get(REVIEW);
                if (outcome == Decision.Outcome.ON_CONDITIONS && conditions.isEmpty()) {
                    f.cursor().fail(new Text("on-conditions uden conditions", "on-conditions without conditions"), new Text("conditions: vilkårene", "conditions: what they are"), "");
                    return Optional.empty();
                }
                return Optional.of(new Decision(outcome, by, on, served, harmed, conditions, accepted, dissent, review));
            });
    private static final Key.Maybe<Optional<Decision>> DECIDED = Key.optional(
                    "decision", Type.mapping(DECISION), "Beslutningen.", "The decision.",
                    "{outcome: change-first, by: Departementschefen, date: 2026-11-22, served: {da: X}, harmed: {da: Y}, review: 2028-01-01}")
            .otherwise("der er ikke besluttet", "nothing is decided");

    // ---- the whole ----

    private static final Key<Integer> BANK = Key.required("bank", whole(1, Integer.MAX_VALUE, COUNT), "Udgaven af spørgsmålsbanken, der sidst blev svaret på.", "The version of the question bank that was last answered.", "1");
    private static final Key<Assessment.Track> TRACK = Key.required("track", Type.oneOf(Assessment.Track.values(), Assessment.Track::key, Assessment.Track::label), "Hvor meget der spørges om.", "How much is asked.", "full");
    private static final Key.Maybe<Prose> CAVEAT = prose("caveat", "Et forbehold, der vises før alt andet, fx at det er et eksempel.", "A caveat that is shown before everything else, such as that it is an example.");
    private static final Key<Prose> SUBJECT_TITLE = Key.required("title", WORDS, "Systemets navn.", "The system's name.", "{da: Nyt system, en: New system}");
    private static final Key<Prose> SUBJECT_TEXT = Key.required("text", WORDS, "Hvad det gør, og for hvem.", "What it does, and for whom.", "{da: Det gør noget., en: It does something.}");
    private static final Form<Assessment.Subject> SUBJECT = Form.named("subject", "Det, der vurderes, hvor der ikke er noget lovforslag i mappen.", "What is assessed, where there is no bill in the folder.")
            .keys(SUBJECT_TITLE, SUBJECT_TEXT)
            .makes(f -> new Assessment.Subject(f.get(SUBJECT_TITLE), f.get(SUBJECT_TEXT), f.place()));
    private static final Key.Maybe<Assessment.Subject> SUBJECT_KEY = Key.optional(
            "subject", Type.mapping(SUBJECT), "Det, der vurderes, hvor der ikke er noget lovforslag i mappen.", "What is assessed, where there is no bill in the folder.", "{title: {da: Nyt system, en: New system}, text: {da: Det gør noget., en: It does something.}}");
    private static final Key.Maybe<String> TAKEN_FROM = Key.optional(
            "taken-from", Type.words("navnet på en anden analyse", "the name of another assessment"), "Analysen, svar er overtaget fra.", "The assessment that answers were taken over from.", "lovforslaget");

    static final Form<Assessment> ASSESSMENT = Form.named("assessment", "Den dataetiske konsekvensanalyse, som den er udfyldt.", "The data-ethics impact assessment as it is filled in.")
            .keys(BANK, TRACK, CAVEAT, SUBJECT_KEY, TAKEN_FROM, ANSWERS, SOURCES, RISKS, SET_ASIDE, SAFEGUARDS, STATEMENTS, APPROVALS, DECIDED)
            .makes(f -> new Assessment(
                    f.get(BANK), f.get(TRACK), f.get(CAVEAT), f.get(SUBJECT_KEY), f.get(TAKEN_FROM), f.get(ANSWERS), f.get(SOURCES), f.get(RISKS), f.get(SET_ASIDE),
                    f.get(SAFEGUARDS).stream().flatMap(Optional::stream).toList(), f.get(STATEMENTS), f.get(APPROVALS), f.get(DECIDED).flatMap(d -> d)));
}
