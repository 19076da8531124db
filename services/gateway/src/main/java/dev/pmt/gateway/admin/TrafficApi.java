package dev.pmt.gateway.admin;

import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.traffic.CanaryJson;
import dev.pmt.gateway.traffic.CanaryRun;
import dev.pmt.gateway.traffic.HoldLimits;
import dev.pmt.gateway.traffic.RefusedRule;
import dev.pmt.gateway.traffic.Released;
import dev.pmt.gateway.traffic.ServiceTraffic;
import dev.pmt.gateway.traffic.ShadowJson;
import dev.pmt.gateway.traffic.ShadowRun;
import dev.pmt.gateway.traffic.Times;
import dev.pmt.gateway.traffic.TrafficCounts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Moves a service's requests: {@code GET /internal/traffic} and {@code /internal/services/{name}/(canary|hold|rollback|shadow)}. */
record TrafficApi(Routes routes, Changes changes, TrafficCounts counts, Supplier<UUID> ids) {

    void show(HttpServerRequest request) {
        counts.read().onSuccess(traffic -> Changes.send(request, list(traffic).toBuffer()));
    }

    private JsonArray list(Map<String, ServiceTraffic> traffic) {
        var table = routes.current();
        var list = new JsonArray();
        table.services().forEach(service -> {
            var steering = table.steeringOf(service);
            var hold = steering.hold();
            var canary = steering.canary();
            var shadow = steering.shadow();
            list.add(new JsonObject()
                    .put("service", service)
                    .put("address", table.addressOf(service).map(URI::toString).orElse(null))
                    .put("hold", hold == null ? null : json(hold.limits()).put("waiting", hold.waiting()))
                    .put("canary", canary == null ? null : CanaryJson.write(canary))
                    .put("shadow", shadow == null ? null : summary(shadow))
                    .put(
                            "traffic",
                            traffic.getOrDefault(service, ServiceTraffic.none()).json()));
        });
        return list;
    }

    void handle(HttpServerRequest request, String service, String rule) {
        switch (request.method().name() + " " + rule) {
            case "PUT hold" -> changes.set(request, body -> routes.hold(known(service), limits(body)));
            case "DELETE hold" ->
                changes.make(
                        request, body -> here(routes.release(known(service))).map(TrafficApi::json));
            case "PUT canary" -> changes.set(request, body -> routes.canary(known(service), now -> canary(body, now)));
            case "DELETE canary" -> changes.set(request, body -> routes.endCanary(known(service)));
            case "GET shadow" -> report(request, service);
            case "PUT shadow" -> changes.set(request, body -> routes.shadow(known(service), now -> shadow(body, now)));
            case "DELETE shadow" -> changes.set(request, body -> routes.endShadow(known(service)));
            case "POST rollback" -> changes.set(request, body -> rollBack(known(service), body));
            default -> Problems.send(request.response(), Problems.notFound());
        }
    }

    private String known(String service) {
        var known = routes.current().services();
        if (!known.contains(service)) {
            throw new RefusedRule("service must be one of " + String.join(", ", known) + ": " + service);
        }
        return service;
    }

    private void rollBack(String service, JsonObject body) {
        if (!routes.rollBack(service, body.getString("reason", "by hand"))) {
            throw new RefusedRule(service + " must have a canary to roll back");
        }
    }

    /** Whoever was released last is on another event loop. */
    private static <T> Future<T> here(Future<T> elsewhere) {
        var context = Objects.requireNonNull(Vertx.currentContext(), "must run on an event loop");
        var here = Promise.<T>promise();
        elsewhere.onComplete(result -> context.runOnContext(now -> here.handle(result)));
        return here.future();
    }

    private CanaryRun canary(JsonObject body, @Nullable CanaryRun now) {
        var canary = CanaryJson.read(body, now == null ? null : now.canary(), ids);
        return now == null ? CanaryRun.fresh(canary) : now.with(canary);
    }

    private static ShadowRun shadow(JsonObject body, @Nullable ShadowRun now) {
        var shadow = ShadowJson.read(body, now == null ? null : now.shadow());
        return now == null ? ShadowRun.fresh(shadow) : now.with(shadow);
    }

    private void report(HttpServerRequest request, String service) {
        var run = routes.current().steeringOf(service).shadow();
        if (run == null) {
            Problems.send(request.response(), Problems.notFound());
        } else {
            var report = ShadowJson.write(run.shadow()).mergeIn(run.report().json());
            Changes.send(request, report.toBuffer());
        }
    }

    private static HoldLimits limits(JsonObject body) {
        var standard = HoldLimits.STANDARD;
        return new HoldLimits(
                Times.read(body, "deadline", standard.deadline()), body.getInteger("most", standard.most()));
    }

    private static JsonObject summary(ShadowRun run) {
        return ShadowJson.write(run.shadow()).mergeIn(run.report().summary());
    }

    private static JsonObject json(HoldLimits limits) {
        return new JsonObject().put("deadline", limits.deadline().toString()).put("most", limits.most());
    }

    private static JsonObject json(Released all) {
        return new JsonObject()
                .put("released", all.released())
                .put("expired", all.expired())
                .put("refused", all.refused())
                .put("longest", all.longest().toString());
    }
}
