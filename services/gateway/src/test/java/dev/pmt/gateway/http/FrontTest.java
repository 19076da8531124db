package dev.pmt.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.TelemetrySettings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontTest {

    private final Vertx vertx = Vertx.vertx();
    private final Listener listener = new Listener();

    /** Makes every request a socket. */
    private static final class Listener extends VerticleBase {

        private final Telemetry telemetry = Telemetry.start(TelemetrySettings.of("gateway", key -> null));
        private final AtomicInteger port = new AtomicInteger();
        private @Nullable Front front;

        @Override
        public Future<?> start() {
            var watch = new RequestWatch(telemetry, path -> path);
            var made = new Front(
                    vertx,
                    URI.create("http://localhost"),
                    Duration.ofMinutes(1),
                    watch,
                    request -> request.toNetSocket());
            front = made;
            return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                    .connectionHandler(made::opened)
                    .requestHandler(made)
                    .listen(0, "127.0.0.1")
                    .onSuccess(server -> port.set(server.actualPort()));
        }

        @Override
        public Future<?> stop() {
            telemetry.close();
            return Future.succeededFuture();
        }

        int watched() {
            return front == null ? -1 : front.watched();
        }
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void forgets_connections_that_have_become_sockets() throws IOException {
        vertx.deployVerticle(listener).toCompletionStage().toCompletableFuture().join();
        try (var client = new Socket(InetAddress.getLoopbackAddress(), listener.port.get())) {
            await().until(() -> listener.watched() == 1);

            client.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: thing\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 101");
            await().until(() -> listener.watched() == 0);
        }
    }
}
