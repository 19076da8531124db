package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static String secret;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        ben = api.person();
        name(ana, "Ana Duarte");
        name(ben, "Ben");
        ana.project("ASK");
        create(
                "ASK",
                "\"title\":\"Login fails with 100% CPU\",\"type\":\"bug\",\"priority\":\"high\",\"points\":3,\"labels\":[\"web\"]");
        create(
                "ASK",
                "\"title\":\"Sign in by passkey\",\"type\":\"story\",\"assigneeId\":\"" + ana.id()
                        + "\",\"description\":\"A login without passwords\",\"labels\":[\"web\",\"auth\"]");
        create(
                "ASK",
                "\"title\":\"alpha\",\"points\":0.5,\"dueDate\":\"2030-01-01\",\"statusId\":\"" + ana.status("ASK", 1)
                        + "\"");
        create(
                "ASK",
                "\"title\":\"Beta\",\"priority\":\"lowest\",\"type\":\"subtask\",\"parentKey\":\"ASK-2\",\"statusId\":\""
                        + ana.status("ASK", 3) + "\"");
        create("ASK", "\"title\":\"Gone\",\"points\":8");
        ana.post("/tasks/ASK-5/archive", "").expect(200);
        ana.project("OTHER");
        create("OTHER", "\"title\":\"Login of others\"");
        ben.project("SECRET");
        secret = "hidden-login";
        ben.post("/projects/SECRET/tasks", "{\"title\":\"" + secret + "\",\"labels\":[\"hush\"]}")
                .expect(201);
    }

    private static void name(Client who, String name) {
        try (var connection = api.database().connect();
                var insert = connection.prepareStatement("INSERT INTO profile VALUES (?, ?, true, 1)")) {
            insert.setObject(1, who.id());
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void create(String project, String fields) {
        ana.post("/projects/" + project + "/tasks", "{" + fields + "}").expect(201);
    }

    private static String of(String query) {
        return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title ~ ask",
                "priority = urgent",
                "status = \"No such\"",
                "nothing = 1",
                "title ~",
                "ORDER BY title"
            })
    void hide_the_project_from_strangers_whatever_they_ask(String query) {
        var stranger = api.person();
        var asked = "/tasks?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);

        stranger.get("/projects/ASK" + asked).expect(404, "not-found");
        ana.get("/projects/NONESUCH" + asked).expect(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type = bug                                        | 1
            TYPE != bug                                       | 2,3,4
            type in (bug, story)                              | 1,2
            not type in (bug, story)                          | 3,4
            status = "in progress"                            | 3
            status = doing                                    | 3
            status != done AND status not in (doing)          | 1,2
            category = done                                   | 4
            priority >= high                                  | 1
            priority < medium or priority > medium            | 1,4
            assignee = me                                     | 2
            assignee = "ana duarte"                           | 2
            assignee != me                                    | 1,3,4
            assignee is empty                                 | 1,3,4
            assignee is not empty                             | 2
            reporter = Ben                                    | ``
            labels = web                                      | 1,2
            labels in (auth, nothing)                         | 2
            labels is empty                                   | 3,4
            points > 0.5                                      | 1
            points != 3                                       | 2,3,4
            not points > 0.5                                  | 2,3,4
            points in (3, 0.50)                               | 1,3
            points is empty                                   | 2,4
            created = today AND updated > -1d                 | 1,2,3,4
            created < 2020-01-01 OR updated >= +1d            | ``
            due < 2030-01-02 AND due >= 2030-01-01            | 3
            due = 2030-01-01                                  | 3
            due > 2030-01-01 OR start < 2029-12-31            | ``
            due IS EMPTY AND start IS EMPTY                   | 1,2,4
            parent = ASK-2                                    | 4
            parent IN (ask-2, OTHER-1)                        | 4
            parent != ASK-2 AND parent IS EMPTY               | 1,2,3
            ORDER BY due, key                                 | 3,1,2,4
            archived = true                                   | 5
            archived = true or points = 3                     | 1,5
            title ~ "100%"                                    | 1
            title !~ a                                        | ``
            text ~ login                                      | 1,2
            text ~ "LOG pass"                                 | 2
            text !~ "log"                                     | 3,4
            text ~ "'\\\\ & !"                                | 400
            key = ASK-2 or key in (ask-3, OTHER-1)            | 2,3
            project = ASK and points = 3                      | 1
            project = OTHER                                   | ``
            ORDER BY points                                   | 3,1,2,4
            ORDER BY points DESC, key DESC                    | 1,3,4,2
            ORDER BY title                                    | 3,4,1,2
            ORDER BY status DESC, priority                    | 4,3,2,1
            ORDER BY assignee, rank DESC                      | 2,4,3,1
            type = bug AND assignee is empty AND updated > -7d AND text ~ "login" ORDER BY rank | 1
            """)
    void finds_what_is_asked_for(String query, String numbers) {
        var answer = ana.get("/projects/ASK/tasks?" + of(query));

        if (numbers.equals("400")) {
            answer.expect(400, "invalid-query");
        } else {
            assertThat(String.join(",", answer.expect(200).each("/items", "number")))
                    .isEqualTo(numbers);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type = bug AND stattus = done | 15 | 7 | status
            status = dne                  | 9  | 3 | Done
            assignee = Ana                | 11 | 3 | Ana Duarte
            priority = hihg               | 11 | 4 | high
            project = SECRET              | 10 | 6 |
            project = OTHR                | 10 | 4 | OTHER
            points = many                 | 9  | 4 |
            created > yesturday           | 10 | 9 | yesterday
            key = ASK                     | 6  | 3 |
            labels = "a,b"                | 9  | 5 |
            """)
    void says_where_a_query_is_wrong(String query, int position, int length, String suggestion) {
        var answer = ana.get("/projects/ASK/tasks?" + of(query)).expect(400, "invalid-query");

        assertThat(answer.number("/position")).isEqualTo(position);
        assertThat(answer.number("/length")).isEqualTo(length);
        assertThat(answer.at("/expected").isEmpty()).isFalse();
        assertThat(answer.at("/suggestions").valueStream().map(node -> node.asString()))
                .isEqualTo(suggestion == null ? List.of() : List.of(suggestion));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank",
                "key DESC",
                "title",
                "points",
                "points DESC",
                "assignee",
                "reporter DESC, points",
                "status, type DESC",
                "due DESC, start",
                "priority DESC, points, updated",
                "created",
                "updated DESC",
                "category, project, title DESC"
            })
    void pages_through_everything_once_in_any_order(String order) {
        for (var list : List.of("/projects/ASK/tasks", "/tasks")) {
            var path = list + "?" + of("archived = true OR archived = false ORDER BY " + order);
            var whole = ana.get(path).expect(200).each("/items", "key");
            var seen = new ArrayList<String>();
            var next = "";
            do {
                var page = ana.get(path + "&limit=1" + (next.isEmpty() ? "" : "&cursor=" + next))
                        .expect(200);
                seen.addAll(page.each("/items", "key"));
                next = page.at("/next").isNull() ? "" : page.text("/next");
            } while (!next.isEmpty());

            assertThat(seen).isEqualTo(whole).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void refuses_the_cursor_of_another_order_or_with_values_of_another_kind() {
        var path = "/tasks?limit=1&" + of("ORDER BY points DESC");
        var cursor = ana.get(path).expect(200).text("/next");
        var forged = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("tasks:points-\n+1e999999999\n+x".getBytes(StandardCharsets.UTF_8));

        ana.get("/tasks?" + of("ORDER BY points") + "&cursor=" + cursor).expect(400, "invalid-cursor");
        ana.get(path + "&cursor=" + forged).expect(400, "invalid-cursor");
    }

    @Test
    void joins_filters_and_query_by_and() {
        assertThat(ana.get("/projects/ASK/tasks?label=web&type=bug,story&" + of("text ~ login ORDER BY title DESC"))
                        .each("/items", "number"))
                .containsExactly("2", "1");
        assertThat(ana.get("/projects/ASK/tasks?archived=true&" + of("points > 1"))
                        .each("/items", "number"))
                .containsExactly("5");
        assertThat(ana.get("/projects/ASK/tasks?sort=-updated&" + of("points IS EMPTY"))
                        .each("/items", "number"))
                .containsExactly("4", "2");
    }

    @Test
    void shows_where_the_words_are() {
        var items = ana.get("/projects/ASK/tasks?" + of("text ~ log")).expect(200);

        assertThat(items.text("/items/0/match/title/0/text")).isEqualTo("Login");
        assertThat(items.at("/items/0/match/title/0/hit").asBoolean()).isTrue();
        assertThat(items.at("/items/0/match/excerpt").isEmpty()).isTrue();
        assertThat(items.at("/items/1/match/title").size()).isEqualTo(1);
        assertThat(items.text("/items/1/match/excerpt/0/text")).isEqualTo("login");
        assertThat(ana.get("/projects/ASK/tasks?" + of("points = 3"))
                        .at("/items/0/match")
                        .isNull())
                .isTrue();
    }

    @Test
    void spans_the_projects_of_the_reader_and_no_others() {
        assertThat(ana.get("/tasks?" + of("text ~ login ORDER BY key")).each("/items", "key"))
                .containsExactly("ASK-1", "ASK-2", "OTHER-1");
        for (var query :
                List.of("labels = hush", "NOT labels = hush", "key = SECRET-1", "title ~ hidden OR points IS EMPTY")) {
            var answer = ana.get("/tasks?" + of(query)).expect(200);
            assertThat(answer.body()).doesNotContain(secret).doesNotContain("SECRET");
        }
        assertThat(ben.get("/tasks").each("/items", "key")).containsExactly("SECRET-1");
        assertThat(new HashSet<>(api.person().get("/tasks").each("/items", "key")))
                .isEmpty();
        ben.get("/projects/ASK/tasks?" + of("points = 3")).expect(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                       | 0  | 0 | field key
            st                       | 0  | 2 | field status
            status                   | 0  | 6 | field status
            status^ = done           | 0  | 6 | field status
            type^pe = bug            | 0  | 6 | field type
            `points `                | 7  | 0 | operator =,operator IS NOT EMPTY
            `status = `              | 9  | 0 | value "In progress",value Done
            status = "in pr          | 9  | 6 | value "In progress"
            status = in^ AND x       | 9  | 2 | value "In progress"
            assignee in (ana         | 13 | 3 | value "Ana Duarte"
            labels = w               | 9  | 1 | value web
            updated > -              | 10 | 1 | value -7d
            `type = bug `            | 11 | 0 | keyword AND,keyword ORDER BY
            type = bug ORDER BY p    | 20 | 1 | field points,field priority
            `ORDER BY rank `         | 14 | 0 | keyword DESC
            nothing = w              | 10 | 1 | ``
            project = sec            | 10 | 3 | ``
            """)
    void names_what_may_come_next(String text, int position, int length, String some) {
        var at = text.indexOf('^') < 0 ? text.length() : text.indexOf('^');
        var answer = ana.get("/queries/completions?project=ASK&at=" + at + "&" + of(text.replace("^", "")))
                .expect(200);

        var items = answer.at("/items")
                .valueStream()
                .map(item -> item.required("kind").asString() + " "
                        + item.required("text").asString())
                .toList();
        assertThat(List.of(answer.number("/position"), answer.number("/length")))
                .containsExactly((long) position, (long) length);
        if (some.isEmpty()) {
            assertThat(items).isEmpty();
        } else {
            assertThat(items).contains(some.split(","));
        }
        assertThat(answer.body()).doesNotContain("hush").doesNotContain("SECRET");
    }

    @Test
    void refuses_a_place_beyond_the_query() {
        ana.get("/queries/completions?query=type&at=5").expect(400, "invalid-request");
    }

    @Test
    void takes_an_unknown_id_of_a_person_as_it_is() {
        assertThat(ana.get("/tasks?" + of("assignee = " + UUID.randomUUID())).each("/items", "key"))
                .isEmpty();
    }
}
