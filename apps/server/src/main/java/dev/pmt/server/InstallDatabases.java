package dev.pmt.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code pmt install databases}: gives each service its role and schema in a PostgreSQL of its own. */
@Command(
        name = "databases",
        mixinStandardHelpOptions = true,
        description =
                "Makes each service's role and schema in database pmt_SERVICE of its own PostgreSQL, as role postgres.")
final class InstallDatabases implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(500);

    @ParentCommand
    private InstallCommand install = new InstallCommand();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "how long to wait for a server that is starting (default: ${DEFAULT-VALUE})",
            defaultValue = "PT60S")
    private Duration patience = Duration.ZERO;

    @Parameters(paramLabel = "SERVICE=HOST:PORT", arity = "1..*", description = "where each service's PostgreSQL is")
    private Map<String, String> servers = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(() -> {
            for (var server : servers.entrySet()) {
                provision(server.getKey(), server.getValue());
            }
        });
    }

    private void provision(String service, String place) throws InterruptedException {
        if (!HomeOptions.owners().contains(service)) {
            throw new Failure(Exit.USAGE, "SERVICE must be one of " + HomeOptions.owners() + ": " + service);
        }
        var secrets = new Secrets(install.home());
        var address = new DatabaseAddress(
                "jdbc:postgresql://" + place + "/pmt_" + service,
                "postgres",
                secrets.get(InstallSecrets.ofServer(service)));
        open(address).provision(service, secrets.ofDatabase(service));
        System.out.println(service + " has its role and schema at " + address.place() + ".");
    }

    private ExternalDatabase open(DatabaseAddress address) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return ExternalDatabase.open(address);
            } catch (Failure e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
