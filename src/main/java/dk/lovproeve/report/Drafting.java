package dk.lovproeve.report;

import dk.lovproeve.base.Text;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.report.document.Note;
import dk.lovproeve.report.document.Paragraph;
import dk.lovproeve.report.document.Words;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Edition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the notes to a bill are drafted from besides a scenario and its run.
 *
 * @param notes    what the ministry has written
 * @param edition  the official outline
 * @param assessed the data-ethics impact assessment; empty where nobody has begun
 * @param first    what a reader must know before all else in each document, such as that the rule has been changed since; empty
 *                 for nothing
 */
public record Drafting(BillNotes notes, Edition edition, Optional<Assessed> assessed, Optional<Text> first) {

    public Drafting {
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(assessed, "assessed");
        Objects.requireNonNull(first, "first");
    }

    /** Where nothing must be known first. */
    public Drafting(BillNotes notes, Edition edition, Optional<Assessed> assessed) {
        this(notes, edition, assessed, Optional.empty());
    }

    /** A document with what must be known first. */
    Document beginning(Document document) {
        return first.map(words -> document.beginningWith(new Note(
                        Note.Kind.CAVEAT, "", List.of(new Paragraph(List.of(new Words(words.in(document.language()))))))))
                .orElse(document);
    }
}
