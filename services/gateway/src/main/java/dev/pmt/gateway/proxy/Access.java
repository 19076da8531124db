package dev.pmt.gateway.proxy;

import dev.pmt.shared.service.Problem;
import java.util.List;

/** What a caller may do at a route that asks for a token. */
public sealed interface Access {

    /**
     * Goes on with a bearer token.
     *
     * @param cookies Set-Cookie values that the answer must carry
     */
    record Bearer(String token, List<String> cookies) implements Access {}

    /**
     * Goes no further.
     *
     * @param cookies Set-Cookie values that the answer must carry
     */
    record Refused(Problem problem, List<String> cookies) implements Access {}
}
