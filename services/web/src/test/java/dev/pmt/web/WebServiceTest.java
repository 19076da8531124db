package dev.pmt.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServiceTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ProofKey HEALTH = ProofKey.fresh();
    private static RunningService web;

    @BeforeAll
    static void start() {
        var service = ServiceLoader.load(Service.class).iterator().next();
        assertThat(service.name()).isEqualTo("web");
        web = service.start(
                new ServiceSettings(Map.of("pmt.version", "1.2.3", "pmt.web.service-keys.health", HEALTH.publicJwk())));
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/projects", "/projects/MESOS/board?task=MESOS-313"})
    void serves_the_page_for_every_view_and_never_lets_it_grow_old(String path) throws Exception {
        var response = get(path, "Accept", HTML);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("test client");
        assertThat(response.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void lets_hashed_files_be_kept_for_ever() throws Exception {
        var response = get("/assets/index-a1b2c3.js");

        assertThat(response.headers().firstValue("content-type")).contains("text/javascript; charset=utf-8");
        assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void compresses_text_for_those_who_take_it() throws Exception {
        var request = to("/assets/index-a1b2c3.js").header("Accept-Encoding", "br, gzip");
        var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.headers().firstValue("vary"))
                .hasValueSatisfying(vary -> assertThat(vary).isEqualToIgnoringCase("accept-encoding"));
        assertThat(new GZIPInputStream(response.body()).readAllBytes())
                .asString()
                .startsWith("console.log");
        assertThat(get("/assets/index-a1b2c3.js", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .map())
                .doesNotContainKey("content-encoding");
        assertThat(get("/favicon.png", "Accept-Encoding", "gzip").headers().map())
                .doesNotContainKey("content-encoding");
    }

    @Test
    void sends_nothing_again_that_the_browser_has() throws Exception {
        var etag = get("/").headers().firstValue("etag").orElseThrow();

        var again = get("/", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void answers_head_without_a_body() throws Exception {
        var response = CLIENT.send(
                to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("content-length").orElse(0))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/gone-123.js", "/missing.png", "/../pom.xml", "/%2e%2e/pom.xml", "/webroot/index.html"})
    void answers_404_for_files_that_are_not_there(String path) throws Exception {
        var response = get(path, "Accept", HTML);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"not-found\"");
    }

    @Test
    void answers_404_for_views_when_no_page_is_wanted() throws Exception {
        assertThat(get("/projects", "Accept", "application/json").statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_writes() throws Exception {
        var response =
                CLIENT.send(to("/").POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, HEAD");
    }

    @Test
    void says_how_it_is_and_what_runs() throws Exception {
        assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/info").body()).contains("\"version\":\"1.2.3\"", "\"startedAt\":\"20");
    }

    @Test
    void tells_health_alone_in_which_process_it_runs() throws Exception {
        var proof = HEALTH.proof("health", "pmt-web", 60);
        var pid = "\"pid\":" + ProcessHandle.current().pid();

        var answer = get("/internal/about", "Authorization", "Bearer " + proof);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":\"1.2.3\"", pid, "\"host\":", "\"heapUsed\":");
        for (var bad : List.of(
                "Basic " + proof,
                "Bearer nonsense",
                "Bearer " + ProofKey.fresh().proof("health", "pmt-web", 60),
                "Bearer " + HEALTH.proof("api", "pmt-web", 60),
                "Bearer " + HEALTH.proof("health", "pmt-edge", 60),
                "Bearer " + HEALTH.proof("health", "pmt-web", -60))) {
            var refused = get("/internal/about", "Authorization", bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(401);
            assertThat(refused.body()).contains("not-signed-in").doesNotContain(pid);
        }
        assertThat(get("/internal/about").statusCode()).isEqualTo(401);
    }

    @Test
    void tells_nobody_where_it_runs_when_it_knows_no_key_of_health() throws Exception {
        var root = WebRoot.read(
                WebServiceTest.class.getResource("/webroot/index.html").toURI());
        try (var ignorant = WebService.start(new ServiceSettings(Map.of()), root, Clock.systemUTC())) {
            var request = HttpRequest.newBuilder(ignorant.address().resolve("/internal/about"))
                    .header("Authorization", "Bearer " + HEALTH.proof("health", "pmt-web", 60));

            assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void reads_the_client_out_of_a_jar(@TempDir Path folder) throws Exception {
        var jar = folder.resolve("web.jar");
        try (var files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectory(files.getPath("/webroot"));
            Files.writeString(files.getPath("/webroot/index.html"), "in a jar");
        }

        var root = WebRoot.read(URI.create("jar:" + jar.toUri() + "!/webroot/index.html"));

        assertThat(root.index().content()).hasToString("in a jar");
        assertThat(root.find("/other")).isEmpty();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(web.address() + path));
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
