package dev.pmt.server;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code pmt up}, {@code pmt backup}, {@code pmt restore} and {@code pmt topology}. */
@Command(
        name = "pmt up",
        mixinStandardHelpOptions = true,
        description =
                "Runs PMT: an embedded PostgreSQL, the edge and all services, in one process or in those of a topology.")
public final class Server implements Callable<Integer> {

    @Mixin
    private final UpOptions options = new UpOptions();

    @Option(names = "--serve", paramLabel = "SERVICE", hidden = true, description = "run one left-out service")
    private @Nullable String detached;

    @Option(names = "--process", paramLabel = "NAME=SERVICES", hidden = true, description = "be a supervised process")
    private @Nullable String process;

    @Option(names = "--rehearse", hidden = true, description = "start, then stop at once: trains the JVM's AOT cache")
    private boolean rehearse;

    private Server() {}

    /** Starts PMT and stays until the process is told to stop. */
    public static void main(String[] args) {
        // The host owns what is global to the JVM; a service's context must not reconfigure logging for its neighbours.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        System.exit(execute(args));
    }

    /** Runs a command line and returns its exit code. */
    static int execute(String... args) {
        return command(args).setUsageHelpAutoWidth(true).execute(rest(args));
    }

    private static CommandLine command(String[] args) {
        return new CommandLine(
                switch (args.length == 0 ? "" : args[0]) {
                    case "backup" -> new BackupCommand();
                    case "install" -> new InstallCommand();
                    case "restore" -> new RestoreCommand();
                    case "topology" -> new TopologyCommand();
                    default -> new Server();
                });
    }

    private static String[] rest(String[] args) {
        var named = args.length > 0
                && Set.of("backup", "install", "restore", "topology").contains(args[0]);
        return named ? Arrays.copyOfRange(args, 1, args.length) : args;
    }

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(() -> {
            if (process != null) {
                var parts = process.split("=", 2);
                ProcessOfServices.run(options.home(), parts[0], List.of(parts[1].split("\\+")), options.telemetry());
            } else if (detached != null) {
                DetachedService.run(options.home(), ServiceHost.find(detached));
            } else {
                run();
            }
        });
    }

    private void run() throws InterruptedException {
        var up = new Up(options, Console.ofProcess(options.showLink()));
        try {
            up.start();
        } catch (RuntimeException | Error e) {
            up.abandon();
            throw e;
        }
        if (rehearse) {
            up.close();
            return;
        }
        Thread.currentThread().join();
    }
}
