package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.data.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabasesTest extends BackupCase {

    @Test
    void a_service_gets_a_database_once_and_others_cannot_enter_it() throws Exception {
        var service = database(fresh());
        var databases = service.databases();
        assertThat(databases.isSeparate("auth")).isFalse();

        for (var time : List.of("first", "again")) {
            assertThat(databases.separate("auth")).as(time).isTrue();
            service.provision("auth", secrets.ofDatabase("auth"));
        }
        service.provision("api", secrets.ofDatabase("api"));

        assertThat(databases.of("auth").place()).endsWith("/fixture" + count + "_auth");
        assertThat(databases.of("api")).isEqualTo(databases.shared());
        assertThatThrownBy(
                        () -> DriverManager.getConnection(databases.of("auth").url(), "api", secrets.ofDatabase("api")))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(
                        () -> DriverManager.getConnection(databases.shared().url(), "auth", secrets.ofDatabase("auth")))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void data_in_the_shared_database_stay_there_and_the_operator_is_told() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        var topology = new Topology("test", Map.of("pmt", List.of("fixture")), true);
        var said = new ByteArrayOutputStream();
        try (var other = Home.open(directory.resolve("other" + count))) {
            var console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false);
            new Schemas(other, database(place), secrets, topology, console).prepare();
        }

        assertThat(database(place).databases().isSeparate("fixture")).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The data of fixture stay in the database that");
    }
}
