package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.AllAdults;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.Group;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.population.PopulationSpec.Holiday;
import dk.lovproeve.population.PopulationSpec.KnownShare;
import dk.lovproeve.population.PopulationSpec.Margin;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.population.PopulationSpec.Topic;
import dk.lovproeve.population.PopulationSpec.Trait;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Procedure.Channel;
import dk.lovproeve.procedure.Procedure.Goals;
import dk.lovproeve.procedure.Procedure.Groups;
import dk.lovproeve.procedure.Procedure.Meter;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.procedure.Vocabulary.Circumstance;
import dk.lovproeve.procedure.Vocabulary.NamedAmount;
import dk.lovproeve.procedure.Vocabulary.NamedFact;
import dk.lovproeve.procedure.Vocabulary.State;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.rule.Duty.Subjects;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.WorkedCase;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole of a scenario: the mapping that all its files make together. */
final class ScenarioForm {

    private ScenarioForm() {}

    /** The date of day 0 where the author names none: a Monday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** One version of the whole as the author wrote it, before the checks of the whole. */
    record Read(Duty duty, Model model) {}

    // ---- the bill ----

    private static final Key<Text> TITLE = Key.required(
            "title", Type.TEXT,
            "Lovforslagets korte titel.",
            "The bill's short title.",
            "{da: Digital parkeringslicens, en: Digital parking permit}");
    private static final Key<Text> SUMMARY = Key.required(
            "summary", Type.TEXT,
            "Hvad der ændres, for hvem, i en sætning eller to.",
            "What changes, for whom, in a sentence or two.",
            "{da: Beboere skal forny digitalt., en: Residents must renew digitally.}");
    private static final Key<Text> PURPOSE = Key.required(
            "purpose", Type.TEXT,
            "Hvad lovforslaget siger, at det er til for.",
            "What the bill says it is for.",
            "{da: At spare breve., en: To save letters.}");
    private static final Key<Text> TODAY = Key.required(
            "today", Type.TEXT,
            "Hvordan det er før lovforslaget.",
            "How it is before the bill.",
            "{da: Man fornyer på rådhuset., en: One renews at the town hall.}");
    private static final Key<Text> PROPOSED = Key.required(
            "proposed", Type.TEXT,
            "Hvordan det er efter lovforslaget.",
            "How it is after the bill.",
            "{da: Man fornyer på en hjemmeside., en: One renews on a website.}");
    private static final Key.Maybe<Text> CAVEAT = Key.optional(
            "caveat", Type.TEXT,
            "Hvad en læser må vide, før hun læser et tal.",
            "What a reader must know before she reads a number.",
            "{da: Tallene er opdigtede., en: The numbers are made up.}");
    private static final Key<List<Text>> ABBREVIATIONS = Key.optional(
                    "abbreviations", Type.listOf(Type.TEXT),
                    "Hvad forkortelser og kilders korte navne står for, én i hver tekst.",
                    "What abbreviations and the sources' short names stand for, one a text.",
                    "[{da: \"LAB: lov om en aktiv beskæftigelsesindsats\", en: \"LAB: the Active Employment Act\"}]")
            .or(List.of(), "ingen", "none");
    private static final Key<LocalDate> FIRST = Key.optional(
                    "first-day", Type.DATE,
                    "Datoen for dag 0. Ugedagene følger af den.",
                    "The date of day 0. Weekdays follow from it.",
                    "2026-01-01")
            .or(FIRST_DAY, "2024-01-01, en mandag", "2024-01-01, a Monday");
    private static final Key<Subjects> SUBJECTS = Key.required(
            "subjects", Type.mapping(DutyForms.SUBJECTS),
            "Hvem eller hvad modellen følger.",
            "Whom or what the model follows.",
            "{one: {da: borger, en: citizen}, many: {da: borgere, en: citizens}}");
    private static final Key<List<Provision>> PROVISIONS = Key.required(
            "provisions", Type.declarations(Kind.PROVISION, Type.mapping(DutyForms.PROVISION)),
            "De bestemmelser, modellen bygger på.",
            "The provisions that the model rests on.",
            "{duty: {reference: {da: \"§ 1\", en: s. 1}, text: {da: Man skal forny., en: One must renew.}, origin: bill}}");
    private static final Key<List<Addressee>> TARGET_GROUPS = Key.required(
            "target-groups", Type.declarations(Kind.TARGET_GROUP, Type.mapping(DutyForms.TARGET_GROUP)),
            "Dem, pligten binder: slags subjekter.",
            "Whom the duty binds: kinds of subject.",
            "{insured: {label: {da: Forsikrede, en: Insured}, number: insured-number, from: {da: 1. juli, en: 1 July}, provision: duty}}");
    private static final Key<List<Optional<Parameter>>> PARAMETERS = Key.required(
            "parameters", Type.declarations(Kind.PARAMETER, Type.mapping(ParameterForms.PARAMETER)),
            "Alle tal i modellen, hver med interval og kilde. Andre steder står kun deres navne.",
            "All numbers of the model, each with a range and a source. Elsewhere only their names stand.",
            "{one-day: {label: {da: En dag, en: One day}, unit: days, value: 1, class: observed, source: A definition}}");
    /** Read by the loader, once for all versions. */
    static final Key<Correlations> CORRELATIONS = Key.optional(
                    "correlations", CorrelationForms.CORRELATIONS,
                    "Parametre, hvis usikkerhed følges ad. De øvrige trækkes uafhængigt af hinanden. Gælder for alle varianter.",
                    "Parameters whose uncertainty goes together. The others are drawn independently of each other. Holds for all variants.",
                    "[{between: [call-minutes, queue-minutes], correlation: 0.6, class: assumed, source: Both are long where few are at work}]")
            .or(Correlations.NONE, "ingen", "none");
    private static final Key.Maybe<Object> SEVERAL = Key.optional(
            "several", new Type<>(
                    new Shape.ByWord(
                            new Text("et ord, der skrives $ord, hvor medlemmerne skal stå", "a word, written $word where the members are to stand"),
                            new Shape.ByWord(new Text("medlemmets navn", "the member's name"), Type.TEXT.shape())),
                    c -> c),
            "Skriver det samme én gang for flere: hvor $ord står i en nøgle eller i en liste, gentages det for hvert medlem, med medlemmets navn i stedet; i en tekst står medlemmets tekst.",
            "Writes the same once for several: where $word stands in a key or in a list, that is repeated for each member, with the member's name in its place; in a text stands the member's text.",
            "{duty: {cv: {da: cv, en: CV}, plan: {da: plan, en: plan}}}");

