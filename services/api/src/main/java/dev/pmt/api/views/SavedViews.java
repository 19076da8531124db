package dev.pmt.api.views;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved views of projects, each seen by its owner, a shared one by every member; callers have checked that. */
@Repository
class SavedViews {

    /** What {@link #row} reads. */
    static final String COLUMNS = "id, name, query, columns, shared, owner_id, created_at, updated_at, version";

    private static final String SEEN =
            "SELECT " + COLUMNS + " FROM saved_view WHERE project_id = :project AND (shared OR owner_id = :user)";

    private static final String LIST = SEEN + " AND id > :after ORDER BY id LIMIT :limit";

    private static final String FIND = SEEN + " AND id = :id";

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the views that a member sees, oldest first, from behind the given one. */
    List<SavedView> list(ProjectId project, UserId user, UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("project", project.value())
                .param("user", user.value())
                .param("after", after)
                .param("limit", limit)
                .query(SavedViews::row)
                .list();
    }

    /** Returns a view that a member sees, or refuses (404). */
    SavedView get(ProjectId project, UserId user, ViewId id) {
        return jdbc.sql(FIND)
                .param("project", project.value())
                .param("user", user.value())
                .param("id", id.value())
                .query(SavedViews::row)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "View " + id + " does not exist in this project, or is another person's own."));
    }

    static SavedView row(ResultSet row, int number) throws SQLException {
        return new SavedView(
                new ViewId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("query"),
                columns(row),
                row.getBoolean("shared"),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static @Nullable List<String> columns(ResultSet row) throws SQLException {
        var array = row.getArray("columns");
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
