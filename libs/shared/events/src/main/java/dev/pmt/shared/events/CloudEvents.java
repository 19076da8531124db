package dev.pmt.shared.events;

import dev.pmt.shared.telemetry.Traceparent;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes and reads events as CloudEvents 1.0 in JSON, one or a batch (CloudEvents JSON event format §3 and §4); data pass
 * through as they are, character by character. The place in the trace is CloudEvents' extension for distributed tracing.
 */
public final class CloudEvents {

    private static final JsonFactory JSON = new JsonFactory();

    private CloudEvents() {}

    /** Writes an event that comes from a source, as {@code /api}. */
    public static String write(String source, Event event) {
        return written(generator -> write(generator, source, event));
    }

    /** Writes events of one source as a JSON list. */
    public static String writeBatch(String source, List<Event> events) {
        return written(generator -> {
            generator.writeStartArray();
            events.forEach(event -> write(generator, source, event));
            generator.writeEndArray();
        });
    }

    /** Reads an event. @throws IllegalArgumentException that names what is missing or malformed */
    public static Event read(String json) {
        return parsed(json, parser -> {
            parser.nextToken();
            return event(parser, json);
        });
    }

    /** Reads a JSON list of events. @throws IllegalArgumentException that names what is missing or malformed */
    public static List<Event> readBatch(String json) {
        return parsed(json, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("A batch of CloudEvents must be a JSON list");
            }
            var events = new ArrayList<Event>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                events.add(event(parser, json));
            }
            return events;
        });
    }

    private interface Writing {
        void to(JsonGenerator generator);
    }

    private interface Reading<T> {
        T from(JsonParser parser);
    }

    private static String written(Writing writing) {
        var text = new StringWriter();
        try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.to(generator);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, String source, Event event) {
        generator.writeStartObject();
        generator.writeStringProperty("specversion", "1.0");
        generator.writeStringProperty("id", event.id().toString());
        generator.writeStringProperty("source", source);
        generator.writeStringProperty("type", event.type());
        generator.writeStringProperty("subject", event.subject().toString());
        generator.writeStringProperty("time", event.time().toString());
        generator.writeStringProperty("datacontenttype", "application/json");
        generator.writeNumberProperty("version", event.version());
        generator.writeNumberProperty("position", event.position());
        if (event.actor() != null) {
            generator.writeStringProperty("actor", event.actor().toString());
        }
        if (event.trace() != null) {
            generator.writeStringProperty(Traceparent.NAME, event.trace());
        }
        generator.writeName("data");
        generator.writeRawValue(event.data());
        generator.writeEndObject();
    }

    private static <T> T parsed(String json, Reading<T> reading) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            var result = reading.from(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("CloudEvents must end with their JSON value");
            }
            return result;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("CloudEvents must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Event event(JsonParser parser, String json) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("A CloudEvent must be a JSON object");
        }
        var attributes = new CloudEventAttributes();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("data")) {
                attributes.put(name, raw(parser, json));
            } else if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
                attributes.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return attributes.toEvent();
    }

    private static String raw(JsonParser parser, String json) {
        var begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return json.substring(begin, (int) parser.currentLocation().getCharOffset());
    }
}
