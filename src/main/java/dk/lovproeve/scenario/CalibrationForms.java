package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which numbers are fitted to the known figures. */
final class CalibrationForms {

    private CalibrationForms() {}

    private static final Key<String> PARAMETER = Key.required(
            "parameter", Type.reference(Kind.PARAMETER),
            "Parameteren, hvis tal passes til.",
            "The parameter whose number is fitted.",
            "try-chance");
    private static final Key.Maybe<String> TARGET_GROUP = Key.optional(
                    "target-group", Type.reference(Kind.TARGET_GROUP),
                    "Målgruppen, hvis eget tal i by-group passes til.",
                    "The target group whose own number in by-group is fitted.",
                    "insured")
            .otherwise("tallet for alle, der ikke har deres eget", "the number of all that have none of their own");
    private static final Key<String> VERSION = Key.optional(
                    "version", Type.reference(Kind.VARIANT),
                    "Varianten, hvis tal det er, når den skriver et andet end lovforslaget.",
                    "The variant whose number it is, where that writes another than the bill.",
                    "no-fee")
            .or(Scenario.BILL, "lovforslaget, bill", "the bill, bill");

    private static final Form<Optional<FreeNumber>> NUMBER = Form.named(
                    "free",
                    "Et tal, der passes til. Det ligger fra low til high i sin egen parameter. "
                            + "Hvor en variant skriver samme tal og samme interval, har den det, der findes; skriver den et andet, beholder den sit eget.",
                    "A number that is fitted. It lies from low to high of its own parameter. "
                            + "Where a variant writes the same number with the same range it has what is found; where it writes another it keeps its own.")
            .keys(PARAMETER, TARGET_GROUP, VERSION)
            .makes(f -> {
                String id = f.get(PARAMETER);
                Optional<String> group = f.get(TARGET_GROUP);
                return number(f.cursor(), f.cursor().binding().version(f.get(VERSION)), id, group);
            });

    private static final Key<List<Optional<FreeNumber>>> FREE = Key.required(
            "free",
            Type.listOf(Type.either(
                    new Type<>(Type.reference(Kind.PARAMETER).shape(),
                            c -> number(c, c.binding(), c.reference(Kind.PARAMETER), Optional.empty())),
                    NUMBER)),
            "De tal, der passes til, så modellen rammer de kendte tal (targets) med use: calibration.",
            "The numbers that are fitted, so that the model meets the known figures (targets) with use: calibration.",
            "[try-chance, {parameter: look-chance, target-group: insured}]");
    private static final Key.Maybe<Parameter> DISCREPANCY = Key.optional(
                    "discrepancy", Type.common(Unit.SHARE),
                    "Så meget må modellen være ved siden af, selv med de rigtige tal: en standardafvigelse, som en andel af det kendte tal.",
                    "How far the model may be off even with the right numbers: a standard deviation, as a share of the known figure.",
                    "model-discrepancy")
            .otherwise("0: modellen kan ramme præcist", "0: the model can hit exactly");

    /** What is to be fitted, before it is known to what. */
    record Wanted(List<FreeNumber> free, double discrepancy, Cursor at) {}

    static final Form<Wanted> CALIBRATION = Form.named(
                    "calibration",
                    "Hvad kommandoen calibrate passer til de kendte tal med use: calibration. Det, den finder, lægges i filen calibrated.csv, "
                            + "og alle kørsler bruger det.",
                    "What the command calibrate fits to the known figures with use: calibration. What it finds is put in the file "
                            + "calibrated.csv, and every run uses it.")
            .keys(FREE, DISCREPANCY)
            .makes(f -> {
                List<FreeNumber> free = new ArrayList<>();
                Set<List<Object>> seen = new HashSet<>();
                for (Optional<FreeNumber> one : f.get(FREE)) {
                    one.ifPresent(number -> {
                        if (!seen.add(List.of(number.parameter(), number.targetGroup(), number.level().value(), number.level().low(), number.level().high()))) {
                            f.at(FREE).ifPresent(c -> c.again(number.parameter() + number.targetGroup().map(g -> " (" + g + ")").orElse("")));
                        }
                        free.add(number);
                    });
                }
                f.at(FREE).filter(c -> c.tree().elements().isEmpty()).ifPresent(c -> c.fail(
                        new Text("ingen tal", "no numbers"), new Text("mindst et tal at passe til", "at least one number to fit"), ""));
                return new Wanted(free, f.get(DISCREPANCY).map(p -> p.general() == null ? 0 : p.general().value()).orElse(0.0), f.cursor());
            });

    /** The level that is meant, in a version; empty when there is none that can be fitted, which is a failure. */
    private static Optional<FreeNumber> number(Cursor c, Binding version, String id, Optional<String> group) {
        Parameter parameter = version.parameter(id);
        if (!version.isKnown(parameter)) {
            return Optional.empty();
        }
        Level level = group.map(parameter.byGroup()::get).orElse(group.isPresent() ? null : parameter.general());
        if (level == null) {
            String own = String.join(", ", parameter.byGroup().keySet());
            c.fail(
                    group.map(g -> new Text(id + ", der ikke har et eget tal for " + g, id + ", which has no number of its own for " + g))
                            .orElse(new Text(id + ", der kun har tal efter målgruppe", id + ", which has numbers by target group only")),
                    own.isEmpty()
                            ? new Text("ingen target-group: tallet er ens for alle", "no target-group: the number is the same for all")
                            : new Text("target-group: en af " + own, "target-group: one of " + own),
                    group.map(g -> Nearest.of(g, parameter.byGroup().keySet()).orElse("")).orElse(""));
            return Optional.empty();
        }
        if (level.isFixed()) {
            c.fail(
                    new Text(id + ", hvis low er lig high", id + ", whose low equals its high"),
                    new Text("et tal med et interval at lede i", "a number with a range to look in"), "");
            return Optional.empty();
        }
        return Optional.of(new FreeNumber(id, group, level));
    }
}
