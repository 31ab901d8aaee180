package dk.lovproeve.benchmark;

import dk.lovproeve.experiment.Bench;
import dk.lovproeve.scenario.ScenarioLoader;
import dk.lovproeve.simulation.Model;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One national year of the yardstick's duty in a process that has just begun, by the engine or by the yardstick itself:
 * reads the scenario, makes the people, runs their year once and tells how long it is since Java began.
 *
 * <p>Arguments: {@code engine} or {@code yardstick}, citizens, and threads.
 */
public final class NationalYear {

    private static final int DAYS = 365;
    private static final double ALL = 5_000_000;

    private NationalYear() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean byHand = arguments.length > 0 && arguments[0].equals("yardstick");
        long citizens = arguments.length > 1 ? Long.parseLong(arguments[1]) : 4_900_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        Model model = ScenarioLoader.load(Path.of("src", "bench", "resources", "booking")).bill().model();
        long begun = System.nanoTime();
        long sanctions = byHand
                ? yardstick(model, citizens / ALL, threads)
                : new Bench(model, 1, DAYS).run(citizens, threads).counts().total(Yardstick.SANCTIONS, 0);
        System.out.printf(Locale.ROOT, "%s, %,d citizens, %d threads, %,d sanctions: %.2f s, and %.2f s since Java began%n",
                byHand ? "yardstick" : "engine", citizens, threads, sanctions, (System.nanoTime() - begun) / 1e9,
                (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3);
    }

    /** Runs the year and returns how many sanctions there were. */
    private static long yardstick(Model model, double scale, int threads) throws InterruptedException {
        Yardstick yardstick = new Yardstick(model, scale, DAYS);
        int[][] places = yardstick.places();
        int most = Arrays.stream(places).mapToInt(first -> first[first.length - 1]).max().orElse(0);
        AtomicInteger next = new AtomicInteger();
        List<Yardstick.Year> years = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Yardstick.Year year = yardstick.new Year(most);
            years.add(year);
            workers.add(new Thread(() -> {
                for (int m = next.getAndIncrement(); m < places.length; m = next.getAndIncrement()) {
                    year.run(yardstick.people(1, 0, m, places[m]), 1, 0);
                }
            }));
        }
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        long sanctions = 0;
        for (Yardstick.Year year : years) {
            for (int c = yardstick.cell(Yardstick.SANCTIONS, 0, 0, 0, 0); c < yardstick.cell(Yardstick.SANCTIONS, 1, 0, 0, 0); c++) {
                sanctions += year.counts[c];
            }
        }
        return sanctions;
    }
}
