package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventComparisonTest {

    private static final String TYPE = "pmt.task.made.v1";
    private static final String RELEASED = """
            {
              "title": "A task was made",
              "type": "object",
              "required": ["type", "data"],
              "properties": {
                "type": { "const": "pmt.task.made.v1" },
                "data": {
                  "type": "object",
                  "required": ["key", "state", "points", "labels"],
                  "properties": {
                    "key": { "type": "string", "description": "its key" },
                    "state": { "type": "string", "enum": ["open", "done"] },
                    "points": { "type": ["number", "null"], "minimum": 0 },
                    "owner": { "type": "string", "format": "uuid" },
                    "labels": { "type": "array", "items": { "type": "object", "required": ["name"],
                      "properties": { "name": { "type": "string" }, "hue": { "type": "integer" } } } }
                  }
                }
              }
            }
            """;

    @Test
    void finds_nothing_in_the_same_contract() {
        assertThat(breaksAfter("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "key": {                      | "url": { "type": "string" }, "key": {
            "name": {                     | "since": { "type": "string" }, "name": {
            "description": "its key"      | "description": "the key that people know it by"
            "description": "its key"      | "title": "Key"
            ["open", "done"]              | ["done", "open"]
            ["number", "null"]            | ["null", "number"]
            """)
    void lets_a_contract_grow(String of, String planted) {
        assertThat(breaksAfter(of, planted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "key": { "type": "string", "description": "its key" },  | | data.key was removed
            "owner": { "type": "string", "format": "uuid" },        | | data.owner was removed
            "name": { "type": "string" },     |                       | data.labels[].name was removed
            "data": {                         | "content": {          | pmt.task.made.v1 data was removed
            ["key", "state",                  | ["key",               | data.state is no longer always there
            ["type", "data"]                  | ["type"]              | pmt.task.made.v1 data is no longer always there
            "labels"]                         | "labels", "owner"]    | data.owner became required, but events in the log
            "labels"]                         | "labels", "fresh"]    | data.fresh became required, but events in the log
            ["name"]                          | ["name", "hue"]       | data.labels[].hue became required
            { "type": "string", "desc         | { "type": "integer", "desc | data.key changed its type from string to integer
            { "type": "string", "desc         | { "type": ["string", "null"], "desc | data.key may now be null
            { "type": "string", "desc         | { "desc               | data.key changed its type from string to anything
            ["number", "null"]                | "number"              | data.points changed its type from null or number to number
            ["open", "done"]                  | ["open"]              | data.state may no longer be done
            ["open", "done"]                  | ["open", "done", "gone"] | data.state may now be gone
            , "enum": ["open", "done"]        |                       | data.state changed its values from done or open to anything
            "type": "integer"                 | "type": "integer", "enum": [1, 2] | hue changed its values from anything to 1 or 2
            , "minimum": 0                    |                       | data.points changed its minimum from 0 to none
            , "format": "uuid"                |                       | data.owner changed its format from "uuid" to none
            { "const": "pmt.task.made.v1" }   | { "const": "pmt.task.done.v1" } | pmt.task.made.v1 type changed its const
            "key": { "type"                   | "key": { "pattern": "x", "type" | data.key changed its pattern from none to "x"
            "labels": { "type": "array", "items" | "labels": { "type": "array", "contains" | data.labels changed its items
            """)
    void names_a_planted_break(String of, String planted, String sentence) {
        assertThat(RELEASED).contains(of);
        assertThat(breaksAfter(of, planted == null ? "" : planted)).anyMatch(found -> found.contains(sentence));
    }

    @Test
    void events_may_come_but_never_go() {
        var one = EventSchemas.of(TYPE, RELEASED);
        var none = new EventSchemas(new TreeMap<>());

        assertThat(EventComparison.breaks(none, one)).isEmpty();
        assertThat(EventComparison.breaks(one, none)).containsExactly(TYPE + " was removed");
    }

    private static List<String> breaksAfter(String of, String planted) {
        return EventComparison.breaks(
                EventSchemas.of(TYPE, RELEASED), EventSchemas.of(TYPE, RELEASED.replace(of, planted)));
    }
}
