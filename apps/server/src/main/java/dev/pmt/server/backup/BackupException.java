package dev.pmt.server.backup;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why a backup could not be made or restored. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Reason {
        /** The file is not what a backup must be, or the target is not empty. */
        REFUSED,
        /** The backup needs a newer program. */
        NEWER,
        /** Reading or writing failed on the way. */
        FAILED
    }

    private final Reason reason;

    BackupException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /** Returns the kind of refusal. */
    public Reason reason() {
        return reason;
    }
}
