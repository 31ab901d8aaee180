package dk.lovproeve.report.lint;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules that hold for every document written, checked on the bytes themselves, so that no renderer, template or
 * borrowed style can break one unseen. What they ask for is in {@link WordLint}, {@link PageLint} and {@link WorkbookLint}.
 */
public final class Lint {

    private Lint() {}

    /**
     * Checks files before they are put where somebody may take them.
     *
     * @param files    by name; the ending of the name tells the kind, and files of other kinds are not looked into
     * @param language what they are written in
     * @throws AuthorException with every fault, each with its file and its place there
     */
    public static void check(Map<String, byte[]> files, Language language) {
        List<Failure> faults = new ArrayList<>();
        files.forEach((name, bytes) -> faults.addAll(faults(name, bytes, language)));
        if (!faults.isEmpty()) {
            throw new AuthorException(faults);
        }
    }

    /** Every fault of one file. */
    public static List<Failure> faults(String name, byte[] bytes, Language language) {
        Findings findings = new Findings(name);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx")) {
            new WordLint(new Parts(bytes), language, findings).check();
        } else if (lower.endsWith(".xlsx")) {
            new WorkbookLint(new Parts(bytes), language, findings).check();
        } else if (lower.endsWith(".html")) {
            new PageLint(bytes, language, findings).check();
        }
        return findings.all();
    }

    /** What was found in one file. */
    static final class Findings {

        private final String file;
        private final List<Failure> faults = new ArrayList<>();

        Findings(String file) {
            this.file = file;
        }

        /** @param where such as {@code Tabel 2} */
        void add(String where, Text found, Text expected) {
            faults.add(new Failure(new Place(file, 0), where, found, expected, ""));
        }

        /** Adds a fault unless the rule holds. */
        void that(boolean holds, String where, Text found, Text expected) {
            if (!holds) {
                add(where, found, expected);
            }
        }

        List<Failure> all() {
            return List.copyOf(faults);
        }
    }
}
