package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractComparisonTest {

    private static final String RELEASED = """
            openapi: 3.1.0
            paths:
              /tasks/{key}:
                parameters:
                  - { name: key, in: path, required: true, schema: { type: string } }
                get:
                  parameters:
                    - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
                  responses:
                    '200':
                      headers: { ETag: { schema: { type: string } } }
                      content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } }
                    '404': { description: none }
                patch:
                  requestBody:
                    content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } }
                  responses: { '204': { description: done } }
            components:
              schemas:
                Task:
                  type: object
                  required: [key, points, state]
                  properties:
                    key: { type: string }
                    points: { type: [number, 'null'] }
                    state: { type: string, enum: [open, done] }
                    parent: { oneOf: [ { $ref: '#/components/schemas/Task' }, { type: 'null' } ] }
                Change:
                  type: object
                  required: [title]
                  properties:
                    title: { type: string, maxLength: 255 }
                    state: { type: string, enum: [open, done] }
            """;

    @Test
    void finds_nothing_in_the_same_contract() {
        assertThat(breaksAfter("", "")).isEmpty();
    }

    @Test
    void lets_a_contract_grow() {
        assertThat(breaksAfter(
                        "        title: { type: string, maxLength: 255 }",
                        "        title: { type: string, maxLength: 500 }\n        note: { type: string }"))
                .isEmpty();
        assertThat(breaksAfter(
                        "        key: { type: string }",
                        "        key: { type: string }\n        url: { type: string }"))
                .isEmpty();
    }

    static Stream<Arguments> plantedBreaks() {
        return Stream.of(
                Arguments.of("    patch:", "    put:", "PATCH /tasks/{key} was removed"),
                Arguments.of("name: limit, in: query,", "name: size, in: query,", "query parameter limit was removed"),
                Arguments.of("in: query, schema", "in: query, required: true, schema", "limit became required"),
                Arguments.of("maximum: 100", "maximum: 50", "maximum became smaller"),
                Arguments.of("        '404': { description: none }\n", "", "404 was removed"),
                Arguments.of("headers: { ETag:", "headers: { Version:", "header ETag was removed"),
                Arguments.of("points: { type: [number, 'null'] }", "points: { type: [string, 'null'] }", "type string"),
                Arguments.of("points: { type: [number, 'null'] }", "points: { type: number, format: int32 }", "format"),
                Arguments.of("required: [key, points, state]", "required: [key, points]", "state is no longer always"),
                Arguments.of("        key: { type: string }\n", "", "key was removed"),
                Arguments.of("required: [title]", "required: [title, state]", "state became required"),
                Arguments.of("maxLength: 255", "maxLength: 100", "maxLength became smaller"),
                Arguments.of(
                        "type: string, maxLength: 255", "type: integer, maxLength: 255", "no longer takes type string"),
                Arguments.of("type: string, maxLength: 255", "type: string, minLength: 3", "minLength became larger"),
                Arguments.of(
                        "application/json: { schema: { $ref: '#/components/schemas/Change'",
                        "text/json: { schema: { $ref: '#/components/schemas/Change'",
                        "no longer takes application/json"),
                Arguments.of(
                        "state: { type: string, enum: [open, done] }\n    Change",
                        "state: { type: string, enum: [open, done, gone] }\n    Change",
                        "may now answer value gone"));
    }

    @ParameterizedTest
    @MethodSource("plantedBreaks")
    void names_a_planted_break(String before, String after, String sentence) {
        var released = before.contains("\n    Change")
                ? RELEASED.replace(
                        "        parent: { oneOf: [ { $ref: '#/components/schemas/Task' }, { type: 'null' } ] }\n", "")
                : RELEASED;

        assertThat(released).contains(before);
        assertThat(breaks(released, released.replace(before, after))).anyMatch(found -> found.contains(sentence));
    }

    @Test
    void an_answer_that_may_now_be_null_is_a_break_and_one_that_no_longer_may_is_not() {
        assertThat(breaksAfter("key: { type: string }\n", "key: { type: [string, 'null'] }\n"))
                .singleElement()
                .asString()
                .contains("may now answer type null");
        assertThat(breaksAfter("points: { type: [number, 'null'] }", "points: { type: number }"))
                .isEmpty();
    }

    private static List<String> breaksAfter(String before, String after) {
        return breaks(RELEASED, RELEASED.replace(before, after));
    }

    private static List<String> breaks(String released, String current) {
        return ContractComparison.breaks(Contract.parse(released), Contract.parse(current));
    }
}
