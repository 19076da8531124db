package dev.pmt.auth;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** People of their own for some requests, since requests end sessions, use links up and shut people out. */
final class FuzzPeople {

    /** What passwords are at first, and what they may be changed to. */
    static final List<String> PASSWORDS = List.of("four quiet otters swim", "seven calm herons wade");

    /** An API token: its id, its secret. */
    record ApiToken(String id, String secret) {}

    private static final String ADMINISTRATOR = "ada@example.org";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SHOWN_ONCE = Pattern.compile("pmt_[\\w-]{43}|(?<=/auth/link/)[\\w-]{43}");

    private final RunningAuth auth;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    FuzzPeople(RunningAuth auth) {
        this.auth = auth;
        secrets.addAll(PASSWORDS);
        secrets.addAll(List.of(RunningAuth.CLIENT_SECRET, RunningAuth.KEY_SECRET, "$argon2", "\"d\":\"", "sha256:"));
        secrets.add(auth.value("select translate(encode(private_key_sealed, 'base64'), e'\\n', '') from signing_keys"));
    }

    Person person(String role) {
        return Person.invited(auth, role + NUMBER.incrementAndGet(), role);
    }

    ApiToken apiToken(Person owner, String scopes) {
        var made = Requests.of(auth, owner).apiToken(scopes);
        return new ApiToken(
                made.get("id").stringValue(), secret(made.get("token").stringValue()));
    }

    /** Makes a link with which the person could set a new password and returns its token. */
    String link(Person person) {
        var asAdministrator = new Requests(auth, Person.token(auth, ADMINISTRATOR));
        var made = Http.json(asAdministrator.post("/" + person.id() + "/reset-link", ""));
        return secret(URI.create(made.get("url").stringValue()).getPath().replace("/auth/link/", ""));
    }

    String secret(String text) {
        secrets.add(text);
        return text;
    }

    /** Notes what an answer showed for the only time. */
    void shown(HttpResponse<byte[]> answer) {
        if (answer.statusCode() < 300) {
            SHOWN_ONCE
                    .matcher(new String(answer.body(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(match -> secrets.add(match.group()));
        }
    }

    /** Answers whether a text holds what nobody may be told, or what was told already. */
    boolean isSecretIn(String text) {
        return secrets.stream().anyMatch(text::contains);
    }
}
