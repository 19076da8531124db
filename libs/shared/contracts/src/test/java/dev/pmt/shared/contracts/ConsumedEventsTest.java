package dev.pmt.shared.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumedEventsTest {

    @TempDir
    Path folder;

    @Test
    void reads_who_listens_to_what() throws IOException {
        var file = file("bell: { producer: things, purpose: rings, types: [pmt.thing.made.v1] }");

        assertThat(ConsumedEvents.read(file))
                .containsExactly(new ConsumedEvents("bell", "things", "rings", Set.of("pmt.thing.made.v1")));
    }

    @Test
    void wants_complete_entries() throws IOException {
        var file = file("bell: { producer: things, purpose: rings, types: [] }");

        assertThatThrownBy(() -> ConsumedEvents.read(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("types: bell");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("consumes.yml"), text);
    }
}
