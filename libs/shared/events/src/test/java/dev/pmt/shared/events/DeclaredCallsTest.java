package dev.pmt.shared.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.DeclaredCall;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeclaredCallsTest {

    private static final Path CALLS = Path.of("contract/calls.yml");

    @Test
    void the_limits_are_those_that_are_declared() {
        assertThat(DeclaredCall.find(CALLS, "events").timeout()).isEqualTo(HttpFeed.ANSWER);
        assertThat(DeclaredCall.find(CALLS, "lag").timeout()).isEqualTo(HttpFeed.LOOK);
        assertThat(DeclaredCall.find(CALLS, "lag").atOnce()).isEqualTo(EventStatus.LOOKING);
    }
}
