package dev.pmt.delivery;

import dev.pmt.shared.contracts.ConsumedEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes {@code docs/events.md}: a text by hand (its template), then all events of all services. */
final class EventPage {

    private static final String TEMPLATE = "/events.md";

    private final Repository repository;

    EventPage(Repository repository) {
        this.repository = repository;
    }

    String render() {
        var page = new StringBuilder(template());
        for (var producer : repository.producers()) {
            page.append("\n### Said by `").append(producer).append("`\n\n");
            page.append("As AsyncAPI: [asyncapi.yaml](../services/%s/contract/asyncapi.yaml)\n\n".formatted(producer));
            page.append("| type | what happened | data | heard by |\n|---|---|---|---|\n");
            EventSchemas.read(repository.contract(producer).resolve("events"))
                    .byType()
                    .forEach((type, schema) -> page.append(row(producer, type, schema)));
        }
        return page.toString();
    }

    private String row(String producer, String type, JsonNode schema) {
        var file = "../services/%s/contract/events/%s%s".formatted(producer, type, EventSchemas.ENDING);
        return "| [`%s`](%s) | %s | %s | %s |\n"
                .formatted(
                        type,
                        file,
                        sentences(schema),
                        properties(schema.at("/properties/data")),
                        heardBy(producer, type));
    }

    private static String sentences(JsonNode schema) {
        var title = schema.path("title").asString("");
        var more = schema.path("description").asString("");
        return more.isEmpty() ? title : title + ". " + more;
    }

    /** Names an object's properties; what is not required is marked. */
    static String properties(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return schema.path("properties").properties().stream()
                .map(property -> property(property.getKey(), property.getValue())
                        + (required.contains(property.getKey()) ? "" : " (optional)"))
                .collect(Collectors.joining(", "));
    }

    private static String property(String name, JsonNode schema) {
        var types = schema.path("type");
        if (types.isArray()) {
            return "`" + name + "?`";
        }
        if (!types.asString("").equals("array")) {
            return "`" + name + "`";
        }
        var parts = properties(schema.path("items"));
        return "`" + name + "[]`" + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private String heardBy(String producer, String type) {
        var consumers = repository.services().stream()
                .flatMap(service -> consumers(repository, service).stream()
                        .filter(consumer -> consumer.producer().equals(producer)
                                && consumer.types().contains(type))
                        .map(consumer -> "`" + service + "` " + consumer.purpose()))
                .collect(Collectors.joining(", "));
        return consumers.isEmpty() ? "–" : consumers;
    }

    /** Returns what a service listens to; nothing when it has no {@code contract/consumes.yml}. */
    static List<ConsumedEvents> consumers(Repository repository, String service) {
        var file = repository.contract(service).resolve("consumes.yml");
        return Files.exists(file) ? ConsumedEvents.read(file) : List.of();
    }

    private static String template() {
        try (var template = Objects.requireNonNull(EventPage.class.getResourceAsStream(TEMPLATE))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
