package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.PublishedEvents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {

    private static final String THUMB = "/reactions/%F0%9F%91%8D";
    private static final String HEART = "/reactions/%E2%9D%A4%EF%B8%8F";
    private static final String BARE_HEART = "/reactions/%E2%9D%A4";

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static Client cleo;

    private String project = "";
    private String task = "";
    private String comments = "";

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        ben = api.person();
        cleo = api.person();
    }

    @BeforeEach
    void make_a_task() {
        project = ana.project();
        task = "/tasks/" + ana.task(project, "talked about");
        comments = task + "/comments";
        ana.adds(ben, project, "member");
        ana.adds(cleo, project, "viewer");
    }

    private static String text(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private String says(Client who, String text) {
        return comments + "/" + who.post(comments, text(text)).expect(201).text("/id");
    }

    private List<String> texts() {
        return cleo.get(comments).expect(200).each("/items", "text");
    }

    @Test
    void come_back_as_they_were_written_and_are_no_change_of_the_task() {
        var before = ana.get(task).expect(200).body();
        var board = ana.get("/projects/" + project + "/board").expect(200).header("ETag");

        var said = ben.post(comments, text(" **Seen** on TEAM-1\\n")).expect(201);

        assertThat(said.text("/text")).isEqualTo(" **Seen** on TEAM-1\n");
        assertThat(said.text("/authorId")).isEqualTo(ben.id().toString());
        assertThat(said.at("/editedAt").isNull()).isTrue();
        assertThat(said.header("ETag")).isEqualTo("\"1\"");
        assertThat(cleo.get(comments).expect(200).at("/items/0")).isEqualTo(said.json());
        assertThat(ana.get(task).expect(200).body()).isEqualTo(before);
        assertThat(ana.get("/projects/" + project + "/board").header("ETag")).isEqualTo(board);
    }

    @Test
    void are_listed_page_by_page_oldest_first() {
        for (int i = 1; i <= 3; i++) {
            says(i == 2 ? ben : ana, "Comment " + i);
        }

        var first = ana.get(comments + "?limit=2").expect(200);
        var second =
                ana.get(comments + "?limit=2&cursor=" + first.text("/next")).expect(200);

        assertThat(first.each("/items", "text")).containsExactly("Comment 1", "Comment 2");
        assertThat(second.each("/items", "text")).containsExactly("Comment 3");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void are_written_once_under_one_key() {
        var first = ana.post(comments, text("Once"), "Idempotency-Key", "k-" + project)
                .expect(201);
        var again = ana.post(comments, text("Once"), "Idempotency-Key", "k-" + project)
                .expect(201);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(texts()).containsExactly("Once");
    }

    @Test
    void are_edited_by_their_author_alone_who_loses_no_edit_of_another_window() {
        var comment = says(ben, "Frist");
        var edited = ben.patch(comment, 1, text("First")).expect(200);

        assertThat(edited.text("/text")).isEqualTo("First");
        assertThat(edited.number("/version")).isEqualTo(2);
        assertThat(edited.at("/editedAt").isNull()).isFalse();
        assertThat(ben.patch(comment, 2, text("First")).expect(200).number("/version"))
                .isEqualTo(2);
        assertThat(ben.patch(comment, 1, text("Last"))
                        .expect(412, "stale-version")
                        .number("/version"))
                .isEqualTo(2);
        ben.patch(comment, text("Last")).expect(428, "version-required");
        ana.patch(comment, 2, text("Mine")).expect(403, "not-author");
        ana.adds(ben, project, "viewer");
        ben.patch(comment, 2, text("Last")).expect(403, "role-too-low");
        assertThat(texts()).containsExactly("First");
    }

    @Test
    void are_deleted_by_their_author_or_a_maintainer() {
        var own = says(ben, "Own");
        var others = says(ana, "Another's");
        ben.delete(others).expect(403, "role-too-low");
        ben.delete(own).expect(204);
        ben.delete(own).expect(404, "not-found");
        var third = says(ben, "Third");
        ana.put(third + THUMB, "").expect(200);
        ana.delete(third).expect(204);

        assertThat(texts()).containsExactly("Another's");
    }

    @Test
    void stay_when_their_author_leaves() {
        says(ben, "Left behind");
        ana.delete("/projects/" + project + "/members/" + ben.id()).expect(204);

        ben.get(comments).expect(404, "not-found");
        ben.post(comments, text("Back")).expect(404, "not-found");
        assertThat(texts()).containsExactly("Left behind");
    }

    @Test
    void are_answered_with_emoji_once_each() {
        var comment = says(ben, "Ready?");
        ana.put(comment + HEART, "").expect(200);
        ben.put(comment + BARE_HEART, "").expect(200);
        var answered = ana.put(comment + THUMB, "").expect(200);

        assertThat(ana.put(comment + THUMB, "").expect(200).body()).isEqualTo(answered.body());
        assertThat(answered.number("/version")).isEqualTo(1);
        assertThat(answered.at("/reactions").toString())
                .isEqualTo("[{\"emoji\":\"❤️\",\"userIds\":[\"%s\",\"%s\"]},{\"emoji\":\"👍\",\"userIds\":[\"%s\"]}]"
                        .formatted(ana.id(), ben.id(), ana.id()));

        ana.delete(comment + HEART).expect(204);
        ana.delete(comment + HEART).expect(204);
        assertThat(cleo.get(comments)
                        .expect(200)
                        .at("/items/0/reactions/0/userIds")
                        .toString())
                .isEqualTo("[\"%s\"]".formatted(ben.id()));
    }

    @Test
    void count_answers_of_many_at_once() {
        var comment = says(ana, "Count me");
        var people = List.of(ana, ben);

        Together.run(2, n -> people.get(n).put(comment + THUMB, "").expect(200));

        assertThat(ana.get(comments).at("/items/0/reactions/0/userIds").size()).isEqualTo(2);
    }

    @Test
    void are_of_one_task() {
        var comment = says(ana, "Here");
        var elsewhere = "/tasks/" + ana.task(project, "other") + comment.substring(task.length());

        ana.patch(elsewhere, 1, text("There")).expect(404, "not-found");
        ana.put(elsewhere + THUMB, "").expect(404, "not-found");
        ana.delete(elsewhere + THUMB).expect(404, "not-found");
        ana.delete(elsewhere).expect(404, "not-found");
        ana.delete(comments + "/" + UUID.randomUUID()).expect(404, "not-found");
        assertThat(texts()).containsExactly("Here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                       | invalid-request | text must have 1 to 200000 characters: 0
                    {"text":""}              | invalid-request | text must have 1 to 200000 characters: 0
                    {"text":" \\n "}         | invalid-request | text must not be blank
                    {"text":"a\\u0000b"}     | invalid-request | text must not contain the NUL character
                    {"text":"x","author":1}  | unknown-field   | author
                    """)
    void are_refused_with_what_is_wrong(String body, String code, String said) {
        assertThat(ana.post(comments, body).expect(400, code).body()).contains(said);
    }

    @Test
    void are_refused_when_too_long_or_emptied_or_answered_with_any_emoji() {
        var longest = says(ana, "x".repeat(200_000));
        ana.post(comments, text("x".repeat(200_001))).expect(400, "invalid-request");
        ana.patch(longest, 1, "{\"text\":null}").expect(400, "invalid-request");

        assertThat(ana.put(longest + "/reactions/%F0%9F%92%A9", "")
                        .expect(400, "invalid-request")
                        .text("/errors/0/message"))
                .isEqualTo("emoji must be one of 👍 👎 ❤️ 🎉 😄 😕 👀 ✅: 💩");
    }

    @Test
    void are_told_once_each() throws Exception {
        var before = PublishedEvents.of(api.database()).size();
        var comment = says(ana, "Told");
        ana.put(comment + THUMB, "").expect(200);
        ana.put(comment + THUMB, "").expect(200);
        ana.patch(comment, 1, text("Told")).expect(200);
        ana.patch(comment, 1, text("Retold")).expect(200);
        ana.delete(comment).expect(204);

        var told = PublishedEvents.of(api.database());
        assertThat(told.subList(before, told.size()))
                .satisfiesExactly(
                        event -> assertThat(event).contains("pmt.comment.added.v1", "Told"),
                        event -> assertThat(event).contains("pmt.comment.reacted.v1", "👍"),
                        event -> assertThat(event).contains("pmt.comment.edited.v1", "Retold"),
                        event -> assertThat(event).contains("pmt.comment.deleted.v1"));
    }
}
