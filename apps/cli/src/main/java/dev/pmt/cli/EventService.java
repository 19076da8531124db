package dev.pmt.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The administrators' door of one service's events.
 *
 * @param pmt the installation
 * @param name the service's name
 */
record EventService(Connection pmt, String name) {

    /** Finds all services of the installation that have events. */
    static List<EventService> all(Connection pmt) {
        var found = new ArrayList<EventService>();
        for (var service : pmt.get("/api/status").json().required("services")) {
            if (service.path("events").asBoolean(false)) {
                found.add(new EventService(pmt, service.required("name").asString()));
            }
        }
        return found;
    }

    /** Finds one by name. @throws CommandFailure when it is not running or has no events */
    static EventService named(Connection pmt, String name) {
        var all = all(pmt);
        return all.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("No service " + name + " with events runs here; those that do: "
                        + String.join(", ", all.stream().map(EventService::name).toList()) + "."));
    }

    /** Tells how the log and each consumer are. */
    JsonNode overview() {
        return pmt.get(path("")).json();
    }

    /** Reads some events after a position, and waits a while for one when there is none. */
    Answer log(long after, int limit, int waitSeconds) {
        return pmt.get(path("/log?after=" + after + "&limit=" + limit + "&wait=" + waitSeconds));
    }

    /** Returns the names of all consumers. */
    List<String> consumers() {
        var names = new ArrayList<String>();
        overview()
                .required("consumers")
                .forEach(consumer -> names.add(consumer.required("name").asString()));
        return names;
    }

    /** Lists all events that a consumer holds back, in order. */
    List<JsonNode> deadLetters(String consumer) {
        var letters = new ArrayList<JsonNode>();
        for (var cursor = ""; ; ) {
            var page =
                    pmt.get(path(consumer, "dead-letters?limit=100" + cursor)).json();
            page.required("items").forEach(letters::add);
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                return letters;
            }
            cursor = "&cursor=" + next;
        }
    }

    /** Does something with a consumer, or with one of its dead letters; returns how the consumer is then. */
    JsonNode change(String consumer, String deed) {
        return pmt.post(path(consumer, deed), "{}").json();
    }

    private String path(String consumer, String rest) {
        return path("/consumers/" + URLEncoder.encode(consumer, StandardCharsets.UTF_8) + "/" + rest);
    }

    private String path(String rest) {
        return "/api/v1/admin/events/" + name + rest;
    }
}
