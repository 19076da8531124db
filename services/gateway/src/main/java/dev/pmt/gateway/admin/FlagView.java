package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flag;
import dev.pmt.gateway.flags.FlagJson;
import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.routes.Route;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags as administrators see them: with what they switch, whether they should be gone, and what was done to them. */
record FlagView(Flags flags, Routes routes, Ledger ledger, Clock clock) {

    private static final int LATEST = 100;
    private static final String KIND = "flag ";

    JsonObject all() {
        var items = new JsonArray();
        flags.all().forEach(flag -> items.add(one(flag)));
        return new JsonObject().put("kept", ledger.keeps()).put("items", items);
    }

    JsonObject one(Flag flag) {
        var expires = flag.rule().expires();
        var switched = new JsonArray();
        routesOf(flag.key()).forEach(route -> switched.add(json(route)));
        return FlagJson.write(flag)
                .put("overdue", expires != null && expires.isBefore(LocalDate.now(clock)))
                .put("routes", switched);
    }

    /** Finds the routes that the flag switches. */
    List<Route> routesOf(String key) {
        return routes.current().routes().stream()
                .filter(route -> route.turn() != null && route.turn().flag().equals(key))
                .toList();
    }

    private static JsonObject json(Route route) {
        var turn = route.turn();
        return new JsonObject()
                .put("prefix", route.prefix())
                .put("off", route.service())
                .put("on", turn == null ? null : turn.service());
    }

    /** Writes down what was done, as {@link #history} reads it. */
    Future<Void> tell(String who, String key, Flags.Change change) {
        var deed = change.before() == null ? "made" : change.after() == null ? "deleted" : "changed";
        var detail = new JsonObject()
                .put("flag", key)
                .put("before", json(change.before()))
                .put("after", json(change.after()));
        return ledger.write(who, KIND + deed, detail);
    }

    private static @Nullable JsonObject json(@Nullable Flag flag) {
        return flag == null ? null : FlagJson.write(flag.rule());
    }

    Future<JsonObject> history(String key) {
        return ledger.latest(LATEST, line -> isOf(line, key)).map(lines -> {
            var items = new JsonArray();
            lines.forEach(line -> {
                var detail = line.getJsonObject("detail");
                items.add(new JsonObject()
                        .put("at", line.getString("at"))
                        .put("who", line.getString("who"))
                        .put("before", detail.getJsonObject("before"))
                        .put("after", detail.getJsonObject("after")));
            });
            return new JsonObject().put("items", items);
        });
    }

    private static boolean isOf(JsonObject line, String key) {
        return line.getString("what", "").startsWith(KIND)
                && key.equals(line.getJsonObject("detail").getString("flag"));
    }
}
