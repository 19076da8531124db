package dev.pmt.server;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops services in this JVM, each through nothing but its {@link Service}. */
final class ServiceHost implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServiceHost.class);

    /** The service that all others are reached through. */
    static final String EDGE = "gateway";

    private final Function<String, ServiceSettings> settings;
    private final BiConsumer<String, URI> announcement;
    private final Deque<Started> started = new ArrayDeque<>();

    private record Started(String name, RunningService service) {}

    /** Makes an empty one; {@code announcement} is told of each service but the edge and its address. */
    ServiceHost(Function<String, ServiceSettings> settings, BiConsumer<String, URI> announcement) {
        this.settings = settings;
        this.announcement = announcement;
    }

    /**
     * Starts the first two services one after the other and the rest side by side: the first is the edge, and the first
     * Spring context must be alone, for the logging system is not safe to initialise twice at a time.
     */
    void startAll(List<String> names) {
        names.stream().limit(2).forEach(this::start);
        var rest = names.stream()
                .skip(2)
                .map(name -> CompletableFuture.runAsync(() -> start(name), Thread.ofPlatform()::start))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(rest).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Starts one service and announces it. */
    void start(String name) {
        var begin = System.nanoTime();
        var running = find(name).start(settings.apply(name));
        synchronized (started) {
            started.push(new Started(name, running));
        }
        if (!name.equals(EDGE)) {
            announcement.accept(name, running.address());
        }
        log.info(
                "Service {} serves at {} after {} ms",
                name,
                running.address(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    /** Stops the services side by side, since each may wait some seconds for running requests, and then the edge. */
    @Override
    public void close() {
        synchronized (started) {
            var others = started.stream()
                    .filter(one -> !one.name().equals(EDGE))
                    .map(one -> CompletableFuture.runAsync(() -> stop(one), Thread.ofPlatform()::start))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(others).join();
            started.stream().filter(one -> one.name().equals(EDGE)).forEach(ServiceHost::stop);
            started.clear();
        }
    }

    private static void stop(Started one) {
        try {
            one.service().close();
        } catch (RuntimeException e) {
            log.warn("Service {} did not stop cleanly", one.name(), e);
        }
    }

    /** Returns the names of the services that this program can run. */
    static Set<String> distribution() {
        return services().map(Service::name).collect(Collectors.toSet());
    }

    private static Stream<Service> services() {
        return ServiceLoader.load(Service.class).stream().map(ServiceLoader.Provider::get);
    }

    static Service find(String name) {
        return services()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Exit.USAGE, "Service " + name + " is named by the topology but is not in this distribution."));
    }
}
