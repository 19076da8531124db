package dev.pmt.api.demo;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code demo}. */
@Repository
class DemoRows {

    private static final String ROWS =
            "SELECT project_id, place, people, begins, until, next_day FROM demo WHERE place = :place OR :place < 0 ORDER BY place";

    private static final String ADD = """
            INSERT INTO demo (project_id, place, people, begins, until, next_day)
            VALUES (:project, :place, :people, :begins, :until, :begins)
            """;

    private static final String ADVANCE = "UPDATE demo SET next_day = next_day + 1 WHERE place = :place";

    private static final String LOCK = "LOCK TABLE demo IN SHARE ROW EXCLUSIVE MODE";

    private static final String USED = "SELECT EXISTS (SELECT FROM project)";

    /**
     * A project of the demonstration.
     *
     * @param day the next one to simulate
     * @param until the day before which it ends
     */
    record Row(ProjectId project, int place, List<UserId> people, LocalDate begins, LocalDate until, LocalDate day) {

        boolean isOver() {
            return !day.isBefore(until);
        }
    }

    private final JdbcClient jdbc;

    DemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else begin a demonstration until the transaction ends. */
    void lock() {
        jdbc.sql(LOCK).update();
    }

    boolean isUsed() {
        return jdbc.sql(USED).query(Boolean.class).single();
    }

    void add(ProjectId project, int place, List<UserId> people, LocalDate begins, LocalDate until) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("place", place)
                .param("people", people.stream().map(UserId::value).toArray(UUID[]::new))
                .param("begins", begins)
                .param("until", until)
                .update();
    }

    List<Row> all() {
        return jdbc.sql(ROWS).param("place", -1).query(DemoRows::row).list();
    }

    /** Reads a project's row, and keeps it from others until the transaction ends. */
    Row take(int place) {
        return jdbc.sql(ROWS + " FOR UPDATE")
                .param("place", place)
                .query(DemoRows::row)
                .single();
    }

    /** Notes that a day was simulated; returns the row with the next one. */
    Row advance(Row row) {
        jdbc.sql(ADVANCE).param("place", row.place).update();
        return new Row(row.project, row.place, row.people, row.begins, row.until, row.day.plusDays(1));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getInt("place"),
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .map(UserId::new)
                        .toList(),
                row.getObject("begins", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("next_day", LocalDate.class));
    }
}
