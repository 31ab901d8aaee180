package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.report.Sheet.Line;
import dk.lovproeve.report.SummaryTable.Said;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.BillNotes.Authority;
import dk.lovproeve.rule.Edition;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.WorkedCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields 1 to 6 of the {@linkplain TwoPages two pages}: what the bill does, to whom, and what it costs. */
final class FirstPage {

    private static final Text EXAMPLE = new Text("Et regneeksempel. ", "A worked example. ");

    private static final int EXAMPLE_LINES = 4;

    private static final Text CAVEAT = new Text("Forbehold. ", "Caveat. ");

    private static final int CAVEAT_LINES = 2;

    private final Sheet sheet;
    private final BillNotes notes;
    private final List<Measure> measured;

    /** @param measured what the bill is told by, the subjects' time first */
    FirstPage(Sheet sheet, List<Measure> measured) {
        this.sheet = sheet;
        this.notes = sheet.notes;
        this.measured = measured;
    }

    void write() {
        caveat();
        change();
        beforeAndAfter();
        groups();
        worst();
        money();
        table();
    }

    /** What must be known before all figures: the scenario's own caveat, and what the model misses and what that means; by how much stands where the unknown is told. */
    private void caveat() {
        List<HeldAgainst.Misfit> da = sheet.held(Language.DA).misfits();
        List<HeldAgainst.Misfit> en = sheet.held(Language.EN).misfits();
        Optional<Text> own = sheet.scenario.duty().caveat();
        if (own.isEmpty() && da.isEmpty()) {
            return;
        }
        Line line = sheet.line().strong(CAVEAT);
        own.ifPresent(caveat -> line.fitted(sheet.fit(CAVEAT, caveat, CAVEAT_LINES)).words(da.isEmpty() ? "" : " "));
        for (int i = 0; i < da.size(); i++) {
            String more = i + 1 < da.size() ? " " : "";
            line.words(withoutColon(da.get(i).before()) + " (felt 9). " + da.get(i).after() + more, withoutColon(en.get(i).before()) + " (field 9). " + en.get(i).after() + more);
        }
        sheet.before(line.at("n-citizens"));
    }

    private static String withoutColon(String words) {
        return words.replaceFirst(":$", "");
    }

    private void change() {
        Line line = sheet.line().fitted(sheet.fit(sheet.scenario.duty().summary(), 4));
        if (notes.summary().from().isPresent()) {
            line.words(" Ikrafttræden: ", " Entry into force: ").words(notes.summary().from().get()).words(".");
        } else {
            line.words(" ").missing("fra hvornår", "from when");
        }
        sheet.field(say("Hvad ændres, for hvem og fra hvornår", "What changes, for whom and from when"), List.of(line.at("n-introduction")), false);
    }

    private void beforeAndAfter() {
        Text today = new Text("I dag. ", "Today. ");
        Text under = new Text("Efter forslaget. ", "Under the proposal. ");
        sheet.field(say("I dag og efter forslaget", "Today and under the proposal"), List.of(
                sheet.line().strong(today).fitted(sheet.fit(today, sheet.scenario.duty().today(), 3)).at("n-point-0-law"),
                sheet.line().strong(under).fitted(sheet.fit(under, sheet.scenario.duty().proposed(), 4)).at("n-point-0-proposed")), false);
    }

    // ---- the three groups ----

