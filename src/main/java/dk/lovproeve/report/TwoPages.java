package dk.lovproeve.report;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Language;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.report.document.Document;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two pages that parliament reads: fourteen fields in a fixed order, none of more than {@value Sheet#MOST_LINES} lines of text,
 * each with the section of the notes that it sums up. What a field has no room for is said to be left out, and never cut in a
 * sentence.
 */
final class TwoPages {

    /** So many harms that are counted have room beside days and kroner. */
    private static final int HARMS = 3;

    private final Sheet sheet;

    /**
     * Sums up.
     *
     * @param model what the notes were given
     * @param whole the notes
     */
    TwoPages(Scenario scenario, Run run, Drafting drafting, Language language, Map<String, Object> model, Document whole) {
        this.sheet = new Sheet(scenario, run, drafting, language, model, whole);
    }

    /** @throws AuthorException when a field is longer than {@value Sheet#MOST_LINES} lines */
    Document document() {
        List<Measure> measured = measured();
        new FirstPage(sheet, measured).write();
        new SecondPage(sheet, measured).write();
        return new Document(sheet.scenario.duty().title().in(sheet.language),
                sheet.say("Lovforslaget på to sider. En modelberegning, ingen prognose. Afsnittene er bemærkningernes.",
                        "The bill in two pages. A model computation, no forecast. Sections are those of the notes."),
                sheet.language, List.of(), 0, sheet.blocks());
    }

    /** What citizens spend and lose: their time, the first harms that are counted, days and kroner. */
    private List<Measure> measured() {
        Procedure procedure = sheet.scenario.bill().model().procedure();
        List<Measure> harms = procedure.measures().stream()
                .filter(m -> m.headline() && m.good() < 0)
                .filter(m -> Optional.ofNullable(sheet.notes.figures().get(m.id())).filter(party -> party != BillNotes.Party.CITIZENS).isEmpty())
                .toList();
        Stream<Measure> time = procedure.actors().stream().filter(a -> a.role() == Actor.Role.SUBJECT).flatMap(a -> a.time().stream())
                .flatMap(id -> procedure.measures().stream().filter(m -> m.id().equals(id))).limit(1);
        Stream<Measure> counted = harms.stream().filter(TwoPages::isCounted).limit(HARMS);
        Stream<Measure> days = harms.stream().filter(m -> m.kind() == Measure.Kind.DAYS).limit(1);
        Stream<Measure> kroner = harms.stream().filter(m -> m.kind() == Measure.Kind.KRONER).limit(1);
        return Stream.of(time, counted, days, kroner).flatMap(m -> m).toList();
    }

    /** Whether a measure counts events or those they befall. */
    static boolean isCounted(Measure measure) {
        return measure.kind() == Measure.Kind.EVENTS || measure.kind() == Measure.Kind.SUBJECTS;
    }
}
