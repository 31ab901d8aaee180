package dk.lovproeve.population;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.PopulationSpec.Attribute;
import dk.lovproeve.population.PopulationSpec.Category;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Margin;
import dk.lovproeve.population.PopulationSpec.Municipality;
import dk.lovproeve.statistics.IterativeProportionalFitting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many people there are of each target group in each municipality with each combination of the attributes' categories
 * (P4 to P6). Immutable.
 *
 * <p>A <em>combination</em> is a number in mixed radix, the last attribute's category running fastest; a cell of the table
 * is (target group x municipalities + municipality) x combinations + combination.
 */
final class CrossTable {

    private static final int MOST_COMBINATIONS = Character.MAX_VALUE + 1;

    private final PopulationSpec spec;
    private final int municipalities;
    private final int combinations;
    private final int[] sizes;
    private final int[] people;
    private final List<Fitted> fitted;
    private final int rounds;
    private final boolean converged;

    /** A margin with what each of its cells must come to. */
    static final class Fitted {

        final Margin margin;
        /** For each of its lines, what it must come to in persons. */
        final double[] target;
        /** For each of its lines, which of the margin's wholes it is a part of. */
        final int[] whole;
        /** For each cell of the table, the line that it counts in. */
        final int[] lineOf;

        private Fitted(Margin margin, double[] target, int[] whole, int[] lineOf) {
            this.margin = margin;
            this.target = target;
            this.whole = whole;
            this.lineOf = lineOf;
        }
    }

    /** @param scale the share of the people to make */
    CrossTable(PopulationSpec spec, Values values, double scale) {
        this.spec = spec;
        this.municipalities = spec.municipalities().size();
        this.sizes = spec.attributes().stream().mapToInt(a -> a.categories().size()).toArray();
        long product = 1;
        for (int size : sizes) {
            product = Math.min(Integer.MAX_VALUE, product * size);
        }
        Checks.that(product >= 1 && product <= MOST_COMBINATIONS, "combinations of categories", product, "1 to " + MOST_COMBINATIONS);
        this.combinations = (int) product;
        int groups = spec.groups().size();
        double[] number = spec.groups().stream().mapToDouble(g -> values.of(g.number(), g.id()) * scale).toArray();
        int[] inMunicipality = new int[groups * municipalities];
        for (int g = 0; g < groups; g++) {
            System.arraycopy(shareOut(number[g]), 0, inMunicipality, g * municipalities, municipalities);
        }
        if (combinations == 1) {
            this.people = inMunicipality;
            this.fitted = List.of();
            this.rounds = 0;
            this.converged = true;
            return;
        }
        double[] expected = new double[groups * municipalities];
        for (int g = 0; g < groups; g++) {
            for (int m = 0; m < municipalities; m++) {
                expected[g * municipalities + m] = number[g] * spec.municipalities().get(m).share();
            }
        }
        this.fitted = spec.margins().stream().map(margin -> fitted(margin, expected)).toList();
        IterativeProportionalFitting fit = IterativeProportionalFitting.fit(begin(values), constraints(expected));
        this.rounds = fit.rounds();
        this.converged = fit.hasConverged();
        this.people = whole(fit.table(), inMunicipality);
    }

    int combinations() {
        return combinations;
    }

    /** How many categories each attribute has. */
    int[] sizes() {
        return sizes.clone();
    }

    /** How many people of a target group in a municipality have a combination. */
    int people(int targetGroup, int municipality, int combination) {
        return people[(targetGroup * municipalities + municipality) * combinations + combination];
    }

    /** How many people of a target group a municipality has. */
    int people(int targetGroup, int municipality) {
        int sum = 0;
        for (int c = 0; c < combinations; c++) {
            sum += people(targetGroup, municipality, c);
        }
        return sum;
    }

    /** The margins that the table was fitted to, beside the number of each target group in each municipality. */
    List<Fitted> fitted() {
        return fitted;
    }

    /** How many people count in each line of a margin. */
    long[] counted(Fitted margin) {
        long[] counted = new long[margin.target.length];
        for (int i = 0; i < people.length; i++) {
            counted[margin.lineOf[i]] += people[i];
        }
        return counted;
    }

    int rounds() {
        return rounds;
    }

    boolean hasConverged() {
        return converged;
    }

    /** The category of an attribute that a combination has. */
    static int category(int[] sizes, int attribute, int combination) {
        int rest = combination;
        for (int a = sizes.length - 1; a > attribute; a--) {
            rest /= sizes[a];
        }
        return rest % sizes[attribute];
    }

    // ---- (P5) what the table is fitted to ----

