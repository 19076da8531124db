package dev.pmt.api.imports;

import org.jspecify.annotations.Nullable;

/** Says why a file cannot be read as a whole. */
final class FileFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Long line;
    private final String reason;

    FileFault(@Nullable Long line, String reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }

    /** What a client is told. */
    record View(@Nullable Long line, String message) {}

    View view() {
        return new View(line, reason);
    }
}
