package dev.pmt.gateway.traffic;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A second address that is asked what the primary was asked, after the primary has answered, and only to compare.
 *
 * @param sample percent of the GET and HEAD requests that are mirrored, 0 to 100
 * @param route prefix of the only route that it is for; null: all of the service's
 * @param body largest answer that is compared, bytes
 * @param most comparisons at a time; what comes meanwhile is not mirrored
 */
public record Shadow(URI address, double sample, @Nullable String route, int body, int most) {

    /** 256 KiB. */
    public static final int BODY = 256 * 1024;
    /** Sixteen at a time. */
    public static final int MOST = 16;

    /** Checks each. */
    public Shadow {
        address = ServiceAddress.checked(address);
        if (!(sample >= 0 && sample <= 100)) {
            throw new RefusedRule("sample must be from 0 to 100: " + sample);
        }
        if (body < 1_024 || body > 4 * 1024 * 1024) {
            throw new RefusedRule("body must be from 1024 to 4194304: " + body);
        }
        if (most < 1 || most > 64) {
            throw new RefusedRule("most must be from 1 to 64: " + most);
        }
    }

    /** Tells whether a route's requests come into question. */
    public boolean covers(String prefix) {
        return sample > 0 && (route == null || route.equals(prefix));
    }
}
