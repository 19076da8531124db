package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.data.Migrations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreRefusalTest extends BackupCase {

    @ParameterizedTest
    @ValueSource(strings = {"text", "truncated", "flipped-row", "flipped-manifest", "without-manifest", "missing"})
    void a_damaged_file_is_refused_and_nothing_is_written(String damage) throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        execute(place, "INSERT INTO team (name) SELECT 'team ' || n * 7919 FROM generate_series(1, 200) n");
        var file = damage(write(place, List.of("fixture")), damage);
        var target = directory.resolve("target-" + damage);

        var run = CommandLineRun.of("restore", file.toString(), "--home", target.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(run.output().lines()).singleElement().asString().contains(file.toString());
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":2,\"program\":\"9.0\"}",
                "{\"format\":1,\"program\":\"9.0\",\"createdAt\":\"2030-01-01T00:00:00Z\",\"secrets\":[],\"services\":"
                        + "[{\"name\":\"auth\",\"migrations\":[\"1\",\"900\"],\"tables\":[],\"sequences\":[]}]}"
            })
    void a_backup_of_a_newer_program_is_refused(String manifest) throws Exception {
        var file = zip("manifest.json", manifest);
        var target = directory.resolve("newer");

        var run = CommandLineRun.of("restore", file.toString(), "--home", target.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.VERSION_MISMATCH.code());
        assertThat(run.output().lines()).singleElement().asString().contains("newer PMT (9.0)");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_file_for_another_place_than_those_of_services_is_refused() throws Exception {
        var file = zip("manifest.json", """
                {"format":1,"program":"1.0","createdAt":"2026-11-22T00:00:00Z","secrets":[],"services":[],
                 "files":[{"name":"files/api/../../escaped","bytes":0,"sha256":"00"}]}
                """);
        var target = directory.resolve("elsewhere");

        var run = CommandLineRun.of("restore", file.toString(), "--home", target.toString());

        assertThat(run.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(target).doesNotExist();
    }

    @Test
    void a_home_that_holds_something_is_not_restored_into() throws Exception {
        Migrations.run(access(place).apply("fixture"), "fixture");
        var file = write(place, List.of("fixture"));

        var run = CommandLineRun.of(
                "restore", file.toString(), "--home", home.directory().toString());

        assertThat(run.exitCode()).isEqualTo(Exit.BACKUP_REFUSED.code());
        assertThat(run.output()).contains("empty home", home.directory().toString());
    }

    @Test
    void a_home_without_data_cannot_be_backed_up() {
        var run = CommandLineRun.of(
                "backup",
                directory.resolve("none").toString(),
                "--home",
                directory.resolve("empty").toString());

        assertThat(run.exitCode()).isEqualTo(Exit.HOME_UNUSABLE.code());
        assertThat(run.output()).contains("no data to back up");
    }

    private static Path damage(Path file, String damage) throws Exception {
        var bytes = Files.readAllBytes(file);
        switch (damage) {
            case "text" -> Files.writeString(file, "not a zip file");
            case "truncated" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case "flipped-row" -> Files.write(file, flip(bytes, "fixture/team.copy"));
            case "flipped-manifest" -> Files.write(file, flip(bytes, "manifest.json"));
            case "without-manifest" -> {
                return zip("fixture/team.copy", "");
            }
            default -> Files.delete(file);
        }
        return file;
    }

    /** Changes one bit of an entry's content, a little after its name. */
    private static byte[] flip(byte[] bytes, String entry) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf(entry) + entry.length() + 40] ^= 4;
        return bytes;
    }

    private static Path zip(String entry, String text) throws Exception {
        var file = directory.resolve("made" + count++ + ".pmtbackup");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
