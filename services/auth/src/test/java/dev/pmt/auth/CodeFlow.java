package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The edge's side of the authorization code flow with PKCE. */
final class CodeFlow {

    static final String CALLBACK = "http://localhost:8080/session/callback";

    private final RunningAuth auth;
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final String state = UUID.randomUUID().toString();
    private final String nonce = UUID.randomUUID().toString();

    CodeFlow(RunningAuth auth) {
        this.auth = auth;
    }

    /** Signs the person in and returns the answer of the token door. */
    static JsonNode tokens(RunningAuth auth, Person person) {
        var flow = new CodeFlow(auth);
        var tokens = flow.exchange(flow.code(new Browser(auth), person));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return Http.json(tokens);
    }

    String verifier() {
        return verifier;
    }

    String nonce() {
        return nonce;
    }

    String authorizePath() {
        return authorizePath(Map.of("code_challenge", challenge(), "code_challenge_method", "S256"));
    }

    String authorizePath(Map<String, String> more) {
        var path = new StringBuilder(
                        "/oauth2/authorize?response_type=code&client_id=pmt-edge&scope=openid%20profile%20email")
                .append("&redirect_uri=")
                .append(Http.encode(CALLBACK))
                .append("&state=")
                .append(state)
                .append("&nonce=")
                .append(nonce);
        more.forEach((name, value) -> path.append('&').append(name).append('=').append(Http.encode(value)));
        return path.toString();
    }

    /** Goes from the authorize door by the sign-in page back to the callback. */
    String code(Browser browser, Person person) {
        var toSignIn = browser.get(authorizePath());
        assertThat(toSignIn.statusCode()).isEqualTo(303);
        var signedIn =
                browser.submit(Http.location(toSignIn), Map.of("email", person.email(), "password", person.password()));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
        return codeOf(browser.get(Http.location(signedIn)));
    }

    String codeOf(HttpResponse<String> callback) {
        assertThat(callback.statusCode()).as(callback.body()).isEqualTo(302);
        assertThat(Http.location(callback)).startsWith(CALLBACK + "?");
        var query = Http.query(Http.location(callback));
        assertThat(query).containsEntry("state", state);
        return query.get("code");
    }

    HttpResponse<String> exchange(String code) {
        return exchange(code, verifier);
    }

    HttpResponse<String> exchange(String code, String verifier) {
        return Http.send(Http.asEdge(Http.postForm(
                auth,
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "code_verifier", verifier))));
    }

    static HttpResponse<String> refresh(RunningAuth auth, String refreshToken) {
        return Http.send(Http.asEdge(Http.postForm(
                auth, "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))));
    }

    static Map<String, Object> claims(String jwt) {
        return section(jwt, 1);
    }

    static Map<String, Object> header(String jwt) {
        return section(jwt, 0);
    }

    private static Map<String, Object> section(String jwt, int part) {
        var json = new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[part]), StandardCharsets.UTF_8);
        var values = new HashMap<String, Object>();
        Http.JSON.readTree(json).properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isNumber() ? node.longValue() : node.toString();
    }

    String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
