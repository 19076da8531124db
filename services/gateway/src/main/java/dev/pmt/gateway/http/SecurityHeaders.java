package dev.pmt.gateway.http;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers that make browsers and caches strict, on every answer; a service may send a value of its own. */
final class SecurityHeaders {

    private final Map<String, String> values = new LinkedHashMap<>();

    SecurityHeaders(URI url) {
        var secure = "https".equals(url.getScheme());
        values.put("content-security-policy", policy((secure ? "wss://" : "ws://") + url.getRawAuthority()));
        values.put("x-content-type-options", "nosniff");
        values.put("cache-control", "no-store");
        values.put("referrer-policy", "same-origin");
        values.put(
                "permissions-policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        values.put("cross-origin-opener-policy", "same-origin");
        values.put("cross-origin-resource-policy", "same-origin");
        if (secure) {
            values.put("strict-transport-security", "max-age=31536000");
        }
    }

    private static String policy(String webSockets) {
        return "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self' "
                + webSockets
                + "; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }

    void addTo(MultiMap headers) {
        values.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
