package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    private ProgressBar bar(boolean screen, int width) {
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new ProgressBar(err, screen, width, Messages.in(Language.DA), clock::get);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsShownOfWhatTakesUnderTwoSeconds() {
        try (ProgressBar bar = bar(true, 80)) {
            bar.at("Simulerer", 0, 100);
            clock.set(SECOND);
            bar.at("Simulerer", 100, 100);
        }
        assertThat(written()).isEmpty();
    }

    /** A quarter took 3 seconds, so three quarters take 9. */
    @Test
    void aScreenShowsABarWithTheTimeLeftAndIsLeftClean() {
        try (ProgressBar bar = bar(true, 80)) {
            bar.at("Simulerer", 0, 100);
            clock.set(3 * SECOND);
            bar.at("Simulerer", 25, 100);
        }
        String line = "[#####...............] 25 %  Simulerer, cirka 9 sek. tilbage";
        assertThat(written()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    }

    @Test
    void theBarNeverReachesTheLastColumn() {
        try (ProgressBar bar = bar(true, 30)) {
            clock.set(3 * SECOND);
            bar.at("Simulerer", 1, 100);
        }
        assertThat(written().split("\r")).allMatch(l -> l.length() < 30);
    }

    @Test
    void aThreadThatReportsLateDoesNotTakeTheBarBack() {
        try (ProgressBar bar = bar(true, 80)) {
            clock.set(3 * SECOND);
            bar.at("Simulerer", 50, 100);
            clock.set(6 * SECOND);
            bar.at("Simulerer", 40, 100);
        }
        assertThat(written()).contains("50 %").doesNotContain("40 %");
    }

    @Test
    void aLogGetsALineAtEachQuarterOfWhatTakesOverTenSeconds() {
        try (ProgressBar bar = bar(false, 80)) {
            bar.at("Simulerer", 0, 100);
            for (int done = 1; done <= 100; done++) {
                clock.set(done * SECOND);
                bar.at("Simulerer", done, 100);
            }
        }
        assertThat(written().lines())
                .containsExactly(
                        "Simulerer: 25 %, cirka 1 min. tilbage",
                        "Simulerer: 50 %, cirka 50 sek. tilbage",
                        "Simulerer: 75 %, cirka 25 sek. tilbage");
    }
}
