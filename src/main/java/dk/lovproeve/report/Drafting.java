package dk.lovproeve.report;

import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import java.util.Objects;

/**
 * What the notes to a bill are drafted from besides a scenario and its run.
 *
 * @param notes   what the ministry has written
 * @param edition the official outline
 */
public record Drafting(BillNotes notes, Edition edition) {

    public Drafting {
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(edition, "edition");
    }
}
