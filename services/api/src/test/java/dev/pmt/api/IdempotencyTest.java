package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final String HEADER = "Idempotency-Key";
    private static final byte[] CSV = "issuekey,title\nX-1,Title\n".getBytes(StandardCharsets.UTF_8);

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.idempotency.prune-every", "100ms"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Answer create(Client who, String project, String title, String key) {
        return who.post("/projects/" + project + "/tasks", "{\"title\":\"" + title + "\"}", HEADER, key);
    }

    private static List<String> titles(String project) {
        return ana.get("/projects/" + project + "/tasks?limit=100").each("/items", "title");
    }

    private static void sql(String sql) throws SQLException {
        try (var connection = api.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("SET search_path TO api");
            statement.execute(sql);
        }
    }

    private static void assertReplayed(Answer first, Answer again) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void repeats_the_answer_to_every_kind_of_write_byte_by_byte() {
        var project = ana.project();
        var task = "/tasks/" + ana.task(project, "moved");
        var fresh = "{\"key\":\"Q" + project + "\",\"name\":\"Fresh\"}";
        var move = "{\"statusId\":\"" + ana.status(project, 2) + "\"}";
        for (var write : List.of(
                List.of("/projects", fresh),
                List.of("/projects/" + project + "/tasks", "{\"title\":\"new ✓\"}"),
                List.of(task + "/move", move),
                List.of(task + "/archive", ""),
                List.of(task + "/unarchive", ""))) {
            var key = key();
            var first = ana.post(write.getFirst(), write.getLast(), HEADER, key);
            assertThat(first.status()).as(first.body()).isBetween(200, 201);

            assertReplayed(first, ana.post(write.getFirst(), write.getLast(), HEADER, key));
        }
        assertThat(titles(project)).containsExactlyInAnyOrder("moved", "new ✓");
    }

    @Test
    void repeats_the_answer_to_an_upload() {
        var project = ana.project();
        var key = key();
        var path = "/imports?project=" + project;

        var first = upload(path, CSV, key).expect(202);

        assertReplayed(first, upload(path, CSV, key));
        upload(path, "issuekey,title\nX-2,Other\n".getBytes(StandardCharsets.UTF_8), key)
                .expect(422, "idempotency-key-reused");
        upload(path + "&dryRun=true", CSV, key).expect(422, "idempotency-key-reused");
        assertThat(ana.get(path).each("/items", "id")).hasSize(1);
    }

    private static Answer upload(String path, byte[] body, String key) {
        return ana.send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", "text/csv", HEADER, key);
    }

    @Test
    void refuses_a_key_that_came_with_another_request() {
        var project = ana.project();
        var key = key();
        create(ana, project, "one", key).expect(201);

        create(ana, project, "two", key).expect(422, "idempotency-key-reused");

        assertThat(titles(project)).containsExactly("one");
    }

    @Test
    void keeps_the_keys_of_users_and_paths_apart() {
        var project = ana.project();
        var other = ana.project();
        var ben = api.person();
        ana.adds(ben, project, "member");
        var key = key();

        create(ana, project, "ana's", key).expect(201);
        create(ben, project, "ben's", key).expect(201);
        create(ana, other, "elsewhere", key).expect(201);

        assertThat(titles(project)).containsExactlyInAnyOrder("ana's", "ben's");
        assertThat(titles(other)).containsExactly("elsewhere");
    }

    @Test
    void frees_the_key_when_the_request_was_refused() {
        var project = ana.project();
        var key = key();

        create(ana, project, " ", key).expect(400, "invalid-request");
        create(ana, project, "fine", key).expect(201);

        assertThat(titles(project)).containsExactly("fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space"})
    void refuses_keys_that_are_none(String key) {
        var answer = create(ana, ana.project(), "t", key);

        answer.expect(400, "invalid-request");
        assertThat(answer.text("/errors/0/field")).isEqualTo(HEADER);
    }

    @Test
    void refuses_keys_that_are_too_long_and_takes_the_longest() {
        var project = ana.project();

        create(ana, project, "t", "k".repeat(256)).expect(400, "invalid-request");
        create(ana, project, "t", "k".repeat(255)).expect(201);
    }

    @Test
    void makes_one_task_of_fifty_equal_requests_at_once() {
        var project = ana.project();
        var key = key();
        var answers = new ConcurrentLinkedQueue<Answer>();

        Together.run(50, n -> answers.add(create(ana, project, "once", key)));

        assertThat(titles(project)).containsExactly("once");
        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        var waiting = answers.stream().filter(answer -> answer.status() == 409).toList();
        assertThat(made.size() + waiting.size()).isEqualTo(50);
        assertThat(made.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(made.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(waiting).allSatisfy(answer -> {
            answer.expect(409, "idempotency-key-in-use");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertReplayed(
                made.stream()
                        .filter(answer -> answer.header("Idempotent-Replayed").isEmpty())
                        .findFirst()
                        .orElseThrow(),
                create(ana, project, "once", key));
    }

    @Test
    void takes_over_from_an_attempt_that_crashed_but_not_from_one_that_works() throws SQLException {
        var project = ana.project();
        var key = key();
        create(ana, project, "crashed", key).expect(201);
        sql(
                "UPDATE idempotent_request SET status = NULL, claim = gen_random_uuid(), lease_until = now() + interval '1h' "
                        + "WHERE user_id = '" + ana.id() + "' AND location LIKE '%" + project + "-1'");

        create(ana, project, "crashed", key).expect(409, "idempotency-key-in-use");
        create(ana, project, "other", key).expect(422, "idempotency-key-reused");
        sql("UPDATE idempotent_request SET lease_until = now() - interval '1s' WHERE status IS NULL");
        var second = create(ana, project, "crashed", key).expect(201);

        assertThat(second.text("/key")).isEqualTo(project + "-2");
        assertReplayed(second, create(ana, project, "crashed", key));
    }

    @Test
    void forgets_answers_after_a_day() throws SQLException {
        var project = ana.project();
        var key = key();
        create(ana, project, "yesterday's", key).expect(201);
        sql("UPDATE idempotent_request SET created_at = now() - interval '25h' WHERE location LIKE '%" + project
                + "-1'");

        Awaitility.await()
                .until(() -> create(ana, project, "yesterday's", key)
                        .header("Idempotent-Replayed")
                        .isEmpty());
    }

    @Test
    void describes_every_table_of_the_schema() throws SQLException {
        try (var connection = api.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT string_agg(c.relname, ', ') FILTER (WHERE obj_description(c.oid) IS NULL), count(*)
                          FROM pg_class c
                         WHERE c.relnamespace = 'api'::regnamespace AND c.relkind IN ('r', 'v')
                           AND c.relname <> 'flyway_schema_history'
                        """)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isNull();
            assertThat(rows.getInt(2)).isGreaterThan(9);
        }
    }
}
