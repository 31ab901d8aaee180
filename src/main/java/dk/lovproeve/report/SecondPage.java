package dk.lovproeve.report;

import dk.lovproeve.assessment.Assessment;
import dk.lovproeve.assessment.Decision;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Sensitivity.Effect;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Sheet.Line;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.BillNotes.Authority;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields 7 to 14 of the {@linkplain TwoPages two pages}: what may go wrong, what is not known, and what else could be done. */
final class SecondPage {

    private static final int RISKS = 5;
    private static final int ALTERNATIVES = 10;
    private static final int QUESTIONS = 6;
    /** So many lines are for the figures that are known. */
    private static final int KNOWN = 4;
    /** So many lines are for all that is not known. */
    private static final int UNKNOWN = 6;

    private static final String NOT_SECURED = "not-on-every-path";

    private final Sheet sheet;
    private final BillNotes notes;
    private final List<Measure> measured;

    /** @param measured what the bill is told by */
    SecondPage(Sheet sheet, List<Measure> measured) {
        this.sheet = sheet;
        this.notes = sheet.notes;
        this.measured = measured;
    }

    void write() {
        risks();
        principles();
        unknown();
        alternatives();
        hearing();
        changes();
        questions();
        fingerprint();
    }

    // ---- risks ----

    private void risks() {
        List<Line> lines = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        redLines().ifPresent(lines::add);
        sheet.drafting.assessed().filter(a -> !a.appraisal().risks().isEmpty()).ifPresent(assessed -> {
            List<RiskLevel> all = assessed.appraisal().risks().stream().sorted(LARGEST_HARM.reversed()).toList();
            List<RiskLevel> shown = all.subList(0, Math.min(RISKS, all.size()));
            tables.add(risks(shown, all, assessed.assessment().safeguards()));
        });
        if (lines.isEmpty() && tables.isEmpty()) {
            lines.add(sheet.line().missing("den dataetiske konsekvensanalyse", "the data-ethics impact assessment").at("n-beyond"));
        }
        sheet.field(say("De største risici, og hvad der er gjort ved dem", "The largest risks, and what is done about them"), lines, false, tables);
    }

    private Optional<Line> redLines() {
        List<Text> crossed = sheet.drafting.assessed().map(a -> Sheet.<List<Text>>cast(sheet.list("redLines"))).orElse(List.of());
        boolean one = crossed.size() == 1;
        return crossed.isEmpty() ? Optional.empty() : Optional.of(sheet.line()
                .strong(one ? "En rød linje" : crossed.size() + " røde linjer", one ? "One red line" : crossed.size() + " red lines")
                .words(", som ingen foranstaltning opvejer, er overskredet: ", ", which no safeguard outweighs, " + (one ? "is" : "are") + " crossed: ")
                .words(crossed.stream().map(Text::da).collect(Collectors.joining(" ")), crossed.stream().map(Text::en).collect(Collectors.joining(" "))).at("n-beyond"));
    }

    /** Of two risks at the same level the graver harm is the larger, then the one that hits more groups so hard, then the likelier. */
    private static final Comparator<RiskLevel> LARGEST_HARM = Comparator.comparing((RiskLevel r) -> r.after().level())
            .thenComparing(r -> r.risk().groups().values().stream().flatMap(e -> e.severity().values().stream()).max(Comparator.naturalOrder()).orElse(0))
            .thenComparing(r -> r.groups().values().stream().filter(g -> g.after().level() == r.after().level()).count())
            .thenComparing(r -> r.groups().values().stream().flatMap(g -> g.share().stream()).max(Comparator.naturalOrder()).orElse(0.0));

