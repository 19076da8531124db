package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.server.backup.BackupReader;
import dev.pmt.shared.data.Migrations;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest extends BackupCase {

    @Test
    void a_backup_is_taken_before_data_are_migrated_and_the_newest_five_are_kept() throws Exception {
        Migrations.runTo(access(place).apply("fixture"), "fixture", "1");
        var other = Home.open(directory.resolve("other" + count));
        try (other) {
            new Schemas(other, database(place), secrets, topology("gateway", "fixture"), silent()).prepare();

            try (var files = Files.list(other.resolve("backups"));
                    var backup = BackupReader.open(files.findFirst().orElseThrow())) {
                assertThat(backup.manifest().services().getFirst().migrations()).containsExactly("1");
            }
            for (int hour = 1; hour <= 6; hour++) {
                var clock = Clock.offset(NOON, Duration.ofHours(hour));
                new AutomaticBackups(other, clock).take(access(place), List.of("fixture"));
            }
            try (var files = Files.list(other.resolve("backups"))) {
                assertThat(files.map(file -> file.getFileName().toString()).toList())
                        .hasSize(AutomaticBackups.KEPT)
                        .allMatch(name -> name.matches("before-dev-\\d{8}T\\d{6}\\.\\d{3}Z\\.pmtbackup"))
                        .noneMatch(name -> name.contains("T130000"));
            }
        }
    }

    @Test
    void no_backup_is_taken_of_what_is_empty_or_current() throws Exception {
        var other = Home.open(directory.resolve("other" + count));
        try (other) {
            var schemas = new Schemas(other, database(place), secrets, topology("fixture"), silent());
            schemas.prepare();
            Migrations.run(access(place).apply("fixture"), "fixture");
            schemas.prepare();

            assertThat(other.resolve("backups")).doesNotExist();
        }
    }

    @Test
    void data_without_their_secret_are_refused() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        try (var other = Home.open(directory.resolve("other" + count))) {
            var schemas =
                    new Schemas(other, database(place), new Secrets(other.directory()), topology("fixture"), silent());

            assertThatThrownBy(schemas::prepare)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("secret that opens the signing keys");
        }
    }

    private static Topology topology(String... services) {
        return new Topology("test", Map.of("pmt", List.of(services)), false);
    }

    private static Console silent() {
        return new Console(new PrintStream(OutputStream.nullOutputStream()), false);
    }
}
