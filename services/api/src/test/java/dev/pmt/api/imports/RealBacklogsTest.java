package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.RunningApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealBacklogsTest {

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static List<StoryPointFiles.Backlog> files() {
        return StoryPointFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void takes_every_row_and_gives_the_file_back_byte_for_byte(StoryPointFiles.Backlog backlog) throws IOException {
        var ana = api.person();
        var project = ana.project();
        var bytes = Files.readAllBytes(backlog.file());

        var done = Imported.file(ana, project + "&filename=" + backlog.name() + ".csv", bytes);

        Imported.counts(done, (int) backlog.rows(), 0, 0, 0);
        var columns = "issuekey,title,description,storypoint,split_mark";
        var export = ana.get("/projects/" + project + "/export.csv?columns=" + columns)
                .expect(200);
        assertThat(export.bytes()).isEqualTo(bytes);
    }

    @Test
    void are_eight_with_8383_rows_beside_our_own_20() {
        var rows = files().stream().mapToLong(StoryPointFiles.Backlog::rows).sum();

        assertThat(rows).isIn(8_383L + 20, 20L);
    }

    static Stream<StoryPointFiles.Backlog> smallFiles() {
        return files().stream()
                .sorted(Comparator.comparingLong(StoryPointFiles.Backlog::rows))
                .limit(3);
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void keeps_numbers_of_own_keys_and_finds_foreign_keys(StoryPointFiles.Backlog backlog) throws IOException {
        var text = Files.readString(backlog.file());
        var row = text.lines().skip(1).findFirst().orElseThrow();
        var first = row.substring(0, row.indexOf(','));
        var prefix = first.substring(0, first.indexOf('-'));
        var ana = api.person();
        var project = ana.project(prefix);

        Imported.file(ana, project, text);

        var task = ana.get("/tasks/" + first).expect(200);
        assertThat(task.text("/key")).isEqualTo(first);
        assertThat(task.at("/sourceKey").isNull()).isTrue();
    }
}
