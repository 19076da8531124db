package dev.pmt.shared.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens were verified: a browser sends the same one with every request, and its signature
 * costs more than the rest of a small answer (ADR 15). How long a token lives is asked each time; a key that is withdrawn
 * counts no longer after that minute.
 */
final class VerifiedTokens implements JwtDecoder {

    static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final JwtTimestampValidator lifetime = new JwtTimestampValidator();
    private final JwtDecoder decoder;
    private final Cache<String, Jwt> verified;

    VerifiedTokens(JwtDecoder decoder, Ticker ticker) {
        this.decoder = decoder;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known == null) {
            var jwt = decoder.decode(token);
            verified.put(token, jwt);
            return jwt;
        }
        var verdict = lifetime.validate(known);
        if (verdict.hasErrors()) {
            throw new JwtValidationException("The token has expired.", verdict.getErrors());
        }
        return known;
    }
}
