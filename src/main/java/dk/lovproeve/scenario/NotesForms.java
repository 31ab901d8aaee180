package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Prose;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.BillNotes.Amount;
import dk.lovproeve.rule.BillNotes.Authority;
import dk.lovproeve.rule.BillNotes.Business;
import dk.lovproeve.rule.BillNotes.Economy;
import dk.lovproeve.rule.BillNotes.Effect;
import dk.lovproeve.rule.BillNotes.Followed;
import dk.lovproeve.rule.BillNotes.ForAuthority;
import dk.lovproeve.rule.BillNotes.Hearing;
import dk.lovproeve.rule.BillNotes.Implementation;
import dk.lovproeve.rule.BillNotes.MainPoint;
import dk.lovproeve.rule.BillNotes.Paragraph;
import dk.lovproeve.rule.BillNotes.Party;
import dk.lovproeve.rule.BillNotes.Point;
import dk.lovproeve.rule.BillNotes.PreConsultation;
import dk.lovproeve.rule.BillNotes.Principle;
import dk.lovproeve.rule.BillNotes.Spending;
import dk.lovproeve.rule.BillNotes.Summary;
import dk.lovproeve.rule.BillNotes.UnionLaw;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.PartyRight;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the ministry writes for the notes to its bill, in a file of its own in the scenario's folder. */
final class NotesForms {

    private NotesForms() {}

    static final String EDITION_KEY = "notes.edition";

    private static final Text MILLIONS = new Text("et tal i mio. kr.", "a number in million kroner");
    private static final Text YEARS = new Text("et år som 2027", "a year such as 2027");
    private static final Text PRINCIPLE_NUMBERS = new Text("et princips nummer, 1 til 7", "the number of a principle, 1 to 7");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    /** What is proposed is told in the future tense. */
    private static final Pattern FUTURE_DA = Pattern.compile("(?i)\\bvil\\b");
    private static final Pattern FUTURE_EN = Pattern.compile("(?i)\\b(will|would)\\b");

    /**
     * Words in one of the languages at least; where one is missing the other stands in for it, which is told. A line that begins
     * with {@value BillNotes#MISSING_DA} is a gap the author knows of; it is counted, and so each language must have as many.
     */
    private static final Type<Text> WORDS = AssessmentForms.WORDS.as(Prose::text).checked((c, text) -> {
        long danish = BillNotes.gaps(text.da());
        long english = BillNotes.gaps(text.en());
        if (danish != english) {
            c.fail(new Text("mangler på dansk: " + danish + ", på engelsk: " + english, "gaps in Danish: " + danish + ", in English: " + english),
                    new Text("lige mange linjer, der begynder med »Mangler:« og »Missing:«", "as many lines that begin with \"Mangler:\" and \"Missing:\""), "");
        }
    });

    /** A text that tells what the bill will lead to. */
    private static final Type<Text> PROPOSAL = WORDS.checked((c, text) -> {
        boolean danish = !c.tree().word("da").isBlank();
        boolean english = !c.tree().word("en").isBlank();
        if (danish && !FUTURE_DA.matcher(text.da()).find()) {
            c.fail(new Text("en tekst på dansk uden »vil«", "a text in Danish without \"vil\""),
                    new Text("den foreslåede ordning i fremtid: »Den foreslåede bestemmelse vil medføre, at ...«", "the proposed scheme in the future tense: \"vil\""), "");
        }
        if (english && !FUTURE_EN.matcher(text.en()).find()) {
            c.fail(new Text("en tekst på engelsk uden will", "a text in English without \"will\""),
                    new Text("den foreslåede ordning i fremtid: will", "the proposed scheme in the future tense: \"The proposed provision will mean that ...\""), "");
        }
    });

    private static Key.Maybe<Text> text(String name, String da, String en) {
        return Key.optional(name, WORDS, da, en, "{da: Der er en grund., en: There is a reason.}").otherwise("det meldes som en mangel", "it is told as a gap");
    }

    private static Key.Maybe<Text> optionalText(String name, String da, String en) {
        return Key.optional(name, WORDS, da, en, "{da: Der er en grund., en: There is a reason.}").otherwise("det udelades", "it is left out");
    }

    private static Key.Maybe<Text> proposal(String name, String da, String en, String otherwiseDa, String otherwiseEn) {
        return Key.optional(name, PROPOSAL, da, en, "{da: Bestemmelsen vil medføre pligt., en: The provision will create a duty.}").otherwise(otherwiseDa, otherwiseEn);
    }

