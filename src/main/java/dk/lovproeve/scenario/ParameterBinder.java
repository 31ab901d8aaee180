package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.EvidenceClass;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Binds {@code parameters}. */
final class ParameterBinder {

    private ParameterBinder() {}

    /** All parameters without a mistake, in the order of the file; the binding knows them from now on. */
    static List<Parameter> parameters(Cursor cursor) {
        List<Parameter> bound = new ArrayList<>();
        for (Cursor one : cursor.declared()) {
            one.whole(ParameterBinder::parameter).ifPresent(parameter -> {
                one.binding().know(parameter);
                bound.add(parameter);
            });
        }
        return bound;
    }

    private static Optional<Parameter> parameter(Cursor c) {
        Text label = c.take("label").text();
        Cursor unitCursor = c.take("unit");
        Unit unit = unitCursor.oneOf(Unit.values(), Unit::key);
        boolean unitKnown = unit.key().equals(unitCursor.word());
        Optional<Cursor> groups = c.maybe("by-group");
        boolean hasGeneral = c.has("value") || groups.isEmpty();

        Optional<EvidenceClass> evidence = hasGeneral || c.has("class") ? evidence(c) : Optional.empty();
        Optional<String> source = hasGeneral || c.has("source") ? Optional.of(source(c)) : Optional.empty();
        // A unit that is not known says nothing about what the numbers may be.
        if (!unitKnown) {
            List.of("value", "low", "high", "class", "source").forEach(c::maybe);
            return Optional.empty();
        }
        Optional<Level> general = hasGeneral ? level(c, unit, evidence, source) : Optional.empty();
        if (!hasGeneral) {
            List.of("value", "class", "source").forEach(c::maybe);
        }
        Map<String, Level> byGroup = new LinkedHashMap<>();
        groups.ifPresent(g -> {
            g.referenced(Kind.TARGET_GROUP, one -> one.whole(level -> level(
                            level, unit,
                            level.has("class") || evidence.isEmpty() ? evidence(level) : evidence,
                            level.has("source") || source.isEmpty() ? Optional.of(source(level)) : source)))
                    .forEach((group, level) -> level.ifPresent(l -> byGroup.put(group, l)));
            if (!hasGeneral) {
                complete(g);
            }
        });
        boolean sound = hasGeneral ? general.isPresent() : !byGroup.isEmpty();
        return sound
                ? Optional.of(new Parameter(c.key(), label, unit, general.orElse(null), byGroup, c.place()))
                : Optional.empty();
    }

    /** Without a value for all, each target group must have its own. */
    private static void complete(Cursor groups) {
        TreeSet<String> without = new TreeSet<>(groups.binding().declared(Kind.TARGET_GROUP));
        without.removeAll(groups.tree().keys().keySet());
        if (groups.isThere() && !without.isEmpty()) {
            String names = String.join(", ", without);
            groups.fail(
                    new Text("ingen værdi for " + names, "no value for " + names),
                    new Text("en værdi for hver målgruppe, eller value for alle", "a value for every target group, or value for all"),
                    "");
        }
    }

    private static Optional<Level> level(
            Cursor c, Unit unit, Optional<EvidenceClass> evidence, Optional<String> source) {
        boolean exact = evidence.filter(e -> e == EvidenceClass.OBSERVED || e == EvidenceClass.DERIVED).isPresent();
        Optional<Double> value = c.take("value").number(unit);
        Optional<Double> low = bound(c, "low", exact, value, unit);
        Optional<Double> high = bound(c, "high", exact, value, unit);
        // Reported already: what is asked for here is only there to be no unknown key.
        List.of("class", "source").forEach(c::maybe);
        if (value.isEmpty() || low.isEmpty() || high.isEmpty() || evidence.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() > value.get() || value.get() > high.get()) {
            double[] sorted = {low.get(), value.get(), high.get()};
            String found = said(sorted);
            Arrays.sort(sorted);
            c.fail(Said.same(found), Said.same("low <= value <= high"), said(sorted));
            return Optional.empty();
        }
        return Optional.of(new Level(value.get(), low.get(), high.get(), evidence.get(), source.get()));
    }

    private static String said(double[] levels) {
        return "low: " + Said.number(levels[0]) + ", value: " + Said.number(levels[1]) + ", high: " + Said.number(levels[2]);
    }

    private static Optional<Double> bound(
            Cursor c, String key, boolean exact, Optional<Double> value, Unit unit) {
        return exact && !c.has(key) ? onlyKnown(c, key, value) : c.take(key).number(unit);
    }

    private static Optional<Double> onlyKnown(Cursor c, String key, Optional<Double> value) {
        c.maybe(key);
        return value;
    }

    private static Optional<EvidenceClass> evidence(Cursor c) {
        Cursor word = c.take("class");
        EvidenceClass read = word.oneOf(EvidenceClass.values(), EvidenceClass::key);
        return read.key().equals(word.word()) ? Optional.of(read) : Optional.empty();
    }

    private static String source(Cursor c) {
        return c.take("source").words(new Text("hvor tallet er fra", "where the number is from"));
    }
}
