package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports as users see them: from the moment the upload is complete. */
@Repository
class Imports {

    private static final String FIND = """
            SELECT j.*, p.key AS project_key
              FROM import_job j
              JOIN project p ON p.id = j.project_id
              JOIN project_member m ON m.project_id = j.project_id AND m.user_id = :user
             WHERE j.id = :id AND j.state <> 'receiving'
            """;

    private static final String LIST = """
            SELECT j.*, p.key AS project_key
              FROM import_job j
              JOIN project p ON p.id = j.project_id
              JOIN project_member m ON m.project_id = j.project_id AND m.user_id = :user
             WHERE j.project_id = :project AND j.state <> 'receiving' AND j.id < :before
             ORDER BY j.id DESC
             LIMIT :limit
            """;

    private static final String ERRORS = """
            SELECT e.position, e.line, e.source_key, e.field, e.message
              FROM import_error e
             WHERE e.job_id = :id AND e.position > :after
             ORDER BY e.position
             LIMIT :limit
            """;

    private static final String LIST_NAME = "imports";
    private static final String ERROR_LIST_NAME = "import-errors";
    private static final UUID LAST = new UUID(-1, -1);

    private record ErrorRow(long position, RowFault fault) {}

    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Import get(ImportId id, UserId user) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .param("user", user.value())
                .query(Imports::row)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Import " + id.value() + " does not exist, or you are not a member of its project."));
    }

    Page<Import> list(ProjectId project, UserId user, @Nullable String cursor, int limit) {
        var before = Cursor.parse(cursor, LIST_NAME, 1).map(c -> c.id(0)).orElse(LAST);
        var found = jdbc.sql(LIST)
                .param("project", project.value())
                .param("user", user.value())
                .param("before", before)
                .param("limit", limit + 1)
                .query(Imports::row)
                .list();
        return Page.of(found, limit, job -> Cursor.of(LIST_NAME, job.id().value()));
    }

    /** Lists rejected rows; the caller has found the import as a member of its project. */
    Page<RowFault> errors(ImportId id, @Nullable String cursor, int limit) {
        var after =
                Cursor.parse(cursor, ERROR_LIST_NAME, 1).map(c -> c.number(0)).orElse(0L);
        var found = jdbc.sql(ERRORS)
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, number) -> new ErrorRow(
                        row.getLong("position"),
                        new RowFault(
                                row.getLong("line"),
                                row.getString("source_key"),
                                row.getString("field"),
                                row.getString("message"))))
                .list();
        return Page.of(found, limit, row -> Cursor.of(ERROR_LIST_NAME, row.position))
                .map(ErrorRow::fault);
    }

    private static Import row(ResultSet row, int number) throws SQLException {
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("project_key"),
                row.getString("filename"),
                row.getBoolean("dry_run"),
                WireName.parse(Import.State.class, row.getString("state")),
                rows(row),
                new Import.Bytes(row.getLong("bytes_done"), row.getLong("bytes_total")),
                error(row),
                new UserId(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"));
    }

    static Import.Rows rows(ResultSet row) throws SQLException {
        return new Import.Rows(
                row.getLong("rows_read"),
                row.getLong("rows_created"),
                row.getLong("rows_updated"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_rejected"));
    }

    private static FileFault.@Nullable View error(ResultSet row) throws SQLException {
        var message = row.getString("error_message");
        return message == null ? null : new FileFault.View(row.getObject("error_line", Long.class), message);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
