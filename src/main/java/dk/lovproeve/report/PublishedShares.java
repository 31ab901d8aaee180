package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.experiment.PopulationSurvey;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.population.PopulationSpec.KnownShare;
import dk.lovproeve.report.template.NumberStyle;
import dk.lovproeve.scenario.Sources;
import dk.lovproeve.simulation.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sizes of the rights-security groups beside what is published of them, in one language: the same rows on the screen and in
 * the report.
 */
public final class PublishedShares {

    /** A report makes so large a share of all adults: enough for a tenth of a percentage point, and quick. */
    public static final double SCALE = 0.05;

    private static final String NOTHING = "\u2013";

    /**
     * One published share.
     *
     * @param label     what is published, and when
     * @param among     of whom it is
     * @param groups    the groups that together answer to it
     * @param published the share, as an interval
     * @param made      the share of the people made; a dash where there are none
     * @param verdict   whether it is as published
     * @param met       the same; empty where nobody was made
     * @param evidence  the class of evidence
     * @param source    where it is from
     */
    public record Row(
            String label, String among, String groups, String published, String made, String verdict, Optional<Boolean> met,
            String evidence, Sources.Quoted source) {}

    private PublishedShares() {}

    /**
     * Makes the people that published shares are of and holds their groups against them.
     *
     * @param sources what the sources say in English
     * @param scale the share of the people to make
     * @return in the order of the file, those of all adults first; nothing where a model has no groups
     */
    public static List<Row> of(Model bill, Sources sources, long seed, double scale, int threads, Language language) {
        List<Row> rows = new ArrayList<>();
        for (boolean adults : new boolean[] {true, false}) {
            Optional<PopulationSpec> people = adults ? bill.population().ofAllAdults() : Optional.of(bill.population());
            boolean asked = bill.population().known().stream().anyMatch(known -> known.amongAdults() == adults);
            if (asked && people.isPresent() && bill.procedure().groups().isPresent()) {
                rows.addAll(of(
                        PopulationSurvey.of(people.get(), bill.procedure(), Values.central(), seed, scale, threads, (done, total) -> {}),
                        adults, sources, language));
            }
        }
        return rows;
    }

    /** The rows of people that have been looked at. @param adults whether they are all adults, else those whom the duty binds */
    public static List<Row> of(PopulationSurvey survey, boolean adults, Sources sources, Language language) {
        return survey.known(adults).stream().map(known -> row(known, survey.share(known), sources, language)).toList();
    }

    private static Row row(KnownShare known, double made, Sources sources, Language language) {
        NumberStyle style = new NumberStyle(language);
        boolean nobody = Double.isNaN(made);
        Text verdict = nobody
                ? new Text("der er ingen", "there is nobody")
                : known.isMetBy(made) ? new Text("ja", "yes") : new Text("NEJ", "NO");
        return new Row(
                known.label().in(language) + known.provenance().year().map(year -> " (" + year + ")").orElse(""),
                (known.amongAdults() ? new Text("alle voksne", "all adults") : new Text("de omfattede", "those bound")).in(language),
                known.groups().stream().map(String::valueOf).collect(Collectors.joining(" + ")),
                style.percentInterval(known.low(), known.high(), 1),
                nobody ? NOTHING : style.percent(made, 1),
                verdict.in(language),
                nobody ? Optional.empty() : Optional.of(known.isMetBy(made)),
                known.evidence().label().in(language), sources.quote(language, known.source()));
    }
}
