package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The queue of imports. Every write names the worker, so that a worker whose lease was taken over changes nothing. */
@Repository
class Jobs {

    private static final String CLAIM = """
            UPDATE import_job j
               SET state = 'running', worker = :worker, lease_until = :until, attempts = attempts + 1,
                   started_at = coalesce(started_at, :now), updated_at = :now
              FROM project p
             WHERE p.id = j.project_id
               AND j.id = (SELECT id FROM import_job
                            WHERE state = 'queued' OR (state = 'running' AND lease_until < :now)
                            ORDER BY created_at, id
                            FOR UPDATE SKIP LOCKED
                            LIMIT 1)
            RETURNING j.*, p.key AS project_key
            """;

    private static final String KEEP = """
            UPDATE import_job
               SET number_floor = coalesce(:floor, number_floor), bytes_done = :bytes,
                   rows_read = :read, rows_created = :created, rows_updated = :updated,
                   rows_unchanged = :unchanged, rows_rejected = :rejected,
                   lease_until = :until, updated_at = :now
             WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String RENEW = """
            UPDATE import_job SET lease_until = :until WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String END = """
            UPDATE import_job
               SET state = :state, error_line = :line, error_message = :message,
                   bytes_done = CASE WHEN :state = 'done' THEN bytes_total ELSE bytes_done END,
                   worker = NULL, lease_until = NULL, finished_at = :now, updated_at = :now
             WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String RELEASE = """
            UPDATE import_job
               SET state = 'queued', worker = NULL, lease_until = NULL, attempts = attempts - 1
             WHERE id = :id AND worker = :worker AND state = 'running'
            """;

    private static final String CHUNK = "SELECT data FROM import_chunk WHERE job_id = :id AND position = :position";
    private static final String DROP_CHUNKS = "DELETE FROM import_chunk WHERE job_id = :id";
    private static final String DROP_SEEN = "DELETE FROM import_seen WHERE job_id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final ImportSettings settings;

    Jobs(JdbcClient jdbc, JsonMapper json, Supplier<UUID> ids, Clock clock, ImportSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Takes the lease of the oldest import that waits, or whose worker is not heard of any more. */
    Optional<Job> claim() {
        return jdbc.sql(CLAIM)
                .param("worker", ids.get())
                .param("now", OffsetDateTime.now(clock))
                .param("until", leaseEnd())
                .query(this::row)
                .optional();
    }

    /** Stores how far the import has come and keeps the lease. @throws LeaseLost when it is another worker's */
    void keep(Job job, @Nullable Long numberFloor, Import.Rows rows, long bytes) {
        var kept = jdbc.sql(KEEP)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .param("floor", numberFloor)
                .param("bytes", bytes)
                .param("read", rows.read())
                .param("created", rows.created())
                .param("updated", rows.updated())
                .param("unchanged", rows.unchanged())
                .param("rejected", rows.rejected())
                .param("now", OffsetDateTime.now(clock))
                .param("until", leaseEnd())
                .update();
        if (kept == 0) {
            throw new LeaseLost(job.id());
        }
    }

    /** Keeps the lease if it is still this worker's. */
    void renew(Job job) {
        jdbc.sql(RENEW)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .param("until", leaseEnd())
                .update();
    }

    /** Ends the import well. */
    @Transactional
    public void finish(Job job) {
        end(job, Import.State.DONE, new FileFault.View(null, ""));
    }

    /** Ends the import with the reason why it cannot go on. */
    @Transactional
    public void fail(Job job, FileFault.View fault) {
        end(job, Import.State.FAILED, fault);
    }

    /** Gives the lease back, as when this process stops. */
    void release(Job job) {
        jdbc.sql(RELEASE)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .update();
    }

    /** Opens the stored file. */
    ChunkStream open(Job job) {
        return new ChunkStream(position -> jdbc.sql(CHUNK)
                .param("id", job.id().value())
                .param("position", position)
                .query(byte[].class)
                .optional()
                .orElse(null));
    }

    private void end(Job job, Import.State state, FileFault.View fault) {
        var ended = jdbc.sql(END)
                .param("id", job.id().value())
                .param("worker", job.worker())
                .param("state", state.wireName())
                .param("line", fault.line())
                .param("message", fault.message().isEmpty() ? null : fault.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (ended == 0) {
            throw new LeaseLost(job.id());
        }
        jdbc.sql(DROP_CHUNKS).param("id", job.id().value()).update();
        jdbc.sql(DROP_SEEN).param("id", job.id().value()).update();
    }

    private OffsetDateTime leaseEnd() {
        return OffsetDateTime.now(clock).plus(settings.lease());
    }

    private Job row(ResultSet row, int number) throws SQLException {
        return new Job(
                new ImportId(row.getObject("id", UUID.class)),
                row.getObject("worker", UUID.class),
                row.getString("project_key"),
                new UserId(row.getObject("created_by", UUID.class)),
                row.getBoolean("dry_run"),
                json.readValue(row.getString("mapping"), Mapping.class),
                row.getObject("number_floor", Long.class),
                Imports.rows(row),
                row.getInt("attempts"));
    }
}
