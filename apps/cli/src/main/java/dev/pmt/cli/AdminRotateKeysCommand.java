package dev.pmt.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the key replaced that signs access tokens. */
@Command(
        name = "rotate-keys",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new key to sign access tokens with; nobody is signed out.",
            "PMT does this by itself every 90 days. The new key is published at once and signs a little later; the old "
                    + "one goes when nothing it signed is valid any more."
        })
final class AdminRotateKeysCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var pmt = home.open()) {
            var key = pmt.post("/internal/keys/rotate", "{}").json();
            return output.line("A new key is published; it signs from "
                    + key.required("signsFrom").asString() + " on. Nobody is signed out.");
        }
    }
}
