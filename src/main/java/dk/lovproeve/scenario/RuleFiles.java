package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that a scenario was read from, as they lie: what a run keeps, so that it can be told later what the rule said when
 * it was run.
 */
public final class RuleFiles {

    private RuleFiles() {}

    /**
     * The bytes of every file that was read, and of the ministry's notes where there are some, by their path from the folder
     * that all scenarios lie in: {@code a-scenario/bill.yaml}, {@code evidence/rates.yaml}. A folder with these files in it can be
     * read as the scenario was.
     *
     * @param folder   the scenario's folder
     * @param scenario as read from it just now
     * @throws AuthorException when a file has been changed since
     */
    public static Map<String, byte[]> of(Path folder, Scenario scenario) {
        Path home = folder.toAbsolutePath().normalize();
        Map<String, byte[]> files = new TreeMap<>();
        Failures changed = new Failures();
        try {
            for (InputFile input : scenario.inputs()) {
                byte[] bytes = Files.readAllBytes(home.resolve(input.name()));
                files.put(home.getParent().relativize(home.resolve(input.name()).normalize()).toString().replace('\\', '/'), bytes);
                if (!Folder.sha256(bytes).equals(input.sha256())) {
                    changed.add(
                            new Folder(home).place(input.name(), 0), "", new Text("en fil, der blev ændret imens", "a file that was changed meanwhile"),
                            new Text("en fil, der ligger stille, mens den læses", "a file that lies still while it is read"), "");
                }
            }
            Path notes = home.resolve(NotesFile.NAME);
            if (Files.isRegularFile(notes)) {
                files.put(scenario.id() + "/" + NotesFile.NAME, Files.readAllBytes(notes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changed.throwIfAny();
        return files;
    }
}
