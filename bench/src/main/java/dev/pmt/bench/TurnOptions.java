package dev.pmt.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long and how often a benchmark measures; each begins with defaults of its own. */
final class TurnOptions {

    @Option(names = "--seconds", description = "length of one turn (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--turns", description = "turns each (default: ${DEFAULT-VALUE})")
    private int turns;

    TurnOptions(int seconds, int turns) {
        this.seconds = seconds;
        this.turns = turns;
    }

    /** Returns the length of one turn, a second at least. */
    Duration time() {
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    int turns() {
        return turns;
    }
}
