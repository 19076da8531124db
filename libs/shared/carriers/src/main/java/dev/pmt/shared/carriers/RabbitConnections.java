package dev.pmt.shared.carriers;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Opens connections to one RabbitMQ; with {@code amqps}, the server's certificate must fit its name. */
final class RabbitConnections implements AutoCloseable {

    /** The longest that a connection may take to close, in ms. */
    static final int CLOSING = 500;

    private static final int ANSWER = 3_000;
    private static final int HEARTBEAT_SECONDS = 10;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final String client;

    RabbitConnections(String url, String client) {
        this.client = client;
        try {
            factory.setUri(url);
            if (factory.isSSL()) {
                factory.useSslProtocol(SSLContext.getDefault());
                factory.enableHostnameVerification();
            }
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IllegalArgumentException("pmt.events.rabbitmq-url must be an address that TLS can be used with");
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout((int) Duration.ofSeconds(2).toMillis());
        factory.setHandshakeTimeout(ANSWER);
        factory.setChannelRpcTimeout(ANSWER);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    }

    Connection open() throws IOException, TimeoutException {
        var connection = factory.newConnection(client);
        open.add(connection);
        connection.addShutdownListener(cause -> open.remove(connection));
        return connection;
    }

    /** Says where it is, for people. */
    String place() {
        return factory.getHost() + ":" + factory.getPort();
    }

    @Override
    public void close() {
        open.forEach(connection -> connection.abort(CLOSING));
    }
}
