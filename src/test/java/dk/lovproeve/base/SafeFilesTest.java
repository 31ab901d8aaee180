package dk.lovproeve.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_new_content_replaces_the_old_and_nothing_is_left_aside() throws IOException {
        Path target = folder.resolve("a/b/report.txt");
        SafeFiles.writeAtomically(target, "old".getBytes());
        SafeFiles.writeAtomically(target, "new".getBytes());
        assertThat(target).hasContent("new");
        assertThat(target.getParent().toFile().list()).containsExactly("report.txt");
    }

    @Test
    void a_failure_leaves_the_target_as_it_was() throws IOException {
        Path target = folder.resolve("report");
        Files.createDirectories(target.resolve("full"));
        assertThatThrownBy(() -> SafeFiles.writeAtomically(target, "new".getBytes())).isInstanceOf(IOException.class);
        assertThat(target.resolve("full")).isDirectory();
        assertThat(folder.toFile().list()).containsExactly("report");
    }
}
