package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.contracts.EventDoor;
import dev.pmt.shared.contracts.RightsTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "rights.yml");
    private static final byte[] CSV = "issuekey,title\nX-1,Title\n".getBytes(StandardCharsets.UTF_8);
    private static final String MARKER = "seen-by-members-only";
    private static final String THUMB = "%F0%9F%91%8D";

    private static RunningApi api;
    private static Client owner;
    private static Map<String, Client> actors;
    private static String project;
    private static String task;
    private static String sprint;
    private static String imported;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        owner = api.person();
        project = owner.project();
        actors = actors();
        for (var role : new String[] {"viewer", "member", "maintainer"}) {
            owner.adds(actors.get(role), project, role);
        }
        task = "/tasks/" + owner.task(project, MARKER);
        sprint = sprint();
        imported = "/imports/"
                + owner.csv("/imports?project=" + project, CSV).expect(202).text("/id");
    }

    private static Map<String, Client> actors() {
        var tokens = api.tokens();
        var id = owner.id();
        return Map.ofEntries(
                Map.entry("stranger", owner.with("")),
                Map.entry("expired", owner.with(tokens.expired(id, "admin"))),
                Map.entry("forged", owner.with(tokens.forged(id, "admin"))),
                Map.entry("alg-none", owner.with(tokens.unsigned(id, "admin"))),
                Map.entry("other-issuer", owner.with(tokens.otherIssuer(id, "admin"))),
                Map.entry("other-audience", owner.with(tokens.otherAudience(id, "admin"))),
                Map.entry("read-scope", owner.with(tokens.scoped(id, "member", "read"))),
                Map.entry("guest", api.person("guest")),
                Map.entry("user", api.person()),
                Map.entry("admin", api.person("admin")),
                Map.entry("viewer", api.person()),
                Map.entry("member", api.person()),
                Map.entry("maintainer", api.person()),
                Map.entry("owner", owner));
    }

    /** Makes each operation's request, valid in all but perhaps who sends it. */
    private static Map<String, Function<Client, Answer>> requests() {
        var path = "/projects/" + project;
        var ofOne = "?project=" + project;
        return Map.ofEntries(
                Map.entry("listProjects", who -> who.get("/projects")),
                Map.entry(
                        "createProject",
                        who -> who.post("/projects", "{\"key\":\"%s\",\"name\":\"n\"}".formatted(key()))),
                Map.entry("getProject", who -> who.get(path)),
                Map.entry("updateProject", who -> who.patch(path, version(path), "{\"name\":\"n\"}")),
                Map.entry("updateStatus", who -> who.patch(status(), version(path), "{\"wipLimit\":5}")),
                Map.entry("putStatuses", who -> who.put(path + "/statuses", version(path), statuses(path))),
                Map.entry("listCustomFields", who -> who.get(path + "/custom-fields")),
                Map.entry("putCustomFields", who -> who.put(path + "/custom-fields", version(path), "{\"fields\":[]}")),
                Map.entry("getWorkflow", who -> who.get(path + "/workflow")),
                Map.entry("putWorkflow", who -> who.put(path + "/workflow", version(path), "{\"transitions\":[]}")),
                Map.entry("listMembers", who -> who.get(path + "/members")),
                Map.entry("getMember", who -> who.get(path + "/members/" + owner.id())),
                Map.entry("putMember", who -> who.put(path + "/members/" + UUID.randomUUID(), "{\"role\":\"viewer\"}")),
                Map.entry("removeMember", who -> who.delete(path + "/members/" + someMember())),
                Map.entry("listProfiles", who -> who.get("/profiles")),
                Map.entry("getBoard", who -> who.get(path + "/board")),
                Map.entry("getBoardColumn", who -> who.get(path + "/board/columns/" + owner.status(project, 0))),
                Map.entry("getBoardLanes", who -> who.get(path + "/board/lanes?by=assignee")),
                Map.entry("listViews", who -> who.get(path + "/views")),
                Map.entry("createView", who -> who.post(path + "/views", "{\"name\":\"%s\"}".formatted(key()))),
                Map.entry("getView", who -> who.get(sharedView())),
                Map.entry("updateView", who -> who.patch(sharedView(), 1, "{\"query\":\"type = bug\"}")),
                Map.entry("removeView", who -> who.delete(sharedView())),
                Map.entry("listTasks", who -> who.get(path + "/tasks")),
                Map.entry(
                        "simulateDemo",
                        who -> who.post(
                                "/demo",
                                "{\"people\":[\"%s\",\"%s\"]}".formatted(UUID.randomUUID(), UUID.randomUUID()))),
                Map.entry("searchTasks", who -> who.get("/tasks?query=text~seen")),
                Map.entry("completeQuery", who -> who.get("/queries/completions" + ofOne)),
                Map.entry("listSprints", who -> who.get(path + "/sprints")),
                Map.entry("createSprint", who -> who.post(path + "/sprints", "{\"name\":\"%s\"}".formatted(key()))),
                Map.entry("getSprint", who -> who.get(sprint)),
                Map.entry("updateSprint", who -> who.patch(sprint, version(sprint), "{\"goal\":\"g\"}")),
                Map.entry("deleteSprint", who -> who.delete(sprint())),
                Map.entry("startSprint", who -> who.post(sprint() + "/start", "")),
                Map.entry("completeSprint", who -> who.post(sprint("start") + "/complete", "{}")),
                Map.entry("reopenSprint", who -> who.post(sprint("start", "complete") + "/reopen", "")),
                Map.entry("planTasks", who -> who.post(sprint + "/tasks", keys())),
                Map.entry("backlogTasks", who -> who.post(path + "/backlog/tasks", keys())),
                Map.entry("moveTasks", who -> who.post(path + "/board/moves", placed(owner.status(project, 0)))),
                Map.entry("createBulkChange", who -> who.post(bulk(), archive())),
                Map.entry("previewBulkChange", who -> who.post(bulk() + "/preview", archive())),
                Map.entry("getBulkChange", who -> who.get(bulkChange())),
                Map.entry("undoBulkChange", who -> who.post(bulkChange() + "/undo", "")),
                Map.entry("undoTask", who -> who.post(task + "/undo", "{\"version\":%d}".formatted(changed()))),
                Map.entry("createTask", who -> who.post(path + "/tasks", "{\"title\":\"t\"}")),
                Map.entry("exportTasks", who -> who.get(path + "/export.csv")),
                Map.entry("getTask", who -> who.get(task)),
                Map.entry("listTaskActivity", who -> who.get(task + "/activity")),
                Map.entry("updateTask", who -> who.patch(task, version(task), "{\"points\":1}")),
                Map.entry(
                        "moveTask",
                        who -> who.post(task + "/move", "{\"statusId\":\"%s\"}".formatted(owner.status(project, 0)))),
                Map.entry("listComments", who -> who.get(task + "/comments")),
                Map.entry("addComment", who -> who.post(task + "/comments", "{\"text\":\"t\"}")),
                Map.entry("updateComment", who -> who.patch(comment(), 1, "{\"text\":\"t\"}")),
                Map.entry("deleteComment", who -> who.delete(comment())),
                Map.entry("addReaction", who -> who.put(comment() + "/reactions/" + THUMB, "")),
                Map.entry("removeReaction", who -> who.delete(comment() + "/reactions/" + THUMB)),
                Map.entry("listAttachments", who -> who.get(task + "/attachments")),
                Map.entry("addAttachment", who -> who.file(task + "/attachments?name=t", CSV)),
                Map.entry("getAttachment", who -> who.get(attachment())),
                Map.entry("getAttachmentContent", who -> who.get(attachment() + "/content")),
                Map.entry("deleteAttachment", who -> who.delete(attachment())),
                Map.entry("listWorkLogs", who -> who.get(task + "/work-logs")),
                Map.entry("addWorkLog", who -> who.post(task + "/work-logs", work("t"))),
                Map.entry("updateWorkLog", who -> who.patch(workLog(), 1, "{\"minutes\":5}")),
                Map.entry("deleteWorkLog", who -> who.delete(workLog())),
                Map.entry("listProjectRelations", who -> who.get(path + "/relations?task=" + project + "-1")),
                Map.entry("listRelations", who -> who.get(task + "/relations")),
                Map.entry("addRelation", who -> who.post(task + "/relations", relation())),
                Map.entry("removeRelation", who -> who.delete(task + "/relations/" + someRelation())),
                Map.entry("listWatchers", who -> who.get(task + "/watchers")),
                Map.entry("addWatcher", who -> who.put(task + "/watchers/me", "")),
                Map.entry("removeWatcher", who -> who.delete(task + "/watchers/me")),
                Map.entry("archiveTask", who -> who.post("/tasks/" + owner.task(project, MARKER) + "/archive", "")),
                Map.entry("unarchiveTask", who -> who.post(task + "/unarchive", "")),
                Map.entry("listImports", who -> who.get("/imports" + ofOne)),
                Map.entry("createImport", who -> who.csv("/imports" + ofOne, CSV)),
                Map.entry("previewImport", who -> who.csv("/imports/preview" + ofOne, CSV)),
                Map.entry("getImport", who -> who.get(imported)),
                Map.entry("listImportErrors", who -> who.get(imported + "/errors")));
    }

    private static String key() {
        return "R"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(java.util.Locale.ROOT);
    }

    private static String bulk() {
        return "/projects/" + project + "/bulk-changes";
    }

    private static String bulkChange() {
        return bulk() + "/" + owner.post(bulk(), archive()).expect(201).text("/id");
    }

    private static String archive() {
        return "{\"tasks\":[\"%s\"],\"change\":{\"archived\":true}}".formatted(owner.task(project, MARKER));
    }

    /** Changes the task's estimate and returns the version that this led to. */
    private static long changed() {
        var points = owner.get(task).number("/version") % 100;
        return owner.patch(task, version(task), "{\"points\":%d.5}".formatted(points))
                .expect(200)
                .number("/version");
    }

    private static String keys() {
        return "{\"keys\":[\"%s\"]}".formatted(task.substring("/tasks/".length()));
    }

    private static String placed(String status) {
        return keys().replace("}", ",\"statusId\":\"%s\"}".formatted(status));
    }

    /** Makes a sprint and takes it some steps further. */
    private static String sprint(String... actions) {
        var path = "/projects/" + project + "/sprints";
        var body = "{\"name\":\"%s\",\"goal\":\"%s\",\"startsOn\":\"2026-11-23\",\"endsOn\":\"2026-12-04\"}"
                .formatted(key(), MARKER);
        var made = path + "/" + owner.post(path, body).expect(201).text("/id");
        for (var action : actions) {
            owner.post(made + "/" + action, action.equals("complete") ? "{}" : "")
                    .expect(200);
        }
        return made;
    }

    private static String status() {
        return "/projects/" + project + "/statuses/" + owner.status(project, 0);
    }

    private static String statuses(String path) {
        return "{\"statuses\":%s}".formatted(owner.get(path).expect(200).at("/statuses"));
    }

    private static long version(String path) {
        return owner.get(path).expect(200).number("/version");
    }

    private static String comment() {
        var comments = task + "/comments";
        return comments + "/"
                + owner.post(comments, "{\"text\":\"%s\"}".formatted(MARKER))
                        .expect(201)
                        .text("/id");
    }

    private static String attachment() {
        var attachments = task + "/attachments";
        return attachments + "/"
                + owner.file(attachments + "?name=" + MARKER, MARKER.getBytes(StandardCharsets.UTF_8))
                        .expect(201)
                        .text("/id");
    }

    private static String work(String note) {
        return "{\"minutes\":90,\"day\":\"2026-01-15\",\"note\":\"%s\"}".formatted(note);
    }

    private static String workLog() {
        var logs = task + "/work-logs";
        return logs + "/" + owner.post(logs, work(MARKER)).expect(201).text("/id");
    }

    private static String relation() {
        return "{\"kind\":\"relates-to\",\"taskKey\":\"%s\"}".formatted(owner.task(project, MARKER));
    }

    private static String someRelation() {
        return owner.post(task + "/relations", relation()).expect(201).text("/id");
    }

    private static UUID someMember() {
        var id = UUID.randomUUID();
        owner.put("/projects/" + project + "/members/" + id, "{\"role\":\"viewer\"}")
                .expect(200);
        return id;
    }

    private static String sharedView() {
        var views = "/projects/" + project + "/views";
        var made = owner.post(views, "{\"name\":\"%s %s\",\"shared\":true}".formatted(MARKER, key()));
        return views + "/" + made.expect(201).text("/id");
    }

    @TestFactory
    Stream<DynamicTest> are_as_in_the_table() {
        var cells = RightsTable.cells(Client.CONTRACT_FILE, TABLE);
        var requests = requests();
        System.out.println("Rights: " + cells.size() + " cells, one for every operation and every actor");
        assertThat(cells).hasSizeGreaterThan(300);
        return cells.stream()
                .map(cell -> DynamicTest.dynamicTest(cell.name(), () -> {
                    var answer = requests.get(cell.operation()).apply(actors.get(cell.actor()));

                    assertThat(cell.accepts(answer.status()))
                            .as(answer.status() + " " + answer.body())
                            .isTrue();
                    if (cell.code() != null) {
                        answer.expect(answer.status(), cell.code());
                        assertThat(answer.body()).doesNotContain(MARKER);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> at_the_events_door_are_as_in_its_own_table() {
        return new EventDoor("api", api.address())
                .rights(api.tokens().callers()).entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.getKey(), () -> cell.getValue().run()));
    }

    @Test
    void cannot_be_forgotten_for_an_operation(@TempDir Path directory) throws IOException {
        var rows = Files.readString(TABLE);
        var fewer = Files.writeString(directory.resolve("fewer.yml"), rows.replaceAll("(?m)^ *moveTask:.*$", ""));
        var more = Files.writeString(directory.resolve("more.yml"), rows + "  flyTask: ok\n");
        var shorter =
                Files.writeString(directory.resolve("shorter.yml"), rows.replaceAll("(?m)(moveTask:.*) ok$", "$1"));

        assertThatThrownBy(() -> RightsTable.cells(Client.CONTRACT_FILE, fewer)).hasMessageContaining("[moveTask]");
        assertThatThrownBy(() -> RightsTable.cells(Client.CONTRACT_FILE, more)).hasMessageContaining("[flyTask]");
        assertThatThrownBy(() -> RightsTable.cells(Client.CONTRACT_FILE, shorter))
                .hasMessageContaining("row moveTask");
    }

    @Test
    void answers_the_same_for_a_hidden_task_and_a_missing_one() {
        var stranger = actors.get("user");
        var hidden = stranger.get(task).body();
        var missing = stranger.get("/tasks/" + project + "-99999").body();

        assertThat(hidden.replace(project + "-1", "KEY")).isEqualTo(missing.replace(project + "-99999", "KEY"));
    }
}
