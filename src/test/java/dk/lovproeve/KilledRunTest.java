package dk.lovproeve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed in the middle of a run, and the same command given again. */
class KilledRunTest {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

    @TempDir
    Path folder;

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8", "-Dlovproeve.home=" + Path.of("").toAbsolutePath(),
                        "-cp", System.getProperty("java.class.path"), "dk.lovproeve.Lovproeve",
                        "simulate", "vitas", "--variants", "current-law", "--replications", "12", "--scale", "0.2", "--seed", "5",
                        "--threads", "2", "--out", out.toString(), "--lang", "en")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(out.getFileName() + ".txt").toFile())
                .start();
    }

    private static List<Path> pieces(Path out) throws IOException {
        try (Stream<Path> all = Files.exists(out) ? Files.walk(out) : Stream.empty()) {
            return all.filter(f -> f.toString().endsWith(".gz")).toList();
        }
    }

    @Test
    void aRunThatIsKilledGoesOnWhereItStoppedAndComesToTheSameBytes() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed");
        Process first = start(killed);
        long start = System.nanoTime();
        while (pieces(killed).size() < 3) {
            assertThat(first.isAlive()).as(told(killed)).isTrue();
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE);
            Thread.sleep(5);
        }
        first.destroyForcibly().waitFor();
        int left = pieces(killed).size();
        assertThat(left).isBetween(3, 31);
        assertThat(killed.resolve("manifest.json")).doesNotExist();

        assertThat(start(killed).waitFor()).as(told(killed)).isZero();
        Matcher resumed = Pattern.compile("(\\d+) of its (\\d+) parts").matcher(told(killed));
        assertThat(resumed.find()).as(told(killed)).isTrue();
        assertThat(List.of(resumed.group(1), resumed.group(2))).containsExactly(String.valueOf(left), "32"); // 12 and 20 draws
        assertThat(pieces(killed)).isEmpty();

        Path whole = folder.resolve("whole");
        assertThat(start(whole).waitFor()).as(told(whole)).isZero();
        assertThat(told(whole)).doesNotContain("interrupted");
        for (String file : List.of("outcomes.csv", "differences.csv", "plausible-range.csv")) {
            assertThat(killed.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(names(killed)).isEqualTo(names(whole));
    }

    private String told(Path out) throws IOException {
        return Files.readString(folder.resolve(out.getFileName() + ".txt"), StandardCharsets.UTF_8);
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
