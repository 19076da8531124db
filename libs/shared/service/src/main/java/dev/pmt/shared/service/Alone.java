package dev.pmt.shared.service;

/** Runs one service as a process of its own, with what its environment says. */
public final class Alone {

    private Alone() {}

    /** Starts the service, which stays until the process is told to stop; exits with a sentence when it cannot start. */
    public static void run(Service service) {
        try {
            var running = service.start(ServiceSettings.ofProcess(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-" + service.name()));
        } catch (ServiceStartException e) {
            System.err.println(service.name() + ": " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            // Threads that were started already would keep a process alive that serves nobody.
            e.printStackTrace();
            System.exit(1);
        }
    }
}
