package dev.pmt.shared.carriers;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.pmt.shared.events.CloudEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a consumer's own queue. A message is acknowledged once the reader asks for what comes behind its event. */
final class RabbitSubscription implements Broker.Subscription {

    private static final int PREFETCH = 1_000;
    private static final Map<String, Object> QUORUM = Map.of(
            "x-queue-type",
            "quorum",
            "x-single-active-consumer",
            true,
            "x-max-length",
            100_000,
            "x-expires",
            Duration.ofDays(7).toMillis());

    private final Connection connection;
    private final Channel channel;
    private final String queue;
    private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
    private final Deque<Message> held = new ArrayDeque<>();

    /** A message and what was in it: an event, nothing that could be read, or the end of all messages. */
    private record Message(
            long tag, @Nullable Carried carried, @Nullable Exception end) {}

    private RabbitSubscription(Connection connection, Channel channel, String queue) {
        this.connection = connection;
        this.channel = channel;
        this.queue = queue;
    }

    static RabbitSubscription open(Connection connection, String exchange, String queue) throws IOException {
        try {
            var channel = connection.createChannel();
            RabbitCarrier.declare(channel, exchange);
            var old = channel.queueDeclare(queue, true, false, false, QUORUM).getMessageCount();
            channel.queueBind(queue, exchange, "");
            channel.basicQos(PREFETCH);
            var subscription = new RabbitSubscription(connection, channel, queue);
            channel.basicConsume(queue, false, subscription.new Arrivals(old));
            return subscription;
        } catch (IOException | RuntimeException e) {
            connection.abort(RabbitConnections.CLOSING);
            throw e;
        }
    }

    @Override
    public List<Carried> take(long after, int limit, long millis) throws IOException, InterruptedException {
        acknowledge(after);
        if (held.isEmpty()) {
            var first = arrived.poll(millis, TimeUnit.MILLISECONDS);
            if (first != null) {
                held.add(first);
            }
        }
        arrived.drainTo(held, Math.max(0, limit - held.size()));
        var carried = new ArrayList<Carried>(held.size());
        for (var message : held) {
            if (message.end() != null && carried.isEmpty()) {
                throw new IOException("nothing more comes", message.end());
            }
            if (message.carried() != null) {
                carried.add(message.carried());
            }
        }
        return carried;
    }

    private void acknowledge(long after) throws IOException {
        var last = 0L;
        while (!held.isEmpty() && isDone(held.getFirst(), after)) {
            last = held.removeFirst().tag();
        }
        if (last > 0) {
            channel.basicAck(last, true);
        }
    }

    /** What cannot be read is done at once: its event is in the log. */
    private static boolean isDone(Message message, long after) {
        return message.end() == null
                && (message.carried() == null || message.carried().position() <= after);
    }

    @Override
    public void discard() throws IOException {
        channel.queuePurge(queue);
        channel.basicAck(0, true);
    }

    @Override
    public void close() {
        connection.abort(RabbitConnections.CLOSING);
    }

    private final class Arrivals extends DefaultConsumer {

        /** How many that were in the queue before are still to come. */
        private long old;

        Arrivals(long old) {
            super(channel);
            this.old = old;
        }

        @Override
        public void handleDelivery(String consumer, Envelope envelope, BasicProperties properties, byte[] body) {
            var before = envelope.isRedeliver() || old-- > 0;
            arrived.add(new Message(envelope.getDeliveryTag(), carried(body, before), null));
        }

        @Override
        public void handleShutdownSignal(String consumer, ShutdownSignalException cause) {
            arrived.add(new Message(0, null, cause));
        }

        /** Its queue was deleted, so it hears of nothing any more, not even of the connection's end. */
        @Override
        public void handleCancel(String consumer) {
            arrived.add(new Message(0, null, new IOException("the queue is gone")));
        }

        private @Nullable Carried carried(byte[] body, boolean before) {
            try {
                return new Carried(CloudEvents.read(new String(body, StandardCharsets.UTF_8)), before);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
