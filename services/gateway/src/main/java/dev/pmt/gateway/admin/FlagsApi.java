package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flag;
import dev.pmt.gateway.flags.FlagJson;
import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.flags.StaleFlag;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.traffic.RefusedRule;
import dev.pmt.shared.service.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.function.Supplier;

/** Shows and changes flags for whoever a door has let in: all, one, and what was done to one. */
record FlagsApi(Flags flags, FlagView view) {

    private static final String HISTORY = "/history";

    /**
     * Answers.
     *
     * @param rest of the path: nothing, {@code /key} or {@code /key/history}
     * @param who asks, for the audit
     */
    void handle(HttpServerRequest request, String rest, String who) {
        if (rest.isEmpty()) {
            only(request, () -> Future.succeededFuture(view.all()));
        } else if (rest.endsWith(HISTORY) && rest.length() > HISTORY.length() + 1) {
            only(request, () -> view.history(rest.substring(1, rest.length() - HISTORY.length())));
        } else {
            one(request, rest.substring(1), who);
        }
    }

    private void only(HttpServerRequest request, Supplier<Future<JsonObject>> answer) {
        if (request.method().name().equals("GET")) {
            answer.get()
                    .onSuccess(json -> Changes.send(request, json.toBuffer()))
                    .onFailure(failure -> Problems.send(request.response(), Problems.internal()));
        } else {
            refuse(request, "GET");
        }
    }

    private void one(HttpServerRequest request, String key, String who) {
        switch (request.method().name()) {
            case "GET" -> answer(request, key, Future.future(flag -> flag.complete(found(key))));
            case "PUT" -> answer(request, key, Changes.read(request).compose(body -> put(request, key, body, who)));
            case "DELETE" -> delete(request, key, who);
            default -> refuse(request, "GET, PUT, DELETE");
        }
    }

    private Flag found(String key) {
        return flags.find(key).orElseThrow(() -> new Refused(absent(key)));
    }

    private Future<Flag> put(HttpServerRequest request, String key, JsonObject body, String who) {
        var change = flags.put(key, FlagVersion.ofPut(request), FlagJson.rule(body), who);
        return view.tell(who, key, change)
                .map(Objects.requireNonNull(change.after(), "a flag was put"))
                .recover(failure -> Future.failedFuture(new NotKept()));
    }

    private void delete(HttpServerRequest request, String key, String who) {
        Future.<Void>future(begin -> begin.complete())
                .compose(begun -> {
                    var version = FlagVersion.ofDelete(request);
                    checkUnused(key);
                    return view.tell(who, key, flags.remove(key, version))
                            .recover(failure -> Future.failedFuture(new NotKept()));
                })
                .onSuccess(done -> request.response().setStatusCode(204).end())
                .onFailure(failure -> fail(request, key, failure));
    }

    private void checkUnused(String key) {
        var routes = view.routesOf(key);
        if (!routes.isEmpty()) {
            throw new RefusedRule("Flag " + key + " must not be named by a route, but "
                    + routes.getFirst().prefix()
                    + " names it: have that route lead everybody to one service first.");
        }
    }

    private void answer(HttpServerRequest request, String key, Future<Flag> flag) {
        flag.onSuccess(found -> {
                    var made = request.method().name().equals("PUT") && found.version() == 1;
                    request.response()
                            .setStatusCode(made ? 201 : 200)
                            .putHeader(HttpHeaders.ETAG, FlagVersion.tag(found));
                    Changes.send(request, view.one(found).toBuffer());
                })
                .onFailure(failure -> fail(request, key, failure));
    }

    private static void fail(HttpServerRequest request, String key, Throwable failure) {
        var problem = failure instanceof StaleFlag stale ? stale(key, stale) : Changes.problem(failure);
        Problems.send(request.response(), problem);
    }

    private static void refuse(HttpServerRequest request, String allowed) {
        request.response().putHeader(HttpHeaders.ALLOW, allowed);
        Problems.send(request.response(), Problems.methodNotAllowed(allowed));
    }

    private static Problem stale(String key, StaleFlag stale) {
        return stale.version().isEmpty()
                ? absent(key)
                : Problem.of(
                        412,
                        "stale-version",
                        "Changed meanwhile",
                        "Flag " + key + " has version " + stale.version().getAsLong()
                                + "; read it again and repeat the change.");
    }

    private static Problem absent(String key) {
        return Problem.of(404, "flag-not-found", "No such flag", "No flag has the key " + key + ".");
    }
}
