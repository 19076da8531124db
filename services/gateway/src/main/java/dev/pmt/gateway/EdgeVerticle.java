package dev.pmt.gateway;

import dev.pmt.gateway.admin.FlagDoor;
import dev.pmt.gateway.http.Front;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.proxy.EdgeProxy;
import dev.pmt.gateway.proxy.Origins;
import dev.pmt.gateway.session.AuthClient;
import dev.pmt.gateway.session.SessionDoor;
import dev.pmt.gateway.tokens.TokenCredentials;
import dev.pmt.gateway.tokens.VouchedCredentials;
import dev.pmt.gateway.traffic.HoldLimits;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The public listener on one event loop; all instances share the port. */
final class EdgeVerticle extends VerticleBase {

    /** Vert.x shares one random port among all servers that name the same negative one. */
    private static final int SHARED_RANDOM_PORT = -1;

    private static final int DRAIN_SECONDS = 3;

    private final GatewaySettings settings;
    private final Shared shared;
    private final AtomicInteger actualPort;
    private final Set<Thread> loops;
    private @Nullable HttpServer server;

    EdgeVerticle(GatewaySettings settings, Shared shared, AtomicInteger actualPort, Set<Thread> loops) {
        this.settings = settings;
        this.shared = shared;
        this.actualPort = actualPort;
        this.loops = loops;
    }

    /** Does nothing on an event loop that has a listener already: Vert.x gives loops out in turn, but not only to us. */
    @Override
    public Future<?> start() {
        if (!loops.add(Thread.currentThread())) {
            return Future.succeededFuture();
        }
        var url = settings.client().url();
        var origins = new Origins(vertx, url);
        var auth = new AuthClient(origins, shared.routes(), settings.client());
        var session = new SessionDoor(vertx, settings.client(), auth, shared.memory(), shared.flags(), shared.clock());
        var credentials = new TokenCredentials(shared.tokens(), shared.budget(), auth, session.credentials());
        var flags = new FlagDoor(
                shared.flags(), shared.routes(), shared.ledger(), shared.clock(), new VouchedCredentials(credentials));
        var proxy = new EdgeProxy(
                vertx,
                origins,
                shared.routes(),
                settings.limits(),
                url,
                credentials,
                shared.ledger(),
                shared.flags(),
                shared.counts().join());
        var front = new Front(
                vertx,
                url,
                settings.limits().idle(),
                shared.watch(),
                request -> dispatch(request, session, flags, proxy));
        server = vertx.createHttpServer(options())
                .connectionHandler(front::opened)
                .invalidRequestHandler(front::refuse)
                .requestHandler(front);
        return server.listen().onSuccess(listening -> actualPort.set(listening.actualPort()));
    }

    private static void dispatch(HttpServerRequest request, SessionDoor session, FlagDoor flags, EdgeProxy proxy) {
        var path = request.path();
        if (RequestTarget.isClosed(path)) {
            Problems.send(request.response(), Problems.notFound());
        } else if (FlagDoor.covers(path)) {
            flags.handle(request);
        } else if (SessionDoor.covers(path)) {
            session.handle(request);
        } else {
            proxy.handle(request);
        }
    }

    private HttpServerOptions options() {
        var options = new HttpServerOptions()
                .setHost(settings.bind())
                .setPort(settings.port() == 0 ? SHARED_RANDOM_PORT : settings.port())
                .setIdleTimeout((int) longestSilence().toSeconds() + 15)
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(32 * 1024)
                .setHttp2ClearTextEnabled(false)
                // sockets are joined to the service's as they are; what they agree on is their business
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true);
        settings.tls()
                .ifPresent(tls -> options.setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertPath(tls.certificate().toString())
                                .addKeyPath(tls.key().toString())));
        return options;
    }

    /** While a request waits for its service or in a hold, its connection is silent. */
    private Duration longestSilence() {
        var time = settings.limits().time();
        return time.compareTo(HoldLimits.LONGEST) > 0 ? time : HoldLimits.LONGEST;
    }

    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
}
