package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RightsTest {

    private static final String CSV = "issuekey,title\nX-1,Title\n";

    private static RunningApi api;
    private static Client owner;
    private static Client maintainer;
    private static Client member;
    private static Client viewer;
    private static Client stranger;
    private static Client administrator;
    private static Map<String, String> names;

    /** One operation as it is asked for, and the least project role it needs. */
    record Operation(String id, String method, String path, String type, String body, String least) {

        Answer by(Client client) {
            var url = path;
            for (var name : names.entrySet()) {
                url = url.replace("{" + name.getKey() + "}", name.getValue());
            }
            var filled = body.replace("{status}", names.get("status"));
            var headers = new ArrayList<>(List.of("Content-Type", type));
            if (method.equals("PATCH")) {
                headers.addAll(List.of("If-Match", "\"99\""));
            }
            return client.send(method, url, BodyPublishers.ofString(filled), headers.toArray(String[]::new));
        }

        boolean isInProject() {
            return !least.equals("anyone");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        owner = api.person();
        maintainer = api.person();
        member = api.person();
        viewer = api.person();
        stranger = api.person();
        administrator = api.person("admin");
        var project = owner.project();
        owner.adds(maintainer, project, "maintainer");
        owner.adds(member, project, "member");
        owner.adds(viewer, project, "viewer");
        owner.task(project, "Task");
        var job = owner.csv("/imports?project=" + project, CSV.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        names = Map.of(
                "key", project,
                "task", project + "-1",
                "status", owner.status(project, 0),
                "member", member.id().toString(),
                "new", UUID.randomUUID().toString(),
                "import", job.expect(202).text("/id"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    static List<Operation> operations() {
        var json = "application/json";
        return List.of(
                new Operation("listProjects", "GET", "/projects", json, "", "anyone"),
                new Operation("createProject", "POST", "/projects", json, "{}", "anyone"),
                new Operation("getProject", "GET", "/projects/{key}", json, "", "viewer"),
                new Operation("updateProject", "PATCH", "/projects/{key}", json, "{}", "maintainer"),
                new Operation("listMembers", "GET", "/projects/{key}/members", json, "", "viewer"),
                new Operation("getMember", "GET", "/projects/{key}/members/{member}", json, "", "viewer"),
                new Operation(
                        "putMember",
                        "PUT",
                        "/projects/{key}/members/{new}",
                        json,
                        "{\"role\":\"viewer\"}",
                        "maintainer"),
                new Operation("removeMember", "DELETE", "/projects/{key}/members/{new}", json, "", "maintainer"),
                new Operation("getBoard", "GET", "/projects/{key}/board", json, "", "viewer"),
                new Operation("getBoardColumn", "GET", "/projects/{key}/board/columns/{status}", json, "", "viewer"),
                new Operation("listTasks", "GET", "/projects/{key}/tasks", json, "", "viewer"),
                new Operation("createTask", "POST", "/projects/{key}/tasks", json, "{\"title\":\"t\"}", "member"),
                new Operation("exportTasks", "GET", "/projects/{key}/export.csv", json, "", "viewer"),
                new Operation("getTask", "GET", "/tasks/{task}", json, "", "viewer"),
                new Operation("updateTask", "PATCH", "/tasks/{task}", json, "{}", "member"),
                new Operation("moveTask", "POST", "/tasks/{task}/move", json, "{\"statusId\":\"{status}\"}", "member"),
                new Operation("archiveTask", "POST", "/tasks/{task}/archive", json, "", "member"),
                new Operation("unarchiveTask", "POST", "/tasks/{task}/unarchive", json, "", "member"),
                new Operation("listImports", "GET", "/imports?project={key}", json, "", "viewer"),
                new Operation("createImport", "POST", "/imports?project={key}", "text/csv", CSV, "maintainer"),
                new Operation("previewImport", "POST", "/imports/preview?project={key}", "text/csv", CSV, "maintainer"),
                new Operation("getImport", "GET", "/imports/{import}", json, "", "viewer"),
                new Operation("listImportErrors", "GET", "/imports/{import}/errors", json, "", "viewer"));
    }

    static Stream<Operation> projectOperations() {
        return operations().stream().filter(Operation::isInProject);
    }

    @Test
    void covers_every_operation_of_the_contract() {
        assertThat(operations().stream().map(Operation::id))
                .containsExactlyInAnyOrderElementsOf(OpenApi.operationIds());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refuses_who_is_not_signed_in(Operation operation) {
        var tokens = api.tokens();
        var id = owner.id();
        for (var token : List.of(
                "",
                "nonsense",
                tokens.expired(id, "admin"),
                tokens.otherIssuer(id, "admin"),
                tokens.otherAudience(id, "admin"),
                tokens.forged(id, "admin"),
                tokens.unsigned(id, "admin"))) {
            operation.by(owner.with(token)).expect(401, "not-signed-in");
        }
    }

    @ParameterizedTest
    @MethodSource("projectOperations")
    void shows_nothing_to_who_is_not_a_member(Operation operation) {
        operation.by(stranger).expect(404, "not-found");
        operation.by(administrator).expect(404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("projectOperations")
    void needs_the_role(Operation operation) {
        for (var who : Map.of("viewer", viewer, "member", member, "maintainer", maintainer)
                .entrySet()) {
            var answer = operation.by(who.getValue());
            if (rank(who.getKey()) < rank(operation.least())) {
                answer.expect(403, "role-too-low");
            } else {
                assertThat(answer.status())
                        .as(who.getKey() + " " + answer.body())
                        .isNotIn(401, 403, 500);
            }
        }
    }

    @Test
    void answers_the_same_for_a_hidden_task_and_a_missing_one() {
        var hidden = stranger.get("/tasks/" + names.get("task")).body();
        var missing = stranger.get("/tasks/" + names.get("key") + "-99999").body();

        assertThat(hidden.replace(names.get("task"), "KEY"))
                .isEqualTo(missing.replace(names.get("key") + "-99999", "KEY"));
    }

    private static int rank(String role) {
        return List.of("viewer", "member", "maintainer", "owner").indexOf(role);
    }
}
