package dev.pmt.gateway;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.telemetry.Telemetry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running edge. */
public final class RunningGateway implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGateway.class);
    private static final int CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final URI address;
    private final URI adminAddress;
    private final Routes routes;
    private final Flags flags;
    private final Telemetry telemetry;

    RunningGateway(Vertx vertx, URI address, URI adminAddress, Routes routes, Flags flags, Telemetry telemetry) {
        this.vertx = vertx;
        this.address = address;
        this.adminAddress = adminAddress;
        this.routes = routes;
        this.flags = flags;
        this.telemetry = telemetry;
    }

    /** Answers where the public listener is on this machine. */
    @Override
    public URI address() {
        return address;
    }

    /** Answers where the management listener is. */
    public URI adminAddress() {
        return adminAddress;
    }

    /** Returns the routing, to change it from within the same process. */
    public Routes routes() {
        return routes;
    }

    /** Lets running requests end, for at most five seconds. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The edge did not close cleanly", e);
        }
        flags.close();
        telemetry.close();
    }
}
