package dev.pmt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.gateway.fixtures.Browser;
import dev.pmt.gateway.fixtures.Edge;
import dev.pmt.gateway.fixtures.OpenIdProvider;
import dev.pmt.shared.contracts.Contract;
import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagDoorTest {

    private static final String DOOR = "/api/v1/admin/flags";
    private static final String ADA = "0198f3a0-0000-7000-8000-000000000001";
    private static final String[] NEW = {"If-None-Match", "*"};

    @TempDir
    private Path home;

    private final Contract contract = new Contract(Path.of("contract/openapi.yaml"));
    private Edge edge;
    private OpenIdProvider auth;
    private Browser browser;

    @BeforeEach
    void start() {
        edge = Edge.start(Map.of("pmt.home", home.toString()));
        auth = new OpenIdProvider().behind(edge);
        browser = new Browser(edge).signIn();
    }

    @AfterEach
    void stop() {
        edge.close();
        auth.close();
    }

    @Test
    void makes_changes_and_removes_a_flag_that_its_user_then_has() {
        assertThat(ask("GET", DOOR, "").body()).isEqualTo("{\"kept\":true,\"items\":[]}");
        var made = put("new-board", "{\"description\":\"the new board\"}", NEW);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("etag")).contains("\"1\"");
        assertThat(new JsonObject(made.body()).getJsonObject("rollout").encode())
                .isEqualTo("{\"percent\":0.0,\"admins\":false,\"users\":[]}");
        assertThat(flagsOfSession()).isEmpty();

        var named =
                "{\"description\":\"the new board\",\"enabled\":true,\"rollout\":{\"users\":[\"%s\"]}}".formatted(ADA);
        assertThat(put("new-board", named, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(flagsOfSession()).containsExactly("new-board");
        assertThat(ask("GET", "/session/flags", "").body()).isEqualTo("{\"flags\":[\"new-board\"]}");
        var shown = new JsonObject(ask("GET", DOOR + "/new-board", "").body());
        assertThat(shown.getString("changedBy")).isEqualTo("user " + ADA);
        assertThat(shown.getInteger("version")).isEqualTo(2);

        assertThat(ask("DELETE", DOOR + "/new-board", "", "If-Match", "\"2\"").statusCode())
                .isEqualTo(204);
        assertThat(flagsOfSession()).isEmpty();
        assertThat(ask("GET", DOOR + "/new-board", "").statusCode()).isEqualTo(404);

        var history = new JsonObject(ask("GET", DOOR + "/new-board/history", "").body()).getJsonArray("items");
        assertThat(history).hasSize(3);
        var last = history.getJsonObject(0);
        assertThat(last.getString("who")).isEqualTo("user " + ADA);
        assertThat(last.getValue("after")).isNull();
        assertThat(last.getJsonObject("before").getBoolean("enabled")).isTrue();
        assertThat(history.getJsonObject(2).getValue("before")).isNull();
    }

    @Test
    void lets_nobody_overwrite_what_another_has_just_changed() {
        put("new-board", "{\"description\":\"first\"}", NEW);
        assertThat(put("new-board", "{\"description\":\"second\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);

        var late = put("new-board", "{\"description\":\"late\"}", "If-Match", "\"1\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("stale-version", "has version 2; read it again");
        assertThat(put("new-board", "{\"description\":\"new?\"}", NEW).statusCode())
                .isEqualTo(412);
        assertThat(put("new-board", "{\"description\":\"x\"}").body()).contains("version-required", "If-None-Match: *");
        assertThat(put("new-board", "{\"description\":\"x\"}", "If-Match", "2").body())
                .contains("invalid-version");
        assertThat(put("absent", "{\"description\":\"x\"}", "If-Match", "\"1\"").body())
                .contains("flag-not-found");
        assertThat(ask("DELETE", DOOR + "/new-board", "").statusCode()).isEqualTo(428);
        assertThat(ask("DELETE", DOOR + "/new-board", "", "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
    }

    @Test
    void refuses_in_words_what_cannot_be() {
        for (var wrong : Map.of(
                        "{}", "description must say",
                        "[]", "Send a JSON object",
                        "{\"description\":\"x\",\"enabled\":\"yes\"}", "Send a JSON object",
                        "{\"description\":\"x\",\"percent\":5}", "percent must not be there; a flag's members are",
                        "{\"description\":\"x\",\"rollout\":{\"percent\":101}}",
                                "rollout.percent must be from 0 to 100",
                        "{\"description\":\"x\",\"expires\":\"soon\"}", "expires must be a day like 2026-12-31: soon")
                .entrySet()) {
            var answer = put("new-board", wrong.getKey(), NEW);
            assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.body()).contains(wrong.getValue());
        }
        assertThat(put("New", "{\"description\":\"x\"}", NEW).body()).contains("key must be lower-case words");
        assertThat(put("long", "{\"description\":\"" + "x".repeat(17_000) + "\"}", NEW)
                        .statusCode())
                .isEqualTo(413);
        assertThat(ask("POST", DOOR, "{}").statusCode()).isEqualTo(405);
        assertThat(ask("PATCH", DOOR + "/x", "{}").statusCode()).isEqualTo(405);
        assertThat(new JsonObject(ask("GET", DOOR, "").body()).getJsonArray("items"))
                .isEmpty();
        assertThat(put("history", "{\"description\":\"a key like any other\"}", NEW)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void keeps_flags_over_a_restart_and_tells_who_changed_them() throws IOException {
        put(
                "new-board",
                "{\"description\":\"x\",\"enabled\":true,\"rollout\":{\"percent\":50},\"expires\":\"2020-01-01\"}",
                NEW);
        var by = edge.manage(
                "PUT", "/internal/flags/by-program", "{\"description\":\"y\"}", "If-None-Match", "*", "X-PMT-By", "ci");
        assertThat(by.statusCode()).isEqualTo(201);
        var file = home.resolve("edge/flags.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var kept = Files.readString(file);
        var shown = ask("GET", DOOR, "").body();
        assertThat(shown).contains("\"overdue\":true").doesNotContain("salt");
        assertThat(Files.readAllLines(home.resolve("edge/audit.jsonl")).getLast())
                .contains("\"who\":\"management listener: ci\"", "\"what\":\"flag made\"", "\"before\":null");

        edge.close();
        edge = Edge.start(Map.of("pmt.home", home.toString()));
        assertThat(edge.manage("GET", "/internal/flags", "").body()).isEqualTo(shown);
        assertThat(Files.readString(file)).isEqualTo(kept);

        edge.close();
        for (var wrong : List.of("nonsense", "{\"version\":2}", "{\"version\":1,\"flags\":[{\"key\":\"x\"}]}")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> Edge.start(Map.of("pmt.home", home.toString())))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageContaining("flags.json. Mend it, or remove it");
        }
    }

    @Test
    void says_when_a_change_could_not_be_kept() throws IOException {
        Files.createFile(home.resolve("edge"));

        assertThat(put("new-board", "{\"description\":\"x\"}", NEW).body()).contains("change-not-kept");
        assertThat(ask("GET", DOOR + "/new-board", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String key, String body, String... headers) {
        return ask("PUT", DOOR + "/" + key, body, headers);
    }

    /** Asks as PMT's own pages do, and holds the answer against the contract. */
    private HttpResponse<String> ask(String method, String path, String body, String... headers) {
        var request = edge.to(path)
                .method(method, BodyPublishers.ofString(body))
                .headers("Origin", edge.url().toString(), "Sec-Fetch-Site", "same-origin");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = browser.send(request);
        if (answer.statusCode() != 405) {
            contract.check(method, path, answer);
        }
        return answer;
    }

    private JsonArray flagsOfSession() {
        return new JsonObject(browser.get("/session").body()).getJsonArray("flags");
    }
}
