package dk.lovproeve.assessment;

import dk.lovproeve.base.Checks;
import dk.lovproeve.base.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How risks are measured: what the steps of severity and likelihood mean, and the table that gives the level. A table and
 * no product: 4 x 1 and 2 x 2 are not the same thing.
 *
 * @param severity   for each aspect, what its steps 0 to 4 mean
 * @param scope      for each step of {@link Aspect#SCOPE}, the least share of the group that it says, 0 to 1
 * @param likelihood the steps 0 to 4
 * @param table      the level, by severity and then by likelihood, both 0 to 4
 */
public record RiskScales(Map<Aspect, List<Text>> severity, List<Double> scope, List<Likelihood> likelihood, List<List<Concern>> table) {

    /** The worst step of severity and of likelihood; the best is 0. */
    public static final int WORST = 4;

    /** What makes something grave. Severity is the largest of the four. */
    public enum Aspect {
        SCALE("scale", new Text("hvor alvorligt for den, det rammer", "how grave for whom it hits")),
        SCOPE("scope", new Text("hvor stor en del af gruppen", "how large a part of the group")),
        REMEDY("remedy", new Text("hvor svært det er at rette op på", "how hard it is to put right")),
        DURATION("duration", new Text("hvor længe det varer", "how long it lasts"));

        private final String key;
        private final Text label;

        Aspect(String key, Text label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        public Text label() {
            return label;
        }
    }

    /**
     * One step of likelihood.
     *
     * @param from the least share of a group in a year, 0 to 1, that is this likely
     */
    public record Likelihood(Text label, double from) {
        public Likelihood {
            Objects.requireNonNull(label, "label");
            Checks.between(0, 1, from, "from");
        }
    }

    public RiskScales {
        Map<Aspect, List<Text>> copied = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            List<Text> steps = severity.getOrDefault(aspect, List.of());
            Checks.that(steps.size() == WORST + 1, aspect.key(), steps.size() + " steps", (WORST + 1) + " steps");
            copied.put(aspect, List.copyOf(steps));
        }
        severity = copied;
        scope = List.copyOf(scope);
        Checks.that(scope.size() == WORST + 1 && scope.get(0) == 0 && scope.equals(scope.stream().sorted().toList()), "scope", scope,
                "five shares that rise from 0");
        likelihood = List.copyOf(likelihood);
        Checks.that(likelihood.size() == WORST + 1, "likelihood", likelihood.size() + " steps", (WORST + 1) + " steps");
        for (int i = 0; i < likelihood.size(); i++) {
            double before = i == 0 ? 0 : likelihood.get(i - 1).from();
            boolean rises = i == 0 ? likelihood.get(0).from() == 0 : likelihood.get(i).from() > before;
            Checks.that(rises, "likelihood", likelihood.get(i).from(), "0 for the first step, and more for each");
        }
        table = table.stream().map(List::copyOf).toList();
        Checks.that(table.size() == WORST + 1 && table.stream().allMatch(row -> row.size() == WORST + 1), "table",
                table.size() + " rows", "5 rows of 5 levels");
        for (int s = 0; s <= WORST; s++) {
            for (int l = 0; l <= WORST; l++) {
                if (s > 0) {
                    oneStep(table.get(s - 1).get(l), table.get(s).get(l), "severity " + s + ", likelihood " + l);
                }
                if (l > 0) {
                    oneStep(table.get(s).get(l - 1), table.get(s).get(l), "severity " + s + ", likelihood " + l);
                }
            }
        }
    }

    private static void oneStep(Concern before, Concern here, String where) {
        int rise = here.ordinal() - before.ordinal();
        Checks.that(rise == 0 || rise == 1, "table", here.key() + " beside " + before.key() + " at " + where,
                "the same level as the step before, or one more");
    }

    /** The level of a risk. */
    public Concern level(int severityStep, int likelihoodStep) {
        return table.get(severityStep).get(likelihoodStep);
    }

    /** The step of likelihood that a share of a group in a year is. */
    public int likelihood(double share) {
        int step = 0;
        while (step < WORST && share >= likelihood.get(step + 1).from()) {
            step++;
        }
        return step;
    }

    /**
     * Whether a step of scope agrees with what a run counts. A little beside it is no contradiction: the run has chance in it.
     *
     * @param share  how much the run counts for each person of the group, 0 or more
     * @param isRate whether one person may be counted several times
     */
    public boolean agrees(int scopeStep, double share, boolean isRate) {
        double least = scope.get(scopeStep) / SLACK;
        // What the scale of likelihood calls unlikely is nobody.
        double most = scopeStep == 0 ? likelihood.get(1).from() : scopeStep == WORST ? Double.POSITIVE_INFINITY : scope.get(scopeStep + 1) * SLACK;
        return share >= least && share <= most * (isRate ? TIMES : 1);
    }

    private static final double SLACK = 1.25;

    /** Nobody believes without being told that each of those it hits is hit more often than this in a year. */
    private static final double TIMES = 3;
}
