package dk.lovproeve.report;

import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import java.util.Objects;
import java.util.Optional;

/**
 * What the notes to a bill are drafted from besides a scenario and its run.
 *
 * @param notes    what the ministry has written
 * @param edition  the official outline
 * @param assessed the data-ethics impact assessment; empty where nobody has begun
 */
public record Drafting(BillNotes notes, Edition edition, Optional<Assessed> assessed) {

    public Drafting {
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(assessed, "assessed");
    }
}
