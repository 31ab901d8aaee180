package dk.lovproeve.assessment;

import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something done about one or several risks.
 *
 * @param id        its name in the assessment
 * @param label     what is done
 * @param kind      what it does to a risk
 * @param anchor    where it is laid down
 * @param clauses   the provisions it stands in
 * @param status    how far it has come; only what is decided or in force counts
 * @param owner     the office that answers for it; empty while nobody does
 * @param due       when it is to work; empty while not said
 * @param cost      what it costs; empty while not known
 * @param variant   the version of the rule that has it, so that its effect is simulated; empty where it is judged
 * @param indicator how one can see that it works
 * @param lowers    what it does, risk by risk; at least one
 * @param seen      what it was laid down on
 * @param from      the assessment it was taken over from and not yet looked at here; empty when it is one's own. Until then it
 *                  lowers nothing
 */
public record Safeguard(
        String id,
        Prose label,
        Kind kind,
        Anchor anchor,
        List<String> clauses,
        Status status,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<Value.Quantity> cost,
        Optional<String> variant,
        Optional<Prose> indicator,
        List<Lowering> lowers,
        Seen seen,
        Optional<String> from,
        Place place) {

    /** What something does to a risk. */
    public enum Kind {
        REMOVE("remove", new Text("fjerner risikoen", "removes the risk")),
        REDUCE("reduce", new Text("gør den mindre", "makes it smaller")),
        COMPENSATE("compensate", new Text("retter op bagefter", "puts right afterwards")),
        INFORM("inform", new Text("oplyser", "informs")),
        MONITOR("monitor", new Text("holder øje", "keeps watch"));

        private final String key;
        private final Text label;

        Kind(String key, Text label) {
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

    /** Where something is laid down, from the firmest to the loosest. */
    public enum Anchor {
        ACT("act", new Text("lovteksten", "the text of the act")),
        ORDER("order", new Text("bekendtgørelse", "executive order")),
        SYSTEM("system", new Text("krav til it-systemet", "demands on the IT system")),
        GUIDANCE("guidance", new Text("vejledning", "guidance")),
        OPERATION("operation", new Text("driften", "operation"));

        private final String key;
        private final Text label;

        Anchor(String key, Text label) {
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

    /** How far something has come. */
    public enum Status {
        IDEA("idea", new Text("idé", "idea")),
        PROPOSED("proposed", new Text("foreslået", "proposed")),
        DECIDED("decided", new Text("besluttet", "decided")),
        IN_FORCE("in-force", new Text("i kraft", "in force"));

        private final String key;
        private final Text label;

        Status(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }

        /** Whether it counts: a promise lowers no risk. */
        public boolean counts() {
            return this == DECIDED || this == IN_FORCE;
        }
    }

    /**
     * What it does to one risk.
     *
     * @param risk       the risk's id
     * @param groups     the groups it helps; empty for all that the risk is judged for
     * @param likelihood by how many steps it lowers a judged likelihood, 0 or more
     * @param severity   by how many steps it lowers aspects of severity, each 1 or more
     * @param because    what shows it; empty where only a simulated version lowers the likelihood
     */
    public record Lowering(String risk, List<String> groups, int likelihood, Map<Aspect, Integer> severity, Optional<Prose> because) {
        public Lowering {
            Checks.notBlank(risk, "risk");
            groups = List.copyOf(groups);
            Checks.that(likelihood >= 0 && likelihood <= RiskScales.WORST, "likelihood", likelihood, "0 to 4 steps");
            Map<Aspect, Integer> copied = new EnumMap<>(Aspect.class);
            severity.forEach((aspect, steps) -> {
                Checks.that(steps >= 1 && steps <= RiskScales.WORST, aspect.key(), steps, "1 to 4 steps");
                copied.put(aspect, steps);
            });
            severity = copied;
            Objects.requireNonNull(because, "because");
            Checks.that(because.isPresent() || likelihood == 0 && severity.isEmpty(), "because", "nothing", "what shows that the risk falls");
        }

        /** Whether it speaks of a group. */
        public boolean helps(String group) {
            return groups.isEmpty() || groups.contains(group);
        }
    }

    public Safeguard {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(anchor, "anchor");
        clauses = List.copyOf(clauses);
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(indicator, "indicator");
        lowers = List.copyOf(lowers);
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(place, "place");
        for (Lowering lowering : lowers) {
            refusal(kind, lowering).ifPresent(why -> {
                throw Checks.failure(id, lowering.risk(), why.en());
            });
        }
    }

    /**
     * Why a safeguard of some kind cannot do this to a risk; empty when it can. To inform moves likelihood one step at most,
     * to keep watch moves nothing, and what comes afterwards does not make the thing rarer.
     */
    public static Optional<Text> refusal(Kind kind, Lowering lowering) {
        if (kind == Kind.MONITOR && (lowering.likelihood() > 0 || !lowering.severity().isEmpty())) {
            return Optional.of(new Text("ingen sænkning: at holde øje sænker ingen risiko", "no lowering: to keep watch lowers no risk"));
        }
        if (kind == Kind.INFORM && (lowering.likelihood() > 1 || !lowering.severity().isEmpty())) {
            return Optional.of(new Text(
                    "højst ét trin lavere sandsynlighed og samme alvor: det er kun oplysning",
                    "likelihood at most one step lower and the same severity: it only informs"));
        }
        if (kind == Kind.COMPENSATE && lowering.likelihood() > 0) {
            return Optional.of(new Text(
                    "samme sandsynlighed: det, der kommer bagefter, forebygger ikke", "the same likelihood: what comes afterwards prevents nothing"));
        }
        return Optional.empty();
    }

    /**
     * Where it stands and how far it has come, for a reader of the bill. What belongs in the act and is not decided is not in
     * the bill, and nobody is to read it as if it were.
     */
    public Text standing() {
        return anchor == Anchor.ACT && !status.counts()
                ? new Text("ville skulle stå i loven; ikke med i lovforslaget", "would have to stand in the act; not in the bill")
                : new Text(anchor.label().da() + ", " + status.label().da(), anchor.label().en() + ", " + status.label().en());
    }

    /** What it hangs on besides the provisions: the run where a version of the rule has it, and the numbers where somebody judges. */
    public Set<Question.Ground> grounds() {
        Set<Question.Ground> grounds = EnumSet.of(Question.Ground.RULE);
        if (variant.isPresent()) {
            grounds.add(Question.Ground.RUN);
        }
        if (lowers.stream().anyMatch(l -> l.because().isPresent())) {
            grounds.add(Question.Ground.DATA);
        }
        return grounds;
    }

    /** The same, looked at today. */
    public Safeguard seen(Basis today) {
        return with(clauses, variant, lowers, Seen.now(grounds(), today, clauses), Optional.empty());
    }

    /**
     * The same, taken over from another assessment and to be looked at again; provisions and versions of the rule are the
     * other's own and are left behind. Empty when it is about none of the risks that are here.
     */
    public Optional<Safeguard> takenOver(String assessment, List<String> risksHere) {
        List<Lowering> kept = lowers.stream().filter(l -> risksHere.contains(l.risk())).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(with(List.of(), Optional.empty(), kept, Seen.NOTHING, Optional.of(assessment)));
    }

    private Safeguard with(List<String> itsClauses, Optional<String> itsVariant, List<Lowering> itsLowers, Seen itsSeen, Optional<String> itsFrom) {
        return new Safeguard(id, label, kind, anchor, itsClauses, status, owner, due, cost, itsVariant, indicator, itsLowers, itsSeen, itsFrom, place);
    }
}
