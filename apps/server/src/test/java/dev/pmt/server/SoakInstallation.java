package dev.pmt.server;

import dev.pmt.shared.testing.Visitor;
import dev.pmt.shared.testing.brokers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * PMT in processes of its own for what is killed: the producer {@code api} with its clock too early, the consumer
 * {@code notifications} with its clock too late, the broker between them, the database below; the edge holds the rest.
 */
final class SoakInstallation implements AutoCloseable {

    /** What can be killed. */
    enum Part {
        PRODUCER,
        CONSUMER,
        BROKER,
        DATABASE
    }

    private static final String PRODUCER = "api";
    private static final String CONSUMER = "notifications";
    /** As far as services' proofs of who they are still count. */
    private static final Duration SKEW = Duration.ofSeconds(40);

    private final Path home;
    private final int port = ServerProcess.freePort();
    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);
    private final RedisServer broker = RedisServer.begin();
    private final ServerProcess edge;
    private ServerProcess producer;
    private ServerProcess consumer;

    SoakInstallation(Path directory) throws Exception {
        home = directory.resolve("home");
        var carrier = Map.of("PMT_EVENTS_CARRIER", "redis", "PMT_EVENTS_REDIS_URL", broker.url());
        edge = ServerProcess.start(home, port, carrier, "--without", PRODUCER + "," + CONSUMER)
                .awaitReady();
        producer = startProducer();
        consumer = startConsumer();
    }

    Path home() {
        return home;
    }

    Map<Part, Integer> kills() {
        return kills;
    }

    Visitor administrator() throws Exception {
        return new Visitor(port).becomeAdministrator(home);
    }

    /** Kills a part with SIGKILL and starts it again; the database is started again by PMT itself. */
    void kill(Part part) throws Exception {
        kills.merge(part, 1, Integer::sum);
        switch (part) {
            case PRODUCER -> {
                end(producer);
                producer = startProducer();
            }
            case CONSUMER -> {
                end(consumer);
                consumer = startConsumer();
            }
            case BROKER -> broker.wipe();
            case DATABASE -> killDatabase();
        }
    }

    /** Starts again what has ended by itself, as a supervisor would: a service does not start without its database. */
    void revive() {
        if (!producer.isAlive()) {
            producer = startProducer();
        }
        if (!consumer.isAlive()) {
            consumer = startConsumer();
        }
    }

    /** Says what the processes said. */
    String output() {
        return "edge: " + edge.output() + "\nproducer: " + producer.output() + "\nconsumer: " + consumer.output();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        producer.close();
        consumer.close();
        edge.close();
        broker.close();
    }

    private ServerProcess startProducer() {
        return ServerProcess.serve(home, PRODUCER, SkewedClock.by(SKEW.negated()));
    }

    private ServerProcess startConsumer() {
        return ServerProcess.serve(home, CONSUMER, SkewedClock.by(SKEW));
    }

    private static void end(ServerProcess process) throws Exception {
        process.signal("KILL");
        process.exitCode();
    }

    private void killDatabase() throws IOException, InterruptedException, SQLException {
        var postmaster = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .getFirst()
                .strip();
        new ProcessBuilder("kill", "-KILL", postmaster).start().waitFor();
    }
}
