package dk.lovproeve.report;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.ItemList;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Outline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of the guidance that the summary table holds nothing new: every paragraph of every cell points to a section, and
 * that section says the same words. A cell that says that there is nothing points to a section with a sentence that says so,
 * and a cell that says that something is missing to a section with that gap. Read off the finished tree, so that a template
 * that somebody has changed is held to it too.
 */
final class SummaryTableRule {

    /** The id of the summary table in the template. */
    static final String TABLE = "summary-table";

    private static final Text MISSING = new Text("Mangler", "Missing");
    private static final Text MARK = new Text("X", "X");
    private static final Map<Language, Pattern> SAYS_NOTHING = Map.of(
            Language.DA, Pattern.compile("(?iu)\\bingen\\b"), Language.EN, Pattern.compile("(?iu)\\b(no|none)\\b"));
    private static final Map<Language, Pattern> OF_THE_FIVE = Map.of(
            Language.DA, Pattern.compile("(?iu)de fem principper"), Language.EN, Pattern.compile("(?iu)the five principles"));

    private final Edition edition;
    private final Language language;
    private final Outline outline;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();

    private SummaryTableRule(Document document, Edition edition) {
        this.edition = edition;
        this.language = document.language();
        this.outline = new Outline(document);
        walk(document.blocks());
    }

    /**
     * Holds a document to the rule.
     *
     * @param file what made it, for the failures
     * @throws AuthorException naming every cell that says what the text above does not
     */
    static void check(Document document, Edition edition, String file) {
        Failures failures = new Failures();
        new SummaryTableRule(document, edition).check(failures, file);
        failures.throwIfAny();
    }

    /** The summary table of the notes. @throws IllegalArgumentException when they have none */
    static Table table(Document document) {
        return tables(document.blocks()).findFirst().orElseThrow(() -> Checks.failure("notes", "no table " + TABLE, "one"));
    }

    private static Stream<Table> tables(List<Block> blocks) {
        return blocks.stream().flatMap(b -> b instanceof Section section
                ? tables(section.blocks())
                : b instanceof Table table && table.id().equals(TABLE) ? Stream.of(table) : Stream.empty());
    }

    /** Whether a text says of something that there is none. */
    static boolean saysNothing(String text, Language language) {
        return SAYS_NOTHING.get(language).matcher(text).find();
    }

    private void walk(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Section section) {
                sections.put(section.id(), section);
                walk(section.blocks());
            } else if (block instanceof Table table && table.id().equals(TABLE)) {
                tables.add(table);
            }
        }
    }

    private void check(Failures failures, String file) {
        Place place = new Place(file, 0);
        if (tables.isEmpty()) {
            failures.add(place, TABLE, new Text("intet skema", "no table"), new Text("tabellen med id " + TABLE, "the table with the id " + TABLE), "");
        }
        for (Table table : tables) {
            for (Table.Row row : table.body()) {
                String name = text(row.cells().get(0));
                for (int column = 1; column < row.cells().size(); column++) {
                    cell(failures, place, name, column + 1, row.cells().get(column));
                }
            }
        }
    }

    private void cell(Failures failures, Place place, String row, int column, Table.Cell cell) {
        String subject = new Text("skemaet, rækken »" + row + "«, kolonne " + column, "the table, the row \"" + row + "\", column " + column).in(language);
        String whole = text(cell);
        // The two boxes of the last row, of which one is left without a mark.
        if (whole.equals(edition.table().yes().text().in(language)) || whole.equals(edition.table().no().text().in(language))) {
            return;
        }
        if (cell.paragraphs().isEmpty()) {
            failures.add(place, subject, new Text("ingenting", "nothing"), new Text("en sætning fra teksten ovenfor, »Ingen« eller »Mangler«", "a sentence of the text above, \"None\" or \"Missing\""), "");
        }
        for (Paragraph paragraph : cell.paragraphs()) {
            List<Reference> references = paragraph.inlines().stream().filter(Reference.class::isInstance).map(Reference.class::cast).toList();
            String words = words(paragraph);
            if (references.size() != 1 || !sections.containsKey(references.get(0).to())) {
                failures.add(place, subject, Text.same(words), new Text("en henvisning til det afsnit, der siger det", "a reference to the section that says it"), "");
            } else if (!says(sections.get(references.get(0).to()), words)) {
                String where = outline.heading(sections.get(references.get(0).to())).text();
                failures.add(place, subject, Text.same(words), new Text("noget, der står i »" + where + "«", "something that is said in \"" + where + "\""), "");
            }
        }
    }

    /** What a paragraph of a cell says, without the reference in its bracket at the end. */
    private static String words(Paragraph paragraph) {
        return plain(Inline.plain(paragraph.inlines())).replaceFirst("\\s*\\(\\s*\\)$", "");
    }

    private boolean says(Section section, String words) {
        String said = section.blocks().stream().map(this::text).collect(Collectors.joining(" "));
        if (words.endsWith(edition.table().none().text().in(language))) {
            return saysNothing(said, language);
        }
        if (words.endsWith(MISSING.in(language))) {
            return hasGap(section.blocks());
        }
        if (words.endsWith(": " + MARK.in(language))) {
            return OF_THE_FIVE.get(language).matcher(said).find();
        }
        return plain(said).contains(words);
    }

    private static boolean hasGap(List<Block> blocks) {
        return blocks.stream().anyMatch(b -> b instanceof Note note && note.kind() == Note.Kind.GAP || b instanceof Section inner && hasGap(inner.blocks()));
    }

    // ---- the tree as text ----

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

    private static String text(Table.Cell cell) {
        return cell.paragraphs().stream().map(p -> plain(Inline.plain(p.inlines()))).collect(Collectors.joining(" "));
    }

    private static String plain(String words) {
        return words.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
