package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.WorkedCase;
import dk.lovproeve.simulation.WorkedCase.Expected;
import dk.lovproeve.simulation.WorkedCase.Given;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Courses worked out by hand, which the model must come to as well. */
final class CaseForms {

    private CaseForms() {}

    /** Who sees what is counted. */
    enum View {
        ACTUAL("actual", Counts.ACTUAL, "det, der sker", "what happens"),
        REGISTER("register", Counts.REGISTER, "det, registrene ser", "what the registers see");

        private final String key;
        private final int number;
        private final Text meaning;

        View(String key, int number, String da, String en) {
            this.key = key;
            this.number = number;
            this.meaning = new Text(da, en);
        }

        String key() {
            return key;
        }

        /** Its number in {@link Counts}. */
        int number() {
            return number;
        }

        Text meaning() {
            return meaning;
        }
    }

    private static final Text ANY_NUMBER = new Text("et tal", "a number");
    private static final Text PERCENTILE = new Text("et tal fra 0 til 1: en percentil af voksne", "a number from 0 to 1: a percentile of adults");

    private static Type<Double> number(double minimum, double maximum, Text what) {
        return new Type<>(new Shape.Number(what), c -> c.number(minimum, maximum, what));
    }

    /** A date that is not before day 0 of the case it stands in, nor after the last that its run can come to. */
    private static final Type<LocalDate> DAY = Type.DATE.checked((c, date) -> {
        LocalDate first = firstDay(c);
        if (date.isBefore(first) && !date.equals(LocalDate.EPOCH)) {
            c.fail(
                    Text.same(date.toString()),
                    new Text("en dag fra " + first + ", sagens første dag", "a day from " + first + ", the first day of the case"), "");
        }
        LocalDate last = first.plusDays(CaseRun.LAST_DAY);
        if (date.isAfter(last)) {
            c.fail(
                    Text.same(date.toString()),
                    new Text("senest " + last + ", så langt en sag kan nå", last + " at the latest, as far as a case can reach"), "");
        }
    });

    private static LocalDate firstDay(Cursor c) {
        return Dates.of(c.binding().word(Kind.CASE, c.enclosing(Kind.CASE), "first-day").strip())
                .or(() -> Dates.of(c.binding().root.word("first-day").strip()))
                .orElse(ScenarioForm.FIRST_DAY);
    }

    /** The id of a step of some kinds. */
    private static Type<String> step(String da, String en, String... kinds) {
        return Type.reference(Kind.STEP, da, en, (c, id) -> {
            String kind = c.binding().word(Kind.STEP, id, "kind");
            if (StepForms.isKind(kind) && Stream.of(kinds).noneMatch(kind::equals)) {
                c.fail(
                        new Text(id + ", der er af slagsen " + kind, id + ", which is of kind " + kind),
                        new Text(da, en), "");
            }
        });
    }

    // ---- who it is about ----

    private static final Key<String> TARGET_GROUP = Key.required(
            "target-group", Type.reference(Kind.TARGET_GROUP),
            "Målgruppen, hun hører til.",
            "The target group she belongs to.",
            "insured");
    private static final Key<Map<String, Double>> LEVELS = Key.optional(
                    "levels", Type.byReference(Kind.CAPACITY, number(0, 1, PERCENTILE)),
                    "Hvor hun ligger blandt voksne, for hver evne: 0,5 er midt imellem.",
                    "Where she stands among adults, for each capacity: 0.5 is in the middle.",
                    "{digital: 0.1}")
            .or(Map.of(), "0,5 i alle", "0.5 in all");
    private static final Key<Map<String, Double>> HELPERS = Key.optional(
                    "helpers", Type.byReference(Kind.HELPER, number(0, 1, PERCENTILE)),
                    "Hjælperne, hun har, højst én af hver slags, og hvor hver ligger blandt voksne.",
                    "The helpers she has, one of each kind at most, and where each stands among adults.",
                    "{family: 0.6}")
            .or(Map.of(), "hun har ingen", "she has none");
    private static final Key<List<String>> TRAITS = Key.optional(
                    "traits", Type.references(Kind.TRAIT),
                    "De træk, hun har.",
                    "The traits she has.",
                    "[signed-up]")
            .or(List.of(), "ingen", "none");
    private static final Key<Map<String, Double>> STATES = Key.optional(
                    "states", Type.byReference(Kind.STATE, number(0, Double.MAX_VALUE, new Text("et tal, 0 eller mere", "a number, 0 or more"))),
                    "Hvad tilstande er på den første dag.",
                    "What states are on the first day.",
                    "{employees: 3}")
            .or(Map.of(), "de begynder, som states siger; en, der trækkes, skal stå her", "they begin as states says; one that is drawn must stand here");

