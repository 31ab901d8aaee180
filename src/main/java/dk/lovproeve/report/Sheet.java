package dk.lovproeve.report;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.procedure.Measure;
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
import dk.lovproeve.scenario.NotesFile;
import dk.lovproeve.scenario.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the {@linkplain TwoPages two pages} are written on: fields one after the other, each of lines whose length is known, with
 * the section of the notes that they sum up.
 */
final class Sheet {

    /** The most lines of a field; a table beside them is longer by its nature. */
    static final int MOST_LINES = 7;

    /** What stands where there is no figure. */
    static final String NOTHING = "\u2013";

    /** Points of the letters, and the width of a line on the page. */
    private static final double SIZE = 11;
    private static final double WIDTH = 507;
    private static final double INDENTED = WIDTH - 20;

    private static final String SENTENCE = "(?<=[.!?]) (?=\\p{Lu}|»|\")";
    /** Behind what is cut and stands in no numbered section. */
    private static final Text LEFT_OUT = new Text(" (mere i bemærkningerne)", " (more in the notes)");

    final Scenario scenario;
    final Run run;
    final Drafting drafting;
    final BillNotes notes;
    final Language language;
    final Document whole;
    final Written written;
    private final Map<String, Object> model;
    private final Outline outline;
    private final Map<Language, HeldAgainst> held = new EnumMap<>(Language.class);
    private final List<Block> blocks = new ArrayList<>();
    private int gaps;

    /**
     * An empty sheet.
     *
     * @param model what the notes were given
     * @param whole the notes
     */
    Sheet(Scenario scenario, Run run, Drafting drafting, Language language, Map<String, Object> model, Document whole) {
        this.scenario = scenario;
        this.run = run;
        this.drafting = drafting;
        this.notes = drafting.notes();
        this.language = language;
        this.model = model;
        this.whole = whole;
        this.written = ConsequenceModel.written(scenario, run, language);
        this.outline = new Outline(whole);
    }

    /** The fields so far. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** How much the fields so far say is missing. */
    int gaps() {
        return gaps;
    }

    // ---- lines ----

    /**
     * A line of a field as it is written: words, figures of the run, and what is missing. It is as long as the longest of both
     * languages, so that what there is room for is told in both.
     */
    final class Line {

        private final List<Inline> inlines = new ArrayList<>();
        private final Map<Language, StringBuilder> plain = new EnumMap<>(Language.class);
        private int gaps;
        private boolean isCut;

        Line words(Text words) {
            add(new Words(words.in(language)), words);
            return this;
        }

        Line words(String words) {
            return words(Text.same(words));
        }

        Line words(String danish, String english) {
            return words(new Text(danish, english));
        }

        Line strong(Text words) {
            add(new Strong(List.of(new Words(words.in(language)))), words);
            return this;
        }

        Line strong(String danish, String english) {
            return strong(new Text(danish, english));
        }

        Line claim(Object figure) {
            String text = inLanguage(figure);
            add(text.equals(NOTHING) ? new Words(text) : new Claim(text, run.manifest().run()), Text.same(text));
            return this;
        }

        /** As many whole sentences as {@link Sheet#fit} has; that there are more is told by {@link #at}. */
        Line fitted(Fitted fitted) {
            isCut = fitted.isCut();
            return words(fitted.text());
        }

        Line missing(Text what) {
            gaps++;
            return strong("Mangler:", "Missing:").words(" ").words(what);
        }

        Line missing(String danish, String english) {
            return missing(new Text(danish, english));
        }

        /** That nobody has written what the column, or the word before it, is of. */
        Line missing() {
            gaps++;
            return strong("Mangler", "Missing");
        }

        private void add(Inline inline, Text words) {
            if (!words.in(language).isEmpty()) {
                inlines.add(inline);
            }
            Stream.of(Language.values()).forEach(l -> plain.computeIfAbsent(l, any -> new StringBuilder()).append(words.in(l)));
        }

        /** How much it says is missing. */
        int gaps() {
            return gaps;
        }

        /**
         * {@code (afsnit 6.2)}, {@code (afsnit 4 og 7)}, which leads there on the web, and {@code (mere i afsnit 6.2)} where sentences
         * were left out; nothing where the notes have no such section.
         */
        Line at(String... ids) {
            List<String> there = Stream.of(ids).filter(id -> number(id).isPresent()).toList();
            for (int i = 0; i < there.size(); i++) {
                Text before = i > 0 ? i + 1 < there.size() ? Text.same(", ") : new Text(" og ", " and ")
                        : isCut ? new Text(" (mere i ", " (more in ") : Text.same(" (");
                words(before);
                String number = number(there.get(i)).orElseThrow();
                Text section = i == 0 ? section(there.size()) : Text.same("");
                add(new Elsewhere(section.in(language) + number, NotesDocuments.page(language), there.get(i)), new Text(section.da() + number, section.en() + number));
            }
            isCut &= there.isEmpty();
            return words(there.isEmpty() ? "" : ")");
        }

