package dev.pmt.delivery;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The Helm chart as Helm renders it.
 *
 * @param objects what a cluster would be given
 */
record Chart(List<JsonNode> objects) {

    private static final String KUBERNETES = "1.31.0";
    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Map<String, String> MODEL_OF = Map.of(
            "apps/v1 Deployment", "V1Deployment",
            "v1 Service", "V1Service",
            "v1 PersistentVolumeClaim", "V1PersistentVolumeClaim",
            "autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler",
            "policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget",
            "networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy",
            "networking.k8s.io/v1 Ingress", "V1Ingress");

    /** Renders it with values other than those of the file, by their paths. */
    static Chart render(Path folder, Map<String, Object> values) {
        var template = new Helm(folder).template().withName("pmt").withKubeVersion(KUBERNETES);
        values.forEach(template::set);
        var objects = new ArrayList<JsonNode>();
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(template.call())) {
            documents.forEachRemaining(document -> {
                if (document.isObject()) {
                    objects.add(document);
                }
            });
        }
        return new Chart(objects);
    }

    /** Returns what Helm finds wrong with the chart itself. */
    static List<String> complaints(Path folder) {
        var lint = new Helm(folder).lint().strict().call();
        return lint.isFailed() ? List.copyOf(lint.getMessages()) : List.of();
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(one -> one.path("kind").asString().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return all(kind)
                .filter(one -> one.at("/metadata/name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the chart must have the " + kind + " " + name));
    }

    /** Holds an object against Kubernetes' model: unknown and missing fields, wrong types. @throws AssertionError that names it */
    static void validate(JsonNode object) {
        var kind =
                object.path("apiVersion").asString() + " " + object.path("kind").asString();
        var model = MODEL_OF.get(kind);
        if (model == null) {
            throw new AssertionError("no model is known for " + kind);
        }
        try {
            Class.forName(MODELS + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            throw new AssertionError(kind + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
