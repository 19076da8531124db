package dev.pmt.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

    @Test
    void forgets_what_was_not_used_for_the_longest_time_when_it_is_full() {
        var memory = new RecentlyUsed<Integer>(3);
        memory.put("a", 1);
        memory.put("b", 2);
        memory.put("c", 3);
        memory.get("a");

        memory.put("d", 4);

        assertThat(memory.get("b")).isNull();
        assertThat(memory.get("a")).isEqualTo(1);
        assertThat(memory.get("d")).isEqualTo(4);
        memory.remove("a");
        assertThat(memory.get("a")).isNull();
    }
}
