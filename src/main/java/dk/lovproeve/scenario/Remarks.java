package dk.lovproeve.scenario;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is no mistake but worth a look: what is declared and neither the bill nor a variant refers to. */
final class Remarks {

    private Remarks() {}

    /**
     * The remarks on a scenario, sorted by place.
     *
     * @param versions the bill, then each variant
     */
    static List<Failure> of(List<Binding> versions) {
        Binding bill = versions.get(0);
        List<Failure> remarks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            bill.declarations(kind).forEach((id, declared) -> {
                if (!isComplete(kind, declared) && isUnused(kind, id, versions)) {
                    remarks.add(new Failure(
                            declared.place(), kind.root() + "." + id,
                            new Text(kind.one().da() + ", som intet bruger", kind.one().en() + " that nothing uses"),
                            new Text("en henvisning til " + id + ", eller intet", "a reference to " + id + ", or nothing"), ""));
                }
            });
        }
        return remarks.stream().sorted().toList();
    }

    /**
     * The parameters of the bill that no version refers to, in the order of the file.
     *
     * @param versions the bill, then each variant
     */
    static List<String> unusedParameters(List<Binding> versions) {
        return versions.get(0).declared(Kind.PARAMETER).stream()
                .filter(id -> isUnused(Kind.PARAMETER, id, versions))
                .toList();
    }

    private static boolean isUnused(Kind kind, String id, List<Binding> versions) {
        return versions.stream().noneMatch(v -> v.used(kind).contains(id));
    }

    /** What is of use without anything referring to it: a target group lives, people are spread over an attribute, a helper helps, a share is worked out, a state shifts. */
    private static boolean isComplete(Kind kind, Tree declared) {
        return switch (kind) {
            case TARGET_GROUP, ATTRIBUTE, HELPER, VARIANT, CASE, TARGET -> true;
            case MEASURE -> Stream.of(Measure.Kind.values())
                    .anyMatch(measure -> measure.isQuotient() && measure.key().equals(declared.word("kind").strip()));
            case STATE -> declared.keys().containsKey("shifts");
            default -> false;
        };
    }
}