    private static final Form<WorkedCase.Subject> SUBJECT = Form.named(
                    "case-subject",
                    "Hvem sagen handler om. Et tal her er en kendsgerning i sagen og skal ikke være en parameter.",
                    "Whom the case is about. A number here is a fact of the case and need not be a parameter.")
            .keys(TARGET_GROUP, LEVELS, HELPERS, TRAITS, STATES)
            .makes(f -> {
                Map<String, Double> states = f.get(STATES);
                nothingIsDrawn(f.cursor(), states);
                return new WorkedCase.Subject(
                        f.get(TARGET_GROUP), f.get(LEVELS), f.get(HELPERS), f.get(TRAITS), states);
            });

    /** In a case chance decides nothing, so a state that is drawn on the first day must be told. */
    private static void nothingIsDrawn(Cursor subject, Map<String, Double> states) {
        if (!subject.isThere()) {
            return;
        }
        subject.binding().declarations(Kind.STATE).forEach((id, state) -> {
            boolean drawn = state.keys().get("start") instanceof Tree.Mapping;
            if (drawn && !states.containsKey(id)) {
                subject.fail(
                        new Text("intet om " + id + ", der ellers trækkes", "nothing about " + id + ", which is drawn otherwise"),
                        new Text("states: {" + id + ": et tal}", "states: {" + id + ": a number}"), "");
            }
        });
    }

    // ---- what chance decided ----

    private static final Key<LocalDate> ON = Key.required(
            "on", DAY,
            "Dagen, det sker.",
            "The day it happens.",
            "2026-05-04");
    private static final Key.Maybe<LocalDate> ONLY_ON = Key.optional(
                    "on", DAY,
                    "Dagen, det gælder.",
                    "The day it holds for.",
                    "2026-05-04")
            .otherwise("hver gang", "each time");

    private static final Key<String> TRACK = Key.required(
            "track", Type.reference(Kind.TRACK),
            "Sporet, der kommer af sig selv.",
            "The track that arrives by itself.",
            "duty");
    private static final Form<Given> ARRIVES = Form.named(
                    "given-arrival",
                    "Et spor kommer af sig selv.",
                    "A track arrives by itself.")
            .keys(TRACK, ON)
            .makes(f -> new Given.Arrives(f.get(TRACK), f.get(ON), f.place()));

    private static final Key<String> TRIED = Key.required(
            "step", step("et trin, man forsøger: attempt eller notice", "a step that is tried: attempt or notice", "attempt", "notice"),
            "Trinnet, der forsøges.",
            "The step that is tried.",
            "book");
    private static final Outcome[] TRIED_OUTCOMES = {Outcome.DONE, Outcome.FAILED, Outcome.FULL};
    private static final Key<Outcome> OUTCOME = Key.optional(
                    "outcome", Type.oneOf(TRIED_OUTCOMES, Outcome::key, CaseForms::meaning),
                    "Hvordan det gik.",
                    "How it went.",
                    "failed")
            .or(Outcome.DONE, "done", "done");
    private static final Key<Boolean> BY = Key.optional(
                    "by", Type.only("helper", "en hjælper gjorde det, den bedste af dem, der var der; hun skal kunne mere end subjektet", "a helper did it, the best of those who were there; she must be able to do more than the subject").checked(CaseForms::helps),
                    "Hvem der gjorde det.",
                    "Who did it.",
                    "helper")
            .or(false, "hun selv", "she herself");
    private static final Form<Given> TRIES = Form.named(
                    "given-try",
                    "Et forsøg bliver gjort den dag.",
                    "A try is made that day.")
            .keys(TRIED, ON, OUTCOME, BY)
            .makes(f -> {
                Outcome outcome = f.get(OUTCOME);
                if (outcome == Outcome.FAILED) {
                    f.at(BY).ifPresent(c -> c.fail(
                            new Text("by ved outcome: failed", "by with outcome: failed"),
                            new Text("by kun, hvor nogen klarede det", "by only where somebody managed it"), ""));
                }
                return new Given.Tries(f.get(TRIED), f.get(ON), outcome, f.get(BY), f.place());
            });

