package dk.lovproeve.shell;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Gap;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Section;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a dialogue about an assessment stops: a question by its id, and what is not a question by a word before a colon and
 * an id after it.
 */
final class Stops {

    static final String TYPICAL = "typical:";
    static final String RISK = "risk:";
    static final String NEW_RISK = "new-risk";
    static final String SAFEGUARD = "safeguard:";
    static final String BARE = "bare:";
    static final String NEW_SAFEGUARD = "new-safeguard";
    static final String SOURCE = "new-source";
    static final String STATEMENT = "statement:";
    static final String DECISION = "decision";
    static final String APPROVAL = "approval";
    static final String TRANSLATION = "translation:";

    private final AssessmentDesk desk;
    private final Language language;

    /** @param language the one that somebody writes in */
    Stops(AssessmentDesk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    /** Everything that waits, in the order in which it is gone through. */
    List<String> waiting() {
        Appraisal appraisal = desk.appraisal();
        List<String> waiting = new ArrayList<>();
        appraisal.items().stream().filter(i -> waits(appraisal, i)).forEach(i -> waiting.add(i.question().id()));
        waiting.addAll(risks());
        waiting.add(NEW_RISK);
        waiting.addAll(safeguards());
        waiting.addAll(statements());
        if (appraisal.gaps().stream().anyMatch(g -> g.kind() == Gap.Kind.DECISION && desk.assessment().decision().isEmpty())) {
            waiting.add(DECISION);
        }
        appraisal.items().stream()
                .filter(i -> i.standing().isAsked() && i.answer().flatMap(Answer::reason).filter(r -> !r.has(language)).isPresent())
                .forEach(i -> waiting.add(TRANSLATION + i.question().id()));
        return waiting;
    }

    /** The next that waits behind a stop, and otherwise the first that waits; of those that have been passed by none. */
    Optional<String> next(Optional<String> behind, List<String> passed) {
        List<String> waiting = waiting().stream().filter(stop -> !passed.contains(stop)).toList();
        int here = behind.map(this::rank).orElse(0);
        return waiting.stream().filter(stop -> rank(stop) >= here).findFirst().or(() -> waiting.stream().findFirst());
    }

    /** Where a stop stands in the order in which everything is gone through. */
    private int rank(String stop) {
        List<String> parts = List.of(TYPICAL, RISK, NEW_RISK, BARE, SAFEGUARD, NEW_SAFEGUARD, STATEMENT, APPROVAL, DECISION, TRANSLATION);
        for (int i = 0; i < parts.size(); i++) {
            if (stop.startsWith(parts.get(i))) {
                // Risks are one part, and safeguards are, whether they are new or not.
                return desk.bank().questions().size() + (i < 2 ? 0 : i < 3 ? 1 : i < 6 ? 2 : i);
            }
        }
        return desk.bank().questions().stream().map(q -> q.id()).toList().indexOf(stop);
    }

    private static boolean waits(Appraisal appraisal, Item item) {
        boolean loose = appraisal.gaps().stream().anyMatch(g -> g.kind() == Gap.Kind.GROUND && g.subject().equals(item.question().shown()));
        return item.standing() == Standing.MISSING || item.standing() == Standing.UNCONFIRMED || loose && item.standing().isAsked()
                || !item.stale().isEmpty() && item.standing() != Standing.COMPUTED;
    }

    private List<String> risks() {
        List<String> waiting = new ArrayList<>();
        Assessment assessment = desk.assessment();
        List<Gap> all = new ArrayList<>(again(RISK));
        all.addAll(of(Gap.Kind.RISK));
        for (Gap gap : all) {
            boolean own = assessment.risks().stream().anyMatch(r -> r.id().equals(gap.subject()));
            boolean bare = own && desk.appraisal().isBare(gap.subject()) && of(Gap.Kind.RISK).stream().filter(g -> g.subject().equals(gap.subject())).count() == 1
                    && gap.kind() == Gap.Kind.RISK;
            if (!bare) {
                waiting.add((own ? RISK : TYPICAL) + gap.subject());
            }
        }
        return waiting.stream().distinct().toList();
    }

    private List<String> safeguards() {
        List<String> waiting = new ArrayList<>();
        desk.appraisal().risks().stream().map(RiskLevel::risk).filter(r -> desk.appraisal().isBare(r.id())).forEach(r -> waiting.add(BARE + r.id()));
        again(SAFEGUARD).forEach(g -> waiting.add(SAFEGUARD + g.subject()));
        of(Gap.Kind.SAFEGUARD).forEach(g -> waiting.add(SAFEGUARD + g.subject()));
        return waiting.stream().distinct().toList();
    }

    /** Risks, or safeguards, that must be looked at again: what they rest on has changed, or they are another's. */
    private List<Gap> again(String part) {
        List<String> ids = part.equals(RISK)
                ? desk.assessment().risks().stream().map(Risk::id).toList()
                : desk.assessment().safeguards().stream().map(Safeguard::id).toList();
        return desk.appraisal().gaps().stream()
                .filter(g -> (g.kind() == Gap.Kind.STALE || g.kind() == Gap.Kind.UNCONFIRMED) && ids.contains(g.subject()))
                .toList();
    }

    private List<String> statements() {
        return of(Gap.Kind.STATEMENT).stream().map(g -> STATEMENT + g.subject()).toList();
    }

    private List<Gap> of(Gap.Kind kind) {
        return desk.appraisal().gaps().stream().filter(g -> g.kind() == kind).toList();
    }

    /** The stop that somebody means by a word: an id, a section, or a part of the assessment in either language. */
    Optional<String> of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).strip();
        QuestionBank bank = desk.bank();
        if (bank.find(plain).isPresent()) {
            return Optional.of(plain);
        }
        Optional<Section> section = bank.sections().stream().filter(s -> s.id().equals(plain)).findFirst();
        if (section.isPresent()) {
            return section.map(s -> s.questions().get(0).id());
        }
        if (desk.assessment().risks().stream().anyMatch(r -> r.id().equals(plain))) {
            return Optional.of(RISK + plain);
        }
        if (desk.assessment().safeguards().stream().anyMatch(s -> s.id().equals(plain))) {
            return Optional.of(SAFEGUARD + plain);
        }
        if (bank.typical().stream().anyMatch(t -> t.id().equals(plain))) {
            return Optional.of(TYPICAL + plain);
        }
        for (Statement.Party party : Statement.Party.values()) {
            if (party.key().equals(plain)) {
                return Optional.of(STATEMENT + plain);
            }
        }
        return switch (plain) {
            case "sagen", "facts" -> of("sag");
            case "forhåndsvurdering", "screening" -> of("scr");
            case "principper", "principles" -> of("prin");
            case "risici", "risks" -> Optional.of(risks().stream().findFirst().orElse(NEW_RISK));
            case "ny-risiko", "new-risk" -> Optional.of(NEW_RISK);
            case "foranstaltninger", "safeguards" -> Optional.of(safeguards().stream().findFirst().orElse(NEW_SAFEGUARD));
            case "ny-foranstaltning", "new-safeguard" -> Optional.of(NEW_SAFEGUARD);
            case "kilder", "kilde", "sources", "source" -> Optional.of(SOURCE);
            case "udtalelser", "statements" -> Optional.of(statements().stream().findFirst().orElse(STATEMENT + Statement.Party.DPO.key()));
            case "godkendelse", "godkend", "approval", "approve" -> Optional.of(APPROVAL);
            case "beslutning", "beslut", "decision", "decide" -> Optional.of(DECISION);
            default -> Optional.empty();
        };
    }

    /** Everything one can go to by its own name. */
    List<String> known() {
        List<String> known = new ArrayList<>();
        desk.bank().questions().forEach(q -> known.add(q.id()));
        desk.bank().sections().forEach(s -> known.add(s.id()));
        desk.assessment().risks().forEach(r -> known.add(r.id()));
        desk.assessment().safeguards().forEach(s -> known.add(s.id()));
        known.addAll(List.of(
                "sagen", "facts", "principper", "principles", "risici", "risks", "foranstaltninger", "safeguards", "kilder", "sources", "udtalelser", "statements", "godkendelse",
                "approval", "beslutning", "decision"));
        return known;
    }
}
