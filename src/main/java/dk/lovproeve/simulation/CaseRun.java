package dk.lovproeve.simulation;

import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.rule.Variant;
import dk.lovproeve.simulation.WorkedCase.Expected;
import dk.lovproeve.simulation.WorkedCase.Given;
import dk.lovproeve.statistics.Normal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a worked case under one version of the rule: one subject in a municipality of her own, with the luck that the case
 * gives her, for a year or until a year after the last date that the case names.
 */
public final class CaseRun {

    private static final int YEAR = 365;

    /** How many days after its first a case can name a date. */
    public static final int LAST_DAY = Engine.MOST_DAYS - YEAR - 1;

    /** A place among adults at the very end stands for this many standard deviations. */
    private static final double FARTHEST = 8;
    /** How near an expected number must come: what is told with three decimals cannot come nearer. */
    private static final double NEAR = 0.001;

    private CaseRun() {}

    /**
     * What came of a case.
     *
     * @param version the variant's id, or {@link Variant#BILL}
     * @param answers what came of each expectation, in the order of the file
     * @param given   what was given in this version
     * @param idle    what of it never came up; to be judged over all versions by {@link #neverCameUp}
     * @param story   what happened
     * @param counts  what was counted
     */
    public record Result(
            WorkedCase worked, String version, List<Answer> answers, List<Given> given, List<Given> idle, Story story, Counts counts) {
        public Result {
            answers = List.copyOf(answers);
            given = List.copyOf(given);
            idle = List.copyOf(idle);
        }

        /** What did not happen as expected. */
        public List<Failure> unmet() {
            return answers.stream().flatMap(a -> a.unmet().stream()).toList();
        }
    }

    /** What came of an expectation. @param unmet how it was not met; empty when it was */
    public record Answer(Expected expected, Optional<Failure> unmet) {
        public boolean met() {
            return unmet.isEmpty();
        }
    }

    /**
     * Runs a case.
     *
     * @param version a variant's id, or {@link Variant#BILL}; under a variant of which the case says nothing, nothing is expected
     * @param model   the model of that version
     */
    public static Result run(WorkedCase worked, String version, Model model) {
        Optional<WorkedCase.Version> own = Optional.ofNullable(worked.versions().get(version));
        List<Given> given = given(worked, own);
        List<Expected> expected = version.equals(Variant.BILL) ? worked.expect() : own.map(WorkedCase.Version::expect).orElse(List.of());
        LocalDate firstDay = worked.firstDay().orElse(model.firstDay());
        Model dated = new Model(
                firstDay, model.targetGroups(), model.parameters(), model.procedure(), model.institutions(), model.population());

        Citizens citizens = citizen(worked.subject(), dated);
        Engine engine = new Engine(dated, Values.central().knowing(worked.parameters()), days(firstDay, given, expected));
        ScriptedLuck luck = new ScriptedLuck(
                engine.compiled(), firstDay, citizens.targetGroup(0), worked.subject().states(), given);
        List<Story.Entry> entries = new ArrayList<>();
        Counts counts = engine.run(citizens, luck, (who, day, event) -> entries.add(new Story.Entry(day, event)));
        Story story = new Story(citizens.who(0), worked.subject(), firstDay, entries);

        String path = "cases." + worked.id() + (version.equals(Variant.BILL) ? "" : ".variants." + version);
        List<Answer> answers = expected.stream()
                .map(e -> new Answer(e, unmet(e, path + ".expect", story, counts, dated)))
                .toList();
        List<Given> idle = given.stream().filter(g -> !cameUp(g, story, luck.asked())).toList();
        return new Result(worked, version, answers, given, idle, story, counts);
    }

    /** What was given and came up in none of these results of one case: the author meant something that did not happen. */
    public static List<Failure> neverCameUp(List<Result> results) {
        Set<Given> idle = new LinkedHashSet<>();
        results.forEach(r -> idle.addAll(r.idle()));
        results.forEach(r -> r.given().stream().filter(g -> !r.idle().contains(g)).forEach(idle::remove));
        return idle.stream()
                .map(g -> new Failure(
                        g.place(),
                        "cases." + results.get(0).worked().id() + ".given",
                        new Text(words(g).da() + ", som aldrig kom på tale", words(g).en() + ", which never came up"),
                        new Text("noget, der kan ske i sagen", "something that can happen in the case"),
                        ""))
                .toList();
    }

