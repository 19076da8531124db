package dev.pmt.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares two schemas: what is sent may be taken more widely, what is answered may become narrower, never the reverse. */
final class SchemaComparison {

    /** Which way the data goes. */
    enum Direction {
        REQUEST,
        RESPONSE
    }

    private final Contract released;
    private final Contract current;
    private final Direction direction;
    private final List<String> breaks;
    private final Set<List<JsonNode>> seen = new HashSet<>();

    SchemaComparison(Contract released, Contract current, Direction direction, List<String> breaks) {
        this.released = released;
        this.current = current;
        this.direction = direction;
        this.breaks = breaks;
    }

    /** Adds a sentence for each way in which {@code after} breaks {@code before}. */
    void compare(String place, JsonNode before, JsonNode after) {
        var was = Shape.of(released, before);
        var now = Shape.of(current, after);
        if (!seen.add(List.of(was.node(), now.node()))) {
            return;
        }
        compareSets(place, "type", was.types(), now.types());
        compareSets(place, "value", was.values(), now.values());
        if (!was.text("format").equals(now.text("format"))) {
            breaks.add(place + " changed its format from '" + was.text("format") + "' to '" + now.text("format") + "'");
        }
        compareProperties(place, was, now);
        compareBounds(place, was, now);
        if (was.node().has("items")) {
            compare(place + "[]", was.node().path("items"), now.node().path("items"));
        }
        compareAlternatives(place, was, now);
    }

    /** An empty set stands for "anything". */
    private void compareSets(String place, String what, Set<String> was, Set<String> now) {
        var wider = direction == Direction.REQUEST ? now : was;
        var narrower = direction == Direction.REQUEST ? was : now;
        if (wider.isEmpty()) {
            return;
        }
        if (narrower.isEmpty()) {
            breaks.add(place + " " + what + " changed from " + orAnything(was) + " to " + orAnything(now));
            return;
        }
        var gone = new TreeSet<>(narrower);
        gone.removeAll(wider);
        if (!gone.isEmpty()) {
            breaks.add(place + (direction == Direction.REQUEST ? " no longer takes " : " may now answer ") + what + " "
                    + String.join(", ", gone));
        }
    }

    private void compareProperties(String place, Shape was, Shape now) {
        was.node().path("properties").properties().forEach(property -> {
            var name = place + "." + property.getKey();
            var after = now.node().path("properties").path(property.getKey());
            if (after.isMissingNode()) {
                breaks.add(name + " was removed");
            } else {
                compare(name, property.getValue(), after);
            }
        });
        var demanding = direction == Direction.REQUEST ? now : was;
        var other = direction == Direction.REQUEST ? was : now;
        for (var name : demanding.required()) {
            if (!other.required().contains(name)) {
                breaks.add(place + "." + name
                        + (direction == Direction.REQUEST ? " became required" : " is no longer always answered"));
            }
        }
    }

    private void compareBounds(String place, Shape was, Shape now) {
        if (direction == Direction.RESPONSE) {
            return;
        }
        for (var bound : List.of("maxLength", "maximum", "maxItems")) {
            if (now.node().has(bound)
                    && (!was.node().has(bound)
                            || now.node().get(bound).asDouble()
                                    < was.node().get(bound).asDouble())) {
                breaks.add(place + " " + bound + " became smaller");
            }
        }
        for (var bound : List.of("minLength", "minimum", "minItems")) {
            if (now.node().has(bound)
                    && now.node().get(bound).asDouble() > was.node().path(bound).asDouble(Double.NEGATIVE_INFINITY)
                    && !(now.node().get(bound).asDouble() == 0 && !"minimum".equals(bound))) {
                breaks.add(place + " " + bound + " became larger");
            }
        }
        if (now.node().has("pattern") && !now.text("pattern").equals(was.text("pattern"))) {
            breaks.add(place + " pattern changed");
        }
    }

    private void compareAlternatives(String place, Shape was, Shape now) {
        for (var keyword : List.of("allOf", "oneOf", "anyOf")) {
            var before = was.node().path(keyword);
            var after = now.node().path(keyword);
            if (before.size() != after.size()) {
                breaks.add(place + " " + keyword + " changed its parts");
                continue;
            }
            for (int i = 0; i < before.size(); i++) {
                compare(place, before.get(i), after.get(i));
            }
        }
    }

    private static String orAnything(Set<String> set) {
        return set.isEmpty() ? "anything" : String.join(", ", set);
    }
}
