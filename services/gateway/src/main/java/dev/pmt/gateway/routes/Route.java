package dev.pmt.gateway.routes;

import dev.pmt.gateway.traffic.RefusedRule;
import org.jspecify.annotations.Nullable;

/**
 * Sends a part of the URL space to a service.
 *
 * @param prefix whole path segments, for example {@code /api/v1} (also matches {@code /api/v1/tasks}, not {@code /api/v10});
 *     a {@code *} stands for any one of them
 * @param service name of the service, as it registers its address
 * @param turn another service for some users; null: the same for all
 */
public record Route(
        String prefix,
        String service,
        Door door,
        Load load,
        @Nullable FlagTurn turn) {

    /** Checks the prefix. */
    public Route {
        checkPrefix(prefix);
        checkService(service);
    }

    /** Makes a route that is the same for everybody. */
    public Route(String prefix, String service, Door door, Load load) {
        this(prefix, service, door, load, null);
    }

    static void checkService(String service) {
        if (!service.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new RefusedRule("service must be lower-case letters, digits and -: " + service);
        }
    }

    boolean covers(String path) {
        return covers(prefix, path);
    }

    static void checkPrefix(String prefix) {
        if (!prefix.startsWith("/") || (prefix.length() > 1 && prefix.endsWith("/"))) {
            throw new RefusedRule("prefix must start with / and not end with it: " + prefix);
        }
        if (prefix.replace("/*/", "/").contains("*")) {
            throw new RefusedRule("* must be a whole segment of prefix, before another one: " + prefix);
        }
    }

    static boolean covers(String prefix, String path) {
        var any = prefix.indexOf('*');
        if (any >= 0) {
            var end = path.regionMatches(0, prefix, 0, any) ? path.indexOf('/', any) : -1;
            return end > any && covers(prefix.substring(any + 1), path.substring(end));
        }
        return prefix.length() == 1
                || (path.startsWith(prefix)
                        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/'));
    }
}
