package dk.lovproeve.scenario;

import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.FreeNumber;
import dk.lovproeve.evidence.Level;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Target;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What tells a rule from any other: what a run of it hangs on, and nothing else. Words for readers, sources, comments, the lines
 * that things stand on and parameters that are not used do not enter; nor do the numbers that were found by fitting.
 */
final class Fingerprint {

    /** Words for readers that may be left out: whether they are there does not enter either. */
    private static final String OPTIONAL_WORDS = Optional.class.getName() + "<" + Text.class.getName() + ">";

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: found none, expected one in every Java", e);
        }
    }

    /** Of what fits numbers to figures: the versions that the figures are from, the figures and what is free. */
    static String of(List<Model> versions, List<Target> targets, List<FreeNumber> free, double discrepancy) {
        Fingerprint print = new Fingerprint();
        for (Model model : versions) {
            print.add(model.firstDay());
            model.targetGroups().forEach(group -> print.add(group.id()));
            print.add(model.procedure());
            print.add(model.institutions());
            print.add(model.population());
            model.trial().ifPresent(trial -> print.add(trial.municipalities()));
        }
        for (Target target : targets) {
            print.add(List.of(target.version(), target.quantity(), target.value(), target.low(), target.high()));
        }
        free.forEach(number -> print.add(List.of(number.parameter(), number.targetGroup(), number.level())));
        print.add(discrepancy);
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(Object thing) {
        if (thing == null) {
            word("none");
        } else if (thing instanceof Text || thing instanceof Place) {
            return;
        } else if (thing instanceof Level level) {
            List.of(level.value(), level.low(), level.high()).forEach(this::add);
            word(level.isFixed() ? "" : level.distribution().toString());
        } else if (thing instanceof Parameter parameter) {
            word(parameter.id());
            add(parameter.general());
            add(parameter.byGroup());
        } else if (thing instanceof Optional<?> optional) {
            add(optional.orElse(null));
        } else if (thing instanceof OptionalDouble optional) {
            add(optional.isPresent() ? optional.getAsDouble() : null);
        } else if (thing instanceof OptionalInt optional) {
            add(optional.isPresent() ? optional.getAsInt() : null);
        } else if (thing instanceof Collection<?> several) {
            word("[");
            several.forEach(this::add);
            word("]");
        } else if (thing instanceof Map<?, ?> map) {
            // By name: some maps have an order of their own and some have none.
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, value) -> sorted.put(key.toString(), value));
            sorted.forEach((key, value) -> {
                word(key);
                add(value);
            });
        } else if (thing instanceof Double number) {
            // Not its digits, which differ between Javas.
            word(Long.toHexString(Double.doubleToLongBits(number)));
        } else if (thing instanceof Enum<?> one) {
            word(one.name());
        } else if (thing instanceof Record record) {
            word(record.getClass().getSimpleName());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!component.getGenericType().getTypeName().equals(OPTIONAL_WORDS)) {
                    add(of(component, record));
                }
            }
        } else if (thing instanceof String || thing instanceof Number || thing instanceof Boolean || thing instanceof LocalDate
                || thing instanceof MonthDay) {
            word(thing.toString());
        } else {
            throw new IllegalStateException("fingerprint: found " + thing.getClass() + ", expected a record, a number or a word");
        }
    }

    private static Object of(RecordComponent component, Record record) {
        try {
            // A record may be known to its own package alone; what it holds is no secret here.
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void word(String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
