package dk.lovproeve.rule;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One edition of the official outline of a bill's notes: the headings, the summary table and the seven principles, word for
 * word, and how sure it is that these are the words. Danish is official; the English is a translation.
 *
 * @param id         such as {@code 2023-11}
 * @param label      its name for a reader
 * @param source     where the outline is laid down
 * @param title      above everything
 * @param general    above the general notes
 * @param special    above the notes on each provision
 * @param sections   of the general notes, in order
 * @param subheadings the headings within sections
 * @param principles the names of the seven principles, in order
 * @param table      the summary table
 */
public record Edition(
        String id, Text label, Text source, Wording title, Wording general, Wording special, List<Section> sections,
        Map<Part, Wording> subheadings, List<Wording> principles, SummaryTable table) {

    /** How sure it is that an official text has these words. */
    public enum Certainty {
        READ("read", new Text("læst i kilden", "read in the source")),
        BELIEVED("believed", new Text("skal sammenholdes med et lovforslag fra denne samling", "to be compared with a bill of the current session"));

        private final String key;
        private final Text label;

        Certainty(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /** An official text. */
    public record Wording(Text text, Certainty certainty) {
        public Wording {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(certainty, "certainty");
        }
    }

    /** What a section of the general notes is about, whatever its number and heading are. */
    public enum Subject {
        INTRODUCTION("introduction", new Text("indledning", "introduction")),
        BACKGROUND("background", new Text("baggrund", "background")),
        MAIN_POINTS("main-points", new Text("hovedpunkter", "main points")),
        BEYOND("beyond", new Text("andre konsekvenser", "other consequences")),
        PUBLIC("public", new Text("det offentlige", "the public sector")),
        BUSINESS("business", new Text("erhvervslivet", "business")),
        CITIZENS("citizens", new Text("borgerne", "citizens")),
        CLIMATE("climate", new Text("klima", "climate")),
        ENVIRONMENT("environment", new Text("miljø og natur", "environment and nature")),
        UNION("union", new Text("EU-retten", "Union law")),
        HEARING("hearing", new Text("høring", "hearing")),
        TABLE("table", new Text("skemaet", "the table"));

        private final String key;
        private final Text label;

        Subject(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }

        /** Whether it may be left out. */
        public boolean isOptional() {
            return this == BACKGROUND || this == BEYOND;
        }
    }

    /** A part within a section that has a heading of its own. */
    public enum Part {
        CURRENT_LAW("current-law", new Text("gældende ret", "current law")),
        UNION("eu", new Text("EU-bestemmelser, der gennemføres", "EU provisions that are carried out")),
        COMMITTEE("committee", new Text("overvejelser i udvalg", "considerations of committees")),
        CONSIDERATIONS("considerations", new Text("ministeriets overvejelser", "the ministry's considerations")),
        PROPOSED("proposed", new Text("den foreslåede ordning", "the proposed scheme")),
        ALTERNATIVES("alternatives", new Text("alternativer", "alternatives")),
        PUBLIC_ECONOMY("public-economy", new Text("det offentliges økonomi", "public economy")),
        PUBLIC_IMPLEMENTATION("public-implementation", new Text("implementering", "implementation")),
        PUBLIC_PRINCIPLES("public-principles", new Text("principperne", "the principles"));

        private final String key;
        private final Text label;

        Part(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /** A section of the general notes. */
    public record Section(Subject subject, Wording heading) {
        public Section {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(heading, "heading");
        }
    }

    /** What a row of the summary table sums up. */
    public enum Row {
        PUBLIC_ECONOMY("public-economy", new Text("det offentliges økonomi", "public economy")),
        PUBLIC_IMPLEMENTATION("public-implementation", new Text("implementering", "implementation")),
        BUSINESS_ECONOMY("business-economy", new Text("erhvervslivets økonomi", "business economy")),
        BUSINESS_BURDENS("business-burdens", new Text("erhvervslivets byrder", "burdens on business")),
        CITIZENS("citizens", new Text("borgerne", "citizens")),
        CLIMATE("climate", new Text("klima", "climate")),
        ENVIRONMENT("environment", new Text("miljø og natur", "environment and nature")),
        UNION("union", new Text("EU-retten", "Union law")),
        UNION_PRINCIPLES("union-principles", new Text("de fem principper", "the five principles"));

        private final String key;
        private final Text label;

        Row(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * The summary table.
     *
     * @param positive above the column of what is won
     * @param negative above the column of what is lost
     * @param none     what a cell says when there is nothing
     * @param noUnion  what the merged cell says when there are no aspects of Union law
     * @param yes      above the cell that is ticked where the principles are breached
     * @param no       above the other
     * @param rows     in order
     */
    public record SummaryTable(
            Wording positive, Wording negative, Wording none, Wording noUnion, Wording yes, Wording no, List<TableRow> rows) {
        public SummaryTable {
            rows = List.copyOf(rows);
        }
    }

    /** A row of the summary table. */
    public record TableRow(Row row, Wording label) {
        public TableRow {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(label, "label");
        }
    }

    /** How many principles of digital-ready legislation there are. */
    public static final int PRINCIPLES = 7;

    public Edition {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        sections = List.copyOf(sections);
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        sections.forEach(s -> Checks.that(subjects.add(s.subject()), "section", s.subject().key() + " twice", "each section once"));
        for (Part part : Part.values()) {
            Checks.that(subheadings.containsKey(part), "subheadings", "no " + part.key(), "every one");
        }
        subheadings = new EnumMap<>(subheadings);
        principles = List.copyOf(principles);
        Checks.that(principles.size() == PRINCIPLES, "principles", principles.size(), PRINCIPLES + " principles");
    }

    /** The section about a subject; empty where this edition has none. */
    public Optional<Section> section(Subject subject) {
        return sections.stream().filter(s -> s.subject() == subject).findFirst();
    }

    /** The sections that a bill's general notes have: an optional one only where the ministry has written it. The first is number 1. */
    public List<Section> sections(BillNotes notes) {
        return sections.stream().filter(s -> s.subject() != Subject.BACKGROUND || notes.background().isPresent()).toList();
    }

    /** Every wording that a lawyer should compare with a bill before she trusts it, by what it is, in order. */
    public Map<String, Text> toCompare() {
        Map<String, Text> all = new LinkedHashMap<>();
        compare(all, "title", title);
        compare(all, "general", general);
        compare(all, "special", special);
        sections.forEach(s -> compare(all, "sections." + s.subject().key(), s.heading()));
        subheadings.forEach((part, heading) -> compare(all, "subheadings." + part.key(), heading));
        for (int i = 0; i < principles.size(); i++) {
            compare(all, "principles." + (i + 1), principles.get(i));
        }
        compare(all, "table.positive", table.positive());
        compare(all, "table.negative", table.negative());
        compare(all, "table.none", table.none());
        compare(all, "table.no-union", table.noUnion());
        compare(all, "table.yes", table.yes());
        compare(all, "table.no", table.no());
        table.rows().forEach(r -> compare(all, "table.rows." + r.row().key(), r.label()));
        return all;
    }

    private static void compare(Map<String, Text> all, String where, Wording wording) {
        if (wording.certainty() == Certainty.BELIEVED) {
            all.put(where, wording.text());
        }
    }
}
