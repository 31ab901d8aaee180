package dk.lovproeve.scenario;

import dk.lovproeve.base.AuthorException;
import dk.lovproeve.base.Failure;
import dk.lovproeve.base.Failures;
import dk.lovproeve.base.Nearest;
import dk.lovproeve.base.Place;
import dk.lovproeve.base.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A scenario's folder: its files as text, each read once, and what they hashed to. Looks nowhere else but in the folder of
 * shared evidence beside it.
 */
final class Folder {

    private final Path path;
    private final String name;
    private final Map<String, String> hashes = new TreeMap<>();
    private final Map<String, Optional<String>> texts = new TreeMap<>();

    /** @throws AuthorException when there is no such folder */
    Folder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.name = this.path.getFileName() == null ? "/" : this.path.getFileName().toString();
        if (!Files.isDirectory(this.path)) {
            throw new AuthorException(List.of(new Failure(
                    new Place(path.toString(), 0), "", new Text("ingen sådan mappe", "no such folder"),
                    new Text("en mappe med et scenarie i .yaml-filer", "a folder with a scenario in .yaml files"),
                    neighbour())));
        }
    }

    /** The name of the folder of what all scenarios beside it share: facts, and tables that are the same for all. */
    static final String SHARED = "evidence";

    String name() {
        return name;
    }

    /** The folder of what is shared, where there is one. What is read there is an input once it is {@linkplain #use used}. */
    Optional<Folder> shared() {
        Path beside = path.resolveSibling(SHARED);
        return path.getParent() != null && !name.equals(SHARED) && Files.isDirectory(beside)
                ? Optional.of(new Folder(beside))
                : Optional.empty();
    }

    /** Makes a file that was read in the folder of what is shared an input of this one. */
    void use(Folder shared, String file) {
        hashes.put("../" + shared.name + "/" + file, Objects.requireNonNull(shared.hashes.get(file), file));
    }

    /** A place in one of its files, as the author names it. */
    Place place(String file, int line) {
        return new Place(name + "/" + file, line);
    }

    /** The folder as a whole. */
    Place place() {
        return new Place(name, 0);
    }

    /** The names of its files that end like this, sorted; names that begin with a dot are left out. */
    List<String> files(String ending) {
        try (Stream<Path> listed = Files.list(path)) {
            return listed.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending) && !file.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file; empty when it is not UTF-8, and then that is a failure. The file must be there. */
    Optional<String> text(String file, Failures failures) {
        if (!texts.containsKey(file)) {
            texts.put(file, read(file, failures));
        }
        return texts.get(file);
    }

    /** Every file read, sorted by name. */
    List<InputFile> inputs() {
        return hashes.entrySet().stream().map(e -> new InputFile(e.getKey(), e.getValue())).toList();
    }

    private Optional<String> read(String file, Failures failures) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hashes.put(file, sha256(bytes));
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            failures.add(
                    place(file, 0), "", new Text("bytes, der ikke er UTF-8", "bytes that are not UTF-8"),
                    new Text("en tekstfil gemt som UTF-8", "a text file saved as UTF-8"), "");
            return Optional.empty();
        }
    }

    /** A folder beside the one that is missing whose name looks like it. */
    private String neighbour() {
        Path parent = path.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return "";
        }
        try (Stream<Path> listed = Files.list(parent)) {
            List<String> folders =
                    listed.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
            return Nearest.of(name, folders).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: found none, expected one in every Java", e);
        }
    }
}
