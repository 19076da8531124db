package dev.pmt.shared.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A service's migrations: SQL files {@code db/migration/<service>/V<version>__<what>.sql}, their history in its own schema. */
public final class Migrations {

    /** The table in each service's schema that says which migrations it has had. */
    public static final String HISTORY = "flyway_schema_history";

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
        if (!hasHistory(connection, service)) {
            return List.of();
        }
        var versions = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(historyQuery(connection, service))) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    /** Brings the service's schema to this program's newest version. */
    public static void run(DataSource source, String service) {
        configure(source, service).load().migrate();
    }

    /** Brings the service's schema to this version and no further. */
    public static void runTo(DataSource source, String service, String version) {
        configure(source, service)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private static FluentConfiguration configure(DataSource source, String service) {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration/" + service, "classpath:db/migration/shared")
                .schemas(service)
                .defaultSchema(service)
                .table(HISTORY)
                .createSchemas(false)
                .failOnMissingLocations(true);
    }

    private static boolean hasHistory(Connection connection, String service) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_tables WHERE schemaname = ? AND tablename = ?")) {
            query.setString(1, service);
            query.setString(2, HISTORY);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets PostgreSQL itself quote the name of the schema. */
    private static String historyQuery(Connection connection, String service) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT format('SELECT version FROM %I.%I WHERE version IS NOT NULL AND success ORDER BY installed_rank',
                              ?::text, ?::text)
                """)) {
            query.setString(1, service);
            query.setString(2, HISTORY);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
