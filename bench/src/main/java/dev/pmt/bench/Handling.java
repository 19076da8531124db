package dev.pmt.bench;

/**
 * When what is said in a turn is handled.
 *
 * @param begin done before the first transaction
 * @param end done after the last one
 */
record Handling(Runnable begin, Runnable end) {

    /** While it is said, by the same processors. */
    static final Handling MEANWHILE = new Handling(() -> {}, () -> {});

    /** Once all of it has been said, so that the turn shows what saying it costs. */
    static Handling after(LogTeller log) {
        return new Handling(log::pause, log::resume);
    }
}
