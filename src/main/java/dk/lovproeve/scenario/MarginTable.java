package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.population.PopulationSpec.Cell;
import dk.lovproeve.population.PopulationSpec.Margin;
import dk.lovproeve.population.PopulationSpec.Municipality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the table of a margin: a column for each dimension, found by name, and one of amounts. Others are left alone. */
final class MarginTable {

    private static final String SHARE = "share";
    private static final String PERSONS = "persons";
    private static final double ROUNDING = 0.01;
    /** The most cells of a table that are listed in a message. */
    private static final int FEW = 3;

    private final Binding binding;
    private final List<Municipality> municipalities;

    MarginTable(Binding binding, List<Municipality> municipalities) {
        this.binding = binding;
        this.municipalities = municipalities;
    }

    /**
     * The lines of a table; none where something is wrong with it, which has been reported.
     *
     * @param file where the file is named
     * @param over where the dimensions are named
     */
    List<Cell> read(Cursor file, Cursor over, List<String> dimensions, CsvTable table) {
        Map<String, Collection<String>> ids = new LinkedHashMap<>();
        for (int d = 0; d < dimensions.size(); d++) {
            String dimension = dimensions.get(d);
            Optional<Collection<String>> known = ids(dimension);
            if (known.isEmpty()) {
                over.fail(
                        Text.same(dimension), Said.oneOf(dimensions()), Nearest.of(dimension, dimensions()).orElse(""));
                return List.of();
            }
            ids.put(dimension, known.get());
        }
        if (dimensions.stream().noneMatch(binding.declared(Kind.ATTRIBUTE)::contains)) {
            over.fail(
                    Text.same(String.join(", ", dimensions)),
                    new Text("mindst én egenskab, der står under attributes", "at least one attribute that stands under attributes"), "");
            return List.of();
        }
        String amounts = table.header().contains(SHARE) ? SHARE : PERSONS;
        List<String> columns = new ArrayList<>(dimensions);
        columns.add(amounts);
        if (!table.header().containsAll(columns)) {
            file.fail(
                    new Text("kolonnerne " + String.join(", ", table.header()), "the columns " + String.join(", ", table.header())),
                    new Text("kolonnerne " + String.join(", ", dimensions) + " og share eller persons",
                            "the columns " + String.join(", ", dimensions) + " and share or persons"), "");
            return List.of();
        }
        return table.isWhole(binding.failures) ? lines(file, dimensions, table, ids, amounts) : List.of();
    }

    private List<Cell> lines(
            Cursor file, List<String> dimensions, CsvTable table, Map<String, Collection<String>> ids, String amounts) {
        Map<List<String>, Cell> cells = new LinkedHashMap<>();
        boolean sound = true;
        for (CsvTable.Row row : table.rows()) {
            List<String> of = new ArrayList<>();
            for (String dimension : dimensions) {
                String id = row.at(dimension);
                of.add(id);
                if (!ids.get(dimension).contains(id)) {
                    sound = false;
                    binding.failures.add(
                            row.place(), dimension, id.isEmpty() ? Said.NOTHING : Text.same(id),
                            new Text("et af navnene for " + dimension, "one of the ids of " + dimension),
                            Nearest.of(id, ids.get(dimension)).orElse(""));
                }
            }
            double amount = CsvTable.number(row.at(amounts), amounts.equals(SHARE) ? 1 : Double.MAX_VALUE);
            if (Double.isNaN(amount)) {
                sound = false;
                binding.failures.add(
                        row.place(), amounts, row.at(amounts).isEmpty() ? Said.NOTHING : Text.same(row.at(amounts)),
                        amounts.equals(SHARE)
                                ? new Text("et tal fra 0 til 1 (en andel)", "a number from 0 to 1 (a share)")
                                : new Text("et tal, 0 eller mere", "a number, 0 or more"), "");
            } else if (cells.putIfAbsent(of, new Cell(of, amount)) != null) {
                sound = false;
                String again = String.join(", ", of);
                binding.failures.add(
                        row.place(), "", new Text(again + " for anden gang", again + " a second time"),
                        new Text("hver celle en gang", "each cell once"), "");
            }
        }
        return sound && isComplete(file, dimensions, cells, ids) && sumsAreRight(file, dimensions, cells, amounts)
                ? List.copyOf(cells.values())
                : List.of();
    }

