package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.Wire;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private final Edge edge = Edge.start(Map.of());
    private final Backend web = Backend.answering(exchange -> {
        switch (exchange.getRequestURI().getPath()) {
            case "/empty" -> Backend.text(exchange, 204, "");
            case "/same" -> {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                Backend.text(exchange, 304, "");
            }
            case "/chatty" -> {
                exchange.getResponseHeaders().set("Connection", "X-Hop");
                exchange.getResponseHeaders().set("X-Hop", "1");
                exchange.getResponseHeaders().set("Server", "Secret/1.0");
                exchange.getResponseHeaders().set("X-Powered-By", "Secret");
                exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
                Backend.text(exchange, 200, "chatty");
            }
            default -> Backend.text(exchange, 200, "web");
        }
    });
    private final Backend auth = Backend.named("auth");
    private final Backend api = Backend.answering(exchange ->
            Backend.text(exchange, 200, "bytes: " + exchange.getRequestBody().readAllBytes().length));

    ProxyTest() {
        edge.with("web", web.address()).with("auth", auth.address()).with("api", api.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        web.close();
        auth.close();
        api.close();
    }

    @Test
    void passes_path_and_query_unchanged() {
        var response = edge.get("/projects/A%20B?q=%2Fx&empty=");

        assertThat(response.body()).isEqualTo("web");
        assertThat(web.last().target()).isEqualTo("/projects/A%20B?q=%2Fx&empty=");
    }

    @Test
    void says_itself_how_the_client_came_and_drops_what_the_client_says() {
        edge.get(
                "/",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6",
                "X-PMT-As",
                "root");

        var seen = web.last();
        assertThat(seen.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers().get("X-Forwarded-Host"))
                .containsExactly(edge.url().getAuthority());
        assertThat(seen.headers().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.headers().get("X-Forwarded-Port"))
                .containsExactly(String.valueOf(edge.url().getPort()));
        assertThat(seen.headers()).doesNotContainKeys("X-forwarded-prefix", "Forwarded", "X-real-ip", "X-pmt-as");
    }

    @Test
    void begins_a_trace_for_each_request_and_drops_what_the_client_says_of_traces() {
        var foreign = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        edge.get("/", "traceparent", foreign, "tracestate", "a=b", "baggage", "user=root");
        var first = web.last();
        edge.get("/");

        assertThat(first.header("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]")
                .doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(first.headers()).doesNotContainKeys("Tracestate", "Baggage");
        assertThat(web.last().header("traceparent")).isNotEqualTo(first.header("traceparent"));
    }

    @Test
    void names_the_canonical_host_whatever_host_the_client_named() throws IOException {
        Wire.exchange(edge.url(), "GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n");

        assertThat(web.last().header("Host")).isEqualTo(edge.url().getAuthority());
        assertThat(web.last().header("X-Forwarded-Host")).isEqualTo(edge.url().getAuthority());
    }

    @Test
    void ends_headers_that_hold_for_one_connection() throws IOException {
        try (var wire = new Wire(edge.url())) {
            wire.send("GET / HTTP/1.1\nHost: x\nConnection: X-Secret\nX-Secret: 1\nTE: trailers\nKeep-Alive: 1\n\n");
            wire.readUntil("web");
        }
        assertThat(web.last().headers()).doesNotContainKeys("X-secret", "Te", "Keep-alive");

        var answer = edge.get("/chatty").headers().map();
        assertThat(answer).doesNotContainKeys("x-hop", "server", "x-powered-by");
        assertThat(answer.get("set-cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void passes_answers_without_a_body() throws IOException {
        var empty = Wire.exchange(edge.url(), "GET /empty HTTP/1.1\nHost: x\nConnection: close\n\n");
        assertThat(empty).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("transfer-encoding");

        var same = edge.get("/same");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("etag")).contains("\"1\"");

        var head = edge.send(
                edge.to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void gives_connections_back_after_answers_without_a_body() {
        for (var request = 0; request < 600; request++) {
            assertThat(edge.get("/empty").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void passes_only_foreign_cookies_and_only_to_auth() {
        var cookies = "pmt_session=x; pmt_auth=1; pmt_signin_abc=y; other=2";

        edge.get("/auth/sign-in", "Cookie", cookies);
        assertThat(auth.last().header("Cookie")).isEqualTo("pmt_auth=1; other=2");
        edge.get("/auth/sign-in", "Cookie", "pmt_session=x");
        assertThat(auth.last().headers()).doesNotContainKey("Cookie");
        edge.get("/", "Cookie", cookies);
        assertThat(web.last().headers()).doesNotContainKey("Cookie");
        edge.get("/api/v1/projects", "Cookie", cookies, "Authorization", "Bearer t");
        assertThat(api.last().headers()).doesNotContainKey("Cookie");
    }

    @Test
    void passes_the_callers_own_bearer_token_unchanged() {
        var response = edge.get("/api/v1/projects", "Authorization", "bearer abc.def");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(api.last().header("Authorization")).isEqualTo("Bearer abc.def");
    }

    @Test
    void passes_basic_credentials_to_auth_but_not_to_the_api() {
        edge.get("/oauth2/token", "Authorization", "Basic eDp5");
        assertThat(auth.last().header("Authorization")).isEqualTo("Basic eDp5");

        assertThat(edge.get("/api/v1/projects", "Authorization", "Basic eDp5").statusCode())
                .isEqualTo(401);
        assertThat(api.seen()).isEmpty();
    }

    @Test
    void answers_expect_continue_itself() throws IOException {
        try (var wire = new Wire(edge.url())) {
            wire.send("""
                    POST /api/v1/projects HTTP/1.1
                    Host: x
                    Authorization: Bearer t
                    Content-Length: 5
                    Expect: 100-continue
                    Connection: close

                    """);
            assertThat(wire.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            wire.send("hello");
            assertThat(wire.readToEnd()).contains("HTTP/1.1 200", "bytes: 5");
        }
        assertThat(api.last().headers()).doesNotContainKey("Expect");
    }

    @Test
    void refuses_other_expectations() throws IOException {
        var answer =
                Wire.exchange(edge.url(), "GET / HTTP/1.1\nHost: x\nExpect: the-unexpected\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 417").contains("expectation-failed");
    }
}
