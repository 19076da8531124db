package dev.pmt.shared.carriers;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection to Redis whose waits end, by time or by interruption. */
final class RedisConnection implements AutoCloseable {

    /** The longest that Redis may take for an answer. */
    static final Duration ANSWER = Duration.ofSeconds(3);

    private final StatefulRedisConnection<String, String> connection;

    private RedisConnection(StatefulRedisConnection<String, String> connection) {
        this.connection = connection;
    }

    static RedisConnection open(RedisClient client, RedisURI uri)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new RedisConnection(
                await(client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture(), ANSWER));
    }

    RedisAsyncCommands<String, String> commands() {
        return connection.async();
    }

    static <T> T await(Future<T> answer, Duration longest)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TimeoutException("no answer within " + longest.toSeconds() + " s");
        }
    }

    /** Returns the newest entry of a stream, if it has any. */
    Optional<StreamMessage<String, String>> last(String stream)
            throws InterruptedException, ExecutionException, TimeoutException {
        return await(commands().xrevrange(stream, Range.unbounded(), Limit.from(1)), ANSWER).stream()
                .findFirst();
    }

    /** Returns the position of an entry: the first part of its id. */
    static long position(StreamMessage<String, String> entry) {
        return Long.parseLong(entry.getId().substring(0, entry.getId().indexOf('-')));
    }

    @Override
    public void close() {
        // Nobody waits for the end of a connection that is given up.
        var _ = connection.closeAsync();
    }
}
