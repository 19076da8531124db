package dev.pmt.api.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"3,3", "2.0,2", "0.50,0.5", "0,0", "0.00,0", "9999,9999", "0013,13", "100,100", "5.,5"})
    void reads_estimates_in_their_shortest_form(String text, String shortest) {
        assertThat(Points.parse(text)).map(BigDecimal::toPlainString).contains(shortest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10000", "9999.01", "1.234", "1e3", "NaN", "2,5", "five", "", " 3", "٣"})
    void refuses_what_is_no_estimate(String text) {
        assertThat(Points.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-0.01", "1E5"})
    void refuses_extreme_numbers_quickly(String number) {
        assertThat(Points.isValid(new BigDecimal(number))).isFalse();
    }
}
