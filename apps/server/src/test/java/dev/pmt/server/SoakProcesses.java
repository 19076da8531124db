package dev.pmt.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** How the services of a soak are divided among processes that can be killed one by one. */
interface SoakProcesses extends AutoCloseable {

    /** Kills the process of a service with SIGKILL and sees to it that the service comes again. */
    void kill(String service) throws Exception;

    /** Starts again what has ended and nobody else starts: a service does not start without its database. */
    void revive();

    /** Says what the processes said. */
    String output();

    @Override
    void close() throws InterruptedException;

    /** Two services beside the others in processes that nobody supervises, the clock of one too early and of one too late. */
    static SoakProcesses skewed(Path home, int port, Map<String, String> environment, String early, String late) {
        return new Skewed(home, port, environment, early, late);
    }

    /** As a topology has it. */
    static SoakProcesses of(String topology, Path home, int port, Map<String, String> environment) {
        return new OfTopology(topology, home, port, environment);
    }

    /** Kills a process and waits for its end. */
    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** {@link #skewed}. */
    final class Skewed implements SoakProcesses {

        /** As far as services' proofs of who they are still count. */
        private static final Duration SKEW = Duration.ofSeconds(40);

        private final Path home;
        private final ServerProcess others;
        private final Map<String, Duration> skews;
        private final Map<String, ServerProcess> alone = new TreeMap<>();

        private Skewed(Path home, int port, Map<String, String> environment, String early, String late) {
            this.home = home;
            skews = Map.of(early, SKEW.negated(), late, SKEW);
            others = ServerProcess.start(home, port, environment, "--without", early + "," + late)
                    .awaitReady();
            skews.keySet().forEach(this::serve);
        }

        private void serve(String service) {
            var skew = SkewedClock.by(skews.getOrDefault(service, Duration.ZERO));
            alone.put(service, ServerProcess.serve(home, service, skew));
        }

        @Override
        public void kill(String service) {
            end(alone.get(service).handle());
            serve(service);
        }

        @Override
        public void revive() {
            alone.forEach((service, process) -> {
                if (!process.isAlive()) {
                    serve(service);
                }
            });
        }

        @Override
        public String output() {
            return "others: " + others.output() + "\n"
                    + alone.values().stream().map(ServerProcess::output).toList();
        }

        @Override
        public void close() throws InterruptedException {
            for (var process : alone.values()) {
                process.close();
            }
            others.close();
        }
    }

    /** {@link #of}. */
    final class OfTopology implements SoakProcesses {

        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private final Topology topology;
        private final Path home;
        private final int port;
        private final Map<String, String> environment;
        private ServerProcess program;

        private OfTopology(String topology, Path home, int port, Map<String, String> environment) {
            this.topology = Topology.named(topology);
            this.home = home;
            this.port = port;
            this.environment = environment;
            program = start();
        }

        private ServerProcess start() {
            return ServerProcess.start(home, port, environment, "--topology", topology.name())
                    .awaitReady();
        }

        @Override
        public void kill(String service) {
            if (topology.isOneProcess()) {
                end(program.handle());
                program = start();
                return;
            }
            var process = topology.processes().entrySet().stream()
                    .filter(entry -> entry.getValue().contains(service))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            Awaitility.await().atMost(PATIENCE).until(() -> program.services().containsKey(process));
            end(program.services().get(process));
        }

        /** A supervised process is started again by the program; the program itself only ends when it is told. */
        @Override
        public void revive() {
            if (!program.isAlive()) {
                throw new IllegalStateException("the program must not end by itself: " + program.output());
            }
        }

        @Override
        public String output() {
            return program.output();
        }

        @Override
        public void close() throws InterruptedException {
            program.close();
        }
    }
}
