package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Arm;
import dk.lovproeve.experiment.Experiment;
import dk.lovproeve.experiment.ExperimentResult;
import dk.lovproeve.experiment.ExperimentSpec;
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
import dk.lovproeve.report.document.Table;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioDifference;
import dk.lovproeve.scenario.ScenarioDifference.Change;
import dk.lovproeve.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private record Row(Measure measure, String group, Estimate before, Estimate after, Estimate difference) {}

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final Of before;
    private final Of after;
    private final List<Change> changes;
    private final Language language;
    private final boolean paired;
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
        this.paired = isAlike();
        this.rows = paired ? pairedRows(threads, progress) : unpairedRows();
    }

    /** Whether both were run on the same people with the same chance, and count the same. */
    public boolean isPaired() {
        return paired;
    }

    public List<Change> changes() {
        return changes;
    }

    /** The headline measures for everybody: label, before, after and difference, as a reader reads them. */
    public List<List<String>> headlines() {
        Written written = written();
        return rows.stream().filter(r -> r.group().equals(Cells.ALL)).map(r -> List.of(
                r.measure().label().in(language) + written.unit(r.measure()),
                written.withInterval(r.measure(), r.before()), written.withInterval(r.measure(), r.after()),
                written.difference(r.measure(), r.difference()))).toList();
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

    // ---- the numbers ----

    private boolean isAlike() {
        boolean sameRun = before.run().manifest().seed() == after.run().manifest().seed()
                && before.run().manifest().replications() == after.run().manifest().replications()
                && before.run().manifest().scale() == after.run().manifest().scale()
                && before.run().manifest().days() == after.run().manifest().days();
        var old = before.scenario().bill().model();
        var now = after.scenario().bill().model();
        return sameRun
                && old.procedure().measures().stream().map(Measure::id).toList().equals(now.procedure().measures().stream().map(Measure::id).toList())
                && old.targetGroups().stream().map(g -> g.id()).toList().equals(now.targetGroups().stream().map(g -> g.id()).toList())
                && old.population().municipalities().equals(now.population().municipalities())
                && old.procedure().groups().isPresent() == now.procedure().groups().isPresent();
    }

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
        ExperimentResult result = new Experiment(
                List.of(new Arm(BEFORE, before.scenario().bill().model()), new Arm(AFTER, after.scenario().bill().model())), spec).run(progress);
        List<Row> told = new ArrayList<>();
        for (Measure measure : measures()) {
            for (String group : groups()) {
                Optional<Estimate> old = result.outcomes().find(BEFORE, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                Optional<Estimate> now = result.outcomes().find(AFTER, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                Optional<Estimate> difference = result.differences().find(AFTER, measure.id(), View.ACTUAL, Cells.Grouping.START, group);
                if (old.isPresent() && now.isPresent() && difference.isPresent()) {
                    told.add(new Row(measure, group, old.get(), now.get(), difference.get()));
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
                    told.add(new Row(measure, group, old.get(), now.get(),
                            new Estimate(mean, mean - half, mean + half, Math.min(old.get().replications(), now.get().replications()))));
                }
            }
        }
        return told;
    }

    // ---- the document ----

    private Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Section("text", say("Hvad der er ændret i teksten", "What has changed in the text"), true, texts()));
        blocks.add(new Section("procedure", say("Hvad ændringen åbner og lukker", "What the change opens and closes"), true, openings()));
        blocks.add(new Section("consequences", say("Hvad der er ændret i følgerne", "What has changed in the consequences"), true, consequences()));
        List<Fact> facts = List.of(
                fact(say("Før", "Before"), before), fact(say("Efter", "After"), after));
        return new Document(
                after.scenario().duty().title().in(language), say("Forskel på to versioner af lovforslaget", "Difference between two versions of the bill"),
                language, facts, 1, blocks);
    }

    private Fact fact(String label, Of version) {
        return new Fact(label, List.of(new Words(version.scenario().id() + say(", kørsel ", ", run ") + version.run().manifest().run()
                + say(", startværdi ", ", seed ") + version.run().manifest().seed())));
    }

    private List<Block> texts() {
        if (changes.isEmpty()) {
            return List.of(paragraph(say("Intet er ændret i teksten.", "Nothing has changed in the text.")));
        }
        List<Block> blocks = new ArrayList<>();
        for (ScenarioDifference.Part part : ScenarioDifference.Part.values()) {
            List<Change> own = changes.stream().filter(c -> c.part() == part).toList();
            if (!own.isEmpty()) {
                List<Table.Row> body = own.stream().map(c -> row(c.path(), words(c.before()), words(c.after()))).toList();
                blocks.add(new Section("", part.label().in(language), true, List.of(new Table(
                        "", part.label().in(language) + ": " + say("før og efter", "before and after"), "",
                        List.of(Table.Alignment.TEXT, Table.Alignment.TEXT, Table.Alignment.TEXT),
                        List.of(row(say("Sted", "Place"), say("Før", "Before"), say("Efter", "After"))), body, true))));
            }
        }
        return blocks;
    }

    private String words(Optional<Text> text) {
        return text.map(t -> t.in(language)).filter(t -> !t.isBlank()).orElse("\u2013");
    }

    private List<Block> openings() {
        List<Text> sentences = VariantComparison.of(
                new Text("Den nye version", "The new version"), before.scenario().bill().model().procedure(), after.scenario().bill().model().procedure(),
                Subjects.citizens(after.scenario())).sentences();
        return sentences.isEmpty()
                ? List.of(paragraph(say("De to versioner åbner og lukker de samme udfald for de samme.", "The two versions open and close the same outcomes to the same people.")))
                : List.of(new ItemList(false, sentences.stream().map(s -> List.<Inline>of(new Words(s.in(language)))).toList()));
    }

    private List<Block> consequences() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(paired
                ? say("Begge versioner er kørt på de samme mennesker med de samme tilfældige hændelser. Forskellen kan derfor kun skyldes ændringen; dens interval er parret.",
                        "Both versions are run on the same people with the same chance. The difference can therefore only be due to the change; its interval is paired.")
                : say("De to kørsler er ikke lavet ens (startværdi, gentagelser, andel, dage, mål, målgrupper eller kommuner er forskellige). Forskellen er regnet, som om de intet havde til fælles, og kan også skyldes det, der er forskelligt.",
                        "The two runs were not made alike (seed, replications, scale, days, measures, target groups or municipalities differ). The difference is computed as if they had nothing in common, and may also be due to what differs.")));
        blocks.add(paragraph(say("† betyder, at 95 %-intervallet rummer nul: modellen kan ikke sige, om der er en forskel.", "† means that the 95% interval holds zero: the model cannot tell whether there is a difference.")));
        if (ExperimentSpec.isTooSmallToQuote(after.run().manifest().scale()) || ExperimentSpec.isTooSmallToQuote(before.run().manifest().scale())) {
            blocks.add(new Note(Note.Kind.CAVEAT, "", List.of(paragraph(say("Kørslen er for lille til at citere.", "The run is too small to quote.")))));
        }
        for (String group : groups()) {
            List<Row> own = rows.stream().filter(r -> r.group().equals(group)).toList();
            String caption = group.equals(Cells.ALL) ? say("Alle, et år under hver version", "Everybody, a year under each version") : say("Gruppe ", "Group ") + group + say(", et år under hver version", ", a year under each version");
            if (!own.isEmpty()) {
                blocks.add(new Table("", caption, "", List.of(Table.Alignment.TEXT, Table.Alignment.NUMBER, Table.Alignment.NUMBER, Table.Alignment.NUMBER),
                        List.of(row(say("Mål", "Measure"), say("Før", "Before"), say("Efter", "After"), say("Forskel", "Difference"))),
                        own.stream().map(this::row).toList(), true));
            }
        }
        return blocks;
    }

    private Table.Row row(Row row) {
        Written written = written();
        String old = before.run().manifest().run();
        String now = after.run().manifest().run();
        return new Table.Row(List.of(
                cell(new Words(row.measure().label().in(language) + written.unit(row.measure()))),
                cell(new Claim(written.withInterval(row.measure(), row.before()), old)),
                cell(new Claim(written.withInterval(row.measure(), row.after()), now)),
                cell(new Claim(written.difference(row.measure(), row.difference()), old + "/" + now))));
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
