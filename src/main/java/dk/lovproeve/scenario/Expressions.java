package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.evidence.Unit;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Amount.Moment;
import dk.lovproeve.procedure.Amount.Operation;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Condition.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads conditions and amounts, the plain words of a scenario: {@code exempt or not told}, {@code stress > stress-ground},
 * {@code max(calls - one-call, 0) * minutes-call}. {@link Words} finds the shape of a line; here each name gets its
 * meaning, and a line that means nothing is a failure that says how to mend it. One for a binding.
 */
final class Expressions {

    /** Words of the language itself; nothing may be called so. */
    static final Set<String> RESERVED = reserved();

    /** What a condition can speak of by name alone. */
    private static final List<Kind> YES_OR_NO = List.of(Kind.FLAG, Kind.TRAIT, Kind.CIRCUMSTANCE, Kind.FACT);
    /** What an amount can speak of by name alone. */
    private static final List<Kind> NUMBERS = List.of(Kind.PARAMETER, Kind.STATE, Kind.AMOUNT);

    private static final Text A_CONDITION = new Text(
            "noget, der gælder eller ikke gælder: et flag, et træk, en omstændighed, et faktum eller en sammenligning",
            "something that holds or does not: a flag, a trait, a circumstance, a fact or a comparison");
    private static final Text AN_AMOUNT = new Text(
            "et tal: en parameter, en tilstand, en størrelse, 0, 1 eller et regnestykke af dem",
            "a number: a parameter, a state, an amount, 0, 1 or a calculation with them");
    private static final Text A_SOURCE = new Text(
            "0, 1 eller navnet på en parameter, så tallet siger, hvor det er fra",
            "0, 1 or the name of a parameter, so that the number says where it is from");
    private static final Amount NO_AMOUNT = new Amount.Literal(0);

    private final Binding binding;

    Expressions(Binding binding) {
        this.binding = binding;
    }

    private static Set<String> reserved() {
        Set<String> words = new HashSet<>(List.of(
                "not", "and", "or", "is", "none", "group", "target-group", "helper", "min", "max", "floor", "ceil", "any", "all",
                "sum"));
        Stream.of(Moment.values()).map(Moment::key).forEach(words::add);
        return Set.copyOf(words);
    }

    // ---- what stands at a place ----

    /** The condition of an optional {@code when}; without it, everybody. */
    Condition when(Cursor c) {
        return c.maybe("when").map(this::condition).orElse(Condition.ALWAYS);
    }

    /** The condition that stands here; after a failure, one that always holds. */
    Condition condition(Cursor c) {
        return shape(c, new Text("en betingelse i ord på én linje", "a condition in words on one line"))
                .map(shape -> new Meaning(c).condition(shape))
                .orElse(Condition.ALWAYS);
    }

    /**
     * The amount that stands here; after a failure, 0.
     *
     * @param units what a parameter that stands alone may be in; none for every unit but percentile
     */
    Amount amount(Cursor c, Unit... units) {
        return shape(c, new Text("en størrelse i ord på én linje", "an amount in words on one line"))
                .map(shape -> new Meaning(c).whole(shape, List.of(units)))
                .orElse(NO_AMOUNT);
    }

    private static Optional<Words.Shape> shape(Cursor c, Text expected) {
        if (!c.isThere()) {
            return Optional.empty();
        }
        if (!c.isScalar()) {
            c.fail(expected, FirstEdition.inWords(c.tree()));
            return Optional.empty();
        }
        if (c.word().isEmpty()) {
            c.fail(expected);
            return Optional.empty();
        }
        try {
            return Optional.of(Words.read(c.word()));
        } catch (Words.Wrong wrong) {
            c.fail(wrong.found(), wrong.expected(), wrong.maybe());
            return Optional.empty();
        }
    }

