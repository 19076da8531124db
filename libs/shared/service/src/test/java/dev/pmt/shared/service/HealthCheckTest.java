package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

    @Test
    void is_content_with_200_and_the_text_that_it_was_told() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
            var well = exchange.getRequestURI().getPath().equals("/well");
            exchange.sendResponseHeaders(well ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(HealthCheck.isWell(root.resolve("/well"), "")).isTrue();
        assertThat(HealthCheck.isWell(root.resolve("/well"), "\"UP\"")).isTrue();
        assertThat(HealthCheck.isWell(root.resolve("/well"), "DOWN")).isFalse();
        assertThat(HealthCheck.isWell(root.resolve("/unwell"), "")).isFalse();
        server.stop(0);
        assertThat(HealthCheck.isWell(root.resolve("/well"), "")).isFalse();
    }
}
