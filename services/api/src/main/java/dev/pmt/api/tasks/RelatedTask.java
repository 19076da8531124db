package dev.pmt.api.tasks;

import dev.pmt.api.projects.Status;

/** The task at the other end of a relation, shortly; perhaps of another project. */
record RelatedTask(
        TaskId id, String key, String projectKey, String title, TaskType type, Status status, boolean archived) {

    /**
     * Tells of a task {@code t} whether an unfinished one blocks it. Only of its own project, whose revision rises when that
     * one changes: what a board's tag says stays exact. As EXISTS the planner would make it one walk through all tasks.
     */
    static final String BLOCKED = """
            coalesce((SELECT true
                        FROM task_relation l
                        JOIN task b ON b.id = l.from_id
                        JOIN status bs ON bs.id = b.status_id
                       WHERE l.to_id = t.id AND l.kind = 'blocks' AND b.project_id = t.project_id AND NOT b.archived
                         AND bs.category <> 'done'
                       LIMIT 1), false)""";

    private static final String SEEN = """
            ) l
              JOIN task o ON o.id = l.other
              JOIN project q ON q.id = o.project_id
              JOIN project_member v ON v.project_id = q.id AND v.user_id = :user""";

    /**
     * Names the relations of a kind as {@code l}, from task {@code one} to a task {@code o} of a project {@code q} that
     * {@code :user} sees.
     */
    static String relations(RelationKind kind) {
        return switch (kind) {
            case BLOCKS, DUPLICATES -> "FROM (" + rows("from_id", "to_id", kind) + SEEN;
            case BLOCKED_BY, DUPLICATED_BY -> "FROM (" + rows("to_id", "from_id", kind.inverse()) + SEEN;
            case RELATES_TO ->
                "FROM (" + rows("from_id", "to_id", kind) + " UNION ALL " + rows("to_id", "from_id", kind) + SEEN;
        };
    }

    private static String rows(String one, String other, RelationKind stored) {
        return "SELECT %s AS one, %s AS other FROM task_relation WHERE kind = '%s'"
                .formatted(one, other, stored.wireName());
    }
}
