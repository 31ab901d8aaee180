package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure.Channel;
import dk.lovproeve.procedure.Procedure.Goals;
import dk.lovproeve.procedure.Procedure.Groups;
import dk.lovproeve.procedure.Procedure.Medium;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame of the procedure: everything but its steps. */
final class ProcedureForms {

    private ProcedureForms() {}

    // ---- actors ----

    private static final Key<Text> WHO = Key.required(
            "label", Type.TEXT,
            "Hvem det er, i bestemt form.",
            "Who it is, in the definite form.",
            "{da: borgeren, en: the citizen}");
    private static final Key<Actor.Role> ROLE = Key.required(
            "role", Type.oneOf(Actor.Role.values(), Actor.Role::key, ProcedureForms::meaning),
            "Hvad aktøren er for den, modellen følger. Det siger, hvornår aktøren bruger tid, og hvem der ser det.",
            "What the actor is to whom the model follows. It says when the actor spends time, and who sees it.",
            "subject");
    private static final Key.Maybe<String> TIME = Key.optional(
                    "time", MeasureForms.measure(Measure.Kind.HOURS),
                    "Måltallet, der tæller aktørens tid.",
                    "The measure that counts the actor's time.",
                    "citizen-hours")
            .otherwise("tiden tælles ikke", "the time is not counted");

    static final Form<Actor> ACTOR = Form.named(
                    "actor",
                    "En, der handler i et trin eller bruger tid på det. Højst én er subject, og højst én er helper.",
                    "One who acts in a step or spends time on it. At most one is the subject, and at most one the helper.")
            .keys(WHO, ROLE, TIME)
            .makes(f -> new Actor(f.id(), f.get(WHO), f.get(ROLE), f.get(TIME), f.place()));

    private static Text meaning(Actor.Role role) {
        return switch (role) {
            case SUBJECT -> new Text(
                    "den, pligten binder; bruger tid på hvert forsøg", "whom the duty binds; spends time on every try");
            case HELPER -> new Text(
                    "subjektets hjælper; bruger tid på hvert forsøg, hun gør", "the subject's helper; spends time on every try she makes");
            case STAFF -> new Text(
                    "en myndigheds sagsbehandlere; registrene ser deres tid", "an authority's caseworkers; the registers see their time");
            case SYSTEM -> new Text("en maskine", "a machine");
            case BOARD -> new Text("et klageorgan", "an appeals body");
            case OTHER -> new Text("enhver anden", "anyone else");
        };
    }

    // ---- channels ----

    private static final Key<Text> CHANNEL_LABEL = label("{da: Digital Post, en: Digital Post}");
    private static final Key<Text> METER_LABEL = label("{da: Afgift, en: Fee}");
    private static final Key<Text> TRACK_LABEL = label("{da: Fornyelse, en: Renewal}");

    private static Key<Text> label(String example) {
        return Key.required(
                "label", Type.TEXT, "Hvad det er, som læseren får det at vide.", "What it is, as the reader is told.", example);
    }
    private static final Key<Medium> MEDIUM = Key.required(
            "medium", Type.oneOf(Medium.values(), Medium::key, ProcedureForms::meaning),
            "Hvad slags vej det er.",
            "What kind of way it is.",
            "digital");

    static final Form<Channel> CHANNEL = Form.named(
                    "channel",
                    "En vej, der kommunikeres ad.",
                    "A way that is communicated through.")
            .keys(CHANNEL_LABEL, MEDIUM)
            .makes(f -> new Channel(f.id(), f.get(CHANNEL_LABEL), f.get(MEDIUM), f.place()));

    private static Text meaning(Medium medium) {
        return switch (medium) {
            case DIGITAL -> new Text("en hjemmeside eller digital post", "a website or digital post");
            case SMS -> new Text("en sms", "a text message");
            case PHONE -> new Text("telefon", "phone");
            case LETTER -> new Text("et brev på papir", "a letter on paper");
            case IN_PERSON -> new Text("fremmøde", "in person");
        };
    }

    // ---- meters ----