    // ---- who acts, and what is known of subjects ----

    private static final Key<List<Actor>> ACTORS = Key.required(
            "actors", Type.declarations(Kind.ACTOR, Type.mapping(ProcedureForms.ACTOR)).checked(ScenarioForm::oneOfEach),
            "Dem, der handler i trinnene eller bruger tid på dem.",
            "Who acts in the steps, or spends time on them.",
            "{citizen: {label: {da: borgeren, en: the citizen}, role: subject, time: citizen-hours}}");
    private static final Key<List<Channel>> CHANNELS = Key.optional(
                    "channels", Type.declarations(Kind.CHANNEL, Type.mapping(ProcedureForms.CHANNEL)),
                    "De veje, der kommunikeres ad.",
                    "The ways that are communicated through.",
                    "{website: {label: {da: Hjemmesiden, en: The website}, medium: digital}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Trait>> TRAITS = Key.optional(
                    "traits", Type.declarations(Kind.TRAIT, Type.mapping(SubjectForms.TRAIT)),
                    "Hvad et subjekt er eller har, ja eller nej, og varigt.",
                    "What a subject is or has, yes or no, and lasting.",
                    "{signed-up: {label: {da: Tilmeldt, en: Signed up}, share: signed-up-share}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<SubjectForms.Flag>> FLAGS = Key.optional(
                    "flags", Type.declarations(Kind.FLAG, Type.mapping(SubjectForms.FLAG)),
                    "Hvad et subjekt kan få på sig undervejs.",
                    "What a subject can be marked with on the way.",
                    "{told: {label: {da: Har fået besked, en: Has been told}}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Circumstance>> CIRCUMSTANCES = Key.optional(
                    "circumstances", Type.declarations(Kind.CIRCUMSTANCE, Type.mapping(SubjectForms.CIRCUMSTANCE)),
                    "Hvad der kan ramme et subjekt ved en lejlighed.",
                    "What may befall a subject at an occasion.",
                    "{ill: {label: {da: Syg, en: Ill}, chance: ill-chance}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<NamedFact>> FACTS = Key.optional(
                    "facts", Type.declarations(Kind.FACT, Type.mapping(SubjectForms.FACT)),
                    "Betingelser med et navn.",
                    "Conditions with a name.",
                    "{excused: {label: {da: Undskyldt, en: Excused}, when: ill or exempt}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<NamedAmount>> AMOUNTS = Key.optional(
                    "amounts", Type.declarations(Kind.AMOUNT, Type.mapping(SubjectForms.AMOUNT)),
                    "Størrelser med et navn.",
                    "Amounts with a name.",
                    "{late-by: {label: {da: Dage for sent, en: Days late}, is: \"max(today - clock, 0)\"}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<State>> STATES = Key.optional(
                    "states", Type.declarations(Kind.STATE, Type.mapping(SubjectForms.STATE)),
                    "Tal, et subjekt bærer, og som trinnene ændrer.",
                    "Numbers that a subject carries and the steps change.",
                    "{stress: {label: {da: Stress, en: Stress}, half-life: stress-days}}")
            .or(List.of(), "ingen", "none");

