package dev.pmt.api.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-02-28T00:00:00Z, 2026-03-01T00:00:00Z",
        "Today, 2026-11-22T00:00:00Z, 2026-11-23T00:00:00Z",
        "yesterday, 2026-11-21T00:00:00Z, 2026-11-22T00:00:00Z",
        "tomorrow, 2026-11-23T00:00:00Z, 2026-11-24T00:00:00Z",
        "now, 2026-11-22T10:30:00Z, 2026-11-22T10:30:00Z",
        "-7d, 2026-11-15T10:30:00Z, 2026-11-15T10:30:00Z",
        "+2W, 2026-12-06T10:30:00Z, 2026-12-06T10:30:00Z",
        "-9m, 2026-02-22T10:30:00Z, 2026-02-22T10:30:00Z",
        "-1y, 2025-11-22T10:30:00Z, 2025-11-22T10:30:00Z",
        "-12h, 2026-11-21T22:30:00Z, 2026-11-21T22:30:00Z",
        "-0d, 2026-11-22T10:30:00Z, 2026-11-22T10:30:00Z",
        "2026-11-22T09:00+02:00, 2026-11-22T07:00:00Z, 2026-11-22T07:00:00Z",
    })
    void reads_days_and_moments(String text, Instant start, Instant end) {
        var when = When.parse(text, NOW).orElseThrow();

        assertThat(when.start()).isEqualTo(start);
        assertThat(when.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30",
                "0000-01-01",
                "9999-12-31",
                "-9999y",
                "+9999y",
                "7d",
                "-7",
                "-7x",
                "2026-11-22Tnoon"
            })
    void knows_what_is_no_date(String text) {
        assertThat(When.parse(text, NOW)).isEmpty();
    }
}
