package dev.pmt.shared.service;

import java.io.PrintStream;
import java.util.Map;

/** Runs one service as a process of its own, with what its environment says. */
public final class Alone {

    private Alone() {}

    /** Starts the service, which stays until the process is told to stop; exits with a sentence when it cannot start. */
    public static void run(Service service) {
        if (!start(service, System.getenv(), System.err)) {
            // Threads that were started already would keep a process alive that serves nobody.
            System.exit(1);
        }
    }

    /** Answers whether the service serves now. */
    static boolean start(Service service, Map<String, String> environment, PrintStream out) {
        try {
            var running = service.start(ServiceSettings.ofProcess(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-" + service.name()));
            return true;
        } catch (ServiceStartException e) {
            out.println(service.name() + ": " + e.getMessage());
            return false;
        } catch (RuntimeException | Error e) {
            e.printStackTrace(out);
            return false;
        }
    }
}
