package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.simulation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The known figures that the model is held against. */
final class TargetForms {

    private TargetForms() {}

    private static final Text SHARE = new Text("et tal fra 0 til 1 (en andel)", "a number from 0 to 1 (a share)");
    private static final Text AMOUNT = new Text("et tal, 0 eller mere", "a number, 0 or more");
    private static final Text YEAR_BOUNDS = new Text("et årstal som 2024", "a year such as 2024");

    /** A figure in the unit of the target it stands in. */
    private static final Type<Double> FIGURE = new Type<>(
            new Shape.Number(new Text("en andel fra 0 til 1, ellers 0 eller mere", "a share from 0 to 1, otherwise 0 or more")),
            c -> isShare(c) ? c.number(0, 1, SHARE) : c.number(0, Double.MAX_VALUE, AMOUNT));

    private static final Key<Text> LABEL = Key.required(
            "label", Type.TEXT,
            "Hvad man ved, i ord, en læser af rapporten forstår.",
            "What is known, in words that a reader of the report understands.",
            "{da: Fornyet til tiden, en: Renewed on time}");
    private static final Key<Target.Use> USE = Key.required(
            "use", Type.oneOf(Target.Use.values(), Target.Use::key, TargetForms::meaning),
            "Hvad tallet bruges til. Et tal, som en parameter er sat efter, prøver ikke modellen.",
            "What the figure is used for. A figure that a parameter is set to is no test of the model.",
            "validation");
    private static final Key<String> VERSION = Key.optional(
                    "version", Type.reference(Kind.VARIANT),
                    "Varianten, der gjaldt, da tallet blev til.",
                    "The variant that was in force when the figure came about.",
                    "no-fee")
            .or(Scenario.BILL, "lovforslaget, bill", "the bill, bill");
    private static final Key<String> MEASURE = Key.required(
            "measure", MeasureForms.measure(Measure.Kind.values()),
            "Måltallet for et år, som tallet svarer til.",
            "The measure of a year that the figure answers to.",
            "fees");
    private static final Key.Maybe<Boolean> PER = Key.optional(
                    "per", Type.only("subjects", "divideret med antallet af subjekter i målgruppen eller målgrupperne", "divided by the number of subjects in the target group or groups"),
                    "Regner det, der tælles, ud for hvert subjekt, så en andel af personer kan stå som en andel.",
                    "Works what is counted out for each subject, so that a share of persons can stand as a share.",
                    "subjects")
            .otherwise("måltallet, som det er; kan ikke stå ved share, average eller group", "the measure as it is; may not stand with share, average or group");
    private static final Key.Maybe<String> TARGET_GROUP = Key.optional(
                    "target-group", Type.reference(Kind.TARGET_GROUP),
                    "Den ene målgruppe, tallet handler om.",
                    "The one target group that the figure is about.",
                    "insured")
            .otherwise("alle", "all");
    private static final Key.Maybe<Integer> GROUP = Key.optional(
                    "group", Type.oneOf(new Integer[] {1, 2, 3}, String::valueOf, TargetForms::group),
                    "Den ene retssikkerhedsgruppe, tallet handler om, som den er ved årets begyndelse.",
                    "The one rights-security group that the figure is about, as it is at the start of the year.",
                    "3")
            .otherwise("alle", "all");
    private static final Key<CaseForms.View> VIEW = Key.optional(
                    "view", Type.oneOf(CaseForms.View.values(), CaseForms.View::key, CaseForms.View::meaning),
                    "Hvad tallet holdes op imod. Offentliggjorte tal er som regel fra registre.",
                    "What the figure is held against. Published figures are as a rule from registers.",
                    "actual")
            .or(CaseForms.View.REGISTER, "register", "register");
    private static final Key.Maybe<Double> VALUE = Key.optional(
                    "value", FIGURE,
                    "Tallet. En andel skrives fra 0 til 1; timer som timer.",
                    "The figure. A share is written from 0 to 1; hours as hours.",
                    "0.76")
            .otherwise("man ved kun, at tallet ligger fra low til high", "no more is known than that the figure lies from low to high");
    private static final Key.Maybe<Double> LOW = Key.optional(
                    "low", FIGURE,
                    "Det laveste, tallet kan være: afrunding, stikprøve, ordet »knap«.",
                    "The lowest that the figure may be: rounding, sampling, the word \"just under\".",
                    "0.755")
            .otherwise("value, når class er observed eller derived; ellers kræves den", "value when class is observed or derived; otherwise required");
    private static final Key.Maybe<Double> HIGH = Key.optional(
                    "high", FIGURE,
                    "Det højeste, tallet kan være.",
                    "The highest that the figure may be.",
                    "0.765")
            .otherwise("value, når class er observed eller derived; ellers kræves den", "value when class is observed or derived; otherwise required");
    private static final Key<EvidenceClass> CLASS = Key.required(
            "class", Type.oneOf(EvidenceClass.values(), EvidenceClass::key, EvidenceClass::label),
            "Hvad slags belæg tallet har.",
            "What kind of support the figure has.",
            "observed");
    private static final Key<String> SOURCE = Key.required(
            "source", Type.words("hvor tallet er fra", "where the figure is from"),
            "Hvor tallet er fra, og hvad der er lagt til eller trukket fra.",
            "Where the figure is from, and what has been added or taken away.",
            "\"STAR, Jobindsats 2024\"");
    private static final Key.Maybe<Integer> YEAR = Key.optional(
                    "year", new Type<>(new Shape.Number(YEAR_BOUNDS), TargetForms::year),
                    "Året, tallet er fra.",
                    "The year that the figure is from.",
                    "2024")
            .otherwise("siges ikke", "not told");

