package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Answer;
import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private static final int ROWS = 500;
    private static final String FILE = "issuekey,title\n"
            + IntStream.rangeClosed(1, ROWS)
                    .mapToObj(n -> "RES-" + n + ",Title " + n + "\n")
                    .collect(Collectors.joining());
    private static final Map<String, String> SMALL_BATCHES =
            Map.of("pmt.imports.batch-rows", "10", "pmt.imports.poll", "100ms");

    private static RunningApi idle;
    private static Client ana;

    @BeforeAll
    static void start() {
        idle = RunningApi.start(Map.of("pmt.imports.workers", "0"));
        ana = idle.person();
        ana.project("RES");
    }

    @AfterAll
    static void stop() {
        idle.close();
    }

    /** Leaves no task, no import and none of the functions that broke one. */
    @AfterEach
    void clear() throws SQLException {
        sql("DROP FUNCTION IF EXISTS crash, steal, slow, drop_it CASCADE");
        sql("DELETE FROM import_job");
        sql("DELETE FROM task");
    }

    private String upload() {
        return ana.csv("/imports?project=RES", FILE.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .text("/id");
    }

    private long sql(String statement) throws SQLException {
        try (var connection = idle.database().connect();
                var sql = connection.createStatement()) {
            var isQuery = sql.execute(statement);
            if (!isQuery) {
                return sql.getUpdateCount();
            }
            try (var rows = sql.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void waits_in_the_queue_over_restarts() {
        var id = upload();
        assertThat(ana.get("/imports/" + id).text("/state")).isEqualTo("queued");

        try (var working = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(working.address()).isNotNull();
            Imported.counts(Imported.end(ana, id), ROWS, 0, 0, 0);
        }
    }

    @Test
    void goes_on_after_a_crash_between_batches_and_doubles_nothing() throws SQLException {
        var id = upload();
        sql("""
            CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the process dies here'; END $$
            """);
        sql("""
            CREATE TRIGGER crash BEFORE INSERT ON task FOR EACH ROW WHEN (new.number = 234) EXECUTE FUNCTION crash()
            """);
        try (var dying = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(dying.address()).isNotNull();
            org.awaitility.Awaitility.await()
                    .until(() -> ana.get("/imports/" + id).number("/rows/created") == 230);
        }
        assertThat(sql("SELECT count(*) FROM task")).isEqualTo(230);
        sql("DROP TRIGGER crash ON task");
        sql("UPDATE import_job SET lease_until = now() - interval '1 second' WHERE state = 'running'");

        try (var working = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(working.address()).isNotNull();
            Imported.counts(Imported.end(ana, id), ROWS, 0, 0, 0);
        }
        assertThat(sql("SELECT count(DISTINCT number) FROM task")).isEqualTo(ROWS);
        assertThat(sql("SELECT count(*) FROM import_chunk")).isZero();
        assertThat(sql("SELECT count(*) FROM import_seen")).isZero();
    }

    @Test
    void lets_a_worker_whose_lease_was_taken_over_write_nothing() throws SQLException {
        var id = upload();
        sql("""
            CREATE FUNCTION steal() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN new.worker := gen_random_uuid(); RETURN new; END $$
            """);
        sql("""
            CREATE TRIGGER steal BEFORE UPDATE ON import_job
            FOR EACH ROW WHEN (new.rows_read = 100) EXECUTE FUNCTION steal()
            """);
        try (var robbed = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(robbed.address()).isNotNull();
            org.awaitility.Awaitility.await()
                    .until(() -> ana.get("/imports/" + id).number("/rows/created") == 100);
            Imported.counts(Imported.file(robbed(robbed), "NEXT", "issuekey,title\nA-1,Next\n"), 1, 0, 0, 0);
        }

        assertThat(sql("SELECT count(*) FROM task WHERE title LIKE 'Title%'")).isEqualTo(100);
        assertThat(ana.get("/imports/" + id).text("/state")).isEqualTo("running");
    }

    @Test
    void keeps_its_lease_through_a_batch_that_takes_longer() throws SQLException {
        var id = upload();
        sql("""
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3); RETURN new; END $$
            """);
        sql("""
            CREATE TRIGGER slow BEFORE INSERT ON task FOR EACH ROW WHEN (new.number = 234) EXECUTE FUNCTION slow()
            """);
        var settings = new java.util.HashMap<>(SMALL_BATCHES);
        settings.putAll(Map.of("pmt.imports.lease", "1s", "pmt.imports.poll", "100ms"));
        try (var first = RunningApi.startOn(idle.database(), settings);
                var second = RunningApi.startOn(idle.database(), settings)) {
            assertThat(first.address()).isNotEqualTo(second.address());
            Imported.counts(Imported.end(ana, id), ROWS, 0, 0, 0);
        }

        assertThat(sql("SELECT attempts FROM import_job")).isEqualTo(1);
    }

    @Test
    void reads_the_rest_anew_when_the_project_gets_other_custom_fields_meanwhile() throws SQLException {
        var both = fields("{\"name\":\"Size\",\"type\":\"select\",\"options\":[{\"name\":\"S\"},{\"name\":\"L\"}]}");
        var file = "issuekey,title,size\n"
                + IntStream.rangeClosed(1, ROWS)
                        .mapToObj(n -> "RES-%d,Title,%s\n".formatted(n, n <= 400 ? "S" : "L"))
                        .collect(Collectors.joining());
        var id = ana.csv("/imports?project=RES", file.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .text("/id");
        sql("""
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(2); RETURN new; END $$
            """);
        sql("""
            CREATE TRIGGER slow BEFORE INSERT ON task FOR EACH ROW WHEN (new.number = 234) EXECUTE FUNCTION slow()
            """);
        var settings = new java.util.HashMap<>(SMALL_BATCHES);
        settings.put("pmt.imports.lease", "1s");
        try (var working = RunningApi.startOn(idle.database(), settings)) {
            assertThat(working.address()).isNotNull();
            org.awaitility.Awaitility.await()
                    .until(() -> ana.get("/imports/" + id).number("/rows/created") == 230);
            fields("{\"id\":\"%s\",\"name\":\"Size\",\"type\":\"select\",\"options\":[{\"id\":\"%s\",\"name\":\"S\"}]}"
                    .formatted(both.text("/fields/0/id"), both.text("/fields/0/options/0/id")));
            Imported.counts(Imported.end(ana, id), 400, 0, 0, 100);
        }
        assertThat(ana.get("/imports/" + id + "/errors").text("/items/0/message"))
                .isEqualTo("size must be one of its options (S): L");
    }

    private static Answer fields(String field) {
        var path = "/projects/RES/custom-fields";
        return ana.put(path, ana.get(path).number("/version"), "{\"fields\":[" + field + "]}")
                .expect(200);
    }

    private static Client robbed(RunningApi api) {
        var person = api.person();
        person.project("NEXT");
        return person;
    }

    @Test
    void gives_an_import_up_that_breaks_off_again_and_again() throws SQLException {
        var id = upload();
        sql("UPDATE import_job SET attempts = 5");

        try (var working = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(working.address()).isNotNull();
            var failed = Imported.end(ana, id);
            assertThat(failed.text("/error/message")).isEqualTo("the import broke off 5 times");
        }
        assertThat(sql("SELECT count(*) FROM import_chunk")).isZero();
    }

    @Test
    void ends_an_import_whose_starter_is_no_member_any_more() throws SQLException {
        var id = upload();
        sql("UPDATE import_job SET created_by = gen_random_uuid()");

        try (var working = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(working.address()).isNotNull();
            assertThat(Imported.end(ana, id).text("/error/message"))
                    .isEqualTo("who began the import must still be a member of the project");
        }
    }

    @Test
    void drops_an_upload_that_stands_still() throws SQLException {
        var id = upload();
        sql("UPDATE import_job SET state = 'receiving', updated_at = now() - interval '11 minutes'");
        ana.get("/imports/" + id).expect(404, "not-found");

        try (var working = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(working.address()).isNotNull();
            org.awaitility.Awaitility.await().until(() -> sql("SELECT count(*) FROM import_job") == 0);
        }
    }

    @Test
    void tells_the_sender_of_an_upload_that_was_dropped_meanwhile() throws SQLException {
        sql("CREATE FUNCTION drop_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
        sql("CREATE TRIGGER drop_it BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION drop_it()");

        ana.csv("/imports?project=RES", FILE.getBytes(StandardCharsets.UTF_8)).expect(408, "upload-timeout");

        assertThat(sql("SELECT count(*) FROM import_job")).isZero();
    }

    @Test
    void hands_its_import_back_when_it_is_stopped() throws SQLException {
        var id = upload();
        sql("""
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.05); RETURN new; END $$
            """);
        sql("CREATE TRIGGER slow BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION slow()");
        try (var stopped = RunningApi.startOn(idle.database(), SMALL_BATCHES)) {
            assertThat(stopped.address()).isNotNull();
            org.awaitility.Awaitility.await()
                    .until(() -> ana.get("/imports/" + id).number("/rows/created") > 0);
        }

        assertThat(ana.get("/imports/" + id).text("/state")).isEqualTo("queued");
        assertThat(sql("SELECT count(*) FROM import_job WHERE worker IS NULL")).isEqualTo(1);
    }
}
