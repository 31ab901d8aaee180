package dk.lovproeve.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, driven over its own debugging protocol: no driver and no library between. */
final class Browser implements AutoCloseable {

    private static final long SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private final String session;
    private int next;

    private Browser(Path program) throws IOException, InterruptedException {
        this.profile = Files.createTempDirectory("browser");
        this.process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address(), new Listener()).join();
        String target = call("", "Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
        this.session = call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId").asText();
        call("Page.enable", Map.of());
        call("Network.enable", Map.of());
        // The pages forbid scripts, ours among them.
        call("Page.setBypassCSP", Map.of("enabled", true));
    }

    /** Where a browser of this kind is installed; empty when none is. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path program) {
        try {
            return new Browser(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The port is written to a file once the browser listens. */
    private URI address() throws IOException, InterruptedException {
        Path told = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < SECONDS * 10; i++) {
            if (Files.exists(told)) {
                List<String> lines = Files.readAllLines(told);
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("browser: found no debugging port, expected one within " + SECONDS + " s");
    }

    /** Opens a file on a screen of this size, as one who prefers dark or light. */
    void show(Path file, int width, int height, boolean dark) {
        call("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        asked.clear();
        loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        loaded.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** What a script comes to, as JSON; a promise is waited for. */
    JsonNode run(String script) {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** On how many pages of paper the file that was opened last is printed. */
    long printedPages() {
        String pdf = new String(
                Base64.getDecoder().decode(call("Page.printToPDF", Map.of("preferCSSPageSize", true)).get("data").asText()), StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type ?/Page\\b").matcher(pdf).results().count();
    }

    /** The addresses that were asked for since the last file was opened, that file first. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return call(session, method, parameters);
    }

    private synchronized JsonNode call(String of, String method, Map<String, Object> parameters) {
        int id = ++next;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!of.isEmpty()) {
            message.put("sessionId", of);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode all = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (all.has("error")) {
            throw new IllegalStateException(method + ": " + all.get("error"));
        }
        return all.get("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            // The browser may still be tidying up its own folder; it is a temporary one.
            return;
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                String whole = part.toString();
                part.setLength(0);
                heard(whole);
            }
            from.request(1);
            return null;
        }

        private void heard(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                CompletableFuture<JsonNode> answer = message.has("id") ? waiting.remove(message.get("id").asInt()) : null;
                String method = message.path("method").asText();
                if (answer != null) {
                    answer.complete(message);
                } else if (method.equals("Page.loadEventFired")) {
                    loaded.complete(null);
                } else if (method.equals("Network.requestWillBeSent")) {
                    asked.add(message.path("params").path("request").path("url").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
