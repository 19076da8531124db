package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

class WorkflowTest {

    private static final int STATUSES = 4;
    private static final int TASKS = 3;
    private static final String LEADS_ON = "[[1],[2],[3],[]]";

    private static RunningApi api;
    private static Client ana;

    @BeforeContainer
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    /** How a task's status is changed. */
    enum Door {
        PATCH,
        MOVE,
        BULK
    }

    /** A change of one task's status, or of all tasks' by a bulk change. */
    record Step(Door door, int task, int to) {}

    /** A project with its statuses' ids; statuses are told by their place on the board. */
    private record World(String project, List<String> statuses) {

        static World make() {
            var key = ana.project();
            return new World(key, ana.get("/projects/" + key).expect(200).each("/statuses", "id"));
        }

        String path() {
            return "/projects/" + project + "/workflow";
        }

        String id(int status) {
            return statuses.get(status);
        }

        Answer restrict(List<Set<Integer>> next) {
            var transitions = IntStream.range(0, next.size())
                    .mapToObj(from -> "{\"from\":\"%s\",\"to\":[%s]}"
                            .formatted(
                                    id(from),
                                    next.get(from).stream()
                                            .map(to -> "\"" + id(to) + "\"")
                                            .collect(Collectors.joining(","))));
            var body = transitions.collect(Collectors.joining(",", "{\"transitions\":[", "]}"));
            return ana.put(path(), ana.get(path()).number("/version"), body);
        }

        String shown(Answer workflow) {
            var text = workflow.at("/transitions").toString();
            for (var id : statuses) {
                text = text.replace("\"" + id + "\"", Integer.toString(statuses.indexOf(id)));
            }
            return text.replaceAll("\\{\"from\":\\d,\"to\":(\\[[^]]*])}", "$1");
        }

        Answer patch(String task, int to) {
            return ana.patch(
                    "/tasks/" + task,
                    ana.get("/tasks/" + task).number("/version"),
                    "{\"title\":\"Gone on\",\"statusId\":\"%s\"}".formatted(id(to)));
        }

        Answer move(String task, int to) {
            return ana.post(
                    "/tasks/" + task + "/move", "{\"statusId\":\"%s\",\"priority\":\"high\"}".formatted(id(to)));
        }

        Answer bulk(List<String> tasks, int to) {
            var keys = tasks.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(","));
            return ana.post(
                    "/projects/" + project + "/bulk-changes",
                    "{\"tasks\":[%s],\"change\":{\"points\":5,\"statusId\":\"%s\"}}".formatted(keys, id(to)));
        }

        int status(String task) {
            return statuses.indexOf(ana.get("/tasks/" + task).expect(200).text("/statusId"));
        }

