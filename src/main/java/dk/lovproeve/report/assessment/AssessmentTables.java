package dk.lovproeve.report.assessment;

import dk.lovproeve.assessment.AnswerWords;
import dk.lovproeve.assessment.Appraisal;
import dk.lovproeve.assessment.Asked;
import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Band;
import dk.lovproeve.assessment.DimensionLevel;
import dk.lovproeve.assessment.Concern;
import dk.lovproeve.assessment.Gap;
import dk.lovproeve.assessment.Grade;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.ModelView;
import dk.lovproeve.assessment.QuestionBank;
import dk.lovproeve.assessment.Risk;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.RiskScales;
import dk.lovproeve.assessment.RiskScales.Aspect;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.assessment.Statement;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.Assessed;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows from an assessment, laid out in tables: for the screen, for the document and for the workbook alike. */
public final class AssessmentTables {

    private static final double RARE = 0.01;
    private static final Text NOTHING = Text.same("");
    private static final Text MISSING = Fields.MISSING;
    private static final Text NOT_EXAMINED = new Text("ikke belyst", "not examined");

    private final Assessed assessed;
    private final QuestionBank bank;
    private final Appraisal appraisal;

    public AssessmentTables(Assessed assessed) {
        this.assessed = assessed;
        this.appraisal = assessed.appraisal();
        this.bank = appraisal.bank();
    }

    /** What the screening asks for. */
    public Grid screening() {
        List<List<Text>> rows = new ArrayList<>();
        for (Asked asked : appraisal.asked()) {
            rows.add(List.of(
                    asked.screening().label(),
                    asked.isCertain() ? asked.screening().reason() : new Text("Svar mangler, eller ingen ved det.", "An answer is missing, or nobody knows."),
                    shown(asked.because()), asked.screening().source()));
        }
        return new Grid(
                new Text("Hvad forhåndsvurderingen udløser", "What the screening asks for"),
                List.of(new Text("Vurdering", "Assessment"), new Text("Hvorfor", "Why"), new Text("Svar", "Answers"), new Text("Retskilde", "Source of law")), rows);
    }

    /** The level of each dimension for each group. */
    public Grid dimensions() {
        List<Text> header = new ArrayList<>(List.of(new Text("Dimension", "Dimension")));
        appraisal.groups().forEach(g -> header.add(capital(AnswerWords.group(g))));
        header.addAll(List.of(new Text("Kan være", "May be"), new Text("Ikke belyst", "Not examined"), new Text("Rød linje", "Red line")));
        List<List<Text>> rows = new ArrayList<>();
        for (DimensionLevel dimension : appraisal.dimensions()) {
            List<Text> row = new ArrayList<>(List.of(dimension.section().label()));
            appraisal.groups().forEach(g -> row.add(dimension.isBlank() ? NOT_EXAMINED : level(dimension.after().get(g))));
            row.add(dimension.worst().upper().label());
            row.add(new Text(dimension.open() + " af " + dimension.asked(), dimension.open() + " of " + dimension.asked()));
            row.add(shown(dimension.redLines()));
            rows.add(row);
        }
        return new Grid(
                new Text("Niveau for hver gruppe; den dårligst stillede afgør, og der er ingen samlet sum", "Level for each group; the worst placed decides, and there is no total"),
                header, rows);
    }

    /** The level of each risk for each group, and how often it happens where the run says so. */
    public Grid risks() {
        List<List<Text>> rows = new ArrayList<>();
        for (RiskLevel risk : appraisal.risks()) {
            risk.groups().forEach((group, at) -> rows.add(List.of(
                    risk.risk().label().text(), Text.same(group), often(risk, at), level(at.before()), level(at.after()), level(at.possible()))));
        }
        return new Grid(new Text("Risici for hver gruppe", "Risks for each group"), RISK_HEADER, rows);
    }

    private static final List<Text> RISK_HEADER = List.of(
            new Text("Risiko", "Risk"), new Text("Gruppe", "Group"), new Text("Hvor tit i kørslen", "How often in the run"), new Text("Før", "Before"),
            RiskLevel.DECIDED, RiskLevel.PROPOSED);

