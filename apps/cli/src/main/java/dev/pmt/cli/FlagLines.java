package dev.pmt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Flags in words. */
record FlagLines(FlagPeople people) {

    List<String> of(JsonNode flag) {
        var lines = new ArrayList<String>();
        lines.add("%-24s %s".formatted(flag.required("key").asString(), state(flag)));
        lines.add("  " + Plain.text(flag.required("description").asString()));
        for (var route : flag.required("routes")) {
            lines.add("  on %s: %s instead of %s"
                    .formatted(
                            route.required("prefix").asString(),
                            route.required("on").asString(),
                            route.required("off").asString()));
        }
        var expires = flag.required("expires").asString("");
        if (!expires.isEmpty()) {
            lines.add((flag.required("overdue").asBoolean() ? "  overdue: should have been" : "  should be")
                    + " gone by " + expires);
        }
        lines.add("  version %d, %s by %s"
                .formatted(
                        flag.required("version").asLong(),
                        flag.required("changedAt").asString(),
                        people.who(flag.required("changedBy"))));
        return lines;
    }

    /** Says what a change made of a flag. */
    String of(JsonNode change, String key) {
        var after = change.required("after");
        var before = change.required("before");
        var what = after.isNull()
                ? "deleted; it was " + state(before)
                : (before.isNull() ? "made: " : state(before) + "  ->  ") + state(after);
        return "%s  %s  by %s: %s"
                .formatted(change.required("at").asString(), key, people.who(change.required("who")), what);
    }

    /** Says for whom a flag is on. */
    private String state(JsonNode flag) {
        var whom = whom(flag.required("rollout"));
        if (flag.required("enabled").asBoolean()) {
            return "on for " + whom;
        }
        return whom.equals("nobody") ? "off" : "off (else for " + whom + ")";
    }

    private String whom(JsonNode rollout) {
        var percent = rollout.required("percent").asDouble();
        if (percent == 100) {
            return "everybody";
        }
        var parts = new ArrayList<String>();
        if (percent > 0) {
            parts.add(String.format(Locale.ROOT, "%.4g", percent).replaceAll("\\.?0+$", "") + " % of users");
        }
        if (rollout.required("admins").asBoolean()) {
            parts.add("administrators");
        }
        rollout.required("users").forEach(user -> parts.add(people.name(user)));
        return parts.isEmpty() ? "nobody" : String.join(", ", parts);
    }
}
