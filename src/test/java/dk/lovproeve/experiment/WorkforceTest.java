package dk.lovproeve.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items are worked out once, whoever is stopped in between, and handed on in their order. */
class WorkforceTest {

    private static final int PARTS = 7;

    @TempDir
    Path folder;

    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /** Part p of replication r adds 100 r + p: an item comes to 700 r + 21. */
    private Workforce.Work work(WorkItem item, int failsAt) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        return new Workforce.Work() {
            @Override
            public long[][] zero() {
                return new long[1][2];
            }

            @Override
            public void add(int part, long[][] sums) {
                if (item.replication() == failsAt) {
                    throw new IllegalStateException("out of power");
                }
                worked.add(item.word() + "/" + part);
                sums[0][1] += 100L * item.replication() + part;
            }

            @Override
            public long[][] result(long[][] sums) {
                return sums;
            }
        };
    }

    private List<Long> run(int replications, int threads, Journal journal, int failsAt, ProgressListener progress) {
        List<WorkItem> items = IntStream.range(0, replications).mapToObj(r -> new WorkItem(0, r)).toList();
        List<Long> results = new ArrayList<>();
        new Workforce(threads, journal, progress).work(items, PARTS, item -> work(item, failsAt), sums -> {
            underWay.decrementAndGet();
            results.add(sums[0][1]);
        });
        return results;
    }

    private static List<Long> expected(int replications) {
        return IntStream.range(0, replications).mapToObj(r -> 700L * r + 21).toList();
    }

    @Test
    void resultsComeInTheOrderOfTheItemsWhateverTheThreads() {
        for (int replications : new int[] {1, 2, 5, 40}) {
            for (int threads : new int[] {1, 2, 3, 8}) {
                worked.clear();
                assertThat(run(replications, threads, Journal.NONE, -1, ProgressListener.SILENT)).isEqualTo(expected(replications));
                assertThat(worked).hasSize(replications * PARTS).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void noMoreIsUnderWayThanThreadsAndOne() {
        run(200, 3, Journal.NONE, -1, ProgressListener.SILENT);
        assertThat(mostUnderWay.get()).isBetween(1, 4);
    }

    @Test
    void whatWasWorkedOutBeforeTheStopIsNotWorkedOutAgain() {
        assertThatThrownBy(() -> run(12, 2, Journal.of(folder, "abc"), 8, ProgressListener.SILENT)).hasMessage("out of power");
        Journal again = Journal.of(folder, "abc");
        List<Integer> kept = IntStream.range(0, 12).filter(r -> again.has(new WorkItem(0, r))).boxed().toList();
        assertThat(kept).contains(0, 1, 2, 3, 4, 5).doesNotContain(8);
        assertThat(again.found()).isEqualTo(kept.size());
        worked.clear();

        List<Long> totals = Collections.synchronizedList(new ArrayList<>());
        assertThat(run(12, 2, again, -1, (done, total) -> totals.add(total))).isEqualTo(expected(12));

        assertThat(worked).hasSize((12 - kept.size()) * PARTS).doesNotHaveDuplicates();
        kept.forEach(r -> assertThat(worked).noneMatch(w -> w.startsWith(new WorkItem(0, r).word() + "/")));
        // The time left is reckoned from what is left, not from what was there.
        assertThat(totals).containsOnly((12L - kept.size()) * PARTS);
        again.discard();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadOrIsAnotherRunsIsWorkedOut() throws IOException {
        run(3, 1, Journal.of(folder, "abc"), -1, ProgressListener.SILENT);
        Path journal = folder.resolve(".unfinished-abc");
        Path first = journal.resolve("draw-0-replication-0.gz");
        byte[] whole = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(whole, whole.length / 2));
        byte[] changed = Files.readAllBytes(journal.resolve("draw-0-replication-1.gz"));
        changed[changed.length - 6] ^= 1; // in the check sum
        Files.write(journal.resolve("draw-0-replication-1.gz"), changed);
        worked.clear();
        assertThat(run(3, 1, Journal.of(folder, "abc"), -1, ProgressListener.SILENT)).isEqualTo(expected(3));
        assertThat(worked).hasSize(2 * PARTS);

        Files.move(journal, folder.resolve(".unfinished-def"));
        worked.clear();
        assertThat(run(3, 1, Journal.of(folder, "def"), -1, ProgressListener.SILENT)).isEqualTo(expected(3));
        assertThat(worked).hasSize(3 * PARTS);
    }

    @Test
    void anItemIsAWord() {
        Stream.of(new WorkItem(0, 0), new WorkItem(3, 12)).forEach(item -> assertThat(WorkItem.of(item.word())).isEqualTo(item));
        assertThatThrownBy(() -> WorkItem.of("draw-1")).hasMessage("work item: found draw-1, expected draw-<number>-replication-<number>");
    }
}
