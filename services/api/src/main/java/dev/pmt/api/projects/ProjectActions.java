package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do with projects, for inner modules that act in their names: every rule of the HTTP doors holds. */
@Service
public class ProjectActions {

    /** A custom field that somebody adds; options by their names. */
    public record NewField(String name, CustomFieldType type, List<String> options) {}

    private final ProjectEdits edits;
    private final MemberEdits members;
    private final CustomFieldEdits fields;

    ProjectActions(ProjectEdits edits, MemberEdits members, CustomFieldEdits fields) {
        this.edits = edits;
        this.members = members;
        this.fields = fields;
    }

    public Project create(String key, String name, String description, UserId owner) {
        return edits.create(new NewProject(key, name, description).check(), owner);
    }

    public void addMember(Project project, UserId owner, UserId user, ProjectRole role) {
        members.put(project.key(), owner, user, role);
    }

    /** Gives a project the first of its custom fields. */
    public void addFields(Project project, UserId owner, List<NewField> added) {
        var items = added.stream()
                .<NewCustomFields.@Nullable Item>map(field -> new NewCustomFields.Item(
                        null,
                        field.name,
                        field.type,
                        field.options.stream()
                                .<NewCustomFields.@Nullable NewOption>map(NewCustomFields.NewOption::named)
                                .toList(),
                        null))
                .toList();
        fields.put(project.key(), owner, project.version(), new NewCustomFields(items));
    }
}
