package dev.pmt.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists everybody who can sign in, or could. */
@Command(name = "users", mixinStandardHelpOptions = true, description = "Lists users, oldest first.")
final class AdminUsersCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var pmt = home.open()) {
            var users = new Users(pmt).all();
            users.forEach(user -> out.println(line(user)));
            out.println(users.size() == 1 ? "1 user" : users.size() + " users");
        }
        out.flush();
        return 0;
    }

    private static String line(JsonNode user) {
        return "%-8s %-8s %-32s %s"
                .formatted(
                        user.required("active").asBoolean() ? "active" : "inactive",
                        user.required("role").asString(),
                        Plain.text(user.path("email").asString("")),
                        Plain.text(user.required("name").asString()));
    }
}
