package dev.pmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that a healthy installation does not give, from an edge that plays them. */
class EventsCommandsTest {

    private static final String DOOR = "/api/v1/admin/events/api";
    private static final String LETTERS = DOOR + "/consumers/task-activity/dead-letters";
    private static final String PARKED = "019aa1b2-0000-7000-8000-000000000001";
    private static final String WAITING = "019aa1b2-0000-7000-8000-000000000002";

    @TempDir
    private Path home;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger away = new AtomicInteger();
    private volatile String consumers = consumer("task-activity");

    @BeforeEach
    void start() throws IOException {
        var socket = Files.createDirectories(home.resolve("run")).resolve("admin.sock");
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(SocketAddress.domainSocketAddress(socket.toString()))
                .await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.method() + " " + request.uri());
        var response = request.response();
        switch (request.method() + " " + request.path()) {
            case "GET /api/status" -> response.end("""
                    {"services":[{"name":"gateway","events":false},{"name":"api","events":true},{"name":"auth"}]}""");
            case "GET " + DOOR ->
                response.end("{\"log\":{\"head\":9,\"unstamped\":1,\"oldest\":3,\"epoch\":2},\"consumers\":["
                        + consumers + "]}");
            case "GET " + DOOR + "/log" -> log(request);
            case "GET " + LETTERS ->
                response.end(
                        request.getParam("cursor") == null
                                ? "{\"items\":[" + letter(PARKED, "parked", "\"Bad\\u001b[2J\"") + "],\"next\":\"5\"}"
                                : "{\"items\":[" + letter(WAITING, "waiting", "null") + "],\"next\":null}");
            case "POST " + LETTERS + "/" + WAITING + "/retry" ->
                response.setStatusCode(409).end("{\"detail\":\"It waits behind an earlier one.\"}");
            default -> response.end(consumer("task-activity"));
        }
    }

    private void log(HttpServerRequest request) {
        if (away.getAndDecrement() > 0) {
            request.response().setStatusCode(503).end("{\"detail\":\"away\"}");
        } else {
            var after = Long.parseLong(request.getParam("after"));
            request.response()
                    .end("{\"items\":[%s,%s]}".formatted(event(after + 1, "task"), event(after + 2, "project")));
        }
    }

    private static String event(long position, String subject) {
        return """
                {"position":%d,"id":"%s","type":"pmt.%s.changed.v1","subject":"s-%d","version":4,
                 "time":"2026-01-02T03:04:05Z","actor":%s,"data":{"key":"K"}}""".formatted(position, PARKED, subject, position, position % 2 == 0 ? "null" : "\"ada\"")
                .replace("\n", "");
    }

    private static String consumer(String name) {
        return """
                {"name":"%s","producer":"api","position":5,"lag":4,"waitingSince":"2026-01-02T03:04:05Z","paused":false,
                 "deadLetters":{"retrying":0,"parked":1,"waiting":1},"error":"Bad\\u001b[2J"}""".formatted(name);
    }

    private static String letter(String id, String state, String error) {
        return """
                {"id":"%s","type":"pmt.task.moved.v1","subject":"s","position":5,"state":"%s","attempts":8,
                 "error":%s,"retryAt":null}""".formatted(id, state, error);
    }

    @Test
    void shows_lag_errors_and_what_is_held_back() {
        var result = pmt("lag");

        assertThat(result.text())
                .contains("log of api: head 9, oldest kept 3, 1 without a position yet, epoch 2")
                .containsPattern("api +task-activity +5 +4 +\\d+ d +2 +parked")
                .contains("  Bad?[2J")
                .doesNotContain("gateway");
        assertThat(result.code()).isZero();
        assertThat(pmt("lag", "--json").text()).startsWith("[{\"service\":\"api\",\"log\":{\"head\":9");
    }

    @Test
    void knows_the_services_that_have_events() {
        var result = pmt("lag", "--service", "gateway");

        assertThat(result.text()).contains("pmt: No service gateway with events runs here; those that do: api.");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void lists_dead_letters_of_all_pages_and_keeps_the_terminal_safe() {
        var result = pmt("dead-letters", "--service", "api");

        assertThat(result.text())
                .contains("parked   " + PARKED + "  position 5 of task-activity, 8 attempts")
                .contains("pmt.task.moved.v1 of s", "Bad?[2J", "waiting  " + WAITING, "2 held back");
        assertThat(asked).contains("GET " + LETTERS + "?limit=100&cursor=5");
        assertThat(pmt("dead-letters", "--service", "api", "--json").text())
                .contains("[{\"consumer\":\"task-activity\",\"id\":\"" + PARKED);
    }

    @Test
    void tries_one_again_or_all() {
        assertThat(pmt("retry", "--service", "api").text())
                .contains("task-activity of api: parked, 4 behind; 0 retrying, 1 parked, 1 waiting");
        assertThat(pmt("retry", "--service", "api", "--consumer", "task-activity", PARKED)
                        .code())
                .isZero();
        assertThat(pmt("retry", "--service", "api", WAITING).text()).contains("pmt: It waits behind an earlier one.");
        assertThat(asked)
                .contains(
                        "POST " + DOOR + "/consumers/task-activity/retry", "POST " + LETTERS + "/" + PARKED + "/retry");
    }

    @Test
    void skips_and_replays_only_when_told_so_twice() {
        var unsure = pmt("skip", "--service", "api", PARKED);
        assertThat(unsure.text())
                .contains("pmt.task.moved.v1 at position 5 of s takes no effect in task-activity, ever.")
                .contains("pmt: Nothing was done. Add --yes");
        assertThat(unsure.code()).isEqualTo(1);
        assertThat(pmt("replay", "--service", "api").text())
                .contains("deleted and made again", "positions 3 to 9", "Add --yes");
        assertThat(asked).noneMatch(request -> request.startsWith("POST"));

        assertThat(pmt("skip", "--service", "api", PARKED, "--yes").code()).isZero();
        assertThat(pmt("replay", "--service", "api", "--yes").code()).isZero();
        assertThat(asked)
                .contains(
                        "POST " + LETTERS + "/" + PARKED + "/skip", "POST " + DOOR + "/consumers/task-activity/replay");
    }

    @Test
    void skips_nothing_that_is_not_held() {
        var result = pmt("skip", "--service", "api", "019aa1b2-0000-7000-8000-000000000009", "--yes");

        assertThat(result.text()).contains("pmt: Consumer task-activity holds no event");
    }

    @Test
    void asks_which_consumer_when_there_are_several_or_none() {
        consumers = consumer("one") + "," + consumer("other");
        assertThat(pmt("pause", "--service", "api").text()).contains("Name one with --consumer: one, other.");
        consumers = "";
        assertThat(pmt("resume", "--service", "api").text()).contains("Service api has no consumers.");
    }

    @Test
    void follows_a_log_past_a_restart() {
        away.set(1);

        var result = pmt("tail", "--service", "api", "--type", "pmt.task", "--count", "2");

        assertThat(result.text())
                .contains("pmt: api does not answer; waiting for it", "pmt: api goes on")
                .contains("10  2026-01-02T03:04:05Z  pmt.task.changed.v1              s-10 v4\n")
                .contains("12  2026")
                .doesNotContain("pmt.project");
    }

    @Test
    void prints_events_with_their_data_as_json_from_any_place() {
        var result = pmt("tail", "--service", "api", "--from", "3", "--count", "1", "--json");

        assertThat(result.text())
                .startsWith("{\"position\":3,")
                .contains("\"actor\":\"ada\"", "\"data\":{\"key\":\"K\"}")
                .endsWith("}\n");
    }

    @Test
    void asks_what_it_shall_do() {
        assertThat(Ran.with("events").code()).isEqualTo(2);
        assertThat(Ran.with("events").text())
                .contains("lag", "tail", "dead-letters", "retry", "skip", "pause", "resume", "replay");
        assertThat(Ran.with("events", "skip", "--service", "api").code()).isEqualTo(2);
    }

    private Ran pmt(String... arguments) {
        var all = new ArrayList<>(List.of("events"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Ran.with(all.toArray(String[]::new));
    }
}
