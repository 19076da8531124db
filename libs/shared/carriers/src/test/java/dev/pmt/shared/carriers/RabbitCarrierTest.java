package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.FeedException;
import dev.pmt.shared.testing.brokers.RabbitServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular to RabbitMQ, on a real one. */
class RabbitCarrierTest {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final FakeLog log = new FakeLog(20);
    private final Address address = new Address("http://" + UUID.randomUUID() + ":80", "sample");
    private final String queue = address.of("sample", "reader");
    private RabbitCarrier carrier;
    private Channel channel;

    @BeforeAll
    static void need_rabbitmq() {
        assumeTrue(RabbitServer.program().isPresent(), "there is no rabbitmq-server here");
    }

    @BeforeEach
    void open() throws Exception {
        carrier = carrier();
        var factory = new ConnectionFactory();
        factory.setUri(RabbitMedium.shared().url());
        channel = factory.newConnection().createChannel();
    }

    @AfterEach
    void close() throws IOException {
        carrier.close();
        channel.queueDelete(queue);
        channel.exchangeDelete(address.own());
        channel.getConnection().close();
    }

    private RabbitCarrier carrier() {
        return new RabbitCarrier(RabbitMedium.shared().url(), address);
    }

    @Test
    void a_message_stays_until_its_event_has_taken_effect() throws Exception {
        var feed = opened(carrier);
        carrier.publish(log.between(0, 10));
        assertThat(upTo(feed, 0, 10)).isEqualTo(log.between(0, 10));
        carrier.close();
        await().until(() -> channel.messageCount(queue) > 0);

        carrier = carrier();
        feed = carrier.feed("sample", "reader", log);
        assertThat(upTo(feed, 4, 10)).isEqualTo(log.between(4, 10));
        assertThat(feed.read(20, 10, Duration.ofSeconds(1))).isEmpty();
        carrier.close();
        await().until(() -> channel.messageCount(queue) == 0);
    }

    @Test
    void what_is_no_event_is_read_from_the_log() throws Exception {
        var feed = opened(carrier);
        carrier.publish(log.between(0, 3));
        channel.basicPublish(address.own(), "", null, "no JSON".getBytes(StandardCharsets.UTF_8));
        carrier.publish(log.between(4, 8));

        assertThat(upTo(feed, 0, 8)).isEqualTo(log.between(0, 8));
    }

    @Test
    void messages_of_another_log_are_thrown_away() throws Exception {
        opened(carrier);
        carrier.publish(log.between(0, 20));
        carrier.close();
        await().until(() -> channel.messageCount(queue) == 20);

        carrier = carrier();
        var restored = new FakeLog(8);
        assertThat(carrier.feed("sample", "reader", restored).read(5, 10, WAIT)).isEqualTo(restored.between(5, 8));
        await().until(() -> channel.messageCount(queue) == 0);
    }

    @Test
    void a_queue_that_cannot_be_read_is_made_anew() throws Exception {
        channel.queueDeclare(queue, false, false, false, null);
        var feed = carrier.feed("sample", "reader", log);
        log.reachable = false;
        await().atMost(Duration.ofMinutes(1))
                .ignoreException(FeedException.class)
                .until(() -> feed.read(20, 1, Duration.ZERO).isEmpty());

        carrier.publish(log.between(0, 5));
        assertThat(upTo(feed, 0, 5)).isEqualTo(log.between(0, 5));
    }

    @Test
    void a_queue_is_a_quorum_queue_of_one_reader_at_a_time() throws Exception {
        var first = opened(carrier);
        try (var another = carrier()) {
            var second = opened(another);
            carrier.publish(log.between(0, 5));
            assertThat(upTo(first, 0, 5)).isEqualTo(log.between(0, 5));
            log.reachable = false;
            assertThat(second.read(0, 10, Duration.ofMillis(300))).isEmpty();
        }
    }

    /** Reads once in vain, so that the queue is there. */
    private EventFeed opened(RabbitCarrier by) throws InterruptedException {
        var feed = by.feed("sample", "reader", log);
        assertThat(feed.read(20, 1, Duration.ZERO)).isEmpty();
        return feed;
    }

    /** Reads as a consumer does, until it has an event. */
    private static List<Event> upTo(EventFeed feed, long after, long last) throws InterruptedException {
        var events = new ArrayList<Event>();
        for (var position = after; position < last; position = events.getLast().position()) {
            var next = feed.read(position, (int) (last - position), WAIT);
            assertThat(next).isNotEmpty();
            events.addAll(next);
        }
        return events;
    }
}
