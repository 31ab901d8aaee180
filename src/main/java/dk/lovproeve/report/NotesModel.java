package dk.lovproeve.report;

import dk.lovproeve.assessment.Answer;
import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Band;
import dk.lovproeve.assessment.DimensionLevel;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.Item.Standing;
import dk.lovproeve.assessment.PrincipleStand;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.report.Found.Direction;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.BillNotes.Amount;
import dk.lovproeve.rule.BillNotes.Authority;
import dk.lovproeve.rule.BillNotes.Hearing;
import dk.lovproeve.rule.BillNotes.MainPoint;
import dk.lovproeve.rule.BillNotes.Party;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.PartyRight;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the template of a bill's notes is given besides what the consequence report is given: the edition, what the ministry
 * has written, and what the run found, parted by whom it concerns. A change counts as one only where chance and the plausible
 * range leave its direction; otherwise the model cannot tell, and no table may say that it can.
 */
final class NotesModel {

    private final Scenario scenario;
    private final Run run;
    private final BillNotes notes;
    private final Edition edition;
    private final Optional<Assessed> assessed;
    private final Language language;
    private final Written written;
    private final Procedure procedure;

    NotesModel(Scenario scenario, Run run, Drafting drafting, Language language, Written written) {
        this.scenario = scenario;
        this.run = run;
        this.notes = drafting.notes();
        this.edition = drafting.edition();
        this.assessed = drafting.assessed();
        this.language = language;
        this.written = written;
        this.procedure = scenario.bill().model().procedure();
    }

