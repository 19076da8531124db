package dev.pmt.gateway;

import dev.pmt.gateway.admin.AdminVerticle;
import dev.pmt.shared.service.Alone;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import dev.pmt.shared.telemetry.Measured;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.TelemetrySettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the edge. */
public final class GatewayService implements Service {

    /** How long the address behind a name is believed: a container that is replaced comes back with another one. */
    private static final int NAME_SECONDS = 5;

    private final Clock clock;

    /** Makes a service that lives by this machine's clock. */
    public GatewayService() {
        this(Clock.systemUTC());
    }

    /** Makes a service that lives by another clock. */
    public GatewayService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public RunningGateway start(ServiceSettings values) {
        var settings = GatewaySettings.from(values);
        var telemetry = Telemetry.start(
                TelemetrySettings.of(name(), key -> values.find(key).orElse(null)));
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(settings.loops() + 1)
                .setPreferNativeTransport(true)
                .setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(NAME_SECONDS))
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            return start(vertx, settings, telemetry, clock);
        } catch (RuntimeException e) {
            await(vertx.close());
            telemetry.close();
            throw e;
        }
    }

    private static RunningGateway start(Vertx vertx, GatewaySettings settings, Telemetry telemetry, Clock clock) {
        var shared = Shared.fresh(vertx, settings, telemetry, clock, UUID::randomUUID);
        var routes = shared.routes();
        settings.services().forEach(routes::register);
        var port = new AtomicInteger();
        var admin = new AdminVerticle(
                settings.admin(),
                settings.client(),
                settings.limits(),
                routes,
                shared.flags(),
                shared.ledger(),
                shared.watch(),
                shared.counts(),
                clock,
                shared.ids());
        listen(
                vertx.deployVerticle(admin),
                settings.admin().bind(),
                settings.admin().port());
        var loops = new HashSet<Thread>();
        while (loops.size() < settings.loops()) {
            var edge = new EdgeVerticle(settings, shared, port, loops);
            listen(vertx.deployVerticle(edge), settings.bind(), settings.port());
        }
        var scheme = settings.tls().isPresent() ? "https" : "http";
        var host = settings.bind().equals("0.0.0.0") || settings.bind().equals("::") ? "127.0.0.1" : settings.bind();
        var shownHost = host.contains(":") ? "[" + host + "]" : host;
        return new RunningGateway(
                vertx,
                URI.create(scheme + "://" + shownHost + ":" + port.get()),
                admin.address(),
                routes,
                shared.flags(),
                telemetry);
    }

    private static void listen(Future<?> deployment, String bind, int port) {
        try {
            await(deployment);
        } catch (CompletionException e) {
            throw reason(e, bind, port);
        }
    }

    private static ServiceStartException reason(CompletionException failure, String bind, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServiceStartException known) {
                return known;
            }
            if (isBind(cause)) {
                return new ServiceStartException(
                        "Port " + port + " on " + bind + " cannot be used: another program holds it, or this machine"
                                + " does not allow it. Stop that program or choose another port.",
                        failure);
            }
        }
        return new ServiceStartException("The edge could not start; the log tells the cause.", failure);
    }

    /** The native transport has no exception of its own for this. */
    private static boolean isBind(Throwable cause) {
        var message = cause.getMessage();
        return cause instanceof BindException
                || (cause instanceof IOException && message != null && message.startsWith("bind("));
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    /** Runs the edge alone, with settings from the environment, until the process is told to stop. */
    static void main() {
        Alone.run(new Measured(new GatewayService()));
    }
}
