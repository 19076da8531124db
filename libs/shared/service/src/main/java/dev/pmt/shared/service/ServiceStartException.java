package dev.pmt.shared.service;

import org.jspecify.annotations.Nullable;

/** Tells why a service cannot start, in one sentence that an operator can act on. */
public final class ServiceStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Carries the sentence and, for the log, what caused it. */
    public ServiceStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
