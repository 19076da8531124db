package dev.pmt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.gateway.RunningGateway;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeCommandsTest {

    @TempDir
    private static Path home;

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunningGateway edge;
    private static URI web;
    private static URI other;

    @BeforeAll
    static void start() {
        edge = RunningEdge.start(home);
        web = server("{\"name\":\"web\"}");
        other = server("{\"name\":\"other\"}");
        edge.routes().register("web", web);
    }

    @AfterAll
    static void stop() {
        edge.close();
        VERTX.close().await();
    }

    private static URI server(String answer) {
        var server = VERTX.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(answer))
                .listen(0, "127.0.0.1")
                .await();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    @Test
    void begins_raises_rolls_back_and_ends_a_canary() {
        assertThat(pmt("canary", "web", "--to", other.toString(), "--weight", "10", "--errors", "2.5", "--p99", "900")
                        .text()
                        .lines())
                .containsExactly(
                        "web            " + web,
                        "  canary  " + other + " takes 10 % of users",
                        "          lately 0 requests, 0 errors, p99 0 ms; primary 0 requests, 0 errors, p99 0 ms");
        assertThat(pmt("canary", "web", "--weight", "50").text()).contains("takes 50 % of users");
        assertThat(pmt("show", "web", "--json").text())
                .contains("\"errorRate\":0.025", "\"p99\":\"PT0.9S\"", "\"samples\":100");
        var back = pmt("rollback", "web", "--reason", "people complain");
        assertThat(back.text()).contains("takes 0 % of users").containsPattern("rolled back at 20.*: people complain");
        assertThat(back.code()).isZero();
        assertThat(pmt("canary", "web", "--end").text()).isEqualToIgnoringNewLines("web            " + web);
    }

    @Test
    void compares_with_a_shadow_and_says_what_differs() {
        assertThat(pmt("shadow", "web", "--to", other.toString(), "--sample", "100", "--route", "/")
                        .text())
                .contains("is asked 100 % of reads on /: 0 compared");
        get("/projects/1").join();
        await().until(() -> pmt("shadow", "web").text().contains("1 compared, 1 differed"));

        assertThat(pmt("shadow", "web").text().lines())
                .contains("100.0 %  GET /projects/*  /name  (1 of 1)", "         /projects/1");
        assertThat(pmt("shadow", "web", "--json").text()).contains("\"field\":\"/name\"");
        assertThat(pmt("shadow", "web", "--end").code()).isZero();
        assertThat(pmt("shadow", "web").text()).contains("pmt: Service web has no shadow; begin one with --to URL.");
    }

    @Test
    void holds_and_releases() {
        assertThat(pmt("hold", "web", "--deadline", "20000", "--most", "5").text())
                .contains("  held    0 waiting, at most 5, each at most 20000 ms");
        var answer = get("/");
        await().until(() -> pmt("show").text().contains("1 waiting"));

        assertThat(pmt("release", "web").text())
                .matches("(?s)1 released, the longest after \\d+ ms; 0 at their deadline, 0 too many\\R");
        assertThat(answer.join().statusCode()).isEqualTo(200);
    }

    @Test
    void says_what_is_wrong_and_ends_with_1_or_2() {
        var unknown = pmt("hold", "nobody");
        assertThat(unknown.text()).contains("pmt: service must be one of api, auth", ": nobody");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(pmt("hold", "web", "--deadline", "31000").text()).contains("pmt: deadline must be");
        assertThat(pmt("canary", "web", "--weight", "5").text()).contains("pmt: address must be given");
        assertThat(pmt("rollback", "web").text()).contains("pmt: web must have a canary");
        assertThat(pmt("show", "nobody").text()).contains("pmt: The edge knows no service nobody.");
        assertThat(pmt("release", "we/b").text()).contains("pmt: A service's name has");
        assertThat(Ran.with("edge").code()).isEqualTo(2);
        assertThat(Ran.with("edge").text()).contains("show", "canary", "shadow", "hold", "release", "rollback");
    }

    private static CompletableFuture<HttpResponse<String>> get(String path) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(edge.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static Ran pmt(String... arguments) {
        return RunningEdge.pmt(home, "edge", arguments);
    }
}
