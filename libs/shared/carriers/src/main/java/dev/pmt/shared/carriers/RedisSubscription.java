package dev.pmt.shared.carriers;

import dev.pmt.shared.events.CloudEvents;
import dev.pmt.shared.events.Event;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Reads a service's stream from the position that it is told. */
final class RedisSubscription implements Broker.Subscription {

    private final RedisConnection connection;
    private final String stream;
    private final long newestThen;

    private RedisSubscription(RedisConnection connection, String stream, long newestThen) {
        this.connection = connection;
        this.stream = stream;
        this.newestThen = newestThen;
    }

    static RedisSubscription open(RedisConnection connection, String stream)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            var last = connection.last(stream);
            return new RedisSubscription(
                    connection, stream, last.map(RedisConnection::position).orElse(0L));
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Carried> take(long after, int limit, long millis)
            throws InterruptedException, ExecutionException, TimeoutException {
        var how = new XReadArgs().count(limit);
        if (millis > 0) {
            how.block(millis);
        }
        var entries = RedisConnection.await(
                connection.commands().xread(how, StreamOffset.from(stream, after + "-0")),
                RedisConnection.ANSWER.plus(Duration.ofMillis(millis)));
        return carried(entries);
    }

    /** Ends before what is no event; where it is the next entry, the stream cannot be used until the log has led past it. */
    private List<Carried> carried(List<StreamMessage<String, String>> entries) {
        var carried = new ArrayList<Carried>(entries.size());
        for (var entry : entries) {
            var event = event(entry);
            if (event.isEmpty() && carried.isEmpty()) {
                throw new IllegalStateException("entry " + entry.getId() + " is no event");
            }
            if (event.isEmpty()) {
                break;
            }
            carried.add(new Carried(event.get(), event.get().position() <= newestThen));
        }
        return carried;
    }

    private static Optional<Event> event(StreamMessage<String, String> entry) {
        try {
            return Optional.ofNullable(entry.getBody().get(RedisCarrier.EVENT))
                    .map(CloudEvents::read)
                    .filter(event -> event.position() == RedisConnection.position(entry));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Leaves the stream to its publisher, who looks at it too. */
    @Override
    public void discard() {}

    @Override
    public void close() {
        connection.close();
    }
}
