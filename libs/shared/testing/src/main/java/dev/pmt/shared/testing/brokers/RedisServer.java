package dev.pmt.shared.testing.brokers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A Redis with a password, which keeps what it was told: the machine's own, or else one that a library brings. */
public final class RedisServer implements AutoCloseable {

    private static final String PASSWORD = "p w";

    private final int port = BrokerProcess.freePort();
    private final BrokerProcess server;

    private RedisServer(Path directory) {
        server = new BrokerProcess(
                directory,
                List.of(
                        program(directory).toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--requirepass",
                        PASSWORD,
                        "--appendonly",
                        "yes",
                        "--save",
                        ""),
                Map.of());
    }

    /** Starts one, and returns it once it answers. */
    public static RedisServer begin() {
        var server = new RedisServer(BrokerProcess.temporary("redis"));
        server.start();
        return server;
    }

    private static Path program(Path directory) {
        return BrokerProcess.find("redis-server").orElseGet(() -> {
            try {
                return ExecutableProvider.newJarResourceProvider(directory.toFile())
                        .get()
                        .toPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns its address, with the password. */
    public String url() {
        return "redis://:p%20w@127.0.0.1:" + port;
    }

    /** Starts it again with what it kept. */
    public void start() {
        server.start();
        server.await(Duration.ofSeconds(20), this::answers);
    }

    /** Kills it at once. */
    public void kill() {
        server.kill();
    }

    /** Kills it and starts it again without what it kept. */
    public void wipe() {
        kill();
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
