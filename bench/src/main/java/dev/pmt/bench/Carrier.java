package dev.pmt.bench;

import dev.pmt.shared.testing.brokers.RabbitServer;
import dev.pmt.shared.testing.brokers.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What carries events between two services that are measured.
 *
 * @param name as people know it
 * @param settings of both services
 * @param near whether the listener finds the sender in its own process
 * @param server what was started for it
 */
record Carrier(String name, Map<String, String> settings, boolean near, AutoCloseable server) implements AutoCloseable {

    /** Starts what can be started here: RabbitMQ is there only where it is installed. */
    static List<Carrier> all() {
        var carriers = new ArrayList<Carrier>();
        carriers.add(new Carrier("in-process", Map.of(), true, () -> {}));
        carriers.add(new Carrier("http", Map.of(), false, () -> {}));
        var redis = RedisServer.begin();
        carriers.add(new Carrier(
                "redis", Map.of("pmt.events.carrier", "redis", "pmt.events.redis-url", redis.url()), false, redis));
        RabbitServer.program()
                .map(_ -> RabbitServer.begin())
                .ifPresent(rabbit -> carriers.add(new Carrier(
                        "rabbitmq",
                        Map.of("pmt.events.carrier", "rabbitmq", "pmt.events.rabbitmq-url", rabbit.url()),
                        false,
                        rabbit)));
        return carriers;
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
