package dev.pmt.shared.web.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads logs of other services of the installation, wherever they run, in this service's own name. Who reads one
 * pauses by itself when it fails, so there is no circuit breaker here; there is one before auth, which gives the token.
 */
public final class ServiceClient {

    static final CallLimits TOKEN = CallLimits.of(Duration.ofSeconds(5), 1);
    /** A token is not used in its last seconds: it must still count when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private record Token(String value, Instant until) {}

    private final URI internalUrl;
    private final ServiceIdentity identity;
    private final Ports ports;
    private final TokenDoor auth;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token token;

    /**
     * Makes a client; it takes no thread or connection before its first request.
     *
     * @param internalUrl the edge's door from service to service, {@code pmt.internal-url}
     */
    public ServiceClient(URI internalUrl, ServiceIdentity identity, Ports ports, Clock clock) {
        this.internalUrl = internalUrl;
        this.identity = identity;
        this.ports = ports;
        this.clock = clock;
        auth = ports.open(TokenDoor.class, "auth", TOKEN, client -> client.baseUrl(internalUrl.toString()));
    }

    /**
     * Asks a service, outside of any transaction.
     *
     * @param target path and query
     * @param timeout for the whole answer
     * @throws IOException when the service, or auth for the token, does not answer or refuses this service's identity
     */
    public HttpResponse<byte[]> get(String service, String target, Duration timeout)
            throws IOException, InterruptedException {
        Transactions.refuse(service);
        var answer = ports.client().sendAsync(request(service, target, timeout), BodyHandlers.ofByteArray());
        try {
            return checked(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IOException(service + " did not answer in " + timeout, e);
        } catch (ExecutionException e) {
            throw new IOException(service + " did not answer: " + e.getCause(), e);
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * Asks for a long answer, which is cut when it is not over in time. A transaction may be open, since a state and its place
     * in the log are taken over in one; the caller closes the body.
     *
     * @param timeout until the service begins to answer
     * @param whole for the whole answer
     */
    public HttpResponse<InputStream> stream(String service, String target, Duration timeout, Duration whole)
            throws IOException, InterruptedException {
        var answer = checked(ports.client().send(request(service, target, timeout), BodyHandlers.ofInputStream()));
        var body = answer.body();
        CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> close(body));
        return answer;
    }

    private HttpRequest request(String service, String target, Duration timeout)
            throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(internalUrl + "/to/" + service + target))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token())
                .build();
    }

    private <T> HttpResponse<T> checked(HttpResponse<T> answer) {
        if (answer.statusCode() == 401) {
            forgetToken();
        }
        return answer;
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // whoever reads it sees the end
        }
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

    private Token fetchToken() throws IOException {
        var proof = MultiValueMap.fromSingleValue(identity.tokenRequest(clock));
        var asked = clock.instant();
        try {
            var grant = auth.issueToken(proof);
            return new Token(
                    grant.accessToken(), asked.plusSeconds(grant.expiresIn()).minus(MARGIN));
        } catch (NoAnswerException e) {
            throw new IOException(identity.name() + " has no token: " + e.getMessage(), e);
        }
    }
}
