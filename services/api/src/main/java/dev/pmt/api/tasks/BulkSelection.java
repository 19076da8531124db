package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.wire.Faults;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds the tasks that a bulk change is of, as they are when it begins. */
@Repository
class BulkSelection {

    private static final String BY_NUMBER = """
            SELECT t.number, t.id FROM task t
             WHERE t.project_id = :project AND t.number IN (SELECT json_array_elements_text(:numbers::json)::bigint)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TaskSearch search;
    private final TaskQueries queries;
    private final BulkSettings settings;

    BulkSelection(JdbcClient jdbc, JsonMapper json, TaskSearch search, TaskQueries queries, BulkSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.search = search;
        this.queries = queries;
        this.settings = settings;
    }

    /** Returns the tasks. @throws dev.pmt.shared.web.ProblemException when they are too many, or one is not there (400) */
    List<TaskId> tasks(Project project, UserId user, NewBulkChange body) {
        var faults = new Faults();
        if (body.query() == null) {
            return named(faults, project, NewTask.withoutNulls(body.tasks()));
        }
        var scope = new TaskScope.One(user, project.key());
        var found = search.ids(scope, queries.parse(body.query(), scope), settings.most() + 1);
        faults.check(
                found.size() <= settings.most(),
                "query",
                "query must match at most " + settings.most() + " tasks, narrow it");
        faults.refuse();
        return found;
    }

    private List<TaskId> named(Faults faults, Project project, List<String> keys) {
        faults.check(
                !keys.isEmpty() && keys.size() <= settings.most(),
                "tasks",
                "tasks must have 1 to " + settings.most() + " entries: " + keys.size());
        faults.refuse();
        var wanted = new LinkedHashMap<Long, String>();
        for (var key : keys) {
            var parsed = TaskKey.parse(key).filter(one -> one.project().equals(project.key()));
            faults.check(parsed.isPresent(), "tasks", unknown(project, key));
            faults.refuse();
            wanted.put(parsed.orElseThrow().number(), key);
        }
        var found = byNumber(project, wanted);
        return wanted.entrySet().stream()
                .map(entry -> {
                    var id = found.get(entry.getKey());
                    faults.check(id != null, "tasks", unknown(project, entry.getValue()));
                    faults.refuse();
                    return Objects.requireNonNull(id);
                })
                .toList();
    }

    private Map<Long, TaskId> byNumber(Project project, Map<Long, String> wanted) {
        var found = new HashMap<Long, TaskId>();
        jdbc.sql(BY_NUMBER)
                .param("project", project.id().value())
                .param("numbers", json.writeValueAsString(wanted.keySet()))
                .query((row, number) -> {
                    var columns = new Columns(row);
                    return found.put(columns.number(), new TaskId(columns.id()));
                })
                .list();
        return found;
    }

    private static String unknown(Project project, String key) {
        return PlanTasks.unknown(project.key(), key).replaceFirst("^keys", "tasks");
    }
}