    private static final Key<Boolean> NONE = Key.optional(
                    "none", Type.YES_OR_NO,
                    "At der ingen konsekvenser er. Det er noget andet end at tie.", "That there are no consequences. That is another thing than silence.", "true")
            .or(false, "der er nogen, eller ingen har skrevet det", "there are some, or nobody has written it");

    private static void noneOrSomething(Cursor c, boolean none, boolean something) {
        if (none && something) {
            c.fail(new Text("none sammen med andet", "none together with something else"), new Text("none: true, eller hvad der er", "none: true, or what there is"), "");
        } else if (!none && !something && c.isThere()) {
            c.fail(new Text("intet", "nothing"), new Text("none: true, eller hvad der er", "none: true, or what there is"), "none: true");
        }
    }

    // ---- main points ----

    private static final Key<List<String>> PROVISIONS = Key.optional(
                    "provisions", Type.references(Kind.PROVISION), "Bestemmelserne, det handler om.", "The provisions it is about.", "[duty]")
            .or(List.of(), "ingen", "none");
    private static final Key<Text> POINT_TITLE = Key.required("title", WORDS, "Overskriften.", "The heading.", "{da: Pligten, en: The duty}");
    private static final Key.Maybe<Text> CURRENT_LAW = text("current-law", "Gældende ret.", "The law as it is.");
    private static final Key.Maybe<Text> POINT_UNION = optionalText("eu", "Bestemmelser i et EU-direktiv, der gennemføres.", "Provisions of an EU directive that are carried out.");
    private static final Key.Maybe<Text> COMMITTEE = optionalText("committee", "Overvejelser i udvalg.", "Considerations of committees.");
    private static final Key.Maybe<Text> CONSIDERATIONS = text("considerations", "Ministeriets overvejelser.", "The ministry's considerations.");
    private static final Key.Maybe<Text> PROPOSED = proposal(
            "proposed", "Den foreslåede ordning, med »vil«.", "The proposed scheme, in the future tense.", "bestemmelserne gengives", "the provisions are told");
    private static final Form<MainPoint> MAIN_POINT = Form.named("main-point", "Et hovedpunkt i lovforslaget.", "A main point of the bill.")
            .keys(POINT_TITLE, PROVISIONS, CURRENT_LAW, POINT_UNION, COMMITTEE, CONSIDERATIONS, PROPOSED)
            .makes(f -> new MainPoint(
                    f.get(POINT_TITLE), f.get(PROVISIONS), f.get(CURRENT_LAW), f.get(POINT_UNION), f.get(COMMITTEE), f.get(CONSIDERATIONS), f.get(PROPOSED)));

    // ---- consequences ----

    private static final Key.Maybe<Text> EFFECT_TEXT = optionalText("text", "Hvad der er at sige.", "What there is to say.");
    private static final Key.Maybe<Text> POSITIVE = optionalText("positive", "Det positive i én sætning, som skemaet gentager.", "What is won, in a sentence that the summary table repeats.");
    private static final Key.Maybe<Text> NEGATIVE = optionalText("negative", "Det negative i én sætning, som skemaet gentager.", "What is lost, in a sentence that the summary table repeats.");
    private static final Form<Optional<Effect>> EFFECT = Form.named("consequence", "Konsekvenser i én henseende.", "Consequences in one respect.")
            .keys(NONE, EFFECT_TEXT, POSITIVE, NEGATIVE)
            .makes(f -> {
                boolean none = f.get(NONE);
                Optional<Text> text = f.get(EFFECT_TEXT);
                Optional<Text> positive = f.get(POSITIVE);
                Optional<Text> negative = f.get(NEGATIVE);
                boolean gainOrLoss = positive.isPresent() || negative.isPresent();
                noneOrSomething(f.cursor(), none, gainOrLoss || !none && text.isPresent());
                boolean sound = none ? !gainOrLoss : text.isPresent() || gainOrLoss;
                return sound ? Optional.of(new Effect(none, text, positive, negative)) : Optional.empty();
            });

    private static Key.Maybe<Optional<Effect>> effect(String name, String da, String en) {
        return Key.optional(name, Type.mapping(EFFECT), da, en, "{none: true}").otherwise("det meldes som en mangel", "it is told as a gap");
    }

