package dev.pmt.bench;

/** The baseline's SQL, the columns of PMT's own answers, sent by {@link BareTasks} over JDBC and by {@link PgBench} as it is. */
final class BareStatements {

    private static final String COLUMNS = """
            SELECT t.id, t.number, t.source_key, t.title, t.status_id, t.type, t.priority, t.assignee_id, t.reporter_id, t.points,
                   t.start_date, t.due_date, t.labels, a.id AS parent_id, a.number AS parent_number, a.type AS parent_type,
                   a.title AS parent_title, i.id AS sprint_id, i.name AS sprint_name, i.state AS sprint_state, t.sprint_added,
                   t.archived, t.created_at, t.updated_at, t.version,
            """;
    private static final String TABLES = """
              FROM api.task t
              LEFT JOIN api.task a ON a.id = t.parent_id
              LEFT JOIN api.sprint i ON i.id = t.sprint_id
             WHERE t.project_id = (SELECT id FROM api.project WHERE key = ?)
            """;

    private static final String BLOCKED = """
                   EXISTS (SELECT FROM api.task_relation l JOIN api.task b ON b.id = l.from_id JOIN api.status s ON s.id = b.status_id
                            WHERE l.to_id = t.id AND l.kind = 'blocks' AND b.project_id = t.project_id AND NOT b.archived
                              AND s.category <> 'done') AS blocked
            """;

    static final String LIST = list("", "ORDER BY t.rank");
    static final String GET = COLUMNS + """
                   t.description,
                   (SELECT count(*) FROM api.task c WHERE c.parent_id = t.id AND NOT c.archived) AS children
            """ + TABLES + " AND t.number = ?\n";
    static final String COUNT =
            "UPDATE api.project SET counter = counter + 1, rank_top = rank_top + 1 WHERE key = ? RETURNING id, counter";
    static final String INSERT = """
            INSERT INTO api.task (id, project_id, number, title, description, status_id, type, priority, rank, created_at, updated_at)
            VALUES (?, ?, ?, ?, '', (SELECT id FROM api.status WHERE project_id = ? ORDER BY position LIMIT 1), 'task', 'medium',
                    'bare' || ?, now(), now())
            """;

    private BareStatements() {}

    /** Makes the statement that lists 25 tasks of a project, by a condition and an order written by hand. */
    static String list(String columns, String further) {
        return COLUMNS + columns + BLOCKED + TABLES + " AND NOT t.archived " + further + " LIMIT 25\n";
    }
}
