package dk.lovproeve.experiment;

import dk.lovproeve.base.Checks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the independent pieces that an experiment consists of: one replication of all its versions at one draw of the
 * parameters. What comes of it hangs on the item and on what the experiment is made of, not on the other items, nor on
 * where and when it is worked out. All versions belong to the same item, as they share its people.
 *
 * @param draw        the joint draw of the parameters, 1, 2, 3 ...; 0 for their central values
 * @param replication 0, 1, 2 ...
 */
public record WorkItem(int draw, int replication) {

    private static final Pattern WORD = Pattern.compile("draw-(\\d{1,9})-replication-(\\d{1,9})");

    public WorkItem {
        Checks.atLeast(0, draw, "draw");
        Checks.atLeast(0, replication, "replication");
    }

    /** The item as a word, by which it can be handed to another process: {@code draw-0-replication-12}. */
    public String word() {
        return "draw-" + draw + "-replication-" + replication;
    }

    /** The item of a word. @throws IllegalArgumentException when the word is no item's */
    public static WorkItem of(String word) {
        Matcher parts = WORD.matcher(word);
        Checks.that(parts.matches(), "work item", word, "draw-<number>-replication-<number>");
        return new WorkItem(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
