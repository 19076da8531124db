package dev.pmt.gateway.proxy;

import dev.pmt.shared.service.Problem;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** What a caller may do at a route that asks for a token. */
public sealed interface Access {

    /** Returns what the answer must carry. */
    List<Header> headers();

    /** A header of an answer, beside others of its name. */
    record Header(CharSequence name, String value) {

        /** Makes the headers that set cookies. */
        public static List<Header> setting(List<String> cookies) {
            return cookies.stream()
                    .map(cookie -> new Header(HttpHeaders.SET_COOKIE, cookie))
                    .toList();
        }
    }

    /** Goes on with a bearer token. */
    record Bearer(String token, List<Header> headers) implements Access {}

    /** Goes no further. */
    record Refused(Problem problem, List<Header> headers) implements Access {}
}
