package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Correlation;
import dk.lovproeve.evidence.Correlations;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the uncertainty of some parameters goes together. */
final class CorrelationForms {

    private CorrelationForms() {}

    private static final Text BOUNDS = new Text("et tal over -1 og under 1", "a number above -1 and below 1");

    private static final Key<List<String>> BETWEEN = Key.required(
            "between", Type.references(Type.reference(
                            Kind.PARAMETER, "en parameter, der har et interval", "a parameter that has a range", CorrelationForms::hasRange))
                    .checked(CorrelationForms::two),
            "De to parametre.",
            "The two parameters.",
            "[call-minutes, queue-minutes]");
    private static final Key<Double> CORRELATION = Key.required(
            "correlation", new Type<>(new Shape.Number(BOUNDS), CorrelationForms::correlation),
            "Hvor stærkt de følges ad: 0 er slet ikke, tæt på 1 næsten helt, under 0 hver sin vej. "
                    + "Det er korrelationen mellem de normalfordelinger, der ligger bag de to træk.",
            "How closely they go together: 0 is not at all, close to 1 almost wholly, below 0 opposite ways. "
                    + "It is the correlation of the normals behind the two draws.",
            "0.6");
    private static final Key<EvidenceClass> CLASS = Key.required(
            "class", Type.oneOf(EvidenceClass.values(), EvidenceClass::key, ParameterForms::meaning),
            "Hvad slags belæg korrelationen har.",
            "What kind of support the correlation has.",
            "assumed");
    private static final Key<String> SOURCE = Key.required(
            "source", Type.words("hvor korrelationen er fra", "where the correlation is from"),
            "Hvor korrelationen er fra, eller hvorfor den antages.",
            "Where the correlation is from, or why it is assumed.",
            "\"Both are long where few are at work\"");

    private static final Form<Optional<Correlation>> CORRELATION_OF_TWO = Form.named(
                    "correlation",
                    "To parametre, hvis usikkerhed følges ad, når parametrene trækkes.",
                    "Two parameters whose uncertainty goes together when parameters are drawn.")
            .keys(BETWEEN, CORRELATION, CLASS, SOURCE)
            .makes(f -> {
                List<String> two = f.get(BETWEEN);
                double correlation = f.get(CORRELATION);
                EvidenceClass evidence = f.get(CLASS);
                String source = f.get(SOURCE);
                boolean sound = two.size() == 2 && !two.contains(Binding.UNKNOWN) && !two.get(0).equals(two.get(1))
                        && Math.abs(correlation) < 1;
                return sound
                        ? Optional.of(new Correlation(two.get(0), two.get(1), correlation, evidence, source, f.place()))
                        : Optional.empty();
            });

    static final Type<Correlations> CORRELATIONS = new Type<>(
            Type.listOf(Type.mapping(CORRELATION_OF_TWO)).shape(), CorrelationForms::whole);

    /** Those that can hold beside those before them; what cannot is reported. */
    private static Correlations whole(Cursor c) {
        List<Correlation> whole = new ArrayList<>();
        Set<Set<String>> pairs = new HashSet<>();
        for (Cursor item : c.items()) {
            Optional<Correlation> read = CORRELATION_OF_TWO.read(item);
            if (read.isEmpty()) {
                continue;
            }
            String pair = read.get().first() + ", " + read.get().second();
            if (!pairs.add(Set.of(read.get().first(), read.get().second()))) {
                item.fail(
                        new Text(pair + " for anden gang", pair + " a second time"),
                        new Text("hvert par en gang", "each pair once"), "");
                continue;
            }
            whole.add(read.get());
        }
        Optional<String> impossible = Correlations.impossible(whole);
        impossible.ifPresent(id -> c.fail(
                new Text(
                        "korrelationer for " + id + ", der ikke kan gælde samtidig med de andre",
                        "correlations of " + id + " that cannot hold at once with the others"),
                new Text(
                        "en positiv definit matrix: hvor a følger b, og b følger c, kan a ikke gå imod c",
                        "a positive definite matrix: where a follows b and b follows c, a cannot go against c"), ""));
        return impossible.isPresent() ? Correlations.NONE : new Correlations(whole);
    }

    private static double correlation(Cursor c) {
        double read = c.number(-1, 1, BOUNDS);
        if (c.isThere() && Math.abs(read) == 1 && c.word().matches("[-+]?1(\\.0*)?")) {
            c.fail(BOUNDS);
        }
        return read;
    }

    private static void two(Cursor c, List<String> read) {
        if (c.isList() && c.items().size() != 2) {
            c.fail(
                    new Text(c.items().size() + " parametre", c.items().size() + " parameters"),
                    new Text("to parametre", "two parameters"), "");
        }
    }

    private static void hasRange(Cursor c, String id) {
        Parameter parameter = c.binding().parameter(id);
        if (c.binding().isKnown(parameter) && levels(parameter).allMatch(Level::isFixed)) {
            c.fail(
                    new Text(id + ", der ikke har noget interval", id + ", which has no range"),
                    new Text("en parameter, hvis low er under high", "a parameter whose low is below high"), "");
        }
    }

    private static Stream<Level> levels(Parameter parameter) {
        return Stream.concat(Stream.ofNullable(parameter.general()), parameter.byGroup().values().stream());
    }
}