    private static final Key<String> DAYS = Key.required(
            "days", MeasureForms.measure(Measure.Kind.DAYS),
            "Måltallet, der tæller dagene.",
            "The measure that counts the days.",
            "sanction-days");
    private static final Key.Maybe<Amount> RATE = Key.optional(
                    "rate", Type.amount(Unit.KRONER_PER_DAY),
                    "Hvad den koster, i kroner om dagen.",
                    "What it costs, in kroner a day.",
                    "benefit-rate")
            .otherwise("den koster ikke noget", "it costs nothing");
    private static final Key.Maybe<String> KRONER = Key.optional(
                    "kroner", MeasureForms.measure(Measure.Kind.KRONER),
                    "Måltallet, der tæller kronerne.",
                    "The measure that counts the kroner.",
                    "sanction-kroner")
            .otherwise("kræves ved siden af rate, og kun der", "required beside rate, and only there");
    private static final Key.Maybe<String> REFUNDED = Key.optional(
                    "refunded", MeasureForms.measure(Measure.Kind.KRONER),
                    "Måltallet, der tæller kroner, som betales tilbage.",
                    "The measure that counts kroner paid back.",
                    "refunded-kroner")
            .otherwise("den betales aldrig tilbage", "it is never paid back");
    private static final Key<Map<String, Parameter>> RAISES = Key.optional(
                    "raises-per-1000", Type.byReference(Kind.STATE, Type.parameter(Unit.SD, Unit.COUNT)),
                    "Hvor meget tilstande stiger for hver 1.000 kroner.",
                    "How much states rise for every 1,000 kroner.",
                    "{stress: stress-per-1000}")
            .or(Map.of(), "ingenting", "nothing");

    static final Form<Meter> METER = Form.named(
                    "meter",
                    "En måler, der løber dag for dag, fra den startes, til den stoppes, og som kan koste penge: et fradrag, en mistet ydelse, en ventetid.",
                    "A meter that runs by the day from when it is started until it is stopped, and may cost money: a deduction, a lost benefit, a wait.")
            .keys(METER_LABEL, DAYS, RATE, KRONER, REFUNDED, RAISES)
            .makes(f -> {
                Optional<Amount> rate = f.get(RATE);
                Optional<Meter.Cost> cost = Optional.empty();
                if (rate.isPresent()) {
                    cost = Optional.of(new Meter.Cost(rate.get(), f.require(KRONER), f.get(REFUNDED)));
                } else {
                    f.leave(KRONER, REFUNDED);
                    for (Key<?> key : List.of(KRONER, REFUNDED, RAISES)) {
                        f.at(key).ifPresent(c -> c.fail(
                                new Text(key.name() + " uden rate", key.name() + " without rate"),
                                new Text(key.name() + " kun, hvor måleren koster noget", key.name() + " only where the meter costs something"), ""));
                    }
                }
                return new Meter(f.id(), f.get(METER_LABEL), f.get(DAYS), cost, f.get(RAISES), f.place());
            });

    // ---- tracks ----

    private static final Key<String> ENTRY = Key.required(
            "entry", Type.reference(Kind.STEP, "et trin i sporet", "a step of the track", (c, step) -> {
                String track = c.enclosing(Kind.TRACK);
                String of = c.binding().word(Kind.STEP, step, "track");
                if (c.binding().declared(Kind.TRACK).contains(of) && !of.equals(track)) {
                    c.fail(
                            new Text(step + ", der hører til sporet " + of, step + ", which belongs to the track " + of),
                            new Text("et trin i sporet " + track, "a step of the track " + track), "");
                }
            }),
            "Trinnet, sporet begynder ved.",
            "The step that the track begins at.",
            "see-letter");
    private static final Key.Maybe<Parameter> EVERY = Key.optional(
                    "every", Type.aboveZero(Type.parameter(Unit.DAYS)),
                    "Hvor mange dage der er imellem, at sporet kommer af sig selv. "
                            + "365 er netop én gang om året, på en tilfældig dag.",
                    "How many days there are between the track's arrivals by itself. "
                            + "365 is exactly once a year, on a random day.",
                    "between-duties")
            .otherwise("sporet startes kun af pile med tracks", "the track is started by arrows with tracks only");
    private static final Key.Maybe<Parameter> SPREAD = Key.optional(
                    "spread", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
                    "Hvor langt en ankomst kan falde fra sin faste dag, som andel af mellemrummet. Kun ved siden af every.",
                    "How far an arrival may fall from its regular day, as a share of the interval. Only beside every.",
                    "arrival-spread")
            .otherwise("slet ikke", "not at all");
    private static final Key<Condition> ARRIVES_WHEN = Key.optional(
                    "when", Type.CONDITION,
                    "Hvem sporet kommer til: en ankomst, hvor det ikke gælder, springes over.",
                    "Whom the track arrives to: an arrival at which it does not hold is passed over.",
                    "not exempt")
            .or(Condition.ALWAYS, "alle", "everybody");

