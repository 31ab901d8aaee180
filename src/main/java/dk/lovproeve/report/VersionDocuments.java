package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable.View;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.VariantComparison;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Claim;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Fact;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Strong;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioDifference;
import dk.lovproeve.scenario.ScenarioDifference.Change;
import dk.lovproeve.statistics.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has changed between two versions of a bill, such as a draft and the bill as introduced: in the text, in what the
 * procedure opens and closes, and in the consequences.
 */
public final class VersionDocuments {

    /** A version with its run. */
    public record Of(Scenario scenario, Run run) {}

    /**
     * A measure in both versions.
     *
     * @param difference the later less the earlier
     */
    private record Row(String group, Estimate before, Estimate after, Found difference) {

        Measure measure() {
            return difference.measure();
        }
    }

    /** Two versions of a bill have at least this share of the shorter's provisions and steps in common. */
    private static final double ALIKE = 0.5;

    /** How many places are named in the first lines. */
    private static final int NAMED = 4;

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final Of before;
    private final Of after;
    private final List<Change> changes;
    private final Language language;
    private final List<String> unlikeness;
    private final List<String> openings;
    private final List<Row> rows;

    /**
     * Compares.
     *
     * @param changes  what has changed in the text
     * @param threads  how many threads may run
     * @param progress told while both versions are run together
     */
    public VersionDocuments(Of before, Of after, List<Change> changes, int threads, ProgressListener progress, Language language) {
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
        this.language = language;
        this.unlikeness = unlikeness();
        this.openings = VariantComparison.of(
                        new Text("Den nye version", "The new version"), before.scenario().bill().model().procedure(),
                        after.scenario().bill().model().procedure(), Subjects.citizens(after.scenario()).and(Subjects.citizens(before.scenario())))
                .sentences().stream().map(t -> t.in(language)).toList();
        this.rows = unlikeness.isEmpty() ? pairedRows(threads, progress) : unpairedRows();
    }

    /** Why they cannot be run together on the same people with the same chance; none where they are. */
    public List<String> notPairedBecause() {
        return unlikeness;
    }

    public List<Change> changes() {
        return changes;
    }

    /** What a reader must know before anything else, such as that these are hardly two versions of one bill. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        unlikeLaws().ifPresent(warnings::add);
        if (ExperimentSpec.isTooSmallToQuote(after.run().manifest().scale()) || ExperimentSpec.isTooSmallToQuote(before.run().manifest().scale())) {
            warnings.add(say("En af kørslerne er for lille til, at tallene kan citeres.", "One of the runs is too small for its figures to be quoted."));
        }
        return warnings;
    }

    /** The headline measures for everybody: label, before, after and difference, as a reader reads them. */
    public List<List<String>> headlines() {
        Written written = written();
        return rows.stream().filter(r -> r.group().equals(Cells.ALL)).map(r -> List.of(
                r.measure().label().in(language) + written.unit(r.measure()),
                written.withInterval(r.measure(), r.before()), written.withInterval(r.measure(), r.after()),
                difference(r))).toList();
    }

    /** What changed and for whom, in three: the text, what it opens and closes, and the consequences. */
    public List<String> inShort() {
        return List.of(textInShort(), openingsInShort(), consequencesInShort());
    }

    /** The files by name. */
    public Map<String, byte[]> files() {
        Document document = document();
        boolean danish = language == Language.DA;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(danish ? "versionsforskel.docx" : "version-difference.docx", new WordRenderer().render(document));
        files.put(danish ? "versionsforskel.html" : "version-difference.html", new HtmlRenderer().bytes(document));
        return files;
    }

    // ---- how like they are ----

    private Optional<String> unlikeLaws() {
        Set<String> old = names(before.scenario());
        Set<String> now = names(after.scenario());
        long common = old.stream().filter(now::contains).count();
        int fewest = Math.min(old.size(), now.size());
        return common >= ALIKE * fewest
                ? Optional.empty()
                : Optional.of(say(
                        "De to ligner ikke to versioner af samme lovforslag: Af bestemmelserne og trinnene i den korteste går kun " + common + " af " + fewest
                                + " igen i den anden. Forskellene nedenfor er forskelle mellem to love, ikke følger af en ændring.",
                        "These do not look like two versions of one bill: of the provisions and steps of the shorter, only " + common + " of " + fewest
                                + " are in the other. The differences below are differences between two laws, not consequences of a change."));
    }