    private static final Key<Spending> SPENDING = Key.required(
            "kind", Type.oneOf(Spending.values(), Spending::key, Spending::label), "Anlæg, drift eller overførsler.", "Construction, operation or transfers.", "operation");
    private static final Key<Text> WHAT = Key.required("what", WORDS, "Hvad pengene går til eller spares på.", "What the money is spent on, or saved on.", "{da: Vejledning af borgere, en: Guidance of citizens}");
    private static final Key<Map<Integer, Double>> IN_YEARS = Key.required(
            "years", new Type<>(new Shape.ByWord(YEARS, new Shape.Number(MILLIONS)), NotesForms::years),
            "Mio. kr. pr. år; merudgifter er over 0, mindreudgifter under.", "Million kroner by year; more expenditure is above 0, less is below.", "{2027: 1.5, 2028: 1.0}");
    private static final Key<String> PRICES = Key.required("prices", Type.words("et pris- og lønniveau", "a price level"), "Pris- og lønniveauet.", "The price level.", "2027-pl");
    private static final Key<String> MONEY_SOURCE = Key.required("source", Type.words("en kilde", "a source"), "Hvor beløbene er fra.", "Where the amounts are from.", "Ministeriets skøn");
    private static final Form<Optional<Amount>> AMOUNT = Form.named("money", "Penge af én slags over nogle år.", "Money of one kind over some years.")
            .keys(SPENDING, WHAT, IN_YEARS, PRICES, MONEY_SOURCE)
            .makes(f -> {
                Spending kind = f.get(SPENDING);
                Text what = f.get(WHAT);
                Map<Integer, Double> years = f.get(IN_YEARS);
                String prices = f.get(PRICES);
                String source = f.get(MONEY_SOURCE);
                return years.isEmpty() ? Optional.empty() : Optional.of(new Amount(kind, what, years, prices, source));
            });

    private static Map<Integer, Double> years(Cursor c) {
        Map<Integer, Double> years = new LinkedHashMap<>();
        for (Cursor entry : c.entries()) {
            if (YEAR.matcher(entry.key()).matches()) {
                years.put(Integer.valueOf(entry.key()), entry.number(-1e6, 1e6, MILLIONS));
            } else {
                entry.fail(Text.same(entry.key()), YEARS, "");
            }
        }
        if (c.isThere() && c.entries().isEmpty()) {
            c.fail(Said.NOTHING, YEARS, "");
        }
        return years;
    }

    private static final Key<List<Optional<Amount>>> AMOUNTS = Key.optional(
                    "amounts", Type.listOf(Type.mapping(AMOUNT)), "Beløbene.", "The amounts.", "[{kind: operation, what: {da: Vejledning, en: Guidance}, years: {2027: 1.5}, prices: 2027-pl, source: Et skøn}]")
            .or(List.of(), "ingen", "none");
    private static final Form<Optional<Economy>> ECONOMY = Form.named("economy", "Økonomiske konsekvenser for en del af det offentlige.", "Economic consequences for a part of the public sector.")
            .keys(NONE, EFFECT_TEXT, AMOUNTS)
            .makes(f -> {
                boolean none = f.get(NONE);
                Optional<Text> text = f.get(EFFECT_TEXT);
                List<Amount> amounts = f.get(AMOUNTS).stream().flatMap(Optional::stream).toList();
                noneOrSomething(f.cursor(), none, f.has(AMOUNTS) || !none && text.isPresent());
                boolean sound = none ? amounts.isEmpty() : text.isPresent() || !amounts.isEmpty();
                return sound ? Optional.of(new Economy(none, text, amounts)) : Optional.empty();
            });

    private static final Key.Maybe<Text> ORGANISATION = text("organisation", "Organisatoriske forhold.", "How the work is organised.");
    private static final Key.Maybe<Text> TRANSITION = text("transition", "Administrative omstillings- og driftskonsekvenser.", "What it takes to change over, and to run.");
    private static final Key.Maybe<Text> SYSTEMS = text("it", "It-understøttelse, it-styring og risiko.", "IT: support, steering and risk.");
    private static final Key.Maybe<Text> DATA = text("data-protection", "Databeskyttelse.", "Data protection.");
    private static final Form<Optional<Implementation>> IMPLEMENTATION = Form.named("implementation", "Implementeringskonsekvenser for en del af det offentlige.", "Consequences of implementation for a part of the public sector.")
            .keys(NONE, ORGANISATION, TRANSITION, SYSTEMS, DATA, POSITIVE, NEGATIVE)
            .makes(f -> {
                boolean none = f.get(NONE);
                Optional<Text> organisation = f.get(ORGANISATION);
                Optional<Text> transition = f.get(TRANSITION);
                Optional<Text> systems = f.get(SYSTEMS);
                Optional<Text> data = f.get(DATA);
                Optional<Text> positive = f.get(POSITIVE);
                Optional<Text> negative = f.get(NEGATIVE);
                boolean something = Stream.of(organisation, transition, systems, data, positive, negative).anyMatch(Optional::isPresent);
                noneOrSomething(f.cursor(), none, something);
                return none == something
                        ? Optional.empty()
                        : Optional.of(new Implementation(none, organisation, transition, systems, data, positive, negative));
            });

