package dev.pmt.shared.web;

import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who makes the request, read from its verified token alone; take it as a controller parameter.
 *
 * @param id the token's {@code sub}
 * @param role the token's {@code role}
 */
public record CurrentUser(UUID id, Role role) {

    static CurrentUser of(Jwt token) {
        return new CurrentUser(
                UUID.fromString(Objects.requireNonNull(token.getSubject())),
                Role.ofClaim(Objects.requireNonNull(token.getClaimAsString("role"))));
    }
}
