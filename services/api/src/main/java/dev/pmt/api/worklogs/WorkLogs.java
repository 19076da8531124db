package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.tasks.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work logs of tasks; callers have checked that the asking user sees the task. */
@Repository
class WorkLogs {

    private static final String OF_TASK = """
            SELECT id, user_id, day, minutes, note, logged_at, version FROM work_log WHERE task_id = :task""";

    private static final String LIST = OF_TASK + " ORDER BY day DESC, id DESC";

    private static final String LOCK = OF_TASK + " AND id = :id FOR UPDATE";

    private static final String COUNT = "SELECT count(*) FROM work_log WHERE task_id = :task";

    private static final String ADD = """
            INSERT INTO work_log (id, task_id, user_id, day, minutes, note, logged_at)
            VALUES (:id, :task, :user, :day, :minutes, :note, :now)
            """;

    private static final String UPDATE = """
            UPDATE work_log SET day = :day, minutes = :minutes, note = :note, version = version + 1 WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM work_log WHERE id = :id";

    private final JdbcClient jdbc;

    WorkLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorkLog> list(TaskId task) {
        return jdbc.sql(LIST).param("task", task.value()).query(WorkLogs::row).list();
    }

    /** Finds one and locks it until the transaction ends. */
    Optional<WorkLog> lock(TaskId task, WorkLogId id) {
        return jdbc.sql(LOCK)
                .param("task", task.value())
                .param("id", id.value())
                .query(WorkLogs::row)
                .optional();
    }

    int count(TaskId task) {
        return jdbc.sql(COUNT).param("task", task.value()).query(Integer.class).single();
    }

    void add(TaskId task, WorkLog added) {
        jdbc.sql(ADD)
                .param("id", added.id().value())
                .param("task", task.value())
                .param("user", added.userId().value())
                .param("day", added.work().day())
                .param("minutes", added.work().minutes())
                .param("note", added.work().note())
                .param("now", added.loggedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(WorkLogId id, Work work) {
        jdbc.sql(UPDATE)
                .param("id", id.value())
                .param("day", work.day())
                .param("minutes", work.minutes())
                .param("note", work.note())
                .update();
    }

    void delete(WorkLogId id) {
        jdbc.sql(DELETE).param("id", id.value()).update();
    }

    private static WorkLog row(ResultSet row, int number) throws SQLException {
        return new WorkLog(
                new WorkLogId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                work(row),
                row.getObject("logged_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    /** Reads the columns {@code day}, {@code minutes} and {@code note}. */
    static Work work(ResultSet row) throws SQLException {
        return new Work(row.getInt("minutes"), row.getObject("day", LocalDate.class), row.getString("note"));
    }
}
