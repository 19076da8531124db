package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards that are moved together; ranks are so short here that gaps are respaced often. */
class BoardMovesTest {

    private static final int CARDS = 12;

    private static RunningApi api;
    private static Client ana;

    private String project = "";
    private List<String> statuses = List.of();

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.tasks.longest-rank", "4", "pmt.tasks.respace-reach", "3"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void make_cards() {
        project = ana.project();
        IntStream.rangeClosed(1, CARDS).forEach(n -> ana.task(project, "t" + n));
        statuses = IntStream.range(0, 3).mapToObj(n -> ana.status(project, n)).toList();
    }

    private Answer move(List<Integer> cards, int to, String rest) {
        var keys = cards.stream().map(n -> '"' + key(n) + '"').collect(Collectors.joining(","));
        return ana.post(
                "/projects/" + project + "/board/moves",
                "{\"keys\":[%s],\"statusId\":\"%s\"%s}".formatted(keys, statuses.get(to), rest));
    }

    private static String beside(String field, String key) {
        return ",\"%s\":\"%s\"".formatted(field, key);
    }

    private String key(int number) {
        return project + "-" + number;
    }

    private List<Integer> column(int position) {
        return ana
                .get("/projects/" + project + "/board")
                .expect(200)
                .each("/columns/" + position + "/cards", "key")
                .stream()
                .map(key -> Integer.valueOf(key.substring(key.indexOf('-') + 1)))
                .toList();
    }

    @Test
    void stand_in_the_order_given_behind_before_and_at_the_end() {
        var moved = move(List.of(5, 3, 9), 1, "").expect(200);
        assertThat(moved.each("/items", "key")).containsExactly(key(5), key(3), key(9));
        assertThat(column(1)).containsExactly(5, 3, 9);

        move(List.of(1, 9), 1, beside("afterKey", key(5))).expect(200);
        assertThat(column(1)).containsExactly(5, 1, 9, 3);
        move(List.of(3, 12), 1, beside("beforeKey", key(5))).expect(200);
        assertThat(column(1)).containsExactly(3, 12, 5, 1, 9);
        move(List.of(12, 3), 1, "").expect(200);
        assertThat(column(1)).containsExactly(5, 1, 9, 12, 3);
        move(List.of(3, 12, 9, 1, 5), 1, "").expect(200);
        assertThat(column(1)).as("all of a column").containsExactly(3, 12, 9, 1, 5);
        assertThat(column(0)).containsExactly(2, 4, 6, 7, 8, 10, 11);
    }

    @Test
    void keep_a_total_order_whatever_is_moved_where() {
        var random = new Random(7);
        var columns = new ArrayList<List<Integer>>(List.of(
                new ArrayList<>(IntStream.rangeClosed(1, CARDS).boxed().toList()),
                new ArrayList<>(),
                new ArrayList<>()));
        for (int i = 0; i < 150; i++) {
            var cards = new ArrayList<>(IntStream.rangeClosed(1, CARDS).boxed().toList());
            Collections.shuffle(cards, random);
            var chosen = List.copyOf(cards.subList(0, 1 + random.nextInt(6)));
            var to = columns.get(i % 3);
            columns.forEach(column -> column.removeAll(chosen));
            var at = random.nextInt(to.size() + 1);
            var rest = at == to.size() ? "" : beside("beforeKey", key(to.get(at)));
            if (at > 0 && random.nextBoolean()) {
                rest = beside("afterKey", key(to.get(at - 1)));
            }
            to.addAll(at, chosen);

            move(chosen, i % 3, rest).expect(200);

            for (int position = 0; position < 3; position++) {
                assertThat(column(position))
                        .as("move %d, column %d", i, position)
                        .isEqualTo(columns.get(position));
            }
        }
    }

    @Test
    void change_what_another_lane_means_of_each_and_are_undone_one_by_one() {
        var before = ana.get("/projects/" + project + "/board").at("/columns").findValuesAsString("rank");

        var moved = move(List.of(2, 1), 2, ",\"priority\":\"high\"").expect(200);

        assertThat(moved.each("/items", "priority")).containsOnly("high");
        for (int n = 1; n >= 0; n--) {
            var task = "/tasks/" + moved.text("/items/" + n + "/key");
            ana.post(task + "/undo", "{\"version\":%d}".formatted(moved.number("/items/" + n + "/version")))
                    .expect(200);
            assertThat(ana.get(task).text("/priority")).isEqualTo("medium");
        }
        assertThat(ana.get("/projects/" + project + "/board").at("/columns").findValuesAsString("rank"))
                .isEqualTo(before);
    }

    @Test
    void are_refused_all_or_none() {
        ana.post("/tasks/" + key(4) + "/archive", "").expect(200);
        var elsewhere = ana.task(ana.project(), "elsewhere");
        var board = ana.get("/projects/" + project + "/board").at("/columns");

        move(List.of(1, 4), 1, "").expect(400, "invalid-request");
        move(List.of(1, 99), 1, "").expect(400, "invalid-request");
        move(List.of(1, 1), 1, "").expect(400, "invalid-request");
        move(List.of(), 1, "").expect(400, "invalid-request");
        move(IntStream.rangeClosed(1, 201).boxed().toList(), 1, "").expect(400, "invalid-request");
        move(List.of(1, 2), 0, beside("afterKey", key(2))).expect(409, "neighbour-moved");
        move(List.of(1, 2), 1, beside("afterKey", key(3))).expect(409, "neighbour-moved");
        move(List.of(1, 2), 1, beside("afterKey", key(3)) + beside("beforeKey", key(5)))
                .expect(400, "invalid-request");
        move(List.of(1, 2), 1, ",\"assigneeId\":\"" + UUID.randomUUID() + "\"").expect(400, "invalid-request");
        move(List.of(1, 2), 1, ",\"parentKey\":\"" + key(2) + "\"").expect(400, "invalid-request");
        var moves = "/projects/" + project + "/board/moves";
        ana.post(moves, "{\"keys\":[\"%s\"],\"statusId\":\"%s\"}".formatted(elsewhere, statuses.get(1)))
                .expect(400, "invalid-request");
        ana.post(moves, "{\"keys\":[\"%s\"]}".formatted(key(1))).expect(400, "invalid-request");
        ana.post(moves, "{\"keys\":[\"%s\"],\"statusId\":\"%s\"}".formatted(key(1), UUID.randomUUID()))
                .expect(400, "invalid-request");

        assertThat(ana.get("/projects/" + project + "/board").at("/columns")).isEqualTo(board);
    }

    @Test
    void go_only_where_the_workflow_leads_for_each() {
        move(List.of(2), 2, "").expect(200);
        var leads = "{\"from\":\"%s\",\"to\":[\"%s\"]}";
        var paths = "{\"transitions\":[%s,%s]}"
                .formatted(
                        leads.formatted(statuses.get(0), statuses.get(1)),
                        leads.formatted(statuses.get(2), statuses.get(0)));
        var path = "/projects/" + project + "/workflow";
        ana.put(path, ana.get(path).number("/version"), paths).expect(200);

        var refused = move(List.of(1, 2), 1, "").expect(409, "transition-not-allowed");

        assertThat(refused.text("/detail")).contains(key(2));
        assertThat(column(0)).startsWith(1);
        move(List.of(1, 3), 1, "").expect(200);
    }
}
