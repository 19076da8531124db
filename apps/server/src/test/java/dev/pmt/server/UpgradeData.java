package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people have made with a release, through its public API, before it is upgraded.
 *
 * @param session Ada's, the administrator's, as her browser keeps it
 * @param ben somebody else's session
 * @param token Ada's, for programs
 * @param revoked one that she took back
 * @param invitation a link that nobody has opened
 * @param reset a link for a new password of Ben's, not opened either
 */
record UpgradeData(Visitor session, Visitor ben, String token, String revoked, URI invitation, URI reset) {

    static final String BEN = "ben@example.org";
    static final String CLEO = "cleo@example.org";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ONCE = "{\"title\":\"Made once\"}";

    /** Fills a release that nobody has used yet. */
    static UpgradeData make(int port, Visitor ada) throws Exception {
        var token = token(ada, "export");
        var revoked = token(ada, "old");
        var program = new Program(port, token.required("token").asString());
        program.ok("GET", "/projects", Map.of(), "");
        ada.delete("/api/v1/users/me/tokens/" + revoked.required("id").asString());
        var invited = invite(ada, "Ben", BEN);
        var ben = new Visitor(port).accept(link(invited, "/oneTimeLink/url"), "Ben");
        ben.signIn(BEN);
        var dan = invite(ada, "Dan", "dan@example.org");
        new Visitor(port).accept(link(dan, "/oneTimeLink/url"), "Dan");
        ok(ada.post(user(dan) + "/deactivate", "application/json", ""));
        var cleo = invite(ada, "Cleo", CLEO);
        var reset = JSON.readTree(ok(ada.post(user(invited) + "/reset-link", "application/json", "")));

        ada.fill("CARGO", 40);
        board(program, invited.at("/user/id").asString());
        refusedImport(ada);
        return new UpgradeData(
                ada,
                ben,
                token.required("token").asString(),
                revoked.required("token").asString(),
                link(cleo, "/oneTimeLink/url"),
                link(reset, "/url"));
    }

    /** Tasks of all shapes: of each type and priority, changed, moved, given to somebody, archived and brought back. */
    private static void board(Program program, String ben) throws Exception {
        program.ok(
                "POST", "/projects", Map.of(), "{\"key\":\"TEAM\",\"name\":\"Work\",\"description\":\"*all* shapes\"}");
        program.ok("PATCH", "/projects/TEAM", program.read("/projects/TEAM"), "{\"name\":\"Wörk ✓\"}");
        program.ok("PUT", "/projects/TEAM/members/" + ben, Map.of(), "{\"role\":\"member\"}");
        var types = List.of("task", "bug", "story", "epic", "subtask");
        var priorities = List.of("lowest", "low", "medium", "high", "highest");
        for (int n = 0; n < types.size(); n++) {
            program.ok(
                    "POST", "/projects/TEAM/tasks", Map.of(), """
                    {"title":"Täsk \\"%d\\", 任务","description":"# One\\n\\n- two\\ttabs\\r\\n<b>no markup</b> \\\\ '","type":"%s",
                     "priority":"%s","points":%d.25,"labels":["a b","ü%d"]}""".formatted(n, types.get(n), priorities.get(n), n, n));
        }
        program.ok("POST", "/projects/TEAM/tasks", Map.of("Idempotency-Key", "upgrade-1"), ONCE);
        program.ok(
                "PATCH",
                "/tasks/TEAM-1",
                program.read("/tasks/TEAM-1"),
                "{\"title\":\"Changed\",\"points\":null,\"assigneeId\":\"" + ben + "\"}");
        var statuses = statuses(JSON.readTree(
                program.send("GET", "/projects/TEAM/board", Map.of(), "").body()));
        program.ok("POST", "/tasks/TEAM-2/move", Map.of(), "{\"statusId\":\"" + statuses.getLast() + "\"}");
        program.ok(
                "POST",
                "/tasks/TEAM-3/move",
                Map.of(),
                "{\"statusId\":\"" + statuses.getLast() + "\",\"beforeKey\":\"TEAM-2\"}");
        program.ok("POST", "/tasks/TEAM-4/archive", Map.of(), "");
        program.ok("POST", "/tasks/TEAM-5/archive", Map.of(), "");
        program.ok("POST", "/tasks/TEAM-5/unarchive", Map.of(), "");
    }

