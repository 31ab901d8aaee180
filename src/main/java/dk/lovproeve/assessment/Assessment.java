package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An assessment as people have filled it in. What follows from it is an {@link Appraisal}.
 *
 * @param bank       the version of the bank it was last filled in with
 * @param track      how much is asked
 * @param caveat     what must be said before anything else, such as that it is an example; empty for nothing
 * @param subject    what is assessed, where there is no bill to say so
 * @param takenFrom  the assessment that answers were taken over from; empty when none
 * @param answers    by question, in the order of the bank
 * @param sources    in the order of the file
 * @param risks      in the order of the file
 * @param setAside   typical risks that do not arise, with the reason
 * @param safeguards in the order of the file
 * @param statements in the order of the file; each party once
 * @param approvals  the states it has come to, the first first; none while it is a first draft
 * @param decision   empty until there is one
 */
public record Assessment(
        int bank,
        Track track,
        Optional<Prose> caveat,
        Optional<Subject> subject,
        Optional<String> takenFrom,
        Map<String, Answer> answers,
        List<Source> sources,
        List<Risk> risks,
        Map<String, Prose> setAside,
        List<Safeguard> safeguards,
        List<Statement> statements,
        List<Approval> approvals,
        Optional<Decision> decision) {

    /** How much is asked. */
    public enum Track {
        SHORT("short", new Text("kort spor: forhåndsvurdering, retssikkerhed, inklusion og privatliv", "short track: screening, legal certainty, inclusion and privacy")),
        FULL("full", new Text("fuldt spor: alle spørgsmål", "full track: all questions"));

        private final String key;
        private final Text label;

        Track(String key, Text label) {
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

    /** What is assessed, such as a system that a municipality means to buy. */
    public record Subject(Prose title, Prose text, Place place) {}

    public Assessment {
        Checks.atLeast(1, bank, "bank");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(caveat, "caveat");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(takenFrom, "takenFrom");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        sources = List.copyOf(sources);
        risks = List.copyOf(risks);
        setAside = Collections.unmodifiableMap(new LinkedHashMap<>(setAside));
        safeguards = List.copyOf(safeguards);
        statements = List.copyOf(statements);
        approvals = List.copyOf(approvals);
        Objects.requireNonNull(decision, "decision");
    }

    /** The latest day on which somebody answered, remarked, spoke, approved or decided; empty where nobody has. */
    public Optional<LocalDate> latest() {
        Stream<LocalDate> answered = answers.values().stream().flatMap(a -> Stream.concat(Stream.of(a.date()), a.remark().map(Answer.Remark::date).stream()));
        Stream<LocalDate> said = Stream.concat(statements.stream().map(Statement::date), approvals.stream().map(Approval::date));
        Stream<LocalDate> decided = decision.stream().flatMap(d -> Stream.concat(Stream.of(d.date()), d.dissent().stream().map(Answer.Remark::date)));
        return Stream.of(answered, said, decided).flatMap(dates -> dates).max(Comparator.naturalOrder());
    }

    /** One that nobody has begun on. */
    public static Assessment blank(int bank, Track track) {
        return new Assessment(
                bank, track, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of(),
                Optional.empty());
    }

    public Optional<Answer> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** The same with another answer to a question; without one where it is empty. */
    public Assessment with(String question, Optional<Answer> answer) {
        Map<String, Answer> changed = new LinkedHashMap<>(answers);
        answer.ifPresentOrElse(a -> changed.put(question, a), () -> changed.remove(question));
        return withAnswers(changed);
    }

    /** The same, filled in with a bank and perhaps taken over from another assessment. */
    public Assessment with(int filledInWith, Optional<String> from) {
        return new Assessment(
                filledInWith, track, caveat, subject, from, answers, sources, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withTrack(Track other) {
        return new Assessment(
                bank, other, caveat, subject, takenFrom, answers, sources, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withCaveat(Optional<Prose> other) {
        return new Assessment(
                bank, track, other, subject, takenFrom, answers, sources, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withSubject(Optional<Subject> other) {
        return new Assessment(
                bank, track, caveat, other, takenFrom, answers, sources, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withAnswers(Map<String, Answer> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, other, sources, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withSources(List<Source> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, other, risks, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withRisks(List<Risk> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, other, setAside, safeguards, statements, approvals, decision);
    }

    public Assessment withSetAside(Map<String, Prose> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, risks, other, safeguards, statements, approvals, decision);
    }

    public Assessment withSafeguards(List<Safeguard> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, risks, setAside, other, statements, approvals, decision);
    }

    public Assessment withStatements(List<Statement> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, risks, setAside, safeguards, other, approvals, decision);
    }

    public Assessment withApprovals(List<Approval> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, risks, setAside, safeguards, statements, other, decision);
    }

    public Assessment withDecision(Optional<Decision> other) {
        return new Assessment(
                bank, track, caveat, subject, takenFrom, answers, sources, risks, setAside, safeguards, statements, approvals, other);
    }

    /** Where it has come to. */
    public Approval.State state() {
        return approvals.isEmpty() ? Approval.State.DRAFT : approvals.get(approvals.size() - 1).state();
    }
}
