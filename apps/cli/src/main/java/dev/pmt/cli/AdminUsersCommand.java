package dev.pmt.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists everybody who can sign in, or could. */
@Command(name = "users", mixinStandardHelpOptions = true, description = "Lists users, oldest first.")
final class AdminUsersCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try (var pmt = home.open()) {
            var users = new Users(pmt).all();
            var lines =
                    new ArrayList<>(users.stream().map(AdminUsersCommand::line).toList());
            lines.add(users.size() == 1 ? "1 user" : users.size() + " users");
            return output.lines(lines);
        }
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