    private static Text meaning(Outcome outcome) {
        return switch (outcome) {
            case DONE -> new Text("det lykkedes", "it succeeded");
            case FAILED -> new Text("det lykkedes ikke", "it was not managed");
            case FULL -> new Text("der var ikke mere af det, der skulle bruges", "what it needed had run out");
            default -> throw new IllegalArgumentException("outcome: found " + outcome + ", expected one of a try");
        };
    }

    private static void helps(Cursor c, Object helper) {
        Tree one = c.binding().declarations(Kind.CASE).get(c.enclosing(Kind.CASE));
        Tree subject = one == null ? null : one.keys().get("subject");
        if (subject != null && !subject.keys().containsKey(HELPERS.name())) {
            c.fail(
                    new Text("en hjælper i en sag uden helpers", "a helper in a case without helpers"),
                    new Text("helpers under subject", "helpers under subject"), "");
        }
    }

    private static final Key<String> DECISION = Key.required(
            "step", step("et trin, hvor der afgøres: decision", "a step where somebody decides: decision", "decision"),
            "Afgørelsen.",
            "The decision.",
            "assess");
    private static final Key<String> TO = Key.required(
            "to", Type.reference(Kind.STEP),
            "Trinnet, den fører til.",
            "The step it leads to.",
            "charged");
    private static final Form<Given> DECIDES = Form.named(
                    "given-decision",
                    "En afgørelse med en chance falder sådan ud.",
                    "A decision with a chance goes this way.")
            .keys(DECISION, TO, ONLY_ON)
            .makes(f -> {
                String step = f.get(DECISION);
                String to = f.get(TO);
                f.at(TO).ifPresent(c -> leads(c, step, to));
                return new Given.Decides(step, to, f.get(ONLY_ON), f.place());
            });

    private static void leads(Cursor c, String step, String to) {
        Tree decision = c.binding().declarations(Kind.STEP).get(step);
        Tree choices = decision == null ? null : decision.keys().get(Outcome.CHOSEN.key());
        if (choices == null || to.equals(Binding.UNKNOWN)) {
            return;
        }
        List<String> ways = choices.elements().stream().map(choice -> choice.word("to").strip()).distinct().toList();
        if (!ways.contains(to)) {
            c.fail(
                    new Text(to + ", som " + step + " ikke fører til", to + ", which " + step + " does not lead to"),
                    Said.oneOf(ways), "");
        }
    }

    private static final Key<String> CIRCUMSTANCE = Key.required(
            "circumstance", Type.reference(Kind.CIRCUMSTANCE),
            "Omstændigheden, der rammer.",
            "The circumstance that befalls her.",
            "ill");
    private static final Form<Given> BEFALLS = Form.named(
                    "given-circumstance",
                    "En omstændighed rammer, når et spor kommer.",
                    "A circumstance befalls her when a track arrives.")
            .keys(CIRCUMSTANCE, ONLY_ON)
            .makes(f -> new Given.Befalls(f.get(CIRCUMSTANCE), f.get(ONLY_ON), f.place()));

