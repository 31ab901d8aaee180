package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.population.PopulationSpec;
import dk.lovproeve.procedure.Measure;
import dk.lovproeve.procedure.Outcome;
import dk.lovproeve.procedure.Procedure;
import dk.lovproeve.procedure.Step;
import dk.lovproeve.scenario.Scenario;
import dk.lovproeve.scenario.Version;
import dk.lovproeve.simulation.Event;
import dk.lovproeve.simulation.Story;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A story under one version of the rule in one language: what happened on which day, and what came of it. */
final class StoryWords {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Scenario scenario;
    private final Procedure procedure;
    private final List<PopulationSpec.HelperKind> helpers;
    private final Language language;
    private final Messages say;
    private final NumberFormat numbers;

    StoryWords(Scenario scenario, Version version, Language language) {
        this.scenario = scenario;
        this.procedure = version.model().procedure();
        this.helpers = version.model().population().helpers();
        this.language = language;
        this.say = Messages.in(language);
        this.numbers = NumberFormat.getNumberInstance(language.locale());
        this.numbers.setMaximumFractionDigits(2);
    }

    /**
     * Something that happened, and what came of it.
     *
     * @param step       the id of the step it is about; empty for none
     * @param provision  where it comes from; empty for what comes from no provision
     * @param cameOfIt   one text for each thing that came of it
     * @param wasCounted one text for each measure that was counted
     */
    record Happening(LocalDate date, String step, String what, String provision, List<String> cameOfIt, List<String> wasCounted) {

        Happening {
            cameOfIt = List.copyOf(cameOfIt);
            wasCounted = List.copyOf(wasCounted);
        }

        /** What happened, with its provision where asked, and below it one line for each thing that came of it. */
        String text(boolean withProvision) {
            StringBuilder text = new StringBuilder(what);
            text.append(withProvision && !provision.isEmpty() ? " [" + provision + "]" : "");
            cameOfIt.forEach(d -> text.append("\n– ").append(d));
            wasCounted.forEach(c -> text.append("\n+ ").append(c));
            return text.toString();
        }
    }

    /** What happened, in order. */
    List<Happening> of(Story story) {
        return new Telling(story).told();
    }

    /** One walk through a story. */
    private final class Telling {

        private final Story story;
        private final List<Happening> told = new ArrayList<>();
        /** What came of the headline: changes of states by the state's id, all else by its text. */
        private final Map<String, String> details = new LinkedHashMap<>();
        /** What was counted since the headline: as it happened, and as the registers have it. */
        private final Map<String, long[]> counted = new LinkedHashMap<>();
        /** What states were before the headline, of those that have changed since. */
        private final Map<String, Double> changed = new LinkedHashMap<>();
        private String headline = "";
        private String provision = "";
        /** The step that the headline is about; empty for none. */
        private String about = "";
        /** Whether the headline is worth a line only when something came of it. */
        private boolean quiet;
        private int day;
        private String tried = "";

        Telling(Story story) {
            this.story = story;
        }

        List<Happening> told() {
            List<Story.Entry> entries = triesBeforeTheirMinutes(story.entries());
            int last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).day();
            boolean begun = false;
            for (int n = 0; n < entries.size(); n++) {
                Story.Entry entry = entries.get(n);
                if (entry.day() != day) {
                    close();
                    day = entry.day();
                    tried = "";
                    if (day == last && entry.event() instanceof Event.Counted) {
                        open(say.say("trace.end"));
                    }
                }
                if (entry.event() instanceof Event.Began) {
                    begun = true;
                    open(say.say("trace.begin"));
                } else if (begun) {
                    tell(entry.event(), next(entries, n));
                }
            }
            close();
            return List.copyOf(told);
        }

        private Event next(List<Story.Entry> entries, int n) {
            return n + 1 < entries.size() && entries.get(n + 1).day() == day ? entries.get(n + 1).event() : null;
        }

