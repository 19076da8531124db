package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>&amp;";

    private static RunningApi api;
    private static Client ana;
    private static String project;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
        ana = api.person();
        project = ana.project();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void assertNotSniffed(Answer answer, String type) {
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCRIPT,
                "../../../etc/passwd",
                "..\\..\\boot.ini",
                "{{7*7}} ${7*7} %s%n",
                "'; DROP TABLE task; --",
                "\u202Etxt.exe\u2066 \u200Fשלום",
                "🚀 A\u030A",
            })
    void gives_every_text_back_as_it_came(String text) {
        var own = ana.project();
        ana.patch("/projects/" + own, 1, "{\"name\":\"%s\",\"description\":\"%s\"}".formatted(json(text), json(text)))
                .expect(200);
        var body = "{\"title\":\"%s\",\"description\":\"%s\",\"labels\":[\"%s\"]}"
                .formatted(json(text), json(text), json(text.substring(0, Math.min(text.length(), 20))));
        var key = ana.post("/projects/" + own + "/tasks", body).expect(201).text("/key");
        var csv = "issuekey,title,extra\nSRC-%s,\"%s\",\"%s\"\n".formatted(own, text, text);
        var job = ana.csv(
                        "/imports?project=" + own + "&filename=" + encoded(text), csv.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .text("/id");
        Awaitility.await().until(() -> ana.get("/imports/" + job).text("/state").equals("done"));

        var task = ana.get("/tasks/" + key).expect(200);
        var read = ana.get("/projects/" + own).expect(200);
        var export =
                ana.get("/projects/" + own + "/export.csv?columns=title,extra").expect(200);

        assertThat(List.of(
                        read.text("/name"), read.text("/description"), task.text("/title"), task.text("/description")))
                .containsOnly(text);
        assertThat(text).startsWith(task.text("/labels/0"));
        assertThat(ana.get("/imports/" + job).text("/filename")).isEqualTo(text);
        assertThat(ana.get("/tasks/SRC-" + own).text("/title")).isEqualTo(text);
        assertThat(export.body()).contains(text);
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + own + ".csv\"");
        assertNotSniffed(task, "application/json");
        assertNotSniffed(export, "text/csv");
        assertNotSniffed(ana.get("/tasks/" + encoded("<script>")).expect(404), "application/problem+json");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0000, must not contain the NUL character",
        "\\ud800, must be well-formed Unicode",
        "\\udc00\\ud800, must be well-formed Unicode",
    })
    void refuses_characters_that_cannot_be_stored_in_every_text_field(String characters, String rule) {
        var text = "a" + characters + "b";
        var tasks = "/projects/" + project + "/tasks";
        for (var answer : List.of(
                ana.post("/projects", "{\"key\":\"NOPE\",\"name\":\"" + text + "\"}"),
                ana.post("/projects", "{\"key\":\"NOPE\",\"name\":\"n\",\"description\":\"" + text + "\"}"),
                ana.patch("/projects/" + project, 1, "{\"name\":\"" + text + "\"}"),
                ana.post(tasks, "{\"title\":\"" + text + "\"}"),
                ana.post(tasks, "{\"title\":\"t\",\"description\":\"" + text + "\"}"),
                ana.post(tasks, "{\"title\":\"t\",\"labels\":[\"" + text + "\"]}"))) {
            answer.expect(400, "invalid-request");
            assertThat(answer.text("/detail")).contains(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /projects/{}/tasks?q=a%00b          | q must not contain the NUL character
            /projects/{}/tasks?label=a%00b      | label must not contain the NUL character
            /projects/{}/tasks?cursor=../../x   | cursor must be the next of a page
            /projects/{}/tasks?cursor=%00       | cursor must be the next of a page
            /projects/{}/members?cursor=bWVtYmVycwotMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoKMS0xLTEtMS0x | cursor must be the next
            /projects/{}/tasks?limit=ten        | limit must be a whole number: ten
            /projects/{}/tasks?limit=101        | limit must be from 1 to 100: 101
            /projects/{}/members/ann            | userId must be a UUID: ann
            /imports/xyz                        | id must be a UUID: xyz
            /imports                            | project must be given
            """)
    void says_what_is_wrong_with_a_parameter(String path, String words) {
        var answer = ana.get(path.replace("{}", project)).expect(400);

        assertThat(answer.text("/detail")).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/..%2F..%2Fetc", "/projects/a%00b", "/projects/a;b=c", "/tasks/%2e%2e"})
    void takes_no_tricks_in_paths(String path) {
        var answer = ana.get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertNotSniffed(answer, "application/problem+json");
    }

    @Test
    void refuses_texts_beyond_their_bounds_in_every_field() {
        var long100 = "x".repeat(101);
        var answers = List.of(
                ana.post("/projects", "{\"key\":\"NOPE\",\"name\":\"" + long100 + "\"}"),
                ana.post(
                        "/projects",
                        "{\"key\":\"NOPE\",\"name\":\"n\",\"description\":\"" + "x".repeat(10_001) + "\"}"),
                ana.post(
                        "/projects", "{\"key\":\"" + long100.toUpperCase(java.util.Locale.ROOT) + "\",\"name\":\"n\"}"),
                ana.post("/projects/" + project + "/tasks", "{\"title\":\"t\",\"labels\":[\"" + long100 + "\"]}"),
                ana.get("/projects/" + project + "/tasks?q=" + long100 + long100),
                ana.csv("/imports?project=" + project + "&filename=" + "x".repeat(256), new byte[] {'a'}));

        assertThat(answers).allSatisfy(answer -> {
            answer.expect(400, "invalid-request");
            assertThat(answer.text("/errors/0/message")).contains("must");
        });
    }

    @Test
    void writes_nothing_when_the_answer_would_not_be_understood() {
        var own = ana.project();

        ana.post("/projects/" + own + "/tasks", "{\"title\":\"t\"}", "Accept", "text/csv")
                .expect(406);

        assertThat(ana.get("/projects/" + own + "/tasks").each("/items", "key")).isEmpty();
    }

    @Test
    void breaks_an_upload_off_at_a_field_of_a_gigabyte() {
        var sent = new AtomicLong();
        var own = ana.project();
        try {
            ana.send(
                            "POST",
                            "/imports?project=" + own,
                            BodyPublishers.ofInputStream(() -> gigabyte(sent)),
                            "Content-Type",
                            "text/csv")
                    .expect(400, "field-too-long");
        } catch (IllegalStateException e) {
            // The server may cut the connection before the client, busy sending, has read the answer.
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }

        assertThat(sent.get()).isLessThan(100_000_000);
        assertThat(ana.get("/imports?project=" + own).each("/items", "id")).isEmpty();
    }

    private static InputStream gigabyte(AtomicLong sent) {
        return new InputStream() {
            @Override
            public int read() {
                return sent.incrementAndGet() > 1_000_000_000 ? -1 : 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (sent.addAndGet(length) > 1_000_000_000) {
                    return -1;
                }
                Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
    }
}
