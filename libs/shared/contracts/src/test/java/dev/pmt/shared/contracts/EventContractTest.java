package dev.pmt.shared.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventContractTest {

    private static final String TYPE = "pmt.thing.made.v1";
    private static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "A thing was made",
              "type": "object",
              "required": ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "version",
                           "position", "data"],
              "properties": {
                "specversion": { "const": "1.0" },
                "id": { "type": "string", "format": "uuid" },
                "source": { "const": "/things" },
                "type": { "const": "pmt.thing.made.v1" },
                "subject": { "type": "string", "format": "uuid" },
                "time": { "type": "string", "format": "date-time" },
                "datacontenttype": { "const": "application/json" },
                "version": { "type": "integer", "minimum": 1 },
                "position": { "type": "integer", "minimum": 1 },
                "data": {
                  "type": "object",
                  "required": ["name", "parts"],
                  "properties": {
                    "name": { "type": "string" },
                    "weight": { "type": ["number", "null"] },
                    "parts": { "type": "array", "items": {
                      "type": "object", "required": ["no"], "properties": { "no": { "type": "integer" } } } }
                  }
                }
              }
            }
            """;
    private static final String EXAMPLE = """
            {
              "specversion": "1.0", "id": "0199f0c1-6d2e-74aa-8c35-91e0b7d24f63", "source": "/things",
              "type": "pmt.thing.made.v1", "subject": "0199e2a4-51c8-7b06-a3f1-2d7c5e90b418",
              "time": "2026-01-01T00:00:00Z", "datacontenttype": "application/json", "version": 1, "position": 9,
              "data": { "name": "chair", "weight": null, "parts": [{ "no": 1 }, { "no": 2 }] }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write(".schema.json", SCHEMA);
        write(".example.json", EXAMPLE);
    }

    @Test
    void finds_nothing_where_all_is_well() {
        var contract = EventContract.read(folder);

        assertThat(contract.types()).containsExactly(TYPE);
        assertThat(contract.examples()).containsEntry(TYPE, EXAMPLE);
        assertThat(contract.faults(EXAMPLE)).isEmpty();
    }

    @Test
    void knows_which_types_nobody_published() {
        var contract = EventContract.read(folder);
        assertThat(contract.unseen()).containsExactly(TYPE);

        contract.check(EXAMPLE);

        assertThat(contract.unseen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "pmt.thing.made.v1"     | "pmt.thing.sold.v1"           | stand in contract/events: 'pmt.thing.sold.v1'
            "type": "pmt            | "kind": "pmt                  | stand in contract/events: ''
            "name": "chair",        |                               | name
            "name": "chair"         | "name": null                  | /data/name
            { "no": 1 }             | { "no": "1" }                 | /data/parts/0/no
            "id": "0199f0c1         | "id": "zz                     | /id
            "2026-01-01T00:00:00Z"  | "yesterday"                   | /time
            "version": 1            | "version": 0                  | /version
            "source": "/things"     | "source": "/others"           | /source
            "name": "chair"         | "name": "x", "colour": "red"  | data.colour must be declared
            { "no": 1 }             | { "no": 1, "of": 2 }          | data.parts.of must be declared
            "position": 9           | "position": 9, "trace": "x"   | trace must be declared
            { "name"                | "name"                        | must be JSON
            """)
    void finds_what_an_event_must_not_be(String of, String planted, String fault) {
        var event = EXAMPLE.replace(of, planted == null ? "" : planted);
        var contract = EventContract.read(folder);

        assertThat(event).isNotEqualTo(EXAMPLE);
        assertThat(contract.faults(event))
                .isNotEmpty()
                .anySatisfy(found -> assertThat(found).contains(fault));
        assertThatThrownBy(() -> contract.check(event)).isInstanceOf(AssertionError.class);
        assertThat(contract.unseen()).containsExactly(TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "pmt.thing.made.v1"     | "pmt.thing.sold.v1"             | must be named after its type: pmt.thing.sold.v1
            "position", "data"]     | "position"]                     | must declare and require the attribute data
            "specversion": {        | "version_": {                   | require the attribute specversion
            "type": "array",        | "type": "list",                 | must be a JSON Schema: /properties/data
            "required": ["no"]      | "additionalProperties": false   | must not use the keyword additionalProperties
            "format": "uuid"        | "fromat": "uuid"                | must not use the keyword fromat
            "name": { "type": "string" } | "name": { "type": "integer" } | example.json must fit its schema: /data/name
            """)
    void finds_what_a_schema_must_not_be(String of, String planted, String fault) throws IOException {
        assertThat(SCHEMA).contains(of);
        write(".schema.json", SCHEMA.replace(of, planted));

        assertThatThrownBy(() -> EventContract.read(folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @Test
    void wants_an_example_for_every_schema_and_a_schema_for_every_example() throws IOException {
        Files.move(folder.resolve(TYPE + ".example.json"), folder.resolve("pmt.thing.lost.v1.example.json"));
        Files.writeString(folder.resolve("notes.txt"), "");

        assertThatThrownBy(() -> EventContract.read(folder))
                .hasMessageContaining(TYPE + ".schema.json must have an example beside it")
                .hasMessageContaining("pmt.thing.lost.v1.example.json must have a schema beside it")
                .hasMessageContaining("or <type>.example.json: notes.txt");
    }

    @Test
    void fails_when_it_saw_no_schema() {
        assertThatThrownBy(() -> EventContract.read(folder.resolve("none")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must have a schema");
    }

    private void write(String ending, String text) throws IOException {
        Files.writeString(folder.resolve(TYPE + ending), text);
    }
}
