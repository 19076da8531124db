package dev.pmt.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.data.Migrations;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {

    @Test
    void knows_what_the_program_brings_in_the_order_of_versions() {
        assertThat(Migrations.known("sample")).containsExactly("1", "2", "10");
        assertThat(Migrations.known("unheard-of")).isEmpty();
    }

    @Test
    void reads_from_a_schema_what_it_has_had() throws SQLException {
        var database = TestDatabase.fresh("sample");
        try (var connection = database.connect()) {
            assertThat(Migrations.applied(connection, "sample")).isEmpty();

            Migrations.runTo(source(database), "sample", "2");
            assertThat(Migrations.applied(connection, "sample")).containsExactly("1", "2");

            Migrations.run(source(database), "sample");
            assertThat(Migrations.applied(connection, "sample")).isEqualTo(Migrations.known("sample"));
        }
    }

    private static PGSimpleDataSource source(TestDatabase database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
