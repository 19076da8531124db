package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.pmt.shared.contracts.EventContract;
import dev.pmt.shared.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceIdentityTest {

    private static final String ISSUER = "http://localhost:8080";

    private static RunningAuth auth;
    private static ECKey api;
    private static RSAKey ai;

    @BeforeAll
    static void start() throws JOSEException {
        api = new ECKeyGenerator(Curve.P_256).generate();
        ai = new RSAKeyGenerator(2048).generate();
        auth = RunningAuth.on(
                TestDatabase.fresh("auth"),
                Map.of(
                        "pmt.auth.service-keys.api", api.toPublicJWK().toJSONString(),
                        "pmt.auth.service-keys.ai", ai.toPublicJWK().toJSONString()));
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void gets_a_short_token_for_the_right_key() throws JOSEException {
        var answer = token("api", sign(proof("api").build(), api));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Http.json(answer).has("refresh_token")).isFalse();
        assertThat(CodeFlow.claims(Http.json(answer).get("access_token").stringValue()))
                .containsOnlyKeys("sub", "role", "iss", "aud", "iat", "exp", "jti")
                .containsEntry("sub", "d946851f-5f28-3df5-b16b-791234818ddd")
                .containsEntry("role", "service");
        assertThat(Http.json(answer).get("expires_in").longValue()).isBetween(290L, 300L);
    }

    @Test
    void may_have_an_rsa_key_and_name_the_token_door_as_audience() throws JOSEException {
        var proof = proof("ai").audience(ISSUER + "/oauth2/token").build();
        var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), proof);
        signed.sign(new RSASSASigner(ai));

        assertThat(token("ai", signed.serialize()).statusCode()).isEqualTo(200);
    }

    @Test
    void is_refused_with_another_key() throws JOSEException {
        refused(token("api", sign(proof("api").build(), new ECKeyGenerator(Curve.P_256).generate())));
        refused(token("ai", sign(proof("ai").build(), api)));
        var asAi = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), proof("api").build());
        asAi.sign(new RSASSASigner(ai));
        refused(token("api", asAi.serialize()));
    }

    @Test
    void is_refused_without_a_signature_or_with_a_shared_secret() throws JOSEException {
        var hmac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), proof("api").build());
        hmac.sign(new MACSigner(api.toPublicJWK().toJSONString()));

        refused(token("api", new PlainJWT(proof("api").build()).serialize()));
        refused(token("api", hmac.serialize()));
        refused(token("api", "nonsense"));
    }

    @Test
    void is_refused_when_a_claim_is_wrong() throws JOSEException {
        var now = Instant.now();
        refused(token(
                "api", sign(proof("api").audience("https://elsewhere.example").build(), api)));
        refused(token("api", sign(proof("api").issuer("ai").build(), api)));
        refused(token("api", sign(proof("api").subject("ai").build(), api)));
        refused(token("api", sign(proof("api").jwtID(null).build(), api)));
        refused(token("api", sign(proof("api").expirationTime(null).build(), api)));
        refused(token(
                "api",
                sign(
                        proof("api")
                                .expirationTime(Date.from(now.minusSeconds(120)))
                                .build(),
                        api)));
        refused(token(
                "api",
                sign(
                        proof("api")
                                .expirationTime(Date.from(now.plusSeconds(3600)))
                                .build(),
                        api)));
        refused(token("nobody", sign(proof("nobody").build(), api)));
    }

    @Test
    void may_use_a_proof_once_also_when_two_come_together() throws JOSEException, InterruptedException {
        var proof = sign(proof("api").build(), api);
        Callable<Integer> use = () -> token("api", proof).statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(Collections.nCopies(6, use)).stream().map(answer -> answer.resultNow());
            assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 401);
        }
        refused(token("api", proof));
    }

    @Test
    void gets_nothing_but_what_a_service_gets() throws JOSEException {
        var exchange = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", "pmt_x",
                "subject_token_type", "urn:pmt:params:oauth:token-type:personal");
        var scoped = Map.of("grant_type", "client_credentials", "scope", "write");

        assertThat(send(exchange, "api", sign(proof("api").build(), api)).body())
                .contains("unauthorized_client");
        assertThat(send(scoped, "api", sign(proof("api").build(), api)).body()).contains("invalid_scope");
        assertThat(Http.send(Http.asEdge(
                                Http.postForm(auth, "/oauth2/token", Map.of("grant_type", "client_credentials"))))
                        .body())
                .contains("unauthorized_client");
    }

    @Test
    void reads_the_log_and_the_state_that_nobody_else_may_read() throws JOSEException {
        var ada = Person.administrator(auth);
        var mia = Person.invited(auth, "Mia", "member");
        Requests.of(auth, ada).post("/" + mia.id() + "/deactivate", "");
        var token = Http.json(token("api", sign(proof("api").build(), api)))
                .get("access_token")
                .stringValue();

        assertThat(read("?after=0&wait=PT5S", token)).contains("pmt.user.registered.v1", ada.id(), mia.id());
        var state = read("/snapshot", token).lines().toList();
        assertThat(state.subList(0, 2)).allSatisfy(EventContract.read(Path.of("contract", "events"))::check);
        assertThat(state.getFirst()).contains("pmt.user.registered.v1", ada.id(), "\"Ada Admin\"");
        assertThat(state.get(1)).contains("pmt.user.deactivated.v1", mia.id(), "\"active\":false");
        assertThat(state).hasSize(3);

        var events = "/internal/events?after=0";
        assertThat(Http.get(auth, events).statusCode()).isEqualTo(401);
        assertThat(Http.send(Http.asEdge(Http.to(auth, events).GET())).statusCode())
                .isEqualTo(401);
        assertThat(Http.send(Http.bearer(Http.to(auth, events).GET(), Person.token(auth, ada.email())))
                        .statusCode())
                .isEqualTo(403);
    }

    private static String read(String what, String token) {
        var read =
                Http.send(Http.bearer(Http.to(auth, "/internal/events" + what).GET(), token));
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return read.body();
    }

    @Test
    void needs_a_public_key_and_a_proper_name() {
        assertThatThrownBy(() -> with("api", api.toJSONString()))
                .hasStackTraceContaining("pmt.auth.service-keys.api must be a public EC or RSA key")
                .satisfies(e -> assertThat(e).hasMessageNotContaining(api.getD().toString()));
        assertThatThrownBy(() -> with("api", "nonsense"))
                .hasStackTraceContaining("pmt.auth.service-keys.api must be a JWK");
        assertThatThrownBy(() -> with("pmt-edge", api.toPublicJWK().toJSONString()))
                .hasStackTraceContaining("pmt.auth.service-keys must be named after services: pmt-edge");
    }

    private static void with(String name, String key) {
        RunningAuth.on(TestDatabase.fresh("auth"), Map.of("pmt.auth.service-keys." + name, key))
                .close();
    }

    private static JWTClaimsSet.Builder proof(String service) {
        return new JWTClaimsSet.Builder()
                .issuer(service)
                .subject(service)
                .audience(ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String sign(JWTClaimsSet claims, ECKey key) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static HttpResponse<String> token(String client, String proof) {
        return send(Map.of("grant_type", "client_credentials"), client, proof);
    }

    private static HttpResponse<String> send(Map<String, String> grant, String client, String proof) {
        var form = new java.util.HashMap<>(grant);
        form.put("client_id", client);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", proof);
        return Http.send(Http.postForm(auth, "/oauth2/token", form));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(Http.json(answer).get("error").stringValue()).isEqualTo("invalid_client");
    }
}
