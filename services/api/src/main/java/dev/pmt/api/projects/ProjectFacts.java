package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words writes to a project and its members as facts, by {@code contract/events}. Their version is the project's revision,
 * which grows with every write in it.
 */
final class ProjectFacts {

    private static final String CREATED = "pmt.project.created.v1";
    private static final String MEMBER_ADDED = "pmt.project.member-added.v1";
    private static final String WORKFLOW_CHANGED = "pmt.project.workflow-changed.v1";
    private static final String CUSTOM_FIELDS_CHANGED = "pmt.project.custom-fields-changed.v1";

    /** A new project with its board's columns. */
    record Created(String key, String name, String description, List<Status> statuses) {}

    /** A project's own fields and its board's columns after a change. */
    record Changed(String key, String name, String description, List<Status> statuses) {}

    /** Where tasks may go from each status after a change. */
    record WorkflowChanged(String key, List<Transitions> transitions) {}

    /** The fields that the project adds to its tasks after a change. */
    record CustomFieldsChanged(String key, List<CustomField> fields) {}

    /** A user who sees the project from now on. */
    record MemberAdded(String key, UserId userId, ProjectRole role) {}

    /** A member who may do more or less than before. */
    record MemberRoleChanged(String key, UserId userId, ProjectRole from, ProjectRole to) {}

    /** A user who sees the project no longer. */
    record MemberRemoved(String key, UserId userId) {}

    private ProjectFacts() {}

    /** Makes the facts of a new project: itself, and its owner as the first member; so its revision begins with two. */
    static List<Fact> created(Project project, UserId owner) {
        return List.of(
                new Fact(CREATED, project.id().value(), project.revision() - 1, owner.value(), created(project)),
                memberAdded(project, owner, owner, ProjectRole.OWNER));
    }

    /** Makes the facts that would lead to a project as it is: all with its present revision, and nobody's doing. */
    static List<Fact> state(Project project, Workflow workflow, List<CustomField> fields, Collection<Member> members) {
        var facts = new ArrayList<Fact>();
        facts.add(state(CREATED, project, created(project)));
        if (!workflow.closed().isEmpty()) {
            facts.add(state(WORKFLOW_CHANGED, project, workflowChanged(project, workflow)));
        }
        if (!fields.isEmpty()) {
            facts.add(state(CUSTOM_FIELDS_CHANGED, project, new CustomFieldsChanged(project.key(), fields)));
        }
        members.forEach(member -> facts.add(
                state(MEMBER_ADDED, project, new MemberAdded(project.key(), member.userId(), member.role()))));
        return facts;
    }

    private static Fact state(String type, Project project, Object data) {
        return new Fact(type, project.id().value(), project.revision(), null, data);
    }

    private static Created created(Project project) {
        return new Created(project.key(), project.name(), project.description(), project.statuses());
    }

    static Fact changed(Project project, UserId actor) {
        return fact(
                "pmt.project.changed.v1",
                project,
                actor,
                new Changed(project.key(), project.name(), project.description(), project.statuses()));
    }

    static Fact workflowChanged(Project project, Workflow workflow, UserId actor) {
        return fact(WORKFLOW_CHANGED, project, actor, workflowChanged(project, workflow));
    }

    private static WorkflowChanged workflowChanged(Project project, Workflow workflow) {
        return new WorkflowChanged(project.key(), workflow.transitions());
    }

    static Fact customFieldsChanged(Project project, List<CustomField> fields, UserId actor) {
        return fact(CUSTOM_FIELDS_CHANGED, project, actor, new CustomFieldsChanged(project.key(), fields));
    }

    /** Makes the facts of a member's role; none when the role is what it was. */
    static List<Fact> member(Project project, UserId actor, UserId user, @Nullable ProjectRole from, ProjectRole to) {
        if (from == null) {
            return List.of(memberAdded(project, actor, user, to));
        }
        return from == to
                ? List.of()
                : List.of(fact(
                        "pmt.project.member-role-changed.v1",
                        project,
                        actor,
                        new MemberRoleChanged(project.key(), user, from, to)));
    }

    private static Fact memberAdded(Project project, UserId actor, UserId user, ProjectRole role) {
        return fact(MEMBER_ADDED, project, actor, new MemberAdded(project.key(), user, role));
    }

    static Fact memberRemoved(Project project, UserId actor, UserId user) {
        return fact("pmt.project.member-removed.v1", project, actor, new MemberRemoved(project.key(), user));
    }

    private static Fact fact(String type, Project project, UserId actor, Object data) {
        return new Fact(type, project.id().value(), project.revision(), actor.value(), data);
    }
}
