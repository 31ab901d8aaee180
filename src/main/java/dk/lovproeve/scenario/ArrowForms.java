package dk.lovproeve.scenario;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Consequences.FlagSet;
import dk.lovproeve.procedure.Consequences.MeterStart;
import dk.lovproeve.procedure.Consequences.MeterStop;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways from step to step, and what happens on them. */
final class ArrowForms {

    private ArrowForms() {}

    /** A step of the same track: what starts another track is a consequence, because tracks run side by side. */
    static final Type<String> STEP_OF_TRACK = Type.reference(
            Kind.STEP, "et trin i samme spor", "a step of the same track", (c, id) -> {
                String here = c.binding().word(Kind.STEP, c.enclosing(Kind.STEP), "track");
                String there = c.binding().word(Kind.STEP, id, "track");
                boolean bothKnown = c.binding().declared(Kind.TRACK).containsAll(List.of(here, there));
                if (bothKnown && !here.equals(there)) {
                    c.fail(
                            new Text(id + ", der hører til sporet " + there, id + ", which belongs to the track " + there),
                            new Text("et trin i sporet " + here + "; et andet spor startes med tracks", "a step of the track " + here + "; another track is started by tracks"),
                            "tracks: [" + there + "]");
                }
            });

    // ---- consequences ----

    private static final Key<List<Tally>> COUNTS = Key.optional(
                    "counts", Type.listOf(MeasureForms.TALLY),
                    "Det sker, og registrene ser det. I et trin med invisible ser de det ikke.",
                    "It happens, and the registers see it. In a step that is invisible they do not.",
                    "[sanctions]")
            .or(List.of(), "intet tælles", "nothing is counted");
    private static final Key<List<Tally>> HAPPENS = Key.optional(
                    "happens", Type.listOf(MeasureForms.TALLY),
                    "Det sker, men ingen registre ved det.",
                    "It happens, but no register knows.",
                    "[{measure: gave-up, when: group is 3}]")
            .or(List.of(), "intet tælles", "nothing is counted");
    private static final Key<List<Tally>> RECORDS = Key.optional(
                    "records", Type.listOf(MeasureForms.RECORDED_TALLY),
                    "Registrene siger det, men det er ikke sket.",
                    "The registers say so, but it did not happen.",
                    "[own-bookings]")
            .or(List.of(), "intet tælles", "nothing is counted");

    private static final Key<String> FLAG = Key.required(
            "flag", Type.reference(Kind.FLAG),
            "Flaget, der sættes.",
            "The flag that is set.",
            "told");
    private static final Form<FlagSet> FLAG_SET = Form.named(
                    "flag-set",
                    "Et flag, der kun sættes på nogle.",
                    "A flag that is set on some only.")
            .keys(FLAG, MeasureForms.WHEN)
            .makes(f -> new FlagSet(f.get(FLAG), f.get(MeasureForms.WHEN)));
    private static final Type<FlagSet> SET =
            Type.either(Type.reference(Kind.FLAG).as(flag -> new FlagSet(flag, Condition.ALWAYS)), FLAG_SET);
    private static final Key<List<FlagSet>> SETS = Key.optional(
                    "sets", Type.listOf(SET).checked(ArrowForms::eachFlagOnce),
                    "Flag, som subjektet får på sig.",
                    "Flags that the subject is marked with.",
                    "[told, {flag: warned, when: not exempt}]")
            .or(List.of(), "ingen", "none");
    private static final Key<List<String>> CLEARS = Key.optional(
                    "clears", Type.references(Kind.FLAG),
                    "Flag, som tages af subjektet.",
                    "Flags that are taken off the subject.",
                    "[told]")
            .or(List.of(), "ingen", "none");