    private static final Text NOT_RUN = new Text("ikke kørt", "not run");

    /** Whether a run is to tell how often it happens, and none has. */
    private static boolean isToBeRun(RiskLevel risk, RiskLevel.AtGroup at) {
        return risk.risk().measured().isPresent() && at.share().isEmpty();
    }

    /** How often it happens in the run, and how often in the version that is a safeguard. */
    static Text often(RiskLevel risk, RiskLevel.AtGroup at) {
        return at.share().map(share -> each(language -> number(risk, share, language)
                        + at.left().map(left -> " → " + number(risk, left, language)).orElse("")
                        + (risk.isRate() ? new Text(" pr. person", " a person").in(language) : "")))
                .orElse(isToBeRun(risk, at) ? NOT_RUN : new Text("skønnet", "judged"));
    }

    private static String number(RiskLevel risk, double share, Language language) {
        if (risk.isRate()) {
            NumberFormat rate = NumberFormat.getNumberInstance(language.locale());
            // What is rare must not look like nothing.
            rate.setMinimumFractionDigits(2);
            rate.setMaximumFractionDigits(share > 0 && share < RARE ? 4 : 2);
            return rate.format(share);
        }
        NumberFormat percent = NumberFormat.getPercentInstance(language.locale());
        percent.setMaximumFractionDigits(1);
        return percent.format(share);
    }

    /** What is done about the risks. */
    Grid.Editable safeguards() {
        List<List<Said>> rows = new ArrayList<>();
        for (Safeguard safeguard : assessed.assessment().safeguards()) {
            String[] at = {"safeguards", safeguard.id()};
            rows.add(List.of(
                    Said.of(Fields.words(safeguard.label(), and(at, "label"))),
                    Said.of(Fields.oneOf(Safeguard.Kind.values(), safeguard.kind(), Safeguard.Kind::key, Safeguard.Kind::label, and(at, "kind"))),
                    Said.of(Fields.oneOf(Safeguard.Status.values(), safeguard.status(), Safeguard.Status::key, Safeguard.Status::label, and(at, "status"))),
                    anchor(safeguard, at),
                    Said.of(Fields.name(safeguard.owner(), and(at, "owner"))), Said.of(Fields.date(safeguard.due(), and(at, "due"))),
                    safeguard.cost().map(c -> Said.of(Fields.quantity(c, and(at, "cost")))).orElse(Said.of(Fields.locked(Fields.MISSING))),
                    Said.of(Fields.words(safeguard.indicator(), and(at, "indicator"))),
                    Said.of(Fields.locked(joined(safeguard.lowers().stream().map(this::lowering).toList(), "; ")))));
        }
        return new Grid.Editable(
                "safeguards", Said.of(new Text("Foranstaltninger; kun det besluttede sænker en risiko", "Safeguards; only what is decided lowers a risk")),
                List.of(new Text("Foranstaltning", "Safeguard"), new Text("Virkning", "Effect"), new Text("Status", "Status"), new Text("Hører hjemme i", "Belongs in"),
                        new Text("Ansvarlig", "Owner"), new Text("Virker fra", "Works from"), new Text("Pris", "Cost"), new Text("Ses på", "Shown by"),
                        new Text("Risici", "Risks")),
                rows);
    }

    private Said anchor(Safeguard safeguard, String... at) {
        Said anchor = Said.of(Fields.oneOf(Safeguard.Anchor.values(), safeguard.anchor(), Safeguard.Anchor::key, Safeguard.Anchor::label, and(at, "anchor")));
        return safeguard.clauses().isEmpty() ? anchor : anchor.and(Text.same("; ")).and(Fields.clauses(safeguard.clauses(), assessed.words(), and(at, "clauses")));
    }

    static String[] and(String[] path, String... more) {
        return Stream.concat(Stream.of(path), Stream.of(more)).toArray(String[]::new);
    }

    private Text lowering(Safeguard.Lowering lowering) {
        Text label = assessed.assessment().risks().stream().filter(r -> r.id().equals(lowering.risk())).findFirst().map(r -> r.label().text()).orElse(Text.same(lowering.risk()));
        Text groups = lowering.groups().isEmpty()
                ? NOTHING
                : each(l -> " (" + new Text("gruppe ", "group ").in(l) + String.join(", ", lowering.groups()) + ")");
        return each(l -> label.in(l) + groups.in(l));
    }