    private static final Key<LocalDate> AWAY_FROM = Key.required(
            "from", DAY,
            "Den første dag.",
            "The first day.",
            "2026-05-04");
    private static final Key<LocalDate> AWAY_TO = Key.required(
            "to", DAY,
            "Den sidste dag.",
            "The last day.",
            "2026-05-10");
    private static final Key.Maybe<String> WHO_IS_AWAY = Key.optional(
                    "helper", Type.reference(Kind.HELPER),
                    "Slagsen af hjælper, der er væk.",
                    "The kind of helper who is away.",
                    "family")
            .otherwise("alle, hun har", "all that she has");
    private static final Form<Given> DAYS_AWAY = Form.named(
                    "days-away",
                    "Dagene, en hjælper er væk, begge ender med.",
                    "The days on which a helper is away, both ends included.")
            .keys(AWAY_FROM, AWAY_TO, WHO_IS_AWAY)
            .makes(f -> {
                LocalDate from = f.get(AWAY_FROM);
                LocalDate to = f.get(AWAY_TO);
                if (to.isBefore(from) && !to.equals(LocalDate.EPOCH)) {
                    f.cursor().fail(
                            new Text("fra " + from + " til " + to, "from " + from + " to " + to),
                            new Text("en sidste dag, der ikke er før den første", "a last day that is not before the first"), "");
                }
                return new Given.HelperAway(from, to, f.get(WHO_IS_AWAY), f.place());
            });
    private static final Key<Given> AWAY = Key.required(
            "helper-away", Type.mapping(DAYS_AWAY).checked((c, away) -> helps(c, true)),
            "Dagene, hjælperne er væk. Ellers er de der og har tid.",
            "The days on which the helpers are away. Otherwise they are there and have time.",
            "{from: 2026-05-04, to: 2026-05-10}");
    private static final Form<Given> HELPER_AWAY = Form.named(
                    "given-helper-away",
                    "En hjælper er væk, eller alle er.",
                    "A helper is away, or all of them are.")
            .keys(AWAY)
            .makes(f -> f.get(AWAY));

    private static final Key<String> SECRET = Key.required(
            "may-not-see", Type.reference(Kind.TOPIC),
            "Emnet, hjælperen ikke må se.",
            "The topic that the helper may not see.",
            "health");
    private static final Key<String> SECRET_FROM = Key.required(
            "helper", Type.reference(Kind.HELPER).checked((c, helper) -> helps(c, true)),
            "Slagsen af hjælper.",
            "The kind of helper.",
            "family");
    private static final Form<Given> MAY_NOT_SEE = Form.named(
                    "given-may-not-see",
                    "Hun lader ikke hjælperen se, hvad der hører til emnet. Ellers må hjælperen se det, hvor nogen lader hende.",
                    "She does not let the helper see what belongs to the topic. Otherwise the helper may, where anybody lets her.")
            .keys(SECRET, SECRET_FROM)
            .makes(f -> new Given.MayNotSee(f.get(SECRET_FROM), f.get(SECRET), f.place()));
    private static final Key<String> BORROWS = Key.required(
            "shared-code", Type.reference(Kind.HELPER).checked((c, helper) -> helps(c, true)),
            "Slagsen af hjælper, der bruger en kode, hun ikke må låne.",
            "The kind of helper who uses a code that she may not borrow.",
            "family");
    private static final Form<Given> SHARES_CODE = Form.named(
                    "given-shared-code",
                    "Hjælperen bruger en kode, hun ikke må låne. Ellers hjælper hun lovligt, hvor nogen gør det.",
                    "The helper uses a code that she may not borrow. Otherwise she helps lawfully, where anybody does.")
            .keys(BORROWS)
            .makes(f -> new Given.SharesCode(f.get(BORROWS), f.place()));

    private static Type<List<Given>> given() {
        Map<String, Form<Given>> forms = new LinkedHashMap<>();
        forms.put("track", ARRIVES);
        forms.put("to", DECIDES);
        forms.put("step", TRIES);
        forms.put("circumstance", BEFALLS);
        forms.put("helper-away", HELPER_AWAY);
        forms.put("may-not-see", MAY_NOT_SEE);
        forms.put("shared-code", SHARES_CODE);
        return Type.listOf(Type.firstWith(forms, new Given.Befalls(Binding.UNKNOWN, Optional.empty(), null)));
    }

    private static final Type<List<Given>> GIVENS = given();

