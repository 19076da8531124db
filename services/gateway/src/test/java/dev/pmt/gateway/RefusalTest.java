package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge refuses must not reach any service: all of them are one backend here. */
class RefusalTest {

    private static final Backend SERVICES = Backend.named("a service");
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start(Map.of());
        for (var service : List.of("api", "auth", "health", "notifications", "web")) {
            edge.with(service, SERVICES.address());
        }
    }

    @AfterAll
    static void stop() {
        edge.close();
        SERVICES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../internal/tokens",
                "/api/v1/..",
                "/./internal/tokens",
                "//internal/tokens",
                "/api//v1",
                "/%2e%2e/internal/tokens",
                "/api/v1/%2E%2e/internal",
                "/api%2fv1/projects",
                "/api/v1/..%2finternal",
                "/api/v1/..;/internal/tokens",
                "/api/v1;x=1/projects",
                "/api/v1%3bx/projects",
                "/api\\v1",
                "/api/v1/..%5cinternal",
                "/api/%252e%252e/internal",
                "/projects/%00",
                "/projects/%zz",
                "/projects/%4",
                "/projects/#x",
                "http://evil.example/",
                "http://evil.example/internal/tokens",
                "*",
                "evil.example:443"
            })
    void refuses_targets_that_can_be_read_in_two_ways(String target) throws IOException {
        var before = SERVICES.seen().size();

        var answer = Wire.exchange(edge.url(), "GET " + target + " HTTP/1.1\nHost: x\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-request\"", "nosniff");
        assertThat(SERVICES.seen()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/tokens",
                "/internal/services",
                "/INTERNAL/tokens",
                "/actuator",
                "/actuator/health",
                "/Actuator/env"
            })
    void never_opens_doors_that_services_keep_for_each_other(String target) throws IOException {
        var before = SERVICES.seen().size();

        var answer = Wire.exchange(edge.url(), "GET " + target + " HTTP/1.1\nHost: x\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("\"code\":\"not-found\"");
        assertThat(SERVICES.seen()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\nHost: x\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /internal HTTP/1.1\n\n",
                "POST / HTTP/1.1\nHost: x\nContent-Length: 4\nContent-Length: 5\n\nabcde",
                "POST / HTTP/1.1\nHost: x\nContent-Length: -1\n\n",
                "POST / HTTP/1.1\nHost: x\nContent-Length: 1x\n\n",
                "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked, identity\n\n0\n\n",
                "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: xchunked\n\n0\n\n",
                "GET / HTTP/1.1\nHost : x\n\n",
                "GET / HTTP/1.1\nHost: x\n folded: y\n\n",
                "GET / HTTP/1.1\n\n",
                "GET / HTTP/9.9\nHost: x\n\n",
                "NONSENSE\n\n"
            })
    void refuses_requests_whose_end_is_in_doubt(String request) throws IOException {
        var before = SERVICES.seen().size();

        try (var wire = new Wire(edge.url())) {
            wire.send(request);
            assertThat(wire.readUntil("\r\n")).containsPattern("^HTTP/.\\.. (400|501) ");
        }
        assertThat(SERVICES.seen()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT"})
    void refuses_methods_that_show_or_tunnel(String method) throws IOException {
        var answer = Wire.exchange(edge.url(), method + " / HTTP/1.1\nHost: x\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("method-not-allowed");
    }

    @Test
    void refuses_overlong_heads() throws IOException {
        var line = Wire.exchange(edge.url(), "GET /" + "x".repeat(9_000) + " HTTP/1.1\nHost: x\n\n");
        assertThat(line).contains(" 414 ", "uri-too-long", "nosniff");

        var headers = Wire.exchange(edge.url(), "GET / HTTP/1.1\nHost: x\nCookie: " + "x".repeat(40_000) + "\n\n");
        assertThat(headers).contains(" 431 ", "headers-too-large");
    }

    @Test
    void accepts_what_browsers_send() throws IOException {
        var answer = Wire.exchange(
                edge.url(), "GET /projects/%C3%A4%20b/c.d?q=%2e%2e//%25&x=;y HTTP/1.1\nHost: x\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }
}
