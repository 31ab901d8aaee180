package dk.lovproeve.shell;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.Text;
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
    private final Language language;
    private final Messages say;
    private final NumberFormat numbers;

    StoryWords(Scenario scenario, Version version, Language language) {
        this.scenario = scenario;
        this.procedure = version.model().procedure();
        this.language = language;
        this.say = Messages.in(language);
        this.numbers = NumberFormat.getNumberInstance(language.locale());
        this.numbers.setMaximumFractionDigits(2);
    }

    /**
     * Something that happened, and what came of it.
     *
     * @param text what happened, and below it one line for each thing that came of it
     */
    record Happening(LocalDate date, String text) {}

    /** What happened, in order. */
    List<Happening> of(Story story) {
        return new Telling(story).told();
    }

    /** One walk through a story. */
    private final class Telling {

        private final Story story;
        private final List<Happening> told = new ArrayList<>();
        private final List<String> details = new ArrayList<>();
        private final Map<String, Long> counted = new LinkedHashMap<>();
        private LocalDate date;
        private String headline = "";
        private int day = -1;
        private String tried = "";

        Telling(Story story) {
            this.story = story;
        }

        List<Happening> told() {
            List<Story.Entry> entries = triesBeforeTheirMinutes(story.entries());
            int last = story.entries().isEmpty() ? 0 : story.entries().get(story.entries().size() - 1).day();
            boolean begun = false;
            for (int n = 0; n < entries.size(); n++) {
                Story.Entry entry = entries.get(n);
                if (entry.day() != day) {
                    day = entry.day();
                    tried = "";
                    boolean isEnd = day == last && entry.event() instanceof Event.Counted;
                    if (day > 0 && isEnd) {
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
            } else if (event instanceof Event.Came came) {
                came(came.step(), next);
            } else if (event instanceof Event.Tried attempt) {
                tried = attempt.step();
                open(doing(attempt.step()) + ": " + outcome(attempt));
            } else if (event instanceof Event.Reminded reminded) {
                open(say.say("trace.reminded", doing(reminded.step())));
            } else if (event instanceof Event.Went went && went.outcome() == Outcome.EXPIRED) {
                open(say.say("trace.expired", doing(went.step())));
            } else if (event instanceof Event.Waits waits) {
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
                detail(say.say("trace.state", state(state.state()), numbers.format(state.before()), numbers.format(state.after())));
            } else if (event instanceof Event.MeterStarted meter && meter.from() != NEVER) {
                detail(say.say("trace.meter", meter(meter.meter()), date(meter.from())));
            } else if (event instanceof Event.MeterSettled meter) {
                detail(say.say(meter.kroner() == 0 ? "trace.settled.days" : "trace.settled", meter(meter.meter()), meter.days(), numbers.format(meter.kroner())));
            } else if (event instanceof Event.MeterDropped meter) {
                detail(say.say("trace.dropped", meter(meter.meter())));
            } else if (event instanceof Event.Refunded meter) {
                detail(say.say("trace.refunded", meter(meter.meter()), numbers.format(meter.kroner())));
            }
        }

        /** An attempt is told when it is made; that it lies ahead is told where it is not made at once. */
        private void came(String id, Event next) {
            Step step = procedure.step(id);
            if (!(step instanceof Step.Attempt)) {
                open(doing(id));
            } else if (!(next instanceof Event.Tried) && !tried.equals(id)) {
                open(say.say("trace.ahead", doing(id)));
            }
        }

        private void count(Event.Counted count) {
            Measure measure = measure(count.measure());
            String seen = count.actual() == count.register() || !measure.recorded()
                    ? ""
                    : " " + say.say(count.actual() ? "trace.unseen" : "trace.seen-only");
            counted.merge(measure.label().in(language) + "\u0000" + measure.id() + "\u0000" + seen, count.amount(), Long::sum);
        }

        private void detail(String text) {
            details.add(text);
        }

        private void open(String text) {
            close();
            headline = text;
            date = story.date(day);
        }

        private void close() {
            counted.forEach((key, amount) -> {
                String[] parts = key.split("\u0000", -1);
                details.add(say.say("trace.counted", parts[0], amount(measure(parts[1]), amount)) + parts[2]);
            });
            if (!headline.isEmpty()) {
                StringBuilder text = new StringBuilder(headline);
                details.forEach(d -> text.append("\n– ").append(d));
                told.add(new Happening(date, text.toString()));
            }
            details.clear();
            counted.clear();
            headline = "";
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

    /** An amount with its unit; time in minutes. */
    String amount(Measure measure, long amount) {
        return switch (measure.kind()) {
            case HOURS -> say.say("trace.minutes", numbers.format((double) amount / measure.kind().countedInOneWritten()));
            case DAYS, KRONER -> numbers.format(amount) + " " + measure.unit().in(language);
            default -> numbers.format(amount);
        };
    }

    /** A date as it is written in a line. */
    String date(LocalDate date) {
        String pattern = language == Language.DA ? "d. MMMM yyyy" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    private String outcome(Event.Tried attempt) {
        String outcome = say.say("trace.tried." + attempt.outcome().key());
        return attempt.byHelper() ? outcome + say.say("trace.by-helper") : outcome;
    }

    /** The step's label, and the provision it comes from. */
    private String doing(String id) {
        Step.Head head = procedure.step(id).head();
        Text provision = scenario.duty().provision(head.provision()).reference();
        return head.label().in(language) + " [" + provision.in(language) + "]";
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
