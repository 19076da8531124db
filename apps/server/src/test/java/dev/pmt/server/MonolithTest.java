package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.contracts.SpanCollector;
import dev.pmt.shared.telemetry.Tracing;
import dev.pmt.shared.testing.Visitor;
import dev.pmt.shared.web.calls.Ports;
import dev.pmt.shared.web.calls.ServiceClient;
import dev.pmt.shared.web.calls.ServiceIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Looks inside a running monolith: what each context holds, who owns which table. */
class MonolithTest {

    private static final Path DOCUMENTS =
            Path.of("").toAbsolutePath().getParent().getParent().resolve("docs");
    private static final Path DOCUMENT = DOCUMENTS.resolve("data-ownership.md");

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Ports PORTS = new Ports(Tracing.none());

    @TempDir
    static Path directory;

    private static final SpanCollector COLLECTOR = SpanCollector.start();

    private static Up up;
    private static Path home;
    private static URI url;
    private static int port;
    private static int metrics;

    @BeforeAll
    static void start() {
        home = directory.resolve("home");
        port = ServerProcess.freePort();
        metrics = ServerProcess.freePort();
        url = URI.create("http://localhost:" + port);
        var options = new UpOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("up", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(
                        "--home",
                        home.toString(),
                        "--port",
                        Integer.toString(port),
                        "--metrics-port",
                        Integer.toString(metrics),
                        "--otlp-url",
                        COLLECTOR.address().toString());
        up = new Up(
                options,
                new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false));
        up.start();
    }

    @AfterAll
    static void stop() {
        PORTS.close();
        up.close();
        COLLECTOR.close();
    }

    @Test
    void each_context_holds_only_its_own_services_beans() {
        assertThat(ContextRecorder.CONTEXTS.keySet())
                .containsExactlyInAnyOrder("api", "auth", "health", "notifications");
        ContextRecorder.CONTEXTS.forEach((name, context) -> assertThat(ownBeans(context))
                .as(name)
                .isNotEmpty()
                .allMatch(type -> type.startsWith("dev.pmt." + name + ".") || type.startsWith("dev.pmt.shared.")));
    }

    @Test
    void nothing_that_one_service_needs_wakes_in_another() throws ClassNotFoundException {
        assertThat(ContextRecorder.CONTEXTS.get("health").getBeanNamesForType(DataSource.class))
                .isEmpty();
        for (var name : List.of("api", "auth", "notifications")) {
            assertThat(ContextRecorder.CONTEXTS.get(name).getBeanNamesForType(DataSource.class))
                    .as(name)
                    .hasSize(1);
        }
        var clients = Class.forName(
                "org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository");
        assertThat(contextsWithBeansOf(clients)).containsExactly("auth");
    }

    @Test
    void every_service_can_show_who_it_is_by_its_own_key_alone() throws Exception {
        for (var service : List.of("api", "health", "notifications", "web")) {
            var answer = ServiceProof.exchange(url, service, home.resolve("secrets/service-" + service));

            assertThat(answer.statusCode()).as(service).isEqualTo(200);
            assertThat(ServiceProof.claims(answer)).containsEntry("role", "service");
        }
        assertThat(ServiceProof.exchange(url, "health", home.resolve("secrets/service-api"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_service_reads_another_s_log_through_the_edge_with_its_own_key_alone() throws Exception {
        var edge = URI.create(Files.readString(home.resolve("run/edge-admin")).strip());
        assertThat(client(edge, "auth")
                        .get("api", "/internal/events?after=0", TIMEOUT)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client(edge, "auth").get("api", "/api/v1/projects", TIMEOUT).statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> client(edge, "nobody").get("api", "/internal/events?after=0", TIMEOUT))
                .hasMessage("nobody has no token: auth gave no useful answer: status 401");
    }

    private static ServiceClient client(URI edge, String service) throws IOException {
        var key = Files.readString(home.resolve("secrets/service-auth"));
        var identity = new ServiceIdentity(service, key, url.toString());
        return new ServiceClient(edge, identity, PORTS, Clock.systemUTC());
    }

    @Test
    void a_change_is_one_trace_from_the_edge_to_the_sockets_and_counts_by_route_and_service() throws Exception {
        var ada = new Visitor(port).becomeAdministrator(home);
        ada.fill("TRACE", 1);

        MovedTask.isOneTrace(ada, "TRACE", port, COLLECTOR);

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(figures())
                        .containsPattern(
                                "http_server_request_duration_seconds_count\\{.*http_route=\"/api/v1\".*service=\"gateway\".*} \\d")
                        .containsPattern(
                                "http_server_request_duration_seconds_count\\{.*http_route=\"/api/v1/tasks/\\{key}/move\".*service=\"api\".*} 1")
                        .containsPattern(
                                "pmt_event_delay_seconds_count\\{consumer=\"live\",producer=\"api\",service=\"notifications\"} \\d")
                        .containsPattern(
                                "pmt_event_behind\\{consumer=\"live\",producer=\"api\",service=\"notifications\"} 0")
                        .containsPattern("pmt_service_cpu_seconds_total\\{service=\"api\"} ")
                        .containsPattern("pmt_service_allocation_bytes_total\\{service=\"api\"} ")
                        .contains(documentedFigures()));
    }

    private static List<String> documentedFigures() throws IOException {
        var page = Files.readString(DOCUMENTS.resolve("telemetry.md"));
        var table = page.substring(page.indexOf("<!-- figures -->"), page.indexOf("<!-- /figures -->"));
        return Pattern.compile("`((?:pmt|http_server|hikaricp|jvm|process)_[a-z_]+)`")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String figures() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + metrics + "/metrics"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void the_table_owners_are_documented() throws Exception {
        var rendered = DataOwnership.render(tables());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, rendered);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("regenerate with: ./mvnw -pl apps/server -am verify -Dgolden.update=true")
                .isEqualTo(rendered);
    }

    @Test
    void no_foreign_key_crosses_a_schema_and_every_table_belongs_to_its_schemas_role() throws Exception {
        assertThat(query("""
                        SELECT c.conname FROM pg_constraint c
                          JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
                         WHERE c.contype = 'f' AND a.relnamespace <> b.relnamespace
                        """)).isEmpty();
        assertThat(query("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tableowner <> schemaname
                        """)).isEmpty();
    }

    private static Stream<String> ownBeans(ConfigurableApplicationContext context) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && type.getName().startsWith("dev.pmt."))
                .map(Class::getName);
    }

    private static Set<String> contextsWithBeansOf(Class<?> type) {
        return ContextRecorder.CONTEXTS.entrySet().stream()
                .filter(entry -> entry.getValue().getBeanNamesForType(type).length > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void every_table_of_every_service_is_fenced() throws Exception {
        assertThat(query("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                           AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'fence'
                                              AND t.tgenabled = 'O' AND pg_get_triggerdef(t.oid) LIKE
                                                  '% BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE % FOR EACH STATEMENT %')
                        """)).isEmpty();
        assertThat(query("SELECT count(*) FROM pg_trigger WHERE tgname = 'fence'"))
                .first()
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(tables().size()));
    }

    private static List<String> tables() throws Exception {
        return query("""
                SELECT n.nspname || '|' || c.relname || '|' || coalesce(obj_description(c.oid, 'pg_class'), '')
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND c.relname <> 'flyway_schema_history'
                   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
                """);
    }

    private static List<String> query(String sql) throws Exception {
        var port = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"))
                .get(3);
        var password =
                Files.readString(home.resolve("secrets/database-superuser")).strip();
        var result = new java.util.ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                result.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return result;
    }
}
