package dev.pmt.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.gateway.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedExchangesTest {

    private final ManualClock clock = new ManualClock();
    private final FailedExchanges failures = new FailedExchanges(2, clock);

    @Test
    void counts_exchanges_under_way_so_that_guesses_sent_at_once_are_no_way_around() {
        failures.begin("a");
        failures.begin("a");

        assertThat(failures.begin("a")).contains(Duration.ofSeconds(1));
        assertThat(failures.begin("b")).isEmpty();
        failures.end("a", false);
        assertThat(failures.begin("a")).isEmpty();
    }

    @Test
    void makes_an_address_wait_until_its_minute_is_over() {
        for (var guess = 0; guess < 2; guess++) {
            failures.begin("a");
            failures.end("a", true);
        }
        clock.pass(Duration.ofSeconds(20));

        assertThat(failures.begin("a")).contains(Duration.ofSeconds(40));
        clock.pass(Duration.ofSeconds(40));
        assertThat(failures.begin("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
    })
    void takes_a_network_of_ipv6_for_one_client(String one, String other, boolean same) {
        assertThat(ClientAddress.of(one).equals(ClientAddress.of(other))).isEqualTo(same);
    }
}
