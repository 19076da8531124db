package dev.pmt.shared.testing.brokers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A RabbitMQ that is a node of its own, with its own port mapper, and needs no root; where the machine has the program. */
public final class RabbitServer implements AutoCloseable {

    /** Where Debian keeps the program itself; what is on its PATH switches users first. */
    private static final Path DEBIAN = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    /** How a client of AMQP 0-9-1 begins; the server answers with a frame for methods, of type 1. */
    private static final byte[] GREETING = "AMQP\0\0\11\1".getBytes(StandardCharsets.US_ASCII);

    private static final int METHOD_FRAME = 1;

    private final int port = BrokerProcess.freePort();
    private final BrokerProcess mapper;
    private final BrokerProcess server;
    private final CompletableFuture<Void> ready;

    private RabbitServer(Path program) {
        var directory = BrokerProcess.temporary("rabbitmq");
        var mapperPort = String.valueOf(BrokerProcess.freePort());
        mapper = new BrokerProcess(
                BrokerProcess.temporary("epmd"),
                List.of(
                        BrokerProcess.find("epmd").orElse(Path.of("epmd")).toString(),
                        "-port",
                        mapperPort,
                        "-address",
                        "127.0.0.1"),
                Map.of());
        server = new BrokerProcess(directory, List.of(program.toString()), environment(directory, mapperPort));
        try {
            Files.writeString(directory.resolve("enabled_plugins"), "[].");
            Files.writeString(directory.resolve("rabbitmq.conf"), "disk_free_limit.absolute = 1MB\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mapper.start();
        server.start();
        ready = CompletableFuture.runAsync(this::awaitAnswer);
    }

    /** Returns the program, where the machine has it. */
    public static Optional<Path> program() {
        return Files.isExecutable(DEBIAN) ? Optional.of(DEBIAN) : BrokerProcess.find("rabbitmq-server");
    }

    /** Starts one, which takes a while; {@link #url} waits. */
    public static RabbitServer begin() {
        return new RabbitServer(
                program().orElseThrow(() -> new IllegalStateException("There must be a rabbitmq-server here.")));
    }

    /** Returns its address, with the password, once it answers. */
    public String url() {
        ready.join();
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    /** Starts it again with what it kept. */
    public void start() {
        server.start();
        awaitAnswer();
    }

    /** Kills it at once. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
        mapper.close();
    }

    private Map<String, String> environment(Path directory, String mapperPort) {
        var environment = new HashMap<String, String>();
        environment.put("HOME", directory.toString());
        environment.put("ERL_EPMD_PORT", mapperPort);
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODENAME", "pmt-" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", String.valueOf(port));
        environment.put("RABBITMQ_DIST_PORT", String.valueOf(BrokerProcess.freePort()));
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        environment.put("RABBITMQ_CONFIG_FILE", directory.resolve("rabbitmq").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                directory.resolve("enabled_plugins").toString());
        environment.put("RABBITMQ_BASE", directory.toString());
        environment.put("RABBITMQ_MNESIA_BASE", directory.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", directory.resolve("log").toString());
        environment.put(
                "RABBITMQ_PLUGINS_EXPAND_DIR", directory.resolve("plugins").toString());
        environment.put(
                "RABBITMQ_FEATURE_FLAGS_FILE", directory.resolve("flags").toString());
        environment.put(
                "RABBITMQ_GENERATED_CONFIG_DIR", directory.resolve("generated").toString());
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none");
        return environment;
    }

    private void awaitAnswer() {
        server.await(Duration.ofSeconds(90), this::answers);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(GREETING);
            return socket.getInputStream().read() == METHOD_FRAME;
        } catch (IOException e) {
            return false;
        }
    }
}
