package dk.lovproeve.shell;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Writes answers on standard output, and everything else on standard error. */
final class Printer {

    /** The author, or whoever typed the command, can mend it. */
    static final int AUTHORS_FAULT = 2;
    /** Our mistake, or the machine's. */
    static final int OUR_FAULT = 1;
    /** What a process that was stopped from the keyboard ends with. */
    static final int STOPPED = 130;

    private final Surroundings surroundings;
    private final PrintStream out;
    private final PrintStream err;

    Printer(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.err = surroundings.err();
    }

    /** Lines, then tables, then what was written; a pipe gets tables with one line a row. */
    void print(Workbench.Answer answer, Messages messages) {
        answer.lines().forEach(this::print);
        for (int i = 0; i < answer.tables().size(); i++) {
            if (i > 0 || !answer.lines().isEmpty()) {
                out.println();
            }
            new TableLayout(outWidth()).lines(answer.tables().get(i)).forEach(out::println);
        }
        if (!answer.written().isEmpty()) {
            out.println();
            out.println(messages.say("written"));
            for (Path path : answer.written()) {
                out.println("  " + shortened(path));
            }
        }
        out.flush();
        answer.warnings().forEach(w -> err.println(messages.say("warning", w)));
    }

    /** A paragraph, wrapped to the screen. */
    void print(String paragraph) {
        TableLayout.wrapped(paragraph, outWidth()).forEach(out::println);
    }

    /** Says what went wrong, and gives the exit code. */
    int report(Throwable trouble, Messages messages) {
        out.flush();
        if (trouble instanceof AuthorException mistakes) {
            for (Failure failure : mistakes.failures()) {
                err.println(failure.in(messages.language()));
            }
            err.println(messages.say("see.help"));
            return AUTHORS_FAULT;
        }
        if (trouble instanceof CancellationException || trouble instanceof InterruptedException) {
            err.println(messages.say("stopped"));
            return STOPPED;
        }
        if (trouble instanceof UncheckedIOException io) {
            err.println(messages.say("io", describe(io.getCause())));
            return OUR_FAULT;
        }
        if (trouble instanceof OutOfMemoryError) {
            err.println(messages.say("memory"));
            return OUR_FAULT;
        }
        err.println(messages.say("our.fault"));
        trouble.printStackTrace(err);
        return OUR_FAULT;
    }

    private static String describe(IOException e) {
        String kind = e.getClass().getSimpleName();
        return e instanceof FileSystemException file && file.getReason() == null
                ? kind + ": " + file.getFile()
                : kind + ": " + e.getMessage();
    }

    private int outWidth() {
        return surroundings.outIsTerminal() ? surroundings.width() : TableLayout.UNLIMITED;
    }

    /** Relative to where the user stands, when that is shorter to read. */
    private String shortened(Path path) {
        return path.startsWith(surroundings.workingFolder())
                ? surroundings.workingFolder().relativize(path).toString()
                : path.toString();
    }
}
