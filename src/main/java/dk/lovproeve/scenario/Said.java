package dk.lovproeve.scenario;

import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The turns of phrase that failures share, in both languages. */
final class Said {

    static final Text NOTHING = new Text("ingenting", "nothing");
    static final Text A_LIST = new Text("en liste", "a list");

    private Said() {}

    static Text oneOf(Collection<String> words) {
        if (words.size() == 1) {
            return Text.same(words.iterator().next());
        }
        String listed = String.join(", ", words);
        return new Text("et af: " + listed, "one of: " + listed);
    }

    static Text keys(Collection<String> keys) {
        String listed = String.join(", ", keys);
        return keys.size() == 1
                ? new Text("nøglen " + listed, "the key " + listed)
                : new Text("nøglerne " + listed, "the keys " + listed);
    }

    static Text oneKeyOf(Collection<String> keys) {
        String listed = String.join(", ", keys);
        return new Text("en af nøglerne " + listed, "one of the keys " + listed);
    }

    static Text unit(Unit unit) {
        String low = number(unit.minimum());
        if (unit == Unit.PERSONS) {
            return new Text("et helt tal, 0 eller mere (personer)", "a whole number, 0 or more (persons)");
        }
        if (unit.maximum() == Double.MAX_VALUE) {
            return new Text(
                    "et tal, " + low + " eller mere (" + unit.label().da() + ")",
                    "a number, " + low + " or more (" + unit.label().en() + ")");
        }
        String high = number(unit.maximum());
        return new Text(
                "et tal fra " + low + " til " + high + " (" + unit.label().da() + ")",
                "a number from " + low + " to " + high + " (" + unit.label().en() + ")");
    }

    static Text units(List<Unit> accepted) {
        return new Text(
                "en parameter i " + accepted.stream().map(Unit::key).collect(Collectors.joining(" eller ")),
                "a parameter in " + accepted.stream().map(Unit::key).collect(Collectors.joining(" or ")));
    }

    /** A number as an author would write it. */
    static String number(double value) {
        BigDecimal plain = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return plain.scale() < 0 || plain.precision() < 15 ? plain.toPlainString() : plain.toString();
    }
}
