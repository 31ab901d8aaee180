package dk.lovproeve.assessment;

import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.base.Text;
import dk.lovproeve.rule.BillNotes.Followed;
import dk.lovproeve.rule.Edition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks for what an assessment still lacks. */
final class Gaps {

    private final QuestionBank bank;
    private final Assessment assessment;
    private final Appraisal appraisal;
    private final List<Gap> found = new ArrayList<>();

    Gaps(QuestionBank bank, Assessment assessment, Appraisal appraisal) {
        this.bank = bank;
        this.assessment = assessment;
        this.appraisal = appraisal;
    }

    /** Everything that is lacking, the gravest kind first, otherwise in the order of the bank and the file. */
    List<Gap> all() {
        appraisal.items().stream().filter(i -> i.standing().isAsked()).forEach(this::question);
        principles();
        assessment.caveat().ifPresent(c -> translation("caveat", c));
        assessment.subject().ifPresent(s -> List.of(s.title(), s.text()).forEach(words -> translation("subject", words)));
        risks();
        safeguards();
        statements();
        decision();
        found.sort(Comparator.comparing(Gap::kind));
        return List.copyOf(found);
    }

    private void question(Item item) {
        String id = item.question().shown();
        if (item.standing() == Standing.MISSING) {
            add(Gap.Kind.MISSING, id, item.question().ask());
        }
        if (item.standing() == Standing.UNCONFIRMED) {
            String from = item.answer().flatMap(Answer::from).orElse("");
            add(Gap.Kind.UNCONFIRMED, id, new Text("svaret er fra " + from, "the answer is from " + from));
        }
        item.stale().forEach(why -> add(Gap.Kind.STALE, id, why));
        boolean given = item.standing() == Standing.ANSWERED || item.standing() == Standing.IRRELEVANT;
        item.answer().filter(a -> given).ifPresent(answer -> ground(item.question(), answer));
        item.answer().flatMap(Answer::reason).ifPresent(reason -> translation(id, reason));
        item.answer().flatMap(Answer::value).filter(Value.Written.class::isInstance).ifPresent(v -> translation(id, ((Value.Written) v).words()));
        item.answer().flatMap(Answer::remark).ifPresent(remark -> translation(id, remark.text()));
    }

    /** What is no longer as it was judged on, or was judged by others. */
    private void again(String subject, List<Text> stale, Optional<String> from) {
        stale.forEach(why -> add(Gap.Kind.STALE, subject, why));
        from.ifPresent(other -> add(Gap.Kind.UNCONFIRMED, subject, new Text("det er fra " + other, "it is from " + other)));
    }

    /** A rating without a reason cannot be contradicted, and so not trusted either. */
    private void ground(Question question, Answer answer) {
        boolean irrelevant = answer.value().filter(Value.Irrelevant.class::isInstance).isPresent();
        boolean asksForReason = question.kind().hasScale() || irrelevant;
        if (asksForReason && answer.reason().isEmpty()) {
            add(Gap.Kind.GROUND, question.shown(), new Text("en begrundelse", "a reason"));
        } else if (asksForReason && answer.reason().get().length() < bank.reason().least()) {
            add(Gap.Kind.GROUND, question.shown(), new Text(
                    "en begrundelse på mindst " + bank.reason().least() + " tegn", "a reason of at least " + bank.reason().least() + " characters"));
        }
        if (irrelevant) {
            return;
        }
        if (question.needs().contains(Question.Need.CLAUSES) && answer.clauses().isEmpty()) {
            add(Gap.Kind.GROUND, question.shown(), Question.Need.CLAUSES.label());
        }
        if (question.needs().contains(Question.Need.EVIDENCE) && answer.evidence().isEmpty()) {
            add(Gap.Kind.GROUND, question.shown(), Question.Need.EVIDENCE.label());
        }
    }

    /** A bill's notes must say why it departs from a principle; the answer here tells only how. */
    private void principles() {
        appraisal.model().ifPresent(model -> appraisal.items().forEach(item -> {
            for (int number = 1; number <= Edition.PRINCIPLES; number++) {
                if (item.question().id().equals(PrincipleStand.question(number))) {
                    PrincipleStand.of(Optional.ofNullable(model.principles().get(number)), Optional.of(item)).filter(PrincipleStand::lacksReason)
                            .ifPresent(stand -> add(Gap.Kind.GROUND, item.question().shown(), unexplained(stand)));
                }
            }
        }));
    }

    private static Text unexplained(PrincipleStand stand) {
        return stand.followed() == Followed.NO
                ? new Text(
                        "ministeriets begrundelse for, at princippet fraviges (skrives i bemærkningerne, afsnittet om de syv principper)",
                        "the ministry's reason why the principle is departed from (written in the notes, the section on the seven principles)")
                : new Text(
                        "ministeriets begrundelse for, at princippet kun følges delvis (skrives i bemærkningerne, afsnittet om de syv principper)",
                        "the ministry's reason why the principle is only partly followed (written in the notes, the section on the seven principles)");
    }

    private void translation(String subject, Prose prose) {
        if (!Appraisal.isInBoth(prose)) {
            boolean danish = prose.da().isEmpty();
            add(Gap.Kind.TRANSLATION, subject, danish ? new Text("teksten på dansk", "the text in Danish") : new Text("teksten på engelsk", "the text in English"));
        }
    }

