package dev.pmt.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2026-03-04",
        "2026-03-04T23:59, 2026-03-04",
        "2026-03-04 09:30:15, 2026-03-04",
        "2026-03-04T09:30:15.123Z, 2026-03-04",
        "2026-03-04T23:30:00.000+0100, 2026-03-04",
        "2026-03-04T23:30:00-08:00, 2026-03-04",
        "2026-03-04 10:00:00 UTC, 2026-03-04",
        "04/Mar/26, 2026-03-04",
        "4/mar/26, 2026-03-04",
        "04/Mar/26 12:00 AM, 2026-03-04",
        "30/Sep/26 5:30 pm, 2026-09-30",
        "31/Dec/99, 2099-12-31",
        "' 2026-03-04 ', 2026-03-04"
    })
    void reads_a_day_as_it_is_written_whatever_the_clock_says(String text, LocalDate day) {
        assertThat(DayTexts.parse(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "next week",
                "03/04/2026",
                "04.03.2026",
                "2026-3-4",
                "2026-02-29",
                "0000-01-01",
                "2026-03-04T24:00",
                "2026-03-04T9",
                "31/Feb/26",
                "04/Mar/2026",
                "04/März/26",
                "04/Mar/26 13:00 PM",
                "04/Mar/26 12:00",
                "Wed, 04 Mar 2026"
            })
    void refuses_what_could_be_another_day_or_is_none(String text) {
        assertThat(DayTexts.parse(text)).isEmpty();
    }
}
