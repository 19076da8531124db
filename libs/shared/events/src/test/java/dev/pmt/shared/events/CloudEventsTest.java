package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Events leave as CloudEvents 1.0 and come back as they were. */
class CloudEventsTest {

    private static final UUID ACTOR = UUID.fromString("0199d8b7-0a13-7e5d-b2c4-68f1a93d7e05");

    private static final String JSON = """
            {
              "specversion": "1.0",
              "id": "0199f0c4-6d2e-753f-8c35-91e0b7d24f74",
              "source": "/sample",
              "type": "pmt.aggregate.changed.v1",
              "subject": "0199f0c1-6d2e-74aa-8c35-91e0b7d24f63",
              "time": "2026-11-02T09:18:27.415926Z",
              "datacontenttype": "application/json",
              "version": 5,
              "position": 4715,
              "actor": "0199d8b7-0a13-7e5d-b2c4-68f1a93d7e05",
              "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
              "data": {"rank": "W3z"}
            }
            """;

    private static Event event(@Nullable UUID actor, String data) {
        return new Event(
                UUID.fromString("0199f0c4-6d2e-753f-8c35-91e0b7d24f74"),
                "pmt.aggregate.changed.v1",
                UUID.fromString("0199f0c1-6d2e-74aa-8c35-91e0b7d24f63"),
                5,
                4715,
                Instant.parse("2026-11-02T09:18:27.415926Z"),
                actor,
                data,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    @Test
    void an_event_is_written_with_these_attributes() {
        var json = new JsonMapper();

        assertThat(json.readTree(CloudEvents.write("/sample", event(ACTOR, "{\"rank\": \"W3z\"}"))))
                .isEqualTo(json.readTree(JSON));
        assertThat(json.readTree(CloudEvents.write("/sample", event(null, "{}")))
                        .has("actor"))
                .isFalse();
    }

    @Test
    void an_event_is_read() {
        assertThat(CloudEvents.read(JSON)).isEqualTo(event(ACTOR, "{\"rank\": \"W3z\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"b\" : 1.10,\t\"a\":[ 1e2 , 12345678901234567890.123456789 ] }",
                "{\"title\": \"Ä \\\"quoted\\\" \\u00e4 \\ud83d\\ude80 🚀 漢字\"}",
                "{\"data\": {\"id\": \"not the event's\"}, \"position\": 7}",
                "[1, [2, {}]]",
                "\"a } in a text\"",
                "17",
                "-1.50",
                "true",
                "null"
            })
    void data_pass_through_character_by_character(String data) {
        var events = List.of(event(ACTOR, data), event(null, data), event(ACTOR, data));

        assertThat(CloudEvents.read(CloudEvents.write("/sample", events.get(1))))
                .isEqualTo(events.get(1));
        assertThat(CloudEvents.readBatch(CloudEvents.writeBatch("/sample", events)))
                .isEqualTo(events);
    }

    @Test
    void large_data_pass_through() {
        var event = event(null, "{\"text\": \"" + "Zeile 漢\\n".repeat(200_000) + "\"}");

        assertThat(CloudEvents.readBatch(CloudEvents.writeBatch("/sample", List.of(event, event))))
                .containsExactly(event, event);
    }

    @Test
    void a_batch_may_be_empty() {
        assertThat(CloudEvents.writeBatch("/sample", List.of())).isEqualTo("[]");
        assertThat(CloudEvents.readBatch(" [ ] ")).isEmpty();
    }

    @Test
    void unknown_attributes_are_ignored_and_a_time_may_have_an_offset() {
        var json = JSON.replace("{\n", "{ \"later\": {\"id\": [\"x\"]}, \"dataschema\": null,\n")
                .replace("T09:18:27.415926Z", "T10:18:27.415926+01:00")
                .replace("\"datacontenttype\": \"application/json\",", "");

        assertThat(CloudEvents.read(json)).isEqualTo(event(ACTOR, "{\"rank\": \"W3z\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "version", "position", "data"})
    void an_attribute_that_is_missing_is_named(String name) {
        assertThatThrownBy(() -> CloudEvents.read(JSON.replace("\"" + name + "\"", "\"x\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A CloudEvent must have the attribute " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, \"1.0\", \"0.3\", 1.0: 0.3",
        "datacontenttype, \"application/json\", \"text/xml\", application/json: text/xml",
        "id, \"0199f0c4-6d2e-753f-8c35-91e0b7d24f74\", \"seven\", a UUID: seven",
        "actor, \"0199d8b7-0a13-7e5d-b2c4-68f1a93d7e05\", \"me\", a UUID: me",
        "time, \"2026-11-02T09:18:27.415926Z\", \"today\", an RFC 3339 time: today",
        "version, 5, 5.5, a number from 0: 5.5",
        "position, 4715, -1, a number from 0: -1"
    })
    void an_attribute_that_is_malformed_is_named(String name, String good, String bad, String rule) {
        assertThatThrownBy(() -> CloudEvents.readBatch("[" + JSON.replace(": " + good, ": " + bad) + "]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The attribute " + name + " of a CloudEvent must be " + rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                  | A CloudEvent must be a JSON object",
                "''                  | A CloudEvent must be a JSON object",
                "{\"id\": \"x\"      | CloudEvents must be JSON",
                "not JSON            | CloudEvents must be JSON"
            })
    void what_is_no_event_is_refused(String json, String why) {
        assertThatThrownBy(() -> CloudEvents.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_is_no_batch_is_refused() {
        assertThatThrownBy(() -> CloudEvents.readBatch(JSON)).hasMessage("A batch of CloudEvents must be a JSON list");
        assertThatThrownBy(() -> CloudEvents.readBatch("[1]")).hasMessage("A CloudEvent must be a JSON object");
        assertThatThrownBy(() -> CloudEvents.readBatch("[] []"))
                .hasMessage("CloudEvents must end with their JSON value");
        assertThatThrownBy(() -> CloudEvents.readBatch("[")).hasMessageContaining("CloudEvents must be JSON");
    }
}
