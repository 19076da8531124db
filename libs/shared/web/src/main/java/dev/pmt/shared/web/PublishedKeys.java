package dev.pmt.shared.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.pmt.shared.web.calls.CallLimits;
import dev.pmt.shared.web.calls.NoAnswerException;
import dev.pmt.shared.web.calls.Ports;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that auth publishes. One request fetches them for all that wait; they stay for five minutes, for ten while auth
 * is away (no token lives longer), and tokens that name unknown keys cause one fetch a second at most.
 */
final class PublishedKeys implements JWKSetSource<SecurityContext> {

    static final CallLimits LIMITS = CallLimits.of(Duration.ofSeconds(2), 1);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Fetched(JWKSet keys, long millis) {}

    private final KeyDoor auth;
    private volatile @Nullable Fetched latest;

    private PublishedKeys(KeyDoor auth) {
        this.auth = auth;
    }

    static JWKSource<SecurityContext> at(String uri, Ports ports) {
        var auth = ports.open(KeyDoor.class, "auth", LIMITS, client -> client.baseUrl(uri));
        return JWKSourceBuilder.create(new PublishedKeys(auth))
                .cache(FRESH.toMillis(), LIMITS.timeout().toMillis())
                .refreshAheadCache(false)
                .rateLimited(false)
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        var known = latest;
        if (known != null && currentTime - known.millis < PAUSE.toMillis()) {
            return known.keys;
        }
        try {
            var keys = JWKSet.parse(Map.of("keys", auth.getKeys().keys()));
            latest = new Fetched(keys, currentTime);
            return keys;
        } catch (NoAnswerException | ParseException e) {
            if (known != null
                    && currentTime - known.millis < KEPT.toMillis()
                    && !evaluator.requiresRefresh(known.keys)) {
                return known.keys;
            }
            throw new JWKSetUnavailableException("auth's keys cannot be had", e);
        }
    }

    @Override
    public void close() {}
}
