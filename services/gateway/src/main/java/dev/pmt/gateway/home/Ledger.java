package dev.pmt.gateway.home;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.routes.Routes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down every change of the routing and the flags, who made it and when, and keeps what must outlive the edge. Without a
 * folder only the log has it.
 */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private record Kept(Path folder, RouteStore routes, FlagStore flags) {

        private Path audit() {
            return folder.resolve("audit.jsonl");
        }
    }

    private final Vertx vertx;
    private final Routes routes;
    private final Flags flags;
    private final @Nullable Kept kept;
    private final Clock clock;

    /** Opens the ledger and brings back what it kept; a canary whose salt is gone from the file is salted with an id. */
    public Ledger(Vertx vertx, Routes routes, Flags flags, Optional<Path> folder, Clock clock, Supplier<UUID> ids) {
        this.vertx = vertx;
        this.routes = routes;
        this.flags = flags;
        this.clock = clock;
        kept = folder.map(home -> new Kept(home, new RouteStore(home, ids), new FlagStore(home)))
                .orElse(null);
        if (kept != null) {
            kept.routes.restore(routes);
            kept.flags.restore(flags);
        }
    }

    /** Tells whether what changes outlives the edge. */
    public boolean keeps() {
        return kept != null;
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
                .log("edge changed");
        var home = kept;
        if (home == null) {
            return Future.succeededFuture();
        }
        return vertx.<Void>executeBlocking(() -> keep(home, line), false)
                .onFailure(failure -> LOG.error("A change of the edge could not be kept", failure));
    }

    /** Two changes at a time are kept one after the other; the later one writes what is in force then. */
    private synchronized @Nullable Void keep(Kept home, JsonObject line) throws IOException {
        PrivateFiles.makeFolder(home.folder);
        PrivateFiles.append(home.audit(), line.encode() + "\n");
        home.routes.save(routes);
        home.flags.save(flags);
        return null;
    }

    /** Reads the latest changes of a kind, newest first. */
    public Future<List<JsonObject>> latest(int most, Predicate<JsonObject> kind) {
        var home = kept;
        return home == null || Files.notExists(home.audit())
                ? Future.succeededFuture(List.of())
                : vertx.executeBlocking(() -> read(home.audit(), most, kind), false);
    }

    private static List<JsonObject> read(Path audit, int most, Predicate<JsonObject> kind) throws IOException {
        var latest = new ArrayDeque<JsonObject>();
        try (var lines = Files.lines(audit)) {
            lines.map(JsonObject::new).filter(kind).forEach(line -> {
                latest.addFirst(line);
                if (latest.size() > most) {
                    latest.removeLast();
                }
            });
        }
        return List.copyOf(latest);
    }
}
