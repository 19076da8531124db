package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomFieldsTest {

    private static final List<String> TYPES =
            List.of("text", "number", "date", "select", "multi-select", "component", "version", "user", "url");

    private static final List<String> OPTIONS = List.of("select", "multi-select", "component", "version");

    private static RunningApi api;
    private static Client ana;
    private static Client ben;

    private String project;
    private String path;
    private Answer fields;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        ben = api.person();
    }

    /** A project with a field of each type; fields are told by their type. */
    @BeforeEach
    void make() {
        project = ana.project();
        path = "/projects/" + project + "/custom-fields";
        var all = TYPES.stream().map(type ->
                """
                {"name":"The %1$s","type":"%1$s","options":%2$s}""".formatted(type, OPTIONS.contains(type) ? "[{\"name\":\"Gold\"},{\"name\":\"Big, blue\"}]" : "[]"));
        fields = put(String.join(",", all.toList())).expect(200);
    }

    private Answer put(String all) {
        return ana.put(path, ana.get(path).number("/version"), "{\"fields\":[" + all + "]}");
    }

    private String id(String type) {
        return fields.text("/fields/" + TYPES.indexOf(type) + "/id");
    }

    private String option(String type, int place) {
        return fields.text("/fields/" + TYPES.indexOf(type) + "/options/" + place + "/id");
    }

    /** A field of the fixture as a request puts it back, with another name or other options. */
    private String kept(String type, String name, String options, boolean archived) {
        return """
                {"id":"%s","name":"%s","type":"%s","options":%s,"archived":%s}""".formatted(id(type), name, type, options, archived);
    }

    private String task(String title, String values) {
        return ana.post("/projects/" + project + "/tasks", """
                        {"title":"%s","customFields":{%s}}""".formatted(title, values))
                .expect(201)
                .text("/key");
    }

    private Answer patch(String task, String values) {
        var version = ana.get("/tasks/" + task).number("/version");
        return ana.patch("/tasks/" + task, version, "{\"customFields\":{" + values + "}}");
    }

    private String value(String type, String json) {
        return "\"" + id(type) + "\":" + json;
    }

    private String quoted(String type, String text) {
        return value(type, "\"" + text + "\"");
    }

    private String all() {
        return String.join(
                ",",
                quoted("text", "  Acme "),
                value("number", "2.50"),
                quoted("date", "2026-12-01"),
                quoted("select", option("select", 1)),
                value("multi-select", "[\"" + option("multi-select", 1) + "\",\"" + option("multi-select", 0) + "\"]"),
                quoted("user", ana.id().toString()),
                quoted("url", "https://example.org/a?b=c"));
    }

    private List<String> found(String query) {
        return ana.get("/projects/" + project + "/tasks?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .each("/items", "title");
    }

    @Test
    void hold_a_value_of_each_type_in_its_shortest_form() {
        var task = task("Full", all());

        var read = ana.get("/tasks/" + task).expect(200);
        assertThat(read.at("/customFields/" + id("text")).asString()).isEqualTo("Acme");
        assertThat(read.at("/customFields/" + id("number")).toString()).isEqualTo("2.5");
        assertThat(read.at("/customFields/" + id("date")).asString()).isEqualTo("2026-12-01");
        assertThat(read.at("/customFields/" + id("select")).asString()).isEqualTo(option("select", 1));
        assertThat(read.at("/customFields/" + id("multi-select")).toString())
                .isEqualTo("[\"" + option("multi-select", 0) + "\",\"" + option("multi-select", 1) + "\"]");
        assertThat(read.at("/customFields/" + id("user")).asString())
                .isEqualTo(ana.id().toString());
        var listed = ana.get("/projects/" + project + "/tasks").expect(200);
        assertThat(listed.at("/items/0/customFields")).isEqualTo(read.at("/customFields"));
        assertThat(patch(task, all()).expect(200).number("/version")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-123456789.123456,-123456789.123456", "0.000001,0.000001", "1.50e2,150", "0,0"})
    void keep_numbers_to_the_last_digit(String given, String kept) {
        var task = task("Exact", value("number", given));

        assertThat(ana.get("/tasks/" + task).body()).contains("\"" + id("number") + "\":" + kept + "}");
        assertThat(found("\"The number\" = " + kept)).containsExactly("Exact");
    }

    @Test
    void are_at_most_fifty_at_once() {
        var task = task("Bare", "");
        var many = IntStream.range(0, 51)
                .mapToObj(i -> "\"" + new UUID(0, i) + "\":null")
                .collect(Collectors.joining(","));

        assertThat(patch(task, many).expect(400, "invalid-request").text("/detail"))
                .isEqualTo("customFields must have at most 50 entries: 51");
    }

    @Test
    void change_one_by_one_with_a_line_in_the_history_and_a_way_back() {
        var task = task("Full", all());
        var before = ana.get("/tasks/" + task).at("/customFields");

        var changed = patch(task, value("number", "3") + "," + value("multi-select", "null"))
                .expect(200);

        assertThat(changed.at("/customFields/" + id("number")).toString()).isEqualTo("3");
        assertThat(changed.at("/customFields").has(id("multi-select"))).isFalse();
        assertThat(changed.at("/customFields/" + id("text")).asString()).isEqualTo("Acme");
        assertThat(changed.number("/version")).isEqualTo(2);
        await().untilAsserted(
                        () -> assertThat(ana.get("/tasks/" + task + "/activity").each("/items", "kind"))
                                .containsExactly("changed", "created"));
        var line = ana.get("/tasks/" + task + "/activity").at("/items/0/changes");
        assertThat(line.valueStream()
                        .map(change -> change.required("field").asString() + " " + change.required("from") + " "
                                + change.required("to")))
                .containsExactlyInAnyOrder(
                        "customFields." + id("number") + " \"2.5\" \"3\"",
                        "customFields." + id("multi-select") + " \"" + option("multi-select", 0) + ","
                                + option("multi-select", 1) + "\" null");
        ana.post("/tasks/" + task + "/undo", "{\"version\":2}").expect(200);
        assertThat(ana.get("/tasks/" + task).at("/customFields")).isEqualTo(before);
    }

    @Test
    void change_in_bulk_and_back() {
        var first = task("A", all());
        task("B", "");
        var bulk = "/projects/" + project + "/bulk-changes";
        var before = ana.get("/tasks/" + first).at("/customFields");

        ana.post(
                        bulk,
                        "{\"query\":\"\",\"change\":{\"customFields\":{"
                                + quoted("user", ben.id().toString()) + "}}}")
                .expect(400, "invalid-request");
        var made = ana.post(
                        bulk,
                        "{\"query\":\"\",\"change\":{\"customFields\":{" + quoted("text", "Both") + ","
                                + value("date", "null") + "}}}")
                .text("/id");
        await().untilAsserted(() ->
                assertThat(ana.get(bulk + "/" + made).text("/state")).isEqualTo("done"));

        assertThat(found("\"The text\" = both AND \"The date\" IS EMPTY")).containsExactly("A", "B");
        assertThat(found("\"The number\" = 2.5")).containsExactly("A");
        var undone = ana.post(bulk + "/" + made + "/undo", "").text("/id");
        await().untilAsserted(() ->
                assertThat(ana.get(bulk + "/" + undone).text("/state")).isEqualTo("done"));
        assertThat(ana.get("/tasks/" + first).at("/customFields")).isEqualTo(before);
        assertThat(found("\"The text\" IS EMPTY")).containsExactly("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text         | 5                      | The text must be a text: 5",
                "text         | \"a\\nb\"            | The text must be one line",
                "number       | \"many\"             | The number must be a number of at most 9 digits and 6 decimals",
                "number       | 1e999999999            | The number must be a number of at most 9 digits and 6 decimals",
                "number       | 0.1234567              | The number must be a number of at most 9 digits and 6 decimals",
                "number       | {}                     | The number must be a number of at most 9 digits and 6 decimals",
                "date         | \"2026-02-30\"       | must be a day such as 2026-11-30: 2026-02-30",
                "date         | 20260230               | The date must be a day such as 2026-11-30",
                "select       | \"Gold\"             | must be the id of one of its options (Gold, Big, blue): gold",
                "multi-select | [\"Gold\"]           | must be the id of one of its options (Gold, Big, blue): gold",
                "user         | \"me\"               | The user must be the id of an active member of the project: me",
                "url          | \"javascript:alert(1)\" | The url must be an address such as https://example.org/page",
                "url          | \"https://a.b/\\ud800\"   | must be well-formed Unicode",
                "url          | \"https:///nowhere\" | The url must be an address such as https://example.org/page",
            })
    void refuse_what_is_no_value(String type, String json, String why) {
        var task = task("Bare", "");

        var answer = patch(task, value(type, json)).expect(400, "invalid-request");

        assertThat(answer.text("/detail")).contains(why);
        assertThat(answer.text("/errors/0/field")).isEqualTo("customFields." + id(type));
        assertThat(ana.get("/tasks/" + task).at("/customFields").isEmpty()).isTrue();
    }

    @Test
    void belong_to_one_project_and_people_are_members_of_it() {
        var task = task("Bare", "");
        var other = ana.project();
        var foreign = ana.put(
                        "/projects/" + other + "/custom-fields", 1, "{\"fields\":[{\"name\":\"X\",\"type\":\"text\"}]}")
                .expect(200)
                .text("/fields/0/id");

        assertThat(patch(task, "\"" + foreign + "\":\"a\"").expect(400).text("/detail"))
                .contains("must be the id of a custom field of the project");
        patch(task, quoted("user", ben.id().toString())).expect(400);
        ana.adds(ben, project, "member");
        patch(task, quoted("user", ben.id().toString())).expect(200);
        ana.delete("/projects/" + project + "/members/" + ben.id()).expect(204);
        patch(task, quoted("user", ben.id().toString())).expect(200);
        ben.get(path).expect(404, "not-found");
    }

    @Test
    void are_renamed_ordered_and_archived_and_keep_their_values() {
        var task = task("Gold", quoted("select", option("select", 0)) + "," + quoted("text", "Acme"));
        var gold = """
                [{"name":"New"},{"id":"%s","name":"Platinum"}]""".formatted(option("select", 0));

        var after = put(kept("select", "Tier", gold, false) + "," + kept("text", "Old", "[]", true))
                .expect(200);

        assertThat(after.each("/fields", "name")).containsExactly("Tier", "Old");
        assertThat(after.each("/fields/0/options", "name")).containsExactly("New", "Platinum");
        assertThat(after.at("/fields/0/options/1/id").asString()).isEqualTo(option("select", 0));
        assertThat(found("tier = platinum")).containsExactly("Gold");
        assertThat(found("old ~ acm")).containsExactly("Gold");
        assertThat(patch(task, quoted("text", "More")).expect(400).text("/detail"))
                .isEqualTo("Old is archived and must be given no value");
        patch(task, value("text", "null")).expect(200);
        assertThat(ana.get(path).expect(200).json()).isEqualTo(after.json());
        var same = ana.put(path, after.number("/version"), """
                {"fields":[%s,%s]}""".formatted(
                        kept("select", "Tier", after.at("/fields/0/options").toString(), false),
                        kept("text", "Old", "[]", true)));
        assertThat(same.expect(200).number("/version")).isEqualTo(after.number("/version"));
    }

    @Test
    void are_not_removed_while_tasks_have_values_in_them() {
        var task = task("Gold", quoted("select", option("select", 0)));
        ana.post("/tasks/" + task + "/archive", "").expect(200);
        var other = """
                [{"id":"%s","name":"Other"}]""".formatted(option("select", 1));

        var refused = put("").expect(409, "custom-field-in-use");
        assertThat(refused.text("/detail"))
                .isEqualTo("Field The select has tasks of project " + project
                        + ", perhaps archived ones; archive it instead, or take the values away first.");
        assertThat(put(kept("select", "Tier", other, false))
                        .expect(409, "custom-field-in-use")
                        .text("/detail"))
                .startsWith("Option Gold of field The select has tasks");
        assertThat(ana.get(path).at("/fields")).isEqualTo(fields.at("/fields"));
        patch(task, value("select", "null")).expect(200);
        assertThat(put("").expect(200).at("/fields").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'Due','type':'date'}                        | names of their own, which no field of every task has: Due",
                "{'name':'A','type':'text'},{'name':'a','type':'url'} | names of their own, which no field of every task has: a",
                "{'name':' ','type':'text'}                          | name must have 1 to 50 characters: 0",
                "{'name':'A'}                                        | type must be given: A",
                "{'name':'A','type':'select'}                        | options must be from 1 to 100 for select, multi-select, component and version",
                "{'name':'A','type':'text','options':[{'name':'B'}]} | options must be from 1 to 100 for select, multi-select, component",
                "{'name':'A','type':'version','options':[{'name':'B','leadId':'01939f2e-6f0a-7c3b-9d51-2f6a8f1c4e7b'}]} | leadId must be given to components alone: B",
                "{'name':'A','type':'component','options':[{'name':'B','leadId':'01939f2e-6f0a-7c3b-9d51-2f6a8f1c4e7b'}]} | leadId must be a member of project",
                "{'name':'A','type':'component','options':[{'name':'B','released':true}]} | releasesOn and released must be given to versions alone: B",
                "{'name':'A','type':'version','options':[{'name':'B','releasesOn':'2026-02-30'}]} | releasesOn",
                "{'name':'A','type':'select','options':[{'name':'B'},{'name':'b'}]} | options must have names of their own: b",
                "{'id':'01939f2e-6f0a-7c3b-9d51-2f6a8f1c4e7b','name':'A','type':'text'} | fields must have ids of the project's fields",
                "null                                                | type must be given",
            })
    void refuse_what_is_no_field(String field, String why) {
        var answer = put(field.replace('\'', '"')).expect(400, "invalid-request");

        assertThat(answer.text("/detail")).contains(why);
        assertThat(ana.get(path).at("/fields")).isEqualTo(fields.at("/fields"));
    }

    @Test
    void are_on_the_cards_that_have_them() {
        var with = task("With", quoted("text", "Acme"));
        task("Without", "");
        var cards = ana.get("/projects/" + project + "/board").expect(200).at("/columns/0/cards");

        assertThat(cards.get(0).get("key").asString()).isEqualTo(with);
        assertThat(cards.get(0).get("customFields").toString()).isEqualTo("{\"" + id("text") + "\":\"Acme\"}");
        assertThat(cards.get(1).has("customFields")).isFalse();
    }

    @Test
    void are_components_that_somebody_leads_and_versions_that_are_released_once() {
        var component = kept("component", "Component", """
                [{"name":"Web","leadId":"%s"},{"name":"Core"}]""".formatted(ana.id()), false);
        var version = kept("version", "Fix version", """
                [{"name":"1.0","releasesOn":"2026-11-02","released":true},{"name":"1.1","released":false}]""", false);
        fields = put(component + "," + version).expect(200);
        var task = task("Fix", "");
        var web = fields.text("/fields/0/options/0/id");
        var next = fields.text("/fields/1/options/1/id");
        var values = "\"%s\":[\"%s\"],\"%s\":[\"%s\"]"
                .formatted(fields.text("/fields/0/id"), web, fields.text("/fields/1/id"), next);
        patch(task, values).expect(200);

        assertThat(fields.at("/fields/0/options/0").toString())
                .isEqualTo("{\"id\":\"%s\",\"name\":\"Web\",\"leadId\":\"%s\"}".formatted(web, ana.id()));
        assertThat(fields.at("/fields/1/options/0/releasesOn").asString()).isEqualTo("2026-11-02");
        assertThat(fields.at("/fields/1/options/0/released").asBoolean()).isTrue();
        assertThat(fields.at("/fields/1/options/1").has("released")).isFalse();
        assertThat(ana.get(path).at("/fields")).isEqualTo(fields.at("/fields"));
        assertThat(found("component = web AND \"fix version\" = 1.1")).containsExactly("Fix");
        assertThat(found("\"fix version\" = 1.0")).isEmpty();
    }

    @Test
    void keep_their_type_and_are_changed_from_the_newest_version_only() {
        assertThat(put(kept("text", "The text", "[]", false).replace("\"text\"", "\"url\""))
                        .expect(400)
                        .text("/detail"))
                .contains("type must stay as it is, add another field instead");
        ana.put(path, 1, "{\"fields\":[]}").expect(412, "stale-version");
        ana.put(path, ana.get(path).number("/version"), "{}").expect(400, "invalid-request");
    }

    @Test
    void are_asked_for_and_ordered_by_in_queries() {
        task("A", all());
        task("B", quoted("text", "acme corp") + "," + value("number", "-1") + "," + quoted("date", "2026-11-30"));
        task(
                "C",
                quoted("select", option("select", 0)) + ","
                        + value("multi-select", "[\"" + option("multi-select", 0) + "\"]"));

        assertThat(found("\"The text\" = ACME")).containsExactly("A");
        assertThat(found("\"the text\" ~ acme ORDER BY \"The text\" DESC")).containsExactly("B", "A");
        assertThat(found("\"The text\" IS EMPTY")).containsExactly("C");
        assertThat(found("\"The number\" > -2 AND \"The number\" < 2.5")).containsExactly("B");
        assertThat(found("\"The number\" != 2.5")).containsExactly("B", "C");
        assertThat(found("\"The date\" < 2026-12-01")).containsExactly("B");
        assertThat(found("\"The select\" = \"big, blue\"")).containsExactly("A");
        assertThat(found("\"The select\" IN (gold, \"big, blue\") ORDER BY \"The select\""))
                .containsExactly("C", "A");
        assertThat(found("\"The multi-select\" = gold")).containsExactly("A", "C");
        assertThat(found("\"The multi-select\" IS NOT EMPTY AND \"The multi-select\" != \"big, blue\""))
                .containsExactly("C");
        assertThat(found("\"The user\" = me")).containsExactly("A");
        assertThat(found("\"The url\" ~ example.org")).containsExactly("A");
        for (var type : List.of("text", "number", "date", "select", "user", "url")) {
            assertThat(found("ORDER BY \"The " + type + "\"").subList(0, 1))
                    .as(type)
                    .isSubsetOf("A", "B", "C");
        }
        assertThat(found("ORDER BY \"The number\"")).containsExactly("B", "A", "C");
        assertThat(found("ORDER BY \"The number\" DESC")).containsExactly("A", "B", "C");
    }

    @Test
    void page_on_in_the_order_of_a_custom_field() {
        task("A", value("number", "2"));
        task("B", value("number", "1"));
        task("C", "");
        var first = ana.get("/projects/" + project + "/tasks?limit=1&query=ORDER+BY+%22The+number%22")
                .expect(200);
        var second = ana.get("/projects/" + project + "/tasks?limit=2&query=ORDER+BY+%22The+number%22&cursor="
                        + first.text("/next"))
                .expect(200);

        assertThat(first.each("/items", "title")).containsExactly("B");
        assertThat(second.each("/items", "title")).containsExactly("A", "C");
    }

    @Test
    void are_known_across_projects_where_their_types_agree() {
        var other = ana.project();
        ana.put("/projects/" + other + "/custom-fields", 1, """
                        {"fields":[{"name":"the NUMBER","type":"number"},{"name":"The text","type":"number"}]}""").expect(200);
        var field = ana.get("/projects/" + other + "/custom-fields").text("/fields/0/id");
        ana.post("/projects/" + other + "/tasks", "{\"title\":\"There\",\"customFields\":{\"" + field + "\":987654}}")
                .expect(201);
        task("Here", value("number", "987654.5"));

        var both = ana.get("/tasks?query="
                        + URLEncoder.encode(
                                "\"The number\" >= 987654 AND project IN (" + project + "," + other
                                        + ") ORDER BY \"The number\"",
                                StandardCharsets.UTF_8))
                .expect(200);
        assertThat(both.each("/items", "title")).containsExactly("There", "Here");
        ana.get("/tasks?query=%22The+text%22+IS+EMPTY").expect(400, "invalid-query");
        ben.get("/tasks?query=%22The+number%22+IS+EMPTY").expect(400, "invalid-query");
    }

    @Test
    void are_completed_and_faults_in_them_pointed_at() {
        var completions = "/queries/completions?project=" + project + "&query=";

        assertThat(ana.get(completions + "the").expect(200).each("/items", "text"))
                .contains("\"The text\"", "\"The multi-select\"");
        assertThat(ana.get(completions + "%22The+select%22+%3D+").expect(200).each("/items", "text"))
                .containsExactly("Gold", "\"Big, blue\"");
        assertThat(ana.get(completions + "ORDER+BY+the").expect(200).each("/items", "text"))
                .contains("\"The number\"")
                .doesNotContain("\"The multi-select\"");
        var fault = ana.get("/projects/" + project + "/tasks?query=%22The+select%22+%3D+Golf")
                .expect(400, "invalid-query");
        assertThat(fault.text("/detail")).contains("Gold");
        assertThat(fault.number("/position")).isEqualTo(15);
    }

    @Test
    void may_be_in_the_query_of_a_saved_view() {
        var view = "{\"name\":\"Tiers\",\"query\":\"\\\"The number\\\" > 1\"}";

        ana.post("/projects/" + project + "/views", view).expect(201);
        var other = ana.project();
        ana.post("/projects/" + other + "/views", view).expect(400, "invalid-query");
    }
}
