package dev.pmt.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the installation answered.
 *
 * @param status HTTP status
 * @param body JSON, or anything when something else answers at that address
 */
record Answer(int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    boolean ok() {
        return status < 300;
    }

    /** Reads the body of a success. @throws CommandFailure with the problem's own words for anything else */
    JsonNode json() {
        var node = parse();
        if (ok()) {
            return node;
        }
        var detail = node.path("detail").asString("");
        throw new CommandFailure(detail.isEmpty() ? "PMT refused this with status " + status + "." : detail);
    }

    /** Takes a success without looking at its body. @throws CommandFailure with the problem's own words for anything else */
    void done() {
        if (!ok()) {
            json();
        }
    }

    private JsonNode parse() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new CommandFailure("Something that is not PMT answers there, with status " + status + ".");
        }
    }
}
