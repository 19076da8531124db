package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who has an account and knows the password. */
record Person(String id, String name, String email, String password) {

    private static final String PASSWORD = "four quiet otters swim";

    /** Sets the installation up with its first administrator. */
    static Person administrator(RunningAuth auth) {
        var answer = Http.send(Http.asEdge(Http.postJson(auth, "/internal/setup-link", "")));
        assertThat(answer.statusCode()).isEqualTo(200);
        var link = URI.create(Http.json(answer).get("link").stringValue());
        var done = new Browser(auth)
                .submit(
                        link.getPath(),
                        Map.of(
                                "name",
                                "Ada Admin",
                                "email",
                                "ada@example.org",
                                "password",
                                PASSWORD,
                                "repeat",
                                PASSWORD));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        return new Person(
                auth.value("select id from users where email = 'ada@example.org'"),
                "Ada Admin",
                "ada@example.org",
                PASSWORD);
    }

    /** Lets the administrator invite somebody, who then sets a password. */
    static Person invited(RunningAuth auth, String name, String role) {
        var email = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        var created = Http.json(Http.send(Http.bearer(
                Http.postJson(auth, "/api/v1/users", """
                        {"name": "%s", "email": "%s", "role": "%s"}""".formatted(name, email, role)),
                token(auth, "ada@example.org"))));
        return accepting(auth, created, name);
    }

    /** Lets somebody whom an administrator added choose a name and set a password. */
    static Person accepting(RunningAuth auth, JsonNode created, String name) {
        var link = URI.create(created.get("oneTimeLink").get("url").stringValue());
        var done = new Browser(auth)
                .submit(link.getPath(), Map.of("name", name, "password", PASSWORD, "repeat", PASSWORD));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        var user = created.get("user");
        return new Person(user.get("id").stringValue(), name, user.get("email").stringValue(), PASSWORD);
    }

    /** Gets an access token by the internal door. */
    static String token(RunningAuth auth, String email) {
        var answer = Http.send(Http.asEdge(Http.postJson(auth, "/internal/tokens", "{\"as\": \"" + email + "\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.json(answer).get("access_token").stringValue();
    }
}
