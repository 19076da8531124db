package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {

    private static RunningApi api;

    private Client ana;
    private Client ben;
    private String project;
    private String views;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
    }

    @BeforeEach
    void project() {
        ana = api.person();
        ben = api.person();
        project = ana.project();
        ana.adds(ben, project, "viewer");
        views = "/projects/" + project + "/views";
    }

    private String save(Client who, String name, boolean shared) {
        var body = "{\"name\":\"%s\",\"query\":\"type = bug\",\"shared\":%s}".formatted(name, shared);
        return views + "/" + who.post(views, body).expect(201).text("/id");
    }

    private static String name(String text) {
        return "{\"name\":\"" + text + "\"}";
    }

    @Test
    void come_back_as_they_were_saved() {
        var saved = ana.post(views, """
                        {"name":" Mine  ","query":" assignee = me ORDER BY due ","columns":["due","status","due"]}
                        """).expect(201);

        assertThat(saved.text("/name")).isEqualTo("Mine");
        assertThat(saved.text("/query")).isEqualTo("assignee = me ORDER BY due");
        assertThat(saved.at("/columns").toString()).isEqualTo("[\"due\",\"status\"]");
        assertThat(saved.at("/shared").asBoolean()).isFalse();
        assertThat(saved.text("/ownerId")).isEqualTo(ana.id().toString());
        assertThat(ana.get(views + "/" + saved.text("/id")).expect(200).body()).isEqualTo(saved.body());
    }

    @Test
    void tell_no_columns_from_the_usual_ones() {
        var usual = save(ana, "Usual", false);
        var none = ana.patch(usual, 1, "{\"columns\":[]}").expect(200);

        assertThat(none.at("/columns").toString()).isEqualTo("[]");
        assertThat(ana.patch(usual, 2, "{\"columns\":null}")
                        .expect(200)
                        .at("/columns")
                        .isNull())
                .isTrue();
    }

    @Test
    void are_seen_by_their_owner_alone_until_they_are_shared() {
        var own = save(ana, "Own", false);
        save(ana, "Everyone's", true);
        save(ben, "Ben's", false);

        assertThat(ana.get(views).expect(200).each("/items", "name")).containsExactly("Own", "Everyone's");
        assertThat(ben.get(views).expect(200).each("/items", "name")).containsExactly("Everyone's", "Ben's");
        ben.get(own).expect(404, "not-found");
        ben.patch(own, 1, name("Taken")).expect(404, "not-found");
        ben.delete(own).expect(404, "not-found");

        ana.patch(own, 1, "{\"shared\":true}").expect(200);
        assertThat(ben.get(own).expect(200).text("/name")).isEqualTo("Own");
    }

    @Test
    void are_of_one_project() {
        var view = save(ana, "Here", true);
        var elsewhere = ana.project();

        ana.get(view.replaceFirst("/projects/[^/]+", "/projects/" + elsewhere)).expect(404, "not-found");
        assertThat(ana.get("/projects/" + elsewhere + "/views").each("/items", "name"))
                .isEmpty();
    }

    @Test
    void are_listed_page_by_page() {
        for (int i = 0; i < 3; i++) {
            save(ana, "View " + i, i == 1);
        }

        var first = ana.get(views + "?limit=2").expect(200);
        var second = ana.get(views + "?limit=2&cursor=" + first.text("/next")).expect(200);

        assertThat(first.each("/items", "name")).containsExactly("View 0", "View 1");
        assertThat(second.each("/items", "name")).containsExactly("View 2");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void are_shared_by_members_and_tidied_up_by_maintainers() {
        var view = save(ben, "Ben's", false);
        ben.patch(view, 1, "{\"shared\":true}").expect(403, "role-too-low");
        ben.post(views, "{\"name\":\"x\",\"shared\":true}").expect(403, "role-too-low");
        ana.adds(ben, project, "member");
        ben.patch(view, 1, "{\"shared\":true}").expect(200);

        assertThat(ana.patch(view, 2, name("Tidy")).expect(200).text("/name")).isEqualTo("Tidy");
        assertThat(ana.patch(view, 3, "{\"shared\":false}").expect(200).text("/ownerId"))
                .isEqualTo(ben.id().toString());
        ana.get(view).expect(404, "not-found");
        ben.get(view).expect(200);
    }

    @Test
    void stay_what_a_former_member_shared_and_can_be_changed_by_one_who_may_share_no_longer() {
        ana.adds(ben, project, "member");
        var view = save(ben, "Left behind", true);
        ana.adds(ben, project, "viewer");

        ben.patch(view, 1, name("Still mine")).expect(200);
        ana.delete("/projects/" + project + "/members/" + ben.id()).expect(204);
        ben.get(view).expect(404, "not-found");
        assertThat(ana.get(view).expect(200).text("/name")).isEqualTo("Still mine");
        ana.delete(view).expect(204);
        ana.get(view).expect(404, "not-found");
    }

    @Test
    void have_names_of_their_own_for_each_person() {
        var first = save(ana, "Bugs", false);
        save(ben, "bugs", false);

        ana.post(views, name("BUGS")).expect(409, "view-name-taken");
        var other = save(ana, "Others", false);
        ana.patch(other, 1, name("bUGS")).expect(409, "view-name-taken");
        ana.patch(first, 1, name("BUGS")).expect(200);
    }

    @Test
    void lose_nobodys_change() {
        var view = save(ana, "View", true);
        ana.patch(view, 1, name("First")).expect(200);

        var stale = ana.patch(view, 1, name("Second")).expect(412, "stale-version");
        assertThat(stale.number("/version")).isEqualTo(2);
        ana.patch(view, name("Third")).expect(428, "version-required");
    }

    @Test
    void are_at_most_a_hundred_for_a_person_even_when_two_are_saved_at_once() {
        for (int i = 0; i < 99; i++) {
            save(ana, "View " + i, false);
        }
        var saved = new AtomicInteger();

        Together.run(2, n -> {
            var answer = ana.post(views, name("At once " + n));
            saved.addAndGet(answer.status() == 201 ? 1 : 0);
        });

        assertThat(saved).hasValue(1);
        ana.post(views, name("Too many")).expect(409, "too-many-views");
        save(ben, "Still room", false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"query":"type = bug"}                            | invalid-request | name
                    {"name":"  "}                                     | invalid-request | name
                    {"name":"a\\nb"}                                  | invalid-request | name must be one line
                    {"name":"x","columns":["no column!"]}             | invalid-request | columns must be names of columns
                    {"name":"x","columns":[null]}                     | invalid-request | columns
                    {"name":"x","query":"typ = bug"}                  | invalid-query   | type
                    {"name":"x","query":"type = "}                    | invalid-query   | value
                    {"name":"x","owner":"me"}                         | unknown-field   | owner
                    """)
    void are_refused_with_what_is_wrong(String body, String code, String said) {
        assertThat(ana.post(views, body).expect(400, code).body()).contains(said);
    }

    @Test
    void are_refused_when_they_are_none() {
        ana.get(views + "/" + UUID.randomUUID()).expect(404, "not-found");
        ana.get(views + "/7").expect(400);
        ana.patch(save(ana, "View", false), 1, "{\"name\":null}").expect(400, "invalid-request");
    }
}
