package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.population.PopulationSpec.Capacity;
import dk.lovproeve.population.PopulationSpec.HelperKind;
import dk.lovproeve.procedure.Institutions.Caseworkers;
import dk.lovproeve.procedure.Institutions.Resource;
import java.util.List;

/** Who the citizens are, who helps them, and what a municipality has to serve them with. */
final class PeopleForms {

    private PeopleForms() {}

    private static final Key<Text> CAPACITY_LABEL = label("{da: Digitale færdigheder, en: Digital skills}");
    private static final Key<Text> HELPER_LABEL = label("{da: Familie, en: Family}");
    private static final Key<Text> RESOURCE_LABEL = label("{da: Tider på rådhuset, en: Slots at the town hall}");

    private static Key<Text> label(String example) {
        return Key.required(
                "label", Type.TEXT, "Hvad det er, som læseren får det at vide.", "What it is, as the reader is told.", example);
    }

    // ---- capacities ----

    private static final Key<Parameter> SHIFT = Key.required(
            "shift", Type.parameter(Unit.SD),
            "Hvor langt målgruppens gennemsnit ligger fra alle voksnes, i standardafvigelser.",
            "How far the target group's mean lies from that of all adults, in standard deviations.",
            "digital-shift");
    private static final Key<Parameter> LOADING = Key.required(
            "loading", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget evnen hænger sammen med de andre, som en korrelation fra 0 til 1.",
            "How much the capacity goes together with the others, as a correlation from 0 to 1.",
            "loading");

    static final Form<Capacity> CAPACITY = Form.named(
                    "capacity",
                    "En evne, som pligten kræver noget af, og som folk har mere eller mindre af.",
                    "A capacity that the duty asks something of, and that people have more or less of.")
            .keys(CAPACITY_LABEL, SHIFT, LOADING)
            .makes(f -> new Capacity(f.id(), f.get(CAPACITY_LABEL), f.get(SHIFT), f.get(LOADING), f.place()));

    // ---- helpers ----

