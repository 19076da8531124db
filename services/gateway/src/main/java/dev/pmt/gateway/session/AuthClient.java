package dev.pmt.gateway.session;

import dev.pmt.gateway.proxy.Origins;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.Turn;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Speaks to auth's back-channel doors at its present address; fails with AuthRefused or AuthUnavailable only. After five
 * failures in a row auth is left alone for two seconds, so that nobody waits for one that hangs.
 */
public final class AuthClient {

    static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(5)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(100)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Origins origins;
    private final Routes routes;
    private final String basic;
    private final Duration timeout;
    private final CircuitBreaker breaker = CircuitBreaker.of("auth", BREAKER);

    /** Makes a client that finds auth by the route table. */
    public AuthClient(Origins origins, Routes routes, ClientSettings settings) {
        this(origins, routes, settings, TIMEOUT);
    }

    AuthClient(Origins origins, Routes routes, ClientSettings settings, Duration timeout) {
        this.origins = origins;
        this.routes = routes;
        this.timeout = timeout;
        var pair = ClientSettings.CLIENT_ID + ":" + settings.clientSecret();
        basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    Future<Tokens> exchange(String code, String verifier, String redirect) {
        var fields = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "code_verifier", verifier,
                "redirect_uri", redirect);
        return form("/oauth2/token", fields).compose(json -> Tokens.of(json, "", ""));
    }

    /** Asks for new tokens; parts that auth does not renew stay as they were. */
    Future<Tokens> refresh(Tokens old) {
        return form("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()))
                .compose(json -> Tokens.of(json, old.refresh(), old.id()));
    }

    /** Exchanges a personal API token for a JWT (RFC 8693); AuthRefused when it is unknown, expired or revoked. */
    public Future<AccessToken> exchange(String personalToken) {
        var fields = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", personalToken,
                "subject_token_type", "urn:pmt:params:oauth:token-type:personal");
        return form("/oauth2/token", fields).compose(AccessToken::of);
    }

    Future<Void> revoke(String refreshToken) {
        return form("/oauth2/revoke", Map.of("token", refreshToken, "token_type_hint", "refresh_token"))
                .mapEmpty();
    }

    Future<JsonObject> keys() {
        return send(HttpMethod.GET, "/oauth2/jwks", Buffer.buffer(), FORM);
    }

    /** Sends JSON to one of auth's internal doors and returns its JSON answer. */
    public Future<JsonObject> post(String path, JsonObject body) {
        return send(HttpMethod.POST, path, body.toBuffer(), "application/json");
    }

    private Future<JsonObject> form(String path, Map<String, String> fields) {
        var encoder = new QueryStringEncoder("");
        fields.forEach(encoder::addParam);
        return send(HttpMethod.POST, path, Buffer.buffer(encoder.toString().substring(1)), FORM)
                .recover(failure -> Future.failedFuture(
                        failure instanceof AuthRefused refused
                                        && !refused.code().equals("invalid_grant")
                                ? new AuthUnavailable("auth does not accept this edge: " + refused.code(), refused)
                                : failure));
    }

    private Future<JsonObject> send(HttpMethod method, String path, Buffer body, String mediaType) {
        var hold = routes.current().steeringOf("auth").hold();
        return hold == null
                ? send(Turn.FREE, method, path, body, mediaType)
                : hold.enter()
                        .recover(late -> Future.failedFuture(new AuthUnavailable("auth is held", late)))
                        .compose(turn -> send(turn, method, path, body, mediaType));
    }

    private Future<JsonObject> send(Turn turn, HttpMethod method, String path, Buffer body, String mediaType) {
        var address = routes.current().addressOf("auth");
        if (address.isEmpty()) {
            turn.end();
            return Future.failedFuture(new AuthUnavailable("auth is not registered", null));
        }
        if (!breaker.tryAcquirePermission()) {
            turn.end();
            return Future.failedFuture(new AuthUnavailable("auth has not answered lately", null));
        }
        var begun = System.nanoTime();
        return ask(turn, address.get(), method, path, body, mediaType).onComplete(result -> {
            var took = System.nanoTime() - begun;
            if (result.failed() && result.cause() instanceof AuthUnavailable away) {
                breaker.onError(took, TimeUnit.NANOSECONDS, away);
            } else {
                breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            }
        });
    }

    private Future<JsonObject> ask(
            Turn turn, URI address, HttpMethod method, String path, Buffer body, String mediaType) {
        return origins.freshRequest(address)
                .onComplete(request -> turn.end())
                .compose(request -> request.setMethod(method)
                        .setURI(path)
                        .idleTimeout(timeout.toMillis())
                        .putHeader(HttpHeaders.AUTHORIZATION, basic)
                        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                        .putHeader(HttpHeaders.ACCEPT, "application/json")
                        .send(body))
                .compose(response -> response.body().compose(content -> read(response, content)))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof AuthRefused || failure instanceof AuthUnavailable
                                ? failure
                                : new AuthUnavailable("auth did not answer", failure)));
    }

    private static Future<JsonObject> read(HttpClientResponse response, Buffer content) {
        var status = response.statusCode();
        var json = json(content);
        if (status / 100 == 2) {
            return Future.succeededFuture(json);
        }
        var code = json.getString("error", json.getString("code", ""));
        return Future.failedFuture(
                status / 100 == 4
                        ? new AuthRefused(status, code)
                        : new AuthUnavailable("auth answered " + status, null));
    }

    private static JsonObject json(Buffer content) {
        try {
            return content.length() == 0 ? new JsonObject() : content.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            return new JsonObject();
        }
    }
}
