package dev.pmt.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCountTest {

    private final ServiceCount count = new ServiceCount();

    @Test
    void tells_whole_seconds_oldest_first_and_forgets_after_a_minute() {
        add(0, 1);
        add(1_500, 2);
        add(3_900, 3);

        assertThat(perSecond(3_999).subList(57, 60)).containsExactly(1, 2, 0);
        assertThat(perSecond(4_000).subList(56, 60)).containsExactly(1, 2, 0, 3);
        assertThat(perSecond(60_000)).startsWith(1, 2, 0, 3, 0);
        assertThat(perSecond(61_000)).startsWith(2, 0, 3, 0);
        assertThat(perSecond(500_000)).containsOnly(0);
        assertThat(count.read(nanos(500_000)).json().getInteger("requests")).isZero();
        assertThat(count.read(nanos(500_000)).json().getLong("p99Micros")).isNull();
    }

    @Test
    void sums_what_two_event_loops_have_counted() {
        add(1_000, 4);
        var other = new ServiceCount();
        other.opened();
        other.add(nanos(1_000), true, Duration.ofMillis(900).toNanos());

        var sum = count.read(nanos(2_000)).plus(other.read(nanos(2_000))).json();

        assertThat(sum.getJsonArray("perSecond").getInteger(59)).isEqualTo(5);
        assertThat(sum.getInteger("requests")).isEqualTo(5);
        assertThat(sum.getInteger("failed")).isEqualTo(1);
        assertThat(sum.getInteger("sockets")).isEqualTo(1);
        assertThat(sum.getLong("p50Micros")).isBetween(10_000L, 11_000L);
        assertThat(sum.getLong("p99Micros")).isBetween(900_000L, 990_000L);
    }

    private void add(long millis, int requests) {
        for (var request = 0; request < requests; request++) {
            count.add(nanos(millis), false, Duration.ofMillis(10).toNanos());
        }
    }

    private List<Integer> perSecond(long millis) {
        return count.read(nanos(millis)).json().getJsonArray("perSecond").stream()
                .map(Integer.class::cast)
                .toList();
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
