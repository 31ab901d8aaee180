package dk.lovproeve.scenario;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Approval;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Question;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Source;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.assessment.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An assessment as maps, lists and words in the order in which they are written; {@link AssessmentForms} reads them back. */
final class AssessmentWriting {

    private AssessmentWriting() {}

    /** The whole, as it stands below the root key. What is empty is left out. */
    static Map<String, Object> of(Assessment assessment, QuestionBank bank) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bank", assessment.bank());
        map.put("track", assessment.track().key());
        assessment.caveat().ifPresent(c -> map.put("caveat", prose(c)));
        assessment.subject().ifPresent(s -> map.put("subject", ordered("title", prose(s.title()), "text", prose(s.text()))));
        assessment.takenFrom().ifPresent(from -> map.put("taken-from", from));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Question question : bank.questions()) {
            assessment.answer(question.id()).ifPresent(a -> answers.put(question.id(), answer(a)));
        }
        putAll(map, "answers", answers);
        putAll(map, "sources", byId(assessment.sources(), Source::id, AssessmentWriting::source));
        putAll(map, "risks", byId(assessment.risks(), Risk::id, AssessmentWriting::risk));
        Map<String, Object> setAside = new LinkedHashMap<>();
        assessment.setAside().forEach((id, why) -> setAside.put(id, prose(why)));
        putAll(map, "ruled-out", setAside);
        putAll(map, "safeguards", byId(assessment.safeguards(), Safeguard::id, AssessmentWriting::safeguard));
        putAll(map, "statements", assessment.statements().stream().map(AssessmentWriting::statement).toList());
        putAll(map, "approvals", assessment.approvals().stream().map(AssessmentWriting::approval).toList());
        assessment.decision().ifPresent(d -> map.put("decision", decision(d)));
        return map;
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> map = new LinkedHashMap<>();
        answer.value().ifPresent(v -> map.put("answer", value(v)));
        answer.reason().ifPresent(r -> map.put("reason", prose(r)));
        putAll(map, "clauses", answer.clauses());
        putAll(map, "evidence", answer.evidence());
        answer.grade().ifPresent(g -> map.put("grade", g.key()));
        answer.remark().ifPresent(r -> map.put("remark", remark(r)));
        map.put("by", answer.role());
        map.put("date", answer.date());
        answer.from().ifPresent(f -> map.put("from", f));
        Map<String, Object> seen = seen(answer.seen());
        putAll(map, "seen", seen);
        return map;
    }

    private static Object value(Value value) {
        if (value instanceof Value.One one) {
            return one.step();
        }
        if (value instanceof Value.Each each) {
            return new LinkedHashMap<>(each.steps());
        }
        if (value instanceof Value.Several several) {
            return several.names();
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity(quantity);
        }
        if (value instanceof Value.Written written) {
            return prose(written.words());
        }
        return value instanceof Value.Unknown ? Value.UNKNOWN : Value.IRRELEVANT;
    }

    private static Map<String, Object> quantity(Value.Quantity quantity) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("low", Said.number(quantity.low()));
        quantity.central().ifPresent(c -> map.put("central", Said.number(c)));
        map.put("high", Said.number(quantity.high()));
        map.put("unit", quantity.unit());
        return map;
    }

    private static Map<String, Object> seen(Seen seen) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (seen.revision() > 0) {
            map.put("question", seen.revision());
        }
        seen.rule().ifPresent(r -> map.put("rule", r));
        seen.data().ifPresent(d -> map.put("data", d));
        seen.run().ifPresent(r -> map.put("run", r));
        putAll(map, "clauses", seen.clauses());
        return map;
    }

    private static Map<String, Object> remark(Answer.Remark remark) {
        return ordered("text", prose(remark.text()), "by", remark.role(), "date", remark.date());
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> map = ordered("kind", source.kind().key(), "title", source.title(), "publisher", source.publisher(), "date", source.date());
        source.link().ifPresent(l -> map.put("link", l));
        source.pinpoint().ifPresent(p -> map.put("pinpoint", p));
        source.sha256().ifPresent(s -> map.put("sha256", s));
        map.put("grade", source.grade().key());
        return map;
    }

    private static Map<String, Object> risk(Risk risk) {
        Map<String, Object> map = ordered("label", prose(risk.label()), "dimension", risk.dimension());
        risk.typical().ifPresent(t -> map.put("typical", t));
        putAll(map, "clauses", risk.clauses());
        risk.measured().ifPresent(m -> {
            map.put("measure", m.measure());
            m.of().ifPresent(of -> map.put("of", of));
        });
        Map<String, Object> groups = new LinkedHashMap<>();
        risk.groups().forEach((group, exposure) -> {
            Map<String, Object> at = new LinkedHashMap<>();
            for (Aspect aspect : Aspect.values()) {
                at.put(aspect.key(), Optional.ofNullable(exposure.severity().get(aspect)).map(Object.class::cast).orElse(Value.UNKNOWN));
            }
            exposure.likelihood().ifPresent(l -> at.put("likelihood", l));
            exposure.reason().ifPresent(r -> at.put("reason", prose(r)));
            exposure.grade().ifPresent(g -> at.put("grade", g.key()));
            groups.put(group, at);
        });
        map.put("groups", groups);
        risk.from().ifPresent(from -> map.put("from", from));
        putAll(map, "seen", seen(risk.seen()));
        return map;
    }

    private static Map<String, Object> safeguard(Safeguard safeguard) {
        Map<String, Object> map = ordered("label", prose(safeguard.label()), "kind", safeguard.kind().key(), "anchor", safeguard.anchor().key());
        putAll(map, "clauses", safeguard.clauses());
        map.put("status", safeguard.status().key());
        safeguard.owner().ifPresent(o -> map.put("owner", o));
        safeguard.due().ifPresent(d -> map.put("due", d));
        safeguard.cost().ifPresent(c -> map.put("cost", quantity(c)));
        safeguard.variant().ifPresent(v -> map.put("variant", v));
        safeguard.indicator().ifPresent(i -> map.put("indicator", prose(i)));
        List<Object> lowers = new ArrayList<>();
        for (Safeguard.Lowering lowering : safeguard.lowers()) {
            Map<String, Object> one = ordered("risk", lowering.risk());
            putAll(one, "groups", lowering.groups());
            if (lowering.likelihood() > 0) {
                one.put("likelihood", lowering.likelihood());
            }
            lowering.severity().forEach((aspect, steps) -> one.put(aspect.key(), steps));
            lowering.because().ifPresent(b -> one.put("because", prose(b)));
            lowers.add(one);
        }
        map.put("lowers", lowers);
        safeguard.from().ifPresent(from -> map.put("from", from));
        putAll(map, "seen", seen(safeguard.seen()));
        return map;
    }

    private static Map<String, Object> statement(Statement statement) {
        Map<String, Object> map = ordered("from", statement.party().key());
        if (!statement.asked()) {
            map.put("asked", false);
        }
        map.put("text", prose(statement.text()));
        map.put("by", statement.role());
        map.put("date", statement.date());
        return map;
    }

    private static Map<String, Object> approval(Approval approval) {
        Map<String, Object> map = ordered("state", approval.state().key(), "by", approval.role(), "date", approval.date());
        approval.note().ifPresent(n -> map.put("note", prose(n)));
        return map;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> map = ordered(
                "outcome", decision.outcome().key(), "by", decision.role(), "date", decision.date(), "served", prose(decision.served()),
                "harmed", prose(decision.harmed()));
        decision.conditions().ifPresent(c -> map.put("conditions", prose(c)));
        putAll(map, "accepted", decision.accepted());
        putAll(map, "dissent", decision.dissent().stream().map(AssessmentWriting::remark).toList());
        map.put("review", decision.review());
        return map;
    }

    private static Map<String, Object> prose(Prose prose) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!prose.da().isEmpty()) {
            map.put("da", prose.da());
        }
        if (!prose.en().isEmpty()) {
            map.put("en", prose.en());
        }
        return map;
    }

    private static <T> Map<String, Object> byId(List<T> things, Function<T, String> id, Function<T, Object> written) {
        Map<String, Object> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(id.apply(thing), written.apply(thing)));
        return map;
    }

    private static void putAll(Map<String, Object> map, String key, Map<String, ?> below) {
        if (!below.isEmpty()) {
            map.put(key, below);
        }
    }

    private static void putAll(Map<String, Object> map, String key, List<?> below) {
        if (!below.isEmpty()) {
            map.put(key, below);
        }
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
