package dev.pmt.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static Snapshot json(String body) {
        return new Snapshot(200, "application/json", Buffer.buffer(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':[1.0,2]} | {'b':[1,2.00],'a':1e0} | ",
                "{'a':1} | {'a':2} | /a",
                "{'a':1} | {'b':1} | /a,/b",
                "{'a':null} | {} | /a",
                "{'a':1} | {'a':'1'} | /a",
                "{'items':[{'id':1},{'id':2}]} | {'items':[{'id':1},{'id':3}]} | /items/*/id",
                "{'items':[1,2]} | {'items':[1]} | /items/*",
                "{'by':{'ada@example.org':1}} | {'by':{'ada@example.org':2}} | /by/*",
                "{'by':{'0198f3a0-0000-7000-8000-000000000001':1}} | {'by':{}} | /by/*",
                "1 | 2 | body",
                "[true] | [false] | /*",
                "{'big':123456789012345678901234567890} | {'big':123456789012345678901234567891} | /big",
                "{ | {} | body",
            })
    void names_fields_and_never_values(String one, String other, String fields) {
        assertThat(Difference.between(json(one.replace('\'', '"')), json(other.replace('\'', '"'))))
                .isEqualTo(fields == null ? Set.of() : Set.of(fields.split(",")));
    }

    @Test
    void looks_at_status_and_content_type_too() {
        var ok = json("{}");
        assertThat(Difference.between(ok, new Snapshot(404, "application/json", Buffer.buffer("{\"x\":1}"))))
                .containsExactly("status");
        assertThat(Difference.between(ok, new Snapshot(200, "text/plain", Buffer.buffer("{}"))))
                .containsExactly("content-type");
        assertThat(Difference.between(ok, new Snapshot(200, "text/plain", Buffer.buffer("x"))))
                .containsExactly("content-type", "body");
        assertThat(Difference.between(
                        new Snapshot(200, "image/png", Buffer.buffer("x")),
                        new Snapshot(200, "image/png", Buffer.buffer("y"))))
                .containsExactly("body");
    }

    @Test
    void stops_at_a_hundred_fields() {
        var one = new StringBuilder("{\"x\":0");
        var other = new StringBuilder("{\"x\":0");
        for (var field = 0; field < 500; field++) {
            var name = Integer.toString(field, 36).replaceAll("[0-9]", "n") + "x".repeat(field % 30);
            one.append(",\"").append(name).append("\":1");
            other.append(",\"").append(name).append("\":2");
        }

        assertThat(Difference.between(json(one + "}"), json(other + "}"))).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void takes_out_noise_and_what_lies_below_it() {
        assertThat(Difference.without(Set.of("/at", "/items/*"), Set.of("/at", "/items/*/id", "/atlas", "/name")))
                .containsExactlyInAnyOrder("/atlas", "/name");
    }

    @Test
    void folds_what_a_path_names() {
        assertThat(PathShape.of("/api/v1/projects/MESOS/tasks/MESOS-313/attachments/7"))
                .isEqualTo("/api/v1/projects/*/tasks/*/attachments/*");
        assertThat(PathShape.of("/")).isEqualTo("/");
    }
}
