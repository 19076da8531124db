package dev.pmt.shared.carriers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/** A real Redis with a password: the machine's own, or else one that a library brings. */
final class RedisMedium implements Medium {

    private static final String PASSWORD = "p%20w";

    private final int port = RealServer.freePort();
    private final RealServer server;

    RedisMedium() {
        var directory = RealServer.temporary("redis");
        server = new RealServer(
                directory,
                List.of(
                        program(directory).toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--requirepass",
                        "p w",
                        "--appendonly",
                        "yes",
                        "--save",
                        ""),
                Map.of());
        start();
    }

    private static Path program(Path directory) {
        return RealServer.find("redis-server").orElseGet(() -> {
            try {
                return ExecutableProvider.newJarResourceProvider(directory.toFile())
                        .get()
                        .toPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("pmt.events.carrier", "redis", "pmt.events.redis-url", url());
    }

    String url() {
        return "redis://:" + PASSWORD + "@127.0.0.1:" + port;
    }

    @Override
    public void stop() {
        server.kill();
    }

    @Override
    public void start() {
        server.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    @Override
    public void wipe() {
        stop();
        server.delete("appendonlydir");
        server.delete("appendonly.aof");
        start();
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