    static final Form<Track> TRACK = Form.named(
                    "track",
                    "Et spor: en del af forløbet, hvor man er ved ét trin ad gangen. Sporene løber ved siden af hinanden.",
                    "A track: a part of the procedure in which one is at one step at a time. Tracks run side by side.")
            .keys(TRACK_LABEL, ENTRY, EVERY, SPREAD, ARRIVES_WHEN)
            .makes(f -> {
                if (!f.has(EVERY)) {
                    alone(f, SPREAD);
                    alone(f, ARRIVES_WHEN);
                }
                return new Track(
                        f.id(), f.get(TRACK_LABEL), f.get(ENTRY), f.get(EVERY), f.get(SPREAD), f.get(ARRIVES_WHEN), f.place());
            });

    private static void alone(Form.Fields f, Key<?> key) {
        f.at(key).ifPresent(c -> c.fail(
                new Text(key.name() + " uden every", key.name() + " without every"),
                new Text(key.name() + " kun, hvor sporet kommer af sig selv", key.name() + " only where the track arrives by itself"), ""));
    }

    // ---- groups and goals ----

    private static final Type<String> DEMANDING_STEP = Type.reference(
            Kind.STEP, "et trin, der stiller krav: attempt eller notice", "a step that demands something: attempt or notice",
            (c, step) -> {
                String kind = c.binding().word(Kind.STEP, step, "kind");
                if (StepForms.isKind(kind) && !kind.equals("attempt") && !kind.equals("notice")) {
                    c.fail(
                            new Text(step + ", der er af slagsen " + kind, step + ", which is of kind " + kind),
                            new Text("et trin, der stiller krav: attempt eller notice", "a step that demands something: attempt or notice"), "");
                }
            });
    private static final Key<List<String>> STEPS = Key.required(
            "steps", Type.references(DEMANDING_STEP),
            "Pligtens egne trin: den, der kan klare dem alene, er i gruppe 1; den, der kan med hjælp, i gruppe 2; resten i gruppe 3.",
            "The duty's own steps: who can manage them alone is in group 1, who can with help in group 2, the rest in group 3.",
            "[see-letter, book]");
    private static final Key<Parameter> DAY_TO_DAY = Key.required(
            "spread", Type.aboveZero(Type.common(Unit.SD)),
            "Hvor meget det, man magter, svinger fra dag til dag, i standardafvigelser.",
            "How much what one can manage varies from day to day, in standard deviations.",
            "day-to-day");
    private static final Key<Parameter> HEAD_START = Key.required(
            "head-start", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget tidligere på dagen de stærkeste kommer til, hvor noget kan slippe op.",
            "How much earlier in the day the ablest act, where something can run out.",
            "head-start");

    static final Form<Groups> GROUPS = Form.named(
                    "groups",
                    "Hvordan de tre retssikkerhedsgrupper følger af pligtens egne trin. Kun hvor subjekterne er borgere.",
                    "How the three rights-security groups follow from the duty's own steps. Only where the subjects are citizens.")
            .keys(STEPS, DAY_TO_DAY, HEAD_START)
            .makes(f -> new Groups(f.get(STEPS), f.get(DAY_TO_DAY), f.get(HEAD_START)));

    private static final Key<List<String>> FULFILLED = Key.required(
            "fulfilled", Type.references(Kind.STEP),
            "De trin, hvor pligten er opfyldt.",
            "The steps at which the duty is fulfilled.",
            "[booked]");
    private static final Key<List<String>> PROTECTED = Key.optional(
                    "protected", Type.references(Kind.STEP),
                    "De trin, hvor man er i sikkerhed for pligten, såsom en fritagelse.",
                    "The steps at which one is safe from the duty, such as an exemption.",
                    "[exempted]")
            .or(List.of(), "ingen", "none");
    private static final Key<List<String>> GROUNDS = Key.optional(
                    "grounds", Type.references(Kind.CAPACITY),
                    "De evner, hvis mangel beskyttelsen er tænkt til.",
                    "The capacities whose lack the protection is meant for.",
                    "[health]")
            .or(List.of(), "ingen", "none");

    static final Form<Goals> GOALS = Form.named(
                    "goals",
                    "Hvad analysen spørger om: kan man opfylde pligten, og kan man blive beskyttet mod den?",
                    "What the analysis asks about: can one fulfil the duty, and can one be protected from it?")
            .keys(FULFILLED, PROTECTED, GROUNDS)
            .makes(f -> new Goals(f.get(FULFILLED), f.get(PROTECTED), f.get(GROUNDS)));
}
