package dk.lovproeve.report;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.report.lint.Lint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one way by which documents reach a folder. */
public final class WrittenFiles {

    private WrittenFiles() {}

    /**
     * Puts documents into a folder, which is made when it is missing; nothing is put there unless all of them are in order.
     *
     * @param files    by name
     * @param language what they are written in
     * @return the files written, in the same order
     * @throws dk.lovproeve.base.AuthorException when one breaks a rule of {@link Lint}
     */
    public static List<Path> write(Map<String, byte[]> files, Language language, Path folder) throws IOException {
        Lint.check(files, language);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            SafeFiles.writeAtomically(folder.resolve(file.getKey()), file.getValue());
        }
        return files.keySet().stream().map(folder::resolve).toList();
    }
}
