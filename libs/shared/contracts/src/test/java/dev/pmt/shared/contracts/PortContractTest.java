package dev.pmt.shared.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortContractTest {

    private static final String CONTRACT = """
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}
            components:
              schemas:
                Thing:
                  type: object
                  required: [name, size]
                  properties:
                    name: {type: string}
                    size: {type: [integer, 'null']}
                    note: {type: string}
            """;

    @TempDir
    Path folder;

    private Path contract;
    private Path calls;

    /** Stands for Spring's, which this module does without. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface GetExchange {
        String value() default "";

        String url() default "";
    }

    interface Good {
        @GetExchange("/things")
        List<Thing> listThings();

        record Thing(
                String name, @Nullable Long size, @Nullable String note) {}
    }

    interface Wrong {
        @GetExchange("/goods")
        List<Other> listThings();

        record Other(boolean name, Long size, String note, String colour) {}
    }

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("internal.yaml"), CONTRACT);
        calls = Files.writeString(folder.resolve("calls.yml"), """
                good: &call
                  {port: Good, provider: things, operations: [listThings], purpose: p, when: request, timeout: PT1S, at-once: 1, cut: c}
                wrong: {<<: *call, port: Wrong}
                other: {<<: *call, operations: [listThings, getThing]}
                """);
    }

    @Test
    void fits_what_the_provider_offers() {
        assertThat(PortContract.faults(Good.class, DeclaredCall.find(calls, "good"), contract))
                .isEmpty();
    }

    @Test
    void finds_what_does_not_fit() {
        assertThat(PortContract.faults(Wrong.class, DeclaredCall.find(calls, "wrong"), contract))
                .containsExactly(
                        "listThings asks for GET /goods, offered is GET /things",
                        "listThings[].name is read as boolean, offered as [string]",
                        "listThings[].size is not always there",
                        "listThings[].note is not always there",
                        "listThings[].colour is not offered");
    }

    @Test
    void finds_what_is_declared_and_not_asked_for() {
        assertThat(PortContract.faults(Good.class, DeclaredCall.find(calls, "other"), contract))
                .containsExactly("Good asks for [listThings], declared are Good [getThing, listThings]");
    }
}
