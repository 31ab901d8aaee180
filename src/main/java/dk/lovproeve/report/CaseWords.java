package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.WorkedCase.Expected;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a worked case expects, in one language. */
final class CaseWords {

    private static final String DATE = "d. MMMM yyyy";
    private static final String DATE_IN_ENGLISH = "d MMMM yyyy";

    private final Scenario scenario;
    private final Language language;
    private final Written written;

    CaseWords(Scenario scenario, Language language, Written written) {
        this.scenario = scenario;
        this.language = language;
        this.written = written;
    }

    /** The expectation as a sentence without its full stop. */
    String of(Expected expected) {
        if (expected instanceof Expected.Comes comes) {
            return quoted(step(comes.step())) + new Text(" nås den ", " is reached on ").in(language) + date(comes.on());
        }
        if (expected instanceof Expected.Never never) {
            return quoted(step(never.step())) + new Text(" nås aldrig", " is never reached").in(language);
        }
        Expected.Counted counted = (Expected.Counted) expected;
        Measure measure = measure(counted.measure());
        String is = quoted(measure.label()) + ": " + number(measure, counted.number());
        return counted.view() == Counts.REGISTER ? is + new Text(" i registrene", " in the registers").in(language) : is;
    }

    private String number(Measure measure, double number) {
        return switch (measure.kind()) {
            case SHARE -> written.percent(number, 1);
            case EVENTS, SUBJECTS, AVERAGE -> written.plain(number);
            case DAYS -> number == 1 ? new Text("1 dag", "1 day").in(language) : written.plain(number) + " " + measure.unit().in(language);
            case KRONER -> new Text(written.plain(number) + " kr.", "DKK " + written.plain(number)).in(language);
            case HOURS -> time(number);
        };
    }

    /** Time as one says it: {@code 16 min.}, {@code 3 timer 17 min.} */
    private String time(double hours) {
        long minutes = Math.round(60 * hours);
        String rest = minutes % 60 + new Text(" min.", " min").in(language);
        if (minutes < 60) {
            return rest;
        }
        long whole = minutes / 60;
        String full = whole + (whole == 1 ? new Text(" time", " hour") : new Text(" timer", " hours")).in(language);
        return minutes % 60 == 0 ? full : full + " " + rest;
    }

    String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(language == Language.DA ? DATE : DATE_IN_ENGLISH, language.locale()));
    }

    /** A variant may have steps of its own. */
    private Text step(String id) {
        return scenario.versions().stream()
                .map(Version::model)
                .flatMap(m -> m.procedure().steps().stream())
                .filter(s -> s.id().equals(id))
                .map(Step::head)
                .map(Step.Head::label)
                .findFirst()
                .orElseThrow();
    }

    private Measure measure(String id) {
        return scenario.bill().model().procedure().measures().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    private String quoted(Text label) {
        return new Text("»" + label.da() + "«", "“" + label.en() + "”").in(language);
    }
}
