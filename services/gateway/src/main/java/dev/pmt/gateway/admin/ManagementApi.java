package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.Door;
import dev.pmt.gateway.routes.Load;
import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and changes the routing at run time: {@code /internal/services[/{name}]} and {@code /internal/routes}. */
final class ManagementApi implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);
    private static final String SERVICE = "/internal/services/";
    private static final int LARGEST_BODY = 16 * 1024;

    private final Routes routes;

    ManagementApi(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var path = request.path();
        var method = request.method().name();
        if (path.equals("/internal/services") && method.equals("GET")) {
            send(request, services());
        } else if (path.equals("/internal/routes") && method.equals("GET")) {
            send(request, routes());
        } else if (path.equals("/internal/routes") && method.equals("PUT")) {
            change(request, body -> routes.add(route(body)));
        } else if (path.equals("/internal/routes") && method.equals("DELETE")) {
            change(request, body -> routes.remove(body.getString("prefix", "")));
        } else if (path.startsWith(SERVICE) && method.equals("PUT")) {
            change(request, body -> routes.register(name(path), URI.create(body.getString("address", ""))));
        } else if (path.startsWith(SERVICE) && method.equals("DELETE")) {
            change(request, body -> routes.unregister(name(path)));
        } else {
            Problems.send(request.response(), Problems.notFound());
        }
    }

    private static String name(String path) {
        return path.substring(SERVICE.length());
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
        var list = new JsonArray();
        routes.current()
                .routes()
                .forEach(route -> list.add(new JsonObject()
                        .put("prefix", route.prefix())
                        .put("service", route.service())
                        .put("door", route.door().name())
                        .put("load", route.load().name())));
        return list;
    }

    private static Route route(JsonObject body) {
        return new Route(
                body.getString("prefix", ""),
                body.getString("service", ""),
                Door.valueOf(body.getString("door", Door.TOKEN.name())),
                Load.valueOf(body.getString("load", Load.NORMAL.name())));
    }

    private static void change(HttpServerRequest request, Consumer<JsonObject> change) {
        read(request)
                .compose(body -> {
                    change.accept(body);
                    LOG.atInfo()
                            .addKeyValue("method", request.method().name())
                            .addKeyValue("path", request.path())
                            .log("routing changed");
                    return request.response().setStatusCode(204).end();
                })
                .onFailure(failure -> Problems.send(
                        request.response(),
                        Problems.badRequest("Send a JSON object with the members that this door knows.")));
    }

    private static Future<JsonObject> read(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() > String.valueOf(LARGEST_BODY).length()) {
            return Future.failedFuture("body too long");
        }
        return request.body().map(ManagementApi::json);
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException("body must be a JSON object", e);
        }
    }

    private static void send(HttpServerRequest request, JsonArray list) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(list.toBuffer());
    }
}
