package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that an administrator can read of an installation, answer by address. */
final class ApiContents {

    private static final JsonMapper JSON = new JsonMapper();

    /** What reading changes. */
    private static final Set<String> OF_THE_MOMENT = Set.of("lastUsedAt");

    private static final Set<Integer> READABLE = Set.of(200, 404);

    private final Map<String, String> answers = new TreeMap<>();
    private final Visitor visitor;

    private ApiContents(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Walks from lists to what is in them; what this release does not offer yet is left out. */
    static ApiContents read(Visitor visitor) throws Exception {
        var contents = new ApiContents(visitor);
        contents.keep("/api/v1/users/me");
        contents.keep("/api/v1/users/me/tokens");
        contents.keep("/api/v1/profiles?limit=100");
        for (var user : contents.items("/api/v1/users?limit=100")) {
            contents.keep("/api/v1/users/" + user.required("id").asString());
        }
        for (var project : contents.items("/api/v1/projects?limit=100")) {
            contents.keepProject(project.required("key").asString());
        }
        return contents;
    }

    private void keepProject(String key) throws Exception {
        var project = "/api/v1/projects/" + key;
        keep(project);
        keep(project + "/members");
        keep(project + "/export.csv");
        for (var column : JSON.readTree(keep(project + "/board")).required("columns")) {
            keep(project + "/board/columns/" + column.at("/status/id").asString());
        }
        var tasks = new ArrayList<>(items(project + "/tasks?limit=100"));
        tasks.addAll(items(project + "/tasks?limit=100&archived=true"));
        for (var task : tasks) {
            keep("/api/v1/tasks/" + task.required("key").asString());
            keep("/api/v1/tasks/" + task.required("key").asString() + "/activity");
        }
        for (var job : items("/api/v1/imports?limit=100&project=" + key)) {
            keep("/api/v1/imports/" + job.required("id").asString());
            keep("/api/v1/imports/" + job.required("id").asString() + "/errors");
        }
    }

    private List<JsonNode> items(String address) throws Exception {
        var page = JSON.readTree(keep(address));
        assertThat(page.required("next").isNull()).as("one page: " + address).isTrue();
        return page.required("items").valueStream().toList();
    }

    private String keep(String address) throws Exception {
        var answer = visitor.get(address);
        assertThat(READABLE).as(address + ": " + answer.body()).contains(answer.statusCode());
        if (answer.statusCode() == 200) {
            answers.put(address, answer.body());
        }
        return answer.body();
    }

    int size() {
        return answers.size();
    }

    /** Reads the same addresses as somebody else and returns those whose answer is no longer what it was. */
    List<String> changed(Visitor later) throws Exception {
        var changed = new ArrayList<String>();
        for (var answer : answers.entrySet()) {
            var now = later.get(answer.getKey());
            if (now.statusCode() != 200 || !holds(answer.getKey(), answer.getValue(), now.body())) {
                changed.add(answer.getKey() + "\n  was " + answer.getValue() + "\n  is  " + now.body());
            }
        }
        return changed;
    }

    private static boolean holds(String address, String before, String now) {
        return address.endsWith(".csv") ? holdsRows(before, now) : holds(JSON.readTree(before), JSON.readTree(now));
    }

    /** A later release may add columns at the end. */
    static boolean holdsRows(String before, String now) {
        var was = before.lines().toList();
        var is = now.lines().toList();
        return was.size() == is.size()
                && IntStream.range(0, was.size()).allMatch(i -> is.get(i).startsWith(was.get(i)));
    }

    /** A later release may say more about a thing, but not about more or fewer things. */
    private static boolean holds(JsonNode before, JsonNode now) {
        if (before.isObject()) {
            return before.propertyNames().stream()
                    .allMatch(name -> OF_THE_MOMENT.contains(name)
                            || (now.has(name) && holds(before.required(name), now.required(name))));
        }
        if (before.isArray()) {
            if (before.size() != now.size()) {
                return false;
            }
            for (int i = 0; i < before.size(); i++) {
                if (!holds(before.required(i), now.required(i))) {
                    return false;
                }
            }
            return true;
        }
        return before.equals(now);
    }
}
