package dk.lovproeve.shell;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.TypicalRisk;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.scenario.AssessmentFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Talks about risks: those every assessment takes up or sets aside, and those of its own. */
final class RiskTalk {

    private final AssessmentDesk desk;
    private final Interview talk;

    RiskTalk(AssessmentDesk desk, Interview talk) {
        this.desk = desk;
        this.talk = talk;
    }

    /** A typical risk that nobody has said anything about. @return how many times something was saved */
    int typical(String id) {
        TypicalRisk typical = desk.bank().typical().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
        talk.show("");
        talk.tell("assess.risk.typical", typical.label().in(talk.language()), dimension(typical.dimension()));
        talk.show(typical.text().in(talk.language()));
        Optional<Boolean> arises = talk.whether("assess.risk.arises");
        if (arises.isEmpty()) {
            return 0;
        }
        if (!arises.get()) {
            Optional<Prose> why = talk.prose(Optional.ofNullable(desk.assessment().setAside().get(id)), "assess.risk.why.not");
            if (why.isEmpty()) {
                return 0;
            }
            Map<String, Prose> setAside = new LinkedHashMap<>(desk.assessment().setAside());
            setAside.put(id, why.get());
            desk.save(desk.assessment().withSetAside(setAside), talk.role());
            talk.tell("assess.saved");
            return 1;
        }
        Prose label = talk.prose(Optional.empty(), "assess.risk.label.typical").orElse(new Prose(typical.label().da(), typical.label().en()));
        return fill(id, label, typical.dimension(), Optional.of(id), Optional.empty());
    }

    /** A risk that is not in the bank. */
    int another() {
        talk.show("");
        Optional<Prose> label = talk.prose(Optional.empty(), "assess.risk.another");
        if (label.isEmpty()) {
            return 0;
        }
        Optional<Section> dimension = talk.one(desk.bank().dimensions(), Section::label, Optional.empty(), "assess.risk.dimension");
        if (dimension.isEmpty()) {
            return 0;
        }
        String id = label.get().id(desk.assessment().risks().stream().map(Risk::id).toList());
        return fill(id, label.get(), dimension.get().id(), Optional.empty(), Optional.empty());
    }

    /** A risk that is there, to be filled in or changed. */
    int existing(String id) {
        Risk risk = desk.assessment().risks().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        talk.show("");
        talk.tell("assess.risk.heading", risk.id(), risk.label().orOther(talk.language()), dimension(risk.dimension()));
        Prose label = talk.prose(Optional.of(risk.label()), "assess.risk.label").orElse(risk.label());
        return fill(id, label, risk.dimension(), risk.typical(), Optional.of(risk));
    }

    private int fill(String id, Prose label, String dimension, Optional<String> typical, Optional<Risk> before) {
        List<String> clauses = talk.names(desk.clauses(), true, before.map(Risk::clauses).orElse(List.of()), "assess.clauses");
        Optional<Risk.Measured> measured = measured(before.flatMap(Risk::measured));
        scales();
        Map<String, Risk.Exposure> groups = new LinkedHashMap<>(before.map(Risk::groups).orElse(Map.of()));
        int saved = 0;
        for (String group : desk.groups()) {
            Optional<Risk.Exposure> exposure = exposure(group, measured, Optional.ofNullable(groups.get(group)));
            if (exposure.isPresent()) {
                groups.put(group, exposure.get());
                save(desk.seen(new Risk(
                        id, label, dimension, typical, clauses, measured, groups, Seen.NOTHING, Optional.empty(),
                        before.map(Risk::place).orElse(new Place(AssessmentFile.NAME, 0)))));
                saved = 1;
            }
        }
        if (saved > 0) {
            level(id);
        }
        return saved;
    }

    private Optional<Risk.Measured> measured(Optional<Risk.Measured> before) {
        List<Measure> harms = desk.harms();
        if (harms.isEmpty()) {
            return before;
        }
        Optional<Measure> was = before.flatMap(b -> harms.stream().filter(m -> m.id().equals(b.measure())).findFirst());
        Optional<Measure> measure = talk.one(harms, Measure::label, was, "assess.risk.measure");
        return measure.map(m -> new Risk.Measured(m.id(), m.kind().isQuotient() ? Optional.empty() : desk.counted()));
    }

    private void scales() {
        RiskScales scales = desk.bank().risks();
        scales.severity().forEach((aspect, steps) -> talk.show("  " + aspect.label().in(talk.language()) + ": " + numbered(steps)));
        talk.show("  " + talk.words("assess.risk.likelihood") + ": " + numbered(scales.likelihood().stream().map(RiskScales.Likelihood::label).toList()));
    }

    private String numbered(List<Text> steps) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            said.add(i + " " + steps.get(i).in(talk.language()));
        }
        return String.join("; ", said);
    }

    private Optional<Risk.Exposure> exposure(String group, Optional<Risk.Measured> measured, Optional<Risk.Exposure> before) {
        String name = AnswerWords.group(group).in(talk.language());
        before.ifPresent(b -> talk.tell("assess.stands", severity(b) + b.reason().map(r -> ". " + r.orOther(talk.language())).orElse("")));
        Optional<List<Optional<Integer>>> steps = talk.steps(Aspect.values().length, "assess.risk.severity", name);
        if (steps.isEmpty() && before.isEmpty()) {
            return Optional.empty();
        }
        Map<Aspect, Integer> severity = new EnumMap<>(Aspect.class);
        if (steps.isPresent()) {
            for (Aspect aspect : Aspect.values()) {
                steps.get().get(aspect.ordinal()).ifPresent(step -> severity.put(aspect, step));
            }
        } else {
            severity.putAll(before.get().severity());
        }
        Optional<Integer> likelihood = before.flatMap(Risk.Exposure::likelihood);
        if (measured.isPresent()) {
            likelihood = Optional.empty();
        } else {
            Optional<List<Optional<Integer>>> judged = talk.steps(1, "assess.risk.how.likely", name);
            likelihood = judged.isPresent() ? judged.get().get(0) : likelihood;
        }
        Optional<Prose> reason = talk.prose(before.flatMap(Risk.Exposure::reason), "assess.reason");
        Optional<Grade> grade = talk.grade(before.flatMap(Risk.Exposure::grade));
        return Optional.of(new Risk.Exposure(severity, likelihood, reason, grade));
    }

    private static String severity(Risk.Exposure exposure) {
        List<String> steps = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            steps.add(Optional.ofNullable(exposure.severity().get(aspect)).map(String::valueOf).orElse("?"));
        }
        return String.join(" ", steps) + exposure.likelihood().map(l -> "; " + l).orElse("");
    }

    private void save(Risk risk) {
        Assessment assessment = desk.assessment();
        List<Risk> risks = new ArrayList<>(assessment.risks());
        int at = risks.stream().map(Risk::id).toList().indexOf(risk.id());
        if (at < 0) {
            risks.add(risk);
        } else {
            risks.set(at, risk);
        }
        // A risk that is taken up is no longer set aside.
        Map<String, Prose> setAside = new LinkedHashMap<>(assessment.setAside());
        risk.typical().ifPresent(setAside::remove);
        desk.save(assessment.withRisks(risks).withSetAside(setAside), talk.role());
        talk.tell("assess.saved");
    }

    private void level(String id) {
        desk.riskLines(id, talk.language()).forEach(talk::show);
    }

    private String dimension(String id) {
        return desk.bank().dimensions().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow().label().in(talk.language());
    }
}
