package dk.lovproeve.report;

import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Safeguard;
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
    private static final int KNOWN = 3;

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
            lines.add(sheet.line().missing(say("den dataetiske konsekvensanalyse", "the data-ethics impact assessment")).at("n-beyond"));
        }
        sheet.field(say("De største risici, og hvad der er gjort ved dem", "The largest risks, and what is done about them"), lines, false, tables);
    }

    private Optional<Line> redLines() {
        List<String> lines = Sheet.<List<Text>>cast(sheet.list("redLines")).stream().map(l -> l.in(sheet.language)).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(sheet.line().strong(lines.size() == 1 ? say("En rød linje", "One red line") : lines.size() + say(" røde linjer", " red lines"))
                .words(say(", som ingen foranstaltning opvejer, er overskredet: ", lines.size() == 1 ? ", which no safeguard outweighs, is crossed: " : ", which no safeguard outweighs, are crossed: "))
                .words(String.join(" ", lines)).at("n-beyond"));
    }

    /** Of two risks at the same level the graver harm is the larger, then the one that hits more groups so hard, then the likelier. */
    private static final Comparator<RiskLevel> LARGEST_HARM = Comparator.comparing((RiskLevel r) -> r.after().level())
            .thenComparing(r -> r.risk().groups().values().stream().flatMap(e -> e.severity().values().stream()).max(Comparator.naturalOrder()).orElse(0))
            .thenComparing(r -> r.groups().values().stream().filter(g -> g.after().level() == r.after().level()).count())
            .thenComparing(r -> r.groups().values().stream().flatMap(g -> g.share().stream()).max(Comparator.naturalOrder()).orElse(0.0));

    private Table risks(List<RiskLevel> shown, List<RiskLevel> all, List<Safeguard> safeguards) {
        List<Table.Row> rows = shown.stream()
                .map(risk -> sheet.row(risk.risk().label().orOther(sheet.language), List.of(sheet.line().words(levels(risk)), sheet.line().words(done(risk, safeguards)))))
                .toList();
        Table.Row head = sheet.row(say("Risiko", "Risk"), Stream.of(
                say("Niveau", "Level"), say("Foranstaltninger (hvor de står, status)", "Safeguards (where they stand, status)")).map(w -> sheet.line().words(w)).toList());
        return new Table("", say("Niveau uden foranstaltninger → med det besluttede → hvis det foreslåede kom med, for den gruppe, der er værst stillet",
                "Level without safeguards → with what is decided → if what is proposed were added, for the group that is worst placed") + left(all.subList(shown.size(), all.size()), all.size()), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT), List.of(head), rows, true);
    }

    /** The levels as the table of the notes writes them. */
    private String levels(RiskLevel risk) {
        List<String> levels = Stream.of("before", "after", "possible").map(k -> level(risk, k)).toList();
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
        List<Map<String, Object>> departures = sheet.list("principles").stream().filter(p -> Boolean.TRUE.equals(p.get("departs"))).toList();
        List<Map<String, Object>> reasoned = departures.stream().filter(p -> Sheet.optional(p, "because").isPresent()).toList();
        Map<String, List<String>> unreasoned = departures.stream().filter(p -> !reasoned.contains(p)).collect(Collectors.groupingBy(
                p -> stand(p).in(sheet.language), LinkedHashMap::new, Collectors.mapping(p -> p.get("number") + ". " + name(p).in(sheet.language), Collectors.toList())));
        unreasoned.forEach((stand, names) -> lines.add(sheet.line().words(Sheet.upper(stand) + ": ").strong(String.join("; ", names)).words(". ").missing(say("begrundelse", names.size() == 1 ? "the reason" : "the reasons"))));
        if (!unwritten.isEmpty()) {
            lines.add(sheet.line().missing(say("princip ", unwritten.size() == 1 ? "principle " : "principles ") + sheet.and(unwritten)));
        } else if (departures.isEmpty()) {
            lines.add(sheet.line().words(say("Ingen af de syv principper er fraveget.", "None of the seven principles is departed from.")));
        }
        int room = (Sheet.MOST_LINES - Sheet.linesOf(lines, true)) / Math.max(1, reasoned.size());
        lines.addAll(0, reasoned.stream().map(p -> reasoned(p, room)).toList());
        sheet.field(say("Fravigelser fra principperne for digitaliseringsklar lovgivning", "Departures from the principles of digital-ready legislation") + sheet.at("n-principles"), lines, true);
    }

    private Line reasoned(Map<String, Object> principle, int room) {
        Text before = new Text("0. " + name(principle).da() + " " + stand(principle).da() + ". " + REFERENCE, "0. " + name(principle).en() + " " + stand(principle).en() + ". " + REFERENCE);
        return sheet.line().strong(principle.get("number") + ". " + name(principle).in(sheet.language)).words(" " + stand(principle).in(sheet.language) + ". "
                + sheet.fit(before, (Text) Sheet.optional(principle, "because").orElseThrow(), room)).at("n-principle-" + principle.get("number"));
    }

    private static Text name(Map<String, Object> principle) {
        return (Text) principle.get("name");
    }

    private static Text stand(Map<String, Object> principle) {
        return (Text) Sheet.optional(principle, "label").orElseThrow();
    }

    /** As long as a reference to a section. */
    private static final String REFERENCE = " (section 5.4.1)";

    // ---- what is not known ----

    /** Each gets two lines, and one where there is no more room; the last are left out where there is none. */
    private void unknown() {
        List<IntFunction<Optional<Line>>> all = List.of(
                room -> ExperimentSpec.isTooSmallToQuote(sheet.run.manifest().scale()) ? Optional.of(sheet.line().words(say("Kørslen er for lille til at citere.", "The run is too small to quote."))) : Optional.empty(),
                room -> Optional.of(assumed()),
                room -> known(),
                room -> pulled(1, say("Med andre antagelser oftest højere: ", "With other assumptions most often higher: "), room),
                room -> pulled(-1, say("Med andre antagelser oftest lavere: ", "With other assumptions most often lower: "), room),
                room -> told(say("Op eller ned afhænger af antagelserne: ", "Up or down depends on the assumptions: "), "hangs", room),
                room -> told(say("Kan være tilfældigt: ", "May be chance: "), "unclear", room),
                room -> unseen(room));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int left = Sheet.MOST_LINES - Sheet.linesOf(lines, true);
            long after = all.subList(i + 1, all.size()).stream().filter(f -> f.apply(1).isPresent()).count();
            int room = (int) Math.max(1, Math.min(2, left - after));
            all.get(i).apply(room).filter(line -> line.lines(true) <= left).ifPresent(lines::add);
        }
        sheet.field(say("Hvad vi ikke ved", "What we do not know"), lines, true);
    }

    private Line assumed() {
        List<Parameter> all = sheet.scenario.bill().model().parameters();
        long assumed = all.stream().filter(Parameter::isAssumed).count();
        Line line = sheet.line().words(say(assumed + " af modellens " + all.size() + " tal er helt eller delvis antaget. ", assumed + " of the model's " + all.size() + " numbers are wholly or partly assumed. "));
        if (sheet.run.sensitivity().isPresent()) {
            return turned(line, sheet.run.sensitivity().get().parameters());
        }
        return line.words(sheet.run.range().map(r -> say(
                        "Kørslen flytter dem alle på én gang; hvilket tal der vejer tungest, og hvor en konklusion vender, er ikke beregnet.",
                        "The run moves them all at once; which weighs most, and where a conclusion turns, has not been computed.")).orElse(say(
                        "De er ikke flyttet i kørslen: hvad der hænger på dem, er ikke beregnet.", "The run did not move them: what depends on them has not been computed.")));
    }

    /** At what value a conclusion turns: the one that is nearest to it. */
    private Line turned(Line line, int tried) {
        WeightiestAssumptions weightiest = new WeightiestAssumptions(sheet.scenario, sheet.run, sheet.language, sheet.written);
        Optional<Turn> nearest = weightiest.changes().stream()
                .flatMap(c -> c.turning().stream().map(e -> new Turn(c, e)))
                .min(Comparator.comparingDouble(t -> Math.abs(t.effect().turnsAt().orElseThrow())));
        if (nearest.isEmpty()) {
            return line.words(say("Flyttet ét ad gangen vender ingen af " + tried + " tal en ændring, der ikke kan være tilfældig.", "Moved one at a time, none of " + tried + " numbers turns a change that cannot be chance."));
        }
        long turning = weightiest.turning();
        Effect effect = nearest.get().effect();
        String what = sheet.quoted(nearest.get().change().measure().label());
        String assumption = sheet.quoted(weightiest.label(effect));
        return line.words(say(
                        "Flyttet ét ad gangen kan " + turning + " af " + tried + " tal vende en ændring; nærmest er " + what + ", når " + assumption + " er omtrent ",
                        "Moved one at a time, " + turning + " of " + tried + " numbers can turn a change; nearest is " + what + ", when " + assumption + " is about "))
                .claim(weightiest.turns(effect).orElseThrow())
                .words(say(" (valgt ", " (chosen ") + weightiest.chosen(effect) + ").");
    }

    private record Turn(WeightiestAssumptions.Change change, Effect effect) {}

    /** How the model stands to what is known; what it misses is named with both figures. */
    private Optional<Line> known() {
        HeldAgainst held = new HeldAgainst(sheet.scenario, sheet.run.outcomes(), sheet.run.manifest().days(), sheet.run.manifest().scale(), sheet.language);
        int judged = Stream.of(Target.Use.values()).mapToInt(held::judged).sum();
        if (judged == 0) {
            return Optional.empty();
        }
        List<HeldAgainst.Row> missed = Stream.of(Target.Use.values()).flatMap(use -> held.rows(use).stream()).filter(r -> r.met().equals(Optional.of(false))).toList();
        int set = held.judged(Target.Use.CALIBRATION);
        int inSpan = Stream.of(Target.Use.values()).mapToInt(held::withinSpan).sum();
        String fits = say((judged - missed.size()) + " af " + judged + " kendte tal passer", (judged - missed.size()) + " of " + judged + " known figures fit")
                + (set == 0 ? "" : say(" (" + set + " er modellen sat efter)", " (the model is set to " + set + ")"))
                // That nothing is missed says little where only a span is known.
                + (missed.isEmpty() ? inSpan == 0 ? "" : say("; " + inSpan + " af dem kun inden for et kendt spænd", "; " + inSpan + " of them only within a known span") : say(". Uden for: ", ". Outside: "));
        int told = missed.size();
        while (told > 1 && known(fits, missed, told).lines(true) > KNOWN) {
            told--;
        }
        return Optional.of(known(fits, missed, told));
    }

    private Line known(String fits, List<HeldAgainst.Row> missed, int told) {
        Line line = sheet.line().words(fits);
        for (int i = 0; i < told; i++) {
            HeldAgainst.Row row = missed.get(i);
            line.words((i == 0 ? "" : "; ") + sheet.lower(row.label()) + ": ").claim(row.model().replaceFirst(" \\(.*", "")).words(say(" mod kendt ", " against known ") + row.known());
        }
        return line.words(told == missed.size() ? "." : more(missed.size() - told) + ".");
    }

    /** What happens and no register will show. */
    private Optional<Line> unseen(int room) {
        List<String> unseen = sheet.list("views").stream().filter(v -> v.get("register").equals(Sheet.NOTHING)).map(v -> sheet.inLanguage(v.get("label")).replaceFirst(" \\([^)]*\\)$", "")).toList();
        return labels(say("Intet register ser: ", "No register sees: "), unseen, room).map(line -> line.at("n-rights"));
    }

    private Optional<Line> told(String before, String direction, int room) {
        return labels(before, figures(c -> c.get("direction").equals(direction)), room).map(line -> line.at("n-citizens"));
    }

    private Optional<Line> pulled(int side, String before, int room) {
        return labels(before, figures(c -> c.get("pull").equals(side) && !c.get("direction").equals("hangs") && !c.get("direction").equals("unclear")), room).map(line -> line.at("n-citizens"));
    }

    private List<String> figures(Function<Map<String, Object>, Boolean> which) {
        return sheet.list("citizens").stream().filter(which::apply).map(c -> (String) c.get("label")).toList();
    }

    /** As many as fill so many lines, after these words; the rest are counted. Empty where there is nothing to tell. */
    private Optional<Line> labels(String before, List<String> all, int room) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int told = all.size();
        int most = Math.max(room, linesOf(before + some(all, 1)));
        while (told > 1 && linesOf(before + some(all, told)) > most) {
            told--;
        }
        return Optional.of(sheet.line().words(before + some(all, told)));
    }

    private int linesOf(String words) {
        return sheet.line().words(words + REFERENCE).lines(true);
    }

    /** The shortest first, so that many have room. */
    private String some(List<String> all, int told) {
        String words = all.stream().sorted(Comparator.comparing(String::length)).limit(told).map(sheet::lower).collect(Collectors.joining("; "));
        return told == all.size() ? words : words + more(all.size() - told);
    }

    private String more(int number) {
        return say(" og " + number + " til", " and " + number + " more");
    }

    // ---- alternatives ----

    /** All with what they change where it matters most, the best first, and why they were not chosen. */
    private void alternatives() {
        String title = say("Alternativer, og hvorfor de ikke er valgt", "Alternatives, and why they were not chosen") + sheet.at("n-alternatives");
        List<Map<String, Object>> all = new ArrayList<>(sheet.list("alternatives"));
        // The last harm that is counted: those before it, such as a missed deadline, are what it comes of.
        Optional<Measure> by = measured.stream().filter(TwoPages::isCounted).reduce((first, last) -> last)
                .or(() -> sheet.scenario.bill().model().procedure().measures().stream().filter(m -> m.headline() && m.good() != 0).findFirst())
                .or(() -> measured.stream().findFirst());
        if (all.isEmpty() || by.isEmpty()) {
            sheet.field(title, List.of(sheet.line().missing(say("alternativer", "alternatives"))), false);
            return;
        }
        Measure measure = by.get();
        Map<Object, Found> found = new LinkedHashMap<>();
        all.forEach(a -> difference((String) a.get("id"), measure).ifPresent(f -> found.put(a.get("id"), f)));
        all.sort(Comparator.comparingDouble((Map<String, Object> a) -> found.containsKey(a.get("id")) ? -measure.good() * found.get(a.get("id")).estimate().mean() : 0));
        List<Table.Row> rows = new ArrayList<>();
        difference(Variant.CURRENT_LAW, measure).ifPresent(f -> rows.add(sheet.row(say("Gældende ret (ingen ændring)", "Current law (no change)"),
                List.of(sheet.line().claim(sheet.written.differenceInRange(f)), sheet.line().words(say("Formålet", "The purpose")).at("n-introduction")))));
        all.stream().limit(ALTERNATIVES).forEach(a -> rows.add(sheet.row(sheet.inLanguage(a.get("label")), List.of(
                sheet.line().claim(Optional.ofNullable(found.get(a.get("id"))).map(sheet.written::differenceInRange).orElse(Sheet.NOTHING)), rejected(a)))));
        String bracket = sheet.run.range().isPresent() ? say("rimeligt interval", "plausible range") : say("95 pct.-interval", "95% interval");
        Table table = new Table("", measure.label().in(sheet.language) + sheet.written.unit(measure) + say(", alle på et år: forskel fra lovforslaget (", ", all in a year: difference from the bill (")
                + bracket + say("; bilagets ark Forskelle). †: usikker", "; the annex, sheet Differences). †: unsure"), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER, Table.Alignment.TEXT),
                List.of(sheet.row(say("Alternativ", "Alternative"), List.of(sheet.line().words(say("Forskel", "Difference")), sheet.line().words(say("Hvorfor ikke valgt", "Why not chosen"))))),
                rows, true);
        List<Line> left = all.size() <= ALTERNATIVES ? List.of() : List.of(sheet.line().words(say("Også beregnet: ", "Also computed: ")
                + sheet.and(all.stream().skip(ALTERNATIVES).map(a -> sheet.quoted(a.get("label"))).toList())));
        sheet.field(title, left, false, List.of(table));
    }

    private Optional<Found> difference(String variant, Measure measure) {
        return Found.difference(sheet.run, variant, measure, Cells.ALL);
    }

    private Line rejected(Map<String, Object> alternative) {
        return Sheet.optional(alternative, "rejected").map(why -> sheet.line().words(sheet.fit((Text) why, 2))).orElseGet(() -> sheet.line().missing());
    }

    // ---- the hearing, and what has changed ----

    private void hearing() {
        List<Line> lines = new ArrayList<>();
        notes.hearing().filter(BillNotes.Hearing::isTold).ifPresent(h -> {
            Line line = sheet.line().words(h.parties().isEmpty() ? "" : say(h.parties().size() + " hørte. ", h.parties().size() + " consulted. "));
            lines.add(h.changed().isPresent()
                    ? line.words(sheet.fit(h.changed().get(), 4)).at("n-hearing")
                    : line.missing(say("hvem der indvendte hvad, og hvad der er ændret", "who objected to what, and what was changed")).at("n-hearing"));
        });
        if (lines.isEmpty()) {
            lines.add(sheet.line().missing(say("høringen", "the consultation")).at("n-hearing"));
        }
        sheet.field(say("Høringen", "The consultation"), lines, false);
    }

    private void changes() {
        Optional<Text> changes = notes.summary().changes();
        sheet.field(say("Ændret siden sidste version", "Changed since the last version"), List.of(changes.isPresent()
                ? sheet.line().words(sheet.fit(changes.get(), 3))
                : sheet.line().missing(say("hvad der er ændret, eller at dette er den første version", "what has changed, or that this is the first version"))), false);
    }

    // ---- questions ----

    /** From what is missing, what turns, what differs without reason, what the procedure leaves out, what is only promised, what is assumed. */
    private void questions() {
        List<Line> all = new ArrayList<>();
        List<String> poor = Stream.of(Authority.values())
                .filter(a -> Optional.ofNullable(notes.authorities().get(a)).flatMap(BillNotes.ForAuthority::economy).filter(e -> e.none() || !e.amounts().isEmpty()).isEmpty())
                .map(a -> a.label().in(sheet.language))
                .toList();
        if (!poor.isEmpty()) {
            all.add(question("Hvad vil lovforslaget koste " + sheet.and(poor), "What will the bill cost " + sheet.and(poor)).at("n-economy"));
        }
        sheet.one("worst").ifPresent(told -> all.add(question(
                "Hvad er grunden til, at gruppe " + told.get("group") + " rammes oftere end gruppe " + told.get("bestGroup") + " af " + sheet.lower(told.get("label")),
                "What is the reason that group " + told.get("group") + " is hit more often than group " + told.get("bestGroup") + " by " + sheet.lower(told.get("label"))).at("n-beyond")));
        missingRight().ifPresent(all::add);
        Stream.of("hangs", "unclear").flatMap(direction -> sheet.list("citizens").stream().filter(c -> c.get("direction").equals(direction))).findFirst().ifPresent(c -> all.add(question(
                "Hvordan vil ministeren få belyst, om " + c.get("sentence") + " stiger eller falder", "How will the minister find out whether " + c.get("sentence") + " rises or falls").at("n-citizens")));
        sheet.drafting.assessed().ifPresent(assessed -> assessed.assessment().safeguards().stream()
                .filter(s -> !s.status().counts() || s.anchor() != Safeguard.Anchor.ACT)
                .findFirst()
                .map(s -> sheet.quoted(s.label().orOther(sheet.language)))
                .ifPresent(s -> all.add(question("Hvad er grunden til, at " + s + " ikke står i lovforslaget", "What is the reason that " + s + " is not in the bill").at("n-beyond"))));
        sheet.list("alternatives").stream().filter(a -> Sheet.optional(a, "rejected").isEmpty()).findFirst().map(a -> sheet.quoted(a.get("label"))).ifPresent(a -> all.add(question(
                "Hvad er grunden til, at " + a + " ikke er valgt", "What is the reason that " + a + " was not chosen").at("n-alternatives")));
        sheet.list("views").stream().filter(v -> v.get("register").equals(Sheet.NOTHING)).findFirst().map(v -> sheet.quoted(v.get("label"))).ifPresent(v -> all.add(question(
                "Hvordan vil ministeren følge " + v + ", som intet register ser", "How will the minister follow " + v + ", which no register sees").at("n-rights")));
        all.add(question("Hvilke af modellens antagelser vil ministeren lade undersøge før ikrafttræden", "Which assumptions of the model will the minister have examined before entry into force"));
        sheet.field(say("Spørgsmål, et udvalg kan stille ministeren", "Questions a committee can put to the minister"), Sheet.within(all.subList(0, Math.min(QUESTIONS, all.size())), true), true);
    }

    private Line question(String danish, String english) {
        return sheet.line().words(say(danish, english) + "?");
    }

    private Optional<Line> missingRight() {
        List<Text> rights = Sheet.cast(sheet.list("rightNames"));
        for (Map<String, Object> decision : sheet.list("rights")) {
            List<String> standings = Sheet.cast(decision.get("standings"));
            int missing = standings.indexOf("not-on-every-path");
            if (missing >= 0) {
                String right = rights.get(missing).in(sheet.language).replaceFirst(" \\(.*\\)", "");
                String what = sheet.quoted(decision.get("label"));
                return Optional.of(question("Hvordan sikres " + right + ", før " + what + " får virkning", "How is " + right + " ensured before " + what + " takes effect").at("n-rights"));
            }
        }
        return Optional.empty();
    }

    // ---- where it is from ----

    private void fingerprint() {
        Line line = sheet.line().words(say("Lovforslagets version: ", "Version of the bill: "));
        notes.summary().version().ifPresentOrElse(v -> line.words(v.in(sheet.language)), () -> line.missing(say("version", "version")));
        line.words(say(". Kørsel ", ". Run ") + sheet.run.manifest().run() + ": " + sheet.written.percent(sheet.run.manifest().scale(), 0)
                + say(" af de omfattede, ", " of those covered, ") + sheet.run.manifest().replications() + say(" gentagelser, ", " replications, ")
                + sheet.run.manifest().days() + say(" dage fra den ", " days from ") + sheet.written.date(sheet.scenario.bill().model().firstDay())
                + say(". Disposition: ", ". Outline: ") + sheet.drafting.edition().id() + ". ");
        notes.caveat().ifPresent(caveat -> line.words(sheet.fit(caveat, 1) + " "));
        line.words(say("Kontakt: ", "Contact: "));
        notes.summary().contact().ifPresentOrElse(c -> line.words(c.in(sheet.language)), () -> line.missing(say("kontakt", "contact")));
        line.words(say(". Ses efter: ", ". To be reviewed: "));
        notes.summary().review().ifPresentOrElse(d -> line.words(sheet.written.date(d)), () -> line.missing(say("dato", "date")));
        line.words(". " + say("Endnu ikke skrevet: ", "Not yet written: ") + NotesDocuments.gaps(sheet.whole).size() + say(" punkter i bemærkningerne og ", " points in the notes and ")
                + (sheet.gaps() + line.gaps()) + say(" her.", " here."));
        sheet.field(say("Version, kørsel og kontakt", "Version, run and contact"), List.of(line), false);
    }

    private String say(String danish, String english) {
        return sheet.say(danish, english);
    }
}
