package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.api.imports.Imported;
import dev.pmt.shared.contracts.EventContract;
import dev.pmt.shared.testing.PublishedEvents;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the service says against {@code contract/events}, both ways. */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "issuekey,title,description,storypoint,status,type,priority,assignee,labels,"
            + "start date,due date,work,effort\n";

    private static List<String> events;
    private static List<String> snapshot;

    @BeforeAll
    static void let_everything_happen() throws Exception {
        try (var api = RunningApi.start()) {
            var ana = api.person();
            var ben = api.person();
            var project = ana.project("EVENT");
            ana.patch("/projects/EVENT", 1, "{\"name\":\"Told\",\"description\":\"All of it\"}")
                    .expect(200);
            ana.patch("/projects/EVENT/statuses/" + ana.status("EVENT", 1), 2, "{\"wipLimit\":5}")
                    .expect(200);
            restrict(ana);
            var field = ana.put(
                            "/projects/EVENT/custom-fields",
                            4,
                            "{\"fields\":[{\"name\":\"Effort\",\"type\":\"number\"}]}")
                    .expect(200)
                    .text("/fields/0/id");
            ana.adds(ben, project, "viewer");
            ana.adds(ben, project, "member");
            change(ana, ben, field);
            move(ana);
            importTwice(ana);
            view(ana);
            sprint(ana);
            comment(ana);
            attach(ana);
            log(ana);
            ana.delete("/projects/EVENT/members/" + ben.id()).expect(204);
            ana.post("/tasks/EVENT-9/archive", "").expect(200);
            events = PublishedEvents.of(api.database());
            snapshot = snapshot(api);
        }
    }

    private static List<String> snapshot(RunningApi api) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(api.address().resolve("/internal/events/snapshot"))
                            .header("Authorization", "Bearer " + api.tokens().token(UUID.randomUUID(), "service"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().lines().toList();
        }
    }

    private static void change(Client ana, Client ben, String field) {
        ana.post("/projects/EVENT/tasks", """
                        {"title":"Full","description":"All fields","statusId":"%s","type":"bug","priority":"high",
                         "assigneeId":"%s","points":2.50,"labels":["a","b"],
                         "customFields":{"%s":1.50}}
                        """.formatted(ana.status("EVENT", 1), ben.id(), field))
                .expect(201);
        var patches = List.of(
                "\"title\":\"Other\"",
                "\"description\":\"Other\"",
                "\"type\":\"epic\"",
                "\"priority\":\"lowest\"",
                "\"points\":null",
                "\"points\":0.25",
                "\"labels\":[]",
                "\"labels\":[\"c\"]",
                "\"assigneeId\":null",
                "\"assigneeId\":\"" + ana.id() + "\"",
                "\"statusId\":\"" + ana.status("EVENT", 2) + "\"",
                "\"startDate\":\"2026-11-22\",\"dueDate\":\"2026-11-30\"",
                "\"startDate\":null",
                "\"estimateMinutes\":480",
                "\"customFields\":{\"" + field + "\":2}",
                "\"title\":\"At once\",\"points\":1,\"assigneeId\":null,\"statusId\":\"" + ana.status("EVENT", 0)
                        + "\"");
        for (var patch : patches) {
            var version = ana.get("/tasks/EVENT-1").number("/version");
            ana.patch("/tasks/EVENT-1", version, "{" + patch + "}").expect(200);
        }
    }

    /** Closes the one way that nothing here takes. */
    private static void restrict(Client ana) {
        var last = ana.status("EVENT", 3);
        var open = "\"%s\",\"%s\"".formatted(ana.status("EVENT", 1), ana.status("EVENT", 2));
        ana.put(
                        "/projects/EVENT/workflow",
                        3,
                        "{\"transitions\":[{\"from\":\"%s\",\"to\":[%s]}]}".formatted(last, open))
                .expect(200);
    }

    private static void move(Client ana) {
        ana.task("EVENT", "Bare");
        var first = ana.status("EVENT", 0);
        ana.post("/tasks/EVENT-2/move", "{\"statusId\":\"" + first + "\",\"beforeKey\":\"EVENT-1\"}")
                .expect(200);
        ana.post("/tasks/EVENT-2/move", "{\"statusId\":\"" + ana.status("EVENT", 3) + "\"}")
                .expect(200);
        ana.post("/tasks/EVENT-2/archive", "").expect(200);
        ana.post("/tasks/EVENT-2/unarchive", "").expect(200);
        var version = ana.get("/tasks/EVENT-2").number("/version");
        ana.patch("/tasks/EVENT-2", version, "{\"parentKey\":\"EVENT-1\"}").expect(200);
        relate(ana, "relates-to");
        var gone = relate(ana, "blocks").text("/id");
        ana.delete("/tasks/EVENT-1/relations/" + gone).expect(204);
        ana.put("/tasks/EVENT-1/watchers/me", "").expect(200);
        ana.put("/tasks/EVENT-2/watchers/me", "").expect(200);
        ana.delete("/tasks/EVENT-2/watchers/me").expect(204);
    }

    private static Answer relate(Client ana, String kind) {
        return ana.post("/tasks/EVENT-1/relations", "{\"kind\":\"" + kind + "\",\"taskKey\":\"EVENT-2\"}")
                .expect(201);
    }

    private static void view(Client ana) {
        var views = "/projects/EVENT/views";
        ana.post(views, "{\"name\":\"Own\",\"query\":\"type = bug\"}").expect(201);
        ana.post(views, "{\"name\":\"All\",\"shared\":true}").expect(201);
        var made = ana.post(views, "{\"name\":\"Bugs\",\"shared\":true}").expect(201);
        var view = views + "/" + made.text("/id");
        ana.patch(view, 1, "{\"query\":\"type = bug\",\"columns\":[\"due\"]}").expect(200);
        ana.patch(view, 2, "{\"shared\":false}").expect(200);
        ana.patch(view, 3, "{\"shared\":true}").expect(200);
        ana.delete(view).expect(204);
    }

    private static void sprint(Client ana) {
        var path = "/projects/EVENT/sprints";
        var gone = ana.post(path, "{\"name\":\"Gone\"}").expect(201).text("/id");
        ana.delete(path + "/" + gone).expect(204);
        var sprint = path + "/"
                + ana.post(path, "{\"name\":\"One\",\"startsOn\":\"2026-11-23\",\"endsOn\":\"2026-12-04\"}")
                        .expect(201)
                        .text("/id");
        ana.patch(sprint, 1, "{\"goal\":\"All of it\",\"capacity\":2.5}").expect(200);
        ana.post(sprint + "/tasks", "{\"keys\":[\"EVENT-2\",\"EVENT-9\"]}").expect(200);
        ana.post(sprint + "/start", "").expect(200);
        ana.post(sprint + "/complete", "{}").expect(200);
        ana.post(sprint + "/reopen", "").expect(200);
        ana.post(sprint + "/complete", "{}").expect(200);
    }

    private static void comment(Client ana) {
        var comments = "/tasks/EVENT-1/comments";
        var kept = comments + "/" + ana.post(comments, "{\"text\":\"Kept\"}").text("/id");
        var gone = comments + "/" + ana.post(comments, "{\"text\":\"Gone\"}").text("/id");
        for (var comment : List.of(kept, gone)) {
            ana.put(comment + "/reactions/%F0%9F%91%8D", "").expect(200);
        }
        ana.put(kept + "/reactions/%E2%9C%85", "").expect(200);
        ana.delete(kept + "/reactions/%E2%9C%85").expect(204);
        ana.patch(kept, 1, "{\"text\":\"Kept, in other words\"}").expect(200);
        ana.delete(gone).expect(204);
    }

    private static void attach(Client ana) {
        var attachments = "/tasks/EVENT-1/attachments";
        for (var name : List.of("kept.txt", "gone.txt")) {
            ana.file(attachments + "?name=" + name, new byte[] {1, 2, 3}).expect(201);
        }
        var gone = ana.get(attachments).text("/items/1/id");
        ana.delete(attachments + "/" + gone).expect(204);
    }

    private static void log(Client ana) {
        var logs = "/tasks/EVENT-1/work-logs";
        var work = "{\"minutes\":90,\"day\":\"2026-01-15\",\"note\":\"Reproduced\"}";
        var gone = logs + "/" + ana.post(logs, work).expect(201).text("/id");
        var kept = logs + "/" + ana.post(logs, work).expect(201).text("/id");
        ana.patch(kept, 1, "{\"minutes\":105}").expect(200);
        ana.delete(gone).expect(204);
    }

    private static void importTwice(Client ana) {
        var planned = ",2026-11-22,2026-11-30,8,1.50\n";
        Imported.file(ana, "EVENT", HEADER + "EVENT-9,A,a,1,To do,task,low,,one" + planned + "OLD-1,B,b,,,,,,,,,,\n");
        var changed = "EVENT-9,Z,z,,Done,bug,high," + ana.id() + ",\"one,two\",,01/Dec/26,,2\nOLD-1,B,b,0.5,,,,,,,,,\n";
        Imported.file(ana, "EVENT", HEADER + changed);
    }

    @Test
    void says_what_the_contract_declares_and_all_of_it() {
        var contract = EventContract.read(Path.of("contract", "events"));

        assertThat(events).hasSizeGreaterThan(25).allSatisfy(contract::check);
        assertThat(contract.unseen()).as("declared, but nobody says it").isEmpty();
    }

    @Test
    void tells_late_listeners_everything_that_is_there_in_the_words_of_the_contract() {
        var contract = EventContract.read(Path.of("contract", "events"));
        var states = snapshot.subList(0, snapshot.size() - 1);

        assertThat(states).allSatisfy(contract::check);
        assertThat(states.stream().map(JSON::readTree))
                .extracting(state -> state.required("type").asString() + " "
                        + state.required("data").required("key").asString())
                .containsExactlyInAnyOrder(
                        "pmt.project.created.v1 EVENT",
                        "pmt.project.workflow-changed.v1 EVENT",
                        "pmt.project.custom-fields-changed.v1 EVENT",
                        "pmt.sprint.created.v1 EVENT",
                        "pmt.sprint.started.v1 EVENT",
                        "pmt.sprint.completed.v1 EVENT",
                        "pmt.project.member-added.v1 EVENT",
                        "pmt.task.created.v1 EVENT-1",
                        "pmt.task.created.v1 EVENT-2",
                        "pmt.task.created.v1 EVENT-9",
                        "pmt.task.archived.v1 EVENT-9",
                        "pmt.task.created.v1 EVENT-10",
                        "pmt.view.shared.v1 EVENT",
                        "pmt.task.related.v1 EVENT-1",
                        "pmt.task.related.v1 EVENT-2",
                        "pmt.task.watched.v1 EVENT-1",
                        "pmt.comment.added.v1 EVENT-1",
                        "pmt.comment.reacted.v1 EVENT-1",
                        "pmt.attachment.added.v1 EVENT-1",
                        "pmt.work-log.added.v1 EVENT-1");
        assertThat(snapshot.getLast()).isEqualTo("{\"position\":" + events.size() + ",\"included\":[]}");
    }

    @Test
    void tells_late_listeners_the_version_to_go_on_from() {
        var versions = new HashMap<String, Long>();
        for (var event : events) {
            var node = JSON.readTree(event);
            versions.merge(
                    node.required("subject").asString(),
                    node.required("version").asLong(),
                    Math::max);
        }
        for (var state : snapshot.subList(0, snapshot.size() - 1)) {
            var node = JSON.readTree(state);
            if (node.required("type").asString().matches("pmt[.](task|comment|work-log)[.].*")) {
                assertThat(versions)
                        .containsEntry(
                                node.required("subject").asString(),
                                node.required("version").asLong());
            }
        }
    }

    @Test
    void notices_more_than_the_contract_declares() {
        var contract = EventContract.read(Path.of("contract", "events"));
        var planted = events.getFirst().replaceFirst("\"data\": \\{", "\"data\": {\"secret\": 1, ");

        assertThat(planted).isNotEqualTo(events.getFirst());
        assertThatThrownBy(() -> contract.check(planted)).hasMessageContaining("data.secret must be declared");
    }

    @Test
    void names_every_field_that_changed() {
        assertThat(changes("EVENT-1").map(change -> change.required("field").asString()))
                .contains("title", "description", "type", "priority", "points", "labels");
        assertThat(changes("EVENT-10"))
                .map(JsonNode::toString)
                .singleElement()
                .satisfies(change ->
                        assertThat(change).contains("\"field\":\"points\"", "\"from\":null", "\"to\":\"0.5\""));
    }

    @Test
    void writes_points_as_short_numbers_and_labels_with_commas() {
        assertThat(changes("EVENT-1")
                        .filter(change -> Set.of("points", "labels")
                                .contains(change.required("field").asString()))
                        .map(change -> change.required("from") + " " + change.required("to")))
                .containsExactly("\"2.5\" null", "null \"0.25\"", "\"a,b\" null", "null \"c\"", "\"0.25\" \"1\"");
    }

    @Test
    void tells_imported_tasks_from_others_and_what_they_were_called() {
        assertThat(data("pmt.task.created.v1")
                        .map(data -> data.required("key").asString() + " " + data.required("imported") + " "
                                + data.required("sourceKey")))
                .containsExactlyInAnyOrder(
                        "EVENT-1 false null", "EVENT-2 false null", "EVENT-9 true null", "EVENT-10 true \"OLD-1\"");
    }

    @Test
    void tells_of_an_import_what_it_tells_of_other_writes() {
        var made = data("pmt.task.created.v1")
                .filter(data -> data.required("key").asString().equals("EVENT-9"))
                .findFirst()
                .orElseThrow();

        assertThat(made.required("startDate") + " " + made.required("dueDate") + " " + made.required("estimateMinutes"))
                .isEqualTo("\"2026-11-22\" \"2026-11-30\" 480");
        assertThat(made.required("customFields").path(0).required("value").asString())
                .isEqualTo("1.5");
        assertThat(Stream.of("rescheduled", "estimated", "custom-fields-changed")
                        .flatMap(type -> data("pmt.task." + type + ".v1"))
                        .filter(data -> data.required("key").asString().equals("EVENT-9"))
                        .map(JsonNode::toString))
                .satisfiesExactly(
                        dates -> assertThat(dates)
                                .contains("\"to\":null,\"from\":\"2026-11-22\"", "\"to\":\"2026-12-01\""),
                        estimate -> assertThat(estimate).contains("\"to\":null", "\"from\":480"),
                        custom -> assertThat(custom).contains("\"to\":\"2\",\"from\":\"1.5\""));
    }

    @Test
    void counts_positions_without_gaps_and_versions_upwards() {
        var all = events.stream().map(JSON::readTree).toList();

        assertThat(all.stream().map(event -> event.required("position").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        var subjects = all.stream().map(event -> event.required("subject")).distinct();
        assertThat(subjects)
                .hasSize(15)
                .allSatisfy(subject -> assertThat(all.stream()
                                .filter(event -> event.required("subject").equals(subject))
                                .map(event -> event.required("version").asLong()))
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    private static Stream<JsonNode> changes(String task) {
        return data("pmt.task.changed.v1")
                .filter(data -> data.required("key").asString().equals(task))
                .flatMap(data -> data.required("changes").valueStream());
    }

    private static Stream<JsonNode> data(String type) {
        return events.stream()
                .map(JSON::readTree)
                .filter(event -> event.required("type").asString().equals(type))
                .map(event -> event.required("data"));
    }
}
