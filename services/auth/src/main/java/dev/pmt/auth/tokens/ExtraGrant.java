package dev.pmt.auth.tokens;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A way to get a token at {@code /oauth2/token} that the framework does not have, or not so; asked before its own. */
public interface ExtraGrant {

    /** Returns what reads the request; it answers null when another grant is asked for. */
    AuthenticationConverter converter();

    /** Returns what grants or refuses. */
    AuthenticationProvider provider();
}
