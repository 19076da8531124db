package dev.pmt.api.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is noted of an import's rows: the keys met, and the rows rejected. */
@Repository
class RowLog {

    private static final String SEE = """
            WITH met AS (
                INSERT INTO import_seen (job_id, source_key, line)
                SELECT :id, r.key, r.line FROM json_to_recordset(:rows::json) AS r (key text, line bigint)
                ON CONFLICT DO NOTHING
                RETURNING source_key)
            SELECT s.source_key, s.line
              FROM import_seen s
             WHERE s.job_id = :id AND s.source_key IN (SELECT r.key FROM json_to_recordset(:rows::json) AS r (key text))
            """;

    private static final String REJECT = """
            INSERT INTO import_error (job_id, position, line, source_key, field, message)
            SELECT :id, r.position, r.line, r.key, r.field, r.message
              FROM json_to_recordset(:rows::json) AS r (position bigint, line bigint, key text, field text, message text)
             WHERE r.position <= :kept
            """;

    /** A key and the line of its row. */
    record Met(String key, long line) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ImportSettings settings;

    RowLog(JdbcClient jdbc, JsonMapper json, ImportSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    /** Notes keys, different ones, and returns those that earlier rows had, with the lines of those rows. */
    Map<String, Long> meet(ImportId id, List<Met> rows) {
        var before = new HashMap<String, Long>();
        jdbc.sql(SEE)
                .param("id", id.value())
                .param("rows", json.writeValueAsString(rows))
                .query((row, number) -> before.put(row.getString("source_key"), row.getLong("line")))
                .list();
        return before;
    }

    /** Notes rejected rows, up to the number that is kept. */
    void reject(ImportId id, long rejectedBefore, List<RowFault> faults) {
        if (faults.isEmpty() || rejectedBefore >= settings.keptErrors()) {
            return;
        }
        var rows = IntStream.range(0, faults.size())
                .mapToObj(i -> row(rejectedBefore + 1 + i, faults.get(i)))
                .toList();
        jdbc.sql(REJECT)
                .param("id", id.value())
                .param("rows", json.writeValueAsString(rows))
                .param("kept", settings.keptErrors())
                .update();
    }

    private static Map<String, Object> row(long position, RowFault fault) {
        var row = new HashMap<String, Object>();
        row.put("position", position);
        row.put("line", fault.line());
        row.put("message", fault.message());
        if (fault.key() != null) {
            row.put("key", fault.key());
        }
        if (fault.field() != null) {
            row.put("field", fault.field());
        }
        return row;
    }
}
