package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.LogLines;
import dev.pmt.gateway.fixtures.ManualClock;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.gateway.fixtures.PersonalTokenDesk;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTokenTest {

    private static final int REQUESTS = 50;

    private final ManualClock clock = new ManualClock();
    private final Edge edge = Edge.start(
            Map.of("pmt.edge.token-failures", "3", "pmt.edge.token-requests", String.valueOf(REQUESTS)), clock);
    private final OpenIdProvider auth = new OpenIdProvider().behind(edge);
    private final PersonalTokenDesk desk = auth.personalTokens();
    private final Backend api = Backend.named("api");
    private final Backend web = Backend.named("web");

    PersonalTokenTest() {
        edge.with("api", api.address()).with("web", web.address()).with("health", web.address());
    }

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
        api.close();
        web.close();
    }

    @Test
    void gives_services_a_jwt_and_never_the_token() {
        var token = desk.issue();

        assertThat(with(token).body()).isEqualTo("api");
        assertThat(api.last().header("Authorization")).startsWith("Bearer eyJ");
        assertThat(api.last().headers().values().toString()).doesNotContain(token);
        assertThat(edge.get("/api/v1/users/me", "Authorization", "bearer  " + token)
                        .body())
                .isEqualTo("auth /api/v1/users/me");
        assertThat(auth.backend().last().header("Authorization")).startsWith("Bearer eyJ");
        assertThat(desk.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/alive", "/api/status", "/userinfo", "/auth/sign-in"})
    void keeps_the_token_from_doors_that_take_none(String path) {
        for (var scheme : new String[] {"Bearer ", "bearer ", "Token ", ""}) {
            assertThat(edge.get(path, "Authorization", scheme + desk.issue()).statusCode())
                    .isEqualTo(200);
        }

        assertThat(web.seen()).allSatisfy(seen -> assertThat(seen.headers()).doesNotContainKey("Authorization"));
        assertThat(auth.backend().seen())
                .allSatisfy(seen -> assertThat(seen.headers()).doesNotContainKey("Authorization"));
    }

    @Test
    void passes_other_authorization_where_it_belongs() {
        edge.get("/userinfo", "Authorization", "Bearer eyJpmt_x.y.z");

        assertThat(auth.backend().last().header("Authorization")).isEqualTo("Bearer eyJpmt_x.y.z");
    }

    @Test
    void asks_auth_once_for_requests_that_come_together() throws Exception {
        var token = desk.issue();
        var hold = new CountDownLatch(1);
        desk.holdUntil(hold);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 40)
                    .mapToObj(n -> threads.submit(() -> with(token).statusCode()))
                    .toList();
            Awaitility.await().until(() -> desk.asked() == 1);
            hold.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(desk.asked()).isEqualTo(1);
    }

    @Test
    void a_revoked_token_is_dead_within_a_minute() {
        var token = desk.issue();
        with(token);
        desk.revoke(token);

        clock.pass(Duration.ofSeconds(54));
        assertThat(with(token).statusCode()).isEqualTo(200);
        assertThat(desk.asked()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(6));
        assertThat(with(token).statusCode()).isEqualTo(401);
        assertThat(api.seen()).hasSize(2);
    }

    @Test
    void never_uses_a_jwt_beyond_its_end() {
        var token = desk.issue();
        desk.jwtsLive(Duration.ofSeconds(20));
        with(token);
        var first = api.last().header("Authorization");

        clock.pass(Duration.ofSeconds(18));
        with(token);
        assertThat(api.last().header("Authorization")).isEqualTo(first);

        // The token's end is by the machine's clock, which has gone on since the other one stood still.
        clock.pass(Duration.ofSeconds(32));
        with(token);
        assertThat(api.last().header("Authorization")).isNotEqualTo(first);
        assertThat(desk.asked()).isEqualTo(2);
    }

    @Test
    void refuses_what_auth_refuses_and_asks_again_after_five_seconds() {
        var token = desk.unknown();

        for (var tries = 0; tries < 5; tries++) {
            var answer = with(token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"invalid-token\"").doesNotContain(token);
        }
        assertThat(desk.asked()).isEqualTo(1);
        assertThat(api.seen()).isEmpty();

        desk.restore(token);
        clock.pass(Duration.ofSeconds(5));
        assertThat(with(token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmt_", "pmt_short", "pmt_0123456789012345678901234567890123456789012!"})
    void refuses_what_cannot_be_a_token_without_asking(String token) {
        assertThat(with(token).body()).contains("invalid-token");
        assertThat(desk.asked()).isZero();
    }

    @Test
    void answers_503_while_auth_cannot_be_asked_and_keeps_what_it_knows() {
        var known = desk.issue();
        var fresh = desk.issue();
        with(known);
        auth.breakDown(true);

        var answer = with(fresh);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(with(known).statusCode()).isEqualTo(200);

        edge.gateway().routes().unregister("auth");
        assertThat(with(fresh).statusCode()).isEqualTo(503);
        auth.behind(edge).breakDown(false);
        assertThat(with(fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void does_not_blame_the_token_when_auth_refuses_the_edge_or_answers_nonsense() {
        desk.refuseWith("unsupported_grant_type");
        assertThat(with(desk.unknown()).statusCode()).isEqualTo(503);

        try (var nonsense = Backend.answering(exchange -> Backend.text(
                exchange, 200, new JsonObject().put("access_token", "x").encode()))) {
            edge.with("auth", nonsense.address());
            assertThat(with(desk.issue()).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void tells_what_is_left_of_a_token_s_minute_and_refuses_more() {
        var token = desk.issue();
        for (var left = REQUESTS - 1; left >= 0; left--) {
            var answer = with(token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ratelimit-policy")).contains("\"token\";q=" + REQUESTS + ";w=60");
            assertThat(answer.headers().firstValue("ratelimit")).contains("\"token\";r=" + left + ";t=60");
        }

        clock.pass(Duration.ofSeconds(20));
        var refused = with(token);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("40");
        assertThat(refused.headers().firstValue("ratelimit")).contains("\"token\";r=0;t=40");
        assertThat(refused.body()).contains("\"code\":\"rate-limited\"", "\"retryAfter\":40");
        assertThat(api.seen()).hasSize(REQUESTS);
        assertThat(with(desk.issue()).statusCode()).as("another token").isEqualTo(200);
        assertThat(edge.get("/api/v1/admin/flags", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("the edge's own doors")
                .isEqualTo(429);

        clock.pass(Duration.ofSeconds(40));
        assertThat(with(token).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_an_address_guess_only_so_often_a_minute() {
        var good = desk.issue();
        with(good);
        for (var guess = 0; guess < 3; guess++) {
            assertThat(with(desk.unknown()).statusCode()).isEqualTo(401);
        }

        clock.pass(Duration.ofSeconds(56));
        var refused = with(desk.issue());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("4");
        assertThat(refused.body()).contains("\"code\":\"too-many-tries\"", "\"retryAfter\":4");
        assertThat(with(good).statusCode()).as("good before the guesses").isEqualTo(200);

        clock.pass(Duration.ofSeconds(4));
        assertThat(with(desk.issue()).statusCode()).isEqualTo(200);
    }

    @Test
    void an_outage_of_auth_is_no_guess() {
        auth.breakDown(true);
        for (var tries = 0; tries < 5; tries++) {
            assertThat(with(desk.issue()).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void logs_no_token() {
        try (var lines = LogLines.of("ROOT", "pmt.access")) {
            var good = desk.issue();
            var bad = desk.unknown();
            with(good);
            with(bad);
            auth.breakDown(true);
            with(desk.issue());

            Awaitility.await().until(() -> lines.text().contains("status=\"503\""));
            assertThat(lines.text())
                    .contains("API token could not be exchanged", "status=\"401\"")
                    .doesNotContain("pmt_", "eyJ");
        }
    }

    private HttpResponse<String> with(String token) {
        return edge.get("/api/v1/projects", "Authorization", "Bearer " + token);
    }
}
