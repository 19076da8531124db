package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.home.PrivateFiles;
import dev.pmt.gateway.http.Front;
import dev.pmt.gateway.http.RequestWatch;
import dev.pmt.gateway.proxy.EdgeProxy;
import dev.pmt.gateway.proxy.Limits;
import dev.pmt.gateway.proxy.Origins;
import dev.pmt.gateway.proxy.ServiceDoor;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.gateway.session.ClientSettings;
import dev.pmt.gateway.traffic.TrafficCounts;
import dev.pmt.shared.service.ServiceStartException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the management listener and, when there is a folder for it, the Unix socket. */
public final class AdminVerticle extends VerticleBase {

    /** Holds the management listener's URL, for programs of the same user. */
    private static final String ADDRESS_FILE = "edge-admin";

    private final AdminSettings admin;
    private final ClientSettings client;
    private final Limits limits;
    private final Routes routes;
    private final Flags flags;
    private final Ledger ledger;
    private final RequestWatch watch;
    private final TrafficCounts counts;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private @Nullable Path socket;

    /** Makes the verticle; deploy one instance. */
    public AdminVerticle(
            AdminSettings admin,
            ClientSettings client,
            Limits limits,
            Routes routes,
            Flags flags,
            Ledger ledger,
            RequestWatch watch,
            TrafficCounts counts,
            Clock clock,
            Supplier<UUID> ids) {
        this.admin = admin;
        this.client = client;
        this.limits = limits;
        this.routes = routes;
        this.flags = flags;
        this.ledger = ledger;
        this.watch = watch;
        this.counts = counts;
        this.clock = clock;
        this.ids = ids;
    }

    /** Returns where the management listener is, once this verticle has started. */
    public URI address() {
        return address.join();
    }

    @Override
    public Future<?> start() throws IOException {
        var origins = new Origins(vertx, client.url());
        var services = new ServiceDoor(vertx, origins, routes, limits, client.url());
        var management = vertx.createHttpServer(new HttpServerOptions()
                .setHost(admin.bind())
                .setPort(admin.port())
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(75));
        var listening = management
                .requestHandler(new ManagementListener(vertx, api("management listener"), admin, services, clock))
                .listen()
                .map(server -> URI.create("http://" + admin.host() + ":" + server.actualPort()));
        return listening.compose(where -> {
            address.complete(where);
            return admin.run().isPresent() ? publish(admin.run().get(), where, origins) : Future.succeededFuture();
        });
    }

    private Future<?> publish(Path run, URI where, Origins origins) {
        var path = run.resolve("admin.sock");
        try {
            PrivateFiles.makeFolder(run);
            PrivateFiles.removeStaleSocket(path);
        } catch (IOException e) {
            return Future.failedFuture(cannotOpen(path, e));
        }
        return serveSocket(path, origins)
                .compose(server -> vertx.executeBlocking(() -> {
                    PrivateFiles.close(path);
                    PrivateFiles.write(run.resolve(ADDRESS_FILE), where + "\n");
                    socket = path;
                    return server;
                }))
                .recover(failure -> Future.failedFuture(cannotOpen(path, failure)));
    }

    private static ServiceStartException cannotOpen(Path path, Throwable cause) {
        return cause instanceof ServiceStartException known
                ? known
                : new ServiceStartException(
                        "The administrator's socket cannot be opened: " + path
                                + " must be writable and at most about 100 characters long.",
                        cause);
    }

    private ManagementApi api(String door) {
        return new ManagementApi(routes, flags, ledger, counts, clock, ids, door);
    }

    private Future<HttpServer> serveSocket(Path path, Origins origins) {
        var auth = new AuthClient(origins, routes, client);
        var credentials = new LocalAdministrator(auth, clock);
        var proxy =
                new EdgeProxy(vertx, origins, routes, limits, client.url(), credentials, ledger, flags, counts.join());
        var door = new SocketDoor(new KeyRotation(auth), api("admin socket"), proxy);
        var front = new Front(vertx, client.url(), limits.idle(), watch, door);
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(front::opened)
                .invalidRequestHandler(front::refuse)
                .requestHandler(front)
                .listen(SocketAddress.domainSocketAddress(path.toString()));
    }

    @Override
    public Future<?> stop() throws IOException {
        if (socket != null) {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.resolveSibling(ADDRESS_FILE));
        }
        return Future.succeededFuture();
    }
}
