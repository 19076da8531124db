package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void writes_the_members_of_rfc_9457_and_its_own() {
        var problem = new Problem(409, "key-taken", "Conflict", "Choose another.", Map.of("key", "A"));

        assertThat(problem.body())
                .containsExactly(
                        Map.entry("type", "https://pmt.dev/problems/key-taken"),
                        Map.entry("title", "Conflict"),
                        Map.entry("status", 409),
                        Map.entry("detail", "Choose another."),
                        Map.entry("code", "key-taken"),
                        Map.entry("key", "A"));
    }

    @Test
    void refuses_a_status_that_is_no_error() {
        assertThatThrownBy(() -> Problem.of(200, "x", "OK", "")).hasMessageContaining("200");
    }
}
