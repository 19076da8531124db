package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String export(String project, String query) {
        return ana.get("/projects/" + project + "/export.csv" + query)
                .expect(200)
                .body();
    }

    @Test
    void writes_own_tasks_with_all_columns_archived_ones_too() {
        ana.project("OWN");
        ana.post(
                "/projects/OWN/tasks",
                "{\"title\":\"=1+2, quoted\",\"points\":2.5,\"dueDate\":\"2026-11-30\",\"labels\":[\"a\",\"b\"]}");
        ana.task("OWN", "Archived");
        ana.post("/tasks/OWN-2/archive", "").expect(200);

        var answer = ana.get("/projects/OWN/export.csv").expect(200);

        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"OWN.csv\"");
        var lines = answer.body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "issuekey,title,description,storypoint,status,type,priority,assignee,labels,"
                                + "pmt_archived,pmt_created,pmt_updated,pmt_start,pmt_due,pmt_parent,pmt_sprint,pmt_estimate_minutes");
        assertThat(lines.get(1))
                .startsWith("OWN-1,\"=1+2, quoted\",,2.5,To do,task,medium,,\"a,b\",false,20")
                .endsWith("Z,,2026-11-30,,,");
        assertThat(lines.get(2)).startsWith("OWN-2,Archived,,,To do,task,medium,,,true,20");
    }

    @Test
    void names_custom_fields_and_their_options() {
        var project = ana.project();
        var fields = ana.put("/projects/" + project + "/custom-fields", 1, """
                        {"fields":[{"name":"Systems, all","type":"multi-select","options":[{"name":"Web"},{"name":"App"}]},
                        {"name":"Weight","type":"number"}]}""").expect(200);
        ana.post("/projects/" + project + "/tasks", """
                        {"title":"Two","customFields":{"%s":["%s","%s"],"%s":2.50}}""".formatted(
                                fields.text("/fields/0/id"),
                                fields.text("/fields/0/options/0/id"),
                                fields.text("/fields/0/options/1/id"),
                                fields.text("/fields/1/id")))
                .expect(201);
        ana.task(project, "None");

        assertThat(export(project, "").lines().findFirst().orElseThrow())
                .endsWith(",pmt_estimate_minutes,\"pmt_field:Systems, all\",pmt_field:Weight");
        var chosen = "?columns=title,pmt_field:Weight,%22pmt_field:Systems,%20all%22";
        assertThat(export(project, chosen).lines().skip(1)).containsExactly("Two,2.5,Web; App", "None,,");
        ana.get("/projects/" + project + "/export.csv?columns=pmt_field:Height").expect(400, "invalid-request");
    }

    @Test
    void comes_back_into_another_project_without_its_own_columns() {
        ana.project("AGAIN");
        ana.task("AGAIN", "One");
        var other = ana.project();

        Imported.counts(Imported.file(ana, other, export("AGAIN", "")), 1, 0, 0, 0);

        assertThat(export(other, "").lines().findFirst())
                .hasValueSatisfying(
                        header -> assertThat(header.split("pmt_created", -1)).hasSize(2));
    }

    @Test
    void writes_what_was_edited_here_and_keeps_the_words_of_the_rest() {
        ana.project("EDIT");
        var file = "issuekey,title,storypoint,status,type\nEDIT-1,One,2.0,Closed,Wish\nEDIT-2,Two,3.00,Closed,Wish\n";
        Imported.file(ana, "EDIT", file);
        ana.patch(
                        "/tasks/EDIT-1",
                        1,
                        "{\"title\":\"Edited\",\"points\":4,\"type\":\"bug\",\"statusId\":\"" + ana.status("EDIT", 1)
                                + "\"}")
                .expect(200);

        assertThat(export("EDIT", "?columns=issuekey,title,storypoint,status,type"))
                .isEqualTo("""
                        issuekey,title,storypoint,status,type
                        EDIT-1,Edited,4,In progress,bug
                        EDIT-2,Two,3.00,Closed,Wish
                        """);
    }

    @Test
    void divides_edited_labels_among_the_columns_of_the_file() {
        ana.project("LAB");
        Imported.file(ana, "LAB", "issuekey,title,Labels,Labels\nLAB-1,One,b,a\nLAB-2,Two,,x\n");
        ana.patch("/tasks/LAB-1", 1, "{\"labels\":[\"k\",\"l\",\"m\"]}").expect(200);

        assertThat(export("LAB", "?columns=issuekey,Labels,Labels,labels")).isEqualTo("""
                        issuekey,Labels,Labels,labels
                        LAB-1,k,"l,m","k,l,m"
                        LAB-2,,x,x
                        """);
    }

    @Test
    void keeps_a_column_that_a_later_file_lacks() {
        ana.project("LACK");
        Imported.file(ana, "LACK", "issuekey,title,extra\nLACK-1,One,kept\n");
        Imported.file(ana, "LACK", "issuekey,title\nLACK-1,Changed\n");

        assertThat(export("LACK", "?columns=issuekey,title,extra"))
                .isEqualTo("issuekey,title,extra\nLACK-1,Changed,kept\n");
    }

    @Test
    void knows_column_names_with_commas() {
        ana.project("COMMA");
        Imported.file(ana, "COMMA", "issuekey,title,\"a, b\"\nCOMMA-1,One,x\n");

        assertThat(export("COMMA", "?columns=issuekey,%22a,%20b%22")).isEqualTo("issuekey,\"a, b\"\nCOMMA-1,x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "issuekey,", "", "%22open", "split_mark,split_mark", "%00"})
    void refuses_columns_that_the_project_does_not_have(String columns) {
        ana.get("/projects/" + ana.project() + "/export.csv?columns=" + columns).expect(400, "invalid-request");
    }

    @Test
    void breaks_the_connection_when_it_fails_halfway_so_that_half_a_file_is_no_file() throws Exception {
        var project = ana.project();
        ana.task(project, "First");
        try (var connection = api.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO task (id, project_id, number, title, description, status_id, type, priority, rank,
                                      created_at, updated_at)
                    SELECT gen_random_uuid(), t.project_id, n, 'Task', repeat('x', 2000), t.status_id, 'task', 'low',
                           'Z' || lpad(n::text, 6, '0'), now(), now()
                      FROM task t JOIN project p ON p.id = t.project_id AND p.key = '%s',
                           generate_series(2, 20000) n
                    """.formatted(project));
        }
        var request = HttpRequest.newBuilder(URI.create(api.address() + "/api/v1/projects/" + project + "/export.csv"))
                .header("Authorization", "Bearer " + ana.token())
                .build();

        try (var http = HttpClient.newHttpClient();
                var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.read()).isEqualTo('i');
            try (var superuser = api.database().superuser();
                    var statement = superuser.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(export(project, "").lines()).hasSize(20_001));
    }
}
