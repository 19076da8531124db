package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.tasks.longest-rank", "8", "pmt.tasks.respace-reach", "3"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String projectWith(int tasks) {
        var project = ana.project();
        IntStream.rangeClosed(1, tasks).forEach(n -> ana.task(project, "t" + n));
        return project;
    }

    private static Answer move(String key, String status, String neighbour) {
        return ana.post("/tasks/" + key + "/move", "{\"statusId\":\"" + status + "\"" + neighbour + "}");
    }

    private static List<String> column(String project, int position) {
        return ana.get("/projects/" + project + "/board").expect(200).each("/columns/" + position + "/cards", "key");
    }

    @Test
    void shows_windows_and_exact_counts() {
        var project = projectWith(5);
        move(project + "-5", ana.status(project, 3), "").expect(200);

        var board = ana.get("/projects/" + project + "/board?limit=2").expect(200);

        assertThat(board.each("/columns", "count")).containsExactly("4", "0", "0", "1");
        assertThat(board.each("/columns/0/cards", "key")).containsExactly(project + "-1", project + "-2");
        assertThat(board.at("/columns/3/next").isNull()).isTrue();
        var rest = ana.get("/projects/" + project + "/board/columns/" + ana.status(project, 0) + "?limit=2&cursor="
                        + board.text("/columns/0/next"))
                .expect(200);
        assertThat(rest.each("/items", "key")).containsExactly(project + "-3", project + "-4");
        assertThat(rest.at("/next").isNull()).isTrue();
    }

    @Test
    void leaves_archived_tasks_out() {
        var project = projectWith(2);
        ana.post("/tasks/" + project + "-1/archive", "").expect(200);

        assertThat(column(project, 0)).containsExactly(project + "-2");
    }

    @Test
    void answers_304_until_something_changes() {
        var project = projectWith(1);
        var board = ana.get("/projects/" + project + "/board").expect(200);

        var tag = board.header("ETag");
        ana.get("/projects/" + project + "/board", "If-None-Match", tag).expect(304);
        ana.patch("/tasks/" + project + "-1", 1, "{\"title\":\"changed\"}").expect(200);

        assertThat(ana.get("/projects/" + project + "/board", "If-None-Match", tag)
                        .expect(200)
                        .header("ETag"))
                .isNotEqualTo(tag);
    }

    @Test
    void has_no_column_of_another_project() {
        var project = projectWith(0);

        ana.get("/projects/" + project + "/board/columns/" + ana.status(ana.project(), 0))
                .expect(404, "not-found");
        ana.get("/projects/" + project + "/board/columns/x").expect(400);
    }

    @Test
    void places_a_card_behind_before_and_at_the_end() {
        var project = projectWith(4);
        var todo = ana.status(project, 0);

        move(project + "-4", todo, ",\"afterKey\":\"" + project + "-1\"").expect(200);
        assertThat(column(project, 0)).containsExactly(project + "-1", project + "-4", project + "-2", project + "-3");

        move(project + "-3", todo, ",\"beforeKey\":\"" + project + "-1\"").expect(200);
        assertThat(column(project, 0)).containsExactly(project + "-3", project + "-1", project + "-4", project + "-2");

        move(project + "-3", todo, "").expect(200);
        assertThat(column(project, 0)).containsExactly(project + "-1", project + "-4", project + "-2", project + "-3");

        move(project + "-1", todo, ",\"afterKey\":\"" + project + "-3\",\"beforeKey\":null")
                .expect(200);
        assertThat(column(project, 0)).containsExactly(project + "-4", project + "-2", project + "-3", project + "-1");
    }

    @Test
    void moves_into_an_empty_column_and_between_cards_of_another() {
        var project = projectWith(3);
        var doing = ana.status(project, 1);

        var moved = move(project + "-1", doing, "").expect(200);
        move(project + "-3", doing, "").expect(200);
        move(project + "-2", doing, ",\"beforeKey\":\"" + project + "-3\"").expect(200);

        assertThat(moved.text("/statusId")).isEqualTo(doing);
        assertThat(moved.header("ETag")).as("a transition and a move").isEqualTo("\"3\"");
        assertThat(column(project, 1)).containsExactly(project + "-1", project + "-2", project + "-3");
    }

    private static String create(String project, String fields) {
        return ana.post("/projects/" + project + "/tasks", "{\"title\":\"t\"," + fields + "}")
                .expect(201)
                .text("/key");
    }

    private static Answer lanes(String project, String query) {
        return ana.get("/projects/" + project + "/board/lanes?" + query);
    }

    @Test
    void counts_the_cards_of_each_lane_and_column_as_lists_have_them() {
        var project = ana.project();
        var epic = create(project, "\"type\":\"epic\"");
        var story = create(project, "\"type\":\"story\",\"parentKey\":\"" + epic + "\"");
        create(project, "\"type\":\"subtask\",\"parentKey\":\"" + story + "\"");
        var doing = ana.status(project, 1);
        create(project, "\"priority\":\"high\",\"assigneeId\":\"" + ana.id() + "\",\"statusId\":\"" + doing + "\"");

        var epics = lanes(project, "by=epic").expect(200);

        assertThat(epics.each("/lanes", "id")).containsExactly(epic, "");
        assertThat(epics.text("/lanes/0/epic/title")).isEqualTo("t");
        assertThat(epics.each("/lanes/0/columns", "count")).containsExactly("1");
        assertThat(epics.each("/lanes/1/columns", "count")).containsExactlyInAnyOrder("2", "1");
        var rest = "/tasks?query=parent+IS+EMPTY+OR+type+%3D+subtask&status=" + ana.status(project, 0);
        assertThat(ana.get("/projects/" + project + rest).at("/items").size()).isEqualTo(2);
        assertThat(lanes(project, "by=assignee").each("/lanes", "id"))
                .containsExactly(ana.id().toString(), "");
        assertThat(lanes(project, "by=priority&type=story").each("/lanes", "id"))
                .containsExactly("medium");
        lanes(project, "by=points").expect(400, "invalid-request");
        lanes(project, "").expect(400, "invalid-request");
    }

    @Test
    void moves_into_another_lane_and_its_field_at_once_or_not_at_all() {
        var project = projectWith(3);
        var doing = ana.status(project, 1);
        move(project + "-3", doing, "").expect(200);

        var moved = move(
                        project + "-1",
                        doing,
                        ",\"beforeKey\":\"" + project + "-3\",\"priority\":\"high\",\"assigneeId\":\"" + ana.id()
                                + "\"")
                .expect(200);
        move(project + "-2", doing, ",\"assigneeId\":\"" + UUID.randomUUID() + "\"")
                .expect(400, "invalid-request");
        move(project + "-2", doing, ",\"parentKey\":\"" + project + "-3\"").expect(400, "invalid-request");
        move(project + "-2", doing, ",\"priority\":null").expect(400, "invalid-request");
        move(project + "-2", doing, ",\"priority\":\"low\",\"beforeKey\":\"" + project + "-9\"")
                .expect(409, "neighbour-moved");

        assertThat(moved.text("/assigneeId")).isEqualTo(ana.id().toString());
        assertThat(moved.text("/priority")).isEqualTo("high");
        assertThat(moved.header("ETag"))
                .as("assigned, changed, transitioned, moved")
                .isEqualTo("\"5\"");
        assertThat(column(project, 1)).containsExactly(project + "-1", project + "-3");
        assertThat(ana.get("/tasks/" + project + "-2").header("ETag")).isEqualTo("\"1\"");
        assertThat(move(project + "-1", doing, ",\"assigneeId\":null")
                        .expect(200)
                        .at("/assigneeId")
                        .isNull())
                .isTrue();
    }

    @Test
    void refuses_a_neighbour_that_is_not_there_any_more() {
        var project = projectWith(3);
        var todo = ana.status(project, 0);
        move(project + "-2", ana.status(project, 1), "").expect(200);
        ana.post("/tasks/" + project + "-3/archive", "").expect(200);
        var elsewhere = ana.task(ana.project(), "elsewhere");

        for (var key :
                List.of(project + "-2", project + "-3", project + "-99", project + "-1", elsewhere, "a\\u0000")) {
            move(project + "-1", todo, ",\"afterKey\":\"" + key + "\"").expect(409, "neighbour-moved");
        }
        assertThat(column(project, 0)).containsExactly(project + "-1");
    }

    @Test
    void refuses_moves_that_make_no_sense() {
        var project = projectWith(2);
        var todo = ana.status(project, 0);

        ana.post("/tasks/" + project + "-1/move", "{}").expect(400, "invalid-request");
        move(project + "-1", UUID.randomUUID().toString(), "").expect(400, "invalid-request");
        move(project + "-1", todo, ",\"afterKey\":\"" + project + "-2\",\"beforeKey\":\"" + project + "-2\"")
                .expect(400, "invalid-request");
        ana.post("/tasks/" + project + "-1/archive", "").expect(200);
        move(project + "-1", todo, "").expect(409, "task-archived");
    }

    @Test
    void respaces_cards_that_were_stacked_into_one_gap_and_keeps_their_order() {
        var project = projectWith(6);
        var todo = ana.status(project, 0);
        for (int i = 0; i < 60; i++) {
            var key = project + "-" + (i % 4 + 3);
            var first = column(project, 0).get(1);
            if (!first.equals(key)) {
                move(key, todo, ",\"beforeKey\":\"" + first + "\"").expect(200);
                assertThat(column(project, 0).get(1)).isEqualTo(key);
            }
        }

        var board = ana.get("/projects/" + project + "/board");
        assertThat(board.each("/columns/0/cards", "rank")).isSorted().allMatch(rank -> rank.length() <= 8);
        assertThat(ana.task(project, "appended behind all"))
                .isEqualTo(column(project, 0).getLast());
    }

    @Test
    void respaces_a_gap_also_when_a_card_that_is_in_it_moves() {
        var project = projectWith(8);
        var todo = ana.status(project, 0);
        var random = new Random(4);

        for (int i = 0; i < 600; i++) {
            move(project + "-" + (2 + random.nextInt(7)), todo, ",\"afterKey\":\"" + project + "-1\"")
                    .expect(200);
        }

        assertThat(column(project, 0)).hasSize(8).doesNotHaveDuplicates().startsWith(project + "-1");
    }

    @Test
    void keeps_all_cards_in_a_total_order_under_parallel_moves() {
        var project = projectWith(8);
        var todo = ana.status(project, 0);
        Together.run(
                7,
                n -> IntStream.range(0, 5)
                        .forEach(i -> move(project + "-" + (n + 2), todo, ",\"afterKey\":\"" + project + "-1\"")
                                .expect(200)));

        assertThat(column(project, 0)).hasSize(8).doesNotHaveDuplicates().startsWith(project + "-1");
        assertThat(ana.get("/projects/" + project + "/board").each("/columns/0/cards", "rank"))
                .doesNotHaveDuplicates();
    }

    @Test
    void reads_a_column_of_fifty_thousand_cards_through_the_index() throws SQLException {
        var project = projectWith(1);
        try (var connection = api.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO task (id, project_id, number, title, description, status_id, type, priority, rank,
                                      created_at, updated_at)
                    SELECT gen_random_uuid(), t.project_id, n, 'Card ' || n, '', t.status_id, 'task', 'low',
                           'Z' || lpad(n::text, 6, '0'), now(), now()
                      FROM task t JOIN project p ON p.id = t.project_id AND p.key = '%s',
                           generate_series(2, 50000) n
                    """.formatted(project));
            statement.execute("ANALYZE task");
        }

        var board = ana.get("/projects/" + project + "/board").expect(200);

        assertThat(board.number("/columns/0/count")).isEqualTo(50_000);
        assertThat(lanes(project, "by=priority").each("/lanes/0/columns", "count"))
                .containsExactly("49999");
        assertThat(board.at("/columns/0/cards").size()).isEqualTo(50);
        assertThat(ana.get("/projects/" + project + "/tasks?limit=100")
                        .at("/items")
                        .size())
                .isEqualTo(100);
    }
}
