package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not wanted is removed at once here, so each test races with the removal. */
class AttachmentsTest {

    private static final int MOST = 4;
    private static final int MOST_BYTES = 1024 * 1024;

    private static RunningApi api;
    private static Client ana;
    private static Client ben;
    private static Client cleo;

    private String project = "";
    private String task = "";
    private String attachments = "";

    @BeforeAll
    static void start() {
        api = RunningApi.start(Map.of(
                "pmt.attachments.most", "" + MOST,
                "pmt.attachments.most-bytes", "1MB",
                "pmt.attachments.keep", "0s",
                "pmt.attachments.prune-every", "20ms"));
        ana = api.person();
        ben = api.person();
        cleo = api.person();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void make_a_task() {
        project = ana.project();
        task = "/tasks/" + ana.task(project, "with files");
        attachments = task + "/attachments";
        ana.adds(ben, project, "member");
        ana.adds(cleo, project, "viewer");
    }

    private Answer attaches(Client who, String name, byte[] bytes, String... headers) {
        return who.file(attachments + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), bytes, headers);
    }

    private String attached(Client who, byte[] bytes) {
        return attachments + "/" + attaches(who, "file.bin", bytes).expect(201).text("/id");
    }

    private List<String> names() {
        return cleo.get(attachments).expect(200).each("/items", "name");
    }

    private static byte[] own() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long copies(byte[] bytes) throws IOException {
        try (var files = Files.walk(api.files())) {
            return files.filter(file -> holds(file, bytes)).count();
        }
    }

