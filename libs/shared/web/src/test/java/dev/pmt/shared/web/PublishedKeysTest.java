package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestTokens;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What users of one service see while auth's keys cannot be had, at its start and later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishedKeysTest {

    private static final UUID USER = UUID.fromString("019aa1b2-0000-7000-8000-000000000001");
    /** The tenfold of what one call to auth may take; without limits a request would wait for minutes. */
    private static final Duration PATIENCE = PublishedKeys.LIMITS.timeout().multipliedBy(10);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestTokens tokens = new TestTokens();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private volatile String answer = "";
    private String published = "";
    private HttpServer auth;
    private RunningService service;

    @BeforeAll
    void start() throws Exception {
        published = CLIENT.send(
                        HttpRequest.newBuilder(URI.create(tokens.settings().get("pmt.jwks-uri")))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        auth.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                if (answer.isEmpty()) {
                    silence.await();
                }
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        auth.start();
        var settings = new HashMap<>(tokens.settings());
        settings.put("pmt.jwks-uri", "http://127.0.0.1:" + auth.getAddress().getPort() + "/keys");
        service = new SharedWebTest.Sample().start(new ServiceSettings(settings));
    }

    @AfterAll
    void stop() {
        silence.countDown();
        service.close();
        auth.stop(0);
        tokens.close();
    }

    @Test
    @Order(1)
    void at_the_start_everybody_is_told_soon_to_come_again_and_nobody_queues_behind_a_silent_auth() throws Exception {
        var answers = IntStream.range(0, 20).mapToObj(request -> get()).toList();

        for (var response : answers) {
            assertThat(response.join().statusCode()).isEqualTo(503);
            assertThat(response.join().headers().firstValue("Retry-After")).hasValue("5");
            assertThat(response.join().body()).contains("\"code\":\"keys-unavailable\"");
        }
        assertThat(asked.get()).isLessThanOrEqualTo(5);

        answer = "<html>";
        assertThat(get().join().statusCode()).isEqualTo(503);

        answer = published;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get().join().statusCode()).isEqualTo(200));
    }

    @Test
    @Order(3)
    void later_known_keys_go_on_while_auth_is_away() {
        auth.stop(0);

        assertThat(get().join().statusCode()).isEqualTo(200);
        var unknown = tokens.forged(USER, "admin");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(unknown).join().body()).contains("\"code\":\"keys-unavailable\""));
    }

    @Test
    @Order(2)
    void strangers_who_name_unknown_keys_do_not_keep_auth_busy() {
        var before = asked.get();
        var unknown = IntStream.range(0, 6)
                .mapToObj(key -> tokens.forged(USER, "admin"))
                .toList();
        unknown.stream()
                .map(this::get)
                .toList()
                .forEach(response -> assertThat(response.join().statusCode()).isEqualTo(401));

        assertThat(asked.get() - before).isLessThanOrEqualTo(3);
    }

    private CompletableFuture<HttpResponse<String>> get() {
        return get(tokens.token(USER, "member"));
    }

    private CompletableFuture<HttpResponse<String>> get(String token) {
        var request = HttpRequest.newBuilder(service.address().resolve("/me"))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString());
    }
}
