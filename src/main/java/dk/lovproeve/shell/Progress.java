package dk.lovproeve.shell;

/** Is told how far a long piece of work has come. May be called from any thread, and often: it must be cheap. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (stage, done, total) -> {};

    /**
     * @param stage what is being done, in the user's language; a new stage starts a new bar
     * @param done  pieces of work done, from 0 to {@code total}
     * @param total pieces of work in this stage, at least 1
     */
    void at(String stage, long done, long total);
}