    /** A file that is removed meanwhile holds nothing. */
    private static boolean holds(Path file, byte[] bytes) {
        try {
            return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void come_back_byte_for_byte_and_are_no_change_of_the_task() {
        var before = ana.get(task).expect(200).body();
        var board = ana.get("/projects/" + project + "/board").expect(200).header("ETag");
        var bytes = new byte[MOST_BYTES];
        new Random(7).nextBytes(bytes);

        var added = attaches(ben, "trace.bin", bytes).expect(201);

        assertThat(added.header("Location")).isEqualTo("/api/v1" + attachments + "/" + added.text("/id"));
        assertThat(added.number("/size")).isEqualTo(MOST_BYTES);
        assertThat(added.text("/addedById")).isEqualTo(ben.id().toString());
        var list = cleo.get(attachments).expect(200);
        assertThat(list.at("/items/0")).isEqualTo(added.json());
        assertThat(list.number("/most")).isEqualTo(MOST);
        assertThat(list.number("/mostBytes")).isEqualTo(MOST_BYTES);
        var one = attachments + "/" + added.text("/id");
        assertThat(cleo.get(one).expect(200).json()).isEqualTo(added.json());
        var content = cleo.get(one + "/content").expect(200);
        assertThat(content.bytes()).isEqualTo(bytes);
        assertThat(content.header("ETag")).isEqualTo("\"" + added.text("/sha256") + "\"");
        assertThat(cleo.get(one + "/content", "If-None-Match", content.header("ETag"))
                        .expect(304)
                        .bytes())
                .isEmpty();
        assertThat(ana.get(task).expect(200).body()).isEqualTo(before);
        assertThat(ana.get("/projects/" + project + "/board").header("ETag")).isEqualTo(board);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.png  | 89504E470D0A1A0A0000                                       | image/png                | inline
            a.jpg  | FFD8FFE000104A46                                           | image/jpeg               | inline
            a.gif  | 474946383961                                               | image/gif                | inline
            a.webp | 524946460000000057454250                                   | image/webp               | inline
            a.png  | 3C7363726970743E                                           | application/octet-stream | attachment
            a.svg  | 3C73766720786D6C6E733D22687474703A2F2F7777772E77332E6F726 | application/octet-stream | attachment
            a.html | 3C21646F63747970652068746D6C3E                             | application/octet-stream | attachment
            a.xml  | 3C3F786D6C2076657273696F6E3D22                             | application/octet-stream | attachment
            a.wav  | 524946460000000057415645                                   | application/octet-stream | attachment
            a.png  | 89504E47                                                   | application/octet-stream | attachment
            """)
    void are_shown_only_when_their_bytes_are_those_of_a_picture(
            String name, String hex, String type, String disposition) {
        var even = hex.length() % 2 == 0 ? hex : hex + "0";
        var added = attaches(ana, name, java.util.HexFormat.of().parseHex(even)).expect(201);

        var content =
                ana.get(attachments + "/" + added.text("/id") + "/content").expect(200);

        assertThat(added.text("/mediaType")).isEqualTo(type);
        assertThat(content.header("Content-Type")).isEqualTo(type);
        assertThat(content.header("Content-Disposition"))
                .startsWith(disposition + ";")
                .contains(name);
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(content.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../../etc/passwd         | passwd
            C:\\Users\\ana\\log.txt  | log.txt
            a\tb\u0007.txt           | ab.txt
            invoice\u202Egnp.exe     | invoicegnp.exe
            Übersicht 📎.pdf         | Übersicht 📎.pdf
            """)
    void have_the_name_of_a_file_and_nothing_else(String given, String kept) {
        assertThat(attaches(ana, given, own()).expect(201).text("/name")).isEqualTo(kept);
        assertThat(names()).containsExactly(kept);
    }

    @Test
    void without_a_name_or_bytes_or_a_fitting_type_are_refused() {
        for (var name : List.of("", "folder/", "..", "\u0000", "x".repeat(256))) {
            attaches(ana, name, own()).expect(400, "invalid-request");
        }
        ana.file(attachments, own()).expect(400);
        assertThat(attaches(ana, "empty", new byte[0])
                        .expect(400, "invalid-request")
                        .text("/detail"))
                .isEqualTo("body must be a file: it is empty");
        attaches(ana, "a.png", own(), "Content-Type", "image/png").expect(415);
        assertThat(names()).isEmpty();
    }

    @Test
    void over_a_limit_are_refused_with_what_it_is() throws IOException {
        var large = new byte[MOST_BYTES + 1];
        Arrays.fill(large, own()[0]);

        assertThat(attaches(ana, "large", large)
                        .expect(413, "content-too-large")
                        .text("/detail"))
                .isEqualTo("An attachment must have at most 1 MB.");
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        ana.send("POST", attachments + "?name=large", unannounced, "Content-Type", "application/octet-stream")
                .expect(413, "content-too-large");
        for (int i = 0; i < MOST; i++) {
            attached(ana, own());
        }
        assertThat(attaches(ana, "one more", own())
                        .expect(422, "too-many-attachments")
                        .text("/detail"))
                .startsWith("A task must have at most 4 attachments");
        assertThat(copies(large)).isZero();
    }

    @Test
    void are_not_more_than_the_limit_when_many_come_at_once() {
        var added = new AtomicInteger();

        Together.run(3 * MOST, n -> {
            if (attaches(n % 2 == 0 ? ana : ben, "n" + n, own()).status() == 201) {
                added.incrementAndGet();
            }
        });

        assertThat(added).hasValue(MOST);
        assertThat(names()).hasSize(MOST);
    }

    @Test
    void of_the_same_bytes_are_stored_once_until_the_last_of_them_is_deleted() throws IOException {
        var bytes = own();
        var first = attached(ana, bytes);
        var second = attached(ben, bytes);
        assertThat(copies(bytes)).isEqualTo(1);

        ana.delete(first).expect(204);
        assertThat(ben.get(second + "/content").expect(200).bytes()).isEqualTo(bytes);
        ben.delete(second).expect(204);

        await().untilAsserted(() -> assertThat(copies(bytes)).isZero());
    }

    @Test
    void keep_their_bytes_while_the_same_are_removed_and_brought_again() {
        var bytes = own();

        Together.run(3, n -> {
            for (int i = 0; i < 15; i++) {
                var attachment = attached(n == 0 ? ben : ana, bytes);
                assertThat(ana.get(attachment + "/content").expect(200).bytes()).isEqualTo(bytes);
                ana.delete(attachment).expect(204);
            }
        });

        assertThat(names()).isEmpty();
    }

    @Test
    void are_deleted_by_who_added_them_or_a_maintainer() {
        var own = attached(ben, own());
        var others = attached(ana, own());

        ben.delete(others).expect(403, "role-too-low");
        ben.delete(own).expect(204);
        ben.delete(own).expect(404, "not-found");
        ben.get(own + "/content").expect(404, "not-found");
        ana.delete(attached(ben, own())).expect(204);
        assertThat(names()).hasSize(1);
    }

    @Test
    void are_of_one_task() {
        var attachment = attached(ana, own());
        var elsewhere = "/tasks/" + ana.task(project, "other") + attachment.substring(task.length());

        ana.get(elsewhere).expect(404, "not-found");
        ana.get(elsewhere + "/content").expect(404, "not-found");
        ana.delete(elsewhere).expect(404, "not-found");
        api.person().get(attachment + "/content").expect(404, "not-found");
        assertThat(names()).hasSize(1);
    }

    @Test
    void are_added_once_under_one_key() {
        var bytes = own();
        var first =
                attaches(ana, "once", bytes, "Idempotency-Key", "k-" + project).expect(201);
        var again =
                attaches(ana, "once", bytes, "Idempotency-Key", "k-" + project).expect(201);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        attaches(ana, "once", own(), "Idempotency-Key", "k-" + project).expect(422, "idempotency-key-reused");
        assertThat(names()).containsExactly("once");
    }

    @Test
    void have_lines_in_the_history_between_those_of_the_task() {
        var attachment = attached(ben, own());
        ana.patch(task, 1, "{\"title\":\"renamed\"}").expect(200);
        ana.delete(attachment).expect(204);

        var history = task + "/activity";
        await().untilAsserted(() -> assertThat(ana.get(history).each("/items", "kind"))
                .containsExactly("detached", "changed", "attached", "created"));
        var first = ana.get(history + "?limit=2").expect(200);
        assertThat(first.each("/items", "undoable")).containsExactly("false", "true");
        var second = ana.get(history + "?limit=2&cursor=" + first.text("/next")).expect(200);
        assertThat(first.at("/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"attachment\",\"from\":\"file.bin\",\"to\":null}]");
        assertThat(second.each("/items", "kind")).containsExactly("attached", "created");
        assertThat(second.text("/items/0/actorId")).isEqualTo(ben.id().toString());
    }
}
