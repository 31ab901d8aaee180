package dk.lovproeve.shell;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Concern;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.Gap;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.base.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Talks about what an assessment rests on and ends with: sources, statements, approvals and the decision. */
final class ClosingTalk {

    private final AssessmentDesk desk;
    private final Interview talk;

    ClosingTalk(AssessmentDesk desk, Interview talk) {
        this.desk = desk;
        this.talk = talk;
    }

    /** Something that answers may rest on. @return how many times something was saved */
    int source() {
        talk.show("");
        Optional<String> title = talk.ask("assess.source.title");
        if (title.isEmpty()) {
            return 0;
        }
        Optional<Source.Kind> kind = talk.one(List.of(Source.Kind.values()), Source.Kind::label, Optional.empty(), "assess.source.kind");
        Optional<String> publisher = talk.ask("assess.source.publisher");
        Optional<String> date = talk.ask("assess.source.date");
        Optional<String> link = talk.ask("assess.source.link");
        Optional<String> pinpoint = talk.ask("assess.source.pinpoint");
        Optional<Grade> grade = talk.grade(Optional.empty());
        if (kind.isEmpty() || publisher.isEmpty() || date.isEmpty() || grade.isEmpty()) {
            talk.tell("assess.source.lacks");
            return 0;
        }
        String id = new Prose(title.get(), "").id(desk.sources().keySet());
        List<Source> sources = new ArrayList<>(desk.assessment().sources());
        sources.add(new Source(id, kind.get(), title.get(), publisher.get(), date.get(), link, pinpoint, Optional.empty(), grade.get()));
        desk.save(desk.assessment().withSources(sources), talk.role());
        talk.tell("assess.source.saved", id);
        return 1;
    }

    /** What a party that must be asked has said, or why she was not asked. */
    int statement(String key) {
        Statement.Party party = Stream.of(Statement.Party.values()).filter(p -> p.key().equals(key)).findFirst().orElseThrow();
        Optional<Statement> before = desk.assessment().statements().stream().filter(s -> s.party() == party).findFirst();
        talk.show("");
        talk.tell("assess.statement.heading", party.label().in(talk.language()));
        Optional<Boolean> asked = talk.whether("assess.statement.asked");
        if (asked.isEmpty()) {
            return 0;
        }
        Optional<Prose> text = talk.prose(before.map(Statement::text), asked.get() ? "assess.statement.text" : "assess.statement.why.not");
        Optional<String> by = text.isEmpty() ? Optional.empty() : talk.word(before.map(Statement::role).or(() -> Optional.of(talk.role())), "assess.by");
        if (by.isEmpty()) {
            return 0;
        }
        LocalDate date = talk.date(Optional.of(talk.today()), "assess.date").orElse(talk.today());
        List<Statement> all = new ArrayList<>(desk.assessment().statements());
        all.removeIf(s -> s.party() == party);
        all.add(new Statement(party, asked.get(), text.get(), by.get(), date));
        desk.save(desk.assessment().withStatements(all), talk.role());
        talk.tell("assess.saved");
        return 1;
    }

    /** A step on, or back to the draft. */
    int approval() {
        Approval.State at = desk.assessment().state();
        talk.show("");
        talk.tell("assess.approval.heading", at.label().in(talk.language()));
        long open = desk.appraisal().gaps().stream().filter(g -> g.kind().compareTo(Gap.Kind.GROUND) <= 0).count();
        if (open > 0) {
            talk.tell("assess.approval.open", open);
        }
        List<Approval.State> next = Stream.of(Approval.State.values()).filter(at::leadsTo).toList();
        Optional<Approval.State> to = talk.one(next, Approval.State::label, Optional.empty(), "assess.approval.to");
        if (to.isEmpty()) {
            return 0;
        }
        Optional<Prose> note = talk.prose(Optional.empty(), to.get() == Approval.State.DRAFT ? "assess.approval.why.back" : "assess.approval.note");
        if (to.get() == Approval.State.DRAFT && note.isEmpty()) {
            return 0;
        }
        List<Approval> all = new ArrayList<>(desk.assessment().approvals());
        all.add(new Approval(to.get(), talk.role(), talk.today(), note));
        desk.save(desk.assessment().withApprovals(all), talk.role());
        talk.tell("assess.saved");
        return 1;
    }

    /** The decision of a named office, with those who disagree. */
    int decision() {
        talk.show("");
        talk.tell("assess.decision.heading");
        desk.summary(talk.language()).forEach(talk::show);
        Map<String, Text> grave = new LinkedHashMap<>();
        for (RiskLevel risk : desk.appraisal().risks()) {
            if (risk.after().level().compareTo(Concern.HIGH) >= 0) {
                grave.put(risk.risk().id(), risk.risk().label().text());
            }
        }
        Optional<Decision> before = desk.assessment().decision();
        Optional<Decision.Outcome> outcome = talk.one(List.of(Decision.Outcome.values()), Decision.Outcome::label, before.map(Decision::outcome), "assess.decision.outcome");
        if (outcome.isEmpty()) {
            return 0;
        }
        Optional<String> by = talk.word(before.map(Decision::role), "assess.decision.by");
        Optional<Prose> served = talk.prose(before.map(Decision::served), "assess.decision.served");
        Optional<Prose> harmed = talk.prose(before.map(Decision::harmed), "assess.decision.harmed");
        Optional<Prose> conditions = outcome.get() == Decision.Outcome.ON_CONDITIONS
                ? talk.prose(before.flatMap(Decision::conditions), "assess.decision.conditions")
                : Optional.empty();
        List<String> accepted = outcome.get().proceeds() && !grave.isEmpty()
                ? talk.names(grave, false, before.map(Decision::accepted).orElse(List.of()), "assess.decision.accepted")
                : List.of();
        List<Answer.Remark> dissent = dissent(before.map(Decision::dissent).orElse(List.of()));
        Optional<LocalDate> review = talk.date(before.map(Decision::review), "assess.decision.review");
        boolean lacks = by.isEmpty() || served.isEmpty() || harmed.isEmpty() || review.isEmpty()
                || outcome.get() == Decision.Outcome.ON_CONDITIONS && conditions.isEmpty();
        if (lacks) {
            talk.tell("assess.decision.lacks");
            return 0;
        }
        desk.save(desk.assessment().withDecision(Optional.of(new Decision(
                outcome.get(), by.get(), talk.today(), served.get(), harmed.get(), conditions, accepted, dissent, review.get()))), talk.role());
        talk.tell("assess.saved");
        desk.appraisal().gaps().stream().filter(g -> g.kind() == Gap.Kind.DECISION).forEach(g -> talk.tell("assess.decision.still", g.what().in(talk.language())));
        return 1;
    }

    private List<Answer.Remark> dissent(List<Answer.Remark> before) {
        List<Answer.Remark> all = new ArrayList<>(before);
        before.forEach(d -> talk.tell("assess.remark.before", d.role(), d.text().orOther(talk.language())));
        while (true) {
            Optional<Prose> text = talk.prose(Optional.empty(), "assess.decision.dissent");
            Optional<String> by = text.isEmpty() ? Optional.empty() : talk.ask("assess.by");
            if (by.isEmpty()) {
                return all;
            }
            all.add(new Answer.Remark(text.get(), by.get(), talk.today()));
        }
    }
}