    private static final Key<List<Given>> GIVEN = Key.required(
            "given", GIVENS,
            "Hvad tilfældet afgjorde. Det, der ikke er givet, sker ikke: intet spor kommer, intet forsøg gøres, ingen chance falder ud. "
                    + "Kun det, der har chancen 1, sker uden at være givet.",
            "What chance decided. What is not given does not happen: no track arrives, no try is made, no chance comes up. "
                    + "Only what has the chance 1 happens without being given.",
            "[{track: duty, on: 2026-05-04}, {step: book, on: 2026-05-06}]");
    private static final Key<List<Given>> MORE_GIVEN = Key.optional(
                    "given", GIVENS,
                    "Hvad der er anderledes under varianten. Sagens eget gælder også, undtagen for de samme trin.",
                    "What is different under the variant. What the case gives holds too, except for the same steps.",
                    "[{step: book, on: 2026-05-08}]")
            .or(List.of(), "intet andet", "nothing else");

    // ---- what must happen ----

    private static final Key<String> COMES_TO = Key.required(
            "step", Type.reference(Kind.STEP),
            "Trinnet, hun kommer til.",
            "The step she comes to.",
            "charged");
    private static final Form<Expected> COMES = Form.named(
                    "expect-step",
                    "Hun kommer til trinnet den dag.",
                    "She comes to the step that day.")
            .keys(COMES_TO, ON)
            .makes(f -> new Expected.Comes(f.get(COMES_TO), f.get(ON), f.place()));

    private static final Key<String> NEVER_TO = Key.required(
            "never", Type.reference(Kind.STEP),
            "Trinnet, hun aldrig kommer til.",
            "The step she never comes to.",
            "charged");
    private static final Form<Expected> NEVER = Form.named(
                    "expect-never",
                    "Hun kommer aldrig til trinnet.",
                    "She never comes to the step.")
            .keys(NEVER_TO)
            .makes(f -> new Expected.Never(f.get(NEVER_TO), f.place()));

    private static final Key<String> MEASURE = Key.required(
            "measure", Type.reference(Kind.MEASURE),
            "Måltallet.",
            "The measure.",
            "sanctions");
    private static final Key<Double> IS = Key.required(
            "is", number(-Double.MAX_VALUE, Double.MAX_VALUE, ANY_NUMBER),
            "Hvad det bliver, som rapporten siger det: tid i timer, en andel fra 0 til 1.",
            "What it comes to, as the report says it: time in hours, a share from 0 to 1.",
            "1");
    private static final Key<View> VIEW = Key.optional(
                    "view", Type.oneOf(View.values(), v -> v.key, v -> v.meaning),
                    "Hvem der ser det.",
                    "Who sees it.",
                    "register")
            .or(View.ACTUAL, "actual", "actual");
    private static final Form<Expected> COUNTED = Form.named(
                    "expect-measure",
                    "Så meget bliver talt.",
                    "So much is counted.")
            .keys(MEASURE, IS, VIEW)
            .makes(f -> {
                String measure = f.get(MEASURE);
                View view = f.get(VIEW);
                if (view == View.REGISTER && f.cursor().binding().word(Kind.MEASURE, measure, "recorded").equals("false")) {
                    f.at(VIEW).ifPresent(c -> c.fail(
                            new Text(measure + ", som registrene ikke kender (recorded: false)", measure + ", which the registers do not know (recorded: false)"),
                            new Text("et måltal, som registrene kender", "a measure that the registers know"), ""));
                }
                return new Expected.Counted(measure, view.number, f.get(IS), f.place());
            });

    private static Type<List<Expected>> expected() {
        Map<String, Form<Expected>> forms = new LinkedHashMap<>();
        forms.put("step", COMES);
        forms.put("never", NEVER);
        forms.put("measure", COUNTED);
        return Type.listOf(Type.firstWith(forms, (Expected) new Expected.Never(Binding.UNKNOWN, null)))
                .checked((c, all) -> {
                    if (c.isList() && all.isEmpty()) {
                        c.fail(
                                new Text("en tom liste", "an empty list"),
                                new Text("mindst én ting, der skal ske", "at least one thing that must happen"), "");
                    }
                });
    }

