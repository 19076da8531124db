package dev.pmt.gateway.routes;

/**
 * Sends a part of the URL space to a service.
 *
 * @param prefix whole path segments, for example {@code /api/v1} (also matches {@code /api/v1/tasks}, not {@code /api/v10})
 * @param service name of the service, as it registers its address
 */
public record Route(String prefix, String service, Door door, Load load) {

    /** Checks the prefix. */
    public Route {
        if (!prefix.startsWith("/") || (prefix.length() > 1 && prefix.endsWith("/"))) {
            throw new IllegalArgumentException("prefix must start with / and not end with it: " + prefix);
        }
        if (!service.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("service must be lower-case letters, digits and -: " + service);
        }
    }

    boolean covers(String path) {
        return prefix.length() == 1
                || (path.startsWith(prefix)
                        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/'));
    }
}
