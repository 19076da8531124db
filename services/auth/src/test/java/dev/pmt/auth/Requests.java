package dev.pmt.auth;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** Requests to the users API with the token of somebody. */
record Requests(RunningAuth auth, String token) {

    private static final String USERS = "/api/v1/users";

    /** Sends what somebody may send who has this token; a path is what follows {@code /api/v1/users}. */
    static Requests of(RunningAuth auth, Person person) {
        return new Requests(auth, Person.token(auth, person.email()));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "", "");
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "");
    }

    /** Changes the person with the version that they have now. */
    HttpResponse<String> patch(String path, String body) {
        return patch(path, body, get(path).headers().firstValue("ETag").orElse("\"1\""));
    }

    HttpResponse<String> patch(String path, String body, String ifMatch) {
        return send("PATCH", path, body, ifMatch);
    }

    HttpResponse<String> send(String method, String path, String body, String ifMatch) {
        var request = Http.to(auth, USERS + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        return Http.send(token.isEmpty() ? request : Http.bearer(request, token));
    }

    /** Makes an API token with these scopes, written as in JSON, and returns the answer. */
    JsonNode apiToken(String scopes) {
        return Http.json(post("/me/tokens", "{\"name\": \"test\", \"scopes\": [" + scopes + "]}"));
    }

    static String code(HttpResponse<String> answer) {
        return Http.json(answer).get("code").stringValue();
    }
}