    /** Why a safeguard lowers a risk, each with its words. */
    List<Said> grounds(Safeguard safeguard) {
        List<Said> grounds = new ArrayList<>();
        for (int i = 0; i < safeguard.lowers().size(); i++) {
            Safeguard.Lowering lowering = safeguard.lowers().get(i);
            String at = String.valueOf(i);
            lowering.because().ifPresent(b -> grounds.add(
                    Said.of(each(l -> lowering(lowering).in(l) + ": ")).and(Fields.words(b, "safeguards", safeguard.id(), "lowers", at, "because"))));
        }
        return grounds;
    }

    /** What answers rest on. */
    public Grid sources() {
        return new Grid(
                new Text("Kilder", "Sources"),
                List.of(Text.same("Id"), new Text("Titel", "Title"), new Text("Slags", "Kind"), new Text("Udgiver", "Issuer"), new Text("Dato", "Date"), new Text("Sted", "Place"),
                        new Text("Adresse", "Address"), new Text("Grund", "Ground")),
                assessed.assessment().sources().stream()
                        .map(s -> List.of(
                                Text.same(s.id()), said(s.title()), s.kind().label(), said(s.publisher()), said(s.date()),
                                s.pinpoint().map(this::said).orElse(NOTHING), s.link().map(Text::same).orElse(NOTHING), grade(s.grade())))
                        .toList());
    }

    /** What answers rest on, in as few columns as a page has room for. */
    Grid cited() {
        Grid all = sources();
        return new Grid(
                all.title(),
                List.of(all.header().get(1), new Text("Udgiver og dato", "Issuer and date"), all.header().get(5), new Text("Slags og grund", "Kind and ground")),
                all.rows().stream().map(r -> List.of(
                        r.get(1), each(l -> r.get(3).in(l) + ", " + r.get(4).in(l)), joined(Stream.of(r.get(5), r.get(6)).filter(t -> !t.equals(NOTHING)).toList(), "; "),
                        each(l -> r.get(2).in(l) + "; " + r.get(7).in(l)))).toList());
    }

    /** Words of a source, which are in English too where somebody has written them so. */
    private Text said(String words) {
        return each(language -> assessed.sources().in(language, words));
    }

    static Text grade(Grade grade) {
        return each(l -> grade.key() + ": " + grade.label().in(l));
    }

    /** What the parties that must be asked have said. */
    Grid.Editable statements() {
        List<List<Said>> rows = new ArrayList<>();
        List<Statement> all = assessed.assessment().statements();
        for (Statement.Party party : Statement.Party.values()) {
            Optional<Statement> said = all.stream().filter(s -> s.party() == party).findFirst();
            String[] at = {"statements", String.valueOf(said.map(all::indexOf).orElse(-1))};
            rows.add(List.of(
                    Said.of(Fields.locked(capital(party.label()))),
                    said.map(s -> Said.of(s.asked() ? NOTHING : new Text("Ikke spurgt: ", "Not asked: ")).and(Fields.words(s.text(), and(at, "text"))))
                            .orElse(Said.of(Fields.locked(MISSING))),
                    said.map(s -> by(s.role(), s.date(), at)).orElse(Said.of(Fields.locked(NOTHING)))));
        }
        return new Grid.Editable(
                "statements", Said.of(new Text("Udtalelser", "Statements")), List.of(new Text("Part", "Party"), new Text("Udtalelse", "Statement"), new Text("Af", "By")), rows);
    }

    /** The states it has come to: a step is taken by the one who takes it, so none is read from a document. */
    Grid.Editable approvals() {
        return new Grid.Editable(
                "approvals", Said.of(new Text("Godkendelser", "Approvals")), List.of(new Text("Tilstand", "State"), new Text("Af", "By"), new Text("Bemærkning", "Note")),
                assessed.assessment().approvals().stream()
                        .map(a -> Stream.of(a.state().label(), by(a.role(), a.date()), a.note().map(n -> n.text()).orElse(NOTHING)).map(t -> Said.of(Fields.locked(t))).toList())
                        .toList());
    }

