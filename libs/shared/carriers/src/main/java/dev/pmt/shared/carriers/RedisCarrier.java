package dev.pmt.shared.carriers;

import dev.pmt.shared.events.CloudEvents;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventCarrier;
import dev.pmt.shared.events.EventFeed;
import dev.pmt.shared.events.EventsGoneException;
import dev.pmt.shared.events.FeedException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Redis Streams: one stream a service. An entry's id is its event's position, so that Redis itself refuses doubles, and a
 * reader goes on from its own position, which lives beside its effects; consumer groups would keep a second one.
 */
final class RedisCarrier implements EventCarrier, AutoCloseable {

    /** The one field of an entry. */
    static final String EVENT = "event";

    private static final long KEPT = 100_000;
    private static final String NOT_NEWER = "equal or smaller than the target stream top item";

    private final RedisURI uri;
    private final Address address;
    private final EventFeed own;
    private final ClientResources resources = DefaultClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client = RedisClient.create(resources);
    private @Nullable RedisConnection connection;

    RedisCarrier(String url, Address address, EventFeed own) {
        this.uri = RedisURI.create(url);
        this.address = address;
        this.own = own;
        uri.setClientName("pmt-" + address.service());
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(RedisConnection.ANSWER)
                        .keepAlive(true)
                        .build())
                .build());
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void publish(List<Event> events) throws InterruptedException {
        try {
            var open = connection == null ? open() : connection;
            for (var answer : add(open, events)) {
                expectAdded(answer);
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            disconnect();
            throw new FeedException("redis at " + place() + " cannot be used: " + Failures.reason(e), e);
        } catch (InterruptedException e) {
            disconnect();
            throw e;
        }
    }

    @Override
    public EventFeed feed(String producer, String consumer, EventFeed log) {
        Broker broker = () -> RedisSubscription.open(RedisConnection.open(client, uri), address.of(producer));
        return new CarriedFeed(producer, "redis at " + place(), broker, log);
    }

    @Override
    public void close() {
        client.shutdownAsync()
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(e -> null)
                .join();
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }

    /** Connects, and removes the stream of another log: a backup that was put back goes on with other events. */
    private RedisConnection open() throws InterruptedException, ExecutionException, TimeoutException {
        var open = RedisConnection.open(client, uri);
        connection = open;
        var last = open.last(address.own());
        if (last.isPresent()
                && !isLogged(RedisConnection.position(last.get()), last.get().getBody())) {
            RedisConnection.await(open.commands().del(address.own()), RedisConnection.ANSWER);
        }
        return open;
    }

    private boolean isLogged(long position, Map<String, String> body) throws InterruptedException {
        var json = body.get(EVENT);
        if (position < 1 || json == null) {
            return false;
        }
        try {
            var logged = own.read(position - 1, 1, Duration.ZERO);
            return !logged.isEmpty()
                    && CloudEvents.read(json).id().equals(logged.getFirst().id());
        } catch (EventsGoneException | IllegalArgumentException e) {
            return false;
        }
    }

    private List<Future<String>> add(RedisConnection open, List<Event> events) {
        var answers = new ArrayList<Future<String>>(events.size());
        for (var event : events) {
            var id = new XAddArgs().id(event.position() + "-0").maxlen(KEPT).approximateTrimming();
            var json = CloudEvents.write("/" + address.service(), event);
            answers.add(open.commands().xadd(address.own(), id, Map.of(EVENT, json)));
        }
        return answers;
    }

    private static void expectAdded(Future<String> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            RedisConnection.await(answer, RedisConnection.ANSWER);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RedisCommandExecutionException refusal)
                    || !String.valueOf(refusal.getMessage()).contains(NOT_NEWER)) {
                throw e;
            }
        }
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private String place() {
        return uri.getHost() + ":" + uri.getPort();
    }
}
