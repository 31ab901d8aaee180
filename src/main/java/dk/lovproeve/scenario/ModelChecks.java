package dk.lovproeve.scenario;

import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Parameter;
import dk.lovproeve.procedure.Amount;
import dk.lovproeve.procedure.Condition;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.procedure.Track;
import dk.lovproeve.procedure.Vocabulary.NamedAmount;
import dk.lovproeve.procedure.Vocabulary.NamedFact;
import dk.lovproeve.procedure.Vocabulary.Start;
import dk.lovproeve.procedure.Vocabulary.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can only be seen when the whole procedure is there: loops without end, and what nobody can come to. */
final class ModelChecks {

    private final Procedure procedure;
    private final Failures failures;
    private final Map<String, NamedFact> facts = new LinkedHashMap<>();
    private final Map<String, NamedAmount> amounts = new LinkedHashMap<>();
    /** What each fact and each amount comes down to. */
    private final Map<String, List<Object>> words = new LinkedHashMap<>();

    ModelChecks(Procedure procedure, Failures failures) {
        this.procedure = procedure;
        this.failures = failures;
        procedure.vocabulary().facts().forEach(fact -> {
            facts.put(fact.id(), fact);
            words.put(fact.id(), leaves(fact.condition()).toList());
        });
        procedure.vocabulary().amounts().forEach(amount -> {
            amounts.put(amount.id(), amount);
            words.put(amount.id(), leaves(amount.amount()).toList());
        });
    }

    /** What holds for every version of the rule. */
    void ofEveryVersion() {
        if (namesAreNotCircular()) {
            statesStartInOrder();
        }
        loopsTakeTime();
    }

    /** In the bill every step is there to be used. */
    void everyStepCanBeReached() {
        Set<String> reached = new Reach(procedure).steps();
        Set<String> started = new HashSet<>();
        for (Track track : procedure.tracks()) {
            if (reached.contains(track.entry())) {
                started.add(track.id());
            } else {
                failures.add(
                        track.place(), "tracks." + track.id(),
                        new Text("et spor, som intet starter", "a track that nothing starts"),
                        new Text("every, eller en pil med tracks: [" + track.id() + "]", "every, or an arrow with tracks: [" + track.id() + "]"), "");
            }
        }
        for (Step step : procedure.steps()) {
            if (!reached.contains(step.id()) && started.contains(step.head().track())) {
                failures.add(
                        step.head().place(), "steps." + step.id(),
                        new Text("et trin, som ingen kan nå til", "a step that nobody can come to"),
                        new Text("en pil til " + step.id() + " fra et trin, man kan nå til", "an arrow to " + step.id() + " from a step one can come to"), "");
            }
        }
    }

    /** Facts may rest on amounts and amounts on facts, so they are looked at together; a name is the name of one thing. */
    private boolean namesAreNotCircular() {
        List<List<String>> circles = circles(words.keySet(), id -> names(words.get(id)).filter(words::containsKey).toList());
        for (List<String> circle : circles) {
            NamedFact fact = facts.get(circle.get(0));
            if (fact != null) {
                circular(
                        fact.place(), "facts.", circle,
                        new Text("fakta, der ikke afhænger af sig selv", "facts that do not depend on themselves"));
            } else {
                circular(
                        amounts.get(circle.get(0)).place(), "amounts.", circle,
                        new Text("størrelser, der ikke afhænger af sig selv", "amounts that do not depend on themselves"));
            }
        }
        return circles.isEmpty();
    }

    /** A state's start may hang on what has been drawn before it, and on nothing that has yet to happen. */
    private void statesStartInOrder() {
        Set<String> later = new LinkedHashSet<>();
        procedure.vocabulary().states().forEach(state -> later.add(state.id()));
        for (State state : procedure.vocabulary().states()) {
            state.start().stream()
                    .flatMap(ModelChecks::amounts)
                    .flatMap(ModelChecks::leaves)
                    .flatMap(this::writtenOut)
                    .filter(Amount.OfState.class::isInstance)
                    .map(leaf -> ((Amount.OfState) leaf).state())
                    .filter(later::contains)
                    .distinct()
                    .forEach(id -> failures.add(
                            state.place(), "states." + state.id() + ".start",
                            id.equals(state.id())
                                    ? new Text(id + ", som er tilstanden selv", id + ", which is the state itself")
                                    : new Text(id + ", der står længere nede", id + ", which stands further down"),
                            new Text("en tilstand, der står før " + state.id(), "a state that stands before " + state.id()), ""));
            later.remove(state.id());
        }
    }

