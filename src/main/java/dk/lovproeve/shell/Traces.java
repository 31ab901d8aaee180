package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.StoryWords.Happening;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.simulation.CaseRun;
import dk.lovproeve.simulation.Event;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Story;
import dk.lovproeve.simulation.SubjectId;
import dk.lovproeve.simulation.WorkedCase;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One subject's stories under several versions of the rule, side by side. */
final class Traces {

    private final Scenario scenario;
    private final List<Version> versions;
    private final Language language;
    private final Messages say;

    /** @param versions those the stories were told under, in their order */
    Traces(Scenario scenario, List<Version> versions, Language language) {
        this.scenario = scenario;
        this.versions = List.copyOf(versions);
        this.language = language;
        this.say = Messages.in(language);
    }

    /** The story of a simulated subject. */
    Answer of(SubjectId id, List<Story> stories) {
        List<String> lines = new ArrayList<>();
        Model model = scenario.bill().model();
        lines.add(capital(scenario.duty().subjects().one().in(language)) + " " + id + ": "
                + targetGroup(stories.get(0).subject()) + ", " + model.population().municipalities().get(id.municipality(model)).name() + ".");
        lines.addAll(subject(stories.get(0)));
        return answer(lines, stories);
    }

    /** The story of a worked case, and whether what its author worked out is what came. */
    Answer of(WorkedCase worked, List<CaseRun.Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add(worked.label().in(language) + " (" + targetGroup(worked.subject()) + ").");
        lines.add(worked.text().in(language));
        worked.source().ifPresent(source -> lines.add(say.say("trace.source", source.in(language))));
        List<Story> stories = results.stream().map(CaseRun.Result::story).toList();
        lines.addAll(subject(stories.get(0)));
        for (int v = 0; v < results.size(); v++) {
            expected(results.get(v), label(versions.get(v))).ifPresent(lines::add);
        }
        return answer(lines, stories);
    }

    private Optional<String> expected(CaseRun.Result result, String version) {
        int expectations = result.answers().size();
        int unmet = result.unmet().size();
        return expectations == 0
                ? Optional.empty()
                : Optional.of(unmet == 0
                        ? say.say("trace.as-expected", version, expectations)
                        : say.say("trace.not-as-expected", version, expectations - unmet, expectations));
    }

    private Answer answer(List<String> lines, List<Story> stories) {
        List<List<Happening>> told = new ArrayList<>();
        for (int v = 0; v < stories.size(); v++) {
            told.add(new StoryWords(scenario, versions.get(v), language).of(stories.get(v)));
        }
        lines.add("");
        lines.add(say.say("trace.signs") + (versions.size() > 1 ? " " + say.say("trace.across") : ""));
        Table days = new Table("", columns("trace.date"), sideBySide(told));
        return new Answer(lines, List.of(days, sums(stories)), List.of(), List.of());
    }

