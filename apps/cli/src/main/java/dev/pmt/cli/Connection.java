package dev.pmt.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Requests to one installation, over its private socket on this machine or over HTTP with a token. */
final class Connection implements AutoCloseable {

    private static final int ONE_HOUR_MS = 3_600_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final HttpClient client = vertx.createHttpClient();
    private final UnaryOperator<RequestOptions> target;
    private final String place;

    private Connection(UnaryOperator<RequestOptions> target, String place) {
        this.target = target;
        this.place = place;
    }

    static Connection local(Path socket, @Nullable String as) {
        if (Files.notExists(socket)) {
            throw new CommandFailure("No PMT runs here: " + socket
                    + " is missing. Start it with ./pmt up, name its --home, or use --url and --token.");
        }
        return new Connection(
                options -> {
                    options.setServer(SocketAddress.domainSocketAddress(socket.toString()))
                            .setHost("localhost")
                            .putHeader("X-PMT-By", System.getProperty("user.name", ""));
                    return as == null ? options : options.putHeader("X-PMT-As", as);
                },
                socket.toString());
    }

    static Connection remote(URI url, String token) {
        return new Connection(
                options -> options.setAbsoluteURI(url.resolve(options.getURI()).toString())
                        .putHeader("Authorization", "Bearer " + token),
                url.toString());
    }

    /** Sends a request without a body. */
    Answer get(String path) {
        return await(
                open(HttpMethod.GET, path).compose(request -> request.send().compose(Connection::read)));
    }

    /** Sends JSON. */
    Answer post(String path, String json) {
        return send(HttpMethod.POST, path, json);
    }

    /** Sends JSON that replaces what is there. */
    Answer put(String path, String json) {
        return send(HttpMethod.PUT, path, json);
    }

    /** Has something ended. */
    Answer delete(String path) {
        return send(HttpMethod.DELETE, path, "{}");
    }

    /** Sends JSON on a condition: the name of a header and its value. */
    Answer put(String path, String json, Map.Entry<String, String> condition) {
        return send(HttpMethod.PUT, path, json, condition);
    }

    /** Has something ended on a condition. */
    Answer delete(String path, Map.Entry<String, String> condition) {
        return send(HttpMethod.DELETE, path, "{}", condition);
    }

    @SafeVarargs
    private final Answer send(HttpMethod method, String path, String json, Map.Entry<String, String>... headers) {
        return await(open(method, path).compose(request -> {
            request.putHeader("Content-Type", "application/json");
            for (var header : headers) {
                request.putHeader(header.getKey(), header.getValue());
            }
            return request.send(json).compose(Connection::read);
        }));
    }

    /** Streams a file as the body, in constant memory; tells how many bytes have been read so far. */
    Answer upload(String path, Path file, String mediaType, LongConsumer progress) {
        return await(open(HttpMethod.POST, path).compose(request -> {
            request.putHeader("Content-Type", mediaType)
                    .putHeader("Content-Length", Long.toString(file.toFile().length()));
            var answer = request.response().compose(Connection::read);
            return vertx.fileSystem()
                    .open(file.toString(), new OpenOptions().setRead(true).setWrite(false))
                    .compose(source -> new CountedStream(source, progress).pipeTo(request))
                    .transform(sent -> answer);
        }));
    }

    @Override
    public void close() {
        client.close().compose(done -> vertx.close()).await();
    }

    private Future<HttpClientRequest> open(HttpMethod method, String path) {
        return client.request(
                target.apply(new RequestOptions().setMethod(method).setURI(path).setIdleTimeout(ONE_HOUR_MS)));
    }

    private static Future<Answer> read(io.vertx.core.http.HttpClientResponse response) {
        return response.body().map(Buffer::toString).map(body -> new Answer(response.statusCode(), body));
    }

    private Answer await(Future<Answer> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new ConnectionLost(place, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionLost(place, e);
        }
    }
}