    // ---- what happens ----

    private static final Key<List<Meter>> METERS = Key.optional(
                    "meters", Type.declarations(Kind.METER, Type.mapping(ProcedureForms.METER)),
                    "Hvad der løber dag for dag og kan koste penge.",
                    "What runs by the day and may cost money.",
                    "{fee: {label: {da: Afgift, en: Fee}, days: fee-days, rate: fee-rate, kroner: fee-kroner}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Measure>> MEASURES = Key.required(
            "measures", Type.declarations(Kind.MEASURE, Type.mapping(MeasureForms.MEASURE)),
            "Hvad der tælles og vises.",
            "What is counted and shown.",
            "{fees: {label: {da: Afgifter, en: Fees}, kind: events, good: less}}");
    private static final Key<List<Track>> TRACKS = Key.required(
            "tracks", Type.declarations(Kind.TRACK, Type.mapping(ProcedureForms.TRACK)),
            "Forløbets dele, der løber ved siden af hinanden.",
            "The parts of the procedure, which run side by side.",
            "{renewal: {label: {da: Fornyelse, en: Renewal}, entry: see-letter, every: year}}");
    private static final Key<List<Step>> STEPS = Key.required(
            "steps", Type.declarations(Kind.STEP, StepForms.STEP),
            "Trinnene: hvem gør hvad, efter hvilken bestemmelse, og hvor man så kommer hen.",
            "The steps: who does what, under which provision, and where one comes to then.",
            "{renewed: {label: {da: Fornyet, en: Renewed}, track: renewal, kind: end, actor: citizen, provision: duty}}");
    private static final Key.Maybe<Groups> GROUPS = Key.optional(
                    "groups", Type.mapping(ProcedureForms.GROUPS),
                    "De tre retssikkerhedsgrupper. Kræves, hvor der er capacities, helpers eller demands.",
                    "The three rights-security groups. Needed where there are capacities, helpers or demands.",
                    "{steps: [see-letter, renew], spread: day-to-day, head-start: head-start}")
            .otherwise("ingen grupper vises", "no groups are shown");
    private static final Key<Goals> GOALS = Key.required(
            "goals", Type.mapping(ProcedureForms.GOALS),
            "Hvad analysen af forløbet spørger om.",
            "What the analysis of the procedure asks about.",
            "{fulfilled: [renewed], protected: [exempted], grounds: [health]}");
    private static final Key<List<Tally>> OPENING = Key.optional(
                    "opening", Type.listOf(MeasureForms.TALLY),
                    "Hvad der tælles én gang for hvert subjekt på den første dag.",
                    "What is counted once for each subject on the first day.",
                    "[enrolled]")
            .or(List.of(), "intet", "nothing");
    private static final Key<List<Tally>> CLOSING = Key.optional(
                    "closing", Type.listOf(MeasureForms.TALLY),
                    "Hvad der tælles én gang for hvert subjekt efter den sidste dag.",
                    "What is counted once for each subject after the last day.",
                    "[{measure: left-exempt, when: exempt}]")
            .or(List.of(), "intet", "nothing");