    /** What the version gives, and of what the case gives that which the version does not give anew for the same thing. */
    private static List<Given> given(WorkedCase worked, Optional<WorkedCase.Version> own) {
        List<Given> anew = own.map(WorkedCase.Version::given).orElse(List.of());
        Set<String> replaced = anew.stream().map(CaseRun::about).collect(Collectors.toSet());
        return Stream.concat(worked.given().stream().filter(g -> !replaced.contains(about(g))), anew.stream()).toList();
    }

    private static String about(Given given) {
        if (given instanceof Given.Arrives arrives) {
            return "track " + arrives.track();
        } else if (given instanceof Given.Tries tries) {
            return "step " + tries.step();
        } else if (given instanceof Given.Decides decides) {
            return "step " + decides.step();
        } else if (given instanceof Given.Befalls befalls) {
            return "circumstance " + befalls.circumstance();
        }
        return "helper";
    }

    private static Citizens citizen(WorkedCase.Subject subject, Model model) {
        PopulationSpec population = model.population();
        List<String> groups = model.targetGroups().stream().map(g -> g.id()).toList();
        List<String> kinds = population.helpers().stream().map(h -> h.id()).toList();
        float[] level = new float[population.capacities().size()];
        for (int k = 0; k < level.length; k++) {
            level[k] = level(subject.levels().getOrDefault(population.capacities().get(k).id(), 0.5));
        }
        boolean[] trait = new boolean[population.traits().size()];
        for (int t = 0; t < trait.length; t++) {
            trait[t] = subject.traits().contains(population.traits().get(t).id());
        }
        float[] helper = new float[kinds.size()];
        Arrays.fill(helper, Float.NaN);
        subject.helpers().forEach((kind, percentile) -> helper[index("helper", kinds, kind)] = level(percentile));
        return Citizens.one(index("target group", groups, subject.targetGroup()), level, helper, trait);
    }

    private static int index(String kind, List<String> ids, String id) {
        Names names = new Names();
        names.number(kind, ids);
        return names.at(kind, id);
    }

    private static float level(double percentile) {
        return (float) Math.max(-FARTHEST, Math.min(FARTHEST, Normal.quantile(percentile)));
    }

    private static int days(LocalDate firstDay, List<Given> given, List<Expected> expected) {
        Stream<LocalDate> comes = expected.stream()
                .map(e -> e instanceof Expected.Comes c ? c.on() : null)
                .filter(Objects::nonNull);
        long last = Stream.concat(given.stream().flatMap(CaseRun::dates), comes)
                .mapToLong(d -> d.toEpochDay() - firstDay.toEpochDay())
                .max()
                .orElse(0);
        return (int) Math.max(YEAR, last + 1 + YEAR);
    }

    private static Stream<LocalDate> dates(Given given) {
        if (given instanceof Given.Arrives arrives) {
            return Stream.of(arrives.on());
        } else if (given instanceof Given.Tries tries) {
            return Stream.of(tries.on());
        } else if (given instanceof Given.Decides decides) {
            return decides.on().stream();
        } else if (given instanceof Given.Befalls befalls) {
            return befalls.on().stream();
        } else if (given instanceof Given.HelperAway away) {
            return Stream.of(away.to());
        }
        return Stream.empty();
    }

    private static boolean cameUp(Given given, Story story, Set<Given> asked) {
        if (asked.contains(given)) {
            return true;
        }
        return story.entries().stream().anyMatch(entry -> {
            LocalDate date = story.date(entry.day());
            if (given instanceof Given.Arrives arrives) {
                return date.equals(arrives.on())
                        && entry.event().equals(new Event.Arrived(arrives.track(), Event.Arrival.STARTS));
            } else if (given instanceof Given.Tries tries) {
                return date.equals(tries.on())
                        && entry.event() instanceof Event.Tried tried
                        && tried.step().equals(tries.step())
                        && tried.outcome() == tries.outcome()
                        && (tried.helper().isPresent() == tries.byHelper() || tried.outcome() == Outcome.FAILED);
            }
            return given instanceof Given.Decides decides
                    && decides.on().map(date::equals).orElse(true)
                    && entry.event() instanceof Event.Went went
                    && went.step().equals(decides.step())
                    && went.to().equals(decides.to());
        });
    }