    private void groups() {
        List<Map<String, Object>> sizes = sheet.list("sizes");
        if (sizes.isEmpty()) {
            List<Line> lines = new ArrayList<>();
            for (Map<String, Object> row : sheet.list("outcomeRows")) {
                List<String> cells = Sheet.cast(row.get("cells"));
                String all = cells.get(cells.size() - 1);
                if (!all.equals(Sheet.NOTHING)) {
                    lines.add(sheet.line().strong(Text.same(row.get("label") + ":")).words(" ").claim(all).words(" på et år", " in a year").at("n-public"));
                }
            }
            List<Line> some = Sheet.within(lines, false);
            String left = some.size() == lines.size() ? "" : " (" + some.size() + say(" af ", " of ") + lines.size() + say(" mål)", " figures)");
            sheet.field(say("Hvad der sker på et år", "What happens in a year") + left, some, false);
            return;
        }
        String many = sheet.scenario.duty().subjects().many().in(sheet.language);
        List<Table.Row> rows = new ArrayList<>();
        rows.add(sheet.row(Sheet.upper(many) + say(", af i alt ", ", of ") + sizes.get(sizes.size() - 1).get("number") + say("", " in all"),
                sizes.stream().limit(sizes.size() - 1).map(size -> sheet.line().claim(size.get("number")).words(" (").claim(size.get("share")).words(")")).toList()));
        List<Rate> rates = measured.stream().map(this::rate).toList();
        for (Rate rate : rates) {
            rows.add(sheet.row(rate.measure().label().in(sheet.language) + " (" + unit(rate) + ")", ofGroups(g -> sheet.line().claim(rate.inRange(g, sheet.written)))));
        }
        rows.add(sheet.row(say("Sikker ændring, af ", "Sure change, of ") + tabled(Cells.ALL).size() + say(" tal", " figures") + sheet.at("n-groups"), ofGroups(g -> sheet.line().words(placed(g)))));
        Table.Row head = sheet.row("", ofGroups(g -> sheet.line().words(say("Gruppe\u00a0", "Group\u00a0") + g)));
        List<Table.Alignment> columns = Stream.concat(Stream.of(Table.Alignment.TEXT), Cells.GROUPS.stream().map(g -> Table.Alignment.NUMBER)).toList();
        Table table = new Table("", caption(rates), "", columns, List.of(head), rows, true);
        sheet.field(say("Tre grupper", "Three groups") + sheet.at("n-beyond", "n-citizens"), List.of(sheet.line().words(
                "Gruppe 1 kan selv eller med tilbudt hjælp, gruppe 2 kun med en hjælper; gruppe 3 mangler hjælp.",
                "Group 1 can alone or with the help on offer, group 2 only with a helper; group 3 lacks enough help.")), false, List.of(table));
    }

    private String caption(List<Rate> rates) {
        boolean marked = rates.stream().anyMatch(r -> Cells.GROUPS.stream().anyMatch(g -> r.inRange(g, sheet.written).contains(Written.OUTSIDE)));
        return say("Et år efter lovforslaget; i parentes ", "A year under the bill; in brackets ")
                + (rates.stream().anyMatch(Rate::isRanged) ? say("det rimelige interval, når antagelserne flyttes", "the plausible range when the assumptions move") : say("95 pct.-intervallet", "the 95% interval"))
                + (marked ? ". " + Written.outside().in(sheet.language) : "");
    }

    private static List<Line> ofGroups(Function<String, Line> cell) {
        return Cells.GROUPS.stream().map(cell).toList();
    }

    private Rate rate(Measure measure) {
        return Rate.of(sheet.scenario, sheet.run, measure);
    }

    private String unit(Rate rate) {
        return rate.unit(sheet.written).in(sheet.language);
    }

