package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Answer;
import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import dev.pmt.shared.testing.PublishedEvents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start dates, due dates and estimates. */
class PlanImportTest {

    private static final String JIRA = """
            Issue key,Summary,Due Date,Custom field (Start date),Original Estimate
            J-1,One,04/Mar/26 12:00 AM,2026-03-01T09:30:00.000+0100,5400
            J-2,Two,05/Mar/26,,28800
            J-3,Three,2026-03-06,2026-03-06,0
            J-4,Four,,,
            """;
    private static final String HEADER = "issuekey,title,start date,due date,work\n";

    private static RunningApi api;
    private static Client ana;
    private String project = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    @BeforeEach
    void make() {
        project = ana.project();
    }

    private Answer take(String rows) {
        return Imported.file(ana, project, HEADER + rows);
    }

    private static String plan(Answer task) {
        return task.at("/startDate") + " " + task.at("/dueDate") + " " + task.at("/estimateMinutes");
    }

    private static String plan(String sourceKey) {
        return plan(ana.get("/tasks/" + sourceKey).expect(200));
    }

    private String own(int number) {
        return project + "-" + number;
    }

    private void edit(String key, String body) {
        var version = ana.get("/tasks/" + key).number("/version");
        ana.patch("/tasks/" + key, version, body).expect(200);
    }

    private static String export(String project, String columns) {
        return ana.get("/projects/" + project + "/export.csv?columns="
                        + URLEncoder.encode(columns, StandardCharsets.UTF_8))
                .expect(200)
                .body();
    }

    @Test
    void reads_dates_and_estimates_of_a_jira_export_and_gives_them_back_byte_for_byte() {
        Imported.counts(Imported.file(ana, project, JIRA), 4, 0, 0, 0);

        assertThat(plan(own(1))).isEqualTo("\"2026-03-01\" \"2026-03-04\" 90");
        assertThat(plan(own(2))).isEqualTo("null \"2026-03-05\" 480");
        assertThat(plan(own(3))).isEqualTo("\"2026-03-06\" \"2026-03-06\" null");
        assertThat(plan(own(4))).isEqualTo("null null null");
        assertThat(export(project, "Issue key,Summary,Due Date,Custom field (Start date),Original Estimate"))
                .isEqualTo(JIRA);
        assertThat(export(project, "pmt_start,pmt_due,pmt_estimate_minutes").lines())
                .contains("2026-03-01,2026-03-04,90");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ID,Name,Start date,Finish date,Work     | 2026-03-01,2026-03-04,1.5
            ID,Name,start date,DUEDATE,Estimated time | 2026-03-01,2026-03-04,1h 30m
            ID,Name,Target start,Target date,Estimated hours | 2026-03-01,2026-03-04,1.50
            ID,Name,pmt_start,pmt_due,pmt_estimate_minutes | 2026-03-01,2026-03-04,90
            """)
    void knows_what_others_call_them(String header, String cells) {
        var query = project + "&map=key=ID&map=title=Name";

        Imported.counts(Imported.file(ana, query, header + "\nX-1,One," + cells + "\n"), 1, 0, 0, 0);

        assertThat(plan(own(1))).isEqualTo("\"2026-03-01\" \"2026-03-04\" 90");
    }

    @Test
    void takes_them_from_the_columns_it_is_told_or_from_none() {
        var file = "issuekey,title,Begin,End,Effort,Due date\nA-1,One,2026-03-01,2026-03-04,8,2026-04-01\n";

        var query = project + "&map=start=Begin&map=due=End&map=estimate=Effort";
        Imported.counts(Imported.file(ana, query, file), 1, 0, 0, 0);
        var other = ana.project();
        Imported.counts(Imported.file(ana, other + "&map=due=", file), 1, 0, 0, 0);

        assertThat(plan(own(1))).isEqualTo("\"2026-03-01\" \"2026-03-04\" 480");
        assertThat(plan(other + "-1")).isEqualTo("null null null");
        assertThat(export(other, "Due date")).isEqualTo("Due date\n2026-04-01\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A-1,x,03/04/2026,,           | start date must be a day such as 2026-03-04, 2026-03-04T09:30, 04/Mar/26 or 04/Mar/26 12:00 AM: 03/04/2026
            A-1,x,,2026-02-30,           | due date must be a day such as 2026-03-04, 2026-03-04T09:30, 04/Mar/26 or 04/Mar/26 12:00 AM: 2026-02-30
            A-1,x,2026-03-04,03/Mar/26,  | due date must not be before start date 2026-03-04: 2026-03-03
            A-1,x,,,many                 | work must be a number of hours up to 10000, or hours and minutes such as 2h 30m: many
            A-1,x,,,10001                | work must be a number of hours up to 10000, or hours and minutes such as 2h 30m: 10001
            """)
    void rejects_a_row_that_breaks_a_rule(String row, String message) {
        var done = take(row + "\n");

        Imported.counts(done, 0, 0, 0, 1);
        assertThat(ana.get("/imports/" + done.text("/id") + "/errors").text("/items/0/message"))
                .isEqualTo(message);
    }

