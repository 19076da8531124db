package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListTest {

    private static RunningApi api;
    private static Client ana;
    private static String project;
    private static String doing;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        project = ana.project("LIST");
        doing = ana.status(project, 1);
        create("{\"title\":\"Alpha 100% done\",\"type\":\"bug\",\"labels\":[\"web\",\"ui\"]}");
        create("{\"title\":\"Beta_x\",\"assigneeId\":\"" + ana.id() + "\",\"labels\":[\"web\"]}");
        create("{\"title\":\"Gamma\",\"statusId\":\"" + doing + "\",\"type\":\"story\",\"dueDate\":\"2026-11-29\"}");
        create("{\"title\":\"delta\",\"type\":\"epic\"}");
        create("{\"title\":\"Epsilon\",\"dueDate\":\"2026-11-30\"}");
    }

    private static void create(String body) {
        ana.post("/projects/" + project + "/tasks", body).expect(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | 1,2,3,4,5
            status=DOING                | 3
            type=bug&type=epic          | 1,4
            type=bug,epic               | 1,4
            assignee=me                 | 2
            assignee=none               | 1,3,4,5
            label=web                   | 1,2
            label=web&label=ui          | 1
            label=we                    | ''
            q=DELTA                     | 4
            q=0%25                      | 1
            q=%25                       | 1
            q=_x                        | 2
            q=%5C                       | ''
            type=story&assignee=me      | ''
            archived=true               | ''
            """)
    void filters(String query, String numbers) {
        var answer =
                ana.get("/projects/LIST/tasks?" + query.replace("DOING", doing)).expect(200);

        assertThat(String.join(",", answer.each("/items", "number"))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=x",
                "type=wish",
                "assignee=you",
                "sort=title",
                "archived=maybe",
                "q=%00",
                "label=a,b",
                "cursor=bnVsbA",
                "limit=1000"
            })
    void refuses_filters_that_make_no_sense(String query) {
        ana.get("/projects/LIST/tasks?" + query).expect(400);
    }

    @Test
    void shows_no_description() {
        assertThat(ana.get("/projects/LIST/tasks").at("/items/0").has("description"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rank     | 1,2,3,4,5
            -updated | 5,4,3,2,1
            due      | 3,5,1,2,4
            """)
    void pages_through_everything_once(String sort, String numbers) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = ana.get("/projects/LIST/tasks?limit=2&sort=" + sort + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200);
            seen.addAll(page.each("/items", "number"));
            next = page.at("/next").isNull() ? "" : page.text("/next");
        } while (!next.isEmpty());

        assertThat(String.join(",", seen)).isEqualTo(numbers);
    }

    @Test
    void puts_the_last_change_first() {
        var other = ana.project();
        var first = ana.task(other, "one");
        ana.task(other, "two");
        ana.patch("/tasks/" + first, 1, "{\"title\":\"changed\"}").expect(200);

        assertThat(ana.get("/projects/" + other + "/tasks?sort=-updated").each("/items", "number"))
                .containsExactly("1", "2");
    }

    @Test
    void refuses_the_cursor_of_another_order() {
        var cursor = ana.get("/projects/LIST/tasks?limit=1").text("/next");

        ana.get("/projects/LIST/tasks?sort=-updated&cursor=" + cursor).expect(400, "invalid-cursor");
        ana.get("/projects/LIST/tasks?sort=due&cursor=" + cursor).expect(400, "invalid-cursor");
    }
}
