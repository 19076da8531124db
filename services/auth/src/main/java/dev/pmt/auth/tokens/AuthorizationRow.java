package dev.pmt.auth.tokens;

import dev.pmt.auth.users.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code authorizations}. */
record AuthorizationRow(
        String id,
        String client,
        UserId user,
        Set<String> scopes,
        Instant signedInAt,
        String redirectUri,
        String codeChallenge,
        @Nullable String nonce,
        @Nullable StoredToken code,
        @Nullable StoredToken access,
        @Nullable StoredToken refresh,
        @Nullable Instant idTokenIssuedAt,
        @Nullable Instant idTokenExpiresAt,
        long version) {

    /** What is kept of one token. */
    record StoredToken(TokenHash hash, Instant issuedAt, Instant expiresAt, boolean isVoid) {}

    static AuthorizationRow read(ResultSet row, int number) throws SQLException {
        return new AuthorizationRow(
                row.getString("id"),
                row.getString("client"),
                new UserId(row.getObject("user_id", UUID.class)),
                Set.of(row.getString("scopes").split(" ")),
                row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
                row.getString("redirect_uri"),
                row.getString("code_challenge"),
                row.getString("nonce"),
                token(row, "code"),
                token(row, "access"),
                token(row, "refresh"),
                instant(row, "id_token_issued_at"),
                instant(row, "id_token_expires_at"),
                row.getLong("version"));
    }

    private static @Nullable StoredToken token(ResultSet row, String kind) throws SQLException {
        var hash = row.getBytes(kind + "_hash");
        var issuedAt = instant(row, kind + "_issued_at");
        var expiresAt = instant(row, kind + "_expires_at");
        return hash == null || issuedAt == null || expiresAt == null
                ? null
                : new StoredToken(TokenHash.of(hash), issuedAt, expiresAt, row.getBoolean(kind + "_void"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
