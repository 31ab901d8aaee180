package dk.lovproeve.scenario;

import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds conditions, wherever they stand. One for a model, because a circumstance has one chance in the whole of it. */
final class ConditionBinder {

    /** The word for having signed up for reminders; no flag or fact may be called so. */
    static final String SUBSCRIBED = "subscribed";

    private static final List<String> FORMS = List.of(
            "all", "any", "not", "target-group", "group", "capacity", "state", "circumstance", "extended-fewer-than",
            "helper-away");
    private static final Text EXPECTED = new Text(
            "et flag, et faktum, subscribed, not foran et af dem, en liste, eller en af nøglerne " + String.join(", ", FORMS),
            "a flag, a fact, subscribed, not before one of them, a list, or one of the keys " + String.join(", ", FORMS));

    private final Map<String, Parameter> circumstances = new HashMap<>();

    /** The condition of an optional {@code when}; without it, everybody. */
    Condition when(Cursor c) {
        return c.maybe("when").map(this::condition).orElse(Condition.ALWAYS);
    }

    Condition condition(Cursor c) {
        if (!c.isThere()) {
            return Condition.ALWAYS;
        }
        if (c.isScalar()) {
            return named(c);
        }
        if (c.isList()) {
            return new Condition.All(several(c));
        }
        Optional<String> form = FORMS.stream().filter(c::has).findFirst();
        if (form.isEmpty()) {
            c.fail(EXPECTED, Nearest.of(c.tree().keys().keySet().stream().findFirst().orElse(""), FORMS).orElse(""));
            return Condition.ALWAYS;
        }
        return c.whole(whole -> form(form.get(), whole));
    }

    private Condition form(String form, Cursor c) {
        Cursor value = c.take(form);
        return switch (form) {
            case "all" -> new Condition.All(several(value));
            case "any" -> new Condition.Any(several(value));
            case "not" -> new Condition.Not(condition(value));
            case "target-group" -> new Condition.OfTargetGroup(value.references(Kind.TARGET_GROUP));
            case "group" -> new Condition.InGroup(value.items().stream().map(ConditionBinder::group).toList());
            case "capacity" -> new Condition.CapacityBelow(
                    value.reference(Kind.CAPACITY), c.take("below").parameter(Unit.PERCENTILE));
            case "state" -> new Condition.StateAbove(
                    value.reference(Kind.STATE), c.take("above").parameter(Unit.SD, Unit.COUNT));
            case "circumstance" -> circumstance(value, c.take("chance"));
            case "extended-fewer-than" -> new Condition.ExtendedFewerThan(value.parameter(Unit.COUNT));
            case "helper-away" -> new Condition.HelperAway(value.parameter(Unit.SHARE, Unit.PROBABILITY));
            default -> throw new IllegalStateException(form);
        };
    }

    private Condition named(Cursor c) {
        String word = c.word();
        if (word.startsWith("not ")) {
            return new Condition.Not(named(c, word.substring(4).strip()));
        }
        return named(c, word);
    }

    private Condition named(Cursor c, String name) {
        if (name.equals(SUBSCRIBED)) {
            return new Condition.Subscribed();
        }
        Set<String> flags = c.binding().declared(Kind.FLAG);
        Set<String> facts = c.binding().declared(Kind.FACT);
        if (flags.contains(name)) {
            c.binding().use(Kind.FLAG, name);
            return new Condition.Flag(name);
        }
        if (facts.contains(name)) {
            c.binding().use(Kind.FACT, name);
            return new Condition.Fact(name);
        }
        List<String> names = new ArrayList<>(flags);
        names.addAll(facts);
        names.add(SUBSCRIBED);
        c.fail(EXPECTED, Nearest.of(name, names)
                .map(meant -> c.word().startsWith("not ") ? "not " + meant : meant)
                .orElse(""));
        return Condition.ALWAYS;
    }

    private List<Condition> several(Cursor list) {
        if (list.isList() && list.items().isEmpty()) {
            list.fail(new Text("ingen betingelser", "no conditions"), new Text("mindst én betingelse", "at least one condition"), "");
        }
        return list.items().stream().map(this::condition).toList();
    }

    private static int group(Cursor c) {
        if (!c.word().matches("[123]")) {
            c.fail(new Text("en retssikkerhedsgruppe: 1, 2 eller 3", "a rights-security group: 1, 2 or 3"));
            return 1;
        }
        return Integer.parseInt(c.word());
    }

    private Condition circumstance(Cursor name, Cursor chanceCursor) {
        String word = name.words(new Text("et navn", "a name"));
        Parameter chance = chanceCursor.parameter(Unit.PROBABILITY, Unit.SHARE);
        Parameter first = circumstances.putIfAbsent(word, chance);
        if (first != null && !first.id().equals(chance.id())) {
            chanceCursor.fail(
                    new Text("samme omstændighed, " + word + ", bruger " + first.id() + " et andet sted",
                            "the same circumstance, " + word + ", uses " + first.id() + " elsewhere"),
                    first.id());
        }
        return new Condition.Circumstance(word, chance);
    }
}
