package dev.pmt.gateway.session;

import org.jspecify.annotations.Nullable;

/** Auth could not be asked, so nothing is known about the code or token. */
public final class AuthUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    AuthUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause, false, false);
    }
}
