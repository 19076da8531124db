package dev.pmt.cli;

/** Ends a command with one sentence that says what is wrong and what to do. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String sentence) {
        super(sentence);
    }
}
