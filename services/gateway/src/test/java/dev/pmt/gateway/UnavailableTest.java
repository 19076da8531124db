package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnavailableTest {

    private final Edge edge = Edge.start(Map.of("pmt.edge.loops", "1"));

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void answers_503_for_a_service_that_is_not_registered() {
        assertUnavailable();
    }

    @Test
    void answers_503_for_a_service_that_does_not_listen() {
        edge.with("web", URI.create("http://127.0.0.1:" + Edge.freePort()));

        assertUnavailable();
    }

    @Test
    void answers_503_again_once_a_service_has_stopped() {
        try (var web = Backend.named("web")) {
            edge.with("web", web.address());
            assertThat(edge.get("/").statusCode()).isEqualTo(200);
        }
        assertUnavailable();
        edge.gateway().routes().unregister("web");
        assertUnavailable();
    }

    private void assertUnavailable() {
        var response = edge.get("/");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("2");
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"service-unavailable\"");
    }

    /** Answers the first request of a connection and closes instead of answering the second. */
    private static final class Forgetful implements AutoCloseable {
        private final ServerSocket server;
        private final AtomicInteger requests = new AtomicInteger();

        Forgetful() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                for (var first = true; readHead(socket); first = false) {
                    requests.incrementAndGet();
                    if (!first) {
                        return;
                    }
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // nothing to answer to
            }
        }

        private static boolean readHead(Socket socket) throws IOException {
            var end = 0;
            for (var next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                end = next == '\r' || next == '\n' ? end + 1 : 0;
                if (end == 4) {
                    return true;
                }
            }
            return false;
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void repeats_a_read_that_met_a_stale_connection() throws IOException {
        try (var web = new Forgetful()) {
            edge.with("web", web.address());

            assertThat(edge.get("/").body()).isEqualTo("ok");
            assertThat(edge.get("/").body()).isEqualTo("ok");
            assertThat(web.requests).hasValue(3);
        }
    }

    @Test
    void never_repeats_a_write() throws IOException {
        try (var web = new Forgetful()) {
            edge.with("web", web.address());
            edge.get("/");

            var response = edge.send(edge.to("/").POST(BodyPublishers.noBody()).build());

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).contains("service-broke-off");
            assertThat(web.requests).hasValue(2);
        }
    }
}
