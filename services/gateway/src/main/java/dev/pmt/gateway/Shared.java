package dev.pmt.gateway;

import dev.pmt.gateway.admin.FlagDoor;
import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.RequestWatch;
import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.session.SessionDoor;
import dev.pmt.gateway.session.SessionMemory;
import dev.pmt.gateway.tokens.PersonalTokens;
import dev.pmt.gateway.tokens.RequestBudget;
import dev.pmt.gateway.traffic.TrafficCounts;
import dev.pmt.shared.telemetry.Telemetry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What the edge's event loops have in common. */
record Shared(
        Routes routes,
        Flags flags,
        Ledger ledger,
        SessionMemory memory,
        PersonalTokens tokens,
        RequestBudget budget,
        RequestWatch watch,
        TrafficCounts counts,
        Clock clock,
        Supplier<UUID> ids) {

    static Shared fresh(Vertx vertx, GatewaySettings settings, Telemetry telemetry, Clock clock, Supplier<UUID> ids) {
        var tokens = new PersonalTokens(vertx, settings.tokenFailures(), clock);
        var budget = new RequestBudget(settings.tokenRequests(), clock);
        var routes = Routes.standard(clock);
        var flags = new Flags(clock, ids);
        var ledger = new Ledger(vertx, routes, flags, settings.home().map(home -> home.resolve("edge")), clock, ids);
        var watch = new RequestWatch(telemetry, path -> routeOf(routes, path));
        return new Shared(
                routes,
                flags,
                ledger,
                new SessionMemory(vertx),
                tokens,
                budget,
                watch,
                new TrafficCounts(),
                clock,
                ids);
    }

    /** The edge's own doors are no routes. */
    private static String routeOf(Routes routes, String path) {
        if (SessionDoor.covers(path)) {
            return "/session";
        }
        if (FlagDoor.covers(path)) {
            return FlagDoor.ADMIN;
        }
        return path.startsWith("/internal/")
                ? "/internal"
                : routes.current().routeFor(path).map(Route::prefix).orElse("none");
    }
}