    private static final Key.Maybe<Amount> CLOCK = Key.optional(
            "clock", Type.amount(Unit.DAYS),
            "Sætter sporets ur: det løber ud ved slutningen af dagen så mange dage fra nu.",
            "Sets the track's clock: it runs out at the end of the day so many days from now.",
            "deadline-days");
    private static final Key.Maybe<Amount> EXTEND = Key.optional(
            "extend", Type.amount(Unit.DAYS).checked((c, days) -> Clock.mustBeSet(c)),
            "Flytter urets udløb så mange dage og tæller én udsættelse.",
            "Moves the end of the clock by so many days, and counts one extension.",
            "extension-days");

    private static final Key<String> METER = Key.required(
            "meter", Type.reference(Kind.METER),
            "Måleren, der startes eller stopper.",
            "The meter that starts or stops.",
            "deduction");
    private static final Key.Maybe<Amount> FROM = Key.optional(
                    "from", Type.amount(Unit.DAYS),
                    "Dagen, den tæller fra, såsom clock + 1: dagen efter fristen.",
                    "The day it counts from, such as clock + 1: the day after the deadline.",
                    "clock + 1")
            .otherwise("i dag", "today");
    private static final Form<MeterStart> METER_START = Form.named(
                    "meter-start",
                    "En måler, der starter på en anden dag end i dag.",
                    "A meter that starts on another day than today.")
            .keys(METER, FROM)
            .makes(f -> new MeterStart(f.get(METER), f.get(FROM)));
    private static final Key<List<MeterStart>> STARTS = Key.optional(
                    "starts", Type.listOf(Type.either(
                            Type.reference(Kind.METER).as(meter -> new MeterStart(meter, Optional.empty())), METER_START)),
                    "Målere, der begynder at løbe.",
                    "Meters that begin to run.",
                    "[{meter: deduction, from: clock + 1}]")
            .or(List.of(), "ingen", "none");
    private static final Key.Maybe<Amount> ON = Key.optional(
                    "on", Type.amount(Unit.DAYS),
                    "Den dag, den løb til, når det var før i dag. Dagen selv tælles ikke med; en dag efter i dag er i dag.",
                    "The day it ran to, where that was before today. The day itself is not counted; a day after today is today.",
                    "contact-day")
            .otherwise("i dag", "today");
    private static final Form<MeterStop> METER_STOP = Form.named(
                    "meter-stop",
                    "En måler, der standsede før i dag.",
                    "A meter that stopped before today.")
            .keys(METER, ON)
            .makes(f -> new MeterStop(f.get(METER), f.get(ON)));
    private static final Key<List<MeterStop>> STOPS = Key.optional(
                    "stops", Type.listOf(Type.either(
                            Type.reference(Kind.METER).as(meter -> new MeterStop(meter, Optional.empty())), METER_STOP)),
                    "Målere, der stopper og gøres op. En, der ikke løber, lades i fred.",
                    "Meters that stop and are settled. One that is not running is left alone.",
                    "[deduction]")
            .or(List.of(), "ingen", "none");
    private static final Key<List<String>> DROPS = Key.optional(
                    "drops", Type.references(Kind.METER),
                    "Målere, der stopper, uden at noget tælles.",
                    "Meters that stop, and nothing is counted.",
                    "[wait]")
            .or(List.of(), "ingen", "none");
    /** Only a meter with somewhere to count what is paid back can be paid back. */
    private static final Type<String> REFUNDABLE =
            Type.reference(Kind.METER, "en måler med refunded", "a meter with refunded", (c, meter) -> {
                Tree declared = c.binding().declarations(Kind.METER).get(meter);
                if (declared != null && !declared.keys().containsKey("refunded")) {
                    c.fail(
                            new Text(meter + ", der ikke har noget måltal under refunded", meter + ", which has no measure under refunded"),
                            new Text("en måler, der kan betales tilbage", "a meter that can be paid back"), "");
                }
            });
    private static final Key<List<String>> REFUNDS = Key.optional(
                    "refunds", Type.references(REFUNDABLE),
                    "Målere, hvis sidst opgjorte beløb betales tilbage.",
                    "Meters whose last settled amount is paid back.",
                    "[deduction]")
            .or(List.of(), "ingen", "none");

