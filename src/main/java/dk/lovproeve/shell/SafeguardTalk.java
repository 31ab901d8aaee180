package dk.lovproeve.shell;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Prose;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Seen;
import dk.lovproeve.assessment.Value;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.scenario.AssessmentFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Talks about what is done about risks. */
final class SafeguardTalk {

    private final AssessmentDesk desk;
    private final Interview talk;

    SafeguardTalk(AssessmentDesk desk, Interview talk) {
        this.desk = desk;
        this.talk = talk;
    }

    /** A grave risk that nothing is done about. @return how many times something was saved */
    int bare(String risk) {
        talk.show("");
        talk.tell("assess.safeguard.bare", label(risk));
        desk.riskLines(risk, talk.language()).forEach(talk::show);
        return another(List.of(risk));
    }

    /** @param about the risks it is about; empty to ask */
    int another(List<String> about) {
        Optional<Prose> label = talk.prose(Optional.empty(), "assess.safeguard.another");
        if (label.isEmpty()) {
            return 0;
        }
        String id = label.get().id(desk.assessment().safeguards().stream().map(Safeguard::id).toList());
        return fill(id, label.get(), Optional.empty(), about);
    }

    /** One that is there, to be filled in or changed. */
    int existing(String id) {
        Safeguard safeguard = desk.assessment().safeguards().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
        talk.show("");
        talk.tell("assess.safeguard.heading", id, safeguard.label().orOther(talk.language()), safeguard.status().label().in(talk.language()));
        Prose label = talk.prose(Optional.of(safeguard.label()), "assess.safeguard.label").orElse(safeguard.label());
        return fill(id, label, Optional.of(safeguard), safeguard.lowers().stream().map(Safeguard.Lowering::risk).distinct().toList());
    }

    private int fill(String id, Prose label, Optional<Safeguard> before, List<String> about) {
        Optional<Safeguard.Kind> kind = talk.one(List.of(Safeguard.Kind.values()), Safeguard.Kind::label, before.map(Safeguard::kind), "assess.safeguard.kind");
        Optional<Safeguard.Anchor> anchor = talk.one(List.of(Safeguard.Anchor.values()), Safeguard.Anchor::label, before.map(Safeguard::anchor), "assess.safeguard.anchor");
        if (kind.isEmpty() || anchor.isEmpty()) {
            return 0;
        }
        List<String> clauses = talk.names(desk.clauses(), true, before.map(Safeguard::clauses).orElse(List.of()), "assess.clauses");
        Safeguard.Status status = talk.one(List.of(Safeguard.Status.values()), Safeguard.Status::label, before.map(Safeguard::status), "assess.safeguard.status")
                .orElse(Safeguard.Status.IDEA);
        Optional<String> owner = talk.word(before.flatMap(Safeguard::owner), "assess.safeguard.owner");
        Optional<LocalDate> due = talk.date(before.flatMap(Safeguard::due), "assess.safeguard.due");
        Optional<Value.Quantity> cost = cost(before.flatMap(Safeguard::cost));
        Optional<String> variant = variant(before.flatMap(Safeguard::variant));
        Optional<Prose> indicator = talk.prose(before.flatMap(Safeguard::indicator), "assess.safeguard.indicator");
        List<String> risks = about.isEmpty() ? talk.names(risks(), false, List.of(), "assess.safeguard.risks") : more(about);
        if (risks.isEmpty()) {
            return 0;
        }
        List<Safeguard.Lowering> lowers = new ArrayList<>();
        for (String risk : risks) {
            List<Safeguard.Lowering> was = before.map(b -> b.lowers().stream().filter(l -> l.risk().equals(risk)).toList()).orElse(List.of());
            lowers.addAll(was.isEmpty() || was.stream().anyMatch(l -> Safeguard.refusal(kind.get(), l).isPresent()) ? List.of(lowering(risk, kind.get(), variant)) : was);
        }
        Safeguard safeguard = desk.seen(new Safeguard(
                id, label, kind.get(), anchor.get(), clauses, status, owner, due, cost, variant, indicator, lowers, Seen.NOTHING, Optional.empty(),
                before.map(Safeguard::place).orElse(new Place(AssessmentFile.NAME, 0))));
        List<Safeguard> all = new ArrayList<>(desk.assessment().safeguards());
        int at = all.stream().map(Safeguard::id).toList().indexOf(id);
        if (at < 0) {
            all.add(safeguard);
        } else {
            all.set(at, safeguard);
        }
        desk.save(desk.assessment().withSafeguards(all), talk.role());
        talk.tell("assess.saved");
        risks.forEach(risk -> desk.riskLines(risk, talk.language()).forEach(talk::show));
        return 1;
    }

