package dev.pmt.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBeginningTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 52, 103, 104})
    void is_a_monday_from_which_each_day_is_in_the_second_week_of_a_sprint(int weeks) {
        IntStream.range(0, 7).mapToObj(MONDAY::plusDays).forEach(today -> {
            var begins = Demo.beginning(today, weeks);

            assertThat(begins.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(begins).isBeforeOrEqualTo(today.minusWeeks(weeks));
            assertThat(ChronoUnit.DAYS.between(begins, today) % 14).isBetween(7L, 13L);
        });
    }
}
