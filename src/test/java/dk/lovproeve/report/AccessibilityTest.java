package dk.lovproeve.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.lovproeve.base.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every web page as a browser shows it: axe-core finds nothing against WCAG 2.2 AA, on a wide screen and a narrow one, in
 * light and in dark, with everything that can be unfolded unfolded; nothing is fetched, and nothing but tables and figures
 * runs over the edge of a narrow screen. Needs Chromium; without it the tests are skipped and say so.
 */
class AccessibilityTest {

    private static final int HEIGHT = 900;

    /** Widths in pixels: a desktop, and a telephone. */
    private static final List<Integer> WIDTHS = List.of(1280, 400);

    private static final String RUN = """
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(r => ({
                 passes: r.passes.length,
                 violations: r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ': ' + n.html.substring(0, 200) + ' ' + n.failureSummary))}))""";

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void opens() throws IOException {
        Optional<Path> program = Browser.program();
        if (program.isEmpty()) {
            System.out.println("AccessibilityTest is skipped: no Chromium on the PATH");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the PATH");
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser = Browser.open(program.get());
    }

    @AfterAll
    static void closes() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void axeFindsNothingOnAnyPage(@TempDir Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> page : EveryDocument.named(".html").entrySet()) {
            Path file = Files.write(folder.resolve(page.getKey()), page.getValue());
            for (int width : WIDTHS) {
                for (boolean dark : new boolean[] {false, true}) {
                    // The English pages are built like the Danish: two of the four ways will do.
                    if (EveryDocument.of(Language.DA).containsKey(page.getKey()) || dark == (width == WIDTHS.get(0))) {
                        found.addAll(faults(file, width, dark));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> faults(Path file, int width, boolean dark) {
        String place = file.getFileName() + " at " + width + (dark ? " in dark" : " in light") + ": ";
        JsonNode answer = axe(file, width, dark);
        assertThat(answer.get("passes").asInt()).as(place + "rules that had something to try").isGreaterThan(20);
        assertThat(browser.asked()).as(place + "what the page fetches").containsExactly(file.toUri().toString());
        assertThat(browser.run("document.documentElement.scrollWidth").asInt()).as(place + "width of the page").isLessThanOrEqualTo(width);
        List<String> faults = new ArrayList<>();
        answer.get("violations").forEach(v -> faults.add(place + v.asText()));
        return faults;
    }

    @Test
    void theTwoPagesArePrintedOnTwoPagesFromTheBrowserToo(@TempDir Path folder) throws IOException {
        for (String name : List.of("to-sider.html", "two-pages.html")) {
            browser.show(Files.write(folder.resolve(name), EveryDocument.named(".html").get(name)), 1280, HEIGHT, false);
            assertThat(browser.printedPages()).as(name).isBetween(1L, 2L);
        }
    }

    @Test
    void axeFindsWhatIsWrong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.html"), """
                <!DOCTYPE html><html><head><title>x</title></head><body><main><h1>A</h1><h3>B</h3>
                <p style="color:#bbb;background:#fff">pale</p><img src="data:,"><a href="#"></a></main></body></html>""");
        List<String> rules = new ArrayList<>();
        axe(file, 1280, false).get("violations").forEach(v -> rules.add(v.asText().substring(0, v.asText().indexOf(':'))));
        assertThat(rules).contains("html-has-lang", "heading-order", "color-contrast", "image-alt", "link-name");
    }

    private static JsonNode axe(Path file, int width, boolean dark) {
        browser.show(file, width, HEIGHT, dark);
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.run(axe);
        return browser.run(RUN);
    }
}
