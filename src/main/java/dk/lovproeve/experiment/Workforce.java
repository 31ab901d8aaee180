package dk.lovproeve.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works through the items of an experiment on the threads of this machine, and hands on what comes of them in the order of
 * the items. Items that the journal has are not worked out again. At most one item more than there are threads is under
 * way or waits to be handed on, so the memory does not grow with their number.
 *
 * <p>An item consists of parts whose sums are added up; whole numbers, so in which order does not matter. As a rule each
 * item has one thread; when fewer items than threads are left, several threads share an item's parts.
 */
final class Workforce {

    private final int threads;
    private final Journal journal;
    private final ProgressListener progress;

    Workforce(int threads, Journal journal, ProgressListener progress) {
        this.threads = threads;
        this.journal = journal;
        this.progress = progress;
    }

    /** How one item is worked out. Asked from several threads. */
    interface Work {

        /** Rows of zeros for the sums. */
        long[][] zero();

        /** Works out a part and adds what comes of it to the sums. */
        void add(int part, long[][] sums);

        /** What is kept of the sums over all parts. */
        long[][] result(long[][] sums);
    }

    /**
     * @param parts how many parts each item has, 1 or more
     * @param work  begins an item
     * @param next  is given what came of each item, in their order, on the calling thread
     */
    void work(List<WorkItem> items, int parts, Function<WorkItem, Work> work, Consumer<long[][]> next) {
        List<Job> jobs = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        long left = items.stream().filter(item -> !journal.has(item)).count();
        Runnable partDone = () -> progress.progress(done.incrementAndGet(), left * parts);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int n = 0; n < items.size() + threads; n++) {
                if (n < items.size()) {
                    Job job = new Job(items.get(n), parts, work, partDone);
                    jobs.add(job);
                    if (!job.kept) {
                        pool.execute(job);
                    }
                }
                if (n == items.size() - 1) {
                    for (Job late : jobs.subList(Math.max(0, items.size() - threads), items.size())) {
                        share(late, pool);
                    }
                }
                // Taken in order, and never many ahead.
                int ready = n - threads;
                if (ready >= 0 && ready < items.size()) {
                    next.accept(result(jobs.get(ready), pool));
                    jobs.set(ready, null);
                }
            }
        } finally {
            Waiting.forEnd(pool);
        }
    }

    /** Lets threads that have nothing left to begin take parts of an item that is under way. */
    private void share(Job late, ExecutorService pool) {
        for (int more = 1; more < threads && !late.kept; more++) {
            pool.execute(late);
        }
    }

    private long[][] result(Job job, ExecutorService pool) {
        if (job.kept) {
            Optional<long[][]> found = journal.find(job.item);
            if (found.isPresent()) {
                return found.get();
            }
            pool.execute(job); // what was kept cannot be read
        }
        return Waiting.forResult(job.done);
    }

    /** An item, worked on by each thread that runs it until no part is left. */
    private final class Job implements Runnable {
        final WorkItem item;
        /** Whether the journal had it from the start. */
        final boolean kept;
        final CompletableFuture<long[][]> done = new CompletableFuture<>();
        private final int parts;
        private final Function<WorkItem, Work> how;
        private final Runnable partDone;
        private final AtomicInteger nextPart = new AtomicInteger();
        private Work work;
        private long[][] sums;
        private int finished;

        Job(WorkItem item, int parts, Function<WorkItem, Work> how, Runnable partDone) {
            this.item = item;
            this.kept = journal.has(item);
            this.parts = parts;
            this.how = how;
            this.partDone = partDone;
        }

        @Override
        public void run() {
            try {
                int part = nextPart.getAndIncrement();
                if (part >= parts) {
                    return;
                }
                Work mine = begun();
                long[][] own = mine.zero();
                int worked = 0;
                for (; part < parts; part = nextPart.getAndIncrement()) {
                    if (Thread.currentThread().isInterrupted()) {
                        return; // the whole is given up, and nobody waits for this
                    }
                    mine.add(part, own);
                    worked++;
                    partDone.run();
                }
                handIn(own, worked);
            } catch (RuntimeException | Error trouble) {
                done.completeExceptionally(trouble);
            }
        }

        private synchronized Work begun() {
            if (work == null) {
                work = how.apply(item);
            }
            return work;
        }

        private synchronized void handIn(long[][] own, int worked) {
            if (sums == null) {
                sums = own;
            } else {
                for (int r = 0; r < sums.length; r++) {
                    for (int c = 0; c < sums[r].length; c++) {
                        sums[r][c] += own[r][c];
                    }
                }
            }
            finished += worked;
            if (finished == parts) {
                long[][] result = work.result(sums);
                journal.keep(item, result);
                sums = null;
                work = null;
                done.complete(result);
            }
        }
    }
}
