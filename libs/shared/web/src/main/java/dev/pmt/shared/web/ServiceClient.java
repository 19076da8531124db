package dev.pmt.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads from other services of the installation, wherever they run, in this service's own name. */
public final class ServiceClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOKEN = Duration.ofSeconds(10);
    /** A token is not used in its last seconds: it must still count when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private record Token(String value, Instant until) {}

    private final URI internalUrl;
    private final ServiceIdentity identity;
    private final JsonMapper json;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient client;
    private @Nullable Token token;

    /**
     * Makes a client; it takes no thread or connection before its first request.
     *
     * @param internalUrl the edge's door from service to service, {@code pmt.internal-url}
     */
    public ServiceClient(URI internalUrl, ServiceIdentity identity, JsonMapper json, Clock clock) {
        this.internalUrl = internalUrl;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks a service; the caller closes the body.
     *
     * @param target path and query
     * @param timeout until the service begins to answer
     * @throws IOException when the service, or auth for the token, does not answer or refuses this service's identity
     */
    public HttpResponse<InputStream> get(String service, String target, Duration timeout)
            throws IOException, InterruptedException {
        var request = to(service, target, timeout).header("Authorization", "Bearer " + token());
        var answer = http().send(request.GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 401) {
            forgetToken();
        }
        return answer;
    }

    private String token() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var known = token;
            if (known == null || !clock.instant().isBefore(known.until)) {
                known = fetchToken();
                token = known;
            }
            return known.value;
        } finally {
            lock.unlock();
        }
    }

    private void forgetToken() {
        lock.lock();
        try {
            token = null;
        } finally {
            lock.unlock();
        }
    }

    private Token fetchToken() throws IOException, InterruptedException {
        var form = identity.tokenRequest(clock).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var asked = clock.instant();
        var answer = http().send(
                        to("auth", "/oauth2/token", TOKEN)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("auth gave " + identity.name() + " no token: status " + answer.statusCode());
        }
        var content = json.readTree(answer.body());
        var lifetime = Duration.ofSeconds(content.required("expires_in").asLong());
        return new Token(
                content.required("access_token").asString(),
                asked.plus(lifetime).minus(MARGIN));
    }

    private HttpRequest.Builder to(String service, String target, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(internalUrl + "/to/" + service + target))
                .timeout(timeout);
    }

    private HttpClient http() {
        lock.lock();
        try {
            var known = client;
            if (known == null) {
                known = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
                client = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