    /** Returns a project's columns. */
    static List<String> statuses(Visitor ada, String key) throws Exception {
        return statuses(
                JSON.readTree(ada.get("/api/v1/projects/" + key + "/board").body()));
    }

    private static List<String> statuses(JsonNode board) {
        return board.required("columns")
                .valueStream()
                .map(column -> column.at("/status/id").asString())
                .toList();
    }

    /** An import with rows that are refused, so that its errors are data too. */
    private static void refusedImport(Visitor ada) throws Exception {
        var rows = "issuekey,title,description,storypoint\nX-1,,,many\nX-2,Good,,3\n";
        var accepted = ada.post("/api/v1/imports?project=TEAM", "text/csv", rows);
        var job = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ada.get(job).body().matches("(?s).*\"state\":\"(done|failed)\".*"));
        assertThat(ada.get(job + "/errors").body()).as("errors of the import").contains("title");
    }

    /** Holds who may come in, and how, against the program that now runs there. */
    void goOn(int port) throws Exception {
        var program = new Program(port, token);
        assertThat(program.send("GET", "/users/me", Map.of(), "").statusCode())
                .as("the token")
                .isEqualTo(200);
        var gone = new Program(port, revoked).send("GET", "/users/me", Map.of(), "");
        assertThat(gone.statusCode()).as("the token that was revoked").isEqualTo(401);
        var again = program.send("POST", "/projects/TEAM/tasks", Map.of("Idempotency-Key", "upgrade-1"), ONCE);
        assertThat(again.headers().firstValue("Idempotent-Replayed"))
                .as("a write that is sent again: " + again.body())
                .hasValue("true");
        new Visitor(port).accept(invitation, "Cleo");
        signsIn(port, CLEO);
        new Visitor(port).accept(reset, "Ben");
        signsIn(port, BEN);
        assertThat(new Visitor(port)
                        .signIn("dan@example.org")
                        .get("/api/v1/projects")
                        .statusCode())
                .as("who is deactivated")
                .isEqualTo(401);
    }

    static void signsIn(int port, String email) throws Exception {
        var visitor = new Visitor(port).signIn(email);
        assertThat(visitor.get("/api/v1/projects").statusCode())
                .as("signing in: " + email)
                .isEqualTo(200);
    }

    private static JsonNode token(Visitor ada, String name) throws Exception {
        var wanted = "{\"name\":\"" + name + "\",\"scopes\":[\"write\"]}";
        return JSON.readTree(ok(ada.post("/api/v1/users/me/tokens", "application/json", wanted)));
    }

    private static JsonNode invite(Visitor ada, String name, String email) throws Exception {
        var wanted = "{\"name\":\"%s\",\"email\":\"%s\",\"role\":\"member\"}".formatted(name, email);
        return JSON.readTree(ok(ada.post("/api/v1/users", "application/json", wanted)));
    }

    private static String user(JsonNode created) {
        return "/api/v1/users/" + created.at("/user/id").asString();
    }

    private static URI link(JsonNode answer, String pointer) {
        return URI.create(answer.at(pointer).asString());
    }

    private static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
        return answer.body();
    }

    /** Somebody's program, with a token of theirs. */
    record Program(int port, String token) {

        /** Asks, and must get what it asked for. */
        void ok(String method, String path, Map<String, String> headers, String body) throws Exception {
            UpgradeData.ok(send(method, path, headers, body));
        }

        /** Reads something in order to change it. */
        Map<String, String> read(String path) throws Exception {
            var tag = send("GET", path, Map.of(), "").headers().firstValue("ETag");
            return tag.map(value -> Map.of("If-Match", value)).orElse(Map.of());
        }

        HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
                throws Exception {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        }
    }
}