    static final Form<Target> TARGET = Form.named(
                    "target",
                    "Et tal, der er kendt fra virkeligheden, og hvad i modellen det svarer til. Tallet er opfyldt, når modellens 95 %-interval og tallets eget, fra low til high, har mindst ét punkt fælles.",
                    "A figure known from the world, and what in the model it answers to. It is met when the model's 95 % interval and the figure's own, from low to high, have at least a point in common.")
            .keys(LABEL, USE, VERSION, MEASURE, PER, TARGET_GROUP, GROUP, VIEW, VALUE, LOW, HIGH, CLASS, SOURCE, YEAR)
            .makes(TargetForms::target);

    private static Target target(Form.Fields f) {
        String measure = f.get(MEASURE);
        CaseForms.View view = f.get(VIEW);
        boolean each = f.get(PER).orElse(false);
        Optional<Integer> group = f.get(GROUP);
        seen(f, measure, view);
        possible(f, measure, each, group);
        EvidenceClass evidence = f.get(CLASS);
        boolean exact = f.has(VALUE) && (evidence == EvidenceClass.OBSERVED || evidence == EvidenceClass.DERIVED);
        int before = f.cursor().binding().failures.all().size();
        Optional<Double> value = f.get(VALUE);
        double low = exact ? f.get(LOW).orElse(value.orElse(0.0)) : f.require(LOW);
        double high = exact ? f.get(HIGH).orElse(value.orElse(0.0)) : f.require(HIGH);
        boolean ordered = low <= value.orElse(low) && value.orElse(high) <= high && low <= high;
        boolean readable = (exact || f.has(LOW) && f.has(HIGH)) && f.cursor().binding().failures.all().size() == before;
        if (!ordered && readable) {
            String said = value.map(v -> ", value: " + Said.number(v)).orElse("");
            f.cursor().fail(
                    Text.same("low: " + Said.number(low) + said + ", high: " + Said.number(high)),
                    Text.same(value.isPresent() ? "low <= value <= high" : "low <= high"), "");
        }
        Optional<Integer> year = f.get(YEAR);
        return new Target(
                f.id(), f.get(LABEL), f.get(USE), f.get(VERSION),
                new Target.Quantity(
                        measure, each, f.get(TARGET_GROUP), each || group.isEmpty() ? OptionalInt.empty() : OptionalInt.of(group.get()),
                        view.number()),
                ordered && value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty(),
                ordered ? low : 0, ordered ? high : 0, evidence, f.get(SOURCE),
                year.map(OptionalInt::of).orElse(OptionalInt.empty()), f.place());
    }

