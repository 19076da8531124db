package dev.pmt.server;

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

    /** Answers whether a secret may be shown: a person looks at the output, or whoever started PMT wants it so. */
    boolean showsSecrets() {
        return showsSecrets;
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

    void stopped() {
        out.println("PMT has stopped.");
        out.flush();
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
