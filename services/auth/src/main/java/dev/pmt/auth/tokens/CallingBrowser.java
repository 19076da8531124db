package dev.pmt.auth.tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the browser whose request is served calls itself; only it comes to the authorize door, the edge never does. */
final class CallingBrowser {

    private static final int MAX_LENGTH = 200;

    private CallingBrowser() {}

    static @Nullable String userAgent() {
        var sent = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getHeader(HttpHeaders.USER_AGENT)
                : null;
        return sent == null || sent.isBlank() ? null : sent.substring(0, Math.min(sent.length(), MAX_LENGTH));
    }
}
