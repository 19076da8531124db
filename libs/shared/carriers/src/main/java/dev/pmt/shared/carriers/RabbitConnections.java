package dev.pmt.shared.carriers;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections to one RabbitMQ; with {@code amqps}, the server's certificate must fit its name. */
final class RabbitConnections implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RabbitConnections.class);

    /** The longest that a connection may take to close, in ms. */
    static final int CLOSING = 500;

    private static final int TLS_PORT = 5671;
    private static final int ANSWER = 3_000;
    private static final int HEARTBEAT_SECONDS = 10;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final String client;

    RabbitConnections(String url, String client) {
        this.client = client;
        try {
            // The client's own reading of amqps would trust every certificate.
            factory.setUri(url.replaceFirst("^amqps:", "amqp:"));
            if (url.startsWith("amqps:")) {
                factory.useSslProtocol(SSLContext.getDefault());
                factory.enableHostnameVerification();
                factory.setPort(URI.create(url).getPort() < 0 ? TLS_PORT : factory.getPort());
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
        factory.setExceptionHandler(new Quiet());
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

    /** Whoever uses a connection hears of its end, and says so once. */
    private static final class Quiet extends ForgivingExceptionHandler {

        @Override
        protected void log(String message, Throwable e) {
            log.debug(message, e);
        }
    }
}
