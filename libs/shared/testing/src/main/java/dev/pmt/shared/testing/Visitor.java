package dev.pmt.shared.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A person with a browser, as far as the edge can tell: keeps cookies, follows redirects, sends forms back whole. */
public final class Visitor {

    /** The e-mail address of who becomes the administrator. */
    public static final String EMAIL = "ada@example.org";

    private static final String PASSWORD = "four quiet otters swim";

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final String origin;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    /** Opens a browser that knows nobody yet, for a PMT on this machine. */
    public Visitor(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** Becomes the first administrator by the one-time link in the home, and is signed in. */
    public Visitor becomeAdministrator(Path home) throws Exception {
        var file = home.resolve("run/first-administrator");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file));
        var path = URI.create(Files.readString(file).strip()).getPath();
        post(path, get(path).body(), Map.of("name", "Ada", "email", EMAIL, "password", PASSWORD, "repeat", PASSWORD));
        return this;
    }

    /** Accepts an invitation by its one-time link, with a name of their own choice. */
    public Visitor accept(URI link, String name) throws Exception {
        var path = link.getPath();
        post(path, get(path).body(), Map.of("name", name, "password", PASSWORD, "repeat", PASSWORD));
        return this;
    }

    /** Signs in with the password, as the administrator. */
    public Visitor signIn() throws Exception {
        return signIn(EMAIL);
    }

    /** Signs in with the password that everybody has here. */
    public Visitor signIn(String email) throws Exception {
        var page = get("/session/sign-in?return=/");
        post(
                page.uri().getRawPath() + "?" + page.uri().getRawQuery(),
                page.body(),
                Map.of("email", email, "password", PASSWORD));
        return this;
    }

    /** Asks for a page or an address of the API. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Posts a body from a page of this origin. */
    public HttpResponse<String> post(String path, String mediaType, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Origin", origin)
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Deletes something from a page of this origin. */
    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return client.send(request(path).header("Origin", origin).DELETE().build(), BodyHandlers.ofString());
    }

    /** Makes a project and imports as many tasks into it. */
    public void fill(String key, int tasks) throws Exception {
        post("/api/v1/projects", "application/json", "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key));
        var rows = new StringBuilder("issuekey,title,description,storypoint\n");
        for (int n = 1; n <= tasks; n++) {
            rows.append("%s-%d,\"Täsk, number %d\",\"line\\one\n\"\"two\"\"\",%d\n".formatted(key, n, n, n % 8));
        }
        var accepted = post("/api/v1/imports?project=" + key, "text/csv", rows.toString());
        var job = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(job).body().contains("\"state\":\"done\""));
    }

    private HttpResponse<String> post(String path, String page, Map<String, String> fields) throws Exception {
        var all = new TreeMap<>(fields);
        HIDDEN.matcher(page).results().forEach(match -> all.put(match.group(1), match.group(2)));
        var form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", form);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin).resolve(path)).timeout(Duration.ofSeconds(60));
    }
}
