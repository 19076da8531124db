package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.events.EventFeed;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is particular to Redis, on a real one. */
class RedisCarrierTest {

    private static final RedisMedium REDIS = new RedisMedium();
    private static final Duration WAIT = Duration.ofMillis(200);

    private final FakeLog log = new FakeLog(20);
    private final Address address = new Address("http://" + UUID.randomUUID() + ":80", "sample");
    private final RedisCarrier carrier = carrier(log);

    private RedisCarrier carrier(FakeLog own) {
        return new RedisCarrier(REDIS.url(), address, own);
    }

    @AfterEach
    void close() {
        carrier.close();
    }

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @Test
    void doubles_are_refused_by_redis_and_readers_need_no_log() throws Exception {
        carrier.publish(log.between(0, 6));
        carrier.publish(log.between(2, 20));
        log.reads = 0;

        var feed = feed(log);
        assertThat(feed.read(3, 10, WAIT)).isEqualTo(log.between(3, 13));
        // one read holds what was there before this reader against the log
        assertThat(log.reads).isEqualTo(1);
        carrier.publish(List.of(log.append()));
        assertThat(feed.read(20, 10, WAIT)).containsExactly(log.at(21));
        assertThat(log.reads).isEqualTo(1);
    }

    @Test
    void what_is_no_event_is_read_from_the_log() throws Exception {
        carrier.publish(log.between(0, 3));
        add("4-0", Map.of("event", "no JSON"));
        add("5-0", Map.of("other", "field"));
        carrier.publish(log.between(5, 8));

        var feed = feed(log);
        assertThat(feed.read(0, 10, WAIT)).isEqualTo(log.between(0, 3));
        assertThat(feed.read(3, 2, WAIT)).isEqualTo(log.between(3, 5));
        assertThat(feed.read(5, 3, WAIT)).isEqualTo(log.between(5, 8));
    }

    @Test
    void a_stream_of_another_log_is_neither_read_nor_kept() throws Exception {
        carrier.publish(log.between(0, 20));
        var restored = new FakeLog(8);
        var feed = feed(restored);

        assertThat(feed.read(5, 10, WAIT)).isEqualTo(restored.between(5, 8));
        try (var another = carrier(restored)) {
            another.publish(restored.between(7, 8));
        }
        assertThat(feed(restored).read(7, 10, WAIT)).isEqualTo(restored.between(7, 8));
    }

    private EventFeed feed(FakeLog truth) {
        return carrier.feed("sample", "reader", truth);
    }

    private void add(String id, Map<String, String> body) {
        try (var client = RedisClient.create(REDIS.url());
                var connection = client.connect()) {
            connection.sync().xadd(address.own(), new XAddArgs().id(id), body);
        }
    }
}
