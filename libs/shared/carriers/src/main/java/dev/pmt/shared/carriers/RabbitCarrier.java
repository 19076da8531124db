package dev.pmt.shared.carriers;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.pmt.shared.events.CloudEvents;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventCarrier;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RabbitMQ: a durable fanout exchange a service, written with publisher confirms, and behind it a quorum queue for each
 * consumer, which one process at a time reads, since competing ones would upset the order.
 */
final class RabbitCarrier implements EventCarrier, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RabbitCarrier.class);
    private static final Duration CONFIRMATION = Duration.ofSeconds(3);
    private static final int PERSISTENT = 2;

    private final RabbitConnections connections;
    private final Address address;
    private @Nullable Connection connection;
    private @Nullable Channel channel;

    RabbitCarrier(String url, Address address) {
        this.connections = new RabbitConnections(url, "pmt-" + address.service());
        this.address = address;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public void publish(List<Event> events) throws InterruptedException {
        try {
            var open = channel == null ? open() : channel;
            for (var event : events) {
                publish(open, event);
            }
            open.waitForConfirmsOrDie(CONFIRMATION.toMillis());
        } catch (IOException | TimeoutException | RuntimeException e) {
            disconnect();
            throw new FeedException("rabbitmq at " + connections.place() + " cannot be used: " + Failures.reason(e), e);
        } catch (InterruptedException e) {
            disconnect();
            throw e;
        }
    }

    @Override
    public EventFeed feed(String producer, String consumer, EventFeed log) {
        Broker broker = () -> subscribe(address.of(producer), address.of(producer, consumer));
        return new CarriedFeed(producer, "rabbitmq at " + connections.place(), broker, log);
    }

    private Broker.Subscription subscribe(String exchange, String queue) throws IOException, TimeoutException {
        var reading = connections.open();
        try {
            return RabbitSubscription.open(reading, exchange, queue);
        } catch (IOException e) {
            delete(queue);
            throw e;
        }
    }

    /**
     * Deletes a queue that cannot be read, so that the next attempt makes it anew: the log has its events. One that RabbitMQ
     * was still making when it was killed would never answer again, nor let a message be confirmed.
     */
    private void delete(String queue) throws TimeoutException {
        try {
            var deleting = connections.open();
            try {
                deleting.createChannel().queueDelete(queue);
            } finally {
                deleting.abort(RabbitConnections.CLOSING);
            }
        } catch (IOException e) {
            log.debug("Queue {} could not be deleted either", queue, e);
        }
    }

    @Override
    public void close() {
        disconnect();
        connections.close();
    }

    private Channel open() throws IOException, TimeoutException {
        connection = connections.open();
        var open = connection.createChannel();
        declare(open, address.own());
        open.confirmSelect();
        channel = open;
        return open;
    }

    /** Makes sure of a service's exchange: whoever comes first makes it. */
    static void declare(Channel channel, String exchange) throws IOException {
        channel.exchangeDeclare(exchange, BuiltinExchangeType.FANOUT, true);
    }

    private void publish(Channel open, Event event) throws IOException {
        var properties = new BasicProperties.Builder()
                .contentType("application/cloudevents+json")
                .deliveryMode(PERSISTENT)
                .messageId(event.id().toString())
                .type(event.type())
                .build();
        var json = CloudEvents.write("/" + address.service(), event);
        open.basicPublish(address.own(), "", properties, json.getBytes(StandardCharsets.UTF_8));
    }

    private void disconnect() {
        if (connection != null) {
            connection.abort(RabbitConnections.CLOSING);
            connection = null;
            channel = null;
        }
    }
}
