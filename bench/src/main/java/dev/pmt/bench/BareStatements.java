package dev.pmt.bench;

/** The baseline's SQL, the columns of PMT's own answers, sent by {@link BareTasks} over JDBC and by {@link PgBench} as it is. */
final class BareStatements {

    static final String LIST = """
            SELECT id, number, source_key, title, status_id, type, priority, assignee_id, reporter_id, points, labels,
                   archived, created_at, updated_at, version
              FROM api.task
             WHERE project_id = (SELECT id FROM api.project WHERE key = ?) AND NOT archived ORDER BY rank LIMIT 25
            """;
    static final String GET = """
            SELECT id, number, source_key, title, status_id, type, priority, assignee_id, reporter_id, points, labels,
                   archived, created_at, updated_at, version, description
              FROM api.task
             WHERE project_id = (SELECT id FROM api.project WHERE key = ?) AND number = ?
            """;
    static final String COUNT =
            "UPDATE api.project SET counter = counter + 1, rank_top = rank_top + 1 WHERE key = ? RETURNING id, counter";
    static final String INSERT = """
            INSERT INTO api.task (id, project_id, number, title, description, status_id, type, priority, rank, created_at, updated_at)
            VALUES (?, ?, ?, ?, '', (SELECT id FROM api.status WHERE project_id = ? ORDER BY position LIMIT 1), 'task', 'medium',
                    'bare' || ?, now(), now())
            """;

    private BareStatements() {}
}
