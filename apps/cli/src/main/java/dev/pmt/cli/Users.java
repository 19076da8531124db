package dev.pmt.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The people of an installation. */
final class Users {

    private static final String PATH = "/api/v1/users";

    private final Connection pmt;

    Users(Connection pmt) {
        this.pmt = pmt;
    }

    /** Reads all pages, oldest user first. */
    List<JsonNode> all() {
        var users = new ArrayList<JsonNode>();
        find(user -> !users.add(user));
        return users;
    }

    /** Finds the user with this e-mail address; case does not count. */
    JsonNode named(String email) {
        return find(user -> user.path("email").asString("").equalsIgnoreCase(email.strip()))
                .orElseThrow(() -> new CommandFailure(
                        "Nobody here has the e-mail address " + email + ". `pmt admin users` lists everybody."));
    }

    /** Makes a one-time link with which the user sets a new password. */
    JsonNode resetLink(JsonNode user) {
        return pmt.post(PATH + "/" + user.required("id").asString() + "/reset-link", "{}")
                .json();
    }

    private Optional<JsonNode> find(Predicate<JsonNode> wanted) {
        for (var cursor = ""; ; ) {
            var page = pmt.get(PATH + "?limit=100" + cursor).json();
            for (var user : page.required("items")) {
                if (wanted.test(user)) {
                    return Optional.of(user);
                }
            }
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                return Optional.empty();
            }
            cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }
}