    /** What no register knows can only be held against what happens. */
    private static void seen(Form.Fields f, String measure, CaseForms.View view) {
        if (view == CaseForms.View.REGISTER && f.cursor().binding().word(Kind.MEASURE, measure, "recorded").equals("false")) {
            f.at(VIEW).or(() -> f.at(MEASURE)).ifPresent(c -> c.fail(
                    new Text(measure + ", som registrene ikke kender (recorded: false)", measure + ", which the registers do not know (recorded: false)"),
                    new Text("view: actual, eller et måltal, som registrene kender", "view: actual, or a measure that the registers know"), ""));
        }
    }

    private static void possible(Form.Fields f, String measure, boolean each, Optional<Integer> group) {
        Optional<Measure.Kind> kind = kind(f.cursor().binding(), measure);
        if (each && kind.filter(Measure.Kind::isQuotient).isPresent()) {
            f.at(PER).ifPresent(c -> c.fail(
                    new Text("per på " + measure + ", der er af slagsen " + kind.get().key(), "per on " + measure + ", which is of kind " + kind.get().key()),
                    new Text("per kun på det, der tælles", "per only on what is counted"), ""));
        }
        if (each && group.isPresent()) {
            f.at(PER).ifPresent(c -> c.fail(
                    new Text("per sammen med group", "per together with group"),
                    new Text("en af dem: en gruppes størrelse er selv et skøn, så brug et måltal af slagsen share", "one of them: the size of a group is itself an estimate, so use a measure of kind share"), ""));
        }
        if (group.isPresent() && !f.cursor().binding().hasGroups()) {
            f.at(GROUP).ifPresent(c -> c.fail(
                    new Text("group uden groups", "group without groups"),
                    new Text("group kun, hvor der er groups", "group only where there are groups"), ""));
        }
    }

    /** The same quantity cannot both be what the model is set to and what it is tried on. */
    static void oneUseEach(Cursor targets, List<Target> all) {
        Map<String, Target> first = new HashMap<>(); // looked up only
        for (Target target : all) {
            Target before = first.putIfAbsent(target.version() + " " + target.quantity(), target);
            if (before != null && before.use() != target.use()) {
                targets.maybe(target.id()).flatMap(c -> c.maybe(USE.name())).ifPresent(c -> c.fail(
                        new Text(target.use().key() + " om det samme som " + before.id() + ", der er " + before.use().key(),
                                target.use().key() + " of the same as " + before.id() + ", which is " + before.use().key()),
                        new Text("én brug: det, modellen er sat efter, prøver den ikke", "one use: what the model is set to is no test of it"), ""));
            }
        }
    }

    private static Text meaning(Target.Use use) {
        return use == Target.Use.CALIBRATION
                ? new Text("parametre er sat efter tallet", "parameters are set to the figure")
                : new Text("intet er sat efter tallet", "nothing is set to the figure");
    }

    private static Text group(int group) {
        return new Text("gruppe " + group, "group " + group);
    }

    private static Integer year(Cursor c) {
        double year = c.number(1800, 2200, YEAR_BOUNDS);
        if (year != Math.rint(year)) {
            c.fail(YEAR_BOUNDS);
        }
        return (int) year;
    }

    /** Whether the figures of the target that this stands in are shares: of a share, or of the subjects. */
    private static boolean isShare(Cursor c) {
        String id = c.enclosing(Kind.TARGET);
        Optional<Measure.Kind> kind = kind(c.binding(), c.binding().word(Kind.TARGET, id, "measure"));
        boolean each = !c.binding().word(Kind.TARGET, id, "per").isEmpty();
        return kind.filter(k -> k == Measure.Kind.SHARE || each && k == Measure.Kind.SUBJECTS).isPresent();
    }

    private static Optional<Measure.Kind> kind(Binding binding, String measure) {
        String word = binding.word(Kind.MEASURE, measure, "kind");
        for (Measure.Kind kind : Measure.Kind.values()) {
            if (kind.key().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
