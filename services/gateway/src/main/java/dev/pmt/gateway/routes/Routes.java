package dev.pmt.gateway.routes;

import dev.pmt.gateway.traffic.CanaryRun;
import dev.pmt.gateway.traffic.CanaryWatch;
import dev.pmt.gateway.traffic.Hold;
import dev.pmt.gateway.traffic.HoldLimits;
import dev.pmt.gateway.traffic.Released;
import dev.pmt.gateway.traffic.RolledBack;
import dev.pmt.gateway.traffic.ServiceAddress;
import dev.pmt.gateway.traffic.ShadowRun;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routing that is in force; any thread may read or change it, and every change takes effect as a whole. */
public final class Routes {

    /** PMT's own URL space. */
    public static final List<Route> STANDARD = List.of(
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
            new Route("/api/v1/tasks/*/attachments", "api", Door.TOKEN, Load.BULK),
            new Route("/api/v1/live", "notifications", Door.TOKEN, Load.NORMAL),
            new Route("/ws", "notifications", Door.OPEN, Load.NORMAL),
            new Route("/api/v1/admin/map", "health", Door.TOKEN, Load.NORMAL),
            new Route("/api/v1/admin/events/api", "api", Door.TOKEN, Load.NORMAL),
            new Route("/api/v1/admin/events/auth", "auth", Door.TOKEN, Load.NORMAL),
            new Route("/api/v1/admin/events/notifications", "notifications", Door.TOKEN, Load.NORMAL),
            new Route("/", "web", Door.OPEN, Load.NORMAL));

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Clock clock;
    private volatile RouteTable table;

    private Routes(List<Route> routes, Clock clock) {
        this.clock = clock;
        table = new RouteTable(routes, List.of(), Map.of(), Map.of());
    }

    /** Makes PMT's own URL space, with no service registered yet. */
    public static Routes standard(Clock clock) {
        return new Routes(STANDARD, clock);
    }

    /** Returns the table in force now. */
    public RouteTable current() {
        return table;
    }

    /** Sends a service's requests to this address from now on; running requests end where they began. */
    public void register(String service, URI address) {
        var checked = ServiceAddress.checked(address);
        change(now -> now.registered(service, checked));
    }

    /** Forgets where a service runs; its routes answer 503 from now on. */
    public void unregister(String service) {
        change(now -> now.unregistered(service));
    }

    /** Adds a route or replaces the one with the same prefix. */
    public void add(Route route) {
        change(now -> now.with(route));
    }

    /** Has an older prefix work as a newer one, or changes how. */
    public void add(Alias alias) {
        change(now -> now.with(alias));
    }

    /** Removes the route or the older prefix, if there is one. */
    public void remove(String prefix) {
        change(now -> now.without(prefix));
    }

    /** Has the service's requests wait from now on; if they do already, with these limits. */
    public void hold(String service, HoldLimits limits) {
        change(now -> {
            var hold = now.steeringOf(service).hold();
            return hold != null && hold.renew(limits)
                    ? now
                    : now.steered(service, steering -> steering.holding(new Hold(limits)));
        });
    }

    /** Lets the service's requests go to where it is registered now; done when the last one has been sent. */
    public Future<Released> release(String service) {
        var hold = table.steeringOf(service).hold();
        return hold == null
                ? Future.succeededFuture(Released.NOTHING)
                : hold.release()
                        .onSuccess(all -> change(now -> now.steered(
                                service,
                                steering ->
                                        hold.isOver() && steering.hold() == hold ? steering.holding(null) : steering)));
    }

    /** Begins or changes a service's canary. */
    public void canary(String service, Function<@Nullable CanaryRun, CanaryRun> change) {
        change(now -> now.steered(service, steering -> steering.with(change.apply(steering.canary()))));
    }

    /** Forgets a service's canary; requests under way end where they began. */
    public void endCanary(String service) {
        change(now -> now.steered(service, steering -> steering.with((CanaryRun) null)));
    }

    /** Begins or changes a service's shadow. */
    public void shadow(String service, Function<@Nullable ShadowRun, ShadowRun> change) {
        change(now -> now.steered(service, steering -> steering.with(change.apply(steering.shadow()))));
    }

    /** Forgets a service's shadow and its report. */
    public void endShadow(String service) {
        change(now -> now.steered(service, steering -> steering.with((ShadowRun) null)));
    }

    /** Takes all users off a service's canary at once; false when it has none. */
    public boolean rollBack(String service, String reason) {
        var run = table.steeringOf(service).canary();
        return run != null && (run.canary().rolledBack() != null || rollBack(service, run.watch(), reason));
    }

    /** Does so for what this watch has seen; false when that is over already. */
    public synchronized boolean rollBack(String service, CanaryWatch watch, String reason) {
        var run = table.steeringOf(service).canary();
        if (run == null || run.watch() != watch || run.canary().rolledBack() != null) {
            return false;
        }
        var back = run.canary().rolledBack(new RolledBack(reason, clock.instant()));
        table = table.steered(service, steering -> steering.with(new CanaryRun(back, watch)));
        LOG.atWarn()
                .addKeyValue("service", service)
                .addKeyValue("reason", reason)
                .log("canary rolled back");
        return true;
    }

    private synchronized void change(UnaryOperator<RouteTable> change) {
        table = change.apply(table);
    }
}
