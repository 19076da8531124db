package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import java.util.Map;

/** Whose eyes see the tasks of a list, and of which projects; the SQL names projects that the reader is a member of. */
sealed interface TaskScope {

    UserId reader();

    /** One project. */
    record One(UserId reader, String project) implements TaskScope {}

    /** Every project of the reader. */
    record All(UserId reader) implements TaskScope {}

    /** Selects the ids of the projects. */
    default String projects() {
        return switch (this) {
            case One one -> """
                    SELECT m.project_id
                      FROM project p JOIN project_member m ON m.project_id = p.id
                     WHERE p.key = :project AND m.user_id = :user""";
            case All all -> "SELECT m.project_id FROM project_member m WHERE m.user_id = :user";
        };
    }

    /**
     * Says that a task is of these projects. The scalar form gives the planner the index that orders one project; who has no
     * project must not cost a walk through everyone's tasks.
     */
    default String holds() {
        return switch (this) {
            case One one -> "t.project_id = (" + projects() + ")";
            case All all -> "EXISTS (" + projects() + ") AND t.project_id = ANY (ARRAY(" + projects() + "))";
        };
    }

    /** Gives a query its parameters. */
    default void bind(Map<String, Object> params) {
        params.put("user", reader().value());
        if (this instanceof One one) {
            params.put("project", one.project());
        }
    }
}
