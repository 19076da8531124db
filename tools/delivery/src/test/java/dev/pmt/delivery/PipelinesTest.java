package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds each service's pipeline against the Maven graph: it runs when, and only when, something it builds from changes. */
class PipelinesTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    @TestFactory
    Stream<DynamicTest> every_service_has_a_pipeline_that_watches_what_it_is_built_from() {
        return REPOSITORY.services().stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    var pipeline = read(service);

                    assertThat(paths(pipeline, "push")).isEqualTo(REPOSITORY.inputs(service));
                    assertThat(paths(pipeline, "pull_request")).isEqualTo(REPOSITORY.inputs(service));
                    assertThat(pipeline.path("jobs")
                                    .path("service")
                                    .path("uses")
                                    .asString())
                            .isEqualTo("./.github/workflows/service.yml");
                    assertThat(pipeline.path("jobs")
                                    .path("service")
                                    .path("with")
                                    .path("service")
                                    .asString())
                            .isEqualTo(service);
                }));
    }

    @Test
    void a_service_is_built_from_the_shared_parts_that_it_names_and_theirs() {
        assertThat(REPOSITORY.services()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(REPOSITORY.inputs("api"))
                .contains("libs/shared/web/**", "libs/shared/data/**", "libs/shared/service/**", "services/api/**");
        assertThat(REPOSITORY.inputs("gateway")).doesNotContain("libs/shared/data/**");
        assertThat(REPOSITORY.inputs("api"))
                .contains("services/auth/contract/events/**")
                .doesNotContain("services/api/contract/events/**");
        assertThat(REPOSITORY.inputs("notifications")).contains("services/api/contract/events/**");
        assertThat(REPOSITORY.inputs("web")).contains("services/api/contract/**", "libs/shared/events/contract/**");
    }

    @Test
    void a_service_is_deployed_alone_once_its_tests_and_contracts_hold_environment_after_environment() {
        var jobs = read("service").path("jobs");

        assertThat(names(jobs.path("image").path("needs"))).containsExactly("build", "contract");
        var before = "image";
        for (var environment : List.of("dev", "staging", "prod")) {
            var job = jobs.path(environment);
            assertThat(job.path("needs").asString()).isEqualTo(before);
            assertThat(job.path("uses").asString()).isEqualTo("./.github/workflows/deploy.yml");
            assertThat(job.path("with").path("environment").asString()).isEqualTo(environment);
            assertThat(job.path("with").path("service").asString()).isEqualTo("${{ inputs.service }}");
            before = environment;
        }
        assertThat(read("deploy").path("jobs").path("deploy").path("steps").toString())
                .contains("infra/deploy ${{ inputs.service }} ${{ inputs.environment }}");
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode read(String service) {
        return new YAMLMapper()
                .readTree(REPOSITORY
                        .root()
                        .resolve(".github/workflows/" + service + ".yml")
                        .toFile());
    }

    private static Set<String> paths(JsonNode pipeline, String event) {
        var paths = new TreeSet<String>();
        // YAML 1.1 reads the bare word "on" as true.
        var on = pipeline.has("on") ? pipeline.get("on") : pipeline.path("true");
        on.path(event).path("paths").forEach(path -> paths.add(path.asString()));
        return paths;
    }
}
