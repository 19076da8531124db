package dev.pmt.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command run in this JVM.
 *
 * @param exitCode what the process would have ended with
 * @param output what it wrote on both streams
 */
record CommandLineRun(int exitCode, String output) {

    static synchronized CommandLineRun of(String... args) {
        var out = System.out;
        var err = System.err;
        var written = new ByteArrayOutputStream();
        try (var stream = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            var code = Server.execute(args);
            return new CommandLineRun(code, written.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
