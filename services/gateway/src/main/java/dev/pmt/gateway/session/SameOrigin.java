package dev.pmt.gateway.session;

import io.vertx.core.MultiMap;
import java.net.URI;

/**
 * Tells whether a write comes from PMT's own pages: by Fetch Metadata where browsers send it, by Origin elsewhere. What
 * a browser did not say counts as another site.
 */
record SameOrigin(URI url) {

    boolean allows(MultiMap headers) {
        var site = headers.get("sec-fetch-site");
        var origin = headers.get("origin");
        if (site == null && origin == null) {
            return false;
        }
        return (site == null || site.equals("same-origin")) && (origin == null || isOurs(origin));
    }

    private boolean isOurs(String origin) {
        return origin.equals(url.getScheme() + "://" + url.getRawAuthority());
    }
}
