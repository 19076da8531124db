package dev.pmt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A real installation in a process of its own, with a first administrator. */
final class RunningPmt implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Path home;
    private final int port = freePort();
    private Process process;

    RunningPmt(Path home) {
        this.home = home;
        start();
        becomeAdministrator();
    }

    Path home() {
        return home;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.pmt.server.Server",
                            "--home",
                            home.toString(),
                            "--port",
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolveSibling("server.out").toFile())
                    .start();
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::serves);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private boolean serves() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(home.resolveSibling("server.out")));
        }
        return Files.readString(home.resolveSibling("server.out")).contains("stop with Ctrl+C");
    }

    /** Opens the one-time link and fills in its form, as a browser does. */
    private void becomeAdministrator() {
        var file = home.resolve("run/first-administrator");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var link = URI.create(Files.readString(file).strip());
            var page = browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString())
                    .body();
            var csrf = CSRF.matcher(page);
            if (!csrf.find()) {
                throw new IllegalStateException(page);
            }
            var form = Map.of(
                    "_csrf", csrf.group(1),
                    "name", "Ada",
                    "email", "ada@example.org",
                    "password", "correct horse battery",
                    "repeat", "correct horse battery");
            var answer = browser.send(
                    HttpRequest.newBuilder(link)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(encode(form)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 303) {
                throw new IllegalStateException(answer.statusCode() + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
