package dev.pmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that a fresh installation does not give, from an edge that plays them. */
class AdminCommandsTest {

    @TempDir
    private Path home;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int rotation = 200;

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
            case "GET /api/v1/users" -> users(request.getParam("cursor"), response);
            case "POST /api/v1/users/2/reset-link" ->
                response.end("{\"url\":\"http://pmt/auth/link/x\",\"expiresAt\":\"2026-01-02T03:04:05Z\"}");
            case "POST /api/v1/users/1/reset-link" ->
                response.setStatusCode(409).end("{\"detail\":\"Ada is not active.\"}");
            case "POST /internal/keys/rotate" ->
                response.setStatusCode(rotation)
                        .end(
                                rotation == 200
                                        ? "{\"signsFrom\":\"2026-01-02T03:04:05Z\"}"
                                        : "{\"detail\":\"Not now.\"}");
            default -> response.setStatusCode(404).end("{}");
        }
    }

    private static void users(String cursor, HttpServerResponse response) {
        response.end(cursor == null ? """
                {"items":[{"id":"1","name":"Ada\\u001b[2J","email":"ada@example.org","role":"admin","active":false}],
                 "next":"a b"}""" : """
                {"items":[{"id":"2","name":"Grace","email":"grace@example.org","role":"guest","active":true}],
                 "next":null}""");
    }

    @Test
    void lists_users_of_all_pages_and_keeps_the_terminal_safe() {
        var result = pmt("users");

        assertThat(result.text().lines())
                .containsExactly(
                        "inactive admin    ada@example.org                  Ada?[2J",
                        "active   guest    grace@example.org                Grace",
                        "2 users");
        assertThat(asked).containsExactly("GET /api/v1/users?limit=100", "GET /api/v1/users?limit=100&cursor=a+b");
    }

    @Test
    void prints_the_link_of_whom_it_found_on_any_page() {
        var result = pmt("reset-link", "Grace@Example.org");

        assertThat(result.text().lines())
                .containsExactly("http://pmt/auth/link/x", "Works once, until 2026-01-02T03:04:05Z.");
        assertThat(result.code()).isZero();
    }

    @Test
    void says_in_the_services_words_why_there_is_no_link() {
        var result = pmt("reset-link", "ada@example.org");

        assertThat(result.text()).contains("pmt: Ada is not active.");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void rotates_keys_or_says_why_not() {
        assertThat(pmt("rotate-keys").text()).contains("signs from 2026-01-02T03:04:05Z on. Nobody is signed out.");
        rotation = 409;
        assertThat(pmt("rotate-keys").text()).contains("pmt: Not now.");
    }

    @Test
    void asks_what_it_shall_do() {
        assertThat(Ran.with("admin").code()).isEqualTo(2);
        assertThat(Ran.with("admin").text()).contains("users", "reset-link", "rotate-keys");
        assertThat(Ran.with("admin", "reset-link").code()).isEqualTo(2);
    }

    private Ran pmt(String... arguments) {
        var all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Ran.with(all.toArray(String[]::new));
    }
}
