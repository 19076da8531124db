package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkPageTest {

    private static final String PASSWORD = "four quiet otters swim";
    private static final Map<String, String> ADA =
            Map.of("name", "Ada Admin", "email", "ada@example.org", "password", PASSWORD, "repeat", PASSWORD);

    private static RunningAuth auth;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @BeforeEach
    void forgetEverybody() {
        auth.execute("delete from one_time_links");
        auth.execute("delete from users");
    }

    @Test
    void makes_the_first_administrator_and_signs_them_in() {
        var browser = new Browser(auth);

        var answer = browser.submit(setupLink(), ADA);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Http.location(answer)).isEqualTo("/session/sign-in?return=/");
        assertThat(auth.value("select role from users")).isEqualTo("admin");
        var flow = new CodeFlow(auth);
        assertThat(flow.exchange(flow.codeOf(browser.get(flow.authorizePath()))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void works_once() {
        var link = setupLink();
        var browser = new Browser(auth);
        var page = browser.get(link).body();
        browser.post(link, page, ADA);

        var again = browser.post(link, page, ADA);

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("does not work any more");
        assertThat(Http.get(auth, link).statusCode()).isEqualTo(410);
    }

    @Test
    void works_for_one_of_many_who_use_it_together() throws InterruptedException {
        var link = setupLink();
        List<Callable<Integer>> tries = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> {
                    var browser = new Browser(auth);
                    var page = browser.get(link).body();
                    var form = Map.of("name", "N" + i, "email", i + "@x.org", "password", PASSWORD, "repeat", PASSWORD);
                    return () -> browser.post(link, page, form).statusCode();
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(tries).stream().map(answer -> answer.resultNow());

            assertThat(answers).containsOnlyOnce(303).allMatch(status -> status == 303 || status == 410);
        }
        assertThat(auth.value("select count(*) from users")).isEqualTo("1");
    }

    @Test
    void expires() {
        var link = setupLink();
        auth.execute("update one_time_links set expires_at = now() - interval '1 second'");

        assertThat(Http.get(auth, link).statusCode()).isEqualTo(410);
    }

    @Test
    void is_voided_by_a_newer_one() {
        var older = setupLink();
        var newer = setupLink();

        assertThat(Http.get(auth, older).statusCode()).isEqualTo(410);
        assertThat(Http.get(auth, newer).statusCode()).isEqualTo(200);
    }

    @Test
    void is_not_made_for_a_first_administrator_when_there_is_one() {
        Person.administrator(auth);

        var answer = Http.send(Http.asEdge(Http.postJson(auth, "/internal/setup-link", "")));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void lasts_a_day_for_the_first_administrator_and_a_week_for_the_invited() {
        var ada = Person.administrator(auth);
        Person.invited(auth, "Ivy", "member");

        assertThat(ada.id()).isNotEmpty();
        assertThat(auth.value(
                        "select expires_at - created_at from one_time_links where purpose = 'first-administrator'"))
                .isEqualTo("1 day");
        assertThat(auth.value("select expires_at - created_at from one_time_links where purpose = 'invitation'"))
                .isEqualTo("7 days");
    }

    @Test
    void is_known_to_the_database_by_its_hash_only() {
        var token = setupLink().substring("/auth/link/".length());

        assertThat(token).hasSize(43);
        assertThat(auth.value("select row_to_json(l)::text from one_time_links l"))
                .doesNotContain(token);
    }

    @Test
    void says_what_is_wrong_and_keeps_what_was_right() {
        var answer = new Browser(auth)
                .submit(
                        setupLink(),
                        Map.of("name", "<b>Ada</b>", "email", "nonsense", "password", "short", "repeat", "other"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: Set up PMT")
                .contains("href=\"#email\"")
                .contains("Use at least 10 characters")
                .contains("The two passwords differ.")
                .contains("aria-describedby=\"password-hint password-error\" aria-invalid=\"true\"")
                .contains("value=\"&lt;b&gt;Ada&lt;")
                .doesNotContain("<b>Ada")
                .doesNotContain("value=\"short\"");
        assertThat(auth.value("select count(*) from users")).isEqualTo("0");
    }

    @Test
    void refuses_the_email_address_as_password_and_a_blank_name() {
        var answer = new Browser(auth)
                .submit(
                        setupLink(),
                        Map.of(
                                "name", " ",
                                "email", "ada@example.org",
                                "password", "ADA@example.org",
                                "repeat", "ADA@example.org"));

        assertThat(answer.body()).contains("other than your e-mail address").contains("Enter your name");
    }

    @Test
    void shows_an_invited_person_their_address_and_never_lets_the_form_change_it() {
        Person.administrator(auth);
        var link = URI.create(Http.json(Http.send(Http.bearer(
                                Http.postJson(
                                        auth,
                                        "/api/v1/users",
                                        "{\"name\":\"Ivy\",\"email\":\"ivy@example.org\",\"role\":\"guest\"}"),
                                Person.token(auth, "ada@example.org"))))
                        .get("oneTimeLink")
                        .get("url")
                        .stringValue())
                .getPath();
        var browser = new Browser(auth);
        assertThat(browser.get(link).body())
                .contains("value=\"ivy@example.org\"")
                .contains("readonly");

        var answer = browser.submit(
                link, Map.of("name", "Ivy Li", "email", "ada@example.org", "password", PASSWORD, "repeat", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(auth.value("select name || ' ' || role from users where email = 'ivy@example.org'"))
                .isEqualTo("Ivy Li guest");
        assertThat(new Browser(auth)
                        .signIn(new Person("", "Ivy Li", "ivy@example.org", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void does_not_work_for_somebody_who_was_deactivated_meanwhile() {
        Person.administrator(auth);
        var answer = Http.send(Http.bearer(
                Http.postJson(
                        auth, "/api/v1/users", "{\"name\":\"Ivo\",\"email\":\"ivo@example.org\",\"role\":\"member\"}"),
                Person.token(auth, "ada@example.org")));
        var link = URI.create(Http.json(answer).get("oneTimeLink").get("url").stringValue())
                .getPath();
        auth.execute("update users set active = false where email = 'ivo@example.org'");

        assertThat(Http.get(auth, link).statusCode()).isEqualTo(410);
    }

    @Test
    void tells_the_first_administrator_when_the_address_is_taken() {
        auth.execute("""
                insert into users (id, email, name, role, created_at)
                values (gen_random_uuid(), 'ADA@example.org', 'Ada', 'member', now())
                """);
        var link = setupLink();

        var answer = new Browser(auth).submit(link, ADA);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Somebody already signs in with this address.");
        assertThat(Http.get(auth, link).statusCode()).isEqualTo(200);
    }

    private String setupLink() {
        var answer = Http.send(Http.asEdge(Http.postJson(auth, "/internal/setup-link", "")));
        var link = Http.json(answer).get("link").stringValue();
        assertThat(link).startsWith("http://localhost:8080/auth/link/");
        assertThat(Http.json(answer).get("expiresAt").stringValue()).endsWith("Z");
        return URI.create(link).getPath();
    }
}
