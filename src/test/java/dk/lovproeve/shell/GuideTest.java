package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import dk.lovproeve.base.SafeFiles;
import dk.lovproeve.shell.Workbench.Answer;
import dk.lovproeve.shell.Workbench.CheckRequest;
import dk.lovproeve.shell.Workbench.TraceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small duty of the guide is a scenario that can be run, and its story is the one that the guide shows. */
class GuideTest {

    private static final Path SITE = Path.of("src/site/markdown");

    @TempDir
    Path home;

    @Test
    void theSmallDutyIsTheSameInBothLanguages() throws IOException {
        assertThat(blocks(section("guide.md", "En lille pligt fra bunden"), "yaml"))
                .hasSize(7)
                .isEqualTo(blocks(section("guide.en.md", "A small duty from nothing"), "yaml"));
    }

    @Test
    void itHasNoMistakeAndItsStoryIsAsTheGuideShows() throws IOException {
        told("guide.en.md", "A small duty from nothing", Language.EN);
        told("guide.md", "En lille pligt fra bunden", Language.DA);
    }

    private void told(String guide, String heading, Language language) throws IOException {
        String section = section(guide, heading);
        Path folder = Files.createDirectories(home.resolve("scenarios/" + language.code()));
        String rule = String.join("\n", blocks(section, "yaml"));
        SafeFiles.writeAtomically(folder.resolve("rule.yaml"), rule.getBytes(StandardCharsets.UTF_8));
        SafeFiles.writeAtomically(
                folder.resolve("municipalities.csv"),
                "code,name,share_of_national_2020\n0101,København,1\n".getBytes(StandardCharsets.UTF_8));
        LocalWorkbench workbench = new LocalWorkbench(home);

        Answer check = workbench.check(new CheckRequest(folder, language), Progress.SILENT);
        assertThat(check.warnings()).isEmpty();
        assertThat(section).contains(check.lines().get(2).replaceAll("\\.$", ""));
        Answer trace = workbench.trace(
                new TraceRequest(
                        folder, Optional.empty(), Optional.of("two-children"), Optional.empty(), List.of("bill", "longer-deadline"),
                        OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty(), false, language),
                Progress.SILENT);
        assertThat(blocks(section, "").get(0)).isEqualTo(TracesTest.screen(trace) + "\n");
    }

    /** What stands below a heading, until the next of its kind. */
    private static String section(String guide, String heading) throws IOException {
        String page = Files.readString(SITE.resolve(guide));
        int from = page.indexOf("\n## " + heading + "\n");
        assertThat(from).as(heading).isPositive();
        return page.substring(from, page.indexOf("\n## ", from + 1));
    }

    private static List<String> blocks(String section, String kind) {
        List<String> blocks = new ArrayList<>();
        Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL).matcher(section).results()
                .filter(block -> block.group(1).equals(kind))
                .forEach(block -> blocks.add(block.group(2)));
        return blocks;
    }
}
