package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    @Test
    void makes_ids_of_version_7_in_increasing_order() {
        var ids = Stream.generate(new UuidV7()).limit(10_000).toList();

        assertThat(ids).allMatch(id -> id.version() == 7).doesNotHaveDuplicates();
        assertThat(ids.stream().map(Object::toString).toList()).isSorted();
    }
}
