package dk.lovproeve.report;

import dk.lovproeve.assessment.Band;
import dk.lovproeve.assessment.Item;
import dk.lovproeve.assessment.RiskLevel;
import dk.lovproeve.assessment.Safeguard;
import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.report.SummaryTable.Said;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Elsewhere;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.drawing.TextWidth;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.BillNotes.Authority;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.simulation.WorkedCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two pages that parliament reads: fourteen fields in a fixed order, none longer than seven lines, each line with the
 * section of the notes that it sums up. What a field has no room for is said to be left out, and never cut in a sentence.
 */
final class TwoPages {

    /** The most lines of a field; the table of official words is longer by its nature. */
    static final int MOST_LINES = 7;

    /** Points of the letters, and the width of a line on the page. */
    private static final double SIZE = 11;
    private static final double WIDTH = 480;
    private static final double INDENTED = WIDTH - 20;

    private static final int RISKS = 5;
    /** So many harms that are counted have room beside days and kroner. */
    private static final int HARMS = 3;
    private static final int QUESTIONS = 6;
    /** So many departures have room for their reasons. */
    private static final int REASONS = 2;

    private final Scenario scenario;
    private final Run run;
    private final Drafting drafting;
    private final BillNotes notes;
    private final Language language;
    private final Map<String, Object> model;
    private final Document whole;
    private final Outline outline;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Sums up.
     *
     * @param model what the notes were given
     * @param whole the notes
     */
    TwoPages(Scenario scenario, Run run, Drafting drafting, Language language, Map<String, Object> model, Document whole) {
        this.scenario = scenario;
        this.run = run;
        this.drafting = drafting;
        this.notes = drafting.notes();
        this.language = language;
        this.model = model;
        this.whole = whole;
        this.outline = new Outline(whole);
    }

    /** @throws AuthorException when a field is longer than {@value #MOST_LINES} lines */
    Document document() {
        change();
        beforeAndAfter();
        groups();
        worst();
        money();
        table();
        risks();
        principles();
        unknown();
        alternatives();
        hearing();
        changes();
        questions();
        fingerprint();
        return new Document(scenario.duty().title().in(language),
                say("Lovforslaget på to sider. En modelberegning, ingen prognose. Afsnit: se bemærkningerne.",
                        "The bill in two pages. A model computation, no forecast. Sections: see the notes."),
                language, List.of(), 0, blocks);
    }

    // ---- page 1 ----

    private void change() {
        Line line = new Line().words(fit(scenario.duty().summary(), 4));
        if (notes.summary().from().isPresent()) {
            line.words(" " + say("Ikrafttræden:", "Entry into force:") + " " + notes.summary().from().get().in(language) + ".");
        } else {
            line.words(" ").missing(say("fra hvornår", "from when"));
        }
        field(say("Hvad ændres, for hvem og fra hvornår", "What changes, for whom and from when"), List.of(line.at("n-introduction")), false);
    }

    private void beforeAndAfter() {
        field(say("I dag og efter forslaget", "Today and under the proposal"), List.of(
                new Line().strong(say("I dag.", "Today.")).words(" " + fit(scenario.duty().today(), 3)).at("n-point-0-law"),
                new Line().strong(say("Efter forslaget.", "Under the proposal.")).words(" " + fit(scenario.duty().proposed(), 4)).at("n-point-0-proposed")), false);
    }

