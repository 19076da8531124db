package dev.pmt.delivery;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a service's {@code contract/asyncapi.yaml} (AsyncAPI 3.0): one channel, its log, with a message for each event. */
final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final String HEAD = "# Generated from events/*.schema.json, see docs/events.md; a test compares.\n";
    private static final String SCHEMA = "application/schema+json;version=draft-2020-12";

    private AsyncApi() {}

    static String render(String service, Contract openApi, EventSchemas events) {
        var file = YAML.createObjectNode().put("asyncapi", "3.0.0");
        var info = openApi.document().path("info");
        file.putObject("info")
                .put("title", "Events of " + service)
                .put("version", info.path("version").asString())
                .put("description", "What happened, in order; docs/events.md tells how it is carried.")
                .putObject("license")
                .put("name", info.at("/license/name").asString());
        file.put("defaultContentType", "application/cloudevents+json");
        channel(file, service, events.byType());
        var messages = file.putObject("components").putObject("messages");
        events.byType().forEach((type, schema) -> message(messages.putObject(type), type, schema));
        return HEAD + YAML.writeValueAsString(file);
    }

    private static void channel(ObjectNode file, String service, Map<String, JsonNode> events) {
        var channel = file.putObject("channels")
                .putObject(service)
                .put("address", service)
                .put("description", "The log of " + service + "; an event's position is its place in it.");
        var messages = channel.putObject("messages");
        events.keySet().forEach(type -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
        file.putObject("operations")
                .putObject("publish")
                .put("action", "send")
                .putObject("channel")
                .put("$ref", "#/channels/" + service);
    }

    private static void message(ObjectNode message, String type, JsonNode schema) {
        message.put("name", type).put("title", schema.path("title").asString());
        if (schema.has("description")) {
            message.put("summary", schema.path("description").asString());
        }
        message.putObject("payload")
                .put("schemaFormat", SCHEMA)
                .putObject("schema")
                .put("$ref", "events/" + type + EventSchemas.ENDING);
    }
}
