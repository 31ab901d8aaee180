package dk.lovproeve.report.document;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all renderers must agree on about one document: the numbers of sections, tables and figures, the anchors links
 * go to, and the letters of the runs. Found by walking the tree once, in reading order.
 */
public final class Outline {

    /**
     * A section as a heading.
     *
     * @param level  1 for the outermost
     * @param number such as {@code 3.1.}, empty for an unnumbered one
     * @param depth  how many parts the number has; 0 for an unnumbered one
     * @param group  counts the series of numbers: sections with the same group are numbered together
     */
    public record Heading(Section section, int level, String number, int depth, int group, String anchor) {

        /** The heading as it is read aloud: number and title. */
        public String text() {
            return number.isEmpty() ? section.title() : number + " " + section.title();
        }
    }

    /** A numbered table or figure: {@code Tabel 2}. */
    public record Numbered(String label, String anchor) {}

    private final Language language;
    private final Map<Block, Heading> headings = new IdentityHashMap<>();
    private final List<Heading> inOrder = new ArrayList<>();
    private final Map<Block, Numbered> numbered = new IdentityHashMap<>();
    private final Map<String, Numbered> targets = new LinkedHashMap<>();
    private final Map<String, String> runs = new LinkedHashMap<>();

    public Outline(Document document) {
        this.language = document.language();
        Set<String> taken = new HashSet<>();
        document.blocks().forEach(block -> block.read(new Ids(taken)));
        walk(document.blocks(), 1, "", 0, new int[] {0}, 0, new int[3], taken);
        for (Claim claim : document.claims()) {
            runs.computeIfAbsent(claim.run(), run -> letter(runs.size()));
        }
    }

    /** All headings in reading order. */
    public List<Heading> headings() {
        return List.copyOf(inOrder);
    }

    public Heading heading(Section section) {
        return headings.get(section);
    }

    /** The number of a table or figure of this document. */
    public Numbered numbered(Block tableOrFigure) {
        return numbered.get(tableOrFigure);
    }

    /** Where a reference leads and, when it has no text of its own, what it is called there. */
    public Numbered target(Reference reference) {
        Numbered target = targets.get(reference.to());
        return reference.text().isEmpty() ? target : new Numbered(reference.text(), target.anchor());
    }

    /** Each run that made a number, in order of first use, with its letter. */
    public Map<String, String> runs() {
        return Collections.unmodifiableMap(runs);
    }

    /** The letter to show after a claim: empty when all numbers are from one run and a single line says it. */
    public String mark(Claim claim) {
        return runs.size() < 2 ? "" : runs.get(claim.run());
    }

    /** a to z, then aa, ab ... */
    private static String letter(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    private void walk(
            List<Block> blocks,
            int level,
            String prefix,
            int depth,
            int[] groups,
            int group,
            int[] counters,
            Set<String> taken) {
        int next = 1;
        for (Block block : blocks) {
            if (block instanceof Section section) {
                String number = section.numbered() ? prefix + next++ + "." : "";
                int ownDepth = section.numbered() ? depth + 1 : 0;
                String anchor = anchor(section.id(), "s" + (counters[0] + 1), taken);
                counters[0]++;
                String within = section.numbered() ? "" : within(level);
                Heading heading = new Heading(section, level, number, ownDepth, group, anchor);
                headings.put(section, heading);
                inOrder.add(heading);
                if (!section.id().isEmpty()) {
                    String name = number.isEmpty()
                            ? quoted(within.isEmpty() ? section.title() : within + Text.inside(section.title()))
                            : Labels.SECTION.in(language) + "\u00a0" + number.substring(0, number.length() - 1);
                    targets.put(section.id(), new Numbered(name, anchor));
                }
                int inner = section.numbered() ? group : ++groups[0];
                walk(section.blocks(), level + 1, number, ownDepth, groups, inner, counters, taken);
            } else if (block instanceof Table table) {
                number(table, table.id(), Labels.TABLE.in(language), "t", ++counters[1], taken);
            } else if (block instanceof Figure figure) {
                number(figure, figure.id(), Labels.FIGURE.in(language), "f", ++counters[2], taken);
            }
        }
    }

    /** What a name begins with that says too little by itself: the name of the section without a number that it stands in, below the topmost. */
    private String within(int level) {
        for (int h = inOrder.size() - 1; level > 2 && h >= 0; h--) {
            Heading outer = inOrder.get(h);
            if (outer.level() == level - 1) {
                return outer.number().isEmpty() ? outer.section().title() + ", " : "";
            }
        }
        return "";
    }

    private void number(Block block, String id, String word, String letter, int number, Set<String> taken) {
        String anchor = anchor(id, letter + number, taken);
        numbered.put(block, new Numbered(word + "\u00a0" + number, anchor));
        if (!id.isEmpty()) {
            targets.put(id, new Numbered(word.toLowerCase(language.locale()) + "\u00a0" + number, anchor));
        }
    }

    private String quoted(String title) {
        return language == Language.DA ? "»" + title + "«" : "\u201c" + title + "\u201d";
    }

    /** The author's id, or a name of our own that no author's id has. */
    private static String anchor(String id, String own, Set<String> taken) {
        String anchor = id.isEmpty() ? own : id;
        while (id.isEmpty() && !taken.add(anchor)) {
            anchor += "-";
        }
        return anchor;
    }

    /** Collects the author's ids, so that no generated anchor repeats one. */
    private record Ids(Set<String> taken) implements Block.Reader {
        @Override
        public void section(Section section) {
            taken.add(section.id());
            section.blocks().forEach(block -> block.read(this));
        }

        @Override
        public void paragraph(Paragraph paragraph) {
            // Has no id.
        }

        @Override
        public void list(ItemList list) {
            // Has no id.
        }

        @Override
        public void table(Table table) {
            taken.add(table.id());
        }

        @Override
        public void figure(Figure figure) {
            taken.add(figure.id());
        }

        @Override
        public void note(Note note) {
            // Has no id.
        }

        @Override
        public void pageBreak() {
            // Has no id.
        }
    }
}
