package dev.pmt.gateway.routes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The routing that is in force; any thread may read or change it, and every change takes effect as a whole. */
public final class Routes {

    private volatile RouteTable table;

    private Routes(List<Route> routes) {
        table = new RouteTable(routes, Map.of());
    }

    /** Makes PMT's own URL space, with no service registered yet. */
    public static Routes standard() {
        return new Routes(List.of(
                new Route("/api/v1/users", "auth", Door.TOKEN, Load.NORMAL),
                new Route("/oauth2", "auth", Door.COOKIES, Load.NORMAL),
                new Route("/connect", "auth", Door.COOKIES, Load.NORMAL),
                new Route("/userinfo", "auth", Door.COOKIES, Load.NORMAL),
                new Route("/.well-known", "auth", Door.COOKIES, Load.NORMAL),
                new Route("/auth", "auth", Door.COOKIES, Load.NORMAL),
                new Route("/alive", "health", Door.OPEN, Load.NORMAL),
                new Route("/api/status", "health", Door.OPEN, Load.NORMAL),
                new Route("/api/v1", "api", Door.TOKEN, Load.NORMAL),
                new Route("/api/v1/imports", "api", Door.TOKEN, Load.BULK),
                new Route("/api/v1/live", "notifications", Door.TOKEN, Load.NORMAL),
                new Route("/ws", "notifications", Door.OPEN, Load.NORMAL),
                new Route("/api/v1/admin/events/api", "api", Door.TOKEN, Load.NORMAL),
                new Route("/api/v1/admin/events/auth", "auth", Door.TOKEN, Load.NORMAL),
                new Route("/api/v1/admin/events/notifications", "notifications", Door.TOKEN, Load.NORMAL),
                new Route("/", "web", Door.OPEN, Load.NORMAL)));
    }

    /** Returns the table in force now. */
    public RouteTable current() {
        return table;
    }

    /** Sends a service's requests to this address from now on; running requests end where they began. */
    public void register(String service, URI address) {
        if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
            throw new IllegalArgumentException("address must be http://<host>:<port>: " + address);
        }
        change(now -> now.registered(service, address));
    }

    /** Forgets where a service runs; its routes answer 503 from now on. */
    public void unregister(String service) {
        change(now -> now.unregistered(service));
    }

    /** Adds a route or replaces the one with the same prefix. */
    public void add(Route route) {
        change(now -> now.with(route));
    }

    /** Removes the route with this prefix, if there is one. */
    public void remove(String prefix) {
        change(now -> now.without(prefix));
    }

    private synchronized void change(UnaryOperator<RouteTable> change) {
        table = change.apply(table);
    }
}
