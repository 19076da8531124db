package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AddressChangeTest {

    @Test
    void twenty_changes_under_load_fail_no_request() {
        try (var edge = Edge.start(Map.of());
                var one = Backend.named("one");
                var other = Backend.named("other");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            edge.with("api", one.address());
            var statuses = new CopyOnWriteArrayList<Integer>();
            var done = new AtomicBoolean();
            for (var client = 0; client < 8; client++) {
                var method = client % 2 == 0 ? "GET" : "POST";
                clients.execute(() -> {
                    while (!done.get()) {
                        statuses.add(edge.send(edge.to("/api/v1/projects")
                                        .method(method, BodyPublishers.ofString("x"))
                                        .header("Authorization", "Bearer t")
                                        .build())
                                .statusCode());
                    }
                });
            }
            for (var change = 0; change < 20; change++) {
                var next = change % 2 == 0 ? other : one;
                edge.manage("PUT", "/internal/services/api", "{\"address\":\"" + next.address() + "\"}");
                var seen = next.seen().size();
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> next.seen().size() > seen + 20);
            }
            done.set(true);
            clients.close();

            assertThat(statuses).hasSizeGreaterThan(400).isSubsetOf(List.of(200));
        }
    }
}
