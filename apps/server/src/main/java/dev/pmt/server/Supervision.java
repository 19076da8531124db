package dev.pmt.server;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of a topology that has several, on this machine: that of the edge first, the others side by side. It tells the
 * edge where services are, again when the edge has ended and come back.
 */
final class Supervision implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);

    /** A terminal sends its interrupt to all processes at once; these are to end in order, when they are told by this one. */
    private static final List<String> DEAF_TO_INTERRUPTS = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    /** An edge that is only slow for a moment must hear where services are. */
    private static final int ATTEMPTS = 5;

    private final Topology topology;
    private final Home home;
    private final EdgeRegistry edge;
    private final TelemetryOptions telemetry;
    private final Console console;
    private final List<SupervisedProcess> started = new ArrayList<>();
    private final Map<String, URI> places = new ConcurrentHashMap<>();

    Supervision(Topology topology, Home home, EdgeRegistry edge, TelemetryOptions telemetry, Console console) {
        this.topology = topology;
        this.home = home;
        this.edge = edge;
        this.telemetry = telemetry;
        this.console = console;
    }

    /** Starts all of them. @throws Failure when one ends before its services serve */
    void startAll() {
        var order = topology.startingOrder();
        start(order.getFirst()).awaitReady();
        order.stream().skip(1).map(this::start).toList().forEach(SupervisedProcess::awaitReady);
    }

    private SupervisedProcess start(String process) {
        var supervised = SupervisedProcess.start(process, command(process), new Services(process), console);
        synchronized (started) {
            started.add(supervised);
        }
        return supervised;
    }

    /** The same Java with the same flags and class path. */
    private List<String> command(String process) {
        var command = new ArrayList<>(DEAF_TO_INTERRUPTS);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Server.class.getName()));
        command.addAll(List.of("--home", home.directory().toString()));
        command.addAll(List.of("--process", process + "=" + String.join("+", topology.services(process))));
        command.addAll(telemetry.ofProcess(topology.startingOrder().indexOf(process), System.getenv()));
        return command;
    }

    /** What the edge is to know of a process's services; while it is away itself, it is told later. */
    private final class Services implements SupervisedProcess.Placement {

        private final String process;

        Services(String process) {
            this.process = process;
        }

        @Override
        public void serve(Map<String, URI> here) {
            places.putAll(here);
            var news = topology.services(process).contains(ServiceHost.EDGE) ? places : here;
            news.forEach((service, address) -> tell(ATTEMPTS, () -> edge.register(service, address)));
        }

        @Override
        public void gone() {
            for (var service : topology.services(process)) {
                if (places.remove(service) != null) {
                    tell(1, () -> edge.remove(service));
                }
            }
        }

        private static void tell(int attempts, Runnable news) {
            for (int attempt = 1; ; attempt++) {
                try {
                    news.run();
                    return;
                } catch (Failure e) {
                    if (attempt == attempts || !SupervisedProcess.rest(Duration.ofSeconds(1))) {
                        log.warn("The edge is told again when it is back", e);
                        return;
                    }
                }
            }
        }
    }

    /** Ends the processes side by side, and then that of the edge. */
    @Override
    public void close() {
        synchronized (started) {
            var others = started.stream()
                    .skip(1)
                    .map(one -> CompletableFuture.runAsync(one::close, Thread.ofPlatform()::start))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(others).join();
            started.stream().limit(1).forEach(SupervisedProcess::close);
            started.clear();
        }
    }
}
