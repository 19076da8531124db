package dev.pmt.shared.carriers;

import com.rabbitmq.client.ConnectionFactory;
import dev.pmt.shared.testing.TestTokens;
import dev.pmt.shared.testing.brokers.RabbitServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A real RabbitMQ. */
final class RabbitMedium implements Medium {

    private final RabbitServer server = RabbitServer.begin();

    private static final class One {

        static final RabbitMedium MEDIUM = new RabbitMedium();
    }

    /** Returns the one of this run; it takes long to start, and ends with the run. */
    static RabbitMedium shared() {
        return One.MEDIUM;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("pmt.events.carrier", "rabbitmq", "pmt.events.rabbitmq-url", url());
    }

    /** Returns its address once it answers. */
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

    /** Starting it without its data takes long; without queues and exchanges it is as empty. */
    @Override
    public void wipe() {
        var factory = new ConnectionFactory();
        try {
            factory.setUri(url());
            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                var listener = new Address(TestTokens.ISSUER, "listener");
                for (var producer : List.of("sample", "second")) {
                    channel.exchangeDelete(listener.of(producer));
                    channel.queueDelete(listener.of(producer, "from-" + producer));
                }
            }
        } catch (IOException | TimeoutException | URISyntaxException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}
}
