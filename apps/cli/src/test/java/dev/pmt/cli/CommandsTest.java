package dev.pmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    static Path directory;

    private static RunningPmt pmt;

    @BeforeAll
    static void start() throws Exception {
        pmt = new RunningPmt(directory.resolve("home"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        pmt.close();
    }

    @Test
    void imports_a_file_and_a_second_time_changes_nothing() throws IOException {
        var file = rows("twice", 300);

        var first = run("import", file, "--project", "twice", "--create", "Twice");
        var second = run("import", file, "--project", "TWICE");

        assertThat(first.code()).isZero();
        assertThat(first.text()).contains("300 rows: 300 created, 0 updated, 0 unchanged, 0 rejected");
        assertThat(second.text()).contains("300 rows: 0 created, 0 updated, 300 unchanged, 0 rejected");
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        var file = rows("dry", 5);

        assertThat(run("import", file, "--project", "DRY", "--create", "Dry", "--dry-run")
                        .text())
                .contains("Dry run, nothing written. 5 rows: 5 created");
        assertThat(run("import", file, "--project", "DRY").text()).contains("5 rows: 5 created");
    }

    @Test
    void names_the_row_that_was_rejected_and_takes_the_others() throws IOException {
        var file = Files.writeString(
                directory.resolve("bad.csv"),
                "issuekey,title,description,storypoint\nBAD-1,fine,,1\nBAD-2,points,,many\nBAD-3,,,2\n");

        var result = run("import", file.toString(), "--project", "BAD", "--create", "Bad");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("3 rows: 1 created", "2 rejected", "line 3 BAD-2", "line 4 BAD-3");
    }

    @Test
    void takes_fields_from_the_columns_it_is_told() throws IOException {
        var file = Files.writeString(
                directory.resolve("mapped.csv"), "Id,What,When,Effort\nMAP-7,Named otherwise,04/Mar/26,8\n");

        assertThat(run(
                                "import",
                                file.toString(),
                                "--project",
                                "MAP",
                                "--create",
                                "Map",
                                "--map",
                                "key=Id",
                                "--map",
                                "title=What",
                                "--map",
                                "due=When",
                                "--map",
                                "estimate=Effort")
                        .text())
                .contains("1 rows: 1 created");
    }

    @Test
    void an_import_goes_on_after_the_process_was_killed() throws Exception {
        var file = rows("kill", 20_000);
        var result = new ArrayList<Ran>();
        var command = Thread.ofPlatform().start(() -> {
            try {
                result.add(run("import", file, "--project", "KILL", "--create", "Kill"));
            } catch (RuntimeException e) {
                result.add(new Ran(-1, e.toString()));
            }
        });
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> Ran.soFar().contains("importing"));

        pmt.kill();
        pmt.start();
        command.join();

        assertThat(result)
                .singleElement()
                .satisfies(end -> assertThat(end.text()).contains("20000 rows: 20000 created"));
        assertThat(run("import", file, "--project", "KILL").text()).contains("20000 unchanged");
    }

    @Test
    void refuses_a_project_that_is_not_there_before_it_sends_the_file() throws IOException {
        var result = run("import", rows("none", 1), "--project", "NONE");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("pmt: Project NONE").doesNotContain("uploading", "Exception");
    }

    @Test
    void refuses_a_user_that_is_not_there() throws IOException {
        var result = run("import", rows("who", 1), "--project", "WHO", "--as", "nobody@example.org");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("pmt: ", "e-mail").doesNotContain("uploading", "Exception");
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        assertThat(run("import", directory.resolve("missing.csv").toString(), "--project", "X")
                        .text())
                .contains("FILE must be a file that this user can read");
    }

    @Test
    void says_that_nothing_runs_with_another_home() throws IOException {
        assertThat(run(
                                "import",
                                rows("idle", 1),
                                "--project",
                                "X",
                                "--home",
                                directory.resolve("elsewhere").toString())
                        .text())
                .contains("No PMT runs here");
    }

    @Test
    void a_remote_installation_needs_a_token_that_it_knows() throws IOException {
        var file = rows("remote", 1);
        var url = pmt.url().toString();

        assertThat(Ran.with("import", file, "--project", "X", "--url", url).text())
                .contains("--token");
        assertThat(Ran.with("import", file, "--project", "X", "--url", url, "--token", "wrong")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void asks_for_the_project_when_it_is_missing() {
        assertThat(Ran.with("import", "file.csv").code()).isEqualTo(2);
    }

    @Test
    void lists_the_users_of_this_machine() {
        var result = run("admin", "users");

        assertThat(result.text()).contains("active   admin    ada@example.org", "Ada", "1 user");
        assertThat(result.code()).isZero();
    }

    @Test
    void makes_a_link_to_reset_a_password() throws Exception {
        var result = run("admin", "reset-link", "ADA@example.org");

        assertThat(result.code()).isZero();
        assertThat(result.text()).contains("Works once, until 20");
        var link = URI.create(result.text()
                .lines()
                .filter(line -> line.startsWith(pmt.url() + "/auth/link/"))
                .findFirst()
                .orElseThrow());
        try (var browser = HttpClient.newHttpClient()) {
            var page = browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("password");
        }
    }

    @Test
    void makes_no_link_for_nobody() {
        var result = run("admin", "reset-link", "nobody@example.org");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("pmt: Nobody here has the e-mail address nobody@example.org");
    }

    @Test
    void rotates_the_keys_and_goes_on_working() {
        var result = run("admin", "rotate-keys");

        assertThat(result.code()).isZero();
        assertThat(result.text()).contains("it signs from 20", "Nobody is signed out");
        assertThat(run("admin", "users").code()).isZero();
    }

    @Test
    void follows_the_log_and_operates_what_listens_to_it() throws IOException {
        var file = rows("log", 30);
        assertThat(run("events", "pause", "--service", "api", "--consumer", "task-activity")
                        .text())
                .contains("task-activity of api: paused");
        run("import", file, "--project", "LOG", "--create", "Log");

        var tail = run("events", "tail", "--service", "api", "--from", "1", "--count", "3");
        assertThat(tail.text()).contains("pmt.project.created.v1", "pmt.project.member-added.v1");
        assertThat(tail.text().lines()).hasSize(3);
        assertThat(run("events", "lag", "--service", "api").text())
                .containsPattern("api +task-activity +\\d+ +[1-9]\\d* +\\d+ s +0 +paused");

        assertThat(run("events", "resume", "--service", "api", "--consumer", "task-activity")
                        .code())
                .isZero();
        assertThat(run("events", "replay", "--service", "api", "--consumer", "task-activity", "--yes")
                        .code())
                .isZero();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> run("events", "lag").text().matches("(?s).*task-activity +\\d+ +0 +- +0 +running.*"));
        assertThat(run("events", "dead-letters", "--service", "api").text()).contains("Nothing is held back.");
    }

    @Test
    void lets_administrators_operate_events_and_nobody_else() {
        assertThat(run("events", "lag", "--service", "web").text()).contains("pmt: No service web with events");
        assertThat(run("events", "pause", "--service", "api", "--consumer", "nobody")
                        .text())
                .contains("pmt: This service has no consumer with this name.");
    }

    @Test
    void the_doctor_finds_every_service_up() {
        var result = run("doctor");

        assertThat(result.text())
                .contains("ok       api", "ok       auth", "ok       gateway")
                .doesNotContain("problem");
        assertThat(result.code()).isZero();
    }

    @Test
    void the_doctor_finds_a_taken_port() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var result = Ran.with(
                    "doctor", "--home", directory.resolve("fresh").toString(), "--port", "" + taken.getLocalPort());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.text()).contains("problem  port").contains("--port");
        }
    }

    private static Ran run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--home")) {
            all.addAll(List.of("--home", pmt.home().toString()));
        }
        return Ran.with(all.toArray(String[]::new));
    }

    private static String rows(String name, int count) throws IOException {
        var key = name.toUpperCase(java.util.Locale.ROOT);
        var text = IntStream.rangeClosed(1, count)
                .mapToObj(n -> "%s-%d,Row %d,\"Some, text\",%d".formatted(key, n, n, n % 13))
                .collect(Collectors.joining("\n", "issuekey,title,description,storypoint\n", "\n"));
        return Files.writeString(directory.resolve(name + ".csv"), text).toString();
    }
}
