package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The queue of bulk changes. Every write names the worker, so that a worker whose lease was taken over changes nothing. */
@Repository
class BulkJobs {

    private static final String ADD = """
            INSERT INTO bulk_change (id, project_id, created_by, change, undoes, state, total, done, created_at)
            VALUES (:id, :project, :user, :change::jsonb, :undoes, 'queued', :total, 0, :now)
            """;

    private static final String ADD_TASKS = """
            INSERT INTO bulk_task (change_id, position, task_id)
            SELECT :id, r.position - 1, r.task::uuid
              FROM json_array_elements_text(:tasks::json) WITH ORDINALITY AS r (task, position)
            """;

    private static final String CLAIM = """
            UPDATE bulk_change b
               SET state = 'running', worker = :worker, lease_until = :until, attempts = attempts + 1
              FROM project p
             WHERE p.id = b.project_id
               AND b.id = (SELECT id FROM bulk_change
                            WHERE (state = 'queued' OR (state = 'running' AND lease_until < :now))
                              AND (id = :id OR :id::uuid IS NULL)
                            ORDER BY created_at, id
                            FOR UPDATE SKIP LOCKED
                            LIMIT 1)
            RETURNING b.id, b.worker, b.project_id, p.key, b.created_by, b.change, b.undoes, b.attempts
            """;

    private static final String HOLD = """
            SELECT done, total FROM bulk_change WHERE id = :id AND worker = :worker AND state = 'running' FOR UPDATE
            """;

    private static final String NEXT = """
            SELECT position, task_id FROM bulk_task
             WHERE change_id = :id AND position >= :done
             ORDER BY position
             LIMIT :limit
            """;

    private static final String RESULTS = """
            UPDATE bulk_task b SET version = r.version, reason = r.reason
              FROM json_to_recordset(:rows::json) AS r (position integer, version bigint, reason text)
             WHERE b.change_id = :id AND b.position = r.position
            """;

    private static final String KEEP = """
            UPDATE bulk_change
               SET done = done + :done, changed = changed + :changed, refused = refused + :refused, lease_until = :until
             WHERE id = :id
            """;

    private static final String END = """
            UPDATE bulk_change
               SET state = :state, error = :error, worker = NULL, lease_until = NULL, finished_at = :now
             WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String RELEASE = """
            UPDATE bulk_change SET state = 'queued', worker = NULL, lease_until = NULL, attempts = attempts - 1
             WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String PRUNE =
            "DELETE FROM bulk_change WHERE created_at < :before AND state IN ('done', 'failed')";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final BulkSettings settings;

    BulkJobs(JdbcClient jdbc, JsonMapper json, Supplier<UUID> ids, Clock clock, BulkSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Adds a change of tasks to the queue; it is there for others when the caller's transaction ends. */
    BulkChangeId add(
            ProjectId project,
            UserId user,
            @Nullable BulkPatch change,
            @Nullable BulkChangeId undoes,
            List<TaskId> tasks) {
        var id = new BulkChangeId(ids.get());
        jdbc.sql(ADD)
                .param("id", id.value())
                .param("project", project.value())
                .param("user", user.value())
                .param("change", change == null ? null : json.writeValueAsString(change.fields()))
                .param("undoes", undoes == null ? null : undoes.value())
                .param("total", tasks.size())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql(ADD_TASKS)
                .param("id", id.value())
                .param("tasks", json.writeValueAsString(tasks))
                .update();
        return id;
    }

    /** Takes the lease of the oldest change that waits, or whose worker is not heard of any more. */
    Optional<BulkJob> claim() {
        return claim(null);
    }

    /** Takes the lease of a change that waits; of any when none is named. */
    Optional<BulkJob> claim(@Nullable BulkChangeId id) {
        return jdbc.sql(CLAIM)
                .param("id", id == null ? null : id.value())
                .param("worker", ids.get())
                .param("now", OffsetDateTime.now(clock))
                .param("until", leaseEnd())
                .query(this::row)
                .optional();
    }

    /** Holds the change to the end of the transaction and tells how far it is. @throws BulkJob.LeaseLost when it is another's */
    BulkJob.Progress hold(BulkJob job) {
        return jdbc.sql(HOLD)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .query((row, number) -> new BulkJob.Progress(row.getInt("done"), row.getInt("total")))
                .optional()
                .orElseThrow(() -> new BulkJob.LeaseLost(job.id()));
    }

    /** Lists the next tasks. */
    List<BulkJob.Place> next(BulkJob job, int done) {
        return jdbc.sql(NEXT)
                .param("id", job.id().value())
                .param("done", done)
                .param("limit", settings.chunk())
                .query((row, number) -> new BulkJob.Place(row.getInt(1), new TaskId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Stores how far the held change has come, what became of the last tasks, and keeps the lease. */
    void keep(BulkJob job, int done, List<BulkJob.Result> results) {
        jdbc.sql(RESULTS)
                .param("id", job.id().value())
                .param("rows", json.writeValueAsString(results))
                .update();
        jdbc.sql(KEEP)
                .param("id", job.id().value())
                .param("done", done)
                .param(
                        "changed",
                        results.stream().filter(one -> one.version() != null).count())
                .param(
                        "refused",
                        results.stream().filter(one -> one.reason() != null).count())
                .param("until", leaseEnd())
                .update();
    }

    /** Ends the change, badly when there is an error. @throws BulkJob.LeaseLost when it is another worker's */
    void end(BulkJob job, @Nullable String error) {
        var ended = jdbc.sql(END)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .param("state", (error == null ? BulkState.DONE : BulkState.FAILED).wireName())
                .param("error", error)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (ended == 0) {
            throw new BulkJob.LeaseLost(job.id());
        }
    }

    /** Gives the lease back, as when this process stops. */
    void release(BulkJob job) {
        jdbc.sql(RELEASE)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .update();
    }

    /** Deletes changes that began before a time and have ended; returns how many. */
    int prune(OffsetDateTime before) {
        return jdbc.sql(PRUNE).param("before", before).update();
    }

    private OffsetDateTime leaseEnd() {
        return OffsetDateTime.now(clock).plus(settings.lease());
    }

    private BulkJob row(ResultSet row, int number) throws SQLException {
        var change = row.getString("change");
        var undoes = row.getObject("undoes", UUID.class);
        return new BulkJob(
                new BulkChangeId(row.getObject("id", UUID.class)),
                row.getObject("worker", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("key"),
                new UserId(row.getObject("created_by", UUID.class)),
                change == null ? null : json.readValue(change, BulkPatch.class),
                undoes == null ? null : new BulkChangeId(undoes),
                row.getInt("attempts"));
    }
}
