package dev.pmt.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty installation with six people and some weeks of their work, while PMT serves. One that was interrupted goes on
 * at the next start, with the weeks it began with.
 */
final class Demonstration implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private static final String DOMAIN = "@demo.example";

    /** The administrator first. */
    private static final List<String> NAMES =
            List.of("Maya Okafor", "Jonas Lindqvist", "Priya Raman", "Tomás Herrera", "Hana Kobayashi", "Elif Demir");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI auth;
    private final URI api;
    private final int weeks;
    private final Path home;
    private final Secrets secrets;
    private final FirstAdministrator first;
    private final Console console;
    private final Thread thread = Thread.ofVirtual().name("demonstration").unstarted(this::play);

    private Demonstration(
            URI auth, URI api, int weeks, Path home, Secrets secrets, FirstAdministrator first, Console console) {
        this.auth = auth;
        this.api = api;
        this.weeks = weeks;
        this.home = home;
        this.secrets = secrets;
        this.first = first;
        this.console = console;
    }

    /** Begins it; what goes wrong is told, and stops nothing else. */
    static Demonstration play(
            URI auth, URI api, int weeks, Path home, Secrets secrets, FirstAdministrator first, Console console) {
        var demonstration = new Demonstration(auth, api, weeks, home, secrets, first, console);
        demonstration.thread.start();
        return demonstration;
    }

    private void play() {
        try {
            var link = first.requestLink();
            if (link.isPresent()) {
                become(URI.create(link.get()));
            }
            var maya = token();
            if (maya.isEmpty()) {
                console.say(
                        "There is no room for a demonstration: this home has people in it. Start one with another --home.");
                return;
            }
            var people = people(maya);
            var reset = send("POST", auth.resolve("/api/v1/users/" + people.getFirst() + "/reset-link"), maya, null);
            console.sayLink(
                    "Sign in as " + NAMES.getFirst() + ", who is an administrator",
                    reset.required("url").asString(),
                    home,
                    "demonstration");
            simulate(people);
        } catch (IOException e) {
            console.say("The demonstration stopped: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills in the form behind the one-time link, as a person would; the password is nobody's. */
    private void become(URI link) throws IOException, InterruptedException {
        var form = auth.resolve(link.getRawPath());
        var page = client.send(HttpRequest.newBuilder(form).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IOException("there is no form behind the first administrator's link");
        }
        var password = Secrets.generate();
        var fields = Map.of(
                "_csrf", csrf.group(1),
                "name", NAMES.getFirst(),
                "email", email(NAMES.getFirst()),
                "password", password,
                "repeat", password);
        var request = HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        page.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .reduce((a, b) -> a + "; " + b)
                .ifPresent(cookies -> request.header("Cookie", cookies));
        client.send(request.build(), BodyHandlers.discarding());
    }

    /** Returns a token of the demonstration's administrator; empty when there is none in this installation. */
    private String token() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(auth.resolve("/internal/tokens"))
                .header("Authorization", secrets.edgeAuthorization())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("as", email(NAMES.getFirst())))));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() == 404
                ? ""
                : json(answer).required("access_token").asString();
    }

    /** Returns everybody's ids, the administrator's first; adds who is missing. */
    private List<String> people(String token) throws IOException, InterruptedException {
        var users = auth.resolve("/api/v1/users");
        var known = send("GET", users, token, null)
                .required("items")
                .valueStream()
                .collect(Collectors.toMap(
                        user -> user.required("email").asString(),
                        user -> user.required("id").asString()));
        var people = new ArrayList<String>();
        for (var name : NAMES) {
            var id = known.get(email(name));
            people.add(id == null ? add(users, token, name) : id);
        }
        return people;
    }

    private String add(URI users, String token, String name) throws IOException, InterruptedException {
        var body = Map.of("name", name, "email", email(name), "role", "member");
        return send("POST", users, token, body).required("user").required("id").asString();
    }

    /** Asks for days until there are no more; a token counts for minutes only, so each request has its own. */
    private void simulate(List<String> people) throws IOException, InterruptedException {
        var body = Map.of("people", people.subList(1, people.size()), "weeks", weeks);
        var told = System.nanoTime();
        while (true) {
            var progress = send("POST", api.resolve("/api/v1/demo"), token(), body);
            if (progress.required("done").asBoolean()) {
                console.say("The demonstration is complete: " + progress.required("tasks") + " tasks.");
                return;
            }
            if (System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
                told = System.nanoTime();
                console.say("  demonstration: " + progress.required("day").asString() + " of "
                        + progress.required("until").asString() + ", " + progress.required("tasks") + " tasks");
            }
        }
    }

    private JsonNode send(String method, URI address, String token, @Nullable Object body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return json(client.send(request.build(), BodyHandlers.ofString()));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().uri().getPath() + " answered " + answer.statusCode() + " "
                    + JSON.readTree(answer.body()).path("detail").asString(""));
        }
        return JSON.readTree(answer.body());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String email(String name) {
        return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT).replace("á", "a") + DOMAIN;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
