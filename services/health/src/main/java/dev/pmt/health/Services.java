package dev.pmt.health;

import dev.pmt.shared.web.calls.NoAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Asks all services at a time; none can hold up the others. */
final class Services implements AutoCloseable {

    static final String EDGE = "gateway";
    /** Without the others these are of no use to anybody. */
    static final Set<String> SUPPORTING = Set.of(EDGE, "health");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EdgeDirectory edge;
    private final Probe probe;
    private final HealthSettings settings;

    Services(EdgeDirectory edge, Probe probe, HealthSettings settings) {
        this.edge = edge;
        this.probe = probe;
        this.settings = settings;
    }

    /** Returns every service that there should be, the edge first. */
    List<ServiceStatus> ask() {
        var entries = new ArrayList<EdgeDirectory.Entry>();
        entries.add(new EdgeDirectory.Entry(EDGE, settings.adminUrl().toString()));
        try {
            entries.addAll(edge.listServices());
        } catch (NoAnswerException e) {
            return List.of(ServiceStatus.down(EDGE, Probe.NO_ANSWER));
        }
        var answers = entries.stream().map(this::begin).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<ServiceStatus> begin(EdgeDirectory.Entry entry) {
        return CompletableFuture.supplyAsync(() -> probe.ask(entry.service(), entry.address()), threads)
                .completeOnTimeout(
                        ServiceStatus.down(entry.service(), Probe.NO_ANSWER),
                        settings.timeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
