package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answer expect(int wanted) {
        assertThat(status).as(body()).isEqualTo(wanted);
        return this;
    }

    /** Expects a problem with a status and a code. */
    public Answer expect(int wanted, String code) {
        expect(wanted);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/code")).as(body()).isEqualTo(code);
        return this;
    }

    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(bytes);
    }

    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** Returns the text at a JSON pointer. */
    public String text(String pointer) {
        return at(pointer).asString();
    }

    public long number(String pointer) {
        return at(pointer).asLong();
    }

    /** Returns one text of each item. */
    public List<String> each(String array, String field) {
        return StreamSupport.stream(at(array).spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse("");
    }
}