    private List<String> more(List<String> about) {
        Map<String, Text> others = new LinkedHashMap<>(risks());
        about.forEach(others::remove);
        if (others.isEmpty()) {
            return about;
        }
        List<String> all = new ArrayList<>(about);
        all.addAll(talk.names(others, false, List.of(), "assess.safeguard.more", String.join(", ", about)));
        return all;
    }

    private Optional<Value.Quantity> cost(Optional<Value.Quantity> before) {
        before.ifPresent(b -> talk.tell("assess.stands", AnswerWords.quantity(b).in(talk.language())));
        while (true) {
            Optional<String> line = talk.ask("assess.safeguard.cost").filter(l -> !l.equals("="));
            if (line.isEmpty()) {
                return before;
            }
            String[] parts = line.get().split("\\s+", 3);
            Optional<Double> low = talk.number(parts[0]);
            Optional<Double> high = parts.length > 1 ? talk.number(parts[1]) : Optional.empty();
            if (parts.length == 3 && low.isPresent() && high.isPresent() && low.get() <= high.get()) {
                return Optional.of(new Value.Quantity(low.get(), Optional.empty(), high.get(), parts[2]));
            }
            talk.tell("assess.not.an.answer", line.get());
        }
    }

    /** The version of the rule that has it, so that its effect is computed from the run. */
    private Optional<String> variant(Optional<String> before) {
        Map<String, Text> variants = desk.variants();
        if (variants.isEmpty()) {
            return before;
        }
        return talk.one(List.copyOf(variants.keySet()), variants::get, before, "assess.safeguard.variant");
    }

    private Safeguard.Lowering lowering(String risk, Safeguard.Kind kind, Optional<String> variant) {
        Map<String, Text> groups = new LinkedHashMap<>();
        desk.groups().forEach(g -> groups.put(g, AnswerWords.group(g)));
        List<String> helped = groups.size() > 1 ? talk.names(groups, false, List.of(), "assess.safeguard.groups", label(risk)) : List.of();
        if (variant.isPresent() && desk.isMeasured(risk)) {
            // The run says how much rarer it becomes.
            talk.tell("assess.safeguard.is.run");
            return new Safeguard.Lowering(risk, helped, 0, Map.of(), Optional.empty());
        }
        while (kind != Safeguard.Kind.MONITOR) {
            Optional<List<Optional<Integer>>> steps = talk.steps(1 + Aspect.values().length, "assess.safeguard.steps", label(risk));
            if (steps.isEmpty()) {
                break;
            }
            Map<Aspect, Integer> severity = new EnumMap<>(Aspect.class);
            for (Aspect aspect : Aspect.values()) {
                steps.get().get(1 + aspect.ordinal()).filter(s -> s > 0).ifPresent(s -> severity.put(aspect, s));
            }
            int likelihood = steps.get().get(0).orElse(0);
            boolean lowers = likelihood > 0 || !severity.isEmpty();
            Optional<Prose> because = lowers ? talk.prose(Optional.empty(), "assess.safeguard.because") : Optional.empty();
            if (lowers && because.isEmpty()) {
                break;
            }
            Safeguard.Lowering lowering = new Safeguard.Lowering(risk, helped, likelihood, severity, because);
            Optional<Text> refusal = Safeguard.refusal(kind, lowering);
            if (refusal.isEmpty()) {
                return lowering;
            }
            talk.tell("assess.safeguard.refused", refusal.get().in(talk.language()));
        }
        return new Safeguard.Lowering(risk, helped, 0, Map.of(), Optional.empty());
    }

    private Map<String, Text> risks() {
        Map<String, Text> risks = new LinkedHashMap<>();
        desk.assessment().risks().forEach(r -> risks.put(r.id(), r.label().text()));
        return risks;
    }

    private String label(String risk) {
        return desk.assessment().risks().stream().filter(r -> r.id().equals(risk)).findFirst().map(Risk::label).map(l -> l.orOther(talk.language())).orElse(risk);
    }
}
