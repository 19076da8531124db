package dev.pmt.shared.carriers;

/** Tells why something failed. */
final class Failures {

    private Failures() {}

    /** Returns the innermost cause in a few words; clients of brokers name hosts in them, never users or passwords. */
    static String reason(Throwable failure) {
        var cause = failure.getCause();
        if (cause != null) {
            return reason(cause);
        }
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }
}
