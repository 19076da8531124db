package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.pmt.shared.carriers.listener.ListenerApplication;
import dev.pmt.shared.carriers.producer.ProducerApplication;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two services that say things and one that listens, as they really run, on a real database and one carrier. */
final class CarrierWorld implements AutoCloseable {

    static final int BATCH = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, TestDatabase> databases = Map.of(
            "sample", TestDatabase.fresh("sample"),
            "second", TestDatabase.fresh("second"),
            "listener", TestDatabase.fresh("listener"));
    private final Map<String, SingleConnectionDataSource> sources = new HashMap<>();
    private final Map<String, RunningService> services = new HashMap<>();
    private final TestTokens tokens = new TestTokens();
    private final RelayingEdge edge = new RelayingEdge(tokens);
    private final Medium medium;

    CarrierWorld(Medium medium) {
        this.medium = medium;
        databases.forEach((service, database) -> sources.put(service, source(service, database)));
        List.of("sample", "second", "listener").forEach(this::start);
    }

    void start(String service) {
        use(service, run(service));
    }

    void use(String service, RunningService running) {
        services.put(service, running);
        edge.route(service, running.address());
    }

    /** Starts a process more of a service. */
    RunningService run(String service) {
        return service.equals("listener")
                ? new ListenerApplication.Service().start(settings(service, !medium.isNear()))
                : new ProducerApplication.Service(service).start(settings(service, false));
    }

    void stop(String service) {
        edge.unroute(service);
        services.remove(service).close();
    }

    /** Puts a producer's log out of reach of the listener, and back again. */
    void reachable(boolean reachable) {
        if (reachable) {
            edge.route("sample", services.get("sample").address());
        } else {
            edge.unroute("sample");
        }
    }

    int requests() {
        return edge.requests();
    }

    private ServiceSettings settings(String service, boolean fromElsewhere) {
        var settings = new HashMap<>(databases.get(service).settings());
        settings.putAll(tokens.settings());
        settings.putAll(medium.settings());
        settings.put("pmt.boot-modules", "jdbc,transaction");
        settings.put("pmt.internal-url", (fromElsewhere ? edge.urlFromElsewhere() : edge.url()).toString());
        settings.put("pmt.service.key", key());
        settings.put("pmt.events.batch", String.valueOf(BATCH));
        settings.put("pmt.events.poll", "100ms");
        settings.put("pmt.events.first-retry", "100ms");
        settings.put("pmt.events.longest-retry", "200ms");
        settings.put("pmt.events.attempts", "1000");
        settings.put("pmt.database.pool-size", "4");
        return new ServiceSettings(settings);
    }

    private static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void say(UUID subject, int times) {
        say("sample", subject, times, "text");
    }

    void say(String producer, UUID subject, int times, String text) {
        var request = HttpRequest.newBuilder(at(producer, "/say/" + subject + "?times=" + times))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(text))
                .build();
        var answer = CLIENT.sendAsync(request, BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /** Reads by the carrier, beside the listener's own consumers. */
    CompletableFuture<String> next(long after, Duration wait) {
        var request = HttpRequest.newBuilder(at("listener", "/next?after=" + after + "&wait=" + wait));
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private URI at(String service, String target) {
        return services.get(service).address().resolve(target);
    }

    JdbcClient jdbc(String service) {
        return JdbcClient.create(sources.get(service));
    }

    private static SingleConnectionDataSource source(String service, TestDatabase database) {
        var source = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        source.setSchema(service);
        return source;
    }

    /** Returns the highest position of a producer's log, once all that was said has one. */
    long head(String producer) {
        var jdbc = jdbc(producer);
        quickly().until(() -> count(jdbc, "SELECT count(*) FROM event_log WHERE position IS NULL") == 0);
        return count(jdbc, "SELECT position FROM event_relay");
    }

    /** Waits until the listener has taken everything that was said, and holds its effects against the logs. */
    void settle() {
        for (var producer : List.of("sample", "second")) {
            var head = head(producer);
            quickly().until(() -> position(producer) == head);
        }
        assertThat(count(jdbc("listener"), "SELECT count(*) FROM event_dead_letter"))
                .isZero();
        assertExact("sample");
        assertExact("second");
    }

    /** Whether the listener takes everything of {@code sample} within a time. */
    boolean hasCome(Duration time) {
        var head = head("sample");
        try {
            quickly().atMost(time).until(() -> position("sample") == head);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** Nothing lost, nothing doubled, in the order of the log. */
    void assertExact(String producer) {
        assertThat(jdbc("listener")
                        .sql("SELECT position FROM effect WHERE producer = :producer ORDER BY id")
                        .param("producer", producer)
                        .query(Long.class)
                        .list())
                .isEqualTo(jdbc(producer)
                        .sql("SELECT position FROM event_log ORDER BY position")
                        .query(Long.class)
                        .list());
    }

    private static ConditionFactory quickly() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    long position(String producer) {
        return jdbc("listener")
                .sql("SELECT coalesce(max(position), 0) FROM event_consumer WHERE name = :name")
                .param("name", "from-" + producer)
                .query(Long.class)
                .single();
    }

    static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        List.copyOf(services.keySet()).forEach(this::stop);
        sources.values().forEach(SingleConnectionDataSource::destroy);
        edge.close();
        tokens.close();
    }
}
