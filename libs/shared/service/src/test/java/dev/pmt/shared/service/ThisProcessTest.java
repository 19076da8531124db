package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThisProcessTest {

    @Test
    void it_tells_which_process_it_is_since_when_and_what_it_uses() {
        var facts = ThisProcess.describe();

        assertThat(facts)
                .containsEntry("pid", ProcessHandle.current().pid())
                .containsEntry("java", Runtime.version().toString());
        assertThat((String) facts.get("host")).isNotBlank();
        assertThat(Instant.parse((String) facts.get("startedAt"))).isBefore(Instant.now());
        assertThat((Long) facts.get("heapUsed")).isPositive().isLessThanOrEqualTo((Long) facts.get("heapMost"));
    }
}
