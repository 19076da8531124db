package dev.pmt.api.views;

import dev.pmt.api.profiles.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query under a name.
 *
 * @param query in the query language, with its order
 * @param columns which ones a list shows; null for its usual ones
 * @param shared whether all members see it, or its owner alone
 * @param version for {@code If-Match}
 */
record SavedView(
        ViewId id,
        String name,
        String query,
        @Nullable List<String> columns,
        boolean shared,
        UserId ownerId,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