    private static final Key.Maybe<Optional<Economy>> ECONOMY_KEY = Key.optional("economy", Type.mapping(ECONOMY), "Økonomien.", "The economy.", "{none: true}")
            .otherwise("det meldes som en mangel", "it is told as a gap");
    private static final Key.Maybe<Optional<Implementation>> IMPLEMENTATION_KEY = Key.optional("implementation", Type.mapping(IMPLEMENTATION), "Implementeringen.", "The implementation.", "{none: true}")
            .otherwise("det meldes som en mangel", "it is told as a gap");
    private static final Form<ForAuthority> FOR_AUTHORITY = Form.named("for-authority", "Hvad lovforslaget betyder for staten, kommunerne eller regionerne.", "What the bill means for the state, the municipalities or the regions.")
            .keys(ECONOMY_KEY, IMPLEMENTATION_KEY)
            .makes(f -> new ForAuthority(f.get(ECONOMY_KEY).flatMap(e -> e), f.get(IMPLEMENTATION_KEY).flatMap(i -> i)));
    private static final Key<Map<Authority, ForAuthority>> AUTHORITIES = Key.optional(
                    "public", EditionForms.byWord(Authority.values(), Authority::key, Type.mapping(FOR_AUTHORITY)),
                    "Staten (state), kommunerne (municipalities) og regionerne (regions), hver for sig.", "The state, the municipalities and the regions, each by itself.",
                    "{regions: {economy: {none: true}, implementation: {none: true}}}")
            .or(Map.of(), "hver af dem meldes som en mangel", "each of them is told as a gap");
    private static final Key<Map<String, Party>> FIGURES = Key.optional(
                    "figures", Type.byReference(Kind.MEASURE, Type.oneOf(Party.values(), Party::key, Party::label)),
                    "Hvem modellens måltal angår, når det ikke er borgerne selv: sagsbehandlernes timer kan være kommunernes.", "Whom the model's measures concern, where not citizens themselves: caseworkers' hours may be the municipalities'.",
                    "{staff-hours: municipalities}")
            .or(Map.of(), "det meldes som en mangel for timer og kroner, der ikke er borgernes", "it is told as a gap for hours and kroner that are not the citizens'");
    private static final Key.Maybe<Text> COMPENSATION = text("compensation", "Hvordan kommuner og regioner kompenseres (DUT).", "How municipalities and regions are compensated (DUT).");

    private static final Key<Followed> FOLLOWED = Key.required(
            "followed", Type.oneOf(Followed.values(), Followed::key, Followed::label), "Om princippet følges.", "Whether the principle is followed.", "partly");
    private static final Key.Maybe<Text> PRINCIPLE_TEXT = optionalText("text", "Hvor det er relevant, og hvordan det følges.", "Where it is relevant, and how it is followed.");
    private static final Key.Maybe<Text> BECAUSE = Key.optional(
                    "because", WORDS, "Hvad der fraviges og hvorfor.", "What is departed from and why.", "{da: Skønnet beskytter borgeren., en: The discretion protects the citizen.}")
            .otherwise("kun hvor det følges eller ikke er relevant", "only where it is followed or not relevant");
    private static final Form<Optional<Principle>> PRINCIPLE = Form.named("principle-followed", "Et af de syv principper.", "One of the seven principles.")
            .keys(FOLLOWED, PRINCIPLE_TEXT, BECAUSE)
            .makes(f -> {
                Followed followed = f.get(FOLLOWED);
                Optional<Text> text = f.get(PRINCIPLE_TEXT);
                Optional<Text> because = f.get(BECAUSE);
                if (followed.departs() && because.isEmpty()) {
                    f.cursor().fail(new Text(followed.key() + " uden because", followed.key() + " without because"), new Text("because: hvad der fraviges og hvorfor", "because: what is departed from and why"), "");
                    return Optional.empty();
                }
                return Optional.of(new Principle(followed, text, because));
            });
    private static final Key<Map<Integer, Optional<Principle>>> PRINCIPLES = Key.optional(
                    "principles",
                    new Type<>(new Shape.ByWord(PRINCIPLE_NUMBERS, new Shape.Mapping(PRINCIPLE)), NotesForms::principles),
                    "De syv principper for digitaliseringsklar lovgivning, efter nummer.", "The seven principles of digital-ready legislation, by number.",
                    "{1: {followed: yes, text: {da: Reglen er enkel., en: The rule is simple.}}}")
            .or(Map.of(), "hvert princip meldes som en mangel", "each principle is told as a gap");