    // ---- people and institutions ----

    private static final Key<List<Attribute>> ATTRIBUTES = Key.optional(
                    "attributes", Type.declarations(Kind.ATTRIBUTE, Type.mapping(PeopleForms.ATTRIBUTE)),
                    "Hvad befolkningen er fordelt på ud over målgruppe og kommune, såsom alder.",
                    "What the population is spread over besides target group and municipality, such as age.",
                    "{age: {label: {da: Alder, en: Age}, categories: {young: {da: Unge, en: Young}, old: {da: Ældre, en: Old}}, among-adults: adults-by-age}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Optional<Margin>>> MARGINS = Key.optional(
                    "margins", Type.listOf(Type.mapping(PeopleForms.MARGIN)),
                    "Tabeller, som dem, pligten binder, tilpasses. Hvor ingen tabel siger noget om en egenskab, er de fordelt som alle voksne (among-adults).",
                    "Tables that those whom the duty binds are fitted to. Where no table says anything of an attribute, they are spread as all adults (among-adults).",
                    "[{label: {da: Alder efter målgruppe, en: Age by target group}, over: [target-group, age], table: age-by-group.csv, class: assumed, source: A guess}]")
            .or(List.of(), "ingen", "none");
    private static final Key.Maybe<AllAdults> ALL_ADULTS = Key.optional(
                    "all-adults", Type.mapping(PeopleForms.ALL_ADULTS).checked(ScenarioForm::needGroups),
                    "Alle voksne, ved siden af dem, pligten binder: til at holde evnerne op imod, hvad der er målt på hele befolkningen. Kræver groups.",
                    "All adults, beside those whom the duty binds: to hold the capacities against what is measured on the whole population. Needs groups.",
                    "{number: adults}")
            .otherwise("alle voksne laves ikke", "all adults are not made");
    private static final Key<List<KnownShare>> KNOWN_SHARES = Key.optional(
                    "known-shares", Type.listOf(Type.mapping(PeopleForms.KNOWN_SHARE)).checked(ScenarioForm::needGroups),
                    "Offentliggjorte andele, som gruppernes størrelse holdes op imod. Kræver groups.",
                    "Published shares that the sizes of the groups are held against. Needs groups.",
                    "[{label: {da: Digitalt udsatte, en: Digitally vulnerable}, among: affected, groups: [2, 3], low: 0.17, high: 0.22, class: reported, source: A report}]")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Capacity>> CAPACITIES = Key.optional(
                    "capacities", Type.declarations(Kind.CAPACITY, Type.mapping(PeopleForms.CAPACITY)).checked(ScenarioForm::needGroups),
                    "Hvad folk magter mere eller mindre af. Kræver groups.",
                    "What people can do more or less of. Needs groups.",
                    "{digital: {label: {da: Digitalt, en: Digital}, shift: digital-shift, loading: loading}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<HelperKind>> HELPERS = Key.optional(
                    "helpers", Type.declarations(Kind.HELPER, Type.mapping(PeopleForms.HELPER)).checked(ScenarioForm::needGroups),
                    "De slags hjælpere, folk kan have. Kræver groups.",
                    "The kinds of helper that people may have. Needs groups.",
                    "{family: {label: {da: Familie, en: Family}, share: family-share, level: family-level, likeness: alike, stands-in-for: [digital], has-time: family-time, away: family-away, away-days: family-days}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Topic>> TOPICS = Key.optional(
                    "topics", Type.declarations(Kind.TOPIC, Type.mapping(PeopleForms.TOPIC)),
                    "Hvad borgere måske ikke lader enhver hjælper se.",
                    "What citizens may not let every helper see.",
                    "{health: {label: {da: Helbred, en: Health}}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Holiday>> HOLIDAYS = Key.optional(
                    "holidays", Type.declarations(Kind.HOLIDAY, Type.mapping(PeopleForms.HOLIDAY)),
                    "Hvornår på året mange hjælpere er væk på én gang.",
                    "When in the year many helpers are away at once.",
                    "{summer: {label: {da: Sommerferie, en: Summer holiday}, from: 07-01, to: 07-31}}")
            .or(List.of(), "ingen", "none");
    private static final Key<List<Municipality>> MUNICIPALITIES = Key.required(
            "municipalities", new Type<>(new Shape.FileName(".csv"), c -> c.binding().municipalities(c)),
            "Filen med kommunerne: kolonnerne code, name og share_of_national_2020, adskilt af komma. "
                    + "Andelen er den del af hver målgruppe, der bor i kommunen.",
            "The file of municipalities: the columns code, name and share_of_national_2020, parted by commas. "
                    + "The share is the part of each target group that lives in the municipality.",
            "municipalities.csv");
    private static final Key.Maybe<Caseworkers> CASEWORKERS = Key.optional(
                    "caseworkers", Type.mapping(PeopleForms.CASEWORKERS),
                    "Hvor forskellige sagsbehandlere er. Kræves, hvor der er discretion.",
                    "How caseworkers differ. Needed where there is discretion.",
                    "{subjects-each: caseload, culture: culture, turnover: turnover}")
            .otherwise("sagsbehandleren gør ingen forskel", "the caseworker makes no difference");
    private static final Key<List<Resource>> RESOURCES = Key.optional(
                    "resources", Type.declarations(Kind.RESOURCE, Type.mapping(PeopleForms.RESOURCE)),
                    "Hvad der kan slippe op.",
                    "What can run out.",
                    "{slots: {label: {da: Tider, en: Slots}, supply: slots-supply, keeps-days: one-day, varies: slots-vary, weekdays-only: true}}")
            .or(List.of(), "ingen", "none");