    private List<Column> columns(String first) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(say.say(first)));
        versions.forEach(version -> columns.add(Column.text(label(version))));
        return columns;
    }

    private String label(Version version) {
        return version.variant().label().in(language);
    }

    /**
     * The rows, in the order of the days. What happens alike under all versions is one row across their columns; between
     * two such rows, what happens under one version stands beside what happens instead under the others.
     */
    private List<List<String>> sideBySide(List<List<Happening>> told) {
        Set<LocalDate> dates = new TreeSet<>();
        told.forEach(story -> story.forEach(happening -> dates.add(happening.date())));
        StoryWords words = new StoryWords(scenario, versions.get(0), language);
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate date : dates) {
            List<List<Happening>> ofDay = told.stream()
                    .map(story -> story.stream().filter(h -> h.date().equals(date)).toList())
                    .toList();
            String shown = words.date(date);
            for (List<String> cells : new Day(ofDay).rows()) {
                List<String> row = new ArrayList<>();
                row.add(shown);
                row.addAll(cells);
                rows.add(row);
                shown = "";
            }
        }
        return rows;
    }

    /** One day under every version. */
    private static final class Day {

        private final List<List<Happening>> ofDay;
        private final List<List<String>> rows = new ArrayList<>();
        /** The provision that was last named in each column. */
        private final String[] named;

        Day(List<List<Happening>> ofDay) {
            this.ofDay = ofDay;
            this.named = new String[ofDay.size()];
        }

        List<List<String>> rows() {
            List<Happening> shared = ofDay.get(0);
            for (List<Happening> of : ofDay) {
                shared = inBoth(shared, of);
            }
            int[] at = new int[ofDay.size()];
            for (Happening common : shared) {
                int[] until = new int[at.length];
                for (int v = 0; v < at.length; v++) {
                    until[v] = at[v] + ofDay.get(v).subList(at[v], ofDay.get(v).size()).indexOf(common);
                }
                apart(at, until);
                together(common);
                for (int v = 0; v < at.length; v++) {
                    at[v] = until[v] + 1;
                }
            }
            apart(at, ofDay.stream().mapToInt(List::size).toArray());
            return rows;
        }

        private void together(Happening happening) {
            boolean isNamed = Arrays.stream(named).allMatch(happening.provision()::equals);
            rows.add(List.of(happening.text(!isNamed)));
            Arrays.fill(named, happening.provision());
        }

        /** What each version has of its own, first beside first. */
        private void apart(int[] from, int[] until) {
            int most = 0;
            for (int v = 0; v < from.length; v++) {
                most = Math.max(most, until[v] - from[v]);
            }
            for (int n = 0; n < most; n++) {
                List<String> row = new ArrayList<>();
                for (int v = 0; v < from.length; v++) {
                    row.add(from[v] + n < until[v] ? alone(v, ofDay.get(v).get(from[v] + n)) : "");
                }
                rows.add(row);
            }
        }

        private String alone(int version, Happening happening) {
            String text = happening.text(!happening.provision().equals(named[version]));
            named[version] = happening.provision();
            return text;
        }

        /** The longest row of happenings that both have in the same order. */
        private static List<Happening> inBoth(List<Happening> a, List<Happening> b) {
            int[][] longest = new int[a.size() + 1][b.size() + 1];
            for (int i = a.size() - 1; i >= 0; i--) {
                for (int j = b.size() - 1; j >= 0; j--) {
                    longest[i][j] = a.get(i).equals(b.get(j))
                            ? longest[i + 1][j + 1] + 1
                            : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            List<Happening> both = new ArrayList<>();
            for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
                if (a.get(i).equals(b.get(j))) {
                    both.add(a.get(i));
                    i++;
                    j++;
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            return both;
        }
    }

    private Table sums(List<Story> stories) {
        List<Measure> measures = scenario.bill().model().procedure().measures();
        List<Map<String, long[]>> counted = stories.stream().map(Traces::counted).toList();
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : measures) {
            if (counted.stream().anyMatch(c -> c.containsKey(measure.id()))) {
                List<String> row = new ArrayList<>();
                row.add(measure.label().in(language));
                for (int v = 0; v < versions.size(); v++) {
                    long[] sum = counted.get(v).getOrDefault(measure.id(), new long[2]);
                    row.add(new StoryWords(scenario, versions.get(v), language).amounts(measure, sum[0], sum[1]));
                }
                rows.add(row);
            }
        }
        return new Table(say.say("trace.sums"), columns("trace.sum"), rows);
    }

    /** What was counted by measure: as it happened, and as the registers have it. */
    private static Map<String, long[]> counted(Story story) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (Story.Entry entry : story.entries()) {
            if (entry.event() instanceof Event.Counted counted) {
                long[] sum = sums.computeIfAbsent(counted.measure(), m -> new long[2]);
                sum[0] += counted.actual() ? counted.amount() : 0;
                sum[1] += counted.register() ? counted.amount() : 0;
            }
        }
        return sums;
    }

    /** What is known of her: only what the scenario's subjects can have. */
    private List<String> subject(Story story) {
        WorkedCase.Subject subject = story.subject();
        Model model = scenario.bill().model();
        Procedure procedure = model.procedure();
        List<String> lines = new ArrayList<>();
        if (procedure.groups().isPresent()) {
            List<String> helpers = model.population().helpers().stream()
                    .filter(k -> subject.helpers().containsKey(k.id()))
                    .map(k -> k.label().in(language))
                    .toList();
            String whom = switch (helpers.size()) {
                case 0 -> say.say("trace.alone");
                case 1 -> say.say("trace.helper", helpers.get(0));
                default -> say.say("trace.helpers", String.join(", ", helpers));
            };
            lines.add(say.say("trace.group", group(story), whom));
            lines.add(say.say("trace.levels", String.join(", ", model.population().capacities().stream()
                    .map(c -> c.label().in(language) + "\u00a0" + place(subject.levels().getOrDefault(c.id(), 0.5)))
                    .toList())));
        }
        List<String> known = new ArrayList<>();
        subject.traits().forEach(t -> known.add(procedure.vocabulary().traits().get(t).in(language)));
        starts(story).forEach((state, number) -> known.add(state.in(language) + ":\u00a0" + number));
        if (!known.isEmpty()) {
            lines.add(say.say("trace.known", String.join("; ", known)));
        }
        return lines;
    }

    /** The states that do not begin at 0. */
    private Map<Text, String> starts(Story story) {
        NumberFormat numbers = NumberFormat.getNumberInstance(language.locale());
        numbers.setMaximumFractionDigits(2);
        Map<Text, String> starts = new LinkedHashMap<>();
        for (Story.Entry entry : story.entries()) {
            if (entry.event() instanceof Event.Began) {
                return starts;
            }
            if (entry.event() instanceof Event.StateChanged state) {
                scenario.bill().model().procedure().vocabulary().states().stream()
                        .filter(s -> s.id().equals(state.state()))
                        .forEach(s -> starts.put(s.label(), numbers.format(state.after())));
            }
        }
        return starts;
    }

    private static int group(Story story) {
        return story.entries().stream()
                .filter(e -> e.event() instanceof Event.Began)
                .mapToInt(e -> ((Event.Began) e.event()).group())
                .findFirst()
                .orElse(0);
    }

    private String targetGroup(WorkedCase.Subject subject) {
        return scenario.duty().addressees().stream()
                .filter(a -> a.id().equals(subject.targetGroup()))
                .findFirst()
                .orElseThrow()
                .label()
                .in(language);
    }

    /** A percentile as a place among a hundred, from 1. */
    private static long place(double percentile) {
        return Math.max(1, Math.round(percentile * 100));
    }

    private String capital(String words) {
        Locale locale = language.locale();
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }
}
