package dk.lovproeve.experiment;

/** Hears how far a long computation has come. May be called from several threads. */
@FunctionalInterface
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener SILENT = (done, total) -> {};

    /**
     * @param done  work done so far, 0 to {@code total}
     * @param total all the work; the same in every call
     */
    void progress(long done, long total);
}
