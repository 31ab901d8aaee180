package dk.lovproeve.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.lovproeve.base.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.shell.CompletionContext;
import org.springframework.shell.CompletionProposal;
import org.springframework.shell.command.CommandRegistration;

class WordCompletionTest {

    @TempDir
    Path home;

    @BeforeEach
    void aHomeWithTwoScenariosAndOneRun() throws IOException {
        Files.createDirectories(home.resolve("scenarios/selvbook"));
        Files.createDirectories(home.resolve("scenarios/sygefravær"));
        Files.createDirectories(home.resolve("scenarios/.skjult"));
        Files.createDirectories(home.resolve("reports/selvbook/2026-a"));
        Files.createFile(home.resolve("reports/selvbook/2026-a/manifest.json"));
    }

    /** What Tab offers after the words of a command, the last of which is being typed. */
    private List<String> offered(String command, String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, true, true, true, 80, home, home, Language.DA);
        Workbench workbench = new FakeWorkbench();
        Folders folders = new Folders(home, home);
        List<Command> commands = new Commands(workbench, surroundings, folders, new Printer(surroundings), new Script()).all();
        CommandRegistration registration = CommandRegistration.builder()
                .command(command)
                .withTarget()
                .consumer(c -> {})
                .and()
                .build();
        CompletionContext context = new CompletionContext(
                List.of(words), words.length - 1, words[words.length - 1].length(), registration, null);
        return new WordCompletion(commands, folders, workbench, Messages.in(Language.DA))
                .apply(context).stream().map(CompletionProposal::value).toList();
    }

    @Test
    void theFirstWordIsAScenarioOrAnOption() {
        assertThat(offered("check", "")).containsExactly("selvbook", "sygefravær", "--lang");
    }

    @Test
    void afterTheScenarioOnlyOptionsNotYetGivenAreOffered() {
        assertThat(offered("simulate", "selvbook", "--seed", "7", ""))
                .containsExactly("--variants", "--replications", "--scale", "--days", "--threads", "--out", "--sensitivity", "--trace-hash", "--lang");
    }

    @Test
    void aReportIsOfAScenarioOrARun() {
        assertThat(offered("report", "")).containsExactly("selvbook", "sygefravær", "selvbook/2026-a", "--out", "--reference-doc", "--lang");
    }

    @Test
    void variantsAreThoseOfTheScenarioNotYetInTheList() {
        assertThat(offered("simulate", "selvbook", "--variants", "")).containsExactly("frivillig", "fripas");
        assertThat(offered("simulate", "selvbook", "--variants", "frivillig,f")).containsExactly("frivillig,fripas");
        assertThat(offered("simulate", "--variants", "")).isEmpty();
    }

    @Test
    void afterAnOptionWithoutAValueTheOthersAreOffered() {
        assertThat(offered("evidence", "selvbook", "--unused", "")).containsExactly("--class", "--variant", "--facts", "--lang");
        assertThat(offered("evidence", "--unused", "")).startsWith("selvbook", "sygefravær");
        assertThat(offered("evidence", "--unused", "selvbook", "--variant", "")).containsExactly("frivillig", "fripas");
        assertThat(offered("evidence", "selvbook", "--class", ""))
                .containsExactly("observed", "derived", "reported", "elicited", "assumed");
    }

    @Test
    void anOptionsValueIsOfferedAloneWhenItIsKnown() {
        assertThat(offered("check", "selvbook", "--lang", "")).containsExactly("da", "en");
        assertThat(offered("simulate", "selvbook", "--seed", "")).isEmpty();
        assertThat(offered("help", "si")).contains("simulate", "demo", "exit");
    }
}
