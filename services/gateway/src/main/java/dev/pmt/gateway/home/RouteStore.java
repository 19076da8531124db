package dev.pmt.gateway.home;

import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.RouteJson;
import dev.pmt.gateway.routes.RouteTable;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.CanaryJson;
import dev.pmt.gateway.traffic.CanaryRun;
import dev.pmt.gateway.traffic.ShadowJson;
import dev.pmt.gateway.traffic.ShadowRun;
import dev.pmt.gateway.traffic.Steering;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps routes that were added, changed or removed, older prefixes, canaries and shadows in one file. Addresses are told anew at
 * every start, and requests that waited are gone with the edge that held them.
 */
final class RouteStore {

    private final KeptFile file;
    private final Supplier<UUID> ids;

    RouteStore(Path folder, Supplier<UUID> ids) {
        this.ids = ids;
        file = new KeptFile(folder, "traffic.json", "what it kept", "without canaries, shadows and routes of your own");
    }

    /** Brings back what was kept. @throws ServiceStartException when the file cannot be read */
    void restore(Routes routes) {
        file.read(kept -> {
            array(kept, "removed").forEach(prefix -> routes.remove((String) prefix));
            array(kept, "routes").forEach(route -> routes.add(RouteJson.route((JsonObject) route)));
            array(kept, "aliases").forEach(alias -> routes.add(RouteJson.alias((JsonObject) alias)));
            array(kept, "services").forEach(service -> restore(routes, (JsonObject) service));
        });
        file.holds(json(routes.current()));
    }

    private void restore(Routes routes, JsonObject kept) {
        var service = kept.getString("service");
        var canary = kept.getJsonObject("canary");
        if (canary != null) {
            routes.canary(service, none -> CanaryRun.fresh(CanaryJson.read(canary, null, ids)));
        }
        var shadow = kept.getJsonObject("shadow");
        if (shadow != null) {
            routes.shadow(service, none -> ShadowRun.fresh(ShadowJson.read(shadow, null)));
        }
    }

    /** Writes what is in force now, unless that is what was written last. */
    void save(Routes routes) throws IOException {
        file.write(json(routes.current()));
    }

    private static JsonObject json(RouteTable table) {
        return new JsonObject()
                .put("routes", added(table))
                .put("removed", removed(table))
                .put(
                        "aliases",
                        new JsonArray(
                                table.aliases().stream().map(RouteJson::write).toList()))
                .put("services", services(table));
    }

    private static JsonArray added(RouteTable table) {
        var added = new JsonArray();
        table.routes().stream()
                .filter(route -> !Routes.STANDARD.contains(route))
                .forEach(route -> added.add(RouteJson.write(route)));
        return added;
    }

    private static JsonArray removed(RouteTable table) {
        var removed = new JsonArray();
        Routes.STANDARD.stream()
                .map(Route::prefix)
                .filter(prefix -> table.routes().stream()
                        .noneMatch(route -> route.prefix().equals(prefix)))
                .forEach(removed::add);
        return removed;
    }

    private static JsonArray services(RouteTable table) {
        var services = new JsonArray();
        new TreeMap<>(table.steering()).forEach((service, steering) -> {
            var kept = kept(steering);
            if (!kept.isEmpty()) {
                services.add(kept.put("service", service));
            }
        });
        return services;
    }

    private static JsonObject kept(Steering steering) {
        var kept = new JsonObject();
        var canary = steering.canary();
        if (canary != null) {
            kept.put("canary", CanaryJson.write(canary.canary()));
        }
        var shadow = steering.shadow();
        if (shadow != null) {
            kept.put("shadow", ShadowJson.write(shadow.shadow()));
        }
        return kept;
    }

    private static JsonArray array(JsonObject from, String member) {
        return from.getJsonArray(member, new JsonArray());
    }
}