        // A chain of instanceof: events are data that several packages read, and Java 17 has no pattern switch.
        private void tell(Event event, Event next) {
            if (event instanceof Event.Arrived arrived && arrived.outcome() == Event.Arrival.UNDER_WAY) {
                open(say.say("trace.already", track(arrived.track())));
            } else if (event instanceof Event.Befell befell) {
                befell(circumstance(befell.circumstance()));
            } else if (event instanceof Event.Came came) {
                came(came.step(), next);
            } else if (event instanceof Event.Tried attempt) {
                tried = attempt.step();
                open(attempt.step(), label(attempt.step()) + ": " + outcome(attempt));
            } else if (event instanceof Event.Reminded reminded) {
                open(reminded.step(), say.say("trace.reminded", label(reminded.step())));
            } else if (event instanceof Event.Went went) {
                went(went);
            } else if (event instanceof Event.Waits waits) {
                backTo(waits.step());
                detail(waits.until() == NEVER ? say.say("trace.waits.always") : say.say("trace.waits", date(waits.until())));
            } else if (event instanceof Event.Started started) {
                detail(say.say("trace.started", track(started.track()), date(started.on())));
            } else if (event instanceof Event.BrokenOff off) {
                detail(say.say("trace.broken-off", track(off.track())));
            } else if (event instanceof Event.ClockSet clock) {
                detail(say.say("trace.clock", date(clock.until())));
            } else if (event instanceof Event.ClockExtended clock && clock.until() != NEVER) {
                detail(say.say("trace.extended", date(clock.until())));
            } else if (event instanceof Event.Counted count) {
                count(count);
            } else if (event instanceof Event.FlagSet flag) {
                detail(say.say("trace.flag", procedure.vocabulary().flags().get(flag.flag()).in(language)));
            } else if (event instanceof Event.FlagCleared flag) {
                detail(say.say("trace.cleared", procedure.vocabulary().flags().get(flag.flag()).in(language)));
            } else if (event instanceof Event.StateChanged state) {
                state(state);
            } else if (event instanceof Event.MeterStarted meter && meter.from() != NEVER) {
                detail(say.say("trace.meter", meter(meter.meter()), date(meter.from())));
            } else if (event instanceof Event.MeterSettled meter) {
                detail(meter.kroner() == 0
                        ? say.say("trace.settled.days", meter(meter.meter()), days(meter.days()))
                        : say.say("trace.settled", meter(meter.meter()), days(meter.days()), kroner(meter.kroner())));
            } else if (event instanceof Event.MeterDropped meter) {
                detail(say.say("trace.dropped", meter(meter.meter())));
            } else if (event instanceof Event.Refunded meter) {
                detail(say.say("trace.refunded", meter(meter.meter()), kroner(meter.kroner())));
            }
        }

        /** A circumstance that decides whether a track begins at all has no step to stand under. */
        private void befell(String circumstance) {
            if (headline.isEmpty()) {
                open(say.say("trace.befell", circumstance));
            } else {
                detail(say.say("trace.befell", circumstance));
            }
        }

        /** An attempt is told when it is made; that it lies ahead is told where it is not made at once. */
        private void came(String id, Event next) {
            boolean attempt = procedure.step(id) instanceof Step.Attempt;
            if (!attempt) {
                open(id, label(id));
            } else if (!(next instanceof Event.Tried) && !tried.equals(id)) {
                open(id, say.say("trace.ahead", label(id)));
            }
        }

        /** What follows from a step that was come to on an earlier day is told under that step's end. */
        private void went(Event.Went went) {
            if (went.outcome() == Outcome.EXPIRED) {
                open(went.step(), say.say("trace.expired", label(went.step())));
            } else if (!backTo(went.step())) {
                open(went.step(), say.say("trace.over", label(went.step())));
                quiet = true;
            }
        }

        /**
         * Tracks that begin on a day are all come to before any of them goes on: what follows is told under its own step.
         *
         * @return whether the step has been come to today
         */
        private boolean backTo(String step) {
            if (about.equals(step)) {
                return true;
            }
            for (int n = told.size() - 1; n >= 0 && told.get(n).date().equals(story.date(day)); n--) {
                Happening earlier = told.get(n);
                if (earlier.step().equals(step) && earlier.cameOfIt().isEmpty() && earlier.wasCounted().isEmpty()) {
                    told.remove(n);
                    open(step, earlier.what());
                    return true;
                }
            }
            return false;
        }

        private void count(Event.Counted count) {
            long[] sums = counted.computeIfAbsent(count.measure(), m -> new long[2]);
            sums[0] += count.actual() ? count.amount() : 0;
            sums[1] += count.register() ? count.amount() : 0;
        }

        /** Several changes of a state that come of the same are one; one that the numbers do not show is none. */
        private void state(Event.StateChanged state) {
            double before = changed.containsKey(state.state()) ? changed.get(state.state()) : state.before();
            changed.put(state.state(), before);
            String from = numbers.format(before);
            String to = numbers.format(state.after());
            if (from.equals(to)) {
                details.remove(state.state());
            } else {
                details.put(state.state(), say.say("trace.state", StoryWords.this.state(state.state()), from, to));
            }
        }

