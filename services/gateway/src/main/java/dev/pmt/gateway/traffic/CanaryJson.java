package dev.pmt.gateway.traffic;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Canaries as JSON. */
public final class CanaryJson {

    private CanaryJson() {}

    /** Reads what is asked for; what is not said stays as it was, or is as usual, a new canary's salt one of the ids. */
    public static Canary read(JsonObject asked, @Nullable Canary before, Supplier<UUID> ids) {
        if (before == null && !asked.containsKey("address")) {
            throw new RefusedRule("address must be given: where the canary is");
        }
        var address = before == null || asked.containsKey("address")
                ? ServiceAddress.of(asked.getString("address", ""))
                : before.address();
        return new Canary(
                address,
                asked.getDouble("weight", before == null ? 0 : before.weight()),
                asked.getString("route", before == null ? null : before.route()),
                asked.getString("salt", before == null ? ids.get().toString() : before.salt()),
                bounds(
                        asked.getJsonObject("bounds", new JsonObject()),
                        before == null ? Bounds.STANDARD : before.bounds()),
                before == null || asked.containsKey("weight")
                        ? rolledBack(asked.getJsonObject("rolledBack"))
                        : before.rolledBack());
    }

    /** Writes all that {@link #read} reads. */
    public static JsonObject write(Canary canary) {
        var bounds = canary.bounds();
        var why = canary.rolledBack();
        return new JsonObject()
                .put("address", canary.address().toString())
                .put("weight", canary.weight())
                .put("route", canary.route())
                .put("salt", canary.salt())
                .put(
                        "bounds",
                        new JsonObject()
                                .put("errorRate", bounds.errorRate())
                                .put("errorFactor", bounds.errorFactor())
                                .put("p99", bounds.p99().toString())
                                .put("p99Factor", bounds.p99Factor())
                                .put("samples", bounds.samples())
                                .put("window", bounds.window().toString()))
                .put(
                        "rolledBack",
                        why == null
                                ? null
                                : new JsonObject()
                                        .put("reason", why.reason())
                                        .put("at", why.at().toString()));
    }

    /** Writes the canary with what it and the primary did lately. */
    public static JsonObject write(CanaryRun run) {
        return write(run.canary())
                .put(
                        "lately",
                        new JsonObject()
                                .put("canary", side(run.watch().canary()))
                                .put("primary", side(run.watch().primary())));
    }

    private static Bounds bounds(JsonObject asked, Bounds before) {
        return new Bounds(
                asked.getDouble("errorRate", before.errorRate()),
                asked.getDouble("errorFactor", before.errorFactor()),
                Times.read(asked, "p99", before.p99()),
                asked.getDouble("p99Factor", before.p99Factor()),
                asked.getInteger("samples", before.samples()),
                Times.read(asked, "window", before.window()));
    }

    private static @Nullable RolledBack rolledBack(@Nullable JsonObject why) {
        return why == null ? null : new RolledBack(why.getString("reason"), Instant.parse(why.getString("at")));
    }

    private static JsonObject side(CanaryWatch.Side side) {
        return new JsonObject()
                .put("requests", side.requests())
                .put("errors", side.errors())
                .put("p99", side.p99().toString());
    }
}
