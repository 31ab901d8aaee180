package dk.lovproeve.shell;

import dk.lovproeve.base.Nearest;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Place;
import dk.lovproeve.scenario.SharedEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the folder that a user means by a name: {@code scenarios/<name>} and {@code reports/<scenario>/<run>} at home, or
 * any folder by its path.
 */
final class Folders {

    private static final String MANIFEST = "manifest.json";

    private final Path scenarios;
    private final Path reports;
    private final Path workingFolder;

    Folders(Path home, Path workingFolder) {
        this.scenarios = home.resolve("scenarios");
        this.reports = home.resolve("reports");
        this.workingFolder = workingFolder;
    }

    /** A scenario's or a run's folder. */
    record Subject(Path folder, boolean isRun) {}

    /** The names in {@code scenarios/}, in alphabetical order; the folder of what they share is none. */
    List<String> scenarioNames() {
        return names(scenarios, p -> !isShared(p));
    }

    /** The runs that are kept, as {@code <scenario>/<run>}, in alphabetical order. */
    List<String> runNames() {
        return names(reports, p -> true).stream()
                .flatMap(scenario -> names(reports.resolve(scenario), Folders::isRun).stream()
                        .map(run -> scenario + "/" + run))
                .toList();
    }

    /**
     * The folder of a scenario.
     *
     * @param command the command that was given the name, for the message
     * @throws AuthorException when there is no such folder
     */
    Path scenario(String name, String command) {
        return findScenario(name).orElseThrow(() -> missing(name, command, "expected.scenario.known", scenarioNames()));
    }

    /**
     * A scenario's folder if there is one by that name, or else a run's.
     *
     * @throws AuthorException when there is neither
     */
    Subject scenarioOrRun(String name, String command) {
        Optional<Path> folder = findScenario(name);
        if (folder.isPresent()) {
            return new Subject(folder.get(), isRun(folder.get()));
        }
        List<String> runs = runNames();
        List<String> meant =
                runs.stream().filter(run -> run.equals(name) || run.endsWith("/" + name)).toList();
        if (meant.size() == 1) {
            return new Subject(reports.resolve(meant.get(0)), true);
        }
        List<String> known = Stream.concat(scenarioNames().stream(), runs.stream()).toList();
        throw missing(name, command, "expected.run.known", meant.isEmpty() ? known : meant);
    }

    /** A folder that need not exist. */
    Path any(String path) {
        return workingFolder.resolve(path).normalize();
    }

    private Optional<Path> findScenario(String name) {
        try {
            boolean plain = Path.of(name).getNameCount() == 1 && !name.startsWith(".");
            Path atHome = scenarios.resolve(name);
            if (plain && !Path.of(name).isAbsolute() && Files.isDirectory(atHome) && !isShared(atHome)) {
                return Optional.of(atHome);
            }
            Path anywhere = any(name);
            return Files.isDirectory(anywhere) ? Optional.of(anywhere) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static AuthorException missing(String name, String command, String expected, List<String> known) {
        return new AuthorException(List.of(new Failure(
                new Place("lovproeve " + command, 0),
                "",
                Messages.text("found.no.folder", name),
                Messages.text(expected, known.isEmpty() ? "–" : String.join(", ", known)),
                Nearest.to(name, known))));
    }

    private static boolean isShared(Path folder) {
        return folder.endsWith(SharedEvidence.FOLDER);
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    private static List<String> names(Path parent, Predicate<Path> wanted) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(wanted)
                    .map(p -> p.getFileName().toString())
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
