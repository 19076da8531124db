package dev.pmt.shared.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessMetricsTest {

    private static final ServiceSettings FREE_PORT = new ServiceSettings(Map.of("pmt.metrics.port", "0"));

    @Test
    void without_a_port_nothing_listens() {
        assertThat(ProcessMetrics.start(new ServiceSettings(Map.of()))).isEmpty();
    }

    @Test
    void requests_are_told_by_route_and_what_is_no_scrape_is_refused() throws Exception {
        try (var metrics = ProcessMetrics.start(FREE_PORT).orElseThrow();
                var telemetry = Telemetry.start(TelemetrySettings.of("sample", key -> null))) {
            var times = new RequestTimes(telemetry.meters());
            times.record("GET", "/api/things/{id}", 200, Duration.ofMillis(30).toNanos());
            times.record("BREW", "/api/things/{id}", 405, 1);

            assertThat(ask(metrics, "GET", "/metrics").body())
                    .contains("http_server_request_duration_seconds_bucket{http_request_method=\"GET\","
                            + "http_response_status_code=\"200\",http_route=\"/api/things/{id}\",service=\"sample\","
                            + "le=\"0.05\"} 1")
                    .contains("http_request_method=\"_OTHER\"")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds");
            assertThat(ask(metrics, "GET", "/").statusCode()).isEqualTo(404);
            assertThat(ask(metrics, "POST", "/metrics").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (var first = ProcessMetrics.start(FREE_PORT).orElseThrow()) {
            var taken = new ServiceSettings(Map.of("pmt.metrics.port", Integer.toString(first.port())));

            assertThatThrownBy(() -> ProcessMetrics.start(taken))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageStartingWith("Figures cannot be given at port " + first.port() + " on 127.0.0.1");
        }
    }

    @Test
    void a_service_alone_has_them_as_long_as_it_runs() {
        var running = new Measured(new Nothing()).start(FREE_PORT);

        assertThat(running.address()).isEqualTo(URI.create("http://nowhere"));
        running.close();
        assertThat(new Measured(new Nothing()).name()).isEqualTo("nothing");
    }

    private static HttpResponse<String> ask(ProcessMetrics metrics, String method, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static final class Nothing implements Service {

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public RunningService start(ServiceSettings settings) {
            return new RunningService() {
                @Override
                public URI address() {
                    return URI.create("http://nowhere");
                }

                @Override
                public void close() {}
            };
        }
    }
}