    /** A cell that is not there is no zero: the author must say that nobody is in it. */
    private boolean isComplete(
            Cursor file, List<String> dimensions, Map<List<String>, Cell> cells, Map<String, Collection<String>> ids) {
        List<List<String>> all = List.of(List.of());
        for (String dimension : dimensions) {
            List<List<String>> longer = new ArrayList<>();
            all.forEach(begun -> ids.get(dimension).forEach(id -> {
                List<String> one = new ArrayList<>(begun);
                one.add(id);
                longer.add(one);
            }));
            all = longer;
        }
        List<String> missing = all.stream().filter(of -> !cells.containsKey(of)).map(of -> String.join(" x ", of)).toList();
        if (!missing.isEmpty()) {
            String few = String.join(", ", missing.subList(0, Math.min(FEW, missing.size()))) + (missing.size() > FEW ? " ..." : "");
            file.fail(
                    new Text("ingen linje for " + few, "no line for " + few),
                    new Text("en linje for hver celle, også hvor der er 0", "a line for every cell, also where there are 0"), "");
        }
        return missing.isEmpty();
    }

    /** Within each target group, municipality and region that a table names, there is somebody, and shares sum to 1. */
    private boolean sumsAreRight(Cursor file, List<String> dimensions, Map<List<String>, Cell> cells, String amounts) {
        Map<List<String>, Double> sums = new LinkedHashMap<>();
        cells.values().forEach(cell -> {
            List<String> within = new ArrayList<>();
            for (int d = 0; d < dimensions.size(); d++) {
                if (!binding.declared(Kind.ATTRIBUTE).contains(dimensions.get(d))) {
                    within.add(cell.of().get(d));
                }
            }
            sums.merge(within, cell.amount(), Double::sum);
        });
        boolean right = true;
        for (Map.Entry<List<String>, Double> sum : sums.entrySet()) {
            boolean off = amounts.equals(SHARE) ? Math.abs(sum.getValue() - 1) > ROUNDING : sum.getValue() <= 0;
            if (off) {
                right = false;
                String where = sum.getKey().isEmpty() ? "" : String.join(" x ", sum.getKey()) + ": ";
                String found = Said.number(Math.rint(sum.getValue() * 1e4) / 1e4);
                file.fail(
                        new Text(where + "tal, der summer til " + found, where + "numbers that sum to " + found),
                        amounts.equals(SHARE)
                                ? new Text("andele, der summer til 1 (højst 0,01 fra)", "shares that sum to 1 (at most 0.01 off)")
                                : new Text("mindst én person", "one person at least"), "");
            }
        }
        return right;
    }

    private Set<String> dimensions() {
        Set<String> dimensions = new LinkedHashSet<>(List.of(Margin.TARGET_GROUP, Margin.MUNICIPALITY));
        dimensions.addAll(binding.declared(Kind.ATTRIBUTE));
        municipalities.stream().findFirst().ifPresent(m -> dimensions.addAll(m.belongs().keySet()));
        return dimensions;
    }

    /** The ids along a dimension, in their order; empty where there is no such dimension. */
    private Optional<Collection<String>> ids(String dimension) {
        if (!dimensions().contains(dimension)) {
            return Optional.empty();
        }
        if (dimension.equals(Margin.TARGET_GROUP)) {
            return Optional.of(binding.declared(Kind.TARGET_GROUP));
        }
        if (dimension.equals(Margin.MUNICIPALITY)) {
            return Optional.of(municipalities.stream().map(Municipality::code).toList());
        }
        if (binding.declared(Kind.ATTRIBUTE).contains(dimension)) {
            Set<String> categories = new LinkedHashSet<>();
            binding.attributeOfCategory().forEach((category, attribute) -> {
                if (attribute.equals(dimension)) {
                    categories.add(category);
                }
            });
            return Optional.of(categories);
        }
        Set<String> words = new LinkedHashSet<>();
        municipalities.forEach(m -> words.add(m.belongs().get(dimension)));
        return Optional.of(words);
    }
}