    private static Map<Integer, Optional<Principle>> principles(Cursor c) {
        List<String> numbers = IntStream.rangeClosed(1, Edition.PRINCIPLES).mapToObj(String::valueOf).toList();
        Map<Integer, Optional<Principle>> read = new LinkedHashMap<>();
        for (Cursor entry : c.entries()) {
            Optional<Principle> principle = PRINCIPLE.read(entry);
            if (numbers.contains(entry.key())) {
                read.put(Integer.valueOf(entry.key()), principle);
            } else {
                entry.fail(Text.same(entry.key()), PRINCIPLE_NUMBERS, "");
            }
        }
        return read;
    }

    private static final Key.Maybe<Optional<Effect>> BUSINESS_ECONOMY = effect("economy", "Økonomiske konsekvenser for erhvervslivet.", "Economic consequences for business.");
    private static final Key.Maybe<Optional<Effect>> BUSINESS_BURDENS = effect("burdens", "Administrative konsekvenser for erhvervslivet.", "Administrative consequences for business.");
    private static final Form<Business> BUSINESS = Form.named("business", "Hvad lovforslaget betyder for erhvervslivet.", "What the bill means for business.")
            .keys(BUSINESS_ECONOMY, BUSINESS_BURDENS)
            .makes(f -> new Business(f.get(BUSINESS_ECONOMY).flatMap(e -> e), f.get(BUSINESS_BURDENS).flatMap(e -> e)));
    private static final Key<Business> BUSINESS_KEY = Key.optional("business", Type.mapping(BUSINESS), "Erhvervslivet.", "Business.", "{economy: {none: true}, burdens: {none: true}}")
            .or(new Business(Optional.empty(), Optional.empty()), "det meldes som en mangel", "it is told as a gap");
    private static final Key.Maybe<Optional<Effect>> CITIZENS = effect("citizens", "Hvad der er at sige om borgerne ud over det, modellen viser.", "What there is to say of citizens besides what the model shows.");
    private static final Key.Maybe<Text> RELATIONS = text("relations", "Hvad lovforslaget betyder mellem borgere, fx for dem, der hjælper, og mellem borgere og virksomheder.", "What the bill means between citizens, such as those who help, and between citizens and firms.");
    private static final Key<Map<PartyRight, Text>> RIGHTS = Key.optional(
                    "rights", EditionForms.byWord(PartyRight.values(), PartyRight::key, WORDS),
                    "Hvordan lovforslaget står til de rettigheder for en part, som forløbet ikke viser.", "How the bill stands to the rights of a party that the procedure does not show.",
                    "{confidentiality: {da: Bestemmelserne ændrer den ikke., en: The provisions do not change it.}}")
            .or(Map.of(), "hver af dem meldes som en mangel; partsrepræsentation og aktindsigt tages fra den dataetiske konsekvensanalyse", "each of them is told as a gap; representation and access are taken from the data-ethics impact assessment");
    private static final Key.Maybe<Optional<Effect>> CLIMATE = effect("climate", "Klimaet.", "The climate.");
    private static final Key.Maybe<Optional<Effect>> ENVIRONMENT = effect("environment", "Miljø og natur.", "Environment and nature.");

