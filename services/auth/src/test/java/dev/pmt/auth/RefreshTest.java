package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RefreshTest {

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
    void gives_new_tokens_for_a_refresh_token() {
        var tokens = CodeFlow.tokens(auth, Person.invited(auth, "Rita", "member"));

        var fresh = Http.json(CodeFlow.refresh(auth, refreshToken(tokens)));

        assertThat(refreshToken(fresh)).isNotEqualTo(refreshToken(tokens));
        assertThat(CodeFlow.claims(fresh.get("access_token").stringValue()))
                .containsOnlyKeys("sub", "role", "iss", "aud", "iat", "exp", "jti", "sid");
        assertThat(CodeFlow.claims(fresh.get("id_token").stringValue()))
                .containsEntry("email", "rita@example.org")
                .containsEntry(
                        "sid",
                        CodeFlow.claims(tokens.get("id_token").stringValue()).get("sid"));
    }

    @Test
    void refuses_a_refresh_token_that_was_replaced_but_lets_the_winner_of_a_race_go_on() {
        var first = CodeFlow.tokens(auth, Person.invited(auth, "Rob", "member"));
        var second = Http.json(CodeFlow.refresh(auth, refreshToken(first)));

        assertThat(CodeFlow.refresh(auth, refreshToken(first)).statusCode()).isEqualTo(400);
        assertThat(CodeFlow.refresh(auth, refreshToken(second)).statusCode()).isEqualTo(200);
    }

    @Test
    void ends_everything_when_a_replaced_refresh_token_comes_back_late() {
        var first = CodeFlow.tokens(auth, Person.invited(auth, "Rolf", "member"));
        var second = Http.json(CodeFlow.refresh(auth, refreshToken(first)));
        auth.execute("update authorizations set refresh_issued_at = refresh_issued_at - interval '10 minutes'");

        assertThat(CodeFlow.refresh(auth, refreshToken(first)).statusCode()).isEqualTo(400);
        assertThat(CodeFlow.refresh(auth, refreshToken(second)).statusCode()).isEqualTo(400);
    }

    @Test
    void lets_one_of_many_simultaneous_refreshes_through() throws InterruptedException {
        var tokens = CodeFlow.tokens(auth, Person.invited(auth, "Rosa", "member"));
        Callable<Integer> refresh =
                () -> CodeFlow.refresh(auth, refreshToken(tokens)).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(Stream.generate(() -> refresh).limit(8).toList());

            assertThat(answers.stream().map(answer -> answer.resultNow()))
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 400);
        }
    }

    @Test
    void refuses_somebody_who_was_deactivated() {
        var rudi = Person.invited(auth, "Rudi", "member");
        var tokens = CodeFlow.tokens(auth, rudi);
        auth.execute("update users set active = false where id = ?", UUID.fromString(rudi.id()));

        var answer = CodeFlow.refresh(auth, refreshToken(tokens));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).get("error").stringValue()).isEqualTo("invalid_grant");
    }

    @Test
    void puts_the_role_of_now_into_a_refreshed_token() {
        var ruth = Person.invited(auth, "Ruth", "guest");
        var tokens = CodeFlow.tokens(auth, ruth);
        auth.execute("update users set role = 'admin' where id = ?", UUID.fromString(ruth.id()));

        var fresh = Http.json(CodeFlow.refresh(auth, refreshToken(tokens)));

        assertThat(CodeFlow.claims(tokens.get("access_token").stringValue())).containsEntry("role", "guest");
        assertThat(CodeFlow.claims(fresh.get("access_token").stringValue())).containsEntry("role", "admin");
    }

    @Test
    void refuses_an_expired_refresh_token() {
        var tokens = CodeFlow.tokens(auth, Person.invited(auth, "Rex", "member"));
        auth.execute(
                "update authorizations set refresh_issued_at = now() - interval '31 days', refresh_expires_at = now() - interval '1 day'");

        assertThat(CodeFlow.refresh(auth, refreshToken(tokens)).statusCode()).isEqualTo(400);
    }

    @Test
    void lives_thirty_days_from_the_last_rotation() {
        CodeFlow.tokens(auth, Person.invited(auth, "Rune", "member"));

        assertThat(auth.value("select refresh_expires_at - refresh_issued_at from authorizations limit 1"))
                .startsWith("30 days");
    }

    @Test
    void keeps_no_token_in_the_database() {
        var tokens = CodeFlow.tokens(auth, Person.invited(auth, "Ron", "member"));

        var rows = auth.value("select string_agg(row_to_json(a)::text, ' ') from authorizations a");

        assertThat(rows)
                .doesNotContain(refreshToken(tokens))
                .doesNotContain(tokens.get("access_token").stringValue())
                .doesNotContain(tokens.get("id_token").stringValue());
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").stringValue();
    }
}
