package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.shell.Table.Column;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.simulation.Event;
import dk.lovproeve.simulation.Model;
import dk.lovproeve.simulation.Story;
import dk.lovproeve.simulation.SubjectId;
import dk.lovproeve.simulation.WorkedCase;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

    /** The story of a worked case. */
    Answer of(WorkedCase worked, List<Story> stories) {
        List<String> lines = new ArrayList<>();
        lines.add(worked.label().in(language) + " (" + targetGroup(worked.subject()) + ").");
        lines.add(worked.text().in(language));
        worked.source().ifPresent(source -> lines.add(say.say("trace.source", source.in(language))));
        lines.addAll(subject(stories.get(0)));
        return answer(lines, stories);
    }

    private Answer answer(List<String> lines, List<Story> stories) {
        List<List<StoryWords.Happening>> told = new ArrayList<>();
        for (int v = 0; v < stories.size(); v++) {
            told.add(new StoryWords(scenario, versions.get(v), language).of(stories.get(v)));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(say.say("trace.date")));
        versions.forEach(version -> columns.add(Column.text(version.variant().label().in(language))));
        Table days = new Table("", columns, sideBySide(told));
        return new Answer(lines, List.of(days, sums(stories)), List.of(), List.of());
    }

    /**
     * One row a happening, in the order of the days. What happens alike under all versions shares a row; what happens
     * under one only stands alone in its column.
     */
    private List<List<String>> sideBySide(List<List<StoryWords.Happening>> told) {
        Map<LocalDate, List<List<String>>> byDate = new TreeMap<>();
        for (int v = 0; v < told.size(); v++) {
            for (StoryWords.Happening happening : told.get(v)) {
                List<List<String>> ofDay = byDate.computeIfAbsent(happening.date(), d -> {
                    List<List<String>> empty = new ArrayList<>();
                    told.forEach(t -> empty.add(new ArrayList<>()));
                    return empty;
                });
                ofDay.get(v).add(happening.text());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        StoryWords words = new StoryWords(scenario, versions.get(0), language);
        byDate.forEach((date, ofDay) -> {
            String shown = words.date(date);
            for (List<String> cells : aligned(ofDay)) {
                List<String> row = new ArrayList<>();
                row.add(shown);
                row.addAll(cells);
                rows.add(row);
                shown = "";
            }
        });
        return rows;
    }

    /** One day's happenings by version, as rows: what comes next in all versions first, else what comes next in one. */
    private static List<List<String>> aligned(List<List<String>> ofDay) {
        int[] at = new int[ofDay.size()];
        List<List<String>> rows = new ArrayList<>();
        while (true) {
            int least = -1;
            for (int v = 0; v < at.length; v++) {
                boolean left = at[v] < ofDay.get(v).size();
                if (left && (least < 0 || lead(ofDay, at, v) > lead(ofDay, at, least))) {
                    least = v;
                }
            }
            if (least < 0) {
                return rows;
            }
            String text = ofDay.get(least).get(at[least]);
            List<String> row = new ArrayList<>();
            for (int v = 0; v < at.length; v++) {
                boolean same = at[v] < ofDay.get(v).size() && ofDay.get(v).get(at[v]).equals(text);
                row.add(same ? text : "");
                at[v] += same ? 1 : 0;
            }
            rows.add(row);
        }
    }

    /** How many happenings of a version come before the next one that all the others have ahead as well. */
    private static int lead(List<List<String>> ofDay, int[] at, int version) {
        List<String> own = ofDay.get(version);
        for (int n = at[version]; n < own.size(); n++) {
            boolean shared = true;
            for (int v = 0; v < at.length; v++) {
                shared &= ofDay.get(v).subList(at[v], ofDay.get(v).size()).contains(own.get(n));
            }
            if (shared) {
                return n - at[version];
            }
        }
        return own.size() - at[version];
    }

    private Table sums(List<Story> stories) {
        List<Measure> measures = scenario.bill().model().procedure().measures();
        List<Map<String, long[]>> counted = stories.stream().map(Traces::counted).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(say.say("trace.sum")));
        versions.forEach(version -> columns.add(Column.text(version.variant().label().in(language))));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : measures) {
            if (counted.stream().anyMatch(c -> c.containsKey(measure.id()))) {
                List<String> row = new ArrayList<>();
                row.add(measure.label().in(language));
                for (int v = 0; v < versions.size(); v++) {
                    row.add(sum(measure, counted.get(v).getOrDefault(measure.id(), new long[2]), versions.get(v)));
                }
                rows.add(row);
            }
        }
        return new Table(say.say("trace.sums"), columns, rows);
    }

    private String sum(Measure measure, long[] sums, Version version) {
        StoryWords words = new StoryWords(scenario, version, language);
        String actual = words.amount(measure, sums[0]);
        return sums[0] == sums[1] || !measure.recorded()
                ? actual
                : actual + " " + say.say("trace.registers", words.amount(measure, sums[1]));
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
            String helper = subject.helper()
                    .flatMap(h -> model.population().helpers().stream().filter(k -> k.id().equals(h)).findFirst())
                    .map(k -> say.say("trace.helper", k.label().in(language)))
                    .orElse(say.say("trace.alone"));
            lines.add(say.say("trace.group", group(story), helper));
            lines.add(say.say("trace.levels", String.join(", ", model.population().capacities().stream()
                    .map(c -> c.label().in(language) + " " + percent(subject.levels().getOrDefault(c.id(), 0.5)))
                    .toList())));
        }
        List<String> known = new ArrayList<>();
        subject.traits().forEach(t -> known.add(procedure.vocabulary().traits().get(t).in(language)));
        starts(story).forEach((state, number) -> known.add(state.in(language) + " " + number));
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

    private String percent(double share) {
        NumberFormat format = NumberFormat.getIntegerInstance(language.locale());
        return format.format(share * 100) + " %";
    }

    private String capital(String words) {
        Locale locale = language.locale();
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }
}
