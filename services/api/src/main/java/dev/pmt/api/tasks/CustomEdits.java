package dev.pmt.api.tasks;

import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.wire.Faults;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Changes what tasks of a locked project have in its custom fields. */
@Repository
class CustomEdits {

    private static final String IS_ASSIGNABLE = """
            SELECT EXISTS (SELECT FROM project_member m LEFT JOIN profile f ON f.user_id = m.user_id
                            WHERE m.project_id = :project AND m.user_id = :user AND f.active IS NOT FALSE)
            """;

    private final JdbcClient jdbc;
    private final CustomFields fields;

    CustomEdits(JdbcClient jdbc, CustomFields fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    /** Returns the values after a change of them; notes what breaks a rule. Without a change nothing is read. */
    CustomValues after(
            Faults faults, ProjectId project, CustomValues current, @Nullable Map<String, @Nullable JsonNode> wanted) {
        return wanted == null || wanted.isEmpty()
                ? current
                : new CustomRules(fields.of(project), user -> isAssignable(project, user))
                        .after(faults, current, wanted);
    }

    private boolean isAssignable(ProjectId project, UUID user) {
        return jdbc.sql(IS_ASSIGNABLE)
                .param("project", project.value())
                .param("user", user)
                .query(Boolean.class)
                .single();
    }
}
