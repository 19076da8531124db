package dev.pmt.server;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code pmt install link}: the one-time link that makes the first administrator. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Shows the one-time link that makes the first administrator, as long as there is none.")
final class InstallLink implements Callable<Integer> {

    @ParentCommand
    private InstallCommand install = new InstallCommand();

    @Option(
            names = "--auth",
            paramLabel = "URL",
            description = "where auth is (default: ${DEFAULT-VALUE})",
            defaultValue = "http://auth:8080")
    private URI auth = URI.create("");

    @Option(names = "--print", description = "print the link even if nobody looks at a terminal")
    private boolean print;

    @Override
    public Integer call() throws InterruptedException {
        return Exit.of(() -> {
            var secrets = new Secrets(install.home());
            new FirstAdministrator(auth, install.home(), secrets, Console.ofProcess(print)).announce();
        });
    }
}