    private static final Key<List<Expected>> EXPECT = Key.required(
            "expect", expected(),
            "Hvad der så skal ske.",
            "What must then happen.",
            "[{step: charged, on: 2026-05-19}, {measure: sanctions, is: 1}]");

    private static final Form<WorkedCase.Version> VERSION = Form.named(
                    "case-variant",
                    "Hvad der er givet og skal ske under en variant.",
                    "What is given and must happen under a variant.")
            .keys(MORE_GIVEN, EXPECT)
            .makes(f -> new WorkedCase.Version(f.get(MORE_GIVEN), f.get(EXPECT), f.place()));

    // ---- the case ----

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Sagens navn.",
            "The name of the case.",
            "{da: Syg hele ugen, en: Ill all week}");
    private static final Key<Text> TEXT = Key.required(
            "text", Type.TEXT,
            "Historien i ord.",
            "The story in words.",
            "{da: Hun er syg og booker ikke., en: She is ill and does not book.}");
    private static final Key.Maybe<Text> SOURCE = Key.optional(
                    "source", Type.TEXT,
                    "Hvor sagen er fra.",
                    "Where the case is from.",
                    "{da: \"FOB 2024-17\", en: \"FOB 2024-17\"}")
            .otherwise("den er opdigtet", "it is made up");
    private static final Key.Maybe<LocalDate> FIRST_DAY = Key.optional(
                    "first-day", Type.DATE,
                    "Dag 0 i sagen.",
                    "Day 0 of the case.",
                    "2026-05-01")
            .otherwise("scenariets", "the scenario's");
    private static final Key<WorkedCase.Subject> WHO = Key.required(
            "subject", Type.mapping(SUBJECT),
            "Hvem sagen handler om.",
            "Whom the case is about.",
            "{target-group: insured, levels: {digital: 0.1}, helpers: {family: 0.6}}");
    private static final Key<Map<String, Double>> PARAMETERS = Key.optional(
                    "parameters", Type.byReference(Kind.PARAMETER, new Type<>(
                            new Shape.Number(new Text("et tal i parameterens enhed", "a number in the parameter's unit")),
                            CaseForms::value)),
                    "Tal, der er kendt i sagen, såsom en sagsbehandlingstid.",
                    "Numbers that are known in the case, such as a processing time.",
                    "{processing-days: 20}")
            .or(Map.of(), "parametrenes egne tal", "the parameters' own numbers");
    private static final Key<Map<String, WorkedCase.Version>> VARIANTS = Key.optional(
                    "variants", new Type<>(
                            new Shape.ByReference(Kind.VARIANT, new Shape.Mapping(VERSION)),
                            c -> c.referenced(Kind.VARIANT, one -> VERSION.read(one.in(one.binding().version(one.key()))))),
                    "Hvad der skal ske under varianter.",
                    "What must happen under variants.",
                    "{contact-first: {expect: [{never: charged}]}}")
            .or(Map.of(), "kun lovforslaget prøves", "only the bill is tried");

    private static double value(Cursor c) {
        Parameter parameter = c.binding().parameter(c.key());
        return c.binding().isKnown(parameter)
                ? c.number(parameter.unit()).orElse(0.0)
                : c.number(-Double.MAX_VALUE, Double.MAX_VALUE, ANY_NUMBER);
    }

    static final Form<WorkedCase> CASE = Form.named(
                    "case",
                    "En sag, regnet igennem i hånden, som modellen skal nå til samme svar på. Den viser, at modellen gør, hvad reglen siger.",
                    "A case worked out by hand, which the model must come to the same answer on. It shows that the model does what the rule says.")
            .keys(LABEL, TEXT, SOURCE, FIRST_DAY, WHO, PARAMETERS, GIVEN, EXPECT, VARIANTS)
            .makes(f -> new WorkedCase(
                    f.id(), f.get(LABEL), f.get(TEXT), f.get(SOURCE), f.get(FIRST_DAY), f.get(WHO), f.get(PARAMETERS),
                    f.get(GIVEN), f.get(EXPECT), f.get(VARIANTS), f.place()));
}
