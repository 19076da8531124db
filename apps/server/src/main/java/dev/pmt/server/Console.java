package dev.pmt.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** What the operator sees while PMT starts; everything else goes to the log. */
final class Console {

    private final PrintStream out;
    private final boolean showsSecrets;
    private final long begin = System.nanoTime();

    Console(PrintStream out, boolean showsSecrets) {
        this.out = out;
        this.showsSecrets = showsSecrets;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again when there is no terminal
    static Console ofProcess(boolean showSecrets) {
        var console = System.console();
        return new Console(System.out, showSecrets || (console != null && console.isTerminal()));
    }

    void begin(String version, Path home) {
        out.println("PMT " + version + ", home " + home);
    }

    void done(String what) {
        out.printf("  ready after %4.1f s: %s%n", seconds(), what);
        out.flush();
    }

    void ready(URI url) {
        out.println("PMT serves at " + url + " (stop with Ctrl+C)");
        out.flush();
    }

    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** Prints a link where secrets may be shown, as on a terminal; elsewhere, writes it to a file of the home that only its owner can read. */
    void sayLink(String what, String link, Path home, String name) throws IOException {
        if (showsSecrets) {
            say(what + " (this link works once): " + link);
        } else {
            var file = home.resolve("run").resolve(name);
            Home.createPrivately(home.resolve("run"));
            Secrets.writePrivately(file, link);
            say(what + ": the one-time link is in " + file);
        }
    }

    void stopped() {
        out.println("PMT has stopped.");
        out.flush();
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
