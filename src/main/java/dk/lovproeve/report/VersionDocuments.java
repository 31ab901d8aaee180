package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.ExperimentSpec;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.ProgressListener;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.procedure.VariantComparison;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.html.HtmlRenderer;
import dk.lovproeve.report.template.TemplateEngine;
import dk.lovproeve.report.word.WordRenderer;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.ScenarioDifference.Change;
import dk.lovproeve.scenario.ScenarioDifference.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has changed between two versions of a bill, such as a draft and the bill as introduced: in the text, in what the
 * procedure opens and closes, and in the consequences. The words are the template's; what is told on the screen is what the
 * document says first.
 */
public final class VersionDocuments {

    private static final String TEMPLATE = "version-difference.ftlx";

    /** A version with its run. */
    public record Of(Scenario scenario, Run run) {}

    /** A piece of a text, with a space between it and the next, and whether the other version is without it. */
    private record Piece(String words, boolean changed) {}

    private final Of before;
    private final Of after;
    private final List<Change> changes;
    private final Language language;
    private final VersionPair pair;
    private final Written written;
    private final Document document;

    /**
     * Compares.
     *
     * @param templates the folder of templates
     * @param changes   what has changed in the text
     * @param threads   how many threads may run
     * @param progress  told while both versions are run together
     * @throws dk.lovproeve.base.AuthorException when the template breaks a rule
     */
    public VersionDocuments(Path templates, Of before, Of after, List<Change> changes, int threads, ProgressListener progress, Language language) {
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
        this.language = language;
        this.pair = new VersionPair(before.scenario(), before.run(), after.scenario(), after.run(), threads, progress, language);
        this.written = ConsequenceModel.written(after.scenario(), after.run(), language);
        this.document = new TemplateEngine(templates).document(TEMPLATE, model(), language, Map.of());
    }

    /** What a reader must know before anything else, such as that these are hardly two versions of one bill. */
    public List<String> warnings() {
        return document.blocks().stream()
                .filter(Note.class::isInstance)
                .flatMap(note -> ((Note) note).blocks().stream())
                .filter(Paragraph.class::isInstance)
                .map(paragraph -> Inline.plain(((Paragraph) paragraph).inlines()))
                .toList();
    }

    /** What changed and for whom, a sentence each: the text, what it opens and closes, and the consequences. */
    public List<String> inShort() {
        return firstList("short");
    }

    /** Why they cannot be run together on the same people with the same chance; nothing where they are. */
    public List<String> notPairedBecause() {
        return pair.unlike().isEmpty() ? List.of() : firstList("consequences");
    }

    private List<String> firstList(String section) {
        return document.blocks().stream()
                .filter(block -> block instanceof Section s && s.id().equals(section))
                .flatMap(block -> ((Section) block).blocks().stream())
                .filter(ItemList.class::isInstance)
                .findFirst()
                .map(list -> ((ItemList) list).items().stream().map(Inline::plain).toList())
                .orElse(List.of());
    }

    /** The headline measures for everybody: label, before, after and difference, as a reader reads them. */
    public List<List<String>> headlines() {
        return pair.rows(Cells.ALL).stream()
                .map(r -> List.of(label(r), written.withInterval(r.measure(), r.before()), written.withInterval(r.measure(), r.after()), written.difference(r.difference())))
                .toList();
    }

    /** The files by name. */
    public Map<String, byte[]> files() {
        boolean danish = language == Language.DA;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(danish ? "versionsforskel.docx" : "version-difference.docx", new WordRenderer().render(document));
        files.put(danish ? "versionsforskel.html" : "version-difference.html", new HtmlRenderer().bytes(document));
        return files;
    }

