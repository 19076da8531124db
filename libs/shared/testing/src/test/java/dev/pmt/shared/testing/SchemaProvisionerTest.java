package dev.pmt.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.SchemaProvisioner;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaProvisionerTest {

    @Test
    void a_role_owns_its_schema_and_nothing_else() throws SQLException {
        var database = TestDatabase.fresh("alpha");
        try (var superuser = database.superuser()) {
            SchemaProvisioner.provision(superuser, "beta", "other");
        }

        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mine(n int)");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE beta.theirs(n int)"))
                    .hasMessageContaining("permission denied for schema beta");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.nobodys(n int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void provisioning_again_keeps_the_tables_and_sets_the_password() throws SQLException {
        var database = TestDatabase.fresh("gamma");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept(n int)");
        }

        try (var superuser = database.superuser()) {
            var before = passwordOf(superuser, "gamma");
            SchemaProvisioner.provision(superuser, "gamma", "it's \"new\"");

            assertThat(passwordOf(superuser, "gamma"))
                    .startsWith("SCRAM-SHA-256$")
                    .isNotEqualTo(before);
        }

        try (var connection = DriverManager.getConnection(database.url(), "gamma", "it's \"new\"");
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void an_administrator_who_is_no_superuser_and_not_the_databases_owner_can_provision() throws SQLException {
        var database = TestDatabase.fresh("delta");
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("CREATE ROLE steward LOGIN CREATEROLE PASSWORD 'steward'");
            statement.execute("GRANT CREATE, CONNECT ON DATABASE " + superuser.getCatalog() + " TO steward");
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + superuser.getCatalog() + " TO PUBLIC");
        }
        try (var steward = DriverManager.getConnection(database.url(), "steward", "steward")) {
            SchemaProvisioner.provision(steward, "epsilon", "first");
            SchemaProvisioner.provision(steward, "zeta", "other");
            SchemaProvisioner.provision(steward, "epsilon", "again");
        }

        try (var epsilon = DriverManager.getConnection(database.url(), "epsilon", "again");
                var statement = epsilon.createStatement()) {
            statement.execute("CREATE TABLE mine(n int)");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE zeta.theirs(n int)"))
                    .hasMessageContaining("permission denied for schema zeta");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.nobodys(n int)"))
                    .hasMessageContaining("permission denied for schema public");
        } finally {
            forget(database, "epsilon, zeta, steward");
        }
    }

    /** Roles outlive a run on a server that is not this run's own, and only their maker may grant them. */
    private static void forget(TestDatabase database, String roles) throws SQLException {
        try (var server = TestDatabase.server();
                var statement = server.createStatement()) {
            statement.execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS " + roles);
        }
    }

    private static String passwordOf(Connection superuser, String role) throws SQLException {
        try (var query = superuser.prepareStatement("SELECT rolpassword FROM pg_authid WHERE rolname = ?")) {
            query.setString(1, role);
            var rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
