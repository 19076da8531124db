package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services as containers run them: each alone, told by its environment and its own secrets, without home or supervisor. */
class AloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void services_alone_find_one_another_by_their_settings_and_end_when_told() throws Exception {
        var home = directory.resolve("home");
        var secrets = directory.resolve("secrets");
        Files.createDirectories(home.resolve("secrets"));
        try (var postgresql = ExternalServer.start(directory.resolve("postgresql"))) {
            for (var service : List.of("auth", "api")) {
                Files.writeString(home.resolve("secrets/" + InstallSecrets.ofServer(service)), "postgres");
                postgresql.execute("CREATE DATABASE pmt_" + service);
            }
            install("secrets", home, "--to", secrets.toString());
            var place = postgresql.place();
            install("databases", home, "auth=" + place, "api=" + place);
            assertThat(install("databases", home, "auth=" + place))
                    .as("may be repeated")
                    .contains("auth has its role");

            var ports = Map.of("gateway", free(), "admin", free(), "auth", free(), "api", free());
            try (var auth = ServerProcess.alone("dev.pmt.auth.AuthService", settings("auth", ports, secrets, place));
                    var api = ServerProcess.alone("dev.pmt.api.ApiService", settings("api", ports, secrets, place));
                    var edge = ServerProcess.alone("dev.pmt.gateway.GatewayService", edge(ports, secrets))) {
                for (var listener : List.of("admin", "auth", "api")) {
                    await().atMost(PATIENCE).ignoreExceptions().until(() -> health(ports.get(listener)) == 200);
                }
                install("link", home, "--auth", "http://localhost:" + ports.get("auth"));

                var ada = new Visitor(ports.get("gateway")).becomeAdministrator(home);
                ada.fill("ALONE", 2);
                await("what auth says, api hears in its own name")
                        .atMost(PATIENCE)
                        .until(() -> ada.get("/api/v1/profiles").body().contains("Ada"));

                for (var process : List.of(api, auth, edge)) {
                    process.signal("TERM");
                }
                for (var process : List.of(api, auth, edge)) {
                    assertThat(process.exitCode()).as(process.output()).isEqualTo(143);
                }
            }
        }
    }

    @Test
    void each_gets_its_own_secrets_only_and_keeps_them() throws IOException {
        var secrets = directory.resolve("secrets");
        install("secrets", directory.resolve("home"), "--to", secrets.toString());
        var before = contents(secrets);
        install("secrets", directory.resolve("home"), "--to", secrets.toString());

        assertThat(contents(secrets)).isEqualTo(before);
        assertThat(names(secrets.resolve("web"))).containsExactly("pmt.service.key", "pmt.web.service-keys.health");
        assertThat(names(secrets.resolve("health"))).containsExactly("pmt.service.key");
        assertThat(names(secrets.resolve("api")))
                .containsExactly("pmt.database.password", "pmt.events.redis-url", "pmt.service.key");
        assertThat(names(secrets.resolve("auth")))
                .contains("pmt.auth.key-secret", "pmt.auth.service-keys.api", "pmt.edge.client-secret")
                .doesNotContain("pmt.edge.admin-secret", "pmt.edge.cookie-secret");
        assertThat(Files.readString(secrets.resolve("auth/pmt.auth.service-keys.api")))
                .doesNotContain("\"d\"");
        assertThat(names(secrets.resolve("api-db"))).containsExactly("password");
        assertThat(before.keySet())
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void a_service_that_cannot_start_says_why() throws Exception {
        try (var api = ServerProcess.alone("dev.pmt.api.ApiService", Map.of("PMT_SETTINGS", "/nowhere"))) {
            assertThat(api.exitCode()).isEqualTo(1);
            assertThat(api.output())
                    .startsWith("api: PMT_SETTINGS must name a directory")
                    .doesNotContain("\tat ");
        }
    }

    private static Map<String, String> settings(
            String service, Map<String, Integer> ports, Path secrets, String postgresql) {
        var settings = new HashMap<>(everywhere(service, ports, secrets));
        settings.put("PMT_DATABASE_URL", "jdbc:postgresql://" + postgresql + "/pmt_" + service);
        settings.put("PMT_DATABASE_USER", service);
        return settings;
    }

    private static Map<String, String> edge(Map<String, Integer> ports, Path secrets) {
        var settings = new HashMap<>(everywhere("gateway", ports, secrets));
        settings.put("PMT_EDGE_ADMIN_PORT", ports.get("admin").toString());
        settings.put("PMT_EDGE_SERVICES_AUTH", "http://localhost:" + ports.get("auth"));
        settings.put("PMT_EDGE_SERVICES_API", "http://localhost:" + ports.get("api"));
        return settings;
    }

    private static Map<String, String> everywhere(String service, Map<String, Integer> ports, Path secrets) {
        var internal = "http://localhost:" + ports.get("admin");
        return Map.of(
                "PMT_SETTINGS",
                secrets.resolve(service).toString(),
                "PMT_PORT",
                ports.get(service).toString(),
                "PMT_URL",
                "http://localhost:" + ports.get("gateway"),
                "PMT_INTERNAL_URL",
                internal,
                "PMT_JWKS_URI",
                internal + "/to/auth/oauth2/jwks");
    }

    private static String install(String step, Path home, String... arguments) {
        var all = new java.util.ArrayList<>(List.of("install", step, "--home", home.toString()));
        all.addAll(List.of(arguments));
        var run = CommandLineRun.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    private static int free() {
        return ServerProcess.freePort();
    }

    private static int health(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toMap(file -> file, AloneTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
