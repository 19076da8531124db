package dev.pmt.shared.web.calls;

import org.jspecify.annotations.Nullable;

/** Another service gave no answer that is of use: it is away, slow, unwell or not to be asked at the moment. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
