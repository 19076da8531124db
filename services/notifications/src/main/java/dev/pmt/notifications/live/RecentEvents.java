package dev.pmt.notifications.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The latest events, in the order of api's log. One consumer at a time writes them, so whoever sees one sees all before
 * it, and a reader misses nothing by going on from the last position it has seen.
 */
@Repository
class RecentEvents {

    private static final String ADD = """
            INSERT INTO recent_event (position, project_id, task_id, leaver_id, heard_at, message, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String COLUMNS =
            "SELECT position, project_id, task_id, leaver_id, message, trace FROM recent_event ";

    private static final String AFTER = COLUMNS + "WHERE position > :after ORDER BY position LIMIT :limit";

    private static final String MISSED = COLUMNS + """
            WHERE position > :after AND position <= :upTo AND (project_id = :id OR task_id = :id)
             ORDER BY position LIMIT :limit
            """;

    private static final String BOUNDS =
            "SELECT coalesce(min(position), 1) AS oldest, coalesce(max(position), 0) AS newest FROM recent_event";

    /** The newest stays whatever its age, so that who has seen it is known to have missed nothing. */
    private static final String PRUNE = """
            DELETE FROM recent_event
             WHERE position <= (SELECT max(position) FROM recent_event) - :keep
                OR (heard_at < :before AND position < (SELECT max(position) FROM recent_event))
            """;

    /** The positions of the oldest and the newest event that are kept; 1 and 0 when there is none. */
    record Bounds(long oldest, long newest) {

        /** Answers whether every event after this position is still there; never for positions that lie ahead. */
        boolean reach(long after) {
            return after >= oldest - 1 && after <= newest;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RecentEvents(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(List<RecentEvent> events, Instant heardAt) {
        var time = OffsetDateTime.ofInstant(heardAt, ZoneOffset.UTC);
        batches.batchUpdate(ADD, events, Math.max(1, events.size()), (statement, event) -> {
            statement.setLong(1, event.position());
            statement.setObject(2, event.projectId());
            statement.setObject(3, event.taskId(), java.sql.Types.OTHER);
            statement.setObject(4, event.leaverId(), java.sql.Types.OTHER);
            statement.setObject(5, time);
            statement.setString(6, event.message());
            statement.setString(7, event.trace());
        });
    }

    void clear() {
        jdbc.sql("DELETE FROM recent_event").update();
    }

    /** Returns the events after a position, in order. */
    List<RecentEvent> after(long position, int limit) {
        return jdbc.sql(AFTER)
                .param("after", position)
                .param("limit", limit)
                .query(RecentEvents::row)
                .list();
    }

    Bounds bounds() {
        return jdbc.sql(BOUNDS)
                .query((row, number) -> new Bounds(row.getLong("oldest"), row.getLong("newest")))
                .single();
    }

    /** Returns a topic's events after one position and up to another, in order. */
    List<RecentEvent> missed(Topic topic, long after, long upTo, int limit) {
        return jdbc.sql(MISSED)
                .param("after", after)
                .param("upTo", upTo)
                .param("id", topic.id())
                .param("limit", limit)
                .query(RecentEvents::row)
                .list();
    }

    /** Deletes events heard before a time, and all but so many. */
    void prune(Instant before, int keep) {
        jdbc.sql(PRUNE)
                .param("keep", keep)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }

    private static RecentEvent row(ResultSet row, int number) throws SQLException {
        return new RecentEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                id(row, 3),
                id(row, 4),
                row.getString(5),
                row.getString(6));
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
