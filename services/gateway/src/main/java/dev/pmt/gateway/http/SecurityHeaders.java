package dev.pmt.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Headers that make browsers and caches strict, on every answer; a service may send a value of its own. */
final class SecurityHeaders {

    /** Kept as they are sent: every answer has them. */
    private record Header(CharSequence name, CharSequence value) {}

    private final List<Header> all = new ArrayList<>();

    SecurityHeaders(URI url) {
        var secure = "https".equals(url.getScheme());
        add("content-security-policy", policy((secure ? "wss://" : "ws://") + url.getRawAuthority()));
        add("x-content-type-options", "nosniff");
        add("cache-control", "no-store");
        add("referrer-policy", "same-origin");
        add("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        add("cross-origin-opener-policy", "same-origin");
        add("cross-origin-resource-policy", "same-origin");
        if (secure) {
            add("strict-transport-security", "max-age=31536000");
        }
    }

    private static String policy(String webSockets) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self' "
                + webSockets
                + "; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }

    private void add(String name, String value) {
        all.add(new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value)));
    }

    void addTo(MultiMap headers) {
        for (var header : all) {
            if (!headers.contains(header.name)) {
                headers.add(header.name, header.value);
            }
        }
    }
}
