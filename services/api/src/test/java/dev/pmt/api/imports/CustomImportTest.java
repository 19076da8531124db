package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.api.Answer;
import dev.pmt.api.Client;
import dev.pmt.api.RunningApi;
import dev.pmt.shared.testing.PublishedEvents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The custom fields of a project. */
class CustomImportTest {

    private static final String FIELDS = """
            {"fields":[{"name":"Environment","type":"text"},{"name":"Weight","type":"number"},{"name":"Needed by","type":"date"},
            {"name":"Tier","type":"select","options":[{"name":"Gold"},{"name":"Silver"}]},
            {"name":"Systems","type":"multi-select","options":[{"name":"Web"},{"name":"App"},{"name":"Billing, old; new"}]},
            {"name":"Reviewer","type":"user"},{"name":"Page","type":"url"},
            {"name":"Former","type":"text","archived":true}]}""";

    private static final String HEADER =
            "issuekey,title,environment,Custom field (Weight),NEEDED BY,Tier,Systems,Systems,"
                    + "Reviewer,Page,Former\n";

    private static RunningApi api;
    private static Client ana;
    private String project = "";
    private Answer fields = new Answer(0, java.util.Map.of(), new byte[0]);

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
    }

    @BeforeEach
    void make() {
        project = ana.project();
        fields = define(project);
    }

    private static Answer define(String project) {
        return ana.put("/projects/" + project + "/custom-fields", 1, FIELDS).expect(200);
    }

    private Answer take(String rows) {
        return Imported.file(ana, project, HEADER + rows);
    }

    private String id(int field) {
        return fields.text("/fields/" + field + "/id");
    }

    private String option(int field, int option) {
        return fields.text("/fields/" + field + "/options/" + option + "/id");
    }

    private Answer task(int number) {
        return ana.get("/tasks/" + project + "-" + number).expect(200);
    }

    private String value(int number, int field) {
        return task(number).at("/customFields/" + id(field)).toString();
    }

    private void edit(int number, String values) {
        var task = task(number);
        ana.patch("/tasks/" + task.text("/key"), task.number("/version"), "{\"customFields\":{" + values + "}}")
                .expect(200);
    }

    private static String export(String project, String columns) {
        return ana.get("/projects/" + project + "/export.csv?columns="
                        + URLEncoder.encode(columns, StandardCharsets.UTF_8))
                .expect(200)
                .body();
    }

    @Test
    void fills_every_type_by_the_rules_of_the_api_and_gives_the_file_back_byte_for_byte() {
        var row = "A-1,One, Berlin ,2.50,04/Mar/26 12:00 AM,gold,App,\"web, Billing, OLD; new\"," + ana.id()
                + ",https://example.org/a,kept\nA-2,Two,,,,,,,,,\n";

        Imported.counts(take(row), 2, 0, 0, 0);

        assertThat(List.of(value(1, 0), value(1, 1), value(1, 2), value(1, 6)))
                .containsExactly("\"Berlin\"", "2.5", "\"2026-03-04\"", "\"https://example.org/a\"");
        assertThat(value(1, 3)).contains(option(3, 0));
        assertThat(value(1, 4)).isEqualTo("[\"%s\",\"%s\",\"%s\"]".formatted(option(4, 0), option(4, 1), option(4, 2)));
        assertThat(value(1, 5)).contains(ana.id().toString());
        assertThat(value(1, 7)).as("archived").isEmpty();
        assertThat(task(2).at("/customFields").toString()).isEqualTo("{}");
        assertThat(export(project, HEADER.strip())).isEqualTo(HEADER + row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A-1,x,"two\\nlines",,,,,,,,    | Environment must be one line: two lines
            A-1,x,,heavy,,,,,,,            | Weight must be a number of at most 9 digits and 6 decimals: "heavy"
            A-1,x,,,03/04/2026,,,,,,       | NEEDED BY must be a day such as 2026-03-04, 2026-03-04T09:30, 04/Mar/26 or 04/Mar/26 12:00 AM: 03/04/2026
            A-1,x,,,,Bronze,,,,,           | Tier must be one of its options (Gold, Silver): Bronze
            A-1,x,,,,"Gold, Silver",,,,,   | Tier must be one of its options (Gold, Silver): Gold, Silver
            A-1,x,,,,,App,"Web; Shop",,,   | Systems must be one of its options (Web, App, Billing, old; new): Shop
            A-1,x,,,,,,,,example.org,      | Page must be an address such as https://example.org/page: example.org
            """)
    void rejects_a_row_whose_value_the_api_would_refuse(String row, String message) {
        var done = take(row.replace("\\n", "\n") + "\nA-2,fine,,,,Silver,,,,,\n");

        Imported.counts(done, 1, 0, 0, 1);
        assertThat(ana.get("/imports/" + done.text("/id") + "/errors").text("/items/0/message"))
                .isEqualTo(message);
    }

    @Test
    void keeps_the_text_of_somebody_who_is_no_member() {
        take("A-1,One,,,,,,,ben@example.org,,\n");

        assertThat(value(1, 5)).isEmpty();
        assertThat(export(project, "Reviewer,pmt_field:Reviewer"))
                .isEqualTo("Reviewer,pmt_field:Reviewer\nben@example.org,ben@example.org\n");
    }

    @Test
    void takes_over_what_changed_in_the_file_and_nothing_else() {
        take("A-1,One,Berlin,1,,Gold,Web,,,,\nA-2,Two,Berlin,,,,,,,,\n");
        edit(1, "\"%s\":\"Paris\",\"%s\":3".formatted(id(0), id(1)));
        edit(2, "\"%s\":7".formatted(id(1)));

        Imported.counts(take("A-1,One,Berlin,2,,,Web,App,,,\nA-2,Two,Berlin,,,,,,,,\n"), 0, 1, 1, 0);

        assertThat(value(1, 0)).isEqualTo("\"Paris\"");
        assertThat(value(1, 1)).isEqualTo("2");
        assertThat(value(1, 3)).isEmpty();
        assertThat(value(1, 4)).contains(option(4, 0), option(4, 1));
        assertThat(value(2, 1)).isEqualTo("7");
    }

    @Test
    void divides_edited_options_among_the_columns_of_the_file() {
        take("A-1,One,,,,,App,Web,,,\nA-2,Two,,,,,App,Web,,,\n");
        edit(1, "\"%s\":[\"%s\",\"%s\",\"%s\"]".formatted(id(4), option(4, 0), option(4, 1), option(4, 2)));

        assertThat(export(project, "Systems,Systems,pmt_field:Systems")).isEqualTo("""
                        Systems,Systems,pmt_field:Systems
                        Web,"App; Billing, old; new","Web; App; Billing, old; new"
                        App,Web,Web; App
                        """);
    }

    @Test
    void fills_a_field_that_came_after_the_first_import_and_empties_none() {
        var other = ana.project();
        var file = "issuekey,title,Tier\nA-1,One,Gold\nA-2,Two,\n";
        Imported.file(ana, other, file);
        fields = define(other);
        var silver = "{\"customFields\":{\"%s\":\"%s\"}}".formatted(id(3), option(3, 1));
        ana.patch("/tasks/" + other + "-2", 1, silver).expect(200);

        Imported.counts(Imported.file(ana, other, file), 0, 2, 0, 0);

        assertThat(export(other, "pmt_field:Tier")).isEqualTo("pmt_field:Tier\nGold\nSilver\n");
        assertThat(export(other, "issuekey,title,Tier"))
                .isEqualTo("issuekey,title,Tier\nA-1,One,Gold\nA-2,Two,Silver\n");
    }

    @Test
    void comes_back_into_another_project_that_has_such_fields() {
        take("A-1,One,Berlin,2.50,2026-03-04,Gold,\"Billing, old; new\",App," + ana.id() + ",https://example.org,\n");
        var whole = ana.get("/projects/" + project + "/export.csv").expect(200).body();
        var other = ana.project();
        define(other);

        Imported.counts(Imported.file(ana, other, whole), 1, 0, 0, 0);

        var columns = "pmt_field:Environment,pmt_field:Weight,pmt_field:Needed by,pmt_field:Tier,pmt_field:Systems,"
                + "pmt_field:Reviewer,pmt_field:Page";
        assertThat(export(other, columns)).isEqualTo(export(project, columns)).contains("Berlin,2.5,2026-03-04,Gold,");
        Imported.counts(Imported.file(ana, ana.project(), whole), 1, 0, 0, 0);
    }

    @Test
    void says_in_the_preview_what_a_column_fills() {
        var file = "issuekey,title,Due date,custom field (tier),Former\nA-1,One,soon,Bronze,x\n";

        var preview = ana.csv("/imports/preview?project=" + project, file.getBytes(StandardCharsets.UTF_8))
                .expect(200);

        assertThat(preview.at("/columns").toString())
                .contains("{\"name\":\"title\",\"field\":\"title\",\"sample\":\"One\",\"fills\":\"title\"}")
                .contains("{\"name\":\"Due date\",\"field\":null,\"sample\":\"soon\",\"fills\":\"due\"}")
                .contains(
                        "{\"name\":\"custom field (tier)\",\"field\":null,\"sample\":\"Bronze\",\"customField\":\"Tier\"}")
                .contains("{\"name\":\"Former\",\"field\":null,\"sample\":\"x\"}");
        assertThat(preview.text("/errors/0/message")).startsWith("Due date must be a day such as 2026-03-04");
    }

    @Test
    void lets_a_task_field_go_before_a_custom_field_of_the_same_name() {
        var version = fields.number("/version");
        ana.put(
                        "/projects/" + project + "/custom-fields",
                        version,
                        "{\"fields\":[{\"name\":\"Summary\",\"type\":\"text\"},{\"name\":\"Due date\",\"type\":\"text\"}]}")
                .expect(200);
        var file = "issuekey,Summary,Due date\nA-1,One,2026-03-04\n";

        Imported.file(ana, project, file);
        Imported.file(ana, project + "&map=due=", file.replace("A-1", "A-2"));

        assertThat(export(project, "title,pmt_due,pmt_field:Summary,pmt_field:Due date"))
                .isEqualTo("title,pmt_due,pmt_field:Summary,pmt_field:Due date\nOne,2026-03-04,,\nOne,,,2026-03-04\n");
    }

    @Test
    void tells_of_imported_values_what_it_tells_of_others() throws Exception {
        take("A-1,One,Berlin,2.50,,Gold,App,Web,,,\n");
        take("A-1,One,,2.5,,Gold,App,,,,\n");

        var told = PublishedEvents.of(api.database()).stream()
                .filter(event -> event.contains("\"" + project + "-1\""))
                .map(event -> event.replace(" ", ""))
                .toList();

        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .contains(
                        "{\"value\":\"Berlin\",\"fieldId\":\"" + id(0),
                        "{\"value\":\"2.5\"",
                        option(4, 0) + "," + option(4, 1));
        assertThat(told.getLast())
                .contains("pmt.task.custom-fields-changed.v1", id(0), id(4))
                .doesNotContain(id(1), id(3));
        assertThat(task(1).number("/version")).isEqualTo(2);
    }
}