    private static final Key.Maybe<Boolean> BREACHES = Key.optional(
                    "breaches", Type.YES_OR_NO, "Om de fem principper for implementering af EU-regulering fraviges.", "Whether the five principles for implementing EU regulation are departed from.", "false")
            .otherwise("det meldes som en mangel", "it is told as a gap");
    private static final Key.Maybe<Text> UNION_TEXT = optionalText("text", "Forholdet til EU-retten i en sætning eller to, som skemaet gentager.", "The relation to EU law, in a sentence or two that the summary table repeats.");
    private static final Key.Maybe<Text> UNION_DATA = text(
            "data-protection", "Hvordan behandlingen af borgernes oplysninger står til databeskyttelsesforordningen: hjemmel, konsekvensanalyse og automatiske afgørelser.",
            "How the processing of citizens' information stands to the General Data Protection Regulation: legal basis, impact assessment and automated decisions.");
    private static final Form<Optional<UnionLaw>> UNION = Form.named("union-law", "Forholdet til EU-retten.", "The relation to EU law.")
            .keys(NONE, UNION_TEXT, UNION_DATA, BREACHES)
            .makes(f -> {
                boolean none = f.get(NONE);
                Optional<Text> text = f.get(UNION_TEXT);
                Optional<Text> data = f.get(UNION_DATA);
                Optional<Boolean> breaches = f.get(BREACHES);
                noneOrSomething(f.cursor(), none, text.isPresent());
                return none == text.isPresent() ? Optional.empty() : Optional.of(new UnionLaw(none, text, data, breaches));
            });
    private static final Key.Maybe<Optional<UnionLaw>> UNION_KEY = Key.optional("eu", Type.mapping(UNION), "Forholdet til EU-retten.", "The relation to EU law.", "{none: true, breaches: false}")
            .otherwise("det meldes som en mangel", "it is told as a gap");

    // ---- hearing ----

    private static final Key.Maybe<LocalDate> SENT = Key.optional("sent", Type.DATE, "Da udkastet blev sendt i præhøring.", "When the draft was sent in pre-consultation.", "2026-10-01")
            .otherwise("der har ingen været", "there has been none");
    private static final Key.Maybe<Text> SENT_TEXT = optionalText("text", "Hvad den førte til, eller hvorfor der ingen har været.", "What it led to, or why there has been none.");
    private static final Form<Optional<PreConsultation>> PRE_CONSULTATION = Form.named(
                    "pre-consultation", "Præhøringen i Sekretariatet for digitaliseringsklar lovgivning, senest seks uger før høringen.",
                    "The pre-consultation at the secretariat for digital-ready legislation, at least six weeks before the hearing.")
            .keys(SENT, SENT_TEXT)
            .makes(f -> {
                Optional<LocalDate> sent = f.get(SENT);
                Optional<Text> text = f.get(SENT_TEXT);
                if (sent.isEmpty() && text.isEmpty()) {
                    f.cursor().fail(Said.NOTHING, new Text("sent eller text", "sent or text"), "");
                    return Optional.empty();
                }
                return Optional.of(new PreConsultation(sent, text));
            });
    private static final Key.Maybe<Optional<PreConsultation>> BEFORE = Key.optional("pre-consultation", Type.mapping(PRE_CONSULTATION), "Præhøringen.", "The pre-consultation.", "{sent: 2026-10-01}")
            .otherwise("det meldes som en mangel, hvor det offentlige har noget at implementere", "it is told as a gap where the public sector has something to implement");
    private static final Key.Maybe<LocalDate> HEARING_FROM = Key.optional("from", Type.DATE, "Da høringen begyndte.", "When the hearing began.", "2026-12-01").otherwise("den er ikke begyndt", "it has not begun");
    private static final Key.Maybe<LocalDate> HEARING_TO = Key.optional("to", Type.DATE, "Da den sluttede.", "When it ended.", "2027-01-05").otherwise("den er ikke begyndt", "it has not begun");
    private static final Key<List<Text>> PARTIES = Key.optional("parties", Type.listOf(WORDS), "De hørte myndigheder og organisationer.", "Those consulted.", "[{da: KL, en: Local Government Denmark}]")
            .or(List.of(), "listen meldes som en mangel", "the list is told as a gap");
    private static final Key.Maybe<Text> CHANGED = text("changed", "Hvad svarene sagde, og hvad der blev ændret.", "What the answers said and what was changed.");
    private static final Form<Optional<Hearing>> HEARING = Form.named("hearing", "Høringen.", "The hearing.")
            .keys(BEFORE, HEARING_FROM, HEARING_TO, PARTIES, CHANGED)
            .makes(f -> {
                Optional<PreConsultation> before = f.get(BEFORE).flatMap(b -> b);
                Optional<LocalDate> from = f.get(HEARING_FROM);
                Optional<LocalDate> to = f.get(HEARING_TO);
                List<Text> parties = f.get(PARTIES);
                Optional<Text> changed = f.get(CHANGED);
                boolean ordered = from.isPresent() == to.isPresent() && (from.isEmpty() || !to.get().isBefore(from.get()));
                if (!ordered) {
                    f.cursor().fail(new Text("from og to, der ikke passer sammen", "from and to that do not go together"), new Text("begge datoer, den første først, eller ingen", "both dates, the first one first, or none"), "");
                    return Optional.empty();
                }
                return Optional.of(new Hearing(before, from, to, parties, changed));
            });
    private static final Key.Maybe<Optional<Hearing>> HEARING_KEY = Key.optional("hearing", Type.mapping(HEARING), "Høringen.", "The hearing.", "{parties: [{da: KL, en: Local Government Denmark}]}")
            .otherwise("det meldes som en mangel", "it is told as a gap");

