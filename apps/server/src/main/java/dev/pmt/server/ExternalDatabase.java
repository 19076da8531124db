package dev.pmt.server;

import dev.pmt.shared.data.SchemaProvisioner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL that somebody else runs; checked once at the start, so that each thing amiss has its own sentence. */
final class ExternalDatabase implements Database {

    private static final int OLDEST = 16;

    private final DatabaseAddress address;

    private ExternalDatabase(DatabaseAddress address) {
        this.address = address;
    }

    /** Looks at the server without changing anything. @throws Failure when PMT could not work with it */
    static ExternalDatabase open(DatabaseAddress address) {
        var database = new ExternalDatabase(address);
        try (var connection = database.administrator();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int / 10000 AS version,
                               current_setting('server_version') AS release,
                               getdatabaseencoding() AS encoding,
                               pg_is_in_recovery() AS standby,
                               rolsuper OR rolcreaterole AND has_database_privilege(current_database(), 'CREATE') AS rights,
                               format('ALTER ROLE %1$I CREATEROLE; GRANT CREATE ON DATABASE %2$I TO %1$I;',
                                      current_user, current_database()) AS remedy
                          FROM pg_roles WHERE rolname = current_user
                        """)) {
            row.next();
            refuseOld(address, row.getInt("version"), row.getString("release"));
            require(
                    row.getString("encoding").equals("UTF8"),
                    "must have a database with encoding UTF8: " + address.place() + " has "
                            + row.getString("encoding"));
            require(!row.getBoolean("standby"), "must accept writes, but is a standby: " + address.place());
            require(
                    row.getBoolean("rights"),
                    "must let " + address.user() + " create roles and schemas. As a superuser: "
                            + row.getString("remedy"));
            return database;
        } catch (SQLException e) {
            throw DatabaseRefusal.of(address, e);
        }
    }

    /** Refuses a database in which a service has tables already. */
    static void refuseOccupied(ExternalDatabase database, List<String> services) {
        for (var service : services) {
            var place = database.databases().of(service);
            try (var connection = place.connect()) {
                if (Databases.hasTables(connection, service)) {
                    throw new Failure(
                            Exit.BACKUP_REFUSED,
                            "A backup must be restored into an empty database, but schema " + service
                                    + " has tables already: " + place.place());
                }
            } catch (SQLException e) {
                throw DatabaseRefusal.of(place, e);
            }
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void provision(String service, String password) {
        try (var connection = databases().connect(service)) {
            refuseOthersSchema(connection, service);
            refuseOthersRole(connection, service);
            SchemaProvisioner.provision(connection, service, password);
            refuseMissingRights(connection, service);
        } catch (SQLException e) {
            throw DatabaseRefusal.ofProvisioning(address, service, e);
        }
    }

    /** Leaves it running: it is not PMT's. */
    @Override
    public void close() {}

    static void refuseOld(DatabaseAddress address, int version, String release) {
        require(version >= OLDEST, "must be version " + OLDEST + " or newer: " + address.place() + " is " + release);
    }

    /** Roles belong to the whole server: a new password would lock out the installation that uses the role already. */
    private void refuseOthersRole(Connection connection, String service) throws SQLException {
        var other = Databases.one(connection, """
                SELECT d.datname FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid AND s.refclassid = 'pg_authid'::regclass
                  JOIN pg_database d ON d.oid = s.dbid AND d.datname <> current_database() WHERE r.rolname = ? LIMIT 1
                """, service);
        require(
                other.isEmpty(),
                "must keep the role " + service + " for this PMT, but its database " + other
                        + " uses that role too. Give each PMT a PostgreSQL server of its own: " + address.place());
    }

    private void refuseOthersSchema(Connection connection, String service) throws SQLException {
        var owner = Databases.one(
                connection, "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = ?", service);
        require(
                owner.isEmpty() || owner.equals(service),
                "must keep the schema name " + service + " for PMT, but a schema of that name belongs to " + owner
                        + ": " + address.place());
    }

    private void refuseMissingRights(Connection connection, String service) throws SQLException {
        require(
                Databases.one(
                                connection,
                                "SELECT has_database_privilege(?, current_database(), 'CONNECT')::text",
                                service)
                        .equals("true"),
                "must let the role " + service + " connect. As the owner of the database: GRANT CONNECT ON DATABASE "
                        + connection.getCatalog() + " TO " + service + ";");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new Failure(Exit.DATABASE_REFUSED, "The external PostgreSQL " + rule);
        }
    }
}
