package dev.pmt.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.Backend;
import dev.pmt.gateway.proxy.Origins;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.shared.contracts.DeclaredCall;
import dev.pmt.shared.contracts.OpenApi;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AuthClientTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/pmt/gateway");
    private static final URI EDGE = URI.create("http://localhost:8080");

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch silence = new CountDownLatch(1);

    @AfterEach
    void stop() {
        silence.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "breaks-off", "<html>", "[]", "{}"})
    void an_answer_of_no_use_in_time_means_that_auth_is_away(String behaviour) {
        try (var auth = Backend.answering(exchange -> {
            if (behaviour.equals("breaks-off")) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                awaitQuietly();
            } else if (behaviour.equals("silent")) {
                awaitQuietly();
            } else {
                Backend.text(exchange, 200, behaviour);
            }
        })) {
            var routes = Routes.standard(Clock.systemUTC());
            routes.register("auth", auth.address());
            var settings = new ClientSettings(EDGE, "secret", "cookie-secret-for-tests-of-32-characters");
            var client = new AuthClient(new Origins(vertx, EDGE), routes, settings, Duration.ofMillis(300));

            var failure = client.exchange("pmt_token")
                    .<Throwable>map(token -> new AssertionError("given: " + token))
                    .otherwise(thrown -> thrown);

            assertThat(failure.toCompletionStage().toCompletableFuture().join()).isInstanceOf(AuthUnavailable.class);
            silence.countDown();
        }
    }

    @Test
    void asks_for_what_auth_offers_and_the_edge_declares() throws Exception {
        var offered = OpenApi.read(Path.of("../auth/contract/internal.yaml")).names();
        var sources = Files.readString(SOURCES.resolve("session/AuthClient.java"))
                + Files.readString(SOURCES.resolve("admin/KeyRotation.java"))
                + Files.readString(SOURCES.resolve("admin/LocalAdministrator.java"));

        assertThat(offered)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(
                        operation -> assertThat(sources).contains('"' + operation.replaceAll("^\\w+ /+", "/") + '"'));
        assertThat(DeclaredCall.read(Path.of("contract/calls.yml")))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.timeout()).isEqualTo(AuthClient.TIMEOUT));
    }

    private void awaitQuietly() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