    // ---- the bill's own cutting ----

    private static final Key<String> NUMBER = Key.required("number", Type.words("et nummer", "a number"), "Nummeret.", "The number.", "\"1\"");
    private static final Key.Maybe<Text> EFFECT_OF = proposal("effect", "Hvad det vil medføre, med »vil«.", "What it will lead to, in the future tense.", "bestemmelserne gengives", "the provisions are told");
    private static final Form<Point> POINT = Form.named("point", "Et nummer i en paragraf i lovforslaget.", "A number of a paragraph of the bill.")
            .keys(NUMBER, PROVISIONS, CURRENT_LAW, EFFECT_OF)
            .makes(f -> new Point(f.get(NUMBER), f.get(PROVISIONS), f.get(CURRENT_LAW), f.get(EFFECT_OF)));
    private static final Key<List<Point>> POINTS = Key.optional("points", Type.listOf(Type.mapping(POINT)), "Paragraffens numre.", "The numbers of the paragraph.", "[{number: \"1\", provisions: [duty]}]")
            .or(List.of(), "den har ingen", "it has none");
    private static final Key<Text> PARAGRAPH_TITLE = Key.required("title", WORDS, "Hvad paragraffen ændrer.", "What the paragraph changes.", "{da: Ændring af parkeringsloven, en: Change of the Parking Act}");
    private static final Form<Paragraph> PARAGRAPH = Form.named("paragraph", "En paragraf i lovforslaget.", "A paragraph of the bill.")
            .keys(NUMBER, PARAGRAPH_TITLE, PROVISIONS, EFFECT_OF, POINTS)
            .makes(f -> new Paragraph(f.get(NUMBER), f.get(PARAGRAPH_TITLE), f.get(PROVISIONS), f.get(EFFECT_OF), f.get(POINTS)));
    private static final Key<List<Paragraph>> PARAGRAPHS = Key.optional("paragraphs", Type.listOf(Type.mapping(PARAGRAPH)), "Lovforslagets paragraffer og numre, i rækkefølge.", "The paragraphs and numbers of the bill, in order.",
                    "[{number: \"1\", title: {da: Ændring af parkeringsloven, en: Change of the Parking Act}, points: [{number: \"1\", provisions: [duty]}]}]")
            .or(List.of(), "inddelingen meldes som en mangel, og bestemmelserne gennemgås i filens orden", "the cutting is told as a gap, and the provisions are gone through in the order of the file");

    private static final Key<Map<String, Text>> REJECTED = Key.optional(
                    "rejected", Type.byReference(Kind.VARIANT, WORDS), "Hvorfor et alternativ ikke er valgt.", "Why an alternative was not chosen.", "{no-fee: {da: Det koster for meget., en: It costs too much.}}")
            .or(Map.of(), "det meldes som en mangel", "it is told as a gap");

    // ---- two pages ----

