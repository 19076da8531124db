package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministrationTest {

    private static RunningAuth auth;
    private static Person ada;
    private static Requests asAda;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
        asAda = Requests.of(auth, ada);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void changes_name_and_role_and_counts_the_version() {
        var mia = Person.invited(auth, "Mia", "member");

        var answer = asAda.patch("/" + mia.id(), "{\"name\": \" Mia M. \", \"role\": \"guest\"}", "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(Http.json(answer).get("name").stringValue()).isEqualTo("Mia M.");
        assertThat(Http.json(answer).get("role").stringValue()).isEqualTo("guest");
        assertThat(Http.json(answer).get("version").longValue()).isEqualTo(2);
        assertThat(Http.json(asAda.get("/" + mia.id()))).isEqualTo(Http.json(answer));
    }

    @Test
    void keeps_the_version_when_nothing_changes() {
        var moe = Person.invited(auth, "Moe", "member");

        assertThat(asAda.patch("/" + moe.id(), "{}", "\"1\"").headers().firstValue("ETag"))
                .hasValue("\"1\"");
        assertThat(asAda.patch("/" + moe.id(), "{\"role\":\"member\"}", "W/\"1\"")
                        .headers()
                        .firstValue("ETag"))
                .hasValue("\"1\"");
    }

    @Test
    void refuses_a_change_without_the_current_version() {
        var max = Person.invited(auth, "Max", "member");
        asAda.patch("/" + max.id(), "{\"name\": \"Maxim\"}", "\"1\"");

        var missing = asAda.patch("/" + max.id(), "{\"name\": \"M\"}", "");
        var stale = asAda.patch("/" + max.id(), "{\"name\": \"M\"}", "\"1\"");
        var nonsense = asAda.patch("/" + max.id(), "{\"name\": \"M\"}", "*");

        assertThat(missing.statusCode()).isEqualTo(428);
        assertThat(Requests.code(missing)).isEqualTo("version-required");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(Requests.code(stale)).isEqualTo("stale-version");
        assertThat(Http.json(stale).get("version").longValue()).isEqualTo(2);
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(Http.json(asAda.get("/" + max.id())).get("name").stringValue())
                .isEqualTo("Maxim");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\" \"}|invalid-request",
                "{\"name\":\"\u2003\"}|invalid-request",
                "{\"name\":\"a\\u0000b\"}|invalid-request",
                "{\"name\":null}|invalid-field",
                "{\"role\":\"owner\"}|invalid-request",
                "{\"role\":null}|invalid-field",
                "{\"role\":1}|invalid-field",
                "{\"active\":false}|unknown-field",
                "{\"version\":7}|unknown-field",
                "{|malformed-json",
                "null|unreadable-body",
                "[]|invalid-field",
            })
    void refuses_what_the_contract_does_not_know(String body, String code) {
        var answer = asAda.patch("/" + ada.id(), body, "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Requests.code(answer)).isEqualTo(code);
    }

    @Test
    void shuts_somebody_out_at_once_and_lets_them_in_again() {
        var dan = Person.invited(auth, "Dan", "member");
        var tokens = CodeFlow.tokens(auth, dan);
        var own = new Requests(auth, tokens.get("access_token").stringValue());
        var apiToken = own.apiToken("\"read\"").get("token").stringValue();

        var answer = asAda.post("/" + dan.id() + "/deactivate", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Http.json(answer).get("active").booleanValue()).isFalse();
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(refresh(tokens.get("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
        assertThat(ApiTokensTest.exchange(auth, apiToken).statusCode()).isEqualTo(400);
        assertThat(new Browser(auth).signIn(dan).statusCode()).isEqualTo(422);
        assertThat(own.get("/me/sessions").statusCode()).isEqualTo(401);
        assertThat(own.post("/me/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(own.patch("/me", "{\"name\":\"x\"}", "\"2\"").statusCode()).isEqualTo(404);
        assertThat(asAda.post("/" + dan.id() + "/deactivate", "").headers().firstValue("ETag"))
                .hasValue("\"2\"");

        var back = asAda.post("/" + dan.id() + "/activate", "");

        assertThat(Http.json(back).get("active").booleanValue()).isTrue();
        assertThat(refresh(tokens.get("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
        assertThat(ApiTokensTest.exchange(auth, apiToken).statusCode()).isEqualTo(400);
        assertThat(CodeFlow.tokens(auth, dan).has("access_token")).isTrue();
    }

    @Test
    void does_not_let_a_browser_go_on_that_was_signed_in_before_the_deactivation() {
        var dag = Person.invited(auth, "Dag", "member");
        var browser = new Browser(auth);
        browser.signIn(dag);
        asAda.post("/" + dag.id() + "/deactivate", "");
        asAda.post("/" + dag.id() + "/activate", "");

        var answer = browser.get(new CodeFlow(auth).authorizePath());

        assertThat(Http.location(answer)).startsWith("/auth/sign-in?continue=");
    }

    @Test
    void gives_a_link_that_sets_a_new_password_once_and_ends_every_session() {
        var lea = Person.invited(auth, "Lea", "member");
        var tokens = CodeFlow.tokens(auth, lea);
        var signedIn = new Browser(auth);
        signedIn.signIn(lea);
        var first = resetLink(lea);
        var link = resetLink(lea);
        var change = Map.of("password", "seven calm herons wade", "repeat", "seven calm herons wade");

        assertThat(Http.get(auth, first).statusCode()).isEqualTo(410);
        assertThat(refresh(tokens.get("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
        var page = new Browser(auth).get(link);
        assertThat(page.body())
                .contains("Set a new password", "lea@example.org")
                .doesNotContain("name=\"name\"");
        assertThat(new Browser(auth).submit(link, change).statusCode()).isEqualTo(303);

        assertThat(Http.get(auth, link).statusCode()).isEqualTo(410);
        assertThat(auth.value("select count(*) from authorizations where user_id = '" + lea.id() + "'"))
                .isEqualTo("0");
        assertThat(Http.location(signedIn.get(new CodeFlow(auth).authorizePath())))
                .startsWith("/auth/sign-in");
        assertThat(new Browser(auth).signIn(lea).statusCode()).isEqualTo(422);
        var renewed = new Person(lea.id(), lea.name(), lea.email(), "seven calm herons wade");
        assertThat(new Browser(auth).signIn(renewed).statusCode()).isEqualTo(303);
        assertThat(Http.json(asAda.get("/" + lea.id())).get("name").stringValue())
                .isEqualTo("Lea");
    }

    @Test
    void refuses_a_reset_link_whose_person_was_deactivated_or_whose_form_is_wrong() {
        var lou = Person.invited(auth, "Lou", "member");
        var link = resetLink(lou);

        assertThat(new Browser(auth)
                        .submit(link, Map.of("password", "short", "repeat", "short"))
                        .statusCode())
                .isEqualTo(422);
        asAda.post("/" + lou.id() + "/deactivate", "");

        assertThat(Http.get(auth, link).statusCode()).isEqualTo(410);
        var answer = asAda.post("/" + lou.id() + "/reset-link", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Requests.code(answer)).isEqualTo("user-inactive");
    }

    @Test
    void keeps_the_last_administrator() {
        try (var own = RunningAuth.start()) {
            var eva = Person.administrator(own);
            var asEva = Requests.of(own, eva);
            asEva.post("", "{\"name\":\"Ina\",\"email\":\"ina@example.org\",\"role\":\"admin\"}");

            var demoted = asEva.patch("/" + eva.id(), "{\"role\": \"member\"}");
            var deactivated = asEva.post("/" + eva.id() + "/deactivate", "");

            assertThat(List.of(demoted, deactivated)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(Requests.code(answer)).isEqualTo("last-administrator");
            });
            assertThat(asEva.patch("/" + eva.id(), "{\"name\": \"Eva\"}").statusCode())
                    .isEqualTo(200);
            Person.invited(own, "Ida", "admin");
            assertThat(asEva.patch("/" + eva.id(), "{\"role\": \"member\"}").statusCode())
                    .isEqualTo(200);
            assertThat(asEva.get("/me").statusCode()).isEqualTo(200);
            assertThat(asEva.post("", "{\"name\":\"X\",\"email\":\"x@y\",\"role\":\"guest\"}")
                            .statusCode())
                    .as("a token from before the demotion")
                    .isEqualTo(403);
        }
    }

    @Test
    void keeps_one_of_two_administrators_who_shut_each_other_out_at_once() throws InterruptedException {
        try (var own = RunningAuth.start()) {
            var eva = Person.administrator(own);
            for (int round = 0; round < 5; round++) {
                var ida = Person.invited(own, "Ida" + round, "admin");
                var asEva = Requests.of(own, eva);
                var asIda = Requests.of(own, ida);
                Callable<HttpResponse<String>> one =
                        () -> asEva.patch("/" + ida.id(), "{\"role\":\"member\"}", "\"1\"");
                Callable<HttpResponse<String>> two = () -> asIda.post("/" + eva.id() + "/deactivate", "");
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var answers = threads.invokeAll(List.of(one, two)).stream()
                            .map(answer -> answer.resultNow().statusCode())
                            .toList();
                    assertThat(answers)
                            .containsOnlyOnce(200)
                            .allMatch(status -> List.of(200, 403, 409).contains(status));
                }
                assertThat(own.value("select count(*) from users where role = 'admin' and active"))
                        .isEqualTo("1");
                own.execute("update users set role = 'admin', active = true where id = ?", UUID.fromString(eva.id()));
                own.execute("update users set role = 'member' where id = ?", UUID.fromString(ida.id()));
            }
        }
    }

    private static HttpResponse<String> refresh(String token) {
        return CodeFlow.refresh(auth, token);
    }

    private static String resetLink(Person person) {
        var answer = asAda.post("/" + person.id() + "/reset-link", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return URI.create(Http.json(answer).get("url").stringValue()).getPath();
    }
}
