package dev.pmt.api.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads tasks again that were just written. */
@Repository
class TaskItems {

    private static final String ITEMS =
            "SELECT " + TaskItem.COLUMNS + " FROM task t WHERE t.id = ANY (string_to_array(:ids, ',')::uuid[])";

    private final JdbcClient jdbc;

    TaskItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns them in the order of the ids, all of which must be of tasks of the project. */
    List<TaskItem> of(String projectKey, List<TaskId> ids) {
        var items = new HashMap<TaskId, TaskItem>();
        jdbc.sql(ITEMS)
                .param("ids", ids.stream().map(id -> id.value().toString()).collect(Collectors.joining(",")))
                .query((row, number) -> TaskItem.read(new Columns(row), projectKey))
                .list()
                .forEach(item -> items.put(item.id(), item));
        return ids.stream().map(id -> Objects.requireNonNull(items.get(id))).toList();
    }
}
