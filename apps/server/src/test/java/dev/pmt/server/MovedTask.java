package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.SpanCollector;
import dev.pmt.shared.contracts.SpanCollector.Collected;
import dev.pmt.shared.testing.Visitor;
import java.time.Duration;

/** A person moves a task, another page sees it, and a collector has been told how the one led to the other. */
final class MovedTask {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MovedTask() {}

    /** Asserts that the move is one trace: edge, service, event, consumer, sockets; each span a part of the one before. */
    static void isOneTrace(Visitor visitor, String project, int port, SpanCollector collector) throws Exception {
        try (var page = ListeningPage.open(visitor, port)) {
            page.subscribe(project);
            assertThat(page.move(project)).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> page.heard().contains("pmt.task.transitioned.v1"));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(collector.spans()).anySatisfy(edge -> assertLeadsToSockets(edge, collector)));
    }

    private static void assertLeadsToSockets(Collected edge, SpanCollector collector) {
        assertThat(edge)
                .returns("gateway", Collected::service)
                .returns("POST /api/v1", Collected::name)
                .returns("", Collected::parent);
        assertThat(edge.attributes().get("url.path")).endsWith("/move");
        var service = part(collector, edge, "api", "SERVER", "POST /api/v1/tasks/{key}/move");
        var event = part(collector, service, "api", "PRODUCER", "publish");
        var consumer = part(collector, event, "notifications", "CONSUMER", "process live");
        var sockets = part(collector, consumer, "notifications", "PRODUCER", "send to sockets");
        assertThat(sockets.attributes()).containsEntry("pmt.sockets", "1");
    }

    private static Collected part(SpanCollector collector, Collected whole, String service, String kind, String name) {
        var part = collector.under(
                whole, span -> span.service().equals(service) && span.kind().equals(kind));
        assertThat(part).as(kind + " of " + service).isPresent();
        assertThat(part.get().name()).isEqualTo(name);
        return part.get();
    }
}
