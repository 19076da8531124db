package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lets chance plan, start, finish, complete and reopen, and holds what the service counts against what is there. */
class SprintHistoryTest {

    private static final int TASKS = 14;
    private static final int SPRINTS = 4;
    private static final int STEPS = 150;

    private final Random chance = new Random(Long.getLong("pmt.sprints.seed", 20_261_122L));
    private final Map<String, Set<String>> completed = new HashMap<>();
    private boolean everCompleted;
    private final Map<String, String> outcomes = new HashMap<>();
    private final Set<Integer> refused = new HashSet<>();
    private int done;

    private Client ana;
    private String project;
    private List<String> sprints;

    @Test
    void counts_are_the_truth_and_completed_sprints_gain_nothing_whatever_happens() {
        try (var api = RunningApi.start()) {
            fill(api);
            for (int i = 0; i < STEPS; i++) {
                step();
                check();
            }
        }
        assertThat(done).as("steps that were not refused").isGreaterThan(STEPS / 3);
        assertThat(refused).contains(400, 409);
        assertThat(everCompleted).isTrue();
    }

    private void fill(RunningApi api) {
        ana = api.person();
        project = ana.project();
        sprints = new ArrayList<>();
        for (int i = 1; i <= TASKS; i++) {
            ana.post("/projects/" + project + "/tasks", "{\"title\":\"t\",\"points\":%d}".formatted(i))
                    .expect(201);
        }
        for (int i = 0; i < SPRINTS; i++) {
            addSprint(i);
        }
    }

    private void addSprint(int number) {
        sprints.add(ana.post(path(""), """
                        {"name":"S%d","startsOn":"2026-11-23","endsOn":"2026-12-04"}""".formatted(number)).expect(201).text("/id"));
    }

    private String path(String rest) {
        return "/projects/" + project + "/sprints" + rest;
    }

    private void step() {
        var sprint = path("/" + any(sprints));
        var answer = switch (chance.nextInt(10)) {
            case 0 -> ana.post(sprint + "/start", "");
            case 1 ->
                ana.post(
                        sprint + "/complete",
                        chance.nextBoolean() ? "{}" : "{\"carryOverTo\":\"" + any(sprints) + "\"}");
            case 2 -> chance.nextInt(4) == 0 ? ana.post(sprint + "/reopen", "") : ana.get(sprint);
            case 3, 4 -> patch("statusId", ana.status(project, chance.nextInt(4)));
            case 5 -> patch("sprintId", any(sprints));
            case 6 -> ana.post("/projects/" + project + "/backlog/tasks", keys());
            default -> ana.post(sprint + "/tasks", keys());
        };
        if (answer.status() == 200) {
            done++;
        } else {
            refused.add(answer.status());
        }
    }

    private Answer patch(String field, String value) {
        var task = "/tasks/" + project + "-" + (1 + chance.nextInt(TASKS));
        return ana.patch(task, ana.get(task).number("/version"), "{\"" + field + "\":\"" + value + "\"}");
    }

    private String keys() {
        var keys = chance.ints(1 + chance.nextInt(3), 1, TASKS + 1)
                .distinct()
                .mapToObj(number -> "\"" + project + "-" + number + "\"")
                .collect(Collectors.joining(","));
        return "{\"keys\":[" + keys + "]}";
    }

    private String any(List<String> from) {
        return from.get(chance.nextInt(from.size()));
    }

    private void check() {
        var tasks = items("/projects/" + project + "/tasks?limit=100");
        assertThat(tasks).hasSize(TASKS);
        for (var sprint : items(path("?limit=100"))) {
            var id = sprint.required("id").asString();
            var inside = tasks.stream()
                    .filter(task -> task.at("/sprint/id").asString("").equals(id))
                    .toList();
            var counted = List.of("todo", "doing", "done").stream()
                    .map(sprint::required)
                    .toList();
            assertThat(sum(counted, "tasks")).isEqualTo(inside.size());
            assertThat(sum(counted, "points")).isEqualTo(sum(inside, "points"));
            if (sprint.required("state").asString().equals("active")) {
                checkScope(sprint.required("scope"), inside);
            }
            checkCompleted(sprint, id, inside);
        }
    }

    private static void checkScope(JsonNode scope, List<JsonNode> inside) {
        for (var what : List.of("tasks", "points")) {
            var now = scope.at("/committed/" + what).asLong()
                    + scope.at("/added/" + what).asLong()
                    - scope.at("/removed/" + what).asLong();
            assertThat(now).isEqualTo(what.equals("tasks") ? inside.size() : sum(inside, what));
        }
        var added = inside.stream()
                .filter(task -> task.at("/sprint/addedAfterStart").asBoolean())
                .count();
        assertThat(scope.at("/added/tasks").asLong()).isEqualTo(added);
    }

    private void checkCompleted(JsonNode sprint, String id, List<JsonNode> inside) {
        if (!sprint.required("state").asString().equals("completed")) {
            completed.remove(id);
            outcomes.remove(id);
            return;
        }
        var keys = inside.stream().map(task -> task.required("key").asString()).collect(Collectors.toSet());
        var outcome = sprint.required("outcome").toString();
        if (completed.containsKey(id)) {
            assertThat(completed.get(id)).containsAll(keys);
            assertThat(outcome).isEqualTo(outcomes.get(id));
        } else {
            assertThat(sprint.at("/outcome/done/tasks").asLong()).isEqualTo(keys.size());
        }
        everCompleted = true;
        completed.put(id, keys);
        outcomes.put(id, outcome);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(ana.get(path).expect(200).at("/items").spliterator(), false)
                .toList();
    }

    private static long sum(List<JsonNode> nodes, String field) {
        return nodes.stream().mapToLong(node -> node.required(field).asLong()).sum();
    }
}
