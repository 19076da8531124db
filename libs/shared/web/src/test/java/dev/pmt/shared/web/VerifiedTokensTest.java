package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {

    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void are_verified_once_a_minute() {
        var tokens = new VerifiedTokens(token -> verified(token, Duration.ofHours(1)), nanos::get);

        tokens.decode("a");
        tokens.decode("a");
        tokens.decode("b");
        assertThat(verifications).hasValue(2);

        nanos.addAndGet(VerifiedTokens.KEPT.toNanos());
        tokens.decode("a");
        assertThat(verifications).hasValue(3);
    }

    @Test
    void do_not_outlive_their_lifetime() {
        var tokens = new VerifiedTokens(token -> verified(token, Duration.ofHours(-1)), nanos::get);

        tokens.decode("a");

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void are_not_remembered_when_refused() {
        var tokens = new VerifiedTokens(
                token -> {
                    verifications.incrementAndGet();
                    throw new BadJwtException("no");
                },
                nanos::get);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verifications).hasValue(2);
    }

    private Jwt verified(String token, Duration life) {
        verifications.incrementAndGet();
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().plus(life))
                .build();
    }
}
