package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T00:00:00Z",
                "2026-11-21T10:15:00Z",
                "2026-11-21T10:15:00.120Z",
                "2026-11-21T10:15:07.000001Z",
                "2026-11-21T10:15:07.000000001Z",
                "1969-12-31T23:59:59.999Z",
                "-0044-03-15T12:00:00Z",
                "+12026-11-21T10:15:07Z"
            })
    void is_what_instants_say_of_themselves(String text) {
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void is_that_at_any_time() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var instant = Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 400_000_000_000L), random.nextInt());

            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
        }
    }
}
