package dev.pmt.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Finds what consumers of released events could no longer rely on. Events stay in the log: a consumer written against the
 * released contract meets new events, and one written today meets old ones. So what was declared stays as it is, and only
 * optional properties, types of events and texts for people may come.
 */
final class EventComparison {

    private static final Set<String> TEXTS = Set.of("title", "description");

    private final List<String> breaks = new ArrayList<>();

    private EventComparison() {}

    /** Returns a sentence for each break, none when the current contract only adds. */
    static List<String> breaks(EventSchemas released, EventSchemas current) {
        var comparison = new EventComparison();
        released.byType().forEach((type, before) -> {
            var after = current.byType().get(type);
            if (after == null) {
                comparison.breaks.add(type + " was removed");
            } else {
                comparison.compare(type, " ", before, after);
            }
        });
        return List.copyOf(comparison.breaks);
    }

    private void compare(String place, String separator, JsonNode before, JsonNode after) {
        var keywords = new TreeSet<>(before.propertyNames());
        keywords.addAll(after.propertyNames());
        keywords.removeAll(TEXTS);
        for (var keyword : keywords) {
            var was = before.path(keyword);
            var now = after.path(keyword);
            switch (keyword) {
                case "properties" -> compareProperties(place + separator, was, now);
                case "required" -> compareRequired(place + separator, Shape.texts(was), Shape.texts(now));
                case "type" -> compareTypes(place, was, now);
                case "enum" -> compareValues(place, was, now);
                default -> compareOther(place, keyword, was, now);
            }
        }
    }

    private void compareProperties(String prefix, JsonNode before, JsonNode after) {
        before.properties().forEach(property -> {
            var name = prefix + property.getKey();
            var now = after.path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " was removed");
            } else {
                compare(name, ".", property.getValue(), now);
            }
        });
    }

    private void compareRequired(String prefix, Set<String> before, Set<String> after) {
        without(before, after).forEach(name -> breaks.add(prefix + name + " is no longer always there"));
        without(after, before)
                .forEach(name -> breaks.add(prefix + name + " became required, but events in the log may lack it"));
    }

    private void compareTypes(String place, JsonNode before, JsonNode after) {
        var was = Shape.texts(before);
        var now = Shape.texts(after);
        if (without(now, was).equals(Set.of("null")) && now.containsAll(was) && !was.isEmpty()) {
            breaks.add(place + " may now be null");
        } else if (!was.equals(now)) {
            breaks.add(place + " changed its type from " + anything(was) + " to " + anything(now));
        }
    }

    private void compareValues(String place, JsonNode before, JsonNode after) {
        var was = Shape.texts(before);
        var now = Shape.texts(after);
        if (was.isEmpty() || now.isEmpty()) {
            breaks.add(place + " changed its values from " + anything(was) + " to " + anything(now));
            return;
        }
        without(was, now).forEach(value -> breaks.add(place + " may no longer be " + value + ", but was in the log"));
        without(now, was).forEach(value -> breaks.add(place + " may now be " + value));
    }

    private void compareOther(String place, String keyword, JsonNode before, JsonNode after) {
        if (keyword.equals("items") && before.isObject() && after.isObject()) {
            compare(place + "[]", ".", before, after);
        } else if (!before.equals(after)) {
            breaks.add(place + " changed its " + keyword + " from " + shown(before) + " to " + shown(after));
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static String anything(Set<String> set) {
        return set.isEmpty() ? "anything" : String.join(" or ", set);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "none" : node.toString();
    }
}
