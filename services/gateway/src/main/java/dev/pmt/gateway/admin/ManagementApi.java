package dev.pmt.gateway.admin;

import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.RouteJson;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.ServiceAddress;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.function.Consumer;

/** Reads and changes the routing at run time: {@code /internal/services…}, {@code /internal/routes}, {@code /internal/traffic}. */
final class ManagementApi implements Handler<HttpServerRequest> {

    static final String SERVICES = "/internal/services";
    private static final String SERVICE = SERVICES + "/";

    private final Routes routes;
    private final Changes changes;
    private final TrafficApi traffic;

    /** Answers at a door of this name. */
    ManagementApi(Routes routes, Ledger ledger, String door) {
        this.routes = routes;
        changes = new Changes(ledger, door);
        traffic = new TrafficApi(routes, changes);
    }

    @Override
    public void handle(HttpServerRequest request) {
        var path = request.path();
        switch (request.method().name() + " " + (path.startsWith(SERVICE) ? SERVICE : path)) {
            case "GET " + SERVICES -> Changes.send(request, services().toBuffer());
            case "GET /internal/routes" -> Changes.send(request, routes().toBuffer());
            case "PUT /internal/routes" -> change(request, this::add);
            case "DELETE /internal/routes" -> change(request, body -> routes.remove(body.getString("prefix", "")));
            case "GET /internal/traffic" -> traffic.show(request);
            default -> {
                if (path.startsWith(SERVICE)) {
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
                change(request, body -> routes.register(name, ServiceAddress.of(body.getString("address", ""))));
            case "DELETE" -> change(request, body -> routes.unregister(name));
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
            routes.add(RouteJson.route(body));
        }
    }

    private void change(HttpServerRequest request, Consumer<JsonObject> change) {
        changes.make(request, body -> {
            change.accept(body);
            return Future.succeededFuture(new JsonObject());
        });
    }
}
