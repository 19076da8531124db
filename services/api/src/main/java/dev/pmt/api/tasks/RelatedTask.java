package dev.pmt.api.tasks;

import dev.pmt.api.projects.Status;

/** The task at the other end of a relation, shortly; perhaps of another project. */
record RelatedTask(
        TaskId id, String key, String projectKey, String title, TaskType type, Status status, boolean archived) {

    /**
     * Tells of a task {@code t} whether an unfinished one blocks it. Only of its own project, whose revision rises when that
     * one changes: what a board's tag says stays exact.
     */
    static final String BLOCKED = """
            EXISTS (SELECT
                      FROM task_relation l
                      JOIN task b ON b.id = l.from_id
                      JOIN status bs ON bs.id = b.status_id
                     WHERE l.to_id = t.id AND l.kind = 'blocks' AND b.project_id = t.project_id AND NOT b.archived
                       AND bs.category <> 'done')""";

    /** Selects the tasks {@code o}, of projects {@code q}, to which a task {@code t} stands so, as far as {@code :user} sees them. */
    static String others(RelationKind kind) {
        return switch (kind) {
            case BLOCKS, DUPLICATES -> ends("l.from_id = t.id AND o.id = l.to_id", kind);
            case BLOCKED_BY, DUPLICATED_BY -> ends("l.to_id = t.id AND o.id = l.from_id", kind.inverse());
            case RELATES_TO ->
                ends("t.id IN (l.from_id, l.to_id) AND o.id IN (l.from_id, l.to_id) AND o.id <> t.id", kind);
        };
    }

    private static String ends(String meet, RelationKind stored) {
        return """
                SELECT
                  FROM task_relation l
                  JOIN task o ON %s
                  JOIN project q ON q.id = o.project_id
                  JOIN project_member v ON v.project_id = q.id AND v.user_id = :user
                 WHERE l.kind = '%s'""".formatted(meet, stored.wireName());
    }
}
