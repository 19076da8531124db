package dev.pmt.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether PMT could start here, and how the one that runs is. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has and lacks for PMT.")
final class DoctorCommand implements Callable<Integer> {

    private static final long ENOUGH_BYTES = 1L << 30;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port that PMT would use (default: ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private boolean healthy = true;

    @Override
    public Integer call() throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var home = connection.home();
        checkHome(out, home);
        if (Files.exists(home.resolve("run/admin.sock"))) {
            checkRunning(out);
        } else {
            checkPort(out);
        }
        out.flush();
        return healthy ? 0 : 1;
    }

    private void checkHome(PrintWriter out, Path home) throws IOException {
        var existing = home;
        while (Files.notExists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        report(out, Files.isDirectory(existing) && Files.isWritable(existing), "home " + home, "not writable");
        var free = Files.getFileStore(existing).getUsableSpace();
        report(out, free >= ENOUGH_BYTES, "disk, " + free / 1_000_000_000 + " GB free", "PMT wants 1 GB");
    }

    private void checkPort(PrintWriter out) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            report(out, true, "port " + socket.getLocalPort() + " is free", "");
        } catch (IOException e) {
            report(out, false, "port " + port, "taken; use --port");
        }
    }

    private void checkRunning(PrintWriter out) {
        try (var pmt = connection.open()) {
            for (var service : pmt.get("/api/status").json().required("services")) {
                var state = service.required("state").asString();
                report(
                        out,
                        state.equals("up"),
                        service.required("name").asString() + " "
                                + service.path("version").asString(""),
                        state);
            }
        } catch (ConnectionLost e) {
            report(out, false, "PMT", "left a socket behind but does not answer; ./pmt up starts it");
        }
    }

    private void report(PrintWriter out, boolean good, String what, String otherwise) {
        healthy &= good;
        out.println(good ? "ok       " + what : "problem  " + what + ": " + otherwise);
    }
}
