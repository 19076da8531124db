package dev.pmt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardBacklogTest {

    @Test
    void most_cards_wait_in_the_first_column_and_every_column_has_some(@TempDir Path folder) throws Exception {
        var rows = Files.readAllLines(BoardBacklog.write(folder, "KEY", 500));

        assertThat(rows).hasSize(501);
        assertThat(rows).filteredOn(row -> row.contains(",To do,")).hasSize(300);
        assertThat(rows).filteredOn(row -> row.contains(",In progress,")).hasSize(25);
        assertThat(rows).filteredOn(row -> row.contains(",In review,")).hasSize(25);
        assertThat(rows).filteredOn(row -> row.contains(",Done,")).hasSize(150);
    }
}
