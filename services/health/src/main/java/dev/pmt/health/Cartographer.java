package dev.pmt.health;

import dev.pmt.shared.web.calls.NoAnswerException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Asks the edge and all services at a time where they are and how they are used; remembers what each told last. */
final class Cartographer implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final StatusReports reports;
    private final EdgeTraffic edge;
    private final BiFunction<String, String, SelfDescription> descriptions;
    private final Introductions introductions;
    private final HealthSettings settings;
    private final Clock clock;

    /** Makes one from the ports to the services, by name and address. */
    Cartographer(
            StatusReports reports,
            EdgeTraffic edge,
            BiFunction<String, String, SelfDescription> descriptions,
            Introductions introductions,
            HealthSettings settings,
            Clock clock) {
        this.reports = reports;
        this.edge = edge;
        this.descriptions = descriptions;
        this.introductions = introductions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Draws the map with an administrator's {@code Authorization} header. */
    ServiceMap draw(String administrator) {
        var report = CompletableFuture.supplyAsync(reports::latest, threads);
        var traffic = CompletableFuture.supplyAsync(this::traffic, threads)
                .completeOnTimeout(Optional.empty(), settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .join();
        var addresses = addresses(traffic);
        var telling = addresses.entrySet().stream()
                .map(entry -> tell(entry.getKey(), entry.getValue(), administrator))
                .toList();
        telling.forEach(CompletableFuture::join);
        var statuses = report.join();
        keepOnly(statuses, addresses);
        return new MapDrawing(statuses, traffic.orElse(List.of()), Map.copyOf(known), clock.instant()).draw();
    }

    /** An edge of an earlier release does not tell health. */
    private Optional<List<EdgeTraffic.Entry>> traffic() {
        try {
            return Optional.of(edge.showTraffic());
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    /** Returns who is to be asked: those of the edge, or while it is silent those that were asked before. */
    private Map<String, String> addresses(Optional<List<EdgeTraffic.Entry>> traffic) {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put(Services.EDGE, settings.adminUrl().toString());
        traffic.ifPresentOrElse(
                entries -> entries.forEach(entry -> put(addresses, entry.service(), entry.address())),
                () -> new TreeMap<>(known).forEach((service, last) -> addresses.putIfAbsent(service, "")));
        return addresses;
    }

    private static void put(Map<String, String> addresses, String service, @Nullable String address) {
        if (address != null) {
            addresses.put(service, address);
        }
    }

    private CompletableFuture<Void> tell(String service, String address, String administrator) {
        return CompletableFuture.runAsync(() -> ask(service, address, administrator), threads)
                .completeOnTimeout(null, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(String service, String address, String administrator) {
        try {
            var about = descriptions.apply(service, address).getAbout(introductions.to(service, administrator));
            known.put(service, new Known(about, clock.instant()));
        } catch (NoAnswerException e) {
            // what it told last stays, with its age
        }
    }

    /** Forgets services that are not there any more, once the edge says so. */
    private void keepOnly(StatusReport statuses, Map<String, String> addresses) {
        if (statuses.services().size() > 1) {
            known.keySet()
                    .removeIf(service -> !addresses.containsKey(service)
                            && statuses.services().stream()
                                    .noneMatch(status -> status.name().equals(service)));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
