package dev.pmt.cli;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The projects of an installation. */
final class Projects {

    private final Connection pmt;

    Projects(Connection pmt) {
        this.pmt = pmt;
    }

    /** Creates the project unless the caller can see one with this key. */
    void ensure(String key, String name) {
        if (pmt.get("/api/v1/projects/" + key).status() == 404) {
            var body = new JsonMapper().writeValueAsString(Map.of("key", key, "name", name));
            pmt.post("/api/v1/projects", body).json();
        }
    }
}
