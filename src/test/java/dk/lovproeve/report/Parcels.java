package dk.lovproeve.report;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.experiment.Manifest;
import dk.lovproeve.experiment.PlausibleRange;
import dk.lovproeve.experiment.Run;
import dk.lovproeve.outcome.Cells;
import dk.lovproeve.outcome.OutcomeTable;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Actor;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Arrow;
import dk.lovproeve.procedure.Choice;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Consequences;
import dk.lovproeve.procedure.Institutions;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary;
import dk.lovproeve.rule.Addressee;
import dk.lovproeve.rule.BillNotes;
import dk.lovproeve.rule.Duty;
import dk.lovproeve.rule.Provision;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.scenario.CaseResults;
import dk.lovproeve.scenario.EditionLoader;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Sources;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import dk.lovproeve.simulation.WorkedCase;
import dk.lovproeve.statistics.Estimate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A duty in which nobody is in a rights-security group: parcels that are weighed and sometimes kept. Made by hand, with
 * numbers of a run that are made up, so that each can be found again in the report.
 */
final class Parcels {

    static final String REPACKED = "repacked";

    private static final Place HERE = new Place("parcels/bill.yaml", 1);

    private Parcels() {}

    private static Text text(String da, String en) {
        return new Text(da, en);
    }

    static Scenario scenario() {
        Provision rule = new Provision(
                "rule", text("Pakkeloven § 1", "Parcels Act s. 1"), text("Pakker vejes.", "Parcels are weighed."),
                Provision.Origin.BILL, HERE);
        Addressee small = new Addressee("small", text("Små pakker", "Small parcels"), number(), text("Fra dag ét", "From day one"), "rule", HERE);
        Duty duty = new Duty(
                text("Vejning af pakker", "Weighing of parcels"), text("Pakker vil blive vejet.", "Parcels will be weighed."),
                text("Overblik.", "Overview."), text("Ingen vejer.", "Nobody weighs."), text("Alle vejes.", "All are weighed."),
                Optional.empty(), List.of(), new Duty.Subjects(text("pakke", "parcel"), text("pakker", "parcels")),
                List.of(rule), List.of(small));
        return new Scenario(
                "parcels", duty,
                List.of(version("bill", text("Lovforslaget", "The bill"), small), version("current-law", text("Gældende ret", "Current law"), small),
                        version("before", text("Retten før", "The law before"), small)),
                List.of(workedCase()), targets(), Correlations.NONE, Optional.empty(), Optional.empty(),
                List.of(), List.of(), List.of(), List.of(), Sources.NONE);
    }

    /** Under the run below: not met, met, for want of a version not judged, and met at the very edge. */
    private static List<Target> targets() {
        return List.of(
                target("known-repacked", Target.Use.VALIDATION, "bill", REPACKED, false, OptionalDouble.of(30), 28, 32),
                target("known-share", Target.Use.VALIDATION, "current-law", "parcels", true, OptionalDouble.empty(), 0.4, 0.6),
                target("known-before", Target.Use.VALIDATION, "before", REPACKED, true, OptionalDouble.of(0.05), 0.05, 0.05),
                target("known-fee", Target.Use.CALIBRATION, "bill", "fee", false, OptionalDouble.of(2800), 2750, 2900));
    }

    private static Target target(
            String id, Target.Use use, String version, String measure, boolean each, OptionalDouble value, double low, double high) {
        return new Target(
                id, text("Kendt: " + id, "Known: " + id), use, version,
                new Target.Quantity(measure, each, Optional.of("small"), OptionalInt.empty(), Counts.REGISTER), value, low, high,
                EvidenceClass.OBSERVED, "Postens årbog", OptionalInt.of(2023), HERE);
    }

    private static Version version(String id, Text label, Addressee small) {
        Variant variant = new Variant(id, label, label, "", HERE);
        PopulationSpec population = new PopulationSpec(
                List.of(new PopulationSpec.Group("small", number())), List.of(new PopulationSpec.Municipality("0101", "København", 1)),
                List.of(), List.of(), List.of());
        Model model = new Model(LocalDate.of(2024, 1, 1), List.of(small), List.of(number()), procedure(),
                new Institutions(Optional.empty(), List.of()), population);
        return new Version(variant, model, List.of());
    }

    private static Parameter number() {
        return new Parameter("number", text("Antal pakker", "Number of parcels"), Unit.COUNT,
                new Level(800, 700, 900, EvidenceClass.ASSUMED, "Vores antagelse: et rundt tal"), Map.of(), HERE);
    }

    private static Procedure procedure() {
        Vocabulary vocabulary = new Vocabulary(
                Map.of(), Map.of(), List.of(), List.of(), List.of(),
                List.of(new Vocabulary.State("weight", text("vægt", "weight"),
                        Optional.of(new Vocabulary.Start.Drawn(Vocabulary.Distribution.POISSON, new Amount.Of(number()), Optional.empty(), true)),
                        Map.of(), Optional.empty(), HERE)));
        Condition heavy = new Condition.Comparison(new Amount.OfState("weight"), Condition.Relation.ABOVE, new Amount.Of(number()));
        List<Step> steps = List.of(
                new Step.Decision(head("weigh", text("Pakken vejes", "The parcel is weighed")), Optional.empty(),
                        Map.of("clerk", new Amount.Literal(1)),
                        List.of(
                                new Choice(heavy, Optional.empty(), Optional.empty(), arrow(REPACKED)),
                                new Choice(Condition.ALWAYS, Optional.empty(), Optional.empty(), arrow("sent")))),
                new Step.End(head(REPACKED, text("Pakken er pakket om", "The parcel is repacked"))),
                new Step.End(head("sent", text("Pakken er sendt", "The parcel is sent"))));
        return new Procedure(
                vocabulary,
                List.of(new Actor("clerk", text("ekspedienten", "the clerk"), Actor.Role.STAFF, Optional.of("clerk-hours"), HERE)),
                List.of(),
                List.of(new Track("way", text("Pakkens vej", "The parcel's way"), "weigh", Optional.of(number()), Optional.empty(), Condition.ALWAYS, HERE)),
                steps, List.of(), measures(),
                List.of(new Consequences.Tally("parcels", Consequences.View.BOTH, Condition.ALWAYS, Optional.empty())),
                List.of(), Optional.empty(), new Procedure.Goals(List.of(), List.of(), List.of()));
    }

