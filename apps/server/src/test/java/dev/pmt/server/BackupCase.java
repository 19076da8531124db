package dev.pmt.server;

import dev.pmt.server.backup.BackupWriter;
import dev.pmt.shared.data.SchemaProvisioner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server whose databases hold the schema {@code fixture}, a fresh one for each test. */
abstract class BackupCase {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path directory;

    static Home home;
    static Secrets secrets;
    static EmbeddedDatabase database;
    static int count;

    DatabaseAddress place;

    @BeforeAll
    static void start() {
        home = Home.open(directory.resolve("home"));
        secrets = new Secrets(home.directory());
        database = EmbeddedDatabase.start(home, secrets);
        secrets.neededByData();
    }

    @AfterAll
    static void stop() {
        database.close();
        home.close();
    }

    @BeforeEach
    void freshDatabase() throws SQLException {
        place = fresh();
    }

    static Path write(DatabaseAddress place, List<String> services) {
        var file = directory.resolve("backup" + count + ".pmtbackup");
        new BackupWriter(home.directory(), "test", NOON, access(place)).write(file, services, secrets.neededByData());
        return file;
    }

    static Access access(DatabaseAddress place) {
        return new Access(new Databases(place), secrets);
    }

    /** Makes a database with the fixture's empty schema. */
    static DatabaseAddress fresh() throws SQLException {
        var name = "fixture" + ++count;
        try (var connection = database.administrator();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        var place = database.address().named(name);
        database(place).provision("fixture", secrets.ofDatabase("fixture"));
        return place;
    }

    /** Another database of the same server. */
    static Database database(DatabaseAddress place) {
        return new Database() {
            @Override
            public DatabaseAddress address() {
                return place;
            }

            @Override
            public void provision(String service, String password) {
                try (var connection = databases().connect(service)) {
                    SchemaProvisioner.provision(connection, service, password);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void close() {}
        };
    }

    static Connection connect(DatabaseAddress place) throws SQLException {
        return access(place).apply("fixture").getConnection();
    }

    static void execute(DatabaseAddress place, String sql) throws SQLException {
        try (var connection = connect(place);
                var statement = connection.createStatement()) {
            statement.execute("SET pmt.epoch = 1");
            statement.execute(sql);
        }
    }
}
