package dk.lovproeve.rule;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a ministry knows of its bill and a model cannot: the money, the considerations, the hearing, the law of the Union. What
 * is empty here has not been written by anybody yet, and is told as a gap; what is stated not to exist is stated.
 *
 * @param edition      the edition of the outline that the notes follow; empty for the newest
 * @param caveat       what a reader must know of what is written here, such as that it is an example
 * @param introduction the introduction
 * @param background   the background; an optional section, which is left out when it is empty
 * @param mainPoints   the main points of the bill, in order
 * @param beyond       consequences besides those that must be assessed, in the ministry's own words
 * @param authorities  what the bill means for the state, the municipalities and the regions
 * @param figures      whom a measure of the model concerns, by the measure's id
 * @param compensation how the municipalities and regions are compensated for their expenditure
 * @param principles   the seven principles of digital-ready legislation, by number
 * @param business     what the bill means for business
 * @param citizens     what the bill means for citizens besides what the model says
 * @param relations    what it means between citizens, and between citizens and firms
 * @param rights       how it stands to rights of a party that the procedure does not show
 * @param climate      what it means for the climate
 * @param environment  what it means for environment and nature
 * @param union        how it stands to the law of the European Union
 * @param hearing      who has been asked, and what came of it
 * @param paragraphs   how the bill is cut into paragraphs and numbers
 * @param rejected     why an alternative was not chosen, by the variant's id
 * @param summary      what the two pages need besides
 * @param untranslated where a text is missing in a language, so that the other language's stands in for it
 */
