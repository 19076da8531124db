package dev.pmt.shared.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A service's migrations: SQL files {@code db/migration/<service>/V<version>__<what>.sql}, their history in its own schema. */
public final class Migrations {

    /** The table in each service's schema that says which migrations it has had. */
    public static final String HISTORY = "flyway_schema_history";

    private static final String APPLIED =
            "SELECT version FROM %I." + HISTORY + " WHERE version IS NOT NULL AND success ORDER BY installed_rank";

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Returns the versions that this program brings for the service, ascending; empty when it owns no schema. */
    public static List<String> known(String service) {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            return Arrays.stream(resolver.getResources("classpath*:db/migration/" + service + "/V*__*.sql"))
                    .map(resource -> Objects.requireNonNull(resource.getFilename()))
                    .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .map(MigrationVersion::getVersion)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("migrations of " + service + " must be readable", e);
        }
    }

    /** Returns the versions that the service's schema has had, in order; empty when there is no schema or no history. */
    public static List<String> applied(Connection connection, String service) throws SQLException {
        if (!SchemaSql.hasTable(connection, service, HISTORY)) {
            return List.of();
        }
        var versions = new ArrayList<String>();
        try (var query = SchemaSql.prepare(connection, APPLIED, service);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    /**
     * Brings the service's schema to this program's newest version.
     *
     * @param source no pool: its connections are left with the epoch that they were given
     * @return the epoch with which this database may write the schema; empty when another holds it, and nothing was changed
     */
    public static OptionalLong run(DataSource source, String service) {
        return migrate(source, service, MigrationVersion.LATEST);
    }

    /** Brings the service's schema to this version and no further; otherwise as {@link #run}. */
    public static OptionalLong runTo(DataSource source, String service, String version) {
        return migrate(source, service, MigrationVersion.fromVersion(version));
    }

    private static OptionalLong migrate(DataSource source, String service, MigrationVersion target) {
        var epoch = epoch(source, service);
        epoch.ifPresent(mine -> Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(source)
                .initSql("SET " + Fence.EPOCH + " = " + mine)
                .locations("classpath:db/migration/" + service, "classpath:db/migration/shared")
                .schemas(service)
                .defaultSchema(service)
                .table(HISTORY)
                .createSchemas(false)
                .failOnMissingLocations(true)
                .target(target)
                .load()
                .migrate());
        return epoch;
    }

    private static OptionalLong epoch(DataSource source, String service) {
        var fence = new Fence(service);
        try (var connection = source.getConnection()) {
            var epoch = fence.epoch(connection);
            if (epoch.isEmpty()) {
                var owner = fence.owner(connection).orElseThrow();
                log.warn(
                        "Schema {} belongs to database {} since epoch {}, so it is neither migrated nor written here. If that"
                                + " database is gone for good, take it over by hand: SET pmt.epoch = {}; UPDATE"
                                + " {}.fence_owner SET epoch = epoch + 1, holder = '{}';",
                        service,
                        owner.holder().name(),
                        owner.epoch(),
                        owner.epoch(),
                        service,
                        Place.of(connection).name());
            }
            return epoch;
        } catch (SQLException e) {
            throw new IllegalStateException("the holder of schema " + service + " must be readable", e);
        }
    }
}