    /** Everybody as all adults are spread, whatever target group and municipality. */
    private double[] begin(Values values) {
        double[][] among = spec.attributes().stream().map(a -> amongAdults(a, values)).toArray(double[][]::new);
        double[] begin = new double[spec.groups().size() * municipalities * combinations];
        for (int i = 0; i < begin.length; i++) {
            begin[i] = 1;
            for (int a = 0; a < sizes.length; a++) {
                begin[i] *= among[a][category(sizes, a, i % combinations)];
            }
        }
        return begin;
    }

    /** The share of all adults in each category of an attribute. */
    static double[] amongAdults(Attribute attribute, Values values) {
        double[] among = attribute.categories().stream().mapToDouble(c -> values.of(attribute.amongAdults(), c.id())).toArray();
        double sum = Arrays.stream(among).sum();
        Checks.that(sum > 0, attribute.id(), "nobody among all adults", "somebody");
        return Arrays.stream(among).map(part -> part / sum).toArray();
    }

    private List<IterativeProportionalFitting.Margin> constraints(double[] expected) {
        List<IterativeProportionalFitting.Margin> constraints = new ArrayList<>();
        int[] rowOf = new int[expected.length * combinations];
        Arrays.setAll(rowOf, i -> i / combinations);
        fitted.forEach(margin -> constraints.add(new IterativeProportionalFitting.Margin(margin.lineOf, margin.target)));
        constraints.add(new IterativeProportionalFitting.Margin(rowOf, expected));
        return constraints;
    }

    /** What a margin asks for, where each whole that it names has as many people as the table begins with. */
    private Fitted fitted(Margin margin, double[] expected) {
        int[] lineOf = lineOf(margin, expected.length * combinations);
        Map<List<String>, Integer> wholes = new LinkedHashMap<>();
        int[] whole = new int[margin.cells().size()];
        for (int j = 0; j < whole.length; j++) {
            List<String> within = within(margin, margin.cells().get(j));
            wholes.putIfAbsent(within, wholes.size());
            whole[j] = wholes.get(within);
        }
        double[] amount = new double[wholes.size()];
        for (int j = 0; j < whole.length; j++) {
            amount[whole[j]] += margin.cells().get(j).amount();
        }
        double[] total = new double[wholes.size()];
        for (int row = 0; row < expected.length; row++) {
            total[whole[lineOf[row * combinations]]] += expected[row];
        }
        double[] target = new double[whole.length];
        Arrays.setAll(target, j -> amount[whole[j]] > 0 ? total[whole[j]] * margin.cells().get(j).amount() / amount[whole[j]] : 0);
        return new Fitted(margin, target, whole, lineOf);
    }

    /** What a line says apart from attributes: how many people that is, the margin does not say. */
    private List<String> within(Margin margin, Cell cell) {
        List<String> within = new ArrayList<>();
        for (int d = 0; d < margin.over().size(); d++) {
            if (attribute(margin.over().get(d)) < 0) {
                within.add(cell.of().get(d));
            }
        }
        return within;
    }

    /** For each cell of the table, the line of a margin that it counts in. */
    private int[] lineOf(Margin margin, int cells) {
        int[] code = new int[cells];
        int[] codeOfLine = new int[margin.cells().size()];
        int codes = 1;
        for (int d = 0; d < margin.over().size(); d++) {
            int place = d;
            List<String> ids = margin.cells().stream().map(line -> line.of().get(place)).distinct().toList();
            for (int i = 0; i < cells; i++) {
                code[i] *= ids.size();
            }
            int[][] at = along(margin.over().get(d), ids);
            for (int i = 0; i < cells; i++) {
                int row = i / combinations;
                code[i] += at[0][row / municipalities] + at[1][row % municipalities] + at[2][i % combinations];
            }
            for (int j = 0; j < codeOfLine.length; j++) {
                codeOfLine[j] = codeOfLine[j] * ids.size() + ids.indexOf(margin.cells().get(j).of().get(d));
            }
            codes *= ids.size();
        }
        int[] lineOfCode = new int[codes];
        Arrays.fill(lineOfCode, -1);
        for (int j = 0; j < codeOfLine.length; j++) {
            lineOfCode[codeOfLine[j]] = j;
        }
        for (int i = 0; i < cells; i++) {
            code[i] = lineOfCode[code[i]];
            Checks.that(code[i] >= 0, margin.source(), "a cell without a line", "a line for every cell");
        }
        return code;
    }