    /**
     * That there is no run of the model's to read the answers from, where there is a model, and which levels may therefore be
     * others in a document with a run.
     */
    public Optional<Text> withoutRun() {
        return !isWithoutRun() ? Optional.empty() : Optional.of(new Text(
                        "Her er ingen kørsel. Hvor et svar henviser til modelberegningen, er det til en kørsel, som ikke er med her.",
                        "There is no run here. Where an answer refers to the model's calculation, it is to a run that is not here."))
                .map(line -> each(l -> line.in(l) + levelsOfARun().map(more -> " " + more.in(l)).orElse("")));
    }

    private boolean isWithoutRun() {
        return appraisal.model().filter(model -> model.run().isEmpty()).isPresent();
    }

    /** Which levels a run would say more about; empty where none hangs on a run. */
    private Optional<Text> levelsOfARun() {
        List<RiskLevel> risks = appraisal.risks().stream()
                .filter(risk -> risk.groups().values().stream().anyMatch(at -> isToBeRun(risk, at) && at.before().level() != at.before().upper()))
                .toList();
        List<Text> dimensions = appraisal.dimensions().stream()
                .filter(d -> risks.stream().anyMatch(r -> r.risk().dimension().equals(d.section().id()))
                        || d.section().questions().stream().anyMatch(q -> needsRun(appraisal.item(q.id()))))
                .map(d -> d.section().label())
                .toList();
        return risks.isEmpty() ? Optional.empty() : Optional.of(new Text(
                "Niveauet for " + risks.size() + " af " + appraisal.risks().size()
                        + " risici hviler på, hvor ofte de indtræffer i en kørsel. I et dokument med en kørsel, såsom bemærkningerne til lovforslaget, kan deres niveauer og niveauerne for disse dimensioner være andre: "
                        + joined(dimensions, "; ").da() + ".",
                "The level of " + risks.size() + " of " + appraisal.risks().size()
                        + " risks rests on how often they occur in a run. In a document with a run, such as the notes to the bill, their levels and the levels of these dimensions may be others: "
                        + joined(dimensions, "; ").en() + "."));
    }

    /** Whether a question has no answer because only a run has it, and there is none. */
    boolean needsRun(Item item) {
        return item.standing() == Item.Standing.MISSING && item.question().computed().isPresent() && isWithoutRun();
    }

    /** What is lacking; what lacks the same is named in one row, and of questions that are only missing those of a section. */
    public Grid gaps() {
        record Alike(Gap.Kind kind, Text what) {}
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        for (Gap gap : appraisal.gaps()) {
            Text what = gap.kind() == Gap.Kind.MISSING ? missing(gap.subject().toLowerCase(Locale.ROOT)) : gap.what();
            alike.computeIfAbsent(new Alike(gap.kind(), what), k -> new ArrayList<>()).add(gap.subject());
        }
        List<List<Text>> rows = new ArrayList<>();
        List<String> unknown = unknown();
        if (!unknown.isEmpty()) {
            rows.add(List.of(
                    new Text("Ikke belyst (»ved ikke«)", "Not examined (\"do not know\")"), shown(unknown), new Text("hvad man måtte vide, står ved spørgsmålet", "what one would have to know stands at the question")));
        }
        alike.forEach((key, subjects) -> rows.add(List.of(
                key.kind().label(), joined(subjects.stream().distinct().map(this::subject).toList(), "; "), key.what())));
        return new Grid(
                new Text("Hvad der mangler", "What is lacking"),
                List.of(new Text("Slags", "Kind"), new Text("Hvor", "Where"), new Text("Hvad", "What")), rows);
    }

    /** The questions answered with "do not know". */
    private List<String> unknown() {
        return appraisal.items().stream().filter(i -> i.standing() == Item.Standing.UNKNOWN).map(i -> i.question().id()).toList();
    }

    private Text missing(String question) {
        Text section = bank.sectionOf(question).label();
        return needsRun(appraisal.item(question)) ? each(l -> section.in(l) + new Text(" (kræver en kørsel)", " (needs a run)").in(l)) : section;
    }

