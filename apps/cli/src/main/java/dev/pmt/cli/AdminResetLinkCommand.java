package dev.pmt.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a link with which somebody who cannot sign in sets a new password. */
@Command(
        name = "reset-link",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a one-time link with which a user sets a new password.",
            "Give it to that user over a channel you trust. It voids the links before it; used, it ends all their sessions."
        })
final class AdminResetLinkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "EMAIL", description = "the user's e-mail address")
    private String email = "";

    @Mixin
    private HomeOption home = new HomeOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var pmt = home.open()) {
            var users = new Users(pmt);
            var link = users.resetLink(users.named(email));
            line.getOut().println(link.required("url").asString());
            line.getErr()
                    .println("Works once, until " + link.required("expiresAt").asString() + ".");
        }
        line.getOut().flush();
        return 0;
    }
}