    // ---- what is compared and tried ----

    /** Read by the loader, once for all versions. */
    static final Key<List<VariantForms.Change>> VARIANTS = Key.required(
            "variants", Type.declarations(Kind.VARIANT, Type.mapping(VariantForms.VARIANT)),
            "Lovforslaget, som det er (bill), og de ændringer, det sammenlignes med.",
            "The bill as it stands (bill), and the changes that it is compared with.",
            "{bill: {label: {da: Lovforslaget, en: The bill}, text: {da: Som fremsat., en: As introduced.}}}");
    /** Read by the loader, when all versions are known. */
    static final Key<List<WorkedCase>> CASES = Key.optional(
                    "cases", Type.declarations(Kind.CASE, Type.mapping(CaseForms.CASE)),
                    "Sager, der er regnet igennem i hånden, og som modellen skal nå til samme svar på.",
                    "Cases worked out by hand, which the model must come to the same answer on.",
                    "{on-time: {label: {da: Til tiden, en: On time}, text: {da: Hun fornyer straks., en: She renews at once.}, subject: {target-group: owners}, given: [{step: renew, on: 2026-05-04}], expect: [{never: charge}]}}")
            .or(List.of(), "ingen", "none");

    /** Read by the loader, when all versions are known. */
    static final Key<List<Target>> TARGETS = Key.optional(
                    "targets", Type.declarations(Kind.TARGET, Type.mapping(TargetForms.TARGET)).checked(TargetForms::oneUseEach),
                    "Kendte tal fra virkeligheden, som modellen holdes op imod: dem, den er sat efter, og dem, den prøves på.",
                    "Figures known from the world that the model is held against: those it is set to, and those it is tried on.",
                    "{fees-2024: {label: {da: Afgifter i 2024, en: Fees in 2024}, use: validation, measure: fees, value: 900, low: 850, high: 950, class: observed, source: A count, year: 2024}}")
            .or(List.of(), "ingen", "none");

    /** Read by the loader, when all versions are known. */
    static final Key.Maybe<CalibrationForms.Wanted> CALIBRATION = Key.optional(
                    "calibration", Type.mapping(CalibrationForms.CALIBRATION),
                    "Hvilke tal kommandoen calibrate passer til de kendte tal med use: calibration.",
                    "Which numbers the command calibrate fits to the known figures with use: calibration.",
                    "{free: [try-chance]}")
            .otherwise("intet passes til", "nothing is fitted");

