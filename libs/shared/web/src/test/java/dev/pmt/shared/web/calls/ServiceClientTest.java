package dev.pmt.shared.web.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pmt.shared.telemetry.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ServiceClientTest {

    private static final Ports PORTS = new Ports(Tracing.none());
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String ISSUER = "https://pmt.example";

    private final ECKey key = key();
    private final List<Map<String, String>> forms = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private int tokenStatus = 200;
    private int status = 200;
    private HttpServer edge;

    @BeforeEach
    void start() throws IOException {
        edge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        edge.createContext("/to/auth/oauth2/token", this::token);
        edge.createContext("/to/other/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, status, "here");
        });
        edge.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        edge.start();
    }

    @AfterEach
    void stop() {
        edge.stop(0);
    }

    @AfterAll
    static void closePorts() {
        PORTS.close();
    }

    @Test
    void asks_in_its_own_name_with_one_token_for_many_requests() throws Exception {
        var client = client(key.toJSONString());

        assertThat(text(client)).isEqualTo("here");
        text(client);
        assertThat(asked).containsExactly("/to/other/things?n=1 Bearer token-1", "/to/other/things?n=1 Bearer token-1");

        now = now.plusSeconds(281);
        text(client);
        assertThat(asked.getLast()).endsWith("token-2");
    }

    @Test
    void proves_itself_by_its_key_to_the_issuer_and_for_a_minute_only() throws Exception {
        text(client(key.toJSONString()));

        var form = forms.getFirst();
        assertThat(form)
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_id", "me")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        var proof = SignedJWT.parse(form.get("client_assertion"));
        assertThat(proof.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(proof.getJWTClaimsSet().getAudience()).containsExactly(ISSUER);
        assertThat(proof.getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo(now.plusSeconds(60));
    }

    @Test
    void fetches_another_token_when_one_is_refused() throws Exception {
        var client = client(key.toJSONString());
        status = 401;
        assertThat(client.get("other", "/things?n=1", TIMEOUT).statusCode()).isEqualTo(401);

        status = 200;
        text(client);
        assertThat(asked.getLast()).endsWith("token-2");
    }

    @Test
    void asks_nobody_in_a_transaction_but_for_a_state_that_is_taken_over_in_it() throws Exception {
        var client = client(key.toJSONString());
        text(client);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> text(client)).hasMessageContaining("in a transaction");
            try (var state =
                    client.stream("other", "/things?n=2", TIMEOUT, TIMEOUT).body()) {
                assertThat(state).hasContent("here");
            }
        } finally {
            TransactionSynchronizationManager.clear();
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void waits_for_no_answer_that_stops_half_way() throws Exception {
        var silence = new CountDownLatch(1);
        edge.createContext("/to/other/half", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('h');
            exchange.getResponseBody().flush();
            awaitQuietly(silence);
        });
        var client = client(key.toJSONString());
        var moment = Duration.ofMillis(300);

        assertThatThrownBy(() -> client.get("other", "/half", moment)).hasMessageContaining("did not answer in PT0.3S");
        try (var state = client.stream("other", "/half", TIMEOUT, moment).body()) {
            assertThatThrownBy(state::readAllBytes).isInstanceOf(IOException.class);
        }
        silence.countDown();
    }

    @Test
    void says_what_is_missing_and_never_the_key() {
        tokenStatus = 401;
        assertThatThrownBy(() -> text(client(key.toJSONString())))
                .isInstanceOf(IOException.class)
                .hasMessage("me has no token: auth gave no useful answer: status 401");
        assertThatThrownBy(() -> text(client("no key")))
                .hasMessage("pmt.service.key must be a private EC JWK on curve P-256");
        assertThat(new ServiceIdentity("me", key.toJSONString(), ISSUER)).hasToString("ServiceIdentity[me]");
    }

    private String text(ServiceClient client) throws IOException, InterruptedException {
        return new String(client.get("other", "/things?n=1", TIMEOUT).body(), StandardCharsets.UTF_8);
    }

    private ServiceClient client(String serviceKey) {
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        var url = URI.create("http://127.0.0.1:" + edge.getAddress().getPort());
        return new ServiceClient(url, new ServiceIdentity("me", serviceKey, ISSUER), PORTS, clock);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new HashMap<String, String>();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Arrays.stream(body.split("&")).forEach(field -> {
            var parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        });
        forms.add(form);
        answer(exchange, tokenStatus, "{\"access_token\":\"token-%d\",\"expires_in\":300}".formatted(forms.size()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
