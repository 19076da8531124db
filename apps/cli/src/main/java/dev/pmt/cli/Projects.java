package dev.pmt.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The projects of an installation. */
final class Projects {

    private final Connection pmt;

    Projects(Connection pmt) {
        this.pmt = pmt;
    }

    /** Creates the project if it has a name to create it with and the caller sees none; refuses before a file is sent. */
    void require(String key, @Nullable String name) {
        var answer = pmt.get("/api/v1/projects/" + key);
        if (answer.status() == 404 && name != null) {
            var body = new JsonMapper().writeValueAsString(Map.of("key", key, "name", name));
            answer = pmt.post("/api/v1/projects", body);
        }
        answer.json();
    }
}
