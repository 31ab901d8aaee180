package dk.lovproeve.report;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.SummaryTable.Entry;
import dk.lovproeve.report.SummaryTable.Said;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.Edition;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule of the guidance that the summary table holds nothing new: every paragraph of every cell points to a section, and
 * that section says the same words. A cell that says that there is nothing points to a section with a sentence that says so
 * of consequences of that sign, and says nothing besides; one that says that something is missing points to a section with
 * that gap. Read off the finished tree, so that a template that somebody has changed is held to it too.
 */
final class SummaryTableRule {

    /** That there is nothing to win, and nothing to lose, by the column of the table. */
    private static final Map<Language, List<Pattern>> SAYS_NOTHING = Map.of(
            Language.DA, nothing("ingen", "positive konsekvenser|mindreudgifter", "negative konsekvenser|merudgifter", "konsekvenser"),
            Language.EN, nothing("no", "positive consequences|savings", "negative consequences|further expenditure", "consequences"));
    private static final Map<Language, Pattern> OF_THE_FIVE = Map.of(
            Language.DA, Pattern.compile("(?iu)de fem principper"), Language.EN, Pattern.compile("(?iu)the five principles"));

    private final SummaryTable table;
    private final Language language;
    private final Outline outline;

    private SummaryTableRule(SummaryTable table, Document document) {
        this.table = table;
        this.language = document.language();
        this.outline = new Outline(document);
    }

    /** Of both signs: <em>ingen økonomiske konsekvenser</em>, but not <em>ingen positive konsekvenser</em> for the negative ones. */
    private static List<Pattern> nothing(String no, String positive, String negative, String consequences) {
        String either = "(?:(?!posi|nega)[\\w-]+ ){0,4}(?!posi|nega)\\w*" + consequences;
        return List.of(Pattern.compile("(?iuU)\\b" + no + " (?:" + positive + "|" + either + ")"), Pattern.compile("(?iuU)\\b" + no + " (?:" + negative + "|" + either + ")"));
    }

    /**
     * Holds a document to the rule.
     *
     * @param file what made it, for the failures
     * @throws AuthorException naming every cell that says what the text above does not
     */
    static void check(Document document, Edition edition, String file) {
        Failures failures = new Failures();
        Place place = new Place(file, 0);
        List<SummaryTable> tables = SummaryTable.in(document, edition);
        if (tables.isEmpty()) {
            failures.add(place, SummaryTable.ID, new Text("intet skema", "no table"), new Text("tabellen med id " + SummaryTable.ID, "the table with the id " + SummaryTable.ID), "");
        }
        tables.forEach(table -> new SummaryTableRule(table, document).check(failures, place));
        failures.throwIfAny();
    }

    private void check(Failures failures, Place place) {
        for (Table.Row row : table.rows()) {
            String name = row.cells().get(0).paragraphs().stream().map(p -> SummaryTable.plain(Inline.plain(p.inlines()))).collect(Collectors.joining(" "));
            for (int column = 1; column < row.cells().size(); column++) {
                int shown = column + 1;
                cell(failures, place, new Text("skemaet, rækken »" + name + "«, kolonne " + shown, "the table, the row \"" + name + "\", column " + shown).in(language),
                        Math.min(column, 2) - 1, table.entries(row.cells().get(column)));
            }
        }
    }

    private void cell(Failures failures, Place place, String subject, int sign, List<Entry> entries) {
        if (entries.isEmpty()) {
            failures.add(place, subject, new Text("ingenting", "nothing"), new Text("en sætning fra teksten ovenfor, »Ingen« eller »Mangler«", "a sentence of the text above, \"None\" or \"Missing\""), "");
        }
        for (Entry entry : entries) {
            boolean contradicted = entry.said() == Said.NOTHING && entries.stream().anyMatch(e -> e != entry && e.whose().equals(entry.whose()));
            if (contradicted) {
                failures.add(place, subject, new Text(entry.words() + " og noget mere", entry.words() + " and something more"), new Text("det ene eller det andet", "one or the other"), "");
            } else if (entry.said() != Said.BOX && entry.to().isEmpty()) {
                failures.add(place, subject, Text.same(entry.words()), new Text("en henvisning til det afsnit, der siger det", "a reference to the section that says it"), "");
            } else if (entry.said() != Said.BOX && !says(entry.to().get(), entry, sign)) {
                String where = outline.heading(entry.to().get()).text();
                failures.add(place, subject, Text.same(entry.words()), new Text("noget, der står i »" + where + "«", "something that is said in \"" + where + "\""), "");
            }
        }
    }

    private boolean says(Section section, Entry entry, int sign) {
        String said = SummaryTable.plain(section.blocks().stream().map(this::text).collect(Collectors.joining(" ")));
        return switch (entry.said()) {
            case NOTHING -> SAYS_NOTHING.get(language).get(sign).matcher(said).find();
            case MISSING -> hasGap(section.blocks());
            case MARK -> OF_THE_FIVE.get(language).matcher(said).find();
            case SOMETHING -> said.contains(entry.words());
            case BOX -> true;
        };
    }

    private static boolean hasGap(List<Block> blocks) {
        return blocks.stream().anyMatch(b -> b instanceof Note note && note.kind() == Note.Kind.GAP || b instanceof Section inner && hasGap(inner.blocks()));
    }

    private String text(Block block) {
        if (block instanceof Section section) {
            return section.blocks().stream().map(this::text).collect(Collectors.joining(" "));
        }
        if (block instanceof Paragraph paragraph) {
            return Inline.plain(paragraph.inlines());
        }
        if (block instanceof ItemList list) {
            return list.items().stream().map(Inline::plain).collect(Collectors.joining(" "));
        }
        // What a gap or a caveat says is not what the bill says; and a table is not a sentence.
        return "";
    }
}
