package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    private static RunningAuth auth;
    private static Browser signedIn;
    private static Requests administrator;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        signedIn = new Browser(auth);
        var ada = Person.administrator(auth);
        signedIn.signIn(ada);
        administrator = Requests.of(auth, ada);
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/sign-in", "/auth/sign-out", "/auth/link/x"})
    void as_type_of_a_page_request_is_answered_with_a_page(String page) {
        var type = Http.send(Http.to(auth, page).header("Content-Type", "x").GET());

        assertThat(type.statusCode()).as(type.body()).isEqualTo(415);
        assertThat(type.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(type.body()).contains("PMT could not read this request");
    }

    @Test
    void in_the_query_of_a_page_is_answered_with_a_page() {
        var answer = Http.get(auth, "/auth/sign-in?continue=/&=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("PMT could not read this request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code_challenge_method=plain",
                "code_challenge=x",
                "nonce=a&nonce=b",
                "prompt=none&prompt=none",
                "scope=openid",
                "ui_locales=de&ui_locales=en"
            })
    void is_a_parameter_that_is_there_twice(String more) {
        assertRefused(flow().authorizePath() + "&code_challenge=y&code_challenge_method=S256&" + more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_challenge", "nonce", "state", "scope", "redirect_uri", "client_id", "x"})
    void is_a_parameter_with_a_control_character(String name) {
        assertRefused(
                flow().authorizePath().replaceAll("&" + name + "=[^&]*", "").concat("&" + name + "=a%00b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /users {'name':'~','email':'u1@example.org','role':'guest'} name",
                "POST /users {'name':'n','email':'~@example.org','role':'guest'} email",
                "PATCH /users/me {'name':'n~'} name",
                "POST /users/me/tokens {'name':'~n','scopes':['read']} name",
                "POST /users/me/password {'current':'four quiet otters swim','new':'four ~ otters swim'} new"
            })
    void is_text_that_is_no_unicode(String line) {
        var words = line.replace('\'', '"').replace("~", "\\ud800").split(" ", 3);
        var end = words[2].lastIndexOf(' ');
        var path = words[1].replace("/users", "");

        var answer = administrator.send(words[0], path, words[2].substring(0, end), "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Http.json(answer).at("/errors/0/field").asString()).isEqualTo(words[2].substring(end + 1));
    }

    @Test
    void is_never_the_right_password() {
        var answer = administrator.post(
                "/me/password", "{\"current\":\"four \\ud800 otters\",\"new\":\"seven calm herons wade\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Requests.code(answer)).isEqualTo("wrong-password");
    }

    private static CodeFlow flow() {
        return new CodeFlow(auth);
    }

    private static void assertRefused(String path) {
        var answer = signedIn.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request");
    }
}
