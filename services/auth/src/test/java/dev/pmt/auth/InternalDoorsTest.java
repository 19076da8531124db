package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.Contract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalDoorsTest {

    private static RunningAuth auth;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/setup-link", "/internal/tokens"})
    void open_for_the_edge_alone(String door) {
        assertThat(Http.send(Http.postJson(auth, door, "")).statusCode()).isEqualTo(401);
        assertThat(Http.send(Http.basic(Http.postJson(auth, door, ""), "pmt-edge", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.send(Http.basic(Http.postJson(auth, door, ""), "other", RunningAuth.CLIENT_SECRET))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Http.send(Http.asEdge(Http.to(auth, door).GET())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void give_a_token_for_the_oldest_administrator_or_for_somebody_named() {
        try (var own = RunningAuth.start()) {
            var none = Http.send(Http.asEdge(Http.postJson(own, "/internal/tokens", "")));
            assertThat(none.statusCode()).isEqualTo(409);
            assertThat(Http.json(none).get("code").stringValue()).isEqualTo("no-administrator");

            var ada = Person.administrator(own);
            Person.invited(own, "Zoe", "admin");
            var gus = Person.invited(own, "Gus", "guest");
            var answer = Http.send(Http.asEdge(Http.postJson(own, "/internal/tokens", "")));
            var oldest = Http.json(answer);
            var named = Http.json(
                    Http.send(Http.asEdge(Http.postJson(own, "/internal/tokens", "{\"as\":\"GUS@example.org\"}"))));

            assertThat(oldest.get("expires_in").longValue()).isEqualTo(300);
            assertThat(oldest.get("user").get("id").stringValue()).isEqualTo(ada.id());
            assertThat(oldest.get("user").get("name").stringValue()).isEqualTo("Ada Admin");
            assertThat(oldest.get("user").get("email").stringValue()).isEqualTo("ada@example.org");
            assertThat(oldest.get("user").get("role").stringValue()).isEqualTo("admin");
            assertThat(CodeFlow.claims(named.get("access_token").stringValue()))
                    .containsOnlyKeys("sub", "role", "iss", "aud", "iat", "exp", "jti")
                    .containsEntry("sub", gus.id())
                    .containsEntry("role", "guest");

            var contract = new Contract(Path.of("contract/internal.yaml"));
            contract.check("POST", "/internal/tokens", answer);
            contract.check("GET", "/oauth2/jwks", Http.get(own, "/oauth2/jwks"));
            var rotated = Http.send(Http.asEdge(Http.postJson(own, "/internal/keys/rotate", "")));
            contract.check("POST", "/internal/keys/rotate", rotated);
        }
    }

    @Test
    void give_no_token_for_somebody_who_is_not_here() {
        for (var as : new String[] {"nobody@example.org", "nonsense"}) {
            var answer = Http.send(Http.asEdge(Http.postJson(auth, "/internal/tokens", "{\"as\":\"" + as + "\"}")));

            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }
}
