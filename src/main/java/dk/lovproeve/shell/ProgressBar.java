package dk.lovproeve.shell;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows progress on standard error: on a screen a bar that is redrawn, with the time left, for what takes over two
 * seconds; elsewhere a line at each quarter of what takes over ten. Safe for several threads.
 */
final class ProgressBar implements Progress, AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long PATIENCE_OF_A_LOG = TimeUnit.SECONDS.toNanos(10);
    private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BAR = 20;

    private final PrintStream err;
    private final boolean screen;
    private final int width;
    private final Messages messages;
    private final LongSupplier nanoTime;

    private final long commandStart;
    private String stage = "";
    private long stageStart;
    private long lastDrawn;
    private long furthest;
    private int lastQuarter;
    private int drawnColumns;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    ProgressBar(PrintStream err, boolean screen, int width, Messages messages, LongSupplier nanoTime) {
        this.err = err;
        this.screen = screen;
        this.width = width;
        this.messages = messages;
        this.nanoTime = nanoTime;
        this.commandStart = nanoTime.getAsLong();
        this.lastDrawn = commandStart - REDRAW;
    }

    @Override
    public synchronized void at(String newStage, long done, long total) {
        long now = nanoTime.getAsLong();
        if (!newStage.equals(stage)) {
            stage = newStage;
            stageStart = now;
            furthest = 0;
            lastQuarter = 0;
        }
        // Threads may report out of order; a bar that goes back says less than one that waits.
        furthest = Math.max(furthest, Math.min(done, total));
        if (screen) {
            drawBar(now, total);
        } else {
            writeQuarter(now, total);
        }
    }

    /** Takes the bar away, so that what is printed next starts on an empty line. */
    @Override
    public synchronized void close() {
        if (drawnColumns > 0) {
            err.print("\r" + " ".repeat(drawnColumns) + "\r");
            err.flush();
            drawnColumns = 0;
        }
    }

    private void drawBar(long now, long total) {
        if (now - commandStart < PATIENCE || now - lastDrawn < REDRAW) {
            return;
        }
        lastDrawn = now;
        int filled = (int) (BAR * furthest / Math.max(1, total));
        String line = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + percent(total) + "  " + stage
                + timeLeft(now, total);
        // One column is left free: a screen breaks the line when the last one is written.
        while (TableLayout.columns(line) > width - 1) {
            line = line.substring(0, line.offsetByCodePoints(line.length(), -1));
        }
        int columns = TableLayout.columns(line);
        err.print("\r" + line + " ".repeat(Math.max(0, drawnColumns - columns)));
        err.flush();
        drawnColumns = columns;
    }

    private void writeQuarter(long now, long total) {
        int quarter = (int) (4 * furthest / Math.max(1, total));
        if (now - commandStart >= PATIENCE_OF_A_LOG && quarter > lastQuarter && quarter < 4) {
            lastQuarter = quarter;
            err.println(stage + ": " + percent(total) + timeLeft(now, total));
        }
    }

    private String percent(long total) {
        return 100 * furthest / Math.max(1, total) + " %";
    }

    /** What the stage will still take if it goes on as it has gone. */
    private String timeLeft(long now, long total) {
        if (furthest == 0) {
            return "";
        }
        double secondsSoFar = (now - stageStart) / 1e9;
        long seconds = Math.round(secondsSoFar * (total - furthest) / furthest);
        return ", " + messages.say("progress.left", duration(seconds));
    }

    private String duration(long seconds) {
        if (seconds < 60) {
            return messages.say("duration.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60
                ? messages.say("duration.minutes", minutes)
                : messages.say("duration.hours", minutes / 60, minutes % 60);
    }
}