    private void risks() {
        List<String> dimensions = appraisal.dimensions().stream().map(d -> d.section().id()).toList();
        for (TypicalRisk typical : bank.typical()) {
            boolean taken = assessment.setAside().containsKey(typical.id())
                    || assessment.risks().stream().anyMatch(r -> r.typical().filter(typical.id()::equals).isPresent());
            if (!taken && dimensions.contains(typical.dimension())) {
                add(Gap.Kind.RISK, typical.id(), new Text("tag den op, eller skriv, hvorfor den ikke opstår", "take it up, or say why it does not arise"));
            }
        }
        for (Risk risk : assessment.risks()) {
            translation(risk.id(), risk.label());
            again(risk.id(), appraisal.stale(risk), risk.from());
            List<String> left = appraisal.groups().stream().filter(g -> !risk.groups().containsKey(g)).toList();
            if (!left.isEmpty()) {
                add(Gap.Kind.RISK, risk.id(), new Text("gruppe " + String.join(", ", left), "group " + String.join(", ", left)));
            }
            if (appraisal.isBare(risk.id())) {
                add(Gap.Kind.RISK, risk.id(), new Text(
                        "en foranstaltning, eller at den udtrykkeligt tages på sig", "a safeguard, or that it is accepted in so many words"));
            }
            risk.groups().forEach((group, exposure) -> {
                if (exposure.reason().isEmpty()) {
                    add(Gap.Kind.RISK, risk.id(), new Text("en begrundelse for gruppe " + group, "a reason for group " + group));
                } else {
                    translation(risk.id(), exposure.reason().get());
                }
            });
        }
    }

    private void safeguards() {
        for (Safeguard safeguard : assessment.safeguards()) {
            translation(safeguard.id(), safeguard.label());
            again(safeguard.id(), appraisal.stale(safeguard), safeguard.from());
            safeguard.indicator().ifPresent(i -> translation(safeguard.id(), i));
            safeguard.lowers().forEach(l -> l.because().ifPresent(b -> translation(safeguard.id(), b)));
            List<Text> lacking = new ArrayList<>();
            if (safeguard.owner().isEmpty()) {
                lacking.add(new Text("en ansvarlig", "somebody who answers for it"));
            }
            if (safeguard.due().isEmpty()) {
                lacking.add(new Text("en dato", "a date"));
            }
            if (safeguard.cost().isEmpty()) {
                lacking.add(new Text("en pris", "a cost"));
            }
            if (safeguard.indicator().isEmpty()) {
                lacking.add(new Text("noget, man kan se virkningen på", "something that shows whether it works"));
            }
            if (safeguard.status() != Safeguard.Status.IDEA) {
                lacking.forEach(what -> add(Gap.Kind.SAFEGUARD, safeguard.id(), what));
            }
        }
    }

    private void statements() {
        for (Statement.Party party : Statement.Party.values()) {
            if (assessment.statements().stream().noneMatch(s -> s.party() == party)) {
                add(Gap.Kind.STATEMENT, party.key(), new Text("en udtalelse, eller hvorfor der ikke er spurgt", "a statement, or why there was no asking"));
            }
        }
        assessment.statements().forEach(s -> translation(s.party().key(), s.text()));
    }

    private void decision() {
        boolean sentOn = assessment.state() != Approval.State.DRAFT;
        long open = found.stream().filter(g -> g.kind().compareTo(Gap.Kind.GROUND) <= 0).count();
        if (sentOn && open > 0) {
            add(Gap.Kind.DECISION, assessment.state().key(), new Text(
                    "at " + open + " mangler er rettet, før den går videre", open + " gaps to be mended before it goes on"));
        }
        if (assessment.decision().isEmpty()) {
            add(Gap.Kind.DECISION, "decision", new Text("en beslutning", "a decision"));
            return;
        }
        Decision decision = assessment.decision().get();
        if (!decision.outcome().proceeds()) {
            return;
        }
        List<String> grave = appraisal.risks().stream()
                .filter(r -> r.after().level().compareTo(Concern.HIGH) >= 0 && !decision.accepted().contains(r.risk().id()))
                .map(r -> r.risk().id())
                .toList();
        if (!grave.isEmpty()) {
            add(Gap.Kind.DECISION, "decision", new Text(
                    "at disse risici udtrykkeligt er taget på sig: " + String.join(", ", grave),
                    "these risks to be accepted in so many words: " + String.join(", ", grave)));
        }
        String redLines = appraisal.items().stream().filter(Item::redLine).map(i -> i.question().shown()).collect(Collectors.joining(", "));
        if (!redLines.isEmpty()) {
            add(Gap.Kind.DECISION, "decision", new Text(
                    "at disse røde linjer ikke længere krydses: " + redLines, "these red lines to be crossed no more: " + redLines));
        }
        if (!appraisal.isEnough()) {
            add(Gap.Kind.DECISION, "decision", new Text("mere, før der kan besluttes", "more before one can decide"));
        }
    }

    private void add(Gap.Kind kind, String subject, Text what) {
        found.add(new Gap(kind, subject, what));
    }
}