    private static Set<String> names(Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        scenario.duty().provisions().forEach(p -> names.add("provision " + p.id()));
        scenario.bill().model().procedure().steps().forEach(step -> names.add("step " + step.id()));
        return names;
    }

    /** What hinders that both are run on the same people with the same chance, each with what it is before and after. */
    private List<String> unlikeness() {
        var m = before.run().manifest();
        var n = after.run().manifest();
        var old = before.scenario().bill().model();
        var now = after.scenario().bill().model();
        List<String> unlike = new ArrayList<>();
        unlike(unlike, say("startværdi", "seed"), m.seed(), n.seed());
        unlike(unlike, say("gentagelser", "replications"), m.replications(), n.replications());
        unlike(unlike, say("andel af befolkningen", "share of the population"), written().plain(100 * m.scale()) + "\u00a0%", written().plain(100 * n.scale()) + "\u00a0%");
        unlike(unlike, say("dage", "days"), m.days(), n.days());
        unlikeNames(unlike, say("mål", "measures"), labels(old.procedure().measures(), Measure::id, Measure::label), labels(now.procedure().measures(), Measure::id, Measure::label));
        unlikeNames(unlike, say("målgrupper", "target groups"), labels(old.targetGroups(), g -> g.id(), g -> g.label()), labels(now.targetGroups(), g -> g.id(), g -> g.label()));
        if (!old.population().municipalities().equals(now.population().municipalities())) {
            unlike.add(say("kommunerne er ikke de samme", "the municipalities are not the same"));
        }
        if (old.procedure().groups().isPresent() != now.procedure().groups().isPresent()) {
            unlike.add(say("kun den ene har de tre retssikkerhedsgrupper", "only one of them has the three rights-security groups"));
        }
        return List.copyOf(unlike);
    }

    private void unlike(List<String> unlike, String what, Object old, Object now) {
        if (!old.equals(now)) {
            unlike.add(what + say(": før ", ": before ") + old + say(", efter ", ", after ") + now);
        }
    }

