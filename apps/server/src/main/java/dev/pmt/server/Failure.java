package dev.pmt.server;

import org.jspecify.annotations.Nullable;

/** Ends the program with one sentence for the operator and an exit code that scripts can tell apart. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    Failure(Exit exit, String sentence) {
        this(exit, sentence, null);
    }

    Failure(Exit exit, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