    private static Stream<Amount> amounts(Start start) {
        return start instanceof Start.Drawn drawn
                ? Stream.concat(Stream.of(drawn.first()), drawn.second().stream())
                : Stream.of(((Start.Fixed) start).amount());
    }

    /** The leaf, and where it is a name, everything it hangs on. */
    private Stream<Object> writtenOut(Object leaf) {
        return Stream.concat(
                Stream.of(leaf),
                name(leaf).map(words::get).filter(Objects::nonNull).flatMap(List::stream).flatMap(this::writtenOut));
    }

    private void loopsTakeTime() {
        Map<String, Step> atOnce = new LinkedHashMap<>();
        procedure.steps().stream().filter(ModelChecks::takesNoTime).forEach(s -> atOnce.put(s.id(), s));
        List<List<String>> circles = circles(
                atOnce.keySet(),
                id -> atOnce.get(id).arrows().stream().map(a -> a.to()).filter(atOnce::containsKey).toList());
        for (List<String> circle : circles) {
            circular(
                    atOnce.get(circle.get(0)).head().place(), "steps.", circle,
                    new Text(
                            "mindst ét trin i kredsen, der tager tid: wait, notice eller attempt",
                            "at least one step in the circle that takes time: wait, notice or attempt"));
        }
    }

    private void circular(Place place, String root, List<String> circle, Text expected) {
        String way = String.join(" -> ", circle) + " -> " + circle.get(0);
        failures.add(place, root + circle.get(0), new Text("en kreds: " + way, "a circle: " + way), expected, "");
    }

    private static boolean takesNoTime(Step step) {
        if (step instanceof Step.Wait wait) {
            return wait.days().filter(ModelChecks::isPlainlyNothing).isPresent();
        }
        return step instanceof Step.Decision || step instanceof Step.Effect;
    }

    /** Of a calculation it cannot be seen beforehand what it comes to; the run then goes on the next day. */
    private static boolean isPlainlyNothing(Amount days) {
        return days instanceof Amount.Literal literal
                ? literal.number() == 0
                : days instanceof Amount.Of of && canBeNothing(of.parameter());
    }

    private static boolean canBeNothing(Parameter days) {
        return (days.general() != null && days.general().low() == 0)
                || days.byGroup().values().stream().anyMatch(level -> level.low() == 0);
    }

    private static Stream<String> names(List<Object> leaves) {
        return leaves.stream().flatMap(ModelChecks::name);
    }

    private static Stream<String> name(Object leaf) {
        return leaf instanceof Condition.Fact fact
                ? Stream.of(fact.fact())
                : leaf instanceof Amount.Named named ? Stream.of(named.id()) : Stream.empty();
    }

    /** What a condition comes down to: conditions and amounts with nothing below them. */
    private static Stream<Object> leaves(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return leaves(not.of());
        }
        if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(ModelChecks::leaves);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().flatMap(ModelChecks::leaves);
        }
        return condition instanceof Condition.Comparison comparison
                ? Stream.concat(leaves(comparison.left()), leaves(comparison.right()))
                : Stream.of(condition);
    }

    private static Stream<Object> leaves(Amount amount) {
        if (amount instanceof Amount.Combined combined) {
            return Stream.concat(leaves(combined.left()), leaves(combined.right()));
        }
        if (amount instanceof Amount.Is is) {
            return leaves(is.condition());
        }
        return amount instanceof Amount.Rounded rounded ? leaves(rounded.of()) : Stream.of(amount);
    }

    /** The circles found when one walks from each in turn, each circle once. */
    private static List<List<String>> circles(Set<String> all, Function<String, List<String>> next) {
        List<List<String>> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : all) {
            walk(start, next, new ArrayList<>(), done, circles);
        }
        return circles;
    }

    private static void walk(
            String here, Function<String, List<String>> next, List<String> way, Set<String> done, List<List<String>> circles) {
        int before = way.indexOf(here);
        if (before >= 0) {
            circles.add(List.copyOf(way.subList(before, way.size())));
            return;
        }
        if (!done.add(here)) {
            return;
        }
        way.add(here);
        for (String after : next.apply(here).stream().distinct().toList()) {
            walk(after, next, way, done, circles);
        }
        way.remove(way.size() - 1);
    }
}