    // ---- what the template is given ----

    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", after.scenario().duty().title());
        model.put("versions", Stream.of(before, after).map(v -> Map.of(
                "scenario", v.scenario().id(), "run", v.run().manifest().run(), "seed", String.valueOf(v.run().manifest().seed()))).toList());
        model.put("pair", before.run().manifest().run() + "/" + after.run().manifest().run());
        VersionPair.Likeness likeness = pair.likeness();
        model.put("unlikeLaws", likeness.isOneBill() ? Optional.empty() : Optional.of(likeness));
        model.put("smallScale", Stream.of(before, after).anyMatch(v -> ExperimentSpec.isTooSmallToQuote(v.run().manifest().scale())));
        model.put("count", changes.size());
        model.put("only", Stream.of(Language.values())
                .map(l -> Map.of("language", l.code(), "count", changes.stream().filter(c -> c.onlyIn().equals(Optional.of(l))).count()))
                .filter(only -> !only.get("count").equals(0L))
                .toList());
        model.put("parts", parts());
        model.put("places", changes.stream().filter(c -> c.part() == Part.WORDS).map(Change::place).distinct().toList());
        model.put("openings", VariantComparison.of(
                        new Text("Den nye version", "The new version"), before.scenario().bill().model().procedure(),
                        after.scenario().bill().model().procedure(), Subjects.citizens(after.scenario()).and(Subjects.citizens(before.scenario())))
                .sentences());
        boolean ranged = pair.rows().stream().anyMatch(r -> r.difference().range().isPresent());
        model.put("paired", pair.unlike().isEmpty());
        model.put("unlike", pair.unlike().stream().map(u -> Map.of(
                "key", u.key(), "order", u.order(), "values", u.values(), "before", u.before(), "after", u.after())).toList());
        model.put("measures", pair.measures().size());
        model.put("grouped", pair.groups().size() > 1);
        model.put("standing", weakestFirst().stream().map(group -> Map.of(
                "group", group, "better", pair.changed(group, true).size(), "worse", pair.changed(group, false).size())).toList());
        model.put("most", most());
        model.put("ranged", ranged);
        model.put("pulled", pair.rows().stream().anyMatch(r -> r.difference().pull() != 0));
        model.put("rangeSmaller", PlausibleRange.scale(after.run().manifest().scale()) < after.run().manifest().scale());
        model.put("unclear", Written.unclear(ranged));
        model.put("outside", Written.outside());
        model.put("groups", pair.groups().stream().filter(group -> !pair.rows(group).isEmpty()).map(group -> Map.of(
                "group", group, "rows", pair.rows(group).stream().map(this::row).toList())).toList());
        return model;
    }

    /** The changes of the text, by what they are in. */
    private List<Map<String, Object>> parts() {
        return Stream.of(Part.values())
                .map(part -> Map.<String, Object>of("label", part.label(), "changes", changes.stream().filter(c -> c.part() == part).map(this::change).toList()))
                .filter(part -> !((List<?>) part.get("changes")).isEmpty())
                .toList();
    }

    /** A change; one in the words of one language alone is told in those words. */
    private Map<String, Object> change(Change change) {
        Language told = change.onlyIn().orElse(language);
        String old = words(change.before(), told);
        String now = words(change.after(), told);
        boolean both = !old.isEmpty() && !now.isEmpty();
        return Map.of(
                "place", change.place(),
                "only", change.onlyIn().map(Language::code).orElse(""),
                "language", told.code(),
                "before", both ? marked(old, now) : whole(old),
                "after", both ? marked(now, old) : whole(now));
    }

    private static String words(Optional<Text> text, Language told) {
        return text.map(t -> t.in(told)).filter(t -> !t.isBlank()).orElse("");
    }

    private static List<Piece> whole(String words) {
        return words.isEmpty() ? List.of() : List.of(new Piece(words, false));
    }

    /** A text in pieces: the words that the other has too, in the same order, and those it has not. */
    private static List<Piece> marked(String text, String other) {
        String[] words = text.split(" ");
        String[] others = other.split(" ");
        int[][] common = new int[words.length + 1][others.length + 1];
        for (int i = words.length - 1; i >= 0; i--) {
            for (int j = others.length - 1; j >= 0; j--) {
                common[i][j] = words[i].equals(others[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean changed = false;
        int j = 0;
        for (int i = 0; i < words.length; i++) {
            while (j < others.length && !words[i].equals(others[j]) && common[i][j + 1] >= common[i + 1][j] && common[i][j + 1] == common[i][j]) {
                j++;
            }
            boolean isCommon = j < others.length && words[i].equals(others[j]);
            if (isCommon) {
                j++;
            }
            if (changed == isCommon && piece.length() > 0) {
                pieces.add(new Piece(piece.toString().strip(), changed));
                piece.setLength(0);
            }
            changed = !isCommon;
            piece.append(piece.length() == 0 ? "" : " ").append(words[i]);
        }
        pieces.add(new Piece(piece.toString().strip(), changed));
        return pieces;
    }

    /** What matters most to each group, for the worse and for the better. */
    private List<Map<String, Object>> most() {
        List<Map<String, Object>> most = new ArrayList<>();
        if (pair.unlike().isEmpty()) {
            for (String group : weakestFirst()) {
                for (boolean better : new boolean[] {false, true}) {
                    pair.changed(group, better).stream().max(Comparator.comparingDouble(VersionPair.Row::relative)).ifPresent(row -> most.add(Map.of(
                            "group", group, "better", better, "label", label(row), "change", written.change(row.difference()))));
                }
            }
        }
        return most;
    }

    /** The group that stands weakest comes first. */
    private List<String> weakestFirst() {
        List<String> groups = new ArrayList<>(pair.groups());
        Collections.reverse(groups);
        return groups;
    }

    private Map<String, String> row(VersionPair.Row row) {
        return Map.of(
                "label", label(row),
                "before", written.withInterval(row.measure(), row.before()),
                "after", written.withInterval(row.measure(), row.after()),
                "difference", written.difference(row.difference()),
                "range", written.rangeOfChange(row.difference()).orElse("\u2013"));
    }

    private String label(VersionPair.Row row) {
        return row.measure().label().in(language) + written.unit(row.measure());
    }
}