    /**
     * Names that mean two things, or that are words of the language: a failure each, at the second place. Everything a
     * condition or an amount can name, and capacities, share one name space.
     */
    void oneMeaningEach() {
        Map<String, Kind> first = new LinkedHashMap<>();
        for (Kind kind : List.of(
                Kind.PARAMETER, Kind.TRAIT, Kind.FLAG, Kind.CIRCUMSTANCE, Kind.FACT, Kind.AMOUNT, Kind.STATE, Kind.CAPACITY)) {
            binding.declarations(kind).forEach((id, tree) -> {
                Cursor c = new Cursor(binding, Cursor.below(kind.root(), id), tree.place(), tree);
                if (RESERVED.contains(id)) {
                    c.fail(
                            Text.same(id),
                            new Text("et andet navn: " + id + " er et ord i sproget selv", "another name: " + id + " is a word of the language itself"),
                            "");
                }
                Kind before = first.putIfAbsent(id, kind);
                if (before != null) {
                    c.fail(
                            new Text(id + ", der også er " + before.one().da(), id + ", which is " + before.one().en() + " too"),
                            new Text("et navn, der kun betyder én ting", "a name that means one thing only"), "");
                }
            });
        }
    }

    // ---- the clock ----

    /** Whether the words ask for the track's clock, themselves or through a fact or an amount they name. */
    boolean usesClock(Condition condition) {
        return usesClock(condition, new HashSet<>());
    }

    /** Whether the words ask for the track's clock, themselves or through an amount they name. */
    boolean usesClock(Amount amount) {
        return usesClock(amount, new HashSet<>());
    }