    private static final Key.Maybe<Text> VERSION = text("version", "Lovforslagets version.", "The version of the bill.");
    private static final Key.Maybe<Text> FROM = text("from", "Hvornår loven træder i kraft, med ord.", "When the act takes effect, in words.");
    private static final Key.Maybe<String> EXAMPLE = Key.optional("example", Type.reference(Kind.CASE), "Den sag, der viser, hvad der sker for en af de dårligst stillede.", "The case that shows what happens to one of those who are worst placed.", "on-time")
            .otherwise("det meldes som en mangel", "it is told as a gap");
    private static final Key.Maybe<Text> CONTACT = text("contact", "Hvem der kan spørges.", "Who can be asked.");
    private static final Key.Maybe<LocalDate> REVIEW = Key.optional("review", Type.DATE, "Hvornår loven ses efter.", "When the act is looked at again.", "2030-01-01").otherwise("det meldes som en mangel", "it is told as a gap");
    private static final Key.Maybe<Text> CHANGES = text("changes", "Hvad der er ændret siden sidste version.", "What has changed since the last version.");
    private static final Form<Summary> SUMMARY = Form.named("two-pages", "Hvad de to sider til Folketinget har brug for derudover.", "What the two pages for parliament need besides.")
            .keys(VERSION, FROM, EXAMPLE, CONTACT, REVIEW, CHANGES)
            .makes(f -> new Summary(f.get(VERSION), f.get(FROM), f.get(EXAMPLE), f.get(CONTACT), f.get(REVIEW), f.get(CHANGES)));
    private static final Key<Summary> SUMMARY_KEY = Key.optional("two-pages", Type.mapping(SUMMARY), "Til de to sider.", "For the two pages.", "{from: {da: Den 1. juli 2027, en: 1 July 2027}}")
            .or(BillNotes.NOTHING.summary(), "det meldes som mangler", "it is told as gaps");

    private static final Key.Maybe<String> EDITION = Key.optional(
                    "edition", Type.words("navnet på en udgave i templates/editions", "the name of an edition in templates/editions"), "Udgaven af dispositionen.", "The edition of the outline.", "2023-11")
            .otherwise("den nyeste", "the newest");
    private static final Key.Maybe<Text> NOTES_CAVEAT = optionalText("caveat", "Hvad en læser må vide om det, der står her, såsom at det er et eksempel.", "What a reader must know of what is written here, such as that it is an example.");
    private static final Key.Maybe<Text> INTRODUCTION = text("introduction", "Indledningen.", "The introduction.");
    private static final Key.Maybe<Text> BACKGROUND = optionalText("background", "Baggrunden. Punktet udelades, hvor der ingen er.", "The background. The section is left out where there is none.");
    private static final Key<List<MainPoint>> MAIN_POINTS = Key.optional(
                    "main-points", Type.listOf(Type.mapping(MAIN_POINT)), "Hovedpunkterne, i rækkefølge.", "The main points, in order.", "[{title: {da: Pligten, en: The duty}, provisions: [duty]}]")
            .or(List.of(), "ét, som er lovforslaget", "one, which is the bill");
    private static final Key.Maybe<Text> BEYOND = optionalText("beyond", "Konsekvenser ud over de obligatoriske, med ministeriets ord.", "Consequences beyond the mandatory ones, in the ministry's words.");

    static final Form<BillNotes> NOTES = Form.named(
                    "bill-notes",
                    "Det, ministeriet ved og modellen ikke ved. Hvad ingen har skrevet, er en mangel, som tælles og vises; none: true siger, at der ingen er.",
                    "What the ministry knows and the model does not. What nobody has written is a gap, which is counted and shown; none: true states that there are none.")
            .keys(EDITION, NOTES_CAVEAT, INTRODUCTION, BACKGROUND, MAIN_POINTS, BEYOND, AUTHORITIES, FIGURES, COMPENSATION, PRINCIPLES, BUSINESS_KEY, CITIZENS,
                    RELATIONS, RIGHTS, CLIMATE, ENVIRONMENT, UNION_KEY, HEARING_KEY, PARAGRAPHS, REJECTED, SUMMARY_KEY)
            .makes(f -> {
                Map<Integer, Principle> principles = new LinkedHashMap<>();
                f.get(PRINCIPLES).forEach((number, principle) -> principle.ifPresent(p -> principles.put(number, p)));
                return new BillNotes(
                        f.get(EDITION), f.get(NOTES_CAVEAT), f.get(INTRODUCTION), f.get(BACKGROUND), f.get(MAIN_POINTS), f.get(BEYOND), f.get(AUTHORITIES), f.get(FIGURES),
                        f.get(COMPENSATION), principles, f.get(BUSINESS_KEY), f.get(CITIZENS).flatMap(e -> e), f.get(RELATIONS), f.get(RIGHTS), f.get(CLIMATE).flatMap(e -> e),
                        f.get(ENVIRONMENT).flatMap(e -> e), f.get(UNION_KEY).flatMap(u -> u), f.get(HEARING_KEY).flatMap(h -> h), f.get(PARAGRAPHS),
                        f.get(REJECTED), f.get(SUMMARY_KEY), Map.of());
            });
}
