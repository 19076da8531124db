package dev.pmt.gateway.traffic;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A second address of a service that takes a share of its users, always the same ones: a higher weight keeps those who
 * were in. Who is not signed in stays with the primary, as there is nothing to know a browser by without tracking it.
 *
 * @param weight percent of users, 0 to 100
 * @param route prefix of the only route that it is for; null: all of the service's
 * @param salt random, one for each canary, so that not always the same users are the first
 * @param rolledBack why nobody comes in; null while that is nobody's decision but the weight's
 */
public record Canary(
        URI address,
        double weight,
        @Nullable String route,
        String salt,
        Bounds bounds,
        @Nullable RolledBack rolledBack) {

    /** Checks address and weight. */
    public Canary {
        address = ServiceAddress.checked(address);
        if (!(weight >= 0 && weight <= 100)) {
            throw new RefusedRule("weight must be from 0 to 100: " + weight);
        }
    }

    /** Tells whether requests of a route come into question. */
    public boolean covers(String prefix) {
        return weight > 0 && (route == null || route.equals(prefix));
    }

    /** Tells whether a user is among those who go there. */
    public boolean takes(String subject) {
        return Sticky.percentile(salt, subject) < weight;
    }

    /** Returns the same without users. */
    public Canary rolledBack(RolledBack why) {
        return new Canary(address, 0, route, salt, bounds, why);
    }
}
