package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import org.springframework.stereotype.Service;

/** What people do with projects, for inner modules that act in their names: every rule of the HTTP doors holds. */
@Service
public class ProjectActions {

    private final ProjectEdits edits;
    private final MemberEdits members;

    ProjectActions(ProjectEdits edits, MemberEdits members) {
        this.edits = edits;
        this.members = members;
    }

    public Project create(String key, String name, String description, UserId owner) {
        return edits.create(new NewProject(key, name, description).check(), owner);
    }

    public void addMember(Project project, UserId owner, UserId user, ProjectRole role) {
        members.put(project.key(), owner, user, role);
    }
}