    /** A gap's subject in words, where it is not a question. */
    private Text subject(String id) {
        Assessment assessment = assessed.assessment();
        return assessment.risks().stream().filter(r -> r.id().equals(id)).findFirst().map(r -> r.label().text())
                .or(() -> assessment.safeguards().stream().filter(s -> s.id().equals(id)).findFirst().map(s -> s.label().text()))
                .or(() -> bank.typical().stream().filter(t -> t.id().equals(id)).findFirst().map(t -> t.label()))
                .or(() -> List.of(Statement.Party.values()).stream().filter(p -> p.key().equals(id)).findFirst().map(Statement.Party::label))
                .orElse(switch (id) {
                    case "decision" -> new Text("beslutningen", "the decision");
                    case "caveat" -> new Text("forbeholdet", "the caveat");
                    case "subject" -> new Text("det, der vurderes", "what is assessed");
                    default -> Text.same(id);
                });
    }

    /** How grave and how likely one risk is, and why, with a column for each group. */
    Grid.Editable risk(RiskLevel level) {
        Risk risk = level.risk();
        List<Text> header = new ArrayList<>(List.of(new Text("Gruppe", "Group")));
        level.groups().keySet().forEach(g -> header.add(capital(AnswerWords.group(g))));
        List<List<Said>> rows = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            rows.add(row(capital(aspect.label()), level, group -> Said.of(Fields.step(
                    Optional.ofNullable(risk.groups().get(group).severity().get(aspect)), bank.risks().severity().get(aspect), "risks", risk.id(), "groups", group, aspect.key()))));
        }
        List<Text> likelihood = bank.risks().likelihood().stream().map(RiskScales.Likelihood::label).toList();
        rows.add(risk.measured().isPresent()
                ? row(new Text("Hvor tit i kørslen", "How often in the run"), level,
                        group -> Said.of(level.groups().get(group).share().isPresent() ? often(level, level.groups().get(group)) : notRun(level.groups().get(group).before())))
                : row(new Text("Hvor sandsynligt, skønnet", "How likely, judged"), level,
                        group -> Said.of(Fields.step(risk.groups().get(group).likelihood(), likelihood, "risks", risk.id(), "groups", group, "likelihood"))));
        rows.add(row(new Text("Niveau før", "Level before"), level, group -> Said.of(level(level, group, level.groups().get(group).before()))));
        rows.add(row(RiskLevel.DECIDED, level, group -> Said.of(level(level, group, level.groups().get(group).after()))));
        rows.add(row(RiskLevel.PROPOSED, level, group -> Said.of(level(level, group, level.groups().get(group).possible()))));
        rows.add(row(new Text("Fordi", "Because"), level, group -> because(risk, group)));
        return new Grid.Editable("risk-" + assessed.assessment().risks().indexOf(risk), Said.of(Fields.words(risk.label(), "risks", risk.id(), "label")), header, rows);
    }

    /** A level, and why it is no lower where only what is not known keeps it up. */
    private Text level(RiskLevel risk, String group, Band band) {
        Risk.Exposure exposure = risk.risk().groups().get(group);
        int severity = exposure.severity().values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int likelihood = risk.groups().get(group).share().map(bank.risks()::likelihood).or(exposure::likelihood).orElse(0);
        boolean isAskedAndUnknown = exposure.severity().size() < Aspect.values().length
                || risk.risk().measured().isEmpty() && exposure.likelihood().isEmpty();
        boolean isHeldUp = isAskedAndUnknown && band.level() == Concern.MEDIUM && bank.risks().level(severity, likelihood).compareTo(Concern.MEDIUM) < 0;
        return isHeldUp
                ? each(l -> level(band).in(l) + new Text(" (»ved ikke« spærrer for de to laveste niveauer)", " (\"do not know\" blocks the two lowest levels)").in(l))
                : level(band);
    }

    /** How often it happens is not known, which may leave the level open. */
    private static Text notRun(Band before) {
        return before.level() == before.upper() ? NOT_RUN : new Text("ikke kørt; niveauet er derfor usikkert", "not run; the level is therefore unsure");
    }

    private static Said because(Risk risk, String group) {
        Risk.Exposure exposure = risk.groups().get(group);
        Said reason = Said.of(Fields.words(exposure.reason(), "risks", risk.id(), "groups", group, "reason"));
        return exposure.reason().isPresent() && exposure.grade().isPresent()
                ? reason.and(new Text(" Grund ", " Ground ")).and(Fields.grade(exposure.grade(), "risks", risk.id(), "groups", group, "grade")).and(Text.same("."))
                : reason;
    }

    private static List<Said> row(Text label, RiskLevel risk, Function<String, Said> cell) {
        List<Said> row = new ArrayList<>(List.of(Said.of(label)));
        risk.groups().keySet().forEach(group -> row.add(cell.apply(group)));
        return row;
    }

    /** What is done about the risks, in as few columns as a page has room for. */
    Grid.Editable plan() {
        Grid.Editable all = safeguards();
        Text semicolon = Text.same("; ");
        return new Grid.Editable(
                all.id(), all.title(),
                List.of(all.header().get(0), new Text("Status, og hvor den er fastsat", "Status, and where it is laid down"),
                        new Text("Ansvarlig, dato og pris", "Owner, date and cost"), all.header().get(7), all.header().get(8)),
                all.rows().stream().map(r -> List.of(
                        r.get(0).and(Text.same(" (")).and(r.get(1)).and(Text.same(")")),
                        r.get(2).and(semicolon).and(r.get(3)),
                        Said.of(new Text("ansvarlig: ", "owner: ")).and(r.get(4)).and(semicolon).and(new Text("dato: ", "date: ")).and(r.get(5))
                                .and(semicolon).and(new Text("pris: ", "cost: ")).and(r.get(6)),
                        r.get(7), r.get(8))).toList());
    }

    /** What does not go together: runs, and judgements beside what the run counts. */
    public List<Text> warnings() {
        List<Text> warnings = new ArrayList<>();
        Optional<String> here = appraisal.model().flatMap(ModelView::run).map(ModelView.RunView::id);
        appraisal.otherRuns().forEach((run, count) -> warnings.add(here.isPresent()
                ? new Text(
                        count + " svar, risici eller foranstaltninger blev givet på kørsel " + run + ", ikke på kørsel " + here.get() + ", som modellens svar er fra. Se dem igen.",
                        count + " answers, risks or safeguards were given on run " + run + ", not on run " + here.get() + ", which the model's answers are from. Look at them again.")
                : new Text(
                        count + " svar, risici eller foranstaltninger blev givet på kørsel " + run + ", som ikke er her.",
                        count + " answers, risks or safeguards were given on run " + run + ", which is not here.")));
        appraisal.risks().forEach(risk -> appraisal.contradictions(risk).forEach((group, says) -> warnings.add(contradiction(risk, group, says))));
        return warnings;
    }

    /** A judgement beside what the run counts. */
    Text contradiction(RiskLevel risk, String group, Text says) {
        Text often = each(l -> number(risk, risk.groups().get(group).share().orElseThrow(), l) + (risk.isRate() ? new Text(" pr. person på et år", " a person in a year").in(l) : ""));
        return new Text(
                "\u00bb" + risk.risk().label().text().da() + "\u00ab, gruppe " + group + ": skønnet \u00bb" + says.da() + "\u00ab passer ikke med kørslen, der tæller " + often.da() + ".",
                "\u201c" + risk.risk().label().text().en() + "\u201d, group " + group + ": the judgement \u201c" + says.en() + "\u201d does not agree with the run, which counts " + often.en() + ".");
    }

    // ---- words ----

    /** How it stands, in a few lines. */
    public List<Text> summary() {
        List<Text> lines = new ArrayList<>();
        long computed = appraisal.items().stream().filter(i -> i.standing() == Item.Standing.COMPUTED).count();
        long stale = appraisal.gaps().stream().filter(g -> g.kind() == Gap.Kind.STALE).map(Gap::subject).distinct().count();
        long answered = appraisal.askedCount() - appraisal.openCount();
        long unknown = unknown().size();
        lines.add(new Text(
                appraisal.askedCount() + " spørgsmål stilles; " + answered + " er besvaret, heraf " + computed + " af modellen. " + appraisal.openCount() + " mangler svar"
                        + (unknown > 0 ? (unknown > 1 && unknown == appraisal.openCount() ? ", alle" : ", heraf " + unknown) + " besvaret »ved ikke«" : "") + "; " + stale + (stale == 1 ? " er forældet." : " er forældede."),
                appraisal.askedCount() + " questions are asked; " + answered + (answered == 1 ? " is answered, " : " are answered, ") + computed + " of them by the model. " + appraisal.openCount() + (appraisal.openCount() == 1 ? " lacks an answer" : " lack an answer")
                        + (unknown > 0 ? ", " + (unknown > 1 && unknown == appraisal.openCount() ? "all" : unknown) + " of them answered \"do not know\"" : "") + "; " + stale + (stale == 1 ? " is stale." : " are stale.")));
        List<String> redLines = appraisal.items().stream().filter(Item::redLine).map(i -> i.question().shown()).toList();
        if (!redLines.isEmpty()) {
            String all = String.join(", ", redLines);
            lines.add(new Text(
                    "RØDE LINJER KRYDSES: " + all + ". De er kritiske, hvad der end svares ellers.",
                    "RED LINES ARE CROSSED: " + all + ". They are critical whatever else is answered."));
        }
        appraisal.model().flatMap(ModelView::run).ifPresent(run -> lines.add(run.isCurrent()
                ? new Text("Modellens svar er fra kørsel " + run.id() + " af reglen, som den står.", "The model's answers are from run " + run.id() + " of the rule as it stands.")
                : new Text("Modellens svar er fra kørsel " + run.id() + ", som er fra før den sidste ændring i scenariet.",
                        "The model's answers are from run " + run.id() + ", which is from before the scenario was last changed.")));
        lines.add(appraisal.isEnough()
                ? new Text("Der er besvaret nok til at beslutte på. Beslutningen er ikke programmets.", "Enough is answered to decide on. The decision is not the program's.")
                : new Text("Der er ikke nok at beslutte på endnu.", "There is not enough to decide on yet."));
        assessed.assessment().decision().ifPresent(d -> lines.add(new Text(
                "Beslutning: " + d.outcome().label().da() + " (" + by(d.role(), d.date()).da() + "); " + d.dissent().size() + " uenige.",
                "Decision: " + d.outcome().label().en() + " (" + by(d.role(), d.date()).en() + "); " + d.dissent().size() + " disagree.")));
        return lines;
    }

    /** A level with its sign and, where it may be worse, its upper end. */
    public static Text level(Band band) {
        return each(l -> band.level().symbol() + " " + band.level().label().in(l) + (band.upper() == band.level() ? "" : "–" + band.upper().label().in(l)));
    }

    private Text shown(List<String> questions) {
        return Text.same(questions.stream().map(id -> bank.find(id).orElseThrow().shown()).collect(Collectors.joining(", ")));
    }

    /** A date as one writes it in a letter. */
    static Text date(LocalDate date) {
        return new Text(
                DateTimeFormatter.ofPattern("d. MMMM yyyy", Language.DA.locale()).format(date), DateTimeFormatter.ofPattern("d MMMM yyyy", Language.EN.locale()).format(date));
    }

    /** Who, and when, as it can be read back. */
    static Said by(String role, LocalDate date, String... at) {
        return Said.of(Fields.name(role, and(at, "by"))).and(Text.same(", ")).and(Fields.date(date, and(at, "date")));
    }

    /** Who, and when. */
    static Text by(String role, LocalDate date) {
        return each(l -> role + ", " + date(date).in(l));
    }

    static Text joined(List<Text> texts, String by) {
        return each(l -> texts.stream().map(t -> t.in(l)).collect(Collectors.joining(by)));
    }

    static Text capital(Text text) {
        return each(l -> text.in(l).substring(0, 1).toUpperCase(l.locale()) + text.in(l).substring(1));
    }

    static Text each(Function<Language, String> words) {
        return new Text(words.apply(Language.DA), words.apply(Language.EN));
    }
}
