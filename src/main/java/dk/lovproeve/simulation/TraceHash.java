package dk.lovproeve.simulation;

import dk.lovproeve.base.Checks;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.random.KeyedDraws;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One number for all that happened in a run: two runs have the same when the same befell the same subjects on the same
 * days, and a change of behaviour that moves no total still changes it. Each subject's story is hashed in its order, and
 * the stories are added up; so in which order an engine comes to the subjects does not matter, and what happens to each
 * of them does.
 *
 * <p>It is a check against oversight, not against ill will. Of an event all components enter, by name and in their order,
 * so that an event that is given one more gives other hashes. Mutable; not safe for several threads.
 */
public final class TraceHash implements EventListener {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The components of each kind of event. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> event) {
            RecordComponent[] components = event.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    /** What has befallen each subject so far; looked up, and added up, never gone through in an order that matters. */
    private final Map<Long, Long> stories = new HashMap<>();

    private long sum;
    private long events;

    /**
     * Of one replication of a version, all municipalities.
     *
     * @param scale the share of the population that is run
     * @param days  how many days the run has
     */
    public static TraceHash of(Model model, long seed, int replication, double scale, int days) {
        TraceHash hash = new TraceHash();
        Runner runner = new Runner(model, Values.central(), scale, days);
        KeyedDraws draws = KeyedDraws.of(seed, replication);
        for (int m = 0; m < model.population().municipalities().size(); m++) {
            Runner here = runner.in(m);
            here.engine().run(here.people(draws, m), draws, hash);
            hash.fold();
        }
        return hash;
    }

    /** Of stories that have been told. */
    public static TraceHash of(List<Story> stories) {
        TraceHash hash = new TraceHash();
        for (Story story : stories) {
            for (Story.Entry entry : story.entries()) {
                hash.event(story.who(), entry.day(), entry.event());
            }
            hash.fold();
        }
        return hash;
    }

    @Override
    public void event(long who, int day, Event event) {
        events++;
        stories.put(who, mix(stories.getOrDefault(who, 0L) * GOLDEN + mix(hash(event) + day * GOLDEN)));
    }

    /** How many events it stands for. */
    public long events() {
        return events;
    }

    /** Sixteen hexadecimal digits. */
    public String value() {
        fold();
        return String.format(Locale.ROOT, "%016x", mix(sum + events));
    }

    /** Adds up the stories so far; what befalls one of these subjects later would begin a new story. */
    private void fold() {
        stories.forEach((who, story) -> sum += mix(mix(who * GOLDEN) ^ story));
        stories.clear();
    }

    private static long hash(Event event) {
        long h = event.getClass().getSimpleName().hashCode();
        try {
            for (RecordComponent component : COMPONENTS.get(event.getClass())) {
                h = mix(h + component.getName().hashCode() * GOLDEN);
                h = mix(h + bits(component.getAccessor().invoke(event), component) * GOLDEN);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event.getClass() + " is no record that can be read", e);
        }
        return h;
    }

    private static long bits(Object value, RecordComponent component) {
        if (value instanceof String text) {
            return text.hashCode();
        } else if (value instanceof Enum<?> constant) {
            return constant.name().hashCode();
        } else if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        } else if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        } else if (value instanceof Double number) {
            return Double.doubleToLongBits(number);
        } else if (value instanceof Optional<?> perhaps) {
            return perhaps.isEmpty() ? 0 : mix(bits(perhaps.get(), component) + GOLDEN);
        }
        throw Checks.failure(component.getDeclaringRecord().getSimpleName() + "." + component.getName(), component.getType(),
                "a word, a whole number, a number, a yes or no, one of several, or one of these that may be missing");
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