    private void groups() {
        List<Map<String, Object>> sizes = list("groupSizes");
        if (sizes.isEmpty()) {
            List<Line> lines = new ArrayList<>();
            for (Map<String, Object> row : list("outcomeRows")) {
                List<String> cells = cells(row);
                if (!cells.get(cells.size() - 1).equals(NOTHING)) {
                    lines.add(new Line().strong(row.get("label") + ":").words(" ").claim(cells.get(cells.size() - 1)).words(say(" på et år", " in a year")).at("n-public"));
                }
            }
            field(say("Hvad der sker på et år", "What happens in a year"), some(lines, MOST_LINES, false, "n-citizens"), false);
            return;
        }
        String many = scenario.duty().subjects().many().in(language);
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(upper(many), sizes.stream().map(size -> new Line().claim(size.get("number")).words(" (").claim(size.get("share")).words(")")).toList()));
        for (Measure measure : measured()) {
            rows.add(row(measure.label().in(language) + written().unit(measure), Cells.GROUPS.stream().map(g -> new Line().claim(perThousand(measure, g))).toList()));
        }
        rows.add(row(say("Mod i dag", "Against today"), Cells.GROUPS.stream().map(g -> new Line().words(placed(g))).toList()));
        Table.Row head = row("", Cells.GROUPS.stream().map(g -> new Line().words(say("Gruppe\u00a0", "Group\u00a0") + g)).toList());
        List<Table.Alignment> columns = Stream.concat(Stream.of(Table.Alignment.TEXT), Cells.GROUPS.stream().map(g -> Table.Alignment.NUMBER)).toList();
        Table table = new Table("", say("Efter lovforslaget på et år, pr. 1.000 " + many + " i gruppen; i parentes ", "Under the bill in a year, per 1,000 " + many + " of the group; in brackets ")
                + (run.range().isEmpty() ? say("95 pct.-intervallet", "the 95% interval") : say("det rimelige interval", "the plausible range")), "",
                columns, List.of(head), rows, true);
        String where = Stream.of("n-beyond", "n-citizens").flatMap(id -> whole(id).stream()).collect(Collectors.joining(say(" og ", " and ")));
        blocks.add(new Section("", say("Tre grupper (afsnit ", "Three groups (sections ") + where + ")", true, List.of(table)));
    }

    private static Table.Row row(String label, List<Line> cells) {
        return new Table.Row(Stream.concat(
                        Stream.of(label.isEmpty() ? List.<Paragraph>of() : List.of(new Paragraph(List.of(new Words(label))))),
                        cells.stream().map(line -> List.of(new Paragraph(line.inlines))))
                .map(paragraphs -> new Table.Cell(paragraphs, 1)).toList());
    }

    /** What citizens spend and lose: their time, the first harms that are counted, days and kroner. */
    private List<Measure> measured() {
        Procedure procedure = scenario.bill().model().procedure();
        List<Measure> harms = procedure.measures().stream()
                .filter(m -> m.headline() && m.good() < 0)
                .filter(m -> Optional.ofNullable(notes.figures().get(m.id())).filter(party -> party != BillNotes.Party.CITIZENS).isEmpty())
                .toList();
        Stream<Measure> time = procedure.actors().stream().filter(a -> a.role() == Actor.Role.SUBJECT).flatMap(a -> a.time().stream())
                .flatMap(id -> procedure.measures().stream().filter(m -> m.id().equals(id))).limit(1);
        Stream<Measure> counted = harms.stream().filter(m -> m.kind() == Measure.Kind.EVENTS || m.kind() == Measure.Kind.SUBJECTS).limit(HARMS);
        Stream<Measure> days = harms.stream().filter(m -> m.kind() == Measure.Kind.DAYS).limit(1);
        Stream<Measure> kroner = harms.stream().filter(m -> m.kind() == Measure.Kind.KRONER).limit(1);
        return Stream.of(time, counted, days, kroner).flatMap(m -> m).toList();
    }

    /** The figure with its plausible range, in which chance is too; with the interval of chance where there is no range. */
    private String perThousand(Measure measure, String group) {
        Optional<Double> base = Subjects.counted(scenario.bill().model().procedure())
                .flatMap(m -> Found.underTheBill(run, m, group)).map(f -> f.estimate().mean()).filter(mean -> mean > 0);
        return base.flatMap(size -> Found.underTheBill(run, measure, group).map(f -> f.times(1000 / size)))
                .map(f -> f.range().isEmpty()
                        ? written().withInterval(measure, f.estimate())
                        : written().alone(measure, f.estimate()) + " (" + written().range(measure, f.range().get().low(), f.range().get().high()) + ")")
                .orElse(NOTHING);
    }

    /** On how many figures a group is surely worse and better placed than under current law. */
    private String placed(String group) {
        if (!run.manifest().variants().contains(Variant.CURRENT_LAW)) {
            return say("ikke beregnet", "not computed");
        }
        Map<String, Object> own = list("placed").stream().filter(p -> p.get("group").equals(group)).findFirst().orElse(Map.of());
        int worse = TwoPages.<List<String>>cast(own.getOrDefault("worse", List.of())).size();
        int better = TwoPages.<List<String>>cast(own.getOrDefault("better", List.of())).size();
        String both = Stream.of(
                worse == 0 ? "" : say("dårligere på ", "worse on ") + worse,
                better == 0 ? "" : say("bedre på ", "better on ") + better).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
        return both.isEmpty() ? say("intet sikkert", "nothing sure") : both + say(" mål", worse + better == 1 ? " figure" : " figures");
    }

    private void worst() {
        List<Line> lines = new ArrayList<>();
        Object worst = model.get("worst");
        if (worst instanceof Map<?, ?> told) {
            lines.add(new Line().strong(say("Gruppe ", "Group ") + told.get("group") + ":").words(" " + lower(told.get("label")) + " ").claim(told.get("rate"))
                    .words(say(" pr. 1.000 på et år (i dag ", " per 1,000 in a year (today ")).claim(told.get("today"))
                    .words(say(") mod ", ") against ")).claim(told.get("best")).words(say(" i gruppe ", " in group ") + told.get("bestGroup")).at("n-beyond"));
        } else {
            lines.add(new Line().words(say("Beregningen skelner ikke mellem grupper, eller forskellen er ikke sikker.", "The computation tells no groups apart, or the difference is not sure.")).at("n-beyond"));
        }
        Optional<WorkedCase> example = notes.summary().example().flatMap(id -> scenario.cases().stream().filter(c -> c.id().equals(id)).findFirst());
        lines.add(example.isPresent()
                ? new Line().strong(EXAMPLE.in(language).strip()).words(" " + outcome(example.get().text(), MOST_LINES - linesOf(lines, false)))
                : new Line().missing(say("et eksempel på, hvad der sker for én af dem", "an example of what happens to one of them")));
        field(say("Hvem der er dårligst stillet", "Who is worst placed"), lines, false);
    }

    private void money() {
        List<Line> lines = new ArrayList<>();
        for (Authority authority : Authority.values()) {
            Optional<BillNotes.Economy> economy = Optional.ofNullable(notes.authorities().get(authority)).flatMap(BillNotes.ForAuthority::economy);
            String name = upper(authority.label().in(language));
            String where = "n-economy-" + authority.key();
            Line line = new Line().strong(name + ":").words(" ");
            if (economy.isEmpty() || !economy.get().none() && economy.get().amounts().isEmpty()) {
                lines.add(line.missing(say("beløb", "amounts")).at(where));
            } else if (economy.get().none()) {
                lines.add(line.words(say("ingen økonomiske konsekvenser", "no economic consequences")).at(where));
            } else {
                String years = economy.get().amounts().stream().flatMap(a -> a.years().keySet().stream()).distinct().sorted().map(year -> {
                    double sum = economy.get().amounts().stream().mapToDouble(a -> a.years().getOrDefault(year, 0.0)).sum();
                    return year + ": " + written().plain(sum);
                }).collect(Collectors.joining("; "));
                lines.add(line.words(say("netto mio. kr. ", "net million kroner ") + years).at(where));
            }
        }
        field(say("Penge (merudgifter er over nul)", "Money (more expenditure is above zero)"), lines, false);
    }

    /** The official table in as few words as it has: of whom there is anything, and where. */
    private void table() {
        SummaryTable official = SummaryTable.of(whole, drafting.edition());
        List<Table.Row> rows = new ArrayList<>();
        for (Table.Row row : official.rows()) {
            List<Table.Cell> cells = new ArrayList<>(List.of(row.cells().get(0)));
            for (Table.Cell cell : row.cells().subList(1, row.cells().size())) {
                List<SummaryTable.Entry> entries = official.entries(cell);
                // The merged cell describes; the others say what there is.
                boolean describes = cell.span() > 1 && entries.get(0).said() == Said.SOMETHING;
                String words = describes ? fit(entries.get(0).words(), 1) : shortly(official, entries);
                cells.add(new Table.Cell(List.of(new Paragraph(List.of(new Words(words)))), cell.span()));
            }
            rows.add(new Table.Row(cells));
        }
        Table.Row head = new Table.Row(Stream.of("", say("Positive konsekvenser", "Positive consequences"), say("Negative konsekvenser", "Negative consequences"))
                .map(words -> new Table.Cell(words.isEmpty() ? List.of() : List.of(new Paragraph(List.of(new Words(words)))), 1)).toList());
        Table table = new Table("", drafting.edition().section(Edition.Subject.TABLE).orElseThrow().heading().text().in(language), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT), List.of(head), rows, true);
        blocks.add(new Section("", say("Skemaet i bemærkningerne", "The table of the notes") + at("n-table"), true, List.of(table)));
    }

    /** Authority by authority, where they differ. */
    private String shortly(SummaryTable official, List<SummaryTable.Entry> entries) {
        Map<String, List<SummaryTable.Entry>> byWhom = entries.stream()
                .collect(Collectors.groupingBy(SummaryTable.Entry::whose, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        byWhom.forEach((whose, own) -> byWord.computeIfAbsent(one(official, own), word -> new ArrayList<>()).add(lower(whose)));
        if (byWord.size() == 1) {
            return upper(byWord.keySet().iterator().next());
        }
        return byWord.entrySet().stream().map(e -> upper(e.getKey()) + ": " + String.join(", ", e.getValue()) + ".").collect(Collectors.joining(" "));
    }

    private String one(SummaryTable official, List<SummaryTable.Entry> entries) {
        String box = entries.stream().filter(e -> e.said() == Said.BOX).map(SummaryTable.Entry::words).collect(Collectors.joining());
        List<SummaryTable.Entry> rest = entries.stream().filter(e -> e.said() != Said.BOX).toList();
        String missing = say("mangler", "missing");
        if (!box.isEmpty()) {
            return rest.isEmpty() ? box : box + ": " + (rest.get(0).said() == Said.MARK ? rest.get(0).words() : missing);
        }
        boolean lacks = rest.stream().anyMatch(e -> e.said() == Said.MISSING);
        List<SummaryTable.Entry> some = rest.stream().filter(e -> e.said() == Said.SOMETHING).toList();
        if (some.isEmpty()) {
            return lacks ? missing : lower(drafting.edition().table().none().text());
        }
        if (some.stream().allMatch(official::isNoneSure)) {
            return say("ingen sikre", "none sure");
        }
        return lacks ? say("ja, noget mangler", "yes, something is missing") : say("ja", "yes");
    }

    // ---- page 2 ----

    private void risks() {
        List<Line> lines = new ArrayList<>();
        long crossed = drafting.assessed().stream().flatMap(a -> a.appraisal().items().stream()).filter(Item::redLine).count();
        if (crossed > 0) {
            lines.add(new Line().strong(crossed == 1 ? say("En rød linje", "One red line") : crossed + say(" røde linjer", " red lines"))
                    .words(crossed == 1 ? say(" overskrides, hvad ingen foranstaltning opvejer", " is crossed, which no safeguard outweighs")
                            : say(" overskrides, hvad ingen foranstaltning opvejer", " are crossed, which no safeguard outweighs")).at("n-beyond"));
        }
        drafting.assessed().filter(a -> !a.appraisal().risks().isEmpty()).ifPresent(assessed -> {
            lines.add(new Line().words(say("Uden foranstaltninger → med det besluttede → også med det foreslåede", "Without safeguards → with what is decided → with what is proposed too")).at("n-beyond"));
            assessed.appraisal().risks().stream()
                    .sorted(LARGEST_HARM.reversed())
                    .limit(RISKS)
                    .forEach(risk -> lines.add(risk(risk, assessed.assessment().safeguards())));
        });
        if (lines.isEmpty()) {
            lines.add(new Line().missing(say("den dataetiske konsekvensanalyse", "the data-ethics impact assessment")).at("n-beyond"));
        }
        field(say("De største risici, og hvad der er gjort ved dem", "The largest risks, and what is done about them"), some(lines, MOST_LINES, true, "n-beyond"), true);
    }

    /** Of two risks at the same level the graver harm is the larger, then the one that hits more groups so hard, then the likelier. */
    private static final Comparator<RiskLevel> LARGEST_HARM = Comparator.comparing((RiskLevel r) -> r.after().level())
            .thenComparing(r -> r.risk().groups().values().stream().flatMap(e -> e.severity().values().stream()).max(Comparator.naturalOrder()).orElse(0))
            .thenComparing(r -> r.groups().values().stream().filter(g -> g.after().level() == r.after().level()).count())
            .thenComparing(r -> r.groups().values().stream().flatMap(g -> g.share().stream()).max(Comparator.naturalOrder()).orElse(0.0));

    private Line risk(RiskLevel risk, List<Safeguard> safeguards) {
        Band possible = risk.groups().values().stream().map(RiskLevel.AtGroup::possible).reduce(Band.NOTHING, Band::and);
        List<Safeguard> own = safeguards.stream().filter(s -> s.lowers().stream().anyMatch(l -> l.risk().equals(risk.risk().id()))).toList();
        String done = own.stream().anyMatch(s -> s.status().counts() && s.anchor() == Safeguard.Anchor.ACT) ? say("i lovforslaget", "in the bill")
                : own.stream().anyMatch(s -> s.status().counts() && s.anchor() == Safeguard.Anchor.ORDER) ? say("overladt til bekendtgørelse", "left to an order")
                : own.stream().anyMatch(s -> s.status().counts()) ? say("besluttet, ikke i loven", "decided, not in the act")
                : own.isEmpty() ? say("intet gjort", "nothing done") : say("kun foreslået", "only proposed");
        List<String> levels = Stream.of(risk.before(), risk.after(), possible).map(b -> b.level().label().in(language)).toList();
        String told = levels.stream().distinct().count() == 1 ? say("forbliver ", "remains ") + levels.get(0) : String.join(" → ", levels);
        return new Line().words(risk.risk().label().orOther(language) + ": " + told + " (" + done + ")");
    }

    private void principles() {
        List<Line> lines = new ArrayList<>();
        List<String> unwritten = new ArrayList<>();
        long departures = list("principles").stream().filter(p -> Boolean.TRUE.equals(p.get("departs"))).count();
        for (Map<String, Object> principle : list("principles")) {
            if (optional(principle, "followed").isEmpty()) {
                unwritten.add((String) principle.get("number"));
            } else if (Boolean.TRUE.equals(principle.get("departs"))) {
                Text name = (Text) principle.get("name");
                Line line = new Line().strong(principle.get("number") + ". " + name.in(language)).words(" " + ((Text) optional(principle, "label").orElseThrow()).in(language));
                // Where many are departed from there is room for the names only; the reasons stand where the line points.
                if (departures <= REASONS) {
                    line.words(": " + fit(((Text) optional(principle, "because").orElseThrow()).in(language), 2));
                }
                lines.add(line.at("n-principle-" + principle.get("number")));
            }
        }
        if (!unwritten.isEmpty()) {
            lines.add(new Line().missing(say("princip ", "principle ") + String.join(", ", unwritten)).at("n-principles"));
        } else if (lines.isEmpty()) {
            lines.add(new Line().words(say("Ingen af de syv principper er fraveget.", "None of the seven principles is departed from.")).at("n-principles"));
        }
        field(say("Fravigelser fra principperne for digitaliseringsklar lovgivning", "Departures from the principles of digital-ready legislation"), some(lines, MOST_LINES, true, "n-principles"), true);
    }

    private void unknown() {
        List<Line> lines = new ArrayList<>();
        if (ExperimentSpec.isTooSmallToQuote(run.manifest().scale())) {
            lines.add(new Line().words(say("Kørslen er for lille til at citere.", "The run is too small to quote.")));
        }
        List<Parameter> all = scenario.bill().model().parameters();
        long assumed = all.stream().filter(Parameter::isAssumed).count();
        lines.add(new Line().words(say(assumed + " af modellens " + all.size() + " parametre er helt eller delvis antaget.", assumed + " of the model's " + all.size() + " parameters are wholly or partly assumed.")
                + say(" Hver for sig er de ikke prøvet.", " One by one they have not been tried.")));
        List<Map<String, Object>> hang = changes("hangs");
        List<Map<String, Object>> unclear = changes("unclear");
        List<Map<String, Object>> pulled = list("citizens").stream().filter(k -> !Integer.valueOf(0).equals(k.get("pull"))).toList();
        if (!hang.isEmpty()) {
            lines.add(new Line().words(labels(say("Op eller ned afhænger af antagelserne: ", "Up or down hangs on the assumptions: "), hang)).at("n-citizens"));
        }
        if (!unclear.isEmpty()) {
            lines.add(new Line().words(labels(say("Kan være tilfældigt: ", "May be chance: "), unclear)).at("n-citizens"));
        }
        if (!pulled.isEmpty()) {
            lines.add(new Line().words(labels(say("Antagelserne trækker til den ene side: ", "The assumptions pull to one side: "), pulled)).at("n-citizens"));
        }
        field(say("Hvad vi ikke ved", "What we do not know"), some(lines, MOST_LINES, true, "n-citizens"), true);
    }

    /** All with what they change where it matters most, the best first; then why they were not chosen. */
    private void alternatives() {
        List<Map<String, Object>> all = new ArrayList<>(list("alternatives"));
        List<Line> lines = new ArrayList<>();
        if (all.isEmpty()) {
            lines.add(new Line().missing(say("alternativer", "alternatives")));
        } else {
            // The last harm that is counted: those before it, such as a missed deadline, are what it comes of.
            Optional<Measure> by = measured().stream().filter(m -> m.kind() == Measure.Kind.EVENTS || m.kind() == Measure.Kind.SUBJECTS).reduce((first, last) -> last)
                    .or(() -> scenario.bill().model().procedure().measures().stream().filter(m -> m.headline() && m.good() != 0).findFirst())
                    .or(() -> measured().stream().findFirst());
            by.ifPresent(measure -> {
                Map<Object, Found> found = new LinkedHashMap<>();
                all.forEach(a -> Found.difference(run, (String) a.get("id"), measure, Cells.ALL).ifPresent(f -> found.put(a.get("id"), f)));
                all.sort(Comparator.comparingDouble((Map<String, Object> a) -> found.containsKey(a.get("id")) ? -measure.good() * found.get(a.get("id")).estimate().mean() : 0));
                if (run.manifest().variants().contains(Variant.CURRENT_LAW)) {
                    all.add(0, Map.of("id", Variant.CURRENT_LAW, "label", new Text("Gældende ret (ingen ændring)", "Current law (no change)")));
                    Found.difference(run, Variant.CURRENT_LAW, measure, Cells.ALL).ifPresent(f -> found.put(Variant.CURRENT_LAW, f));
                }
                lines.add(new Line().words(say("Forskel fra lovforslaget på et år for alle i ", "Difference from the bill in a year for all in ") + lower(measure.label()) + written().unit(measure)).at("n-alternatives")
                        .words(". " + Written.unclearInShort(run.range().isPresent()).in(language)));
                // What is missing, and a reason where there is one, have a line each.
                int room = MOST_LINES - linesOf(lines, false) - 1 - (all.stream().anyMatch(a -> optional(a, "rejected").isPresent()) ? 1 : 0);
                lines.add(inOneLine(all, found, written(), room));
                all.removeIf(alternative -> alternative.get("id").equals(Variant.CURRENT_LAW));
            });
            List<Map<String, Object>> rejected = all.stream().filter(a -> optional(a, "rejected").isPresent()).toList();
            if (rejected.size() < all.size()) {
                lines.add(new Line().missing(rejected.isEmpty() ? say("hvorfor de ikke er valgt", "why they were not chosen") : say("hvorfor de øvrige ikke er valgt", "why the others were not chosen")));
            }
            rejected.forEach(a -> lines.add(new Line().strong(inLanguage(a.get("label"))).words(": " + fit(((Text) optional(a, "rejected").orElseThrow()).in(language), 1))));
        }
        field(say("Alternativer, og hvorfor de ikke er valgt", "Alternatives, and why they were not chosen"), some(lines, MOST_LINES, false, "n-alternatives"), false);
    }

    /** As many alternatives as there is room for, each with its figure; the rest are counted. */
    private Line inOneLine(List<Map<String, Object>> all, Map<Object, Found> found, Written written, int room) {
        Line line = new Line();
        int told = 0;
        for (Map<String, Object> alternative : all) {
            Line longer = new Line().with(line).words(told == 0 ? "" : "; ").words(inLanguage(alternative.get("label")) + " ")
                    .claim(Optional.ofNullable(found.get(alternative.get("id"))).map(written::differenceAlone).orElse(NOTHING));
            Line counted = new Line().with(longer).words(told + 1 == all.size() ? "." : say("; og 99 mere", "; and 99 more"));
            if (told > 0 && counted.lines(false) > room) {
                return line.words(say("; og " + (all.size() - told) + " mere", "; and " + (all.size() - told) + " more"));
            }
            line = longer;
            told++;
        }
        return line.words(".");
    }

    private void hearing() {
        List<Line> lines = new ArrayList<>();
        notes.hearing().filter(BillNotes.Hearing::isTold).ifPresent(h -> {
            Line line = new Line().words(h.parties().isEmpty() ? "" : say(h.parties().size() + " hørte. ", h.parties().size() + " consulted. "));
            lines.add(h.changed().isPresent()
                    ? line.words(fit(h.changed().get().in(language), 4)).at("n-hearing")
                    : line.missing(say("hvem der indvendte hvad, og hvad der er ændret", "who objected to what, and what was changed")).at("n-hearing"));
        });
        if (lines.isEmpty()) {
            lines.add(new Line().missing(say("høringen", "the consultation")).at("n-hearing"));
        }
        field(say("Høringen", "The consultation"), lines, false);
    }

    private void changes() {
        Optional<Text> changes = notes.summary().changes();
        field(say("Ændret siden sidste version", "Changed since the last version"), List.of(changes.isPresent()
                ? new Line().words(fit(changes.get().in(language), 3))
                : new Line().missing(say("hvad der er ændret, eller at dette er den første version", "what has changed, or that this is the first version"))), false);
    }

    /** From what is missing, what turns, what differs without reason, what the procedure leaves out, what is only promised, what is assumed. */
    private void questions() {
        List<Line> all = new ArrayList<>();
        String poor = Stream.of(Authority.values())
                .filter(a -> Optional.ofNullable(notes.authorities().get(a)).flatMap(BillNotes.ForAuthority::economy).filter(e -> e.none() || !e.amounts().isEmpty()).isEmpty())
                .map(a -> a.label().in(language))
                .collect(Collectors.joining(say(" og ", " and ")));
        if (!poor.isEmpty()) {
            all.add(new Line().words(say("Hvad vil lovforslaget koste ", "What will the bill cost ") + poor + "?").at("n-economy"));
        }
        if (model.get("worst") instanceof Map<?, ?> told) {
            all.add(new Line().words(say("Hvad er grunden til, at gruppe " + told.get("group") + " rammes oftere end gruppe " + told.get("bestGroup") + " af ",
                    "What is the reason that group " + told.get("group") + " is hit more often than group " + told.get("bestGroup") + " by ") + lower(told.get("label")) + "?").at("n-beyond"));
        }
        missingRight().ifPresent(all::add);
        Stream.concat(changes("hangs").stream(), changes("unclear").stream()).findFirst().ifPresent(k -> all.add(new Line().words(
                say("Hvordan vil ministeren få belyst, om ", "How will the minister find out whether ") + k.get("sentence") + say(" stiger eller falder?", " rises or falls?")).at("n-citizens")));
        drafting.assessed().ifPresent(assessed -> assessed.assessment().safeguards().stream()
                .filter(s -> !s.status().counts() || s.anchor() != Safeguard.Anchor.ACT)
                .findFirst()
                .ifPresent(s -> all.add(new Line().words(say("Hvad er grunden til, at ", "What is the reason that ") + quoted(s.label().orOther(language)) + say(" ikke står i loven?", " is not in the act?")).at("n-beyond"))));
        list("alternatives").stream().filter(a -> optional(a, "rejected").isEmpty()).findFirst().ifPresent(a -> all.add(new Line().words(
                say("Hvad er grunden til, at ", "What is the reason that ") + quoted(((Text) a.get("label")).in(language)) + say(" ikke er valgt?", " was not chosen?")).at("n-alternatives")));
        list("views").stream().filter(v -> v.get("register").equals(NOTHING)).findFirst().ifPresent(v -> all.add(new Line().words(
                say("Hvordan vil ministeren følge ", "How will the minister follow ") + quoted(v.get("label")) + say(", som intet register ser?", ", which no register sees?")).at("n-rights")));
        all.add(new Line().words(say("Hvilke af modellens antagelser vil ministeren lade undersøge før ikrafttræden?", "Which assumptions of the model will the minister have examined before entry into force?")));
        field(say("Spørgsmål, et udvalg kan stille ministeren", "Questions a committee can put to the minister"),
                within(all.subList(0, Math.min(QUESTIONS, all.size())), MOST_LINES), true);
    }

    private Optional<Line> missingRight() {
        List<Text> rights = cast(model.getOrDefault("rightNames", List.of()));
        for (Map<String, Object> decision : list("rights")) {
            List<String> standings = cast(decision.get("standings"));
            int missing = standings.indexOf("not-on-every-path");
            if (missing >= 0) {
                String right = rights.get(missing).in(language).replaceFirst(" \\(.*\\)", "");
                return Optional.of(new Line().words(say("Hvordan sikres " + right + ", før ", "How is " + right + " ensured before ")
                        + quoted(inLanguage(decision.get("label"))) + say(" får virkning?", " takes effect?")).at("n-rights"));
            }
        }
        return Optional.empty();
    }

    private void fingerprint() {
        Line line = new Line().words(say("Lovforslagets version: ", "Version of the bill: "));
        notes.summary().version().ifPresentOrElse(v -> line.words(v.in(language)), () -> line.missing(say("version", "version")));
        line.words(say("; kørsel ", "; run ") + run.manifest().run() + " (" + written().percent(run.manifest().scale(), 1)
                + say(" af de omfattede, ", " of those covered, ") + run.manifest().replications() + say(" gentagelser)", " replications)")
                + say("; dispositionen fra ", "; the outline of ") + drafting.edition().id());
        if (notes.caveat().isPresent()) {
            line.words(". " + fit(notes.caveat().get().in(language), 2).replaceFirst("\\.$", ""));
        }
        line.words(say(". Kontakt: ", ". Contact: "));
        notes.summary().contact().ifPresentOrElse(c -> line.words(c.in(language)), () -> line.missing(say("kontakt", "contact")));
        line.words(say(". Ses efter: ", ". To be reviewed: "));
        notes.summary().review().ifPresentOrElse(d -> line.words(written().date(d)), () -> line.missing(say("dato", "date")));
        field(say("Version, kørsel og kontakt", "Version, run and contact"), List.of(line.words(".")), false);
    }

    // ---- lines ----

    private static final String NOTHING = "\u2013";

    /** A line of a field as it is written: words, figures of the run, and what is missing. */
    private final class Line {

        private final List<Inline> inlines = new ArrayList<>();

        Line words(String words) {
            if (!words.isEmpty()) {
                inlines.add(new Words(words));
            }
            return this;
        }

        Line with(Line other) {
            inlines.addAll(other.inlines);
            return this;
        }

        Line strong(String words) {
            inlines.add(new Strong(List.of(new Words(words))));
            return this;
        }

        Line claim(Object figure) {
            String text = inLanguage(figure);
            inlines.add(text.equals(NOTHING) ? new Words(text) : new Claim(text, run.manifest().run()));
            return this;
        }

        Line missing(String what) {
            return strong(say("Mangler:", "Missing:")).words(" " + what);
        }

        /** {@code (afsnit 6.2)}, which leads there on the web; nothing where the notes have no such section. */
        Line at(String id) {
            whole(id).ifPresent(number -> {
                inlines.add(new Words(" ("));
                inlines.add(new Elsewhere(say("afsnit\u00a0", "section\u00a0") + number, NotesDocuments.page(language), id));
                inlines.add(new Words(")"));
            });
            return this;
        }

        int lines(boolean indented) {
            return TextWidth.wrap(Inline.plain(inlines), SIZE, indented ? INDENTED : WIDTH).size();
        }
    }

    private static int linesOf(List<Line> lines, boolean list) {
        return lines.stream().mapToInt(l -> l.lines(list)).sum();
    }

    private void field(String title, List<Line> lines, boolean list) {
        int count = linesOf(lines, list);
        if (count > MOST_LINES) {
            throw new AuthorException(List.of(new Failure(
                    new Place(scenario.id() + "/" + NotesFile.NAME, 0), title, new Text(count + " linjer", count + " lines"),
                    new Text("højst " + MOST_LINES + " linjer på de to sider", "at most " + MOST_LINES + " lines in the two pages"), "")));
        }
        List<Block> inside = list && lines.size() > 1
                ? List.of(new ItemList(false, lines.stream().map(l -> List.copyOf(l.inlines)).toList()))
                : lines.stream().<Block>map(l -> new Paragraph(l.inlines)).toList();
        blocks.add(new Section("", title, true, inside));
    }

    /** The lines that there is room for, in order. */
    private static List<Line> within(List<Line> lines, int most) {
        List<Line> some = new ArrayList<>();
        int used = 0;
        for (Line line : lines) {
            if (used + line.lines(true) <= most) {
                used += line.lines(true);
                some.add(line);
            }
        }
        return some;
    }

    /** As many lines as there is room for, and how many more there are where that is not all. */
    private List<Line> some(List<Line> lines, int most, boolean list, String more) {
        if (linesOf(lines, list) <= most) {
            return lines;
        }
        List<Line> some = new ArrayList<>();
        int used = 1;
        for (Line line : lines) {
            used += line.lines(list);
            if (used > most) {
                break;
            }
            some.add(line);
        }
        int left = lines.size() - some.size();
        some.add(new Line().words(say("Og " + left + " mere", "And " + left + " more")).at(more));
        return some;
    }

    /** As many sentences as there is room for in both languages, so that they tell the same. */
    private String fit(Text text, int most) {
        int sentences = Stream.of(Language.values()).mapToInt(l -> sentences(fit(text.in(l), most).replace(LEFT_OUT, "")).size()).min().orElseThrow();
        List<String> all = sentences(text.in(language));
        return String.join(" ", all.subList(0, Math.min(sentences, all.size()))) + (sentences < all.size() ? LEFT_OUT : "");
    }

    /**
     * Who it is about and how it ends: the first sentence, and as many of the last as there is room for in both languages; where
     * there is room for one alone, how it ends.
     */
    private String outcome(Text text, int most) {
        int sentences = sentences(text.in(language)).size();
        for (int cut = 0; cut < sentences; cut++) {
            if (longestOutcome(text, cut) <= most) {
                return outcome(text.in(language), cut);
            }
        }
        return say("Se konsekvensrapporten.", "See the consequence report.");
    }

    private static int longestOutcome(Text text, int cut) {
        return Stream.of(Language.values()).mapToInt(l -> TextWidth.wrap(EXAMPLE.in(l) + outcome(text.in(l), cut), SIZE, WIDTH).size()).max().orElseThrow();
    }

    /** Without so many sentences after the first; without the first too where that would leave it alone. */
    private static String outcome(String text, int cut) {
        List<String> all = sentences(text);
        if (cut == 0) {
            return String.join(" ", all);
        }
        List<String> end = all.subList(Math.min(1 + cut, all.size() - 1), all.size());
        return (1 + cut < all.size() ? all.get(0) + LEFT_OUT + " " : "") + String.join(" ", end);
    }

    private static List<String> sentences(String text) {
        return List.of(text.replaceAll("\\s+", " ").strip().split(SENTENCE));
    }

    private static final String SENTENCE = "(?<=[.!?]) (?=\\p{Lu}|»|\")";

    private static final Text EXAMPLE = new Text("Et eksempel. ", "An example. ");

    /** As many whole sentences as fill no more lines; a mark tells that there are more. */
    private String fit(String text, int most) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (TextWidth.wrap(flat, SIZE, WIDTH).size() <= most) {
            return flat;
        }
        StringBuilder whole = new StringBuilder();
        for (String sentence : flat.split(SENTENCE)) {
            String longer = whole.isEmpty() ? sentence : whole + " " + sentence;
            if (TextWidth.wrap(longer + LEFT_OUT, SIZE, WIDTH).size() > most) {
                break;
            }
            whole.replace(0, whole.length(), longer);
        }
        if (whole.isEmpty()) {
            // Not even a sentence: the reader is sent to the notes.
            return say("Se bemærkningerne.", "See the notes.");
        }
        return whole + LEFT_OUT;
    }

    private static final String LEFT_OUT = " [...]";

    /** {@code (afsnit 6.2)}. */
    private String at(String id) {
        return whole(id).map(number -> " (" + say("afsnit ", "section ") + number + ")").orElse("");
    }

    private Optional<String> whole(String id) {
        return outline.headings().stream()
                .filter(h -> h.section().id().equals(id) && !h.number().isEmpty())
                .map(h -> h.number().substring(0, h.number().length() - 1))
                .findFirst();
    }

    // ---- what the notes were given ----

    private List<Map<String, Object>> list(String key) {
        return cast(model.getOrDefault(key, List.of()));
    }

    private List<Map<String, Object>> changes(String direction) {
        return Stream.of("hours_of_citizens", "rightsChanges").flatMap(k -> list(k).stream()).filter(k -> k.get("direction").equals(direction)).toList();
    }

    /** As many as fill two lines, after these words; the rest are counted. */
    private String labels(String before, List<Map<String, Object>> changes) {
        String told = before;
        for (int i = 0; i < changes.size(); i++) {
            int left = changes.size() - i;
            String more = say(" og " + left + " mere", " and " + left + " more");
            String longer = told + (i == 0 ? "" : "; ") + lower(changes.get(i).get("sentence")).replaceFirst(",$", "");
            if (i > 0 && TextWidth.wrap(longer + more + REFERENCE, SIZE, INDENTED).size() > 2) {
                return told + more;
            }
            told = longer;
        }
        return told;
    }

    /** As long as a reference to a section. */
    private static final String REFERENCE = " (section 7.1)";

    private static List<String> cells(Map<String, Object> row) {
        return cast(row.get("cells"));
    }

    private static Optional<Object> optional(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value instanceof Optional<?> optional ? optional.map(Object.class::cast) : Optional.ofNullable(value);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private String inLanguage(Object words) {
        return words instanceof Text text ? text.in(language) : String.valueOf(words);
    }

    private Written written() {
        return ConsequenceModel.written(scenario, run, language);
    }

    private String say(String danish, String english) {
        return language == Language.DA ? danish : english;
    }

    private String quoted(Object words) {
        return language == Language.DA ? "»" + inLanguage(words) + "«" : "\u201c" + inLanguage(words) + "\u201d";
    }

    private String lower(Object words) {
        String text = inLanguage(words);
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
