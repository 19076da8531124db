package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;

class AccountTest {

    private static final String NEW = "seven calm herons wade";

    private static RunningAuth auth;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        Person.administrator(auth);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void lets_people_change_their_name_but_not_their_role() {
        var own = Requests.of(auth, Person.invited(auth, "Ann", "guest"));

        var renamed = own.patch("/me", "{\"name\": \"Anna\"}");
        var promoted = own.patch("/me", "{\"role\": \"admin\"}");

        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(Http.json(own.get("/me")).get("name").stringValue()).isEqualTo("Anna");
        assertThat(promoted.statusCode()).isEqualTo(400);
        assertThat(own.patch("/me", "{\"name\": \"A\"}", "").statusCode()).isEqualTo(428);
        assertThat(own.patch("/me", "{\"name\": \"A\"}", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(own.patch("/me", "{\"name\": null}", "\"2\"").statusCode()).isEqualTo(400);
    }

    @Test
    void lists_the_browsers_somebody_is_signed_in_with() {
        var bea = Person.invited(auth, "Bea", "member");
        var first = signIn(bea, "Firefox of Bea " + "x".repeat(300));
        var second = signIn(bea, "");

        var sessions = sessions(second);

        assertThat(sessions).hasSize(2);
        var here = sessions.get(0);
        var there = sessions.get(1);
        assertThat(here.get("current").booleanValue()).isTrue();
        assertThat(there.get("current").booleanValue()).isFalse();
        assertThat(here.get("id").stringValue()).isEqualTo(sid(second));
        assertThat(there.get("userAgent").stringValue())
                .startsWith("Firefox of Bea xxx")
                .hasSize(200);
        var used = there.get("lastUsedAt").stringValue();
        CodeFlow.refresh(auth, first.get("refresh_token").stringValue());
        assertThat(sessions(second).get(0).get("id").stringValue()).isEqualTo(sid(first));
        assertThat(sessions(second).get(0).get("lastUsedAt").stringValue()).isGreaterThan(used);
    }

    @Test
    void has_no_current_session_at_the_local_administrators_socket() {
        var bob = Person.invited(auth, "Bob", "member");
        signIn(bob, "x");

        var sessions = Http.json(Requests.of(auth, bob).get("/me/sessions")).get("items");

        assertThat(sessions).hasSize(1);
        assertThat(sessions.get(0).get("current").booleanValue()).isFalse();
    }

    @Test
    void ends_one_session_and_makes_its_browser_ask_for_the_password() {
        var cai = Person.invited(auth, "Cai", "member");
        var browser = new Browser(auth);
        var flow = new CodeFlow(auth);
        var other = Http.json(flow.exchange(flow.code(browser, cai)));
        var here = signIn(cai, "here");

        assertThat(own(here).delete("/me/sessions/" + sid(other)).statusCode()).isEqualTo(204);

        assertThat(refreshes(other)).isFalse();
        assertThat(refreshes(here)).isTrue();
        assertThat(Http.location(browser.get(new CodeFlow(auth).authorizePath())))
                .startsWith("/auth/sign-in");
        assertThat(own(here).delete("/me/sessions/" + sid(other)).statusCode()).isEqualTo(404);
    }

    @Test
    void ends_no_session_of_somebody_else() {
        var eve = signIn(Person.invited(auth, "Eve", "member"), "x");
        var fay = signIn(Person.invited(auth, "Fay", "member"), "x");

        var others = own(eve).delete("/me/sessions/" + sid(fay));
        var unknown = own(eve).delete("/me/sessions/" + UUID.randomUUID());

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(Requests.code(others)).isEqualTo(Requests.code(unknown)).isEqualTo("session-not-found");
        assertThat(refreshes(fay)).isTrue();
    }

    @Test
    void signs_out_everywhere() {
        var gil = Person.invited(auth, "Gil", "member");
        var one = signIn(gil, "one");
        var two = signIn(gil, "two");

        assertThat(own(two).delete("/me/sessions").statusCode()).isEqualTo(204);

        assertThat(refreshes(one)).isFalse();
        assertThat(refreshes(two)).isFalse();
        assertThat(refreshes(signIn(gil, "three"))).isTrue();
    }

    @Test
    void changes_the_password_and_keeps_only_the_current_session() {
        var hal = Person.invited(auth, "Hal", "member");
        var other = signIn(hal, "other");
        var here = signIn(hal, "here");
        var apiToken = own(here).apiToken("\"read\"").get("token").stringValue();

        var answer = own(here).post("/me/password", change(hal.password(), NEW));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(refreshes(here)).isTrue();
        assertThat(refreshes(other)).isFalse();
        assertThat(ApiTokensTest.exchange(auth, apiToken).statusCode()).isEqualTo(200);
        assertThat(new Browser(auth).signIn(hal).statusCode()).isEqualTo(422);
        assertThat(new Browser(auth)
                        .signIn(new Person(hal.id(), hal.name(), hal.email(), NEW))
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"current\":\"wrong\",\"new\":\"seven calm herons wade\"}|wrong-password|current",
                "{\"current\":\"four quiet otters swim\",\"new\":\"short\"}|invalid-request|new",
                "{\"current\":\"four quiet otters swim\",\"new\":\"ivy@example.org\"}|invalid-request|new",
                "{\"new\":\"seven calm herons wade\"}|invalid-request|current",
                "{\"current\":\"four quiet otters swim\"}|invalid-request|new",
            })
    void refuses_a_password_change_that_is_wrong(String body, String code, String field) {
        var ivy = auth.value("select count(*) from users where email = 'ivy@example.org'")
                        .equals("0")
                ? Person.invited(auth, "Ivy", "member")
                : new Person("", "Ivy", "ivy@example.org", "");

        var answer = Requests.of(auth, ivy).post("/me/password", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Requests.code(answer)).isEqualTo(code);
        assertThat(Http.json(answer).get("errors").get(0).get("field").stringValue())
                .isEqualTo(field);
        assertThat(answer.body()).doesNotContain("otters", "herons");
    }

    @Test
    void pauses_after_too_many_wrong_passwords_as_sign_in_does() {
        var jan = Person.invited(auth, "Jan", "member");
        var own = Requests.of(auth, jan);
        for (int i = 0; i < 10; i++) {
            assertThat(own.post("/me/password", change("wrong", NEW)).statusCode())
                    .isEqualTo(400);
        }

        var answer = own.post("/me/password", change(jan.password(), NEW));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Requests.code(answer)).isEqualTo("too-many-tries");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(new Browser(auth).signIn(jan).statusCode()).isEqualTo(429);
    }

    @Test
    void does_not_let_an_ended_session_come_back_by_a_refresh_that_is_under_way() throws InterruptedException {
        var kim = Person.invited(auth, "Kim", "member");
        for (int round = 0; round < 5; round++) {
            var tokens = signIn(kim, "x");
            List<Callable<Object>> together = List.of(
                    () -> refreshes(tokens),
                    () -> own(tokens).delete("/me/sessions").statusCode(),
                    () -> refreshes(tokens));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(together).get(1).resultNow()).isEqualTo(204);
            }
            assertThat(auth.value("select count(*) from authorizations where id = '" + sid(tokens) + "'"))
                    .isEqualTo("0");
        }
    }

    private static JsonNode signIn(Person person, String userAgent) {
        var browser = new Browser(auth);
        browser.signIn(person);
        var flow = new CodeFlow(auth);
        var request = Http.to(auth, flow.authorizePath()).GET();
        var callback = browser.send(userAgent.isEmpty() ? request : request.header("User-Agent", userAgent));
        var tokens = flow.exchange(flow.codeOf(callback));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return Http.json(tokens);
    }

    private static Requests own(JsonNode tokens) {
        return new Requests(auth, tokens.get("access_token").stringValue());
    }

    private static JsonNode sessions(JsonNode tokens) {
        return Http.json(own(tokens).get("/me/sessions")).get("items");
    }

    private static String sid(JsonNode tokens) {
        return (String)
                CodeFlow.claims(tokens.get("access_token").stringValue()).get("sid");
    }

    private static boolean refreshes(JsonNode tokens) {
        HttpResponse<String> answer =
                CodeFlow.refresh(auth, tokens.get("refresh_token").stringValue());
        return answer.statusCode() == 200;
    }

    private static String change(String current, String replacement) {
        return Http.JSON.writeValueAsString(Map.of("current", current, "new", replacement));
    }
}
