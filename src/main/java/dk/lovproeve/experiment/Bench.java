package dk.lovproeve.experiment;

import com.sun.management.ThreadMXBean;
import dk.lovproeve.evidence.Values;
import dk.lovproeve.population.Citizens;
import dk.lovproeve.population.Synthesizer;
import dk.lovproeve.random.KeyedDraws;
import dk.lovproeve.simulation.Counts;
import dk.lovproeve.simulation.Engine;
import dk.lovproeve.simulation.Model;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the time of whole runs: the people are made and their days run, municipality by municipality, as a simulation
 * does it. A run's counts must be the same whatever the threads, so a run that went wrong is not taken for a fast one.
 */
public final class Bench {

    /** How many citizens the number of events a citizen is found on. */
    private static final int ENOUGH_FOR_EVENTS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Model model;
    private final int days;
    private final KeyedDraws draws;
    private final Engine engine;
    private final int municipalities;
    private final double whole;

    /**
     * @param seed what all chance follows from
     * @param days how many days a run has, 1 or more
     */
    public Bench(Model model, long seed, int days) {
        this.model = model;
        this.days = days;
        this.draws = KeyedDraws.of(seed, 0);
        this.engine = new Engine(model, Values.central(), days);
        this.municipalities = model.population().municipalities().size();
        this.whole = model.population().groups().stream()
                .mapToDouble(g -> Values.central().of(g.number(), g.id()))
                .sum();
    }

    /**
     * What a run took. Processor time and memory are those of the threads that worked.
     *
     * @param citizens    how many there were
     * @param wall        seconds that passed
     * @param people      seconds of processor time spent on making the people, all threads together
     * @param year        seconds of processor time spent on their days, all threads together
     * @param peopleBytes bytes taken for the people
     * @param yearBytes   bytes taken for what changes in the year
     * @param counts      what was counted
     */
    public record Took(long citizens, double wall, double people, double year, long peopleBytes, long yearBytes, Counts counts) {

        /** Seconds of processor time, all threads together. */
        public double processor() {
            return people + year;
        }
    }

    /** Runs with so many citizens, each time with as many threads, and returns the run whose wall time is the median. */
    public Took median(long citizens, int threads, int times) {
        List<Took> runs = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            runs.add(run(citizens, threads));
        }
        runs.sort(Comparator.comparingDouble(Took::wall));
        return runs.get((times - 1) / 2);
    }

    /** One run. Fewer citizens than the scenario has are a share of them, more are the same people several times as many. */
    public Took run(long citizens, int threads) {
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), citizens / whole);
        AtomicInteger next = new AtomicInteger();
        Worker[] workers = new Worker[threads];
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            workers[t] = new Worker(synthesizer, next);
            workers[t].start();
        }
        for (Worker worker : workers) {
            worker.finish();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        Worker sum = workers[0];
        for (int t = 1; t < threads; t++) {
            sum.add(workers[t]);
        }
        return new Took(sum.citizens, wall, sum.people / 1e9, sum.year / 1e9, sum.peopleBytes, sum.yearBytes, sum.counts);
    }

    /** How many events befall a citizen in the days of a run. */
    public double eventsEach() {
        Synthesizer synthesizer = new Synthesizer(model.population(), Values.central(), Math.min(1, ENOUGH_FOR_EVENTS / whole));
        long[] events = new long[1];
        long citizens = 0;
        for (int m = 0; m < municipalities; m++) {
            Citizens people = synthesizer.synthesize(draws, m);
            citizens += people.size();
            engine.run(people, draws, (who, day, event) -> events[0]++);
        }
        return events[0] / (double) citizens;
    }

    /** Takes one municipality after another until there are none left. */
    private final class Worker extends Thread {
        private final Synthesizer synthesizer;
        private final AtomicInteger next;
        private long citizens;
        private long people;
        private long year;
        private long peopleBytes;
        private long yearBytes;
        private final Counts counts = new Counts(
                model.procedure().measures().size(), model.targetGroups().size(),
                model.procedure().groups().isPresent() ? Counts.GROUPS : 1);
        private Throwable trouble;

        Worker(Synthesizer synthesizer, AtomicInteger next) {
            this.synthesizer = synthesizer;
            this.next = next;
        }

        @Override
        public void run() {
            try {
                for (int m = next.getAndIncrement(); m < municipalities; m = next.getAndIncrement()) {
                    long time = THREADS.getCurrentThreadCpuTime();
                    long bytes = THREADS.getThreadAllocatedBytes(getId());
                    Citizens made = synthesizer.synthesize(draws, m);
                    long betweenTime = THREADS.getCurrentThreadCpuTime();
                    long betweenBytes = THREADS.getThreadAllocatedBytes(getId());
                    Counts counted = engine.run(made, draws);
                    year += THREADS.getCurrentThreadCpuTime() - betweenTime;
                    yearBytes += THREADS.getThreadAllocatedBytes(getId()) - betweenBytes;
                    people += betweenTime - time;
                    peopleBytes += betweenBytes - bytes;
                    citizens += made.size();
                    counts.add(counted);
                }
            } catch (RuntimeException | Error e) {
                trouble = e;
            }
        }

        void finish() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                next.set(municipalities);
                throw new CancellationException("interrupted");
            }
            if (trouble instanceof RuntimeException e) {
                throw e;
            } else if (trouble instanceof Error e) {
                throw e;
            }
        }

        void add(Worker other) {
            citizens += other.citizens;
            people += other.people;
            year += other.year;
            peopleBytes += other.peopleBytes;
            yearBytes += other.yearBytes;
            counts.add(other.counts);
        }
    }

    /** How many days a run has. */
    public int days() {
        return days;
    }
}
