package dev.pmt.auth.tokens;

import dev.pmt.auth.installation.Installation;
import dev.pmt.auth.users.User;
import dev.pmt.shared.web.JwtSecurity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues access tokens without a sign-in, for whoever has proved at an internal door that it may act for a person. */
@Component
public class AccessTokens {

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

    /** Makes a token with the same claims as one from the code flow. */
    public Issued issue(User user) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(user.id().toString())
                .claim(Claims.ROLE, user.role().claim())
                .issuer(installation.issuer())
                .audience(List.of(JwtSecurity.AUDIENCE))
                .issuedAt(now)
                .expiresAt(now.plus(settings.access()))
                .id(ids.get().toString())
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return new Issued(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), settings.access());
    }

    /** A token and how long it is good for. */
    public record Issued(String token, Duration lifetime) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Issued[lifetime=" + lifetime + "]";
        }
    }
}
