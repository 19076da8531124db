package dev.pmt.server;

import dev.pmt.shared.testing.Visitor;
import dev.pmt.shared.testing.brokers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** PMT in processes for what is killed: the producer {@code api}, the consumer {@code notifications}, the broker, the database. */
final class SoakInstallation implements AutoCloseable {

    /** What can be killed. */
    enum Part {
        PRODUCER,
        CONSUMER,
        BROKER,
        DATABASE
    }

    /** Names the division without a supervisor, in which the clocks of producer and consumer are off. */
    static final String SKEWED = "skewed";

    private static final String PRODUCER = "api";
    private static final String CONSUMER = "notifications";

    private final Path home;
    private final int port = ServerProcess.freePort();
    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);
    private final RedisServer broker = RedisServer.begin();
    private final SoakProcesses processes;

    /** Starts it in a topology, or {@link #SKEWED}. */
    SoakInstallation(Path directory, String topology) {
        home = directory.resolve("home");
        var carrier = Map.of("PMT_EVENTS_CARRIER", "redis", "PMT_EVENTS_REDIS_URL", broker.url());
        processes = topology.equals(SKEWED)
                ? SoakProcesses.skewed(home, port, carrier, PRODUCER, CONSUMER)
                : SoakProcesses.of(topology, home, port, carrier);
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
            case PRODUCER -> processes.kill(PRODUCER);
            case CONSUMER -> processes.kill(CONSUMER);
            case BROKER -> broker.wipe();
            case DATABASE -> killDatabase();
        }
    }

    /** Starts again what has ended by itself. */
    void revive() {
        processes.revive();
    }

    String output() {
        return processes.output();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        processes.close();
        broker.close();
    }

    private void killDatabase() throws IOException, InterruptedException {
        var postmaster = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .getFirst()
                .strip();
        new ProcessBuilder("kill", "-KILL", postmaster).start().waitFor();
    }
}
