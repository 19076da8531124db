package dev.pmt.auth;

import dev.pmt.shared.contracts.FuzzCaller;
import dev.pmt.shared.contracts.FuzzRequest;
import dev.pmt.shared.contracts.FuzzValues;
import dev.pmt.shared.contracts.FuzzWorld;
import dev.pmt.shared.contracts.OpenApi.Operation;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Browsers, signed in and not, and all that somebody may hold who stands before the doors of OpenID Connect. */
final class DoorsWorld implements FuzzWorld {

    private static final int FEW = 3;
    private static final String PERSONAL = "urn:pmt:params:oauth:token-type:personal";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Map<String, String> GRANTS = Map.of(
            "/oauth2/{doorForCode}", "authorization_code",
            "/oauth2/{doorForRefresh}", "refresh_token",
            "/oauth2/{doorForApiToken}", "urn:ietf:params:oauth:grant-type:token-exchange");

    private final FuzzPeople people;
    private final List<FuzzCaller> callers;
    private final Map<String, List<String>> texts = new HashMap<>(Map.of(
            "grant_type",
                    List.of(
                            "authorization_code",
                            "refresh_token",
                            "client_credentials",
                            "urn:ietf:params:oauth:grant-type:token-exchange"),
            "scope", List.of("openid", "openid profile email"),
            "client_id", List.of("pmt-edge"),
            "client_assertion_type", List.of(ASSERTION),
            "subject_token_type", List.of(PERSONAL),
            "response_type", List.of("code"),
            "code_challenge_method", List.of("S256"),
            "prompt", List.of("none", "login"),
            "redirect_uri", List.of(CodeFlow.CALLBACK),
            "post_logout_redirect_uri", List.of("http://localhost:8080/")));

    DoorsWorld(RunningAuth auth) {
        people = new FuzzPeople(auth);
        var person = people.person("member");
        var flow = new CodeFlow(auth);
        put("code_verifier", flow.verifier());
        put("code_challenge", flow.challenge());
        put("email", person.email());
        FuzzPeople.PASSWORDS.forEach(password -> put("password", password));
        put("repeat", FuzzPeople.PASSWORDS.getFirst());
        put("continue", flow.authorizePath());
        put("X-Forwarded-Host", "localhost:8080");
        put("X-Forwarded-Port", "8080");
        put("client_secret", RunningAuth.CLIENT_SECRET);
        browsers(auth, person);
        for (int i = 0; i < FEW; i++) {
            put("code", people.secret(flow.code(new Browser(auth), person)));
            var tokens = CodeFlow.tokens(auth, person);
            put("refresh_token", people.secret(tokens.get("refresh_token").stringValue()));
            put("id_token_hint", people.secret(tokens.get("id_token").stringValue()));
            put("access_token", people.secret(tokens.get("access_token").stringValue()));
            put("subject_token", people.apiToken(person, "\"read\"").secret());
        }
        put("client_assertion", texts.get("id_token_hint").getFirst());
        List.of("code", "refresh_token", "access_token", "subject_token")
                .forEach(name -> put("token", texts.get(name).getFirst()));
        put("link", people.link(people.person("member")));
        put("link", people.link(people.person("member")));
        callers = callers(texts.get("access_token"));
    }

    @Override
    public List<FuzzCaller> callers() {
        return callers;
    }

    @Override
    public String text(Operation operation, String name, FuzzValues values) {
        if (name.equals("X-Forwarded-For")) {
            return "203.0.113." + values.below(256);
        }
        if (name.startsWith("doorFor")) {
            return "token";
        }
        var grant = name.equals("grant_type") ? GRANTS.get(operation.path()) : null;
        if (grant != null) {
            return grant;
        }
        var key = name.equals("token") && operation.path().contains("link") ? "link" : name;
        return texts.containsKey(key) ? values.pick(texts.get(key)) : "text " + values.below(10);
    }

    @Override
    public String json(Operation operation, String name, FuzzValues values) {
        return values.json();
    }

    @Override
    public void judged(FuzzRequest request, HttpResponse<byte[]> response) {
        people.shown(response);
    }

    /** Makes browsers that share a form's token; all but the first are signed in. */
    private void browsers(RunningAuth auth, Person person) {
        var stranger = new Browser(auth);
        put("_csrf", Browser.hidden(stranger.get("/auth/sign-in").body()).get("_csrf"));
        put("Cookie", header(stranger.cookies()));
        for (int i = 0; i < FEW; i++) {
            var browser = new Browser(auth, stranger.cookies());
            browser.signIn(person);
            people.secret(browser.cookies().get("pmt_auth"));
            put("Cookie", header(browser.cookies()));
        }
    }

    private List<FuzzCaller> callers(List<String> accessTokens) {
        return List.of(
                caller(""),
                caller(basic(RunningAuth.CLIENT_SECRET)),
                caller(basic(RunningAuth.CLIENT_SECRET)),
                caller(basic("wrong")),
                caller("Bearer " + accessTokens.getFirst()),
                caller("Bearer x"));
    }

    private FuzzCaller caller(String authorization) {
        return new FuzzCaller(authorization, text -> text.contains("access_token\":\""), people::isSecretIn);
    }

    private void put(String name, String text) {
        texts.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
    }

    private static String header(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String basic(String secret) {
        var pair = ("pmt-edge:" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
