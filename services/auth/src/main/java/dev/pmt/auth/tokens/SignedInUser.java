package dev.pmt.auth.tokens;

import dev.pmt.auth.users.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** A browser's sign-in as Spring Security carries it: the user's id as name, and when the password was checked. */
public record SignedInUser(UserId id, Instant at) {

    /** Returns the form in which it lives in a session. */
    public Authentication authentication() {
        var password = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(at)
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(id.toString(), null, List.of(password));
    }

    /** Reads it back; empty for an anonymous visitor. */
    public static Optional<SignedInUser> of(Authentication authentication) {
        return UserId.parse(authentication.getName())
                .flatMap(id -> authentication.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(FactorGrantedAuthority.class::cast)
                        .findFirst()
                        .map(factor -> new SignedInUser(id, factor.getIssuedAt())));
    }
}
