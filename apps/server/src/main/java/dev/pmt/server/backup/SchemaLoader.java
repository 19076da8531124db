package dev.pmt.server.backup;

import dev.pmt.server.backup.BackupException.Reason;
import dev.pmt.shared.data.Fence;
import dev.pmt.shared.data.Migrations;
import dev.pmt.shared.data.Place;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Brings a backup's schemas into a database, as the services' own roles: no superuser is needed. */
public final class SchemaLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BackupReader backup;
    private final Function<String, DataSource> schemas;

    /** Takes the backup and how to reach each service's empty schema. */
    public SchemaLoader(BackupReader backup, Function<String, DataSource> schemas) {
        this.backup = backup;
        this.schemas = schemas;
    }

    /** Migrates the schema to the backup's version, loads the rows in one transaction, and migrates on. */
    public void load(Manifest.Service service) {
        var source = schemas.apply(service.name());
        try {
            if (!service.migrations().isEmpty()) {
                refuseOccupied(source, service);
                Migrations.runTo(source, service.name(), service.migrations().getLast());
                loadRows(source, service);
            }
            Migrations.run(source, service.name());
        } catch (SQLException | IOException e) {
            throw new BackupException(Reason.FAILED, "The rows of " + service.name() + " could not be restored.", e);
        }
    }

    private static void refuseOccupied(DataSource source, Manifest.Service service) throws SQLException {
        try (var connection = source.getConnection()) {
            if (!Migrations.applied(connection, service.name()).isEmpty()
                    || !Catalogue.tables(connection, service.name()).isEmpty()) {
                throw new BackupException(
                        Reason.REFUSED,
                        "A backup must be restored into an empty database, but schema " + service.name()
                                + " has tables already.",
                        null);
            }
        }
    }

    private void loadRows(DataSource source, Manifest.Service service) throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            Sql.settle(connection);
            connection.setAutoCommit(false);
            var schema = service.name();
            refuseMissingTables(connection, service);
            // Rows come table by table: keys among them are checked once, when all are there, and no trigger acts
            // twice.
            var triggers = Catalogue.triggers(connection, schema);
            var foreignKeys = Catalogue.foreignKeys(connection, schema);
            Sql.execute(connection, triggers.getFirst());
            Sql.execute(connection, foreignKeys.getFirst());
            // Tables that the backup does not have yet keep what migrations put into them.
            for (var table : service.tables()) {
                Sql.execute(
                        connection,
                        Sql.strings(
                                connection,
                                "SELECT format('DELETE FROM %I.%I', ?::text, ?::text)",
                                schema,
                                table.name()));
            }
            for (var table : service.tables()) {
                loadTable(connection, schema, table);
            }
            Sql.execute(connection, List.of("SET CONSTRAINTS ALL IMMEDIATE"));
            Sql.execute(connection, foreignKeys.getLast());
            Sql.execute(connection, triggers.getLast());
            for (var sequence : service.sequences()) {
                setSequence(connection, schema, sequence);
            }
            // Whoever wrote the original is shut out of the copy, and event positions go on in an epoch of their own.
            new Fence(schema).handOver(connection, Place.of(connection), PATIENCE);
            connection.commit();
        }
    }

    private static void refuseMissingTables(Connection connection, Manifest.Service service) throws SQLException {
        var tables = Catalogue.tables(connection, service.name());
        for (var table : service.tables()) {
            if (!tables.contains(table.name())) {
                throw new BackupException(
                        Reason.REFUSED,
                        "The backup's table " + table.name() + " of " + service.name()
                                + " is not of its version; it was made by a different build of PMT.",
                        null);
            }
        }
    }

    private void loadTable(Connection connection, String schema, Manifest.Table table)
            throws SQLException, IOException {
        var copy = Sql.copy(connection, schema, table.name(), table.columns(), "FROM STDIN");
        try (var in = backup.open(table.entry())) {
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in);
            if (rows != table.rows()) {
                throw new IOException(table.name() + " has " + rows + " rows instead of " + table.rows());
            }
        }
    }

    private static void setSequence(Connection connection, String schema, Manifest.Sequence sequence)
            throws SQLException {
        Sql.strings(
                connection,
                "SELECT setval(format('%I.%I', ?::text, ?::text)::regclass, ?::bigint)::text",
                schema,
                sequence.name(),
                Long.toString(sequence.value()));
    }

    /** Returns the services of a backup in the order in which they are restored: producers first. */
    public static List<Manifest.Service> order(Manifest manifest) {
        return manifest.services().reversed();
    }
}
