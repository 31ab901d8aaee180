package dk.lovproeve.shell;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Language;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.SubjectId;
import dk.lovproeve.simulation.WorkedCase;
import java.util.List;

/** Of whom {@code trace} shall tell: finds what was named, or says what could have been. */
final class Whom {

    private static final Place TRACE = new Place("lovproeve trace", 0);
    /** More names than this are not read; their file is named instead. */
    private static final int READABLE = 40;
    /** In line with what a {@link Failure} says was expected. */
    private static final String INDENT = "\n" + " ".repeat(13);

    private Whom() {}

    /** The worked case of this name. */
    static WorkedCase worked(Scenario scenario, String name) {
        return scenario.cases().stream()
                .filter(c -> c.id().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known = scenario.cases().stream().map(WorkedCase::id).toList();
                    Text expected = known.isEmpty()
                            ? Messages.text("expected.no.cases", scenario.id())
                            : new Text(cases(scenario, Language.DA, ""), cases(scenario, Language.EN, ""));
                    return mistake("--case", Text.same(name), expected, Nearest.to(name, known));
                });
    }

    /** The id of the step of this name. */
    static String step(Version version, String name) {
        List<String> known = version.model().procedure().steps().stream().map(Step::id).toList();
        if (known.contains(name)) {
            return name;
        }
        Text expected = known.size() > READABLE
                ? Messages.text("expected.step")
                : Messages.text("expected.one.of", String.join(", ", known));
        throw mistake("--reaching", Text.same(name), expected, Nearest.to(name, known));
    }

    /** The subject of this name. */
    static SubjectId subject(Scenario scenario, String written) {
        Model model = scenario.bill().model();
        return SubjectId.of(written, model).orElseThrow(() -> {
            List<String> groups = groups(scenario);
            Text expected = Messages.text("expected.citizen", example(scenario), String.join(", ", groups));
            return mistake("--citizen", Text.same(written), expected, meant(written, scenario));
        });
    }

    /** The subject's name is one that could be, but the run has nobody of this number. */
    static AuthorException notInTheRun(SubjectId id) {
        String first = new SubjectId(id.municipality(), id.targetGroup(), 1).toString();
        return mistake("--citizen", Text.same(id.toString()), Messages.text("expected.in.the.run"), first);
    }

    /** None, or several, of the case, the subject and the step are named. */
    static AuthorException unsaid(Scenario scenario) {
        String maybe = "lovproeve trace " + scenario.id()
                + (scenario.cases().isEmpty() ? " --citizen " + example(scenario) : " --case " + scenario.cases().get(0).id());
        Text expected = new Text(choices(scenario, Language.DA), choices(scenario, Language.EN));
        return mistake("", Messages.text("found.nobody"), expected, maybe);
    }

    /** A name that is none of those known. */
    static Failure unknown(String option, String name, List<String> known) {
        return new Failure(new Place("lovproeve", 0), option, Text.same(name),
                Messages.text("expected.one.of", String.join(", ", known)), Nearest.to(name, known));
    }

    private static String choices(Scenario scenario, Language language) {
        Messages say = Messages.in(language);
        String cases = scenario.cases().isEmpty() ? "" : INDENT + cases(scenario, language, "--case ");
        return say.say("expected.whom") + cases
                + INDENT + "--citizen " + example(scenario) + ": " + say.say("expected.whom.citizen", String.join(", ", groups(scenario)))
                + INDENT + "--reaching …: " + say.say("expected.whom.reaching");
    }

    /** Every worked case and what it is called, one a line. */
    private static String cases(Scenario scenario, Language language, String before) {
        return String.join(INDENT, scenario.cases().stream()
                .map(c -> before + c.id() + ": " + c.label().in(language))
                .toList());
    }

    /** The name with each part that is unknown replaced by the one it is most like; empty when there is no such. */
    private static String meant(String written, Scenario scenario) {
        List<String> codes = scenario.bill().model().population().municipalities().stream().map(m -> m.code()).toList();
        int first = written.indexOf('-');
        int last = written.lastIndexOf('-');
        if (first < 0 || last <= first) {
            return "";
        }
        String code = near(written.substring(0, first), codes);
        String group = near(written.substring(first + 1, last), groups(scenario));
        String number = written.substring(last + 1).matches("[1-9]\\d{0,8}") ? written.substring(last + 1) : "1";
        return code.isEmpty() || group.isEmpty() ? "" : code + "-" + group + "-" + number;
    }

    private static String near(String written, List<String> known) {
        return known.contains(written) ? written : Nearest.to(written, known);
    }

    private static String example(Scenario scenario) {
        Model model = scenario.bill().model();
        return new SubjectId(model.population().municipalities().get(0).code(), model.targetGroups().get(0).id(), 1).toString();
    }

    private static List<String> groups(Scenario scenario) {
        return scenario.bill().model().targetGroups().stream().map(Addressee::id).toList();
    }

    private static AuthorException mistake(String option, Text found, Text expected, String maybe) {
        return new AuthorException(List.of(new Failure(TRACE, option, found, expected, maybe)));
    }
}
