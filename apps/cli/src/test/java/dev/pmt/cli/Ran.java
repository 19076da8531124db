package dev.pmt.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a command ended, and what it printed. */
record Ran(int code, String text) {

    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();

    /** Runs a command as the shell would. */
    static synchronized Ran with(String... arguments) {
        OUTPUT.reset();
        var out = System.out;
        var err = System.err;
        var stream = new PrintStream(OUTPUT, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        try {
            var code = Pmt.run(arguments);
            return new Ran(code, soFar());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Returns what the running command has printed. */
    static String soFar() {
        return OUTPUT.toString(StandardCharsets.UTF_8);
    }
}
