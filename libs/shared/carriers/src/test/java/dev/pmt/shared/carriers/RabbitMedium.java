package dev.pmt.shared.carriers;

import com.rabbitmq.client.ConnectionFactory;
import dev.pmt.shared.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** A real RabbitMQ as a node of its own: with its own directory, ports and port mapper, and without root. */
final class RabbitMedium implements Medium {

    /** Where Debian keeps the program itself; what is on its PATH switches users first. */
    private static final Path DEBIAN = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private final int port = RealServer.freePort();
    private final RealServer mapper;
    private final RealServer server;
    private final CompletableFuture<Void> ready;

    private RabbitMedium(Path program) {
        var directory = RealServer.temporary("rabbitmq");
        var mapperPort = String.valueOf(RealServer.freePort());
        mapper = new RealServer(
                RealServer.temporary("epmd"),
                List.of(
                        RealServer.find("epmd").orElse(Path.of("epmd")).toString(),
                        "-port",
                        mapperPort,
                        "-address",
                        "127.0.0.1"),
                Map.of());
        server = new RealServer(directory, List.of(program.toString()), environment(directory, mapperPort));
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

    private static final class One {

        static final RabbitMedium MEDIUM = new RabbitMedium(program().orElseThrow());
    }

    /** Returns the one of this run; it takes long to start, and ends with the run. */
    static RabbitMedium shared() {
        return One.MEDIUM;
    }

    static Optional<Path> program() {
        return Files.isExecutable(DEBIAN) ? Optional.of(DEBIAN) : RealServer.find("rabbitmq-server");
    }

    private Map<String, String> environment(Path directory, String mapperPort) {
        var environment = new HashMap<String, String>();
        environment.put("HOME", directory.toString());
        environment.put("ERL_EPMD_PORT", mapperPort);
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODENAME", "pmt-" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", String.valueOf(port));
        environment.put("RABBITMQ_DIST_PORT", String.valueOf(RealServer.freePort()));
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

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("pmt.events.carrier", "rabbitmq", "pmt.events.rabbitmq-url", url());
    }

    /** Returns its address once it answers. */
    String url() {
        ready.join();
        return address();
    }

    @Override
    public void stop() {
        server.kill();
    }

    @Override
    public void start() {
        server.start();
        awaitAnswer();
    }

    /** Starting it without its data takes long; without queues and exchanges it is as empty. */
    @Override
    public void wipe() {
        try (var connection = factory().newConnection();
                var channel = connection.createChannel()) {
            var listener = new Address(TestTokens.ISSUER, "listener");
            for (var producer : List.of("sample", "second")) {
                channel.exchangeDelete(listener.of(producer));
                channel.queueDelete(listener.of(producer, "from-" + producer));
            }
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}

    private String address() {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    private void awaitAnswer() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::answers);
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new IllegalStateException("RabbitMQ ended at its start");
        }
        try {
            factory().newConnection().close();
            return true;
        } catch (IOException | TimeoutException e) {
            return false;
        }
    }

    private ConnectionFactory factory() {
        var factory = new ConnectionFactory();
        factory.setPort(port);
        return factory;
    }
}