        int lines(boolean indented) {
            return plain.entrySet().stream().mapToInt(e -> TextWidth.wrap(e.getValue() + (isCut ? LEFT_OUT.in(e.getKey()) : ""), SIZE, indented ? INDENTED : WIDTH).size()).max().orElse(0);
        }

        List<Inline> inlines() {
            return isCut ? Stream.concat(inlines.stream(), Stream.of(new Words(LEFT_OUT.in(language)))).toList() : List.copyOf(inlines);
        }

        Paragraph paragraph() {
            return new Paragraph(inlines());
        }
    }

    Line line() {
        return new Line();
    }

    static int linesOf(List<Line> lines, boolean list) {
        return lines.stream().mapToInt(l -> l.lines(list)).sum();
    }

    /** Those that a field has room for, in order. */
    static List<Line> within(List<Line> lines, boolean list) {
        List<Line> some = new ArrayList<>();
        for (Line line : lines) {
            if (linesOf(some, list) + line.lines(list) <= MOST_LINES) {
                some.add(line);
            }
        }
        return some;
    }

    // ---- fields ----

    /** Adds what must be known before all fields. */
    void before(Line line) {
        blocks.add(line.paragraph());
    }

    void field(String title, List<Line> lines, boolean list) {
        field(title, lines, list, List.of());
    }

    /**
     * Adds a field.
     *
     * @param list   whether its lines are a list
     * @param tables what stands below them
     * @throws AuthorException when the lines are more than {@value #MOST_LINES}
     */
    void field(String title, List<Line> lines, boolean list, List<Table> tables) {
        int count = linesOf(lines, list);
        if (count > MOST_LINES) {
            throw new AuthorException(List.of(new Failure(
                    new Place(scenario.id() + "/" + NotesFile.NAME, 0), title, new Text(count + " linjer", count + " lines"),
                    new Text("højst " + MOST_LINES + " linjer på de to sider", "at most " + MOST_LINES + " lines in the two pages"), "")));
        }
        gaps += lines.stream().mapToInt(Line::gaps).sum();
        Stream<Block> inside = list && lines.size() > 1
                ? Stream.of(new ItemList(false, lines.stream().map(Line::inlines).toList()))
                : lines.stream().map(Line::paragraph);
        blocks.add(new Section("", title, true, Stream.concat(inside, tables.stream()).toList()));
    }

    /** A row of a table: what it is about, and its cells. */
    Table.Row row(String label, List<Line> cells) {
        gaps += cells.stream().mapToInt(Line::gaps).sum();
        return new Table.Row(Stream.concat(Stream.of(cell(label, 1)), cells.stream().map(line -> new Table.Cell(List.of(line.paragraph()), 1))).toList());
    }

    static Table.Cell cell(String words, int span) {
        return new Table.Cell(words.isEmpty() ? List.of() : List.of(new Paragraph(List.of(new Words(words)))), span);
    }

    // ---- texts that must fit ----

    /** So many whole sentences of a text, and whether there are more. */
    record Fitted(Text text, boolean isCut) {}

    /** The text, or as many whole sentences as fill no more lines in either language, so that both tell the same. */
    Fitted fit(Text text, int most) {
        return fit(Text.same(""), text, most);
    }

    /** The same after these words on the first line, which are not given back. Where not even a sentence fits, the reader is sent to the notes. */
    Fitted fit(Text before, Text text, int most) {
        int fitting = Stream.of(Language.values()).mapToInt(l -> fitting(before.in(l), sentences(text.in(l)), most)).min().orElseThrow();
        boolean isCut = fitting < Stream.of(Language.values()).mapToInt(l -> sentences(text.in(l)).size()).max().orElseThrow();
        return fitting == 0 ? new Fitted(new Text("Se bemærkningerne.", "See the notes."), false)
                : new Fitted(new Text(first(text.da(), fitting), first(text.en(), fitting)), isCut);
    }

    private static int fitting(String before, List<String> sentences, int most) {
        int fitting = sentences.size();
        while (fitting > 0 && TextWidth.wrap(before + String.join(" ", sentences.subList(0, fitting)), SIZE, WIDTH).size() > most) {
            fitting--;
        }
        return fitting;
    }

