package dev.pmt.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The working tree that this program was built from. */
final class Checkout {

    private Checkout() {}

    /** Returns the repository's root: three steps up from {@code bench/target/pmt-bench.jar}. */
    static Path root() {
        try {
            var built = Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return built.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the commit, marked when files differ from it, or {@code unknown commit} without git. */
    static String commit() throws InterruptedException {
        try {
            var git = new ProcessBuilder("git", "-C", root().toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? answer : "unknown commit";
        } catch (IOException e) {
            return "unknown commit";
        }
    }
}
