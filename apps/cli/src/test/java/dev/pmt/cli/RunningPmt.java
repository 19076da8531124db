package dev.pmt.cli;

import dev.pmt.shared.testing.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real installation in a process of its own, with a first administrator. */
final class RunningPmt implements AutoCloseable {

    private final Path home;
    private final int port = freePort();
    private Process process;

    RunningPmt(Path home) throws Exception {
        this.home = home;
        start();
        new Visitor(port).becomeAdministrator(home);
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

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
