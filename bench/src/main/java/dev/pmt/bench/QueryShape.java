package dev.pmt.bench;

import java.util.List;

/**
 * A question that a team asks of its backlog, in the query language and by hand.
 *
 * @param query what PMT is asked
 * @param sql what somebody who knows the tables would write for the same 25 tasks; its one parameter is the project's key
 */
record QueryShape(String query, String sql) {

    private static final String UNDONE =
            "t.status_id = ANY (ARRAY(SELECT s.id FROM api.status s WHERE s.category <> 'done'))";

    private static final String HITS = """
                   ts_headline('simple', t.title, to_tsquery('simple', 'crash:* | login:*'), 'HighlightAll=true') AS title_hits,
                   ts_headline('simple', left(t.description, 20000), to_tsquery('simple', 'crash:* | login:*'),
                               'MaxFragments=1, MaxWords=20, MinWords=8') AS hits,
            """;

    /** The shapes that are measured, each with other fields, operators and an order of its own. */
    static final List<QueryShape> ALL = List.of(
            of(
                    "type = bug AND priority >= high ORDER BY rank",
                    "AND t.type = 'bug' AND t.priority IN ('high', 'highest') ORDER BY t.rank"),
            of(
                    "assignee = me AND category != done ORDER BY updated DESC",
                    "AND t.assignee_id = (SELECT user_id FROM api.profile) AND " + UNDONE
                            + " ORDER BY t.updated_at DESC, t.id DESC"),
            of(
                    "labels = web AND status = \"In progress\" ORDER BY updated DESC",
                    "AND t.labels && '{web}' AND t.status_id = (SELECT id FROM api.status WHERE name = 'In progress')"
                            + " ORDER BY t.updated_at DESC, t.id DESC"),
            of(
                    "due < +7d AND category != done ORDER BY due",
                    "AND t.due_date <= (now() AT TIME ZONE 'UTC')::date + 7 AND " + UNDONE
                            + " ORDER BY t.due_date, t.id"),
            new QueryShape(
                    "text ~ \"crash login\"",
                    BareStatements.list(
                            HITS,
                            "AND to_tsvector('simple'::regconfig, t.title || ' ' || left(t.description, 50000))"
                                    + " @@ to_tsquery('simple', 'crash:* & login:*') ORDER BY t.rank")),
            of("title ~ \"issue 777\" ORDER BY key", "AND t.title ILIKE '%issue 777%' ORDER BY t.number"),
            of(
                    "points >= 12 OR priority = highest ORDER BY points DESC",
                    "AND (t.points >= 12 OR t.priority = 'highest') ORDER BY t.points DESC NULLS LAST, t.id DESC"),
            of(
                    "NOT (labels = web OR labels IS EMPTY) ORDER BY created DESC",
                    "AND NOT (t.labels && '{web}' OR t.labels = '{}') ORDER BY t.created_at DESC, t.id DESC"),
            of(
                    "parent IS NOT EMPTY AND updated > -7d ORDER BY updated DESC",
                    "AND t.parent_id IS NOT NULL AND t.updated_at > now() - interval '7 days'"
                            + " ORDER BY t.updated_at DESC, t.id DESC"),
            of(
                    "blockedBy IS NOT EMPTY AND category != done ORDER BY rank",
                    "AND EXISTS (SELECT FROM api.task_relation l WHERE l.to_id = t.id AND l.kind = 'blocks') AND "
                            + UNDONE + " ORDER BY t.rank"));

    private static QueryShape of(String query, String further) {
        return new QueryShape(query, BareStatements.list("", further));
    }
}
