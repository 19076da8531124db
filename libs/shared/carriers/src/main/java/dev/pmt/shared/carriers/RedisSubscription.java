package dev.pmt.shared.carriers;

import dev.pmt.shared.events.CloudEvents;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

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
        return entries.stream().flatMap(this::carried).toList();
    }

    /** What is no event is left out: the gap is filled from the log. */
    private Stream<Carried> carried(StreamMessage<String, String> entry) {
        try {
            return Optional.ofNullable(entry.getBody().get(RedisCarrier.EVENT))
                    .map(CloudEvents::read)
                    .filter(event -> event.position() == RedisConnection.position(entry))
                    .map(event -> new Carried(event, event.position() <= newestThen))
                    .stream();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
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