    @Test
    void takes_over_what_changed_in_the_file_and_nothing_else() {
        take("A-1,One,2026-03-01,2026-03-10,8\nA-2,Two,2026-03-01,2026-03-10,8\n");
        edit(own(1), "{\"startDate\":\"2026-03-02\",\"estimateMinutes\":60}");
        edit(own(2), "{\"dueDate\":null}");

        var again = take("A-1,One,2026-03-01,2026-03-20,8\nA-2,Two,2026-03-01,2026-03-10,8\n");

        Imported.counts(again, 0, 1, 1, 0);
        assertThat(plan(own(1))).isEqualTo("\"2026-03-02\" \"2026-03-20\" 60");
        assertThat(plan(own(2))).isEqualTo("\"2026-03-01\" null 480");
        assertThat(export(project, "start date,due date,work"))
                .isEqualTo("start date,due date,work\n2026-03-02,2026-03-20,1\n2026-03-01,,8\n");
        Imported.counts(take("A-1,One,2026-03-01,,\n"), 0, 1, 0, 0);
        assertThat(plan(own(1))).isEqualTo("\"2026-03-02\" null null");
    }

    @Test
    void leaves_a_date_alone_that_would_have_a_task_due_before_it_begins() {
        take("A-1,One,2026-03-01,2026-03-10,\n");
        edit(own(1), "{\"startDate\":\"2026-03-08\"}");

        Imported.counts(take("A-1,Other,2026-03-01,2026-03-05,2\n"), 0, 1, 0, 0);

        var task = ana.get("/tasks/" + own(1));
        assertThat(plan(task)).isEqualTo("\"2026-03-08\" \"2026-03-10\" 120");
        assertThat(task.text("/title")).isEqualTo("Other");
    }

    @Test
    void empties_nothing_when_a_column_fills_a_field_for_the_first_time() {
        Imported.file(ana, project, "issuekey,title\nA-1,One\nA-2,Two\n");
        edit(own(1), "{\"startDate\":\"2026-03-08\",\"dueDate\":\"2026-03-09\",\"estimateMinutes\":60}");

        Imported.counts(take("A-1,One,,,\nA-2,Two,2026-03-01,,8\n"), 0, 2, 0, 0);

        assertThat(plan(own(1))).isEqualTo("\"2026-03-08\" \"2026-03-09\" 60");
        assertThat(plan(own(2))).isEqualTo("\"2026-03-01\" null 480");
    }

    @Test
    void comes_back_into_another_project_with_dates_and_estimates() {
        var other = ana.project();
        ana.post("/projects/" + project + "/tasks", """
                        {"title":"One","startDate":"2026-03-01","dueDate":"2026-03-04","estimateMinutes":100}""").expect(201);
        ana.task(project, "Two");
        Imported.file(ana, project, "issuekey,title,Due date,Original estimate\nA-9,Three,04/Mar/26 5:30 PM,5400\n");
        var whole = ana.get("/projects/" + project + "/export.csv").expect(200).body();

        Imported.counts(Imported.file(ana, other, whole), 3, 0, 0, 0);

        assertThat(plan(other + "-1")).isEqualTo("\"2026-03-01\" \"2026-03-04\" 100");
        assertThat(plan(other + "-2")).isEqualTo("null null null");
        assertThat(plan(other + "-3")).isEqualTo("null \"2026-03-04\" 90");
        Imported.counts(Imported.file(ana, other, whole), 0, 0, 3, 0);
    }

    @Test
    void tells_of_imported_dates_and_estimates_what_it_tells_of_others() throws Exception {
        take("A-1,One,2026-03-01,2026-03-10,8\n");
        take("A-1,One,2026-03-02,2026-03-11,1.5\n");

        var told = PublishedEvents.of(api.database()).stream()
                .filter(event -> event.contains("\"" + own(1) + "\""))
                .map(event -> event.replace(" ", ""))
                .toList();

        assertThat(told).hasSize(3);
        assertThat(told.getFirst())
                .contains("\"startDate\":\"2026-03-01\"", "\"dueDate\":\"2026-03-10\"", "\"estimateMinutes\":480");
        assertThat(told.get(1)).contains("pmt.task.estimated.v1", "\"from\":480", "\"to\":90");
        assertThat(told.getLast()).contains("pmt.task.rescheduled.v1", "\"2026-03-02\"", "\"2026-03-11\"");
        assertThat(ana.get("/tasks/" + own(1)).number("/version")).isEqualTo(3);
    }
}