    private boolean usesClock(Condition condition, Set<String> seen) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().anyMatch(one -> usesClock(one, seen));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(one -> usesClock(one, seen));
        }
        if (condition instanceof Condition.Not not) {
            return usesClock(not.of(), seen);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return usesClock(comparison.left(), seen) || usesClock(comparison.right(), seen);
        }
        return condition instanceof Condition.Fact fact && declaredUsesClock(Kind.FACT, fact.fact(), "when", seen);
    }

    private boolean usesClock(Amount amount, Set<String> seen) {
        if (amount instanceof Moment moment) {
            return moment != Moment.TODAY && moment != Moment.STARTED;
        }
        if (amount instanceof Amount.Combined combined) {
            return usesClock(combined.left(), seen) || usesClock(combined.right(), seen);
        }
        if (amount instanceof Amount.Rounded rounded) {
            return usesClock(rounded.of(), seen);
        }
        if (amount instanceof Amount.Is is) {
            return usesClock(is.condition(), seen);
        }
        return amount instanceof Amount.Named named && declaredUsesClock(Kind.AMOUNT, named.id(), "is", seen);
    }

    /** Reads what is declared anew, in silence: it may stand further down and not be bound yet. */
    private boolean declaredUsesClock(Kind kind, String id, String key, Set<String> seen) {
        if (!seen.add(kind + " " + id)) {
            return false;
        }
        Tree declared = binding.declarations(kind).get(id);
        Tree words = declared == null ? null : declared.keys().get(key);
        if (words == null) {
            return false;
        }
        Binding silent = new Binding(binding.root, new Failures());
        Cursor c = new Cursor(silent, "", words.place(), words);
        Expressions there = new Expressions(silent);
        return kind == Kind.FACT ? usesClock(there.condition(c), seen) : usesClock(there.amount(c), seen);
    }

    // ---- what the words mean ----

    /** Gives the names of one line their meaning; what is wrong is reported and has a stand-in. */
    private final class Meaning {

        private final Cursor c;

        Meaning(Cursor c) {
            this.c = c;
        }

        Condition condition(Words.Shape shape) {
            String word = shape.word();
            switch (shape.sort()) {
                case AND:
                    return new Condition.All(shape.parts().stream().map(this::condition).toList());
                case OR:
                    return new Condition.Any(shape.parts().stream().map(this::condition).toList());
                case NOT:
                    return new Condition.Not(condition(shape.parts().get(0)));
                case IS:
                    return is(shape);
                case COMPARISON:
                    return comparison(shape);
                case NAME:
                    return named(shape);
                case NUMBER:
                    shape.fail(c, new Text(word + ", der er et tal", word + ", which is a number"), A_CONDITION);
                    return Condition.ALWAYS;
                default:
                    shape.fail(c, new Text("et regnestykke med " + word, "a calculation with " + word), A_CONDITION);
                    return Condition.ALWAYS;
            }
        }

        private Condition named(Words.Shape shape) {
            String name = shape.word();
            Optional<Kind> kind = kindOf(name);
            if (kind.isEmpty() && !isMoment(name)) {
                unknown(shape, A_CONDITION, YES_OR_NO);
                return Condition.ALWAYS;
            }
            if (kind.isEmpty() || !YES_OR_NO.contains(kind.get())) {
                wrongSort(shape, kind, A_CONDITION);
                return Condition.ALWAYS;
            }
            binding.use(kind.get(), name);
            return switch (kind.get()) {
                case FLAG -> new Condition.Flag(name);
                case TRAIT -> new Condition.Trait(name);
                case CIRCUMSTANCE -> new Condition.Circumstance(name);
                default -> new Condition.Fact(name);
            };
        }

        private Condition is(Words.Shape shape) {
            List<Words.Shape> among = shape.parts();
            Set<String> seen = new HashSet<>();
            for (Words.Shape one : among) {
                if (!seen.add(one.word())) {
                    one.fail(c, new Text(one.word() + " for anden gang", one.word() + " a second time"), new Text("hvert navn en gang", "each name once"));
                }
            }
            if (shape.word().equals("target-group")) {
                return new Condition.OfTargetGroup(among.stream().map(one -> reference(one, Kind.TARGET_GROUP)).toList());
            }
            if (shape.word().equals("group")) {
                return new Condition.InGroup(among.stream().map(this::group).toList());
            }
            if (among.size() == 1 && among.get(0).word().equals("none")) {
                return new Condition.HelperIs(List.of());
            }
            return new Condition.HelperIs(among.stream().map(one -> reference(one, Kind.HELPER)).toList());
        }

        private int group(Words.Shape shape) {
            if (!shape.word().matches("[123]")) {
                shape.fail(c, new Text("en retssikkerhedsgruppe: 1, 2 eller 3", "a rights-security group: 1, 2 or 3"), "");
                return 1;
            }
            return Integer.parseInt(shape.word());
        }

        private String reference(Words.Shape shape, Kind kind) {
            String id = shape.word();
            if (!binding.declared(kind).contains(id)) {
                shape.fail(c, kind.expected(), Nearest.to(id, binding.declared(kind)));
                return Binding.UNKNOWN;
            }
            binding.use(kind, id);
            return id;
        }

        private Condition comparison(Words.Shape shape) {
            Words.Shape left = shape.parts().get(0);
            Words.Shape right = shape.parts().get(1);
            Relation relation =
                    Stream.of(Relation.values()).filter(r -> r.sign().equals(shape.word())).findFirst().orElseThrow();
            boolean capacityLeft = isCapacity(left);
            boolean capacityRight = isCapacity(right);
            if (capacityLeft != capacityRight) {
                return capacityLeft
                        ? new Condition.Comparison(capacity(left), relation, percentile(right))
                        : new Condition.Comparison(percentile(left), relation, capacity(right));
            }
            return new Condition.Comparison(amount(left), relation, amount(right));
        }

        private boolean isCapacity(Words.Shape shape) {
            return shape.sort() == Words.Sort.NAME && kindOf(shape.word()).equals(Optional.of(Kind.CAPACITY));
        }

        private Amount capacity(Words.Shape shape) {
            return new Amount.OfCapacity(reference(shape, Kind.CAPACITY));
        }

        private Amount percentile(Words.Shape shape) {
            Text expected = new Text(
                    "navnet på en parameter i percentile: en evne måles mod de voksne",
                    "the name of a parameter in percentile: a capacity is measured against adults");
            boolean named = shape.sort() == Words.Sort.NAME;
            if (!named || !binding.declared(Kind.PARAMETER).contains(shape.word())) {
                shape.fail(c, expected, named ? Nearest.to(shape.word(), binding.declared(Kind.PARAMETER)) : "");
                return NO_AMOUNT;
            }
            return parameter(shape, List.of(Unit.PERCENTILE), expected);
        }

        /** A whole line: a parameter that is all there is must be in one of the units. */
        Amount whole(Words.Shape shape, List<Unit> units) {
            boolean alone = shape.sort() == Words.Sort.NAME && binding.declared(Kind.PARAMETER).contains(shape.word());
            if (alone && !units.isEmpty()) {
                return parameter(shape, units, Said.units(units));
            }
            // Where a unit is asked for, a yes alone is a slip for a condition; elsewhere it may be meant as a number.
            return units.isEmpty() && isYesOrNo(shape) ? counted(shape) : amount(shape);
        }

        /** A part of a calculation: here a yes counts as one. */
        private Amount part(Words.Shape shape) {
            boolean condition = Set.of(Words.Sort.AND, Words.Sort.OR, Words.Sort.NOT, Words.Sort.IS, Words.Sort.COMPARISON)
                    .contains(shape.sort());
            return condition || isYesOrNo(shape) ? counted(shape) : amount(shape);
        }

        private boolean isYesOrNo(Words.Shape shape) {
            return shape.sort() == Words.Sort.NAME && kindOf(shape.word()).filter(YES_OR_NO::contains).isPresent();
        }

        private Amount counted(Words.Shape shape) {
            return new Amount.Is(condition(shape));
        }

        private Amount amount(Words.Shape shape) {
            return switch (shape.sort()) {
                case NUMBER -> number(shape);
                case NAME -> namedAmount(shape);
                case CALCULATION -> new Amount.Combined(
                        operation(shape.word()), part(shape.parts().get(0)), part(shape.parts().get(1)));
                case ROUNDING -> new Amount.Rounded(shape.word().equals("ceil"), part(shape.parts().get(0)));
                default -> {
                    shape.fail(
                            c, new Text("en betingelse med " + shape.word(), "a condition with " + shape.word()), AN_AMOUNT);
                    yield NO_AMOUNT;
                }
            };
        }

        private Amount number(Words.Shape shape) {
            if (shape.word().equals("0") || shape.word().equals("1")) {
                return new Amount.Literal(Integer.parseInt(shape.word()));
            }
            String bare = shape.word().replaceFirst("[.,]0+$", "");
            shape.fail(c, A_SOURCE, bare.equals("0") || bare.equals("1") ? bare : "");
            return NO_AMOUNT;
        }

        private Amount namedAmount(Words.Shape shape) {
            String name = shape.word();
            Optional<Moment> moment = Stream.of(Moment.values()).filter(m -> m.key().equals(name)).findFirst();
            if (moment.isPresent()) {
                return moment.get();
            }
            Optional<Kind> kind = kindOf(name);
            if (kind.isEmpty()) {
                unknown(shape, AN_AMOUNT, NUMBERS);
                return NO_AMOUNT;
            }
            return switch (kind.get()) {
                case PARAMETER -> parameter(shape, List.of(), AN_AMOUNT);
                case STATE -> new Amount.OfState(reference(shape, Kind.STATE));
                case AMOUNT -> new Amount.Named(reference(shape, Kind.AMOUNT));
                default -> {
                    wrongSort(shape, kind, AN_AMOUNT);
                    yield NO_AMOUNT;
                }
            };
        }

        /** @param units what the parameter may be in; none for every unit but percentile, which only a capacity meets */
        private Amount parameter(Words.Shape shape, List<Unit> units, Text expected) {
            String id = reference(shape, Kind.PARAMETER);
            Parameter parameter = binding.parameter(id);
            boolean fits = units.isEmpty() ? parameter.unit() != Unit.PERCENTILE : units.contains(parameter.unit());
            if (binding.isKnown(parameter) && !fits) {
                String unit = parameter.unit().key();
                boolean lonely = units.isEmpty();
                shape.fail(
                        c,
                        new Text(id + ", der er i " + unit, id + ", which is in " + unit),
                        lonely
                                ? new Text("en percentil kun i en sammenligning med en evne", "a percentile only in a comparison with a capacity")
                                : expected);
            }
            if (binding.isByCategory(parameter)) {
                shape.fail(
                        c,
                        new Text(id + ", der har værdier efter kategori", id + ", which has values by category"),
                        new Text("en parameter med én værdi for alle eller en for hver målgruppe", "a parameter with one value for all, or one for each target group"));
            }
            return new Amount.Of(parameter);
        }

        // ---- names that mean nothing, or something else ----

        private void unknown(Words.Shape shape, Text expected, List<Kind> kinds) {
            String word = shape.word();
            List<String> names = new ArrayList<>();
            kinds.forEach(kind -> names.addAll(binding.declared(kind)));
            if (kinds == NUMBERS) {
                Stream.of(Moment.values()).map(Moment::key).forEach(names::add);
            }
            Optional<String> spaced = spaced(word);
            if (spaced.isPresent()) {
                shape.fail(c, Text.same(word), Words.SPACES, spaced.get());
                return;
            }
            List<String> more = new ArrayList<>(names);
            // The right word in the wrong place is a better guess than none: the next failure then says what it is.
            Stream.concat(NUMBERS.stream(), YES_OR_NO.stream()).forEach(kind -> more.addAll(binding.declared(kind)));
            shape.fail(c, expected, Nearest.of(word, names).or(() -> Nearest.of(word, more)).orElse(""));
        }

        /** {@code calls-one} where {@code calls - one} was meant: both halves are names of numbers. */
        private Optional<String> spaced(String word) {
            for (int at = word.indexOf('-'); at > 0; at = word.indexOf('-', at + 1)) {
                String left = word.substring(0, at);
                String right = word.substring(at + 1);
                if (isNumber(left) && isNumber(right)) {
                    return Optional.of(left + " - " + right);
                }
            }
            return Optional.empty();
        }

        private boolean isNumber(String word) {
            return word.matches("\\d+") || isMoment(word) || NUMBERS.stream().anyMatch(kind -> binding.declared(kind).contains(word));
        }

        private void wrongSort(Words.Shape shape, Optional<Kind> kind, Text expected) {
            String word = shape.word();
            Text what = kind.map(Kind::one).orElse(new Text("et tal", "a number"));
            boolean yesOrNo = kind.filter(YES_OR_NO::contains).isPresent();
            boolean capacity = kind.filter(k -> k == Kind.CAPACITY).isPresent();
            String da = yesOrNo ? " (ja eller nej)" : capacity ? " (sammenlignes med en percentil)" : kind.isEmpty() ? "" : " (et tal)";
            String en = yesOrNo ? " (yes or no)" : capacity ? " (compared with a percentile)" : kind.isEmpty() ? "" : " (a number)";
            String maybe = yesOrNo || capacity || expected != A_CONDITION ? "" : word + " > 0";
            shape.fail(
                    c, new Text(word + ", der er " + what.da() + da, word + ", which is " + what.en() + en), expected, maybe);
        }

        private Optional<Kind> kindOf(String name) {
            return Stream.of(YES_OR_NO, NUMBERS, List.of(Kind.CAPACITY))
                    .flatMap(List::stream)
                    .filter(kind -> binding.declared(kind).contains(name))
                    .findFirst();
        }

        private static boolean isMoment(String name) {
            return Stream.of(Moment.values()).anyMatch(moment -> moment.key().equals(name));
        }

        private static Operation operation(String word) {
            return switch (word) {
                case "+" -> Operation.PLUS;
                case "-" -> Operation.MINUS;
                case "*" -> Operation.TIMES;
                case "/" -> Operation.DIVIDED_BY;
                case "min" -> Operation.MIN;
                default -> Operation.MAX;
            };
        }
    }
}
