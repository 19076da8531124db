package dev.pmt.server;

import dev.pmt.shared.service.ServiceStartException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code pmt up}. */
@Command(
        name = "pmt up",
        mixinStandardHelpOptions = true,
        description = "Runs PMT: an embedded PostgreSQL, the edge and all services in one process.")
public final class Server implements Callable<Integer> {

    @Mixin
    private final UpOptions options = new UpOptions();

    @Option(names = "--serve", paramLabel = "SERVICE", hidden = true, description = "run one left-out service")
    private @org.jspecify.annotations.Nullable String detached;

    private Server() {}

    /** Starts PMT and stays until the process is told to stop. */
    public static void main(String[] args) {
        // The host owns what is global to the JVM; a service's context must not reconfigure logging for its neighbours.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        var code = new CommandLine(new Server()).setUsageHelpAutoWidth(true).execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (detached != null) {
                DetachedService.run(options.home(), ServiceHost.find(detached));
            } else {
                run();
            }
            return Exit.OK.code();
        } catch (Failure e) {
            return fail(e.exit(), e);
        } catch (ServiceStartException e) {
            return fail(Exit.FAILED, e);
        }
    }

    private void run() throws InterruptedException {
        var up = new Up(options, Console.ofProcess());
        try {
            up.start();
        } catch (RuntimeException | Error e) {
            up.abandon();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(up::close, "stop"));
        up.await();
    }

    private static int fail(Exit exit, RuntimeException e) {
        System.err.println("pmt: " + e.getMessage());
        if (exit == Exit.FAILED) {
            LoggerFactory.getLogger(Server.class).error("PMT could not start", e);
        }
        return exit.code();
    }
}