    /** On how many of the figures a group is surely worse and better placed than under current law. */
    private String placed(String group) {
        if (!sheet.run.manifest().variants().contains(Variant.CURRENT_LAW)) {
            return say("ikke beregnet", "not computed");
        }
        long worse = tabled(group).stream().filter(row -> row.get("mark").equals("bad")).count();
        long better = tabled(group).stream().filter(row -> row.get("mark").equals("good")).count();
        if (worse + better == 0) {
            return say("ingen", "none");
        }
        return Stream.of(
                worse == 0 ? "" : worse + say(" dårligere", " worse"),
                better == 0 ? "" : better + say(" bedre", " better")).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The rows of a group's table in the notes. */
    private List<Map<String, Object>> tabled(String group) {
        return Sheet.cast(sheet.list("placed").stream().filter(p -> p.get("group").equals(group)).findFirst().orElseThrow().get("rows"));
    }

    private void worst() {
        List<Line> lines = new ArrayList<>();
        sheet.one("worst").ifPresentOrElse(told -> lines.add(worst(told)), () -> lines.add(sheet.line().words(
                "Beregningen skelner ikke mellem grupper, eller forskellen er ikke sikker.", "The computation tells no groups apart, or the difference is not sure.").at("n-beyond")));
        Optional<WorkedCase> example = notes.summary().example().flatMap(id -> sheet.scenario.cases().stream().filter(c -> c.id().equals(id)).findFirst());
        lines.add(example.isPresent()
                ? sheet.line().strong(EXAMPLE).words(sheet.outcome(EXAMPLE, example.get().text(), excerpt(example.get()), Math.min(EXAMPLE_LINES, Sheet.MOST_LINES - Sheet.linesOf(lines, false))))
                : sheet.line().missing("et eksempel på, hvad der sker for én af dem", "an example of what happens to one of them"));
        sheet.field(say("Hvem der er dårligst stillet", "Who is worst placed"), lines, false);
    }

    private static Text excerpt(WorkedCase example) {
        Text name = Sheet.quoted(example.label());
        return new Text(" (Uddrag. Hele eksemplet: konsekvensrapporten, " + name.da() + ".)", " (Excerpt. The whole example: the consequence report, " + name.en() + ".)");
    }

    private Line worst(Map<String, Object> told) {
        String group = (String) told.get("group");
        Measure measure = sheet.measure((String) told.get("id"));
        Rate rate = rate(measure);
        Line line = sheet.line().strong("Gruppe " + group + " rammes oftest. ", "Group " + group + " is affected most often. ")
                .words(measure.label()).words(", ").words(rate.unit(sheet.written)).words(" på et år: ", " in a year: ")
                .claim(rate.inRange(group, sheet.written)).words(" mod ", " against ").claim(rate.inRange((String) told.get("bestGroup"), sheet.written))
                .words(" i gruppe " + told.get("bestGroup"), " in group " + told.get("bestGroup"));
        rate.today(sheet.scenario, sheet.run, group).ifPresent(today -> line.words(". I dag: ", ". Today: ")
                .claim(rate.alone(today, sheet.written)));
        Found.change(sheet.run, measure, group).filter(Found::isUnclear).ifPresent(change -> {
            if (change.estimate().mean() > 0) {
                line.words("; om det er en stigning, er usikkert", "; whether it rises is unsure");
            } else {
                line.words("; om det er et fald, er usikkert", "; whether it falls is unsure");
            }
        });
        return line.words(".").at("n-beyond", "n-citizens");
    }

    // ---- money, and the official table ----

    /** Authority by authority, those of whom the same is to be said together; and what the computation gives of their work. */
    private void money() {
        Map<String, List<Authority>> alike = new LinkedHashMap<>();
        for (Authority authority : Authority.values()) {
            alike.computeIfAbsent(isNone(authority) ? "" : "net " + net(authority), any -> new ArrayList<>()).add(authority);
        }
        List<Line> lines = new ArrayList<>();
        alike.values().forEach(authorities -> lines.add(money(authorities)));
        Stream.of(Authority.values()).forEach(authority -> work(authority).forEach(measure -> Found.change(sheet.run, measure, Cells.ALL).ifPresent(change -> lines.add(sheet.line()
                .strong(measure.label()).words(" (").words(authority.label()).words("): ")
                .claim(sheet.written.withUnit(measure, sheet.written.differenceInRange(change))).words(" på et år", " in a year")
                .at("n-implementation-" + authority.key())))));
        sheet.field(say("Penge og arbejde i det offentlige (over nul er mere)", "Public money and work (above zero is more)"), Sheet.within(lines, false), false);
    }

    private Line money(List<Authority> authorities) {
        Authority one = authorities.get(0);
        Text names = Sheet.both(authorities.stream().map(Authority::label).toList());
        Text head = new Text(Sheet.upper(names.da()) + ": ", Sheet.upper(names.en()) + ": ");
        Line line = sheet.line();
        if (isNone(one)) {
            line.strong(head).words("ingen økonomiske konsekvenser", "no economic consequences");
        } else if (net(one).isEmpty()) {
            line.missing("beløb for " + names.da(), "amounts for " + names.en());
        } else {
            line.strong(head).words("netto mio. kr. ", "net million kroner ").words(net(one));
        }
        return line.at(authorities.stream().map(a -> "n-economy-" + a.key()).toArray(String[]::new));
    }

    private Optional<BillNotes.Economy> economy(Authority authority) {
        return Optional.ofNullable(notes.authorities().get(authority)).flatMap(BillNotes.ForAuthority::economy);
    }

    private boolean isNone(Authority authority) {
        return economy(authority).filter(BillNotes.Economy::none).isPresent();
    }

    /** What it comes to for an authority, year by year; nothing where nobody has said. */
    private String net(Authority authority) {
        List<BillNotes.Amount> amounts = economy(authority).map(BillNotes.Economy::amounts).orElse(List.of());
        return amounts.stream().flatMap(a -> a.years().keySet().stream()).distinct().sorted().map(year -> {
            double sum = amounts.stream().mapToDouble(a -> a.years().getOrDefault(year, 0.0)).sum();
            return year + ": " + sheet.written.plain(sum);
        }).collect(Collectors.joining("; "));
    }

    /** The measures that the notes say are an authority's. */
    private List<Measure> work(Authority authority) {
        return sheet.measures().stream()
                .filter(m -> Optional.ofNullable(notes.figures().get(m.id())).filter(party -> party.key().equals(authority.key())).isPresent())
                .filter(m -> m.kind() == Measure.Kind.HOURS || m.kind() == Measure.Kind.KRONER)
                .toList();
    }

    /** The official table in as few words as it has: of whom there is anything, and where. */
    private void table() {
        Edition edition = sheet.drafting.edition();
        SummaryTable official = SummaryTable.of(sheet.whole, edition);
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < official.rows().size(); i++) {
            Table.Row row = official.rows().get(i);
            boolean citizens = edition.table().rows().get(i).row() == Edition.Row.CITIZENS;
            List<Table.Cell> cells = new ArrayList<>(List.of(row.cells().get(0)));
            for (int side = 1; side < row.cells().size(); side++) {
                Table.Cell cell = row.cells().get(side);
                List<SummaryTable.Entry> entries = official.entries(cell);
                // The merged cell describes; the others say what there is.
                boolean describes = cell.span() > 1 && entries.get(0).said() == Said.SOMETHING;
                Line line = describes ? union(entries) : sheet.line().words(shortly(official, entries));
                if (citizens) {
                    gravest(side == 1).ifPresent(weighty -> line.words(": ").words(weighty.group().equals(Cells.ALL) ? Text.same("") : new Text("i gruppe " + weighty.group() + " ", "in group " + weighty.group() + " "))
                            .words(Sheet.inside(weighty.change().measure().label())).words(" ").claim(sheet.written.withUnit(weighty.change().measure(), sheet.written.differenceInRange(weighty.change())))
                            .words(more(cell)));
                }
                cells.add(new Table.Cell(List.of(line.paragraph()), cell.span()));
            }
            rows.add(new Table.Row(cells));
        }
        Table.Row head = new Table.Row(Stream.of("", heading(edition.table().positive()), heading(edition.table().negative())).map(words -> Sheet.cell(words, 1)).toList());
        Table table = new Table("", edition.section(Edition.Subject.TABLE).orElseThrow().heading().text().in(sheet.language), "",
                List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT), List.of(head), rows, true);
        sheet.field(say("Skemaet i bemærkningerne", "The table of the notes") + sheet.at("n-table"), List.of(), false, List.of(table));
    }

    private Line union(List<SummaryTable.Entry> entries) {
        Sheet.Fitted first = sheet.fit(Text.same(entries.get(0).words()), 1);
        return (lacks(entries) ? sheet.line().words(first.text()).words(" Noget mangler.", " Something is missing.") : sheet.line().fitted(first)).at("n-union");
    }

    /** A sure change, and whose it is. */
    private record Change(String group, Found change) {}

    /** Money, what befalls people, days, and last their time. */
    private static final List<Measure.Kind> GRAVEST = List.of(Measure.Kind.KRONER, Measure.Kind.EVENTS, Measure.Kind.SUBJECTS, Measure.Kind.DAYS, Measure.Kind.HOURS);

    /** The gravest of the told measures that is surely better, or worse, than under current law: for all, else for the worst placed group of which it is sure. */
    private Optional<Change> gravest(boolean better) {
        List<String> whose = Stream.concat(Stream.of(Cells.ALL), Cells.GROUPS.stream().sorted(Comparator.reverseOrder())).toList();
        return measured.stream().sorted(Comparator.comparing(m -> GRAVEST.indexOf(m.kind())))
                .flatMap(m -> whose.stream().flatMap(group -> Found.change(sheet.run, m, group).map(change -> new Change(group, change)).stream()))
                .filter(change -> change.change().better().equals(Optional.of(better))).findFirst();
    }

    /** How many figures the table of the notes has beside the one that is told. */
    private Text more(Table.Cell cell) {
        long more = cell.paragraphs().stream().filter(p -> p.inlines().stream().anyMatch(Claim.class::isInstance)).count() - 1;
        return more < 1 ? Text.same("") : new Text(" og " + more + " til", " and " + more + " more");
    }

    /** The official heading without its other name and what it tells the drafter to write. */
    private String heading(Edition.Wording official) {
        return official.text().in(sheet.language).replaceFirst("\\s*[/(].*$", "");
    }

    /** Authority by authority, where they differ. */
    private String shortly(SummaryTable official, List<SummaryTable.Entry> entries) {
        Map<String, List<SummaryTable.Entry>> byWhom = entries.stream()
                .collect(Collectors.groupingBy(SummaryTable.Entry::whose, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        byWhom.forEach((whose, own) -> byWord.computeIfAbsent(one(official, own), word -> new ArrayList<>()).add(Text.inside(whose)));
        if (byWord.size() == 1) {
            return Sheet.upper(byWord.keySet().iterator().next());
        }
        return byWord.entrySet().stream().map(e -> Sheet.upper(e.getKey()) + ": " + String.join(", ", e.getValue()) + ".").collect(Collectors.joining(" "));
    }

    private static boolean lacks(List<SummaryTable.Entry> entries) {
        return entries.stream().anyMatch(e -> e.said() == Said.MISSING);
    }

    private String one(SummaryTable official, List<SummaryTable.Entry> entries) {
        String box = entries.stream().filter(e -> e.said() == Said.BOX).map(SummaryTable.Entry::words).collect(Collectors.joining());
        List<SummaryTable.Entry> rest = entries.stream().filter(e -> e.said() != Said.BOX).toList();
        String missing = say("mangler", "missing");
        if (!box.isEmpty()) {
            return rest.isEmpty() ? box : box + ": " + (rest.get(0).said() == Said.MARK ? rest.get(0).words() : missing);
        }
        boolean lacks = lacks(rest);
        List<SummaryTable.Entry> some = rest.stream().filter(e -> e.said() == Said.SOMETHING).toList();
        if (some.isEmpty()) {
            return lacks ? missing : Text.inside(sheet.drafting.edition().table().none().text().in(sheet.language));
        }
        if (some.stream().allMatch(official::isNoneSure)) {
            return say("ingen sikre", "none sure");
        }
        return lacks ? say("ja, noget mangler", "yes, something is missing") : say("ja", "yes");
    }

    private String say(String danish, String english) {
        return sheet.say(danish, english);
    }
}
