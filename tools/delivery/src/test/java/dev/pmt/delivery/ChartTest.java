package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders the Helm chart with Helm and holds what comes out against Kubernetes' models and what PMT's services need. */
class ChartTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());
    private static final Path FOLDER = REPOSITORY.root().resolve("infra/helm/pmt");
    private static final Chart CHART = Chart.render(FOLDER, Map.of());

    @Test
    void each_object_is_one_that_kubernetes_takes() {
        assertThat(Chart.complaints(FOLDER)).isEmpty();
        assertThat(CHART.objects()).hasSizeGreaterThan(20).allSatisfy(Chart::validate);

        var broken = (ObjectNode) CHART.one("Deployment", "api").deepCopy();
        ((ObjectNode) broken.at("/spec/template/spec/containers/0")).put("livenesProbe", "misspelt");
        assertThatThrownBy(() -> Chart.validate(broken)).hasMessageContaining("livenesProbe");
    }

    @Test
    void each_service_runs_with_little_right_is_probed_and_bounded_and_knows_its_own_secrets_only() {
        assertThat(CHART.all("Deployment").map(ChartTest::name))
                .containsExactlyInAnyOrderElementsOf(REPOSITORY.services());
        assertThat(CHART.all("Deployment")).allSatisfy(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            var container = pod.at("/containers/0");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asString())
                    .isEqualTo("ALL");
            for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.has(probe)).as(probe).isTrue();
            }
            assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asString()).isNotEmpty();
            assertThat(pod.at("/volumes/0/secret/secretName").asString()).isEqualTo("pmt-" + name(deployment));
        });
    }

    @Test
    void each_service_is_told_the_same_as_in_the_compose_file() {
        for (var service : REPOSITORY.services()) {
            var told = new TreeSet<String>();
            CHART.one("Deployment", service)
                    .at("/spec/template/spec/containers/0/env")
                    .forEach(variable -> told.add(variable.path("name").asString()));

            assertThat(told)
                    .as(service)
                    .isEqualTo(new TreeSet<>(ComposeTest.environment(service).keySet()));
        }
    }

    @Test
    void only_declared_doors_are_open() {
        var doors = new TreeSet<String>();
        CHART.all("NetworkPolicy")
                .forEach(policy -> policy.at("/spec/ingress")
                        .forEach(rule -> rule.path("from")
                                .forEach(from -> doors.add(caller(from) + " to " + name(policy) + ":"
                                        + rule.at("/ports/0/port").asInt()))));
        var expected = new TreeSet<>(Set.of("outside to gateway:8080"));
        for (var service : REPOSITORY.services()) {
            if (!service.equals("gateway")) {
                expected.add("gateway to " + service + ":8080");
                // Who asks other services does so by the edge's door between services; the client's files ask nobody.
                if (!service.equals("web")) {
                    expected.add(service + " to gateway:8081");
                }
            }
        }

        assertThat(doors).isEqualTo(expected);
        var rest = CHART.one("NetworkPolicy", "nothing-else").path("spec");
        assertThat(rest.has("ingress")).isFalse();
        assertThat(rest.at("/podSelector/matchLabels/app.kubernetes.io~1part-of")
                        .asString())
                .isEqualTo("pmt");
        assertThat(rest.path("policyTypes").valueStream().map(JsonNode::asString))
                .containsExactly("Ingress", "Egress");
    }

    @Test
    void figures_are_read_by_the_named_namespace_only_and_traces_leave_for_the_collector_only_if_there_is_one() {
        var chart = Chart.render(
                FOLDER, Map.of("telemetry.fromNamespace.team", "watch", "telemetry.otlpUrl", "http://collector:4318"));
        var api = chart.one("NetworkPolicy", "api").path("spec");

        assertThat(api.path("ingress")
                        .valueStream()
                        .filter(rule -> rule.at("/ports/0/port").asInt() == 9464)
                        .map(rule -> rule.at("/from/0/namespaceSelector/matchLabels/team")
                                .asString()))
                .containsExactly("watch");
        assertThat(api.path("egress").findValuesAsString("port")).contains("4318");
        assertThat(CHART.one("NetworkPolicy", "api").path("spec").path("egress").findValuesAsString("port"))
                .doesNotContain("4318");
        assertThat(chart.one("NetworkPolicy", "web").toString()).doesNotContain("9464", "4318");
    }

    @Test
    void a_canary_stands_beside_the_service_and_gets_none_of_its_requests_by_itself() {
        var chart = Chart.render(FOLDER, Map.of("services.api.canary.version", "0.2.0-rc.1"));

        var canary = chart.one("Deployment", "api-canary");
        assertThat(canary.at("/spec/template/spec/containers/0/image").asString())
                .isEqualTo("pmt/api:0.2.0-rc.1");
        var pods = canary.at("/spec/template/metadata/labels");
        assertThat(selects(chart.one("Service", "api-canary").at("/spec/selector"), pods))
                .isTrue();
        assertThat(selects(chart.one("Service", "api").at("/spec/selector"), pods))
                .isFalse();
        assertThat(chart.objects()).allSatisfy(Chart::validate);
    }

    @Test
    void all_pods_of_api_write_attachments_to_one_volume_and_no_others_see_it() {
        var claim = CHART.one("PersistentVolumeClaim", "files-api");
        assertThat(claim.at("/spec/accessModes/0").asString()).isEqualTo("ReadWriteMany");
        assertThat(CHART.all("Deployment")
                        .filter(deployment -> deployment.toString().contains("files-api"))
                        .map(ChartTest::name))
                .containsExactly("api");

        var given = Chart.render(FOLDER, Map.of("attachments.claim", "shared"));
        assertThat(given.all("PersistentVolumeClaim")).isEmpty();
        assertThat(given.one("Deployment", "api").findValuesAsString("claimName"))
                .containsExactly("shared");
    }

    @Test
    void attachments_are_in_a_bucket_without_any_volume_that_pods_share() {
        var chart = Chart.render(
                FOLDER,
                Map.of("attachments.s3.url", "https://minio.example.org:9000/files", "attachments.s3.port", 9000));

        assertThat(chart.all("PersistentVolumeClaim")).isEmpty();
        assertThat(chart.all("Deployment")
                        .filter(deployment -> deployment.toString().contains("minio.example.org"))
                        .map(ChartTest::name))
                .containsExactly("api");
        assertThat(chart.one("Deployment", "api").findValues("persistentVolumeClaim"))
                .isEmpty();
        assertThat(chart.all("NetworkPolicy")
                        .filter(policy -> policy.at("/spec/egress").toString().contains("9000"))
                        .map(ChartTest::name))
                .containsExactly("api");
        assertThat(chart.objects()).allSatisfy(Chart::validate);
    }

    @Test
    void only_services_that_keep_nothing_in_their_memory_are_scaled() {
        assertThat(CHART.all("HorizontalPodAutoscaler").map(ChartTest::name))
                .containsExactlyInAnyOrder("api", "notifications", "web");
        assertThat(CHART.one("Deployment", "api").path("spec").has("replicas"))
                .as("the autoscaler's number is not overwritten")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"url, http://pmt.example.org", "events.carrier, pigeons", "services.api.color, red"})
    void values_that_make_no_sense_are_refused(String path, String value) {
        assertThatThrownBy(() -> Chart.render(FOLDER, Map.of(path, value)))
                .hasMessageContaining(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asString();
    }

    private static String caller(JsonNode from) {
        var pods = from.at("/podSelector/matchLabels/app.kubernetes.io~1name").asString();
        return pods.isEmpty() ? "outside" : pods;
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.propertyStream().allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }
}