    private static String first(String text, int number) {
        List<String> all = sentences(text);
        return String.join(" ", all.subList(0, Math.min(number, all.size())));
    }

    /**
     * Who it is about and how it ends: the first sentence, and as many of the last as there is room for in both languages; where
     * there is room for one alone, how it ends.
     *
     * @param excerpt stands behind it where sentences are left out
     */
    Text outcome(Text before, Text text, Text excerpt, int most) {
        int sentences = sentences(text.in(language)).size();
        for (int cut = 0; cut < sentences; cut++) {
            Text some = new Text(outcome(text.da(), excerpt.da(), cut), outcome(text.en(), excerpt.en(), cut));
            if (Stream.of(Language.values()).allMatch(l -> TextWidth.wrap(before.in(l) + some.in(l), SIZE, WIDTH).size() <= most)) {
                return some;
            }
        }
        return new Text("Se konsekvensrapporten.", "See the consequence report.");
    }

    /** Without so many sentences after the first; without the first too where that would leave it alone. */
    private static String outcome(String text, String excerpt, int cut) {
        List<String> all = sentences(text);
        if (cut == 0) {
            return String.join(" ", all);
        }
        List<String> end = all.subList(Math.min(1 + cut, all.size() - 1), all.size());
        return (1 + cut < all.size() ? all.get(0) + " " : "") + String.join(" ", end) + excerpt;
    }

    private static List<String> sentences(String text) {
        return List.of(text.replaceAll("\\s+", " ").strip().split(SENTENCE));
    }

    // ---- sections of the notes ----

    /** {@code (afsnit 4 og 7)}, behind a heading; nothing where the notes have none of them. */
    String at(String... ids) {
        List<String> numbers = Stream.of(ids).flatMap(id -> number(id).stream()).toList();
        return numbers.isEmpty() ? "" : " (" + section(numbers.size()).in(language).replace('\u00a0', ' ') + and(numbers) + ")";
    }

    private static Text section(int number) {
        return new Text("afsnit\u00a0", number == 1 ? "section\u00a0" : "sections\u00a0");
    }

    private Optional<String> number(String id) {
        return outline.headings().stream()
                .filter(h -> h.section().id().equals(id) && !h.number().isEmpty())
                .map(h -> h.number().substring(0, h.number().length() - 1))
                .findFirst();
    }

    // ---- what the notes were given ----

    /** How the run stands to what is known, in one of the languages. */
    HeldAgainst held(Language told) {
        return held.computeIfAbsent(told, l -> new HeldAgainst(scenario, run.outcomes(), run.manifest().days(), run.manifest().scale(), l));
    }

    List<Measure> measures() {
        return scenario.bill().model().procedure().measures();
    }

    Measure measure(String id) {
        return measures().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow(() -> Checks.failure("measure", id, "one of the procedure"));
    }

    List<Map<String, Object>> list(String key) {
        return cast(model.getOrDefault(key, List.of()));
    }

    /** One thing that the notes were given; empty where there is none. */
    Optional<Map<String, Object>> one(String key) {
        return model.get(key) instanceof Map<?, ?> map ? Optional.of(cast(map)) : Optional.empty();
    }

    static Optional<Object> optional(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value instanceof Optional<?> optional ? optional.map(Object.class::cast) : Optional.ofNullable(value);
    }

    @SuppressWarnings("unchecked")
    static <T> T cast(Object value) {
        return (T) value;
    }

    // ---- words ----

    String inLanguage(Object words) {
        return words instanceof Text text ? text.in(language) : String.valueOf(words);
    }

    String say(String danish, String english) {
        return language == Language.DA ? danish : english;
    }

    static Text quoted(Text words) {
        return new Text("»" + words.da() + "«", "\u201c" + words.en() + "\u201d");
    }

    static Text inside(Text words) {
        return new Text(Text.inside(words.da()), Text.inside(words.en()));
    }

    static Text after(String before, Text words) {
        return new Text(before + words.da(), before + words.en());
    }

    static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code a}, {@code a og b}, {@code a, b og c}. */
    String and(List<String> words) {
        return and(words, say(" og ", " and "));
    }

    /** {@code a; b; c}. */
    static Text listed(List<Text> words) {
        return new Text(words.stream().map(Text::da).collect(Collectors.joining("; ")), words.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    static Text both(List<Text> words) {
        return new Text(and(words.stream().map(Text::da).toList(), " og "), and(words.stream().map(Text::en).toList(), " and "));
    }

    private static String and(List<String> words, String and) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words)
                : words.stream().limit(last).collect(Collectors.joining(", ")) + and + words.get(last);
    }
}
