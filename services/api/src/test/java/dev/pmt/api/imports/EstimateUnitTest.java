package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateUnitTest {

    @ParameterizedTest
    @CsvSource({
        "Original Estimate, 28800, 480",
        "original estimate, 20, 1",
        "Original estimate, 90, 2",
        "pmt_estimate_minutes, 90, 90",
        "Work, 8, 480",
        "Estimated time, 1.5, 90",
        "Effort, 0.25, 15",
        "Work, 0.001, 1",
        "Work, 8.00 h, 480",
        "Work, 8h · Σ 12.5h, 480",
        "Work, · Σ 12.5h, 0",
        "Original estimate, 2h 30m, 150",
        "pmt_estimate_minutes, 90m, 90",
        "Work, 10000, 600000",
        "Original estimate, 0, 0",
        "Work, '', 0"
    })
    void reads_minutes_in_the_unit_of_the_column(String column, String text, int minutes) {
        assertThat(EstimateUnit.of(column).minutes(text)).contains(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "-1", "2,5", "1e3", "10000.1", "1d", "2h 1h", "h", "999999999h", "8 pm", "."})
    void refuses_what_is_no_estimate(String text) {
        assertThat(EstimateUnit.HOURS.minutes(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void reads_back_what_it_writes(EstimateUnit unit) {
        assertThat(IntStream.rangeClosed(1, 2_000)
                        .filter(minutes -> unit.minutes(unit.text(minutes)).orElse(-1) != minutes))
                .isEmpty();
        assertThat(unit.minutes(unit.text(600_000))).contains(600_000);
    }

    @Test
    void says_in_which_unit_and_how_much() {
        assertThat(EstimateUnit.SECONDS.rule())
                .isEqualTo("must be a number of seconds up to 36000000, or hours and minutes such as 2h 30m");
        assertThat(EstimateUnit.HOURS.rule()).contains("hours up to 10000,");
    }
}
