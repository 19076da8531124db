package dev.pmt.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Measures the query language beside SQL that somebody wrote by hand for the same tasks. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Ten queries over 100,000 tasks beside the same in SQL by hand, behind the same edge, turn by turn.")
final class QueryBench extends BenchCommand {

    /** Gives the imported tasks what a backlog has: types, priorities, people, days, labels, epics and what blocks what. */
    private static final List<String> VARIETY = List.of("SET pmt.epoch = 1", """
            UPDATE api.task t
               SET type = CASE WHEN number <= 100 THEN 'epic' ELSE (ARRAY['task', 'bug', 'story'])[1 + number %% 3] END,
                   parent_id = CASE WHEN number > 100 AND number %% 3 = 0
                       THEN (SELECT e.id FROM api.task e WHERE e.project_id = t.project_id AND e.number = 1 + t.number %% 100) END,
                   priority = (ARRAY['lowest', 'low', 'medium', 'high', 'highest'])[1 + number * 7 %% 5],
                   status_id = (ARRAY(SELECT s.id FROM api.status s WHERE s.project_id = t.project_id ORDER BY s.position))
                       [CASE WHEN number %% 10 < 6 THEN 4 ELSE 1 + number %% 3 END],
                   assignee_id = CASE WHEN number %% 20 = 17 THEN (SELECT user_id FROM api.profile) END,
                   labels = CASE number %% 10 WHEN 0 THEN ARRAY['web'] WHEN 7 THEN ARRAY['api', 'web'] WHEN 8 THEN ARRAY['core']
                       ELSE '{}' END,
                   due_date = CASE WHEN number %% 4 = 0 THEN current_date + (number %% 365)::int - 180 END,
                   title = title || CASE WHEN number %% 500 = 0 THEN ' that has a crash after login' ELSE '' END,
                   created_at = now() - number %% 500 * interval '1 day' - number * interval '1 ms',
                   updated_at = now() - number %% 300 * interval '1 day' - number * interval '1 ms'
             WHERE project_id = (SELECT id FROM api.project WHERE key = '%1$s')
            """, """
            INSERT INTO api.task_relation (id, kind, from_id, to_id, created_at)
            SELECT gen_random_uuid(), 'blocks', f.id, t.id, now()
              FROM api.task t JOIN api.task f ON f.project_id = t.project_id AND f.number = t.number - 1
             WHERE t.number %% 50 = 9 AND t.project_id = (SELECT id FROM api.project WHERE key = '%1$s')
            """);

    @Mixin
    private TurnOptions options = new TurnOptions(2, 5);

    @Option(
            names = "--tasks",
            defaultValue = "100000",
            description = "tasks in the project (default: ${DEFAULT-VALUE})")
    private int tasks;

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            description = "turns each before those: the JVM compiles meanwhile (default: ${DEFAULT-VALUE})")
    private int warmUp;

    QueryBench() {
        super("query");
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (var project = ApiProject.start(folder, "query", tasks)) {
            vary(project.pmt());
            report.head(project.pmt());
            report.line(
                    "%,d tasks, 25 to a page, one connection. Medians of %d turns of %d s each, after %d of the same to warm up.",
                    tasks, options.turns(), options.time().toSeconds(), warmUp);
            report.line("");
            report.line("| query | PMT p50 ms | by hand p50 ms | ratio | PostgreSQL CPU ms | by hand | ratio |");
            report.line("|---|---|---|---|---|---|---|");
            for (int shape = 0; shape < QueryShape.ALL.size(); shape++) {
                row(project, shape, report);
            }
        }
    }

    private static void vary(Installation pmt) throws IOException, SQLException {
        try (var database = pmt.database();
                var statement = database.createStatement()) {
            for (var sql : VARIETY) {
                statement.execute(sql.formatted(ApiProject.KEY));
            }
        }
        pmt.settle();
    }

    private void row(ApiProject project, int shape, Report report) throws IOException, InterruptedException {
        var query = QueryShape.ALL.get(shape).query();
        var asked = "/api/v1/projects/" + ApiProject.KEY + "/tasks?limit=25&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var byHand = "/api/v1/bare?project=" + ApiProject.KEY + "&shape=" + shape;
        check(project, query, asked, byHand);
        var ours = new ArrayList<Turn>();
        var bare = new ArrayList<Turn>();
        for (int turn = -warmUp; turn < options.turns(); turn++) {
            var a = project.turn((token, n) -> HttpLoad.request("GET", asked, token, "", ""), 1, options.time());
            var b = project.turn((token, n) -> HttpLoad.request("GET", byHand, token, "", ""), 1, options.time());
            if (turn >= 0) {
                ours.add(a);
                bare.add(b);
            }
        }
        var pmt = Turn.median(ours);
        var hand = Turn.median(bare);
        report.line(
                "| `%s` | %.2f | %.2f | **%.2f** | %.2f | %.2f | %.2f |%s",
                query,
                pmt.p50(),
                hand.p50(),
                pmt.p50() / hand.p50(),
                pmt.postgres(),
                hand.postgres(),
                pmt.postgres() / hand.postgres(),
                pmt.failed() + hand.failed() == 0 ? "" : " failed: " + pmt.failed() + " and " + hand.failed());
    }

    /** Both must answer the same tasks in the same order, and some. */
    private static void check(ApiProject project, String query, String asked, String byHand)
            throws IOException, InterruptedException {
        var ours = numbers(get(project, asked).required("items").valueStream());
        var bare = numbers(get(project, byHand).valueStream());
        if (ours.isEmpty() || !ours.equals(bare)) {
            throw new IOException("both sides must answer the same tasks to " + query + ": " + ours + " and " + bare);
        }
    }

    private static List<Long> numbers(Stream<JsonNode> tasks) {
        return tasks.map(task -> Long.valueOf(task.required("number").asString()))
                .toList();
    }

    private static JsonNode get(ApiProject project, String path) throws IOException, InterruptedException {
        return project.administrator().api("GET", path, "application/json", BodyPublishers.noBody());
    }
}
