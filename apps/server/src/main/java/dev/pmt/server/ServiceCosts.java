package dev.pmt.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * What each service of this JVM costs, as JFR samples it: processor time and allocated bytes, given to the service whose
 * code is nearest to the top of the stack. What has no service's code on it (the collector of garbage, servers before a
 * request reaches a handler) is {@code other}. How much of the heap a service holds cannot be known.
 */
final class ServiceCosts implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final String OTHER = "other";
    private static final String PREFIX = "dev.pmt.";

    private final Set<String> services;
    private final ConcurrentHashMap<String, Counter> processor = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> allocation = new ConcurrentHashMap<>();
    private final RecordingStream stream = new RecordingStream();

    private ServiceCosts(Set<String> services) {
        this.services = services;
    }

    /** Starts to sample for these services. */
    static ServiceCosts start(Set<String> services) {
        var costs = new ServiceCosts(services);
        costs.stream.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        costs.stream.enable("jdk.ObjectAllocationSample").with("throttle", "100/s");
        costs.stream.onEvent("jdk.ExecutionSample", costs::ran);
        costs.stream.onEvent("jdk.ObjectAllocationSample", costs::allocated);
        costs.stream.setReuse(true);
        costs.stream.startAsync();
        return costs;
    }

    private void ran(RecordedEvent event) {
        processor
                .computeIfAbsent(
                        service(event),
                        name -> counter("pmt.service.cpu", "Processor time, sampled by JFR", "seconds", name))
                .increment(PERIOD.toMillis() / 1_000.0);
    }

    private void allocated(RecordedEvent event) {
        allocation
                .computeIfAbsent(
                        service(event),
                        name -> counter("pmt.service.allocation", "Allocated memory, sampled by JFR", "bytes", name))
                .increment((double) event.getLong("weight"));
    }

    private static Counter counter(String name, String what, String unit, String service) {
        return Counter.builder(name)
                .description(what)
                .baseUnit(unit)
                .tag("service", service)
                .register(Metrics.globalRegistry);
    }

    private String service(RecordedEvent event) {
        var stack = event.getStackTrace();
        if (stack == null) {
            return OTHER;
        }
        return stack.getFrames().stream()
                .map(frame -> serviceOf(frame.getMethod().getType().getName()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(OTHER);
    }

    private Optional<String> serviceOf(String type) {
        if (!type.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var end = type.indexOf('.', PREFIX.length());
        return Optional.of(type.substring(PREFIX.length(), Math.max(end, PREFIX.length())))
                .filter(services::contains);
    }

    @Override
    public void close() {
        stream.close();
        processor.values().forEach(Metrics.globalRegistry::remove);
        allocation.values().forEach(Metrics.globalRegistry::remove);
    }
}