    /** Stands in a file of its own, which is read by {@link AssessmentFile}. */
    static final Key.Maybe<Assessment> ASSESSMENT = Key.optional(
                    AssessmentFile.ROOT, Type.mapping(AssessmentForms.ASSESSMENT),
                    "Den dataetiske konsekvensanalyse. Den står i sin egen fil, " + AssessmentFile.NAME + ", som assess læser og skriver; den ændrer ingen kørsel.",
                    "The data-ethics impact assessment. It stands in a file of its own, " + AssessmentFile.NAME + ", which assess reads and writes; it changes no run.",
                    "{bank: 1, track: short}")
            .otherwise("ingen er begyndt", "nobody has begun");

    /** Stands in a file of its own, which is read by {@link NotesFile}. */
    static final Key.Maybe<BillNotes> NOTES = Key.optional(
                    NotesFile.ROOT, Type.mapping(NotesForms.NOTES),
                    "Ministeriets del af lovforslagets bemærkninger. Den står i sin egen fil, " + NotesFile.NAME + ", som report læser; den ændrer ingen kørsel.",
                    "The ministry's part of the notes to the bill. It stands in a file of its own, " + NotesFile.NAME + ", which report reads; it changes no run.",
                    "{climate: {none: true}}")
            .otherwise("alt meldes som mangler", "everything is told as gaps");

    /** Stands in a file of its own, which is read by {@link Sources}. */
    static final Key<List<Text>> SOURCES = Key.optional(
                    Sources.ROOT, Type.listOf(Type.TEXT),
                    "Kildernes ord på engelsk: da er ordret det, der står under source. De står i deres egen fil, " + Sources.NAME
                            + ", her eller i mappen med fælles evidens; de ændrer ingen kørsel.",
                    "The words of the sources in English: da is word for word what stands under source. They stand in a file of their own, "
                            + Sources.NAME + ", here or in the folder of shared evidence; they change no run.",
                    "[{da: Vores antagelse, en: Our assumption}]")
            .or(List.of(), "kilderne citeres på dansk", "the sources are quoted in Danish");

    static final Form<Read> SCENARIO = Form.named(
                    "scenario",
                    "Nøglerne yderst i filerne. Alle mappens .yaml-filer lægger deres nøgler sammen; hver nøgle står i én fil.",
                    "The outermost keys of the files. All .yaml files of the folder put their keys together; each key stands in one file.")
            .keys(TITLE, SUMMARY, PURPOSE, TODAY, PROPOSED, CAVEAT, ABBREVIATIONS, FIRST, SUBJECTS, ACTORS, SEVERAL,
                    PROVISIONS, TARGET_GROUPS, PARAMETERS, CORRELATIONS, CHANNELS, TRAITS, FLAGS, CIRCUMSTANCES, FACTS, AMOUNTS, STATES,
                    METERS, TRACKS, GROUPS, GOALS, OPENING, CLOSING, MEASURES, ATTRIBUTES, MARGINS, ALL_ADULTS, KNOWN_SHARES, CAPACITIES,
                    HELPERS, TOPICS, HOLIDAYS, MUNICIPALITIES,
                    CASEWORKERS, RESOURCES, STEPS, VARIANTS, CASES, TARGETS, CALIBRATION,
                    ASSESSMENT, NOTES, SOURCES)
            .makes(f -> {
                f.leave(SEVERAL, CORRELATIONS, VARIANTS, CASES, TARGETS, CALIBRATION, ASSESSMENT, NOTES, SOURCES);
                f.at(ASSESSMENT).ifPresent(c -> c.fail(
                        new Text(AssessmentFile.ROOT + " i denne fil", AssessmentFile.ROOT + " in this file"),
                        new Text(AssessmentFile.ROOT + " i " + AssessmentFile.NAME, AssessmentFile.ROOT + " in " + AssessmentFile.NAME), ""));
                f.at(NOTES).ifPresent(c -> c.fail(
                        new Text(NotesFile.ROOT + " i denne fil", NotesFile.ROOT + " in this file"),
                        new Text(NotesFile.ROOT + " i " + NotesFile.NAME, NotesFile.ROOT + " in " + NotesFile.NAME), ""));
                f.at(SOURCES).ifPresent(c -> c.fail(
                        new Text(Sources.ROOT + " i denne fil", Sources.ROOT + " in this file"),
                        new Text(Sources.ROOT + " i " + Sources.NAME, Sources.ROOT + " in " + Sources.NAME), ""));
                f.cursor().binding().oneMeaningEach();
                // Names of parameters mean something once these have been read.
                List<Parameter> parameters = f.get(PARAMETERS).stream().flatMap(Optional::stream).toList();
                Duty duty = duty(f);
                List<Trait> traits = f.get(TRAITS);
                Procedure procedure = procedure(f, traits);
                PopulationSpec population = population(f, duty, traits);
                if (f.cursor().binding().failures.all().isEmpty()) {
                    PopulationChecks.check(population, procedure, f.cursor());
                }
                return new Read(duty, new Model(
                        f.get(FIRST), duty.addressees(), parameters, procedure,
                        new Institutions(f.get(CASEWORKERS), f.get(RESOURCES)), population));
            });

