package dev.pmt.server;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own tool to start and stop a server, taken from beside the server that last ran on a data directory. */
final class PgCtl {

    private PgCtl() {}

    /** Runs it on the data and returns whether it succeeded; it is not run by root, but in a namespace without rights. */
    static boolean run(Path data, Redirect output, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program(data).toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        return process.waitFor() == 0;
    }

    /** Reads the server's place from the first word of what it notes about its own start. */
    private static Path program(Path data) throws IOException {
        var options = Files.readString(data.resolve("postmaster.opts"));
        return Path.of(options.substring(0, options.indexOf(" \""))).resolveSibling("pg_ctl");
    }
}