    private void unlikeNames(List<String> unlike, String what, Map<String, String> old, Map<String, String> now) {
        List<String> gone = old.keySet().stream().filter(id -> !now.containsKey(id)).map(old::get).toList();
        List<String> added = now.keySet().stream().filter(id -> !old.containsKey(id)).map(now::get).toList();
        if (!gone.isEmpty()) {
            unlike.add(what + say(", kun før: ", ", before only: ") + named(gone));
        }
        if (!added.isEmpty()) {
            unlike.add(what + say(", kun efter: ", ", after only: ") + named(added));
        }
        if (gone.isEmpty() && added.isEmpty() && !List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))) {
            unlike.add(what + say(": i en anden rækkefølge", ": in another order"));
        }
    }

    private <T> Map<String, String> labels(List<T> things, Function<T, String> id, Function<T, Text> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        things.forEach(thing -> labels.put(id.apply(thing), label.apply(thing).in(language)));
        return labels;
    }

    /** The first few, and how many more. */
    private String named(List<String> all) {
        List<String> first = all.stream().limit(NAMED).toList();
        int more = all.size() - first.size();
        return String.join("; ", first) + (more == 0 ? "" : say(" og " + more + " til", " and " + more + " more"));
    }

    // ---- the numbers ----

    /** The headlines; all where the scenario has none. */
    private List<Measure> measures() {
        List<Measure> all = after.scenario().bill().model().procedure().measures();
        List<Measure> headlines = all.stream().filter(Measure::headline).toList();
        return headlines.isEmpty() ? all : headlines;
    }

    private List<String> groups() {
        return Stream.concat(Stream.of(Cells.ALL), after.scenario().bill().model().procedure().groups().isPresent() ? Cells.GROUPS.stream() : Stream.of()).toList();
    }

    /** Both bills on the same people with the same chance: what differs is due to the text. */
    private List<Row> pairedRows(int threads, ProgressListener progress) {
        var manifest = after.run().manifest();
        ExperimentSpec spec = new ExperimentSpec(manifest.replications(), manifest.seed(), threads, manifest.scale(), manifest.days());
        List<Arm> arms = List.of(new Arm(BEFORE, before.scenario().bill().model()), new Arm(AFTER, after.scenario().bill().model()));
        ExperimentResult result = new Experiment(arms, spec).run(progress);
        Optional<PlausibleRange> range = manifest.draws() < 2 ? Optional.empty() : Optional.of(PlausibleRange.run(
                arms, new ExperimentSpec(1, spec.seed(), threads, PlausibleRange.scale(spec.scale()), spec.days()),
                after.scenario().correlations(), manifest.draws(), progress));
        List<Row> told = new ArrayList<>();
        for (Measure measure : measures()) {
            for (String group : groups()) {
                Optional<Estimate> old = result.outcomes().find(BEFORE, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                Optional<Estimate> now = result.outcomes().find(AFTER, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                Optional<Estimate> difference = result.differences().find(AFTER, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                if (old.isPresent() && now.isPresent() && difference.isPresent()) {
                    told.add(new Row(group, old.get(), now.get(), new Found(measure, difference.get(),
                            range.flatMap(r -> r.find(AFTER, measure.id(), View.ACTUAL, group)))));
                }
            }
        }
        return told;
    }

    /** From the two runs as they are kept, as if they had nothing in common. */
    private List<Row> unpairedRows() {
        List<Row> told = new ArrayList<>();
        for (Measure measure : measures()) {
            for (String group : groups()) {
                Optional<Estimate> old = before.run().outcomes().find(Scenario.BILL, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                Optional<Estimate> now = after.run().outcomes().find(Scenario.BILL, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                if (old.isPresent() && now.isPresent()) {
                    double mean = now.get().mean() - old.get().mean();
                    double half = Math.hypot(now.get().upper() - now.get().mean(), old.get().upper() - old.get().mean());
                    told.add(new Row(group, old.get(), now.get(), new Found(
                            measure, new Estimate(mean, mean - half, mean + half, Math.min(old.get().replications(), now.get().replications())), Optional.empty())));
                }
            }
        }
        return told;
    }

    // ---- the document ----

    private Document document() {
        List<Block> blocks = new ArrayList<>();
        for (String warning : warnings()) {
            blocks.add(new Note(Note.Kind.CAVEAT, say("Læs dette først", "Read this first"), List.of(paragraph(warning))));
        }
        blocks.add(new Section("short", say("Kort fortalt", "In short"), true, shortly()));
        blocks.add(new Section("consequences", say("Hvad der er ændret i følgerne", "What has changed in the consequences"), true, consequences()));
        blocks.add(new Section("procedure", say("Hvad ændringen åbner og lukker", "What the change opens and closes"), true, openings()));
        blocks.add(new Section("text", say("Hvad der er ændret i teksten", "What has changed in the text"), true, texts()));
        List<Fact> facts = List.of(
                fact(say("Før", "Before"), before), fact(say("Efter", "After"), after));
        return new Document(
                after.scenario().duty().title().in(language), say("Forskel på to versioner af lovforslaget", "Difference between two versions of the bill"),
                language, facts, 1, blocks);
    }

    private String textInShort() {
        if (changes.isEmpty()) {
            return say("Intet er ændret i teksten.", "Nothing has changed in the text.");
        }
        List<String> counts = new ArrayList<>();
        for (ScenarioDifference.Part part : ScenarioDifference.Part.values()) {
            long own = changes.stream().filter(c -> c.part() == part).count();
            if (own > 0) {
                counts.add(own + " " + say("i ", "in ") + lower(part.label().in(language)));
            }
        }
        List<String> places = changes.stream()
                .filter(c -> c.part() == ScenarioDifference.Part.WORDS).map(c -> c.place().in(language)).distinct().toList();
        return say("Teksten er ændret " + (changes.size() == 1 ? "ét sted" : changes.size() + " steder") + ": ",
                        "The text has changed in " + (changes.size() == 1 ? "one place" : changes.size() + " places") + ": ")
                + String.join("; ", counts) + "."
                + (places.isEmpty() ? "" : " " + say("Lovforslaget selv er ændret i: ", "The bill itself has changed in: ") + named(places) + ".");
    }

    private String openingsInShort() {
        return openings.isEmpty()
                ? say("De samme kan nå det samme som før.", "The same people can reach the same as before.")
                : say("Hvem der kan nå hvad, er ændret på ", "Who can reach what has changed in ")
                        + (openings.size() == 1 ? say("ét punkt", "one respect") : openings.size() + " " + say("punkter", "respects"))
                        + (openings.size() == 1 ? ": " + openings.get(0) : say("; det første: ", "; the first: ") + openings.get(0));
    }

    /** For each group whether it is better or worse off. The group that stands weakest comes first. */
    private String consequencesInShort() {
        if (!unlikeness.isEmpty()) {
            return say("Hvem ændringen stiller bedre og dårligere, kan beregningen ikke sige, for kørslerne er ikke lavet ens.",
                    "Whom the change makes better and worse off the computation cannot tell, since the runs were not made alike.");
        }
        List<String> told = new ArrayList<>();
        for (String group : weakestFirst()) {
            long better = changed(group, true).size();
            long worse = changed(group, false).size();
            told.add(who(group) + (better + worse == 0
                    ? say(" hverken bedre eller dårligere, så det er sikkert", " neither better nor worse for certain")
                    : Stream.of(
                                    better == 0 ? "" : say("bedre på ", "better in ") + better,
                                    worse == 0 ? "" : say("dårligere på ", "worse in ") + worse)
                            .filter(way -> !way.isEmpty()).collect(Collectors.joining(say(" og ", " and "), " ", ""))));
        }
        return say("Af ", "Of ") + measures().size() + say(" mål stilles ", " measures, the change leaves ") + String.join("; ", told) + ".";
    }

    /** The sentences, and below them what matters most to each group. */
    private List<Block> shortly() {
        List<Block> blocks = new ArrayList<>();
        inShort().forEach(words -> blocks.add(paragraph(words)));
        if (groups().size() > 1) {
            blocks.add(paragraph(say("Gruppe 1 kan selv, hvad pligten kræver. Gruppe 2 har brug for hjælp fra andre til det. Gruppe 3 kan det hverken selv eller med den hjælp, der er.",
                    "Group 1 can do what the duty demands by themselves. Group 2 need help from others for it. Group 3 can do it neither by themselves nor with the help there is.")));
        }
        List<List<Inline>> most = new ArrayList<>();
        if (unlikeness.isEmpty()) {
            for (String group : weakestFirst()) {
                for (boolean better : new boolean[] {false, true}) {
                    changed(group, better).stream().max(Comparator.comparingDouble(VersionDocuments::relative)).ifPresent(row -> most.add(List.of(
                            new Words(capital(who(group)) + (better ? say(", bedre stillet, mest på ", ", better off, most in ") : say(", dårligere stillet, mest på ", ", worse off, most in "))
                                    + quoted(row.measure()) + ": "),
                            new Claim(written().change(row.difference()), run()))));
                }
            }
        }
        if (!most.isEmpty()) {
            blocks.add(new ItemList(false, most));
            blocks.add(paragraph(say("I parentes står 95 %-intervallet, som kun dækker tilfældig variation, og det rimelige interval, som dækker antagelserne. En ændring er kun taget med her, når den går samme vej i begge.",
                    "In brackets stand the 95% interval, which covers random variation only, and the plausible range, which covers the assumptions. A change is told here only where it goes the same way in both.")));
        }
        return blocks;
    }

    private List<String> weakestFirst() {
        List<String> groups = new ArrayList<>(groups());
        Collections.reverse(groups);
        return groups;
    }

    private String who(String group) {
        return group.equals(Cells.ALL) ? say("alle under ét", "everybody together") : say("gruppe ", "group ") + group;
    }

    /** What has surely become better, or worse, for a group. */
    private List<Row> changed(String group, boolean better) {
        return rows.stream().filter(r -> r.group().equals(group) && r.difference().better().filter(b -> b == better).isPresent()).toList();
    }

    /** How large a difference is beside what it was. */
    private static double relative(Row row) {
        return Math.abs(row.difference().estimate().mean()) / Math.max(Math.abs(row.before().mean()), Math.abs(row.after().mean()));
    }

    private String quoted(Measure measure) {
        String label = measure.label().in(language) + written().unit(measure);
        return say("\u00bb" + label + "\u00ab", "\u201c" + label + "\u201d");
    }

    private String difference(Row row) {
        return written().difference(row.difference());
    }

    private String run() {
        return before.run().manifest().run() + "/" + after.run().manifest().run();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private Fact fact(String label, Of version) {
        return new Fact(label, List.of(new Words(version.scenario().id() + say(", kørsel ", ", run ") + version.run().manifest().run()
                + say(", startværdi ", ", seed ") + version.run().manifest().seed())));
    }

    private List<Block> texts() {
        if (changes.isEmpty()) {
            return List.of(paragraph(say("Intet er ændret i teksten.", "Nothing has changed in the text.")));
        }
        if (unlikeLaws().isPresent()) {
            return List.of(paragraph(say("Ændringerne er ikke regnet op, for det er ikke to versioner af samme lovforslag.",
                    "The changes are not listed, since these are not two versions of one bill.")));
        }
        List<Block> blocks = new ArrayList<>();
        for (ScenarioDifference.Part part : ScenarioDifference.Part.values()) {
            List<Change> own = changes.stream().filter(c -> c.part() == part).toList();
            if (!own.isEmpty()) {
                List<Table.Row> body = own.stream().map(this::row).toList();
                blocks.add(new Section("", part.label().in(language), true, List.of(new Table(
                        "", part.label().in(language) + ": " + say("før og efter", "before and after"), "",
                        List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT),
                        List.of(row(say("Sted", "Place"), say("Før", "Before"), say("Efter", "After"))), body, true))));
            }
        }
        blocks.add(0, paragraph(say(
                "Ord med fed er dem, der er taget ud eller kommet til. En streg betyder, at der intet stod eller står.",
                "Words in bold are those taken out or put in. A dash means that nothing stood or stands there.")));
        return blocks;
    }

    private Table.Row row(Change change) {
        String old = words(change.before());
        String now = words(change.after());
        boolean changed = change.before().isPresent() && change.after().isPresent();
        return new Table.Row(List.of(
                cell(new Words(change.place().in(language))),
                new Table.Cell(List.of(new Paragraph(changed ? marked(old, now) : List.of(new Words(old)))), 1),
                new Table.Cell(List.of(new Paragraph(changed ? marked(now, old) : List.of(new Words(now)))), 1)));
    }

    /** A text with the words in bold that the other has not, in the same order. */
    private static List<Inline> marked(String text, String other) {
        String[] words = text.split(" ");
        String[] others = other.split(" ");
        int[][] common = new int[words.length + 1][others.length + 1];
        for (int i = words.length - 1; i >= 0; i--) {
            for (int j = others.length - 1; j >= 0; j--) {
                common[i][j] = words[i].equals(others[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Inline> inlines = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean bold = false;
        int j = 0;
        for (int i = 0; i < words.length; i++) {
            while (j < others.length && !words[i].equals(others[j]) && common[i][j + 1] >= common[i + 1][j] && common[i][j + 1] == common[i][j]) {
                j++;
            }
            boolean isCommon = j < others.length && words[i].equals(others[j]);
            if (isCommon) {
                j++;
            }
            if (bold == isCommon && run.length() > 0) {
                inlines.add(inline(run.toString(), bold));
                run.setLength(0);
            }
            bold = !isCommon;
            run.append(words[i]).append(i < words.length - 1 ? " " : "");
        }
        inlines.add(inline(run.toString(), bold));
        return inlines;
    }

    private static Inline inline(String words, boolean bold) {
        return bold ? new Strong(List.of(new Words(words))) : new Words(words);
    }

    private String words(Optional<Text> text) {
        return text.map(t -> t.in(language)).filter(t -> !t.isBlank()).orElse("\u2013");
    }

    private List<Block> openings() {
        return openings.isEmpty()
                ? List.of(paragraph(say("De to versioner åbner og lukker de samme udfald for de samme.", "The two versions open and close the same outcomes to the same people.")))
                : List.of(new ItemList(false, openings.stream().map(words -> List.<Inline>of(new Words(words))).toList()));
    }

    private List<Block> consequences() {
        List<Block> blocks = new ArrayList<>();
        boolean ranged = rows.stream().anyMatch(r -> r.difference().range().isPresent());
        if (unlikeness.isEmpty()) {
            blocks.add(paragraph(say("Begge versioner er kørt på de samme mennesker med de samme tilfældige hændelser. Forskellen kan derfor kun skyldes ændringen; dens interval er parret.",
                    "Both versions are run on the same people with the same chance. The difference can therefore only be due to the change; its interval is paired.")));
        } else {
            blocks.add(paragraph(say("De to versioner kunne ikke køres på de samme mennesker, fordi kørslerne ikke er lavet ens:",
                    "The two versions could not be run on the same people, since the runs were not made alike:")));
            blocks.add(new ItemList(false, unlikeness.stream().map(why -> List.<Inline>of(new Words(why))).toList()));
            blocks.add(paragraph(say("Forskellen er derfor regnet, som om kørslerne intet havde til fælles. Den kan også skyldes det, der er forskelligt, og det rimelige interval for den kendes ikke.",
                    "The difference is therefore computed as if the runs had nothing in common. It may also be due to what differs, and the plausible range of it is not known.")));
        }
        blocks.add(paragraph(say("I parentes står 95 %-intervallet, som kun dækker tilfældig variation.", "In brackets is the 95% interval, which covers random variation only.")
                + (ranged ? " " + say("Den sidste kolonne viser, hvor 90 % af forskellene ligger, når alle tal i begge versioner trækkes fra deres rimelige interval; det er det spænd, antagelserne tillader. Det er regnet på en mindre del af befolkningen.",
                        "The last column shows where 90% of the differences lie when all numbers of both versions are drawn from their plausible range; that is the span the assumptions allow. It is computed on a smaller part of the population.") : "")
                + " " + Written.unclear(ranged).in(language)));
        for (String group : groups()) {
            List<Row> own = rows.stream().filter(r -> r.group().equals(group)).toList();
            String caption = group.equals(Cells.ALL) ? say("Alle, et år under hver version", "Everybody, a year under each version") : say("Gruppe ", "Group ") + group + say(", et år under hver version", ", a year under each version");
            if (!own.isEmpty()) {
                List<String> header = new ArrayList<>(List.of(say("Mål", "Measure"), say("Før", "Before"), say("Efter", "After"), say("Forskel", "Difference")));
                List<Table.Alignment> columns = new ArrayList<>(List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER, Table.Alignment.NUMBER, Table.Alignment.NUMBER));
                if (ranged) {
                    header.add(say("Forskel i det rimelige interval", "Difference over the plausible range"));
                    columns.add(Table.Alignment.NUMBER);
                }
                blocks.add(new Table("", caption, "", columns, List.of(row(header.toArray(String[]::new))), own.stream().map(r -> row(r, ranged)).toList(), true));
            }
        }
        return blocks;
    }

    private Table.Row row(Row row, boolean ranged) {
        Written written = written();
        String old = before.run().manifest().run();
        String now = after.run().manifest().run();
        List<Table.Cell> cells = new ArrayList<>(List.of(
                cell(new Words(row.measure().label().in(language) + written.unit(row.measure()))),
                cell(new Claim(written.withInterval(row.measure(), row.before()), old)),
                cell(new Claim(written.withInterval(row.measure(), row.after()), now)),
                cell(new Claim(difference(row), run()))));
        if (ranged) {
            cells.add(cell(new Claim(row.difference().range().map(r -> written.range(row.measure(), r.low(), r.high())).orElse("\u2013"), run())));
        }
        return new Table.Row(cells);
    }

    private static Table.Row row(String... words) {
        return new Table.Row(Stream.of(words).map(w -> cell(new Words(w))).toList());
    }

    private static Table.Cell cell(Inline inline) {
        return new Table.Cell(List.of(new Paragraph(List.of(inline))), 1);
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(List.of(new Words(words)));
    }

    private Written written() {
        return ConsequenceModel.written(after.scenario(), after.run(), language);
    }

    private String say(String danish, String english) {
        return language == Language.DA ? danish : english;
    }
}
