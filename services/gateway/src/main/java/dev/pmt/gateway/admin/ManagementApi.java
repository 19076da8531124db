package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.RouteJson;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.RefusedRule;
import dev.pmt.gateway.traffic.ServiceAddress;
import dev.pmt.gateway.traffic.TrafficCounts;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads and changes the routing and the flags at run time: {@code /internal/services…}, {@code /internal/routes}, {@code
 * /internal/traffic}, {@code /internal/flags…}.
 */
final class ManagementApi implements Handler<HttpServerRequest> {

    static final String SERVICES = "/internal/services";
    static final String TRAFFIC = "/internal/traffic";
    private static final String SERVICE = SERVICES + "/";
    private static final String FLAGS = "/internal/flags";

    private final Routes routes;
    private final Changes changes;
    private final TrafficApi traffic;
    private final Flags flags;
    private final FlagsApi flagsApi;

    /** Answers at a door of this name; canaries are salted with the ids. */
    ManagementApi(
            Routes routes,
            Flags flags,
            Ledger ledger,
            TrafficCounts counts,
            Clock clock,
            Supplier<UUID> ids,
            String door) {
        this.routes = routes;
        this.flags = flags;
        flagsApi = new FlagsApi(flags, new FlagView(flags, routes, ledger, clock));
        changes = new Changes(ledger, door);
        traffic = new TrafficApi(routes, changes, counts, ids);
    }

    @Override
    public void handle(HttpServerRequest request) {
        var path = request.path();
        switch (request.method().name() + " " + (path.startsWith(SERVICE) ? SERVICE : path)) {
            case "GET " + SERVICES -> Changes.send(request, services().toBuffer());
            case "GET /internal/routes" -> Changes.send(request, routes().toBuffer());
            case "PUT /internal/routes" -> changes.set(request, this::add);
            case "DELETE /internal/routes" -> changes.set(request, body -> routes.remove(body.getString("prefix", "")));
            case "GET " + TRAFFIC -> traffic.show(request);
            default -> {
                if (path.equals(FLAGS) || path.startsWith(FLAGS + "/")) {
                    flagsApi.handle(request, path.substring(FLAGS.length()), changes.who(request));
                } else if (path.startsWith(SERVICE)) {
                    service(request, path.substring(SERVICE.length()));
                } else {
                    Problems.send(request.response(), Problems.notFound());
                }
            }
        }
    }

    private void service(HttpServerRequest request, String name) {
        var end = name.indexOf('/');
        if (end >= 0) {
            traffic.handle(request, name.substring(0, end), name.substring(end + 1));
            return;
        }
        switch (request.method().name()) {
            case "PUT" ->
                changes.set(request, body -> routes.register(name, ServiceAddress.of(body.getString("address", ""))));
            case "DELETE" -> changes.set(request, body -> routes.unregister(name));
            default -> Problems.send(request.response(), Problems.notFound());
        }
    }

    private JsonArray services() {
        var table = routes.current();
        var list = new JsonArray();
        table.services()
                .forEach(service -> list.add(new JsonObject()
                        .put("service", service)
                        .put(
                                "address",
                                table.addressOf(service).map(URI::toString).orElse(null))));
        return list;
    }

    private JsonArray routes() {
        var table = routes.current();
        var list = new JsonArray();
        table.routes().forEach(route -> list.add(RouteJson.write(route)));
        table.aliases().forEach(alias -> list.add(RouteJson.write(alias)));
        return list;
    }

    private void add(JsonObject body) {
        if (RouteJson.isAlias(body)) {
            routes.add(RouteJson.alias(body));
        } else {
            var route = RouteJson.route(body);
            var turn = route.turn();
            if (turn != null && flags.find(turn.flag()).isEmpty()) {
                throw new RefusedRule("flag must be there before a route names it: " + turn.flag());
            }
            routes.add(route);
        }
    }
}