        private void detail(String text) {
            details.put(text, text);
        }

        private void open(String text) {
            close();
            headline = text;
        }

        private void open(String step, String text) {
            open(text);
            about = step;
            provision = StoryWords.this.provision(step);
        }

        private void close() {
            List<String> counts = new ArrayList<>();
            counted.forEach((measure, sums) -> counts.add(counted(measure(measure), sums)));
            boolean empty = details.isEmpty() && counts.isEmpty();
            if (!headline.isEmpty() && !(quiet && empty)) {
                told.add(new Happening(story.date(day), about, headline, provision, List.copyOf(details.values()), counts));
            } else if (headline.isEmpty() && !empty) {
                told.add(new Happening(story.date(day), "", say.say("trace.besides"), "", List.copyOf(details.values()), counts));
            }
            details.clear();
            counted.clear();
            changed.clear();
            headline = "";
            provision = "";
            about = "";
            quiet = false;
        }

        private String date(int number) {
            return StoryWords.this.date(story.date(number));
        }
    }

    /** The time of a try is counted before its outcome is known; it is told with it. */
    private static List<Story.Entry> triesBeforeTheirMinutes(List<Story.Entry> entries) {
        List<Story.Entry> ordered = new ArrayList<>();
        for (Story.Entry entry : entries) {
            int at = ordered.size();
            if (entry.event() instanceof Event.Tried) {
                while (at > 0 && ordered.get(at - 1).event() instanceof Event.Counted && ordered.get(at - 1).day() == entry.day()) {
                    at--;
                }
            }
            ordered.add(at, entry);
        }
        return ordered;
    }

    /** A measure, and how much was counted of it: as it happened, and as the registers have it where that is something else. */
    private String counted(Measure measure, long[] sums) {
        return measure.label().in(language) + ": " + amounts(measure, sums[0], sums[1]);
    }

    /** So much as it happened, and what the registers have where that is something else. */
    String amounts(Measure measure, long actual, long register) {
        if (actual == register || !measure.recorded()) {
            return amount(measure, actual);
        }
        return actual == 0
                ? say.say("trace.seen-only", amount(measure, register))
                : register == 0
                        ? say.say("trace.unseen", amount(measure, actual))
                        : say.say("trace.registers", amount(measure, actual), amount(measure, register));
    }

    /** An amount with its unit; time in minutes. */
    private String amount(Measure measure, long amount) {
        return switch (measure.kind()) {
            case HOURS -> say.say("trace.minutes", numbers.format((double) amount / measure.kind().countedInOneWritten()));
            case DAYS -> days(amount);
            case KRONER -> kroner(amount);
            default -> numbers.format(amount);
        };
    }

    private String days(long days) {
        return days == 1 ? say.say("trace.day") : say.say("trace.days", numbers.format(days));
    }

    private String kroner(long kroner) {
        return say.say("trace.kroner", numbers.format(kroner));
    }

    /** A date as it is written in a line, its parts held together. */
    String date(LocalDate date) {
        String pattern = language == Language.DA ? "d.\u00a0MMMM\u00a0yyyy" : "d\u00a0MMMM\u00a0yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    private String outcome(Event.Tried attempt) {
        String key = "trace.tried." + attempt.outcome().key();
        return attempt.helper().map(kind -> say.say(key + ".helped", helper(kind))).orElseGet(() -> say.say(key));
    }

    private String helper(String kind) {
        return helpers.stream().filter(k -> k.id().equals(kind)).findFirst().orElseThrow().label().in(language);
    }

    private String label(String step) {
        return procedure.step(step).head().label().in(language);
    }

    /** How the step's provision is cited; the number stays with its sign. */
    private String provision(String step) {
        return scenario.duty().provision(procedure.step(step).head().provision()).reference().in(language)
                .replaceAll("(§|§§|stk\\.|nr\\.|s\\.|ss\\.|no\\.) (?=\\d)", "$1\u00a0");
    }

    private String circumstance(String id) {
        return procedure.vocabulary().circumstances().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().label().in(language);
    }

    private Measure measure(String id) {
        return procedure.measures().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    private String track(String id) {
        return procedure.tracks().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().label().in(language);
    }

    private String state(String id) {
        return procedure.vocabulary().states().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow().label().in(language);
    }

    private String meter(String id) {
        return procedure.meters().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow().label().in(language);
    }
}