    private static Step.Head head(String id, Text label) {
        return new Step.Head(id, label, "way", "clerk", Optional.empty(), "rule", Optional.empty(), false, List.of(), false, HERE);
    }

    private static Arrow arrow(String to) {
        return new Arrow(Outcome.CHOSEN, to, Consequences.NONE, HERE);
    }

    private static List<Measure> measures() {
        return List.of(
                measure("parcels", text("Pakker i alt", "Parcels in all"), Measure.Kind.SUBJECTS, text("pakker", "parcels"), 0, false),
                measure(REPACKED, text("Ompakninger", "Repackings"), Measure.Kind.EVENTS, Measure.Kind.EVENTS.unit(), -1, true),
                measure("paper", text("Papir pr. pakke", "Paper per parcel"), Measure.Kind.AVERAGE, text("ark", "sheets"), -1, true),
                measure("fee", text("Porto", "Postage"), Measure.Kind.KRONER, Measure.Kind.KRONER.unit(), -1, true),
                measure("clerk-hours", text("Ekspedienternes tid", "The clerks' time"), Measure.Kind.HOURS, Measure.Kind.HOURS.unit(), -1, true));
    }

    private static Measure measure(String id, Text label, Measure.Kind kind, Text unit, int good, boolean headline) {
        Optional<Measure.Quotient> quotient =
                kind.isQuotient() ? Optional.of(new Measure.Quotient(REPACKED, "parcels")) : Optional.empty();
        return new Measure(id, label, Optional.empty(), kind, unit, quotient, !kind.isQuotient(), good, headline, HERE);
    }

    private static WorkedCase workedCase() {
        return new WorkedCase(
                "heavy", text("En tung pakke", "A heavy parcel"), text("Pakken vejer for meget.", "The parcel weighs too much."),
                Optional.of(text("Postens arkiv", "The post's archive")), Optional.empty(),
                new WorkedCase.Subject("small", Map.of(), Map.of(), List.of(), Map.of()), Map.of(), List.of(),
                List.of(new WorkedCase.Expected.Comes(REPACKED, LocalDate.of(2024, 7, 16), HERE),
                        new WorkedCase.Expected.Never("sent", HERE)),
                Map.of("current-law", new WorkedCase.Version(List.of(),
                        List.of(new WorkedCase.Expected.Counted("paper", Counts.REGISTER, 2.5, HERE)), HERE)),
                HERE);
    }

    /** How the model did on the worked case: all as expected. */
    static CaseResults results() {
        WorkedCase one = workedCase();
        List<CaseRun.Result> results = new ArrayList<>();
        results.add(result(one, Scenario.BILL, one.expect()));
        one.versions().forEach((variant, version) -> results.add(result(one, variant, version.expect())));
        return new CaseResults(results);
    }

    private static CaseRun.Result result(WorkedCase one, String version, List<WorkedCase.Expected> expected) {
        List<CaseRun.Answer> answers =
                expected.stream().map(e -> new CaseRun.Answer(e, Optional.empty())).toList();
        return new CaseRun.Result(one, version, answers, List.of(), List.of(), null, null);
    }

    /** What a run might have found. */
    static Run run() {
        Map<String, Double> means = new LinkedHashMap<>();
        means.put("parcels", 800.0);
        means.put(REPACKED, 40.0);
        means.put("paper", 1.234);
        means.put("fee", 5_000.0);
        means.put("clerk-hours", 16.0);
        Map<OutcomeTable.Key, Estimate> outcomes = new LinkedHashMap<>();
        Map<OutcomeTable.Key, Estimate> differences = new LinkedHashMap<>();
        Cells cells = new Cells(measures(), false, List.of("small"), List.of("0101"));
        for (String variant : List.of("bill", "current-law")) {
            for (Measure measure : measures()) {
                for (OutcomeTable.View view : OutcomeTable.View.values()) {
                    for (Cells.Cell cell : cells.cells()) {
                        if (view == OutcomeTable.View.ACTUAL || measure.recorded()) {
                            double mean = means.get(measure.id()) / (view == OutcomeTable.View.ACTUAL ? 1 : 2);
                            OutcomeTable.Key key = new OutcomeTable.Key(variant, measure.id(), view, cell);
                            outcomes.put(key, new Estimate(mean, mean * 0.9, mean * 1.1, 5));
                            if (variant.equals("current-law")) {
                                differences.put(key, new Estimate(mean, mean * 0.9, mean * 1.1, 5));
                            }
                        }
                    }
                }
            }
        }
        Manifest manifest = new Manifest("0123456789", "parcels", "1", 1, 5, 0, 1, 365, List.of("bill", "current-law"),
                Map.of(), Map.of(), "lovproeve simulate parcels", "17", 1, Map.of());
        return new Run(manifest, new OutcomeTable(outcomes), new OutcomeTable(differences), Optional.<PlausibleRange>empty());
    }

    /** Where nobody has written anything for the notes to the bill. */
    static Drafting drafting() {
        return new Drafting(BillNotes.NOTHING, EditionLoader.load(Path.of("templates", "editions"), Optional.empty()), Optional.empty());
    }
}
