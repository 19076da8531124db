package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.pmt.shared.events.listener.ListenerApplication;
import dev.pmt.shared.events.producer.ProducerApplication;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.RelayingEdge;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One service hears another, in the same process and over HTTP. */
class EventFeedsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestDatabase said = TestDatabase.fresh("sample");
    private final TestDatabase heard = TestDatabase.fresh("other");
    private final TestTokens tokens = new TestTokens();
    private final RelayingEdge edge = new RelayingEdge(tokens);
    private RunningService producer;

    @BeforeEach
    void start() {
        producer = new ProducerApplication.Service().start(settings(said, edge.url()));
        edge.route("sample", producer.address());
    }

    @AfterEach
    void stop() {
        producer.close();
        edge.close();
        tokens.close();
    }

    @Test
    void a_service_in_the_same_process_is_heard_without_the_network() throws Exception {
        var subject = UUID.randomUUID();
        try (var listener = listen(edge.url())) {
            change(subject);
            await().until(() -> version(subject) == 1);
        }
        assertThat(edge.requests()).isZero();
    }

    @Test
    void a_service_elsewhere_is_heard_over_http_with_a_service_s_token() throws Exception {
        var subject = UUID.randomUUID();
        try (var listener = listen(edge.urlFromElsewhere())) {
            change(subject);
            await().until(() -> version(subject) == 1);
            change(subject);
            change(subject);
            await().until(() -> version(subject) == 3);
        }
        assertThat(edge.requests()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_comes_late_starts_from_the_state(boolean near) throws Exception {
        var subject = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            change(subject);
        }
        await().until(() -> number(said, "SELECT count(*) FROM sample.event_log WHERE position IS NULL") == 0);
        execute(said, "DELETE FROM sample.event_log");

        try (var listener = listen(near ? edge.url() : edge.urlFromElsewhere())) {
            await().until(() -> version(subject) == 3);
            change(subject);
            await().until(() -> version(subject) == 4);
        }
        assertThat(number(heard, "SELECT times FROM other.known")).isEqualTo(2);
    }

    @Test
    void an_event_that_cannot_be_handled_for_a_while_is_handled_later() throws Exception {
        var subject = UUID.randomUUID();
        try (var listener = listen(edge.url())) {
            await().until(() -> number(heard, "SELECT count(*) FROM other.event_consumer WHERE position = 0") == 1);
            execute(heard, "ALTER TABLE other.known RENAME TO away");
            change(subject);
            change(subject);
            await().until(() -> number(heard, "SELECT count(*) FROM other.event_dead_letter") == 2);

            execute(heard, "ALTER TABLE other.away RENAME TO known");
            await().until(() -> number(heard, "SELECT count(*) FROM other.event_dead_letter") == 0);
            assertThat(version(subject)).isEqualTo(2);
        }
    }

    @Test
    void a_producer_that_is_away_is_heard_again_when_it_comes_back_elsewhere() throws Exception {
        var subject = UUID.randomUUID();
        try (var listener = listen(edge.url())) {
            change(subject);
            await().until(() -> version(subject) == 1);

            producer.close();
            producer = new ProducerApplication.Service().start(settings(said, edge.urlFromElsewhere()));
            edge.route("sample", producer.address());
            change(subject);
            await().until(() -> version(subject) == 2);
        }
        assertThat(edge.requests()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"admin,403", "member,403", "guest,403", "service,200"})
    void nobody_but_services_comes_in(String role, int status) throws Exception {
        for (var path : new String[] {"?after=0", "/head", "/snapshot"}) {
            assertThat(ask(path, tokens.token(UUID.randomUUID(), role)).statusCode())
                    .as(path)
                    .isEqualTo(status);
            assertThat(ask(path, tokens.forged(UUID.randomUUID(), role)).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?after=-1", "?after=0&limit=0", "?after=0&limit=1001", "?after=0&wait=PT31S", "?after=x"})
    void refuses_what_it_does_not_understand(String query) throws Exception {
        assertThat(ask(query, service()).statusCode()).isEqualTo(400);
    }

    @Test
    void says_that_events_are_gone_and_where_the_log_ends() throws Exception {
        change(UUID.randomUUID());
        await().until(() -> ask("/head", service()).body().equals("{\"position\":1}"));
        assertThat(ask("?after=0", service()).headers().firstValue("Content-Type"))
                .hasValue("application/cloudevents-batch+json");

        execute(said, "DELETE FROM sample.event_log");
        var answer = ask("?after=0", service());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("events-gone");
        assertThat(ask("?after=1", service()).body()).isEqualTo("[]");
    }

    private String service() {
        return tokens.token(UUID.randomUUID(), "service");
    }

    private HttpResponse<String> ask(String query, String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(producer.address().resolve("/internal/events" + query))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private void change(UUID subject) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(producer.address().resolve("/change/" + subject))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private RunningService listen(URI internalUrl) {
        return new ListenerApplication.Service().start(settings(heard, internalUrl));
    }

    private ServiceSettings settings(TestDatabase database, URI internalUrl) {
        var settings = new HashMap<>(database.settings());
        settings.putAll(tokens.settings());
        settings.put("pmt.boot-modules", "jdbc,transaction");
        settings.put("pmt.internal-url", internalUrl.toString());
        settings.put("pmt.service.key", key());
        return new ServiceSettings(settings);
    }

    private static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private long version(UUID subject) throws SQLException {
        return number(heard, "SELECT coalesce(max(version), 0) FROM other.known WHERE subject = '" + subject + "'");
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
