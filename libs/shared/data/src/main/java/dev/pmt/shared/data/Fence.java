package dev.pmt.shared.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fence round a service's schema: every table takes writes of the current epoch only, so that of several copies of a
 * schema one is written (docs/adr/0016).
 *
 * <p>A session carries its epoch as the setting {@code pmt.epoch}. A refused write has SQLSTATE {@value #REFUSED}.
 *
 * @param schema the service's name
 */
public record Fence(String schema) {

    /** SQLSTATE of a write that the fence refused. */
    public static final String REFUSED = "PF001";

    /** The setting of a session that says with which epoch it writes. */
    public static final String EPOCH = "pmt.epoch";

    private static final long FIRST = 1;

    /** Returns the epoch with which this database may write the schema, 1 when it has no tables yet; empty when another holds it. */
    public OptionalLong epoch(Connection connection) throws SQLException {
        var owner = owner(connection);
        if (owner.isEmpty()) {
            return OptionalLong.of(FIRST);
        }
        return owner.get().holder().equals(Place.of(connection))
                ? OptionalLong.of(owner.get().epoch())
                : OptionalLong.empty();
    }

    /**
     * Gives the schema's writes to another place, in the caller's transaction: waits for running writers, stops new ones
     * until the commit, and refuses all that carry an older epoch from then on.
     *
     * @param patience how long it waits for writers before it gives up (SQLSTATE 55P03); they go on then
     * @return the new epoch
     */
    public long handOver(Connection connection, Place holder, Duration patience) throws SQLException {
        if (connection.getAutoCommit() || !patience.isPositive()) {
            throw new IllegalArgumentException("a hand-over must be in a transaction, with patience: " + patience);
        }
        select(connection, "SELECT set_config('lock_timeout', ?, true)", patience.toMillis() + "ms");
        select(connection, "SELECT pg_advisory_xact_lock(1347245126, hashtext(?))", schema);
        try (var adopt = SchemaSql.prepare(
                connection,
                "SELECT set_config('" + EPOCH + "', (SELECT epoch::text FROM %I.fence_owner), true)",
                schema)) {
            adopt.execute();
        }
        try (var raise = SchemaSql.prepare(
                connection, "UPDATE %I.fence_owner SET epoch = epoch + 1, holder = ? RETURNING epoch", schema)) {
            raise.setString(1, holder.name());
            try (var row = raise.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Returns who takes the schema's writes; empty when it has no fence yet. */
    Optional<Owner> owner(Connection connection) throws SQLException {
        if (!SchemaSql.hasTable(connection, schema, "fence_owner")) {
            return Optional.empty();
        }
        try (var query = SchemaSql.prepare(connection, "SELECT epoch, holder FROM %I.fence_owner", schema);
                var row = query.executeQuery()) {
            row.next();
            return Optional.of(new Owner(row.getLong(1), new Place(row.getString(2))));
        }
    }

    /** Who takes the writes of a schema. */
    record Owner(long epoch, Place holder) {}

    private static void select(Connection connection, String sql, String argument) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            query.execute();
        }
    }
}
