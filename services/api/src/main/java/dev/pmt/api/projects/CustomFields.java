package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.WireName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The custom fields of projects. */
@Repository
public class CustomFields {

    private static final String SELECT = "SELECT id, name, type, options, archived FROM custom_field WHERE project_id ";

    private static final String OF = SELECT + "= :project ORDER BY position";

    private static final String SEEN = SELECT + """
            IN (SELECT project_id FROM project_member WHERE user_id = :user) ORDER BY project_id, position
            """;

    private static final TypeReference<List<CustomField.Option>> OPTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomFields(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lists the fields of a project in their order, archived ones too. */
    public List<CustomField> of(ProjectId project) {
        return jdbc.sql(OF).param("project", project.value()).query(this::row).list();
    }

    /** Lists the fields of all projects of a user. */
    public List<CustomField> seenBy(UserId user) {
        return jdbc.sql(SEEN).param("user", user.value()).query(this::row).list();
    }

    private CustomField row(ResultSet row, int number) throws SQLException {
        return new CustomField(
                row.getObject("id", UUID.class),
                row.getString("name"),
                WireName.parse(CustomFieldType.class, row.getString("type")),
                json.readValue(row.getString("options"), OPTIONS),
                row.getBoolean("archived"));
    }
}
