package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A question of the bank.
 *
 * @param id         stable: never used again for another question
 * @param ask        the question itself
 * @param help       what a good answer holds
 * @param why        why it is asked
 * @param anchor     the law or the norm it comes from
 * @param kind       what kind of answer it takes
 * @param scale      the answers it can have; empty for the kinds that have no scale
 * @param applies    when it arises; empty for always
 * @param optional   whether "not relevant" is an answer, given a reason
 * @param isShort    whether it belongs to the short track
 * @param restsOn    what the answer hangs on besides the provisions it names
 * @param computed   who can answer it better than a person; empty where only a person can
 * @param redLine    the limit that nothing outweighs; empty where there is none
 * @param needs      what must stand beside the answer, besides the reason
 * @param lands      where in the bill's notes the answer goes, such as {@code 7}; empty for nowhere
 * @param since      the version of the bank that it came with
 * @param revision   1, and one more each time its meaning has been changed
 * @param successor  the question that took its place; empty while it is asked
 */
public record Question(
        String id,
        Text ask,
        Text help,
        Text why,
        Text anchor,
        Kind kind,
        Optional<Scale> scale,
        Optional<When> applies,
        boolean optional,
        boolean isShort,
        Set<Ground> restsOn,
        Optional<Computation> computed,
        Optional<RedLine> redLine,
        Set<Need> needs,
        List<String> lands,
        int since,
        int revision,
        Optional<String> successor) {

    /** What an answer looks like. */
    public enum Kind {
        LADDER("ladder", true, new Text("ét trin på skalaen", "one step of the scale")),
        PER_GROUP("per-group", true, new Text("et trin for hver retssikkerhedsgruppe", "a step for each rights-security group")),
        PER_CHANNEL("per-channel", true, new Text("et trin for hver kanal", "a step for each channel")),
        CHOICE("choice", true, new Text("et eller flere af svarene", "one or more of the answers")),
        QUANTITY("quantity", false, new Text("et tal med interval og enhed", "a number with a range and a unit")),
        CLAUSES("clauses", false, new Text("bestemmelser", "provisions")),
        WORDS("words", false, new Text("ord", "words"));

        private final String key;
        private final boolean hasScale;
        private final Text meaning;

        Kind(String key, boolean hasScale, Text meaning) {
            this.key = key;
            this.hasScale = hasScale;
            this.meaning = meaning;
        }

        public String key() {
            return key;
        }

        public boolean hasScale() {
            return hasScale;
        }

        public Text meaning() {
            return meaning;
        }
    }

    /** What an answer can hang on, and so go stale with. */
    public enum Ground {
        RULE("rule", new Text("reglen: bestemmelser og forløb", "the rule: provisions and procedure")),
        DATA("data", new Text("tallene og befolkningen", "the numbers and the population")),
        RUN("run", new Text("kørslen", "the run"));

        private final String key;
        private final Text label;

        Ground(String key, Text label) {
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

    /** What must stand beside an answer. */
    public enum Need {
        CLAUSES("clauses", new Text("mindst én bestemmelse", "at least one provision")),
        EVIDENCE("evidence", new Text("mindst én kilde", "at least one source"));

        private final String key;
        private final Text label;

        Need(String key, Text label) {
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
     * A limit that nothing outweighs.
     *
     * @param step    the answer from which on it is critical whatever else is said
     * @param crossed what then holds, as a sentence of its own
     */
    public record RedLine(String step, Text crossed) {
        public RedLine {
            Checks.notBlank(step, "step");
            Objects.requireNonNull(crossed, "crossed");
        }
    }

    /**
     * That another question has one of some answers. Who does not know yet, or has not said, is asked all the same.
     *
     * @param question its id
     * @param answers  keys of its scale
     */
    public record When(String question, List<String> answers) {
        public When {
            Checks.notBlank(question, "question");
            answers = List.copyOf(answers);
        }
    }

    public Question {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(anchor, "anchor");
        Checks.that(kind.hasScale() == scale.isPresent(), id, scale.isPresent() ? "a scale" : "no scale", kind.key() + " with a scale where it needs one");
        Objects.requireNonNull(applies, "applies");
        restsOn = restsOn.isEmpty() ? Set.of() : EnumSet.copyOf(restsOn);
        Objects.requireNonNull(computed, "computed");
        redLine.map(RedLine::step).ifPresent(step -> Checks.that(
                scale.isPresent() && scale.get().isScored() && scale.get().keys().contains(step), id, step, "a step of a scored scale as red line"));
        needs = needs.isEmpty() ? Set.of() : EnumSet.copyOf(needs);
        lands = List.copyOf(lands);
        Checks.atLeast(1, since, "since");
        Checks.atLeast(1, revision, "revision");
        Objects.requireNonNull(successor, "successor");
    }

    /** Whether its answer has a bearing on a level. */
    public boolean isScored() {
        return scale.filter(Scale::isScored).isPresent();
    }

    /** Its id as a person reads and writes it. */
    public String shown() {
        return id.toUpperCase(Locale.ROOT);
    }
}