    /** Where a cell lies along a dimension: what its target group, its municipality and its combination add; two of them 0. */
    private int[][] along(String dimension, List<String> ids) {
        int[][] at = {new int[spec.groups().size()], new int[municipalities], new int[combinations]};
        int attribute = attribute(dimension);
        if (attribute >= 0) {
            List<Category> categories = spec.attributes().get(attribute).categories();
            Arrays.setAll(at[2], c -> index(ids, categories.get(category(sizes, attribute, c)).id()));
        } else if (dimension.equals(Margin.TARGET_GROUP)) {
            Arrays.setAll(at[0], g -> index(ids, spec.groups().get(g).id()));
        } else {
            Arrays.setAll(at[1], m -> {
                Municipality municipality = spec.municipalities().get(m);
                return index(ids, dimension.equals(Margin.MUNICIPALITY) ? municipality.code() : municipality.belongs().get(dimension));
            });
        }
        return at;
    }

    private static int index(List<String> ids, String id) {
        int index = ids.indexOf(id);
        Checks.that(index >= 0, "margin", "no line for " + id, "a line for every cell");
        return index;
    }

    private int attribute(String dimension) {
        for (int a = 0; a < spec.attributes().size(); a++) {
            if (spec.attributes().get(a).id().equals(dimension)) {
                return a;
            }
        }
        return -1;
    }

    // ---- (P4), (P6) whole people ----

    /** By the largest remainder; ties go to the municipality first in the file. */
    private int[] shareOut(double number) {
        int[] whole = new int[municipalities];
        double[] rest = new double[whole.length];
        long given = 0;
        for (int m = 0; m < whole.length; m++) {
            double exact = number * spec.municipalities().get(m).share();
            whole[m] = (int) Math.floor(exact);
            rest[m] = exact - whole[m];
            given += whole[m];
        }
        long left = Math.round(number) - given;
        Integer[] byRest = new Integer[whole.length];
        Arrays.setAll(byRest, m -> m);
        Arrays.sort(byRest, (a, b) -> Double.compare(rest[b], rest[a])); // stable: ties by the file's order
        for (int n = 0; n < left; n++) {
            whole[byRest[n % whole.length]]++;
        }
        return whole;
    }

    /**
     * Splits the people of each target group in each municipality attribute by attribute. What rounding leaves over of a
     * category, less than a person as a rule, is carried to the same category in the next municipality: so each target
     * group has its categories as fitted, to within a person for each combination of those before.
     */
    private int[] whole(double[] table, int[] inMunicipality) {
        int[] people = new int[table.length];
        for (int g = 0; g < inMunicipality.length / municipalities; g++) {
            double[][] carry = new double[sizes.length][];
            int begun = 1;
            for (int a = 0; a < sizes.length; a++) {
                begun *= sizes[a];
                carry[a] = new double[begun];
            }
            for (int m = 0; m < municipalities; m++) {
                int row = g * municipalities + m;
                int[] split = {inMunicipality[row]};
                for (int a = 0; a < sizes.length; a++) {
                    split = split(split, sums(table, row, carry[a].length), sizes[a], carry[a]);
                }
                System.arraycopy(split, 0, people, row * combinations, combinations);
            }
        }
        return people;
    }

    /** What is fitted for each combination of the first attributes in a row of the table. */
    private double[] sums(double[] table, int row, int begun) {
        double[] sums = new double[begun];
        int each = combinations / begun;
        for (int c = 0; c < combinations; c++) {
            sums[c / each] += table[row * combinations + c];
        }
        return sums;
    }

    /** Splits each number by the next attribute's categories. */
    private static int[] split(int[] numbers, double[] fitted, int size, double[] carry) {
        int[] split = new int[fitted.length];
        double[] want = new double[size];
        for (int p = 0; p < numbers.length; p++) {
            double sum = 0;
            for (int c = 0; c < size; c++) {
                sum += fitted[p * size + c];
            }
            int left = numbers[p];
            for (int c = 0; c < size; c++) {
                want[c] = (sum > 0 ? numbers[p] * (fitted[p * size + c] / sum) : 0) + carry[p * size + c];
                split[p * size + c] = (int) Math.max(0, Math.floor(want[c]));
                left -= split[p * size + c];
            }
            for (; left != 0; left -= Integer.signum(left)) {
                split[p * size + furthest(want, split, p * size, Integer.signum(left))] += Integer.signum(left);
            }
            for (int c = 0; c < size; c++) {
                carry[p * size + c] = want[c] - split[p * size + c];
            }
        }
        return split;
    }

    /** The category that lacks most, or has most too many and somebody to give; the first of several. */
    private static int furthest(double[] want, int[] split, int from, int sign) {
        int furthest = -1;
        for (int c = 0; c < want.length; c++) {
            boolean may = sign > 0 || split[from + c] > 0;
            if (may && (furthest < 0 || sign * (want[c] - split[from + c]) > sign * (want[furthest] - split[from + furthest]))) {
                furthest = c;
            }
        }
        return furthest;
    }
}
