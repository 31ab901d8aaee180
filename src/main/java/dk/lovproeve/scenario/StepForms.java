package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Right;
import dk.lovproeve.procedure.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps: what every step has, and what each kind has of its own. */
final class StepForms {

    private StepForms() {}

    /** The kinds of step. A notice and an attempt are read alike. */
    private enum StepKind {
        NOTICE("notice", "en besked, der skal ses: prøves hver dag", "a notice to be seen: tried every day"),
        ATTEMPT("attempt", "noget, der skal gøres: prøves hver dag", "something to be done: tried every day"),
        WAIT("wait", "tid, der går", "time that passes"),
        DECISION("decision", "nogen afgør, hvilken vej det går", "somebody decides which way it goes"),
        EFFECT("effect", "noget får virkning med det samme", "something takes effect at once"),
        END("end", "sporet er slut for denne gang", "the track is over for this time");

        private final String key;
        private final Text meaning;

        StepKind(String key, String da, String en) {
            this.key = key;
            this.meaning = new Text(da, en);
        }
    }

    static boolean isKind(String word) {
        return Stream.of(StepKind.values()).anyMatch(kind -> kind.key.equals(word));
    }

    // ---- what every step has ----

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Hvad der sker, som læseren får det at vide.",
            "What happens, as the reader is told.",
            "{da: Åbner brevet, en: Opens the letter}");
    private static final Key<String> TRACK = Key.required(
            "track", Type.reference(Kind.TRACK),
            "Sporet, trinnet hører til.",
            "The track the step belongs to.",
            "duty");
    private static final Key<StepKind> KIND = Key.required(
            "kind", Type.oneOf(StepKind.values(), k -> k.key, k -> k.meaning),
            "Hvad slags trin det er. Slagsen afgør, hvilke andre nøgler der står.",
            "What kind of step it is. The kind decides which other keys stand there.",
            "attempt");
    private static final Key<String> ACTOR = Key.required(
            "actor", Type.reference(Kind.ACTOR),
            "Hvem der handler.",
            "Who acts.",
            "citizen");
    private static final Key<String> PROVISION = Key.required(
            "provision", Type.reference(Kind.PROVISION),
            "Bestemmelsen, trinnet kommer af.",
            "The provision the step comes from.",
            "duty");
    private static final Key.Maybe<String> CHANNEL = Key.optional(
                    "channel", Type.reference(Kind.CHANNEL),
                    "Vejen, der kommunikeres ad.",
                    "The way that is communicated through.",
                    "digital-post")
            .otherwise("der kommunikeres ikke", "nothing is communicated");
    private static final Key.Maybe<String> IF_OFF = Key.optional(
                    "if-off", ArrowForms.STEP_OF_TRACK,
                    "Trinnet, man kommer til i stedet, når en variant slår bestemmelsen fra.",
                    "The step one comes to instead when a variant switches the provision off.",
                    "booked")
            .otherwise("trinnets bestemmelse kan ikke slås fra", "the step's provision cannot be switched off");
    private static final Key<Boolean> INVISIBLE = Key.optional(
                    "invisible", Type.YES_OR_NO,
                    "Om ingen registre ser, hvad der sker her.",
                    "Whether no register sees what happens here.",
                    "true")
            .or(false, "nej", "no");
    private static final Key<Boolean> ADVERSE = Key.optional(
                    "adverse", Type.YES_OR_NO,
                    "Om en afgørelse mod borgeren får virkning her.",
                    "Whether a decision against the citizen takes effect here.",
                    "true")
            .or(false, "nej", "no");
    private static final Key<List<Right>> RIGHTS = Key.optional(
                    "rights", rights(),
                    "Partsrettigheder, der gives her. Rapporten viser, om de kommer, før det får virkning.",
                    "Rights of the party that are given here. The report shows whether they come before it takes effect.",
                    "[guidance, hearing]")
            .or(List.of(), "ingen", "none");

    private static Type<List<Right>> rights() {
        Type<Right> one = Type.oneOf(Right.values(), Right::key, Right::label);
        return new Type<>(new Shape.Items(one.shape()), c -> c.once(one.reading()));
    }

    private static final Form<Step.Head> HEAD = Form.named(
                    "step",
                    "Det, alle trin har.",
                    "What all steps have.")
            .keys(LABEL, TRACK, KIND, ACTOR, PROVISION, CHANNEL, IF_OFF, INVISIBLE, ADVERSE, RIGHTS)
            .makes(f -> {
                f.get(KIND);
                return new Step.Head(
                        f.id(), f.get(LABEL), f.get(TRACK), f.get(ACTOR), f.get(CHANNEL), f.get(PROVISION), f.get(IF_OFF),
                        f.get(INVISIBLE), f.get(RIGHTS), f.get(ADVERSE), f.place());
            });

    // ---- what several kinds have ----

    private static final Type<Map<String, Amount>> TAKEN = Type.byReference(Kind.RESOURCE, Type.amount(Unit.COUNT, Unit.MINUTES));
    private static final Key.Maybe<Step.Take> TAKES = Key.optional(
                    "takes", new Type<>(TAKEN.shape(), StepForms::take),
                    "Ressourcen, trinnet bruger, og hvor meget. Er den sluppet op, må man vente eller gå vejen full.",
                    "The resource that the step uses, and how much. Where it has run out one waits, or goes the way of full.",
                    "{slots: one-slot}")
            .otherwise("ingen", "none");

    private static Step.Take take(Cursor c) {
        Map<String, Amount> taken = TAKEN.read(c);
        if (c.isThere() && c.tree() instanceof Tree.Mapping && taken.size() != 1) {
            c.fail(
                    new Text(taken.size() + " ressourcer", taken.size() + " resources"),
                    new Text("én ressource og hvor meget af den", "one resource and how much of it"), "");
        }
        return taken.entrySet().stream()
                .map(one -> new Step.Take(one.getKey(), one.getValue()))
                .findFirst()
                .orElse(new Step.Take(Binding.UNKNOWN, new Amount.Literal(0)));
    }

    private static final Key<Map<String, Amount>> MINUTES_TRIED = minutes(
            "Tiden, det koster, i minutter for hver aktør. Subjektets bruges på hvert forsøg, hjælperens på hvert, hun gør, andres, når det lykkes.",
            "The time it costs, in minutes for each actor. The subject's is spent on every try, the helper's on each she makes, others' when it succeeds.",
            "{citizen: minutes-try, caseworker: minutes-case}");
    private static final Key<Map<String, Amount>> MINUTES_DONE = minutes(
            "Tiden, det koster, i minutter for hver aktør. Hjælperens bruges kun, hvor subjektet har en.",
            "The time it costs, in minutes for each actor. The helper's is spent only where the subject has one.",
            "{caseworker: minutes-case}");

    private static Key<Map<String, Amount>> minutes(String da, String en, String example) {
        return Key.optional(
                        "minutes",
                        Type.byReference(Kind.ACTOR, Type.amount(Unit.MINUTES).checked((c, amount) -> counted(c))),
                        da, en, example)
                .or(Map.of(), "ingen", "none");
    }

    /** Minutes that no measure takes would be lost in silence. */
    private static void counted(Cursor c) {
        String actor = c.key();
        Tree declared = c.binding().declarations(Kind.ACTOR).get(actor);
        if (declared == null) {
            return;
        }
        if (!declared.keys().containsKey("time")) {
            c.fail(
                    new Text(actor + ", hvis tid intet måltal tæller", actor + ", whose time no measure counts"),
                    new Text("en aktør med time", "an actor with time"), "");
        }
    }

    private static final Key<Arrow> THEN = Key.required(
            "then", ArrowForms.arrow(Outcome.THEN),
            "Hvor man så kommer hen.",
            "Where one comes to then.",
            "{to: charged, counts: [fees]}");

    // ---- notice and attempt ----

    private static final Key<Parameter> DAYS_BEFORE = Key.required(
            "days-before-clock", Type.parameter(Unit.DAYS),
            "Hvor mange dage før fristen påmindelsen kommer; 0 er sidste dag.",
            "How many days before the deadline the reminder comes; 0 is the last day.",
            "three-days");
    private static final Key<Parameter> REMINDED = Key.required(
            "chance", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at påmindelsen får en til at prøve den dag, ud over den almindelige.",
            "The chance that the reminder makes one try that day, beside the ordinary one.",
            "reminder-works");
    private static final Form<Step.Reminder> REMINDER = Form.named(
                    "reminder",
                    "En påmindelse, der gør én dag bedre end de andre.",
                    "A reminder that makes one day better than the others.")
            .keys(DAYS_BEFORE, MeasureForms.WHEN, REMINDED)
            .makes(f -> new Step.Reminder(f.get(DAYS_BEFORE), f.get(MeasureForms.WHEN), f.get(REMINDED)));

    private static final Key<Amount> TRY = Key.required(
            "try", Type.amount(Unit.PROBABILITY, Unit.SHARE),
            "Chancen hver dag for, at man kommer i gang.",
            "The chance each day that one gets round to it.",
            "tries-daily");
    private static final Key<Map<String, Parameter>> DEMANDS = Key.optional(
                    "demands", Type.byReference(Kind.CAPACITY, Type.parameter(Unit.PERCENTILE)).checked(StepForms::needGroups),
                    "Hvad det kræver af hver evne: den percentil af voksne, der har en lige chance for at klare det. Kræver groups.",
                    "What it asks of each capacity: the percentile of adults who have an even chance of managing it. Needs groups.",
                    "{digital: demand-book}")
            .or(Map.of(), "alle kan klare det", "anybody manages");
    private static final Key<Boolean> HELP = Key.optional(
                    "help", Type.YES_OR_NO,
                    "Om en af borgerens hjælpere må gøre det for hende.",
                    "Whether a helper of the citizen's may do it for her.",
                    "true")
            .or(false, "nej", "no");
    private static final Key.Maybe<String> TOPIC = Key.optional(
                    "topic", Type.reference(Kind.TOPIC),
                    "Hvad en hjælper får at se her. Kun ved siden af help.",
                    "What a helper comes to see here. Only beside help.",
                    "health")
            .otherwise("intet, hun ville holde for sig selv", "nothing she would keep to herself");
    private static final Key.Maybe<Step.Reminder> REMINDS = Key.optional(
                    "reminder", Type.mapping(REMINDER).checked((c, reminder) -> Clock.mustBeSet(c)),
                    "En påmindelse før fristen. Sporet skal have et ur.",
                    "A reminder before the deadline. The track must have a clock.",
                    "{days-before-clock: three-days, when: signed-up, chance: reminder-works}")
            .otherwise("ingen", "none");
    private static final Key<Arrow> DONE = Key.required(
            "done", ArrowForms.arrow(Outcome.DONE),
            "Hvor man kommer hen, når det er lykkedes.",
            "Where one comes to when it has succeeded.",
            "{to: booked, counts: [bookings]}");
    private static final Key.Maybe<Arrow> FAILED = Key.optional(
                    "failed", ArrowForms.arrow(Outcome.FAILED),
                    "Hvor man kommer hen, når man prøvede og ikke kunne.",
                    "Where one comes to having tried and not managed.",
                    "{to: book, changes: {stress: stress-step}}")
            .otherwise("man bliver og prøver igen en anden dag", "one stays and tries again another day");
    private static final Key.Maybe<Arrow> FULL = Key.optional(
                    "full", ArrowForms.arrow(Outcome.FULL),
                    "Hvor man kommer hen, når ressourcen er sluppet op. Kun ved siden af takes.",
                    "Where one comes to when the resource has run out. Only beside takes.",
                    "{to: book, extend: extension-days}")
            .otherwise("man bliver og prøver igen en anden dag", "one stays and tries again another day");
    private static final Key.Maybe<Arrow> EXPIRED = Key.optional(
                    "expired", ArrowForms.arrow(Outcome.EXPIRED).checked((c, arrow) -> Clock.mustBeSet(c)),
                    "Hvor man kommer hen, når sporets ur er løbet ud.",
                    "Where one comes to when the track's clock has run out.",
                    "assess")
            .otherwise("man prøver, til det lykkes", "one tries until it succeeds");

    private static void needGroups(Cursor c, Map<String, Parameter> demands) {
        if (!c.binding().hasGroups()) {
            c.fail(
                    new Text("demands uden groups", "demands without groups"),
                    new Text("demands kun, hvor der er groups", "demands only where there are groups"), "");
        }
    }

    private static Form<Step> attempt(StepKind kind, String da, String en) {
        return Form.named(kind.key, da, en)
                .part(HEAD)
                .keys(TRY, DEMANDS, HELP, TOPIC, REMINDS, TAKES, MINUTES_TRIED, DONE, FAILED, FULL, EXPIRED)
                .makes(f -> {
                    if (!f.has(TAKES)) {
                        f.at(FULL).ifPresent(full -> full.fail(
                                new Text("full uden takes", "full without takes"),
                                new Text("full kun, hvor noget kan slippe op", "full only where something can run out"), ""));
                    }
                    if (!f.get(HELP)) {
                        f.at(TOPIC).ifPresent(topic -> topic.fail(
                                new Text("topic uden help", "topic without help"),
                                new Text("topic kun, hvor en hjælper må hjælpe", "topic only where a helper may help"), ""));
                    }
                    List<Arrow> arrows = new ArrayList<>(List.of(f.get(DONE)));
                    Stream.of(FAILED, FULL, EXPIRED).forEach(key -> f.get(key).ifPresent(arrows::add));
                    return new Step.Attempt(
                            f.get(HEAD), kind == StepKind.NOTICE, f.get(TRY), f.get(REMINDS), f.get(DEMANDS), f.get(HELP),
                            f.get(TOPIC), f.get(TAKES), f.get(MINUTES_TRIED), arrows);
                });
    }

    // ---- wait ----

    private static final Key.Maybe<Amount> DAYS = Key.optional(
                    "days", Type.amount(Unit.DAYS),
                    "Hvor mange dage der ventes.",
                    "How many days one waits.",
                    "processing-days")
            .otherwise("så kræves until", "until is then required");
    private static final Key.Maybe<Boolean> UNTIL = Key.optional(
                    "until", Type.only("clock", "til sporets ur er løbet ud", "until the track's clock has run out")
                            .checked((c, clock) -> Clock.mustBeSet(c)),
                    "Hvad der ventes på, i stedet for et antal dage.",
                    "What one waits for, instead of a number of days.",
                    "clock")
            .otherwise("så kræves days", "days is then required");

    private static final Form<Step> WAIT = Form.named(
                    StepKind.WAIT.key,
                    "Tid, der går: et antal dage, eller til sporets ur løber ud.",
                    "Time that passes: a number of days, or until the track's clock runs out.")
            .part(HEAD)
            .keys(DAYS, UNTIL, THEN)
            .makes(f -> {
                if (f.cursor().isThere() && f.has(DAYS) == f.has(UNTIL)) {
                    f.cursor().fail(
                            f.has(DAYS)
                                    ? new Text("både days og until", "both days and until")
                                    : new Text("hverken days eller until", "neither days nor until"),
                            new Text("days: en størrelse i dage, eller until: clock", "days: an amount in days, or until: clock"), "");
                }
                f.get(UNTIL);
                return new Step.Wait(f.get(HEAD), f.get(DAYS), f.get(THEN));
            });

    // ---- decision, effect, end ----

    private static final Key<List<Choice>> CHOOSE = Key.required(
            "choose", Type.listOf(Type.mapping(ArrowForms.CHOICE)).checked(ArrowForms::lastIsCertain),
            "De veje, det kan gå, i den rækkefølge, de prøves.",
            "The ways it can go, in the order in which they are tried.",
            "[{when: exempt, to: booked}, {to: charged}]");

    private static final Form<Step> DECISION = Form.named(
                    StepKind.DECISION.key,
                    "Nogen afgør, hvilken vej det går.",
                    "Somebody decides which way it goes.")
            .part(HEAD)
            .keys(TAKES, MINUTES_DONE, CHOOSE)
            .makes(f -> new Step.Decision(f.get(HEAD), f.get(TAKES), f.get(MINUTES_DONE), f.get(CHOOSE)));

    private static final Form<Step> EFFECT = Form.named(
                    StepKind.EFFECT.key,
                    "Noget får virkning med det samme.",
                    "Something takes effect at once.")
            .part(HEAD)
            .keys(MINUTES_DONE, THEN)
            .makes(f -> new Step.Effect(f.get(HEAD), f.get(MINUTES_DONE), f.get(THEN)));

    private static final Form<Step> END = Form.named(
                    StepKind.END.key,
                    "Sporet er slut for denne gang. Der er ikke mere at sige om trinnet.",
                    "The track is over for this time. There is nothing more to say of the step.")
            .part(HEAD)
            .makes(f -> new Step.End(f.get(HEAD)));

    /** Which keys belong here hangs on the kind: without one, what else stands here can be neither right nor wrong. */
    private static final Form<Step> UNKNOWN = Form.named("step-of-no-kind", "", "").part(HEAD).makes(f -> {
        Step step = new Step.End(f.get(HEAD));
        f.leaveAll();
        return step;
    });

    static final Type<Step> STEP = step();

    private static Type<Step> step() {
        Map<String, Form<Step>> forms = new LinkedHashMap<>();
        forms.put(StepKind.NOTICE.key, attempt(
                StepKind.NOTICE,
                "En besked, der skal ses. Hver dag er der en chance for at se den; om man forstår den, afgøres af demands.",
                "A notice to be seen. Each day there is a chance of seeing it; whether one understands it is decided by demands."));
        forms.put(StepKind.ATTEMPT.key, attempt(
                StepKind.ATTEMPT,
                "Noget, der skal gøres: booke, ringe, søge. Hver dag er der en chance for at komme i gang; om det lykkes, afgøres af demands og takes.",
                "Something to be done: book, phone, apply. Each day there is a chance of getting round to it; whether it succeeds is decided by demands and takes."));
        forms.put(StepKind.WAIT.key, WAIT);
        forms.put(StepKind.DECISION.key, DECISION);
        forms.put(StepKind.EFFECT.key, EFFECT);
        forms.put(StepKind.END.key, END);
        return Type.byKind(KIND, HEAD, forms, UNKNOWN);
    }
}