    Map<String, Object> asMap() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("edition", edition());
        model.put("notes", notes);
        model.put("untranslated", notes.untranslated().getOrDefault(language, List.of()).stream().map(place -> place.in(language)).toList());
        model.put("mainPoints", mainPoints());
        model.put("authorities", Stream.of(Authority.values()).map(this::authority).toList());
        model.put("anyAmounts", Stream.of(Authority.MUNICIPALITIES, Authority.REGIONS)
                .anyMatch(a -> notes.authorities().containsKey(a)
                        && notes.authorities().get(a).economy().filter(e -> !e.amounts().isEmpty()).isPresent()));
        model.put("principles", principles());
        model.put("hasCurrentLaw", hasCurrentLaw());
        model.put("outside", Written.outside());
        model.put("starred", isAnyOutside());
        model.put("byMachineAlone", procedure.byMachineAlone().stream().map(s -> s.head().label()).toList());
        List<Map<String, Object>> all = changes();
        List<Map<String, Object>> citizens = of(all, Party.CITIZENS.key());
        model.put("citizens", citizens);
        model.put("hours_of_citizens", citizens.stream().filter(c -> c.get("kind").equals(Measure.Kind.HOURS.key())).toList());
        model.put("rightsChanges", citizens.stream().filter(c -> !c.get("kind").equals(Measure.Kind.HOURS.key())).toList());
        model.put("moneyOfCitizens", citizens.stream().filter(c -> c.get("kind").equals(Measure.Kind.KRONER.key())).toList());
        model.put("businessChanges", of(all, Party.BUSINESS.key()));
        model.put("homeless", of(all, ""));
        model.put("standing", procedure.groups().isPresent() ? Cells.GROUPS.stream().map(g -> Map.<String, Object>of("words", standing(g).in(language))).toList() : List.of());
        model.put("placed", placed());
        List<Map<String, Object>> sizes = sizes();
        model.put("sizes", sizes);
        model.put("sizesRanged", sizes.stream().anyMatch(s -> !s.get("range").equals(NOTHING)));
        model.put("apart", apart());
        model.put("hoursEach", hoursEach());
        model.put("worst", worst().map(w -> (Object) w).orElse(""));
        model.put("alternatives", alternatives());
        model.put("paragraphs", paragraphs());
        model.put("leftOver", leftOver().stream().map(p -> clause(p.id())).toList());
        model.put("hearing", hearing());
        model.put("assessed", assessed.isPresent());
        model.put("redLines", assessed.map(a -> a.appraisal().items().stream()
                        .filter(Item::redLine)
                        .map(i -> i.question().redLine().orElseThrow().crossed())
                        .toList())
                .orElse(List.of()));
        model.put("redLinesComputed", assessed.filter(a -> a.appraisal().items().stream().anyMatch(i -> i.redLine() && i.standing() == Standing.COMPUTED)).isPresent());
        model.put("assessmentCaveat", assessed.flatMap(a -> a.assessment().caveat()).map(c -> c.orOther(language)));
        model.put("assessmentWarnings", assessed.map(a -> a.warnings().stream().map(w -> w.in(language)).toList()).orElse(List.of()));
        model.put("answered", answered());
        model.put("otherRights", otherRights());
        model.put("rightsUntold", Stream.of(PartyRight.values()).filter(r -> !notes.rights().containsKey(r) && asked(r).isEmpty()).map(PartyRight::label).toList());
        model.put("committeeTold", notes.mainPoints().stream().anyMatch(p -> p.committee().isPresent()));
        model.put("risks", assessed.map(this::risks).orElse(List.of()));
        model.put("decidedHead", RiskLevel.DECIDED);
        model.put("proposedHead", RiskLevel.PROPOSED);
        model.put("anyDecided", assessed.filter(a -> a.assessment().safeguards().stream().anyMatch(s -> s.status().counts())).isPresent());
        model.put("safeguards", assessed.map(this::safeguards).orElse(List.of()));
        return model;
    }

    // ---- the edition ----

    private Map<String, Object> edition() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", edition.id());
        told.put("label", edition.label());
        told.put("title", edition.title().text());
        told.put("general", edition.general().text());
        told.put("special", edition.special().text());
        Map<String, Text> headings = new LinkedHashMap<>();
        edition.sections().forEach(s -> headings.put(s.subject().key(), s.heading().text()));
        told.put("headings", headings);
        told.put("order", edition.sections(notes).stream().map(s -> s.subject().key()).toList());
        Map<String, Text> parts = new LinkedHashMap<>();
        edition.subheadings().forEach((part, heading) -> parts.put(part.key(), heading.text()));
        told.put("parts", parts);
        told.put("positive", edition.table().positive().text());
        told.put("negative", edition.table().negative().text());
        told.put("none", edition.table().none().text());
        told.put("noUnion", edition.table().noUnion().text());
        told.put("yes", edition.table().yes().text());
        told.put("no", edition.table().no().text());
        told.put("rows", edition.table().rows().stream().map(r -> Map.of("row", r.row().key(), "label", r.label().text())).toList());
        told.put("toCompare", List.copyOf(new LinkedHashSet<>(edition.toCompare().values())));
        return told;
    }

    // ---- what the ministry has written ----

    /** The main points; where nobody has named any, the bill is the one. */
    private List<Map<String, Object>> mainPoints() {
        List<MainPoint> points = notes.mainPoints();
        if (points.isEmpty()) {
            points = List.of(new MainPoint(
                    scenario.duty().title(), ofTheBill().stream().map(Provision::id).toList(), Optional.of(scenario.duty().today()),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        List<Map<String, Object>> told = new ArrayList<>();
        for (MainPoint point : points) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("title", point.title());
            one.put("currentLaw", point.currentLaw());
            one.put("union", point.union());
            one.put("committee", point.committee());
            one.put("considerations", point.considerations());
            one.put("proposed", point.proposed().or(() -> notes.mainPoints().isEmpty() ? Optional.of(scenario.duty().proposed()) : Optional.empty()));
            one.put("provisions", point.provisions().stream().map(this::clause).toList());
            told.add(one);
        }
        return told;
    }

    private List<Provision> ofTheBill() {
        return scenario.duty().provisions().stream().filter(p -> p.origin() == Provision.Origin.BILL).toList();
    }

    private Map<String, Object> authority(Authority authority) {
        BillNotes.ForAuthority own = notes.authorities().getOrDefault(authority, new BillNotes.ForAuthority(Optional.empty(), Optional.empty()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", authority.key());
        told.put("label", authority.label());
        told.put("economy", own.economy());
        told.put("implementation", own.implementation());
        told.put("more", own.economy().map(e -> amounts(e.amounts(), 1)).orElse(List.of()));
        told.put("less", own.economy().map(e -> amounts(e.amounts(), -1)).orElse(List.of()));
        List<Integer> years = own.economy().stream().flatMap(e -> e.amounts().stream()).flatMap(a -> a.years().keySet().stream()).distinct().sorted().toList();
        told.put("years", years.stream().map(String::valueOf).toList());
        told.put("amounts", own.economy().map(e -> e.amounts().stream().map(a -> amount(a, years)).toList()).orElse(List.of()));
        told.put("changes", of(changes(), authority.key()));
        return told;
    }

    private Map<String, Object> amount(Amount amount, List<Integer> years) {
        return Map.of(
                "kind", amount.kind().label(), "what", amount.what(), "prices", amount.prices(), "source", amount.source(),
                "cells", years.stream().map(y -> Optional.ofNullable(amount.years().get(y)).map(written::plain).orElse("\u2013")).toList());
    }

    /** What is spent, or saved: of each amount the years in which it goes that way. */
    private List<Map<String, Object>> amounts(List<Amount> amounts, int sign) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Amount amount : amounts) {
            List<Map<String, Object>> years = amount.years().entrySet().stream()
                    .filter(e -> e.getValue() * sign > 0)
                    .map(e -> Map.<String, Object>of("year", String.valueOf(e.getKey()), "millions", written.plain(Math.abs(e.getValue()))))
                    .toList();
            if (!years.isEmpty()) {
                told.add(Map.of("kind", amount.kind().label(), "what", amount.what(), "years", years, "prices", amount.prices()));
            }
        }
        return told;
    }

    private List<Map<String, Object>> principles() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (int number = 1; number <= Edition.PRINCIPLES; number++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("number", String.valueOf(number));
            one.put("name", edition.principles().get(number - 1).text());
            String asked = PrincipleStand.question(number);
            Optional<PrincipleStand> stand = PrincipleStand.of(
                    Optional.ofNullable(notes.principles().get(number)),
                    assessed.flatMap(a -> a.appraisal().items().stream().filter(i -> i.question().id().equals(asked)).findFirst()));
            one.put("followed", stand.map(p -> p.followed().key()));
            one.put("label", stand.map(p -> p.followed().label()));
            one.put("departs", stand.filter(p -> p.followed().departs()).isPresent());
            one.put("text", stand.flatMap(PrincipleStand::how));
            one.put("because", stand.flatMap(PrincipleStand::why));
            told.add(one);
        }
        return told;
    }

    // ---- the data-ethics impact assessment ----

    /** What the assessment has for each section of the outline, by the section's number there: a paragraph a dimension. */
    private Map<String, List<Map<String, Object>>> answered() {
        Map<String, List<Map<String, Object>>> bySection = new LinkedHashMap<>();
        assessed.ifPresent(a -> {
            for (String section : a.appraisal().landings()) {
                List<Map<String, Object>> told = new ArrayList<>();
                for (DimensionLevel dimension : a.appraisal().dimensions()) {
                    List<Item> here = a.appraisal().landing(section).stream()
                            .filter(i -> dimension.section().questions().contains(i.question()) && home(i).equals(section))
                            .filter(i -> !isToldAsRight(i))
                            .toList();
                    List<String> reasons = here.stream()
                            .filter(i -> i.standing() == Standing.ANSWERED || i.standing() == Standing.COMPUTED)
                            .flatMap(i -> i.answer().flatMap(Answer::reason).stream())
                            .map(reason -> reason.orOther(language))
                            .toList();
                    List<Map<String, Object>> remarks = here.stream()
                            .filter(i -> i.standing() == Standing.COMPUTED)
                            .flatMap(i -> i.answer().flatMap(Answer::remark).stream()
                                    .map(r -> Map.<String, Object>of(
                                            "asked", i.question().ask(), "said", a.words().passage(i).said(), "text", r.text().orOther(language))))
                            .toList();
                    List<Text> open = here.stream().flatMap(i -> a.words().open(i).stream()).toList();
                    if (!reasons.isEmpty() || !open.isEmpty() || !remarks.isEmpty()) {
                        told.add(Map.of("label", dimension.section().label(), "reasons", reasons, "remarks", remarks, "open", open));
                    }
                }
                bySection.put(section, told);
            }
        });
        return bySection;
    }

    // ---- rights that no step of the procedure shows ----

    /** The question that the bank has on a right; the others it does not ask about. */
    static final Map<PartyRight, String> ASKED = Map.of(PartyRight.REPRESENTATION, "ret-2", PartyRight.ACCESS, "ret-3");

    /** How the bill stands to each right, in the ministry's words or else in those of the assessment; what neither has is not here. */
    private List<Map<String, Object>> otherRights() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (PartyRight right : PartyRight.values()) {
            Optional<Text> own = Optional.ofNullable(notes.rights().get(right));
            Optional<Item> asked = own.isPresent() ? Optional.empty() : asked(right);
            if (own.isPresent() || asked.isPresent()) {
                Optional<AnswerWords.Passage> answer = asked.map(i -> assessed.orElseThrow().words().passage(i)).filter(p -> !p.isGap());
                told.add(Map.of(
                        "label", right.label(), "text", own, "said", answer.map(AnswerWords.Passage::said), "because", answer.flatMap(AnswerWords.Passage::because),
                        "open", asked.flatMap(i -> assessed.orElseThrow().words().open(i))));
            }
        }
        return told;
    }

    private Optional<Item> asked(PartyRight right) {
        return assessed.flatMap(a -> a.appraisal().items().stream()
                .filter(i -> i.question().id().equals(ASKED.get(right)) && i.standing().isAsked())
                .findFirst());
    }

    /** Whether the answer stands in the list of rights, where the ministry has said nothing of that right itself. */
    private boolean isToldAsRight(Item item) {
        return ASKED.entrySet().stream().anyMatch(e -> e.getValue().equals(item.question().id()) && !notes.rights().containsKey(e.getKey()));
    }

    /** An answer that belongs in several sections is told in one: where data ethics has its own, else the first. */
    private static String home(Item item) {
        List<String> lands = item.question().lands();
        return lands.contains(ETHICS) ? ETHICS : lands.get(0);
    }

    /** The number of the section of other consequences in the outline that the question bank speaks of. */
    private static final String ETHICS = "4";

    private List<Map<String, Object>> risks(Assessed of) {
        return of.appraisal().risks().stream().map(r -> Map.<String, Object>of(
                "label", r.risk().label().orOther(language),
                "before", band(r.before()),
                "after", band(r.after()),
                "possible", band(r.groups().values().stream().map(RiskLevel.AtGroup::possible).reduce(Band.NOTHING, Band::and)),
                "safeguards", of.assessment().safeguards().stream()
                        .filter(s -> s.lowers().stream().anyMatch(l -> l.risk().equals(r.risk().id())))
                        .map(s -> s.label().orOther(language))
                        .toList())).toList();
    }

    /** What is done about the risks, and how firm it is. */
    private List<Map<String, Object>> safeguards(Assessed of) {
        return of.assessment().safeguards().stream().map(s -> Map.<String, Object>of(
                "label", s.label().orOther(language), "standing", s.standing())).toList();
    }

    private String band(Band band) {
        String level = band.level().symbol() + "\u00a0" + band.level().label().in(language);
        return band.upper() == band.level() ? level : level + new Text(" til ", " to ").in(language) + band.upper().label().in(language);
    }

    private Map<String, Object> hearing() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("beforeNeeded", notes.isImplementedByThePublic());
        notes.hearing().flatMap(Hearing::before).ifPresent(b -> {
            told.put("sent", b.sent().map(written::date));
            told.put("sentText", b.text());
            told.put("sentLate", notes.hearing().flatMap(Hearing::from).filter(b::isLate).isPresent());
        });
        notes.hearing().filter(Hearing::isTold).ifPresent(h -> {
            told.put("parties", h.parties());
            told.put("changed", h.changed());
            told.put("from", h.from().map(d -> written.date(d)));
            told.put("to", h.to().map(d -> written.date(d)));
        });
        return told;
    }

    // ---- what the run found ----

    private boolean hasCurrentLaw() {
        return run.manifest().variants().contains(Variant.CURRENT_LAW);
    }

    /** What the bill changes against current law, measure by measure: headlines, everybody's time, and what the ministry says whom it concerns. */
    private List<Map<String, Object>> changes() {
        List<Map<String, Object>> told = new ArrayList<>();
        procedure.measures().stream().filter(this::isTold).forEach(m -> change(m).ifPresent(told::add));
        return told;
    }

    private boolean isTold(Measure measure) {
        boolean wanted = measure.headline() || measure.kind() == Measure.Kind.HOURS || notes.figures().containsKey(measure.id());
        return wanted && (measure.good() != 0 || notes.figures().containsKey(measure.id()));
    }

    /** Whether a change that is told here, of all or of a group, lies outside its own plausible range, and so is marked. */
    private boolean isAnyOutside() {
        return procedure.measures().stream().filter(this::isTold)
                .anyMatch(m -> Stream.concat(Stream.of(Cells.ALL), Cells.GROUPS.stream())
                        .anyMatch(group -> Found.change(run, m, group).filter(Found::isOutsideItsRange).isPresent()));
    }

    private static List<Map<String, Object>> of(List<Map<String, Object>> changes, String party) {
        return changes.stream().filter(c -> c.get("party").equals(party)).toList();
    }

    private Optional<Map<String, Object>> change(Measure measure) {
        Optional<Found> bill = Found.underTheBill(run, measure, Cells.ALL);
        if (bill.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> change = Found.change(run, measure, Cells.ALL);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", measure.id());
        one.put("label", measure.label().in(language));
        one.put("unit", written.unit(measure).strip());
        one.put("kind", measure.kind().key());
        one.put("party", party(measure));
        one.put("sentence", sentence(measure));
        one.put("found", told(measure, written.found(bill.get())));
        one.put("after", told(measure, written.alone(measure, bill.get().estimate())));
        one.put("before", Found.underCurrentLaw(run, measure, Cells.ALL).filter(e -> e.estimate().mean() != 0).map(e -> told(measure, written.alone(measure, e.estimate()))));
        one.put("isNew", change.filter(c -> c.estimate().mean() > 0).isPresent()
                && Found.underCurrentLaw(run, measure, Cells.ALL).filter(e -> e.estimate().mean() == 0).isPresent());
        one.put("change", change.map(c -> told(measure, written.change(c))));
        one.put("size", change.map(c -> told(measure, written.size(c))));
        one.put("direction", change.map(c -> key(c.direction())).orElse(NOT_COMPUTED));
        one.put("sign", change.flatMap(Found::better).map(better -> better ? "positive" : "negative").orElse(""));
        one.put("same", change.flatMap(Found::sameDirection).map(s -> written.percent(s, 0)));
        one.put("pull", change.map(Found::pull).orElse(bill.get().pull()));
        return Optional.of(one);
    }

    /** What rises or falls; a clause within it is closed by a comma. */
    private String sentence(Measure measure) {
        String words = measure.inSentence().in(language);
        return words.contains(",") ? words + "," : words;
    }

    private String told(Measure measure, String figure) {
        return written.withUnit(measure, figure);
    }

    /** The law before the bill was not run. */
    private static final String NOT_COMPUTED = "not-computed";

    private static String key(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a group is worse or better placed than under current law, by the headlines that are the citizens'. */
    private Text standing(String group) {
        boolean worse = false;
        boolean better = false;
        for (Measure measure : procedure.measures()) {
            if (measure.headline() && measure.good() != 0 && party(measure).equals(Party.CITIZENS.key())) {
                Optional<Boolean> change = Found.change(run, measure, group).flatMap(Found::better);
                worse |= change.equals(Optional.of(false));
                better |= change.equals(Optional.of(true));
            }
        }
        if (!hasCurrentLaw()) {
            return new Text("Gældende ret er ikke beregnet.", "Current law has not been computed.");
        }
        if (worse && better) {
            return new Text("Både bedre og dårligere stillet end i dag.", "Both better and worse placed than today.");
        }
        return worse ? new Text("Dårligere stillet end i dag.", "Worse placed than today.")
                : better ? new Text("Bedre stillet end i dag.", "Better placed than today.")
                : new Text("Ingen sikker ændring.", "No sure change.");
    }

    // ---- all, and group by group ----

    /** How all stand, and each group: what the bill changes for them, what is better and what is worse. */
    private List<Map<String, Object>> placed() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (String group : procedure.groups().isPresent() ? Stream.concat(Stream.of(Cells.ALL), Cells.GROUPS.stream()).toList() : List.<String>of()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            Map<Boolean, List<String>> sure = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
            Map<Boolean, List<String>> leaning = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
            Map<Boolean, List<String>> rarely = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
            List<String> chance = new ArrayList<>();
            for (Measure measure : ofCitizens()) {
                Found.underTheBill(run, measure, group).ifPresent(bill -> {
                    Optional<Found> change = Found.change(run, measure, group);
                    rows.add(row(measure.label().in(language) + written.unit(measure), bill, Found.underCurrentLaw(run, measure, group), change, change));
                    if (timeOfSubjects().equals(Optional.of(measure))) {
                        eachRow(measure, group, bill, change).ifPresent(rows::add);
                    }
                    change.flatMap(Found::better).ifPresent(better -> sure.get(better).add(measure.inSentence().in(language)));
                    if (measure.good() != 0 && change.filter(c -> c.direction() == Direction.HANGS).isPresent()) {
                        // A direction that less than half of the computations have is not one that other assumptions "may" turn.
                        boolean few = change.get().sameDirection().filter(share -> share < 0.5).isPresent();
                        (few ? rarely : leaning).get(change.get().estimate().mean() > 0 == measure.good() > 0).add(measure.inSentence().in(language));
                    }
                    if (measure.good() != 0 && change.filter(c -> c.direction() == Direction.UNCLEAR).isPresent()) {
                        chance.add(measure.inSentence().in(language));
                    }
                });
            }
            told.add(Map.of("group", group, "rows", rows, "better", sure.get(true), "worse", sure.get(false),
                    "perhapsBetter", leaning.get(true), "perhapsWorse", leaning.get(false),
                    "rarelyBetter", rarely.get(true), "rarelyWorse", rarely.get(false), "chance", chance,
                    "judged", (int) ofCitizens().stream().filter(m -> m.good() != 0 && Found.change(run, m, group).isPresent()).count()));
        }
        return told;
    }

    /** How many there are in each group on the first day, and in all, with where the number lies when the assumptions move. */
    private List<Map<String, Object>> sizes() {
        Optional<Measure> counted = Subjects.counted(procedure);
        double all = counted.flatMap(c -> total(c, Cells.ALL)).map(Estimate::mean).orElse(0.0);
        if (procedure.groups().isEmpty() || all == 0) {
            return List.of();
        }
        return Stream.concat(Cells.GROUPS.stream(), Stream.of(Cells.ALL))
                .flatMap(group -> Found.underTheBill(run, counted.get(), group).map(own -> Map.<String, Object>of(
                        "group", group,
                        "number", written.rounded(own.estimate().mean()) + Written.outside(own),
                        "share", written.percent(own.estimate().mean() / all, 0),
                        "range", written.rangeAlone(own).orElse(NOTHING))).stream())
                .toList();
    }

    private List<Measure> ofCitizens() {
        return procedure.measures().stream().filter(this::isTold).filter(m -> party(m).equals(Party.CITIZENS.key())).toList();
    }

    private Map<String, Object> row(String label, Found bill, Optional<Found> before, Optional<Found> change, Optional<Found> judged) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label);
        row.put("before", before.map(b -> written.alone(b.measure(), b.estimate())).orElse(NOTHING));
        row.put("after", written.alone(bill.measure(), bill.estimate()));
        row.put("change", change.map(written::besideRange).orElse(NOTHING));
        row.put("range", change.flatMap(written::rangeAlone).orElse(NOTHING));
        row.put("verdict", judged.map(this::verdict).orElse(new Text(NOTHING, NOTHING)));
        row.put("mark", judged.flatMap(Found::better).map(better -> better ? "good" : "bad").orElse("none"));
        return row;
    }

    private static final String NOTHING = "\u2013";

    /** In how many words a table can say whether a change is sure. */
    private Text verdict(Found change) {
        return switch (change.direction()) {
            case NONE -> change.range().filter(s -> s.low() != 0 || s.high() != 0).isEmpty()
                    ? new Text("uændret", "unchanged")
                    : new Text("uændret med de valgte antagelser", "unchanged with the chosen assumptions");
            case UNCLEAR -> new Text("usikker: kan være tilfældig", "unsure: may be chance");
            case HANGS -> change.sameDirection()
                    .map(s -> new Text("usikker: samme vej i " + written.percent(s, 0) + " af beregningerne", "unsure: the same way in " + written.percent(s, 0) + " of the computations"))
                    .orElse(new Text("usikker: ikke prøvet", "unsure: not tried"));
            default -> change.better().map(better -> better ? new Text("sikker: bedre", "sure: better") : new Text("sikker: dårligere", "sure: worse"))
                    .orElse(new Text("sikker", "sure"));
        };
    }

    /** The subjects' own time for each of them, in minutes. */
    private Optional<Map<String, Object>> eachRow(Measure hours, String group, Found bill, Optional<Found> change) {
        return Subjects.counted(procedure).flatMap(counted -> total(counted, group)).filter(base -> base.mean() > 0).map(base -> {
            double minutes = 60 / base.mean();
            return row(new Text(hours.label().da() + " pr. " + scenario.duty().subjects().one().da() + " (minutter)", hours.label().en() + " per " + scenario.duty().subjects().one().en() + " (minutes)").in(language),
                    bill.times(minutes), Found.underCurrentLaw(run, hours, group).map(f -> f.times(minutes)),
                    Found.changePer(60, base.mean(), run, hours, group), change);
        });
    }

    /** Where a group surely goes another way than all, or all go no sure way: a sentence of its own, so that a sum hides nothing. */
    private List<Map<String, Object>> apart() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Measure measure : procedure.groups().isPresent() ? ofCitizens() : List.<Measure>of()) {
            Optional<Boolean> all = Found.change(run, measure, Cells.ALL).flatMap(Found::better);
            for (String group : Cells.GROUPS) {
                Optional<Found> change = Found.change(run, measure, group);
                change.flatMap(Found::better).filter(better -> !all.equals(Optional.of(better))).ifPresent(better -> told.add(Map.of(
                        "group", group, "sentence", sentence(measure), "size", told(measure, written.size(change.get())),
                        "direction", key(change.get().direction()), "sign", better ? "positive" : "negative")));
            }
        }
        return told;
    }

    private Optional<Measure> timeOfSubjects() {
        return procedure.actors().stream().filter(a -> a.role() == Actor.Role.SUBJECT).flatMap(a -> a.time().stream())
                .flatMap(id -> procedure.measures().stream().filter(m -> m.id().equals(id))).findFirst();
    }

    /** What each subject spends, in hours, by group; of the first measure of the subjects' own time. */
    private List<Map<String, Object>> hoursEach() {
        Optional<Measure> counted = Subjects.counted(procedure);
        Optional<Measure> hours = timeOfSubjects();
        if (procedure.groups().isEmpty() || counted.isEmpty() || hours.isEmpty()) {
            return List.of();
        }
        List<String> cells = Cells.GROUPS.stream().map(g -> total(counted.get(), g).filter(e -> e.mean() > 0)
                .flatMap(base -> total(hours.get(), g).map(e -> written.number(e.mean() / base.mean(), 1))).orElse("\u2013")).toList();
        return List.of(Map.of("cells", cells));
    }

    private Optional<Estimate> total(Measure measure, String group) {
        return run.outcomes().find(Scenario.BILL, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
    }

    /** The group that the first counted harm befalls most often, where that is sure: its interval lies above another group's. */
    private Optional<Map<String, Object>> worst() {
        Optional<Measure> counted = Subjects.counted(procedure);
        if (procedure.groups().isEmpty() || counted.isEmpty()) {
            return Optional.empty();
        }
        // The bill answers for what it changes: a harm that surely grows comes before one that was there already.
        List<Measure> grownFirst = procedure.measures().stream()
                .sorted(Comparator.comparing(m -> Cells.GROUPS.stream().noneMatch(g -> Found.change(run, m, g).flatMap(Found::better).equals(Optional.of(false)))))
                .toList();
        for (Measure measure : grownFirst) {
            boolean harm = measure.headline() && measure.good() < 0 && (measure.kind() == Measure.Kind.EVENTS || measure.kind() == Measure.Kind.SUBJECTS);
            Map<String, Found> rates = new LinkedHashMap<>();
            for (String group : Cells.GROUPS) {
                Optional<Estimate> base = total(counted.get(), group).filter(e -> e.mean() > 0);
                base.filter(b -> harm).flatMap(b -> Found.underTheBillPer(1000, b.mean(), run, measure, group)).ifPresent(own -> rates.put(group, own));
            }
            if (rates.size() > 1) {
                Comparator<Map.Entry<String, Found>> byRate = Comparator.comparingDouble(e -> e.getValue().estimate().mean());
                Map.Entry<String, Found> most = rates.entrySet().stream().max(byRate).orElseThrow();
                Map.Entry<String, Found> least = rates.entrySet().stream().min(byRate).orElseThrow();
                if (most.getValue().estimate().lower() > least.getValue().estimate().upper()) {
                    return Optional.of(Map.of(
                            "id", measure.id(), "group", most.getKey(), "bestGroup", least.getKey(), "label", measure.label()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whom a measure concerns: as the ministry says, else citizens where they are what is followed; {@code ""} where nobody has said. */
    private String party(Measure measure) {
        if (notes.figures().containsKey(measure.id())) {
            return notes.figures().get(measure.id()).key();
        }
        Set<Actor.Role> spenders = procedure.actors().stream()
                .filter(a -> a.time().filter(measure.id()::equals).isPresent())
                .map(Actor::role)
                .collect(Collectors.toSet());
        boolean citizens = procedure.groups().isPresent()
                && (measure.kind() != Measure.Kind.HOURS || spenders.stream().allMatch(r -> r == Actor.Role.SUBJECT || r == Actor.Role.HELPER));
        return citizens ? Party.CITIZENS.key() : "";
    }

    /** What has been computed besides the bill and current law. */
    private List<Map<String, Object>> alternatives() {
        List<Measure> compared = procedure.measures().stream().filter(m -> m.headline() && m.good() != 0).limit(Movements.TOLD).toList();
        List<Map<String, Object>> told = new ArrayList<>();
        for (Version version : scenario.versions()) {
            Variant variant = version.variant();
            boolean other = !variant.id().equals(Scenario.BILL) && !variant.id().equals(Variant.CURRENT_LAW);
            if (other && run.manifest().variants().contains(variant.id())) {
                List<Map<String, String>> differences = new Movements(run, procedure).of(variant.id(), compared).stream().map(d -> Map.of(
                        "label", d.measure().label().in(language), "unit", written.unit(d.measure()).strip(), "value", written.differenceWithRange(d))).toList();
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", variant.id());
                one.put("label", variant.label());
                one.put("text", variant.text());
                one.put("differences", differences);
                one.put("rejected", Optional.ofNullable(notes.rejected().get(variant.id())));
                told.add(one);
            }
        }
        return told;
    }

    // ---- provision by provision ----

    private List<Map<String, Object>> paragraphs() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (BillNotes.Paragraph paragraph : notes.paragraphs()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("number", paragraph.number());
            one.put("title", paragraph.title());
            one.put("effect", paragraph.effect());
            one.put("provisions", paragraph.provisions().stream().map(this::clause).toList());
            List<Map<String, Object>> points = new ArrayList<>();
            for (BillNotes.Point point : paragraph.points()) {
                Map<String, Object> number = new LinkedHashMap<>();
                number.put("number", point.number());
                number.put("currentLaw", point.currentLaw());
                number.put("effect", point.effect());
                number.put("provisions", point.provisions().stream().map(this::clause).toList());
                points.add(number);
            }
            one.put("points", points);
            told.add(one);
        }
        return told;
    }

    /** Provisions of the bill that no paragraph has: all of them where nobody has cut the bill. */
    private List<Provision> leftOver() {
        Set<String> told = new LinkedHashSet<>();
        notes.paragraphs().forEach(p -> {
            told.addAll(p.provisions());
            p.points().forEach(point -> told.addAll(point.provisions()));
        });
        return ofTheBill().stream().filter(p -> !told.contains(p.id())).toList();
    }

    private Map<String, Object> clause(String id) {
        Provision provision = scenario.duty().provision(id);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reference", provision.reference());
        told.put("text", provision.text());
        told.put("guidance", provision.origin() == Provision.Origin.GUIDANCE);
        List<MainPoint> points = notes.mainPoints();
        Optional<Integer> point = Stream.iterate(0, i -> i < points.size(), i -> i + 1).filter(i -> points.get(i).provisions().contains(id)).findFirst();
        told.put("mainPoint", points.isEmpty() ? Optional.of("0") : point.map(String::valueOf));
        told.put("currentLawTold", points.isEmpty() || point.flatMap(i -> points.get(i).currentLaw()).isPresent());
        return told;
    }
}
