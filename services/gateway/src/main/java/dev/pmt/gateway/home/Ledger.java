package dev.pmt.gateway.home;

import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every change of the routing, who made it and when, and keeps what must outlive the edge. Without a folder only
 * the log has it.
 */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Vertx vertx;
    private final Routes routes;
    private final @Nullable Path folder;
    private final @Nullable RouteStore store;
    private final Clock clock;

    /** Opens the ledger and brings back what it kept. */
    public Ledger(Vertx vertx, Routes routes, Optional<Path> folder, Clock clock) {
        this.vertx = vertx;
        this.routes = routes;
        this.folder = folder.orElse(null);
        this.clock = clock;
        store = folder.map(RouteStore::new).orElse(null);
        if (store != null) {
            store.restore(routes);
        }
    }

    /**
     * Writes down a change that is in force; done when it would outlive the edge.
     *
     * @param who changed something, as far as the edge can know it
     * @param what was done
     * @param detail what was said, without secrets
     */
    public Future<Void> write(String who, String what, JsonObject detail) {
        var line = new JsonObject()
                .put("at", clock.instant().toString())
                .put("who", who)
                .put("what", what)
                .put("detail", detail);
        LOG.atInfo()
                .addKeyValue("who", who)
                .addKeyValue("what", what)
                .addKeyValue("detail", detail.encode())
                .log("routing changed");
        var home = folder;
        var kept = store;
        if (home == null || kept == null) {
            return Future.succeededFuture();
        }
        return vertx.<Void>executeBlocking(() -> keep(home, kept, line), false)
                .onFailure(failure -> LOG.error("A change of the routing could not be kept", failure));
    }

    /** Two changes at a time are kept one after the other; the later one writes what is in force then. */
    private synchronized @Nullable Void keep(Path home, RouteStore kept, JsonObject line) throws IOException {
        PrivateFiles.makeFolder(home);
        PrivateFiles.append(home.resolve("audit.jsonl"), line.encode() + "\n");
        kept.save(routes);
        return null;
    }
}
