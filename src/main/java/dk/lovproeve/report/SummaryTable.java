package dk.lovproeve.report;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Language;
import dk.lovproeve.report.document.Block;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Inline;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Reference;
import dk.lovproeve.report.document.Section;
import dk.lovproeve.report.document.Table;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The summary table of the notes, read off the finished tree: what each cell says, of whom, and where the text above says it.
 * A paragraph of a cell that points to an authority's section begins with the authority, with a colon where that is no part of
 * the sentence.
 */
final class SummaryTable {

    /** Its id in the template. */
    static final String ID = "summary-table";

    /** That nobody knows yet, before the section that says so. */
    private static final Map<Language, Pattern> MISSING = Map.of(Language.DA, Pattern.compile("([Oo]mfanget m|[Mm])angler, se"), Language.EN, Pattern.compile("([Tt]he extent is m|[Mm])issing, see"));
    /** That the computation is sure of none: neither a consequence nor the official word for none. */
    private static final Map<Language, String> NONE_SURE = Map.of(Language.DA, "Beregningen viser ingen sikre ", Language.EN, "The computation shows no sure ");
    private static final String MARK = "X";

    /** What sort of thing a paragraph says. */
    enum Said {
        /** A consequence, in a sentence. */
        SOMETHING,
        /** The official word for none. */
        NOTHING,
        /** That nobody has written it yet. */
        MISSING,
        /** The mark in a box. */
        MARK,
        /** The name of a box, which the mark stands under. */
        BOX
    }

    /**
     * A paragraph of a cell.
     *
     * @param whose the authority it is of, as its section is titled; empty where it is nobody's
     * @param words what it says, without the authority and its colon, and without the reference
     * @param to    the section it points to; empty where it points to none, or to several
     */
    record Entry(Said said, String whose, String words, Optional<Section> to) {}

    private final Table table;
    private final Edition.SummaryTable official;
    private final Language language;
    private final List<String> authorities;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private SummaryTable(Table table, Edition edition, Document document) {
        this.table = table;
        this.official = edition.table();
        this.language = document.language();
        this.authorities = Stream.of(BillNotes.Authority.values())
                .map(a -> a.label().in(language))
                .map(label -> Character.toUpperCase(label.charAt(0)) + label.substring(1))
                .toList();
        sections(document.blocks(), sections);
    }

    /** Every summary table there is; one, unless somebody has changed the template. */
    static List<SummaryTable> in(Document document, Edition edition) {
        List<Table> tables = new ArrayList<>();
        tables(document.blocks(), tables);
        return tables.stream().map(t -> new SummaryTable(t, edition, document)).toList();
    }

    /** @throws IllegalArgumentException when the notes have none */
    static SummaryTable of(Document notes, Edition edition) {
        return in(notes, edition).stream().findFirst().orElseThrow(() -> Checks.failure("notes", "no table " + ID, "one"));
    }

    /** Its rows: the label, and the cells. */
    List<Table.Row> rows() {
        return table.body();
    }

    /** What a cell says, paragraph by paragraph. */
    List<Entry> entries(Table.Cell cell) {
        return cell.paragraphs().stream().map(this::entry).toList();
    }

    private Entry entry(Paragraph paragraph) {
        List<String> to = paragraph.inlines().stream().filter(Reference.class::isInstance).map(i -> ((Reference) i).to()).toList();
        Optional<Section> section = to.size() == 1 ? Optional.ofNullable(sections.get(to.get(0))) : Optional.empty();
        // The reference has no words of its own: what is left of it is its brackets.
        String words = plain(Inline.plain(paragraph.inlines())).replaceFirst("\\s*\\(\\s*\\)$", "");
        String whose = section.map(Section::title).filter(title -> authorities.contains(title) && words.startsWith(title)).orElse("");
        String own = !whose.isEmpty() && words.startsWith(whose + ": ") ? words.substring(whose.length() + 2) : words;
        return new Entry(said(own, to.isEmpty()), whose, own, section);
    }

    private Said said(String words, boolean alone) {
        if (alone && (words.equals(official.yes().text().in(language)) || words.equals(official.no().text().in(language)))) {
            return Said.BOX;
        }
        return words.equals(MARK) ? Said.MARK
                : words.equals(official.none().text().in(language)) ? Said.NOTHING
                : MISSING.get(language).matcher(words).matches() ? Said.MISSING
                : Said.SOMETHING;
    }

    /** Whether a paragraph only says that the computation is sure of none. */
    boolean isNoneSure(Entry entry) {
        return entry.words().startsWith(NONE_SURE.get(language));
    }

    private static void tables(List<Block> blocks, List<Table> found) {
        for (Block block : blocks) {
            if (block instanceof Section section) {
                tables(section.blocks(), found);
            } else if (block instanceof Table table && table.id().equals(ID)) {
                found.add(table);
            }
        }
    }

    private static void sections(List<Block> blocks, Map<String, Section> found) {
        for (Block block : blocks) {
            if (block instanceof Section section) {
                found.put(section.id(), section);
                sections(section.blocks(), found);
            }
        }
    }

    static String plain(String words) {
        return words.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