    private static final Key<Parameter> SHARE = Key.required(
            "share", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Andelen, der har en af denne slags.",
            "The share that has one of this kind.",
            "family-share");
    private static final Key.Maybe<Parameter> TIE_LOADING = Key.optional(
                    "loading", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
                    "Hvor meget det at have en hænger sammen med, hvad borgeren selv kan, som en korrelation fra 0 til 1.",
                    "How much having one goes together with what the citizen can do herself, as a correlation from 0 to 1.",
                    "family-loading")
            .otherwise("slet ikke: den, der kan mindst, har lige så tit en", "not at all: those who can least have one as often");
    private static final Key<Boolean> ONLY_WHERE_NONE = Key.optional(
                    "only-where-none", Type.YES_OR_NO,
                    "Om kun de har en, der ingen har af slagsene før den i filen. Andelen er så af dem.",
                    "Whether only those have one who have nobody of the kinds before it in the file. The share is then of them.",
                    "true")
            .or(false, "false", "false");
    private static final Key<Parameter> LEVEL = Key.required(
            "level", Type.parameter(Unit.SD),
            "Hjælperens gennemsnitlige niveau, i standardafvigelser blandt alle voksne.",
            "The helper's mean level, in standard deviations among all adults.",
            "family-level");
    private static final Key<Parameter> LIKENESS = Key.required(
            "likeness", Type.parameter(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget hjælperen ligner den, hun hjælper, som en korrelation fra 0 til 1.",
            "How much the helper is like the one she helps, as a correlation from 0 to 1.",
            "family-likeness");
    private static final Key<List<String>> STANDS_IN_FOR = Key.required(
            "stands-in-for", Type.references(Kind.CAPACITY),
            "De evner, hvor hjælperens niveau tæller, når det er højere end borgerens.",
            "The capacities in which the helper's level counts where it is higher than the citizen's.",
            "[digital, language]");
    private static final Key<Parameter> HAS_TIME = Key.required(
            "has-time", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at hjælperen har tid på en dag, hvor hun ikke er væk.",
            "The chance that the helper has time on a day when she is not away.",
            "family-time");
    private static final Key<Parameter> AWAY = Key.required(
            "away", Type.parameter(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at hjælperen er væk én gang i løbet af 64 dage.",
            "The chance that the helper is away once in the course of 64 days.",
            "family-away");
    private static final Key<Parameter> AWAY_DAYS = Key.required(
            "away-days", Type.parameter(Unit.DAYS),
            "Hvor mange dage hun så er væk.",
            "How many days she is then away.",
            "family-away-days");
    private static final Key.Maybe<Parameter> TRIES_A_DAY = Key.optional(
                    "tries-a-day", Type.parameter(Unit.COUNT),
                    "Hvor mange forsøg om dagen hun højst gør, i alt hvad hun hjælper med.",
                    "How many tries a day she makes at most, over everything she helps with.",
                    "family-tries")
            .otherwise("så mange, det skal være", "as many as it takes");

    static final Form<HelperKind> HELPER = Form.named(
                    "helper",
                    "En slags hjælper, som en borger kan have. En borger har højst én af hver slags; ved et forsøg hjælper den bedste af dem, der er der.",
                    "A kind of helper that a citizen may have. A citizen has one of each kind at most; at a try the best of those who are there helps.")
            .keys(HELPER_LABEL, SHARE, TIE_LOADING, ONLY_WHERE_NONE, LEVEL, LIKENESS, STANDS_IN_FOR, HAS_TIME, AWAY, AWAY_DAYS, TRIES_A_DAY)
            .makes(f -> new HelperKind(
                    f.id(), f.get(HELPER_LABEL), f.get(SHARE), f.get(TIE_LOADING), f.get(ONLY_WHERE_NONE), f.get(LEVEL), f.get(LIKENESS), f.get(STANDS_IN_FOR),
                    f.get(HAS_TIME), f.get(AWAY), f.get(AWAY_DAYS), f.get(TRIES_A_DAY), f.place()));

    // ---- what serves them ----

    private static final Key<Parameter> SUBJECTS_EACH = Key.required(
            "subjects-each", Type.aboveZero(Type.common(Unit.PERSONS, Unit.COUNT)),
            "Hvor mange subjekter én sagsbehandler har.",
            "How many subjects one caseworker has.",
            "caseload");
    private static final Key<Parameter> CULTURE = Key.required(
            "culture", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor meget af forskellen på sagsbehandlere der er kommunens, som en korrelation fra 0 til 1.",
            "How much of the difference between caseworkers is the municipality's, as a correlation from 0 to 1.",
            "culture");
    private static final Key<Parameter> TURNOVER = Key.required(
            "turnover", Type.common(Unit.PROBABILITY, Unit.SHARE),
            "Chancen for, at et subjekt får en ny sagsbehandler i et kvartal (91 dage).",
            "The chance that a subject gets a new caseworker in a quarter (91 days).",
            "turnover");

    static final Form<Caseworkers> CASEWORKERS = Form.named(
                    "caseworkers",
                    "Hvor forskellige sagsbehandlere er, og hvor tit man får en ny. Det tæller, hvor en afgørelse har discretion.",
                    "How caseworkers differ, and how often one gets a new one. It counts where a decision has discretion.")
            .keys(SUBJECTS_EACH, CULTURE, TURNOVER)
            .makes(f -> new Caseworkers(f.get(SUBJECTS_EACH), f.get(CULTURE), f.get(TURNOVER)));

    private static final Key<Parameter> SUPPLY = Key.required(
            "supply", Type.common(Unit.PER_1000_A_DAY),
            "Hvor meget der kommer hver åben dag for hver 1.000 subjekter i kommunen.",
            "How much appears each open day for every 1,000 subjects of the municipality.",
            "slots-supply");
    private static final Key<Parameter> KEEPS_DAYS = Key.required(
            "keeps-days", Type.aboveZero(Type.common(Unit.DAYS)),
            "Hvor mange dage det, der ikke bruges, kan bruges: 1 er kun samme dag.",
            "For how many days what is not used can still be used: 1 is the same day only.",
            "slots-days");
    private static final Key<Parameter> VARIES = Key.required(
            "varies", Type.common(Unit.SHARE, Unit.PROBABILITY),
            "Hvor forskellige kommunerne er: med 0,3 har hver mellem 70 og 130 procent af det.",
            "How much municipalities differ: with 0.3 each has between 70 and 130 per cent of it.",
            "slots-vary");
    private static final Key<Boolean> WEEKDAYS_ONLY = Key.required(
            "weekdays-only", Type.YES_OR_NO,
            "Om der intet er lørdag og søndag.",
            "Whether there is none on Saturdays and Sundays.",
            "true");

    static final Form<Resource> RESOURCE = Form.named(
                    "resource",
                    "Noget, der kan slippe op i en kommune: tider, linjer, hænder.",
                    "Something that can run out in a municipality: slots, lines, hands.")
            .keys(RESOURCE_LABEL, SUPPLY, KEEPS_DAYS, VARIES, WEEKDAYS_ONLY)
            .makes(f -> new Resource(
                    f.id(), f.get(RESOURCE_LABEL), f.get(SUPPLY), f.get(KEEPS_DAYS), f.get(VARIES), f.get(WEEKDAYS_ONLY), f.place()));
}