        /** What a refused change of a task would have left behind. */
        String traces(String task) throws SQLException {
            try (var connection = api.database().connect();
                    var sql = connection.prepareStatement("""
                            SELECT p.revision || ' ' || (SELECT count(*) FROM event_log) FROM project p WHERE p.key = ?
                            """)) {
                sql.setString(1, project);
                try (var row = sql.executeQuery()) {
                    row.next();
                    return row.getString(1) + ana.get("/tasks/" + task).body();
                }
            }
        }
    }

    private static List<Set<Integer>> line() {
        return List.of(Set.of(1), Set.of(2), Set.of(3), Set.of());
    }

    @Example
    void leads_everywhere_until_a_maintainer_restricts_it_and_again_afterwards() {
        var world = World.make();
        var open = ana.get(world.path()).expect(200);
        assertThat(world.shown(open)).isEqualTo("[[1,2,3],[0,2,3],[0,1,3],[0,1,2]]");
        assertThat(open.header("ETag")).isEqualTo("\"1\"");
        ana.get(world.path(), "If-None-Match", "\"1\"").expect(304);

        var restricted = world.restrict(line()).expect(200);
        assertThat(world.shown(restricted)).isEqualTo(LEADS_ON);
        assertThat(restricted.header("ETag")).isEqualTo("\"2\"");
        assertThat(world.restrict(line()).expect(200).number("/version")).isEqualTo(2);
        ana.put(world.path(), 1, "{\"transitions\":[]}").expect(412, "stale-version");
        ana.put(world.path(), "{\"transitions\":[]}").expect(428, "version-required");
        assertThat(world.shown(ana.get(world.path()))).isEqualTo(LEADS_ON);

        var reopened = ana.put(world.path(), 2, "{\"transitions\":[]}").expect(200);
        assertThat(world.shown(reopened)).isEqualTo(world.shown(open));
        assertThat(ana.get("/projects/" + world.project).number("/version")).isEqualTo(3);
    }

    @Example
    void names_every_fault_of_a_workflow() {
        var world = World.make();
        var other = World.make().id(0);
        var own = world.id(0);
        var bodies = List.of(
                "{}",
                "{\"transitions\":[null]}",
                "{\"transitions\":[{\"from\":\"%s\"}]}".formatted(own),
                "{\"transitions\":[{\"from\":\"%s\",\"to\":[]}]}".formatted(other),
                "{\"transitions\":[{\"from\":\"%s\",\"to\":[\"%s\"]}]}".formatted(own, other),
                "{\"transitions\":[{\"from\":\"%s\",\"to\":[null]}]}".formatted(own),
                "{\"transitions\":[{\"from\":\"%s\",\"to\":[\"%s\"]}]}".formatted(own, own),
                "{\"transitions\":[{\"from\":\"%1$s\",\"to\":[]},{\"from\":\"%1$s\",\"to\":[]}]}".formatted(own));
        for (var body : bodies) {
            var answer = ana.put(world.path(), 1, body).expect(400, "invalid-request");
            assertThat(answer.each("/errors", "field")).as(body).containsOnly("transitions");
        }
        assertThat(ana.get(world.path()).number("/version")).isEqualTo(1);
    }

    @Example
    void tells_where_a_task_may_go_when_it_may_not() {
        var world = World.make();
        world.restrict(line()).expect(200);
        var task = ana.task(world.project, "First");

        var refused = world.patch(task, 2).expect(409, "transition-not-allowed");

        assertThat(refused.text("/detail"))
                .isEqualTo(task + " stays as it is: from To do the workflow leads to In progress, not to In review.");
        assertThat(refused.text("/task") + refused.text("/from") + refused.text("/to"))
                .isEqualTo(task + world.id(0) + world.id(2));
        assertThat(refused.at("/allowed").toString()).isEqualTo("[\"" + world.id(1) + "\"]");
        var bulk = world.bulk(List.of(task), 3).expect(201);
        assertThat(bulk.text("/refusals/0/reason"))
                .isEqualTo("from To do the workflow leads to In progress, not to Done");
    }

    @Example
    void lets_an_undo_go_back_and_a_new_task_begin_anywhere() {
        var world = World.make();
        world.restrict(line()).expect(200);
        var made = "{\"title\":\"Late\",\"statusId\":\"%s\"}".formatted(world.id(3));
        var done = ana.post("/projects/" + world.project + "/tasks", made).expect(201);
        world.move(done.text("/key"), 2).expect(409, "transition-not-allowed");

        var one = ana.task(world.project, "One");
        var moved = world.move(one, 1).expect(200).number("/version");
        ana.post("/tasks/" + one + "/undo", "{\"version\":%d}".formatted(moved)).expect(200);
        assertThat(world.status(one)).isEqualTo(0);

        var bulk = world.bulk(List.of(one), 1).expect(201).text("/id");
        ana.post("/projects/" + world.project + "/bulk-changes/" + bulk + "/undo", "")
                .expect(201);
        assertThat(world.status(one)).isEqualTo(0);
    }

    @Property(tries = 10)
    void keeps_tasks_on_its_ways_and_leaves_no_trace_of_what_it_refuses(
            @ForAll("workflows") List<Set<Integer>> next, @ForAll("steps") List<Step> steps) throws SQLException {
        var world = World.make();
        world.restrict(next).expect(200);
        var tasks = new ArrayList<String>();
        var at = new int[TASKS];
        for (int i = 0; i < TASKS; i++) {
            tasks.add(ana.task(world.project, "Task " + i));
        }
        for (var step : steps) {
            if (step.door == Door.BULK) {
                var leaves = IntStream.range(0, TASKS)
                        .filter(i -> !allows(next, at[i], step.to))
                        .count();
                var answer = world.bulk(tasks, step.to).expect(201);
                assertThat(answer.number("/refused")).isEqualTo(leaves);
                for (int i = 0; i < TASKS; i++) {
                    at[i] = allows(next, at[i], step.to) ? step.to : at[i];
                }
            } else {
                var task = tasks.get(step.task);
                var before = world.traces(task);
                var answer = step.door == Door.PATCH ? world.patch(task, step.to) : world.move(task, step.to);
                if (allows(next, at[step.task], step.to)) {
                    answer.expect(200);
                    at[step.task] = step.to;
                } else {
                    answer.expect(409, "transition-not-allowed");
                    assertThat(world.traces(task)).isEqualTo(before);
                }
            }
            for (int i = 0; i < TASKS; i++) {
                assertThat(world.status(tasks.get(i))).isEqualTo(at[i]);
            }
        }
    }

    private static boolean allows(List<Set<Integer>> next, int from, int to) {
        return from == to || next.get(from).contains(to);
    }

    @Provide
    Arbitrary<List<Set<Integer>>> workflows() {
        return Arbitraries.integers()
                .between(0, STATUSES - 1)
                .set()
                .ofMaxSize(STATUSES)
                .list()
                .ofSize(STATUSES)
                .map(WorkflowTest::withoutThemselves);
    }

    private static List<Set<Integer>> withoutThemselves(List<Set<Integer>> next) {
        return IntStream.range(0, STATUSES)
                .mapToObj(
                        from -> next.get(from).stream().filter(to -> to != from).collect(Collectors.toSet()))
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Door.class),
                        Arbitraries.integers().between(0, TASKS - 1),
                        Arbitraries.integers().between(0, STATUSES - 1))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
