package dev.pmt.api.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of {@link Projects}' queries. */
@Component
final class ProjectRows implements RowMapper<Project> {

    private static final TypeReference<List<Status>> STATUSES = new TypeReference<>() {};

    private final JsonMapper json;

    ProjectRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Project mapRow(ResultSet row, int number) throws SQLException {
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                json.readValue(row.getString("statuses"), STATUSES),
                ProjectRole.of(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("revision"));
    }
}
