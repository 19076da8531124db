package dev.pmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.RunningGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real edge with an auth that knows two people. */
class FlagsCommandsTest {

    private static final String PEOPLE = """
            {"items":[{"id":"u-ada","email":"ada@example.org"},{"id":"u-bob","email":"bob@example.org"}],"next":null}
            """;

    @TempDir
    private static Path home;

    private static final Vertx VERTX = Vertx.vertx();
    private static RunningGateway edge;

    @BeforeAll
    static void start() {
        edge = RunningEdge.start(home);
        var auth = VERTX.createHttpServer()
                .requestHandler(FlagsCommandsTest::answer)
                .listen(0, "127.0.0.1")
                .await();
        edge.routes().register("auth", URI.create("http://127.0.0.1:" + auth.actualPort()));
    }

    private static void answer(HttpServerRequest request) {
        var token = request.path().startsWith("/internal/");
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(token ? "{\"access_token\":\"t\"}" : PEOPLE);
    }

    @AfterAll
    static void stop() {
        edge.close();
        VERTX.close().await();
    }

    @Test
    void makes_widens_shows_and_deletes_a_flag_and_says_who_did() {
        assertThat(pmt("list").text()).contains("There are no flags. Make one: pmt flags set");
        assertThat(pmt("set", "new-board", "--description", "the new board", "--user", "ADA@example.org")
                        .text()
                        .lines())
                .startsWith("new-board                off (else for ada@example.org)", "  the new board");
        assertThat(pmt("set", "new-board", "--on", "--admins", "--percent", "2.5", "--expires", "2020-01-31")
                        .text())
                .contains(
                        "on for 2.5 % of users, administrators, ada@example.org",
                        "overdue: should have been gone by 2020-01-31",
                        "version 2, 20",
                        " by admin socket: " + System.getProperty("user.name"));
        assertThat(pmt("set", "new-board", "--no-admins", "--without", "ada@example.org", "--expires", "never")
                        .text())
                .contains("on for 2.5 % of users")
                .doesNotContain("administrators", "gone by");
        assertThat(pmt("set", "new-board", "--percent", "100").text()).contains("on for everybody");
        assertThat(pmt("list", "--json").text()).contains("\"percent\":100.0");
        assertThat(pmt("show", "new-board").text()).contains("on for everybody");
        assertThat(pmt("show", "new-board", "--json").text()).contains("\"version\":4");
        assertThat(pmt("delete", "new-board").text()).contains("new-board is gone.");

        assertThat(pmt("history", "new-board").text().lines().toList())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.getFirst()).contains(": deleted; it was on for everybody"))
                .satisfies(lines -> assertThat(lines.getLast()).contains(": made: off (else for ada@example.org)"))
                .satisfies(lines -> assertThat(lines.get(1)).contains("2.5 % of users  ->  on for everybody"));
    }

    @Test
    void has_a_flag_choose_between_two_services() {
        pmt("set", "new-users", "--description", "users by a service of their own");
        assertThat(pmt("route", "/api/v1/users/me", "--flag", "new-users", "--to", "people")
                        .text())
                .contains("/api/v1/users/me goes to auth, and to people for those for whom new-users is on");
        assertThat(pmt("list").text()).contains("  on /api/v1/users/me: people instead of auth");
        assertThat(pmt("delete", "new-users").text()).contains("pmt: Flag new-users must not be named by a route");
        assertThat(pmt("route", "/api/v1/users/me", "--end").text()).contains("/api/v1/users/me goes to auth");
        assertThat(pmt("delete", "new-users").code()).isZero();
    }

    @Test
    void says_what_is_wrong_and_ends_with_1_or_2() {
        assertThat(pmt("set", "absent", "--on").text()).contains("pmt: No flag has the key absent; a new one needs");
        assertThat(pmt("show", "absent").text()).contains("pmt: No flag has the key absent.");
        assertThat(pmt("delete", "absent").code()).isEqualTo(1);
        assertThat(pmt("show", "We/b").text()).contains("pmt: A flag's key has lower-case letters");
        assertThat(pmt("set", "x", "--on", "--off").text()).contains("pmt: A flag is on or off");
        assertThat(pmt("set", "x", "--description", "x", "--percent", "101").text())
                .contains("pmt: rollout.percent must be from 0 to 100");
        assertThat(pmt("set", "x", "--description", "x", "--user", "eve@example.org")
                        .text())
                .contains("pmt: Nobody here has the e-mail address eve@example.org");
        assertThat(pmt("history", "absent").text()).contains("Nothing is known of a flag absent.");
        assertThat(pmt("route", "/x", "--flag", "absent").text()).contains("pmt: Give --flag KEY and --to SERVICE");
        assertThat(pmt("route", "x", "--end").text()).contains("pmt: No route covers x");
        assertThat(Ran.with("flags").code()).isEqualTo(2);
        assertThat(Ran.with("flags").text()).contains("list", "show", "set", "delete", "history", "route");
    }

    private static Ran pmt(String... arguments) {
        return RunningEdge.pmt(home, "flags", arguments);
    }
}
