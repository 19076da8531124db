package dev.pmt.auth.tokens;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.users.User;
import dev.pmt.shared.web.JwtSecurity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues access tokens without a sign-in: for the edge on behalf of people, and for services. */
@Component
public class AccessTokens {

    private static final String SERVICE_ROLE = "service";

    private final JwtEncoder encoder;
    private final Installation installation;
    private final TokenSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;

    AccessTokens(
            JwtEncoder encoder, Installation installation, TokenSettings settings, Supplier<UUID> ids, Clock clock) {
        this.encoder = encoder;
        this.installation = installation;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a token with which its bearer may do everything that the person may. */
    public Issued issue(User user) {
        return issue(user.id().value(), user.role().claim(), Map.of(), Instant.MAX);
    }

    /** Makes a token that is limited to a scope (RFC 8693, section 4.2) and ends at that moment at the latest. */
    public Issued issue(User user, String scope, Instant end) {
        return issue(user.id().value(), user.role().claim(), Map.of(OAuth2ParameterNames.SCOPE, scope), end);
    }

    /** Makes a token for a service, which is no person. */
    public Issued issueForService(UUID service) {
        return issue(service, SERVICE_ROLE, Map.of(), Instant.MAX);
    }

    private Issued issue(UUID subject, String role, Map<String, Object> more, Instant end) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiry = now.plus(settings.access());
        var claims = JwtClaimsSet.builder()
                .subject(subject.toString())
                .claim(Claims.ROLE, role)
                .issuer(installation.issuer())
                .audience(List.of(JwtSecurity.AUDIENCE))
                .issuedAt(now)
                .expiresAt(earlier(expiry, end.isAfter(now) ? end : now.plusSeconds(1)))
                .id(ids.get().toString())
                .claims(all -> all.putAll(more))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims));
        return new Issued(token.getTokenValue(), now, Objects.requireNonNull(claims.getExpiresAt()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** A token and when it is good for something. */
    public record Issued(String token, Instant issuedAt, Instant expiresAt) {

        /** Returns how long it is good for. */
        public Duration lifetime() {
            return Duration.between(issuedAt, expiresAt);
        }

        /** Returns the form in which the framework answers it to a client. */
        public OAuth2AccessToken answer(Set<String> scopes) {
            return new OAuth2AccessToken(TokenType.BEARER, token, issuedAt, expiresAt, scopes);
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }
}