    private static final Key<Map<String, Amount>> CHANGES = Key.optional(
                    "changes", Type.byReference(Kind.STATE, Type.amount(Unit.SD, Unit.COUNT, Unit.DAYS, Unit.KRONER, Unit.MINUTES)),
                    "Hvor meget tilstande stiger; med minus falder de, dog aldrig under 0.",
                    "How much states rise; with a minus they fall, but never below 0.",
                    "{stress: stress-refused}")
            .or(Map.of(), "ingen", "none");
    private static final Key<Map<String, Amount>> BECOMES = Key.optional(
                    "becomes", Type.byReference(Kind.STATE, Type.amount()),
                    "Hvad tilstande bliver til, efter changes.",
                    "What states become, after changes.",
                    "{calls: 0}")
            .or(Map.of(), "ingen", "none");
    private static final Key<List<String>> TRACKS = Key.optional(
                    "tracks", Type.references(Kind.TRACK),
                    "Spor, der starter i morgen, medmindre de er i gang.",
                    "Tracks that start tomorrow, unless they are under way.",
                    "[complaint]")
            .or(List.of(), "ingen", "none");
    private static final Key<List<String>> ENDS = Key.optional(
                    "ends", Type.references(Kind.TRACK),
                    "Spor, der brydes af.",
                    "Tracks that are broken off.",
                    "[complaint]")
            .or(List.of(), "ingen", "none");

    static final Form<Consequences> CONSEQUENCES = Form.named(
                    "consequences",
                    "Hvad der sker på en pil, i denne rækkefølge. Størrelser i det, der tælles, er dem fra før pilen.",
                    "What happens on an arrow, in this order. Amounts in what is counted are those from before the arrow.")
            .keys(COUNTS, HAPPENS, RECORDS, SETS, CLEARS, CLOCK, EXTEND, STARTS, STOPS, DROPS, REFUNDS, CHANGES, BECOMES,
                    TRACKS, ENDS)
            .makes(f -> {
                Cursor c = f.cursor();
                boolean invisible = c.binding().word(Kind.STEP, c.enclosing(Kind.STEP), "invisible").equals("true");
                List<Tally> tallies = new ArrayList<>();
                tallies.addAll(MeasureForms.seen(f.get(COUNTS), invisible ? View.ACTUAL : View.BOTH));
                tallies.addAll(MeasureForms.seen(f.get(HAPPENS), View.ACTUAL));
                tallies.addAll(MeasureForms.seen(f.get(RECORDS), View.REGISTER));
                return new Consequences(
                        tallies, f.get(SETS), f.get(CLEARS), f.get(CLOCK), f.get(EXTEND), f.get(STARTS), f.get(STOPS),
                        f.get(DROPS), f.get(REFUNDS), f.get(CHANGES), f.get(BECOMES), f.get(TRACKS), f.get(ENDS));
            });

    private static void eachFlagOnce(Cursor list, List<FlagSet> sets) {
        Set<String> seen = new LinkedHashSet<>();
        List<Cursor> items = list.items();
        for (int i = 0; i < sets.size(); i++) {
            String flag = sets.get(i).flag();
            if (!flag.equals(Binding.UNKNOWN) && !seen.add(flag)) {
                items.get(i).again(flag);
            }
        }
    }

    // ---- arrows ----

    private static final Key<String> TO = Key.required(
            "to", STEP_OF_TRACK,
            "Trinnet, man kommer til.",
            "The step one comes to.",
            "booked");

    /** An arrow before it is known which outcome of a step it follows. */
    private record Way(String to, Consequences consequences, Place place) {}

    private static final Form<Way> WAY = Form.named(
                    "arrow",
                    "En pil: hvor man kommer hen, og hvad der sker på vejen. Sker der intet, er trinnets navn nok.",
                    "An arrow: where one comes to, and what happens on the way. Where nothing happens the step's name is enough.")
            .keys(TO)
            .part(CONSEQUENCES)
            .makes(f -> new Way(f.get(TO), f.get(CONSEQUENCES), f.place()));