    private static Duty duty(Form.Fields f) {
        Subjects subjects = f.get(SUBJECTS);
        f.cursor().binding().know(subjects.many());
        return new Duty(
                f.get(TITLE), f.get(SUMMARY), f.get(PURPOSE), f.get(TODAY), f.get(PROPOSED), f.get(CAVEAT),
                f.get(ABBREVIATIONS), subjects, f.get(PROVISIONS), f.get(TARGET_GROUPS));
    }

    private static Procedure procedure(Form.Fields f, List<Trait> traits) {
        Map<String, Text> traitLabels = new LinkedHashMap<>();
        traits.forEach(trait -> traitLabels.put(trait.id(), trait.label()));
        Map<String, Text> flagLabels = new LinkedHashMap<>();
        f.get(FLAGS).forEach(flag -> flagLabels.put(flag.id(), flag.label()));
        return new Procedure(
                new Vocabulary(traitLabels, flagLabels, f.get(CIRCUMSTANCES), f.get(FACTS), f.get(AMOUNTS), f.get(STATES)),
                f.get(ACTORS), f.get(CHANNELS), f.get(TRACKS), f.get(STEPS), f.get(METERS), f.get(MEASURES),
                MeasureForms.seen(f.get(OPENING), View.BOTH), MeasureForms.seen(f.get(CLOSING), View.BOTH),
                f.get(GROUPS), f.get(GOALS));
    }

    private static PopulationSpec population(Form.Fields f, Duty duty, List<Trait> traits) {
        List<Attribute> attributes = f.get(ATTRIBUTES);
        // What a margin may be over is known once these have been read.
        List<Municipality> municipalities = f.get(MUNICIPALITIES);
        return new PopulationSpec(
                duty.addressees().stream().map(a -> new Group(a.id(), a.number())).toList(),
                municipalities, f.get(CAPACITIES), f.get(HELPERS), traits, f.get(TOPICS), f.get(HOLIDAYS), attributes,
                f.get(MARGINS).stream().flatMap(Optional::stream).toList(), f.get(ALL_ADULTS), f.get(KNOWN_SHARES));
    }

    // ---- what must hold of several together ----

    private static void oneOfEach(Cursor actors, List<Actor> all) {
        Stream.of(Actor.Role.SUBJECT, Actor.Role.HELPER).forEach(role -> {
            List<Cursor> such = actors.declared().stream().filter(a -> a.tree().word("role").strip().equals(role.key())).toList();
            such.stream().skip(1).forEach(again -> again.fail(
                    new Text(
                            "rollen " + role.key() + ", som " + such.get(0).key() + " også har",
                            "the role " + role.key() + ", which " + such.get(0).key() + " has too"),
                    new Text("højst én aktør med rollen " + role.key(), "at most one actor with the role " + role.key()), ""));
        });
    }

    private static void needGroups(Cursor c, AllAdults adults) {
        needGroups(c, List.of(adults));
    }

    private static void needGroups(Cursor c, List<?> people) {
        if (!people.isEmpty() && !c.binding().hasGroups()) {
            c.fail(
                    new Text(c.key() + " uden groups", c.key() + " without groups"),
                    new Text(c.key() + " kun, hvor der er groups", c.key() + " only where there are groups"), "");
        }
    }
}