public record BillNotes(
        Optional<String> edition,
        Optional<Text> caveat,
        Optional<Text> introduction,
        Optional<Text> background,
        List<MainPoint> mainPoints,
        Optional<Text> beyond,
        Map<Authority, ForAuthority> authorities,
        Map<String, Party> figures,
        Optional<Text> compensation,
        Map<Integer, Principle> principles,
        Business business,
        Optional<Effect> citizens,
        Optional<Text> relations,
        Map<PartyRight, Text> rights,
        Optional<Effect> climate,
        Optional<Effect> environment,
        Optional<UnionLaw> union,
        Optional<Hearing> hearing,
        List<Paragraph> paragraphs,
        Map<String, Text> rejected,
        Summary summary,
        Map<Language, List<Text>> untranslated) {

    /** Where nobody has written anything. */
    public static final BillNotes NOTHING = new BillNotes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Map.of(), Map.of(), Optional.empty(),
            Map.of(), new Business(Optional.empty(), Optional.empty()), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), List.of(), Map.of(), Summary.NOTHING, Map.of());

    public BillNotes {
        Objects.requireNonNull(edition, "edition");
        mainPoints = List.copyOf(mainPoints);
        authorities = Collections.unmodifiableMap(new TreeMap<>(authorities));
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        principles = Collections.unmodifiableMap(new TreeMap<>(principles));
        rights = Collections.unmodifiableMap(new TreeMap<>(rights));
        paragraphs = List.copyOf(paragraphs);
        rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
        untranslated = Map.copyOf(untranslated);
    }

    /** Whether the public sector will have something to implement, as far as is known: nobody has stated of each part of it that it will not. */
    public boolean isImplementedByThePublic() {
        return Stream.of(Authority.values()).anyMatch(a -> Optional.ofNullable(authorities.get(a))
                .flatMap(ForAuthority::implementation)
                .filter(Implementation::none)
                .isEmpty());
    }

    /** The same, where some texts stand in one language only. */
    public BillNotes with(Map<Language, List<Text>> missing) {
        return new BillNotes(
                edition, caveat, introduction, background, mainPoints, beyond, authorities, figures, compensation, principles, business, citizens, relations, rights, climate,
                environment, union, hearing, paragraphs, rejected, summary, missing);
    }

    /** What a line of a text begins with that tells of something not written yet. */
    public static final String MISSING_DA = "Mangler: ";

    /** The same in English. */
    public static final String MISSING_EN = "Missing: ";

    /** How many lines of a text tell of something not written yet. */
    public static long gaps(String text) {
        return text.lines().map(String::strip).filter(line -> line.startsWith(MISSING_DA) || line.startsWith(MISSING_EN)).count();
    }

    /** A part of the public sector; the notes tell of each by itself, in this order. */
    public enum Authority {
        STATE("state", new Text("staten", "the state")),
        MUNICIPALITIES("municipalities", new Text("kommunerne", "the municipalities")),
        REGIONS("regions", new Text("regionerne", "the regions"));

        private final String key;
        private final Text label;

        Authority(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        /** In the definite form, as it stands inside a sentence. */
        public Text label() {
            return label;
        }
    }

    /** Whom a measure of the model concerns, and so which section of the notes it belongs to. */
    public enum Party {
        STATE("state", new Text("staten", "the state")),
        MUNICIPALITIES("municipalities", new Text("kommunerne", "the municipalities")),
        REGIONS("regions", new Text("regionerne", "the regions")),
        BUSINESS("business", new Text("erhvervslivet", "business")),
        CITIZENS("citizens", new Text("borgerne", "citizens"));

        private final String key;
        private final Text label;

        Party(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * One main point of a bill; what is empty is a gap, but for what Union law or a committee may have had to say.
     *
     * @param title          its heading
     * @param provisions     the provisions it is made of
     * @param currentLaw     the law as it is
     * @param union          provisions of Union law that are carried out
     * @param committee      considerations of committees
     * @param considerations the ministry's considerations
     * @param proposed       the proposed scheme
     */
    public record MainPoint(
            Text title, List<String> provisions, Optional<Text> currentLaw, Optional<Text> union, Optional<Text> committee,
            Optional<Text> considerations, Optional<Text> proposed) {
        public MainPoint {
            Objects.requireNonNull(title, "title");
            provisions = List.copyOf(provisions);
        }
    }

    /**
     * What the bill means in one respect.
     *
     * @param none     whether it is stated that it means nothing
     * @param text     what there is to say
     * @param positive what is won, in a sentence that the summary table repeats
     * @param negative what is lost, likewise
     */
    public record Effect(boolean none, Optional<Text> text, Optional<Text> positive, Optional<Text> negative) {
        public Effect {
            boolean something = text.isPresent() || positive.isPresent() || negative.isPresent();
            boolean gainOrLoss = positive.isPresent() || negative.isPresent();
            Checks.that(none ? !gainOrLoss : something, "effect", none ? "none and something" : "nothing", "none, or what there is");
        }
    }

    /** What the bill means for one part of the public sector. */
    public record ForAuthority(Optional<Economy> economy, Optional<Implementation> implementation) {
        public ForAuthority {
            Objects.requireNonNull(economy, "economy");
            Objects.requireNonNull(implementation, "implementation");
        }
    }

    /**
     * Money.
     *
     * @param none    whether it is stated that there are no consequences
     * @param text    what there is to say besides the amounts
     * @param amounts what it costs or saves
     */
    public record Economy(boolean none, Optional<Text> text, List<Amount> amounts) {
        public Economy {
            amounts = List.copyOf(amounts);
            boolean something = text.isPresent() || !amounts.isEmpty();
            Checks.that(none ? amounts.isEmpty() : something, "economy", none ? "none and amounts" : "nothing", "none, or what there is");
        }
    }

    /** What money is for. */
    public enum Spending {
        CONSTRUCTION("construction", new Text("anlæg", "construction")),
        OPERATION("operation", new Text("drift", "operation")),
        TRANSFERS("transfers", new Text("overførsler", "transfers"));

        private final String key;
        private final Text label;

        Spending(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * Money of one kind over some years.
     *
     * @param kind   what it is for
     * @param what   what it is spent on, or saved on
     * @param years  million kroner by year; more spending is above 0, less is below
     * @param prices the price level, such as {@code 2027-pl}
     * @param source where the amounts are from
     */
    public record Amount(Spending kind, Text what, Map<Integer, Double> years, String prices, String source) {
        public Amount {
            years = Collections.unmodifiableMap(new TreeMap<>(years));
            Checks.that(!years.isEmpty(), "years", "none", "at least one");
            Checks.notBlank(prices, "prices");
            Checks.notBlank(source, "source");
        }
    }

    /**
     * What it takes to carry the bill out.
     *
     * @param none         whether it is stated that it takes nothing
     * @param organisation how the work is organised
     * @param transition   what it takes to change over, and to run
     * @param systems      IT: support, steering and risk
     * @param data         data protection
     * @param positive     what becomes easier, in a sentence that the summary table repeats
     * @param negative     what becomes harder, likewise
     */
    public record Implementation(
            boolean none, Optional<Text> organisation, Optional<Text> transition, Optional<Text> systems, Optional<Text> data,
            Optional<Text> positive, Optional<Text> negative) {
        public Implementation {
            boolean something = organisation.isPresent() || transition.isPresent() || systems.isPresent() || data.isPresent()
                    || positive.isPresent() || negative.isPresent();
            Checks.that(none != something, "implementation", none ? "none and something" : "nothing", "none, or what there is");
        }
    }

    /** How far a principle of digital-ready legislation is followed. */
    public enum Followed {
        YES("yes", new Text("følges", "followed")),
        PARTLY("partly", new Text("følges delvis", "partly followed")),
        NO("no", new Text("fraviges", "departed from")),
        NOT_RELEVANT("not-relevant", new Text("ikke relevant", "not relevant"));

        private final String key;
        private final Text label;

        Followed(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }

        /** Whether the notes must say why. */
        public boolean departs() {
            return this == PARTLY || this == NO;
        }
    }

    /**
     * How the bill stands to one principle.
     *
     * @param text    where it is relevant, and how it is followed
     * @param because what is departed from, and why; there where it is departed from
     */
    public record Principle(Followed followed, Optional<Text> text, Optional<Text> because) {
        public Principle {
            Objects.requireNonNull(followed, "followed");
            Checks.that(!followed.departs() || because.isPresent(), "because", "nothing", "why the principle is departed from");
        }
    }

    /** What the bill means for business: its economy, and its administrative burdens. */
    public record Business(Optional<Effect> economy, Optional<Effect> burdens) {
        public Business {
            Objects.requireNonNull(economy, "economy");
            Objects.requireNonNull(burdens, "burdens");
        }
    }

    /**
     * How the bill stands to the law of the Union.
     *
     * @param none     whether the bill has no aspects of Union law
     * @param text     the relation in words, in a sentence or two that the summary table repeats
     * @param data     how the processing of citizens' information stands to the General Data Protection Regulation; empty where
     *                 nobody has said
     * @param breaches whether the five principles for carrying out Union law are departed from; empty where nobody has said
     */
    public record UnionLaw(boolean none, Optional<Text> text, Optional<Text> data, Optional<Boolean> breaches) {
        public UnionLaw {
            Objects.requireNonNull(data, "data");
            Checks.that(none != text.isPresent(), "union", none ? "none and a text" : "nothing", "none, or what there is");
        }
    }

    /** The weeks there must be at least between the pre-consultation and the hearing. */
    public static final int WEEKS_BEFORE_HEARING = 6;

    /**
     * The pre-consultation at the secretariat for digital-ready legislation, which a bill that the public sector has to implement
     * must go through {@value #WEEKS_BEFORE_HEARING} weeks before its hearing.
     *
     * @param sent when the draft was sent there; empty where it was not
     * @param text what came of it, or why there was none
     */
    public record PreConsultation(Optional<LocalDate> sent, Optional<Text> text) {
        public PreConsultation {
            Checks.that(sent.isPresent() || text.isPresent(), "pre-consultation", "nothing", "when it was, or what there is to say");
        }

        /** Whether it came too near the hearing. */
        public boolean isLate(LocalDate hearing) {
            return sent.filter(day -> day.plusWeeks(WEEKS_BEFORE_HEARING).isAfter(hearing)).isPresent();
        }
    }

    /**
     * The hearing.
     *
     * @param before  the pre-consultation; empty where nobody has written of it
     * @param from    when the hearing began; empty while it has not
     * @param to      when it ended
     * @param parties who were asked; empty where the list is not known
     * @param changed what the answers said and what was changed; empty where nobody has written it
     */
    public record Hearing(
            Optional<PreConsultation> before, Optional<LocalDate> from, Optional<LocalDate> to, List<Text> parties, Optional<Text> changed) {
        public Hearing {
            Objects.requireNonNull(before, "before");
            parties = List.copyOf(parties);
            Checks.that(from.isPresent() == to.isPresent(), "hearing", "one date", "both dates or none");
        }

        /** Whether anything is told of the hearing itself. */
        public boolean isTold() {
            return from.isPresent() || !parties.isEmpty() || changed.isPresent();
        }
    }

    /**
     * A paragraph of the bill.
     *
     * @param number     such as {@code 1}
     * @param title      what it changes
     * @param provisions those it has itself, where it has no numbers
     * @param effect     what it will lead to; empty where nobody has written it
     * @param points     its numbers, in order
     */
    public record Paragraph(String number, Text title, List<String> provisions, Optional<Text> effect, List<Point> points) {
        public Paragraph {
            Checks.notBlank(number, "number");
            Objects.requireNonNull(title, "title");
            provisions = List.copyOf(provisions);
            points = List.copyOf(points);
        }
    }

    /**
     * A number of a paragraph.
     *
     * @param number     such as {@code 1}, or {@code 2 og 3}
     * @param provisions what it carries
     * @param currentLaw the law as it is; empty where the main points tell it
     * @param effect     what it will lead to; empty where nobody has written it
     */
    public record Point(String number, List<String> provisions, Optional<Text> currentLaw, Optional<Text> effect) {
        public Point {
            Checks.notBlank(number, "number");
            provisions = List.copyOf(provisions);
        }
    }

    /**
     * What the two pages for parliament need besides.
     *
     * @param version the version of the bill, such as the draft that is sent in hearing
     * @param from    when the bill takes effect, in words; empty where it is not settled
     * @param example the worked case that shows what happens to one who is worst placed
     * @param contact who can be asked
     * @param review  when the law is to be looked at again
     * @param changes what has changed since the last version
     */
    public record Summary(
            Optional<Text> version, Optional<Text> from, Optional<String> example, Optional<Text> contact, Optional<LocalDate> review,
            Optional<Text> changes) {

        static final Summary NOTHING = new Summary(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
