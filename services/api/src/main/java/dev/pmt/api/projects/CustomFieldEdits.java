package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Changes the custom fields of projects, which share the projects' versions. */
@Repository
class CustomFieldEdits {

    private static final String IS_USED =
            "SELECT EXISTS (SELECT FROM task WHERE project_id = :project AND jsonb_exists(custom, :field))";

    private static final String USED_OPTION = """
            SELECT o.id
              FROM unnest(string_to_array(:options, ',')) AS o (id)
             WHERE EXISTS (SELECT FROM task WHERE project_id = :project AND jsonb_exists(custom -> :field, o.id))
             LIMIT 1
            """;

    private static final String MEMBERS = "SELECT user_id FROM project_member WHERE project_id = :project";

    private static final String CLEAR = "DELETE FROM custom_field WHERE project_id = :project";

    private static final String PUT = """
            INSERT INTO custom_field (id, project_id, position, name, type, options, archived)
            SELECT f.id, :project, row_number() OVER (), f.name, f.type, f.options, f.archived
              FROM json_to_recordset(:fields::json) AS f (id uuid, name text, type text, options jsonb, archived boolean)
            """;

    private final JdbcClient jdbc;
    private final Projects projects;
    private final ProjectEdits edits;
    private final CustomFields fields;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final EventLog log;

    CustomFieldEdits(
            JdbcClient jdbc,
            Projects projects,
            ProjectEdits edits,
            CustomFields fields,
            JsonMapper json,
            Supplier<UUID> ids,
            EventLog log) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.edits = edits;
        this.fields = fields;
        this.json = json;
        this.ids = ids;
        this.log = log;
    }

    /** Sets all custom fields of a project; those left out are gone, unless tasks have values in them (409). What changes nothing leaves the version. */
    @Transactional
    public Project put(String key, UserId user, long version, NewCustomFields body) {
        var current = projects.get(key, user);
        current.role().require(ProjectRole.MAINTAINER);
        var before = fields.of(current.id());
        var wanted = body.check(before, ids);
        checkLeads(current, before, wanted);
        Version.check(version, current.version(), "Project " + current.key());
        if (wanted.equals(before)) {
            return current;
        }
        edits.advance(current, user, version);
        before.forEach(field -> checkGone(current, field, wanted));
        jdbc.sql(CLEAR).param("project", current.id().value()).update();
        jdbc.sql(PUT)
                .param("project", current.id().value())
                .param("fields", json.writeValueAsString(wanted))
                .update();
        var after = projects.get(key, user);
        log.append(ProjectFacts.customFieldsChanged(after, wanted, user));
        return after;
    }

    /** Refuses that a field or options of it go while tasks have them. Nobody gives a task a value meanwhile: the project is locked. */
    private void checkGone(Project project, CustomField field, List<CustomField> wanted) {
        var after = wanted.stream().filter(one -> one.id().equals(field.id())).findFirst();
        if (after.isEmpty() && isUsed(project, field)) {
            throw inUse(project, field, "Field " + field.name(), "; archive it instead, or take the values away first");
        }
        after.flatMap(kept -> usedOption(project, field, kept)).ifPresent(option -> {
            throw inUse(
                    project,
                    field,
                    "Option " + option.name() + " of field " + field.name(),
                    "; give them another value first, or rename the option");
        });
    }

    /** Refuses new leads of components who are no members; one who left stays until somebody else is named. */
    private void checkLeads(Project project, List<CustomField> before, List<CustomField> wanted) {
        var strangers = leads(wanted);
        strangers.removeAll(leads(before));
        if (strangers.isEmpty()) {
            return;
        }
        strangers.removeAll(jdbc.sql(MEMBERS)
                .param("project", project.id().value())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list());
        var faults = new Faults();
        strangers.forEach(lead -> faults.check(
                false, "leadId", "leadId must be a member of project " + project.key() + ": " + lead.value()));
        faults.refuse();
    }

    private static Set<UserId> leads(List<CustomField> fields) {
        return fields.stream()
                .flatMap(field -> field.options().stream())
                .flatMap(option -> Stream.ofNullable(option.leadId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isUsed(Project project, CustomField field) {
        return jdbc.sql(IS_USED)
                .param("project", project.id().value())
                .param("field", field.id().toString())
                .query(Boolean.class)
                .single();
    }

    private Optional<CustomField.Option> usedOption(Project project, CustomField field, CustomField kept) {
        var gone = field.options().stream()
                .map(option -> option.id().toString())
                .filter(id -> kept.option(id).isEmpty())
                .collect(Collectors.joining(","));
        return jdbc.sql(USED_OPTION)
                .param("project", project.id().value())
                .param("field", field.id().toString())
                .param("options", gone)
                .query(String.class)
                .optional()
                .flatMap(field::option);
    }

    private static ProblemException inUse(Project project, CustomField field, String what, String advice) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "custom-field-in-use",
                what + " has tasks of project " + project.key() + ", perhaps archived ones" + advice + ".",
                Map.of("fieldId", field.id()));
    }
}
