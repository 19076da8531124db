package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code pmt install secrets}: makes the secrets and gives each service, database and broker a directory with only its own. */
@Command(
        name = "secrets",
        mixinStandardHelpOptions = true,
        description = {
            "Writes secrets below a directory, each in a file of mode 0600 that is named as its setting:",
            "SERVICE/ for each service, SERVICE-db/password for its PostgreSQL, pmt-db/password, redis/password."
        })
final class InstallSecrets implements Callable<Integer> {

    /** The secret of the PostgreSQL that a service has for itself; {@code pmt} is that of all in one process. */
    static String ofServer(String service) {
        return "postgresql-" + service;
    }

    @ParentCommand
    private InstallCommand install = new InstallCommand();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "where to write the directories")
    private Path directory = Path.of("");

    @Option(
            names = "--redis",
            paramLabel = "HOST:PORT",
            description = "where the Redis is that may carry events (default: ${DEFAULT-VALUE})",
            defaultValue = "redis:6379")
    private String redis = "";

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(this::write);
    }

    private void write() {
        var secrets = new Secrets(install.home());
        var services = Topology.named("split").services();
        var all = new ServiceSecrets(secrets, services);
        for (var service : services) {
            write(service, all.of(service));
            if (Installation.ownsSchema(service)) {
                write(service, Map.of("pmt.events.redis-url", "redis://:" + secrets.get("redis") + "@" + redis));
                write(service + "-db", Map.of("password", secrets.get(ofServer(service))));
            }
        }
        write("pmt-db", Map.of("password", secrets.get(ofServer("pmt"))));
        write("redis", Map.of("password", secrets.get("redis")));
        System.out.println("The secrets are in " + directory + ".");
    }

    private void write(String name, Map<String, String> files) {
        var folder = directory.resolve(name);
        try {
            Home.createPrivately(folder);
            for (var file : files.entrySet()) {
                writeNew(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The directory must be writable by this user: " + folder, e);
        }
    }

    private static void writeNew(Path file, String text) throws IOException {
        if (Files.notExists(file) || !Files.readString(file).strip().equals(text)) {
            Secrets.writePrivately(file, text);
        }
    }
}
