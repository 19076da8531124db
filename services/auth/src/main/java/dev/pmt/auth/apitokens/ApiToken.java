package dev.pmt.auth.apitokens;

import dev.pmt.auth.users.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal API token without its secret.
 *
 * @param lastUsedAt to the minute
 */
record ApiToken(
        UUID id,
        UserId owner,
        String name,
        List<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