    private static Optional<Failure> unmet(Expected expected, String path, Story story, Counts counts, Model model) {
        if (expected instanceof Expected.Comes comes) {
            List<LocalDate> came = story.comesTo(comes.step());
            if (came.contains(comes.on())) {
                return Optional.empty();
            }
            return Optional.of(failure(expected.place(), path, came(comes.step(), came), Text.same(comes.on().toString())));
        }
        if (expected instanceof Expected.Never never) {
            List<LocalDate> came = story.comesTo(never.step());
            return came.isEmpty()
                    ? Optional.empty()
                    : Optional.of(failure(expected.place(), path, came(never.step(), came), new Text("aldrig", "never")));
        }
        Expected.Counted counted = (Expected.Counted) expected;
        Optional<Double> found = counted(counted, counts, model);
        if (found.isPresent() && Math.abs(found.get() - counted.number()) <= NEAR) {
            return Optional.empty();
        }
        Text number = found.map(n -> Text.same(counted.measure() + ": " + plain(n)))
                .orElse(new Text(counted.measure() + ": intet at dele med", counted.measure() + ": nothing to divide by"));
        return Optional.of(failure(expected.place(), path, number, Text.same(plain(counted.number()))));
    }

    private static Measure measure(String id, Model model) {
        List<Measure> measures = model.procedure().measures();
        return measures.get(index("measure", measures.stream().map(Measure::id).toList(), id));
    }

    private static Optional<Double> counted(Expected.Counted counted, Counts counts, Model model) {
        Measure measure = measure(counted.measure(), model);
        if (measure.quotient().isEmpty()) {
            return Optional.of(total(measure, counted.view(), counts, model));
        }
        double below = total(measure(measure.quotient().get().denominator(), model), counted.view(), counts, model);
        double above = total(measure(measure.quotient().get().numerator(), model), counted.view(), counts, model);
        return below == 0 ? Optional.empty() : Optional.of(above / below);
    }

    private static double total(Measure measure, int view, Counts counts, Model model) {
        double total = counts.total(model.procedure().measures().indexOf(measure), view);
        return total / measure.kind().countedInOneTold();
    }

    // ---- Words

    private static Text came(String step, List<LocalDate> on) {
        if (on.isEmpty()) {
            return new Text("kom aldrig til trinnet " + step, "never came to step " + step);
        }
        String dates = on.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        return new Text("kom til trinnet " + step + " den " + dates, "came to step " + step + " on " + dates);
    }

    private static Text words(Given given) {
        if (given instanceof Given.Arrives arrives) {
            return new Text(
                    "forløbet " + arrives.track() + " den " + arrives.on(), "track " + arrives.track() + " on " + arrives.on());
        } else if (given instanceof Given.Tries tries) {
            return new Text("trinnet " + tries.step() + " den " + tries.on(), "step " + tries.step() + " on " + tries.on());
        } else if (given instanceof Given.Decides decides) {
            String way = decides.step() + " > " + decides.to() + decides.on().map(d -> " (" + d + ")").orElse("");
            return new Text("afgørelsen " + way, "decision " + way);
        } else if (given instanceof Given.Befalls befalls) {
            return new Text("omstændigheden " + befalls.circumstance(), "circumstance " + befalls.circumstance());
        }
        if (given instanceof Given.MayNotSee not) {
            return new Text(
                    not.helper() + " må ikke se " + not.topic(), not.helper() + " may not see " + not.topic());
        } else if (given instanceof Given.SharesCode shares) {
            return new Text(shares.helper() + " bruger en delt kode", shares.helper() + " uses a shared code");
        }
        Given.HelperAway away = (Given.HelperAway) given;
        return new Text(
                away.helper().orElse("hjælper") + " væk " + away.from() + " til " + away.to(),
                away.helper().orElse("helper") + " away " + away.from() + " to " + away.to());
    }

    private static Failure failure(Place place, String path, Text found, Text expected) {
        return new Failure(place, path, found, expected, "");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
