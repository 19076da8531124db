package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    private static final String HEADER = "issuekey,title,description,storypoint\n";
    private static final String JIRA = "\uFEFF" + """
            Summary,Issue key,Issue Type,Status,Priority,Labels,Labels,Labels,Assignee,Description,\
            Custom field (Story Points),Sprint,Sprint
            First,JIRA-7,New Feature,In Review,Critical,web,ui,,ana@example.org,"Line one
            Line two, with ""quotes"\"",3.0,S1,S2
            Second,JIRA-9,Sub-task,Closed,Trivial,,,,,,,,
            Third,JIRA-12,Wish,Somewhere,P1,web,,,,Text,0.5,,S2
            """.replace("\n", "\r\n");

    private static RunningApi api;
    private static Client ana;

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of("pmt.imports.kept-errors", "3", "pmt.imports.batch-rows", "2"));
        ana = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void reads_a_jira_export() {
        var project = ana.project("JIRA");

        Imported.counts(Imported.file(ana, project, JIRA), 3, 0, 0, 0);

        var first = ana.get("/tasks/JIRA-7").expect(200);
        assertThat(first.text("/type")).isEqualTo("story");
        assertThat(first.text("/priority")).isEqualTo("high");
        assertThat(first.text("/statusId")).isEqualTo(ana.status(project, 2));
        assertThat(first.at("/labels").toString()).isEqualTo("[\"web\",\"ui\"]");
        assertThat(first.at("/points").toString()).isEqualTo("3");
        assertThat(first.text("/description")).isEqualTo("Line one\r\nLine two, with \"quotes\"");
        assertThat(ana.get("/tasks/JIRA-9").text("/statusId")).isEqualTo(ana.status(project, 3));
        assertThat(ana.get("/tasks/JIRA-12").text("/statusId")).isEqualTo(ana.status(project, 0));
        assertThat(ana.task(project, "goes on behind the imported numbers")).isEqualTo("JIRA-13");
    }

    @Test
    void gives_a_jira_export_back_field_by_field() {
        var project = ana.project();
        Imported.file(ana, project, JIRA);

        var export = ana.get(
                        "/projects/" + project + "/export.csv?columns=Summary,Issue%20key,Issue%20Type,Status,"
                                + "Priority,Labels,Labels,Labels,Assignee,Description,Custom%20field%20(Story%20Points),Sprint,Sprint")
                .expect(200);

        var lines = JIRA.substring(1).replace("\r\n", "\n").replace("Line one\n", "Line one\r\n");
        assertThat(export.body()).isEqualTo(lines);
    }

    @Test
    void changes_nothing_when_the_same_file_comes_again() {
        var project = ana.project();
        Imported.file(ana, project, JIRA);
        var revision = ana.get("/projects/" + project + "/board").header("ETag");

        Imported.counts(Imported.file(ana, project, JIRA), 0, 0, 3, 0);

        assertThat(ana.get("/projects/" + project + "/board").header("ETag")).isEqualTo(revision);
    }

    @Test
    void takes_over_only_the_fields_that_changed_in_the_file() {
        var project = ana.project("MERGE");
        Imported.file(ana, project, HEADER + "MERGE-1,Title,Text,3\nMERGE-2,Other,Text,3\n");
        ana.patch("/tasks/MERGE-1", 1, "{\"title\":\"Mine\",\"points\":8}").expect(200);
        ana.patch("/tasks/MERGE-2", 1, "{\"title\":\"Mine too\"}").expect(200);

        var second = Imported.file(ana, project, HEADER + "MERGE-1,Title,Text,5\nMERGE-2,Other,Text,3\n");

        Imported.counts(second, 0, 1, 1, 0);
        var task = ana.get("/tasks/MERGE-1").expect(200);
        assertThat(task.text("/title")).isEqualTo("Mine");
        assertThat(task.at("/points").toString()).isEqualTo("5");
        assertThat(task.number("/version")).isEqualTo(3);
        assertThat(ana.get("/tasks/MERGE-2").text("/title")).isEqualTo("Mine too");
    }

    @Test
    void takes_over_every_kind_of_field_that_changed() {
        var project = ana.project("EVERY");
        var header = "issuekey,title,description,storypoint,status,type,priority,assignee,labels,extra\n";
        Imported.file(ana, project, header + "EVERY-1,A,a,1,To do,task,low,,one,x\n");

        var row = "EVERY-1,B,b,,Done,bug,high," + ana.id() + ",\"one,two\",\n";
        Imported.counts(Imported.file(ana, project, header + row), 0, 1, 0, 0);

        var columns = header.strip();
        assertThat(ana.get("/projects/EVERY/export.csv?columns=" + columns).body())
                .isEqualTo(header + row);
        assertThat(ana.get("/tasks/EVERY-1").text("/assigneeId"))
                .isEqualTo(ana.id().toString());
    }

    @Test
    void counts_exactly_and_writes_nothing_in_a_dry_run() {
        var project = ana.project("DRY");
        Imported.file(ana, project, HEADER + "DRY-1,Title,,\nDRY-2,Title,,\n");
        var file = HEADER + "DRY-1,Title,,\nDRY-2,Changed,,\nDRY-3,New,,\nDRY-3,Twice,,\nDRY-4,,,\n";

        var dry = Imported.file(ana, project + "&dryRun=true", file);
        var after = ana.get("/projects/DRY/tasks").each("/items", "title");
        var real = Imported.file(ana, project, file);

        Imported.counts(dry, 1, 1, 1, 2);
        assertThat(after).containsExactly("Title", "Title");
        assertThat(real.at("/rows").toString()).isEqualTo(dry.at("/rows").toString());
        assertThat(ana.get("/projects/DRY/tasks").each("/items", "title")).containsExactly("Title", "Changed", "New");
    }

    @Test
    void lists_rejected_rows_with_line_key_column_and_rule() {
        var project = ana.project();
        var rows =
                "A-1,\"two\nlines\",,many\nA-2,,,\n,No key,,\nA-3,Too,many,1,fields\nA-4,Fine,,2\nA-4,Twice,,2\nA-5,N\0UL,,\n";

        var done = Imported.file(ana, project, HEADER + rows);

        Imported.counts(done, 1, 0, 0, 6);
        var path = "/imports/" + done.text("/id") + "/errors";
        var first = ana.get(path + "?limit=2").expect(200);
        assertThat(first.at("/items/0").toString())
                .isEqualTo("{\"line\":2,\"key\":\"A-1\",\"field\":\"storypoint\",\"message\":"
                        + "\"storypoint must be a number from 0 to 9999 with at most 2 decimals: many\"}");
        assertThat(first.text("/items/1/message")).isEqualTo("title must have 1 to 500 characters: 0");
        var rest = ana.get(path + "?cursor=" + first.text("/next")).expect(200);
        assertThat(rest.at("/items").size()).as("only three are kept here").isEqualTo(1);
        assertThat(rest.at("/items/0").toString())
                .isEqualTo("{\"line\":5,\"key\":null,\"field\":\"issuekey\",\"message\":"
                        + "\"issuekey must have 1 to 100 characters: 0\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A-1,Too,many,1,fields | the row must have as many fields as the header (4): 5
            A-1,Few               | the row must have as many fields as the header (4): 2
            A-1,a\\0b,,           | title must not contain the NUL character
            A-1,x,,10000          | storypoint must be a number from 0 to 9999 with at most 2 decimals: 10000
            A-1,x,,"2,5"          | storypoint must be a number from 0 to 9999 with at most 2 decimals: 2,5
            """)
    void rejects_a_row_that_breaks_a_rule(String row, String message) {
        var done = Imported.file(ana, ana.project(), HEADER + row.replace("\\0", "\0") + "\n");

        Imported.counts(done, 0, 0, 0, 1);
        assertThat(ana.get("/imports/" + done.text("/id") + "/errors").text("/items/0/message"))
                .isEqualTo(message);
    }

    @Test
    void names_the_line_of_the_first_row_with_a_key_across_batches() {
        var done = Imported.file(ana, ana.project(), HEADER + "A-1,a,,\nA-2,b,,\nA-3,c,,\nA-4,d,,\nA-1,e,,\n");

        Imported.counts(done, 4, 0, 0, 1);
        assertThat(ana.get("/imports/" + done.text("/id") + "/errors").text("/items/0/message"))
                .isEqualTo("the key must be on one row of the file: A-1 is on line 2 already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuekey,title\\nA-1,"open\\nA-2,x\\n | 2 | the row that begins on line 2 must close the quote it opens
            title,storypoint\\nx,1\\n             | 1 | the file must have a column for key, such as issuekey; or name it by map=key=Column
            issuekey,points\\nA-1,1\\n            | 1 | the file must have a column for title, such as title; or name it by map=title=Column
            """)
    void fails_as_a_whole_and_writes_nothing(String file, long line, String message) {
        var project = ana.project();

        var failed = Imported.file(ana, project, file.replace("\\n", "\n"));

        assertThat(failed.text("/state")).isEqualTo("failed");
        assertThat(failed.number("/error/line")).isEqualTo(line);
        assertThat(failed.text("/error/message")).isEqualTo(message);
        assertThat(ana.get("/projects/" + project + "/tasks").at("/items").size())
                .isZero();
    }

    @Test
    void writes_nothing_of_a_file_whose_end_is_not_utf_8() {
        var project = ana.project();
        var text = HEADER + "A-1,Title,,\n".repeat(3) + "A-2,caf\u00e9,,\n";

        var failed = Imported.file(ana, project, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failed.text("/error/message")).isEqualTo("the file must be UTF-8: byte 0xE9 on line 5 is not");
        assertThat(ana.get("/projects/" + project + "/tasks").at("/items").size())
                .isZero();
    }

    @Test
    void refuses_an_empty_body_and_other_media_types_at_once() {
        var project = ana.project();

        ana.csv("/imports?project=" + project, new byte[0]).expect(400, "invalid-request");
        ana.post("/imports?project=" + project, "{}").expect(415);
        ana.csv("/imports", new byte[] {1}).expect(400);
        ana.csv("/imports?project=" + project + "&filename=" + "x".repeat(256), new byte[] {1})
                .expect(400, "invalid-request");
    }

    @Test
    void gives_foreign_keys_numbers_above_all_own_ones() {
        var project = ana.project("JSW");
        var file = HEADER + "GHS-68,Foreign,,\nJSW-1,Own,,\nGHS-1,Foreign,,\nJSW-100,Own,,\nJSW-0101,No number,,\n";

        Imported.counts(Imported.file(ana, project, file), 5, 0, 0, 0);

        assertThat(ana.get("/projects/JSW/tasks").each("/items", "key"))
                .containsExactly("JSW-101", "JSW-1", "JSW-102", "JSW-100", "JSW-103");
        var foreign = ana.get("/tasks/GHS-68").expect(200);
        assertThat(foreign.text("/key")).isEqualTo("JSW-101");
        assertThat(foreign.text("/sourceKey")).isEqualTo("GHS-68");
        assertThat(ana.patch("/tasks/GHS-68", 1, "{\"title\":\"By source key\"}")
                        .expect(200)
                        .text("/key"))
                .isEqualTo("JSW-101");
        api.person().get("/tasks/GHS-68").expect(404, "not-found");
    }

    @Test
    void gives_a_row_another_number_when_a_local_task_has_it() {
        var project = ana.project("TAKEN");
        ana.task(project, "Local");

        Imported.file(ana, project, HEADER + "TAKEN-1,Imported,,\n");

        assertThat(ana.get("/tasks/TAKEN-1").text("/title")).isEqualTo("Local");
        assertThat(ana.get("/tasks/TAKEN-2").text("/sourceKey")).isEqualTo("TAKEN-1");
    }

    @Test
    void lists_imports_newest_first() {
        var project = ana.project();
        var first = Imported.file(ana, project + "&filename=a.csv", HEADER).text("/id");
        var second = Imported.file(ana, project + "&filename=b.csv", HEADER).text("/id");

        var page = ana.get("/imports?limit=1&project=" + project).expect(200);
        var next = ana.get("/imports?limit=1&project=" + project + "&cursor=" + page.text("/next"));

        assertThat(page.text("/items/0/id")).isEqualTo(second);
        assertThat(page.text("/items/0/filename")).isEqualTo("b.csv");
        assertThat(next.text("/items/0/id")).isEqualTo(first);
        assertThat(next.at("/next").isNull()).isTrue();
        assertThat(page.at("/items/0/bytes/done")).isEqualTo(page.at("/items/0/bytes/total"));
    }
}
