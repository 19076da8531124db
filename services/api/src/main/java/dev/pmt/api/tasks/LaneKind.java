package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.Excerpt;
import java.util.Arrays;

/** What the cards of a lane have in common. */
enum LaneKind {
    /** Whose they are. */
    ASSIGNEE("t.assignee_id", "l.lane", "NULL::text[]"),
    /** The epic that they belong to; by the rules of {@link TaskType} only a subtask's parent is anything else. */
    EPIC(
            "CASE WHEN t.type <> 'subtask' THEN t.parent_id END",
            "(SELECT e.rank FROM task e WHERE e.id = l.lane)",
            ParentTask.column("l.lane")),
    /** How urgent they are. */
    PRIORITY("t.priority", "l.lane", "NULL::text[]");

    private final String value;
    private final String order;
    private final String epic;

    LaneKind(String value, String order, String epic) {
        this.value = value;
        this.order = order;
        this.epic = epic;
    }

    /** Reads the name. @throws dev.pmt.shared.web.ProblemException when there is no such kind (400) */
    static LaneKind of(String name) {
        var found = Arrays.stream(values())
                .filter(kind -> WireName.of(kind).equals(name))
                .findFirst();
        var faults = new Faults();
        faults.check(found.isPresent(), "by", "by must be assignee, epic or priority: " + Excerpt.of(name));
        faults.refuse();
        return found.orElseThrow();
    }

    /** Counts the cards of a project by status and lane, epics in rank order. */
    String counts(Conditions conditions) {
        return """
                SELECT l.status_id, l.cards, l.lane::text, %s
                  FROM (SELECT t.status_id, %s AS lane, count(*) AS cards
                          FROM task t
                         WHERE t.project_id = :project%s
                         GROUP BY 1, 2) l
                 ORDER BY %s NULLS LAST
                """.formatted(epic, value, conditions.sql(), order);
    }
}
