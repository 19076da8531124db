package dev.pmt.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {

    private static final List<String> USERS = IntStream.range(0, 2_000)
            .mapToObj(number -> "0198f3a0-0000-7000-8000-%012d".formatted(number))
            .toList();

    private static Canary canary(double weight, String salt) {
        return new Canary(URI.create("http://127.0.0.1:1"), weight, null, salt, Bounds.STANDARD, null);
    }

    private static Set<String> members(double weight, String salt) {
        var canary = canary(weight, salt);
        return USERS.stream().filter(canary::takes).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 5, 10, 25, 50, 75, 99})
    void takes_its_share_of_users_whatever_the_salt(double weight) {
        var expected = USERS.size() * weight / 100;
        var deviation = Math.sqrt(expected * (1 - weight / 100));

        for (var salt = 0; salt < 20; salt++) {
            assertThat((double) members(weight, "salt-" + salt).size())
                    .isBetween(expected - 4 * deviation, expected + 4 * deviation);
        }
    }

    @Test
    void keeps_those_who_were_in_when_its_weight_is_raised() {
        var before = Set.<String>of();
        for (var weight = 0.0; weight <= 100; weight += 2.5) {
            var now = members(weight, "salt");
            assertThat(now).containsAll(before);
            before = now;
        }
        assertThat(members(0, "salt")).isEmpty();
        assertThat(before).hasSize(USERS.size());
    }

    @Test
    void begins_with_other_users_than_another_canary() {
        var both = members(10, "one").stream()
                .filter(members(10, "other")::contains)
                .count();

        assertThat(both).isBetween(5L, 38L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void refuses_weights_that_are_no_share(double weight) {
        assertThatThrownBy(() -> canary(weight, "salt")).hasMessageStartingWith("weight must be from 0 to 100");
    }
}
