package dev.pmt.gateway.http;

import java.util.Optional;

/** Who asks, as the token says; whoever answers judges whether it is true. */
public record Caller(String id, String role) {

    /** Reads a token; empty when it is no JWT or names nobody. */
    public static Optional<Caller> of(String token) {
        try {
            var claims = Jwt.claims(token);
            return Optional.ofNullable(claims.getString("sub"))
                    .map(subject -> new Caller(subject, claims.getString("role", "")));
        } catch (IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Tells whether the token says administrator. */
    public boolean isAdmin() {
        return role.equals("admin");
    }
}