    private static final Type<Way> STEP_ALONE = new Type<>(
            STEP_OF_TRACK.shape(), c -> new Way(STEP_OF_TRACK.read(c), Consequences.NONE, c.place()));

    /** The arrow of an outcome. */
    static Type<Arrow> arrow(Outcome outcome) {
        return Type.either(STEP_ALONE, WAY).as(way -> new Arrow(outcome, way.to(), way.consequences(), way.place()));
    }

    // ---- choices ----

    private static final Key.Maybe<Amount> CHANCE = Key.optional(
                    "chance", Type.amount(Unit.PROBABILITY, Unit.SHARE),
                    "Hvor tit det går denne vej for dem, det gælder, fra 0 til 1.",
                    "How often it goes this way for those it holds for, from 0 to 1.",
                    "often")
            .otherwise("altid", "always");
    private static final Key.Maybe<Parameter> DISCRETION = Key.optional(
                    "discretion", Type.parameter(Unit.SD),
                    "Hvor meget sagsbehandlerens mildhed flytter chancen, i standardafvigelser. Kræver caseworkers.",
                    "How much the caseworker's leniency shifts the chance, in standard deviations. Needs caseworkers.",
                    "leniency")
            .otherwise("sagsbehandleren gør ingen forskel", "the caseworker makes no difference");

    static final Form<Choice> CHOICE = Form.named(
                    "choice",
                    "En af de veje, en afgørelse kan gå. Den første, der gælder, og hvis chance falder ud, bliver taget. "
                            + "Den sidste står uden when og chance: den er det, der er tilbage.",
                    "One of the ways a decision can go. The first that holds, and whose chance comes up, is taken. "
                            + "The last stands without when and chance: it is what is left.")
            .keys(MeasureForms.WHEN, CHANCE, DISCRETION, TO)
            .part(CONSEQUENCES)
            .makes(f -> {
                Optional<Amount> chance = f.get(CHANCE);
                f.at(DISCRETION).ifPresent(d -> mayShift(d, chance.isPresent()));
                Arrow arrow = new Arrow(Outcome.CHOSEN, f.get(TO), f.get(CONSEQUENCES), f.place());
                return new Choice(
                        f.get(MeasureForms.WHEN), chance, f.get(DISCRETION), arrow, drawnAs(f.at(TO), arrow));
            });

    /** Where the choice leads in the bill: a variant that sends it elsewhere leaves its luck as it is. */
    private static String drawnAs(Optional<Cursor> to, Arrow arrow) {
        return to.map(Cursor::tree)
                .filter(Tree.Scalar.class::isInstance)
                .map(tree -> ((Tree.Scalar) tree).first().strip())
                .filter(first -> !first.isEmpty())
                .orElse(arrow.to());
    }

    private static void mayShift(Cursor discretion, boolean chance) {
        if (!chance) {
            discretion.fail(
                    new Text("discretion uden chance", "discretion without chance"),
                    new Text("discretion kun, hvor der er en chance at flytte", "discretion only where there is a chance to shift"), "");
        }
        if (!discretion.binding().root.entries().containsKey("caseworkers")) {
            discretion.fail(
                    new Text("discretion uden caseworkers", "discretion without caseworkers"),
                    new Text("caseworkers: hvor forskellige sagsbehandlere er", "caseworkers: how caseworkers differ"), "");
        }
    }

    /** The last choice is what is left: it must always hold. */
    static void lastIsCertain(Cursor list, List<Choice> choices) {
        if (choices.isEmpty()) {
            if (list.isList()) {
                list.fail(new Text("en tom liste", "an empty list"), new Text("mindst ét valg", "at least one choice"), "");
            }
            return;
        }
        Cursor last = list.items().get(choices.size() - 1);
        for (String key : List.of(MeasureForms.WHEN.name(), CHANCE.name())) {
            last.maybe(key).ifPresent(there -> there.fail(
                    new Text(key + " i det sidste valg", key + " in the last choice"),
                    new Text("et sidste valg, der altid gælder: kun to og følger", "a last choice that always holds: only to and consequences"), ""));
        }
    }
}