    private Table risks(List<RiskLevel> shown, List<RiskLevel> all, List<Safeguard> safeguards) {
        List<Table.Row> rows = shown.stream()
                .map(risk -> sheet.row(risk.risk().label().orOther(sheet.language), List.of(sheet.line().words(levels(risk, isDecided(safeguards))), sheet.line().words(done(risk, safeguards)))))
                .toList();
        Table.Row head = sheet.row(say("Risiko", "Risk"), Stream.of(
                say("Niveau", "Level"), say("Foranstaltninger (hvor de står, status)", "Safeguards (where they stand, status)")).map(w -> sheet.line().words(w)).toList());
        boolean decided = isDecided(safeguards);
        String levels = say("Niveau uden foranstaltninger → ", "Level without safeguards → ") + (decided ? say("med det besluttede → ", "with what is decided → ") : "")
                + say("hvis alle foranstaltninger kom med, for den gruppe, der er værst stillet", "if all safeguards were added, for the group that is worst placed");
        return new Table("", (decided ? "" : say("Ingen foranstaltning er besluttet. ", "No safeguard is decided. ")) + levels + left(all.subList(shown.size(), all.size()), all.size()), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT), List.of(head), rows, true);
    }

    private static boolean isDecided(List<Safeguard> safeguards) {
        return safeguards.stream().anyMatch(s -> s.status().counts());
    }

    /** The levels as the table of the notes writes them; where nothing is decided, that changes none. */
    private String levels(RiskLevel risk, boolean decided) {
        List<String> levels = Stream.of("before", "after", "possible").filter(when -> decided || !when.equals("after")).map(k -> level(risk, k)).toList();
        return levels.stream().distinct().count() == 1 ? say("forbliver ", "remains ") + levels.get(0) : String.join(" → ", levels);
    }

    private String level(RiskLevel risk, String when) {
        Map<String, Object> told = sheet.list("risks").stream().filter(r -> r.get("label").equals(risk.risk().label().orOther(sheet.language))).findFirst().orElseThrow();
        return (String) told.get(when);
    }

    /** What is done about a risk, the firmest first; what stands in the same place and is as far is named together. */
    private String done(RiskLevel risk, List<Safeguard> safeguards) {
        Map<String, List<String>> byStanding = safeguards.stream()
                .filter(s -> s.lowers().stream().anyMatch(l -> l.risk().equals(risk.risk().id())))
                .sorted(Comparator.comparing(Safeguard::status).reversed().thenComparing(Safeguard::anchor))
                .collect(Collectors.groupingBy(
                        s -> s.standing().in(sheet.language), LinkedHashMap::new,
                        Collectors.mapping(s -> s.label().orOther(sheet.language), Collectors.toList())));
        return byStanding.isEmpty() ? say("Ingen", "None")
                : byStanding.entrySet().stream().map(e -> String.join("; ", e.getValue()) + " (" + e.getKey() + ")").collect(Collectors.joining("; "));
    }

    /** How many there are, and of those left out how many at each level, the gravest first. */
    private String left(List<RiskLevel> left, int all) {
        Map<String, Long> levels = left.stream().sorted(Comparator.comparing((RiskLevel r) -> r.after().level()).thenComparing(r -> r.after().upper()).reversed())
                .collect(Collectors.groupingBy(r -> level(r, "after"), LinkedHashMap::new, Collectors.counting()));
        return left.isEmpty() ? ""
                : ". " + (all - left.size()) + say(" af ", " of ") + all + say(" risici; de øvrige: ", " risks; the others: ")
                + sheet.and(levels.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList());
    }

    // ---- principles ----

    private void principles() {
        List<Line> lines = new ArrayList<>();
        List<String> unwritten = sheet.list("principles").stream().filter(p -> Sheet.optional(p, "followed").isEmpty()).map(p -> (String) p.get("number")).toList();
        List<Map<String, Object>> departures = sheet.list("principles").stream().filter(p -> Boolean.TRUE.equals(p.get("departs")))
                .sorted(Comparator.comparing(p -> !Sheet.optional(p, "followed").equals(Optional.of(BillNotes.Followed.NO.key())))).toList();
        List<Map<String, Object>> reasoned = departures.stream().filter(p -> Sheet.optional(p, "because").isPresent()).toList();
        Map<Text, List<Text>> unreasoned = departures.stream().filter(p -> !reasoned.contains(p)).collect(Collectors.groupingBy(
                SecondPage::stand, LinkedHashMap::new, Collectors.mapping(p -> Sheet.after(p.get("number") + ".\u00a0", name(p)), Collectors.toList())));
        unreasoned.forEach((stand, names) -> lines.add(sheet.line()
                .words(Sheet.upper(stand.da()) + ": ", Sheet.upper(stand.en()) + ": ").strong(Sheet.listed(names)).words(". ")
                .missing("begrundelse", names.size() == 1 ? "the reason" : "the reasons")));
        if (!unwritten.isEmpty()) {
            Text numbers = Sheet.both(unwritten.stream().map(Text::same).toList());
            lines.add(sheet.line().missing("princip " + numbers.da(), (unwritten.size() == 1 ? "principle " : "principles ") + numbers.en()));
        } else if (departures.isEmpty()) {
            lines.add(sheet.line().words("Ingen af de syv principper er fraveget.", "None of the seven principles is departed from."));
        }
        int room = (Sheet.MOST_LINES - Sheet.linesOf(lines, true)) / Math.max(1, reasoned.size());
        lines.addAll(0, reasoned.stream().map(p -> reasoned(p, room)).toList());
        sheet.field(say("Fravigelser fra principperne for digitaliseringsklar lovgivning", "Departures from the principles of digital-ready legislation") + sheet.at("n-principles"), lines, true);
    }

    private Line reasoned(Map<String, Object> principle, int room) {
        Text name = Sheet.after(principle.get("number") + ". ", name(principle));
        Text stand = new Text(" " + stand(principle).da() + ". ", " " + stand(principle).en() + ". ");
        Text before = new Text(name.da() + stand.da() + REFERENCE, name.en() + stand.en() + REFERENCE);
        return sheet.line().strong(name).words(stand)
                .fitted(sheet.fit(before, (Text) Sheet.optional(principle, "because").orElseThrow(), room)).at("n-principle-" + principle.get("number"));
    }

    private static Text name(Map<String, Object> principle) {
        return (Text) principle.get("name");
    }

    private static Text stand(Map<String, Object> principle) {
        return (Text) Sheet.optional(principle, "label").orElseThrow();
    }

    /** As long as a reference to a section. */
    private static final String REFERENCE = " (more in section 5.4.1)";

    // ---- what is not known ----

    /** Each gets two lines, and one where there is no more room; the last are left out where there is none. */
    private void unknown() {
        List<IntFunction<Optional<Line>>> all = List.of(
                room -> ExperimentSpec.isTooSmallToQuote(sheet.run.manifest().scale()) ? Optional.of(sheet.line().words("Kørslen er for lille til at citere.", "The run is too small to quote.")) : Optional.empty(),
                room -> Optional.of(assumed()),
                room -> known(),
                room -> pulled(1, new Text("Med andre antagelser oftest højere: ", "With other assumptions most often higher: "), room),
                room -> pulled(-1, new Text("Med andre antagelser oftest lavere: ", "With other assumptions most often lower: "), room),
                room -> told(new Text("Op eller ned afhænger af antagelserne: ", "Up or down depends on the assumptions: "), "hangs", room),
                room -> told(new Text("Kan være tilfældigt: ", "May be chance: "), "unclear", room),
                room -> unseen(room));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int left = UNKNOWN - Sheet.linesOf(lines, true);
            long after = all.subList(i + 1, all.size()).stream().filter(f -> f.apply(1).isPresent()).count();
            int room = (int) Math.max(1, Math.min(2, left - after));
            all.get(i).apply(room).filter(line -> line.lines(true) <= left).ifPresent(lines::add);
        }
        sheet.field(say("Hvad vi ikke ved", "What we do not know"), lines, true);
    }

    private Line assumed() {
        List<Parameter> all = sheet.scenario.bill().model().parameters();
        long assumed = all.stream().filter(Parameter::isAssumed).count();
        Line line = sheet.line().words(assumed + " af modellens " + all.size() + " tal er helt eller delvis antaget. ", assumed + " of the model's " + all.size() + " numbers are wholly or partly assumed. ");
        return sheet.run.sensitivity().map(sensitivity -> turned(line, sensitivity.parameters())).orElseGet(() -> line.missing(
                "hvor resultater vender.", "where results turn."));
    }

    /** At what value a conclusion turns: the one that is nearest to it. */
    private Line turned(Line line, int tried) {
        WeightiestAssumptions weightiest = new WeightiestAssumptions(sheet.scenario, sheet.run, sheet.language, sheet.written);
        Optional<Turn> nearest = weightiest.changes().stream()
                .flatMap(c -> c.turning().stream().map(e -> new Turn(c, e)))
                .min(Comparator.comparingDouble(t -> Math.abs(t.effect().turnsAt().orElseThrow())));
        if (nearest.isEmpty()) {
            return line.words("Flyttet ét ad gangen vender ingen af " + tried + " tal en ændring, der ikke kan være tilfældig.", "Moved one at a time, none of " + tried + " numbers turns a change that cannot be chance.");
        }
        long turning = weightiest.turning();
        Effect effect = nearest.get().effect();
        return line.words("Flyttet ét ad gangen kan " + turning + " af " + tried + " tal vende en ændring; nærmest er ", "Moved one at a time, " + turning + " of " + tried + " numbers can turn a change; nearest is ")
                .words(Sheet.quoted(nearest.get().change().measure().label())).words(", når ", ", when ").words(Sheet.quoted(Text.same(weightiest.label(effect)))).words(" er omtrent ", " is about ")
                .claim(weightiest.turns(effect).orElseThrow())
                .words(" (valgt ", " (chosen ").words(weightiest.chosen(effect) + ").");
    }

    private record Turn(WeightiestAssumptions.Change change, Effect effect) {}

    /** How the model stands to what is known; what it misses is named with both figures. */
    private Optional<Line> known() {
        if (sheet.held(sheet.language).judged(Target.Use.VALIDATION) == 0) {
            return Optional.empty();
        }
        int told = missed(sheet.language).size();
        while (told > 1 && known(told).lines(true) > KNOWN) {
            told--;
        }
        return Optional.of(known(told));
    }

    private List<HeldAgainst.Row> missed(Language told) {
        return sheet.held(told).rows(Target.Use.VALIDATION).stream().filter(r -> r.met().equals(Optional.of(false))).toList();
    }

    private Line known(int told) {
        Line line = sheet.line().words("Prøvet mod kendte tal: " + sheet.held(Language.DA).fit(Target.Use.VALIDATION), "Tried against known figures: " + sheet.held(Language.EN).fit(Target.Use.VALIDATION));
        List<HeldAgainst.Row> da = missed(Language.DA);
        List<HeldAgainst.Row> en = missed(Language.EN);
        for (int i = 0; i < told; i++) {
            line.words(i == 0 ? Text.same(" ") : Text.same("; ")).words(i == 0 ? new Text("Ikke opfyldt: ", "Not met: ") : Text.same(""))
                    .words(Text.inside(da.get(i).label()) + ": ", Text.inside(en.get(i).label()) + ": ")
                    .claim(withoutInterval((sheet.language == Language.DA ? da : en).get(i).model()))
                    .words(" (" + da.get(i).cited() + ")", " (" + en.get(i).cited() + ")");
        }
        return line.words(more(da.size() - told)).words(told == 0 ? "" : ".");
    }

    private static String withoutInterval(String figure) {
        return figure.replaceFirst(" \\(.*", "");
    }

    /** What happens and no register will show. */
    private Optional<Line> unseen(int room) {
        List<Text> unseen = sheet.list("views").stream().filter(v -> v.get("register").equals(Sheet.NOTHING)).map(v -> sheet.measure((String) v.get("id")).label()).toList();
        return labels(new Text("Kan ikke ses i noget register: ", "Cannot be seen in any register: "), unseen, room).map(line -> line.at("n-rights"));
    }

    private Optional<Line> told(Text before, String direction, int room) {
        return labels(before, figures(c -> c.get("direction").equals(direction)), room).map(line -> line.at("n-citizens"));
    }

    private Optional<Line> pulled(int side, Text before, int room) {
        return labels(before, figures(c -> c.get("pull").equals(side) && !c.get("direction").equals("hangs") && !c.get("direction").equals("unclear")), room).map(line -> line.at("n-citizens"));
    }

    private List<Text> figures(Function<Map<String, Object>, Boolean> which) {
        return sheet.list("citizens").stream().filter(which::apply).map(c -> sheet.measure((String) c.get("id")).label()).toList();
    }

    /** As many as fill so many lines, after these words, the shortest first; the rest are counted. Empty where there is nothing to tell. */
    private Optional<Line> labels(Text before, List<Text> all, int room) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Text> shortest = all.stream().sorted(Comparator.comparing(label -> label.da().length() + label.en().length())).map(Sheet::inside).toList();
        int told = all.size();
        int most = Math.max(room, linesOf(before, shortest, 1));
        while (told > 1 && linesOf(before, shortest, told) > most) {
            told--;
        }
        return Optional.of(first(told, before, shortest));
    }

    private int linesOf(Text before, List<Text> all, int told) {
        return first(told, before, all).words(REFERENCE).lines(true);
    }

    private Line first(int told, Text before, List<Text> all) {
        return sheet.line().words(before).words(Sheet.listed(all.subList(0, told))).words(more(all.size() - told));
    }

    private static Text more(int number) {
        return number == 0 ? Text.same("") : new Text(" og " + number + " til", " and " + number + " more");
    }

    // ---- alternatives ----

    /** All with what they change where it matters most, the best first, and why they were not chosen. */
    private void alternatives() {
        String title = say("Alternativer, og hvorfor de ikke er valgt", "Alternatives, and why they were not chosen");
        List<Map<String, Object>> all = new ArrayList<>(sheet.list("alternatives"));
        // Of what the notes tell most of them by, the last harm that is counted: those before it, such as a missed deadline, are what it comes of.
        long most = all.stream().flatMap(a -> told(a).stream()).collect(Collectors.groupingBy(m -> m, Collectors.counting())).values().stream().mapToLong(n -> n).max().orElse(0);
        List<Measure> common = sheet.measures().stream().filter(m -> all.stream().filter(a -> told(a).contains(m)).count() == most).toList();
        Optional<Measure> by = common.stream().filter(m -> m.good() < 0 && TwoPages.isCounted(m)).reduce((first, last) -> last)
                .or(() -> common.stream().findFirst());
        if (all.isEmpty() || by.isEmpty()) {
            sheet.field(title, List.of(sheet.line().missing("alternativer", "alternatives").at("n-alternatives")), false);
            return;
        }
        Measure measure = by.get();
        Map<Object, Found> found = new LinkedHashMap<>();
        all.stream().filter(a -> told(a).contains(measure)).forEach(a -> difference((String) a.get("id"), measure).ifPresent(f -> found.put(a.get("id"), f)));
        all.sort(Comparator.comparingDouble((Map<String, Object> a) -> found.containsKey(a.get("id")) ? -measure.good() * found.get(a.get("id")).estimate().mean() : 0));
        List<Table.Row> rows = new ArrayList<>();
        difference(Variant.CURRENT_LAW, measure).ifPresent(f -> rows.add(sheet.row(say("Gældende ret, ingen ændring", "Current law, no change") + sheet.at("n-citizens"),
                List.of(sheet.line().claim(sheet.written.differenceInRange(f)), sheet.line().words("Formålet", "The purpose").at("n-introduction")))));
        all.stream().limit(ALTERNATIVES).forEach(a -> rows.add(sheet.row(sheet.inLanguage(a.get("label")), List.of(
                Optional.ofNullable(found.get(a.get("id"))).map(f -> sheet.line().claim(sheet.written.differenceInRange(f))).orElseGet(() -> otherwise(a)), rejected(a)))));
        String bracket = sheet.run.range().isPresent() ? say("rimeligt interval", "plausible range") : say("95 pct.-interval", "95% interval");
        Table table = new Table("", measure.label().in(sheet.language) + sheet.written.unit(measure) + say(" i alt på et år (", ", all in a year (")
                + bracket + say("). †: usikker", "). †: unsure")
                + (sheet.held(sheet.language).misfits().stream().anyMatch(m -> m.measure().equals(measure)) ? say(". Se felt 9", ". See field 9") : ""), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER, Table.Alignment.TEXT),
                List.of(sheet.row(say("Alternativ", "Alternative") + sheet.at("n-alternatives"), Stream.of(say("Forskel fra lovforslaget", "Difference from the bill"), say("Hvorfor ikke valgt", "Why not chosen")).map(w -> sheet.line().words(w)).toList())),
                rows, true);
        List<Line> left = all.size() <= ALTERNATIVES ? List.of() : List.of(sheet.line().words("Også beregnet: ", "Also computed: ")
                .words(Sheet.both(all.stream().skip(ALTERNATIVES).map(a -> Sheet.quoted((Text) a.get("label"))).toList())));
        sheet.field(title, left, false, List.of(table));
    }

    private Optional<Found> difference(String variant, Measure measure) {
        return Found.difference(sheet.run, variant, measure, Cells.ALL);
    }

    /** What the notes tell an alternative by. */
    private List<Measure> told(Map<String, Object> alternative) {
        List<Object> labels = Sheet.<List<Map<String, String>>>cast(alternative.get("differences")).stream().<Object>map(d -> d.get("label")).toList();
        return sheet.measures().stream().filter(m -> labels.contains(m.label().in(sheet.language))).toList();
    }

    /** An alternative that the notes tell by something else, since it moves nothing of the usual. */
    private Line otherwise(Map<String, Object> alternative) {
        return told(alternative).stream().findFirst().flatMap(m -> difference((String) alternative.get("id"), m))
                .map(f -> sheet.line().words(f.measure().label()).words(": ").claim(sheet.written.withUnit(f.measure(), sheet.written.differenceInRange(f))))
                .orElseGet(() -> sheet.line().words(Sheet.NOTHING));
    }

    private Line rejected(Map<String, Object> alternative) {
        return Sheet.optional(alternative, "rejected").map(why -> sheet.line().fitted(sheet.fit((Text) why, 2)).at("n-alternatives")).orElseGet(() -> sheet.line().missing());
    }

    // ---- the hearing, and what has changed ----

    private void hearing() {
        List<Line> lines = new ArrayList<>();
        notes.hearing().filter(BillNotes.Hearing::isTold).ifPresent(h -> {
            Line line = sheet.line().words(h.parties().isEmpty() ? Text.same("") : new Text(h.parties().size() + " hørte. ", h.parties().size() + " consulted. "));
            lines.add(h.changed().isPresent()
                    ? line.fitted(sheet.fit(h.changed().get(), 4)).at("n-hearing")
                    : line.missing("hvem der indvendte hvad, og hvad der er ændret", "who objected to what, and what was changed").at("n-hearing"));
        });
        if (lines.isEmpty()) {
            lines.add(sheet.line().missing("høringen", "the consultation").at("n-hearing"));
        }
        sheet.field(say("Høringen", "The consultation"), lines, false);
    }

    private void changes() {
        Optional<Text> changes = notes.summary().changes();
        sheet.field(say("Ændret siden sidste version", "Changed since the last version"), List.of(changes.isPresent()
                ? sheet.line().words(changes.get())
                : sheet.line().missing("hvad der er ændret, eller at dette er den første version", "what has changed, or that this is the first version")), false);
    }

    // ---- questions ----

    /** From what is missing, what turns, what differs without reason, what the procedure leaves out, what is only promised, what is assumed. */
    private void questions() {
        List<Line> all = new ArrayList<>();
        List<Text> poor = Stream.of(Authority.values())
                .filter(a -> Optional.ofNullable(notes.authorities().get(a)).flatMap(BillNotes.ForAuthority::economy).filter(e -> e.none() || !e.amounts().isEmpty()).isEmpty())
                .map(Authority::label)
                .toList();
        if (!poor.isEmpty()) {
            all.add(question(Sheet.both(poor), "Hvad vil lovforslaget koste %s?", "What will the bill cost %s?").at("n-economy"));
        }
        sheet.one("worst").ifPresent(told -> all.add(question(Sheet.inside(sheet.measure((String) told.get("id")).label()),
                "Hvorfor rammes gruppe " + told.get("group") + " oftere end gruppe " + told.get("bestGroup") + " af %s?",
                "Why is group " + told.get("group") + " affected more often than group " + told.get("bestGroup") + " by %s?").at("n-beyond")));
        missingRight().ifPresent(all::add);
        Stream.of("hangs", "unclear").flatMap(direction -> sheet.list("citizens").stream().filter(c -> c.get("direction").equals(direction))).findFirst()
                .map(c -> sheet.measure((String) c.get("id")).inSentence()).ifPresent(m -> all.add(question(new Text(closed(m.da()), closed(m.en())),
                "Hvordan vil ministeren få belyst, om %s stiger eller falder?", "How will the minister find out whether %s rises or falls?").at("n-citizens")));
        sheet.drafting.assessed().ifPresent(assessed -> assessed.assessment().safeguards().stream()
                .filter(s -> !s.status().counts() || s.anchor() != Safeguard.Anchor.ACT)
                .findFirst()
                .map(s -> new Text(s.label().orOther(Language.DA), s.label().orOther(Language.EN)))
                .ifPresent(s -> all.add(question(Sheet.quoted(s), "Hvorfor står %s ikke i lovforslaget?", "Why is %s not in the bill?").at("n-beyond"))));
        sheet.list("alternatives").stream().filter(a -> Sheet.optional(a, "rejected").isEmpty()).findFirst().map(a -> Sheet.quoted((Text) a.get("label"))).ifPresent(a -> all.add(question(a,
                "Hvorfor er %s ikke valgt?", "Why was %s not chosen?").at("n-alternatives")));
        sheet.list("views").stream().filter(v -> v.get("register").equals(Sheet.NOTHING)).findFirst().map(v -> Sheet.quoted(sheet.measure((String) v.get("id")).label())).ifPresent(v -> all.add(question(v,
                "Hvordan vil ministeren følge %s, som intet register viser?", "How will the minister follow %s, which no register shows?").at("n-rights")));
        all.add(question(Text.same(""), "Hvilke af modellens antagelser vil ministeren lade undersøge før ikrafttræden?", "Which assumptions of the model will the minister have examined before entry into force?"));
        sheet.field(say("Spørgsmål, et udvalg kan stille ministeren", "Questions a committee can put to the minister"), Sheet.within(all.subList(0, Math.min(QUESTIONS, all.size())), true), true);
    }

    /** @param of what stands for {@code %s} */
    private Line question(Text of, String danish, String english) {
        return sheet.line().words(danish.replace("%s", of.da()), english.replace("%s", of.en()));
    }

    /** A clause within it is closed by a comma. */
    private static String closed(String words) {
        return words.contains(",") ? words + "," : words;
    }

    /** Of the decision that has the fewest guarantees secured, the first that is not. */
    private Optional<Line> missingRight() {
        List<Text> rights = Sheet.cast(sheet.list("rightNames"));
        List<Map<String, Object>> most = sheet.list("rights").stream().sorted(Comparator.comparing(SecondPage::missing).reversed()).limit(1).toList();
        return most.stream().filter(decision -> missing(decision) > 0).findFirst().map(decision -> {
            Text right = rights.get(Sheet.<List<String>>cast(decision.get("standings")).indexOf(NOT_SECURED));
            return question(Sheet.quoted((Text) decision.get("label")),
                    "Hvordan sikres " + withoutReference(right.da()) + ", før %s får virkning?",
                    "How is " + withoutReference(right.en()) + " ensured before %s takes effect?").at("n-rights");
        });
    }

    /** How many guarantees a decision does not have on every path. */
    private static int missing(Map<String, Object> decision) {
        return Collections.frequency(Sheet.<List<String>>cast(decision.get("standings")), NOT_SECURED);
    }

    private static String withoutReference(String right) {
        return right.replaceFirst(" \\(.*\\)", "");
    }

    // ---- where it is from ----

    private void fingerprint() {
        List<Line> lines = new ArrayList<>();
        notes.caveat().ifPresent(caveat -> lines.add(sheet.line().fitted(sheet.fit(caveat, 2))));
        Line line = sheet.line().words("Lovforslagets version: ", "Version of the bill: ");
        notes.summary().version().ifPresentOrElse(line::words, line::missing);
        line.words(". Kørsel ", ". Run ").words(sheet.run.manifest().run() + ": ").words(sheet.written.percent(sheet.run.manifest().scale(), 0))
                .words(" af de omfattede, ", " of those covered, ").words(String.valueOf(sheet.run.manifest().replications())).words(" gentagelser", " replications")
                .words(". Disposition: ", ". Outline: ").words(sheet.drafting.edition().id());
        Optional<Assessment> assessment = sheet.drafting.assessed().map(Assessed::assessment);
        line.words(". Dato: ", ". Date: ");
        assessment.flatMap(Assessment::latest).ifPresentOrElse(d -> line.words(sheet.written.date(d)), line::missing);
        assessment.ifPresent(a -> line.words(" (konsekvensanalysen; spørgsmålsbank " + a.bank() + ")", " (the assessment; question bank " + a.bank() + ")"));
        line.words(". Kontakt: ", ". Contact: ");
        notes.summary().contact().ifPresentOrElse(line::words, line::missing);
        line.words(". Næste gennemgang: ", ". Next review: ");
        notes.summary().review().or(() -> sheet.drafting.assessed().flatMap(a -> a.assessment().decision()).map(Decision::review)).ifPresentOrElse(d -> line.words(sheet.written.date(d)), line::missing);
        line.words(". Endnu ikke skrevet: ", ". Not yet written: ").words(String.valueOf(NotesDocuments.gaps(sheet.whole).size())).words(" punkter i bemærkningerne og ", " points in the notes and ")
                .words(String.valueOf(sheet.gaps() + line.gaps())).words(" her uden for skemaet.", " here outside the table.");
        lines.add(line);
        sheet.field(say("Version, kørsel og kontakt", "Version, run and contact"), lines, false);
    }

    private String say(String danish, String english) {
        return sheet.say(danish, english);
    }
}
