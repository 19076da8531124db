package dev.pmt.cli;

/** What others wrote, for this terminal. */
final class Plain {

    private Plain() {}

    /** Takes control characters out: a terminal must not take words for commands. */
    static String text(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
