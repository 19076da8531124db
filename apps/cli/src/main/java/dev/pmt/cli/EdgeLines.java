package dev.pmt.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the edge does with a service's requests, in words. */
final class EdgeLines {

    private EdgeLines() {}

    static List<String> of(JsonNode state) {
        var lines = new ArrayList<String>();
        lines.add("%-14s %s"
                .formatted(
                        state.required("service").asString(),
                        state.path("address").asString("not registered")));
        state.optional("hold").filter(JsonNode::isObject).ifPresent(hold -> lines.add(hold(hold)));
        state.optional("canary").filter(JsonNode::isObject).ifPresent(canary -> lines.addAll(canary(canary)));
        state.optional("shadow").filter(JsonNode::isObject).ifPresent(shadow -> lines.add(shadow(shadow)));
        return lines;
    }

    /** Says what a shadow has found. */
    static List<String> report(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add(shadow(report).strip());
        for (var found : report.required("differences")) {
            lines.add("%5.1f %%  %s  %s  (%d of %d)"
                    .formatted(
                            found.required("rate").asDouble() * 100,
                            Plain.text(found.required("route").asString()),
                            Plain.text(found.required("field").asString()),
                            found.required("differed").asLong(),
                            found.required("compared").asLong()));
            found.required("examples").forEach(path -> lines.add("         " + Plain.text(path.asString())));
        }
        return lines;
    }

    private static String hold(JsonNode hold) {
        return "  held    %d waiting, at most %d, each at most %s"
                .formatted(
                        hold.required("waiting").asLong(),
                        hold.required("most").asLong(),
                        millis(hold.required("deadline")));
    }

    private static List<String> canary(JsonNode canary) {
        var lines = new ArrayList<String>();
        lines.add("  canary  %s takes %s of users%s"
                .formatted(canary.required("address").asString(), percent(canary.required("weight")), route(canary)));
        var why = canary.path("rolledBack");
        if (why.isObject()) {
            lines.add("          rolled back at " + why.required("at").asString() + ": "
                    + Plain.text(why.required("reason").asString()));
        }
        var lately = canary.required("lately");
        lines.add("          lately " + side(lately.required("canary")) + "; primary "
                + side(lately.required("primary")));
        return lines;
    }

    private static String shadow(JsonNode shadow) {
        return "  shadow  %s is asked %s of reads%s: %d compared, %d differed; %d left out, %d too large, %d unanswered"
                .formatted(
                        shadow.required("address").asString(),
                        percent(shadow.required("sample")),
                        route(shadow),
                        shadow.required("compared").asLong(),
                        shadow.required("differed").asLong(),
                        shadow.required("busy").asLong(),
                        shadow.required("tooLarge").asLong(),
                        shadow.required("unanswered").asLong());
    }

    private static String route(JsonNode rule) {
        var route = rule.path("route").asString("");
        return route.isEmpty() ? "" : " on " + Plain.text(route);
    }

    private static String side(JsonNode side) {
        return "%d requests, %d errors, p99 %s"
                .formatted(
                        side.required("requests").asLong(),
                        side.required("errors").asLong(),
                        millis(side.required("p99")));
    }

    private static String percent(JsonNode share) {
        return String.format(Locale.ROOT, "%.4g", share.asDouble()).replaceAll("\\.?0+$", "") + " %";
    }

    /** Writes a time of ISO 8601 in milliseconds. */
    static String millis(JsonNode time) {
        return Duration.parse(time.asString()).toMillis() + " ms";
    }
}
