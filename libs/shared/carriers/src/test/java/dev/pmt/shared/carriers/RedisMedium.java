package dev.pmt.shared.carriers;

import dev.pmt.shared.testing.brokers.RedisServer;
import java.util.Map;

/** A real Redis. */
final class RedisMedium implements Medium {

    private final RedisServer server = RedisServer.begin();

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("pmt.events.carrier", "redis", "pmt.events.redis-url", url());
    }

    String url() {
        return server.url();
    }

    @Override
    public void stop() {
        server.kill();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void wipe() {
        server.wipe();
    }

    @Override
    public void close() {
        server.close();
    }
}
