package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Consequences.Tally;
import dk.lovproeve.procedure.Consequences.View;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure.MinutesMeasures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Binds {@code measures}, and every place that counts in one. */
final class MeasureBinder {

    private enum Good {
        MORE("more", 1),
        LESS("less", -1),
        NEITHER("neither", 0);

        private final String key;
        private final int sign;

        Good(String key, int sign) {
            this.key = key;
            this.sign = sign;
        }
    }

    private final ConditionBinder conditions;

    MeasureBinder(ConditionBinder conditions) {
        this.conditions = conditions;
    }

    Measure measure(Cursor c) {
        Text label = c.take("label").text();
        Optional<Text> definition = c.maybe("definition").map(Cursor::text);
        Measure.Kind kind = c.take("kind").oneOf(Measure.Kind.values(), Measure.Kind::key);
        Optional<Measure.Share> share = kind == Measure.Kind.SHARE
                ? Optional.of(c.take("of").whole(of -> new Measure.Share(
                        part(of.take("numerator")), part(of.take("denominator")))))
                : Optional.empty();
        boolean recorded = c.maybe("recorded").map(Cursor::yes).orElse(true);
        int good = c.take("good").oneOf(Good.values(), g -> g.key).sign;
        boolean headline = c.maybe("headline").map(Cursor::yes).orElse(false);
        return new Measure(c.key(), label, definition, kind, share, recorded, good, headline, c.place());
    }

    private static String part(Cursor c) {
        return ofKind(
                c, Measure.Kind.EVENTS, Measure.Kind.PERSONS, Measure.Kind.DAYS, Measure.Kind.KRONER, Measure.Kind.HOURS);
    }

    /** The id of a measure of one of these kinds. */
    static String ofKind(Cursor c, Measure.Kind... kinds) {
        if (!c.isThere()) {
            return Binding.UNKNOWN;
        }
        String id = c.reference(Kind.MEASURE);
        String found = c.binding().word(Kind.MEASURE, id, "kind");
        List<String> keys = Stream.of(kinds).map(Measure.Kind::key).toList();
        boolean isKind = Stream.of(Measure.Kind.values()).anyMatch(k -> k.key().equals(found));
        if (isKind && !keys.contains(found)) {
            c.fail(
                    new Text(id + ", der er af slagsen " + found, id + ", which is of kind " + found),
                    new Text(
                            "et måltal af slagsen " + keys.stream().collect(Collectors.joining(" eller ")),
                            "a measure of kind " + keys.stream().collect(Collectors.joining(" or "))),
                    "");
        }
        return id;
    }

    static MinutesMeasures minutes(Cursor c) {
        return new MinutesMeasures(
                ofKind(c.take("citizen"), Measure.Kind.HOURS),
                ofKind(c.take("helper"), Measure.Kind.HOURS),
                ofKind(c.take("caseworker"), Measure.Kind.HOURS));
    }

    /** Each item is a measure, or a measure and when it is counted. */
    List<Tally> tallies(Optional<Cursor> list, View view) {
        return Cursor.items(list)
                .map(item -> item.isScalar()
                        ? new Tally(counted(item, view), view, Condition.ALWAYS)
                        : item.whole(c -> new Tally(counted(c.take("measure"), view), view, conditions.when(c))))
                .toList();
    }

    private static String counted(Cursor c, View view) {
        String id = ofKind(c, Measure.Kind.EVENTS, Measure.Kind.PERSONS);
        if (view == View.REGISTER && c.binding().word(Kind.MEASURE, id, "recorded").equals("false")) {
            c.fail(
                    new Text(id + ", som registrene ikke kender (recorded: false)", id + ", which the registers do not know (recorded: false)"),
                    new Text("et måltal, som registrene kender", "a measure that the registers know"), "");
        }
        return id;
    }
}
